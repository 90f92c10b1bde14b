"""The scene of an amount: the words of its sentence that bear on what it measures, nearest in grammar first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from legation.codes.units import currencies
from legation.codes.wordsets import wordset
from legation.find.found import FoundAmount
from legation.find.sorts import Sort
from legation.link.linked import Linked
from legation.parse.doc import Token
from legation.words.evidence import covers

NOMINAL = frozenset(("NOUN", "PROPN"))
VERBAL = frozenset(("VERB", "AUX"))
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# Nouns of which "of" says what is counted.
COUNTING = frozenset(("number", "total", "count", "tally"))
# Nouns of persons that say themselves what became of them.
LOSSES = frozenset(("casualty", "death", "fatality"))
PERCENT = frozenset(("percent", "%", "cent", "pct"))
LONGEST_PATH = 9
LONGEST_LIST = 40
NEAR = 9
SERVICES = wordset("services")
ROWS_FAMILY = {"volume/day": "volume"}
FATES = wordset("fates")
FATES_DEALT = frozenset(("wound", "kill", "injure", "hurt", "detain", "arrest", "displace"))


@cache
def money_names() -> frozenset[str]:
    """Nouns of money: where a number stands before one it is another amount and says nothing of this one."""
    return frozenset(name for currency in currencies() for name in currency.names)


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
    def family(self) -> str:
        """The family that the table of measures knows: counts are people, things or bare, scores are scores."""
        found = self.found
        if found.sort is Sort.SCORE:
            return "score"
        if found.family is None:
            return "bare"
        if found.family == "count":
            if found.amount.per is not None and found.noun is not None and found.noun.lemma in SERVICES:
                return "frequency"
            return "people" if found.amount.unit == "people" else "things"
        return ROWS_FAMILY.get(found.family, found.family)

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
        top, steps = self.head, 0
        while top.dep in ("conj", "appos", "nummod", "quantmod", "compound") and top.head.pos not in VERBAL and steps < LONGEST_LIST:
            top, steps = top.head, steps + 1
        return top.head is self.verb and top.dep in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "attr",
            "npadvmod",
            "oprd",
            "dative",
            "pobj",
            "ROOT",
            "ccomp",
            "dep",
            "conj",
        )

    @cached_property
    def top(self) -> Token:
        """The first of the coordinated amounts that the phrase belongs to ("by 9 and 8 percent"); its own head where there is none."""
        at = self.head
        while at.dep == "conj" and at.head.pos in (*NOMINAL, "NUM", "SYM") and at.head.i >= at.i - 6:
            at = at.head
        shared = at.dep in ("nummod", "compound", "quantmod") and at.head.lower in PERCENT and not covers(self.found.span, at.head.span)
        return at.head if shared else at  # "fell by 1.5 and 3 percent"

    @cached_property
    def prep(self) -> str | None:
        """The preposition right above the phrase or the list it is in."""
        above = self.top.head
        return above.lower if above is not self.top and above.pos in ("ADP", "SCONJ") and self.top.dep in ("pobj", "pcomp", "npadvmod") else None

    def clues(self) -> Iterator[Clue]:
        """The words that bear on the amount, nearest first."""
        noun, counted = self.found.noun, self.found.family == "count"
        people = self.found.amount.unit == "people"
        seen: set[tuple[int, str]] = set()
        if counted and noun is not None and (not people or noun.lemma in LOSSES):
            seen.add((noun.i, "own"))
            yield Clue(noun, "own", 0)
        for clue in (*self._beside(), *self._upward()):
            if counted and noun is not None and clue.step >= 2 and (noun.i, "own") not in seen:
                seen.add((noun.i, "own"))
                yield Clue(noun, "own", 2)
            if (clue.token.i, clue.place) not in seen:
                seen.add((clue.token.i, clue.place))
                yield clue
        if counted and noun is not None and (noun.i, "own") not in seen:
            yield Clue(noun, "own", 3)
        yield from self._nearby(seen)

    def _beside(self) -> Iterator[Clue]:
        """What stands right before and after a count: "wounding 13 others", "609 injured", "25 more killed"."""
        if self.found.family not in ("count", None):
            return
        tokens, inside = self.linked.doc.tokens, self.linked.doc.within(self.found.span)
        noun = self.found.noun
        if noun is not None and noun.lower in FATES:
            yield Clue(noun, "object", 0)
        after = tokens[inside[-1].i + 1] if inside and inside[-1].i + 1 < len(tokens) else None
        while after is not None and after.pos == "ADV" and after.i + 1 < len(tokens):
            after = tokens[after.i + 1]  # "13 others still missing"
        helping: list[Token] = []
        while after is not None and after.pos == "AUX" and after.lemma in ("be", "have") and after.i + 1 < len(tokens):
            helping, after = [*helping, after], tokens[after.i + 1]  # "345 pilgrims have been killed"
        if helping and helping[-1].lemma == "have":
            after = None  # "two presidents have carried on"
        if after is not None and after.sent == self.found.token.sent and (after.tag == "VBN" or after.lower in FATES) and after.pos != "AUX":
            yield Clue(after, "object", 0)
            yield from (Clue(c, "object", 0) for c in after.kids("xcomp"))
        before = tokens[inside[0].i - 1] if inside and inside[0].i else None
        if (
            before is not None
            and before.sent == self.found.token.sent
            and before.pos in ("VERB", "NOUN")
            and (before.tag != "NN" or before.lemma in FATES_DEALT)
        ):
            yield Clue(before, "object" if before.pos == "VERB" or before.lemma in FATES_DEALT else "verb", 0)
        if noun is not None:
            yield from (Clue(c, "object", 0) for c in noun.children if c.tag == "VBN" and c.dep in ("amod", "acl"))
            yield from (clue for c in noun.kids("relcl") for clue in self._told_in(c))
            for clause in (c for c in noun.kids("acl") if c.tag == "VBG"):
                yield Clue(noun, "own", 1)  # refugees that live in camps are refugees first
                yield Clue(clause, "verb", 1)

    def _told_in(self, clause: Token) -> Iterator[Clue]:
        """The verb of a clause that says what became of those counted: "1,200 soldiers who were killed", "people who fled"."""
        subject = clause.child(*SUBJECTS)
        if subject is not None and subject.lower in ("who", "that", "which"):
            yield from (Clue(clause, "object", 1) for _ in range(subject.dep == "nsubjpass"))
            yield Clue(clause, "verb", 1)

    def _upward(self) -> Iterator[Clue]:
        noun, at, step = self.found.noun, self.head, 0
        if self.found.family == "money" and self.path and self.path[0].pos in VERBAL:
            yield Clue(self.path[0], "verb", 0)
        if noun is not None and self.found.family != "count":
            yield Clue(noun, "noun", 0)
        if self.head.pos in VERBAL:
            yield from self._around(self.head, self.head, 1)
        if self.found.family is None:
            yield from (Clue(c, "noun", 0) for c in at.children if c.pos in NOMINAL)
        aside = False
        for above in self.path:
            aside = at.dep in ("conj", "appos") and above.pos in NOMINAL and at.pos in (*NOMINAL, "NUM", "SYM")
            whole = at.lower in ("among", "amongst")
            if above.pos in NOMINAL and not whole and not (aside and self.found.family == "count"):
                step += 1
                yield from self._noun(above, at, step)
            elif above.pos in ("ADJ", "ADV") and self.found.family == "length":
                yield Clue(above, "noun", step)
            elif above.pos in VERBAL and above.lower not in ("including", "excluding"):
                step += 1
                yield from self._verb(above, at, step)
                yield from self._around(above, at, step)
            at = above

    def _verb(self, verb: Token, at: Token, step: int) -> Iterator[Clue]:
        """A verb as clue, as `object` too where the phrase below is what it is done to; and the verb it leads to ("feared dead")."""
        first = at
        while first.dep == "conj" and first.head.pos in NOMINAL:
            first = first.head
        under = (
            first.dep in ("dobj", "nsubjpass", "dative", "oprd")
            or at.dep in ("dobj", "nsubjpass")
            or (first.dep == "nsubj" and verb.tag == "VBN" and not verb.child("dobj") and not any(c.lemma == "have" for c in verb.kids("aux")))
        )
        under = under or (verb.dep in ("acl",) and verb.tag == "VBN" and at.dep != "pobj")
        if under:
            yield Clue(verb, "object", step)
        yield Clue(verb, "verb", step)
        if first.dep in SUBJECTS:
            for c in verb.kids("xcomp", "oprd", "acomp"):
                yield from (
                    Clue(c, place, step) for place in (("verb", "object") if c.tag == "VBN" or c.child("auxpass") or c.lower in FATES else ("verb",))
                )

    def _noun(self, noun: Token, at: Token, step: int) -> Iterator[Clue]:
        if noun.tag == "NNP" and self.linked.mention_of(noun) is not None:
            return  # "the United States Air Force" is no force that is counted
        if noun.child("nummod") is not None and noun.lemma in money_names() and not covers(self.found.span, noun.span):
            return
        of = [p for prep in noun.kids("prep") if prep is not at and prep.lower in ("of", "in", "for", "with") for p in prep.kids("pobj")]
        fated = (noun, *(of if noun.lemma in COUNTING else ()))
        yield from (Clue(c, "object", step) for t in fated for c in t.children if c.tag == "VBN" and c.dep == "amod" and c.lower in FATES)
        yield Clue(noun, "noun", step)
        yield from (Clue(p, "noun", step) for p in of)

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
            if prep is not at and prep.lower in ("in", "on", "for", "of", "as", "below", "under", "from"):
                yield from (Clue(p, "noun", step + 1) for p in prep.kids("pobj"))

    def _nearby(self, seen: set[tuple[int, str]]) -> Iterator[Clue]:
        """Nouns of the same sentence by distance, where grammar has said nothing."""
        here = self.found.token
        around = self.linked.doc.tokens[max(0, here.i - NEAR) : here.i + NEAR + 1]
        close = [t for t in around if t.sent == here.sent and t.pos in NOMINAL and (t.i, "noun") not in seen and not covers(self.found.span, t.span)]
        yield from (Clue(t, "noun", 9) for t in sorted(close, key=lambda t: abs(t.i - here.i)))


# Nouns that only size what modifies them: "the trade deficit" is told of trade, "the trade war" is not.
SIZES = wordset("sizes")


def phrases(token: Token) -> Iterator[str]:
    """A noun or verb as the tables may name it, longest first: "trade deficit", "deficit"; "write off", "write"."""
    before = [c for c in token.children if c.i < token.i and c.dep in ("compound", "amod", "nmod")]
    for k in range(len(before)):
        yield " ".join([*(c.lemma for c in before[k:]), token.lemma])
    after = token.child("prt")
    if after is not None:
        yield f"{token.lemma} {after.lower}"
        return
    is_verb = token.pos == "VERB"
    for prep in token.kids("prep"):
        inner = prep.child("pobj") if is_verb or prep.lower in ("of", "from", "per") else None
        if inner is not None:
            yield f"{token.lemma} {prep.lower} {inner.lemma}"
        yield f"{token.lemma} {prep.lower}"
    if is_verb:
        yield from (f"{token.lemma} {aim.lemma}" for aim in token.kids("dobj", "nsubjpass", "oprd", "xcomp", "acomp"))
    if token.pos in NOMINAL:
        # The parser hangs "to work" of "hold permits to work" on the verb.
        aims = [*token.kids("acl"), *(c for c in token.head.kids("advcl") if c.i == token.i + 2)]
        yield from (f"{token.lemma} to {c.lemma}" for c in aims if any(k.lower == "to" for k in c.kids("aux")))
    yield token.lemma
    if token.lemma != token.lower:
        yield token.lower
    if token.pos == "PROPN":
        yield token.lower.removesuffix("s")
    if token.lemma in SIZES:
        yield from (c.lemma for c in before if c.pos in NOMINAL)
