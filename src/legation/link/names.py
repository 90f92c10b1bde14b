"""Which of its meanings a found name has in its place, and whether it is an actor at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.codes.gazetteer import Entry
from legation.codes.nouns import definite_nouns, noun_class
from legation.codes.people import holds, plausible
from legation.find.mentions import FoundName
from legation.link.edges import titled
from legation.link.places import locates
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention
from legation.words.article import Publication
from legation.words.evidence import Span
from legation.words.reading import Unread

# Names of states and capitals that are given names or surnames of persons too.
PERSON_LIKE = frozenset(
    {"Jordan", "Chad", "Georgia", "Washington", "London", "Paris", "Israel", "Kenya", "India", "Lima", "Holland", "Berlin", "Wellington"}
    | {"Cuba", "Lebanon", "Santiago", "Nassau", "Freetown", "Malta", "Rome", "Athens", "France", "Ireland", "German", "Pole", "Finn", "Dane"}
    | {"Dominica", "Mali", "Cyprus", "Brazil", "English", "Vienna", "French", "Dutch", "Turk", "Canberra", "Kiwi", "Brunei", "Merkel"}
)
# Verbs before which "US" in capitals is the pronoun: "TELL US".
ADDRESSING = frozenset({"tell", "give", "let", "help", "join", "follow", "show", "contact", "email", "ask", "send", "call"})
# The id of organs that no state has before others.
ANYBODY = "*"
# The sector of an office that bodies have; where no body goes with it, it is that of the table's.
OF_BODIES = "IGO"
# A part of a state: it locates, lends its state to its government ("the Ontario government"), and is no mention itself.
REGION = "region"
# What right behind a state's letters makes them a currency: "US$3 million".
CURRENCY = ("$", "€", "£")
# Short names whose article a reader may or may not mark: "the US", "US".
SHORT = 4

# What makes a state that is no more a time or a name of what came after it.
FORMER = ("post-", "post–", "ex-")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the article as a whole tells about its names: the states it names, those whose regions it names, and its day ("" where unknown)."""

    known: frozenset[str]
    regions: frozenset[str]
    day: str

    def of(self, id: str) -> bool:
        """Whether the article names this actor in plain words."""
        return id in self.known


def setting(found: Sequence[FoundName], published: Publication | None) -> Setting:
    """The states that an article names by name or adjective, and its day."""
    plain = ("name", "adjective", "people", "capital")
    double = {e.id for f in found if len(f.entries) > 1 and f.entries[0].how == "capital" for e in f.entries}
    telling = [
        e for f in found for e in f.entries if e.kind in (ActorKind.STATE, ActorKind.BODY) and e.how in plain and not e.doubt and not _shared(f)
    ]
    regions = {e.id for f in found if len(f.entries) == 1 for e in f.entries if e.how == REGION}
    known = {e.id for e in telling if not (e.how == "capital" and e.id in double)}
    day = published.when.last if published else None
    return Setting(frozenset(known), frozenset(regions), day.isoformat() if day else "")


@dataclass(frozen=True, slots=True)
class Settled:
    """One mention for every name that denotes an actor in its place, in text order; the names that may mean several or none; and
    organs that many states have, by the span of their names, which wait for the state in mind."""

    mentions: list[Mention]
    unsure: list[Unread]
    shared: dict[Span, Mention]


