"""Judging: what the analyst gives on the command line or the page becomes a judgement in the case's log."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime

from legation.errors import QueryError
from legation.run.identity import actor_named, judge_actor
from legation.run.ledger import book_of
from legation.store.case import Case
from legation.store.held import Held
from legation.store.judging import corrected, version_of
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.ids import digest
from legation.words.judgement import Decision, Judgement
from legation.words.verdict import Relation

RELIABILITY, CREDIBILITY = "ABCDEF", "123456"
"""The Admiralty code: of a source from A (always reliable) to F (not known), of a claim from 1 (confirmed) to 6 (not known)."""


def judge(case: Case, subject: str, decision: Decision, values: Sequence[str], author: str, why: str = "") -> Judgement:
    """Logs a decision on a claim (its id or the beginning) or an actor (id or name), or a rating of a source (its name), and gives the judgement.

    `values` are `field=value` for a correction, the other claim or actor for a merge, the letter or digit for a rating, for the split of
    an actor the name that is somebody else's. Where an actor is merged or split, the articles that name it are read again.
    Raises QueryError where the subject is not there or the values do not fit.
    """
    if decision is Decision.ADD:
        raise QueryError("claims are added on the page of their article")
    if decision is Decision.NAME:
        raise QueryError("names are given with `legation read --actors`")
    if decision in (Decision.MERGE, Decision.SPLIT) and (actor := actor_named(case, subject)):
        return judge_actor(case, actor, decision, values, (author, why))
    if decision is Decision.RATE and (source := _source(case, subject)):
        rating = _rating(values, RELIABILITY)
        return _logged(case, source, decision, author, "", {"rating": rating, "why": why})
    held = case.claim(subject)
    return _logged(case, held.claim.id, decision, author, version_of(held.read), {**_content(case, held, decision, values), "why": why})


def _content(case: Case, held: Held, decision: Decision, values: Sequence[str]) -> dict[str, object]:
    """What a decision on a claim carries, checked."""
    if decision is Decision.CORRECT:
        patch = dict(_field(v) for v in values)
        if not patch:
            raise QueryError('say what is right, as in `low=300 when=\'["2017-01-01", "2017-12-31"]\' status=denied`')
        corrected(held.read, json.dumps(patch))
        return {"fields": patch}
    if decision is Decision.MERGE:
        other = case.claim(_one(values, "the other claim")).claim
        if not any(isinstance(held.claim, kind) and isinstance(other, kind) for kind in (Figure, Event)):
            raise QueryError("only figures have a quantity, and events other tellings; give two of `legation figures` or two of `legation events`")
        return {"with": other.id}
    if decision is Decision.RATE:
        rating = _rating(values, CREDIBILITY)
        if rating == "1" and not _confirmed(case, held.claim.id):
            raise QueryError("credibility 1 means confirmed by an independent origin; the ledger knows of none that tells the same")
        return {"rating": rating}
    if values:
        raise QueryError(f"{decision} takes no value, but {values[0]!r} was given")
    if decision is Decision.SPLIT and not isinstance(held.claim, (Figure, Event)):
        raise QueryError("only figures have a quantity to be split from, and events other tellings")
    return {}


def _logged(case: Case, subject: str, decision: Decision, author: str, version: str, content: dict[str, object]) -> Judgement:
    made = datetime.now(UTC)
    text = json.dumps({k: v for k, v in content.items() if v != ""}, ensure_ascii=False)
    out = Judgement(digest("judgement", subject, decision, author, made.isoformat(), text), subject, decision, author, made, version, text)
    case.judge(out)
    return out


def _source(case: Case, name: str) -> str | None:
    """A publisher or speaker of the case, in its own spelling."""
    wanted = name.strip().casefold()
    named = (n for n in (*(a.publisher for a in case.articles()), *(getattr(h.claim, "speaker", None) for h in case.voices())) if n)
    return next((n for n in named if n.casefold() == wanted), None)


def _field(given: str) -> tuple[str, object]:
    name, equals, value = given.partition("=")
    if not equals:
        raise QueryError(f"{given!r} is no correction; write field=value")
    try:
        return name.strip(), json.loads(value)
    except ValueError:
        return name.strip(), value


def _rating(values: Sequence[str], scale: str) -> str:
    given = _one(values, f"a rating from {scale[0]} to {scale[-1]}").upper()
    if len(given) != 1 or given not in scale:
        raise QueryError(f"{given!r} is no rating; sources are rated {RELIABILITY[0]} to {RELIABILITY[-1]}, claims 1 to 6")
    return given


def _one(values: Sequence[str], what: str) -> str:
    if len(values) != 1:
        raise QueryError(f"give {what}")
    return values[0]


def _confirmed(case: Case, claim: str) -> bool:
    """Whether another origin tells what a claim tells."""
    book = book_of(case)
    found = book and (book.quantity(claim) or book.happening(claim))
    if not found:
        return False
    origin = {m.claim: m.origin for m in found.members}
    return any(
        v.verdict in (Relation.SAME, Relation.AGREE) and claim in (v.a.claim, v.b.claim) and origin[v.a.claim] != origin[v.b.claim]
        for v in found.verdicts
        if getattr(v, "sure", True)
    )
