"""Which actor a reader has in mind at a place of the text: the ones told nearest, subjects before others."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

SUBJECTS = ("nsubj", "nsubjpass", "agent", "csubj")
OBJECTS = ("dobj", "pobj", "dative", "attr", "oprd")
# Weights found by trial on articles: a subject is taken up again about twice as often as another mention.
SUBJECT, OTHER, PLACE = 2.0, 1.0, 0.8
# Each sentence between halves the weight; sentences further back than this are forgotten.
DECAY, BACK = 0.5, 4
# So does a new paragraph, a little.
PARAGRAPH = 0.7
# An actor told again and again is the topic.
TOPIC, HEADLINE = 0.12, 0.5
# How far ahead the best must be of the second to be sure.
MARGIN = 1.15


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an actor: where, by which mention, and whether as the subject of its clause."""

    token: int
    sentence: int
    mention: Mention
    subject: bool
    weight: float


class Salience:
    """The tellings of an article's actors, asked for the one in mind at a token."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.tellings = sorted(self._tellings(mentions), key=lambda t: t.token)
        self._starts = [t.token for t in self.tellings]
        self.count = Counter(t.mention.id for t in self.tellings)
        self._first = {t.mention.id for t in self.tellings if t.sentence == 0}

    def _tellings(self, mentions: Sequence[Mention]) -> list[Telling]:
        widest: dict[int, Mention] = {}
        for m in mentions:
            for t in self.doc.within(m.span):
                if t.i not in widest or m.span[1] - m.span[0] > widest[t.i].span[1] - widest[t.i].span[0]:
                    widest[t.i] = m
        out = []
        for m in mentions:
            inside = self.doc.within(m.span)
            if not inside or (widest[inside[0].i].id == m.id and widest[inside[0].i].span != m.span):
                continue
            head = self.doc.head_of(m.span) or inside[-1]
            subject = _topmost(head).dep in SUBJECTS
            weight = SUBJECT if subject else PLACE if m.how in ("place", "adjective", "region") else OTHER
            out.append(Telling(inside[0].i, inside[0].sent, m, subject, weight))
        return out

    def best(
        self, at: Token, among: Collection[str] | None = None, kinds: Collection[ActorKind] = (ActorKind.STATE,), without: Collection[str] = ()
    ) -> Mention | None:
        """The actor most in mind at a token; `among` and `kinds` say which will do. None where two are as likely."""
        scores: dict[str, float] = {}
        shown: dict[str, Mention] = {}
        k = bisect_left(self._starts, at.i)
        for telling in reversed(self.tellings[max(0, k - 60) : k]):
            far = at.sent - telling.sentence
            if far > BACK:
                break
            apart = self.doc.sentences[at.sent].paragraph != self.doc.sentences[telling.sentence].paragraph
            self._count(telling, telling.weight * DECAY**far * (PARAGRAPH if apart else 1), scores, shown, (among, kinds, without))
        if not scores:
            for telling in self.tellings[k : k + 6]:
                if telling.sentence == at.sent:
                    self._count(telling, telling.weight, scores, shown, (among, kinds, without))
        for id in scores:
            scores[id] += TOPIC * min(10, self.count[id]) + (HEADLINE if id in self._first else 0)
        ranked = sorted(scores.items(), key=lambda s: -s[1])[:2]
        if not ranked or (len(ranked) == 2 and ranked[0][1] < MARGIN * ranked[1][1]):
            return None
        return shown[ranked[0][0]]

    def _count(
        self,
        telling: Telling,
        weight: float,
        scores: dict[str, float],
        shown: dict[str, Mention],
        wanted: tuple[Collection[str] | None, Collection[ActorKind], Collection[str]],
    ) -> None:
        among, kinds, without = wanted
        m = telling.mention
        state = (
            m.kind in (ActorKind.PERSON, ActorKind.ORGAN) and m.country is None and m.id.isupper() and ActorKind.STATE in kinds and len(m.id) == CODE
        )
        if (m.kind not in kinds and not state) or m.id in without or (among is not None and m.id not in among):
            return
        scores[m.id] = scores.get(m.id, 0.0) + weight
        shown.setdefault(m.id, m)

    def subject_before(self, at: Token, kinds: Collection[ActorKind]) -> Mention | None:
        """The nearest subject told before a token, in its sentence or the one before."""
        k = bisect_left(self._starts, at.i)
        for telling in reversed(self.tellings[max(0, k - 30) : k]):
            if at.sent - telling.sentence > 1:
                return None
            if telling.subject and telling.mention.kind in kinds:
                return telling.mention
        return None


CODE = 3


def _topmost(token: Token) -> Token:
    """The head of the noun phrase a token modifies: "officials" for "Russian" in "Russian officials"."""
    while token.dep in ("compound", "amod", "nmod", "appos", "conj") and token.head is not token:
        token = token.head
    return token
