"""Voices: attributed content with its speaker by name and the state or body the speaker belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from legation.find.cues import Attribution
from legation.find.speech import Speech, find_speech
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention
from legation.words.article import Article
from legation.words.evidence import Span, covers
from legation.words.ids import claim_id
from legation.words.voice import Voice

DROPPED = frozenset(("relcl", "appos", "advcl", "parataxis", "punct", "cc", "conj", "advmod", "ccomp", "dep", "npadvmod"))
PEOPLE = frozenset(("he", "she", "him", "her", "his"))
OTHERS = frozenset(("they", "it", "them", "its", "their"))


class Cast:
    """The speakers met so far: who a pronoun or a bare title stands for."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.person: tuple[str, Span] | None = None
        self.other: tuple[str, Span] | None = None
        self.last: tuple[str, Span] | None = None
        self.titles: dict[str, tuple[str, Span]] = {}
        self.full: dict[str, tuple[str, Span]] = {}
        self._met = 0

    def meet(self, upto: int) -> None:
        """Takes in the persons that the text names before an offset."""
        tokens = self.doc.tokens
        while self._met < len(tokens) and tokens[self._met].end <= upto:
            t = tokens[self._met]
            self._met += 1
            if t.ent == "PERSON" and t.pos == "PROPN" and t.dep not in ("compound", "poss"):
                span = name_span(self.doc, t)
                name = self.doc.text[span[0] : span[1]]
                known = self.full.get(t.lower)
                if known is None or len(known[0]) < len(name):
                    self.full[t.lower] = (name, span)
                if t.dep in ("nsubj", "nsubjpass", "appos", "pobj", "agent"):
                    self.person = (name, span)
                for noun in t.children:
                    if noun.dep in ("appos", "compound", "nmod") and noun.pos in ("NOUN", "PROPN"):
                        self.titles[noun.lower] = (name, span)


def link_voices(article: Article, doc: Doc, mentions: Sequence[Mention]) -> tuple[Voice, ...]:
    """The attributed statements of an article in text order, each with its speaker."""
    cast = Cast(doc)
    found: list[Voice] = []
    seen: dict[Span, int] = {}
    utterances = 0
    previous: tuple[str | None, Span | None] = (None, None)
    by_cue: dict[int, tuple[str | None, Span | None]] = {}
    for speech in sorted(find_speech(doc), key=lambda s: (s.attribution.source or s.attribution.cue).i):
        a = speech.attribution
        if a.hidden or (a.source is None and not speech.follows):
            continue
        if speech.follows:
            name, span = by_cue.get(a.cue.i, previous)
        else:
            utterances += 1
            assert a.source is not None
            cast.meet(a.source.start)
            name, span = speaker_of(doc, cast, a.source)
            by_cue[a.cue.i] = previous = (name, span)
        if name is None:
            continue
        country = country_of(doc, mentions, a, span)
        for content in a.contents:
            ordinal = seen.get(content, 0)
            seen[content] = ordinal + 1
            found.append(
                Voice(
                    id=claim_id(article.digest, "voice", content, ordinal),
                    span=content,
                    speaker=name,
                    speaker_span=span,
                    country=country,
                    cue=a.cue.text if a.cue.lower != "according" else "according to",
                    cue_span=a.cue.span,
                    verbatim=speech.verbatim,
                    utterance=utterances,
                )
            )
    return tuple(sorted(found, key=lambda v: (v.span, v.id)))


def speaker_of(doc: Doc, cast: Cast, source: Token) -> tuple[str | None, Span | None]:
    """The name a source goes by in the text: its own phrase, or for a pronoun or a title the name it stands for."""
    if source.lower in PEOPLE:
        return cast.person or cast.last or (None, None)
    if source.lower in OTHERS:
        return cast.other or cast.last or (None, None)
    if source.pos == "PRON" or source.tag in ("DT", "WDT", "WP"):
        return None, None
    span = name_span(doc, source)
    name = doc.text[span[0] : span[1]]
    if source.lower in cast.titles and source.pos == "NOUN" and name.lower().startswith("the "):
        return cast.titles[source.lower]
    cast.last = (name, span)
    if source.ent == "PERSON":
        cast.person = (name, span)
    else:
        cast.other = (name, span)
    return name, span


def name_span(doc: Doc, head: Token) -> Span:
    """The noun phrase of a head without what commas set off; a name in apposition to a title stands for both."""
    if head.pos == "NOUN":
        named = next((k for k in head.kids("appos") if k.pos == "PROPN" and k.ent == "PERSON"), None)
        if named is not None:
            head = named
    kept = {head.i}
    stack = [head]
    while stack:
        t = stack.pop()
        for k in t.children:
            if k.dep == "punct" or (k.dep in DROPPED and t is head and not _joined(doc, head, k)):
                continue
            if t is head and k.i > head.i and any(x.lower == "," for x in doc.tokens[head.i : k.i]) and k.dep != "conj":
                continue
            kept.add(k.i)
            stack.append(k)
    first = last = head.i
    while first - 1 >= 0 and (first - 1 in kept or (doc.tokens[first - 1].dep == "punct" and first - 2 in kept and doc.tokens[first - 1].text not in ",;:")):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and doc.tokens[last + 1].pos in ("PUNCT", "CCONJ")):
        last += 1
    return doc.tokens[first].start, doc.tokens[last].end


def _joined(doc: Doc, head: Token, k: Token) -> bool:
    """Whether a dropped kind of word still belongs to the name: a second name, a numeral's adverb, a participle right behind."""
    if k.dep == "conj":
        return k.pos in ("PROPN", "NOUN") and k.i - head.i < 12
    return k.dep == "advmod" and k.i < head.i


def country_of(doc: Doc, mentions: Sequence[Mention], a: Attribution, span: Span | None) -> str | None:
    """The state or body a speaker belongs to: of the name itself, else of the words around it."""
    if span is None:
        return None
    inside = [m for m in mentions if covers(span, m.span)]
    for m in sorted(inside, key=lambda m: m.span[0] - m.span[1]):
        if m.kind in (ActorKind.STATE, ActorKind.BODY, ActorKind.WHOLE):
            return m.id
        if m.country:
            return m.country
    return None
