"""Ellipsis: figures that go on with the one before: its parts, its other level or currency, more of the same, and what they take from it."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from legation.claim.measures import AS_BEFORE, Taken, is_rate, measure_of
from legation.claim.moves import change_of
from legation.claim.orders import VICTIMS
from legation.claim.scene import Scene
from legation.claim.sides import shares
from legation.claim.subjects import subject_of
from legation.codes.wordsets import wordset
from legation.find.amounts import FoundAmount, Sort
from legation.link.linked import Linked
from legation.words.figure import Figure

PART_WORDS = ("including ", "includes ", "of whom ", "of which ", "of them ", "among them ", "comprising ", "including at least ")


@dataclass(frozen=True, slots=True)
class Before:
    """The figure before, from which an elliptic one takes what it leaves out."""

    figure: Figure
    found: FoundAmount
    taken: Taken | None


def taken_of(scene: Scene, before: Before | None) -> Taken | None:
    """The measure that the amount's own words give, else that of the figure it continues."""
    taken = measure_of(scene)
    if taken is None and before is not None and is_money_too(scene, before):
        taken = measure_of(Scene(scene.linked, replace(scene.found, family="money")))
    if before is not None and _continues(scene, before) and not _own_fate(scene, taken):
        return Taken(before.figure.measure or "other", before.taken.row if before.taken else None, None, AS_BEFORE)
    if before is not None and _is_more(scene, before, taken):
        return Taken(before.figure.measure or "other", before.taken.row if before.taken else None, None, AS_BEFORE)
    if before is not None and _is_share_too(scene, before, taken):
        return Taken("share", None, None, AS_BEFORE)
    if (taken is None or taken.measure == "change") and before is not None and _elliptic(scene, before):
        return Taken(before.figure.measure or "other", before.taken.row if before.taken else None, None, AS_BEFORE)
    if taken is None and scene.family == "share" and not is_rate(scene):
        return Taken("share", rule="unit:share")
    return taken


def _is_share_too(scene: Scene, before: Before, taken: Taken | None) -> bool:
    """Whether a bare percentage after a share is one too: what else might name it stands before that share."""
    here, other = scene.found, before.found
    alike = here.family == other.family == "share" and here.noun is None and here.token.sent == other.token.sent and before.figure.measure == "share"
    return alike and taken is not None and taken.word is not None and taken.word.i < other.token.i and change_of(scene) is None


MORE = frozenset(("more", "others", "other"))


def _is_more(scene: Scene, before: Before, taken: Taken | None) -> bool:
    """Whether those counted are more of the same: "the navy saved 200 more", and nothing says what else became of them."""
    noun, other = scene.found.noun, before.found
    alike = noun is not None and noun.lower in MORE and other.family == "count" and scene.found.token.sent == other.token.sent
    # Refugees that are saved are refugees still; of those killed some others may be missing.
    untold = taken is None or (taken.measure == "other" and before.figure.measure == "displaced")
    return alike and untold and before.figure.measure != "other"


# So much without a unit is money where the figure before is: "exports of $600 million and imports of 6 billion".
A_SUM = 1e6


def is_money_too(scene: Scene, before: Before) -> bool:
    """Whether a bare large number is a sum of the money before it in the sentence."""
    found = scene.found
    large = (found.amount.low or found.amount.high or 0.0) >= A_SUM and found.family is None and found.noun is None
    return large and before.found.family == "money" and before.found.token.sent == found.token.sent


# "of whom 741 were killed": so near stands what became of a part.
FATE_REACH = 12


def _own_fate(scene: Scene, taken: Taken | None) -> bool:
    """Whether a part says itself what became of it: "wounding dozens, including 16 inmates killed"."""
    if taken is None or taken.measure not in VICTIMS or taken.word is None:
        return False
    reach = FATE_REACH if taken.rule.startswith("object:") else 2
    return scene.found.span[0] < taken.word.start <= scene.found.span[1] + reach


# "rose to 5 % from 4 %", "27 seats to 11": two levels of one thing.
LEVELS = re.compile(
    r"\s*,?\s*(?:(?:up|down)\s+)?(?:from|to|vs\.?|versus|compared\s+(?:with|to)|against)\s+(?:about\s+|only\s+|just\s+|some\s+|nearly\s+|a\s+)*", re.I
)


def _continues(scene: Scene, before: Before) -> bool:
    """Whether the amount is a part of the one before ("including 4 children", "of whom 12"), its other currency or its other level."""
    alike = scene.found.family in (before.found.family, None) and scene.found.amount.noun is None and scene.found.sort is Sort.AMOUNT
    if alike and scene.found.token.sent == before.found.token.sent and LEVELS.fullmatch(_gap(scene, before)):
        return True
    if scene.found.family == before.found.family == "money" and _gap(scene, before).strip() in ("(", "/", "or", "(about", "(around", "(nearly"):
        return True
    if scene.found.token.sent != before.found.token.sent or scene.family not in ("people", "bare"):
        return False
    return _is_part(scene, before) or _is_next_part(scene, before) or (scene.found.noun is None and _is_ofwhole(scene, before))


# Marks of emphasis and quotation between two amounts say nothing.
MARKS = re.compile(r"[*_“”\"]+")


