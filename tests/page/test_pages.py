"""Every page: in three forms, with any query, over any words."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from making import Maker, period
from serving import addresses, hostile_case, northern_case, visitor
from starlette.testclient import TestClient

from legation.page.settings import Settings
from legation.page.templates import safe_link
from legation.page.visit import Visit, part, whole
from legation.store.case import Case
from legation.words.status import Status


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return northern_case(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def page(case: Path) -> Iterator[TestClient]:
    with visitor(case) as client:
        yield client


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, list[str]]]:
    path = hostile_case(tmp_path_factory.mktemp("hostile"))
    with Case.open(path) as case:
        article = next(iter(case.articles()))
        claims = [h.claim.id for kind in (case.events(), case.figures(), case.voices()) for h in kind]
    pages = ["/", "/disputes", "/acts", "/quantities", "/claims/event", "/claims/figure", "/articles", "/actors", "/actor/NOR", "/voices", "/map"]
    pages += ["/unread", "/search?q=Norway", "/search?q=%3Cscript%3E", "/log", "/pair/NOR/SWE", f"/actor/{quote(part('<i>Sweden</i>'))}", "/models"]
    pages += [f"/article/{article.digest}", f"/article/{article.digest}?view=unread", *(f"/claim/{id}" for id in claims), f"/quantity/{claims[2]}"]
    pages += [f"/voices?name={quote('<svg onload=')}", '/acts?actor="><script>', "/acts?tone='\"<b>", "/<script>"]
    with visitor(path) as client:
        yield client, pages


def html_and_files(address: str) -> list[str]:
    """A page's address with those of its data."""
    path, mark, query = address.partition("?")
    return [address] + ([] if path == "/" else [f"{path}.{form}{mark}{query}" for form in ("json", "csv")])


def test_every_page_is_there_in_three_forms(page: TestClient, case: Path) -> None:
    for address in addresses(case):
        for form in html_and_files(address):
            answer = page.get(form)
            assert answer.status_code == 200, form
            assert answer.headers["content-type"].split(";")[0] in ("text/html", "application/json", "text/csv")


def test_a_place_of_a_page_has_one_name(page: TestClient, case: Path) -> None:
    for address in addresses(case):
        ids = re.findall(r'\bid="([^"]+)"', page.get(address).text)
        assert len(ids) == len(set(ids)), address
    visit = Visit(Settings(case))
    assert [visit.first(id) for id in ("a", "b", "a")] == [True, True, False]


def test_data_of_a_page(page: TestClient) -> None:
    overview = page.get("/overview.json").json()
    assert overview["counts"] == {"articles": 3, "acts": 5, "quantities": 2, "disputes": 1, "figures": 3, "voices": 1}
    assert {f["from"] for f in overview["flows"]} == {"NOR", "SWE"}
    acts = page.get("/acts.json").json()
    assert [a["type"] for a in acts][:2] == ["CONSULT", "ACCUSE"]
    rows = list(csv.DictReader(io.StringIO(page.get("/acts.csv").text)))
    assert len(rows) == len(acts)
    assert rows[0]["actors"] == "NOR; SWE"
    pair = page.get("/pair/NOR/SWE.json").json()
    assert pair["names"] == ["Norway", "Sweden"]
    assert [q["conflict"] for q in pair["quantities"]] == [True, False]
    disputes = page.get("/disputes.json").json()
    assert {s["sentence"][:6] for s in disputes[0]["sides"]} == {"Sweden"}


def test_csv_runs_nothing_in_a_spreadsheet(page: TestClient) -> None:
    rows = csv.reader(io.StringIO(page.get("/claims/event.csv").text))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "-"))]


def test_lists_are_leafed_through(page: TestClient) -> None:
    first = page.get("/claims/event?size=2").text
    assert "1–2 of 5" in first
    second = page.get(re.search(r'rel="next" href="([^"]+)"', first)[1].replace("&amp;", "&")).text  # type: ignore[index]
    assert "3–4 of 5" in second
    assert "5–5 of 5" in page.get("/claims/event?size=2&page=900").text
    assert "5–5 of 5" in page.get("/acts?size=4&page=9999999999").text
    assert page.get("/acts.json?size=2&page=2").json() == page.get("/acts.json").json()[2:4]


