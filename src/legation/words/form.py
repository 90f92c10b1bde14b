"""The forms in which a run of a model leaves for other tools."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """Squiggle text, XMILE 1.0, a CSV table of draws, JSON-LD."""

    SQUIGGLE = "squiggle"
    XMILE = "xmile"
    CSV = "csv"
    JSONLD = "jsonld"
