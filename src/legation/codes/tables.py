"""The tables of `codes/data`: tab-separated, first line `# source; date; licence`, second line the column names.

Further lines beginning with `#` are remarks. An empty cell is the empty string; cells beyond the last given one are empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files

from legation.errors import TableError

DATA = files("legation.codes") / "data"


def parse_table(text: str, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table as dicts by column. Raises TableError (table and line) for a missing source line or too many cells."""
    lines = text.splitlines()
    if len(lines) < 2 or not lines[0].startswith("#") or lines[0].count(";") < 2:
        raise TableError(f"table {name}: line 1 must be '# source; date; licence', line 2 the column names")
    columns = lines[1].split("\t")
    for number, line in enumerate(lines[2:], 3):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [c.strip() for c in line.split("\t")]
        if len(cells) > len(columns):
            raise TableError(f"table {name}, line {number}: {len(cells)} cells for {len(columns)} columns")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table that ships with Legation, `name` without `.tsv`. Raises TableError where it is missing or malformed."""
    try:
        text = (DATA / f"{name}.tsv").read_text("utf-8")
    except FileNotFoundError as missing:
        raise TableError(f"table {name}.tsv is not in codes/data") from missing
    return tuple(parse_table(text, name))


@cache
def tables_hash() -> str:
    """12 hex digits over all shipped tables: what a reading's `reader` states, so that a changed table shows."""
    h = sha256()
    for entry in sorted(DATA.iterdir(), key=lambda e: e.name):
        h.update(entry.name.encode() + b"\0" + entry.read_bytes() + b"\0")
    return h.hexdigest()[:12]
