"""Names to actors: states, bodies, offices, metonyms, definite nouns and pronouns."""

from __future__ import annotations

from collections.abc import Iterable

from legation.find.mentions import find_names
from legation.link.names import settle
from legation.link.phrases import grow, with_article
from legation.parse.doc import Doc
from legation.words.actor import Mention
from legation.words.article import Publication
from legation.words.evidence import Span


def link_actors(doc: Doc, published: Publication | None) -> tuple[Mention, ...]:
    """Every mention of an actor that could be linked, in text order."""
    named = settle(doc, tuple(find_names(doc)), published)
    mentions = [*named, *grow(doc, named)]
    return _one_a_span(mentions)


def _one_a_span(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """One mention a span, the first given winning, in text order and the wider first."""
    out: dict[Span, Mention] = {}
    for mention in mentions:
        out.setdefault(mention.span, mention)
    return tuple(out[span] for span in sorted(out, key=lambda s: (s[0], -s[1])))
