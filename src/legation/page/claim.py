"""One claim with everything that bears on it: its sentence, who says so, the rule that took it, what was decided."""

from __future__ import annotations

import json
from typing import Any

from legation.brief.pile import publisher_of, status_words
from legation.brief.plain import one_line
from legation.brief.tell import chain_words
from legation.brief.wording import period_words
from legation.page.answer import Answer
from legation.page.desk import Desk
from legation.page.item import item
from legation.page.quantities import title_of
from legation.page.visit import Visit
from legation.run.records import judgement_record, records
from legation.store.held import Held
from legation.words.codec import encode
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
            "fields": [(name, _written(plain.get(name))) for name in CORRECTABLE[held.kind]],
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
        ("says who", chain_words(c.voices, c.voice) or "the article itself"),
        ("speaks for", ", ".join(f"{one_line(v.speaker)}: {desk.name(v.country)}" for v in c.voices if v.country)),
        ("rule", one_line(c.rule)),
    ]


def _written(value: Any) -> str:
    """A field as it is typed: text as it is, everything else as JSON."""
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
