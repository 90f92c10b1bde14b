import pytest
from making import Maker, northern

from legation import api
from legation.brief.compose import Brief, compose
from legation.brief.dossier import Grid, Group, Line, Section
from legation.brief.happened import happened
from legation.brief.pile import Pile
from legation.brief.short import short


@pytest.fixture(scope="module")
def brief() -> Brief:
    readings = northern()
    return compose(Pile.of(reversed(readings), api.ledger(readings)), "The North")


def chapter(brief: Brief, key: str) -> Section:
    return next(s for s in brief.dossier.sections if s.key == key)


def lines(section: Section) -> list[Line]:
    return [line for b in section.blocks if isinstance(b, Group) for line in b.lines]


def grid(section: Section, title: str) -> Grid:
    return next(b for b in section.blocks if isinstance(b, Grid) and b.title == title)


def test_articles_stand_in_order_of_their_day_undated_last(brief: Brief) -> None:
    rows = grid(chapter(brief, "sources"), "Articles").rows
    assert [r.cells[1] for r in rows] == ["Oslo Courier", "Malmo Post", "loose-1"]
    assert rows[2].cells[3] == "no day"
    assert rows[0].cells[4].endswith("%")


def test_the_bottom_line_is_of_five_sentences_at_most_disputed_first_each_with_its_place(brief: Brief) -> None:
    told = lines(chapter(brief, "short"))
    assert told[0].text == (
        "The sources disagree on share of catch (Norway → Sweden): up to 80 percent according to the Fishery Board, in Oslo Courier,"
        " against up to 50 percent according to Malmo Post."
    )
    assert told[1].text == "The latest act: on 4 May 2021 Norway and Sweden held talks."
    assert told[-1].text.startswith("Next come those between Finland and Sweden: one act told as fact, by Sweden (criticism)")
    assert any(t.text.startswith("Dealings are densest between Norway and Sweden: two acts told as fact from 2 to 4 May 2021, one by") for t in told)
    assert len(told) <= 5
    for line in told:
        assert line.cites, line
        assert line.text.endswith(".")
        assert line.text[0].isupper()


def test_who(brief: Brief) -> None:
    who = chapter(brief, "who")
    actors = {r.cells[1]: r.cells for r in grid(who, "Actors by weight").rows}
    assert actors["NOR"][:4] == ("Norway", "NOR", "2", "0")
    pairs = {r.cells[0]: r.cells[1:3] for r in grid(who, "What they do to each other").rows}
    assert pairs == {"Norway → Sweden": ("1", ""), "Norway – Sweden": ("1", ""), "Sweden → Finland": ("", "1")}


def test_what_happened_is_by_date_and_only_fact(brief: Brief) -> None:
    told = lines(chapter(brief, "happened"))
    assert [(t.when, t.text) for t in told] == [
        ("2 May 2021", "Norway worked together with Sweden."),
        ("3 May 2021", "Sweden criticised Finland."),
        ("4 May 2021", "Norway and Sweden held talks."),
    ]
    assert told[1].says == "<b>Anna</b> Berg, in Malmo Post"
    assert told[0].says == "Oslo Courier"


def test_conflicts_come_first_with_both_sides(brief: Brief) -> None:
    first = chapter(brief, "how-much").blocks[0]
    assert isinstance(first, Group)
    assert first.tone == "conflict"
    assert [line.text for line in first.lines] == ["up to 80 percent", "up to 50 percent"]
    assert first.lines[0].says == "the Fishery Board, in Oslo Courier"
    assert any("conflict" in note.text and len(note.cites) == 2 for note in first.notes if isinstance(note, Line))
    assert first.stands
    assert first.bearing


def test_single_figures_say_what_they_measure(brief: Brief) -> None:
    alone = next(r for r in grid(chapter(brief, "how-much"), "Told once").rows if "300" in r.cells[1])
    assert alone.cells[1] == "more than 300 tonnes"
    assert alone.cells[0] == "Norway's exports to Sweden"
    assert alone.cites


