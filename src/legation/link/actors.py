"""Names to actors: states, bodies, offices, metonyms, definite nouns and pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from legation.find.mentions import find_names
from legation.link.acronyms import apply_acronyms
from legation.link.astold import as_told
from legation.link.chains import chains
from legation.link.coreference import PERSONAL, link_pronouns
from legation.link.heading import find_topic
from legation.link.names import REGION, SHORT, setting, settle
from legation.link.nouns import Nouns
from legation.link.orator import find_orator
from legation.link.persons import by_apposition, call_roll
from legation.link.phrases import Phrases
from legation.link.several import several
from legation.link.told import Told
from legation.parse.doc import Doc
from legation.words.actor import NO_NAMES, Mention, OwnNames
from legation.words.article import Publication
from legation.words.evidence import Span
from legation.words.reading import Unread


@dataclass(frozen=True, slots=True)
class Actors:
    """The mentions of an article in text order, a phrase before the names it holds; the names that may mean several actors; the actors of
    plurals such as "both countries", one mention each on the same span; and the state in whose name the whole speaks."""

    mentions: tuple[Mention, ...]
    unread: tuple[Unread, ...]
    several: tuple[Mention, ...] = ()
    orator: Mention | None = None


def find_actors(
    doc: Doc, published: Publication | None, title: str = "", publisher: str = "", own: OwnNames = NO_NAMES, unified: bool = False
) -> Actors:
    """What could be linked and what could not, the analyst's own names counting before the tables'; `unified`: groups by
    the tables' ids, not by the name that the article gives them."""
    found = tuple(find_names(doc, own))
    here = setting(found, published)
    settled = settle(doc, found, here)
    named = apply_acronyms(doc, settled.mentions)
    named += _unknown_persons(doc, named)
    named += call_roll(doc, named, here)
    named.sort(key=lambda m: m.span)
    phrases = [p.mention for p in Phrases(doc, named).grow()]
    known = _one_a_span([*named, *_with_article(doc, named), *phrases])
    orator = find_orator(doc, known, f"{title}; {publisher}")
    nouns = Nouns(Told(doc, known, orator), known, settled.shared)
    known = _one_a_span([*known, *nouns.resolve(), *nouns.persons])
    if nouns.persons:
        known = _one_a_span([*known, *call_roll(doc, known, here)])
    known = _one_a_span([*known, *link_pronouns(doc, known)])
    known = _one_a_span([*known, *_by_chain(doc, known)])
    kept = tuple(m for m in known if m.how != REGION)
    mentions = _merged(kept if unified else as_told(doc, kept), own)
    covered = {t.i for m in mentions for t in doc.within(m.span)}
    unsure = tuple(u for u in settled.unsure if not any(t.i in covered for t in doc.within(u.span)))
    return Actors(mentions, unsure, tuple(several(doc, mentions, find_topic(title))), orator)


def _by_chain(doc: Doc, known: Sequence[Mention]) -> Iterator[Mention]:
    """The "he" and "she" still open, by the chain of phrases that leads from a person to them."""
    linked = {m.span for m in known}
    open_ = {t.span for t in doc.tokens if t.lower in PERSONAL and t.span not in linked}
    if not open_:
        return
    persons = {m.span[1]: m for m in known if m.how == "person"}
    for chain in chains(doc, known):
        who = next((persons[s[1]] for s in chain if s[1] in persons), None)
        if who is not None:
            yield from (replace(who, span=s, how="pronoun") for s in chain if s in open_)


def _merged(mentions: Sequence[Mention], own: OwnNames) -> tuple[Mention, ...]:
    """The mentions with those of merged actors given to the one the analyst wants."""
    into = {id: o.actor for o in own.actors for id in o.merges} | {m.id: m.into for m in own.merged}
    if not into:
        return tuple(mentions)
    return tuple(
        replace(m, id=a.id, name=a.name, kind=a.kind if m.how == "name" else m.kind, country=a.country, sector=a.sector)
        if (a := into.get(m.id)) is not None
        else m
        for m in mentions
    )


def _unknown_persons(doc: Doc, named: Sequence[Mention]) -> list[Mention]:
    """Persons of no table whom a title or an apposition places."""
    grown = list(Phrases(doc, named).grow())
    titled = [p.person for p in grown if p.person is not None]
    covered = {t.i for m in (*named, *titled) for t in doc.within(m.span)}
    return list(_one_a_span([*titled, *by_apposition(doc, [*(p.mention for p in grown), *named], covered)]))


def _with_article(doc: Doc, mentions: Sequence[Mention]) -> Iterable[Mention]:
    """A short name with its article too, since a reader may mark either: "the US"."""
    for mention in mentions:
        first = doc.at(mention.span[0])
        if first is None or mention.span[1] - mention.span[0] > SHORT or mention.how == "adjective":
            continue
        before = doc.tokens[first.i - 1] if first.i else first
        if before.lower == "the" and before.sent == first.sent:
            yield replace(mention, span=(before.start, mention.span[1]))


def _one_a_span(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """One mention a span, the first given winning, in text order and the wider first."""
    out: dict[Span, Mention] = {}
    for mention in mentions:
        out.setdefault(mention.span, mention)
    return tuple(out[span] for span in sorted(out, key=lambda s: (s[0], -s[1])))
