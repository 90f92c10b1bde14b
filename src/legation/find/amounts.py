"""Amounts that the text shows: numbers with their bound, unit and rate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from legation.codes.numbers import number_words
from legation.codes.units import is_person, plural
from legation.find.bounds import PLACING, Bounding, bound_after, bound_before
from legation.find.counted import STANDALONE, counted_noun
from legation.find.masks import masks
from legation.find.numerals import Form, Numeral, numerals
from legation.find.units import Measure, money_before, rate_after, unit_after
from legation.parse.doc import Doc, Sentence, Token
from legation.words.amount import Amount, Bound, Change
from legation.words.evidence import Span


class Sort(StrEnum):
    """What a number is to the text; only an `amount` can be a figure, the others are numbers."""

    AMOUNT = "amount"
    ORDINAL = "ordinal"
    AGE = "age"
    MOMENT = "moment"
    SCORE = "score"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount, where it stands, the token that carries the number and the noun it counts (None where there is none).

    `family` is the family of its unit (mass, money, time...), `count` for counted nouns, None where it stands alone.
    """

    span: Span
    amount: Amount
    token: Token
    noun: Token | None = None
    sort: Sort = Sort.AMOUNT
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A numeral with what was read beside it, before neighbours are joined. `start` and `end` take in sign and unit."""

    numeral: Numeral
    start: int
    end: int
    measure: Measure | None = None
    prefixed: bool = False


def find_amounts(doc: Doc) -> Iterator[FoundAmount]:
    """All amounts of a document, in text order."""
    for sentence in doc.sentences:
        span = sentence.span
        found = [_draft(doc, n, span) for n in numerals(doc.text, span, masks(doc.text, span))]
        drafts = [d for d in found if not _is_year(doc, d, span)]
        taken = span[0]
        for joined in _joined(doc, sentence, drafts):
            amount = _amount(doc, joined, (taken, span[1]))
            if amount and amount.sort is not Sort.PRONOUN:
                yield amount
            taken = (joined.upper or joined.draft).end


def _draft(doc: Doc, numeral: Numeral, limits: Span) -> Draft:
    text = doc.text
    start, end = numeral.span
    sign = money_before(text, start, limits[0]) if numeral.form in (Form.CARDINAL, Form.VAGUE) else None
    tied = numeral.tied
    if tied in number_words("tied") and (sign or tied in ("M", "K", "B", "MM") or (tied == "m" and _counts_millions(text, end + 1))):
        numeral = _scaled(numeral, number_words("tied")[tied])
        end, tied = end + len(numeral.tied), ""
        numeral = replace(numeral, tied="", span=(start, end))
    if numeral.form in (Form.ORDINAL, Form.MULTIPLE):
        return Draft(numeral, start, end)
    if numeral.form is Form.SHARE and (of_one := HALF_A.match(text, end)):
        end = of_one.end()
    measure = unit_after(doc, end, tied, limits[1], numeral.form is Form.VAGUE)
    if numeral.form is Form.SHARE and measure is None:
        end = numeral.span[1]
    if sign:
        ending = measure.end if measure and measure.family == "money" else end
        return Draft(numeral, sign[1], ending, Measure(sign[0], "money", ending), prefixed=True)
    return Draft(numeral, start, measure.end if measure else end + (len(tied) if measure else 0), measure)


def _counts_millions(text: str, end: int) -> bool:
    """Whether "5m" is five million of what follows and no length: "5m people", but "5m high"."""
    return bool(
        re.match(r"\s+(?!long|high|deep|tall|wide|away|above|below|from|to|in|of|and|or|on|at|off|thick|under)[a-z]{4,}", text[end : end + 16], re.I)
    )


def _scaled(numeral: Numeral, factor: float) -> Numeral:
    return replace(numeral, low=numeral.low * factor, high=numeral.high * factor, scale=factor)


# "half a century", "a quarter of an hour": a share of one unit is so much of it.
HALF_A = re.compile(r"\s+(?:of\s+)?an?(?=\s)", re.I)
YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|after|before|during|for|through|throughout|around|about|circa|early|mid|late|year|years|spring|summer|autumn|fall|winter|and|or|"
    r"the|this|his|her|its|their|our|than|between|end|beginning|start|ending|pre|post|vs\.?|q[1-4]|quarter|half|’s|'s|-|–|\(|,)[\s-]*\Z",
    re.I,
)


YEAR_LED = re.compile(r"\b(?:in|since|until|till|during|throughout|by|before|after|early|mid|late)[\s-]+\Z", re.I)


def _is_year(doc: Doc, draft: Draft, limits: Span) -> bool:
    """Whether four digits are a year: without sign, unit and comma, and not counting persons or things."""
    n = draft.numeral
    start, end = n.span
    if not (n.digits and n.form is Form.CARDINAL and n.scale == 1 and end - start == 4 and n.low == int(n.low) and 1400 <= n.low <= 2100):
        return False
    if draft.measure and draft.measure.family != "time":
        return False
    before = doc.text[max(limits[0], start - 16) : start]
    bounded = bound_before(doc.text, start, limits[0])
    if bounded.side is not None and bounded.words not in ("near", "within", "beyond"):
        return False
    if draft.measure:
        return False
    if 1900 <= n.low <= 2060 and YEAR_LED.search(before):
        return True
    last = doc.at(end - 1)
    noun = counted_noun(doc, last, end) if last else None
    if noun is not None and (
        is_person(noun.text) or (noun.tag == "NNS" and noun.i == (last.i + 1 if last else 0) and not YEAR_BEFORE.search(before))
    ):
        return False
    return 1900 <= n.low <= 2060 or bool(YEAR_BEFORE.search(before)) or not before.strip() or noun is None


@dataclass(frozen=True, slots=True)
class Joined:
    """One amount to be: a draft, or two drafts that are the ends of a range; `shared` is a unit lent by a neighbour."""

    draft: Draft
    upper: Draft | None = None
    shared: Measure | None = None
    share_of: bool = False
    score: bool = False


RANGE_LINK = re.compile(r"\s?[-–—‑~]\s?|\s+to\s+|-to-|\s+or\s+|\s+through\s+", re.I)
FOLD_LINK = re.compile(r"-?(?:\s+to\s+|\s+or\s+|-to-)", re.I)
LIST_LINK = re.compile(r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+(?:about\s+|from\s+)?|\s*[-–]\s*|\s+versus\s+|\s+against\s+|\s+from\s+", re.I)
AND_LINK = re.compile(r"\s+and\s+(?:[a-z]+\s)?", re.I)
PART_LINK = re.compile(r"\s+(?P<how>in|out\s+of)\s+(?:every\s+)?", re.I)
BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|an\s+estimated\s+|some\s+|roughly\s+|around\s+|approximately\s+)?(?:the\s+)?[\\(]?\Z", re.I)
FROM = re.compile(r"\bfrom\s+(?:about\s+|some\s+|roughly\s+|around\s+|nearly\s+|just\s+|as\s+\w+\s+as\s+)?[\\(]?\Z", re.I)
ROUND = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000, 1000000))
MOVES = frozenset(
    "rise rose fall fell grow grew drop decline increase decrease reduce cut raise lower climb jump slip surge plunge soar dip double widen narrow shrink expand slow "
    "accelerate swell tumble slide boost up down gain advance ease edge improve recover rebound hike shoot slash trim scale bring drawdown reduction growth change "
    "move go went come revise revised upgrade downgrade extend shift drive push pull lift upgraded downgraded change halve leap spike dwindle fall-off reset switch".split()
)


def _joined(doc: Doc, sentence: Sentence, drafts: list[Draft]) -> Iterator[Joined]:
    k = 0
    while k < len(drafts):
        here = drafts[k]
        after = drafts[k + 1] if k + 1 < len(drafts) else None
        if after:
            pair = _part(doc.text, here, after) or _range(doc, sentence, here, after)
            if pair:
                yield pair
                k += 2
                continue
            if _is_score(doc.text, here, after):
                yield from (Joined(d, score=True) for d in (here, after))
                k += 2
                continue
            lent = _lent(doc.text, drafts, k)
            if lent:
                scale = lent.numeral.scale
                numeral = here.numeral
                if scale >= 1e5 and numeral.scale == 1 and numeral.high < 1000 and (here.prefixed or numeral.digits):
                    here = replace(here, numeral=_scaled(numeral, scale))
                yield Joined(here, shared=None if here.measure else lent.measure)
                k += 1
                continue
        yield Joined(here)
        k += 1


def _part(text: str, here: Draft, after: Draft) -> Joined | None:
    """ "one in five", "nine out of ten": a share."""
    m = PART_LINK.fullmatch(text, here.end, after.start)
    top, bottom = here.numeral.low, after.numeral.low
    if not m or here.measure or after.measure or not 0 < top < bottom or not (bottom in ROUND or (top == 1 and bottom <= 1000)) or here.numeral.form is not Form.CARDINAL:
        return None
    if after.numeral.form is not Form.CARDINAL or (m["how"].lower() != "in" and bottom not in (3, 4, 5, 10, 100, 1000)):
        return None
    share = replace(here.numeral, span=(here.numeral.span[0], after.numeral.span[1]), low=top / bottom, high=top / bottom, form=Form.SHARE)
    return Joined(Draft(share, here.start, after.end), share_of=True)


def _range(doc: Doc, sentence: Sentence, here: Draft, after: Draft) -> Joined | None:
    a, b = here.numeral, after.numeral
    text = doc.text
    if a.form is Form.CARDINAL and b.form is Form.MULTIPLE and not here.measure and a.low < b.low and FOLD_LINK.fullmatch(text, here.end, after.start):
        return Joined(replace(here, numeral=replace(a, form=Form.MULTIPLE)), upper=after)
    if Form.ORDINAL in (a.form, b.form) or Form.MULTIPLE in (a.form, b.form) or Form.VAGUE in (a.form, b.form):
        return None
    between = BETWEEN.search(text, max(sentence.span[0], here.start - 32), here.start)
    gap = text[here.end : after.start]
    link = (AND_LINK if between else RANGE_LINK).fullmatch(gap)
    if (
        not link
        or (here.measure and after.measure and here.measure.unit != after.measure.unit)
        or (here.measure and not after.measure and not here.prefixed)
    ):
        return None
    if not between and re.search(r"\bto\b", gap):
        opened = FROM.search(text, max(sentence.span[0], here.start - 24), here.start)
        if (opened or (here.measure and not here.prefixed)) and _moves(doc, sentence, here):
            return None
        if here.measure and here.measure.family != "money" and not opened and not here.measure.tied and after.measure and _moves(doc, sentence, here):
            return None
    low, high = a, b
    if (
        b.scale >= 1000
        and a.scale == 1
        and a.high * b.scale < b.low
        and (a.high < 1000)
        and not here.measure
        or (here.prefixed and b.scale >= 1000 and a.scale == 1 and a.high < 1000 and a.high * b.scale < b.low)
    ):
        low = _scaled(a, b.scale)
    if not low.high < high.low:
        return None
    if re.search(r"\bor\b", gap) and (high.low > 2 * low.high + 1 or here.measure and not here.prefixed):
        return None
    start = between.start() if between else here.start
    return Joined(replace(here, numeral=low, start=start), upper=after)


def _moves(doc: Doc, sentence: Sentence, here: Draft) -> bool:
    """Whether a word of movement leads to the number: "rose from 5 to 10" tells two levels, no range."""
    token = doc.at(here.numeral.span[0])
    if token is None:
        return False
    first = max(sentence.tokens[0].i, token.i - 14)
    return any(t.lemma in MOVES or t.lower in MOVES for t in doc.tokens[first : token.i])


def _is_score(text: str, here: Draft, after: Draft) -> bool:
    gap = text[here.end : after.start]
    plain = not (here.measure or after.measure) and here.numeral.form is after.numeral.form is Form.CARDINAL
    return plain and gap in ("-", "–", "—", " - ", " to ") and here.numeral.low >= after.numeral.low and here.numeral.scale == after.numeral.scale


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


def _amount(doc: Doc, joined: Joined, limits: Span) -> FoundAmount | None:
    text, draft = doc.text, joined.draft
    n, upper = draft.numeral, joined.upper
    closing = upper or draft
    first, last = doc.at(n.span[0]), doc.at(closing.numeral.span[1] - 1)
    if last is None or first is None or (n.form is Form.ORDINAL and first.pos == "ADV") or (n.form is Form.MULTIPLE and upper is None and not _is_multiple(first)):
        return None
    measure = closing.measure or draft.measure or joined.shared
    low, high = n.low, upper.numeral.high if upper else n.high
    unit, family, change, sort = None, None, None, Sort.AMOUNT
    end, noun = closing.end, None
    factor = measure.factor if measure else 1.0
    if n.form is Form.ORDINAL:
        sort, noun = Sort.ORDINAL, counted_noun(doc, last, end)
    elif n.form is Form.MULTIPLE:
        unit, family, change = (
            ("percent", "share", Change.DECREASE)
            if n.low == 50
            else ("times", "ratio", Change.INCREASE if first.pos == "VERB" or n.low > 2 else None)
        )
    elif n.form is Form.SHARE and not measure:
        low, high = low * 100, high * 100
        unit, family = "percent", "share"
        noun = _share_of(doc, last)
    elif measure:
        unit, family = measure.unit, measure.family
        noun = _share_of(doc, _at(doc, end - 1, last))
    else:
        noun = counted_noun(doc, last, end)
        unit, family = _counted(noun, last)
        end = noun.end if noun is not None and noun.start > last.start and not _number_between(doc, last, noun) else end
    if n.form is Form.SHARE and upper is None and measure is None and n.low in (0.5,) and noun is None and _no_share(doc, first):
        return None
    opening = _minus(text, draft)
    negative = opening < draft.start
    if negative and family not in ("money", "count"):
        low, high = -high, -low
    before = bound_before(text, opening if negative and family not in ("money", "count") else draft.start, limits[0])
    before = _placing(doc, before, draft, family)
    after = _after(text, closing, end)
    rate = None if n.form in (Form.ORDINAL, Form.MULTIPLE) else rate_after(text, end)
    if unit and " per " in unit and not rate and family and "/" in family:
        unit, _, per = unit.partition(" per ")
        family = family.partition("/")[0]
        rate = (per, end)
    end = max(end, rate[1] if rate else end, after.edge)
    if rate and rate[0] == unit:
        rate = None
    if sort is Sort.AMOUNT:
        sort = _sort(doc, joined, (before.edge, end), family, noun)
    bounds = _sided(low * factor, high * factor, before, after)
    if bounds is None:
        return None
    word = noun.lower if noun is not None else None
    amount = Amount(*bounds, approx=before.approx or after.approx, unit=unit, per=rate[0] if rate else None, change=change, noun=word)
    start = draft.start if joined.score else min(before.edge, opening if low < 0 else draft.start)
    return FoundAmount((max(start, limits[0]), end), amount, last, noun, sort, family)


def _number_between(doc: Doc, last: Token, noun: Token) -> bool:
    """Whether the noun belongs first to another number ("27 of the 55 states")."""
    return any(t.tag == "CD" for t in doc.tokens[last.i + 1 : noun.i])


def _at(doc: Doc, offset: int, other: Token) -> Token:
    return doc.at(offset) or other


def _is_multiple(token: Token) -> bool:
    """Whether "double", "doubled", "twice" tell a factor: verbs, "-fold", "twice as many"; not the adjective of "double agents"."""
    if token.lower.endswith("fold") or token.lower in ("twice", "thrice", "doubling", "tripling", "quadrupling", "halving"):
        return True
    return (
        token.pos == "VERB"
        or token.dep in ("predet", "ROOT")
        or (token.lower in ("double", "triple", "quadruple", "treble") and token.pos in ("ADV", "DET"))
    )


def _no_share(doc: Doc, token: Token) -> bool:
    """ "half" as an adverb or a half of time is no share."""
    return token.dep == "advmod" and token.head.pos in ("ADJ", "VERB")


def _share_of(doc: Doc, last: Token) -> Token | None:
    """What a share or a measured quantity is of: "90 percent of commodities", "66 tons of beef"."""
    following = doc.tokens[last.i + 1 : last.i + 9]
    if following and following[0].lower == "of" and following[0].sent == last.sent:
        inner = counted_noun(doc, following[0], following[0].end)
        return inner
    return None


def _counted(noun: Token | None, last: Token) -> tuple[str | None, str | None]:
    """The unit that a counted noun gives: people for persons, else its plural."""
    if noun is None:
        return None, None
    if is_person(noun.text) or noun.lower in STANDALONE or (noun.tag != "NNP" and is_person(noun.lemma)):
        return "people", "count"
    if noun.lower == "nations":
        return "countries", "count"
    return (noun.lower if noun.tag in ("NNS", "NNPS") else plural(noun.lower)), "count"


MINUS = re.compile(r"(?:(?<![\w)\]-])[-−–]\s?|\b(?:minus|negative)\s+)\Z", re.I)


def _minus(text: str, draft: Draft) -> int:
    """Where a minus sign or word before the number begins; the draft's own start where there is none."""
    start = draft.numeral.span[0]
    m = MINUS.search(text, max(0, start - 10), start)
    return min(m.start(), draft.start) if m else draft.start


