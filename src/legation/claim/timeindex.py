"""The dated expressions of an article by the words they date: the ground on which `when_of` stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from legation.claim.eras import era_times
from legation.claim.governed import ACTS_OF, governed
from legation.codes.factuality import acts
from legation.find.amounts import FoundAmount
from legation.link.calendar import is_range
from legation.link.linked import Linked
from legation.link.orator import FEWEST, FIRST_PERSON, WORDS
from legation.link.tense import VERBS, Tense, governing_verb, tense_of
from legation.parse.doc import Sentence, Token
from legation.words.evidence import Span
from legation.words.period import Period, Time, TimeType

DIGEST_SENTENCES = 8
# So many dates of one word count; endless sentences have more.
MOST_DATES = 64
# Determiners by which an act is spoken of again, and verbs by which an act takes place.
AGAIN = {"the", "this", "that", "these", "both"}
HAPPENING = {"happen", "occur", "take", "begin", "start", "come", "follow"}
# Verbs that say from when a measure holds.
STARTING = {"take", "come", "enter", "go", "begin", "start", "apply", "commence"}
# So many sentences on, "the ban takes effect" is still the one told of.
NEXT = 3
# A date is carried on only where it names a stretch as short as this.
CARRIED_DAYS = 12
# What an article reports has happened within so many days before it, and stands among its first dated sentences.
STORY_DAYS, STORY_SENTENCES = 14, 6
# A date that begins within so many characters of its sentence opens it.
FRONT_LENGTH = 10
# How far up "since" may stand from a date: since | the ceasefire | on | 19 January.
SINCE_REACH = 5
# Headings and fragments tell no tense.
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression (or the two ends of a range) with its days as the preposition before it bounds them.

    `steps` says how far up the tree it had to be carried to the word in question; `present` marks words like "now",
    `base` what a change is reckoned from ("up 16 % from 2008"); `ends` are the two ends of a range,
    `deadline` is the day itself where a preposition looks up to it ("by 2030"); `since` says that it follows "since".
    """

    span: Span
    when: Period
    why: str
    present: bool = False
    steps: int = 0
    base: bool = False
    ends: tuple[Period, Period] | None = None
    deadline: Period | None = None
    since: bool = False


@dataclass(slots=True)
class TimeIndex:
    """The dated expressions by the word they date (number of the token) and by the sentence whose main clause they date.

    `in_sentence` has all of a sentence in text order.
    `day` is the article's day or interval; `told_present` says whether it tells its day's acts in the present tense, `spoken` whether it is
    a speech in the first person; `amounts` are the article's by their word, `amount_starts` where they begin; `story` is the date of what
    it reports first;
    `named` gives for an act's noun the token where it was first dated, and its date; `effects` for a noun the sentences that say from when
    it holds ("The tariffs take effect on 10 April"), with the date.
    """

    by_token: dict[int, list[Dated]] = field(default_factory=dict)
    by_sentence: dict[int, Dated] = field(default_factory=dict)
    in_sentence: dict[int, list[Dated]] = field(default_factory=dict)
    told_present: bool = False
    spoken: bool = False
    day: Period | None = None
    story: Dated | None = None
    named: dict[str, tuple[int, Dated]] = field(default_factory=dict)
    effects: dict[str, list[tuple[int, Dated]]] = field(default_factory=dict)
    amounts: dict[int, FoundAmount] = field(default_factory=dict)
    amount_starts: list[int] = field(default_factory=list)

    def told_of(self, noun: Token) -> Dated | None:
        """The date of an act that was dated before and is spoken of again: "the airstrike", "the attack"."""
        found = self.named.get(noun.lemma)
        definite = any(c.dep == "det" and c.lower in AGAIN for c in noun.children)
        return found[1] if found is not None and definite and found[0] < noun.i else None

    def holds_from(self, act: Token) -> Dated | None:
        """The date from which a later sentence says that what an act brings holds: "imposes a ban. The ban takes effect on 10 April."."""
        nouns = (act, *act.kids("dobj", "nsubjpass"), *(o for p in act.kids("prep") if (o := p.child("pobj")) is not None))
        found = (d for n in nouns for sent, d in self.effects.get(n.lemma, ()) if n.pos == "NOUN" and 0 < sent - act.sent <= NEXT)
        return next(found, None)

    def is_ahead(self, dated: Dated) -> bool:
        """Whether a date lies after the article's last day."""
        return self.last_day is not None and dated.when.first is not None and dated.when.first > self.last_day

    def opens(self, dated: Dated, verb: Token) -> bool:
        """Whether a date stands among the first words of a sentence and dates a clause beside that of a verb."""
        first = verb
        while first.head is not first and first.head.sent == verb.sent:
            first = first.head
        start = min((t.start for t in first.subtree()), default=0)
        return dated.span[0] - start <= FRONT_LENGTH and not dated.present and dated.deadline is None

    @property
    def last_day(self) -> date | None:
        """The last day on which the article can have appeared."""
        return self.day.last if self.day is not None else None


