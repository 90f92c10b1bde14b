"""The vocabulary's JSON round trip and its invariants."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import EvidenceError
from legation.words.actor import ActorKind, Mention
from legation.words.amount import Amount, Bound, Change
from legation.words.article import Article
from legation.words.codec import decode, encode
from legation.words.event import Event, EventType
from legation.words.evidence import Evidence, covers, overlap
from legation.words.figure import Figure
from legation.words.ids import article_digest, claim_id, digest
from legation.words.period import Grain, Period, Time, TimeType
from legation.words.reading import Made, Reading
from legation.words.statement import Statement, StatementKind, Tie
from legation.words.status import Status
from legation.words.voice import Source, Voice

spans = st.tuples(st.integers(0, 10_000), st.integers(1, 500)).map(lambda p: (p[0], p[0] + p[1]))
words = st.text(min_size=1, max_size=20)
maybe = st.none() | words
days = st.dates(date(1200, 1, 1), date(2100, 12, 31))
periods = st.tuples(st.none() | days, st.none() | days).filter(any).map(lambda p: Period(*(sorted(p) if all(p) else p)))  # type: ignore[type-var]
numbers = st.floats(0, 1e15, allow_nan=False)
amounts = st.tuples(numbers, numbers, st.sampled_from(["both", "low", "high"])).map(
    lambda t: Amount(None if t[2] == "high" else min(t[:2]), None if t[2] == "low" else max(t[:2]), unit="people", change=Change.INCREASE)
)
sources = st.lists(st.builds(Source, speaker=words, country=maybe, span=st.none() | spans), max_size=3).map(tuple)
status = st.sampled_from(Status)
figures = st.builds(
    Figure, id=words, span=spans, amount=amounts, measure=maybe, giver=maybe, receiver=maybe, when=st.none() | periods, status=status, voices=sources
)
events = st.builds(
    Event,
    id=words,
    span=spans,
    type=st.sampled_from(EventType),
    actors=st.lists(words, max_size=3).map(tuple),
    when=st.none() | periods,
    status=status,
    voices=sources,
    actor_spans=st.lists(spans, max_size=2).map(tuple),
)
voices = st.builds(Voice, id=words, span=spans, speaker=maybe, speaker_span=st.none() | spans, cue=maybe)
times = st.builds(Time, span=spans, type=st.sampled_from(TimeType), value=words, when=st.none() | periods)
ties = st.builds(Tie, id=words, span=spans, kind=words, a=words, b=words, figures=st.lists(words, max_size=2).map(tuple))
statements = st.builds(Statement, id=words, span=spans, kind=st.sampled_from(StatementKind), when=st.none() | periods)
mentions = st.builds(Mention, span=spans, id=words, name=words, kind=st.sampled_from(ActorKind), how=words)


@given(st.one_of(figures, events, voices, times, ties, statements, mentions))
def test_what_is_encoded_comes_back_through_json_text(item: object) -> None:
    assert is_dataclass(item)
    assert decode(type(item), json.loads(json.dumps(encode(item)))) == item


def test_a_figure_has_its_amount_flat_and_its_parties_as_from_and_to() -> None:
    figure = Figure("f", (3, 9), Amount(47000, None, unit="people"), "workers", giver="PRK", receiver="RUS")
    data = encode(figure)
    assert (data["low"], data["high"], data["unit"]) == (47000, None, "people")
    assert (data["from"], data["to"]) == ("PRK", "RUS")
    assert "amount" not in data
    assert "giver" not in data


@pytest.mark.parametrize(("low", "high", "bound"), [(5, 5, Bound.EXACT), (5, None, Bound.AT_LEAST), (None, 5, Bound.AT_MOST), (4, 5, Bound.BETWEEN)])
def test_an_amount_knows_its_bound(low: float | None, high: float | None, bound: Bound) -> None:
    assert Amount(low, high).bound is bound


@pytest.mark.parametrize(("low", "high"), [(None, None), (6, 5)])
def test_an_amount_without_sides_or_upside_down_is_refused(low: float | None, high: float | None) -> None:
    with pytest.raises(ValueError, match="an amount"):
        Amount(low, high)


@pytest.mark.parametrize(
    ("first", "last", "grain"),
    [
        ("2017-03-07", "2017-03-07", Grain.DAY),
        ("2017-03-06", "2017-03-12", Grain.WEEK),
        ("2016-02-01", "2016-02-29", Grain.MONTH),
        ("2017-04-01", "2017-06-30", Grain.QUARTER),
        ("2016-01-01", "2016-12-31", Grain.YEAR),
        ("2017-01-01", "2017-05-31", Grain.SPAN),
    ],
)
def test_a_period_knows_its_grain(first: str, last: str, grain: Grain) -> None:
    assert Period(date.fromisoformat(first), date.fromisoformat(last)).grain is grain


def test_a_period_must_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2017, 5, 2), date(2017, 5, 1))


@given(periods, periods)
def test_meeting_is_mutual(a: Period, b: Period) -> None:
    assert a.meets(b) == b.meets(a)
    assert a.meets(a)


@given(st.text(min_size=1, max_size=60), st.integers(-3, 70), st.integers(-3, 70))
def test_evidence_is_the_words_at_its_span_or_an_error(text: str, start: int, end: int) -> None:
    article = Article("a", "d", text)
    if 0 <= start < end <= len(text):
        assert article.evidence((start, end)).quote == text[start:end]
    else:
        with pytest.raises(EvidenceError):
            article.evidence((start, end))


def test_evidence_of_another_length_is_refused() -> None:
    with pytest.raises(EvidenceError):
        Evidence("a", (0, 4), "abc")


@given(spans, spans)
def test_spans_that_cover_overlap(a: tuple[int, int], b: tuple[int, int]) -> None:
    assert overlap(a, b) == overlap(b, a)
    if covers(a, b):
        assert overlap(a, b) == b[1] - b[0]


def test_ids_do_not_run_parts_together_and_are_stable() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert claim_id("x", "figure", (1, 2)) != claim_id("x", "figure", (1, 2), 1)
    assert article_digest("t", None, None, None) == article_digest("t", "", "", "")
    assert claim_id("0123456789abcdef", "event", (10, 20)) == "e21ed848dfce006a"


def test_a_reading_has_every_list_of_the_contract() -> None:
    data = Reading(Article("a", "d", "text"), Made("0", "m", "t")).as_json()
    lists = ["junk", "actors", "events", "figures", "numbers", "voices", "times", "predicates", "ties", "statements", "entities", "unread"]
    assert all(data[name] == [] for name in lists)
    assert data["text"] == "text"
    assert data["article"]["published"] is None