def _placing(doc: Doc, before: Bounding, draft: Draft, family: str | None) -> Bounding:
    """Takes a preposition of place or time ("over five years") back from the bounds."""
    if before.words not in PLACING or before.side is None:
        return before
    token = doc.at(before.edge)
    if token is not None and token.dep == "prt":
        return Bounding(draft.start)
    previous = doc.tokens[token.i - 1] if token and token.i else None
    led = previous is not None and previous.lower in (
        "for",
        "of",
        "in",
        "to",
        "at",
        "with",
        "by",
        "well",
        "just",
        "is",
        "was",
        "are",
        "were",
        "lasted",
        "spent",
        "after",
        "took",
        "last",
        "a",
        "cost",
    )
    if family == "time" and not led and not re.match(r"\s+(?:ago|old|later|earlier)", doc.text[draft.end : draft.end + 9]):
        return Bounding(draft.start)
    if before.words in ("within", "near") and family not in ("money", "share"):
        return Bounding(draft.start)
    return before


def _after(text: str, closing: Draft, end: int) -> Bounding:
    near = bound_after(text, closing.numeral.span[1])
    if near.words:
        return near
    far = bound_after(text, end)
    return far if far.words not in ("", "odd", "+", "max", "at least", "at most", "roughly", "approximately") or far.edge == end else Bounding(end)


