"""The pieces of one time expression: which word says the month, the number, the direction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legation.find.timegrammar import Form
from legation.find.timewords import TimeToken
from legation.words.evidence import Span

# Month names that are short without being abbreviated: a full stop after them ends the sentence.
NUMBERED_UNITS = ("Q", "100Y", "1000Y")
COUNTED = (Form.DURATION, Form.STRETCH, Form.PORTION, Form.SHIFT, Form.SET)
HOURS = 24
WHOLE_SHORT = {"march", "april", "may", "june", "july"}


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression as said: "late January" is `month=1, edge="END"`, "last year" `relation=-1, unit="Y"`.

    `telling` is True where it is reckoned from what was told before ("the previous year"), not from the moment of writing.
    `count` is None for an uncertain number ("several years"); `ordinal` is -1 for the last. `inside` is the expression
    it is a part of ("the first five months *of 2017*"). `word` holds a value that the table gives (`PRESENT_REF`, `P1D`).
    """

    span: Span
    form: Form
    year: int | None = None
    short_year: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    quarter: int | None = None
    half: bool = False
    decade: str | None = None
    bc: bool = False
    fiscal: bool = False
    edge: str | None = None
    relation: int | None = None
    telling: bool = False
    unit: str | None = None
    plural: bool = False
    count: float | None = None
    ordinal: int | None = None
    shift: int | None = None
    holiday: str | None = None
    clock: str | None = None
    zone: str | None = None
    word: str | None = None
    inside: FoundTime | None = None

    @property
    def dated(self) -> bool:
        """Whether the words alone name a stretch of the calendar."""
        return self.form is Form.DATE and (self.year is not None or self.decade is not None) and self.relation is None


def build(form: Form, m: re.Match[str], tokens: Sequence[TimeToken]) -> FoundTime | None:
    """The pieces of a match as a FoundTime; None where its numbers cannot be a date."""
    first, last = m.span()
    inner: FoundTime | None = None
    if "of" in m.re.groupindex and m.group("of"):
        start, end = m.span("of")
        if start == first:  # "last year's fourth quarter"
            outer, own = _fold(Form.RELATIVE if end - start > 1 else Form.DATE, tokens[start:end]), _fold(form, tokens[end + 1 : last])
            return replace(own, inside=outer, span=(tokens[first].start, own.span[1])) if outer and own else None
        end -= tokens[end - 1].code == ","
        inner = _fold(Form.DATE if set(m.group("of")) & set("YMz") else Form.RELATIVE, tokens[start:end])
        inner = replace(inner, span=(tokens[start].start, tokens[end - 1].end)) if inner else None
        own = _fold(form, tokens[first:start])
        if own is not None and form is Form.DATE and own.ordinal is not None and not own.half and own.unit not in NUMBERED_UNITS:
            own = _fold(Form.PORTION, tokens[first:start])  # "the first week of June": a portion, where a quarter has a name of its own.
        return own and replace(own, inside=inner, span=(own.span[0], tokens[end - 1].end))
    return _fold(form, tokens[first:last])


def _fold(form: Form, tokens: Sequence[TimeToken]) -> FoundTime | None:
    """The words of one expression, each put where its class belongs."""
    tokens = _trimmed(tokens)
    if not tokens:
        return None
    codes = "".join(t.code for t in tokens)
    by = dict(reversed(list(zip(codes, tokens, strict=True))))
    found = _year(_named(form, tokens, by), codes, tokens)
    if "I" in by or "/" in by:
        return _numeric(found, by)
    if "v" in by or "w" in by:
        return _coded(found, by)
    if form in COUNTED:
        return _counted(found, codes, tokens)
    if form is Form.CLOCK:
        clock = _clock(by)
        return replace(found, clock=clock) if clock else None
    placed = _numbered(found, form, codes, by)
    return _related(placed, codes, tokens) if placed is not None else None


def _trimmed(tokens: Sequence[TimeToken]) -> Sequence[TimeToken]:
    """The words without "of", "the" or "beginning in" before and the sentence's full stop behind."""
    if len(tokens) > 2 and tokens[0].code == "B" and tokens[1].text.lower() == "in" and tokens[0].text.lower().endswith("ing"):
        tokens = tokens[2:]
    while tokens and (tokens[0].code in "f," or (tokens[0].text.lower() == "at" and len(tokens) > 1 and tokens[1].code != "~")):
        tokens = tokens[1:]
    if "".join(t.code for t in tokens) == "tY":
        tokens = tokens[1:]
    while tokens and tokens[-1].code == "." and not (len(tokens[-2].text) <= 5 and tokens[-2].text.lower() not in WHOLE_SHORT):
        tokens = tokens[:-1]
    return tokens


