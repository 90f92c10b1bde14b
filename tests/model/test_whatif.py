from __future__ import annotations

from pathlib import Path

import pytest
from modelling import run_of, seeds

from legation.errors import ModelError
from legation.model.bounds import bounds
from legation.model.sheet import sheet
from legation.model.whatif import parse_what_if, read_what_if


def test_claims_are_added_dropped_and_used_otherwise() -> None:
    run = run_of("labour-income", seeds())
    change = parse_what_if(
        """
        title = "All at once"
        [[claim]]
        quantity = "wage"
        high = 4800
        unit = "USD/year/person"
        source = "A contract of 2016 says so."
        [[drop]]
        claim = "up-to-half"
        assumption = "It is the share of one firm."
        [[use]]
        claim = "up-to-80"
        quantity = "share"
        assumption = "As it was."
        """
    )
    changed = change.apply(run.system)
    assert bounds(changed, "wage").high.value == pytest.approx(400)
    assert bounds(changed, "wage").low.value == pytest.approx(120e6 / (52_500 * 0.8 * 12))
    assert "up-to-half" not in {g.id for g in changed.given}
    told = sheet(run, what_if=change)
    assert told.what_if == "All at once"
    assert any("A contract of 2016 says so." in a for a in told.assumptions)
    assert run.system.given == run_of("labour-income", seeds()).system.given


def test_some_is_five_percent_here_too() -> None:
    change = parse_what_if('[[claim]]\nquantity = "wage"\nlow = 100\nhigh = 100\napprox = true\nassumption = "a guess"')
    given = change.apply(run_of("labour-income", seeds()).system).given[-1]
    assert (given.low, given.high) == (pytest.approx(95), pytest.approx(105))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "nothing is changed"),
        ("[[claim]]\nquantity = 'wage'\nhigh = 1", "rests on"),
        ("[[claim]]\nquantity = 'wage'\nhigh = 1\nassumption = ' '", "rests on"),
        ("[[claim]]\nquantity = 'wage'\nhigh = 1\nassumption = 'a'\nsource = 'b'", "rests on"),
        ("[[claim]]\nquantity = 'wage'\nassumption = 'a'", "a low or a high side"),
        ("[[claim]]\nquantity = 'wages'\nhigh = 1\nassumption = 'a'", "no quantity 'wages'"),
        ("[[claim]]\nquantity = 'wage'\nhigh = '1'\nassumption = 'a'", "must be a number"),
        ("[[claim]]\nquantity = 'wage'\nhigh = true\nassumption = 'a'", "must be a number"),
        ("[[claim]]\nquantity = 'wage'\nlow = 2\nhigh = 1\nassumption = 'a'", "low is above high"),
        ("[[claim]]\nquantity = 'wage'\nhigh = 1\nunit = 'people'\nassumption = 'a'", "measures something else"),
        ("[[claim]]\nquantity = 'wage'\nhigh = 1\nunit = 'a;b'\nassumption = 'a'", "not understood"),
        ("[[drop]]\nclaim = 'nowhere'\nassumption = 'a'", "no claim"),
        ("[[drop]]\nclaim = 'up-to'\nassumption = 'a'", "more than one claim"),
        ("[[use]]\nclaim = '120m'\nquantity = 'workers'\nassumption = 'a'", "cannot be used"),
        ("[[guess]]\nx = 1", "'guess' is not known"),
        ("drop = 3", "must be written as [[drop]]"),
        ("[[drop]\n", "what-if"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(text: str, says: str) -> None:
    with pytest.raises(ModelError) as error:
        parse_what_if(text).apply(run_of("labour-income", seeds()).system)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_files_that_are_no_text_or_too_large_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    for raw in (b"\xff\xfe\x00", b"#" * 300_000):
        path.write_bytes(raw)
        with pytest.raises(ModelError):
            read_what_if(path)
