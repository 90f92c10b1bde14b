"""A claim by hand: words of an article, and a form for what they say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from legation import api
from legation.brief.pile import publisher_of, status_words
from legation.brief.plain import one_line
from legation.brief.wording import ACTS, TIES
from legation.codes.tables import table
from legation.errors import QueryError
from legation.page.answer import Answer, Elsewhere
from legation.page.claim import CORRECTABLE, read_field
from legation.page.desk import Desk, actor_id
from legation.page.visit import Visit
from legation.run.by_hand import LONGEST, add_claim
from legation.words.claim import KINDS
from legation.words.event import EventType
from legation.words.evidence import Span
from legation.words.statement import StatementKind
from legation.words.status import Status

PARTIES = ("actors", "recipients", "parties", "from", "to", "a", "b")


def adding(desk: Desk, visit: Visit, key: str) -> Answer:
    """The form for a claim on words of an article (`words`, near the character `at`)."""
    article = desk.case.article(key)
    words = visit.asked("words")[:LONGEST]
    return Answer(
        "adding.html",
        "Add a claim",
        {
            "article": article,
            "paper": publisher_of(article),
            "words": words,
            "at": visit.asked("at"),
            "kinds": [(kind, "act" if kind == "event" else kind) for kind in KINDS],
            "types": [(t.value, ACTS[t]) for t in EventType],
            "ties": sorted(TIES),
            "statements": [k.value for k in StatementKind],
            "measures": sorted({row["measure"] for row in table("measures") if row.get("measure")}),
            "statuses": [(s.value, status_words(s)) for s in Status],
        },
    )


def add(visit: Visit, form: Mapping[str, str]) -> Elsewhere:
    """Logs the claim and leads to its words. Raises QueryError where they are not in the article or make no claim."""
    kind = form.get("kind", "")
    with api.open(visit.settings.case) as case:
        article = case.article(form.get("article", ""))
        at = form.get("at", "")
        span = found(article.text, form.get("words", ""), int(at[:9]) if at.isascii() and at.isdigit() else 0)
        fields = {name: _value(name, form.get(f"{kind}-{name}", form.get(name, ""))) for name in CORRECTABLE.get(kind, ())}
        given = {name: value for name, value in fields.items() if value is not None}
        made = add_claim(case, article, span, kind, given, visit.settings.author, form.get("why", "").strip()[:500])
    return Elsewhere(f"{visit.to(f'/article/{article.digest}', done=made.id)}#c-{made.subject}")


def _value(name: str, text: str) -> Any:
    """A field of the form; actors by name or id."""
    text = text.strip()
    if name in PARTIES and text:
        ids = [actor_id(part.strip()) for part in text.split(",") if part.strip()]
        return ids if name in ("actors", "recipients", "parties") else ids[0]
    value = json.loads(read_field(name, text))
    return [] if value is None and name in ("actors", "recipients", "parties") else value


def found(text: str, words: str, near: int) -> Span:
    """Where words stand in a text, the place nearest to a character; blanks may differ. Raises QueryError where they do not."""
    pattern = r"\s+".join(map(re.escape, words[:LONGEST].split()))
    places = [m.span() for m in re.finditer(pattern, text)] if pattern else []
    if not places:
        raise QueryError(f"the article has no words {one_line(words)[:80]!r}")
    return min(places, key=lambda span: abs(span[0] - near))
