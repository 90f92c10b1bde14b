"""Nouns without a name that stand for an actor told before: "the country", "the North", "the minister", "government forces"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from legation.codes.nouns import traits
from legation.link.phrases import noun_of, person_end
from legation.link.salience import OBJECTS, SUBJECTS, Salience
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

COUNTRY = frozenset(
    {
        "country",
        "nation",
        "regime",
        "homeland",
        "republic",
        "junta",
        "superpower",
        "state",
        "kingdom",
        "island",
        "emirate",
        "sultanate",
        "archipelago",
    }
)
BODY = frozenset(
    {"alliance", "bloc", "cartel", "court", "tribunal", "watchdog", "lender", "fund", "body", "organization", "organisation", "agency", "union"}
)
DEFINITE = frozenset({"the", "this", "that"})
OWN = frozenset({"its", "his", "her", "their", "our", "my"})
# Words before or behind a noun that make it another than the one told: "the other country", "the first country to".
OTHERING = frozenset(
    {"other", "another", "first", "second", "third", "last", "only", "next", "same", "neighboring", "neighbouring", "foreign", "host", "each", "any"}
)
# Bare plurals that act for the state in whose story they stand.
BARE = frozenset(
    {"authorities", "officials", "police", "troops", "soldiers", "forces", "lawmakers", "prosecutors", "parliament", "government", "army", "navy"}
)
BARE_OFFICES = frozenset({"president", "premier", "chancellor", "parliament", "government", "congress", "military"})
HALVES = {"north": ("PRK", "SDN", "VNM"), "south": ("KOR", "SSD", "south vietnam")}
PAIRS = (("PRK", "KOR"), ("SDN", "SSD"), ("VNM", "south vietnam"))


class Nouns:
    """Resolves the nameless nouns of one article against what is told in it."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.mentions = mentions
        self.salience = Salience(doc, mentions)
        self.covered = {t.i for m in mentions for t in doc.within(m.span)}
        self.heads = self._heads()

    def _heads(self) -> dict[str, list[tuple[int, Mention]]]:
        """Phrases by the noun that heads them, for taking up "the commissioner" again."""
        out: dict[str, list[tuple[int, Mention]]] = {}
        for m in self.mentions:
            for t in self.doc.within(m.span):
                if t.pos in ("NOUN", "PROPN") and noun_of(t) is not None and m.how in ("organ", "office"):
                    out.setdefault(t.lemma, []).append((t.i, m))
        return out

    def resolve(self) -> Iterator[Mention]:
        """Every noun that could be resolved, in text order."""
        for token in self.doc.tokens:
            if token.i in self.covered or token.pos not in ("NOUN", "PROPN", "ADJ"):
                continue
            if token.lower in HALVES:
                found = self._half(token)
            elif token.lemma in COUNTRY and token.tag in ("NN", "NNP"):
                found = self._country(token)
            elif token.lemma in BODY and token.tag in ("NN", "NNP") and self._definite(token):
                found = self._again(token) or self._body(token)
            elif ((noun := noun_of(token)) is not None and noun.cls != "people") or token.lower in BARE:
                found = self._organ(token)
            else:
                found = None
            if found is not None:
                yield found

    def _half(self, token: Token) -> Mention | None:
        """ "the North" where two halves of a land are in the story."""
        if not token.text[:1].isupper() or (token.i + 1 < len(self.doc.tokens) and self.doc.tokens[token.i + 1].pos == "PROPN"):
            return None
        lead = self.doc.tokens[token.i - 1] if token.i else token
        if lead.lower not in ("the", "and") and not lead.text.endswith(("-", "–")) and token.dep not in SUBJECTS:
            return None
        present = self.salience.count
        for pair in PAIRS:
            if any(present[code] for code in pair):
                code = pair[0] if token.lower == "north" else pair[1]
                return self._mention(token, token, Mention((0, 1), code, token.text, ActorKind.STATE, "noun"), bool(lead.lower == "the"))
        return None

    def _country(self, token: Token) -> Mention | None:
        det = token.child("det", "poss")
        words = [c.lower for c in token.kids("amod", "compound", "nummod", "nmod")]
        if (
            det is None
            or det.lower not in DEFINITE | OWN
            or OTHERING & set(words)
            or any(self._is_name(c) for c in token.kids("compound", "amod", "nmod", "appos"))
        ):
            return None
        if token.lower == "state" and not words:
            return None
        if any(c.dep == "prep" and c.lower == "of" for c in token.children) or any(w.endswith("est") for w in words):
            return None
        who = self.salience.best(token, self._fitting([*words, token.lower]), without=self._clause_subjects(token))
        return self._mention(det, token, who) if who is not None else None

    def _body(self, token: Token) -> Mention | None:
        words = [c.lower for c in token.kids("amod", "compound")]
        fitting = self._fitting([*words, token.lower, " ".join([*words, token.lower])])
        who = self.salience.best(token, fitting, kinds=(ActorKind.BODY,))
        return self._mention(token.child("det") or token, token, who) if who is not None else None

    def _organ(self, token: Token) -> Mention | None:
        """An organ or office without its state: taken up again, or of the state in mind."""
        head = token if token.dep != "compound" or noun_of(token.head) is None else token.head
        if head is not token or any(self._is_name(c) for c in token.kids("compound", "amod", "nmod", "poss", "appos")):
            return None
        own = token.child("poss")
        if own is not None and own.lower not in OWN:
            return None
        if token.tag in ("NN", "NNP") and not (
            self._definite(token) or own is not None or token.text[:1].isupper() or token.lower in BARE | BARE_OFFICES
        ):
            return None
        if any(c.dep == "prep" and c.lower in ("of", "for", "to", "from") and self._other_owner(c) for c in token.children):
            return None
        start = self._start(token)
        again = self._again(token) if own is None else None
        if again is not None:
            return replace(again, span=(start.start, again.span[1]))
        who = self.salience.best(token)
        if who is None:
            return None
        tokens = self.doc.sentence(token).tokens
        at = token.i - tokens[0].i
        noun = noun_of(token)
        end = tokens[person_end(tokens, at)] if noun is not None and noun.cls == "office" else token
        return self._mention(start, end, who, how="office" if noun is not None and noun.cls == "office" else "organ")

    def _again(self, token: Token) -> Mention | None:
        """The phrase told before with the same head: "the minister" after "the Italian minister of defence"."""
        told = [m for i, m in self.heads.get(token.lemma, ()) if i < token.i]
        if not told or not self._definite(token):
            return None
        return self._mention(self._start(token), token, told[-1], how="noun")

    def _definite(self, token: Token) -> bool:
        det = token.child("det")
        return det is not None and det.lower in DEFINITE

    def _start(self, token: Token) -> Token:
        """The first word of the noun's phrase: determiner, possessive, adjectives, compounds."""
        first = token
        for child in reversed(token.children):
            if (
                child.i < first.i
                and child.dep in ("det", "poss", "amod", "compound", "nmod", "nummod")
                and child.i == first.i - 1
                and child.i not in self.covered
            ):
                first = child
        return first

    def _is_name(self, token: Token) -> bool:
        """Whether a modifier is or holds a linked name, so that the noun is named already."""
        return token.i in self.covered or any(c.i in self.covered for c in token.children)

    def _other_owner(self, prep: Token) -> bool:
        """Whether a preposition's object names somebody or something of its own."""
        obj = prep.child("pobj")
        return obj is not None and (obj.i in self.covered or obj.pos == "PROPN")

    def _fitting(self, words: Sequence[str]) -> Collection[str] | None:
        """The ids that the words allow; None where they tell nothing."""
        table = traits()
        sets = [table[w] for w in words if w in table]
        return frozenset.intersection(*sets) if sets else None

    def _clause_subjects(self, token: Token) -> set[str]:
        """The subject of the clause whose object a noun is: it cannot be the same actor ("China aided the country")."""
        at = token
        while at.dep in ("pobj", "prep", "conj") and at.head is not at:
            at = at.head
        if at.dep not in OBJECTS and at.head.pos != "VERB":
            return set()
        subject = at.head.child(*SUBJECTS)
        if subject is None or subject is token or token in subject.subtree():
            return set()
        return {m.id for m in self.mentions if m.span[0] <= subject.start < m.span[1]}

    def _mention(self, first: Token, last: Token, who: Mention, with_first: bool = True, how: str = "noun") -> Mention:
        lead = first if with_first else last
        if first is last and with_first and how == "noun" and first.i and self.doc.tokens[first.i - 1].lower == "the":
            lead = self.doc.tokens[first.i - 1]
        kind = ActorKind.STATE if who.kind in (ActorKind.PERSON, ActorKind.ORGAN) else who.kind
        return Mention((lead.start, last.end), who.id, who.name, kind, how, who.country, who.sector)
