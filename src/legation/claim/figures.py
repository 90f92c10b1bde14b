"""Figures: amounts with measure, parties, period, status and voices."""

from __future__ import annotations

import re
from dataclasses import replace

from legation.claim.chain import chain_of, hidden_kind, report_on
from legation.claim.choosing import chosen
from legation.claim.dating import dated
from legation.claim.ellipsis import Before, is_in_brackets, is_money_too, taken_of, whole, with_parts
from legation.claim.measures import AS_BEFORE, UNIT_OF, Taken
from legation.claim.moves import change_of
from legation.claim.named import Names
from legation.claim.orders import VICTIMS
from legation.claim.rates import rate_of
from legation.claim.scene import Scene
from legation.claim.tabled import read_tables
from legation.claim.told import told_status
from legation.claim.whats import of_what
from legation.codes.wordsets import wordset
from legation.find.amounts import FoundAmount, Sort
from legation.link.linked import Linked
from legation.words.amount import Amount, Change
from legation.words.evidence import covers
from legation.words.figure import Figure
from legation.words.ids import claim_id
from legation.words.reading import Unread

FIGURES = (Sort.AMOUNT, Sort.SCORE)
# Counts of such things tell nothing by themselves where they are small or already known ("the two countries").
GENERIC = wordset("generic")


def read_figures(linked: Linked) -> tuple[tuple[Figure, ...], tuple[Figure, ...], tuple[Unread, ...]]:
    """The figures of an article, all its numbers (also those without a meaning), and what no rule could take."""
    figures: list[Figure] = []
    numbers: list[Figure] = []
    unread: list[Unread] = []
    before: Before | None = None
    names = Names(linked)
    tabled, tables = read_tables(linked, names)
    for found in linked.amounts:
        if any(covers(table, found.span) for table in tables):
            continue
        scene = Scene(linked, found)
        number = _number(linked, found)
        if found.sort not in FIGURES:
            numbers.append(number)
            continue
        taken = taken_of(scene, before)
        figure = _figure(scene, number, taken, before, names)
        numbers.append(figure)
        reason = _no_figure(scene, figure, taken)
        if reason:
            unread.append(Unread(found.span, reason))
            continue
        figures.append(figure)
        # "2.7 hectares (6.7 acres)": what follows goes on with the first.
        if before is None or not is_in_brackets(linked, before, found):
            before = Before(figure, found, taken)
    figures = with_parts(figures, linked.article.text)
    if tabled:
        figures, numbers = (sorted((*told, *tabled), key=lambda f: f.span) for told in (figures, numbers))
    return tuple(figures), tuple(numbers), tuple(unread)


def _number(linked: Linked, found: FoundAmount) -> Figure:
    return Figure(claim_id(linked.article.digest, "figure", found.span), found.span, found.amount)


def _figure(scene: Scene, number: Figure, taken: Taken | None, before: Before | None, names: Names) -> Figure:
    linked, found = scene.linked, scene.found
    when, why = dated(scene, taken, before)
    chain = chain_of(linked, found.span)
    row = taken.row if taken else None
    as_before = taken is not None and taken.rule == AS_BEFORE
    (giver, receiver), sides_why = chosen(scene, taken, before.figure if before is not None else None, names)
    if not chain and before is not None and giver and receiver and (giver, receiver) == (before.figure.giver, before.figure.receiver):
        chain = report_on(linked, before.figure, found.span)
    change = change_of(scene) or (Change(row.change) if row and row.change and not as_before else None)
    return replace(
        number,
        amount=_complete(scene, taken, before, change),
        measure=taken.measure if taken else "other",
        of=of_what(scene, taken.word if taken else None),
        giver=giver,
        receiver=receiver,
        sides_why=sides_why,
        when=when,
        when_why=why,
        status=told_status(scene, taken),
        voice=chain[0].speaker if chain else None,
        voices=chain,
        voice_kind=None if chain else hidden_kind(linked, found.span),
        part_of=whole(scene, before),
        rule=taken.rule if taken else "",
    )


AGAINST = re.compile(r"\b(?:from|to|vs\.?|versus|against|with|than|at|and)\s+(?:about\s+|only\s+|just\s+|some\s+|nearly\s+)?\Z", re.I)
MEASURED = frozenset(("money", "mass", "volume", "energy", "power", "area", "length"))


def _complete(scene: Scene, taken: Taken | None, before: Before | None, change: Change | None) -> Amount:
    """The amount with the unit that a bare number leaves out: of the amount before, or of its measure."""
    amount = scene.found.amount
    unit, per = amount.unit, amount.per
    if before is not None and _are_more_things(scene, before):
        unit = before.figure.amount.unit
    if unit is None and before is not None:
        as_before = taken is not None and taken.rule == AS_BEFORE
        text, start = scene.linked.article.text, scene.found.span[0]
        against = before.found.family in MEASURED and bool(AGAINST.search(text, max(0, start - 24), start))
        if as_before or is_money_too(scene, before) or (against and before.found.token.sent == scene.found.token.sent):
            unit, per = before.figure.amount.unit, per or before.figure.amount.per
    if taken is not None and (
        unit is None or (scene.family == "things" and taken.measure in VICTIMS) or (unit == "people" and taken.measure == "states")
    ):
        unit = UNIT_OF.get(taken.measure, unit)  # "two carabinieri killed" are people, "130 members of the UN" countries
    return replace(amount, unit=unit, per=per or rate_of(scene, taken, before), change=change)


def _are_more_things(scene: Scene, before: Before) -> bool:
    """Whether "2,200 more" are of the things counted before, and no persons."""
    noun, other = scene.found.noun, before.found
    same = other.family == "count" and other.token.sent == scene.found.token.sent and other.amount.unit != "people"
    return same and noun is not None and noun.lower == "more"


def _no_figure(scene: Scene, figure: Figure, taken: Taken | None) -> str | None:
    """Why an amount is no figure; None where it is one."""
    amount, family = figure.amount, scene.family
    size = amount.low if amount.low is not None else amount.high or 0.0
    if amount.unit is None:
        return "a number without a unit or noun"
    if family in ("things", "people") and amount.noun in GENERIC and size <= 3 and figure.measure in ("states", "other"):
        return "a count of what was named before"
    untold = taken is None or taken.measure == "states"
    if untold and family in ("things", "people") and size <= 1:
        return "a number with a noun that no rule took"
    return None
