"""Rates: the divisor of an amount that is told by a word beside its measure: "an annual deficit of $5 million", shares that fell to $73."""

from __future__ import annotations

from collections.abc import Iterator

from legation.claim.ellipsis import Before
from legation.claim.measures import AS_BEFORE, Taken
from legation.claim.scene import NOMINAL, Scene
from legation.claim.subjects import subject_of
from legation.parse.doc import Token

OFTEN = {"annual": "year", "yearly": "year", "annualised": "year", "annualized": "year", "monthly": "month", "weekly": "week", "daily": "day"}
FLOWING = frozenset(("money", "mass", "volume", "energy", "share"))
# What is of a year or of a day by its nature; and how near above the amount the noun stands that says how often.
OF_ITSELF = frozenset(("inflation", "unemployment", "poverty", "share", "wage-share", "price"))
NEAR = 3


def rate_of(scene: Scene, taken: Taken | None, before: Before | None) -> str | None:
    """The divisor that the amount's own words leave out: of its noun, of the share whose price it is, or of the same sum in other money."""
    if scene.family not in FLOWING or taken is None:
        return None
    if scene.family == "money" and taken.rule in ("noun:share", "noun:stock"):
        return "share"
    if scene.family == "money" and taken.rule == AS_BEFORE and before is not None and before.found.family == "money":
        gap = scene.linked.article.text[before.found.span[1] : scene.found.span[0]]
        return before.figure.amount.per if gap.strip() in ("(", "/", "or") else None
    if taken.measure in OF_ITSELF or (scene.family == "share" and taken.measure == "other"):
        return None
    return next((OFTEN[c.lower] for noun in _nouns(scene, taken) for c in noun.kids("amod") if c.lower in OFTEN), None)


def _nouns(scene: Scene, taken: Taken) -> Iterator[Token]:
    """The nouns that the amount hangs on, the one that gave its measure, and the subject of its verb."""
    yield from (t for t in (scene.head, *scene.path[:NEAR]) if t.pos in NOMINAL)
    if taken.word is not None and taken.word.pos in NOMINAL:
        yield taken.word
    subject = subject_of(scene.verb) if scene.verb is not None and scene.direct else None
    if subject is not None:
        yield subject
