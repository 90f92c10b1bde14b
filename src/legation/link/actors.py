"""Names to actors: states, bodies, offices, metonyms, definite nouns and pronouns."""

from __future__ import annotations

from legation.parse.doc import Doc
from legation.words.actor import Mention
from legation.words.article import Publication


def link_actors(doc: Doc, published: Publication | None) -> tuple[Mention, ...]:
    """Every mention of an actor that could be linked, in text order."""
    return ()