def settle(doc: Doc, found: Sequence[FoundName], here: Setting) -> Settled:
    """What each found name means in its place."""
    out: list[Mention] = []
    unsure: list[Unread] = []
    shared: dict[Span, Mention] = {}
    owned: dict[str, Mention] = {}
    for name in found:
        tokens = doc.within(name.span)
        if not tokens or doc.text[name.span[1] : name.span[1] + 1] in CURRENCY or _part_of_person(doc, tokens, name.entries[0].kind):
            continue
        place = name.entries[0].how == "capital" and locates(doc, tokens)
        entry = name.entries[0] if place else _choose(name.entries, here)
        if entry is None and (why := _why(name.entries, here)):
            unsure.append(Unread(name.span, why))
        if entry is None or _misread(doc, entry, tokens):
            continue
        if entry.how == "person" and _everyday(doc, entry, tokens, here):
            unsure.append(Unread(name.span, f"a name that many bear, and the article names no {entry.id}"))
            continue
        how = "place" if place else REGION if _firm(doc, entry, tokens) else entry.how
        if how == REGION and entry.kind is ActorKind.ORGAN:
            continue
        mention = Mention(name.span, entry.id, entry.name, entry.kind, how, entry.country, entry.sector)
        if entry.doubt and entry.kind is ActorKind.ORGAN:
            owner = (_owner(doc, tokens, out) or owned.get(entry.name)) if entry.id != ANYBODY else None
            if owner is None and (entry.id == ANYBODY or entry.sector == OF_BODIES or (here.known and not here.of(entry.id))):
                shared[name.span] = mention
                unsure.append(Unread(name.span, "many states have one of this name, and nothing tells whose it is"))
                continue
            if owner is not None:
                mention = replace(mention, id=owner.id)
                owned[entry.name] = owner
        out.append(mention)
    return Settled(out, unsure, shared)


def _why(entries: Sequence[Entry], here: Setting) -> str:
    """Why a name was left unlinked; "" where it is known to be nobody's."""
    free = [e for e in entries if e.how not in ("block", "person")]
    if not free:
        return ""
    ids = " or ".join(dict.fromkeys(e.id for e in free))
    if any(e.how == REGION for e in free):
        return f"may be in {ids}; the article names neither" if len(free) > 1 else ""
    if not any(_in_time(e, here.day) for e in free):
        return f"no {ids} on the article's day"
    return f"may be {ids}; the article names both"


def _choose(entries: Sequence[Entry], here: Setting) -> Entry | None:
    """The entry that fits the day and the article best; None where the surface is blocked or nobody fits."""
    if all(e.how == "block" for e in entries):
        return None
    free = [e for e in entries if e.how != "block" and (_in_time(e, here.day) or (e.how == "person" and here.of(e.id) and e.first <= here.day))]
    if not free:
        return None
    if any(e.how == REGION for e in free):
        return _state_or_region(free, here)
    if free[0].doubt and free[0].kind is ActorKind.STATE:
        return _unsure(free, here)
    if free[0].how == "capital" and free[-1].kind is ActorKind.BODY:
        return free[0] if here.of(free[0].id) else free[-1]
    in_office = [e for e in free if e.how == "person" and here.day and holds(e.first, e.last, here.day)]
    told = [e for e in free if here.of(e.id)]
    both = [e for e in in_office if e in told]
    return next((pick[-1] for pick in (both, told, in_office) if pick), free[-1] if free[0].how == "person" else free[0])


def _shared(name: FoundName) -> bool:
    """Whether a surface is both a state and a region of another: "Georgia"."""
    return len(name.entries) > 1 and any(e.how == REGION for e in name.entries)


def _state_or_region(entries: Sequence[Entry], here: Setting) -> Entry | None:
    """ "Georgia", "Punjab": the state that is named otherwise too, else the region whose neighbours are named, else the state."""
    states = [e for e in entries if e.how != REGION]
    regions = [e for e in entries if e.how == REGION]
    if any(here.of(e.id) for e in states):
        return states[0]
    told = [e for e in regions if e.id in here.regions] or [e for e in regions if not states and here.of(e.id)]
    return told[0] if len(told) == 1 or (not states and told) else states[0] if states else None


def _unsure(entries: Sequence[Entry], here: Setting) -> Entry | None:
    """A name that two states share ("Korea", "Congo"): the one the article names in full, the greater where it names none, nobody where both."""
    told = [e for e in entries if here.of(e.id)]
    return None if len(told) > 1 else told[0] if told else entries[0]


def _in_time(entry: Entry, day: str) -> bool:
    if not day or not entry.first:
        return True
    if entry.how == "person":
        return plausible(entry.first, entry.last, day)
    return not (entry.last and day < entry.first)


