"""Events across articles: what is one act, what are two, and on what their tellings differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from telling import DAY, Claims, event, teller

from legation.reconcile.disputes import disputes
from legation.reconcile.ledger import build_ledger
from legation.reconcile.source import Told
from legation.words.event import Event, EventType
from legation.words.ids import digest
from legation.words.period import Period
from legation.words.status import Status


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


def attack(name: str, text: str, day: date = DAY, **known: object) -> Told[Event]:
    """A telling of an attack of Saudi Arabia on Yemen."""
    return event(name, text, day, **known)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Saudi jets bombed a market in Khamir.", "Jets bombed the market of Khamir, killing 12.", True),
        ("Saudi jets struck the International Airport of Taiz with the air force.", "Saudi jets struck the air force at Marib Airport.", False),
        ("To date 24 people have been killed by Saudi strikes on Yemen.", "Saudi jets struck four sites in the south.", False),
        ("Saudi airstrikes in Sanaa killed a reporter and others.", "Saudi airstrikes in Marib killed a guard and others.", False),
        ("The toll of the Saudi airstrikes in Khamir rises to 40.", "Saudi airstrikes hit Khamir at dawn and killed many.", True),
    ],
)
def test_attacks_of_one_day_in_a_war_are_one_only_in_one_place(one: str, other: str, together: bool) -> None:
    told = [attack("a", one), attack("b", other)]
    assert (len(build_ledger(Claims(events=told)).events) == 1) is together


def talks(name: str, text: str, day: date = DAY, **known: object) -> Told[Event]:
    """A telling of talks of Norway and Laos."""
    return event(name, text, day, type=EventType.CONSULT, actors=("NOR", "LAO"), recipients=(), **known)


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (talks("b", "Laos praised the talks held at Geneva as a first step.", DAY + timedelta(1)), True),
        (talks("b", "Laos praised the talks held at Nairobi as a first step.", DAY + timedelta(1)), False),
        (talks("b", "Laos hailed the talks with Erik Lund at Geneva as a start.", DAY + timedelta(1)), False),
    ],
)
def test_talks_told_a_day_later_are_tied_by_place_and_persons(other: Told[Event], together: bool) -> None:
    first = talks("a", "Norway and Laos began talks on fish at Geneva, Anna Berg for Norway.")
    assert (len(build_ledger(Claims(events=[first, other])).events) == 1) is together


def test_a_denial_without_a_day_speaks_of_what_was_told_weeks_before() -> None:
    charge = event("a", "Saudi jets bombed the harbour of Hodeida.")
    denial = event("b", "Riyadh denied that its jets bombed the harbour of Hodeida.", DAY + timedelta(20), when=None, status=Status.DENIED)
    for told in ([charge, denial], [denial, charge]):
        (happening,) = build_ledger(Claims(events=told)).events
        assert [v.verdict.value for v in happening.verdicts] == ["conflict"]
    late = replace(denial, teller=teller("b", DAY + timedelta(60)))
    assert len(build_ledger(Claims(events=[charge, late])).events) == 2


def test_one_article_does_not_deny_what_it_tells_in_its_own_voice() -> None:
    text = "Saudi jets did not bomb the harbour of Hodeida."
    own = [event("a", "Saudi jets bombed the harbour of Hodeida."), event("a", text, status=Status.DENIED, id="second")]
    assert len(build_ledger(Claims(events=own)).events) == 2
    said = [replace(t, claim=replace(t.claim, voice=v)) for t, v in zip(own, ("Sanaa", "Riyadh"), strict=True)]
    (happening,) = build_ledger(Claims(events=said)).events
    assert [v.verdict.value for v in happening.verdicts] == ["conflict"]


def test_a_person_with_a_title_is_no_thing_that_an_act_is_on() -> None:
    told = [
        act("a", "America sent Middle East Envoy Anna Berg to South Korea for an accord.", "AGREE"),
        act("b", "In South Korea Middle East Envoy Anna Berg of America spoke of another accord on fish.", "AGREE", day=DAY + timedelta(60)),
    ]
    assert len(build_ledger(Claims(events=told)).events) == 2
