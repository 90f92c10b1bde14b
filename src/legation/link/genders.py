"""Whether a person of the text is a "he" or a "she": by title, by given name, by what the text calls the person."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from legation.codes.nouns import noun_class
from legation.parse.doc import Doc, Token

Gender = Literal["he", "she"]
HE = frozenset(("he", "him", "his"))
SHE = frozenset(("she", "her", "hers"))


def gender_of_pronoun(token: Token) -> Gender | None:
    """`he` or `she` for a pronoun of the third person for a human being, else None."""
    return "he" if token.lower in HE else "she" if token.lower in SHE else None


def genders(doc: Doc) -> dict[str, Gender]:
    """The gender of each person by surname in small letters, where the words around the name agree on one."""
    votes: dict[str, Counter[Gender]] = {}
    for t in doc.tokens:
        if t.pos == "PROPN" and t.dep not in ("compound", "nmod") and t.ent != "ORG" and (gender := gender_of_name(t)) is not None:
            votes.setdefault(t.lower, Counter())[gender] += 1
    return {name: next(iter(count)) for name, count in votes.items() if len(count) == 1}


def gender_of_name(name: Token) -> Gender | None:
    """What a name's first words, titles and apposition tell: "Ms. Roe", "Maria Roe", "Roe, the spokesman", "the girl, Roe"."""
    before = [c for c in name.children if c.dep in ("compound", "nmod") and c.i < name.i]
    words = [c.lower for c in (*before, *name.kids("appos"), *([name.head] if name.dep == "appos" else []))]
    given = next((c.lower for c in before if c.pos == "PROPN" and (c.ent == "PERSON" or not c.ent) and c.ent == name.ent), "")
    he = any(w in noun_class("male") for w in words) or given in noun_class("male_names")
    she = any(w in noun_class("female") for w in words) or given in noun_class("female_names")
    return None if he == she else "he" if he else "she"
