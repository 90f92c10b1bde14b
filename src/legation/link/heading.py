"""What an article's title says of it: the states it names, and the two it is about."""

from __future__ import annotations

import re

from legation.codes.gazetteer import Entry, names
from legation.codes.tables import table
from legation.words.actor import ActorKind, Mention

NAME = re.compile(r"[A-Z][\w.'’]*(?:\s+(?:of|and|the|[A-Z][\w.'’]*))*")
CODE = re.compile(r"\b[A-Z]{3}\b")
# Between the two that a title is about: "Albania–Japan relations", "Peru and Chile sign deal".
DEALINGS = re.compile(r"\b(?:foreign|international|external|diplomatic)\s+(?:relations|policy|affairs)\b", re.I)
JOINS = re.compile(r"\s*(?:[-–—‑/&]|and|with)\s*(?:the\s+)?")


def states_in(heading: str) -> tuple[Mention, ...]:
    """The states that a heading names by code or name, once each, in its order; spans are those within the heading."""
    codes = {row["code"]: row["name"] for row in table("states")}
    found = {m.start(): Mention(m.span(), m[0], codes[m[0]], ActorKind.STATE, "name", sector="GOV") for m in CODE.finditer(heading) if m[0] in codes}
    for run in NAME.finditer(heading):
        at = 0
        words = list(re.finditer(r"\S+", run[0]))
        while at < len(words):
            for end in range(len(words), at, -1):
                span = (run.start() + words[at].start(), run.start() + words[end - 1].end())
                entry = next((e for e in names().get(heading[slice(*span)], ()) if _sure(e)), None)
                if entry is not None:
                    found.setdefault(span[0], Mention(span, entry.id, entry.name, ActorKind.STATE, "name", sector="GOV"))
                    at = end - 1
                    break
            at += 1
    first: dict[str, Mention] = {}
    for start in sorted(found):
        first.setdefault(found[start].id, found[start])
    return tuple(first.values())


def find_topic(title: str) -> tuple[Mention, ...]:
    """The two states that a title joins and that the article is therefore about; () for any other title."""
    told = states_in(title)
    if len(told) != 2 or not JOINS.fullmatch(title[told[0].span[1] : told[1].span[0]]):
        return ()
    return told


def find_subject(title: str) -> Mention | None:
    """The one state whose dealings with others a title announces ("Foreign relations of Laos"); None for any other title."""
    told = states_in(title) if DEALINGS.search(title) else ()
    return told[0] if len(told) == 1 else None


def _sure(entry: Entry) -> bool:
    return (entry.kind, entry.how, entry.doubt) == (ActorKind.STATE, "name", False)
