"""The phrase that names a source: its head by name, and how far it reaches."""

from __future__ import annotations

from collections.abc import Iterator

from legation.codes.cues import source_kinds
from legation.codes.wordsets import wordset
from legation.find.sources import FLOATING, kind_of_noun
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

ASIDE = frozenset(("on", "via", "during", "after", "before", "to"))
PLACES = frozenset(("GPE", "LOC", "FAC"))  # "the owner of a shop in Lagos, Nigeria"
MARKUP = frozenset("_*")  # "_The Herald_"
DROPPED = frozenset(("relcl", "advcl", "parataxis", "punct", "cc", "ccomp", "dep", "npadvmod", "aux", "cop"))
OUTSIDE = frozenset("“”\"'‘’«»([,;:.—/")
DASHES = frozenset(("—", "–", "-", "--"))
LONGEST_NAME = 40


def named(head: Token) -> Token:
    """The name in apposition to a title: "the prosecutor, Ali Mehr" is Ali Mehr."""
    dash = next((x.i for x in head.children if x.text in DASHES), None) if head.text.isupper() else None
    if dash is not None and (after := next((k for k in head.kids("appos") if k.i > dash), None)) is not None:
        return named(after)  # "CAIRO — The minister said"
    titled = head.ent == "NORP" or source_kinds().get(head.lemma) == "person"
    if head.pos in ("NOUN", "NUM") or titled:
        beside = [k for t in (*head.conjuncts(), *_right_edge(head)) for k in t.kids("appos") if k.pos == "PROPN" and k.ent not in PLACES]
        beside = [k for k in beside if head.pos in ("NOUN", "NUM") or any(x.text == "," for x in k.head.children if head.i < x.i < k.i)]
        if (person := next((k for k in beside if k.ent == "PERSON"), None)) is not None:
            return person
        if head.lower in wordset("share"):
            return beside[0] if beside else head  # "one of the groups, the Union of Miners"
        for k in beside:
            member = any(d.lower in ("a", "an") for d in k.kids("det"))  # "the senator, a Republican"
            if kind_of_noun(head) == "person" and not member:
                return k
    return head


def _right_edge(head: Token) -> Iterator[Token]:
    """The nouns of the prepositions behind a title, on the last of which the parser may hang the name: "the head of the Centre, Roe"."""
    t = head
    while (prep := next((k for k in reversed(t.kids("prep"))), None)) is not None and (inner := prep.child("pobj")) is not None:
        yield inner
        t = inner


def name_span(doc: Doc, head: Token, cue: Token) -> Span:
    """The noun phrase of a head without what commas set off and without the clause the cue stands in."""
    kept = {head.i}
    stack = [head]
    while stack:
        t = stack.pop()
        for k in t.children:
            if len(kept) < LONGEST_NAME and _belongs(doc, head, t, k, cue):
                kept.add(k.i)
                stack.append(k)
    tokens = doc.tokens
    first = last = head.i
    while first - 1 in kept or (first - 2 in kept and tokens[first - 1].pos == "PUNCT" and tokens[first - 1].text not in ",;:"):
        first -= 1
    while any(last + n in kept and all(x.pos in ("PUNCT", "CCONJ") for x in tokens[last + 1 : last + n]) for n in (1, 2, 3)):
        last += 1  # "Roe, Poe, and Doe"
    while first > 0 and tokens[first - 1].end == tokens[first].start and tokens[first - 1].text not in OUTSIDE:
        first -= 1  # a name in pieces that no blank parts: "al-Sisi"
    if any(t.text == "(" for t in tokens[first : last + 1]) and last + 1 < len(tokens) and tokens[last + 1].text == ")":
        last += 1
    start, end = tokens[first].start, tokens[last].end
    while start < end - 1 and doc.text[start] in MARKUP:
        start += 1
    while end > start + 1 and doc.text[end - 1] in MARKUP:
        end -= 1
    return start, end


def _belongs(doc: Doc, head: Token, t: Token, k: Token, cue: Token) -> bool:
    """Whether a word below a name's head is part of the name."""
    if (k.dep == "case" and t is head) or (k.dep == "acl" and k.child("agent", "prep") is None):
        return False
    if k.dep == "prep" and t is head and ((k.lower == "as" and k.child("amod") is None) or (k.lower in ASIDE and head.ent == "PERSON")):
        return False  # "wrote Roe on Twitter", "is described by friends as shy"
    if k.lower in FLOATING and k.i > head.i:
        return False  # "Roe and Poe each"
    if k.dep in DROPPED or k is cue or (k.dep == "acl" and (k.tag != "VBN" or k.i > t.i + 1)):
        return False
    apart = k.i > head.i and any(x.text in ",;:—" for x in doc.tokens[head.i : k.i])
    if k.dep == "appos":
        return not apart
    if k.dep == "conj" and t.pos == "ADJ":
        return True
    if k.dep == "conj":
        return k.pos in ("PROPN", "NOUN") and k.i - t.i < 14 and not any(x.tag in ("VBD", "VBZ", "VBP", "MD") for x in doc.tokens[t.i : k.i])
    return not apart or t is not head
