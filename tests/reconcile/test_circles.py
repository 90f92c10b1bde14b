"""Circular reporting: papers that cite each other for one figure."""

from __future__ import annotations

from making import Maker

from legation import api
from legation.words.amount import Amount
from legation.words.finding import Finding, FindingKind
from legation.words.reading import Reading


def paper(name: str, cites: str | None, to: str = "SWE") -> Reading:
    words = "up to 80 percent"
    made = Maker(f"{name} on Sweden, Finland and Norway: {words} of the catch.", id=name, publisher=name, published="2021-05-06")
    return made.figure(words, Amount(None, 80, unit="percent"), "share", "NOR", to, voice=cites).done()


def found(*readings: Reading) -> tuple[Finding, ...]:
    return tuple(f for f in api.ledger(readings).findings if f.kind is FindingKind.CIRCLE)


def test_two_papers_that_cite_each_other() -> None:
    (only,) = found(paper("Oslo Courier", "the Malmo Post"), paper("Malmo Post", "a report in the Oslo Courier"))
    assert only.why == "Oslo Courier cites Malmo Post, which cites Oslo Courier"
    assert [p.article for p in only.places] == ["Oslo Courier", "Malmo Post"]


def test_a_circle_of_three() -> None:
    papers = (paper("Oslo Courier", "the Malmo Post"), paper("Malmo Post", "the Turku Times"), paper("Turku Times", "the Oslo Courier"))
    assert len(found(*papers)) == 1


def test_a_chain_is_no_circle() -> None:
    assert not found(paper("Oslo Courier", "the Malmo Post"), paper("Malmo Post", "the Turku Times"), paper("Turku Times", None))
    assert not found(paper("Oslo Courier", "the Oslo Courier"), paper("Malmo Post", "the Oslo Courier"))


def test_papers_that_cite_each_other_for_two_things() -> None:
    assert not found(paper("Oslo Courier", "the Malmo Post"), paper("Malmo Post", "the Oslo Courier", "FIN"))
