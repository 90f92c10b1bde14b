"""What does not go together: types of act towards one side, and words said of one matter (`illusory` and `increased` influence)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from legation.codes.tables import table
from legation.reconcile.wording import TOKEN, canonical
from legation.words.event import EventType
from legation.words.evidence import Span

BEFORE, AFTER, BEHIND = 2, 6, 3
"""Words that may stand between a matter and what is said of it: before it, up to its verb, and behind that verb."""

BORDERS = frozenset(',;:—–()[]"“”\n.?!')


@dataclass(frozen=True, slots=True)
class Judged:
    """A matter and how it is judged in a sentence: the word for either, `low` for the lower side, and where both stand."""

    matter: str
    word: str
    low: bool
    span: Span


@cache
def opposed_acts() -> dict[EventType, dict[EventType, str]]:
    """For each type of act those that do not go together with it, with what they differ in."""
    out: dict[EventType, dict[EventType, str]] = {t: {} for t in EventType}
    for row in _rows("acts"):
        for x in map(EventType, row["one"].split()):
            for y in map(EventType, row["other"].split()):
                out[x][y] = out[y][x] = row["name"]
    return out


def always(sentence: str) -> bool:
    """Whether a sentence speaks of all times (`has always stood with`)."""
    return not _list("always").isdisjoint(t.lower() for t in TOKEN.findall(sentence))


def judged(sentence: str) -> Iterator[Judged]:
    """The matters of a sentence that are judged in it."""
    found = [(m.group().lower(), m.span()) for m in TOKEN.finditer(sentence)]
    words, matters = [w for w, _ in found], _matters()
    for k, (word, span) in enumerate(found):
        name = matters.get(canonical(word))
        at = name and (_before(words, k, name) or _behind(words, k, name))
        if not name or not at:
            continue
        place, low = at
        whole = min(span[0], found[place][1][0]), max(span[1], found[place][1][1])
        if not BORDERS.intersection(sentence[slice(*whole)]):
            yield Judged(name, words[place], low, whole)


def _before(words: list[str], k: int, name: str) -> tuple[int, bool] | None:
    """A judging word right before the matter."""
    return next(((n, _said(name)[words[n]]) for n in range(k - 1, max(-1, k - 1 - BEFORE), -1) if words[n] in _said(name)), None)


def _behind(words: list[str], k: int, name: str) -> tuple[int, bool] | None:
    """A judging word after the matter's verb; `not` turns it round."""
    verb = next((n for n in range(k + 1, min(len(words), k + 1 + AFTER)) if words[n] in _list("verb")), None)
    if verb is None:
        return None
    for n in range(verb + 1, min(len(words), verb + 1 + BEHIND)):
        if words[n] in _said(name):
            return n, _said(name)[words[n]] is _list("not").isdisjoint(words[verb:n])
    return None


@cache
def _rows(kind: str) -> tuple[dict[str, str], ...]:
    return tuple(r for r in table("ledger_opposites") if r["class"] == kind)


@cache
def _list(kind: str) -> frozenset[str]:
    return frozenset(w for row in _rows(kind) for w in row["one"].split())


@cache
def _matters() -> dict[str, str]:
    """Canonical words → the matter they name."""
    out: dict[str, str] = {}
    for row in _rows("words"):
        name, _, words = row["name"].partition(":")
        for word in (name, *words.split()):
            out.setdefault(canonical(word), name)
    return out


@cache
def _said(name: str) -> dict[str, bool]:
    """Words said of a matter → whether they are of the lower side."""
    row = next(r for r in _rows("words") if r["name"].partition(":")[0] == name)
    return {**dict.fromkeys(row["one"].split(), True), **dict.fromkeys(row["other"].split(), False)}
