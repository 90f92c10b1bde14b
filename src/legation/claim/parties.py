"""Parties: whom a noun phrase stands for, by its head, its possessor, its adjectives, its of-phrase or what its pronoun points to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from legation.claim.arguments import SUBJECTS, is_verb, prepositional, subject_of
from legation.claim.author import OWN, author_of
from legation.claim.memory import Memory, pointing
from legation.codes.plover import noun_classes
from legation.codes.predicates import event_nouns, lexicon
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import Span
from legation.words.voice import Voice

# What "both sides" can be.
PAIRED = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP)
DEEPEST = 5
ADJECTIVAL = ("amod", "compound", "nmod", "npadvmod")
FIRST_PERSON = frozenset(("we", "i", "us", "our", "my", "me"))
TARGETING = ("on", "against", "at", "targeting", "towards", "toward", "into", "over", "across")
BELONGING = ("of", "from", "by", "in", "with", "between", "among", "within", "for", "including", "as")
PLACING = frozenset(["in", "on", "at", "near", "across", "over", "into", "around", "outside", "inside", "throughout", "off"])
DWELLING = frozenset(("flee", "live", "reside", "operate", "come", "arrive", "escape"))
PERSONS = frozenset(("he", "she", "his", "her", "him"))
SEVERAL = frozenset(("they", "their", "them"))
FARTHEST_BACK = 3
REASONS = frozenset(("over", "for"))
OF_OFFICE = frozenset(("foreign", "prime", "defense", "defence", "both", "warring", "opposing"))
OPENING = frozenset(("it", "its"))


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as an argument, and the words that name it there; `place` where they only locate."""

    id: str
    span: Span
    place: bool = False
    body: bool = False


Look: TypeAlias = Callable[[Token, str, int], list[Party]]


def unique(parties: Iterable[Party]) -> tuple[Party, ...]:
    """The parties by id, the first mention of each."""
    out: dict[str, Party] = {}
    for p in parties:
        out.setdefault(p.id, p)
    return tuple(out.values())