def test_filters(page: TestClient) -> None:
    assert len(page.get("/claims/event.json?actor=Sweden").json()) == 3
    assert len(page.get("/claims/event.json?actor=SWE&with=FIN").json()) == 1
    assert len(page.get("/claims/event.json?status=possible").json()) == 1
    assert len(page.get("/claims/event.json?since=2021-05-03&until=2021-05-03").json()) == 1
    assert len(page.get("/claims/figure.json?type=share").json()) == 2
    assert len(page.get("/acts.json?tone=conflictual&fact=yes").json()) == 1
    assert len(page.get("/acts.json?type=CONSULT").json()) == 1
    assert len(page.get("/acts.json?actor=finland").json()) == 3
    assert len(page.get("/quantities.json?measure=share").json()) == 1
    assert page.get("/claims/event?since=soon").status_code == 404
    assert page.get("/claims/nonsense").status_code == 404


def test_lanes_and_ties_of_the_overview(page: TestClient) -> None:
    by_kind = page.get("/?lanes=kind").text
    assert ">Talks or visit<" in by_kind
    assert "/acts?type=CONSULT" in by_kind
    ties = page.get("/?tone=tie").text
    assert "Since when" in ties
    assert "by kind of act" not in ties
    only = page.get("/?tone=conflictual&lanes=kind").text
    assert ">Criticism<" in only or "No act has a day" in only
    assert ">Talks or visit<" not in only
    assert "Norway and Finland trade" in page.get("/pair/NOR/FIN").text


def test_the_latest_acts_were_done_and_have_begun(tmp_path: Path) -> None:
    """What is planned for later, or begins after all that was published, heads no list of what happened last."""
    told = Maker("Norway met Sweden.\nNorway will aid Finland.\nNorway aided Peru.", published="2021-05-06")
    told.event("Norway met Sweden", "CONSULT", ["NOR", "SWE"], when=period("2021-05-02"))
    told.event("Norway will aid Finland", "AID", ["NOR"], ["FIN"], when=period("2030-01-01"), status=Status.PLANNED)
    told.event("Norway aided Peru", "AID", ["NOR"], ["PER"], when=period("2030-01-01"))
    with Case.open(tmp_path / "later.case", create=True) as case:
        case.add(told.done())
    with visitor(tmp_path / "later.case") as page:
        latest = page.get("/").text.partition("Latest acts")[2].partition("All acts")[0]
    assert "Sweden" in latest
    assert "Finland" not in latest
    assert "Peru" not in latest


def test_what_was_known_on_a_day(page: TestClient) -> None:
    then = page.get("/overview.json?as_of=2021-05-06").json()
    assert then["counts"]["articles"] == 1
    assert then["counts"]["disputes"] == 0
    html = page.get("/acts?as_of=2021-05-06").text
    assert "Norway" in html
    assert "accused" not in html
    assert set(re.findall(r"as_of=([\d-]+)", html)) == {"2021-05-06"}
    assert page.get("/overview.json?as_of=2020").json()["counts"] == dict.fromkeys(then["counts"], 0)
    assert page.get("/quantities.json?as_of=2021-05-06").json()[0]["disputed"] is not True
    assert page.get("/acts?as_of=never").status_code == 404


def test_the_article_as_read(page: TestClient, case: Path) -> None:
    with Case.open(case) as opened:
        article = next(iter(opened.articles()))
    html = page.get(f"/article/{article.digest}").text
    assert re.search(r'<span class="junk" data-at="\d+">Share this page</span>', html)
    marked = re.findall(r'<a class="m ([\w ]+)"[^>]*>([^<]+)</a>', html)
    assert ("figure event", "more than 300 tonnes") in marked
    assert {kind for kinds, _ in marked for kind in kinds.split()} == {"event", "figure", "voice"}
    assert html.count('class="anchor"') == html.count('id="n-')
    for at, words in re.findall(r'data-at="(\d+)"[^>]*>([^<]+)<', html):
        assert not words.strip() or article.text[int(at) :].lstrip().startswith(words.split()[0])
    text = re.sub(r"<[^>]+>", "", re.search(r'<div class="text".*?</div>', html, re.S)[0])  # type: ignore[index]
    assert article.text.split() == text.split()


