"""Names to actors: states, bodies, offices, metonyms, definite nouns and pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from legation.find.mentions import find_names
from legation.link.acronyms import apply_acronyms
from legation.link.coreference import link_pronouns
from legation.link.names import REGION, SHORT, setting, settle
from legation.link.nouns import Nouns
from legation.link.persons import by_apposition, call_roll
from legation.link.phrases import Phrases
from legation.link.salience import Salience
from legation.parse.doc import Doc
from legation.words.actor import Mention
from legation.words.article import Publication
from legation.words.evidence import Span


def link_actors(doc: Doc, published: Publication | None) -> tuple[Mention, ...]:
    """Every mention of an actor that could be linked, in text order; a phrase comes before the names it holds."""
    found = tuple(find_names(doc))
    here = setting(found, published)
    named = apply_acronyms(doc, settle(doc, found, here))
    named += _unknown_persons(doc, named)
    named += call_roll(doc, named, here)
    named.sort(key=lambda m: m.span)
    phrases = [p.mention for p in Phrases(doc, named).grow()]
    known = _one_a_span([*named, *_with_article(doc, named), *phrases])
    nouns = Nouns(doc, known, Salience(doc, known))
    known = _one_a_span([*known, *nouns.resolve(), *nouns.persons])
    if nouns.persons:
        known = _one_a_span([*known, *call_roll(doc, known, here)])
    return tuple(m for m in _one_a_span([*known, *link_pronouns(doc, known)]) if m.how != REGION)


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