def _sided(low: float, high: float, before: Bounding, after: Bounding) -> tuple[float | None, float | None] | None:
    low, high = round(low, 6) if abs(low) < 1e6 else low, round(high, 6) if abs(high) < 1e6 else high
    if low != low or high != high or max(abs(low), abs(high)) == float("inf"):
        return None
    side = before.side or after.side
    if side is Bound.AT_LEAST:
        return low, None
    if side is Bound.AT_MOST:
        return None, high
    return (low, high) if low <= high else (high, low)


AGE_AFTER = re.compile(r"[\s-]+years?[\s-]+(?:olds?\b|of\s+age\b)|-year-olds?\b", re.I)
AGE_BEFORE = re.compile(r"\b(?:aged?|ages|age\s+of|ages\s+of|turned|turning)\s+(?:between\s+|from\s+|about\s+|under\s+|over\s+)?\Z", re.I)
MOMENT_AFTER = re.compile(
    r"\s+(?:ago|earlier|later|before|after|afterwards|from\s+now|hence|prior|previously|on\b(?!\s+(?:the|a|its|his))|into|since|in\s+a\s+row\b)", re.I
)
MOMENT_BEFORE = re.compile(
    r"\b(?:(?:in|within|over|during|for|of|after|through|throughout|across|by)\s+)?(?:the|his|her|its|their|these|those)?\s*"
    r"(?:last|past|next|coming|previous|first|final|preceding|following|ensuing|recent|intervening|same|opening|closing|early|earlier)\s+(?:about\s+|some\s+|roughly\s+|nearly\s+|almost\s+|more\s+than\s+|"
    r"over\s+|few\s+)?\Z|\b(?:in|within|every|once\s+every|time\s+in|once\s+in|since)\s+(?:about\s+|some\s+|roughly\s+|nearly\s+|almost\s+|more\s+than\s+|over\s+|at\s+least\s+|just\s+|only\s+)?\Z",
    re.I,
)


