"""Events in the forms of event data: PLOVER's JSON lines, and tables with the columns of POLECAT, ICEWS and GDELT."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from types import MappingProxyType
from typing import Any, TypeAlias

from legation.brief.plain import one_line
from legation.codes.goldstein import goldstein, quad_class
from legation.codes.plover import types
from legation.run.coded import Coded, Side
from legation.run.records import cell
from legation.words.event import EventType
from legation.words.form import EventForm

CODEBOOK = "PLOVER 2021"
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}

Cells: TypeAlias = Mapping[str, object]


def event_lines(events: Iterable[Coded], form: EventForm) -> Iterator[str]:
    """Events in a form, line by line: a JSON object each, or a header and tab-separated rows, one a pair of parties (POLECAT: one an event)."""
    if form is EventForm.PLOVER:
        yield from (json.dumps(plover(c), ensure_ascii=False) + "\n" for c in events)
        return
    rows = TABLES[form]
    yield from _lines(row for c in events for row in rows(c))


def plover(c: Coded) -> dict[str, Any]:
    """An event with PLOVER's field names, and ours for what it has none for; PLOVER's own type where that differs."""
    event, article = c.event, c.reading.article
    first, last, basis = c.day
    type_ = own_type(c)
    record: dict[str, Any] = {
        "id": event.id,
        "date": _iso(first),
        "enddate": _iso(last) if last != first else None,
        "source": [_actor(side) for side in c.sources],
        "recipient": [_actor(side) for side in c.recipients],
        "event": [type_.value],
        "mode": [event.mode] if event.mode else [],
        "context": [*event.contexts, *event.aux_modes],
        "quad_code": types()[type_].quad,
        "event_scale": types()[type_].score,
        "event_loc": {"cc3": event.where} if event.where else None,
        "event_text": [c.words],
        "text": c.sentence,
        "text_info": {"sequence": c.sentence_number, "start": event.span[0], "end": event.span[1]},
        "cite_info": {
            "citation": article.id,
            "url": article.url,
            "title": article.title,
            "language": article.language,
            "publication": c.paper or None,
            "coder": f"Legation {c.reading.made.legation}",
            "codebook": CODEBOOK,
        },
        "coder": f"Legation {c.reading.made.legation}",
    }
    ours = {
        "type": event.type.value,
        "cameo": event.cameo,
        "goldstein": event.goldstein,
        "date_basis": basis,
        "status": event.status.value,
        "voice": event.voice,
        "rule": event.rule,
    }
    return {**{key: value for key, value in record.items() if value is not None or key == "date"}, **ours}


def own_type(c: Coded) -> EventType:
    """The type by PLOVER's rules."""
    return c.event.plover or c.event.type


def _polecat(c: Coded) -> Iterator[Cells]:
    event, article = c.event, c.reading.article
    type_ = own_type(c)
    yield {
        "Event ID": event.id,
        "Event Date": _iso(c.day[0]),
        "Event Type": type_.value,
        "Event Mode": event.mode,
        "Event Intensity": types()[type_].score,
        "Quad Code": QUADS[types()[type_].quad],
        "Contexts": "; ".join((*event.contexts, *event.aux_modes)),
        **_named("Actor", c.sources),
        **_named("Recipient", c.recipients),
        "Country": event.where,
        "Source": c.paper,
        "Publication Date": _iso(c.published),
        "Language": article.language,
        "Version": f"Legation {c.reading.made.legation}",
    }


def _named(role: str, sides: Iterable[Side]) -> Cells:
    """POLECAT's columns of one role; several parties stand in one cell."""
    parts = list(sides)
    return {
        f"{role} Name": "; ".join(s.name for s in parts),
        f"{role} Country": "; ".join(s.code for s in parts),
        f"Primary {role} Sector": parts[0].sector if parts else "",
        f"{role} Sectors": "; ".join(s.sector for s in parts),
        f"{role} Name Raw": "; ".join(s.text for s in parts),
    }


def _icews(c: Coded) -> Iterator[Cells]:
    for n, (source, target) in enumerate(c.pairs, 1):
        yield {
            "Event ID": f"{c.event.id}-{n}",
            "Event Date": _iso(c.day[0]),
            "Source Name": source.name,
            "Source Sectors": source.sector,
            "Source Country": source.code,
            "Event Text": c.words,
            "CAMEO Code": c.event.cameo,
            "Intensity": goldstein(c.event.cameo),
            "Target Name": target.name if target else "",
            "Target Sectors": target.sector if target else "",
            "Target Country": target.code if target else "",
            "Story ID": c.reading.article.id,
            "Sentence Number": c.sentence_number,
            "Publisher": c.paper,
            "Country": c.event.where,
        }


def _gdelt(c: Coded) -> Iterator[Cells]:
    day, code = c.day[0], c.event.cameo or ""
    for n, (source, target) in enumerate(c.pairs, 1):
        yield {
            "GLOBALEVENTID": f"{c.event.id}-{n}",
            "SQLDATE": f"{day:%Y%m%d}" if day else "",
            "MonthYear": f"{day:%Y%m}" if day else "",
            "Year": f"{day:%Y}" if day else "",
            **_numbered(1, source),
            **_numbered(2, target),
            "EventCode": code,
            "EventBaseCode": code[:3],
            "EventRootCode": code[:2],
            "QuadClass": quad_class(code),
            "GoldsteinScale": goldstein(code),
            "ActionGeo_CountryCode": c.event.where,
            "SOURCEURL": c.reading.article.url,
        }


def _numbered(number: int, side: Side | None) -> Cells:
    """GDELT's columns of one actor."""
    return {
        f"Actor{number}Code": f"{side.code}{side.sector}" if side else "",
        f"Actor{number}Name": side.name.upper() if side else "",
        f"Actor{number}CountryCode": side.code if side else "",
        f"Actor{number}Type1Code": side.sector if side else "",
    }


TABLES: Mapping[EventForm, Callable[[Coded], Iterator[Cells]]] = MappingProxyType(
    {EventForm.POLECAT: _polecat, EventForm.ICEWS: _icews, EventForm.GDELT: _gdelt}
)


def _actor(side: Side) -> dict[str, str]:
    """PLOVER's object of an actor; empty fields are left out."""
    fields = {"code": side.code, "sector": side.sector, "actor_text": side.text, "identifier_id": side.id, "identifier_text": side.name}
    return {key: value for key, value in fields.items() if value}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _lines(rows: Iterable[Cells]) -> Iterator[str]:
    """A header and rows, tab-separated, every cell on one line and none a formula."""
    for n, row in enumerate(rows):
        if not n:
            yield _line(row)
        yield _line(cell(one_line(value)) if isinstance(value, str) else value for value in row.values())


def _line(cells: Iterable[object]) -> str:
    line = StringIO()
    csv.writer(line, delimiter="\t", lineterminator="\n").writerow(cells)
    return line.getvalue()
