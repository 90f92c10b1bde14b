"""The scene of an amount: the words of its sentence that bear on what it measures, nearest in grammar first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from legation.find.amounts import FoundAmount
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.evidence import covers

NOMINAL = frozenset(("NOUN", "PROPN"))
VERBAL = frozenset(("VERB", "AUX"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
LONGEST_PATH = 9
NEAR = 14


@dataclass(frozen=True, slots=True)
class Clue:
    """A word that may say what an amount measures: `place` is own, noun or verb; `step` how far up it stands."""

    token: Token
    place: str
    step: int


@dataclass(frozen=True)
class Scene:
    """An amount in its sentence."""

    linked: Linked
    found: FoundAmount

    @cached_property
    def head(self) -> Token:
        """The token that heads the number phrase."""
        inside = self.linked.doc.within(self.found.span) or [self.found.token]
        ids = {t.i for t in inside}
        tops = [t for t in inside if t.head is t or t.head.i not in ids]
        noun = self.found.noun
        if noun is not None and noun in tops:
            return noun
        below = {a.i for a in (self.found.token, *self.found.token.ancestors())}
        return next((t for t in tops if t.i in below), tops[-1] if tops else self.found.token)

    @cached_property
    def path(self) -> list[Token]:
        """The tokens above the phrase, nearest first."""
        out: list[Token] = []
        for t in self.head.ancestors():
            out.append(t)
            if len(out) >= LONGEST_PATH:
                break
        return out

    @cached_property
    def verb(self) -> Token | None:
        """The verb that the phrase hangs on."""
        if self.head.pos in VERBAL:
            return self.head
        return next((t for t in self.path if t.pos in VERBAL), None)

    @cached_property
    def direct(self) -> bool:
        """Whether the phrase itself, or a conjunct it is coordinated with, is the verb's subject or object."""
        top = self.head
        while top.dep in ("conj", "appos", "nummod", "quantmod", "compound") and top.head is not top and top.head.pos not in VERBAL:
            top = top.head
        return top.head is self.verb and top.dep in ("nsubj", "nsubjpass", "dobj", "attr", "npadvmod", "oprd", "dative", "pobj", "ROOT", "ccomp", "dep", "conj")

    @cached_property
    def prep(self) -> str | None:
        """The preposition right above the phrase."""
        return self.path[0].lower if self.path and self.path[0].pos in ("ADP", "SCONJ") and self.head.dep in ("pobj", "pcomp", "npadvmod") else None

    def clues(self) -> Iterator[Clue]:
        """The words that bear on the amount, nearest first."""
        noun = self.found.noun
        counted = self.found.family == "count"
        people = self.found.amount.unit == "people"
        seen: set[tuple[int, str]] = set()
        late = []
        for clue in self._upward():
            if noun is not None and counted and not people and not seen:
                yield Clue(noun, "own", 0)
            key = (clue.token.i, clue.place)
            if key in seen:
                continue
            seen.add(key)
            if noun is not None and counted and people and clue.step >= 2 and not late:
                late.append(clue)
                yield Clue(noun, "own", 2)
            yield clue
        if noun is not None and counted and not late:
            yield Clue(noun, "own", 3)
        yield from self._nearby(seen)

    def _upward(self) -> Iterator[Clue]:
        noun, at, step = self.found.noun, self.head, 0
        if noun is not None and self.found.family != "count":
            yield Clue(noun, "noun", 0)
        if self.found.family is None:
            yield from (Clue(c, "noun", 0) for c in at.children if c.pos in NOMINAL)
        for above in self.path:
            if above.pos in NOMINAL or above.lower in ("worth",):
                step += 1
                if above.pos in NOMINAL:
                    yield from self._noun(above, at, step)
            elif above.pos in VERBAL:
                step += 1
                yield Clue(above, "verb", step)
                yield from self._around(above, at, step)
            at = above

    def _noun(self, noun: Token, at: Token, step: int) -> Iterator[Clue]:
        yield Clue(noun, "noun", step)
        for prep in noun.kids("prep"):
            if prep is not at and prep.lower in ("of", "in", "for"):
                yield from (Clue(p, "noun", step) for p in prep.kids("pobj"))

    def _around(self, verb: Token, at: Token, step: int) -> Iterator[Clue]:
        """The nouns beside the phrase under its verb: what rose, what is told of."""
        deps = ("attr", "dobj") if at.dep in SUBJECTS else ("nsubj", "nsubjpass", "dobj", "attr", "oprd")
        bearer = verb
        while not bearer.child(*SUBJECTS) and bearer.dep in ("conj", "xcomp", "advcl", "acl", "relcl") and bearer.head.pos in VERBAL:
            bearer = bearer.head
        for dep in deps:
            source = bearer if dep in SUBJECTS else verb
            for c in source.kids(dep):
                if c is not at:
                    yield from self._noun(c, at, step)
        for prep in verb.kids("prep"):
            if prep is not at and prep.lower in ("in", "on", "for", "of", "as"):
                yield from (Clue(p, "noun", step + 1) for p in prep.kids("pobj"))

    def _nearby(self, seen: set[tuple[int, str]]) -> Iterator[Clue]:
        """Nouns of the same sentence by distance, where grammar has said nothing."""
        here, tokens = self.found.token, self.linked.doc.sentence(self.found.token).tokens
        close = [t for t in tokens if t.pos in NOMINAL and (t.i, "noun") not in seen and abs(t.i - here.i) <= NEAR and not covers(self.found.span, t.span)]
        yield from (Clue(t, "noun", 9) for t in sorted(close, key=lambda t: abs(t.i - here.i)))


def phrases(token: Token) -> Iterator[str]:
    """A noun or verb as the tables may name it, longest first: "trade deficit", "deficit"; "write off", "write"."""
    before = [c for c in token.children if c.i < token.i and c.dep in ("compound", "amod", "nmod")]
    for k in range(len(before)):
        yield " ".join([*(c.lemma for c in before[k:]), token.lemma])
    after = token.child("prt")
    if after is not None:
        yield f"{token.lemma} {after.lower}"
    of = next((p for p in token.kids("prep") if p.lower == "of"), None)
    inner = of.child("pobj") if of is not None else None
    if inner is not None:
        yield f"{token.lemma} of {inner.lemma}"
    yield token.lemma
    if token.lemma != token.lower:
        yield token.lower
    if token.pos in NOMINAL:
        yield from (c.lemma for c in before if c.pos in NOMINAL)
