"""The page in a real browser: it loads nothing from elsewhere, leads to the sentence, judges, goes back in time, and can be read by all.

Without a browser these tests skip in one line; where LEGATION_BROWSER is `required` they fail instead.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from serving import hostile_case

from legation import api
from legation.page.app import application
from legation.page.settings import Settings

ROOT = Path(__file__).parents[2]
PHONE, DESK, WALL = ({"width": w, "height": h} for w, h in ((360, 740), (1280, 900), (2560, 1440)))
PAGES = (
    "/",
    "/?tone=tie",
    "/?lanes=kind",
    "/disputes",
    "/acts",
    "/pair/RUS/PRK",
    "/quantities",
    "/quantity/{quantity}",
    "/claims/figure",
    "/claim/{claim}",
    "/articles",
    "/article/{article}",
    "/article/{article}?view=unread",
    "/article/{article}/add",
    "/actors",
    "/actor/PRK",
    "/voices",
    "/map",
    "/models",
    "/model/labour-income?run=1&high-wage=200",
    "/unread",
    "/search?q=coal",
    "/log",
)


NAMELESS = "() => document.querySelectorAll('table:not(:has(caption)), th:not([scope])').length"
FOCUSED = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  const shown = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || e.closest("svg") !== null;
  const visible = box.width > 0 && getComputedStyle(e.closest(".judge") ?? e).opacity !== "0";
  return [`${e.tagName} ${e.getAttribute("href") ?? e.name ?? ""}`, shown, visible];
}"""


