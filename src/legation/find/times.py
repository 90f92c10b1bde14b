"""Time expressions that the text shows, in pieces as they are said, not yet on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.codes.times import word_class
from legation.find.timegrammar import COMPILED, Form
from legation.find.timewords import TimeToken, time_tokens
from legation.parse.doc import Doc
from legation.words.evidence import Span


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


def find_times(doc: Doc) -> Iterator[FoundTime]:
    """All time expressions of a document, in text order, none inside another."""
    for sentence in doc.sentences:
        tokens = time_tokens(doc, sentence)
        if tokens:
            yield from _in_sentence(doc, tokens)


def _in_sentence(doc: Doc, tokens: Sequence[TimeToken]) -> Iterator[FoundTime]:
    code = "".join(t.code for t in tokens)
    hits = [(m.end() - m.start(), -rank, m, form) for rank, (form, pattern) in enumerate(COMPILED) for m in pattern.finditer(code)]
    hits.sort(key=lambda h: (-h[0], -h[1], h[2].start()))
    taken = [False] * len(tokens)
    found: list[FoundTime] = []
    for _, _, m, form in hits:
        first, last = m.span()
        if any(taken[first:last]):
            continue
        made = _build(form, m, tokens)
        if made is None or not _is_time(doc, made, tokens, (first, last)):
            continue
        taken[first:last] = [True] * (last - first)
        found.append(made)
    yield from sorted(_with_ranges(found, tokens), key=lambda f: f.span)


def _build(form: Form, m: re.Match[str], tokens: Sequence[TimeToken]) -> FoundTime | None:
    """The pieces of a match as a FoundTime; None where its numbers cannot be a date."""
    first, last = m.span()
    inner: FoundTime | None = None
    if "of" in m.re.groupindex and m.group("of"):
        start, end = m.span("of")
        inner = _fold(Form.DATE if set(m.group("of")) & set("YMz") else Form.RELATIVE, tokens[start:end])
        inner = replace(inner, span=(tokens[start].start, tokens[end - 1].end)) if inner else None
        own = _fold(form, tokens[first:start])
        return own and replace(own, inside=inner, span=(tokens[first].start, tokens[end - 1].end))
    return _fold(form, tokens[first:last])


def _fold(form: Form, tokens: Sequence[TimeToken]) -> FoundTime | None:
    """The words of one expression, each put where its class belongs."""
    while tokens and tokens[0].code in "f,":
        tokens = tokens[1:]
    if "".join(t.code for t in tokens) == "tY":
        tokens = tokens[1:]
    while tokens and tokens[-1].code == "." and not (len(tokens[-2].text) <= 5 and tokens[-2].text.lower() not in WHOLE_SHORT):
        tokens = tokens[:-1]
    if not tokens:
        return None
    codes = "".join(t.code for t in tokens)
    by = dict(reversed(list(zip(codes, tokens, strict=True))))

    def get(code: str) -> str | None:
        return by[code].value if code in by else None

    found = FoundTime((tokens[0].start, tokens[-1].end), form)
    day = get("d") or (get("o") if "o" in by else None)
    if "d" in by and codes[codes.index("d") + 1 : codes.index("d") + 2] == "G":
        day = None
    found = replace(
        found,
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
    found = _year(found, codes, tokens)
    if "I" in by or "/" in by:
        return _numeric(found, by)
    if form in (Form.DURATION, Form.STRETCH, Form.PORTION, Form.SHIFT, Form.SET):
        return _counted(found, codes, tokens)
    if form is Form.CLOCK:
        return replace(found, clock=_clock(by))
    if found.month is not None and "d" not in by and "O" in by:
        day = get("O")
    elif "O" in by or ("o" in by and "U" in by):
        ten = int(get("K") or 0) if "K" in by else 0
        found = replace(found, ordinal=int(get("O") or get("o") or 0) + ten)
        day = None
    if day is not None and not 1 <= int(day) <= 31:
        return None
    return _related(replace(found, day=_int(day) if form is Form.DATE and "G" not in codes else None), codes, tokens)


def _int(value: str | None) -> int | None:
    return int(value) if value is not None and value.lstrip("-").isdigit() else None


def _year(found: FoundTime, codes: str, tokens: Sequence[TimeToken]) -> FoundTime:
    for k, (code, t) in enumerate(zip(codes, tokens, strict=True)):
        if code == "Y" or (code in "dn" and codes[k + 1 : k + 2] == "G"):
            return replace(found, year=int(float(t.value)))
        if code == "y":
            return replace(found, year=int(t.value), short_year=True)
    if codes[:1] == "G":
        return replace(found, year=int(float(tokens[1].value)))
    return found


def _numeric(found: FoundTime, by: dict[str, TimeToken]) -> FoundTime | None:
    """ISO dates and dates with slashes; those are read month first unless that cannot be."""
    if "I" in by:
        year, month, day = (int(p) for p in by["I"].text.split("-"))
    else:
        month, day, year = (int(p) for p in by["/"].text.split("/"))
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
    ordinal = next((-1 if t.code == "R" else int(t.value) for t in tokens if t.code in "OR"), None) if found.form is Form.PORTION else None
    shift = next((-1 if t.value == "-1" else 1 for t in tokens if t.code in "ALE"), None)
    relation = next((int(t.value) for t in tokens if t.code in "Rr"), None) if found.form is Form.STRETCH else None
    ago = "A" in codes
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
        word=next((t.code for t in tokens if t.code in "ALE"), None),
    )


def _number(codes: str, tokens: Sequence[TimeToken]) -> float | None:
    """The number said: digits, words, "two and a half", "a couple of", "half a"; None where it is left open ("several")."""
    numbers = [t for t in tokens if t.code in "Kdn"]
    if any(t.value == "X" for t in numbers):
        return None
    extra = 0.5 if "h" in codes else 0.0
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


def _clock(by: dict[str, TimeToken]) -> str:
    raw = by["C"].text.replace(".", ":") if "C" in by else by["d"].value + ":00"
    if ":" not in raw:
        raw = raw[:2] + ":" + raw[2:]
    hour, _, minute = raw.partition(":")
    value = int(hour)
    if "m" in by:
        value = value % 12 + (12 if by["m"].value == "pm" else 0)
    return f"{value:02d}:{minute[:2]}"


def _related(found: FoundTime, codes: str, tokens: Sequence[TimeToken]) -> FoundTime:
    """Relation and unit: "last year", "the same day", "later that month", "the end of the year", "yesterday", "these days"."""
    unit = next((t for t in tokens if t.code == "U"), None)
    relation, telling = None, False
    for t in tokens:
        if t.code in "RrDT":
            relation, telling = int(t.value), t.code == "r" or (t.text.lower() == "next" and tokens[0].code == "t")
        elif t.code in "EL" and unit is not None and codes.endswith(t.code):
            relation, telling = int(t.value), True
        elif t.code == "L":
            found = replace(found, edge="END" if t.value == "1" else "START")
        elif t.code in "Ne" and found.form is Form.REFERENCE:
            found = replace(found, word=t.value if t.code == "N" else "PAST_REF" if t.value == "-1" else "PRESENT_REF")
        elif t.code == "e":
            relation, telling = int(t.value), False
    if relation is None and unit is not None and found.edge and found.ordinal is None and found.year is None:
        relation, telling = 0, True
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


AROUND_YEAR = {"around", "at", "about", "only", "just"}
NUMBERED = {"no", "resolution", "number", "flight", "article"}
WHOLE_SHORT = {"march", "april", "may", "june", "july"}


def _is_time(doc: Doc, found: FoundTime, tokens: Sequence[TimeToken], place: Span) -> bool:
    """Whether words that could be a time expression are one here."""
    first, last = place
    codes = "".join(t.code for t in tokens[first:last])
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if codes in ("Y", "tY"):
        return _is_year(doc, tokens[last - 1], before if codes == "Y" else tokens[first], after)
    if codes == "y":
        return bool(before and (before.text.lower() in word_class("before year") or before.code == "M"))
    if found.form is Form.DATE and found.ordinal is not None and found.unit not in ("Q", "100Y", "1000Y") and found.inside is None and not found.half:
        return False
    if found.form is Form.DATE and found.unit == "Q" and found.ordinal is not None and not 1 <= found.ordinal <= 4:
        return False
    if codes in ("S", "tS"):
        token = doc.at(tokens[last - 1].start)
        return token is None or (token.pos == "NOUN" and token.dep not in ("compound", "amod"))
    if codes[-1] in "Ns" and ((after and after.code == "-") or (before and before.code == "-")):
        return False
    if found.word == "PAST_REF" and before is not None and before.text.lower() == "as":
        return False
    if found.holiday and found.year is None and after is not None and after.text[:1].isupper():
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
    if found.decade is not None and not tokens[first + codes.index("z")].text[:1].isdigit():
        return codes[0] == "t" and tokens[first].text.lower() == "the"
    return not (codes == "FP" or (found.form is Form.RELATIVE and found.plural and not _plural_relative(found)))


def _plural_relative(found: FoundTime) -> bool:
    return found.telling or found.word in ("these",) or (found.relation == 1)


def _noun(doc: Doc, t: TimeToken) -> bool:
    token = doc.at(t.start)
    return token is not None and token.pos in ("NOUN", "PROPN", "ADJ")


def _is_year(doc: Doc, t: TimeToken, before: TimeToken | None, after: TimeToken | None) -> bool:
    """Whether four digits are a year: not a number of people or a sum."""
    if after is not None and (after.text.lower() in word_class("year noun") or after.code in ("U", "n", "d")):
        return False
    if before is not None and (before.text.lower() in NUMBERED or (before.code == "~" and before.text.lower() not in AROUND_YEAR)):
        return False
    if 1900 <= int(t.value) < 2100:
        return True
    if int(t.value) < 1400:
        return bool(before and before.text.lower() in ("in", "year", "since"))
    return before is None or before.text.lower() in word_class("before year")


def _with_ranges(found: list[FoundTime], tokens: Sequence[TimeToken]) -> Iterator[FoundTime]:
    """The found ones and the half-said first or second ends of ranges: "5–7 June", "June 5-7", "1914–18"."""
    yield from found
    index = {t.start: k for k, t in enumerate(tokens)}
    ends = {t.end: k for k, t in enumerate(tokens)}
    for f in found:
        if f.form is not Form.DATE or f.relation is not None:
            continue
        k = index[f.span[0]]
        if f.day and f.month and tokens[k].code in "do" and k >= 2 and tokens[k - 1].code in "-2&" and tokens[k - 2].code in "do":
            t = tokens[k - 2]
            if 1 <= int(t.value) <= 31:
                yield FoundTime((t.start, t.end), Form.DATE, day=int(t.value), month=f.month, year=f.year)
        k = ends[f.span[1]]
        if k + 2 >= len(tokens) or tokens[k + 1].code != "-" or tokens[k + 2].code not in "dno" or tokens[k + 2].start != tokens[k + 1].end:
            continue
        t = tokens[k + 2]
        if f.day and f.month and f.year is None and t.code in "do" and int(t.value) > f.day:
            yield FoundTime((t.start, t.end), Form.DATE, day=int(t.value), month=f.month)
        elif f.year and not f.month and len(t.text) == 2 and t.text.isdigit() and int(t.text) > f.year % 100:
            yield FoundTime((t.start, t.end), Form.DATE, year=f.year // 100 * 100 + int(t.text))
