"""PLOVER's modes: how an act is done or what it is about; and the auxiliary ones, which keep an event apart from the day's deeds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from legation.codes.goldstein import finest
from legation.codes.plover import ModeRow, modes, types
from legation.parse.doc import Token
from legation.words.event import EventType
from legation.words.period import Period
from legation.words.status import Status

# How many words around an act may tell its mode, and how far below it.
NEAREST, DEEPEST = 40, 6
# What hangs on an act by these labels is another act.
APART = ("conj", "advcl", "relcl", "parataxis", "punct")
# PLOVER takes what is only planned of these for an expression of intent.
INTENDED = (EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.CONCEDE)

# An act that ended so long before the article is told as history, not as news.
HISTORY = timedelta(days=365)
HYPOTHETICAL = (Status.POSSIBLE, Status.CONDITIONAL, Status.DEMANDED)


def mode_of(type_: EventType, own: str | None, tokens: Sequence[Token]) -> str | None:
    """An act's mode: its row's own where the type has it, else the first that the words of the act bring up; None where none does."""
    rows = modes().get(type_, ())
    if own is not None and any(row.mode == own for row in rows):
        return own
    words = _phrases(tokens)
    return next((row.mode for row in rows if row.phrases & words), None)


def cameo_of(type_: EventType, own: str | None, mode: str | None) -> str:
    """The CAMEO code of an act: its row's own (None where the act was turned into another type), made finer by its mode."""
    row: ModeRow | None = next((row for row in modes().get(type_, ()) if row.mode == mode), None)
    code = own or types()[type_].cameo + "0"
    return finest(code, row.cameo) if row is not None else code


def plover_type(type_: EventType, status: Status) -> EventType | None:
    """PLOVER's own type where it differs from ours: cooperation ahead is an agreement to it; None where it does not."""
    return EventType.AGREE if status is Status.PLANNED and type_ in INTENDED else None


def around(heads: Iterable[Token]) -> list[Token]:
    """The words of an act: its heads and what hangs on them, without other clauses; in text order."""
    out: dict[int, Token] = {}
    front = [(t, 0) for t in heads]
    while front and len(out) < NEAREST:
        t, depth = front.pop(0)
        if t.i in out:
            continue
        out[t.i] = t
        if depth < DEEPEST:
            front.extend((c, depth + 1) for c in t.children if c.dep not in APART)
    return [out[i] for i in sorted(out)]


def _phrases(tokens: Sequence[Token]) -> frozenset[str]:
    """The words, and phrases of two and three of them that stand together, with the last as it stands and as its lemma."""
    found: set[str] = set()
    for n, last in enumerate(tokens):
        before = ""
        for size in range(3):
            found.update((before + last.lemma, before + last.lower))
            at = n - size - 1
            if at < 0 or tokens[at].i != last.i - size - 1:
                break
            before = f"{tokens[at].lower} {before}"
    return frozenset(found)


def aux_modes(status: Status, when: Period | None, day: date | None) -> tuple[str, ...]:
    """`historical`, `future`, `hypothetical`, `negation`: those that an event's status and period, seen from the article's day, ask for."""
    ahead = when is not None and when.first is not None and day is not None and when.first > day
    modes = {
        "historical": when is not None and when.last is not None and day is not None and when.last < day - HISTORY,
        "future": status is Status.PLANNED or ahead,
        "hypothetical": status in HYPOTHETICAL,
        "negation": status is Status.DENIED,
    }
    return tuple(name for name, holds in modes.items() if holds)


def settled(status: Status, when: Period | None, day: date | None) -> Status:
    """The status by the calendar: what takes effect only after the article's day is planned, however it is told."""
    ahead = when is not None and when.first is not None and day is not None and when.first > day
    return Status.PLANNED if ahead and status is Status.ACTUAL else status
