"""A box of mail (mbox, as mail programs and list archives save it): every message in it is an article of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.errors import LegationError
from legation.intake.eml import read_eml
from legation.intake.limits import human
from legation.intake.source import Refused, Source
from legation.words.article import Article

# A prose line can begin with "From", too: the line between messages ends in the time and the year, sometimes with the zone.
BETWEEN = re.compile(rb"From .*\d\d:\d\d(?::\d\d)?\b.*\b\d{4}\b")
STUFFED = re.compile(rb"^>(>*From )", re.MULTILINE)
LINE = 1 << 20


def read_mbox(source: Source) -> Iterator[Article | Refused]:
    """Its messages in turn; one that cannot be read is refused with its number, the others are read."""
    for number, message in enumerate(_messages(source), 1):
        source.budget.add_member()
        place = source.inside(str(number), STUFFED.sub(rb"\1", message or b""))
        if message is None:
            yield Refused(place.path, f"more than the {human(source.limits.page)} that a mail may have")
            continue
        try:
            yield from read_eml(place)
        except LegationError as error:
            yield Refused(place.path, str(error))


def _messages(source: Source) -> Iterator[bytes | None]:
    """Each message without the line that opens it; None for one that is too big, of which little is held."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := source.stream.readline(LINE):
        if blank and BETWEEN.match(line):
            if begun:
                yield b"".join(lines) if size <= source.limits.page else None
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            if size <= source.limits.page:
                lines.append(line)
        blank = not line.strip()
    yield b"".join(lines) if size <= source.limits.page else None
