"""An answer: what a page found, as HTML, JSON or CSV at one address."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from starlette.responses import HTMLResponse, RedirectResponse, Response

from legation.page.frame import BARE, Frame
from legation.page.templates import render
from legation.page.visit import Visit
from legation.run.records import flat

Record = Mapping[str, Any]


def nothing() -> Iterable[Record]:
    """No rows."""
    return ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A page: its template and title, what the template is `shown`, the `record` for JSON and the `rows` for CSV, made when asked for."""

    template: str
    title: str
    shown: Mapping[str, Any] = field(default_factory=dict)
    record: Callable[[], Any] = dict
    rows: Callable[[], Iterable[Record]] = nothing

    def response(self, visit: Visit, status: int = 200, frame: Frame = BARE) -> Response:
        """The answer in the form that the visit wants; `frame` is what stands around every page of the case."""
        if visit.form == "json":
            return Response(json.dumps(self.record(), ensure_ascii=False, indent=1).encode("utf-8", "replace"), status, media_type="application/json")
        if visit.form == "csv":
            head = {"Content-Disposition": f'attachment; filename="{_file_name(visit.path)}.csv"'}
            return Response(table(self.rows()).encode("utf-8", "replace"), status, head, "text/csv; charset=utf-8")
        return HTMLResponse(render(self.template, visit, {"title": self.title, "frame": frame, **self.shown}), status)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Leads to another address of this page."""

    address: str

    def response(self, visit: Visit, status: int = 303, frame: Frame = BARE) -> Response:
        """The redirection."""
        return RedirectResponse(self.address, 303)


def table(records: Iterable[Record]) -> str:
    """Records as CSV with a header; the columns are those of all records, in the order they come up."""
    found = [dict(flat(r)) for r in records]
    out, columns = StringIO(), list(dict.fromkeys(key for r in found for key in r))
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue()


def _file_name(path: str) -> str:
    """The page's address as a plain file name."""
    return "-".join("".join(c if c.isascii() and c.isalnum() else "-" for c in path).split("-")).strip("-") or "legation"
