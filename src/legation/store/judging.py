"""The analyst's judgements and what they do to claims: rejected ones are left out, corrected ones handed out as corrected.

A judgement is on a claim's id, which survives reading again; its `version` hashes the claim as it was judged, so that a claim that is
read in another way since is still judged, but marked for review.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from legation.errors import QueryError
from legation.store import rows
from legation.words.claim import Claim
from legation.words.codec import decode, encode
from legation.words.ids import digest
from legation.words.judgement import Decision, Judgement
from legation.words.reading import Reading
from legation.words.ruling import NO_RULINGS, Rulings
from legation.words.voice import Voice

Ask = Callable[..., Iterator[tuple[Any, ...]]]
C = TypeVar("C", bound=Claim | Voice)

LOG = """
SELECT j.id, j.subject, j.decision, j.author, j.made, j.version, j.content, u.judgement IS NOT NULL
FROM judgement j LEFT JOIN undone u ON u.judgement = j.id {} ORDER BY j.n
"""
ON_CLAIMS = {Decision.ACCEPT: "accepted", Decision.REJECT: "rejected", Decision.CORRECT: "corrected"}
"""Decisions on a claim of which the latest counts, with what is said of it."""

LISTS = ("events", "figures", "statements", "ties", "voices")
FIXED = frozenset({"id", "span", "voices", "rule"})
"""What a correction may not touch: where the claim stands, and who said it."""


def log(ask: Ask, moment: datetime | None = None) -> Iterator[Judgement]:
    """All judgements in the order they were made; those before a moment as they stood then."""
    if moment is None:
        found = ask(LOG.format(""))
    else:
        at = moment.astimezone(UTC).isoformat()
        found = ask(LOG.format("AND u.made < ? WHERE j.made < ?"), (at, at))
    return (rows.judgement_from(row) for row in found)


def make_due(db: sqlite3.Connection, judgement: Judgement) -> None:
    """The articles of the claims that a judgement is on are due for the ledger. A rating weighs only when a quantity is shown."""
    if judgement.decision not in (Decision.RATE, Decision.NAME):
        on = (judgement.subject, json.loads(judgement.content).get("with"))
        db.execute("INSERT OR IGNORE INTO ledger_due SELECT article FROM claim WHERE id IN (?, ?) AND live", on)
        db.execute("INSERT OR IGNORE INTO ledger_due SELECT article FROM voice WHERE id IN (?, ?) AND live", on)


def version_of(claim: Claim | Voice) -> str:
    """A hash of a claim as it is read."""
    return digest("claim", rows.as_text(encode(claim)))


def corrected(claim: C, content: str) -> C:
    """A claim with the fields of a correction in place of its own. Raises QueryError where a field is unknown, fixed or of a wrong form."""
    given, plain = json.loads(content), encode(claim)
    patch = given.get("fields", given)
    unknown = [key for key in patch if key not in plain or key in FIXED]
    if unknown:
        raise QueryError(f"{unknown[0]!r} cannot be corrected; {', '.join(k for k in plain if k not in FIXED)} can")
    try:
        return decode(type(claim), {**plain, **patch})
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise QueryError(f"not a {type(claim).__name__.lower()}: {error}") from error


@dataclass(frozen=True)
class Judged:
    """The judgements that count: on claims and ratings by their subject, rulings for the ledger, the ids of all in `counting`."""

    claims: dict[str, Judgement] = field(default_factory=dict)
    ratings: dict[str, str] = field(default_factory=dict)
    rulings: Rulings = NO_RULINGS
    counting: frozenset[str] = frozenset()

    @classmethod
    def of(cls, judgements: Iterator[Judgement] | Sequence[Judgement]) -> Judged:
        """What a log comes to: of each claim the latest decision, of each source and claim the latest rating."""
        claims, ratings, together, apart = dict[str, Judgement](), dict[str, str](), list[tuple[str, str]](), set[str]()
        latest: dict[tuple[str, str], str] = {}
        for j in judgements:
            if j.undone:
                continue
            latest["claim" if j.decision in ON_CLAIMS else j.decision.value, j.subject] = j.id
            if j.decision in ON_CLAIMS:
                claims[j.subject] = j
            elif j.decision is Decision.RATE:
                ratings[j.subject] = json.loads(j.content)["rating"]
            elif j.decision is Decision.SPLIT and "actor" not in json.loads(j.content):
                apart.add(j.subject)
            elif j.decision is Decision.MERGE and "with" in (content := json.loads(j.content)):
                together.append((j.subject, content["with"]))
        accepted = frozenset(id for id, j in claims.items() if j.decision is Decision.ACCEPT)
        return cls(claims, ratings, Rulings(tuple(together), frozenset(apart), accepted), frozenset(latest.values()))

    def heed(self, claim: C) -> C | None:
        """A claim as the analyst sees it; None where it is rejected."""
        j = self.claims.get(claim.id)
        if j is None or j.decision is Decision.ACCEPT:
            return claim
        if j.decision is Decision.REJECT:
            return None
        try:
            return corrected(claim, j.content)
        except QueryError:  # the field is gone in a newer version: the judgement is up for review, the reading stands
            return claim

    def reading(self, reading: Reading) -> Reading:
        """A reading as the analyst sees it."""
        if not self.claims:
            return reading
        lists = {name: getattr(reading, name) for name in LISTS}
        judged: dict[str, Any] = {name: tuple(h for c in claims if (h := self.heed(c)) is not None) for name, claims in lists.items()}
        return replace(reading, **judged) if judged != lists else reading

    def said(self, claim: Claim | Voice) -> tuple[str, ...]:
        """What was decided on a claim as it is read, in words: `rejected`, `to review`, `credibility 2`."""
        j = self.claims.get(claim.id)
        words = [ON_CLAIMS[j.decision]] if j else []
        if j and j.version != version_of(claim):
            words.append("to review")
        if claim.id in self.ratings:
            words.append(f"credibility {self.ratings[claim.id]}")
        speaker = claim.speaker if isinstance(claim, Voice) else claim.voice
        if speaker in self.ratings:
            words.append(f"source {self.ratings[speaker]}")
        return tuple(words)
