"""The forms in which motives, judgements, comparisons, superlatives, parts and forecasts are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.claim.chain import chain_of
from legation.claim.clauses import SUBJECTS, VERBS, clause_of, clause_span, subtree_span
from legation.claim.embedders import effect_of
from legation.claim.judgements import COMPLEMENTS, judged_to_be, named_as
from legation.codes.statement_cues import Cue, statement_cues
from legation.codes.times import word_class
from legation.codes.wordsets import wordset
from legation.link.linked import Linked, ids_of
from legation.parse.doc import Token
from legation.words.evidence import Span
from legation.words.statement import StatementKind
from legation.words.status import Status

DEGREE_REACH = 15
# Verbs whose complement clause is a judgement only where an evaluating word stands in it.
PLAIN = {"be", "remain", "become", "include", "form", "make", "represent", "act", "use", "know", "find", "think", "rate", "mean", "need", "look"}
# Comparatives of number that bound a figure ("more than 47,000") compare nothing.
NUMBERLIKE = ("NUM", "SYM")
NOT_SUPERLATIVE = {"least", "last", "best", "most", "earliest", "latest"}
HEIGHTS = {"record", "high", "low", "peak", "top"}
HEIGHT_MARKS = {"all", "time", "all-time", "record", "historic", "new", "year", "of", "ever"}
# Ranks that are as often part of a title or a name ("chief constable", "main station").
RANKS = {"main", "chief", "top", "leading", "sole", "only", "foremost"}
NOT_EVEN = {"well", "soon", "long", "far", "much", "many", "early", "late", "recently", "little", "few"}
HEDGES = {"could", "may", "might"}


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as found: kind, stretch, the predicate that carries it and the cue that showed it."""

    kind: StatementKind
    span: Span
    head: Token
    cue: str


def told_by(linked: Linked, t: Token) -> Iterator[Told]:
    """What a word tells as a cue: none, one or several statements."""
    cues = statement_cues()
    for name in _classes(t):
        for cue in cues.get((name, t.lemma if name != "modal" else t.lower), ()):
            if (found := _by_cue(linked, t, cue, name)) is not None:
                yield Told(StatementKind(cue.kind), found[0], found[1], f"{cue.kind}:{cue.word}+{cue.slot}")
    yield from _purpose(linked, t)
    yield from _comparison(linked, t)
    yield from _superlative(linked, t)


def _classes(t: Token) -> tuple[str, ...]:
    if t.tag == "MD":
        return ("modal",)
    if t.dep == "mark" or (t.pos == "SCONJ" and t.dep != "prep"):
        return ("mark", "prep")
    by_pos = {"VERB": ("verb",), "AUX": ("verb",), "ADJ": ("adj",), "NOUN": ("noun", "adj"), "ADV": ("adverb",), "ADP": ("prep",), "SCONJ": ("prep",)}
    return by_pos.get(t.pos, ())


def _by_cue(linked: Linked, t: Token, cue: Cue, name: str) -> tuple[Span, Token] | None:
    """The stretch and the predicate of a cue whose slot is filled."""
    if name == "mark":
        return (subtree_span(t, t.head), t.head) if t.head.pos in VERBS and t.lower != "as" else None
    if name == "prep":
        return _prepositional(t, cue)
    if name == "modal":
        return _forecast(linked, t)
    if name == "adverb":
        return (clause_span(clause_of(t)), clause_of(t)) if t.head is not t and not _of_a_reason(linked, t) else None
    if name == "verb":
        return _verbal(linked, t, cue)
    return _nominal(t, cue)


def _of_a_reason(linked: Linked, t: Token) -> bool:
    """ "partly because", "largely to please", "mainly so": the adverb parts reasons, no quantity."""
    after = linked.doc.tokens[t.i + 1] if t.i + 1 < len(linked.doc.tokens) else t
    return after.lower in wordset("reasoning") or (after.tag == "TO" and after.head.pos in VERBS)


def _prepositional(t: Token, cue: Cue) -> tuple[Span, Token] | None:
    kids = t.kids("pobj", "pcomp", "prep")
    if not kids or t.i + 1 > kids[-1].i:
        return None
    if cue.word in ("due", "owing", "thanks") and not any(k.lower == "to" for k in kids):
        return None
    verb = clause_of(t)
    return subtree_span(t, t), verb


