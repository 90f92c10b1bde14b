"""Voices: attributed content with its speaker by name and the state or body the speaker belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from legation.find.speech import find_speech
from legation.find.stretches import Speech
from legation.link.cast import Cast, Name
from legation.link.sourcename import name_span, named
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention
from legation.words.article import Article
from legation.words.evidence import Span, overlap
from legation.words.ids import claim_id
from legation.words.voice import Voice

PLACED = frozenset(("name", "capital", "seat"))


def _state_of(mention: Mention) -> str | None:
    """The state or body itself, or the one an actor with a lower-case id belongs to; a private paper belongs to none."""
    if mention.id.isupper():
        return mention.id
    firm = mention.kind is ActorKind.COMPANY and mention.how == "name"
    return None if mention.sector == "MED" or firm else mention.country


def link_voices(article: Article, doc: Doc, mentions: Sequence[Mention], orator: Mention | None = None) -> tuple[Voice, ...]:
    """The attributed statements of an article in text order, each with its speaker by name.

    Content without anybody who says it gives no voice, nor does what the state says of itself that speaks the whole (`orator`).
    """
    known = _Countries(doc, mentions)
    itself = {t.i for m in mentions if orator is not None and m.id == orator.id for t in doc.within(m.span)}
    found: list[Voice] = []
    seen: dict[Span, int] = {}
    known_as: set[tuple[Span, str]] = set()
    for number, speech, name, here in _named(doc, known.states()):
        a = speech.attribution
        if name.head.i in itself and not a.direct:
            continue
        for content in a.contents:
            if (content, name.text) in known_as:
                continue  # "the agency quoted him as saying", where nothing tells who he is
            known_as.add((content, name.text))
            ordinal = seen.get(content, 0)
            seen[content] = ordinal + 1
            found.append(
                Voice(
                    id=claim_id(article.digest, "voice", content, ordinal),
                    span=content,
                    speaker=name.text,
                    speaker_span=here,
                    country=known.of(name),
                    cue="according to" if a.cue.lower == "according" else a.cue.text,
                    cue_span=a.cue.span,
                    verbatim=speech.verbatim,
                    utterance=number,
                )
            )
    return tuple(sorted(known.shared(found), key=lambda v: (v.span, v.id)))


def _named(doc: Doc, states: Mapping[int, str]) -> Iterator[tuple[int, Speech, Name, Span]]:
    """Each attribution with the number of its utterance, its speaker's name and the words that stand for it beside the cue.

    Pieces that go on share all three.
    """
    speeches = find_speech(doc)
    cast = Cast(doc, states)
    told: dict[int, tuple[int, Name, Span]] = {}
    fresh = [(s, source) for s in speeches if not s.follows and not s.attribution.hidden and (source := s.attribution.source) is not None]
    for speech, source in sorted(fresh, key=lambda pair: pair[1].i):
        cue = speech.attribution.cue
        name = cast.resolve(source, cue, speech.attribution.contents[0] if speech.attribution.contents else None)
        if name is not None:
            told.setdefault(cue.i, (len(told) + 1, name, name_span(doc, named(source), cue)))
            number, _, here = told[cue.i]
            yield number, speech, name, here
    for speech in speeches:
        if speech.follows and speech.attribution.cue.i in told:
            number, name, here = told[speech.attribution.cue.i]
            yield number, speech, name, here


class _Countries:
    """The states and bodies that speakers belong to, from the mentions inside their names and in what stands in apposition."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self._doc = doc
        self._at: dict[int, Mention] = {}
        for m in mentions:
            for t in doc.within(m.span):
                if t.i not in self._at or m.span[1] - m.span[0] > self._at[t.i].span[1] - self._at[t.i].span[0]:
                    self._at[t.i] = m

    def states(self) -> dict[int, str]:
        """The states and bodies by the indices of the tokens that name them."""
        return {i: state for i, m in self._at.items() if (state := _state_of(m))}

    def of(self, name: Name) -> str | None:
        """The state or body of one speaker: of the name, else of its apposition; None for speakers of several states."""
        own = self._doc.within(name.span)
        # A person's surname that is a place's name too ("Roe Paris") tells no state.
        surname = name.head.i if name.kind == "person" and name.head.pos == "PROPN" and name.head.ent != "GPE" else -1
        found = self._ids(t for t in own if t.i != surname or (t.i in self._at and self._at[t.i].how not in PLACED))
        several = [k for k in name.head.kids("conj") if overlap(k.span, name.span)]
        if several and len(set(found)) > 1:
            return None
        if not found:
            found = self._ids(t for k in name.head.kids("appos") for t in k.subtree())
        if not found and name.head.dep == "appos":
            found = self._ids(t for t in name.head.head.subtree() if t.i < name.head.i)
        return found[0] if found else None

    def _ids(self, tokens: Iterable[Token]) -> list[str]:
        mentions = (self._at[t.i] for t in tokens if t.i in self._at)
        return [i for m in mentions if (i := _state_of(m))]

    @staticmethod
    def shared(voices: Sequence[Voice]) -> list[Voice]:
        """Gives a speaker the country that another mention of the same surname has."""
        known = {v.speaker.split()[-1].lower(): v.country for v in reversed(voices) if v.speaker and v.country}
        return [
            replace(v, country=known.get(v.speaker.split()[-1].lower())) if v.speaker and v.country is None and v.speaker[:1].isupper() else v
            for v in voices
        ]
