"""Filters: which claims of a case are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from legation.store.rows import parties
from legation.words.claim import Claim
from legation.words.event import Event
from legation.words.figure import Figure
from legation.words.period import Period
from legation.words.status import Status


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions that a claim must all meet; None asks nothing.

    `since` and `until` are met where the claim's period, or its article's day where it has none, shares a day with them.
    `voice` is looked for in the whole chain of sources, upper and lower case alike; `article` is an id or digest.
    For voices `actor` means the speaker's state or body.
    """

    actor: str | None = None
    between: tuple[str, str] | None = None
    measure: str | None = None
    type: str | None = None
    since: date | None = None
    until: date | None = None
    voice: str | None = None
    status: Status | None = None
    article: str | None = None
    limit: int | None = None


EVERYTHING = Filter()

Condition = tuple[str, list[str | int]]


def claim_conditions(where: Filter, kind: str) -> Condition:
    """SQL after WHERE, and its values, over `claim c` joined with `article a`, in the case's order."""
    parts: list[Condition] = [("c.live AND c.kind = ?", [kind])]
    parts += [("EXISTS (SELECT 1 FROM party p WHERE p.claim = c.n AND p.actor = ?)", [a]) for a in (where.actor, *(where.between or ())) if a]
    cells = (("c.type", where.measure), ("c.type", where.type), ("c.status", where.status and where.status.value))
    parts += [(f"{column} = ?", [value]) for column, value in cells if value]
    parts += _days(where, "coalesce(c.first, c.last) IS NULL", "c.first", "c.last")
    if where.voice:
        parts.append(("c.chain LIKE ? ESCAPE '\\'", [_anywhere(where.voice)]))
    return _joined(parts + _article(where), where.limit)


def claim_conditions_but_for(where: Filter, kind: str, corrected: Sequence[str]) -> Condition:
    """The same, but claims with these ids are all among them: whether they meet the filter as corrected, `meets` says."""
    sql, values = claim_conditions(replace(where, limit=None), kind)
    conditions, _, order = sql.partition(" ORDER BY ")
    own, more = _joined([("c.live AND c.kind = ?", [kind]), (f"c.id IN ({', '.join('?' * len(corrected))})", [*corrected]), *_article(where)], None)
    return f"(({conditions}) OR ({own.partition(' ORDER BY ')[0]})) ORDER BY {order}", [*values[:-1], *more[:-1], -1]


def meets(where: Filter, claim: Claim, published: Period | None) -> bool:
    """Whether a claim as it was corrected meets a filter, its article apart."""
    named = {actor for _, actor in parties(claim)}
    kind = claim.measure if isinstance(claim, Figure) else claim.type.value if isinstance(claim, Event) else str(claim.kind)
    chain = "\n".join([s.speaker for s in claim.voices] or ([claim.voice] if claim.voice else []))
    when = claim.when or published
    wanted = Period(where.since, where.until) if where.since or where.until else None
    return (
        named.issuperset(a for a in (where.actor, *(where.between or ())) if a)
        and all(kind == asked for asked in (where.measure, where.type) if asked)
        and (where.status is None or claim.status is where.status)
        and (not where.voice or where.voice.lower() in chain.lower())
        and (wanted is None or bool(when and when.meets(wanted)))
    )


def voice_conditions(where: Filter) -> Condition:
    """The same over `voice c`."""
    parts: list[Condition] = [("c.live", [])]
    if where.actor:
        parts.append(("c.country = ?", [where.actor]))
    if where.between:
        parts.append(("c.country IN (?, ?)", list(where.between)))
    if where.voice:
        parts.append(("c.speaker LIKE ? ESCAPE '\\'", [_anywhere(where.voice)]))
    parts += _days(where, "1", "NULL", "NULL")
    return _joined(parts + _article(where), where.limit)


def actor_conditions(where: Filter) -> Condition:
    """A whole query for the actors of `mention`, most named first."""
    wanted = [a for a in (where.actor, *(where.between or ())) if a]
    parts: list[Condition] = [("m.live", []), *([(f"m.actor IN ({', '.join('?' * len(wanted))})", [*wanted])] if wanted else [])]
    parts += [("m.kind = ?", [where.type])] if where.type else []
    parts += _article(where)
    sql = (
        "SELECT m.actor, m.name, m.kind, m.country, sum(m.times) AS total, count(*), max(m.times) FROM mention m JOIN article a ON a.n = m.article"  # noqa: S608
        f" WHERE {' AND '.join(p for p, _ in parts)} GROUP BY m.actor ORDER BY total DESC, m.actor LIMIT ?"
    )
    return sql, [v for _, vs in parts for v in vs] + [-1 if where.limit is None else where.limit]


def _days(where: Filter, undated: str, first: str, last: str) -> list[Condition]:
    """Conditions on days; an undated claim is taken at its article's publication, an open side reaches for ever."""
    out: list[Condition] = []
    if where.since:
        out.append((f"iif({undated}, a.published_last, coalesce({last}, '9999')) >= ?", [where.since.isoformat()]))
    if where.until:
        out.append((f"iif({undated}, a.published_first, coalesce({first}, '0000')) <= ?", [where.until.isoformat()]))
    return out


def _article(where: Filter) -> list[Condition]:
    return [("(a.id = ? OR a.digest = ?)", [where.article, where.article])] if where.article else []


def _joined(parts: Iterable[Condition], limit: int | None) -> Condition:
    conditions = list(parts)
    sql = " AND ".join(p for p, _ in conditions) + " ORDER BY a.n, c.start, c.ordinal LIMIT ?"
    return sql, [*(v for _, vs in conditions for v in vs), -1 if limit is None else limit]


def _anywhere(words: str) -> str:
    for special in "\\%_":
        words = words.replace(special, "\\" + special)
    return f"%{words}%"
