"""Reported speech by grammar: each reporting verb, noun, adjective or "according to" with its content and its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from legation.codes.cues import Cue, cues
from legation.codes.factuality import effects
from legation.codes.wordsets import wordset
from legation.find.according import according, as_told, in_view
from legation.find.attribution import ACCORDING, Attribution
from legation.find.closings import closed_by_another
from legation.find.contents import content_of, object_of
from legation.find.runs import spans, worth
from legation.find.sources import author_of, is_cue, kind_of_noun, source_of
from legation.parse.doc import Doc, Sentence, Token
from legation.words.evidence import Span
from legation.words.status import Status

EXPLETIVE = frozenset(("it", "there"))
ASIDE = Cue("as", "verb", "say", frozenset(("that",)))
HEADLINE = Cue(":", "punct", "say", frozenset(("that",)))
THIRD = frozenset(("he", "she", "it", "they"))
POINTING = frozenset(("this", "that", "these", "those"))
OUGHT = frozenset(("must", "should"))
NEGATIONS = frozenset(("no", "nobody", "none", "neither", "not"))
# A headline "Name: what he says" is no longer than this many tokens.
LONGEST_HEADLINE = 24


def find_reported(doc: Doc) -> Iterator[Attribution]:
    """Indirect speech, belief and findings, sentence by sentence, nested ones included."""
    telling = _telling()
    for sentence in doc.sentences:
        found = [a for t in sentence.tokens if t.lemma in telling or t.lower in telling for a in _at(doc, sentence, t)]
        yield from _without_doubles(closed_by_another(doc, sentence, found))
        if (headline := _headline(doc, sentence)) is not None and not found:
            yield headline


@cache
def _telling() -> frozenset[str]:
    """All words at which an attribution can begin: most tokens are none of them."""
    heads = {lemma.split()[0] for lemma, _ in cues()} | {lemma for lemma, _ in cues()}
    return frozenset(heads | wordset("view") | wordset("aside") | {"according", "per"})


def _at(doc: Doc, sentence: Sentence, t: Token) -> Iterator[Attribution]:
    table = cues()
    found: Attribution | None = None
    if t.lower in ("according", "per"):
        found = according(doc, sentence, t)
    elif t.lemma in wordset("view") and t.dep == "pobj" and t.head.lower in ("in", "by"):
        found = in_view(doc, sentence, t)
    elif t.pos in ("VERB", "AUX") and (aside := as_told(doc, t)):
        found = Attribution(t, ASIDE, source_of(t)[0], aside)
    elif t.tag == "VBN" and (t.child("auxpass") or t.dep == "acomp") and t.child("agent") is None and (entry := table.get((t.lower, "adj"))):
        found = _adjectival(doc, t, entry)  # "are worried that", taken for a passive
    elif t.pos in ("VERB", "AUX") and (entry := table.get((_with_particle(t), "verb")) or table.get((t.lemma, "verb"))):
        if t.lemma in ("cite", "quote") and (second := _cited(doc, t)) is not None:
            yield second
            return
        found = _verbal(doc, t, entry)
    elif t.pos in ("NOUN", "PROPN") and (entry := table.get((t.lemma, "noun"))):
        found = _nominal(doc, t, entry)
    elif t.pos == "NOUN" and (entry := table.get((t.lower, "verb"))) and t.child("ccomp") is not None:
        found = _verbal(doc, t, entry)  # "Roe and Poe announce they agreed", taken for a noun
    elif t.pos == "ADJ" and (entry := table.get((t.lemma, "adj"))):
        found = _adjectival(doc, t, entry)
    if found is not None:
        yield found


def _with_particle(t: Token) -> str:
    particle = t.child("prt")
    return f"{t.lemma} {particle.lower}" if particle is not None else t.lemma


def _without_doubles(found: list[Attribution]) -> Iterator[Attribution]:
    """Makes one saying of "he said he believes X": the belief remains, with the sayer as its source."""
    outer_at = {a.contents[0][0]: a for a in found if a.contents}
    swallowed = set()
    kept = []
    for a in found:
        source = a.source
        if source is not None and source.lower in THIRD and a.entry.kind == "think" and (outer := outer_at.get(source.start)) is not None:
            source = outer.source
            if outer.contents[-1][1] == a.contents[-1][1]:
                swallowed.add(outer.cue.i)
        kept.append(replace(a, source=source))
    return (a for a in kept if a.cue.i not in swallowed)


def _verbal(doc: Doc, t: Token, entry: Cue) -> Attribution | None:
    if (any(k.dep == "neg" for k in t.children) and entry.kind != "think") or any(k.lower in ("if", "unless") for k in t.kids("mark")):
        return None
    if t.tag == "VB" and t.dep == "acl" and t.head.lemma in wordset("unspoken"):
        return None  # "in order to determine", "efforts to encourage": not said, or not yet
    if t.tag == "VB" and (_is_unsaid(t) or (entry.kind != "think" and any(a.lower in OUGHT for a in t.kids("aux")))):
        return None
    if t.lemma == "assure" and t.head.lemma in ("rest", "feel"):
        return None  # "you can rest assured that"
    if t.lemma in ("ask", "question", "press") and t.tag in ("VBN", "VBD") and t.dep == "advcl" and t.child("auxpass", "nsubj") is None:
        return None  # "asked whether": by whom is not told
    charged = _charged(t)
    if charged is not None and t.child("ccomp") is None:
        return None  # "accused them of denying access": nobody says what is denied
    source, hidden = (charged, False) if charged is not None else source_of(t)
    if t.lemma in ("learn", "hear") and (teller := next((k.child("pobj") for k in t.kids("prep") if k.lower == "from"), None)) is not None:
        source = teller  # "has learned from officials that": the officials say so
    if source is not None and (source.lower in POINTING or source.ent in ("DATE", "TIME")):
        return None  # "this shows that": nobody says it
    if t.tag == "VB" and t.dep == "xcomp" and (t.child("ccomp") is None or entry.kind == "think") and _is_ahead(t.head):
        return None  # "is expected to announce her choice", "asked them to demand the papers": not done yet
    contents = content_of(doc, t, entry) + (_named_colon(doc, t, source) if "that" in entry.frames else ())
    if not contents and entry.kind == "show" and source is not None and kind_of_noun(source) == "findings":
        contents = object_of(doc, t, entry)
    if not contents:
        return None
    if source is not None and (
        (source.lower in EXPLETIVE and t.child("nsubjpass") is not None) or any(k.lower in NEGATIONS for k in source.children)
    ):
        return None
    if source is not None and (source.lemma, "noun") in cues() and (whose := source.child("poss")) is not None and entry.kind == "show":
        source = whose  # "the bank's estimate placed output at"
    inanimate = source is not None and source.pos == "NOUN" and kind_of_noun(source) is None and not _may_be_named(source, entry)
    if inanimate and (entry.kind in ("show", "think") or t.child("ccomp") is None or t.tag == "VB"):
        return None  # "the virus claimed 40 lives", "these moves suggest"
    return Attribution(t, entry, source, contents, hidden=hidden)


def _is_ahead(above: Token) -> bool:
    """Whether the infinitive of a verb is only planned or asked for."""
    entry = cues().get((above.lemma, "verb"))
    return effects().get((above.lemma, "verb"), {}).get("to") is Status.PLANNED or (entry is not None and entry.kind == "ask")


def _charged(t: Token) -> Token | None:
    """Who is blamed or accused of saying something: "accused the mayor of saying that"."""
    if t.tag != "VBG" or t.dep != "pcomp" or t.head.lower not in ("of", "for"):
        return None
    above = t.head.head
    entry = cues().get((above.lemma, "verb"))
    return above.child("dobj", "nsubjpass") if entry is not None and t.head.lower in entry.prepositions | entry.about_object else None


def _may_be_named(source: Token, entry: Cue) -> bool:
    """Whether a bare capital word that the parser takes for a common noun can be a surname: only of those who say or ask."""
    return source.text[:1].isupper() and not source.children and entry.kind in ("say", "ask") and source.lemma == source.lower


def _named_colon(doc: Doc, t: Token, source: Token | None) -> tuple[Span, ...]:
    """As in "says Roe, an analyst: [the law is dead]": what stands behind a colon that ends the source's phrase."""
    if source is None or source.i < t.i:
        return ()
    own = source.subtree()
    at = own[-1].i + 1
    sentence = doc.sentence(t).tokens
    while at <= sentence[-1].i and at > t.i and doc.tokens[at - 1].text == ":":
        at -= 1
    if at > sentence[-1].i or doc.tokens[at].text != ":":
        return ()
    rest = [k for k in sentence if k.i > at]
    stop = next((n for n, k in enumerate(rest) if k.text in ':“"«'), len(rest))
    return spans(doc, rest[:stop]) if stop >= 4 else ()