def time_index(linked: Linked) -> TimeIndex:
    """The index of an article, made once and kept with it."""
    kept = vars(linked).get("_time_index")
    if isinstance(kept, TimeIndex):
        return kept
    published = linked.article.published
    index = TimeIndex(
        day=published.when if published else None,
        amounts={a.token.i: a for a in linked.amounts},
        amount_starts=[a.span[0] for a in linked.amounts],
    )
    dates = [
        *_dated(linked),
        *(Dated(span, when, f"“{linked.article.text[slice(*span)]}”") for span, when in era_times(linked.article.text, index.last_day)),
    ]
    for dated in sorted(dates, key=lambda d: d.span):
        if (first := linked.doc.at(dated.span[0])) is not None:
            index.in_sentence.setdefault(first.sent, []).append(dated)
        for steps, token in enumerate(governed(linked, dated.span)):
            if len(dates_of := index.by_token.setdefault(token.i, [])) < MOST_DATES:
                dates_of.append(replace(dated, steps=steps))
    for sentence in linked.doc.sentences:
        found = _main_date(index, sentence)
        if found is not None:
            index.by_sentence[sentence.i] = found
    short = len(linked.doc.sentences) <= DIGEST_SENTENCES
    index.told_present = short and index.day is not None and index.day.days == 1 and _tells_in_present(linked)
    index.spoken = _is_spoken(linked)
    index.story = _story(index, linked)
    _name_acts(index, linked)
    vars(linked)["_time_index"] = index
    return index


def _name_acts(index: TimeIndex, linked: Linked) -> None:
    """Keeps the first date of each act noun: its own, or that of the verb that it is the object or the occasion of."""
    tokens = linked.doc.tokens
    for i in sorted(index.by_token):
        dated = next((d for d in index.by_token[i] if not d.present and not d.base and (d.when.days or CARRIED_DAYS + 1) <= CARRIED_DAYS), None)
        if dated is None:
            continue
        at = tokens[i]
        thing = at.child("nsubj", "nsubjpass") if at.lemma in STARTING else None
        if thing is not None and thing.pos == "NOUN" and any(c.lower in AGAIN for c in thing.kids("det")):
            index.effects.setdefault(thing.lemma, []).append((thing.sent, dated))
        within = [p.child("pobj") for p in at.kids("prep", "agent") if p.lower in ACTS_OF]
        for noun in (at, at.child("dobj"), at.child("nsubj") if at.lemma in HAPPENING else None, *within):
            if noun is not None and noun.pos == "NOUN" and noun.lemma in acts():
                index.named.setdefault(noun.lemma, (noun.i, dated))


def _dated(linked: Linked) -> Iterator[Dated]:
    """The expressions that name days, ranges joined, each as its preposition bounds it."""
    times = [t for t in linked.times if t.when is not None and t.type is not TimeType.SET]
    text = linked.article.text
    k = 0
    while k < len(times):
        time = times[k]
        following = times[k + 1] if k + 1 < len(times) else None
        if following is not None and is_range(linked.doc, time.span, following.span) and (joined := _join(time, following)):
            span = time.span[0], following.span[1]
            ends = (time.when, following.when) if time.when and following.when else None
            yield Dated(span, joined, f"“{text[span[0] : span[1]]}”", ends=ends)
            k += 2
            continue
        if (when := _bounded(linked, time)) is not None:
            base = text[max(0, time.span[0] - 5) : time.span[0]].lower() == "from "
            deadline = time.when if when.first is None else None
            since = text[max(0, time.span[0] - 6) : time.span[0]].lower() == "since "
            why = f"“{text[time.span[0] : time.span[1]]}”"
            yield Dated(time.span, when, why, time.value == "PRESENT_REF", base=base, deadline=deadline, since=since)
        k += 1