def _verbal(linked: Linked, t: Token, cue: Cue) -> tuple[Span, Token] | None:
    if cue.slot == "to":
        content = _infinitive(t, "xcomp", "advcl", "ccomp")
        if cue.word in ("threaten", "set", "bind") and content is None:
            return None
        if content is None and cue.word == "risk" and (thing := t.child("xcomp", "dobj", "pcomp")):
            content = thing
        if content is None:
            return None
        return clause_span(clause_of(t)) if cue.kind == "forecast" else subtree_span(t, content), t
    if cue.slot == "ing":
        prep = next((p for p in t.kids("prep") if p.i > t.i and p.lower in ("at", "from", "for", "toward", "towards", "against")), None)
        return (subtree_span(t, prep), t) if prep is not None and (t.lemma not in PLAIN or t.tag == "VBN") else None
    if cue.slot == "as":
        marker = next((c for c in t.children if c.lower == "as" and c.i > t.i and c.dep == "prep"), None)
        if marker is None or not marker.children:
            return None
        return clause_span(clause_of(t)) if t.dep in ("ROOT", "ccomp", "conj", "relcl") else subtree_span(t, t), t
    if cue.slot == "part":
        return _part(t)
    if cue.slot == "np":
        return named_as(t) if cue.kind == "assessment" else (clause_span(t), t) if t.child("dobj", "nsubjpass") else None
    return judged_to_be(linked, t)


def _infinitive(t: Token, *deps: str) -> Token | None:
    """The infinitive with "to" that follows a word as one of some labels."""
    return next((c for c in t.kids(*deps) if c.i > t.i and any(a.lower == "to" for a in c.kids("aux"))), None)


def _part(t: Token) -> tuple[Span, Token] | None:
    """ "comprising the majority", "accounts for most of its trade": a whole and what part of it something is."""
    cues = statement_cues()
    for child in t.kids("dobj", "prep", "attr"):
        things = [child, *child.kids("pobj")]
        if any(("noun", c.lemma) in cues and cues["noun", c.lemma][0].kind == "part" for c in things):
            return clause_span(t), t
    return None


def _nominal(t: Token, cue: Cue) -> tuple[Span, Token] | None:
    if cue.kind == "superlative":
        return _topmost(t, cue)
    if cue.slot == "to":
        content = _infinitive(t, "acl", "xcomp", "relcl", "ccomp", "advcl")
        if content is None:
            return None
        return (clause_span(clause_of(t)) if cue.kind == "forecast" else subtree_span(t, content)), (t if cue.kind == "motive" else content)
    if cue.slot == "ing":
        prep = next((p for p in t.kids("prep") if p.i > t.i and p.child("pcomp", "pobj")), None)
        return (subtree_span(t, prep), t) if prep is not None else None
    if cue.slot == "of":
        of = next((p for p in t.kids("prep") if p.lower == "of"), None)
        return (subtree_span(t, t), clause_of(t)) if of is not None and t.lemma not in ("part", "half", "portion") else None
    verb = clause_of(t)
    return (clause_span(verb), verb) if verb.lemma in ("be", "have", "appear", "include") and t.dep in (*COMPLEMENTS, "dobj", "nsubj") else None


def _topmost(t: Token, cue: Cue) -> tuple[Span, Token] | None:
    """ "an all-time high", "at the top of the list", "its main ally": the far end of a scale."""
    if t.pos == "NOUN" and cue.word in HEIGHTS:
        near = {c.lower for c in t.children} | ({t.head.lower} if t.dep in ("compound", "amod") else set())
        return _of_thing(t) if near & HEIGHT_MARKS else None
    if t.pos != "ADJ":
        return None
    if cue.word in RANKS and (t.dep != "amod" or t.head.dep not in (*COMPLEMENTS, "appos")):
        return None
    return _of_thing(t.head if t.dep == "amod" else t)


def _of_thing(noun: Token) -> tuple[Span, Token]:
    """The clause where a thing is what is said of its subject, else the phrase of the thing."""
    verb = clause_of(noun)
    if noun.dep in ("amod", "compound", "appos") or (noun.dep not in (*COMPLEMENTS, "ROOT") and noun.head.head is not verb and noun.head is not verb):
        return subtree_span(noun, noun), verb
    return clause_span(verb), verb


