"""Names to actors: states, bodies, offices, metonyms, definite nouns and pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from legation.find.mentions import find_names
from legation.link.names import SHORT, setting, settle
from legation.link.nouns import Nouns
from legation.link.persons import call_roll
from legation.link.phrases import Phrases
from legation.parse.doc import Doc
from legation.words.actor import Mention
from legation.words.article import Publication
from legation.words.evidence import Span


def link_actors(doc: Doc, published: Publication | None) -> tuple[Mention, ...]:
    """Every mention of an actor that could be linked, in text order; a phrase comes before the names it holds."""
    found = tuple(find_names(doc))
    here = setting(found, published)
    named = settle(doc, found, here)
    first = list(Phrases(doc, named).grow())
    persons = [p.person for p in first if p.person is not None]
    named += call_roll(doc, [*named, *persons], here)
    named.sort(key=lambda m: m.span)
    grown = list(Phrases(doc, named).grow())
    phrases = [p.mention for p in grown]
    known = _one_a_span([*named, *_with_article(doc, named), *phrases, *persons])
    return _one_a_span([*known, *Nouns(doc, known).resolve()])


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
