"""The phrase around a name: "the Russian Foreign Ministry spokeswoman Maria Zakharova", "the government of Qatar"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.codes.nouns import ActorNoun, actor_nouns
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import Span

REACH = 9
CHAIN = ("NOUN", "PROPN", "ADJ")
NAMING = frozenset(("of", "for"))
LINKING = frozenset(("of", "in", "from", "for"))


def noun_of(token: Token) -> ActorNoun | None:
    """What kind of actor noun a token is, by its form or its lemma."""
    nouns = actor_nouns()
    return (nouns.get(token.lower) or nouns.get(token.lemma)) if token.pos in ("NOUN", "PROPN", "ADJ") else None


def grow(doc: Doc, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The wider phrases that stand for the same actor as a name they hold, each at most once."""
    taken = {i: m.id for m in mentions if m.how != "place" for i in (t.i for t in doc.within(m.span))}
    for mention in mentions:
        if mention.kind not in (ActorKind.STATE, ActorKind.BODY, ActorKind.ORGAN):
            continue
        tokens = doc.within(mention.span)
        phrase = _after(doc, tokens, taken, mention) or (_before(doc, tokens) if mention.how != "adjective" else None)
        if phrase is not None:
            yield replace(mention, span=(phrase[0].start, phrase[-1].end), how="organ", sector=mention.sector)


def _sentence_tokens(doc: Doc, token: Token) -> tuple[list[Token], int]:
    tokens = doc.sentence(token).tokens
    return tokens, token.i - tokens[0].i


def _after(doc: Doc, name: Sequence[Token], taken: dict[int, str], mention: Mention) -> list[Token] | None:
    """The chain that a name begins: modifiers, actor nouns, "of" with capitals, a person's name."""
    tokens, at = _sentence_tokens(doc, name[-1])
    k = at + 1
    if k < len(tokens) and tokens[k].lower in ("'s", "’s", "'"):
        k += 1
    best = at if mention.kind is ActorKind.ORGAN and mention.how == "organ" else None
    office: Token | None = None
    limit = min(len(tokens), at + 1 + REACH)
    while k < limit:
        t = tokens[k]
        if taken.get(t.i, mention.id) != mention.id:
            break
        if t.pos in CHAIN or (t.text == "-" and k + 1 < limit):
            noun = noun_of(t)
            if noun:
                best, office = k, (t if noun.cls == "office" else None)
            elif office is not None and t.pos == "PROPN":
                break
            k += 1
        elif t.lower in NAMING and best == k - 1 and tokens[k - 1].text[:1].isupper() and k + 1 < len(tokens) and tokens[k + 1].text[:1].isupper():
            k += 1
            while k < limit and (
                tokens[k].text[:1].isupper() or (tokens[k].lower in ("and", ",", "the", "of") and k + 1 < limit and tokens[k + 1].text[:1].isupper())
            ):
                if not noun_of(tokens[k]) and taken.get(tokens[k].i, mention.id) != mention.id:
                    break
                best, k = k, k + 1
            office = None
        else:
            break
    if best is None:
        return None
    end = _named(tokens, best) if office is not None and office.i == tokens[best].i else best
    start = _left(tokens, name[0].i - tokens[0].i)
    return tokens[start : end + 1] if end > at or start < at else None


def _named(tokens: Sequence[Token], at: int) -> int:
    """Where the person's name ends that follows an office at once."""
    k = at + 1
    while (
        k < len(tokens)
        and (tokens[k].pos == "PROPN" or (tokens[k].text in (".", "-") and k + 1 < len(tokens) and tokens[k + 1].pos == "PROPN" and k > at + 1))
        and tokens[k].dep != "punct"
    ):
        k += 1
    return k - 1


def _left(tokens: Sequence[Token], at: int) -> int:
    """Where the determiners and adjectives before a name begin."""
    k = at
    while (
        k > 0
        and tokens[k - 1].pos in ("DET", "ADJ", "NUM")
        and tokens[k - 1].head.i > tokens[k - 1].i
        and tokens[k - 1].lower not in ("this", "that")
    ):
        k -= 1
    return k


def _before(doc: Doc, name: Sequence[Token]) -> list[Token] | None:
    """The noun that a name hangs on by a preposition: "the government of Qatar", "officials in Pyongyang"."""
    tokens, at = _sentence_tokens(doc, name[0])
    k = at - 1
    if k >= 0 and tokens[k].pos == "DET":
        k -= 1
    if k < 1 or tokens[k].lower not in LINKING or (noun := noun_of(tokens[k - 1])) is None:
        return None
    if tokens[k].lower in ("in", "from", "for") and noun.cls not in ("people", "office", "organ"):
        return None
    start = k - 1
    while start > 0 and tokens[start - 1].pos in CHAIN:
        start -= 1
    start = _left(tokens, start)
    end = name[-1].i - tokens[0].i
    if noun.cls == "office":
        end = _named(tokens, end)
    return tokens[start : end + 1]


def with_article(doc: Doc, span: Span) -> Span:
    """A name with the definite article before it."""
    first = doc.at(span[0])
    if first is None or first.i == 0:
        return span
    before = doc.tokens[first.i - 1]
    return (before.start, span[1]) if before.lower == "the" and before.sent == first.sent else span