def test_what_is_unsure(brief: Brief) -> None:
    groups = {b.title.split()[0]: b for b in chapter(brief, "gaps").blocks if isinstance(b, Group)}
    assert groups["Possible"].lines[0].text == "Finland may put sanctions on Norway or cut relations."
    assert groups["Denied"].lines[0].says.startswith("=Norway, in")


def test_ties_reasons_voices_and_gaps(brief: Brief) -> None:
    assert lines(chapter(brief, "ties"))[0].text == "Norway and Finland trade."
    assert lines(chapter(brief, "reasons"))[0].quote
    speakers = {r.cells[0]: r.cells for r in grid(chapter(brief, "voices"), "Voices").rows}
    assert speakers["Fishery Board"][1:5] == ("Norway", "1", "0", "1 figure")
    unread = grid(chapter(brief, "gaps"), "Places that no rule took")
    assert [r.cells[:2] for r in unread.rows] == [("a number with a noun that no rule took", "1")]
    assert "Articles without a stated day" in [b.title for b in chapter(brief, "gaps").blocks]


def test_every_line_of_a_claim_has_its_words_and_place(brief: Brief) -> None:
    for section in brief.dossier.sections:
        if section.key in ("short", "gaps", "sources", "who", "voices"):
            continue
        for line in lines(section):
            assert line.cites, line
            assert line.quote, line
            assert line.says, line
            cite = line.cites[0]
            text = brief.pile.readings[cite.article - 1].article.text
            assert line.quote.words.split()[0] in text[slice(*cite.span)]


def test_an_empty_pile_has_all_chapters() -> None:
    empty = compose(Pile.of((), api.ledger(())), "Nothing")
    assert len(empty.dossier.sections) == 10
    assert all(s.lead for s in empty.dossier.sections)
    for form in (empty.html(), empty.markdown(), empty.text()):
        assert "Nothing" in form


def test_an_article_without_claims() -> None:
    reading = Maker("Nothing happened.", published="2021-05-06").done()
    assert "Nothing happened" not in compose(Pile.of([reading], api.ledger([reading])), "x").html()


def test_a_copy_says_nothing_twice() -> None:
    from dataclasses import replace

    first = northern()[0]
    text = first.article.text
    again = (
        Maker(text, published="2021-05-07", publisher="Echo").voice("Sweden takes up to 80 percent of the catch", "the Fishery Board", "NOR").done()
    )
    again = replace(again, article=replace(again.article, copy_of=first.article.digest))
    brief = compose(Pile.of([first, again], api.ledger([first, again])), "x")
    speakers = {r.cells[0]: r.cells for r in grid(chapter(brief, "voices"), "Voices").rows}
    assert speakers["Fishery Board"][2] == "1"
    assert "copy of [1]" in grid(chapter(brief, "sources"), "Articles").rows[1].cells[6]


def test_the_span_is_of_stated_days(brief: Brief) -> None:
    assert brief.dossier.span == "articles of 6 to 7 May 2021, 1 article without a stated day"
    assert dict(brief.dossier.counts)["conflict"] == 1


def test_what_deals_most_comes_before_what_comes_next() -> None:
    """Also where an act of the two stands at the same place as an earlier sentence."""
    told = Maker("Norway sued Sweden and Finland.", id="a", published="2021-05-02").event("Norway sued", "ACCUSE", ["NOR"], ["SWE", "FIN"]).done()
    found = [line.text for line in lines(short(Pile.of([told], api.ledger([told]))))]
    assert [t.split(" between")[0] for t in found if " between " in t] == ["Dealings are densest", "Next come those"]


def test_an_act_towards_more_tells_that_towards_some_of_them() -> None:
    told = Maker("Norway taxed goods of Sweden and those of Finland.", id="a").event("Norway taxed", "SANCTION", ["NOR"], ["SWE"])
    told.event("goods of Sweden", "SANCTION", ["NOR"], ["FIN", "SWE"])
    (line,) = lines(happened(Pile.of([told.done()], api.ledger([told.done()]))))
    assert line.text.count("Sweden") == 1
    assert "Finland" in line.text