def _join(a: Time, b: Time) -> Period | None:
    if a.when is None or b.when is None or a.when.first is None or b.when.last is None or a.when.first > b.when.last:
        return None
    return Period(a.when.first, b.when.last)


def _bounded(linked: Linked, time: Time) -> Period | None:
    """The days of an expression under its preposition: "since 2012" runs to the article's day, "by 2020" ends then."""
    when, published = time.when, linked.article.published
    assert when is not None
    before = linked.article.text[max(0, time.span[0] - 14) : time.span[0]].lower().split()
    prep = next((w for w in reversed(before[-2:]) if w not in ("the", "at", "least")), "")
    day = published.when.last if published else None
    if when.first and day is not None and day >= when.first and prep != "since" and _is_within_since(linked, time):
        return Period(when.first, day)
    if prep in ("since", "from") and when.first:
        return Period(when.first, day) if day is not None and day >= when.first and prep == "since" else when
    if prep == "by" and _is_told_level(linked, time):
        return when
    if prep in ("until", "till", "through", "by") and when.last:
        return Period(None, when.last)
    if prep == "before" and when.first and when.days != 1:
        return Period(None, when.first - timedelta(1))
    return when


def _is_within_since(linked: Linked, time: Time) -> bool:
    """Whether a date stands inside what "since" names: "since the ceasefire agreed on 19 January"."""
    at = linked.doc.head_of(time.span)
    for _ in range(SINCE_REACH):
        if at is None or at.head is at or (at.pos in VERBS and at.dep != "acl"):
            return False
        at = at.head
        if at.lower == "since":
            return True
    return False


def _is_told_level(linked: Linked, time: Time) -> bool:
    """Whether "by 2012" says when something stood where it stood ("by 2012 debt had grown to..."), not a deadline."""
    head = linked.doc.head_of(time.span)
    verb = governing_verb(head) if head is not None else None
    return verb is not None and verb.tag in ("VBD", "VBN") and verb.dep in ("ROOT", "ccomp", "conj")


def _main_date(index: TimeIndex, sentence: Sentence) -> Dated | None:
    """The date of a sentence's main clause, where it tells of the past."""
    root = sentence.root
    if root.pos not in VERBS or tense_of(root) is not Tense.PAST:
        return None
    for verb in (root, *root.kids("conj")):
        found = [d for d in index.by_token.get(verb.i, ()) if not d.present and d.when.days is not None and not index.is_ahead(d)]
        if found:
            return min(found, key=lambda d: d.steps)
    return None


def _story(index: TimeIndex, linked: Linked) -> Dated | None:
    """The first dated main clause of the opening whose day lies shortly before the article's."""
    day = index.last_day
    for n in range(min(STORY_SENTENCES, len(linked.doc.sentences))):
        found = index.by_sentence.get(n)
        if found is not None and day is not None and found.when.days == 1 and found.when.first and 0 <= (day - found.when.first).days <= STORY_DAYS:
            return found
    return None


def _is_spoken(linked: Linked) -> bool:
    """Whether an article is a speech or a letter: it says "we" and "my" of its own all through."""
    told = [t for t in linked.doc.tokens if t.lower in FIRST_PERSON and t.text != "US" and not linked.voices_touching(t.span)]
    return len(told) >= FEWEST and len(told) * WORDS >= len(linked.doc.tokens)


def _tells_in_present(linked: Linked) -> bool:
    """Whether the article tells its day's acts in the present tense, as digests of current events do: first sentence and most main verbs."""
    present = past = 0
    for sentence in linked.doc.sentences:
        root = sentence.root
        if len(sentence.tokens) < SHORTEST:
            continue
        tense = tense_of(root) if root.pos in VERBS else None
        finished = any(c.lower in ("was", "were", "had") and c.dep in ("aux", "auxpass") for c in root.children)
        present += (
            tense is Tense.PRESENT
            or (tense is None and root.tag in ("VB", "NNS", "NN", "NNP"))
            or (tense is Tense.PAST and not finished and root.tag == "VBN")
        )
        past += tense is Tense.PAST and (finished or root.tag == "VBD")
        if present == 0 and past:
            return False
    return present > 0 and present >= past
