"""Sentences with the claims expected of them, as data: tests/cases/*.toml.

    [[case]]
    text = "Norway shipped more than 300 tonnes of aid to Sudan on Monday."
    published = "2021-06-09"                 # optional, as are title and publisher
    figures = [{ words = "more than 300 tonnes", low = 300, high = "none", unit = "tonnes" }]
    events  = [{ words = "shipped", type = "AID", actors = ["NOR"], recipients = ["SDN"], status = "actual" }]
    actors  = [{ words = "Norway", id = "NOR" }]
    none    = ["voices"]                     # lists that must be empty
    never   = { figures = ["2021"] }         # words on which no such item may stand
    lacks   = { events = [{ type = "AID" }] } # items that must not be there at all

An expected item is found where one of the reading's items overlaps `words` and has every field given ("none" stands for null).
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import article

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def load(path: Path) -> list[dict[str, Any]]:
    return tomllib.loads(path.read_text("utf-8")).get("case", [])


@cache
def readings(path: Path) -> list[dict[str, Any]]:
    """All cases of a file, read in one batch."""
    from legation.run.reader import read_articles

    known = ("published", "title", "publisher")
    articles = [article(c["text"], id=str(n), **{k: c[k] for k in known if k in c}) for n, c in enumerate(load(path))]
    return [r.as_json() for r in read_articles(articles)]


def places(text: str, words: str) -> list[tuple[int, int]]:
    out, at = [], text.find(words)
    while at >= 0:
        out.append((at, at + len(words)))
        at = text.find(words, at + 1)
    assert out, f"the case's words {words!r} are not in its text"
    return out


def touching(items: list[dict[str, Any]], spots: list[tuple[int, int]]) -> list[dict[str, Any]]:
    return [i for i in items for s, e in spots if i["span"][0] < e and s < i["span"][1]]


def fits(item: dict[str, Any], wanted: dict[str, Any]) -> bool:
    def same(a: Any, b: Any) -> bool:
        if b == "none":
            return a is None
        if isinstance(b, list):
            return isinstance(a, list) and (sorted(map(str, a)) == sorted(map(str, b)))
        if isinstance(b, (int, float)) and not isinstance(b, bool):
            return isinstance(a, (int, float)) and abs(a - b) <= 1e-9 * max(1, abs(b))
        return bool(a == b)

    return all(same(item.get(k), v) for k, v in wanted.items() if k != "words")


@pytest.mark.parametrize(("path", "n"), [pytest.param(p, n, id=f"{p.stem}-{n}") for p in FILES for n in range(len(load(p)))])
def test_case(path: Path, n: int) -> None:
    case, reading = load(path)[n], readings(path)[n]
    text = case["text"]
    for kind in ("figures", "numbers", "events", "voices", "actors", "times", "predicates", "ties", "statements", "entities", "junk"):
        for wanted in case.get(kind, []):
            near = touching(reading[kind], places(text, wanted["words"]))
            assert any(fits(i, wanted) for i in near), f"{kind}: wanted {wanted}\n  on {text!r}\n  got {near or reading[kind]}"
    for kind in case.get("none", []):
        assert not reading[kind], f"{kind} should be empty on {text!r}: {reading[kind]}"
    for kind, phrases in case.get("never", {}).items():
        for words in phrases:
            near = touching(reading[kind], places(text, words))
            assert not near, f"{kind} must not stand on {words!r} in {text!r}: {near}"
    for kind, unwanted in case.get("lacks", {}).items():
        for item in unwanted:
            assert not any(fits(i, item) for i in reading[kind]), f"{kind}: {item} must not be told by {text!r}: {reading[kind]}"
