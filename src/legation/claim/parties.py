"""Parties: whom a noun phrase stands for, by its head, its possessor, its adjectives, its of-phrase or what its pronoun points to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from legation.claim.memory import Memory
from legation.claim.outfits import listed, outfit
from legation.claim.party import Party, banded, unique
from legation.claim.pronouns import bound, group, here, of_two, pair, pronoun
from legation.claim.subjects import prepositional, subject_of
from legation.codes.gazetteer import names
from legation.codes.plover import noun_classes
from legation.codes.predicates import event_nouns
from legation.link.linked import Linked
from legation.link.orator import OWN
from legation.parse.doc import Token
from legation.words.actor import ActorKind, Mention
from legation.words.voice import Voice

DEEPEST = 5
ADJECTIVAL = ("amod", "compound", "nmod", "npadvmod")
FIRST_PERSON = frozenset(("we", "i", "us", "our", "my", "me"))
TARGETING = ("on", "against", "at", "targeting", "towards", "toward", "into", "over", "across")
BELONGING = ("of", "from", "by", "in", "with", "between", "among", "within", "for", "including", "as")
PLACING = frozenset(["in", "on", "at", "near", "across", "over", "into", "around", "outside", "inside", "throughout", "off"])
CALLED = frozenset(("know", "call", "name", "dub", "term"))
DASHES = frozenset("-–—‑/")
DWELLING = frozenset(("flee", "live", "reside", "operate", "come", "arrive", "escape"))


Look: TypeAlias = Callable[[Token, str, int], list[Party]]


def is_tongue(t: Token) -> bool:
    """Whether a word names a language, which is no party: "the Latvian language"."""
    return t.dep in ADJECTIVAL and t.head.lemma in noun_classes()["tongue"]


def is_edge(t: Token) -> bool:
    """Whether a word names a border."""
    return t.lemma in noun_classes()["edge"]


class Parties:
    """Resolves the noun phrases of one article; remembers what it resolved."""

    def __init__(self, linked: Linked, memory: Memory | None = None) -> None:
        self.linked = linked
        self.memory = memory or Memory()
        self._groups = {m.id for m in linked.mentions if m.kind is ActorKind.GROUP}
        self._known: dict[tuple[int, str], tuple[Party, ...]] = {}
        self.outfits: dict[str, str] = {}

    def of(self, token: Token | None, role: str = "agent") -> tuple[Party, ...]:
        """Whom the phrase headed by a token stands for, coordinated members included.

        `role` tells what to look at first where the head names no actor: `agent` its possessor and adjectives (whose act it is),
        `target` its on- and against-phrases (whom it is done to).
        """
        if token is None:
            return ()
        key = (token.i, role)
        if key not in self._known:
            self._known[key] = ()
            self._known[key] = unique(self.phrase(token, role, 0))
        return self._known[key]

    def phrase(self, token: Token, role: str, depth: int) -> list[Party]:
        """Whom one phrase stands for, its coordinated members after it; `depth` counts the phrases it was reached through."""
        found = self._one(token, role, depth)
        for c in token.children:
            if c.dep == "conj" and c.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"):
                found.extend(self.phrase(c, role, depth))
            elif c.lower in ("along", "together", "alongside") and found:
                # "accused Paris, along with Berlin and Rome"
                found.extend(p for _, o in prepositional(token) if o.head in (c, *c.children) for p in self.phrase(o, role, depth + 1))
            elif c.dep == "appos" and found and self._listed(token, c) and (own := self.mention(c)) and own.id != found[0].id:
                # "Australia, Canada, and Portugal": parsers take the second of a list for an apposition.
                found.extend(self.phrase(c, role, depth + 1))
        return found

    def _listed(self, a: Token, b: Token) -> bool:
        """Whether an apposition is the second of a list: with more behind it, or two states as in headlines ("India, Pakistan agree to a truce")."""
        if b.kids("conj") or a.kids("conj"):
            return True
        both = (self.linked.mention_of(a), self.linked.mention_of(b))
        return a.dep == "nsubj" and all(m is not None and m.kind is ActorKind.STATE and m.how == "name" for m in both)

    def _one(self, t: Token, role: str, depth: int) -> list[Party]:
        if depth > DEEPEST:
            return []
        if role == "agent" and t.lemma in noun_classes()["private"] and not self._official(t):
            return []
        if t.lower in FIRST_PERSON and t.text != "US" and (speakers := self.speaker(t)):
            return speakers
        if t.lemma in OWN and (mine := t.child("poss")) is not None and mine.lower in FIRST_PERSON and (speakers := self.speaker(mine)):
            return speakers
        if t.tag in ("PRP", "PRP$") and (tied := bound(self, t, depth)):
            return tied
        own = self.mention(t)
        if own is not None and t.tag == "NNS" and t.lemma in noun_classes()["sides"] and (late := group(self, t)):
            return late
        if (named := outfit(self, t)) is not None:
            return [named]
        if own is not None:
            return [own, *self._coordinated(t, own)]
        if firms := listed(self, t):
            return firms
        if t.pos == "VERB":
            aim = t.child("dobj")
            return self.phrase(aim, role, depth + 1) if aim is not None else []
        if t.lemma in noun_classes()["water"]:
            return []
        if t.tag in ("PRP", "PRP$"):
            return [replace(p, span=t.span) for p in pronoun(self, t, depth)]
        if t.lower in ("latter", "former"):
            return of_two(self, t)
        if t.lemma in noun_classes()["sides"] and (two := here(self, t) or group(self, t) or pair(self, t)):
            return two
        if called := self._called(t, role, depth):
            return called
        for look in self._order(t, role):
            if found := look(t, role, depth):
                return found
        for c in t.kids("appos"):
            if found := self.phrase(c, role, depth + 1):
                return found
        if found := self._described(t, role, depth) or self._again(t) or banded(t):
            return found
        # "Israel became the first country to recognise it": the noun stands for the subject.
        return self.phrase(above, role, depth + 1) if t.dep == "attr" and (above := subject_of(t.head)) is not None and above is not t else []

    def _official(self, t: Token) -> bool:
        """Whether a noun that mostly names private persons does not here: "the Arab League", "UN experts", "rescue teams"."""
        if t.tag == "NNP":
            return self.mention(t) is not None
        return any(p.body for p in self.adjectives(t)) or any(c.lemma in noun_classes()["on_duty"] for c in t.kids("compound", "amod"))

    def _called(self, t: Token, role: str, depth: int) -> list[Party]:
        """Whom a noun is said to be called: "the rebel coalition known as the High Negotiations Committee"."""
        for c in t.kids("acl"):
            if c.tag == "VBN" and c.lemma in CALLED:
                for name in (*(o for p in c.kids("prep") if p.lower == "as" for o in p.kids("pobj")), *c.kids("oprd", "attr")):
                    if name.pos == "PROPN" and (found := self.phrase(name, role, depth + 1)):
                        return found
        return []

    def _order(self, t: Token, role: str) -> tuple[Look, ...]:
        """Where to look for whom a noun that names no actor stands for, the surest first."""
        if role == "target":
            # Whose imports a tariff is on is told by whence they come.
            sources = (self._sources,) if t.lemma == "import" else ()
            return (*sources, self._targets, self._owners, self._belongs)
        done = t.lemma in event_nouns() and t.lemma not in noun_classes()["pact"]
        return (self._owners, self._doers) if done else (self._owners, self._belongs, self._targets)

    def _sources(self, t: Token, role: str, depth: int) -> list[Party]:
        return self._by(("from",), t, role, depth)

    def _doers(self, t: Token, role: str, depth: int) -> list[Party]:
        """Who acts by an act that is the subject of another: "drone attacks on Chad by Mali"."""
        return self._by(("by", "from", "of", "between", "with", "for"), t, role, depth)

    def _by(self, wanted: Iterable[str], t: Token, role: str, depth: int) -> list[Party]:
        """The parties of the first of some prepositions that names any."""
        for want in wanted:
            for name, obj in prepositional(t):
                if name == want and (found := self.phrase(obj, role, depth + 1)):
                    return found
        return []

    def _again(self, t: Token) -> list[Party]:
        """The body or armed group that a bare "the council" or "the group" takes up: the last one named."""
        if t.lemma not in noun_classes()["assembly"] or [c.lower for c in t.children if c.dep not in ("punct", "relcl", "case")] not in (
            ["the"],
            ["this"],
        ):
            return []
        kinds = (ActorKind.BODY, ActorKind.GROUP) if t.lemma == "group" else (ActorKind.BODY,)
        before = (m for m in reversed(self.linked.mentions_in((0, t.start))[-12:]) if m.kind in kinds and m.how != "place")
        return [Party(m.id, t.span, body=m.kind is ActorKind.BODY) for m in before][:1]

    def _coordinated(self, t: Token, own: Party) -> list[Party]:
        """The other members of a coordination inside a phrase whose mention holds only one: "Indian and Philippine navies",
        "the delegations of Cyprus, Greece and Israel"."""
        inner = [c for c in t.children if c.dep in ADJECTIVAL] + [w for w in self.linked.doc.within(own.span) if w is not t]
        out: list[Party] = []
        for w in inner:
            members = [k for k in w.conjuncts() if k is not w and k is not t] if w.dep == "conj" or w.kids("conj") else []
            out.extend(p for k in members if (p := self.mention(k)) and p.id != own.id)
        return out

    def mention(self, t: Token) -> Party | None:
        """The actor whose mention covers a token; currency signs and codes are none, nor persons who stand for no state or group."""
        m = self.linked.mention_of(t)
        if m is None or self._is_currency(m) or is_tongue(t) or (m.kind is ActorKind.PERSON and m.id.islower() and m.id not in self._groups):
            return None
        if m.how == "people" and t.tag == "NNPS" and (home := self._home(t)) is not None:
            return Party(f"{t.lower} of {home.lower}", (t.start, home.end))
        return Party(m.id, m.span, m.how == "place", m.kind in (ActorKind.BODY, ActorKind.WHOLE))

    def _home(self, t: Token) -> Token | None:
        """The state that a people is told to live in, whose people it is not: "the Albanians of southern Serbia"."""
        of = (o for c in t.kids("prep") if c.lower == "of" for o in c.kids("pobj"))
        return next((o for o in of if (m := self.linked.mention_of(o)) is not None and m.kind is ActorKind.STATE), None)

    def is_person(self, t: Token) -> bool:
        """Whether a token names a person who holds an office."""
        m = self.linked.mention_of(t)
        return m is not None and (m.kind is ActorKind.PERSON or m.how in ("office", "person"))

    def _is_currency(self, m: Mention) -> bool:
        return self.linked.article.text[m.span[1] : m.span[1] + 1] in ("$", "€", "£")

    def speaker(self, t: Token) -> list[Party]:
        """Whom "we" stands for: the state or body of the one who speaks."""
        voice = next((v for v in reversed(self.linked.voices_over(t.span)) if v.country and not self._private(v)), None)
        if voice is not None and voice.country:
            return [Party(voice.country, t.span)]
        orator = self.linked.orator
        return [Party(orator.id, t.span)] if orator is not None and not self.linked.voices_over(t.span) else []

    def _private(self, voice: Voice) -> bool:
        """Whether who speaks is a paper or an expert, who speaks for no state."""
        words = self.linked.doc.within(voice.speaker_span) if voice.speaker_span else ()
        return any(w.lemma in noun_classes()["private"] for w in words)

    def _owners(self, t: Token, role: str, depth: int) -> list[Party]:
        poss = t.child("poss")
        if poss is not None and poss.lower == "whose":
            clause = next((a for a in t.ancestors() if a.dep == "relcl"), None)
            return self.phrase(clause.head, role, depth + 1) if clause is not None else []
        if poss is not None and (found := self.phrase(poss, role, depth + 1)):
            # "its European Union partners": the adjective tells who they are.
            return (self.adjectives(t) if poss.tag == "PRP$" and t.lemma in noun_classes()["partners"] else []) or found
        return self.adjectives(t)

    def adjectives(self, t: Token, depth: int = 0) -> list[Party]:
        """The actors named before a noun: "a Russian missile attack", "U.S.-South Korea talks"."""
        found = []
        for c in t.children:
            if c.i < t.i and c.dep in ADJECTIVAL and depth < DEEPEST:
                own = self.mention(c)
                inner = self.adjectives(c, depth + 1)
                found.extend([own, *(p for p in inner if p.id != own.id)] if own else inner)
                found.extend(p for k in c.kids("conj") if (p := self.mention(k)))
        if found and not depth and (first := self._dashed(min(p.span for p in found)[0])) is not None:
            found.insert(0, first)
        return found

    def _dashed(self, start: int) -> Party | None:
        """The actor that a dash joins to the name which begins at a place; parsers part them ("the Mali–Chad talks")."""
        name = self.linked.doc.at(start)
        if name is None or name.i < 2:
            return None
        dash, before = self.linked.doc.tokens[name.i - 1], self.linked.doc.tokens[name.i - 2]
        joined = dash.text in DASHES and before.end == dash.start and dash.end == start
        return self.mention(before) if joined else None

    def _belongs(self, t: Token, role: str, depth: int) -> list[Party]:
        return self._by(BELONGING, t, role, depth)

    def _targets(self, t: Token, role: str, depth: int) -> list[Party]:
        for name, obj in prepositional(t):
            if name in TARGETING and not is_edge(obj) and (found := self.phrase(obj, role, depth + 1)):
                return found
        return []

    def _described(self, t: Token, role: str, depth: int) -> list[Party]:
        """What a participle beside the noun says: "goods imported from China", "a drone launched by the Houthis"."""
        for c in t.children:
            dwells = c.dep == "acl" and c.tag == "VBG" and c.lemma in DWELLING
            if dwells and (found := list(self.places([c, *c.kids("dobj")]))):
                return found
            if c.dep == "acl" and c.tag == "VBN" and c.lemma in noun_classes()["made"]:
                for name, obj in prepositional(c):
                    if name in ("by", "from", "to", "in", "with") and (found := self.phrase(obj, role, depth + 1)):
                        return found
        return []

    def places(self, tokens: Sequence[Token], edges: bool = True) -> tuple[Party, ...]:
        """The states where something happens, by the place phrases of these heads: "in Sumy, Ukraine", "near Kabul".

        Without `edges` a border is no place: who lives beyond it is not who is hit at it.
        """
        for t in tokens:
            for name, obj in prepositional(t):
                if name in PLACING and (edges or not is_edge(obj)) and (found := self._located(obj, 0)):
                    return unique(found)
        return ()

    def _located(self, t: Token, depth: int) -> list[Party]:
        own = self.mention(t)
        if own is not None:
            return [own]
        if depth > DEEPEST:
            return []
        for c in t.children:
            if c.dep in ("appos", "npadvmod", "conj", "amod", "compound", "poss", "nmod"):
                if found := self._located(c, depth + 1):
                    return found
            elif c.dep == "prep" and c.lower in ("in", "of", "near", "at", "on"):
                for o in c.kids("pobj"):
                    if found := self._located(o, depth + 1):
                        return found
        return self.region(t)

    def city(self, t: Token) -> bool:
        """Whether a name is that of a city or region, not of a state: "captured Goma", "took Kabul"."""
        m = self.linked.mention_of(t)
        return m.how in ("capital", "place") if m is not None else bool(self.region(t))

    def region(self, t: Token | None) -> list[Party]:
        """The state in which a city or region lies that a name tells ("struck Kharkiv"); nobody where several states have one of the name."""
        if t is None or t.pos != "PROPN":
            return []
        start = min((t, *t.kids("compound")), key=lambda w: w.i).start
        found = names().get(self.linked.article.text[start : t.end].replace("\n", " "), ())
        ids = {e.id for e in found}
        return [Party(ids.pop(), (start, t.end))] if len(ids) == 1 and all(e.how == "region" for e in found) else []
