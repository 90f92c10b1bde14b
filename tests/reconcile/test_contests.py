"""Rankings against each other and against known values: who is first, which of two is more, what rose and what fell."""

from __future__ import annotations

import pytest
from making import Maker, period

from legation import api
from legation.reconcile.rankings import Order, orders
from legation.words.amount import Amount
from legation.words.finding import FindingKind
from legation.words.reading import Reading
from legation.words.status import Status
from legation.words.tension import TensionKind

LARGEST = Order("trade with", "@LAO", "@THA", "*", top="largest")


@pytest.mark.parametrize(
    "text",
    [
        "Thailand is Laos's largest trading partner.",
        "Laos’s largest trading partner, Thailand, opened a bridge.",
        "Thailand, Laos's single largest trading partner, opened a bridge.",
        "The biggest trading partner of Laos is Thailand.",
        "As the main trading partner of Laos, Thailand has a say.",
        "Thailand has overtaken China as Laos's largest trading partner.",
        "Thailand, not China, is the largest trading partner of Laos.",
    ],
)
def test_who_is_told_to_be_the_first(text: str) -> None:
    assert list(orders(text, 2017)) == [LARGEST]


@pytest.mark.parametrize(
    "text",
    [
        "Thailand is one of the largest trading partners of Laos.",
        "Thailand is the second largest trading partner of Laos.",
        "Thailand is Laos's second-largest trading partner.",
        "Thailand is the largest trading partner of Laos after China.",
        "Thailand, its largest trading partner, opened a bridge.",
        "Thailand is the largest economy in Asia.",
        "Laos's largest bridge was opened by Thailand.",
        "The largest crowds in years met in Laos; Thailand looked on.",
        "",
    ],
)
def test_what_makes_nobody_the_first(text: str) -> None:
    assert not list(orders(text, 2017))


@pytest.mark.parametrize(
    ("text", "frame", "owner", "over", "under"),
    [
        ("Laos exports more to Thailand than to Vietnam.", "exports to", "LAO", "THA", "VNM"),
        ("Laos sells less to Vietnam than to Thailand.", "exports to", "LAO", "THA", "VNM"),
        ("Laos's exports to Thailand are larger than those to Vietnam.", "exports to", "LAO", "THA", "VNM"),
        ("Laos buys more from Vietnam than from Thailand.", "imports from", "LAO", "VNM", "THA"),
        ("Laos sold less to Thailand in 2016 than in 2015.", "exports to", "LAO", "2015", "2016"),
        ("Imports of Laos from Thailand fell by 20 percent in 2016.", "exports to", "THA", "2015", "2016"),
        ("Thai exports to Laos rose last year.", "exports to", "THA", "2016", "2015"),
        ("Trade between Thailand and Laos has grown in 2016.", "trade with", "LAO", "2016", "2015"),
    ],
)
def test_which_of_two_is_told_to_be_more(text: str, frame: str, owner: str, over: str, under: str) -> None:
    (found,) = orders(text, 2017)
    assert (found.frame, found.owner.strip("@"), found.over.strip("@"), found.under.strip("@")) == (frame, owner, over, under)


@pytest.mark.parametrize(
    "text",
    [
        "Exports to Laos fell in 2016.",
        "Laos's exports fell.",
        "Laos sold more than 40 tons to Thailand.",
        "Coal exports of Laos rose from 2014 to 2016.",
    ],
)
def test_what_is_no_comparison_of_two(text: str) -> None:
    assert not list(orders(text, 2017))


def telling(name: str, text: str, told: str = "2017-03-07", **known: object) -> Reading:
    kind = "superlative" if "est" in text or "main" in text else "comparison"
    return Maker(text, published=told, id=name, publisher=f"Paper {name}").statement(text.rstrip("."), kind, [], **known).done()


OPPOSED = {
    "two firsts": ("Thailand is Laos's largest trading partner.", "China is the main trading partner of Laos."),
    "a first and its denial": ("Thailand is Laos's largest trading partner.", ("Thailand is not Laos's largest trading partner.", Status.DENIED)),
    "two comparisons": ("Laos exports more to Thailand than to Vietnam.", "Laos exports more to Vietnam than to Thailand."),
    "more and less": ("Laos exports more to Thailand than to Vietnam.", "Laos sells less to Thailand than to Vietnam."),
    "a first that another is told to be over": ("Thailand is the largest buyer of Laos.", "Laos sells more to China than to Thailand."),
    "rose and fell": ("Thai exports to Laos rose in 2016.", "Imports of Laos from Thailand fell in 2016."),
    "rose, and less than before": ("Laos's exports to Thailand rose in 2016.", "Laos sold less to Thailand in 2016 than in 2015."),
    "two closest allies": ("Thailand is the closest ally of Laos.", "China is Laos's closest ally."),
}


@pytest.mark.parametrize("pair", OPPOSED.values(), ids=OPPOSED.keys())
def test_opposed_rankings(pair: tuple[object, object]) -> None:
    readings = [telling(n, t) if isinstance(t, str) else telling(n, t[0], status=t[1]) for n, t in zip("ab", pair, strict=True)]
    for order in (readings, readings[::-1]):
        (found,) = api.ledger(order).tensions
        assert found.kind is TensionKind.RANKS
        assert {found.a.article, found.b.article} == {"a", "b"}
        assert " against " in found.why