def _gap(scene: Scene, before: Before) -> str:
    return MARKS.sub("", scene.linked.article.text[before.found.span[1] : scene.found.span[0]].lower())


def _is_part(scene: Scene, before: Before) -> bool:
    """Whether the words between two amounts make the later one a part of the earlier."""
    gap = _gap(scene, before)
    return gap.endswith(PART_WORDS) or PART_OPENS.search(gap) is not None


# "including the three", "including a woman and two"
PART_OPENS = re.compile(r"\b(?:including|among them|comprising)\s+(?:the\s+|another\s+|(?:an?|one)\s+(?:[\w’'-]+\s+){1,4}and\s+)\Z")
OPENING_WHOLE = re.compile(r"(?:^|[.;“\"]\s*|\s)(?:of|out of|among)\s+(?:the|these|those|its|their|all)\s+\Z", re.I)
# A clause on the whole may stand before its part: "Of the 721 who fell, 462 were buried".
ASIDE = re.compile(r"(?:\s+(?:who|that|which|in|from|on|at)\b[^,;]{0,60})?,", re.I)


def _is_ofwhole(scene: Scene, before: Before) -> bool:
    """Whether the amount is a part of the one that opens the sentence: "Of the 300 workers, 120 came from Chad"."""
    text, start = scene.linked.article.text, before.found.span[0]
    alike = scene.found.family in (before.found.family, None) and ASIDE.fullmatch(_gap(scene, before).rstrip()) is not None
    return alike and OPENING_WHOLE.search(text, max(0, start - 24), start) is not None


LISTED = re.compile(r"\s*(?:,|and|, and)\s+")
PARTS_BEFORE = re.compile(r"\s+(?:\w+\s+)?(?:out\s+)?of\s+(?:the|these|those|its|their|all)\s+(?:total\s+)?", re.I)


def whole(scene: Scene, before: Before | None) -> str | None:
    """The id of the figure before where this one is a part of it, or of the same whole as it: "12 cars, comprising 8 vans and 4 lorries"."""
    if before is None or scene.found.token.sent != before.found.token.sent:
        return None
    if _is_part(scene, before):
        return before.figure.id
    if _is_ofwhole(scene, before):
        return before.figure.id
    return before.figure.part_of if _is_next_part(scene, before) else None


def _is_next_part(scene: Scene, before: Before) -> bool:
    """Whether the amount goes on with the parts of a whole: "including 618 men and 59 women"; who has a clause of his own is no part
    ("including four attackers, and 15 others were hurt")."""
    told_apart = scene.top.dep in ("nsubj", "nsubjpass") or (scene.found.noun is not None and scene.found.noun.lemma == "other")
    return before.figure.part_of is not None and LISTED.fullmatch(_gap(scene, before)) is not None and not told_apart


def with_parts(figures: list[Figure], text: str) -> list[Figure]:
    """The figures, with those that are told before their whole tied to it: "120 of the 300 workers"."""
    out = list(figures)
    for k, (part, whole) in enumerate(itertools.pairwise(figures)):
        if part.part_of is None and PARTS_BEFORE.fullmatch(text, part.span[1], whole.span[0]) and (part.amount.low or 0) < (whole.amount.low or 0):
            out[k] = replace(part, part_of=whole.id)
    return out


RUNNING = wordset("running")


def _runs_on(scene: Scene) -> bool:
    """Whether a change is told of the figure before: "the number has doubled", "it rose by a third"."""
    subject = subject_of(scene.verb) if scene.verb is not None else None
    if subject is None or subject.lower in ("it", "that", "this"):
        return subject is not None
    return subject.lemma in RUNNING and all(c.dep in ("det", "amod", "punct") for c in subject.children)


def _elliptic(scene: Scene, before: Before) -> bool:
    """Whether the amount may stand for the same quantity as the one before: same family or bare, in the same or the next sentence."""
    family, other = scene.found.family, before.found.family
    apart = scene.found.token.sent - before.found.token.sent
    if apart <= 1 and scene.found.amount.change is not None and _runs_on(scene):
        return True
    if family is None:
        return scene.found.amount.per is None and apart == 0 and other in ("count", "money", None) and scene.found.amount.noun is None
    return apart <= 1 and family == other and family not in ("count", "ratio") and scene.found.amount.noun is None


def is_in_brackets(linked: Linked, before: Before, found: FoundAmount) -> bool:
    """Whether an amount only tells the one before in another unit of its family."""
    gap = linked.article.text[before.found.span[1] : found.span[0]]
    other = found.amount.unit is not None and found.amount.unit != before.found.amount.unit and found.family == before.found.family
    return other and found.family != "count" and "(" in gap and ")" not in gap


SAME_TIME = re.compile(r"\s+(?:\w+\s+){0,4}?(?:over|during|in|for)\s+(?:that|the\s+same|those)\s+(?:time|period|years?|months?|days?|weeks?)\b", re.I)


def keeps_time(scene: Scene, taken: Taken | None, before: Before) -> bool:
    """Whether an amount without a date speaks of the time of the one before: its share, or "in the same period"."""
    apart = scene.found.token.sent - before.found.token.sent
    if apart > 1 or before.figure.when is None:
        return False
    if SAME_TIME.match(scene.linked.article.text, scene.found.span[1]):
        return True
    return taken is not None and taken.measure == "share" and shares(scene, before.figure)
