"""Names: the actors that the sentences of an article name, what its pronouns stand for, and the states it is about."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from legation.claim.parties import Parties
from legation.link.linked import Linked
from legation.parse.doc import Sentence, Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import Span, covers

FIRST_PERSON = frozenset(("we", "our", "us", "my", "ours"))
# So often must the less spoken of two states be named where an article is about the two.
PAIRED_OFTEN = 3
SEVERAL = frozenset(("they", "their", "them"))
DOLLARS = re.compile(r"\s(?:dollars?|cents?)\b", re.I)
SUM = re.compile(r"(?:\d|(?:hundred|thousand|[mbtr]illion|[mbt]n|mln|bln))\s\Z", re.I)
LEANING = re.compile(r"\b(?:pro|anti|non)[-‑]\Z", re.I)
# How many mentions beside one may nest it.
BESIDE = 4


class Names:
    """The actors named in each sentence of one article, found once; and what its pronouns stand for."""

    def __init__(self, linked: Linked) -> None:
        self.linked, self.parties = linked, Parties(linked)
        self._named: dict[int, list[tuple[str, Token]]] = {}

    def of(self, sentence: Sentence) -> list[tuple[str, Token]]:
        """The ids of a sentence's actors with the head of each name, in text order."""
        if sentence.i not in self._named:
            self._named[sentence.i] = named_in(self.linked, sentence)
        return self._named[sentence.i]

    @cached_property
    def spoken_of(self) -> list[tuple[str, int]]:
        """The states of the article with how often each is named, most often first."""
        return Counter(m.id for m in self.linked.mentions if m.kind is ActorKind.STATE and not _is_sign(self.linked, m.span)).most_common(3)

    @cached_property
    def topic(self) -> str | None:
        """The state that the article is about: named at least twice as often as any other."""
        counts = self.spoken_of
        if counts and (len(counts) == 1 or counts[0][1] >= 2 * counts[1][1]):
            return counts[0][0]
        return None

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """The two states whose dealings the article is about, the first named first; () where it is not about two."""
        counts = self.spoken_of
        if len(counts) < 2 or counts[1][1] < PAIRED_OFTEN or (len(counts) == 3 and counts[1][1] < 2 * counts[2][1]):
            return ()
        first = next(m.id for m in self.linked.mentions if m.id in (counts[0][0], counts[1][0]))
        return first, next(id for id, _ in counts if id != first)

    def kind_of(self, id: str) -> str:
        """The kind of an actor by its first mention; `state` or `other` by its id where none is of it."""
        return self._kinds.get(id, "state" if id.isupper() else "other")

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {m.id: m.kind.value for m in reversed(self.linked.mentions)}

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The international bodies that the article names."""
        return frozenset(m.id for m in self.linked.mentions if m.kind is ActorKind.BODY)

    @cached_property
    def first_person(self) -> str | None:
        """The state that "we" is in a speech or letter: the one in whose name the whole document speaks."""
        return self.linked.orator.id if self.linked.orator is not None else None

    def meant_by(self, token: Token) -> list[str]:
        """The ids that a noun or pronoun stands for: one, of "they" two; of "we" in a speech the speaker's state."""
        found = [p.id for p in self.parties.of(token)][: 2 if token.lower in SEVERAL else 1]
        if not found and token.lower in FIRST_PERSON and self.first_person and not self.linked.voices_over(token.span):
            return [self.first_person]
        return found

    def is_paper(self, token: Token) -> bool:
        """Whether a token names a paper, agency or broadcaster, which only tells."""
        mention = self.linked.mention_of(token)
        return mention is not None and mention.sector == "MED"

    def country_of(self, id: str | None) -> str | None:
        """The state that a people belongs to by the article's mentions of it; the id itself where that is no people's or no state is known."""
        return self._countries.get(id, id) if id is not None and id.islower() else id

    @cached_property
    def _countries(self) -> dict[str, str]:
        return {m.id: m.country for m in self.linked.mentions if m.country and m.kind is ActorKind.GROUP}

    def other_of_pair(self, one: str | None) -> str | None:
        """The other of the two states that the article is about; None where `one` is neither."""
        return next((id for id in self.pair if id != one), None) if one in self.pair else None


def actor_id(mention: Mention) -> str | None:
    """The code of the actor that a mention stands for in a figure: a person's or organ's state, else its own."""
    if mention.kind in (ActorKind.PERSON, ActorKind.ORGAN):
        return mention.id if mention.id.isupper() else mention.country
    return mention.id


def named_in(linked: Linked, sentence: Sentence) -> list[tuple[str, Token]]:
    """The ids of a sentence's actors with the head of each name, the widest of nested ones that agree."""
    mentions = [m for m in linked.mentions_in(sentence.span) if not _is_sign(linked, m.span)]
    out = []
    for k, m in enumerate(mentions):
        # Mentions stand in text order: what nests one stands beside it.
        beside = mentions[max(0, k - BESIDE) : k] + mentions[k + 1 : k + 1 + BESIDE]
        if any(covers(o.span, m.span) and o.span != m.span and o.id == m.id for o in beside):
            continue
        id, token = actor_id(m), linked.doc.head_of(m.span)
        if m.sector == "MED" or PAPER.match(linked.article.text, m.span[1]):
            continue
        if id is not None and token is not None and not _is_source(token):
            out.append((id, _name_in(linked, token, m.span)))
    return sorted(out, key=lambda e: e[1].i)


# "the Paris Agreement", "the Minsk talks": papers and rounds named after a place.
PAPER = re.compile(
    r"(?:\s[A-Z][\w-]+){0,2}\s(?:Agreements?|Accords?|Treaty|Protocol|Convention|Club|Declaration|Pact|Statute|Process|Principles|Charter|Consensus|Framework"
    r"|Conference|Compact|Communiqu[eé]|Memorandum)\b"
)


def _name_in(linked: Linked, head: Token, span: Span) -> Token:
    """The token of the name itself where the phrase stands for what comes from it: "goods from Canada", "imports from Japan"."""
    inner = next((p for c in head.kids("prep") if c.lower == "from" for p in c.kids("pobj") if covers(span, p.span)), None)
    if head.pos != "NOUN":
        return head
    # Parsers hang "from Mali" on the verb: the last word of the phrase is the name then.
    return inner or next((t for t in linked.doc.within(span) if t.pos == "PROPN" and t.dep == "pobj" and t.head.lower == "from"), head)


def _is_source(token: Token) -> bool:
    """Whether a name only says who tells it ("according to CNN")."""
    while token.dep in ("compound", "conj", "nmod", "poss") and token.head is not token:
        token = token.head  # "according to World Bank and IMF estimates"
    return token.dep == "pobj" and token.head.lower == "to" and token.head.head.lower == "according"


def _is_sign(linked: Linked, span: Span) -> bool:
    """Whether the letters are part of a currency sign ("US$") or of a leaning ("pro-EU")."""
    text = linked.article.text
    money = text[span[1] : span[1] + 1] in ("$", "€", "£", "¥") or (DOLLARS.match(text, span[1]) and SUM.search(text, max(0, span[0] - 12), span[0]))
    return bool(money) or bool(LEANING.search(text, max(0, span[0] - 5), span[0]))
