"""Judging in the page: what a form decides is logged in the case, and can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from legation import api
from legation.errors import QueryError
from legation.page.answer import Elsewhere
from legation.page.claim import CORRECTABLE, read_field
from legation.page.desk import actor_id
from legation.page.login import own_address
from legation.page.visit import Visit

DECISIONS = ("accept", "reject", "correct", "rate", "merge", "split")
BEARER = ("country", "kind")
"""Fields of the form by which a name is split off an actor: who bears it."""


def judge(visit: Visit, form: Mapping[str, str]) -> Elsewhere:
    """Logs a decision and leads back to where it was made. Raises QueryError where it cannot be made."""
    decision, subject = form.get("decision", ""), form.get("subject", "")
    if decision not in DECISIONS:
        raise QueryError("that is no decision")
    with api.open(visit.settings.case) as case:
        values = _corrections(form) if decision == "correct" else _values(form)
        made = api.judge(case, subject, decision, values, visit.settings.author, form.get("why", "").strip()[:500])
    return Elsewhere(_back(form, done=made.id))


def undo(visit: Visit, form: Mapping[str, str]) -> Elsewhere:
    """Takes a judgement back and leads back."""
    with api.open(visit.settings.case) as case:
        api.undo(case, form.get("judgement", ""), visit.settings.author)
    return Elsewhere(_back(form))


def _values(form: Mapping[str, str]) -> list[str]:
    """What a decision carries: a rating, the other claim or actor, a name and who bears it."""
    given = [value for value in [form.get("value", "").strip()] if value]
    bearer = [(name, actor_id(form[name].strip())) for name in BEARER if form.get(name, "").strip()]
    return given + [f"{name}={value}" for name, value in bearer]


def _corrections(form: Mapping[str, str]) -> list[str]:
    """Fields of the form that differ from what was read, as `field=value`; an emptied one is null."""
    fields = {name for names in CORRECTABLE.values() for name in names}
    out = []
    for name in sorted(fields & {k.removeprefix("field-") for k in form if k.startswith("field-")}):
        given, was = form[f"field-{name}"].strip(), form.get(f"was-{name}", "")
        if given != was:
            out.append(f"{name}={read_field(name, given)}")
    if not out:
        raise QueryError("nothing was changed")
    return out


def _back(form: Mapping[str, str], done: str = "") -> str:
    """The page that the form stood on, with what was done, at the claim."""
    parts = urlsplit(own_address(form.get("back", "/")))
    query = [(k, v) for k, v in parse_qsl(parts.query) if k != "done"] + ([("done", done)] if done else [])
    anchor = f"#c-{form['subject']}" if form.get("subject", "").isalnum() else ""
    return f"{parts.path or '/'}{'?' + urlencode(query) if query else ''}{anchor}"
