"""Near copies are linked to the first text of their family; two papers on one event are not copies."""

from __future__ import annotations

from conftest import article

from legation.intake.copies import Copies
from legation.intake.prepare import prepare

WIRE = (
    "Norway will lend Chile two research ships for five years, the foreign ministries of both countries said on Monday. The "
    "ships will count fish off Chiloé and train Chilean crews, at a cost of 40 million kroner a year that Oslo will bear. "
    "Chile pays for fuel and harbours. A first ship, the Fram, sails in March, and a second follows in the autumn. Fishermen "
    "in Puerto Montt welcomed the plan, while an opposition senator called it a gift with strings. "
)
OTHER = (
    "Two Norwegian research ships are going to Chile. Under a plan that ministers in Santiago presented on Monday, they will "
    "help to count the stocks around Chiloé until 2030. The crews will be mixed. According to the government in Oslo it will "
    "cost 40 million kroner a year, without fuel. In Puerto Montt the plan was met with relief, although not all in "
    "parliament agree with it; one senator of the opposition spoke of strings that were attached to the gift. "
)


def test_a_wire_copy_points_to_the_first() -> None:
    copies = Copies()
    first = copies.mark(article(WIRE, publisher="A"))
    again = copies.mark(article(WIRE, publisher="B"))
    cut = copies.mark(prepare(article(f"Ships for Chile\n\n{WIRE[:-110]}\n\nGetty Images\n\nSubscribe now", publisher="C")))
    other = copies.mark(article(OTHER, publisher="D"))
    assert first.copy_of is None
    assert again.copy_of == cut.copy_of == first.digest
    assert again.digest != first.digest
    assert other.copy_of is None


def test_the_same_article_is_no_copy_of_itself() -> None:
    copies = Copies()
    assert [copies.mark(article(WIRE)).copy_of for _ in range(2)] == [None, None]


def test_short_texts_are_copies_only_when_equal() -> None:
    copies = Copies()
    first = copies.mark(article("North Korea fires a missile toward the Sea of Japan.", publisher="A"))
    assert copies.mark(article("North Korea fires two missiles toward the Sea of Japan.")).copy_of is None
    assert copies.mark(article("NORTH KOREA fires a missile toward the Sea of Japan", publisher="B")).copy_of == first.digest


def test_it_is_the_same_every_time() -> None:
    texts = [WIRE, OTHER, WIRE + OTHER, OTHER + "It was a surprise.", WIRE.replace("Chile", "Peru")]

    def run() -> list[str | None]:
        copies = Copies()
        return [copies.mark(article(t, publisher=str(n))).copy_of for n, t in enumerate(texts)]

    assert run() == run()
