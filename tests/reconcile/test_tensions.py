"""Tensions: opposed acts and opposed words of our own articles, and what must not be called one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import Maker, period

from legation import api
from legation.reconcile.disputes import disputes
from legation.reconcile.opposites import judged, opposed_acts
from legation.words.event import EventType
from legation.words.quantity import Ledger
from legation.words.reading import Reading
from legation.words.tension import TensionKind

BACKS = "Norway has always backed the Council on Finland."
BLOCKS = "Norway leads in blocking measures of the Council against Finland."


def backing(when: str | None = None, told: str = "2021-03-07") -> Reading:
    known = {"when": period(when)} if when else {}
    return Maker(BACKS, published=told, id="a").event("Norway has always backed the Council", "SUPPORT", ["NOR"], ["UNSC"], **known).done()


def blocking(when: str | None = None, told: str = "2021-07-06", **known: object) -> Reading:
    if when:
        known["when"] = period(when)
    return Maker(BLOCKS, published=told, id="b").event("Norway leads in blocking", "REJECT", ["NOR"], ["UNSC"], **known).done()


def test_support_against_refusal_of_one_side_is_shown_with_both_days() -> None:
    (found,) = api.ledger([blocking(), backing()]).tensions
    assert found.kind is TensionKind.ACTS
    assert (found.a.article, str(found.a.told)) == ("a", "2021-03-07")
    assert (found.b.article, str(found.b.told)) == ("b", "2021-07-06")
    assert "support against reject" in found.why
    assert found.parties == ("NOR", "UNSC", "FIN")


APART = {
    "another recipient": [backing(), Maker(BLOCKS, id="b").event("Norway leads in blocking", "REJECT", ["NOR"], ["SWE"]).done()],
    "no third party in common": [
        backing(),
        Maker("Norway blocks the Council on Sweden.", id="b").event("Norway blocks the Council", "REJECT", ["NOR"], ["UNSC"]).done(),
    ],
    "one article": [
        Maker(f"{BACKS}\n{BLOCKS}", id="a")
        .event("Norway has always backed the Council", "SUPPORT", ["NOR"], ["UNSC"])
        .event("Norway leads in blocking", "REJECT", ["NOR"], ["UNSC"])
        .done()
    ],
    "acts that go together": [
        backing(),
        Maker("Norway met the Council on Finland.", id="b").event("Norway met the Council", "CONSULT", ["NOR"], ["UNSC"]).done(),
    ],
}


@pytest.mark.parametrize("readings", APART.values(), ids=APART.keys())
def test_what_is_no_tension(readings: list[Reading]) -> None:
    assert not api.ledger(readings).tensions


def test_acts_of_two_days_do_not_clash_unless_one_speaks_of_all_times() -> None:
    plain = Maker("Norway backed the Council on Finland.", published="2021-03-07", id="a")
    dated = plain.event("Norway backed the Council", "SUPPORT", ["NOR"], ["UNSC"], when=period("2021-03-01")).done()
    assert not api.ledger([dated, blocking("2021-07-01")]).tensions
    assert api.ledger([backing("2021-03-01"), blocking("2021-07-01")]).tensions


def test_a_copy_does_not_clash_with_its_first_text() -> None:
    other = blocking()
    copy = replace(other, article=replace(other.article, copy_of=backing().article.digest))
    assert not api.ledger([backing(), copy]).tensions


def words(text: str, id: str, voice: str, told: str = "2021-03-07") -> Reading:
    return Maker(text, published=told, id=id).voice(text, voice).done()


def tensions(*said: str) -> Ledger:
    return api.ledger([words(s, f"article-{n}", ("Anna Berg", "Olav Dahl")[n]) for n, s in enumerate(said)])


@pytest.mark.parametrize(
    ("one", "other", "matter"),
    [
        ("This leverage of Norway over Finland is illusory.", "Norway uses its increased influence with Finland.", "influence"),
        ("Relations between Norway and Finland are strained.", "The excellent ties of Norway and Finland go on.", "tie"),
        ("Norway's sanctions on Finland are toothless.", "Norway put crippling sanctions on Finland.", "sanction"),
        ("Norway made baseless accusations against Finland.", "The charge of Norway against Finland is credible.", "claim"),
        ("The threat of Norway to Finland is not growing.", "Norway is a grave threat to Finland.", "threat"),
    ],
)
def test_opposed_words_on_one_matter(one: str, other: str, matter: str) -> None:
    (found,) = tensions(one, other).tensions
    assert found.kind is TensionKind.WORDS
    assert found.why.startswith(matter)
    assert found.parties == ("FIN", "NOR")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The influence of Norway over Finland is illusory.", "Norway uses its increased influence with Sweden."),
        ("Ties of Norway and Finland are close.", "The strong ties of Norway and Finland go on."),
        ("The influence of Norway over Finland is not illusory.", "Norway uses its increased influence with Finland."),
        ("Finland's economy is weak, ties with Norway go on.", "Ties of Norway and Finland are close."),
    ],
)
def test_words_that_are_not_opposed(one: str, other: str) -> None:
    assert not tensions(one, other).tensions


def test_assessments_of_other_years_do_not_clash() -> None:
    readings = [
        words("Ties of Norway and Finland are strained.", "a", "Anna Berg"),
        words("Ties of Norway and Finland are close.", "b", "Olav Dahl", "2024-01-01"),
    ]
    assert not api.ledger(readings).tensions


def test_a_matter_and_its_word_do_not_reach_over_a_comma() -> None:
    assert not list(judged("Growing, the threat of war"))
    assert [j.word for j in judged("a growing threat of war")] == ["growing"]


def test_opposites_are_mutual() -> None:
    acts = opposed_acts()
    assert all(x in acts[y] for x in EventType for y in acts[x])


def test_what_one_paper_tells_on_two_days_has_one_source() -> None:
    readings = [replace(r, article=replace(r.article, publisher="Oslo Courier")) for r in (backing(), blocking())]
    assert not api.ledger(readings).tensions


def test_always_is_not_said_of_the_years_to_come() -> None:
    assert not api.ledger([backing("2021-03-01"), blocking("2026-07-01", told="2026-07-06")]).tensions


def test_what_many_texts_say_alike_is_one_tension() -> None:
    again = Maker("Norway blocks the Council on Finland once more.", published="2021-07-09", id="c")
    third = again.event("Norway blocks the Council", "REJECT", ["NOR"], ["UNSC"]).done()
    (found,) = api.ledger([backing(), blocking(), third]).tensions
    assert found.more == 1
    assert [d.more for d in disputes(api.ledger([backing(), blocking(), third]))] == [1]


@pytest.mark.parametrize(
    ("text", "recipients", "count"),
    [
        ("Norway has rejected what Sweden wants of Finland.", ["SWE"], 1),
        ("Norway has rejected the offer and called on Finland.", ["SWE"], 0),
        ("Norway has rejected claims of Sweden, Denmark, Iceland and Finland.", ["SWE", "DNK", "ISL"], 0),
    ],
)
def test_an_act_towards_whom_its_sentence_does_not_name_or_towards_many_is_no_stance(text: str, recipients: list[str], count: int) -> None:
    support = Maker("Norway has always backed Sweden on Finland.", published="2021-03-07", id="a")
    other = Maker(text, published="2021-07-06", id="b").event("Norway has rejected", "REJECT", ["NOR"], recipients)
    readings = [support.event("Norway has always backed Sweden", "SUPPORT", ["NOR"], ["SWE"]).done(), other.done()]
    assert len(api.ledger(readings).tensions) == count
