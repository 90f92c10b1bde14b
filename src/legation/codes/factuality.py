"""What words say of the acts beside or beneath them: modals, hedges, and the verbs, nouns and adjectives that embed a clause."""

from __future__ import annotations

from functools import cache

from legation.codes.tables import table
from legation.words.status import Likelihood, Status


@cache
def effects() -> dict[tuple[str, str], dict[str, Status]]:
    """By lemma and part of speech (`verb`, `noun`, `adj`): the status of what stands below.

    Slots: an infinitive (`to`), a clause (`that`), a gerund or a preposition's noun (`ing`), an object (`np`).
    """
    return {(row["lemma"], row["pos"]): {slot: Status(row[slot]) for slot in ("to", "that", "ing", "np") if row[slot]} for row in table("factuality")}


SIGNS = {"+": Status.ACTUAL, "-": Status.DENIED}


@cache
def implied() -> dict[tuple[str, str, str], tuple[Status | None, Status | None]]:
    """By lemma, part of speech and slot: what follows of the clause below where the word is said, and where it is denied.

    None: nothing follows. These are Karttunen's implicative signatures: "managed to" is (ACTUAL, DENIED).
    """
    return {(row["lemma"], row["pos"], row["slot"]): (SIGNS.get(row["said"]), SIGNS.get(row["denied"])) for row in table("implicatives")}


@cache
def words() -> dict[tuple[str, str], Status]:
    """By word and kind (`modal`, `adverb`, `mark`): the status it gives to the predicate it belongs to."""
    return {(row["word"], row["kind"]): Status(row["status"]) for row in table("hedges")}


@cache
def acts() -> frozenset[str]:
    """Common nouns that denote an act or happening, by lemma."""
    return frozenset(row["noun"] for row in table("acts"))


@cache
def estimative() -> dict[str, Likelihood]:
    """Words of estimative probability in lower case, each with its range."""
    return {row["words"]: Likelihood(row["words"], int(row["low"]), int(row["high"])) for row in table("estimative")}