def _named(form: Form, tokens: Sequence[TimeToken], by: Mapping[str, TimeToken]) -> FoundTime:
    """The pieces that words name: month, weekday, season, part of the day, holiday and the like."""

    def get(code: str) -> str | None:
        return by[code].value if code in by else None

    return FoundTime(
        (tokens[0].start, tokens[-1].end),
        form,
        month=_int(get("M")),
        weekday=_int(get("W")),
        season=get("S"),
        part=get("P") or ("NI" if "T" in by else None),
        quarter=_int(get("q")),
        half="h" in by,
        decade=get("z"),
        bc=get("G") == "BC",
        fiscal="j" in by,
        edge=get("B") or get("Q"),
        clock=get("C"),
        zone=get("Z"),
        holiday=by["H"].text if "H" in by else None,
    )


def _numbered(found: FoundTime, form: Form, codes: str, by: Mapping[str, TimeToken]) -> FoundTime | None:
    """The number that is a day of the month or, with a unit, an ordinal; None where it can be neither."""
    day = by["d"].value if "d" in by else by["o"].value if "o" in by else None
    if "d" in by and codes[codes.index("d") + 1 : codes.index("d") + 2] == "G":
        day = None
    if found.month is not None and "d" not in by and "O" in by:
        day = by["O"].value
    elif "O" in by or ("o" in by and "U" in by and not codes.endswith("RU")):
        ten = int(by["K"].value) if "K" in by else 0
        found = replace(found, ordinal=int((by.get("O") or by["o"]).value) + ten)
        day = None
    if day is not None and not 1 <= int(day) <= 31:
        return None
    return replace(found, day=_int(day) if form is Form.DATE and "G" not in codes else None)


def _int(value: str | None) -> int | None:
    return int(value) if value is not None and value.lstrip("-").isdecimal() else None


def _year(found: FoundTime, codes: str, tokens: Sequence[TimeToken]) -> FoundTime:
    for k, (code, t) in enumerate(zip(codes, tokens, strict=True)):
        if code == "Y" or (code in "dn" and codes[k + 1 : k + 2] == "G"):
            return replace(found, year=int(float(t.value)))
        if code == "y":
            return replace(found, year=int(t.value), short_year=True)
    if codes[:1] == "G":
        return replace(found, year=int(float(tokens[1].value)))
    return found


def _coded(found: FoundTime, by: dict[str, TimeToken]) -> FoundTime:
    """Halves and fiscal years in short: "H1 2016", "FY16"."""
    if "v" in by:
        return replace(found, half=True, ordinal=int(by["v"].value), unit="Y")
    return replace(found, year=int(by["w"].value), short_year=len(by["w"].value) == 2, fiscal=True)


def _numeric(found: FoundTime, by: dict[str, TimeToken]) -> FoundTime | None:
    """ISO dates and dates with slashes; those are read month first unless that cannot be."""
    if "I" in by:
        year, month, day = (int(p) for p in re.split("[-/]", by["I"].text[:10]))
        found = replace(found, clock=by["I"].text[11:] or None)
    elif "." in by["/"].text:
        day, month, year = (int(p) for p in by["/"].text.split("."))
    else:
        month, day, year = (int(p) for p in re.split("[-/]", by["/"].text))
        if month > 12 >= day:
            month, day = day, month
        year += 2000 if year < 50 else 1900 if year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return replace(found, year=year, month=month, day=day)


def _counted(found: FoundTime, codes: str, tokens: Sequence[TimeToken]) -> FoundTime | None:
    """Number and unit of a duration, a set, a shift or a portion."""
    unit = next((t for t in tokens if t.code == "U"), None)
    word = next((t.value for t in tokens if t.code == "V"), None)
    if unit is None:
        return replace(found, word=word) if word else found
    if found.form is Form.SET and "X" in codes:
        return replace(found, unit=unit.value, count=2.0)  # "every other week"
    ordinal = next((-1 if t.code == "R" else int(t.value) for t in tokens if t.code in "OR"), None) if found.form is Form.PORTION else None
    shift = next((-1 if t.value == "-1" else 1 for t in tokens if t.code in "ALE<"), None)
    relation = next((int(t.value) for t in tokens if t.code in "Rr"), None) if found.form is Form.STRETCH else None
    ago = "A" in codes or "<" in codes
    if found.form is Form.SHIFT and unit.value == "Y" and re.fullmatch("[ta]?U-[AEL][pU]", codes):  # "the year-earlier quarter"
        year = FoundTime(found.span, Form.RELATIVE, relation=-1, unit="Y")
        return replace(found, form=Form.SAME, unit=tokens[-1].value or None, inside=year)
    return replace(
        found,
        unit=unit.value,
        plural=unit.text.lower().endswith("s"),
        count=_number(codes, tokens),
        ordinal=ordinal,
        shift=shift,
        relation=relation,
        telling=not ago if found.form is Form.SHIFT else "r" in codes,
        edge=None,
        half=False,
        word="A" if ago else next((t.code for t in tokens if t.code in "LE"), None),
    )


