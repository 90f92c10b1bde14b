"""Surnames that the parser takes for common words: who was named in full is a name by the surname too, wherever it stands as a noun."""

from __future__ import annotations

from collections.abc import Sequence

from legation.parse.doc import Sentence

AS_NOUN = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "appos", "poss", "agent", "attr"))
SHORTEST = 3


def restore_surnames(sentences: Sequence[Sentence]) -> None:
    """Makes proper nouns in place of capitalized words that stand as nouns and are the surname of somebody named in full in the same text."""
    tokens = [t for s in sentences for t in s.tokens]
    full = (t for t in tokens if t.ent == "PERSON" and t.pos == "PROPN" and t.dep not in ("compound", "nmod"))
    known = {t.lower for t in full if len(t.text) >= SHORTEST and t.child("compound") is not None}
    for t in tokens if known else ():
        if t.pos != "PROPN" and t.lower in known and t.text[0].isupper() and t.dep in AS_NOUN:
            t.pos, t.tag, t.lemma, t.ent = "PROPN", "NNP", t.lower, t.ent or "PERSON"
