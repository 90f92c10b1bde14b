"""PLOVER's modes and contexts, auxiliary modes, statuses by the calendar, and voices that a text hides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from legation.claim.modes import aux_modes, settled
from legation.words.period import Period
from legation.words.reading import Reading
from legation.words.status import Status

DAY = date(2020, 6, 1)


@pytest.mark.parametrize(
    ("status", "when", "expected"),
    [
        (Status.ACTUAL, None, ()),
        (Status.ACTUAL, Period(date(2020, 5, 30), date(2020, 5, 30)), ()),
        (Status.ACTUAL, Period(None, date(1999, 1, 1)), ("historical",)),
        (Status.PLANNED, None, ("future",)),
        (Status.CONDITIONAL, Period(date(2020, 8, 1), None), ("future", "hypothetical")),
        (Status.POSSIBLE, None, ("hypothetical",)),
        (Status.DEMANDED, None, ("hypothetical",)),
        (Status.DENIED, Period(date(2012, 1, 1), date(2012, 12, 31)), ("historical", "negation")),
    ],
)
def test_modes_follow_from_status_and_period(status: Status, when: Period | None, expected: tuple[str, ...]) -> None:
    assert aux_modes(status, when, DAY) == expected
    assert "historical" not in aux_modes(status, when, None)


def test_what_takes_effect_later_is_planned() -> None:
    assert settled(Status.ACTUAL, Period(date(2020, 6, 10), None), DAY) is Status.PLANNED
    assert settled(Status.ACTUAL, Period(date(2020, 6, 1), None), DAY) is Status.ACTUAL
    assert settled(Status.DENIED, Period(date(2020, 6, 10), None), DAY) is Status.DENIED
    assert settled(Status.ACTUAL, Period(date(2020, 6, 10), None), None) is Status.ACTUAL


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran is believed to have shipped missiles to Syria.", "unknown"),
        ("It was reported that Iran shipped missiles to Syria.", "unknown"),
        ("Iran reportedly shipped missiles to Syria.", "unknown"),
        ("Iran shipped missiles to Syria.", None),
    ],
)
def test_a_hidden_voice_is_told(read: Callable[..., Reading], text: str, kind: str | None) -> None:
    (event,) = read(text).events
    assert event.voice is None
    assert event.voice_kind == kind


@pytest.mark.parametrize(
    ("text", "mode", "cameo", "value"),
    [
        ("Norwegian warplanes bombed a port of Sudan.", "aerial", "195", -10.0),
        ("Chad shelled a village of Sudan with artillery.", "heavy-weapons", "194", -10.0),
        ("Chad refused to hold talks with Sudan.", "meet", "125", -5.0),
        ("Chad urged Sudan to release the hostages.", "yield", "105", -5.0),
        ("The presidents of Chad and Sudan spoke by telephone.", "phone", "041", 1.0),
        ("Chad threatened to attack Sudan.", "violence", "138", -7.0),
        ("Chad threatened Sudan with tariffs.", "restrict", "1312", -5.8),
        ("Chad tested a missile.", "weapons", "150", -7.2),
        ("Chad praised Sudan.", None, "051", 3.4),
    ],
)
def test_an_act_has_its_mode_code_and_value(read: Callable[..., Reading], text: str, mode: str | None, cameo: str, value: float) -> None:
    (event,) = read(text).events
    assert (event.mode, event.cameo, event.goldstein) == (mode, cameo, value)


def test_contexts_come_from_the_sentence_and_the_whole_article(read: Callable[..., Reading]) -> None:
    alone = read("Chad praised Sudan. The weather was fine.").events[0]
    assert alone.contexts == ("diplomatic",)
    around = read("Chad praised the human rights record of Sudan in the fight against drug trafficking.").events[0]
    assert {"human_rights", "illegal_drugs", "trafficking"} <= set(around.contexts)
    about = read("Chad praised Sudan. " + "The vaccine was late. " * 4).events[0]
    assert "health" in about.contexts


@pytest.mark.parametrize(
    ("text", "kind", "plover", "quad"),
    [
        ("Chad will send food aid to Sudan.", "AID", "AGREE", 2),
        ("Chad sent food aid to Sudan.", "AID", None, 2),
        ("Chad condemned Sudan.", "ACCUSE", None, 3),
    ],
)
def test_plovers_own_type_stands_beside_ours(read: Callable[..., Reading], text: str, kind: str, plover: str | None, quad: int) -> None:
    (event,) = read(text).events
    assert (event.type, event.plover, event.quad) == (kind, plover, quad)