def _is_unsaid(t: Token) -> bool:
    """As in "refused to say", "asked that he declare": words that were not said, or not yet."""
    if t.dep == "xcomp" and effects().get((t.head.lemma, "verb"), {}).get("to") is Status.DENIED:
        return True
    return t.dep == "ccomp" and t.child("aux") is None


def _cited(doc: Doc, t: Token) -> Attribution | None:
    """As in "Reuters, citing officials, reported X": X is the officials' too."""
    cited, verb = t.child("dobj"), next((v for v in t.ancestors() if is_cue(v)), None)
    if verb is None and t.dep == "acl" and is_cue(t.head.head):
        verb = t.head.head
    entry = cues().get((verb.lemma, "verb")) if verb is not None else None
    if cited is None or verb is None or t.tag != "VBG" or entry is None or kind_of_noun(cited) not in ("person", "group"):
        return None
    contents = content_of(doc, verb, entry)
    return Attribution(t, ACCORDING, cited, contents) if contents else None


def _nominal(doc: Doc, t: Token, entry: Cue) -> Attribution | None:
    clause = next((k for k in t.kids("acl", "ccomp", "relcl") if k.i > t.i and _has_that(k)), None)
    if clause is None and t.dep in ("nsubj", "attr") and t.head.lemma in ("be", "remain"):
        clause = next((k for k in t.head.kids("ccomp") if k.i > t.head.i and _has_that(k)), None)  # "her view is that", "it is her view that"
    if clause is None and t.child("poss") is not None:
        clause = next((k for k in t.kids("acl", "ccomp") if k.i > t.i and k.child("nsubj", "nsubjpass") is not None), None)
    if clause is None and t.dep == "dobj":
        clause = next((k for k in t.head.kids("ccomp") if any(m.lower == "that" and m.i > t.i for m in k.kids("mark"))), None)
        if clause is not None and any((k.lemma, "noun") in cues() for k in doc.tokens[t.i + 1 : clause.i] if k.dep == "dobj"):
            clause = None
    below: list[Token] = clause.subtree() if clause is not None else []
    if not below:
        prep = next((k for k in t.kids("prep") if k.lower in entry.prepositions), None)
        inner = prep.child("pobj", "pcomp") if prep is not None else None
        below = inner.subtree() if inner is not None and worth(doc, inner.subtree()) else []
    if not below and t.dep in ("nsubj", "dobj", "attr", "ROOT"):
        below = _behind_colon(doc, t)
    if len(below) < 2:
        return None
    source = author_of(t, frozenset(k.i for k in below))
    if source is None and t.dep == "dobj" and t.head.lemma in wordset("denial") and t.head.child("neg") is None:
        source = source_of(t.head)[0]  # "denied claims that": what is denied is the denier's word
    contents = spans(doc, below)
    return Attribution(t, entry, source, contents) if contents and source is not None else None