GO_TOGETHER = {
    "one first": ("Thailand is Laos's largest trading partner.", "Laos's main trading partner is Thailand."),
    "partner and supplier": ("Thailand is Laos's largest trading partner.", "China is the largest supplier of Laos."),
    "of two states": ("Thailand is Laos's largest trading partner.", "China is the largest trading partner of Vietnam."),
    "of two goods": ("Thailand is the largest supplier of oil to Laos.", "China is the largest supplier of arms to Laos."),
    "in a region": ("Thailand is Laos's largest trading partner in ASEAN.", "China is the main trading partner of Laos."),
    "largest and closest": ("Thailand is the main ally of Laos.", "China is Laos's closest ally."),
    "other pairs": ("Laos exports more to Thailand than to Vietnam.", "Laos exports more to Vietnam than to China."),
    "other years": ("Laos's exports to Thailand rose in 2016.", "Laos's exports to Thailand fell in 2015."),
    "other ways": ("Laos's exports to Thailand rose in 2016.", "Laos's imports from Thailand fell in 2016."),
    "the first, and less than it": ("Thailand is the largest buyer of Laos.", "Laos sells more to Thailand than to China."),
}


@pytest.mark.parametrize("pair", GO_TOGETHER.values(), ids=GO_TOGETHER.keys())
def test_rankings_that_go_together(pair: tuple[str, str]) -> None:
    assert not api.ledger([telling(n, t) for n, t in zip("ab", pair, strict=True)]).tensions


def test_two_firsts_of_two_times_or_one_paper_do_not_clash() -> None:
    one, other = OPPOSED["two firsts"]
    assert not api.ledger([telling("a", str(one)), telling("b", str(other), "2021-03-07")]).tensions
    assert not api.ledger([telling("a", str(one), when=period("2014-01-01", "2014-12-31")), telling("b", str(other))]).tensions
    assert not api.ledger([telling("a", f"{one}\n{other}")]).tensions


def trade(year: int, values: dict[str, float]) -> Reading:
    """An article that tells what Laos traded with others in a year."""
    names = {"THA": "Thailand", "CHN": "China"}
    made = Maker(
        "\n".join(f"Laos traded ${v:g} million with {names[k]} in {year}." for k, v in values.items()), published=f"{year + 1}-02-01", id=f"y{year}"
    )
    when = period(f"{year}-01-01", f"{year}-12-31")
    for k, v in values.items():
        made.figure(f"${v:g} million", Amount(v * 1e6, v * 1e6, unit="USD"), "trade", "LAO", k, when=when)
    return made.done()


def rankings_refuted(*readings: Reading) -> list[str]:
    return [f.why for f in api.ledger(readings).findings if f.kind is FindingKind.RANKING]


FIRST = telling("a", "Thailand is Laos's largest trading partner.")


def test_a_first_that_known_values_refute() -> None:
    (why,) = rankings_refuted(FIRST, trade(2016, {"THA": 40, "CHN": 62}))
    assert why == ("Laos, trade with: told that the largest is Thailand, but $40 million (Thailand in 2016) is less than $62 million (China in 2016)")
    assert not rankings_refuted(FIRST, trade(2016, {"THA": 62, "CHN": 40}))
    assert not rankings_refuted(FIRST, trade(2016, {"THA": 40, "CHN": 41.5}), telling("c", "Laos is large."))
    assert not rankings_refuted(FIRST, trade(2016, {"THA": 40}), trade(2015, {"CHN": 62}))
    assert not rankings_refuted(FIRST, trade(2012, {"THA": 40, "CHN": 62}))


def test_a_comparison_that_known_values_refute() -> None:
    more = telling("a", "Laos trades more with Thailand than with China.")
    assert rankings_refuted(more, trade(2016, {"THA": 40, "CHN": 62}))
    assert not rankings_refuted(more, trade(2016, {"THA": 62, "CHN": 40}))
    rose = telling("a", "Trade between Laos and Thailand rose in 2016.")
    assert rankings_refuted(rose, trade(2016, {"THA": 40}), trade(2015, {"THA": 62}))
    assert not rankings_refuted(rose, trade(2016, {"THA": 62}), trade(2015, {"THA": 40}))
    assert not rankings_refuted(rose, trade(2014, {"THA": 40}), trade(2013, {"THA": 62}))


@pytest.mark.parametrize(
    "text",
    [
        "Thailand is a main trading partner of Laos.",
        "Thailand and China are the largest trading partners of Laos.",
        "Thailand is Laos's 27th largest trading partner.",
        "Thailand is set to overtake China as Laos's largest trading partner.",
        "Thailand is an important trading partner of Laos.",
        "Laos bought Thai goods worth more than US$2 billion, less than China did.",
        "The firm said that its sales in the United States rose in 2016.",
    ],
)
def test_hard_negatives_of_rankings(text: str) -> None:
    assert not list(orders(text, 2017))
