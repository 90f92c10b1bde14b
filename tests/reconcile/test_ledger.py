"""The ledger as a whole: scale, order, hostile input, what stands, origins."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.reconcile.disputes import disputes
from legation.reconcile.ledger import build_ledger
from legation.reconcile.origins import origin_of
from legation.reconcile.source import Teller, Told, root_of
from legation.words.amount import Amount, Change
from legation.words.codec import decode, encode
from legation.words.event import Event, EventType
from legation.words.figure import Figure
from legation.words.ids import digest
from legation.words.period import Period
from legation.words.quantity import Ledger
from legation.words.status import Status
from legation.words.voice import Source

DAY = date(2018, 3, 1)


class Claims:
    """A ledger source over lists."""

    def __init__(self, figures: list[Told[Figure]] = (), events: list[Told[Event]] = ()) -> None:
        self.told = {Figure: figures, Event: events}

    def claims_for_ledger(self, kind):
        return self.told.get(kind, ())


def teller(name: str, day: date = DAY, **known: str) -> Teller:
    key = digest(name)
    return Teller(name, key, known.get("root", key), known.get("publisher"), Period(day, day))


def workers(name: str, text: str, words: str, amount: Amount, **more: object) -> Told[Figure]:
    at = text.index(words)
    figure = Figure(digest(name, words), (at, at + len(words)), amount, "workers", giver="LAO", receiver="THA")
    return Told(replace(figure, **more), teller(name), text, 0)


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


def test_a_hidden_voice_is_no_origin_of_its_own() -> None:
    claim = workers("a", "Some 90,000 are believed to work there.", "Some 90,000", people(9e4, 9e4), voice_kind="unknown").claim
    assert not origin_of(claim, teller("a")).voiced


@pytest.mark.parametrize(("copies", "root"), [({}, "a"), ({"a": "b", "b": "c"}, "c"), ({"a": "b", "b": "a"}, "b"), ({"a": "a"}, "a")])
def test_the_first_of_a_chain_of_copies(copies: dict[str, str], root: str) -> None:
    assert root_of("a", copies) == root


def event(name: str, text: str, day: date = DAY, **known: object) -> Told[Event]:
    when = Period(day, day)
    claim = Event(digest("event", name), (0, 5), EventType.ASSAULT, ("SAU",), ("YEM",), when=when)
    return Told(replace(claim, **known), teller(name, day), text, 0)


def test_one_act_told_by_three_articles_is_one_happening() -> None:
    told = [
        event("a", "Saudi jets bombed the harbour of Hodeida."),
        event("b", "Warplanes of the coalition bombed Hodeida's harbour.", DAY + timedelta(1)),
        event("c", "The harbour at Hodeida was hit from the air, Sanaa said.", voice="Sanaa"),
    ]
    (happening,) = build_ledger(Claims(events=told)).events
    assert [t.article for t in happening.members] == ["a", "b", "c"]
    assert happening.origins == 3
    assert {v.verdict.value for v in happening.verdicts} == {"same"}


@pytest.mark.parametrize(
    "other",
    [
        event("b", "Saudi jets bombed the harbour of Hodeida.", DAY + timedelta(4)),
        event("b", "Saudi jets bombed the harbour of Hodeida.", recipients=("IRQ",)),
        event("b", "Saudi jets bombed the harbour of Hodeida.", type=EventType.THREATEN),
        event("b", "Gunners shelled a border village in the mountains.", recipients=()),
        event("b", "Saudi guns shelled a border village in the mountains."),
        event("a", "Saudi jets bombed the harbour of Hodeida.", id="second"),
    ],
)
def test_other_acts_stay_apart(other: Told[Event]) -> None:
    assert len(build_ledger(Claims(events=[event("a", "Saudi jets bombed the harbour of Hodeida."), other])).events) == 2


def test_the_attacks_of_two_days_of_a_war_are_two() -> None:
    told = [event("a", "Strikes on Hodeida killed 12 people."), event("b", "Strikes on Hodeida killed 19 people.", DAY + timedelta(1))]
    assert len(build_ledger(Claims(events=told)).events) == 2


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(Status.DENIED, "conflict"), (Status.PLANNED, "update"), (Status.CONDITIONAL, "other-definition"), (Status.ACTUAL, "same")],
)
def test_an_act_and_its_denial_are_a_conflict(status: Status, verdict: str) -> None:
    told = [event("a", "Saudi jets bombed the harbour of Hodeida."), event("b", "Jets bombed the harbour of Hodeida.", status=status)]
    (happening,) = build_ledger(Claims(events=told)).events
    assert [v.verdict.value for v in happening.verdicts] == [verdict]


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
    figure = Figure(digest(text, str(span)), span, draw(amounts), measure, draw(st.none() | st.text(max_size=20)), draw(parties), draw(parties), when)
    figure = replace(figure, status=draw(st.sampled_from(Status)), voice=draw(st.none() | st.text(max_size=9)))
    return Told(figure, replace(teller(text), published=draw(st.none() | st.just(Period(None, DAY)) | st.just(Period(DAY, DAY)))), text, 0)


@settings(max_examples=150, deadline=None)
@given(st.lists(any_told(), max_size=8))
def test_any_figures_make_a_ledger_that_survives_json(told: list[Told[Figure]]) -> None:
    ledger = build_ledger(Claims(told))
    assert decode(Ledger, encode(ledger)) == ledger
    assert sum(len(q.members) for q in ledger.quantities) == sum(t.claim.measure is not None for t in told)
    assert build_ledger(Claims(told)) == ledger


def act(name: str, text: str, kind: str = "MOBILIZE", words: str = "", day: date = DAY, **known: object) -> Told[Event]:
    """A telling of what America does, by the words that tell it."""
    words = words or text
    at = text.index(words)
    event = Event(digest(name, text, words), (at, at + len(words)), EventType(kind), ("USA",), ("KOR",), rule="test")
    return Told(replace(event, **known), teller(name, day), text, 0)


BATTERY = "The deployment of ATLAS launchers to South Korea by America was criticised by the neighbours."


@pytest.mark.parametrize(
    ("text", "known", "together"),
    [
        ("A spokeswoman condemned America, saying of the ATLAS batteries in South Korea that they raise tension.", {}, True),
        ("Beijing said that the American Tactical Long-range Air Shield in South Korea, ATLAS, was a threat.", {"recipients": ()}, True),
        ("A spokeswoman condemned America, saying of the ORION batteries in South Korea that they raise tension.", {}, False),
        ("The ATLAS batteries came to South Korea from America that day.", {"when": Period(DAY + timedelta(58), DAY + timedelta(58))}, False),
        ("The ATLAS batteries will come to South Korea from America.", {"status": Status.PLANNED}, False),
        ("The ATLAS batteries came to South Korea.", {"actors": ("JPN",)}, False),
        ("America struck from South Korea with ATLAS rockets.", {"type": EventType.ASSAULT}, False),
    ],
)
def test_two_texts_without_a_day_tell_one_act_on_one_named_thing(text: str, known: dict[str, object], together: bool) -> None:
    told = [act("a", BATTERY), act("b", text, day=DAY + timedelta(60), **known)]
    assert (len(build_ledger(Claims(events=told)).events) == 1) is together


def test_what_tellings_of_one_event_differ_in_is_told_with_who_says_which() -> None:
    day = Period(DAY, DAY)
    told = [
        act("a", "America fired four intercontinental missiles into the sea off South Korea.", when=day, voice="the Seoul Herald"),
        act("b", "America fired three medium-range missiles into the sea off South Korea.", when=day, voice="the Busan Post"),
        act("c", "America fired four missiles into the sea off South Korea.", when=day),
    ]
    (event,) = build_ledger(Claims(events=told)).events
    assert {p.name: {a.value: a.origins for a in p.answers} for p in event.points} == {
        "number of missiles": {"4": ("the Seoul Herald", "c"), "3": ("the Busan Post",)},
        "class": {"intercontinental": ("the Seoul Herald",), "medium-range": ("the Busan Post",)},
    }
    whys = [d.why for d in disputes(build_ledger(Claims(events=told)))]
    assert whys == [
        "one event, number of missiles: 4 (the Seoul Herald, c) against 3 (the Busan Post)",
        "one event, class: intercontinental (the Seoul Herald) against medium-range (the Busan Post)",
    ]


def test_attacks_in_two_places_are_two() -> None:
    told = [
        act("a", "Rockets from America hit Busan in South Korea overnight, and houses burnt.", "ASSAULT", when=Period(DAY, DAY)),
        act("b", "Rockets from America hit Daegu in South Korea overnight, and houses burnt.", "ASSAULT", when=Period(DAY, DAY)),
    ]
    assert len(build_ledger(Claims(events=told)).events) == 2
