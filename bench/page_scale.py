"""The page at scale: every address of a large synthetic case, with its time and the slowest question that it asks the file.

    python bench/page_scale.py [CLAIMS] [FILE]     (200,000 and a file in the temporary folder where nothing is given)

A file that is there already is looked at as it stands. An article tells six things of forty unequal states: two acts, two
figures, a tie and a judgement; half with a named source. Times are the best of three. A row that is over the budget ends with `!`.
"""

from __future__ import annotations

import random
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from legation.codes.tables import table
from legation.page import desk
from legation.page.app import application
from legation.page.settings import Settings
from legation.store.adding import add_reading
from legation.store.case import Case
from legation.words.actor import ActorKind, Mention
from legation.words.amount import Amount
from legation.words.article import Article, Publication
from legation.words.event import Event, EventType
from legation.words.evidence import Span
from legation.words.figure import Figure
from legation.words.ids import article_digest, claim_id
from legation.words.period import Period
from legation.words.reading import Made, Reading, Unread
from legation.words.statement import Statement, StatementKind, Tie
from legation.words.voice import Source, Voice

STATES = [(row["code"], row["name"]) for row in table("states")][:40]
MEASURES = {"exports": "USD", "aid": "USD", "debt": "USD", "workers": "people", "killed": "people", "troops": "people", "tariff": "percent"}
GOODS = ("fish", "coal", "timber", "wheat", "steel", "cotton", "rice", "copper")
OFFICES, SURNAMES = ("Minister", "Spokesman", "General", "Analyst"), ("Berg", "Moreau", "Sato", "Okafor", "Rossi")
SPEAKERS = tuple(f"{office} {name}" for office in OFFICES for name in SURNAMES)
MADE = Made("bench", "none", "none")
A_ARTICLE, BATCH, TIMES = 6, 2_000, 3
ADDRESSES = """
/ /?tone=tie /?tone=conflictual /disputes /disputes?kind=tension /disputes?page=100 /map /map?tone=tie
/acts /acts?type=ASSAULT /acts?tone=cooperative&page=500 /acts?actor=A /acts?fact=no /pair/A/B /pair/A/B?way=out
/quantities /quantities?measure=exports /quantities?told=several&page=300 /quantity/LARGE
/claims/figure /claims/figure?page=2000 /claims/event?type=AID&status=actual /claims/tie?actor=A /claims/statement?with=B&actor=A
/claims/event?since=2012-01-01&until=2013-01-01 /claims/event?voice=Sato /claim/CLAIM
/articles /articles?dated=inferred /articles?page=500 /article/ARTICLE /article/ARTICLE?view=unread /article/ARTICLE/add
/actors /actors?kind=state /actor/A /voices /voices?of=A /voices?name=SPEAKER
/models /models?actor=A /model/concentration /unread /unread?page=100 /search?q=coal /search?q="dealt+with" /log
"""
"""Every page, its heavier filters, and parts far down; capitals stand for what a case names."""
PAGE, QUERY, FIRST = 0.5, 0.1, 0.3
"""Seconds that a page, a question of it and the first page of a process may take."""


@dataclass
class Writing:
    """An article as it is made: its sentences so far, and where they stand."""

    text: str = ""
    sentences: list[Span] = field(default_factory=list)

    def say(self, sentence: str, words: str) -> Span:
        """Writes a sentence; gives the place of its words in the article."""
        at = len(self.text) + sentence.index(words)
        self.sentences.append((len(self.text), len(self.text) + len(sentence)))
        self.text += sentence + "\n"
        return at, at + len(words)


def readings(claims: int, seed: int = 7) -> Iterator[Reading]:
    """So many claims, the same each time."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    for n in range(claims // A_ARTICLE):
        yield _reading(n, date(2008, 1, 1) + timedelta(dice.randrange(5000)), dice)


def _reading(n: int, day: date, dice: random.Random) -> Reading:
    """An article on two unequal pairs of states."""
    out, (a, b), (c, d) = Writing(), _pair(dice), _pair(dice)
    sentences = [f"{a[1]} dealt with {b[1]} in matter {n}.{k}, it was told." for k in (0, 1)]
    acts = [(dice.choice(list(EventType)), out.say(sentence, f"dealt with {b[1]}")) for sentence in sentences]
    counts = []
    for who, whom in ((a, b), (c, d)):
        value, measure = dice.randrange(1, 900) * 1000.0, dice.choice(list(MEASURES))
        words = f"{value:,.0f}"
        span = out.say(f"In {day.year} the {dice.choice(GOODS)} that {who[1]} counted with {whom[1]} came to {words} in all.", words)
        counts.append((span, value, measure, who[0], whom[0]))
    judged = out.say(f"{a[1]} is seen as the stronger of the two.", "the stronger of the two")
    tied = out.say(f"{a[1]} and {b[1]} trade.", "trade")
    speaker = Source(dice.choice(SPEAKERS), a[0]) if dice.random() < 0.5 else None
    said = {"voice": speaker.speaker, "voices": (speaker,)} if speaker else {}
    paper = f"Paper {dice.randrange(200)}"
    digest = article_digest(out.text, paper, None, day.isoformat())
    article = Article(digest, digest, out.text, f"{a[1]} and {b[1]}, {n}", paper, language="en", published=Publication(Period(day, day), "stated"))
    when = Period(day, day) if dice.random() < 0.7 else None
    year = Period(date(day.year, 1, 1), date(day.year, 12, 31))

    def id_of(kind: str, span: Span) -> str:
        return claim_id(digest, kind, span)

    return Reading(
        article,
        MADE,
        mentions=tuple(_mentions(out.text, (a, b, c, d))),
        events=tuple(Event(id_of("event", s), s, t, (a[0],), (b[0],), contexts=("diplomatic",), when=when, **said) for t, s in acts),  # type: ignore[arg-type]
        figures=tuple(Figure(id_of("figure", s), s, Amount(v, v, unit=MEASURES[m]), m, None, g, r, when=year) for s, v, m, g, r in counts),
        ties=(Tie(id_of("tie", tied), tied, "trade", a[0], b[0]),),
        statements=(Statement(id_of("statement", judged), judged, StatementKind.ASSESSMENT, (a[0],)),),
        voices=(Voice(id_of("voice", acts[0][1]), acts[0][1], speaker.speaker, country=a[0]),) if speaker else (),
        sentences=tuple(out.sentences),
        unread=(Unread(tied, "a number without a unit or noun"),) if n % 9 == 0 else (),
    )


def _pair(dice: random.Random) -> tuple[tuple[str, str], tuple[str, str]]:
    """Two states, those early in the list far more often."""
    while True:
        a, b = (STATES[int(len(STATES) * dice.random() ** 2)] for _ in range(2))
        if a != b:
            return a, b


def _mentions(text: str, named: tuple[tuple[str, str], ...]) -> Iterator[Mention]:
    for code, name in dict(named).items():
        at = text.index(name)
        yield Mention((at, at + len(name)), code, name, ActorKind.STATE, "name", code)


def fill(case: Case, claims: int) -> None:
    """Puts the readings into the case, many in one transaction."""
    batch: list[Reading] = []
    for reading in [*readings(claims), None]:
        if reading is None or len(batch) == BATCH:
            with case.book().change() as db:
                for made in batch:
                    add_reading(db, made, None, "2026-01-01T00:00:00+00:00")
            batch = []
        if reading:
            batch.append(reading)


class Asked(list[tuple[Any, ...]]):
    """The rows of a question, all there already."""

    def fetchone(self) -> tuple[Any, ...] | None:
        """The first row."""
        return self[0] if self else None

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows."""
        return self


