"""Whats: what is measured, in the article's own words."""

from __future__ import annotations

import itertools

from legation.claim.scene import COUNTING, NOMINAL, Scene
from legation.parse.doc import Token
from legation.words.evidence import covers, overlap

LONGEST_PHRASE = 9
OUTSIDE = frozenset(("det", "punct", "nummod", "quantmod", "relcl", "cc", "conj", "appos", "advmod", "predet"))
# Whose it is stands in the parties; "its debt" is of debt.
POINTING = frozenset(("PRP$", "DT", "WDT", "WP$"))


def of_what(scene: Scene, word: Token | None) -> str | None:
    """What is measured, in the article's words: the noun phrase of the counted noun or of the measure's word, without the number."""
    found, noun = scene.found, scene.found.noun if scene.found.noun is not None else _counted_in(word) if word is not None else None
    if noun is None or noun.pos not in NOMINAL:
        return None
    inside = covers(found.span, noun.span)
    left = [c for c in noun.children if c.i < noun.i and (c.dep in ("amod", "compound", "nmod") if inside else c.dep not in OUTSIDE)]
    before = [t for c in left for t in c.subtree() if t.i < noun.i and (t.start > found.token.start if inside else t.tag != "CD")]
    first = min(before, key=lambda t: t.i, default=noun)
    beside = noun.head.head.children if noun.dep == "pobj" and noun.head.head.lemma in COUNTING else ()
    after = [t for c in (*noun.children, *beside) if c.i > noun.i and c.dep in ("prep", "acl") for t in c.subtree()]
    last = noun
    for t in sorted(after, key=lambda t: t.i):
        if t.i != last.i + 1 or t.i - first.i >= LONGEST_PHRASE or t.lower in (",", ";", "(") or (covers(found.span, t.span) and not inside):
            break
        last = t
    while last is not noun and last.pos not in (*NOMINAL, "ADJ", "VERB"):
        last = scene.linked.doc.tokens[last.i - 1]
    words = [t for t in scene.linked.doc.tokens[first.i : last.i + 1] if t.i >= noun.i or not (t.tag in POINTING or _is_number(scene, t, inside))]
    while len(words) > 1 and words[0].pos == "PUNCT":
        words = words[1:]
    text = scene.linked.article.text
    return " ".join("".join(t.text + " " * (not text[t.end : t.end + 1].strip()) for t in words).split())


def _is_number(scene: Scene, token: Token, inside: bool) -> bool:
    """Whether a token before the noun is of an amount: within the number's words, or a figure or sign of another."""
    if token.tag in ("CD", "$", "JJR") or token.text in ("%", "\\"):
        return True
    return bool(overlap(scene.found.span, token.span)) and (not inside or token.start <= scene.found.token.start)


def _counted_in(word: Token) -> Token:
    """The noun that "the number of" counts, where the measure's word only narrows it: "the number of Chadians with work permits"."""
    counting = next((t for t in itertools.islice(word.ancestors(), 5) if t.lemma in COUNTING), None)
    of = next((p for p in counting.kids("prep") if p.lower == "of"), None) if counting is not None else None
    return (of.child("pobj") or word) if of is not None else word
