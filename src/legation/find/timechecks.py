"""Whether words that have the form of a time expression are one here ("May", "March", "1500 troops", "a quarter of")."""

from __future__ import annotations

from collections.abc import Sequence

from legation.codes.times import word_class
from legation.find.timegrammar import Form
from legation.find.timepieces import FoundTime
from legation.find.timewords import TimeToken
from legation.parse.doc import Doc
from legation.words.evidence import Span

AROUND_YEAR = {"around", "at", "about", "only", "just"}
WEEKEND = {"over", "on", "at", "during", "through", "throughout"}
LASTING = {"for", "after", "in", "within", "take", "takes", "took", "taken", "lasting", "lasted", "last", "spent", "spend", "through", "over"}
AT_CLOCK = {"at", "by", "until", "till", "before", "after", "around", "about", "since", "from", "past", "to", "shortly", "between", "and", "near"}
IN_DAY = {"in", "during", "by", "throughout", "until", "through"}
SPEEDS = {"miles", "mile", "kilometers", "kilometres", "km", "feet", "meters", "metres", "knots", "m", "revolutions", "gallons", "watts"}
NEARNESS = {"near", "foreseeable", "immediate", "distant"}
# Of what degrees are told "in the 80s".
WEATHER = {"degrees", "highs", "lows", "temperature", "temperatures", "high", "low", "fahrenheit", "percent", "shot", "scored"}
LATEST_NUMBER = 1900
NUMBERED = {"no", "resolution", "number", "flight", "article"}


def is_time(doc: Doc, found: FoundTime, tokens: Sequence[TimeToken], place: Span) -> bool:
    """Whether words that could be a time expression are one here."""
    first, last = place
    codes = "".join(t.code for t in tokens[first:last])
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if found.form is Form.REFERENCE and codes[0] == "t":
        return _is_reference(doc, tokens[first:last], before, after)
    if codes == "U":
        return found.plural and _lasts(doc, before, after)
    if codes in ("tU", "tjU") and found.form is Form.DURATION:  # "the year ended 30 June"
        return last + 1 < len(tokens) and tokens[last + 1].code in "MdtYI/"
    if found.part and codes.endswith("P") and not set(codes) & set("RrWDC"):
        return _is_part_of_day(doc, tokens[last - 1], codes, before, after)
    if codes == "C" and tokens[first].text.count(":") > 1:  # "2:04:11" is how long a runner took
        return before is not None and before.text.lower() in AT_CLOCK
    if codes == "C" and tokens[first].text[0].isalpha():  # "noon", "midnight"
        return tokens[first].text[0].islower() and before is not None and before.text.lower() in AT_CLOCK
    if codes in ("O-h", "tO-h", "Oh", "tOh") and (after is None or after.code in "fU" or not _noun(doc, after)):
        return False
    if codes.startswith(("d-M", "o-M")) and before is not None and before.code == "M":
        return False  # "March 19–April 30"
    if codes in ("Y", "tY"):
        return _is_year(doc, tokens[last - 1], before if codes == "Y" else tokens[first], after)
    if codes == "y":
        return bool(before and (before.text.lower() in word_class("before year") or before.code == "M"))
    if found.form is Form.DATE and found.ordinal is not None and found.unit not in ("Q", "100Y", "1000Y") and found.inside is None and not found.half:
        return False
    if found.form is Form.DATE and found.unit == "Q" and found.ordinal is not None and not 1 <= found.ordinal <= 4:
        return False
    if codes == "tU":
        return found.unit == "WE" and before is not None and before.text.lower() in WEEKEND  # "over the weekend"
    if codes.startswith(("Mto", "M.to", "MtO", "M.tO")) and before is not None and before.code in "do":
        return False  # "on 5 June the first boat"
    if tokens[first].text.lower() == "following":
        return False  # the preposition: "following two years of war"
    if codes == "V" and tokens[first].text[0].isupper() and before is not None and before.text[:1].isupper() and _capital(after):
        return False  # a newspaper's name
    if codes in ("S", "tS"):
        token = doc.at(tokens[last - 1].start)
        return token is None or (token.pos == "NOUN" and token.dep not in ("compound", "amod"))
    if codes[-1] in "Ns" and ((after and after.code == "-") or (before and before.code == "-")):
        return False
    if found.word == "PAST_REF" and before is not None and before.text.lower() == "as":
        return False
    if codes == "FU" and (found.unit or "").startswith("T") and before is not None and before.text.lower() in SPEEDS:
        return False  # "75 miles per hour"
    if found.holiday and found.year is None and _in_name(doc, before, after):
        return False
    if codes == "M" and before is not None and before.code == "x" and before.text[:1].isupper() and first > 1:
        return False
    if codes == "M" and tokens[first].text == "March" and (before is None or before.text.lower() not in word_class("before month")):
        return False
    if found.unit == "Q" and found.form is Form.DURATION and (not found.plural or (after is not None and after.text == "of")):
        return False
    if found.form is Form.DURATION and found.count is None and not set(codes) & set("KdnaQl"):
        return False
    if found.form is Form.SHIFT and codes[0] == "U" and not found.plural:
        return False
    if codes in ("o", "to") and found.day is not None:
        return bool(before and before.text.lower() in ("on", "the", "by") and (after is None or (after.code in ".,x" and not _noun(doc, after))))
    if found.decade is not None and len(found.decade) == 1:
        return _is_decade(tokens, first, codes)
    return not (codes == "FP" or (found.form is Form.RELATIVE and found.plural and not _plural_relative(found)))