def test_what_was_not_read(page: TestClient, case: Path) -> None:
    with Case.open(case) as opened:
        article = list(opened.articles())[1]
    html = page.get(f"/article/{article.digest}?view=unread").text
    assert re.search(r'<mark class="gap" data-at="\d+" title="a number with a noun that no rule took">Seven thingummies</mark>', html)
    assert "Seven thingummies" in page.get("/unread").text
    assert page.get("/unread.json").json()[0]["words"] == "Seven thingummies"


def test_from_the_network_to_the_sentence_in_three_steps(page: TestClient) -> None:
    pair = re.search(r'<a href="(/pair/[^"]+)"><g class="edge', page.get("/").text)
    assert pair
    sentence = re.search(r'<blockquote class="quote"><a href="([^"]+)"', page.get(pair[1]).text)
    assert sentence
    address, _, anchor = sentence[1].partition("#")
    assert f'id="{anchor}"' in page.get(address).text


def test_search(page: TestClient) -> None:
    html = page.get("/search?q=catch").text
    assert "<mark>catch</mark>" in html
    assert "Nothing found." in page.get("/search?q=zebra").text
    assert "needs at least one word" in page.get('/search?q="').text
    assert page.get("/search.json?q=catch").json()
    assert page.get("/search.json?q=catch&as_of=2020").json() == []
    assert "/actor/SWE" in page.get("/search?q=swed").text


def test_what_is_not_there_is_said(page: TestClient) -> None:
    for address in ("/nowhere", "/claim/ffffffff", "/quantity/ffffffff", "/article/ffffffff", "/model/none", "/static/nothing.js"):
        assert page.get(address).status_code == 404
    assert page.get("/claim/ffffffff.json").json()["error"]
    assert page.get("/actor/nobody").status_code == 200
    assert page.get("/pair/nobody/NOR").status_code == 200


class _Tags(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_markup_and_script_are_words(hostile: tuple[TestClient, list[str]]) -> None:
    client, pages = hostile
    for address in pages:
        answer = client.get(address)
        assert answer.status_code in (200, 404), address
        parser = _Tags()
        parser.feed(answer.text)
        for tag, attributes in parser.tags:
            assert tag not in ("iframe", "img", "object", "embed", "base"), address
            assert tag != "script" or (attributes.get("src") or "").startswith("/static/"), address
            assert tag != "svg" or "class" in attributes, address
            assert not [name for name in attributes if name.startswith("on") or name == "style"], address
        assert "49" not in re.findall(r">\s*(\d+) *\{%", answer.text)
        assert not re.search("[\u202a-\u202e\x00-\x08\x1b]", answer.text), address


def test_hostile_words_are_shown(hostile: tuple[TestClient, list[str]]) -> None:
    client, pages = hostile
    html = client.get(next(p for p in pages if p.startswith("/article/"))).text
    assert "&lt;script&gt;document.title=" in html
    assert "{{ 7*7 }}" in html


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "", None, "ftp://x", "\x00javascript:x", "java\nscript:x"]
)
def test_links_go_to_the_web_only(address: str | None) -> None:
    assert safe_link(address) == ""


def test_a_link_to_the_web() -> None:
    assert safe_link("https://a.example/x") == "https://a.example/x"


@pytest.mark.parametrize("id", ["RUS", "kim jong-un", "a/b", "50% more", "x.json", "..", ".", "a?b#c", "\u2028", "%2F", "~2F", "é"])
def test_any_id_is_one_part_of_an_address(case: Path, page: TestClient, id: str) -> None:
    assert whole(part(id)) == id
    visit = Visit(page.app.settings)  # type: ignore[attr-defined]
    answer = page.get(visit.to(f"/actor/{part(id)}"))
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
