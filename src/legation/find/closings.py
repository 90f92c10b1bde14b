"""The close of a sentence that gives all of it to somebody: "A said that X, B reported", "Voters are worried, a poll found"."""

from __future__ import annotations

from dataclasses import replace

from legation.codes.cues import cues
from legation.find.attribution import Attribution
from legation.find.runs import spans
from legation.find.sources import kind_of_noun
from legation.parse.doc import Doc, Sentence, Token

# What a closing "..., a poll found" speaks of has so many tokens.
SHORTEST_LEAD = 5
RELATIVES = frozenset(("who", "which", "that", "it"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))


def closed_by_another(doc: Doc, sentence: Sentence, found: list[Attribution]) -> list[Attribution]:
    """As in "A said that X, B reported": the closing words are no part of what A said, and all before them is B's."""
    last = _closing_cue(sentence)
    closing = next((a for a in found if a.cue is last and a.source is not None and a.contents and a.contents[-1][1] < a.source.start), None)
    finding = _closing_finding(doc, sentence, last) if closing is None and all(a.cue is not last for a in found) else None
    closing = closing or finding
    if closing is None or closing.source is None:
        return found
    end = closing.contents[-1][1]
    cut = [b for b in found if b is not closing and b.cue.start < closing.cue.start and any(s <= closing.cue.start < e for s, e in b.contents)]
    if not cut:
        return found if finding is None else [*found, finding]
    whole = spans(doc, [t for t in sentence.tokens if t.end <= end])
    inner = [replace(b, contents=tuple((s, min(e, end)) for s, e in b.contents if s < end)) if b in cut else b for b in found if b is not closing]
    return [*inner, replace(closing, contents=whole)]


def _closing_cue(sentence: Sentence) -> Token | None:
    """The last finite verb of a sentence, where nothing but its object and adjuncts follow: "..., a spokesman told reporters on Monday"."""
    last = next((t for t in reversed(sentence.tokens) if t.pos in ("VERB", "AUX") and t.tag in FINITE), None)
    if last is None or any(k.i > last.i for k in last.kids("ccomp", "xcomp", "advcl", "attr", "acomp")):
        return None
    own = {k.i for k in last.subtree()}
    return last if all(k.i in own or k.pos == "PUNCT" for k in sentence.tokens if k.i > last.i) else None


def _closing_finding(doc: Doc, sentence: Sentence, last: Token | None) -> Attribution | None:
    """As in "[Voters think the country is on the wrong track], a new poll found", where the parse makes the close a part of what is thought."""
    entry = cues().get((last.lemma, "verb")) if last is not None else None
    source = _closing_source(sentence, last) if last is not None else None
    if last is None or entry is None or source is None or not entry.frames & {"that", "quote", "marked"} or source.lower in RELATIVES:
        return None
    phrase = source.subtree()
    first = phrase[0].i - sentence.tokens[0].i
    between = doc.tokens[phrase[-1].i + 1 : last.i]
    if first < SHORTEST_LEAD or sentence.tokens[first - 1].text != "," or any(k.text != "," and k.pos != "ADV" for k in between):
        return None
    whom, lead = last.child("dobj"), sentence.tokens[: first - 1]
    if whom is not None and kind_of_noun(whom) not in ("person", "group"):
        return None
    named = kind_of_noun(source) is not None and lead[0].pos not in ("ADP", "SCONJ", "VERB") and sentence.tokens[-2] is last
    if not named and not any(k.tag in (*FINITE, "MD") for k in lead):
        return None  # "Stone leads by six points, a poll found", with "leads" taken for a noun, may go without a verb
    return Attribution(last, entry, source, spans(doc, lead))


def _closing_source(sentence: Sentence, last: Token) -> Token | None:
    """The subject of the closing verb; where the parse gives it another, the noun whose phrase stands between the last comma and the verb."""
    subject = last.child("nsubj")
    commas = [k.i for k in sentence.tokens if k.text == "," and k.i < last.i]
    if not commas or subject is None or subject.i > commas[-1]:
        return subject
    behind = [k for k in sentence.tokens if commas[-1] < k.i < last.i]
    if not behind or any(k.pos in ("VERB", "AUX", "CCONJ", "SCONJ") for k in behind):
        return subject
    return next((k for k in behind if k.pos in ("NOUN", "PROPN") and not commas[-1] < k.head.i < last.i), subject)
