"""The overview: what this case is about, on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from legation.brief.clauses import upper
from legation.brief.flows import Flow, pairs
from legation.brief.lanes import Lane, lanes
from legation.brief.network import network_of
from legation.brief.wording import ACTS, counted, period_words, tone_of
from legation.page.answer import Answer
from legation.page.books import Acts
from legation.page.desk import Desk
from legation.page.dispute import cards, dispute_record
from legation.page.item import acts
from legation.page.standing import ROWS, Relation, picture, relation
from legation.page.visit import Visit, part
from legation.words.codec import encode
from legation.words.event import EventType
from legation.words.period import Period

TONES = ("", "cooperative", "conflictual", "tie")
DISPUTES, LATEST, LANES, ARTICLES = 3, 6, 6, 5

SPAN = "SELECT min(a.published_first), max(a.published_last) FROM article a WHERE {} AND a.published_basis = 'stated'"
NEWEST = """
SELECT a.digest, a.title, a.publisher, a.published_first, a.published_last,
  (SELECT count(*) FROM claim c JOIN interpretation i ON i.n = c.interpretation WHERE i.article = a.n AND c.live)
FROM article a WHERE {} ORDER BY a.published_first DESC, a.n DESC LIMIT ?
"""
TIES = """
SELECT p.actor, q.actor, c.type, count(*) FROM claim c
JOIN party p ON p.claim = c.n AND p.role = 'a' JOIN party q ON q.claim = c.n AND q.role = 'b'
WHERE c.live AND c.kind = 'tie' AND c.status = 'actual' AND {} GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 400
"""
QUALITY = {
    "inferred": "SELECT count(*) FROM article a WHERE {} AND a.published_basis = 'inferred'",
    "undated": "SELECT count(*) FROM article a WHERE {} AND a.published_basis IS NULL",
    "copies": "SELECT count(*) FROM article a WHERE {} AND a.copy_of IS NOT NULL",
}
GAPS = {
    "unread": "SELECT coalesce(sum(c.unread_items), 0) FROM interpretation c WHERE c.live AND c.unread_items > 0 AND {}",
    "foreign": "SELECT count(*) FROM interpretation c WHERE c.live AND c.unread IS NOT NULL AND {}",
}
ARTICLES_OUT = "SELECT count(*) FROM article a WHERE {}"
COUNTS = {
    "figures": "SELECT count(*) FROM claim c WHERE c.live AND c.kind = 'figure' AND {}",
    "voices": "SELECT count(*) FROM voice c WHERE c.live AND {}",
}


@dataclass(frozen=True, slots=True)
class Newest:
    """An article of the list of the newest."""

    digest: str
    title: str
    paper: str
    day: str
    claims: int


def overview(desk: Desk, visit: Visit) -> Answer:
    """Who with whom, when, what is disputed, what is new, and how well it was read."""
    tone = visit.asked("tone") if visit.asked("tone") in TONES else ""
    by = "kind" if visit.asked("lanes") == "kind" else ""
    shown = flows_shown(desk, tone)
    span = _span(desk)
    # What is announced or expected lies ahead of what has been done; the latest act is none of these.
    newest, _ = desk.books.acts(Acts(fact="yes", until=str(span.last) if span else ""), LATEST, 0)
    total = desk.books.counts()
    return Answer(
        "overview.html",
        upper(desk.case.path.stem.replace("-", " ").replace("_", " ")),
        {
            "span": f"Articles of {period_words(span)}" if span else "No article has a stated day.",
            "counts": tuple(_counts(desk, visit, total)),
            "disputes": cards(desk, visit, desk.books.disputes("", DISPUTES, 0)),
            "more_disputes": max(0, total["disputes"] - DISPUTES),
            "network": network_of(shown, desk.name, lambda a, b: pair_address(visit, a, b)),
            "tone": tone,
            "by": by,
            "lanes": _standing(desk, visit, shown) if tone == "tie" else lanes(list((_kinds if by else _lanes)(desk, visit, tone))),
            "latest": acts(desk, visit, newest),
            "newest": _newest(desk),
            "quality": _quality(desk),
        },
        lambda: _record(desk, visit, shown),
        lambda: ({"from": f.giver, "to": f.receiver, "tone": f.tone, "together": f.mutual, "count": f.count, "what": f.words} for f in shown),
    )


def pair_address(visit: Visit, a: str, b: str) -> str:
    """Where what is known of two actors stands, or of one."""
    return visit.to(f"/actor/{part(a)}") if a == b else visit.to(f"/pair/{part(a)}/{part(b)}")


def flows_shown(desk: Desk, tone: str) -> list[Flow]:
    """Flows of a tone, of all acts where none is asked, or standing ties."""
    if tone == "tie":
        return ties(desk)
    return [f for f in desk.books.flows() if tone in ("", f.tone)]


def ties(desk: Desk) -> list[Flow]:
    """Standing relations as flows, most told first."""
    condition, values = desk.spoken()
    found: dict[tuple[str, str], Flow] = {}
    for a, b, kind, times in desk.rows(TIES.format(condition), values):
        found.setdefault((a, b), Flow(a, b, "tie", False)).ties[kind] += times
    return sorted(found.values(), key=lambda f: (-f.count, f.giver, f.receiver))


def _span(desk: Desk) -> Period | None:
    """The days of the articles, by those that state theirs."""
    condition, values = desk.published()
    first, last = desk.rows(SPAN.format(condition), values)[0]
    return Period(date.fromisoformat(first), max(date.fromisoformat(last), date.fromisoformat(first))) if first and last else None


def _counts(desk: Desk, visit: Visit, total: dict[str, int]) -> Iterator[tuple[str, int, str]]:
    """What is counted, how many, and where they are listed."""
    condition, values = desk.spoken()
    of = {name: int(desk.one(sql.format(condition), values)) for name, sql in COUNTS.items()}
    condition, values = desk.published()
    yield "articles", int(desk.one(ARTICLES_OUT.format(condition), values)), visit.to("/articles")
    yield "acts", total["acts"], visit.to("/acts")
    yield "quantities", total["quantities"], visit.to("/quantities")
    yield "disputes", total["disputes"], visit.to("/disputes")
    yield "figures", of["figures"], visit.to("/claims/figure")
    yield "voices", of["voices"], visit.to("/voices")


def _lanes(desk: Desk, visit: Visit, tone: str) -> Iterator[Lane]:
    """A lane for each of the pairs that deal most with each other, whoever begins; of one tone where it is asked."""
    flows = [f for f in desk.books.flows() if tone in ("", f.tone)]
    for pair in list(dict.fromkeys(frozenset((a, b)) for (a, b, _), _ in pairs(flows)))[:LANES]:
        a, b = sorted(pair, key=lambda x: (-sum(f.count for f in flows if f.giver == x), x))
        days: Counter[tuple[date, str]] = Counter()
        for (_, day, of), n in desk.books.days(a, b).items():
            if tone in ("", of):
                days[day, of] += n
        yield Lane(f"{desk.name(a)} – {desk.name(b)}", tuple((day, of, n) for (day, of), n in sorted(days.items())), pair_address(visit, a, b))


def _kinds(desk: Desk, visit: Visit, tone: str) -> Iterator[Lane]:
    """A lane for each of the kinds of act that are told most."""
    days: dict[EventType, Counter[date]] = {}
    for (kind, day), n in desk.books.kinds().items():
        if tone in ("", tone_of(kind)):
            days.setdefault(kind, Counter())[day] += n
    for kind in sorted(days, key=lambda k: (-days[k].total(), k))[:LANES]:
        told = tuple((day, tone_of(kind), n) for day, n in sorted(days[kind].items()))
        yield Lane(upper(ACTS[kind]), told, visit.to("/acts", type=kind.value))


def _standing(desk: Desk, visit: Visit, shown: list[Flow]) -> str:
    """Standing relations over time, those that are told most."""
    count: Counter[Relation] = Counter()
    for f in shown:
        for kind, n in f.ties.items():
            count[relation(f.giver, f.receiver, kind)] += n
    return picture(desk, visit, (found for found, _ in count.most_common(ROWS)))


def _newest(desk: Desk) -> list[Newest]:
    condition, values = desk.published()
    return [
        Newest(digest, title or publisher or digest, publisher or "", period_words(_period(first, last), short=True), claims)
        for digest, title, publisher, first, last, claims in desk.rows(NEWEST.format(condition), [*values, ARTICLES])
    ]


def _period(first: str | None, last: str | None) -> Period | None:
    return Period.from_json([first, last]) if first or last else None


def _quality(desk: Desk) -> list[tuple[str, str]]:
    """What was not read and what had to be inferred: in words, with the list that shows it."""
    condition, values = desk.published()
    n = {name: int(desk.one(sql.format(condition), values)) for name, sql in QUALITY.items()}
    condition, values = desk.spoken()
    n |= {name: int(desk.one(sql.format(condition), values)) for name, sql in GAPS.items()}
    review = sum(r.review for r in desk.case.ruled())
    told = (
        (n["unread"], counted(n["unread"], "number or act that no rule could take", "numbers or acts that no rule could take"), "/unread"),
        (n["inferred"], f"{counted(n['inferred'], 'article')} whose day was inferred from the words", "/articles?dated=inferred"),
        (n["undated"], f"{counted(n['undated'], 'article')} without any day", "/articles?dated=none"),
        (n["foreign"], f"{counted(n['foreign'], 'article')} kept but not read", "/articles?dated=unread"),
        (n["copies"], f"{counted(n['copies'], 'near-identical copy', 'near-identical copies')} of other articles", "/articles?dated=copy"),
        (review, f"{counted(review, 'judgement')} to review, as the reading changed since", "/log"),
    )
    return [(words, address) for count, words, address in told if count]


def _record(desk: Desk, visit: Visit, shown: list[Flow]) -> dict[str, Any]:
    return {
        "case": desk.case.path.name,
        "as_of": encode(desk.as_of),
        "counts": {name: n for name, n, _ in _counts(desk, visit, desk.books.counts())},
        "flows": [{"from": f.giver, "to": f.receiver, "tone": f.tone, "together": f.mutual, "count": f.count, "what": f.words} for f in shown],
        "disputes": [dispute_record(desk, d) for d in desk.books.disputes("", DISPUTES, 0)],
        "quality": [words for words, _ in _quality(desk)],
    }
