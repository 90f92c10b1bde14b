"""The analyst's own rows of the lexicon from a table; docs/tables.md shows one."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

from legation.codes.goldstein import goldstein
from legation.codes.plover import Frame, context_phrases, modes, noun_classes
from legation.codes.predicates import POS, lexicon, parted, read_row
from legation.errors import TableError
from legation.intake.own_file import read_own
from legation.words.event import EventType
from legation.words.predicate import SILENT, OwnPredicates, OwnRow

LONGEST = 500
COLUMNS = tuple(f.name for f in fields(OwnRow))
NEEDED = ("head", "pos", "type")
MARKS = ("actor", "clause", "inf")


def read_predicates(path: Path) -> OwnPredicates:
    """The rows of a file. Raises TableError, one line with file and line and what to do, where it cannot be read or a row is malformed."""
    lines = [(n, line) for n, line in enumerate(read_own(path).splitlines(), 1) if line.strip() and not line.startswith("#")]
    if not lines:
        raise TableError(f"{path}: no rows; the first line names the columns: {', '.join(COLUMNS)}")
    columns = _columns(f"{path}, line {lines[0][0]}", lines[0][1])
    return OwnPredicates(tuple(_row(f"{path}, line {n}", columns, line) for n, line in lines[1:]))


def _columns(where: str, line: str) -> list[str]:
    names = [name.strip() for name in line.split("\t")]
    if unknown := next((name for name in names if name not in COLUMNS), None):
        hint = "part the columns by tabs" if len(names) == 1 else f"there are {', '.join(COLUMNS)}"
        raise TableError(f"{where}: no column {unknown[:60]!a}; {hint}")
    if missing := next((name for name in NEEDED if name not in names), None):
        raise TableError(f"{where}: the column {missing!r} is missing; this line names the columns, {', '.join(NEEDED)} at least")
    return names


def _row(where: str, columns: list[str], line: str) -> OwnRow:
    cells = [c.strip() for c in line.split("\t")]
    if len(cells) > len(columns):
        raise TableError(f"{where}: {len(cells)} cells for {len(columns)} columns; take out a tab or name the column")
    if not line.replace("\t", "").isprintable() or max(map(len, cells)) > LONGEST:
        raise TableError(f"{where}: a cell is plain text of at most {LONGEST} characters")
    given = dict(zip(columns, cells, strict=False))
    row = OwnRow(**{"head": "", "pos": "", "type": "", **given})
    for wrong in (_wrong_head(row), _wrong_type(row), _wrong_object(row), _wrong_frame(row), _wrong_codes(row)):
        if wrong:
            raise TableError(f"{where}: {wrong}")
    read_row({**asdict(row), "type": EventType.AGREE if row.type == SILENT else row.type})
    return row


def _wrong_head(row: OwnRow) -> str:
    if not row.head:
        return "no head; write the lemma of the verb, noun or adjective there"
    if row.head != row.head.lower():
        return f"{row.head!a} is no lemma; write it in small letters"
    if row.pos not in POS:
        return f"{row.pos!a} is no part of speech; write {', '.join(f'{short} ({name})' for short, name in POS.items())}"
    return ""


def _wrong_type(row: OwnRow) -> str:
    if row.type != SILENT:
        return (
            ""
            if row.type in tuple(EventType)
            else f"{row.type!a} is no type; there are {', '.join(EventType)}, and {SILENT} to take out a row of ours"
        )
    head, beside = parted(row.head, row.pos)
    if any((r.words, r.asked) == (beside, row.object) for r in lexicon().get((row.pos, head), ())):
        return ""
    return f"there is no row {row.head!a} with the object {row.object!a} to take out; `legation explain ID` names the row of an event"


def _wrong_object(row: OwnRow) -> str:
    for part in row.object.split("|"):
        name = part.removeprefix("by:").removeprefix("says:")
        if part.startswith(("by:", "says:")) and not name.startswith("@"):
            return f"{part!a} asks for no class; write {part.partition(':')[0]}:@CLASS"
        if name.startswith("@") and name[1:] not in noun_classes():
            return f"{name!a} is no class of nouns; there are {', '.join(sorted(noun_classes()))}"
        if name != name.strip() or (name != name.lower()):
            return f"{part!a} is no lemma; write it in small letters, {', '.join(MARKS)}, not:word or @CLASS"
    return ""


def _wrong_frame(row: OwnRow) -> str:
    if not row.frame:
        return ""
    how = "write who>whom, as subj>obj or subj+with>"
    try:
        frame = Frame.parse(row.frame)
    except ValueError:
        return f"{row.frame!a} is no frame; {how}"
    if not frame.actors or not all(slot.isalpha() for slot in (*frame.actors, *frame.recipients)):
        return f"{row.frame!a} is no frame; {how}, each slot subj, obj, agent or a preposition"
    return ""


def _wrong_codes(row: OwnRow) -> str:
    if row.mode:
        known = [m.mode for m in modes().get(EventType(row.type), ())] if row.type != SILENT else []
        if row.mode not in known:
            return f"{row.mode!a} is no mode of {row.type}; there are {', '.join(known) or 'none'}"
    contexts = dict.fromkeys(c for found in context_phrases().values() for c in found)
    if wrong := next((c for c in row.contexts.split(";") if c and c not in contexts), None):
        return f"{wrong!a} is no context; there are {', '.join(contexts)}"
    if row.cameo and goldstein(row.cameo) is None:
        return f"{row.cameo!a} is no CAMEO code; leave it empty for that of the type"
    return ""
