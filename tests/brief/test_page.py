from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from making import northern

from legation import api
from legation.brief.compose import Brief, compose
from legation.brief.pile import Pile

VOID = {"meta", "br", "path", "rect"}


class Page(HTMLParser):
    """What a test wants to know of a page; fails on tags that cross."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.lines: list[list[str]] = []
        self.open: list[str] = []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        self.tags.add(tag)
        self.attributes |= given.keys()
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "li" and given.get("class", "").startswith("line"):
            self.lines.append([])
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
            if self.lines:
                self.lines[-1].append(given["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def brief() -> Brief:
    readings = northern()
    return compose(Pile.of(readings, api.ledger(readings)), "The <North> & co")


@pytest.fixture(scope="module")
def html(brief: Brief) -> str:
    return brief.html()


def test_all_links_lead_somewhere_in_the_page(html: str) -> None:
    page = Page(html)
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert sum(link.startswith("#c-") for link in page.links) > 10


def test_every_claim_line_leads_to_its_words(html: str, brief: Brief) -> None:
    claims = [line for s in brief.dossier.sections for b in s.blocks for line in getattr(b, "lines", ()) if line.cites]
    linked = [links for links in Page(html).lines if any(link.startswith("#c-") for link in links)]
    assert len(linked) == len(claims)


def test_the_anchor_stands_before_the_words(html: str, brief: Brief) -> None:
    for reading in brief.pile.readings:
        for claim in (*reading.events, *reading.figures):
            after = html.split(f'<a id="c-{claim.id}"></a>')[1]
            seen = re.sub(r"<[^>]+>", "", after)[:400]
            words = reading.article.text[claim.span[0] : claim.span[1]][:10]
            assert seen.startswith(words.replace("<", "&lt;").replace("'", "&#x27;"))


def test_nothing_is_loaded_and_nothing_runs(html: str) -> None:
    page = Page(html)
    assert not page.tags & {"script", "img", "link", "iframe", "object", "embed", "form", "base", "image", "use", "foreignobject"}
    assert not {a for a in page.attributes if a.startswith("on") or a in ("src", "srcset", "style", "xlink:href")}
    assert "url(http" not in html
    assert "@import" not in html


def test_the_policy_allows_just_this_style(html: str) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.S)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert style is not None
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    assert b64encode(sha256(style[1].encode()).digest()).decode() in policy[1]
    assert "unsafe" not in policy[1]


def test_hostile_words_are_words(html: str) -> None:
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert "&lt;b&gt;Anna" in html
    assert "<title>The &lt;North&gt; &amp; co</title>" in html
    assert "\x1b" not in html
    assert "\u202e" not in html


def test_junk_is_grey_and_evidence_marked(html: str) -> None:
    assert '<span class="junk">Share this page</span>' in html
    assert re.search(r'<mark class="event"[^>]*>Norway sent ', html)
    assert re.search(r'<mark class="figure"[^>]*>more than 300 tonnes</mark>', html)


def test_lines_of_the_network_run_from_border_to_border(brief: Brief) -> None:
    from legation.brief.network import HEAD, network

    svg = network(brief.pile)
    boxes = [tuple(map(float, b)) for b in re.findall(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)]
    ends = [(float(x), float(y)) for d in re.findall(r'<path d="M([^"]+)" fill="none"', svg) for x, y in (d.split()[:2], d.split()[-2:])]
    assert len(boxes) == 3
    assert ends
    for x, y in ends:
        # steps of a line are up to 8 long
        away = min(max(left - x, x - left - w, top - y, y - top - h) for left, top, w, h in boxes)
        assert -8 <= away <= HEAD + 8


def test_pictures_are_labelled(html: str) -> None:
    assert '<svg class="network"' in html
    assert '<svg class="strip"' in html
    assert "Norway → Sweden: 1 cooperative act: cooperation 1" in html
    assert html.count("<figcaption>") == 2


def test_a_web_address_is_a_link_only_where_it_is_one() -> None:
    from dataclasses import replace

    reading = northern()[0]
    for url, linked in (("https://oslo.example/1", True), ("javascript:alert(1)", False), ('https://x.example/"onclick="a', True)):
        changed = replace(reading, article=replace(reading.article, url=url))
        html = compose(Pile.of([changed], api.ledger([changed])), "x").html()
        page = Page(html)
        assert any(not link.startswith("#") for link in page.links) == linked
        assert "onclick" not in page.attributes
