"""Where the phrase around a name begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from legation.codes.nouns import ActorNoun, actor_nouns
from legation.parse.doc import Doc, Token

# How many tokens a chain of modifiers may have: "U.S. Special Representative for North Korea Policy".
REACH = 10
LONGEST_NAME = 8
CHAIN = ("NOUN", "PROPN", "ADJ")
HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "lord", "lady", "dr", "dr."})
DASHES = frozenset({"-", "–", "—"})
# Adjectives that stand before a name without belonging to the actor.
LOOSE = frozenset({"this", "that", "these", "those", "which", "what", "no", "many", "most", "all", "both", "each", "every", "other"})


def noun_of(token: Token) -> ActorNoun | None:
    """What kind of actor noun a token is, by its form or its lemma."""
    nouns = actor_nouns()
    return (nouns.get(token.lower) or nouns.get(token.lemma)) if token.pos in CHAIN else None


def titled(doc: Doc, name: Token) -> bool:
    """Whether a title or honorific stands right before a name's first token."""
    before = doc.tokens[name.i - 1] if name.i and doc.tokens[name.i - 1].sent == name.sent else None
    if before is None:
        return False
    noun = noun_of(before)
    return before.lower in HONORIFICS or (noun is not None and noun.cls == "office")


def person_end(tokens: Sequence[Token], at: int) -> int:
    """Where the person's name ends that follows at once, or behind a comma; `at` where none does."""
    first = at + 1
    if first + 1 < len(tokens) and tokens[first].text == "," and tokens[first + 1].ent == "PERSON":
        if not noun_of(tokens[at]):
            return at
        first += 1
    last = first - 1
    for k in range(first, min(len(tokens), first + LONGEST_NAME)):
        token = tokens[k]
        if token.pos == "PROPN" and token.ent not in ("DATE", "TIME"):
            last = k
        elif k == first or not (token.text in DASHES or token.lower in ("al", "bin", "de")):
            break
    return last if last >= first else at


def left_edge(tokens: Sequence[Token], at: int) -> int:
    """Where the determiner and the adjectives before a phrase begin."""
    k = at
    while k > max(0, at - REACH) and tokens[k - 1].lower not in LOOSE and _leads(tokens, k - 1, at):
        k -= 1
        if tokens[k].pos == "DET":
            break
    return k


def _leads(tokens: Sequence[Token], k: int, at: int) -> bool:
    token = tokens[k]
    if token.pos == "DET":
        return True
    return token.pos in ("ADJ", "NUM") and (token.head.i >= tokens[at].i or token.dep in ("amod", "nummod"))
