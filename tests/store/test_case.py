"""The case file: what goes in comes out, the same twice changes nothing, and what is replaced is kept."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from conftest import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.errors import CaseError, QueryError
from legation.store.case import Case
from legation.store.filter import Filter
from legation.store.held import Added
from legation.words.actor import ActorKind, Mention
from legation.words.amount import Amount, Change
from legation.words.article import Junk
from legation.words.claim import kind_of
from legation.words.event import Event, EventType
from legation.words.figure import Figure
from legation.words.ids import claim_id
from legation.words.judgement import Decision, Judgement
from legation.words.period import Period
from legation.words.reading import Made, Reading, Unread
from legation.words.statement import Statement, StatementKind, Tie
from legation.words.status import Status
from legation.words.voice import Source, Voice

MADE = Made("0.1.0", "test", "0")
TEXT = (
    "Norway shipped 300 tonnes of wheat to Sudan, the ministry said. Sudan owes Norway more than $40 million.\n\n"
    'Oslo "will not wait", said Kari Holm; it wants the "coal OR gas" pact.'
)


def at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def small(text: str = TEXT, **known: str) -> Reading:
    """A reading with one of everything."""
    a = article(text, **known)
    year = Period(date(2015, 1, 1), date(2015, 12, 31))
    ministry = Source("the ministry", "NOR", at(text, "the ministry"))

    def new(kind: str, words: str) -> dict[str, object]:
        return {"id": claim_id(a.digest, kind, at(text, words)), "span": at(text, words)}

    return Reading(
        article=a,
        made=MADE,
        mentions=(
            Mention(at(text, "Norway"), "NOR", "Norway", ActorKind.STATE, "name"),
            Mention(at(text, "Oslo"), "NOR", "Norway", ActorKind.STATE, "capital"),
            Mention(at(text, "Sudan"), "SDN", "Sudan", ActorKind.STATE, "name"),
        ),
        events=(
            Event(**new("event", "shipped"), type=EventType.AID, actors=("NOR",), recipients=("SDN",), voice="the ministry", voices=(ministry,)),
        ),
        figures=(
            Figure(**new("figure", "300 tonnes"), amount=Amount(300, 300, unit="tonnes"), measure="aid", giver="NOR", receiver="SDN", when=year),
            Figure(**new("figure", "more than $40 million"), amount=Amount(4e7, None, unit="USD"), measure="debt", giver="SDN", receiver="NOR"),
        ),
        voices=(Voice(**new("voice", '"will not wait"'), speaker="Kari Holm", country="NOR", cue="said", verbatim=True),),
        ties=(Tie(**new("tie", "owes"), kind="owes", a="SDN", b="NOR"),),
        statements=(Statement(**new("statement", "wants"), kind=StatementKind.MOTIVE, parties=("NOR",), status=Status.DEMANDED),),
        unread=(Unread(at(text, "pact"), "no rule"),),
        sentences=((0, 63), (64, 104), (106, len(text))),
    )


def dump(path: Path) -> str:
    with sqlite3.connect(path) as db:
        return "\n".join(db.iterdump())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.case"


def test_everything_comes_back(path: Path) -> None:
    readings = [small(published="2021-06-09"), small(TEXT + " More.", id="mine", title="Wheat")]
    with Case.open(path, create=True) as case:
        assert [case.add(r) for r in readings] == [Added.NEW, Added.NEW]
    with Case.open(path) as case:
        assert list(case.readings()) == readings
        assert list(case.articles()) == [r.article for r in readings]
        wanted = {"articles": 2, "actors": 2, "events": 2, "figures": 4, "statements": 2, "ties": 2, "voices": 2, "unread": 2}
        assert wanted.items() <= case.counts().items()


def test_the_same_again_changes_no_byte(path: Path) -> None:
    with Case.open(path, create=True) as case:
        case.add(small())
    before = dump(path)
    with Case.open(path, create=True) as case:
        moved = small()
        moved = replace(moved, article=replace(moved.article, path="elsewhere/a.txt"))
        assert case.add(moved) is Added.KNOWN
        assert case.add(small()) is Added.KNOWN
    assert dump(path) == before


def test_the_same_result_of_a_newer_reader_only_notes_the_reader(path: Path) -> None:
    newer = Made("0.2.0", "test", "1")
    with Case.open(path, create=True) as case:
        case.add(small())
        assert case.add(replace(small(), made=newer)) is Added.KNOWN
        assert [r.made for r in case.readings()] == [newer]
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*) FROM interpretation").fetchone() == (1,)


def test_judgements_are_logged_in_order_and_never_changed(path: Path) -> None:
    made = [Judgement(str(n), "a claim", d, "Kari", datetime(2021, 6, n + 1, tzinfo=UTC), "v1", '{"unit": "tonnes"}') for n, d in enumerate(Decision)]
    with Case.open(path, create=True) as case:
        for j in made:
            case.judge(j)
        with pytest.raises(QueryError, match="already"):
            case.judge(made[0])
    with Case.open(path) as case:
        assert list(case.judgements()) == made


def test_another_reading_replaces_the_first_and_keeps_it(path: Path) -> None:
    old, new = small(), replace(small(), events=(), made=Made("0.2.0", "test", "0"))
    with Case.open(path, create=True) as case:
        case.add(old)
        assert case.add(new) is Added.CHANGED
        assert list(case.readings()) == [new]
        assert not list(case.events())
        assert case.counts()["figures"] == 2
        assert case.add(old) is Added.CHANGED
        assert list(case.readings()) == [old]
        assert len(list(case.events())) == 1
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT count(*), sum(live) FROM interpretation").fetchone() == (2, 1)


def test_a_corrected_article_supersedes_the_old_which_is_kept(path: Path) -> None:
    first, second = small(published="2021-06-09"), small(TEXT + " Corrected.", published="2021-06-10")
    first, second = (replace(r, article=replace(r.article, url="https://a.example/1")) for r in (first, second))
    with Case.open(path, create=True) as case:
        case.add(first)
        assert case.add(second) is Added.NEW
        assert list(case.readings()) == [second]
        assert case.counts()["articles"] == 1
        assert case.counts()["superseded"] == 1
        assert case.article(first.article.digest) == first.article
        assert case.add(first) is Added.KNOWN
        assert list(case.readings()) == [second]
        assert len(list(case.events())) == 1


def test_of_two_texts_of_one_address_the_later_published_counts_in_any_order(path: Path) -> None:
    late, early = small(TEXT + " Corrected.", published="2021-06-10"), small(published="2021-06-09")
    with Case.open(path, create=True) as case:
        for r in (late, early):
            case.add(replace(r, article=replace(r.article, url="https://a.example/1")))
        assert [a.digest for a in case.articles()] == [late.article.digest]
        assert {h.article_digest for h in case.figures()} == {late.article.digest}


def test_an_article_that_was_not_read_is_kept_with_the_reason_and_may_be_read_later(path: Path) -> None:
    reading = small()
    with Case.open(path, create=True) as case:
        assert case.add_unread(reading.article, "not English (no)") is Added.NEW
        assert case.add_unread(reading.article, "not English (no)") is Added.KNOWN
        assert not list(case.readings())
        assert case.counts()["articles_unread"] == 1
        assert case.why_unread(reading.article.id) == "not English (no)"
        assert case.add(reading) is Added.CHANGED
        assert case.why_unread(reading.article.id) is None
        assert list(case.readings()) == [reading]


def test_copies_are_kept_and_linked(path: Path) -> None:
    copy = small(TEXT + " ")
    copy = replace(copy, article=replace(copy.article, copy_of=small().article.digest))
    with Case.open(path, create=True) as case:
        case.add(small())
        case.add(replace(copy, article=replace(copy.article, copy_of=None)))
        case.add(copy)
        assert case.article(copy.article.digest).copy_of == small().article.digest
        assert case.counts()["copies"] == 1


@pytest.mark.parametrize(
    ("where", "figures", "events"),
    [
        (Filter(), 2, 1),
        (Filter(actor="NOR"), 2, 1),
        (Filter(actor="nor"), 0, 0),
        (Filter(actor="' OR 1=1 --"), 0, 0),
        (Filter(between=("SDN", "NOR")), 2, 1),
        (Filter(between=("SDN", "USA")), 0, 0),
        (Filter(measure="aid"), 1, 0),
        (Filter(type="AID"), 0, 1),
        (Filter(status=Status.ACTUAL), 2, 1),
        (Filter(status=Status.DENIED), 0, 0),
        (Filter(voice="MINISTRY"), 0, 1),
        (Filter(voice="%"), 0, 0),
        (Filter(until=date(2015, 6, 1)), 1, 0),
        (Filter(since=date(2016, 1, 1)), 1, 1),  # the undated ones stand at the day of publication
        (Filter(limit=1), 1, 1),
        (Filter(article="mine"), 2, 1),
        (Filter(article="other"), 0, 0),
    ],
)
def test_filters(path: Path, where: Filter, figures: int, events: int) -> None:
    with Case.open(path, create=True) as case:
        case.add(small(published="2021-06-09", id="mine"))
        assert len(list(case.figures(where))) == figures
        assert len(list(case.events(where))) == events


def test_a_claim_comes_with_its_words_and_sentence(path: Path) -> None:
    with Case.open(path, create=True) as case:
        case.add(small())
        held = next(case.figures(Filter(measure="debt")))
        assert held.words == "more than $40 million"
        assert held.sentence == "Sudan owes Norway more than $40 million."
        assert case.claim(held.claim.id) == held
        assert case.claim(held.claim.id[:10]) == held
        assert [case.claim(h.claim.id).kind for h in case.voices()] == ["voice"]


@pytest.mark.parametrize("key", ["", "zzzzzzzz", "'; DROP TABLE claim; --", "%", "\x00", "a" * 9000, "\U0010ffff"])
def test_an_id_that_names_nothing(path: Path, key: str) -> None:
    with Case.open(path, create=True) as case:
        case.add(small())
        for find in (case.claim, case.article):
            with pytest.raises(QueryError) as error:
                find(key)
            assert "\n" not in str(error.value)
            assert len(str(error.value)) < 120
        assert case.counts()["events"] == 1


def test_an_id_that_fits_two_articles_is_refused(path: Path) -> None:
    with Case.open(path, create=True) as case:
        case.add(small(id="same"))
        case.add(small(TEXT + "!", id="same"))
        with pytest.raises(QueryError, match="more than one"):
            case.article("same")
        assert case.article(small().article.digest[:8]).text == TEXT


def test_actors_are_counted_over_articles(path: Path) -> None:
    with Case.open(path, create=True) as case:
        case.add(small())
        case.add(small(TEXT + "!"))
        lines = list(case.actors())
        assert [(a.id, a.mentions, a.articles) for a in lines] == [("NOR", 4, 2), ("SDN", 2, 2)]
        assert [a.id for a in case.actors(Filter(actor="SDN"))] == ["SDN"]


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("wheat", {"article", "figure", "event"}),
        ("WHEAT sudan", {"article", "figure", "event"}),
        ('"wheat to Sudan"', {"article", "figure", "event"}),
        ('"Sudan to wheat"', set()),
        ("coal OR gas", {"article", "statement"}),
        ("wheat NOT camel", set()),
        ("title:wheat", set()),
        ("wheat*", {"article", "figure", "event"}),
        ('wheat"', {"article", "figure", "event"}),
        ("NEAR(wheat sudan)", set()),
        ("{wheat} : sudan^", {"article", "figure", "event"}),
        ("wheat'; DROP TABLE article", set()),
        ("wheat\x00sudan", {"article", "figure", "event"}),
    ],
)
def test_search_takes_the_words_as_they_are(path: Path, query: str, kinds: set[str]) -> None:
    with Case.open(path, create=True) as case:
        case.add(small())
        assert {h.kind for h in case.search(query)} == kinds


@pytest.mark.parametrize("query", ["", " ", '"', "***", "()", '""', "\x00", "-"])
def test_a_search_without_words_is_refused(path: Path, query: str) -> None:
    with Case.open(path, create=True) as case, pytest.raises(QueryError):
        case.search(query)


def test_snippets_mark_what_was_found(path: Path) -> None:
    with Case.open(path, create=True) as case:
        case.add(small(title="Grain ship"))
        assert "\x02wheat\x03" in case.search("wheat")[0].snippet
        assert case.search("grain")[0].kind == "article"
        renamed = small(title="Barley")
        case.add(renamed)
        assert not case.search("grain")


def test_text_is_stored_exactly(path: Path) -> None:
    text = "\ufeffA\r\nB\x00C\u2028🛳 Ünï \ufffd\n"
    with Case.open(path, create=True) as case:
        case.add(Reading(article(text), MADE))
        assert next(case.articles()).text == text


def test_half_a_surrogate_is_one_line(path: Path) -> None:
    with Case.open(path, create=True) as case:
        with pytest.raises(CaseError, match="surrogate"):
            case.add(Reading(article("bad \ud800 text"), MADE))
        assert case.counts()["articles"] == 0
        assert case.add(small()) is Added.NEW


words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
periods = st.none() | st.tuples(days, days).map(lambda d: Period(min(d), max(d))) | days.map(lambda d: Period(None, d))
numbers = st.floats(0, 1e15) | st.integers(0, 10**9).map(float)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(words) + " " + draw(words)
    a = replace(article(text, title=draw(st.none() | words)), junk=(Junk((0, 1), "x"),) if draw(st.booleans()) else ())
    span = (0, draw(st.integers(1, len(text))))
    low = draw(numbers)
    amount = Amount(
        low, draw(st.none() | st.just(low)), draw(st.booleans()), draw(st.none() | words), None, draw(st.none() | st.sampled_from(Change))
    )
    chain = tuple(Source(s) for s in draw(st.lists(words, max_size=2)))
    who = draw(st.lists(words, max_size=3).map(tuple))
    status = draw(st.sampled_from(Status))
    figure = Figure(claim_id(a.digest, "figure", span), span, amount, "aid", draw(st.none() | words), when=draw(periods), status=status, voices=chain)
    event = Event(claim_id(a.digest, "event", span), span, draw(st.sampled_from(EventType)), who, when=draw(periods), status=status)
    return Reading(a, MADE, events=(event,) * draw(st.integers(0, 2)), figures=(figure,), numbers=(figure,), sentences=((0, len(text)),))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(readings(), max_size=4, unique_by=lambda r: r.article.digest))
def test_any_readings_come_back_whole(tmp_path_factory: pytest.TempPathFactory, given: list[Reading]) -> None:
    path = tmp_path_factory.mktemp("case") / "x.case"
    with Case.open(path, create=True) as case:
        for r in given * 2:
            case.add(r)
        assert list(case.readings()) == given
        assert [h.claim for h in case.figures()] == [f for r in given for f in r.figures]
        assert all(kind_of(h.claim) == "event" for h in case.events())


def test_unlike_texts_of_one_address_are_articles_of_their_own(path: Path) -> None:
    texts = (TEXT + " " + " ".join(f"{word}{n}" for n in range(120)) for word in ("ship", "grain"))
    with Case.open(path, create=True) as case:
        for reading in (small(text) for text in texts):
            case.add(replace(reading, article=replace(reading.article, url="https://doi.example/data")))
        assert case.counts()["articles"] == 2
        assert case.counts()["superseded"] == 0