def _purpose(linked: Linked, t: Token) -> Iterator[Told]:
    """ "seized the wages to fund its army": an act and the infinitive that names what it is for."""
    if t.pos != "VERB" or t.dep not in ("advcl", "xcomp") or not any(a.lower == "to" for a in t.kids("aux")):
        return
    above = t.head
    if (
        above.pos == "AUX" and t.dep == "advcl"
    ):  # "are labourers, with the state seizing their wages to fund its army": it hangs on the verb nearest to it
        between = linked.doc.sentence(t).tokens[: t.i - linked.doc.sentence(t).tokens[0].i]
        above = next((v for v in reversed(between) if v.i > above.i and v.pos == "VERB" and v.child("dobj")), above)
    cued = ("verb", above.lemma) in statement_cues() or above.lemma in word_class("control") or above.lemma in word_class("ahead")
    if (
        above.pos != "VERB"
        or (t.dep == "xcomp" and (above.child("dobj") is None or cued))
        or (t.lemma in wordset("outcomes") and t.child("dobj") is None)
    ):
        return
    # "calls on them to", "count on it to": what is asked for is no purpose of who asks.
    asked = effect_of(above, "to") is Status.DEMANDED or above.lemma in wordset("appealing")
    if asked and any(p.child("pobj") for p in above.kids("prep") if p.i < t.i and p.lower in ("on", "upon", "to", "from")):
        return
    yield Told(StatementKind.MOTIVE, subtree_span(t, t), above, "motive:purpose")


def _comparison(linked: Linked, t: Token) -> Iterator[Told]:
    if t.lower == "than":
        sentence = linked.doc.sentence(t)
        at = t.i - sentence.tokens[0].i
        after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
        before = reversed(sentence.tokens[max(0, at - DEGREE_REACH) : at])
        degree = next((c for c in before if c.tag in ("JJR", "RBR") or c.lower in ("more", "less", "fewer")), None)
        if (
            after is None
            or degree is None
            or after.pos in NUMBERLIKE
            or after.tag in ("CD", "$")
            or after.text[0] in "$€£¥₩"
            or after.lower in ("half", "ever", "a", "one")
        ):
            return
        verb = clause_of(degree)
        start, end = clause_span(verb)
        yield Told(StatementKind.COMPARISON, (start, max(end, subtree_span(t, t)[1])), verb, "comparison:than")
    elif t.tag in ("JJR", "RBR") and t.dep in ("acomp", "attr") and t.head.pos in VERBS and _named_subject(t.head):
        yield Told(StatementKind.COMPARISON, clause_span(t.head), t.head, f"comparison:{t.lower}")
    elif t.lower == "as" and t.dep == "advmod" and t.head.pos in ("ADJ", "ADV") and t.head.lower not in NOT_EVEN:
        verb = clause_of(t)
        yield Told(StatementKind.COMPARISON, clause_span(verb), verb, "comparison:as")


def _named_subject(verb: Token) -> bool:
    subject = verb.child(*SUBJECTS)
    return subject is not None and subject.pos != "PRON"


def _superlative(linked: Linked, t: Token) -> Iterator[Told]:
    most = t.tag == "RBS" and t.lower == "most" and t.head.pos in ("ADJ", "ADV")
    if most or (t.tag == "JJS" and t.lower not in NOT_SUPERLATIVE and t.pos == "ADJ"):
        word = t.head if most else t
        if word.dep == "amod" and (word.head.lemma in ("term", "possible") or word.lower == "recent"):
            return  # "condemns in the strongest terms", "the most recent round" rank nothing
        span, verb = _of_thing(word.head if word.dep == "amod" else word)
        yield Told(StatementKind.SUPERLATIVE, span, verb, f"superlative:{'most ' if most else ''}{word.lower}")


def _forecast(linked: Linked, t: Token) -> tuple[Span, Token] | None:
    """ "could become its main ally"; "will" and "would" only where a voice says so of another."""
    verb = t.head
    if verb.pos not in VERBS or t.dep != "aux" or any(c.lower == "have" and c.dep == "aux" for c in verb.children):
        return None
    if t.lower not in HEDGES and not _said_of_another(linked, verb):
        return None
    if any(m.lower in ("if", "unless", "whether") for m in verb.kids("mark")):
        return None  # a condition foretells nothing
    return clause_span(verb), verb


def _said_of_another(linked: Linked, verb: Token) -> bool:
    """Whether a clause is said by somebody about another: what speakers will do themselves is a plan, no forecast."""
    chain, subject = chain_of(linked, verb.span), verb.child(*SUBJECTS)
    if not chain or subject is None or subject.pos == "PRON":
        return False
    return chain[0].country is None or chain[0].country not in ids_of(linked.mentions_in(subtree_span(subject, subject)))
