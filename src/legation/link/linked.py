"""An article with everything that was found in it and tied to things: what the claim layer works on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from legation.find.amounts import FoundAmount
from legation.link.heading import find_subject, find_topic
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention
from legation.words.article import Article
from legation.words.evidence import Span, covers
from legation.words.period import Time
from legation.words.reading import Unread
from legation.words.voice import Voice


@dataclass(frozen=True)
class Linked:
    """One article's Doc with its mentions, amounts, times and voices, each tuple in text order; `unread` are names that could not be
    linked, `several` the actors of "both countries" and the like, one mention each on the same span; `orator` the state that speaks the whole."""

    article: Article
    doc: Doc
    mentions: tuple[Mention, ...] = ()
    amounts: tuple[FoundAmount, ...] = ()
    times: tuple[Time, ...] = ()
    voices: tuple[Voice, ...] = ()
    unread: tuple[Unread, ...] = ()
    several: tuple[Mention, ...] = ()
    orator: Mention | None = None

    @cached_property
    def topic(self) -> tuple[Mention, ...]:
        """The two states that the title says the article is about; () where it says no such thing."""
        return find_topic(self.article.title or "")

    @cached_property
    def subject(self) -> Mention | None:
        """The one state whose dealings with others the title says the article is about; None where it says no such thing."""
        return find_subject(self.article.title or "")

    @cached_property
    def states_told(self) -> Counter[str]:
        """How often the article names each state."""
        return Counter(m.id for m in self.mentions if m.kind is ActorKind.STATE)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.span[0] for m in self.mentions]

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that lie wholly inside a span, in text order."""
        first = bisect_left(self._mention_starts, span[0])
        last = bisect_right(self._mention_starts, span[1])
        return [m for m in self.mentions[first:last] if covers(span, m.span)]

    @cached_property
    def _mention_of(self) -> dict[int, Mention]:
        """For each token the longest mention that covers it."""
        out: dict[int, Mention] = {}
        for m in self.mentions:
            for t in self.doc.within(m.span):
                if t.i not in out or m.span[1] - m.span[0] > out[t.i].span[1] - out[t.i].span[0]:
                    out[t.i] = m
        return out

    def mention_of(self, token: Token) -> Mention | None:
        """The longest mention that covers a token."""
        return self._mention_of.get(token.i)

    def several_of(self, token: Token) -> tuple[Mention, ...]:
        """Whom a plural without a name stands for ("both countries", "the two sides"), by its noun; () where nothing tells."""
        return tuple(m for m in self.several if m.span[1] == token.end)

    @cached_property
    def _voice_reach(self) -> list[int]:
        """For each voice the farthest end of any up to it."""
        return list(accumulate((v.span[1] for v in self.voices), max))

    def voices_touching(self, span: Span) -> list[Voice]:
        """The voices whose content shares a character with a span, without walking the whole list."""
        k = bisect_left(self.voices, span[1], key=lambda v: v.span[0])
        out = []
        while k > 0 and self._voice_reach[k - 1] > span[0]:
            k -= 1
            if self.voices[k].span[1] > span[0]:
                out.append(self.voices[k])
        return out[::-1]

    def voices_over(self, span: Span) -> list[Voice]:
        """The voices whose content covers a span, outermost (widest) first."""
        found = [v for v in self.voices_touching(span) if covers(v.span, span)]
        return sorted(found, key=lambda v: v.span[0] - v.span[1])


def ids_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The distinct actor ids of mentions, in their order."""
    return tuple(dict.fromkeys(m.id for m in mentions))
