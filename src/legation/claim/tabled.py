"""Figures of tables: each number with the heads of its row and column and the caption as what says its measure, unit, parties and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from legation.claim.measures import UNIT_OF, Taken
from legation.claim.moves import change_words
from legation.claim.named import Names, actor_id
from legation.claim.scene import phrases
from legation.codes.measures import BY_FAMILY, measure_row
from legation.codes.numbers import number_words
from legation.codes.units import is_person, money_symbol, money_words, plural, unit_words
from legation.find.bounds import bound_before
from legation.find.drafts import draft
from legation.find.numerals import Form, numerals
from legation.find.tables import Table, find_tables
from legation.find.units import choose
from legation.link.linked import Linked
from legation.words.actor import ActorKind
from legation.words.amount import Amount, Bound, Change
from legation.words.evidence import Span, covers
from legation.words.figure import Figure
from legation.words.ids import claim_id
from legation.words.period import Period

WORD = re.compile(r"[A-Za-z][A-Za-z.$/²³-]*|[%€£¥₹$]")
YEARS = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
BUYING = re.compile(r"\b(?:import|imports|purchases|imported|bought)\b", re.I)
# Measures that one state gives another: a table of one owner by partners.
BETWEEN_TWO = frozenset(("exports", "trade", "energy-flow", "aid", "loan", "investment", "tariff", "debt", "workers", "remittances"))
LONGEST_UNIT = 24


@dataclass(frozen=True, slots=True)
class Unit:
    """What the heads or the caption say of all numbers below them: unit, its family and the factor of its scale word."""

    name: str | None = None
    family: str | None = None
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a table with what speaks for it, nearest first: the head of its column, of its row, the caption."""

    cell: Span
    column: Span | None
    row: Span | None
    caption: Span | None

    @property
    def heads(self) -> tuple[Span, ...]:
        """The heads and the caption that there are, in text order."""
        return tuple(sorted(h for h in (self.column, self.row, self.caption) if h is not None))


def read_tables(linked: Linked, names: Names) -> tuple[tuple[Figure, ...], tuple[Span, ...]]:
    """The figures of an article's tables, in text order, and the stretches of text that the tables and their captions take."""
    tables = [t for t in find_tables(linked.article.text) if linked.doc.within(t.span)]
    figures = (figure for t in tables for place in _places(t) if (figure := _figure(linked, names, place)) is not None)
    return tuple(figures), tuple(s for t in tables for s in (t.span, t.caption) if s is not None)


def _places(table: Table) -> Iterator[Place]:
    for row in table.rows:
        for cell, head in zip(row[1:], table.heads[1:], strict=False):
            if cell is not None:
                yield Place(cell, head, row[0], table.caption)


def _figure(linked: Linked, names: Names, place: Place) -> Figure | None:
    """The figure of a cell; None where it holds no number, or one that no head explains."""
    read = _amount(linked, place)
    if read is None:
        return None
    amount, family, span = read
    taken = _measure(linked, place, "people" if amount.unit == "people" else "things" if family == "count" else family or "bare")
    if amount.unit is None and taken is None:
        return None
    if amount.unit is None and taken is not None:
        amount = replace(amount, unit=UNIT_OF.get(taken.measure))
    giver, receiver = _sides(linked, names, place, taken)
    when, why = _when(linked, place)
    text = linked.article.text
    return Figure(
        claim_id(linked.article.digest, "figure", span),
        span,
        amount,
        measure=taken.measure if taken else "other",
        of=", ".join(" ".join(text[slice(*h)].split()) for h in (place.row, place.column) if h is not None) or None,
        giver=giver,
        receiver=receiver,
        when=when,
        when_why=why,
        rule=f"table, {taken.rule}" if taken else "table",
        heads=place.heads,
    )


def _amount(linked: Linked, place: Place) -> tuple[Amount, str | None, Span] | None:
    """The amount in a cell with the family of its unit, and where it stands; None where the cell holds anything but one number."""
    text, cell = linked.article.text, place.cell
    found = list(numerals(text, cell))
    if len(found) != 1 or found[0].form not in (Form.CARDINAL, Form.SHARE, Form.VAGUE):
        return None
    one = draft(linked.doc, found[0], cell)
    before, after = text[cell[0] : one.start].strip(), text[one.end : cell[1]].strip()
    if len(before) > LONGEST_UNIT or len(after) > LONGEST_UNIT or any(c.isalpha() for c in after[:1]) or YEARS.fullmatch(text[slice(*cell)]):
        return None
    minus = -1.0 if before[-1:] in ("-", "−", "–") or (before.endswith("(") and after.startswith(")")) else 1.0
    own = one.measure
    unit = Unit(own.unit, own.family, own.factor) if own else _unit(linked, place)
    scale = unit.factor if one.numeral.scale == 1 else 1.0
    low, high = sorted(round(side * scale * minus, 6) for side in (one.numeral.low, one.numeral.high))
    bound = bound_before(text, one.start, cell[0])
    floor, top = None if bound.side is Bound.AT_MOST else low, None if bound.side is Bound.AT_LEAST else high
    name, _, per = (unit.name or "").partition(" per ") if unit.family and "/" in unit.family else (unit.name or "", "", "")
    change = _change(linked, place) if unit.family == "share" else None
    amount = Amount(floor, top, approx=bound.approx, unit=name or None, per=per or None, change=change)
    return amount, unit.family, (min(bound.edge, one.start), one.end)


