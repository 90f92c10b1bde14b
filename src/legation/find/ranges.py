"""Ranges and lists: which drafts are two ends of one amount, one side of a score, or share a neighbour's unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from legation.codes.numbers import number_words
from legation.codes.tables import table
from legation.codes.units import cells
from legation.codes.wordsets import wordset
from legation.find.drafts import Draft, scaled
from legation.find.numerals import Form, Numeral
from legation.find.units import Measure
from legation.parse.doc import Doc, Sentence


@dataclass(frozen=True, slots=True)
class Joined:
    """One amount to be: a draft, or two that are the ends of a range; `shared` is a unit lent by a neighbour."""

    draft: Draft
    upper: Draft | None = None
    shared: Measure | None = None
    score: bool = False

    @property
    def closing(self) -> Draft:
        """The draft that ends the amount."""
        return self.upper or self.draft


RANGE_LINK = re.compile(r"\s?(?:[-–—‑~]|--)\s?|\s+to\s+|-to-|\s+or\s+|\s+through\s+", re.I)
FOLD_LINK = re.compile(r"-?(?:\s+to\s+(?:an?\s+)?|\s+or\s+|-to-)", re.I)
LIST_LINK = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+(?:about\s+|from\s+)?|\s*[-–]\s*|\s+versus\s+|\s+against\s+|\s+from\s+", re.I)
AND_LINK = re.compile(r"\s+and\s+(?:[a-z]+\s)?", re.I)
PART_LINK = re.compile(r"(?:\s+|-)(?P<how>in|out[\s-]of)(?:\s+|-)(?:every\s+)?", re.I)
BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|an\s+estimated\s+|some\s+|roughly\s+|around\s+|approximately\s+)?(?:the\s+)?[\\(]?\Z", re.I)
FROM = re.compile(r"\bfrom\s+(?:about\s+|some\s+|roughly\s+|around\s+|nearly\s+|just\s+|as\s+\w+\s+as\s+)?[\\(]?\Z", re.I)
# "fell by 272,000 to 126.8 million": a change and the level it led to.
BY = re.compile(r"\bby\s+(?:about\s+|some\s+|roughly\s+|around\s+|nearly\s+|just\s+|only\s+|a\s+further\s+|another\s+)?[\\(]?\Z", re.I)
ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000, 1000000))
# Words of movement that say no direction; those that do are in the table of changes.
MOVES = wordset("moves")
MOVING = wordset("moving")
# So many times the change is the level at least: ranges are narrower.
MUCH_MORE = 5


@cache
def movements() -> frozenset[str]:
    """Words after which "from 5 to 10" tells two levels and no range."""
    return MOVES | {w for row in table("changes") for w in cells(row["words"])}


def joined(doc: Doc, sentence: Sentence, drafts: list[Draft]) -> Iterator[Joined]:
    """The amounts that a sentence's drafts make, in text order."""
    k = 0
    while k < len(drafts):
        here, after = drafts[k], drafts[k + 1] if k + 1 < len(drafts) else None
        pair = after and (_part(doc.text, here, after) or _range(doc, sentence, here, after))
        if pair:
            yield pair
            k += 2
        elif after and _is_score(doc.text, here, after):
            yield from (Joined(d, score=True) for d in (here, after))
            k += 2
        else:
            yield _with_lent(here, _lent(doc.text, drafts, k))
            k += 1


def _with_lent(here: Draft, lender: Draft | None) -> Joined:
    """A draft with the unit and, where it is short, the scale of a later member of its list."""
    if lender is None:
        return Joined(here)
    numeral, scale = here.numeral, lender.numeral.scale
    if scale >= 1e5 and numeral.scale == 1 and numeral.high < 1000 and (here.prefixed or numeral.digits):
        here = replace(here, numeral=scaled(numeral, scale))
    return Joined(here, shared=None if here.measure else lender.measure)


def _part(text: str, here: Draft, after: Draft) -> Joined | None:
    """ "one in five", "nine out of ten": a share."""
    m = PART_LINK.fullmatch(text, here.end, after.start)
    top, bottom = here.numeral.low, after.numeral.low
    if not m or here.measure or after.measure or not 0 < top < bottom or here.numeral.form is not Form.CARDINAL:
        return None
    if not (bottom in ROUND or (top == 1 and bottom <= 1000)):
        return None
    if after.numeral.form is not Form.CARDINAL or (m["how"].lower() != "in" and top != 1 and bottom not in (3, 4, 5, 10, 100, 1000)):
        return None
    share = replace(here.numeral, span=(here.numeral.span[0], after.numeral.span[1]), low=top / bottom, high=top / bottom, form=Form.SHARE)
    return Joined(Draft(share, here.start, after.end))