def _sort(doc: Doc, joined: Joined, span: Span, family: str | None, noun: Token | None) -> Sort:
    text, draft = doc.text, joined.draft
    closing = joined.upper or draft
    end = closing.numeral.span[1]
    if joined.score:
        return Sort.SCORE
    if AGE_BEFORE.search(text, max(0, draft.start - 24), draft.start):
        return Sort.AGE
    aged = AGE_AFTER.match(text, end)
    if aged:
        following = doc.at(min(aged.end() + 1, len(text) - 1))
        head = counted_noun(doc, following, 0) if following and following.pos == "ADJ" else following
        return Sort.AMOUNT if head is not None and head.pos == "NOUN" and not is_person(head.text) and "-" in aged.group() else Sort.AGE
    first = doc.at(draft.numeral.span[0])
    if (
        family is None
        and first
        and re.match(r",\s", text[end : end + 2])
        and re.search(r"[A-Z][\w.'’-]+,\s\Z", text[max(0, draft.start - 20) : draft.start])
        and draft.numeral.high < 120
    ):
        return Sort.AGE
    if family == "time" and (MOMENT_AFTER.match(text, closing.end) or MOMENT_BEFORE.search(text, max(0, draft.start - 40), draft.start)):
        return Sort.MOMENT
    alone = text[draft.numeral.span[0] : end].lower() == "one"
    if alone and noun is None and family is None:
        return Sort.PRONOUN
    if alone and noun is not None and text[end : end + 4] == " of ":
        return Sort.PRONOUN
    return Sort.AMOUNT
