"""The forms in which runs of a model and events leave for other tools."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """Squiggle text, XMILE 1.0, a CSV table of draws, JSON-LD."""

    SQUIGGLE = "squiggle"
    XMILE = "xmile"
    CSV = "csv"
    JSONLD = "jsonld"


class EventForm(StrEnum):
    """PLOVER's JSON lines; tables with the columns of POLECAT, ICEWS and GDELT."""

    PLOVER = "plover"
    POLECAT = "polecat"
    ICEWS = "icews"
    GDELT = "gdelt"
