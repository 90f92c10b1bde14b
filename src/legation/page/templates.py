"""The templates: everything that comes from articles is escaped, and freed of what is unseen or turns the direction of text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from legation.brief.plain import one_line, plain
from legation.brief.wording import counted, number, period_words
from legation.page.visit import Visit, part


def _clean(value: object) -> object:
    """Whatever a template prints, on its way to being escaped."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else plain(value)


def safe_link(address: str | None) -> str:
    """An article's address where it is of the web; empty for anything else, above all for `javascript:`."""
    line = one_line(address or "")
    return line if line.casefold().startswith(("http://", "https://")) else ""


NAV = (
    ("/overview", "Overview"),
    ("/disputes", "Disputes"),
    ("/acts", "Acts"),
    ("/quantities", "Quantities"),
    ("/actors", "Actors"),
    ("/map", "Map"),
    ("/voices", "Voices"),
    ("/articles", "Articles"),
    ("/models", "Models"),
    ("/log", "Judgements"),
)
"""What the bar at the top leads to."""


SHARED = ("colours.css", "pictures.css")
"""Styles that the page has in common with the dossier."""


@cache
def static(name: str) -> str:
    """The address of a file of ours, which changes with what is in it."""
    home = files("legation.brief") if name in SHARED else files("legation.page") / "static"
    content = (home / name).read_bytes()
    return f"/static/{name}?v={sha256(content).hexdigest()[:10]}"


@cache
def environment() -> Environment:
    """The templates of the package; a name that is not given is an error, not an empty place."""
    made = Environment(
        loader=PackageLoader("legation.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"part": part, "counted": counted, "period": period_words, "safe_link": safe_link, "static": static, "nav": NAV}
    made.filters |= {"one_line": one_line, "number": number, "thousands": lambda n: f"{n:,}", "svg": Markup}
    return made


def render(template: str, visit: Visit, shown: Mapping[str, Any]) -> str:
    """A page as HTML."""
    return environment().get_template(template).render(visit=visit, settings=visit.settings, **shown)
