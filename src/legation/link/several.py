"""Plurals without names that stand for several actors told before: "both countries", "the two neighbours", "the three", "the pair"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.codes.nouns import definite_nouns
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "pair": 2, "duo": 2, "trio": 3}
ALONE = frozenset({"pair", "duo", "trio"})
# Nouns that also others than states are called by.
ANY = frozenset({"side", "party", "group", "rival", "foe", "ally", "army", "power", "enemy", "adversary", "faction", "combatant", "partner", *ALONE})
DEFINITE = frozenset({"the", "these", "those", "both"})
STATES = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP, ActorKind.WHOLE)
# How many sentences back those are looked for that are told together, and how many actors of the article may be its topic.
BACK = 3


def several(doc: Doc, mentions: Sequence[Mention], topic: Sequence[Mention] = ()) -> Iterator[Mention]:
    """One mention for each actor of such a plural, all on its span, in text order; a plural that fits nobody, or too many, gives none.

    `topic`: the two that the article's title is about, for "the two countries" where no sentence before tells two."""
    acting = [m for m in mentions if m.how not in ("place", "adjective", "pronoun") and (m.kind in STATES or _stands(m))]
    told = _Told(doc, acting), _Told(doc, [m for m in acting if m.kind in (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGAN)])
    linked = {t.i for m in mentions for t in doc.within(m.span)}
    for token in doc.tokens:
        number = number_of(token)
        if number and token.i not in linked and not any(c.i in linked for c in token.kids("amod", "compound", "poss", "nmod")):
            all_, states = told
            those = all_ if token.lemma in ANY else states
            first = min((c for c in (*token.kids("det", "predet", "nummod", "amod"), token)), key=lambda t: t.i)
            yield from (
                replace(m, span=(first.start, token.end), how="noun")
                for m in those.together(token, number) or (topic if len(topic) == number else those.topic(number))
            )


def _stands(mention: Mention) -> bool:
    """Whether a person or organ stands for its state."""
    return mention.country is None and mention.id.isupper()


def number_of(token: Token) -> int:
    """How many a plural noun or "the pair" stands for; 0 for what is no such plural."""
    if token.lower in ALONE:
        return NUMBERS[token.lower] if any(c.lower == "the" for c in token.kids("det")) and not token.kids("prep") else 0
    if token.tag != "NNS" or token.lemma not in definite_nouns("several") or any(c.lower in ("of", "in") for c in token.kids("prep")):
        return 0
    told = [c.lower for c in token.children if c.i < token.i]
    return max((NUMBERS.get(w, 0) for w in told), default=0) if DEFINITE & set(told) else 0


class _Told:
    """Who is told where."""

    def __init__(self, doc: Doc, acting: Sequence[Mention]) -> None:
        self._acting = acting
        self._sentences: dict[int, list[tuple[int, Mention]]] = {}
        for m in acting:
            if (head := doc.head_of(m.span)) is not None:
                self._sentences.setdefault(head.sent, []).append((head.i, m))

    def together(self, token: Token, number: int) -> list[Mention]:
        """Those told in the nearest sentence that tells just so many; nobody where one tells more."""
        for sentence in range(token.sent, max(-1, token.sent - BACK - 1), -1):
            group: dict[str, Mention] = {}
            for at, mention in self._sentences.get(sentence, ()):
                if at < token.i:
                    group.setdefault(mention.id, mention)
            if len(group) >= number:
                return list(group.values()) if len(group) == number else []
        return []

    def topic(self, number: int) -> list[Mention]:
        """Those that the article tells far more often than any other."""
        ranked = Counter(m.id for m in self._acting).most_common(number + 1)
        if len(ranked) < number or (len(ranked) > number and ranked[number][1] * 2 > ranked[number - 1][1]):
            return []
        return [next(m for m in self._acting if m.id == id) for id, _ in ranked[:number]]
