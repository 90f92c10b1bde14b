"""Screening a case against a list: names that may be one, each pair with a score and its reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from legation.codes.spellings import common_first_name, core, name_words, spelled
from legation.words.actor import ActorKind, Mention
from legation.words.entity import EntityKind
from legation.words.evidence import Span
from legation.words.reading import Reading
from legation.words.screening import Listed, ScreenHit
from legation.words.sentences import sentence_of

IMO = re.compile(r"\bIMO\b\W{0,3}(?:(?:number|no)\b\W{0,3})?(\d{7})(?!\d)", re.IGNORECASE)
# What a likeness is worth, in hundredths; an analyst looks at the high ones first and may cut the low ones off.
SAME, ALIAS, LEGAL, ORDER, SPELLING, MIDDLE, LONE, INITIALS, MONONYM = 100, 97, 95, 92, 88, 80, 78, 65, 60
# What is taken off: where the countries differ, for a name that the list itself calls weak, for a name that stands only behind the words.
APART, WEAK, BEHIND = 15, 15, 3
LOWEST = 0.6
FIRMS = (EntityKind.COMPANY, EntityKind.BANK)
PERSONS = {ActorKind.PERSON: EntityKind.PERSON, ActorKind.COMPANY: EntityKind.COMPANY, ActorKind.GROUP: EntityKind.COMPANY}


@dataclass(frozen=True, slots=True)
class Told:
    """A name that an article tells, and what is known of it there; `behind` where the words are others ("Putin" for Vladimir Putin)."""

    span: Span
    name: str
    kind: EntityKind | None
    country: str | None
    behind: bool = False


@dataclass(frozen=True)
class Name:
    """One listed name as keys; `weak` where the list says so, `alias` where it is not the entry's first."""

    listed: Listed
    text: str
    alias: bool
    weak: bool

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words as they are compared."""
        return name_words(self.text)

    @cached_property
    def spelled(self) -> frozenset[str]:
        """The words without legal form, each in its one spelling."""
        return frozenset(map(spelled, core(self.words)))


class Screen:
    """A list as an index: by IMO number and by the words of its names."""

    def __init__(self, listed: Iterable[Listed]) -> None:
        self._imo: dict[str, list[Listed]] = defaultdict(list)
        self._words: dict[str, list[Name]] = defaultdict(list)
        self._joined: dict[str, list[Name]] = defaultdict(list)
        for entry in listed:
            for number in entry.imo:
                self._imo[number].append(entry)
            for name in _names(entry):
                for word in name.spelled:
                    self._words[word].append(name)
                self._joined["".join(core(name.words))].append(name)

    def screen(self, reading: Reading, lowest: float = LOWEST) -> Iterator[ScreenHit]:
        """The hits of one article, best first; one for each entry and name told, with how often."""
        found: dict[tuple[str, str], list[ScreenHit]] = defaultdict(list)
        for hit in self._hits(reading):
            if hit.score >= lowest:
                found[hit.listed.id, "".join(name_words(hit.evidence.quote))].append(hit)
        once = (replace(max(hits, key=lambda h: h.score), times=len({h.evidence.span for h in hits})) for hits in found.values())
        yield from sorted(once, key=lambda h: (-h.score, h.evidence.span))

    def _hits(self, reading: Reading) -> Iterator[ScreenHit]:
        text = reading.article.text
        for match in IMO.finditer(text):
            if not reading.article.is_junk(match.span()):
                for entry in self._imo.get(match.group(1), ()):
                    yield _hit(reading, match.span(), entry, f"IMO {match.group(1)}", SAME, ("same IMO number",))
        known: dict[Told, list[tuple[int, tuple[str, ...], Name]]] = {}
        for told in _told(reading):
            same = replace(told, span=(0, 0))
            if same not in known:
                known[same] = list(self._likenesses(told))
            for score, why, name in known[same]:
                yield _hit(reading, told.span, name.listed, name.text, score, why)

    def _likenesses(self, told: Told) -> Iterator[tuple[int, tuple[str, ...], Name]]:
        """The listed names that are like a told one, each entry by its best."""
        best: dict[str, tuple[int, tuple[str, ...], Name]] = {}
        words = name_words(told.name)
        for name in self._candidates(words):
            if not _may_be(told.kind, name.listed.kind):
                continue
            found = _likeness(words, name, told.kind or name.listed.kind)
            if found is None:
                continue
            score, why = _adjusted(found, told, name)
            if name.listed.id not in best or best[name.listed.id][0] < score:
                best[name.listed.id] = (score, why, name)
        yield from best.values()

    def _candidates(self, words: tuple[str, ...]) -> Iterable[Name]:
        """The listed names that share the rarest word with a told one, or its letters."""
        keys = sorted({spelled(w) for w in core(words) if len(w) > 1}, key=lambda w: len(self._words.get(w, ())))
        found = {id(n): n for n in self._joined.get("".join(core(words)), ())}
        # a name that shares no more than its commonest word is nobody's; of two words either may be misspelled
        for key in keys[: max(1, len(keys) - 1)]:
            found.update((id(n), n) for n in self._words.get(key, ()))
        return found.values()


def _names(entry: Listed) -> Iterator[Name]:
    yield Name(entry, entry.name, alias=False, weak=False)
    yield from (Name(entry, a, alias=True, weak=False) for a in entry.aliases)
    yield from (Name(entry, a, alias=True, weak=True) for a in entry.weak)


def _told(reading: Reading) -> Iterator[Told]:
    """The names that an article tells of persons, firms, groups, bodies and ships, one a place."""
    seen: set[tuple[Span, str]] = set()
    text = reading.article.text
    for m in reading.mentions:
        if m.how == "person":
            country = _country(m)
            for name, behind in ((text[slice(*m.span)], False), (m.name, True)):
                if name and (m.span, name) not in seen:
                    seen.add((m.span, name))
                    yield Told(m.span, name, EntityKind.PERSON, country, behind)
        elif m.how in ("name", "organ", "acronym") and m.kind in (ActorKind.COMPANY, ActorKind.GROUP, ActorKind.ORGAN):
            seen.add((m.span, text[slice(*m.span)]))
            yield Told(m.span, text[slice(*m.span)], PERSONS.get(m.kind), _country(m))
    for e in reading.entities:
        words = text[slice(*e.span)]
        if e.kind in (EntityKind.PERSON, EntityKind.SHIP, *FIRMS) and (e.span, words) not in seen:
            yield Told(e.span, words, EntityKind.COMPANY if e.kind is EntityKind.BANK else e.kind, e.country)


def _country(mention: Mention) -> str | None:
    return mention.country or (mention.id if mention.id.isupper() else None)


def _may_be(told: EntityKind | None, listed: EntityKind | None) -> bool:
    """Whether the kinds allow it; what is called a ship or a firm may be the other's namesake, a person is neither."""
    return told is None or listed is None or told is listed or EntityKind.PERSON not in (told, listed)


