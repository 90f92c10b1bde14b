from dataclasses import replace

import pytest

from legation.brief.headings import _rows, quantity_title, weight
from legation.brief.names import tabled_name
from legation.codes.tables import table
from legation.words.quantity import Quantity


def quantity(measure: str, label: str, giver: str | None = None, receiver: str | None = None, unit: str | None = None) -> Quantity:
    return Quantity("q", label, measure, unit, giver, receiver)


TITLES = [
    (("exports", "Norwegian exports to Sweden", "NOR", "SWE"), "Norway's exports to Sweden"),
    (("exports", "cod exports", "NOR", "SWE"), "cod exports (Norway → Sweden)"),
    (("tariff", "tariff, the United States → China", "USA", "CHN"), "the United States' tariffs on China"),
    (("remittances", "remittances, North Korea → Russia", "PRK", "RUS"), "remittances from Russia to North Korea"),
    (("killed", "soldiers", "BEN"), "soldiers killed (Benin)"),
    (("killed", "Palestinians", "PSE"), "Palestinians killed"),
    (("killed", "official death toll", "PSE"), "official death toll (Palestine)"),
    (("wounded", "others", "FIN"), "people wounded (Finland)"),
    (("weapons", "Indian fighter jets", "IND"), "Indian fighter jets"),
    (("debt", "debt"), "debt"),
    (("share", "catch, Norway → Sweden", "NOR", "SWE"), "share of catch (Norway → Sweden)"),
    (("other", "other, Norway", "NOR", None, "USD"), "sum of money (Norway)"),
    (("other", "schools", None, "FIN"), "schools (Finland)"),
    (("no-such-measure", "no-such-measure"), "no such measure"),
]


@pytest.mark.parametrize(("given", "title"), TITLES)
def test_what_a_quantity_is_called(given: tuple[str, ...], title: str) -> None:
    assert quantity_title(quantity(*given), tabled_name) == title


def test_every_measure_has_a_heading() -> None:
    measures = {row["measure"] for row in table("measures") if row.get("measure")}
    assert measures <= set(_rows())


def test_a_reader_asks_for_trade_of_two_before_a_length_of_time() -> None:
    trade, time = quantity("trade", "trade", "NOR", "SWE"), quantity("duration", "duration", "NOR")
    assert weight(trade) > weight(replace(trade, receiver=None)) > weight(time)