@dataclass
class Watch:
    """Stands before a connection and notes how long each question takes, from asking to the last row."""

    db: sqlite3.Connection
    asked: list[tuple[float, str]]

    def execute(self, sql: str, values: Any = ()) -> Asked:
        """In the place of the connection's."""
        began = time.perf_counter()
        out = Asked(self.db.execute(sql, values))
        self.asked.append((time.perf_counter() - began, " ".join(sql.split())))
        return out

    def close(self) -> None:
        """Closes the file."""
        self.db.close()


@contextmanager
def watched() -> Iterator[list[tuple[float, str]]]:
    """What is asked of the file for as long as this lasts: seconds and question."""
    plain, asked = desk.connect, list[tuple[float, str]]()
    desk.connect = lambda *given, **named: Watch(plain(*given, **named), asked)  # type: ignore[attr-defined]
    try:
        yield asked
    finally:
        desk.connect = plain  # type: ignore[attr-defined]


def addresses(path: Path) -> list[str]:
    """Every page of a case, with its heavier filters, parts far down and a day gone by."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    (article,) = db.execute("SELECT digest FROM article ORDER BY n LIMIT 1").fetchone()
    (claim,) = db.execute("SELECT id FROM claim WHERE kind = 'figure' LIMIT 1").fetchone()
    (large,) = db.execute("SELECT id FROM ledger_entry WHERE kind = 'quantity' ORDER BY members DESC LIMIT 1").fetchone()
    db.close()
    a, b = STATES[0][0], STATES[1][0]
    days = ("/", "/disputes", "/acts", "/pair/A/B", "/quantities", "/actor/A", "/map", "/voices", "/articles")
    given = [*ADDRESSES.split(), *(f"{page}?as_of=2014-06-01" for page in days), "/overview.json"]
    named = {"/A": f"/{a}", "/B": f"/{b}", "=A": f"={a}", "=B": f"={b}", "ARTICLE": article, "CLAIM": claim, "LARGE": large, "SPEAKER": SPEAKERS[0]}
    return [re.sub("|".join(named), lambda found: named[found[0]], page) for page in given]


def look(path: Path) -> bool:
    """Prints the table; gives whether all stayed within the budget."""
    kept = True
    with TestClient(application(Settings(path)), base_url="http://127.0.0.1") as client, watched() as asked:
        began = time.perf_counter()
        client.get("/")
        first = time.perf_counter() - began
        kept &= first <= FIRST
        print(f"first page of a fresh process: {first:.3f} s{' !' if first > FIRST else ''}\n")
        print(f"{'page':62}{'s':>7}{'asks':>6}{'slowest':>9}  question")
        for address in addresses(path):
            times: list[float] = []
            for _ in range(TIMES):
                asked.clear()
                began = time.perf_counter()
                status = client.get(address).status_code
                times.append(time.perf_counter() - began)
            slowest, sql = max(asked, default=(0.0, ""))
            took = min(times)
            over = took > PAGE or slowest > QUERY or status not in (200, 404)
            kept &= not over
            print(f"{address[:61]:62}{took:7.3f}{len(asked):6}{slowest:9.3f}  {sql[:90]}{' !' if over else ''}", flush=True)
    return kept


def main() -> None:
    """Makes the case where there is none, and looks at every page of it."""
    claims = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 200_000
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.gettempdir()) / "page_scale.case"
    if not path.exists():
        began = time.perf_counter()
        with Case.open(path, create=True) as case:
            fill(case, claims)
            print(f"{claims:,} claims in {time.perf_counter() - began:.0f} s", flush=True)
            case.book().bring_up_to_date()
            print(f"with their ledger in {time.perf_counter() - began:.0f} s: {case.book().counts()}", flush=True)
    with Case.open(path) as case:
        case.book().bring_up_to_date()
    sys.exit(not look(path))


if __name__ == "__main__":
    main()
