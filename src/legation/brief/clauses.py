"""Acts, figures and disputes as clauses of a sentence, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from legation.brief.names import named
from legation.brief.tell import Naming
from legation.brief.wording import listed, period_words
from legation.codes.tables import parse_table
from legation.words.event import Event, EventType
from legation.words.period import Period
from legation.words.status import Status

_VERB = re.compile(r"\b([\w-]+)/([\w-]+)\b")
"""A verb of the table of clauses: its base and its past."""
MODALS = {Status.PLANNED: "is to ", Status.POSSIBLE: "may ", Status.CONDITIONAL: "would ", Status.DEMANDED: "is asked to ", Status.DENIED: "did not "}
SEVERAL = {"is to ": "are to ", "is asked to ": "are asked to "}
"""How an act is told that is not told as fact, by one and by several."""

UNNAMED = "somebody unnamed"


@cache
def _rows() -> dict[tuple[str, str], tuple[str, str, str]]:
    text = (files("legation.brief") / "clauses.tsv").read_text("utf-8")
    return {(r["type"], r["how"]): (r["towards"], r["together"], r["alone"]) for r in parse_table(text, "clauses")}


def _ways(how: Event | None) -> Iterator[str]:
    """What the table may know an act by, the most particular first: its mode, its CAMEO code, nothing."""
    if how and how.mode:
        yield how.mode
    code = (how.cameo or "") if how else ""
    yield from (code[:n] for n in range(len(code), 1, -1))
    yield ""


def clause(
    kind: EventType, actors: Sequence[str], recipients: Sequence[str], name: Naming, how: Event | None = None, status: Status = Status.ACTUAL
) -> tuple[str, str]:
    """An act in two parts: who, and did what (`the United States`, `criticised Russia`); `how` is a telling of it that says more than its type."""
    towards, together, alone = next(found for way in _ways(how) if (found := _rows().get((kind.value, way))))
    told = towards if recipients else together if len(actors) > 1 else alone
    modal = MODALS.get(status, "")
    modal = SEVERAL.get(modal, modal) if len(actors) > 1 else modal
    done = modal + _VERB.sub(lambda verb: verb[1 if modal else 2], told)
    return listed(named(name(a)) for a in actors) or UNNAMED, done.replace("{b}", listed(named(name(b)) for b in recipients))


def joined(clauses: Iterable[tuple[str, str]]) -> str:
    """Clauses as one, each once; a doer who does more is named once."""
    acts: dict[str, dict[str, None]] = {}
    for doer, done in clauses:
        acts.setdefault(doer, {})[done] = None
    return "; ".join(f"{doer} {listed(done)}" for doer, done in acts.items())


def upper(words: str) -> str:
    """With a capital at the beginning, as a sentence has it."""
    return words[:1].upper() + words[1:]


def period_phrase(period: Period | None) -> str:
    """A period as a sentence has it: `on 6 March 2017`, `in May 2017`, `from 8 March to 3 May 2017`, `since 2015`; empty for None."""
    words = period_words(period)
    if period is None or words.startswith(("since", "until")):
        return words
    if period.first == period.last:
        return f"on {words}"
    return f"{'from' if ' to ' in words else 'in the' if words.startswith('week') else 'in'} {words}"
