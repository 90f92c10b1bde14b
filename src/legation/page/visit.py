"""A visit: what a request asks of a page, and how to lead on from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import quote, urlencode

from legation.page.settings import Settings
from legation.run.asked import day

FORMS = ("json", "csv")
"""What a page's data can be had as, at its address with this ending."""
LARGEST = {"html": 200, "json": 10_000, "csv": 10_000}
FURTHEST = 10_000_000
ESCAPED = re.compile(r"~(25|2E|2F|7E)")


@dataclass(frozen=True)
class Visit:
    """One look at a page: its address without query or ending, the query, and in which form it is wanted (html, json, csv).

    `token` is what every form must send along; `theme` is light, dark or empty for the reader's own setting.
    """

    settings: Settings
    path: str = "/"
    form: str = "html"
    query: Mapping[str, str] = field(default_factory=dict)
    token: str = ""
    theme: str = ""
    _shown: set[str] = field(default_factory=set, repr=False, compare=False)

    def first(self, id: str) -> bool:
        """Whether this is the first time that the page shows a claim: only there it is an anchor, for a place of a page has one name."""
        known = id in self._shown
        self._shown.add(id)
        return not known

    @cached_property
    def as_of(self) -> date | None:
        """Only what had been published by this day is shown. Raises QueryError for anything but a day."""
        given = self.query.get("as_of", "").strip()
        return day(given, last=True) if given else None

    def size(self, usual: int) -> int:
        """How many rows of a list are wanted; files have more than pages."""
        given = self.query.get("size", "")
        wanted = int(given[:6]) if given.isascii() and given.isdigit() else usual if self.form == "html" else 1_000
        return min(max(wanted, 1), LARGEST[self.form])

    @property
    def page(self) -> int:
        """Which part of a list is wanted, from 1."""
        given = self.query.get("page", "")
        return min(max(int(given[:8]), 1), FURTHEST) if given.isascii() and given.isdigit() else 1

    def asked(self, name: str) -> str:
        """One value of the query, trimmed; empty where it is not given."""
        return self.query.get(name, "").strip()

    def to(self, path: str, **changes: object) -> str:
        """An address that keeps the day the visit looks from; what is None or empty is left out."""
        kept = {"as_of": self.asked("as_of"), **changes}
        query = urlencode({k: str(v) for k, v in kept.items() if v not in (None, "")}, errors="replace")
        return f"{quote(path, errors='replace')}{'?' + query if query else ''}"

    def again(self, **changes: object) -> str:
        """This page with some values of its query changed."""
        return self.to(self.path, **{**self.query, "done": None, **changes})

    def file(self, form: str) -> str:
        """This page's data as a file."""
        path = "/overview" if self.path == "/" else self.path
        return self.to(f"{path}.{form}", **{**self.query, "done": None})


def part(id: str) -> str:
    """An id as one part of an address, for `Visit.to`: a slash in it must not end the part, nor `.json` at its end ask for a file."""
    out = id.replace("~", "~7E").replace("/", "~2F").replace("%", "~25")
    return out.replace(".", "~2E") if out.endswith((".json", ".csv")) or not out.strip(".") else out


def whole(part: str) -> str:
    """The id that a part of an address stands for."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), part)
