"""One claim with everything that bears on it: its sentence, who says so, the rule that took it, what was decided."""

from __future__ import annotations

import json
from typing import Any

from legation.brief.pile import publisher_of, status_words
from legation.brief.plain import one_line
from legation.brief.tell import chain_words
from legation.brief.wording import period_words
from legation.errors import QueryError
from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.item import item
from legation.page.quantities import title_of
from legation.page.visit import Visit
from legation.run.asked import day, period
from legation.run.records import judgement_record, records
from legation.store.held import Held
from legation.words.codec import encode
from legation.words.period import Period
from legation.words.status import Status
from legation.words.voice import Voice

CORRECTABLE = {
    "figure": ("low", "high", "unit", "measure", "from", "to", "when", "status"),
    "event": ("type", "actors", "recipients", "when", "status"),
    "tie": ("kind", "a", "b", "when", "status"),
    "statement": ("kind", "parties", "when", "status"),
    "voice": ("speaker", "country"),
}
"""Fields that the form of a correction offers."""
LARGEST = 1e18
LISTS, NUMBERS = ("actors", "recipients", "parties"), ("low", "high")


def claim(desk: Desk, visit: Visit, id: str) -> Answer:
    """A claim by its id or the beginning of one."""
    held = desk.case.claim(id)
    text = desk.case.article(held.article_digest)
    of = desk.books.quantity(held.claim.id)
    happening = desk.books.happening(held.claim.id)
    plain: dict[str, Any] = encode(held.claim)
    log = [j for j in desk.case.judgements() if j.subject == held.claim.id]
    return Answer(
        "claim.html",
        f"{held.kind} {held.claim.id[:8]}",
        {
            "item": item(desk, visit, held),
            "held": held,
            "facts": _facts(desk, held),
            "paper": publisher_of(text),
            "article": text,
            "quantity": (of.id, title_of(desk, of)) if of else None,
            "tellings": len(happening.members) if happening else 0,
            "fields": [(name, written(name, plain.get(name))) for name in CORRECTABLE[held.kind]],
            "log": [judgement_record(j) for j in reversed(log)],
            "statuses": [s.value for s in Status],
        },
        lambda: next(iter(records([held], desk.papers))),
        lambda: records([held], desk.papers),
    )


def _facts(desk: Desk, held: Held) -> list[tuple[str, str]]:
    """What is known of a claim, in the order a reader asks."""
    c = held.claim
    if isinstance(c, Voice):
        named = [("said", "in these words" if c.verbatim else "reported"), ("by", c.speaker or "an unnamed source")]
        return [*named, ("of", desk.name(c.country)), ("cue", c.cue or "")]
    why = getattr(c, "when_why", None)
    return [
        ("when", (period_words(c.when) or "no period told") + (f" ({one_line(why)})" if why else "")),
        ("status", status_words(c.status)),
        ("sides", one_line(getattr(c, "sides_why", None) or "")),
        ("says who", chain_words(c.voices, c.voice) or "the article itself"),
        ("speaks for", ", ".join(f"{one_line(v.speaker)}: {desk.name(v.country)}" for v in c.voices if v.country)),
        ("rule", one_line(c.rule)),
    ]


def written(name: str, value: Any) -> str:
    """A field as a person types it: periods as `2017-01..2017-05`, lists with commas."""
    if name == "when" and isinstance(value, list):
        first, last = value
        return str(first) if first == last else f"{first or ''}..{last or ''}"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:.15g}" if isinstance(value, float) else str(value or "") if value != 0 else "0"


def read_field(name: str, text: str) -> str:
    """What is typed into a field, as JSON for a correction; an emptied field is null. Raises QueryError for a period or number that is none."""
    if not text:
        return "null"
    if name == "when":
        return json.dumps(_period(text).as_json())
    if name in LISTS:
        return json.dumps([part.strip() for part in text.split(",") if part.strip()])
    if name in NUMBERS:
        return json.dumps(number(text))
    return json.dumps(text)


def number(text: str) -> float | None:
    """A number as a person types it; None for nothing. Raises QueryError for anything else."""
    plain = text.replace(",", "").replace(" ", "")
    try:
        value = float(plain) if plain else None
    except ValueError as error:
        raise QueryError(f"{text[:40]!r} is no number") from error
    if value is not None and not abs(value) < LARGEST:
        raise QueryError(f"{text[:40]!r} is no number of things")
    return value


def _period(text: str) -> Period:
    """A period; `2017-01..` and `..2017-01` are open on a side."""
    first, dots, last = text.partition("..")
    if dots and bool(first) != bool(last):
        return Period(day(first or None), day(last or None, last=True))
    found = period(text)
    assert found
    return found
