"""The chain of voices over a claim, outermost first."""

from __future__ import annotations

from legation.codes.cues import source_kinds
from legation.codes.wordsets import wordset
from legation.link.linked import Linked
from legation.parse.doc import Sentence, Token
from legation.words.evidence import Span, overlap
from legation.words.figure import Figure
from legation.words.voice import Source, Voice

# A claim belongs to a voice whose content holds at least this share of it.
SHARE = 0.6
# How far up the words lie that hide a voice.
HIDDEN_REACH = 6
VERBS = ("VERB", "AUX")
WRITTEN = frozenset(("document", "findings"))


def chain_of(linked: Linked, span: Span) -> tuple[Source, ...]:
    """The sources whose content covers a span, outermost first; () where the article itself asserts it.

    A sentence that goes on with a report ("It counted 40 launches") carries the report's voice.
    """
    over = [v for v in linked.voices_touching(span) if overlap(v.span, span) >= SHARE * (span[1] - span[0])]
    if not over and (running := _running(linked, span)) is not None:
        over = [running]
    over.sort(key=lambda v: (v.span[0] - v.span[1], v.cue == "citing", v.cue_span or v.span))
    return tuple(dict.fromkeys(s for v in over if (s := v.source())))


def report_on(linked: Linked, told: Figure, span: Span) -> tuple[Source, ...]:
    """The chain of a figure told by a report, where a figure of the next sentence on the same parties goes on with it; else ()."""
    before, at = linked.doc.at(told.span[0]), linked.doc.at(span[0])
    if before is None or at is None or at.sent - before.sent > 1 or not told.voices:
        return ()
    words = told.voices[0].speaker.lower().split()
    return told.voices if any(source_kinds().get(w) in WRITTEN for w in words) else ()


def hidden_kind(linked: Linked, span: Span) -> str | None:
    """`unknown` where a claim is what somebody unnamed says or believes ("is believed to hold", "it was reported that", "reportedly"), else None."""
    at = linked.doc.head_of(span)
    for _ in range(HIDDEN_REACH):
        if at is None:
            return None
        if any(c.lower in wordset("hearsay") for c in at.kids("advmod")) or _is_hidden(at):
            return "unknown"
        at = at.head if at.head is not at and (at.pos not in VERBS or at.dep in ("xcomp", "ccomp", "csubj", "conj")) else None
    return None


def _is_hidden(verb: Token) -> bool:
    """Whether a passive verb of saying or believing names no agent."""
    return verb.lemma in wordset("hidden") and verb.tag == "VBN" and verb.child("auxpass") is not None and verb.child("agent", "neg") is None


def _running(linked: Linked, span: Span) -> Voice | None:
    """The voice of the sentence before, where this one's subject is that report again ("it", "the survey", "the statement")."""
    at = linked.doc.at(span[0])
    if at is None or at.sent == 0:
        return None
    sentence, before = linked.doc.sentence(at), linked.doc.sentences[at.sent - 1]
    subject = sentence.root.child("nsubj", "nsubjpass")
    if subject is None or sentence.paragraph != before.paragraph or not _is_report(subject):
        return None
    told = [v for v in linked.voices_touching(before.span) if v.cue_span is not None and overlap(v.cue_span, before.span)]
    return next((v for v in told if _is_written(v) and _agrees(subject, v, before)), None)


def _is_report(subject: Token) -> bool:
    definite = any(k.lower in ("the", "this", "that", "its") for k in subject.kids("det", "poss"))
    return subject.lower == "it" or (definite and source_kinds().get(subject.lemma) in WRITTEN)


def _is_written(voice: Voice) -> bool:
    words = (voice.speaker or "").lower().split()
    return any(source_kinds().get(w) in WRITTEN or source_kinds().get(w.removesuffix("s")) in WRITTEN for w in words)


def _agrees(subject: Token, voice: Voice, before: Sentence) -> bool:
    """As in "It" stands for the speaker only where the speaker is the subject of the sentence before."""
    spoke = before.root.child("nsubj", "nsubjpass")
    return subject.lower != "it" or (spoke is not None and voice.speaker_span is not None and overlap(spoke.span, voice.speaker_span) > 0)