def _lasts(doc: Doc, before: TimeToken | None, after: TimeToken | None) -> bool:
    """Whether a bare plural is a length: "for months", "months of talks", "blamed years of neglect"; not "the years of the war"."""
    if before is not None and before.text.lower() in LASTING:
        return after is None or after.code not in "ALE-<"
    if after is None or after.text.lower() != "of":
        return False
    token = doc.at(before.start) if before is not None else None
    return token is None or token.pos in ("ADP", "VERB", "AUX", "CCONJ", "SCONJ", "PUNCT")


def _is_part_of_day(doc: Doc, part: TimeToken, codes: str, before: TimeToken | None, after: TimeToken | None) -> bool:
    """Whether "in the morning", "early in the evening" or "at night" tell when; not "the evening news" or "in its night session"."""
    if codes == "P":
        return part.text.lower() == "night" and before is not None and before.text.lower() == "at" and not (after is not None and _noun(doc, after))
    if part.value not in ("MO", "AF", "EV", "NI") or part.text.endswith("s") or (after is not None and (after.code == "-" or _noun(doc, after))):
        return False
    return codes[0] == "Q" or (before is not None and before.text.lower() in IN_DAY and before.start < part.start)


def _is_decade(tokens: Sequence[TimeToken], first: int, codes: str) -> bool:
    """Whether a decade without its century is one: "the '70s", "the early nineties", "the 1960s and 70s"; not degrees or ages."""
    if codes[0] == "t":
        told = tokens[first + codes.index("z")].text[:1].isdecimal()
        return tokens[first].text.lower() == "the" and not (told and any(t.text.lower() in WEATHER for t in tokens))
    return first > 1 and tokens[first - 1].code in "&2-" and tokens[first - 2].code == "z"


def _is_reference(doc: Doc, tokens: Sequence[TimeToken], before: TimeToken | None, after: TimeToken | None) -> bool:
    """Whether "the future" and "the past" are said of time: "in the near future", not "the past president" or "the future of coal"."""
    if (
        before is None
        or before.text.lower() not in ("in", "for", "from", "into")
        or (after is not None and (after.code != "x" and after.code not in ",."))
    ):
        return False
    if len(tokens) == 3 and tokens[1].text.lower() not in NEARNESS:
        return False
    last = tokens[-1].text.lower()
    return last in ("future", "past") and not (after is not None and last == "past" and _noun(doc, after))


def _in_name(doc: Doc, before: TimeToken | None, after: TimeToken | None) -> bool:
    """Whether a holiday's name stands inside another ("Operation Ramadan", "the Tet Offensive")."""
    if after is not None and after.text[:1].isupper():
        return True
    token = doc.at(before.start) if before is not None and before.text[:1].isupper() else None
    return token is not None and token.pos in ("PROPN", "NOUN")


def _capital(t: TimeToken | None) -> bool:
    return t is not None and t.text[:1].isupper()


def _plural_relative(found: FoundTime) -> bool:
    return found.telling or found.word in ("these",) or (found.relation == 1)


def counts(doc: Doc, t: TimeToken | None) -> bool:
    """Whether a number right before a word counts it: "4 May and 5 ships"."""
    return t is not None and _noun(doc, t)


def _noun(doc: Doc, t: TimeToken) -> bool:
    token = doc.at(t.start)
    return token is not None and token.pos in ("NOUN", "PROPN", "ADJ")


def _counted_noun(doc: Doc, t: TimeToken) -> bool:
    token = doc.at(t.start)
    return token is not None and token.tag == "NNS"


def _is_year(doc: Doc, t: TimeToken, before: TimeToken | None, after: TimeToken | None) -> bool:
    """Whether four digits are a year: not a number of people or a sum."""
    if after is not None and (after.text.lower() in word_class("year noun") or after.code in ("U", "n", "d")):
        return False
    if after is not None and after.code == "s":
        return True  # "higher than 2010's"
    if int(t.value) < LATEST_NUMBER and before is not None and before.text.lower() != "the" and after is not None and _counted_noun(doc, after):
        return False  # "a sample of 1709 pupils"
    if before is not None and (before.text.lower() in NUMBERED or (before.code == "~" and before.text.lower() not in AROUND_YEAR)):
        return before.text.lower() == "over" and after is not None and after.code in "-2" and int(t.value) >= 1900  # "over 2000 to 2013"
    if 1900 <= int(t.value) < 2100:
        return True
    if int(t.value) < 1400:
        return bool(before and before.text.lower() in ("in", "year", "since"))
    return before is None or before.text.lower() in word_class("before year") or (int(t.value) >= 1700 and after is not None and after.code == "-")