class Parties:
    """Resolves the noun phrases of one article; remembers what it resolved."""

    def __init__(self, linked: Linked, memory: Memory | None = None) -> None:
        self.linked = linked
        self.memory = memory or Memory()
        self._groups = {m.id for m in linked.mentions if m.kind is ActorKind.GROUP}
        self._known: dict[tuple[int, str], tuple[Party, ...]] = {}

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
            self._known[key] = unique(self._all(token, role, 0))
        return self._known[key]

    def _all(self, token: Token, role: str, depth: int) -> list[Party]:
        found = self._one(token, role, depth)
        for c in token.children:
            if c.dep == "conj" and c.pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"):
                found.extend(self._all(c, role, depth))
            elif c.lower in ("along", "together", "alongside") and found:
                # "accused Paris, along with Berlin and Rome"
                found.extend(p for _, o in prepositional(token) if o.head in (c, *c.children) for p in self._all(o, role, depth + 1))
            elif c.dep == "appos" and found and c.kids("conj") and (own := self.mention(c)) and own.id != found[0].id:
                # "Australia, Canada, and Portugal": parsers take the second of a list for an apposition.
                found.extend(self._all(c, role, depth + 1))
        return found

    def _one(self, t: Token, role: str, depth: int) -> list[Party]:
        if depth > DEEPEST:
            return []
        if role == "agent" and t.lemma in noun_classes()["private"]:
            return []
        if t.lower in FIRST_PERSON and t.text != "US" and (speakers := self.speaker(t)):
            return speakers
        if t.lemma in OWN and (mine := t.child("poss")) is not None and mine.lower in FIRST_PERSON and (speakers := self.speaker(mine)):
            return speakers
        if t.tag in ("PRP", "PRP$") and (bound := self._bound(t, depth)):
            return bound
        own = self.mention(t)
        if own is not None and t.tag == "NNS" and t.lemma in noun_classes()["sides"] and (group := self._group(t)):
            return group
        if own is not None:
            return [own, *self._coordinated(t, own)]
        if t.pos == "VERB":
            aim = t.child("dobj")
            return self._all(aim, role, depth + 1) if aim is not None else []
        if t.lemma in noun_classes()["water"]:
            return []
        if t.tag in ("PRP", "PRP$"):
            return self._pronoun(t, depth)
        if t.lower in ("latter", "former"):
            return self._of_two(t)
        if t.lemma in noun_classes()["sides"] and (pair := self._group(t) or self._pair(t)):
            return pair
        for look in self._order(t, role):
            if found := look(t, role, depth):
                return found
        for c in t.kids("appos"):
            if found := self._all(c, role, depth + 1):
                return found
        if found := self._described(t, role, depth) or self._again(t):
            return found
        # "Israel became the first country to recognise it": the noun stands for the subject.
        return self._all(above, role, depth + 1) if t.dep == "attr" and (above := subject_of(t.head)) is not None and above is not t else []

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
                if name == want and (found := self._all(obj, role, depth + 1)):
                    return found
        return []

    def _again(self, t: Token) -> list[Party]:
        """The body or armed group that a bare "the council" or "the group" takes up: the last one named."""
        if t.lemma not in noun_classes()["assembly"] or [c.lower for c in t.children if c.dep not in ("punct", "relcl")] not in (["the"], ["this"]):
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

    def _pronoun(self, t: Token, depth: int) -> list[Party]:
        """Whom "it", "he" or "their" stands for by the clauses above: the nearest subject before it."""
        above = [a for a in t.ancestors() if is_verb(a)]
        for verb in above if t.tag == "PRP$" else above[1:]:
            subject = subject_of(verb) or verb.child("nsubjpass")
            if subject is None or subject.i >= t.i or subject.tag in ("PRP", "WDT", "WP") or t in subject.subtree():
                continue
            if found := self._all(subject, "agent", depth + 1):
                return found
        if t.lower in PERSONS or t.lower in SEVERAL:
            return self._before(t, depth)
        before = t.sent - 1
        if before >= 0 and t.lower in OPENING and self.linked.doc.sentences[before].paragraph == self.linked.doc.sentences[t.sent].paragraph:
            root = self.linked.doc.sentences[before].root
            subject = subject_of(root) if is_verb(root) else None
            if subject is not None and subject.tag not in ("PRP", "WDT", "WP"):
                return self._all(subject, "agent", depth + 1)
        return []

    def _bound(self, t: Token, depth: int) -> list[Party]:
        """Whom the sentence itself leaves a pronoun: the owner of the thing it is joined to ("Iran's tests and its sale of oil"),
        whom a hostile act with a reason is aimed at ("sanctions Iran over its tests"), the person who says what "he" did."""
        if t.tag == "PRP$" and t.head.dep == "conj" and (owner := t.head.head.child("poss")) is not None:
            return self._all(owner, "agent", depth + 1)
        if t.tag == "PRP$" and (blamed := self._blamed(t)) is not None:
            return self._all(blamed, "target", depth + 1)
        if t.lower in PERSONS and t.dep in SUBJECTS:
            verb = next((a for a in t.head.ancestors() if is_verb(a)), None)
            said = verb.child("nsubj") if verb is not None and t.head.dep == "ccomp" else None
            if said is not None and said.i < t.i and said.tag not in ("PRP", "WDT", "WP") and self._leads(said):
                return self._all(said, "agent", depth + 1)
        return []

    def _blamed(self, t: Token) -> Token | None:
        """The target of a hostile act whose reason holds the pronoun."""
        why = next((a for a in t.head.ancestors() if a.dep == "prep"), None)
        if why is None or not is_verb(why.head) or why.lower not in REASONS or t.head.head is not why:
            return None
        rows = lexicon().get(("v", why.head.lemma), ())
        if not any(row.info.hostile for row in rows):
            return None
        return why.head.child("dobj", "nsubjpass")

    def _before(self, t: Token, depth: int) -> list[Party]:
        """Whom "he" or "they" takes up from the sentences before: the last subject that is a person, or several."""
        for sentence in reversed(self.linked.doc.sentences[max(0, t.sent - FARTHEST_BACK) : t.sent]):
            subject = subject_of(sentence.root) if is_verb(sentence.root) else None
            if subject is None or subject.tag in ("PRP", "WDT", "WP"):
                continue
            found = self._all(subject, "agent", depth + 1)
            if found and (self._leads(subject) if t.lower in PERSONS else len(found) > 1 or subject.tag in ("NNS", "NNPS")):
                return found
        return [Party(id, t.span) for id in self.memory.group(t)] if t.lower in SEVERAL else []

    def _leads(self, t: Token) -> bool:
        """Whether a subject is a person: a name, an office, or somebody's title."""
        return self.is_person(t) or t.ent == "PERSON" or t.lemma in noun_classes()["leader"]

    def _of_two(self, t: Token) -> list[Party]:
        """Which of the last two named "the latter" or "the former" is."""
        named = dict.fromkeys(m.id for m in reversed(self.linked.mentions_in((0, t.start))[-6:]) if m.how != "place")
        two = list(named)[:2]
        return [Party(two[0 if t.lower == "latter" else 1], t.span)] if len(two) == 2 else []

    def _group(self, t: Token) -> list[Party]:
        """Those who last acted together, whom "the two sides" or "the ministers" takes up."""
        both = any(c.lower in ("both", "two") for c in t.children)
        if t.tag != "NNS" or not (both or pointing(t)) or t.kids("relcl", "prep", "poss", "acl"):
            return []
        if any(c.lower not in OF_OFFICE for c in t.kids("amod", "compound")):
            return []
        group = self.memory.group(t)
        return [Party(id, t.span) for id in group] if len(group) == 2 or not both else []

    def _pair(self, t: Token) -> list[Party]:
        """The two that "both countries" or "the two sides" stands for: those told together, else those most often named of late."""
        if told := self.linked.several_of(t):
            return [Party(m.id, t.span, body=m.kind is ActorKind.BODY) for m in told]
        if not any(c.lower in ("both", "two") for c in t.children):
            return []
        late = [m.id for m in reversed(self.linked.mentions_in((0, t.start))[-12:]) if m.kind in PAIRED and m.how not in ("place", "adjective")]
        two = sorted(dict.fromkeys(late), key=lambda id: -late.count(id))[:2]
        return [Party(id, t.span) for id in two] if len(two) == 2 else []

    def mention(self, t: Token) -> Party | None:
        """The actor whose mention covers a token; currency signs and codes are none, nor persons who stand for no state or group."""
        m = self.linked.mention_of(t)
        if m is None or self._is_currency(m) or (m.kind is ActorKind.PERSON and m.id.islower() and m.id not in self._groups):
            return None
        return Party(m.id, m.span, m.how == "place", m.kind in (ActorKind.BODY, ActorKind.WHOLE))

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
        return [Party(self.author, t.span)] if self.author and not self.linked.voices_over(t.span) else []

    @cached_property
    def author(self) -> str | None:
        """The state in whose name the whole article speaks, if it is a speech."""
        return author_of(self.linked)

    def _private(self, voice: Voice) -> bool:
        """Whether who speaks is a paper or an expert, who speaks for no state."""
        words = self.linked.doc.within(voice.speaker_span) if voice.speaker_span else ()
        return any(w.lemma in noun_classes()["private"] for w in words)

    def _owners(self, t: Token, role: str, depth: int) -> list[Party]:
        poss = t.child("poss")
        if poss is not None and (found := self._all(poss, role, depth + 1)):
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
        return found

    def _belongs(self, t: Token, role: str, depth: int) -> list[Party]:
        return self._by(BELONGING, t, role, depth)

    def _targets(self, t: Token, role: str, depth: int) -> list[Party]:
        for name, obj in prepositional(t):
            if name in TARGETING and (found := self._all(obj, role, depth + 1)):
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
                    if name in ("by", "from", "to", "in", "with") and (found := self._all(obj, role, depth + 1)):
                        return found
        return []

    def places(self, tokens: Sequence[Token]) -> tuple[Party, ...]:
        """The states where something happens, by the place phrases of these heads: "in Sumy, Ukraine", "near Kabul"."""
        for t in tokens:
            for name, obj in prepositional(t):
                if name in PLACING and (found := self._located(obj, 0)):
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
        return []
