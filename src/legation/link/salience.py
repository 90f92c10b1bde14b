"""Which actor a reader has in mind at a place of the text: the ones told nearest, subjects before others."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

SUBJECTS = ("nsubj", "nsubjpass", "agent", "csubj")
MODIFYING = ("compound", "amod", "nmod", "poss")
OBJECTS = ("dobj", "pobj", "dative", "attr", "oprd")
# Weights found by trial on articles: a subject is taken up again about twice as often as another mention.
SUBJECT, OTHER, PLACE = 2.0, 1.0, 0.8
# Each sentence between halves the weight; sentences further back than this are forgotten.
DECAY, BACK = 0.5, 4
# So does a new paragraph, a little.
PARAGRAPH = 0.7
# An actor told again and again is the topic.
TOPIC, OFTEN, HEADLINE = 0.12, 10, 0.5
# What the last one told in the same sentence gains for a definite noun ("relations with Seoul after the country's election").
LAST = 1.2
# What an actor weighs that the clause makes an unlikely one.
UNLIKELY = 0.3
# How far ahead the best must be of the second to be sure.
MARGIN = 1.15
# How many tellings before and after a place are looked at: enough for the sentences above, and no more in a hostile text.
WINDOW, AHEAD = 60, 6
CODE = 3


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One telling of an actor: where, as which mention (`number`), as the subject of its clause, or only modifying another noun."""

    token: int
    sentence: int
    weight: float
    subject: bool
    modifier: bool
    number: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which actors will do: of these ids, of these kinds, without those ids, those of `unlikely` less so; `last` favours the sentence's last."""

    among: Collection[str] | None = None
    kinds: Collection[ActorKind] = (ActorKind.STATE,)
    without: Collection[str] = ()
    last: bool = False
    unlikely: Collection[str] = ()

    def fits(self, mention: Mention) -> bool:
        """Whether a mention's actor will do; a person or organ stands for its state."""
        stands = mention.kind in (ActorKind.PERSON, ActorKind.ORGAN) and mention.country is None and mention.id.isupper() and len(mention.id) == CODE
        kind = mention.kind in self.kinds or (stands and ActorKind.STATE in self.kinds)
        return kind and mention.id not in self.without and (self.among is None or mention.id in self.among)


STATES = Wanted()


class Salience:
    """The tellings of an article's actors, asked for the one in mind at a token."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self.doc = doc
        self.mentions: list[Mention] = []
        self.tellings: list[Telling] = []
        self.count: Counter[str] = Counter()
        widest: dict[int, Mention] = {}
        for m in sorted(mentions, key=lambda m: m.span[0] - m.span[1]):
            for t in doc.within(m.span):
                widest.setdefault(t.i, m)
        for m in mentions:
            inside = doc.within(m.span)
            if inside and (widest[inside[0].i].id != m.id or widest[inside[0].i].span == m.span):
                self.tell(m)
        self._first = {self.mentions[t.number].id for t in self.tellings if t.sentence == 0}

    def tell(self, mention: Mention) -> None:
        """Adds a mention, wherever it stands."""
        inside = self.doc.within(mention.span)
        head = self.doc.head_of(mention.span) or inside[-1]
        subject = _topmost(head).dep in SUBJECTS
        weight = SUBJECT if subject else PLACE if mention.how in ("place", "adjective", "region") else OTHER
        insort(
            self.tellings,
            Telling(inside[0].i, inside[0].sent, weight, subject, mention.how == "adjective" or head.dep in MODIFYING, len(self.mentions)),
        )
        self.mentions.append(mention)
        self.count[mention.id] += 1

    def best(self, at: Token, wanted: Wanted = STATES) -> Mention | None:
        """The actor most in mind at a token among those that will do; None where two are as likely."""
        scores: dict[str, float] = {}
        shown: dict[str, Mention] = {}
        last = wanted.last
        for telling, weight in self._near(at, wanted):
            mention = self.mentions[telling.number]
            if last and telling.sentence == at.sent and not telling.modifier:
                weight, last = weight + LAST, False
            scores[mention.id] = scores.get(mention.id, 0.0) + weight
            shown.setdefault(mention.id, mention)
        for id in scores:
            if id in wanted.unlikely:
                scores[id] *= UNLIKELY
            scores[id] += TOPIC * min(OFTEN, self.count[id]) + (HEADLINE if id in self._first else 0)
        ranked = sorted(scores.items(), key=lambda s: -s[1])[:2]
        if not ranked or (len(ranked) == 2 and ranked[0][1] < MARGIN * ranked[1][1]):
            return None
        return shown[ranked[0][0]]

    def _near(self, at: Token, wanted: Wanted) -> Iterator[tuple[Telling, float]]:
        """The tellings before a token that will do, nearest first, with their weights; where there are none, those after it in its sentence."""
        k = bisect_left(self.tellings, at.i, key=lambda t: t.token)
        some = False
        for telling in reversed(self.tellings[max(0, k - WINDOW) : k]):
            far = at.sent - telling.sentence
            if far > BACK:
                break
            if wanted.fits(self.mentions[telling.number]):
                apart = self.doc.sentences[at.sent].paragraph != self.doc.sentences[telling.sentence].paragraph
                some = True
                yield telling, telling.weight * DECAY**far * (PARAGRAPH if apart else 1)
        if not some:
            yield from ((t, t.weight) for t in self.tellings[k : k + AHEAD] if t.sentence == at.sent and wanted.fits(self.mentions[t.number]))

    def subject_before(self, at: Token, kinds: Collection[ActorKind]) -> Mention | None:
        """The nearest subject of some kind told before a token, in its sentence or the one before."""
        k = bisect_left(self.tellings, at.i, key=lambda t: t.token)
        for telling in reversed(self.tellings[max(0, k - WINDOW // 2) : k]):
            if at.sent - telling.sentence > 1:
                return None
            if telling.subject and self.mentions[telling.number].kind in kinds:
                return self.mentions[telling.number]
        return None


def _topmost(token: Token) -> Token:
    """The head of the noun phrase a token modifies: "officials" for "Russian" in "Russian officials"."""
    while token.dep in ("compound", "amod", "nmod", "appos", "conj") and token.head is not token:
        token = token.head
    return token
