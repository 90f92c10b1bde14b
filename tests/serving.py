"""The page for tests: an application over a case, asked without a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from making import Maker, northern_case
from starlette.testclient import TestClient

from legation.page.app import application
from legation.page.settings import Settings
from legation.store.case import Case
from legation.words.amount import Amount

HOST = "127.0.0.1:8377"

PAGES = (
    "/",
    "/overview",
    "/disputes",
    "/acts",
    "/pair/NOR/SWE",
    "/quantities",
    "/quantity/{quantity}",
    "/claims/event",
    "/claims/figure",
    "/claims/statement",
    "/claims/tie",
    "/claim/{claim}",
    "/articles",
    "/article/{article}",
    "/article/{hostile}",
    "/article/{article}/add",
    "/actors",
    "/actor/NOR",
    "/voices",
    "/map",
    "/models",
    "/unread",
    "/search?q=Sweden",
    "/search",
    "/log",
)
"""Every kind of page, with places for ids of the northern case."""


def visitor(case: Path, host: str = HOST, **settings: Any) -> TestClient:
    """A browser without pictures and scripts, on the page of a case."""
    app = application(Settings(case, **settings))
    return TestClient(app, base_url=f"http://{host}", follow_redirects=False, headers={"host": host})


def addresses(case: Path) -> list[str]:
    """PAGES with the ids of a case."""
    with Case.open(case) as opened:
        articles = list(opened.articles())
        figure = next(iter(opened.figures())).claim.id
        known = {"claim": next(iter(opened.events())).claim.id, "quantity": figure}
    return [p.format(**known, article=articles[0].digest, hostile=articles[1].digest) for p in PAGES]


def token_of(page: str) -> str:
    """What the forms of a page send along."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', page)
    assert found, "the page has no form"
    return found[1]


def hostile_case(folder: Path) -> Path:
    """An article that is full of markup and script, in its text, its names and its addresses."""
    text = (
        "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> said Norway.\n"
        "Norway sent 5 ships to Sweden </p></main><iframe src=https://evil.example/></iframe>, \"onmouseover='x'\" said.\n"
        "{{ 7*7 }} {% raw %} \u202eSweden\u202c accused Norway of &lt;script&gt; on 3 May."
    )
    voice = "<svg onload=\"document.title='owned'\">"
    made = (
        Maker(text, published="2021-05-06", title="</title><script>document.title='owned'</script>", publisher='"><script>x</script>', id="h/1.json")
        .event("Norway sent 5 ships to Sweden", "AID", ["NOR"], ["SWE"], voice=voice)
        .event("accused Norway of &lt;script&gt;", "ACCUSE", ["SWE"], ["NOR"])
        .figure("5 ships", Amount(5.0, 5.0, unit="<b>ships</b>"), "aid", "NOR", "<i>Sweden</i>")
        .voice("Norway sent 5 ships", voice, "NOR")
        .unread("{{ 7*7 }}", "<b>why</b>")
    )
    path = folder / "hostile.case"
    with Case.open(path, create=True) as case:
        case.add(made.done())
    return path


__all__ = ["HOST", "PAGES", "addresses", "hostile_case", "northern_case", "token_of", "visitor"]
