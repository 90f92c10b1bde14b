"""Which of its meanings a found name has in its place, and whether it is an actor at all."""

from __future__ import annotations

from collections.abc import Sequence

from legation.codes.gazetteer import Entry
from legation.find.mentions import FoundName
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention
from legation.words.article import Publication

# Given names or surnames of persons too: no state where the neighbour is part of a person's name.
PERSON_LIKE = frozenset(
    "Jordan Chad Georgia Washington London Paris Israel Sydney Vienna Kenya India Lima Holland Berlin Victoria Wellington Cuba Lebanon Santiago "
    "Kingston Nassau Freetown Hamilton Gaza Malta Roma Rome Athens Florence Milan Ireland England France German Germain Pole Finn Dane English".split()
)
PLACE_PREPOSITIONS = frozenset(
    "in at near around outside inside across throughout within into from to toward towards through via over above off of".split()
)
LOCATING = frozenset("in at near around outside inside across throughout within into from to toward towards through via over above off".split())


def settle(doc: Doc, found: Sequence[FoundName], published: Publication | None) -> list[Mention]:
    """One mention for every name that denotes an actor in its place, in text order."""
    day = published.when.last.isoformat() if published and published.when.last else ""
    known = {e.id for f in found for e in f.entries if e.kind is ActorKind.STATE and e.how in ("name", "adjective")}
    out = []
    for name in found:
        tokens = doc.within(name.span)
        if not tokens or _part_of_person(tokens):
            continue
        entry = _choose(name.entries, known, day)
        if entry is None or (entry.doubt and entry.id not in known and known):
            continue
        how = entry.how
        if how == "capital" and _locates(tokens):
            how = "place"
        out.append(Mention(name.span, entry.id, entry.name, entry.kind, how, entry.country, entry.sector))
    return out


def _choose(entries: Sequence[Entry], known: set[str], day: str) -> Entry | None:
    """The entry that holds on the day and is known in the article; None where the surface is blocked."""
    if any(e.how == "block" for e in entries) and len(entries) == 1:
        return None
    free = [e for e in entries if e.how != "block" and not (day and e.first and day < e.first and e.last)]
    return next((e for e in free if e.id in known), free[0] if free else None)


def _part_of_person(tokens: Sequence[Token]) -> bool:
    """Whether the name is a part of a person's: "Michael Jordan", "Chad Smith"."""
    first, last = tokens[0], tokens[-1]
    if len(tokens) > 1 or first.text not in PERSON_LIKE:
        return False
    return first.ent == "PERSON" and (last.ent == "PERSON")


def _locates(tokens: Sequence[Token]) -> bool:
    """Whether a capital only says where: "talks in Moscow", "the Damascus suburb", "Seoul, South Korea"."""
    head = tokens[-1]
    if head.dep in ("pobj", "pcomp") and head.head.lower in LOCATING:
        return True
    return head.dep in ("appos", "npadvmod")
