"""The lexicon of predicates: which verb, noun or adjective, with which words beside it, tells which act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from legation.codes.plover import Frame, TypeInfo, noun_classes, types
from legation.codes.tables import table
from legation.words.event import EventType
from legation.words.predicate import NO_PREDICATES, SILENT, OwnPredicates

POS = {"v": "verb", "n": "noun", "a": "adjective", "m": "modal"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the lexicon.

    `words` must stand beside the head (particle, preposition, object); `objects` is what the thing acted on must be (for a
    noun: what must modify it), empty for anything; `actor` asks for a recipient that is an actor, `clause` for a clause,
    `infinitive` for one with “to”. The subject must be one of `subjects` (`by:@force`) where there are any; none of the
    prepositions `without` may stand beside; one of the words `says` must be said (`says:@negative`); `active` takes no passive without
    a doer ("is expected to"). `own` marks a row of the analyst's.
    """

    head: str
    pos: str
    words: tuple[str, ...]
    objects: frozenset[str]
    asked: str
    actor: bool
    clause: bool
    infinitive: bool
    subjects: frozenset[str]
    without: frozenset[str]
    says: frozenset[str]
    frame: Frame
    info: TypeInfo
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    example: str
    active: bool = False
    alone: bool = False
    own: bool = False

    @property
    def type(self) -> EventType:
        """The PLOVER type of the act."""
        return self.info.type

    @property
    def columns(self) -> dict[str, str]:
        """The row as it stands in a table: the columns of docs/tables.md."""
        words = (*self.words, self.head) if self.pos == "n" else (self.head, *self.words)
        frame = f"{'+'.join(self.frame.actors)}>{'/'.join(self.frame.recipients)}"
        told = {"head": " ".join(words), "pos": self.pos, "object": self.asked, "frame": frame, "type": self.type.value, "mode": self.mode or ""}
        return {**told, "contexts": ";".join(self.contexts), "cameo": self.cameo, "example": self.example}

    @property
    def rule(self) -> str:
        """The row's name in a reading: `verb:impose+@penalty`."""
        return f"{POS[self.pos]}:{' '.join((self.head, *self.words))}" + (f"+{self.asked}" if self.asked else "")

    @property
    def weight(self) -> int:
        """How specific the row is; the most specific that fits is taken."""
        return 4 * len(self.words) + 2 * bool(self.objects) + self.actor + self.clause + self.infinitive + bool(self.subjects) + 2 * bool(self.says)


def parted(head: str, pos: str) -> tuple[str, tuple[str, ...]]:
    """The head of a row and the words beside it: in compounds English puts the head last, in verbs with a particle it stands first."""
    words = tuple(head.split())
    return (words[-1], words[:-1]) if pos == "n" else (words[0], words[1:])


def read_row(r: Mapping[str, str], own: bool = False) -> Row:
    """One line of a predicate table; raises ValueError or KeyError for an unknown type, class or frame."""
    head, beside = parted(r["head"], r["pos"])
    asked = r["object"].split("|") if r["object"] else []
    objects: set[str] = set()
    subjects: set[str] = set()
    says: set[str] = set()
    for part in asked:
        if part.startswith("by:@"):
            subjects |= noun_classes()[part[4:]]
        elif part.startswith("says:@"):
            says |= noun_classes()[part[6:]]
        elif part.startswith("not:"):
            continue
        elif part.startswith("@"):
            objects |= noun_classes()[part[1:]]
        elif part not in ("actor", "clause", "inf", "active", "alone"):
            objects.add(part)
    info = types()[EventType(r["type"])]
    default = info.noun_frame if r["pos"] == "n" else info.verb_frame
    return Row(
        head=head,
        pos=r["pos"],
        words=beside,
        objects=frozenset(objects),
        asked=r["object"],
        actor="actor" in asked,
        clause="clause" in asked,
        infinitive="inf" in asked,
        subjects=frozenset(subjects),
        says=frozenset(says),
        without=frozenset(p[4:] for p in asked if p.startswith("not:")),
        frame=Frame.parse(r["frame"]) if r["frame"] else default,
        info=info,
        mode=r["mode"] or None,
        contexts=tuple(c for c in r["contexts"].split(";") if c),
        cameo=r["cameo"] or info.cameo,
        example=r["example"],
        active="active" in asked,
        alone="alone" in asked,
        own=own,
    )


Lexicon: TypeAlias = Mapping[tuple[str, str], Sequence[Row]]


@cache
def lexicon() -> Lexicon:
    """The rows by part of speech and head, the most specific first."""
    return _by_head(read_row(r) for r in table("predicates"))


@lru_cache(maxsize=4)
def lexicon_with(own: OwnPredicates = NO_PREDICATES) -> Lexicon:
    """The lexicon with the analyst's rows: one of the same head and object replaces ours, and of equally specific ones theirs is taken."""
    if not own:
        return lexicon()
    added: dict[tuple[str, str], list[Row]] = defaultdict(list)
    named: set[tuple[str, str, tuple[str, ...], str]] = set()
    for told in own.rows:
        head, beside = parted(told.head, told.pos)
        named.add((told.pos, head, beside, told.object))
        if told.type != SILENT:
            added[told.pos, head].append(read_row(asdict(told), own=True))
    kept = {key: [*added.pop(key, ()), *(r for r in rows if (r.pos, r.head, r.words, r.asked) not in named)] for key, rows in lexicon().items()}
    return {key: sorted(rows, key=lambda row: -row.weight) for key, rows in {**kept, **added}.items() if rows}


def rows_of(rule: str, rows: Lexicon) -> list[Row]:
    """The rows that a reading's `rule` names, with or without the frame in brackets behind it; a wrong one of ours gives none."""
    named = rule.rpartition(" (")[0] or rule
    return [row for group in rows.values() for row in group if row.rule == named]


@cache
def tie_lexicon() -> Lexicon:
    """The rows of standing relations, whose `mode` is the kind of tie; they are read like acts of cooperation."""
    plain = {"type": "COOPERATE", "contexts": "", "cameo": ""}
    return _by_head(read_row({**plain, **r}) for r in table("ties"))


@cache
def tie_measures() -> dict[str, frozenset[str]]:
    """Which measures of figures say how strong a tie of a kind is."""
    return {r["kind"]: frozenset(r["measures"].split()) for r in table("tie_measures")}


def _by_head(rows: Iterable[Row]) -> Lexicon:
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        found[row.pos, row.head].append(row)
    return {key: sorted(group, key=lambda row: -row.weight) for key, group in found.items()}


@cache
def event_nouns() -> frozenset[str]:
    """Nouns that tell an act."""
    return frozenset(head for pos, head in lexicon() if pos == "n")
