from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

from conftest import article
from hypothesis import given
from hypothesis import strategies as st
from test_page import Page

from legation.brief.appendix import source_page
from legation.brief.plain import plain
from legation.words.article import Junk
from legation.words.event import Event, EventType
from legation.words.reading import Made, Reading
from legation.words.voice import Voice

TEXTS = st.text(min_size=2, max_size=60).filter(lambda t: plain(t) == t)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A text with claims, voices and junk anywhere, and sentences side by side."""
    text = draw(TEXTS)
    spots = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted).filter(lambda s: s[0] < s[1]).map(tuple)
    events = draw(st.lists(spots, max_size=5))
    voices = draw(st.lists(spots, max_size=3))
    junk = draw(st.lists(spots, max_size=2))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=5)))
    return Reading(
        replace(article(text), junk=tuple(Junk(s, "test") for s in junk)),
        Made("0", "none", "none"),
        events=tuple(Event(f"e{n}", s, EventType.AID, ("NOR",)) for n, s in enumerate(events)),
        voices=tuple(Voice(f"v{n}", s, "x") for n, s in enumerate(voices)),
        sentences=tuple(pairwise(cuts)),
    )


@given(readings())
def test_the_text_stays_whole_and_tags_never_cross(reading: Reading) -> None:
    html = source_page(1, reading)
    page = Page(html)
    assert sorted(page.ids) == sorted(["article-1", *(f"c-{c.id}" for c in (*reading.events, *reading.voices))])
    body = html.split('<div class="body">')[1].rsplit("</div>", 1)[0]
    assert unescape(re.sub(r"<[^>]*>", "", body)) == reading.article.text
