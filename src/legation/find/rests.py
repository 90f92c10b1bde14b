"""Content where the parse gives a reporting verb no clause of its own: the rest of the sentence, or what leads up to the verb."""

from __future__ import annotations

from legation.codes.cues import Cue
from legation.find.runs import spans
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

# How far behind "told" its "that" may stand: "told Roe and others who took part in the talks that".
FARTHEST = 20
# And where only a preposition's phrase stands between: "acknowledged for the first time that".
PREP_REACH = 6
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))


def rest(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """The rest of the sentence, where the parse gives a reporting verb no clause though "that" or (for "say") a finite verb follows."""
    if t.tag not in FINITE | {"VBN", "VBG"} or t.child("auxpass", "xcomp", "ccomp") is not None:
        return ()
    after = [k for k in doc.sentence(t).tokens if k.i > t.i]
    reach = FARTHEST if "whom-to" in entry.frames and t.child("dobj") is not None else 4 if t.child("prep") is None else PREP_REACH
    that = next((n for n, k in enumerate(after[:reach]) if k.lower == "that" and (k.dep == "mark" or n < PREP_REACH)), None)
    if that is not None and that >= 4 and any(k.tag in FINITE for k in after[that + 1 :]):
        return spans(doc, after[that + 1 :])
    if that is not None and any(k.tag in FINITE for k in after[that + 1 :]) and (that == 0 or t.child("dobj") is None):
        return spans(doc, after[that + 1 :])
    if (
        t.lemma == "say"
        and len(after) > 3
        and any(k.tag in FINITE for k in after[1:])
        and after[0].pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
    ):
        return spans(doc, after)
    return ()


def split_off(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "argue [the law, passed in May, is bad]": the parser takes the subject for an object, and its verb for a second one of the speaker's."""
    thing, verb = t.child("dobj"), t.child("conj")
    if thing is None or verb is None or verb.tag not in FINITE or verb.tag == t.tag or t.child("cc") is not None or verb.child("nsubj") is not None:
        return ()
    between = doc.tokens[t.i + 1 : thing.i]
    return spans(doc, thing.subtree() + verb.subtree()) if all(k.head is thing or k.dep == "det" for k in between) else ()


def lead(doc: Doc, t: Token) -> tuple[Span, ...]:
    """The sentence before a closing "..., said a person familiar with the talks", where the parse ties the two otherwise."""
    subject = t.child("nsubj")
    tokens = doc.sentence(t).tokens
    own = t.subtree() if t.head is not t else [t, *(subject.subtree() if subject is not None else [])]
    places = [k.i for k in own if k.pos != "PUNCT"]
    first, last = min(places), max(places)
    at = first - tokens[0].i
    if subject is None or t.child("aux", "dobj", "neg") is not None or at < 4 or tokens[at - 1].text != ",":
        return ()
    return () if any(k.pos != "PUNCT" for k in tokens if k.i > last) else spans(doc, tokens[: at - 1])
