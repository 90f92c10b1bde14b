"""Lists to screen against: CSV with a header, or FollowTheMoney entities as JSON lines, the way OpenSanctions publishes them.

A list is taken whole or not at all: an entry passed over in silence would be a hit that nobody misses.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from legation.codes.fold import fold
from legation.codes.spellings import country_names, three_letters
from legation.errors import InputError
from legation.words.entity import EntityKind
from legation.words.screening import Listed

# A column's names with blanks, case and punctuation taken out, by what it holds; the first that a list has counts.
COLUMNS = {
    "name": ("name", "fullname", "primaryname", "entityname", "caption", "sdnname", "listedname", "names"),
    "aliases": ("aliases", "alias", "aka", "alsoknownas", "othernames", "altnames", "alternatenames", "strongalias"),
    "weak": ("weakaliases", "weakalias", "lowqualityaka", "weakaka"),
    "id": ("id", "uid", "entityid", "entnum", "ref", "reference", "referencenumber", "listid"),
    "country": ("country", "countries", "nationality", "nationalities", "jurisdiction", "flag", "flagstate"),
    "kind": ("kind", "type", "schema", "entitytype", "sdntype", "category"),
    "imo": ("imo", "imonumber", "imonumbers", "imono", "identifiers", "vesselid"),
}
# Words that a kind may hold, in whatever writing.
KINDS = (
    (EntityKind.PERSON, ("person", "individual", "human")),
    (EntityKind.SHIP, ("vessel", "ship", "boat")),
    (EntityKind.COMPANY, ("company", "organi", "legalentity", "entity", "bank", "firm", "business", "corporat", "group", "publicbody")),
)
# FollowTheMoney schemata that name somebody; addresses, sanctions and relations do not.
NAMED = frozenset({"Person", "Company", "Organization", "LegalEntity", "PublicBody", "Vessel", "Airplane", "Asset", "Vehicle", "Thing"})
SEPARATORS = re.compile(r"[;|\n]")
IMO = re.compile(r"(?<!\d)\d{7}(?!\d)")
MOST_NAMES = 500
LONGEST_LINE = 4_000_000


def read_list(path: Path) -> tuple[Listed, ...]:
    """The entries of a list, in its order. Raises InputError, one line with its place, where the file is no list or any entry is broken."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            head = lines.readline(LONGEST_LINE)
            while head and not head.strip():
                head = lines.readline(LONGEST_LINE)
            lines.seek(0)
            entries = _entities(path, lines) if head.lstrip().startswith(("{", "[")) else _table(path, lines)
            found = tuple(entries)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from error
    if not found:
        raise InputError(f"{path}: the list names nobody")
    return found


def _table(path: Path, lines: Iterable[str]) -> Iterator[Listed]:
    """Entries of a CSV; commas, semicolons or tabs part its columns."""
    lines = iter(lines)
    head = next((line for line in lines if line.strip()), "")
    comma = max(",;\t", key=head.count)
    try:
        titles = next(csv.reader([head], delimiter=comma), [])
        at = _columns(titles)
        if "name" not in at:
            raise InputError(f"{path}: no list to screen against; a CSV needs a column `name`, JSON lines an `id`, a `schema` and `properties`")
        rows = csv.reader(lines, delimiter=comma)
        for row in rows:
            if any(c.strip() for c in row):
                yield _row(path, rows.line_num + 1, {k: row[n] if n < len(row) else "" for k, n in at.items()})
    except csv.Error as error:
        raise InputError(f"{path}: broken CSV: {error}") from error


def _columns(titles: list[str]) -> dict[str, int]:
    plain = [re.sub(r"[\W_]", "", t.casefold()) for t in titles]
    return {what: plain.index(title) for what, known in COLUMNS.items() if (title := next((t for t in known if t in plain), None)) is not None}


def _row(path: Path, number: int, cells: dict[str, str]) -> Listed:
    names = _parts(cells["name"]) if "|" in cells["name"] or ";" in cells["name"] else (cells["name"].strip(),)
    if not names or not names[0]:
        raise InputError(f"{path}, line {number}: an entry without a name")
    return Listed(
        id=cells.get("id", "").strip() or f"line {number}",
        name=names[0],
        aliases=(*names[1:], *_parts(cells.get("aliases", ""))),
        weak=_parts(cells.get("weak", "")),
        kind=_kind(cells.get("kind", "")),
        countries=tuple(_country(c) for c in _parts(cells.get("country", ""))),
        imo=tuple(IMO.findall(cells.get("imo", ""))),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in SEPARATORS.split(cell) if p.strip())[:MOST_NAMES]


def _entities(path: Path, lines: Iterable[str]) -> Iterator[Listed]:
    """Entries of FollowTheMoney JSON lines; what names nobody (addresses, sanctions, relations) is left out."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if len(line) > LONGEST_LINE:
            raise InputError(f"{path}, line {number}: longer than {LONGEST_LINE:,} characters")
        try:
            item = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(f"{path}, line {number}: not JSON: {getattr(error, 'msg', 'nested too deep or a number too long')}") from error
        if not isinstance(item, dict) or not isinstance(item.get("id"), str) or not isinstance(item.get("properties"), dict):
            raise InputError(f"{path}, line {number}: no FollowTheMoney entity; it needs `id`, `schema` and `properties`")
        if item.get("schema") in NAMED:
            yield _entity(path, number, item)


def _entity(path: Path, number: int, item: dict[str, Any]) -> Listed:
    told: dict[str, Any] = item["properties"]

    def values(*names: str) -> tuple[str, ...]:
        found = (told.get(n) for n in names)
        return tuple(
            v.strip() for f in found for v in ((f,) if isinstance(f, str) else f if isinstance(f, list) else ()) if isinstance(v, str) and v.strip()
        )

    names = values("name") or values("alias") or ((item["caption"],) if isinstance(item.get("caption"), str) and item["caption"].strip() else ())
    if not names:
        raise InputError(f"{path}, line {number}: a {item['schema']} without a name")
    first, last = values("firstName"), values("lastName")
    joined = (f"{first[0]} {last[0]}",) if first and last else ()
    aliases = tuple(dict.fromkeys((*names[1:], *values("alias", "previousName"), *joined)))
    return Listed(
        id=item["id"],
        name=names[0],
        aliases=aliases[:MOST_NAMES],
        weak=values("weakAlias")[:MOST_NAMES],
        kind=_kind(str(item["schema"])),
        countries=tuple(dict.fromkeys(_country(c) for c in values("country", "nationality", "jurisdiction", "flag"))),
        imo=tuple(n for v in values("imoNumber") for n in IMO.findall(v)),
    )


def _kind(given: str) -> EntityKind | None:
    plain = re.sub(r"[\W_]", "", given.casefold())
    return next((kind for kind, words in KINDS if any(w in plain for w in words)), None)


def _country(given: str) -> str:
    """A country's alpha-3 code where its writing is known."""
    plain = fold(given).casefold()
    return three_letters().get(plain) or country_names().get(plain) or given.upper()
