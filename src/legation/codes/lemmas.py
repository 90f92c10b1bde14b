"""Lemmas of verbs that the parser gets wrong: "staged" is a form of stage, not of stag."""

from __future__ import annotations

from functools import cache

from legation.codes.tables import table


@cache
def verb_lemmas() -> dict[str, str]:
    """Forms of verbs, in small letters, with their lemmas, where the parser gives others."""
    return {r["form"]: r["lemma"] for r in table("lemmas")}