def _has_that(clause: Token) -> bool:
    """Whether "that" or "whether" begins a clause; the parser may take it for the object of a verb that has none."""
    return any(m.lower in ("that", "whether") for m in clause.kids("mark", *(("dobj",) if clause.dep == "acl" else ())))


def _behind_colon(doc: Doc, t: Token) -> list[Token]:
    """As in "His message was simple: stay home", "he was blunt: the plan is dead": what stands behind the only colon of the sentence."""
    sentence = doc.sentence(t)
    rest = [k for k in sentence.tokens if k.i > t.i]
    colons = [n for n, k in enumerate(rest) if k.text == ":"]
    if len(colons) != 1 or (t.dep == "nsubj" and t.head.lemma not in ("be", "remain", "sound")):
        return []
    following = doc.sentences[sentence.i + 1 : sentence.i + 2] if colons[0] == len(rest) - 1 else []
    said = rest[colons[0] + 1 :] or [k for s in following if s.paragraph == sentence.paragraph for k in s.tokens]
    return said if any(k.pos in ("VERB", "AUX") for k in said) else []  # "complaints from the two: Ford and Fiat"


def _adjectival(doc: Doc, t: Token, entry: Cue) -> Attribution | None:
    below = t.kids("ccomp", "csubj")
    if t.head.lemma == "make":  # "made it clear [that] they would stay"
        below += [k for k in t.kids("advcl") if not k.kids("mark", "advmod") and k.child("nsubj", "nsubjpass") is not None]
        below += [k for k in t.kids("advcl") + t.head.kids("ccomp") if any(m.lower == "that" for m in k.kids("mark"))]
    clause = next((k for k in below if k.i > t.i), None)
    if (helping := t.child("auxpass")) is not None:
        source = t.child("nsubjpass", "nsubj") or helping.child("nsubj")
    else:
        source = source_of(t.head)[0] if t.head is not t else None
    if source is None or source.lower in EXPLETIVE or (entry.kind != "think" and t.child("neg") is not None):
        return None
    said = clause.subtree() if clause is not None else _behind_colon(doc, t) if t.lemma in wordset("outspoken") else []
    contents = spans(doc, said) if len(said) > 1 else ()
    return Attribution(t, entry, source, contents) if contents else None


