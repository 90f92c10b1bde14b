"""The ledger as a whole: scale, order, hostile input, what stands, origins."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import Maker
from telling import DAY, Claims, event, teller

from legation import api
from legation.reconcile.ledger import build_ledger
from legation.reconcile.origins import origin_of
from legation.reconcile.source import Told, root_of
from legation.words.amount import Amount, Change
from legation.words.codec import decode, encode
from legation.words.figure import Figure
from legation.words.ids import digest
from legation.words.period import Period
from legation.words.quantity import Ledger
from legation.words.status import Status
from legation.words.voice import Source


def workers(name: str, text: str, words: str, amount: Amount, **more: object) -> Told[Figure]:
    at = text.index(words)
    figure = Figure(digest(name, words), (at, at + len(words)), amount, "workers", giver="LAO", receiver="THA")
    known = {"publisher": more.pop("publisher")} if "publisher" in more else {}
    return Told(replace(figure, **more), teller(name, **known), text, 0)


def people(low: float | None, high: float | None, approx: bool = False) -> Amount:
    return Amount(low, high, approx, "people")


def test_what_stands_is_what_all_claims_allow() -> None:
    told = [
        workers("a", "More than 200,000 Laotians work in Thailand.", "More than 200,000", people(200_000, None)),
        workers("b", "Up to 300,000 Laotians work in Thailand.", "Up to 300,000", people(None, 300_000)),
        workers("c", "At least 150,000 Laotians work in Thailand.", "At least 150,000", people(150_000, None)),
    ]
    (quantity,) = build_ledger(Claims(told[:2])).quantities
    assert quantity.stands
    assert (quantity.stands.low, quantity.stands.high, quantity.stands.disputed) == (200_000, 300_000, False)
    assert set(quantity.stands.binding) == {t.claim.id for t in told[:2]}
    assert quantity.origins == 2


def test_what_stands_by_a_rough_claim_is_rough() -> None:
    told = [
        workers("a", "Some 200,000 Laotians work in Thailand.", "Some 200,000", people(200_000, 200_000, approx=True)),
        workers("b", "At least 150,000 Laotians work in Thailand.", "At least 150,000", people(150_000, None)),
    ]
    (quantity,) = build_ledger(Claims(told)).quantities
    assert quantity.stands
    assert (quantity.stands.low, quantity.stands.approx) == (200_000, True)


def test_a_dispute_names_the_camps_and_no_average() -> None:
    told = [
        workers("a", "The state takes up to 70 percent.", "up to 70 percent", Amount(None, 70, unit="percent"), measure="wage-share"),
        workers("b", "The state takes up to 40 percent.", "up to 40 percent", Amount(None, 40, unit="percent"), measure="wage-share"),
    ]
    (quantity,) = build_ledger(Claims(told)).quantities
    assert quantity.stands
    assert quantity.stands.disputed
    assert (quantity.stands.low, quantity.stands.high) == (None, 70)
    assert "up to 70 percent" in quantity.stands.why
    assert "up to 40 percent" in quantity.stands.why
    assert len(quantity.stands.binding) == 2


def test_what_stands_is_told_for_each_period_the_latest_first() -> None:
    told = [
        workers("a", "In 2015 some 90,000 worked there.", "some 90,000", people(9e4, 9e4, True), when=Period(date(2015, 1, 1), date(2015, 12, 31))),
        workers("b", "In 2017 some 70,000 worked there.", "some 70,000", people(7e4, 7e4, True), when=Period(date(2017, 1, 1), date(2017, 12, 31))),
    ]
    (quantity,) = build_ledger(Claims(told)).quantities
    assert [s.low for s in quantity.standings] == [70_000, 90_000]


def test_a_later_toll_takes_the_place_of_the_earlier() -> None:
    told = []
    for n, (dead, day) in enumerate([(12, 1), (30, 2), (41, 4)]):
        text = f"The flood around Vientiane killed {dead} people."
        t = workers(str(n), text, f"{dead} people", people(dead, dead), measure="killed", receiver=None)
        told.append(replace(t, teller=teller(str(n), DAY + timedelta(day))))
    (quantity,) = build_ledger(Claims(told)).quantities
    assert quantity.stands
    assert quantity.stands.low == 41
    assert not quantity.stands.disputed


def test_origins_are_counted_not_articles() -> None:
    text, words = "Some 90,000 Laotians work in Thailand.", "Some 90,000"
    amount = people(90_000, 90_000, True)
    names = ["the Thai Ministry of Labour", "Thailand's Labour Ministry", "the Labour Ministry of Thailand", "the IOM"]
    told = [workers(str(n), text, words, amount, voice=v, voices=(Source("the agency"), Source(v))) for n, v in enumerate(names)]
    (quantity,) = build_ledger(Claims(told)).quantities
    assert (len(quantity.members), quantity.origins) == (4, 2)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("figures obtained by the Thai newspaper Khaosod Daily", "the Khaosod Daily", True),
        ("A new report from Thailand’s Khaosod Daily", "Khaosod Daily", True),
        ("Foreign Minister Anan Boonsri", "Anan Boonsri", True),
        ("the Thai Ministry of Labour", "Thailand's Labour Ministry", True),
        ("the Thai Ministry of Labour", "the Laotian Ministry of Labour", False),
        ("the Thai Ministry of Labour", "the Thai Ministry of Defence", False),
        ("Thai officials", "Laotian officials", False),
        ("the Khaosod Daily", "the Vientiane Times", False),
        ("researchers", "experts", False),
        ("The Times of India", "The Times of Israel", False),
        ("the Indian daily The Times of India", "The Times of India", True),
    ],
)
def test_a_source_by_any_of_its_names(one: str, other: str, equal: bool) -> None:
    keys = [origin_of(workers("a", "Some 9 work.", "Some 9", people(9, 9), voice=v).claim, teller("a")).key for v in (one, other)]
    assert (keys[0] == keys[1]) is equal


def test_nameless_experts_of_two_articles_are_two_sources() -> None:
    claim = workers("a", "Some 9 work.", "Some 9", people(9, 9), voice="many experts").claim
    assert origin_of(claim, teller("a")).key != origin_of(claim, teller("b")).key


def test_the_ministry_of_another_land_is_another_source() -> None:
    chains = [(Source("the ministry", country),) for country in ("THA", "LAO", "THA")]
    keys = [origin_of(workers("a", "Some 9 work.", "Some 9", people(9, 9), voices=c).claim, teller("a")).key for c in chains]
    assert keys[0] == keys[2] != keys[1]


def test_copies_of_a_text_are_one_origin() -> None:
    claim = workers("a", "Some 90,000 work there.", "Some 90,000", people(9e4, 9e4)).claim
    one, other = teller("a", root="first"), teller("b", root="first")
    assert origin_of(claim, one).key == origin_of(claim, other).key
    assert origin_of(claim, one).key != origin_of(claim, teller("c")).key


def test_a_paper_is_one_origin_however_often_it_tells() -> None:
    """Also where another paper quotes it, or prints its text again; papers that a number tells apart are two."""
    text, words, amount = "Some 90,000 Laotians work in Thailand.", "Some 90,000", people(90_000, 90_000, True)
    own = [workers(name, text, words, amount, publisher="Khaosod Daily") for name in "ab"]
    quoted = workers("c", text, words, amount, publisher="Vientiane Post", voice="the Khaosod Daily")
    (quantity,) = build_ledger(Claims([*own, quoted])).quantities
    assert quantity.origins == 1
    assert {v.why for v in quantity.verdicts} == {"both from Khaosod Daily"}
    channels = [origin_of(own[0].claim, teller("a", publisher=name)).key for name in ("Channel 4", "Channel 5")]
    assert channels[0] != channels[1]


def test_a_copy_has_the_origin_of_the_paper_that_printed_it_first() -> None:
    text = "Some 90,000 Laotians work in Thailand."
    first = Maker(text, publisher="Khaosod Daily", id="a").figure("Some 90,000", people(90_000, 90_000, True), "workers", "LAO", "THA").done()
    again = Maker(text, publisher="Vientiane Post", id="b").figure("Some 90,000", people(90_000, 90_000, True), "workers", "LAO", "THA").done()
    copy = replace(again, article=replace(again.article, copy_of=first.article.digest))
    (apart,) = api.ledger([first, again]).quantities
    (together,) = api.ledger([first, copy]).quantities
    assert (apart.origins, together.origins) == (2, 1)
    assert {m.origin for m in together.members} == {"Khaosod Daily"}


def test_a_part_does_not_name_the_whole() -> None:
    text = "A shell killed nine people, including three children."
    told = (
        Maker(text).figure("nine people", people(9, 9), "killed", "UKR").figure("three children", people(3, 3), "killed", "UKR", of="children").done()
    )
    (quantity,) = api.ledger([told]).quantities
    assert "children" not in quantity.label


def test_a_hidden_voice_is_no_origin_of_its_own() -> None:
    claim = workers("a", "Some 90,000 are believed to work there.", "Some 90,000", people(9e4, 9e4), voice_kind="unknown").claim
    assert not origin_of(claim, teller("a")).voiced


@pytest.mark.parametrize(("copies", "root"), [({}, "a"), ({"a": "b", "b": "c"}, "c"), ({"a": "b", "b": "a"}, "b"), ({"a": "a"}, "a")])
def test_the_first_of_a_chain_of_copies(copies: dict[str, str], root: str) -> None:
    assert root_of("a", copies) == root


def synthetic(count: int) -> list[Told[Figure]]:
    """Claims of many lands, measures and years in sentences of nonsense."""
    dice = random.Random(7)
    lands = [f"{a}{b}{c}" for a in "ABCDE" for b in "FGHIJ" for c in "KLMN"]
    words = [f"word{n}ish" for n in range(2000)]
    measures = ["exports", "workers", "troops", "killed", "aid", "weapons", "tariff", "share", "other", "debt"]
    out = []
    for n in range(count):
        measure, value = dice.choice(measures), dice.randrange(1, 9999)
        text = f"{' '.join(dice.choices(words, k=9))} {value} {' '.join(dice.choices(words, k=9))}."
        at = text.index(f" {value} ") + 1
        day = DAY + timedelta(dice.randrange(2000))
        unit = {"exports": "USD", "aid": "USD", "debt": "USD", "tariff": "percent", "share": "percent", "weapons": "missiles"}.get(measure, "people")
        figure = Figure(str(n), (at, at + len(str(value))), Amount(value, value, unit=unit), measure, None, dice.choice(lands), dice.choice(lands))
        out.append(Told(replace(figure, when=Period(day, day) if n % 2 else None), teller(f"article {n // 4}", day), text, n * 1000))
    return [replace(t, claim=replace(t.claim, span=(t.claim.span[0] + t.start, t.claim.span[1] + t.start))) for t in out]


def test_twenty_thousand_claims_take_seconds() -> None:
    claims = synthetic(20_000)
    began = time.process_time()
    ledger = build_ledger(Claims(claims))
    assert time.process_time() - began < 120
    assert sum(len(q.members) for q in ledger.quantities) == 20_000


def test_one_quantity_told_two_thousand_times_is_not_compared_with_itself_throughout() -> None:
    told = [workers(f"{n}", "Some 90,000 Laotians work in Thailand.", "Some 90,000", people(9e4 + n * 100, 9e4 + n * 100)) for n in range(2000)]
    began = time.process_time()
    found = build_ledger(Claims(told)).quantities
    assert time.process_time() - began < 50
    assert sum(len(q.members) for q in found) == 2000
    assert sum(len(q.verdicts) for q in found) < 2000 * 13
    assert all("compared only with others" in q.note for q in found)


def test_a_table_read_as_one_sentence_is_not_compared_with_itself_throughout() -> None:
    text = ", ".join(f"{n + 100} people" for n in range(4000))
    told, at = [], 0
    for n in range(4000):
        words = f"{n + 100} people"
        at = text.index(words, at)
        figure = Figure(str(n), (at, at + len(words)), people(n + 100, n + 100), ("killed", "other", "workers")[n % 3], giver="LAO")
        told.append(Told(figure, teller("a"), text, 0))
    began = time.process_time()
    build_ledger(Claims(told))
    assert time.process_time() - began < 60


amounts = st.builds(
    lambda low, width, approx, unit, per, change: Amount(low, low + width, approx, unit, per, change),
    st.floats(-1e12, 1e12),
    st.floats(0, 1e9),
    st.booleans(),
    st.sampled_from([None, "USD", "people", "percent", "times", "km", "missiles", "count", "", "ÀÉ", "usd"]),
    st.none() | st.sampled_from(["year", "barrel", ""]),
    st.none() | st.sampled_from(Change),
)


@st.composite
def any_told(draw: st.DrawFn) -> Told[Figure]:
    text = draw(st.text(st.sampled_from("ab 1%,.;of\n(“ "), min_size=1, max_size=60))
    start = draw(st.integers(0, len(text) - 1))
    span = (start, draw(st.integers(start + 1, len(text))))
    when = draw(st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(lambda d: Period(d, None)) | st.just(Period(None, DAY)))
    measure = draw(st.sampled_from([None, "exports", "trade", "tariff", "killed", "nonsense", "share", "other", "states"]))
    parties = st.none() | st.sampled_from(["LAO", "THA", "OTHER-COUNTRIES", "hamas", ""])
    figure = Figure(
        digest(text, str(span)), span, draw(amounts), measure, draw(st.none() | st.text(max_size=20)), draw(parties), draw(parties), when=when
    )
    figure = replace(figure, status=draw(st.sampled_from(Status)), voice=draw(st.none() | st.text(max_size=9)))
    return Told(figure, replace(teller(text), published=draw(st.none() | st.just(Period(None, DAY)) | st.just(Period(DAY, DAY)))), text, 0)


@settings(max_examples=150, deadline=None)
@given(st.lists(any_told(), max_size=8))
def test_any_figures_make_a_ledger_that_survives_json(told: list[Told[Figure]]) -> None:
    ledger = build_ledger(Claims(told))
    assert decode(Ledger, encode(ledger)) == ledger
    assert sum(len(q.members) for q in ledger.quantities) == sum(t.claim.measure is not None for t in told)
    assert build_ledger(Claims(told)) == ledger


def test_a_toll_takes_its_occasion_from_the_sentence_before() -> None:
    def killed(name: str, text: str, words: str, low: float, day: int) -> Told[Figure]:
        t = workers(name, text, words, people(low, None), measure="killed", giver="CHL", receiver=None)
        return replace(t, teller=teller(name, DAY + timedelta(day)), start=100)

    news = killed("a", "Over 40 people died.", "Over 40 people", 40, 0)
    news = replace(news, claim=replace(news.claim, span=(100, 114)))
    later = killed("b", "The number of dead of the quake has risen to over 61 people.", "over 61 people", 61, 9)
    opening = event("a", "A quake struck the coast.")
    (found,) = build_ledger(Claims([news, later], [opening])).quantities
    assert [v.verdict.value for v in found.verdicts] == ["update"]
    flood = event("a", "A flood struck the coast.")
    assert len(build_ledger(Claims([news, later], [flood])).quantities) == 2
