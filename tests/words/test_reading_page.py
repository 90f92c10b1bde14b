"""docs/reading.md names every list of a reading and every field of its items, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from legation.words.reading import Reading

PAGE = Path(__file__).parents[2] / "docs" / "reading.md"
ROW = re.compile(r"^\| `(\w+)` \| [^|]* \|(.*)\|$", re.M)
TEXT = (
    "Pier Gazette\n\nRussia employs up to 50,000 workers from North Korea, which earn Pyongyang about $120 million a year, "
    "Lee Chan-ho, an expert at Harbour Bank, said on Monday. China will probably cut coal imports from North Korea in May 2017, "
    "the Foreign Ministry said. Moscow wants to keep a buffer against the United States. Several of them stayed. Three followed."
)


def documented() -> dict[str, set[str]]:
    found = {name: set(re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", fields))) for name, fields in ROW.findall(PAGE.read_text("utf-8"))}
    return {**found, "numbers": found["figures"]}  # "as figures", says the page


def test_the_page_names_all_lists_and_fields(read: Callable[..., Reading]) -> None:
    made, page = read(TEXT, published="2017-05-08").as_json(), documented()
    assert page.keys() == made.keys()
    for name, items in made.items():
        told: set[str] = set(items) if isinstance(items, dict) else {field for item in items if isinstance(item, dict) for field in item}
        assert not told or told == page[name], name
    assert all(made[name] for name in ("actors", "events", "figures", "numbers", "voices", "times", "predicates", "statements"))