def _unit(linked: Linked, place: Place) -> Unit:
    """The unit that the heads or the caption give: "(million dollars)", "Share, %", "Troops"."""
    scale, counted = 1.0, Unit()
    for head in (place.column, place.row, place.caption):
        words = [m.group().strip(".-/") for m in WORD.finditer(linked.article.text, *head)] if head else []
        for k in range(len(words)):
            lower = [w.lower() for w in words[k:]]
            scale = number_words("scale").get(lower[0], scale) if scale == 1.0 else scale
            scale = number_words("scales").get(lower[0], scale) if scale == 1.0 else scale
            named = _named(linked, words[k:], lower)
            if named is not None:
                return replace(named, factor=named.factor * scale) if scale > 1 else _scaled(lower, named)
        if counted.name is None and head is not None and head != place.caption:
            counted = _counted(linked, head)
    return replace(counted, factor=scale)


def _scaled(lower: list[str], unit: Unit) -> Unit:
    """The unit with the scale word that comes after it: "US$ million"."""
    factor = next((f for w in lower[1:4] if (f := number_words("scale").get(w))), 1.0)
    return replace(unit, factor=unit.factor * factor)


def _named(linked: Linked, words: list[str], lower: list[str]) -> Unit | None:
    if lower[0] == "%":
        return Unit("percent", "share")
    unit, _ = unit_words(lower)
    if unit is not None and len(lower[0]) > 1:
        return Unit(unit.name, unit.family, unit.factor)
    code = money_symbol(words[0])
    if code is not None and (not words[0].isalpha() or (len(words[0]) == 3 and words[0].isupper())):
        return Unit(code, "money")
    money, size = money_words(lower)
    return Unit(choose(linked.doc, money, " ".join(lower[:size])), "money") if money else None


def _counted(linked: Linked, head: Span) -> Unit:
    """The plural noun that a head names as what is counted."""
    noun = next((t for t in reversed(linked.doc.within(head)) if t.tag in ("NNS", "NN") and linked.mention_of(t) is None), None)
    if noun is None or not (noun.tag == "NNS" or is_person(noun.text) or plural(noun.lower) == noun.lower):
        return Unit()
    return Unit("people", "count") if is_person(noun.text) or is_person(noun.lemma) else Unit(noun.lower, "count")


def _measure(linked: Linked, place: Place, family: str) -> Taken | None:
    """The measure that a word of the heads gives for the family, nearest head first; a mere share is of what a farther head says."""
    found: Taken | None = None
    for head in (place.column, place.row, place.caption):
        tokens = linked.doc.within(head) if head else []
        for k, token in enumerate(tokens):
            pairs = [f"{tokens[k - 1].lemma} {token.lemma}"] if k else []
            for word in (*pairs, *phrases(token)):
                row = measure_row("own", word, family) or measure_row("noun", word, family)
                if row is not None and (found is None or (found.measure == "share" and head is place.caption)):
                    found = Taken(row.measure, row, token, row.rule)
                if found is not None and found.measure != "share":
                    return found
    by_unit = BY_FAMILY.get(family)
    return found or Taken(by_unit, rule=f"unit:{family}") if by_unit else None


def _change(linked: Linked, place: Place) -> Change | None:
    text = " ".join(linked.article.text[slice(*h)].lower() for h in (place.column, place.row) if h is not None)
    return next((c for w, c in change_words("noun").items() if re.search(rf"\b{re.escape(w)}\b", text)), None) if text else None


def _sides(linked: Linked, names: Names, place: Place, taken: Taken | None) -> tuple[str | None, str | None]:
    """Giver and receiver: the actor of the row or column, and the owner that the caption or the article names."""
    by_row, by_column = _actor(linked, place.row), _actor(linked, place.column)
    here = by_row or by_column
    if taken is None or taken.measure not in BETWEEN_TWO:
        return here or _actor(linked, place.caption) or names.topic, None
    owner = (by_column if by_row else None) or _actor(linked, place.caption) or names.topic
    owner = None if owner == here else owner
    told = " ".join(linked.article.text[slice(*h)] for h in place.heads)
    return (here, owner) if BUYING.search(told) else (owner, here) if owner else (here, None)


def _actor(linked: Linked, head: Span | None) -> str | None:
    mentions = linked.mentions_in(head) if head else []
    ids = [id for m in mentions if m.kind in (ActorKind.STATE, ActorKind.BODY, ActorKind.ORGAN) and (id := actor_id(m))]
    return ids[0] if len(set(ids)) == 1 else None


def _when(linked: Linked, place: Place) -> tuple[Period | None, str | None]:
    """The year or day that a head names, nearest first."""
    for head in (place.column, place.row, place.caption):
        if head is None:
            continue
        quoted = f"the head “{linked.article.text[slice(*head)]}”"
        dated = next((t.when for t in linked.times if t.when is not None and covers(head, t.span)), None)
        if dated is not None:
            return dated, quoted
        years = [int(y) for y in YEARS.findall(linked.article.text[slice(*head)])]
        if years:
            return Period(date(min(years), 1, 1), date(max(years), 12, 31)), quoted
    return None, None