def _misread(doc: Doc, entry: Entry, tokens: Sequence[Token]) -> bool:
    """Whether the words are no name here: "us" and "who" in capitals, the western part in "Western Cambodia"."""
    first = tokens[0]
    before = doc.tokens[first.i - 1].lower if first.i else ""
    if entry.kind is ActorKind.STATE and entry.last and doc.text[max(0, first.start - 5) : first.start].lower().endswith(FORMER):
        return True  # "post-Soviet states"
    if entry.kind is ActorKind.WHOLE and entry.how == "adjective":
        return first.dep in ("compound", "amod", "nmod") and first.head.pos == "PROPN"
    if first.i and doc.tokens[first.i - 1].text in definite_nouns("ship"):
        return True  # "USS Georgia"
    if len(tokens) > 1 or first.text not in ("US", "WHO", "IS", "AU", "EC"):
        return False
    return (
        first.pos in ("PRON", "VERB", "AUX", "ADP", "INTJ") or before in ADDRESSING or (first.text == "WHO" and doc.tokens[first.i - 1].text == "US")
    )


def _firm(doc: Doc, entry: Entry, tokens: Sequence[Token]) -> bool:
    """Whether a state's or organ's name is only the beginning of a longer one: "Palestine Action", "Eielson Air Force Base"."""
    last = tokens[-1]
    after = doc.tokens[last.i + 1] if last.i + 1 < len(doc.tokens) else last
    if after.sent != last.sent or not after.text[:1].isupper() or after.pos != "PROPN":
        return False
    if entry.kind is ActorKind.ORGAN:
        return after.lower in ("base", "academy", "museum", "one", "department")
    end = after
    while (
        end.i + 1 < len(doc.tokens) and (further := doc.tokens[end.i + 1]).pos == "PROPN" and further.text[:1].isupper() and further.sent == last.sent
    ):
        end = further
    return entry.how == "name" and entry.kind is ActorKind.STATE and end.lower in definite_nouns("private_heads") and last.head.i > last.i


def _everyday(doc: Doc, entry: Entry, tokens: Sequence[Token], here: Setting) -> bool:
    """Whether a leader's name is also that of many others: "David Thompson" is Barbados' only where Barbados, or a title, goes with it."""
    first, last = tokens[0].lower, tokens[-1].lower
    common = last in noun_class("surnames") and (first in noun_class("male_names") or first in noun_class("female_names"))
    return common and not here.of(entry.id) and not (here.day and holds(entry.first, entry.last, here.day)) and not titled(doc, tokens[0])


def _part_of_person(doc: Doc, tokens: Sequence[Token], kind: ActorKind) -> bool:
    """Whether the name is a part of a person's: "Michael Jordan", "Chad Smith"."""
    word = tokens[0]
    if len(tokens) > 1 or (word.text not in PERSON_LIKE and kind not in (ActorKind.GROUP, ActorKind.COMPANY)):
        return False
    before = doc.tokens[word.i - 1] if word.i else None
    after = doc.tokens[word.i + 1] if word.i + 1 < len(doc.tokens) else None
    joined_left = (
        before is not None and before.sent == word.sent and before.pos == "PROPN" and before.ent == "PERSON" and before.head in (word, word.head)
    )
    joined_right = after is not None and after.sent == word.sent and after.pos == "PROPN" and after.ent == "PERSON" and word.head is after
    return (joined_left or joined_right) and word.ent in ("PERSON", "", "ORG")


def _owner(doc: Doc, tokens: Sequence[Token], before: Sequence[Mention]) -> Mention | None:
    """The state or body that stands right before an organ that many have: "the Libyan House of Representatives"."""
    if not before or before[-1].kind not in (ActorKind.STATE, ActorKind.BODY):
        return None
    between = doc.text[before[-1].span[1] : tokens[0].start]
    return before[-1] if between.strip() in ("", "'s", "’s") else None