def _likeness(words: tuple[str, ...], name: Name, kind: EntityKind | None) -> tuple[int, str] | None:
    """How like two names are, and why; None where they are not."""
    mine, theirs = core(words), core(name.words)
    if not mine or not theirs:
        return None
    if "".join(mine) == "".join(theirs):
        if len(theirs) == 1:
            return _lone(mine[0], kind)
        if "".join(words) != "".join(name.words):
            return LEGAL, "same name but for its legal form"
        return (ALIAS, "same as an alias") if name.alias else (SAME, "same name")
    a, b = frozenset(map(spelled, mine)), name.spelled
    if min(len(a), len(b)) < 2:
        return None
    if sorted(mine) == sorted(theirs):
        return ORDER, "same words in another order"
    if a == b:
        return SPELLING, "same name in another spelling"
    if kind is not EntityKind.PERSON:
        return None
    if (a < b or b < a) and len(a ^ b) <= 2 and _full(a & b):
        return MIDDLE, "same name but for a middle or further name"
    if _initials(mine, theirs) or _initials(theirs, mine):
        return INITIALS, "same surname, initials fit"
    return None


def _lone(word: str, kind: EntityKind | None) -> tuple[int, str] | None:
    """A name of one word: enough for a firm or a ship, little for a person, nothing where it is a common first name."""
    if kind in (EntityKind.PERSON, None):
        return None if common_first_name(word) or len(word) < 4 else (MONONYM, "same single name")
    return (LONE, "same name of one word") if len(word) > 2 else None


def _full(shared: frozenset[str]) -> bool:
    """Whether what two names share is more than first names and initials."""
    return sum(len(w) > 1 for w in shared) > 1 and not all(common_first_name(w) for w in shared)


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name with initials fits a full one: "V. Putin", "Vladimir Putin"."""
    if len(short) < 2 or len(short) > len(long) or spelled(short[-1]) != spelled(long[-1]) or len(short[-1]) < 3:
        return False
    given = list(zip(short[:-1], long, strict=False))
    return any(len(s) == 1 for s, _ in given) and all(full.startswith(s) if len(s) == 1 else spelled(s) == spelled(full) for s, full in given)


def _adjusted(found: tuple[int, str], told: Told, name: Name) -> tuple[int, tuple[str, ...]]:
    """The score with what the countries, a weak alias and a name behind the words change."""
    score, why = found[0], [found[1]]
    if name.weak:
        score -= WEAK
        why.append("the list calls this name weak")
    if told.behind:
        score -= BEHIND
        why.append(f"the words stand for {told.name}")
    if told.country and name.listed.countries:
        if told.country in name.listed.countries:
            why.append("same country")
        else:
            score -= APART
            why.append(f"countries differ: {told.country} here, {', '.join(name.listed.countries[:3])} on the list")
    return score, tuple(why)


def _hit(reading: Reading, span: Span, listed: Listed, name: str, score: int, why: tuple[str, ...]) -> ScreenHit:
    text = reading.article.text
    around = sentence_of(text, reading.sentences, span)
    return ScreenHit(round(score / 100, 2), why, listed, name, reading.article.evidence(span), text[slice(*around)], around, reading.article.digest)
