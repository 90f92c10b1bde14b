from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from making import northern

from legation import api
from legation.brief.compose import compose
from legation.brief.pile import Pile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCHEMES = ("light", "dark")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    readings = northern()
    path = tmp_path_factory.mktemp("dossier") / "brief.html"
    path.write_text(compose(Pile.of(readings, api.ledger(readings)), "The North").html(), "utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, dossier: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The dossier in a window of the width and colours that the test asks for; it may neither complain nor load anything."""
    width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda asked: said.append(asked.url) if asked.url != dossier.as_uri() else None)
    page.goto(dossier.as_uri())
    yield page
    page.close()
    assert not said


def widths(*found: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("opened", [(w, s) for w in found for s in SCHEMES], indirect=True, ids=str)


@widths(360, 1280, 3840)
def test_it_opens_without_a_word_and_fits_its_window(opened: Page) -> None:
    assert opened.title() == "The North"
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.locator("#short ol li").count() >= 2


@widths(360, 1280)
def test_a_reference_leads_to_the_sentence(opened: Page) -> None:
    opened.locator("#short a.cite").first.click()
    assert opened.evaluate("document.querySelector(':target').closest('.source') !== null")
    top = opened.evaluate("document.querySelector(':target').getBoundingClientRect().top")
    assert -5 <= top <= 900


@widths(360, 1280)
def test_no_serious_fault_of_access(opened: Page) -> None:
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe-core is not installed: access was not checked")
    faults: list[dict[str, Any]] = axe.Axe().run(opened)["violations"]
    assert [(f["id"], f["nodes"][0]["html"][:200]) for f in faults if f["impact"] in ("serious", "critical")] == []


@widths(1280)
def test_letters_in_pictures_keep_their_size_and_stay_inside(opened: Page) -> None:
    script = """[...document.querySelectorAll('svg.intervals text, svg.strip text')].filter(t => {
        const a = t.getBoundingClientRect(), b = t.ownerSVGElement.getBoundingClientRect();
        return getComputedStyle(t).visibility !== 'hidden' && a.width && (a.left < b.left - 2 || a.right > b.right + 8 || a.height < 9);
    }).map(t => t.textContent)"""
    assert opened.evaluate(script) == []


def test_it_prints_black_on_white_whatever_the_screen_shows(browser: Browser, dossier: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.emulate_media(media="print")
    page.goto(dossier.as_uri())
    ground = page.evaluate("[...document.querySelectorAll('.group, mark')].map(e => getComputedStyle(e).backgroundColor)")
    assert ground
    # no ground of its own is that of the paper
    assert all(min(map(int, re.findall(r"\d+", colour)[:3])) > 150 for colour in ground if colour != "rgba(0, 0, 0, 0)")
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()