def _number(codes: str, tokens: Sequence[TimeToken]) -> float | None:
    """The number said: digits, words, "two and a half", "a couple of", "half a"; None where it is left open ("several")."""
    numbers = [t for t in tokens if t.code in "Kdn"]
    if any(t.value == "X" for t in numbers):
        return None
    extra = 0.5 if "h" in codes else 0.0
    if "U&ah" in codes and not numbers:
        return 1 + extra  # "an hour and a half"
    if not numbers:
        plural = any(t.code == "U" and t.text.endswith("s") for t in tokens)
        return extra or (None if plural else 1.0)
    if numbers[0].code in "dn":
        return float(numbers[0].value.replace(",", "")) + extra
    total = 0.0
    for t in numbers:
        value = float(t.value)
        total = max(total, 1) * value if value >= 100 or (value == 12 and total) else total + value
    return total + extra


def _clock(by: dict[str, TimeToken]) -> str | None:
    """Hours and minutes, None where a number is no hour.

    The part of the day tells the half of it as "p.m." does ("3:00 in the afternoon", "8 o'clock this evening").
    """
    number = next((by[code].value for code in "dK" if code in by), "")
    if "C" not in by and not (number.isdecimal() and int(number) <= HOURS):
        return None
    raw = by["C"].value.replace(".", ":") if "C" in by else number + ":00"
    if ":" not in raw:
        raw = raw[:2] + ":" + raw[2:]
    hour, _, minute = raw.partition(":")
    value = int(hour)
    if "m" in by:
        value = value % 12 + (12 if by["m"].value == "pm" else 0)
    elif "P" in by and value < 12 and (by["P"].value in ("AF", "EV") or (by["P"].value == "NI" and value > 5)):
        value += 12
    return f"{value:02d}:{minute[:2]}"


def _related(found: FoundTime, codes: str, tokens: Sequence[TimeToken]) -> FoundTime:
    """Relation and unit: "last year", "the same day", "later that month", "the end of the year", "yesterday", "these days"."""
    unit = next((t for t in tokens if t.code == "U"), None)
    relation, telling = None, False
    if found.form is Form.REFERENCE and codes == "tR":
        return replace(found, word="PAST_REF")  # "in the past"
    for t in tokens:
        if t.code in "RrDT":
            relation, telling = int(t.value), t.code == "r" or (t.text.lower() == "next" and tokens[0].code == "t")
        elif t.code in "ELA" and unit is not None and codes.endswith(t.code):
            relation, telling = int(t.value), True
        elif t.code == "L":
            found = replace(found, edge="AFTER" if t.value == "1" else "BEFORE")
        elif t.code in "NJe" and found.form is Form.REFERENCE:
            found = replace(found, word=t.value if t.code in "NJ" else "PAST_REF" if t.value == "-1" else "PRESENT_REF")
        elif t.code == "e":
            relation, telling = int(t.value), False
    if relation is None and unit is not None and found.edge and found.ordinal is None and found.year is None:
        relation, telling = 0, True
    if codes == "tUED":  # "the day before yesterday"
        return replace(found, relation=int(tokens[3].value) + int(tokens[2].value), telling=False, unit="D")
    if codes.endswith("tP"):  # "in the morning": of the day told
        return replace(found, relation=0, telling=True)
    if "D" in codes or "T" in codes:
        return replace(found, relation=relation, unit="D")
    return replace(
        found,
        relation=relation,
        telling=telling,
        unit=unit.value if unit else None,
        plural=bool(unit and unit.text.lower().endswith("s") and unit.value != "TS"),
        word=next((t.text.lower() for t in tokens if t.code in "Rr"), None) if found.word is None else found.word,
    )
