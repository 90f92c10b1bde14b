"""Nouns without a name that stand for an actor told before: "the country", "the North", "the minister", "government forces"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from legation.codes.gazetteer import offices
from legation.codes.nouns import definite_nouns
from legation.link.bound import steered_by
from legation.link.edges import noun_of, person_end
from legation.link.lands import HALF, Lands
from legation.link.names import OF_BODIES
from legation.link.salience import SUBJECTS, Wanted
from legation.link.several import number_of
from legation.link.told import MODIFIERS, OURS, OWN, OWNERS, Told, definite
from legation.parse.doc import Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import Span

# Singulars that stand for the state without an article: "Parliament voted", "elected president".
BARE = frozenset({"president", "premier", "chancellor", "parliament", "government", "congress", "military", "police", "army", "minister"})
# Nouns too common to be the same thing when they come again.
COMMON = frozenset({"statement", "team", "side", "service", "state", "unit", "house"})
ELECTIONS = frozenset({"election", "elect", "assumption", "appointment", "preside"})
# What a person has and a state acts through: "his leadership" is no organ, "its leadership" is.
QUALITIES = frozenset({"authority", "leadership", "presidency", "premiership", "diplomacy", "intelligence", "office"})
# Offices whose field is a part of the title.
TITLED = frozenset({"secretary", "minister", "ministry", "department", "undersecretary", "directorate"})
# How many earlier phrases with the same noun are looked at.
AGAIN = 40


class Nouns:
    """Resolves the nameless nouns of one article against what is told in it; `persons` are those whom it met by title alone."""

    def __init__(self, told: Told, mentions: Sequence[Mention], shared: Mapping[Span, Mention]) -> None:
        self.told, self.doc, self.salience = told, told.doc, told.salience
        self.lands = Lands(told)
        self.shared = {inside[-1].i: m for span, m in shared.items() if (inside := self.doc.within(span))}
        self.waiting = {t.i for span in shared for t in self.doc.within(span)}
        self.owned: dict[str, Mention] = {}
        self.persons: list[Mention] = []
        self.heads: dict[str, list[tuple[int, Mention]]] = {}
        for m in mentions:
            for t in self.doc.within(m.span):
                if _comes_again(m, t):
                    self.heads.setdefault(t.lemma, []).append((t.i, m))

    def resolve(self) -> Iterator[Mention]:
        """Every noun that could be resolved, in text order."""
        for token in self.doc.tokens:
            if (organ := self.shared.get(token.i)) is not None and token.i not in self.told.at:
                if (found := self._shared(organ)) is not None:
                    self.salience.tell(found)
                    yield found
                continue
            if token.i in self.told.at or token.i in self.waiting or not (token.pos in ("NOUN", "PROPN") or token.lower in HALF):
                continue
            if (found := self._resolve(token)) is not None:
                self.salience.tell(found)
                yield found

    def _resolve(self, token: Token) -> Mention | None:
        if (read := self.lands.reader(token)) is not None:
            return (self._again(token) if token.lemma in definite_nouns("body") else None) or read(token)
        if token.lemma in definite_nouns("band"):
            return self._again(token) if not self.told.named(token) else None
        noun = noun_of(token)
        if noun is None or number_of(token):
            return None
        official = token.lemma not in COMMON and any(c.lower in definite_nouns("official") for c in token.kids(*MODIFIERS))
        return self._organ(token, noun.alone or official)

    def _shared(self, organ: Mention) -> Mention | None:
        """An organ or office that many have: of whom is named behind it, of its owner, as told before, or of who is in mind."""
        tokens = self.doc.within(organ.span)
        first, last = tokens[0], tokens[-1]
        lead = self.doc.tokens[first.i - 1] if first.i else first
        behind = [p.child("pobj") for t in tokens for p in t.kids("prep") if p.i > last.i and p.lower in ("of", "in")]
        named = next((m for o in behind if o is not None and (m := self.told.at.get(o.i))), None)
        own = last.child("poss")
        who = named or (self._possessor(own, last) if own is not None and own.lower in OWN else None) or self.owned.get(organ.name)
        if who is None and organ.sector == OF_BODIES:
            # of whom nobody knows: "the party's secretary-general"; without an owner the best known of them is meant
            others = behind or (own is not None and own.lower not in OWN)
            who = None if others else self.salience.best(last, Wanted(offices()[organ.name], (ActorKind.BODY,))) or organ
        elif who is None:
            who = self.salience.best(last)
        if who is None:
            return None
        self.owned[organ.name] = who
        return replace(organ, id=who.id, span=(lead.start if lead.lower == "the" else first.start, last.end))

    def _organ(self, token: Token, alone: bool) -> Mention | None:
        """An organ or office without its state: taken up again, or of the state in mind."""
        own = token.child("poss")
        if self._modifies(token) or self.told.named(token) or (own is not None and own.lower not in OWN):
            return None
        if token.tag in ("NN", "NNP") and not (
            definite(token) or own is not None or token.text[:1].isupper() or token.lower in BARE or self._titles(token)
        ):
            return None
        if any(c.lower in ("of", "for", "to", "from") and self._owned(token, c) for c in token.kids("prep")):
            return None
        if own is None and (again := self._again(token)) is not None:
            return again
        who = (self._chair(token) or self._possessor(own, token)) if alone else None
        if who is None:
            return None
        noun = noun_of(token)
        office = noun is not None and noun.cls == "office"
        tokens = self.doc.sentence(token).tokens
        last = tokens[person_end(tokens, token.i - tokens[0].i)] if office else token
        if last is not token:
            name = (self.doc.tokens[token.i + 1].start, last.end)
            self.persons.append(replace(who, span=name, name=self.doc.text[slice(*name)], kind=ActorKind.PERSON, how="person", country=None))
        return self.told.mention(self._start(token), last, who, "office" if office else "organ")

    def _chair(self, token: Token) -> Mention | None:
        """The body that a speech for a state is held in, of which somebody was elected "as President"."""
        elected = token.head.lower == "as" and any(t.lemma in ELECTIONS for t in token.ancestors())
        if token.lemma.lower() != "president" or not elected or self.told.orator is None or token.child("det") is not None:
            return None
        return self.salience.best(token, Wanted(kinds=(ActorKind.BODY,)))

    def _titles(self, token: Token) -> bool:
        """Whether an office stands as a title right before a person's name: "army spokesman Colonel Sani"."""
        after = self.doc.tokens[token.i + 1] if token.i + 1 < len(self.doc.tokens) else token
        return token.child("det") is None and after.sent == token.sent and after.pos == "PROPN" and after.i not in self.told.at

    def _possessor(self, own: Token | None, token: Token) -> Mention | None:
        """The state in mind; of "its president" the subject just told, which may be a body, a firm or a group instead."""
        if own is not None and own.lower in OURS:
            return self.told.ours(token)
        if own is not None and own.lower in ("his", "her") and token.lemma in QUALITIES:
            return None
        if own is not None and (aim := steered_by(own)) is not None:
            return self.told.at.get(aim.i)
        subject = self.salience.subject_before(own, tuple(ActorKind)) if own is not None else None
        if subject is not None and own is not None:
            return subject if subject.kind in (ActorKind.BODY, *OWNERS) else None
        verb = token.head
        if own is None and token.dep == "dobj" and token.tag == "NNS" and token.child("det") is None and verb.lemma in definite_nouns("own"):
            actor = self.told.at.get(subject_of.i) if (subject_of := verb.child(*SUBJECTS)) is not None else None
            if actor is not None and actor.kind in OWNERS:
                return actor
        if own is None and (noun := noun_of(token)) is not None and noun.cls == "force" and (here := self.told.scene(token)) is not None:
            return here
        local = any(c.lower == "local" for c in token.kids("amod"))
        return self.salience.best(token, Wanted(last=local, unlikely=self.told.acting(token) if local else ()))

    def _modifies(self, token: Token) -> bool:
        """Whether the noun only modifies another: "general election", "Prime Minister's Questions"; a title before a name does not."""
        if token.dep in ("compound", "amod", "nmod"):
            after = self.doc.tokens[token.i + 1] if token.i + 1 < len(self.doc.tokens) else token
            noun = noun_of(token)
            if token.head.pos == "PROPN" and token.head.i == token.i + 1 and token.head.ent != "PERSON":  # "Air Force Base"
                return True
            if token.head.ent == "PERSON" and noun is not None and noun.cls == "office":  # "army spokesman Colonel Sani"
                return False
            return noun_of(token.head) is not None or (noun is not None and noun.cls == "office" and (after.pos != "PROPN" or after.ent != "PERSON"))
        return any(c.pos == "PROPN" and c.i not in self.told.at and c.text[:1].isupper() for c in token.kids("compound")) and token.pos != "PROPN"

    def _again(self, token: Token) -> Mention | None:
        """The phrase told before with the same head: "the minister" after "the Italian minister of defence"."""
        if not definite(token):
            return None
        words = [c.lower for c in token.kids("amod", "compound")]
        for i, told in reversed(self.heads.get(token.lemma, ())[-AGAIN:]):
            if i < token.i and all(w in self.doc.text[slice(*told.span)].lower() for w in words):
                return self.told.mention(self._start(token), token, told)
        return None

    def _start(self, token: Token) -> Token:
        """The first word of the noun's phrase: determiner, possessive, adjectives, compounds."""
        first = token
        for child in reversed(token.children):
            if child.i == first.i - 1 and child.dep in ("det", "poss", "nummod", *MODIFIERS) and child.i not in self.told.at:
                first = child
        return first

    def _owned(self, token: Token, prep: Token) -> bool:
        """Whether a preposition's object names somebody or something of its own; the rest of a title does not: "Secretary of Transportation"."""
        obj = prep.child("pobj")
        if obj is None or obj.i in self.told.at or obj.pos != "PROPN":
            return obj is not None and obj.i in self.told.at
        titled = (
            token.lemma in TITLED and token.text[:1].isupper() and prep.lower in ("of", "for") and obj.ent not in ("GPE", "LOC", "PERSON", "NORP")
        )
        return not titled or any(c.pos == "PROPN" and c.ent in ("GPE", "PERSON") for c in obj.subtree())


def _comes_again(mention: Mention, token: Token) -> bool:
    """Whether a word of a mention may take it up again alone: "the minister" after "the Italian minister of defence"."""
    if mention.how == "name":
        return mention.kind is ActorKind.GROUP and token.lemma in definite_nouns("band")
    noun = noun_of(token) if mention.how in ("organ", "office") else None
    return noun is not None and noun.cls != "people" and token.lemma not in COMMON
