"""Events in the forms of event data: fields, pairs of parties, days, and text that must not get out of its cell."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date

import pytest

from legation import api
from legation.run.coded import Coded, coded
from legation.run.eventdata import event_lines, plover
from legation.words.actor import ActorKind, Mention
from legation.words.article import Article
from legation.words.event import Event, EventType
from legation.words.form import EventForm
from legation.words.period import Period
from legation.words.reading import Made, Reading
from legation.words.status import Status

TEXT = "Norway and Chad held talks on Monday. Hamas attacked Kenya. NATO will send aid to Norway. Oslo denied that Norway shelled Chad."


@pytest.fixture(scope="module")
def reading(read: Callable[..., Reading]) -> Reading:
    return read(TEXT, published="2021-06-09", publisher="The Fjord", title="Talks")


def table(reading: Reading, form: EventForm) -> list[dict[str, str]]:
    return list(csv.DictReader("".join(event_lines(coded([reading]), form)).splitlines(), delimiter="\t"))


def test_plovers_fields(reading: Reading) -> None:
    talks, attack, aid, *_ = (plover(c) for c in coded([reading]))
    assert [s["code"] for s in talks["source"]] == ["NOR", "TCD"]
    assert talks["recipient"] == []
    assert (talks["event"], talks["quad_code"], talks["event_scale"]) == (["CONSULT"], 1, 2.1)
    assert (talks["date"], talks["date_basis"]) == ("2021-06-07", "text")
    assert talks["cite_info"]["publication"] == "The Fjord"
    assert TEXT[talks["text_info"]["start"] : talks["text_info"]["end"]] == talks["event_text"][0]
    assert attack["source"][0]["identifier_id"] == "hamas"
    assert attack["source"][0]["code"] == "PSE"
    assert attack["text_info"]["sequence"] == 2
    assert (aid["date"], aid["date_basis"]) == ("2021-06-09", "publication")
    assert (aid["source"][0]["code"], aid["event"], aid["type"], aid["status"]) == ("IGO", ["AGREE"], "AID", "planned")
    assert "future" in aid["context"]


def test_a_symmetric_act_is_a_row_each_way(reading: Reading) -> None:
    pairs = [(r["Source Country"], r["Target Country"], r["CAMEO Code"]) for r in table(reading, EventForm.ICEWS)]
    assert pairs[:3] == [("NOR", "TCD", "040"), ("TCD", "NOR", "040"), ("PSE", "KEN", "190")]
    assert len({r["Event ID"] for r in table(reading, EventForm.ICEWS)}) == len(pairs)


def test_gdelts_columns(reading: Reading) -> None:
    row = table(reading, EventForm.GDELT)[2]
    assert (row["SQLDATE"], row["Actor1CountryCode"], row["Actor2CountryCode"]) == ("20210607", "PSE", "KEN")
    assert (row["EventRootCode"], row["QuadClass"], row["GoldsteinScale"]) == ("19", "4", "-10.0")


def test_polecat_is_a_row_an_event(reading: Reading) -> None:
    rows = table(reading, EventForm.POLECAT)
    assert len(rows) == len(reading.events)
    assert (rows[0]["Actor Country"], rows[0]["Quad Code"], rows[0]["Event Intensity"]) == ("NOR; TCD", "VERBAL COOPERATION", "2.1")
    assert rows[0]["Publication Date"] == "2021-06-09"


def test_statuses_and_copies(reading: Reading) -> None:
    told = [json.loads(line) for line in api.event_lines([reading], "plover", [Status.DENIED])]
    assert told
    assert all("negation" in e["context"] for e in told)
    assert len(list(api.event_lines([reading], "icews"))) > len(list(api.event_lines([reading], "icews", [Status.ACTUAL])))
    article = Article("c", "d", reading.article.text, copy_of=reading.article.digest)
    copy = Reading(article, reading.made, reading.mentions, reading.events)
    assert len(list(coded([reading, copy]))) == len(reading.events)


def made_up(text: str, **fields: object) -> Coded:
    mention = Mention((0, len(text)), "nobody", text, ActorKind.GROUP, "name")
    event = Event("1", (0, len(text)), EventType.ACCUSE, ("nobody",), actor_spans=((0, len(text)),), **fields)  # type: ignore[arg-type]
    return Coded(Reading(Article("a", "d", text, publisher=text), Made("0", "m", "t"), (mention,), (event,)), event)


@pytest.mark.parametrize("form", list(EventForm))
@pytest.mark.parametrize("text", ["=cmd()|a", "a\tb\nc", '"quote"', "\x1b[31mred", "@x", ""])
def test_hostile_names_stay_in_their_cells(text: str, form: EventForm) -> None:
    lines = list(event_lines([made_up(text or "x")], form))
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    if form is EventForm.PLOVER:
        assert json.loads(lines[0])["event"] == ["ACCUSE"]
        return
    header, row = (next(csv.reader([line], delimiter="\t")) for line in lines)
    assert len(header) == len(row)
    assert not any(c.startswith(("=", "@", "+")) or "\x1b" in c for c in row)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        (Period(date(2020, 1, 1), None), (date(2020, 1, 1), date(2020, 1, 1), "text: not before")),
        (Period(None, date(2020, 1, 1)), (date(2020, 1, 1), date(2020, 1, 1), "text: not after")),
        (None, (None, None, "none")),
    ],
)
def test_days_rest_on_something(when: Period | None, day: tuple[date | None, date | None, str]) -> None:
    assert made_up("x", when=when).day == day
    assert plover(made_up("x", when=when))["date"] == (day[0].isoformat() if day[0] else None)