def _headline(doc: Doc, sentence: Sentence) -> Attribution | None:
    """As in "Lavrov: no talks before May" and "Ceasefire near: Kerry", in a line of its own."""
    tokens = sentence.tokens
    colons = [n for n, t in enumerate(tokens) if t.text == ":"]
    beside = doc.sentences[max(0, sentence.i - 1) : sentence.i] + doc.sentences[sentence.i + 1 : sentence.i + 2]
    if len(colons) != 1 or len(tokens) > LONGEST_HEADLINE or tokens[-1].text in ".?!" or any(s.paragraph == sentence.paragraph for s in beside):
        return None
    if any(sum(t.text == ":" for t in s.tokens) == 1 and s.tokens[-1].text not in ".?!" for s in beside):
        return None  # one line of a list
    left, right = tokens[: colons[0]], tokens[colons[0] + 1 :]
    for name, content in ((left, right), (right, left)):
        if (
            1 <= len(name) <= 5
            and len(content) >= 2
            and all(x.pos in ("PROPN", "ADP", "DET", "PART", "ADJ") for x in name)
            and (any(x.ent in ("PERSON", "ORG", "GPE") for x in name) or tokens[colons[0] + 1].text[:1].islower())
        ):
            head = next((x for x in reversed(name) if x.pos == "PROPN"), None)
            contents = spans(doc, content)
            if head is not None and contents:
                return Attribution(tokens[colons[0]], HEADLINE, head, contents)
    return None
