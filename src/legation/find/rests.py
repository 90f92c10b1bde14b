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
    if t.tag not in FINITE | {"VBN", "VBG"} or t.child("auxpass", "ccomp") is not None or any(k.tag != "VBG" for k in t.kids("xcomp")):
        return ()
    after = [k for k in doc.sentence(t).tokens if k.i > t.i]
    reach = FARTHEST if "whom-to" in entry.frames and t.child("dobj") is not None else 4 if t.child("prep") is None else PREP_REACH
    that = next((n for n, k in enumerate(after[:reach]) if k.lower == "that" and k.tag != "WDT" and (k.dep == "mark" or n < PREP_REACH)), None)
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


def adopted(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "issued a statement announcing [they would leave]", "rules that [he may stay]": the clause right behind, hung on another word."""
    if t.dep == "amod" and t.child("nsubj") is not None and t.head.dep in ("nsubj", "nsubjpass"):
        return spans(doc, [x for x in t.head.head.subtree() if x.i > t.i])  # "Roe claimed prices have risen", the verb taken for an adjective
    whom = _told(t) if t.i + 1 < len(doc.tokens) and doc.tokens[t.i + 1].lower != "that" else None
    k = 1 + (whom.i if whom is not None else t.i)
    marked = k < len(doc.tokens) and doc.tokens[k].lower == "that"
    first = doc.tokens[k + marked] if k + marked < len(doc.tokens) else None
    if first is None or first.sent != t.sent or first.pos not in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM", "ADV"):
        return ()
    for verb in (a for a in first.ancestors() if a.pos in ("VERB", "AUX") and a.i > first.i):
        subject = verb.child("nsubj", "nsubjpass", "expl")
        finite = verb.tag in FINITE or any(a.tag in FINITE for a in verb.kids("aux", "auxpass"))
        if finite and subject is not None and subject.i >= first.i and t not in verb.subtree():
            behind = doc.sentence(t).tokens if marked and verb.head is t else verb.subtree()
            close = verb.dep == "ccomp" or (verb.dep == "relcl" and verb.head is whom and subject is first)
            return spans(doc, [x for x in behind if x.i >= first.i]) if marked or close else ()
    return ()


def _told(t: Token) -> Token | None:
    """The last word of who is told, or told by, right behind a cue: "informed [police] she had left", "learned [from two diplomats] that"."""
    whom = next((o for p in t.kids("prep") if p.i == t.i + 1 and (o := p.child("pobj")) is not None), t.child("dobj"))
    return whom if whom is not None and whom.i > t.i else None


def split_off(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "argue [the law, passed in May, is bad]": the parser takes the subject for an object, and its verb for a second one of the speaker's."""
    thing, verb = t.child("dobj"), t.child("conj")
    if thing is None or verb is None or t.child("cc") is not None or verb.child("nsubj") is not None:
        return ()
    if not any(k.tag in FINITE and k.i > thing.i for k in (verb, *verb.kids("aux", "auxpass"))) or verb.tag == t.tag:
        return ()
    if not all(k.head is thing or k.dep == "det" for k in doc.tokens[t.i + 1 : thing.i]):
        return ()
    first, last = thing.subtree()[0].i, verb.subtree()[-1].i
    return spans(doc, doc.tokens[first : last + 1])


def lead(doc: Doc, t: Token) -> tuple[Span, ...]:
    """The sentence before a closing "..., said a person familiar with the talks", where the parse ties the two otherwise."""
    subject = t.child("nsubj")
    tokens = doc.sentence(t).tokens
    own = t.subtree() if t.head is not t else [t, *(subject.subtree() if subject is not None else [])]
    places = [k.i for k in own if k.pos != "PUNCT"]
    first, last = min(places), max(places)
    at = first - tokens[0].i
    if subject is None or t.dep == "relcl" or t.child("aux", "dobj", "neg") is not None or at < 4 or tokens[at - 1].text != ",":
        return ()
    if not any(k.tag in FINITE for k in tokens[: at - 1]) or tokens[0].dep == "mark" or tokens[0].tag == "WRB":
        return ()  # "In the March deal, the two agreed", "After it was elected, the cabinet indicated"
    return () if any(k.pos != "PUNCT" for k in tokens if k.i > last) else spans(doc, tokens[: at - 1])
