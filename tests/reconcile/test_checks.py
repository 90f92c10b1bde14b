"""The golden checks in articles of our own, read by the real reader: parts, growth, records, part of a year, impossible totals, shares."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from making import Maker, period

from legation import api
from legation.words.amount import Amount, Change
from legation.words.finding import Finding, FindingKind
from legation.words.quantity import Ledger
from legation.words.reading import Reading
from legation.words.verdict import Relation

Read = Callable[..., Reading]


def ledger(read: Read, *articles: tuple[str, str]) -> Ledger:
    return api.ledger(read(text, published=day) for day, text in articles)


def findings(read: Read, *articles: tuple[str, str]) -> tuple[Finding, ...]:
    return ledger(read, *articles).findings


SUM = (
    "Trade between Laos and Thailand came to ${} million in 2017. Thailand exported $31 million of oil to Laos in 2017."
    " Laos exported $3 million of timber to Thailand in 2017. Laos also exported $28 million of coal to Thailand in 2017."
)


def test_parts_that_exceed_their_stated_total(read: Read) -> None:
    (found,) = findings(read, ("2018-06-02", SUM.format(43)))
    assert found.kind is FindingKind.SUM
    assert "31 million + 3 million + 28 million = 62 million, more than the whole of “$43 million”" in found.why
    assert len(found.places) == 4


@pytest.mark.parametrize(
    "text",
    [
        SUM.format(62),
        SUM.format(61),
        "Trade between Laos and Thailand came to $43 million in 2017. Thailand exported $31 million of oil to Laos in 2016."
        " Laos exported $28 million of coal to Thailand in 2016.",
        "Trade between Laos and Thailand came to $43 million in 2017. Thailand exported $31 million of oil to Vietnam in 2017."
        " Laos exported $28 million of coal to Vietnam in 2017.",
    ],
    ids=["they add up", "rounded", "another year", "another land"],
)
def test_parts_that_do_not_exceed_it(read: Read, text: str) -> None:
    assert not findings(read, ("2018-06-02", text))


def test_parts_named_in_one_sentence(read: Read) -> None:
    text = "Norway exported $40 million of goods to Finland in 2017, including $25 million of fish and $20 million of oil."
    (found,) = findings(read, ("2018-06-02", text))
    assert "45 million" in found.why
    assert not findings(read, ("2018-06-02", text.replace("$20", "$12")))


GROWTH = "Laos sold Thailand goods worth $47.9 million in 2017, up 40.6 percent from 2016."


def growth(read: Read, before: str) -> set[Relation]:
    built = ledger(read, ("2018-06-02", GROWTH), ("2017-03-02", f"In 2016 Laos exported goods worth {before} to Thailand."))
    return {v.verdict for q in built.quantities for v in q.verdicts if "times" in v.why}


def test_growth_agrees_with_another_outlets_level(read: Read) -> None:
    assert growth(read, "$34 million") == {Relation.AGREE}


def test_growth_that_another_outlets_level_does_not_bear_out(read: Read) -> None:
    assert growth(read, "$21 million") == {Relation.CONFLICT}


RECORD = ("2017-07-02", "Trade between Laos and Thailand is at an all-time high.")
YEARS = "Trade between Laos and Thailand was ${} million in 2016. In 2014, trade between Laos and Thailand stood at $84.8 million."


def test_a_record_that_an_earlier_year_refutes(read: Read) -> None:
    (found,) = findings(read, RECORD, ("2017-02-01", YEARS.format(76.9)))
    assert found.kind is FindingKind.RECORD
    assert found.why == "$84.8 million in 2014 against $76.9 million in 2016: no highest level"
    assert len(found.places) == 3


@pytest.mark.parametrize(
    "years",
    [
        YEARS.format(91.3),
        YEARS.format(84.8),
        "Trade between Laos and Vietnam was $76.9 million in 2016. In 2014, trade between Laos and Vietnam stood at $84.8 million.",
        "Trade between Laos and Thailand was $31 million from January to May 2017. In 2014, trade between Laos and Thailand stood at $84.8 million.",
    ],
    ids=["it is a record", "as high as before", "another land", "five months against a year"],
)
def test_a_record_that_stands(read: Read, years: str) -> None:
    assert not [f for f in findings(read, RECORD, ("2017-06-03", years)) if f.kind is FindingKind.RECORD]


def test_five_months_are_never_made_a_year(read: Read) -> None:
    built = ledger(
        read,
        ("2017-07-02", "Trade between Laos and Thailand was $31 million from January to May 2017."),
        ("2018-02-01", "Trade between Laos and Thailand was $60 million in 2017."),
    )
    (quantity,) = built.quantities
    assert [v.verdict for v in quantity.verdicts] == [Relation.OTHER_PERIOD]
    assert sorted(s.low for s in quantity.standings if s.low) == [31e6, 60e6]
    assert not built.findings


TOTAL = (
    "Between 60,000 and 100,000 Lao labourers work in Qatar. The Lao workers earn $841 a month on average."
    " The government of Laos takes up to 70 percent of their wages. Laos earns {} from its workers in Qatar."
)


def test_a_total_that_its_factors_cannot_make(read: Read) -> None:
    (found,) = findings(read, ("2016-07-02", TOTAL.format("between $1.2 billion and $2.3 billion a year")))
    assert found.kind is FindingKind.PRODUCT
    assert "at most 706.9 million a year" in found.why
    assert len(found.places) == 4


@pytest.mark.parametrize(
    "total", ["between $500 million and $2.3 billion a year", "more than $200 million a year", "$40 million a month", "$1.2 billion"]
)
def test_a_total_that_they_can_make_or_that_is_of_no_known_period(read: Read, total: str) -> None:
    assert not findings(read, ("2016-07-02", TOTAL.format(total)))


def test_a_share_that_does_not_fit_its_base(read: Read) -> None:
    text = "Laos exported 4,000 tonnes of fish in 2015, including 600 tonnes, or {} percent, to Thailand."
    (found,) = findings(read, ("2016-07-02", text.format(25)))
    assert found.kind is FindingKind.SHARE
    assert found.why == "600 tonnes of 4,000 tonnes is 15 percent, not 25 percent"
    assert not findings(read, ("2016-07-02", text.format(15)))


def test_a_share_that_says_what_it_is_of_is_not_of_another_whole(read: Read) -> None:
    text = "A total of 828 million people, 10 percent of the world's population, suffer from hunger, and nearly 50 million children in Laos."
    assert not findings(read, ("2016-07-02", text))


def test_a_currency_that_falls_is_not_reckoned_with() -> None:
    """Whether `a fall of 24 percent` is of the one currency or a rise of the other the number does not say."""
    text = "The kip stood at 40.00 kip to the baht.\nThe kip stood at 32.19 kip to the baht a year before.\nThe kip fell by 24.26% to the baht."
    made = Maker(text, published="2015-01-05")
    for words, low, year in (("40.00 kip", 40.0, 2014), ("32.19 kip", 32.19, 2013)):
        made.figure(words, Amount(low, low, unit="LAK"), "exchange-rate", "LAO", "THA", when=period(f"{year}-01-01", f"{year}-12-31"))
    fall = Amount(24.26, 24.26, unit="percent", change=Change.DECREASE)
    made.figure("24.26%", fall, "exchange-rate", "LAO", "THA", when=period("2014-01-01", "2014-12-31"))
    verdicts = {v.verdict for q in api.ledger([made.done()]).quantities for v in q.verdicts}
    assert verdicts
    assert Relation.CONFLICT not in verdicts
