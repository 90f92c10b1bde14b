from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from legation.errors import CaseError, LimitError
from legation.run import reader
from legation.run.case import Outcome, read_into
from legation.store.case import Case
from legation.words.article import Article
from legation.words.reading import Made, Reading


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader without a parser that fails on mines and refuses gold."""

    def read_articles(articles: Iterable[Article], *_: object) -> Iterator[Reading]:
        for article in articles:
            if "mines" in article.text:
                raise ZeroDivisionError("no depth")
            if "gold" in article.text:
                raise LimitError("too much gold")
            yield Reading(article, reader.made_by())

    monkeypatch.setattr(reader, "read_articles", read_articles)
    monkeypatch.setattr(reader, "made_by", lambda *_: Made("0", "none", "none"))


def pile(folder: Path, texts: list[str]) -> list[str]:
    lines = (
        json.dumps({"id": f"a{n}", "text": f"The delegation of Norway spoke in Oslo about {t} for a long time today."}) for n, t in enumerate(texts)
    )
    (folder / "pile.jsonl").write_text("\n".join(lines), "utf-8")
    return [str(folder / "pile.jsonl")]


def test_a_fault_on_one_article_costs_only_that_article(tmp_path: Path, fragile: None) -> None:
    paths = pile(tmp_path, ["fish", "mines", "oil", "mines again", "gas"])
    with Case.open(tmp_path / "n.case", create=True) as case:
        steps = list(read_into(case, paths))
        assert [s.outcome for s in steps] == [Outcome.READ, Outcome.REFUSED, Outcome.READ, Outcome.REFUSED, Outcome.READ]
        assert "ZeroDivisionError: no depth (test_read_into.py, line " in steps[1].why
        assert (case.counts()["articles"], case.counts()["articles_unread"]) == (5, 2)


def test_what_is_known_is_not_read_again_and_what_failed_is(tmp_path: Path, fragile: None) -> None:
    paths = pile(tmp_path, ["fish", "mines", "oil"])
    with Case.open(tmp_path / "n.case", create=True) as case:
        list(read_into(case, paths))
        assert sorted(s.outcome for s in read_into(case, paths)) == [Outcome.KNOWN, Outcome.KNOWN, Outcome.REFUSED]
        again = list(read_into(case, paths, again=True))
        assert sorted(s.outcome for s in again) == [Outcome.KNOWN, Outcome.KNOWN, Outcome.REFUSED]
        assert sum(s.reading is not None for s in again) == 2


def test_copies_of_what_the_case_holds_are_found_in_a_later_run(tmp_path: Path, fragile: None) -> None:
    story = " ".join(f"In year {n} the two governments of the north signed pact number {n} on fish and timber." for n in range(1990, 2010))
    for n, publisher in enumerate(("Oslo Courier", "Malmo Post")):
        (tmp_path / f"{n}.jsonl").write_text(json.dumps({"id": f"w{n}", "text": story, "publisher": publisher}), "utf-8")
    with Case.open(tmp_path / "n.case", create=True) as case:
        for n in (0, 1):
            list(read_into(case, [str(tmp_path / f"{n}.jsonl")]))
        first, second = case.articles()
        assert first.copy_of is None
        assert second.copy_of == first.digest


def test_an_article_refused_by_the_reader_says_why(tmp_path: Path, fragile: None) -> None:
    steps = list(read_into(None, pile(tmp_path, ["gold", "oil"])))
    assert [(s.outcome, s.why) for s in steps] == [(Outcome.REFUSED, "too much gold"), (Outcome.READ, "")]


def test_a_case_that_cannot_be_written_ends_the_run(tmp_path: Path, fragile: None) -> None:
    with Case.open(tmp_path / "n.case", create=True) as case:
        case.close()
        with pytest.raises(CaseError):
            list(read_into(case, pile(tmp_path, ["oil", "gas"])))