def _range(doc: Doc, sentence: Sentence, here: Draft, after: Draft) -> Joined | None:
    """ "5 to 10 percent", "between $5 and $7 billion", "two- to threefold": one amount with two sides."""
    text, a, b = doc.text, here.numeral, after.numeral
    if (
        (a.form is Form.CARDINAL or (a.form is Form.MULTIPLE and text[: a.span[1]].endswith("fold")))
        and b.form is Form.MULTIPLE
        and not here.measure
        and a.low < b.low
        and FOLD_LINK.fullmatch(text, here.end, after.start)
    ):
        return Joined(replace(here, numeral=replace(a, form=Form.MULTIPLE)), upper=after)
    if not {a.form, b.form} <= {Form.CARDINAL, Form.SHARE} or not _same_units(here, after):
        return None
    gap, floor = text[here.end : after.start], sentence.span[0]
    between = BETWEEN.search(text, max(floor, here.start - 32), here.start)
    if not (AND_LINK if between else RANGE_LINK).fullmatch(gap) or (not between and " to " in f"{gap} " and _two_levels(doc, sentence, here, after)):
        return None
    low = _of_dozens(text, a, b) or (
        scaled(a, b.scale)
        if b.scale >= 1000 and a.scale == 1 and a.high < 1000 and a.high * b.scale < b.low and (here.prefixed or not here.measure)
        else a
    )
    if not low.high < b.low or (" or " in gap and (b.low > 2 * low.high + 1 or (here.measure and not here.prefixed))):
        return None
    return Joined(replace(here, numeral=low, start=between.start() if between else here.start), upper=after)


SHORT_SCALE = re.compile(r"(dozen|hundred)\Z", re.I)


def _of_dozens(text: str, a: Numeral, b: Numeral) -> Numeral | None:
    """The lower end by the dozen or hundred that only the upper one names: "two to three dozen"."""
    word = SHORT_SCALE.search(text, b.span[0], b.span[1])
    factor = number_words("scale")[word[1].lower()] if word else 0.0
    return scaled(a, factor) if factor and a.high < 100 and a.scale == 1 and a.high * factor < b.low else None


def _same_units(here: Draft, after: Draft) -> bool:
    """Whether two drafts can be the ends of one range: one unit for both, said at the end or with both."""
    if here.measure and after.measure:
        return here.measure.unit == after.measure.unit
    return not here.measure or here.prefixed


def _two_levels(doc: Doc, sentence: Sentence, here: Draft, after: Draft) -> bool:
    """Whether "from 5 to 10" is a movement from one level to another, or "5 percent to 10 percent" a change and a level."""
    first = max(sentence.span[0], here.start - 24)
    token = doc.at(here.numeral.span[0])
    verb = doc.tokens[token.i - 1] if token is not None and token.i else None
    if verb is not None and verb.pos == "VERB" and verb.lemma in MOVING and not after.measure and after.numeral.low > MUCH_MORE * here.numeral.high:
        return True  # "rose 15,000 to 444,000"
    opened = FROM.search(doc.text, first, here.start) or BY.search(doc.text, first, here.start)
    return bool(opened or (here.measure and not here.prefixed)) and _moves(doc, sentence, here)


def _moves(doc: Doc, sentence: Sentence, here: Draft) -> bool:
    """Whether a word of movement leads to the number: "rose from 5 to 10" tells two levels, no range."""
    token = doc.at(here.numeral.span[0])
    if token is None:
        return False
    first = max(sentence.tokens[0].i, token.i - 14)
    return any(t.lemma in movements() or t.lower in movements() for t in doc.tokens[first : token.i])


def _is_score(text: str, here: Draft, after: Draft) -> bool:
    gap = text[here.end : after.start]
    plain = not (here.measure or after.measure) and here.numeral.form is after.numeral.form is Form.CARDINAL
    return (
        plain
        and gap in ("-", "–", "—", " - ", " to ", "-to-")
        and here.numeral.low >= after.numeral.low
        and here.numeral.scale == after.numeral.scale
    )


def _lent(text: str, drafts: list[Draft], k: int) -> Draft | None:
    """The later member of a list whose unit and scale a bare number shares: "5, 6 and 7 percent", "$5 and $7 billion"."""
    here = drafts[k]
    if (here.measure and not here.prefixed) or here.numeral.form is not Form.CARDINAL:
        return None
    at = here
    for later in drafts[k + 1 : k + 6]:
        if not LIST_LINK.fullmatch(text, at.end, later.start) or later.numeral.form is not Form.CARDINAL:
            return None
        if later.measure:
            return later if later.measure.family != "money" or here.prefixed or not later.prefixed else None
        at = later
    return None
