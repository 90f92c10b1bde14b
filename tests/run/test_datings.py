"""An undated article is dated by what the others of its case date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from making import Maker, period

from legation.reconcile.datings import Dating, is_undated, narrowed
from legation.run.datings import date_case
from legation.run.datings import dated as days
from legation.run.ledger import claims_of
from legation.store.case import Case
from legation.words.article import Clue, Publication
from legation.words.event import Event
from legation.words.judgement import Decision, Judgement
from legation.words.period import Period
from legation.words.reading import Reading
from legation.words.status import Status

RAID = "Norway seized the Swedish trawler Havsull near Bergen"
FERRY = "Norway and Sweden will open the ferry line Stjernen to Malmo"
WIDE = Publication(Period(date(2019, 1, 1), None), "inferred")


def dated(readings: list[Reading]) -> list[Reading]:
    """The readings that the others date, with their new intervals."""
    found = days((r.article for r in readings), claims_of(readings).claims_for_ledger(Event))
    return [replace(r, article=replace(r.article, published=found[r.article.digest])) for r in readings if r.article.digest in found]


def telling(day: str = "2021-05-02") -> Reading:
    text = f"{RAID} on 2 May.\nNorway and Sweden opened the ferry line Stjernen to Malmo on 1 September."
    maker = Maker(text, published="2021-09-03", id="dated")
    maker.event("Norway seized the Swedish trawler", "COERCE", ["NOR"], ["SWE"], when=period(day))
    return maker.event("Norway and Sweden opened the ferry line", "COOPERATE", ["NOR", "SWE"], when=period("2021-09-01")).done()


def undated(words: str = RAID, published: Publication | None = WIDE, **known: object) -> Reading:
    maker = Maker(f"{words}.\n{FERRY}.", id="undated").event(words, "COERCE", ["NOR"], ["SWE"], **known)
    reading = maker.event("Norway and Sweden will open the ferry line", "COOPERATE", ["NOR", "SWE"], status=Status.PLANNED).done()
    return replace(reading, article=replace(reading.article, published=published))


def test_what_is_told_as_done_and_as_to_come_bounds_the_day() -> None:
    (found,) = dated([undated(), telling()])
    published = found.article.published
    assert published is not None
    assert (published.basis, published.when) == ("inferred", Period(date(2021, 5, 2), date(2021, 9, 1)))
    assert [c.says for c in published.clues] == [
        f"“{RAID}” is dated 2021-05-02 by dated and told as done here",
        "“Norway and Sweden will open the ferry line” is dated 2021-09-01 by dated and still ahead here",
    ]
    for clue in published.clues:
        assert clue.span is not None
        assert found.article.text[slice(*clue.span)] in clue.says


def test_an_article_without_any_clue_of_its_own_gains_one() -> None:
    (found,) = dated([undated(published=None), telling()])
    assert found.article.published is not None
    assert found.article.published.when.first == date(2021, 5, 2)


def test_other_acts_days_of_two_acts_and_dated_articles_say_nothing() -> None:
    other = "Norway seized a Swedish lorry with timber at the border"
    assert all(c.says.startswith("“Norway and Sweden") for r in dated([undated(other), telling()]) for c in r.article.published.clues)
    twice = [undated(), telling(), replace(telling("2021-07-20"), article=replace(telling().article, digest="another"))]
    assert [r.article.published.when.first for r in dated(twice)] == [date(2019, 1, 1)]
    assert dated([undated(published=None)]) == []
    stated = replace(undated(), article=replace(undated().article, published=Publication(period("2021-06-01"), "stated")))
    assert dated([stated, telling()]) == []


def test_a_clue_that_leaves_no_day_is_not_believed() -> None:
    late = Dating("a", Clue(None, "late"), first=date(2022, 1, 1))
    known = Publication(Period(date(2021, 1, 1), date(2021, 6, 1)), "inferred")
    assert narrowed(known, [late]) == known
    assert is_undated(known)
    assert not is_undated(Publication(period("2021-01-01", "2021-01-20"), "inferred"))
    assert narrowed(None, []) is None


def test_a_case_narrows_as_articles_come_and_once(tmp_path: Path) -> None:
    with Case.open(tmp_path / "n.case", create=True) as case:
        case.add(undated())
        assert date_case(case) == 0
        case.add(telling())
        assert date_case(case) == 1
        assert date_case(case) == 0
        held = case.article("undated").published
        assert held is not None
        assert held.when == Period(date(2021, 5, 2), date(2021, 9, 1))


def test_what_was_judged_can_still_be_undone_after_the_day_narrows(tmp_path: Path) -> None:
    with Case.open(tmp_path / "j.case", create=True) as case:
        case.add(undated())
        (raid,) = [h.claim for h in case.events() if h.claim.type == "COERCE"]
        case.judge(Judgement("j1", raid.id, Decision.REJECT, "ann", datetime(2021, 9, 5, tzinfo=UTC), "", "{}"))
        case.add(telling())
        assert date_case(case) == 1
        case.undo("j1", "ann")
        assert raid.id in {e.id for r in case.readings() for e in r.events}


def test_an_article_that_is_read_again_is_dated_again(tmp_path: Path) -> None:
    with Case.open(tmp_path / "a.case", create=True) as case:
        for reading in (undated(), telling()):
            case.add(reading)
        date_case(case)
        narrow = [a.published for a in case.articles()]
        case.add(undated())
        assert date_case(case) == 1
        assert [a.published for a in case.articles()] == narrow
