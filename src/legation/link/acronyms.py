"""Acronyms that an article defines for itself: "the Eastern Harbour Union (EHU)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from legation.parse.doc import Doc
from legation.words.actor import Mention

# Words hold no hyphen, so that there is one way to cut a run of them: hostile runs cost no more than their length.
DEFINED = re.compile(
    r"((?:[A-Z][\w'’.]{0,30}[\s–-](?:(?:of|for|the|and|in|on|to|de|du|des)\s){0,3}){1,9}[A-Z][\w'’.]{0,30})\s\(([A-Z][A-Za-z&.-]{1,9})\)"
)
# How far before the bracket the name that it shortens may end.
GAP = 2
# "the " may stand inside a name's mention; "of Iran" may stand behind a name that the tables know without it.
ARTICLE, LONGEST = 4, 40


def apply_acronyms(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with acronyms read as the article defines them: those of linked names added, those of other names taken out."""
    defined: dict[str, Mention | None] = {}
    for match in DEFINED.finditer(doc.text):
        short = match.group(2).strip(".")
        if not short.isupper() or not _initials(match.group(1), short):
            continue
        inside = [m for m in mentions if m.span[0] < match.end(1) <= m.span[1] + LONGEST and m.span[0] >= match.start(1) - ARTICLE]
        long = next((m for m in inside if match.end(1) <= m.span[1] + GAP and _initials(_text(doc, m), short)), None)
        if long is not None or not {m.id for m in inside} & {m.id for m in mentions if _text(doc, m) == short}:
            defined.setdefault(short, long)
    if not defined:
        return list(mentions)
    kept = [m for m in mentions if defined.get(_text(doc, m), m) is not None]
    covered = {t.i for m in kept for t in doc.within(m.span)}
    for token in doc.tokens:
        told = defined.get(token.text)
        if told is not None and token.i not in covered:
            kept.append(replace(told, span=token.span, how="acronym"))
    return kept


def _text(doc: Doc, mention: Mention) -> str:
    return doc.text[slice(*mention.span)]


def _initials(name: str, short: str) -> bool:
    """Whether the letters of a short form begin the words of a name, in order."""
    words = iter(w for w in re.split(r"[\s–-]+", name) if w)
    return all(any(w[:1].upper() == letter for w in words) for letter in short if letter.isalpha())