def _served(settings: Settings) -> Iterator[str]:
    """A page on a free port of this machine, until the tests are done."""
    server = uvicorn.Server(uvicorn.Config(application(settings), port=0, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory, browser: Any) -> Path:
    """The example case; read only where there is a browser to look at it."""
    path = tmp_path_factory.mktemp("browser") / "korea.case"
    with api.open(path, create=True) as opened:
        for _ in api.read_into(opened, [str(ROOT / "examples" / "russia-north-korea-2017")]):
            pass
        api.ledger(opened)
    return path


@pytest.fixture(scope="module")
def address(case: Path) -> Iterator[str]:
    yield from _served(Settings(case))


@pytest.fixture(scope="module")
def pages(case: Path) -> list[str]:
    with api.open(case) as opened:
        figure = max(api.ledger(opened).quantities, key=lambda q: len(q.members)).members[0].claim
        return [p.format(quantity=figure, claim=figure, article=list(opened.articles())[2].digest) for p in PAGES]


class Tab:
    """A page of the browser that notes whatever it complains of or asks of others."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.context = browser.new_context(viewport=options.pop("viewport", DESK), base_url=address, **options)
        self.page = self.context.new_page()
        self.wrong: list[str] = []
        self.page.on("console", lambda m: self.wrong.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda e: self.wrong.append(str(e)))
        self.page.on("request", lambda r: None if r.url.startswith(address) else self.wrong.append(f"asked for {r.url}"))

    def __enter__(self) -> Tab:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()


def test_every_page_loads_without_complaint_on_screen_and_phone(browser: Any, address: str, pages: list[str]) -> None:
    for viewport in (DESK, PHONE):
        with Tab(browser, address, viewport=viewport) as tab:
            for path in pages:
                assert tab.page.goto(path).status == 200, path
                wide = tab.page.evaluate("document.documentElement.scrollWidth")
                assert wide <= viewport["width"], f"{path} is {wide} wide on {viewport['width']}"
                assert tab.wrong == [], path
                assert tab.page.evaluate(NAMELESS) == 0, f"{path} has a table without a caption, or a head without a scope"


def test_sentences_have_room(browser: Any, address: str, pages: list[str]) -> None:
    """No sentence is squeezed into a column that is meant for something else."""
    narrowest = "Math.min(...[...document.querySelectorAll('main .quote')].map(q => q.clientWidth || 9999))"
    unfold = "document.querySelectorAll('details').forEach(d => d.open = true)"
    with Tab(browser, address) as tab:
        for path in pages:
            tab.page.goto(path)
            tab.page.evaluate(unfold)
            assert tab.page.evaluate(narrowest) > 250, path


def test_nothing_overflows_on_a_wall(browser: Any, address: str, pages: list[str]) -> None:
    with Tab(browser, address, viewport=WALL, color_scheme="dark") as tab:
        for path in pages[:6]:
            tab.page.goto(path)
            assert tab.page.evaluate("document.documentElement.scrollWidth") <= WALL["width"]
            assert tab.page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") > 18


def test_everybody_can_read_it(browser: Any, address: str, pages: list[str]) -> None:
    """axe finds nothing serious on any page; what colours can change is looked at in the dark too."""
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    rules = (("light", ["wcag2a", "wcag2aa"]), ("dark", ["color-contrast"]))
    with Tab(browser, address, bypass_csp=True) as tab:
        for path in pages:
            tab.page.goto(path)
            for scheme, wanted in rules:
                tab.page.emulate_media(color_scheme=scheme)
                found = axe.run(tab.page, options={"runOnly": wanted, "resultTypes": ["violations"]})
                serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
                assert not serious, f"{path}, {scheme}\n" + "\n".join(f"{v['id']}: {v['nodes'][0]['failureSummary']}" for v in serious)


def test_everything_is_reached_by_the_keyboard_and_seen_there(browser: Any, address: str) -> None:
    """All that a pointer can press comes up by Tab, and shows that it has the focus."""
    for path in ("/", "/claims/tie", "/actor/PRK"):
        with Tab(browser, address, reduced_motion="reduce") as tab:
            tab.page.goto(path)
            assert tab.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
            wanted = tab.page.locator("main a[href], main button, main input:not([type=hidden]), main select, main summary").count()
            reached = set()
            for n in range(wanted + 60):
                tab.page.keyboard.press("Tab")
                inside = tab.page.evaluate("() => document.activeElement.closest('main') !== null")
                what, shown, visible = tab.page.evaluate(FOCUSED)
                if inside:
                    assert shown, f"{path}: no focus is seen on {what}"
                    assert visible, f"{path}: {what} has the focus and is not seen"
                    reached.add(n)
            assert len(reached) >= wanted - tab.page.locator("main details:not([open]) :is(a, button)").count(), path


def test_from_the_network_to_the_sentence_in_three_clicks(browser: Any, address: str) -> None:
    with Tab(browser, address) as tab:
        tab.page.goto("/")
        on = "e => { const p = e.getPointAtLength(e.getTotalLength() / 3).matrixTransform(e.getScreenCTM()); return [p.x, p.y]; }"
        line = tab.page.locator(".network a[href*='/pair/'] .edge path").first
        line.scroll_into_view_if_needed()
        tab.page.mouse.click(*line.evaluate(on))
        tab.page.wait_for_url("**/pair/**")
        tab.page.locator(".claim .quote a").first.click()
        tab.page.wait_for_url("**/article/**")
        anchor = tab.page.evaluate("location.hash")
        assert tab.page.locator(anchor).count() == 1
        assert tab.page.evaluate("h => document.querySelector(h).getBoundingClientRect().top", anchor) < 900
        assert tab.wrong == []


def test_judge_and_undo(browser: Any, address: str) -> None:
    with Tab(browser, address) as tab:
        tab.page.goto("/claims/figure")
        claim = tab.page.locator(".claim").first
        id = claim.get_attribute("data-claim")
        claim.hover()
        claim.locator(".reject").click()
        tab.page.wait_for_url("**done=**")
        assert "rejected" in (tab.page.locator(f"#c-{id}").get_attribute("class") or "")
        assert "reject" in tab.page.locator(".done").inner_text()
        tab.page.goto("/log")
        assert id
        assert tab.page.locator(".claim").first.inner_text().count("reject") == 1
        tab.page.locator(".undo").first.click()
        tab.page.wait_for_load_state()
        assert "undone" in tab.page.locator(".claim").first.inner_text()
        tab.page.goto("/claims/figure")
        assert "rejected" not in (tab.page.locator(f"#c-{id}").get_attribute("class") or "")
        assert tab.wrong == []


def test_judging_by_keys(browser: Any, address: str) -> None:
    with Tab(browser, address) as tab:
        tab.page.goto("/claims/tie")
        ids = [e.get_attribute("data-claim") for e in tab.page.locator(".claim").all()]
        focused = "() => document.activeElement.dataset.claim"
        tab.page.keyboard.press("n")
        assert tab.page.evaluate(focused) == ids[0]
        tab.page.keyboard.press("n")
        tab.page.keyboard.press("p")
        assert tab.page.evaluate(focused) == ids[0]
        tab.page.keyboard.press("a")
        tab.page.wait_for_url("**done=**")
        assert "accepted" in (tab.page.locator(f"#c-{ids[0]}").get_attribute("class") or "")
        tab.page.wait_for_function(f"() => document.activeElement.dataset.claim === '{ids[1]}'")
        tab.page.keyboard.press("p")
        tab.page.keyboard.press("u")
        tab.page.wait_for_function("() => !document.querySelector('.claim.accepted') && document.readyState === 'complete'")
        tab.page.keyboard.press("/")
        assert tab.page.evaluate("() => document.activeElement.id") == "q"
        tab.page.keyboard.type("coal")
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_url("**/search?q=coal")


def test_the_slider_goes_back_in_time(browser: Any, address: str) -> None:
    with Tab(browser, address) as tab:
        tab.page.goto("/")
        articles = tab.page.locator(".counts b").first
        now = int(articles.inner_text())
        tab.page.locator(".slide").focus()
        tab.page.keyboard.press("Home")
        tab.page.wait_for_url("**as_of=**")
        assert 0 < int(articles.inner_text()) < now
        assert re.search(r"as_of=\d{4}-\d\d-\d\d", tab.page.url)
        tab.page.locator("nav a", has_text="Acts").click()
        assert "as_of=" in tab.page.url
        tab.page.get_by_role("link", name="All that is known").click()
        assert "as_of" not in tab.page.url


def test_a_mark_shows_its_record(browser: Any, address: str, pages: list[str]) -> None:
    with Tab(browser, address) as tab:
        tab.page.goto(next(p for p in pages if p.startswith("/article/")))
        mark = tab.page.locator(".m.event").first
        mark.hover()
        card = tab.page.locator(".card-now")
        assert card.is_visible()
        assert "act" in card.inner_text()
        tab.page.locator("#show-event").uncheck()
        assert tab.page.locator(".note.event").first.is_hidden()
        mark.click()
        tab.page.wait_for_url("**/claim/**")
        assert tab.wrong == []


def test_words_selected_become_a_claim(browser: Any, address: str, pages: list[str]) -> None:
    with Tab(browser, address) as tab:
        tab.page.goto(next(p for p in pages if p.startswith("/article/")))
        tab.page.evaluate("() => getSelection().selectAllChildren(document.querySelector('.m.voice, .m.event'))")
        tab.page.locator("a.by-hand").click()
        tab.page.wait_for_url("**/add?**")
        assert len(tab.page.locator("textarea").input_value()) > 2
        tab.page.locator("[name=kind]").select_option("tie")
        assert tab.page.locator("[name=figure-low]").is_hidden()
        tab.page.locator("[name=tie-a]").fill("Russia")
        tab.page.locator("[name=tie-b]").fill("PRK")
        tab.page.get_by_role("button", name="Add the claim").click()
        tab.page.wait_for_url("**/article/**done=**")
        assert tab.page.locator(tab.page.evaluate("location.hash")).count() == 1
        tab.page.locator(".done .undo").click()
        tab.page.wait_for_function("() => !document.querySelector('.done')")
        assert tab.wrong == []


def test_dark_and_light(browser: Any, address: str) -> None:
    paper = "() => getComputedStyle(document.body).backgroundColor"
    with Tab(browser, address, color_scheme="dark") as tab:
        tab.page.goto("/")
        dark = tab.page.evaluate(paper)
        tab.page.locator(".theme").click()
        light = tab.page.evaluate(paper)
        assert light != dark
        tab.page.goto("/acts")
        assert tab.page.evaluate(paper) == light
        assert tab.page.evaluate("() => document.documentElement.dataset.theme") == "light"
    with Tab(browser, address, color_scheme="light") as tab:
        tab.page.goto("/")
        assert tab.page.evaluate(paper) == light


def test_without_script(browser: Any, address: str) -> None:
    with Tab(browser, address, java_script_enabled=False) as tab:
        tab.page.goto("/acts")
        tab.page.locator("#asof").fill("2017-03-12")
        tab.page.get_by_role("button", name="Show").first.click()
        assert "as_of=2017-03-12" in tab.page.url
        claim = tab.page.locator(".claim").first
        claim.hover()
        claim.locator("> .judge .accept").click()
        assert "done=" in tab.page.url
        tab.page.locator(".done .undo").click()
        assert "done=" not in tab.page.url


def test_what_if_by_a_field(browser: Any, address: str) -> None:
    with Tab(browser, address) as tab:
        tab.page.goto("/model/labour-income?run=1")
        tab.page.locator("[name=high-wage]").fill("200")
        tab.page.get_by_role("button", name="See what follows").click()
        tab.page.wait_for_url("**high-wage=200**")
        assert "cannot all hold" in tab.page.locator(".sheet").inner_text()
        assert tab.page.locator(".intervals").count() >= 3
        assert tab.wrong == []


def test_a_formula_of_ones_own(browser: Any, address: str) -> None:
    with Tab(browser, address) as tab:
        tab.page.goto("/model/labour-income?run=1")
        rule = tab.page.locator("[name=rule-0]")
        assert rule.input_value() == "income = workers * wage * share"
        before = tab.page.locator(".sheet .stands").first.inner_text()
        rule.fill("income = workers * wage * share / 2")
        rule.press("Enter")
        tab.page.wait_for_url("**rule-0=**")
        assert tab.page.locator(".own [name=rule-0]").count() == 1
        assert tab.page.locator(".sheet .stands").first.inner_text() != before
        assert tab.page.locator("table caption").first.inner_text()
        tab.page.locator(".what-if [name=rule-more]").fill("wage <= __import__")
        tab.page.locator(".what-if [name=rule-more]").press("Enter")
        tab.page.wait_for_url("**rule-more=w**")
        assert "__import__" in tab.page.get_by_role("alert").inner_text()
        tab.page.get_by_role("link", name="As told").click()
        tab.page.wait_for_url(lambda url: "rule" not in url)
        assert tab.page.locator(".sheet .stands").first.inner_text() == before
        assert tab.wrong == []


def test_hostile_words_stay_words(browser: Any, tmp_path: Path) -> None:
    path = hostile_case(tmp_path)
    with api.open(path) as opened:
        article = next(iter(opened.articles())).digest
        claim = next(iter(opened.events())).claim.id
    served = _served(Settings(path))
    with Tab(browser, next(served)) as tab:
        for page in ("/", "/acts", f"/article/{article}", f"/claim/{claim}", "/voices", "/articles", "/search?q=Norway", "/unread", "/map"):
            tab.page.goto(page)
            assert "owned" not in tab.page.title().replace("document.title='owned'", "")
            assert tab.page.locator("iframe, main img, main script").count() == 0
        tab.page.goto(f"/article/{article}")
        assert "<script>document.title='owned'</script>" in tab.page.locator(".reader > .text").inner_text()
        assert tab.wrong == []
    next(served, None)


def test_signing_in(browser: Any, case: Path) -> None:
    served = _served(Settings(case, token="a long enough token"))
    with Tab(browser, next(served)) as tab:
        tab.page.goto("/acts")
        assert "/login" in tab.page.url
        tab.page.locator("#word").fill("a long enough token")
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_url(lambda url: url.endswith("/acts") and "login" not in url)
        assert tab.page.locator(".claim").count() > 5
        assert "token" not in tab.page.url
    next(served, None)
