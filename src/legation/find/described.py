"""What is said of a thing: "called the raid a crime", "is seen by experts as a risk", "put exports at $48 million"."""

from __future__ import annotations

from legation.codes.cues import Cue
from legation.codes.wordsets import wordset
from legation.find.runs import MARKS, has_to, phrase, spans, worth
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

OPENING = frozenset("“\"‘'`")


def about_object(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """As in "called [the raid a crime]", "described [it as illegal]", "put [exports at $48 million]"."""
    return _by_the_tree(doc, t, entry) or _named(doc, t, entry)


def _by_the_tree(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    thing = t.child("dobj", "nsubjpass") or _referred(t)
    if thing is not None and thing.tag in ("WDT", "WP"):
        return _so_called(doc, t) if thing.lower == "what" else _of_relative(doc, t, entry)
    how = _how(t, thing, entry)
    if how is None and "as" in entry.about_object and entry.lemma in wordset("dubbing"):
        how = next((k for k in t.children if k.i > t.i and k.dep in ("oprd", "ccomp", "dobj") and k is not thing and not _is_full(k)), None)
        if thing is None and how is not None and how.child("nsubj", "nsubjpass") is None:
            return ()
        if how is None and thing is not None and thing.i > t.i and (trait := _trait(doc, thing)) is not None:
            return spans(doc, phrase(thing) + trait.subtree())
    elif how is not None and thing is None:
        return ()
    if how is None:
        return ()
    between = [x for k in t.kids("prep") if thing is not None and entry.kind == "show" and thing.i < k.i < how.i for x in k.subtree()]
    if thing is None or thing.i < t.i:
        return spans(doc, between + [k for k in how.subtree() if k is not how or k.lower != "as"])  # "is seen by many as [a risk]"
    return spans(doc, phrase(thing) + between + how.subtree())


def _named(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """As in `calls [her "Crooked Anna"]`: a pronoun with quoted words right behind it, however the parser ties the two."""
    behind = doc.sentence(t).tokens[t.i - doc.sentence(t).tokens[0].i + 1 :]
    if len(behind) < 4 or behind[0].tag not in ("PRP", "PRP$") or behind[1].text not in OPENING or entry.lemma not in wordset("dubbing"):
        return ()
    stop = next((n for n, k in enumerate(behind[2:], 2) if k.text in MARKS), None)
    inner = [k for k in behind[: stop or 0] if k.pos != "PUNCT"]
    return ((behind[0].start, inner[-1].end),) if len(inner) > 1 else ()


def _is_full(k: Token) -> bool:
    """Whether a clause has an infinitive with "to" or a question word, as nothing has that is only said of a thing."""
    return has_to(k) or any(x.tag in ("WP", "WRB", "WDT") for x in k.children)


def _how(t: Token, thing: Token | None, entry: Cue) -> Token | None:
    """The preposition that leads in what is said of a thing, hung on the cue or on the thing itself."""
    start = thing.i if thing is not None else t.i
    by = agent.child("pobj") if (agent := t.child("agent")) is not None else None
    hung = [*t.children, *(thing.children if thing is not None else ()), *(by.children if by is not None else ())]
    found = [
        k
        for k in hung
        if k.i > start and k.dep == "prep" and k.lower in entry.about_object and (entry.kind != "show" or k.lower == "as" or _sizes(k))
    ]
    if not found and "as" in entry.about_object:  # "blasted the hosts as biased", taken for a clause
        found = [k for k in t.kids("advcl") if k.i > start and k.tag in ("VBN", "VBG", "JJ") and k.children and k.children[0].lower == "as"]
        found = [k for k in found if k.tag == "VBG" or len([x for x in k.children if x.i < k.i]) == 1]
    return found[-1 if entry.kind == "show" else 0] if found else None  # "placed output in 1991 at $22 billion"


def _referred(t: Token) -> Token | None:
    """The judge, in "referred to the judge as a hater"."""
    to = next((k for k in t.kids("prep") if k.lower == "to"), None) if t.lemma == "refer" else None
    return to.child("pobj") if to is not None else None


def _of_relative(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """As in "a decision which Roe described as [a joke]", "a blast that Chad attributes to [rebels]"."""
    how = next((k for k in t.kids("prep") if k.i > t.i and k.lower in entry.about_object), None)
    return worth(doc, [k for k in how.subtree() if k is not how]) if how is not None and entry.kind != "show" else ()


def _so_called(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "what he called [a poor choice]": the words of one saying, not a name that is always used ("what it calls terrorists")."""
    if t.tag not in ("VBD", "VBN"):
        return ()
    how = next((k for k in t.children if k.i > t.i and (k.dep in ("oprd", "ccomp", "dobj", "acomp") or (k.dep == "prep" and k.lower == "as"))), None)
    return worth(doc, [k for k in how.subtree() if k.lower != "as" or k is not how]) if how is not None else ()


def _sizes(prep: Token) -> bool:
    """Whether a phrase gives a size: "at $48 million", "in the hundreds", or how one stands to a rule: "in breach of the treaty"."""
    return any(k.pos == "NUM" or k.lemma in wordset("round") | wordset("breach") for k in prep.subtree())


def _trait(doc: Doc, thing: Token) -> Token | None:
    """The adjective or quoted words right behind an object that "call" or "deem" says of it, however the parser hung them."""
    k = thing.i + 1
    if k + 1 < len(doc.tokens) and doc.tokens[k].text in MARKS and doc.tokens[k].sent == thing.sent:
        k += 1
    near = doc.tokens[k] if k < len(doc.tokens) else None
    return (
        near
        if near is not None and near.sent == thing.sent and near.pos in ("ADJ", "DET", "NOUN") and (near.pos == "ADJ" or k == thing.i + 2)
        else None
    )
