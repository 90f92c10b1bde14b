"""Reported content by grammar: which words a reporting verb, noun or "according to" attributes, and to which noun phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legation.codes.cues import Cue, cues
from legation.parse.doc import Doc, Sentence, Token
from legation.words.evidence import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
RELATIVE = frozenset(("who", "which", "that", "whom"))
EXPLETIVE = frozenset(("it", "there"))
# Nouns that speak themselves where nobody is named as their author.
SOURCES = frozenset("report reports study survey poll data figure statistic document research analysis estimate article account".split())
# Verbs that carry a reporting noun: who issues a warning warns.
LIGHT = frozenset("issue make express voice raise repeat reiterate release give have share spread deliver renew send publish add dismiss".split())
MARKS = frozenset("“”\"'‘’«»„`")
ACCORDING = Cue("according to", "adp", "say", frozenset(("that",)), frozenset())


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting word, the head of the phrase that names its source (None: not said here) and the pieces of content, in text order.

    `direct` says that the pieces are quotes; `hidden` that the text names nobody on purpose ("is believed to").
    """

    cue: Token
    entry: Cue
    source: Token | None
    contents: tuple[Span, ...]
    direct: bool = False
    hidden: bool = False


def find_reported(doc: Doc) -> Iterator[Attribution]:
    """Indirect speech, belief and findings in text order, nested ones included."""
    table = cues()
    for sentence in doc.sentences:
        for t in sentence.tokens:
            if t.lower in ("according", "per") and (found := _according(doc, sentence, t)):
                yield found
            elif t.pos in ("VERB", "AUX") and (entry := table.get((t.lemma, "verb"))):
                if found := _verbal(doc, t, entry):
                    yield found
            elif t.pos in ("NOUN", "PROPN") and (entry := table.get((t.lemma, "noun"))):
                if found := _nominal(doc, t, entry):
                    yield found
            elif t.pos == "ADJ" and (entry := table.get((t.lemma, "adj"))) and (found := _adjectival(doc, t, entry)):
                yield found


def source_of(verb: Token) -> tuple[Token | None, bool]:
    """The head of the phrase that says what a verb reports, and whether a passive hides it."""
    passive = verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep in ("acl", "relcl") and verb.child("nsubj") is None)
    if passive:
        agent = verb.child("agent")
        by = agent.child("pobj") if agent else None
        return by, by is None
    t = verb
    for _ in range(6):
        subject = t.child("nsubj", "nsubjpass") if t is verb or t.child("auxpass") is None else t.child("nsubjpass", "nsubj")
        if subject is not None:
            if subject.lower in RELATIVE and t.dep in ("relcl", "acl", "ccomp"):
                return t.head, False
            return subject, False
        if t.dep in ("acl", "relcl") and t.head is not t:
            return t.head, False
        if t.dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep") and t.head is not t:
            t = t.head
            continue
        break
    late = verb.child("dobj", "attr", "npadvmod")
    if late is not None and late.i > verb.i and late.pos == "PROPN" and verb.dep != "xcomp":
        return late, False
    return None, False


def _verbal(doc: Doc, t: Token, entry: Cue) -> Attribution | None:
    contents = _contents(doc, t, entry)
    if not contents:
        return None
    source, hidden = source_of(t)
    if source is not None and source.lower in EXPLETIVE and t.child("ccomp") is not None and t.child("auxpass") is not None:
        return None
    return Attribution(t, entry, source, contents, hidden=hidden)


def _contents(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """The pieces of content by the cue's frames, the first frame that fits."""
    frames = entry.frames
    if "that" in frames or "quote" in frames:
        for clause in t.kids("ccomp"):
            if _is_clause(clause) and (found := spans(doc, clause.subtree())):
                return found
        if t.dep == "parataxis" and t.head.pos in ("VERB", "AUX") and t.child("nsubj") is not None:
            below = {k.i for k in t.subtree()}
            return spans(doc, [k for k in t.head.subtree() if k.i not in below])
    if "whom-to" in frames and (found := _whom_to(doc, t)):
        return found
    if "as" in frames and (found := _as(doc, t)):
        return found
    for prep in t.kids("prep"):
        if prep.lower in entry.prepositions and (inner := prep.child("pobj", "pcomp")):
            wish = t.child("xcomp", "advcl") if prep.lower in ("on", "for") else None
            below = inner.subtree() + (wish.subtree() if wish is not None and wish.i > inner.i and wish.child("aux") else [])
            if prep.lower != "on" or wish is not None or inner.child("acl", "relcl") or entry.lemma == "insist":
                return spans(doc, below)
    if "to" in frames:
        for wish in t.kids("xcomp"):
            if any(a.lower == "to" for a in wish.kids("aux")) and wish.i > t.i:
                return spans(doc, wish.subtree())
    if "np" in frames:
        thing = t.child("dobj") or (t.child("nsubjpass") if t.child("agent") else None)
        if thing is not None and thing.pos in ("NOUN", "PROPN", "NUM"):
            return spans(doc, _phrase(thing))
    return ()


def _is_clause(t: Token) -> bool:
    return t.pos in ("VERB", "AUX", "ADJ", "NOUN") or t.child("nsubj", "nsubjpass", "expl") is not None


def _whom_to(doc: Doc, t: Token) -> tuple[Span, ...]:
    """"urged [Egypt to open the border]"."""
    whom, wish = t.child("dobj", "dative"), t.child("xcomp", "ccomp")
    if wish is not None and wish.i > t.i and any(a.lower == "to" for a in wish.kids("aux")):
        return spans(doc, (_phrase(whom) if whom is not None and t.i < whom.i < wish.i else []) + wish.subtree())
    return ()


def _as(doc: Doc, t: Token) -> tuple[Span, ...]:
    """"called [the raid a crime]", "described [it as illegal]", "blamed [Iran for the attack]"."""
    thing = t.child("dobj", "nsubjpass")
    how = next((k for k in t.children if k.i > t.i and (k.dep == "oprd" or (k.dep == "prep" and k.lower in ("as", "for", "over") and (thing is None or k.i > thing.i)))), None)
    if how is None:
        small = t.child("ccomp", "xcomp")
        return spans(doc, small.subtree()) if small is not None and small.i > t.i and thing is None else ()
    if how.dep == "prep" and thing is None:
        return ()
    return spans(doc, ([] if thing is None or thing.i < t.i else _phrase(thing)) + how.subtree())


def _phrase(noun: Token) -> list[Token]:
    """A noun's subtree without clauses that a comma sets off."""
    out: list[Token] = []
    stack = [noun]
    while stack:
        t = stack.pop()
        out.append(t)
        stack.extend(k for k in t.children if not (k.dep in ("relcl", "advcl", "appos") and _after_comma(t, k)))
    return sorted(out, key=lambda t: t.i)


def _after_comma(head: Token, below: Token) -> bool:
    return any(k.lower == "," and head.i < k.i < below.i for k in head.children)


def _nominal(doc: Doc, t: Token, entry: Cue) -> Attribution | None:
    clause = next((k for k in t.kids("acl", "ccomp", "relcl") if k.i > t.i and any(m.lower in ("that", "whether") for m in k.kids("mark"))), None)
    below: list[Token] = clause.subtree() if clause is not None else []
    if clause is None and "to" in entry.frames:
        wish = next((k for k in t.kids("acl", "xcomp") if any(a.lower == "to" for a in k.kids("aux"))), None)
        below = wish.subtree() if wish is not None else []
    if not below:
        prep = next((k for k in t.kids("prep") if k.lower in entry.prepositions), None)
        inner = prep.child("pobj", "pcomp") if prep is not None else None
        below = inner.subtree() if inner is not None else []
    contents = spans(doc, below)
    source = _author(t, below)
    if not contents or source is None:
        return None
    return Attribution(t, entry, source, contents)


def _author(t: Token, below: list[Token]) -> Token | None:
    """Whose report or claim it is: possessor, "by", "from", the subject of a verb that carries the noun, or the report itself."""
    if (owner := t.child("poss")) is not None:
        return owner
    inside = {k.i for k in below}
    for prep in t.kids("prep", "agent"):
        if prep.lower in ("by", "from") and (who := prep.child("pobj")) is not None and who.i not in inside:
            return who
    if t.dep == "dobj" and t.head.lemma in LIGHT:
        return source_of(t.head)[0]
    return t if t.lemma in SOURCES else None


def _adjectival(doc: Doc, t: Token, entry: Cue) -> Attribution | None:
    clause = next((k for k in t.kids("ccomp") if k.i > t.i), None)
    if clause is None or t.head is t:
        return None
    source, _ = source_of(t.head)
    if source is None or source.lower in EXPLETIVE:
        return None
    contents = spans(doc, clause.subtree())
    return Attribution(t, entry, source, contents) if contents else None


def _according(doc: Doc, sentence: Sentence, t: Token) -> Attribution | None:
    """"According to X, content" and "content, according to X": the clause beside the phrase, whatever the parser hung it on."""
    k = t.i - sentence.tokens[0].i
    tokens = sentence.tokens
    if t.lower == "according" and not (k + 1 < len(tokens) and tokens[k + 1].lower == "to"):
        return None
    to = tokens[k + 1] if t.lower == "according" else t
    source = to.child("pobj") or t.child("pobj")
    if source is None or (t.lower == "per" and (source.ent not in ("ORG", "PERSON") or tokens[k - 1].lower != ",")):
        return None
    own = {x.i for x in t.subtree()} | {x.i for x in source.subtree()} | {t.i, to.i}
    last = max(own)
    before = [x for x in tokens[:k] if x.pos not in ("PUNCT", "CCONJ", "ADV")]
    if not before:
        start = next((x for x in tokens if x.i > k + tokens[0].i and x.lower == "," and x.i >= source.i), None)
        begin = (start.i if start is not None else last) + 1
        content = [x for x in tokens if x.i >= begin]
    else:
        after = [x for x in tokens if x.i > last and x.pos != "PUNCT"]
        if after and t.head.i not in own and t.head.pos in ("VERB", "AUX"):
            content = [x for x in t.head.subtree() if x.i not in own]
        else:
            content = [x for x in tokens[:k]]
    contents = spans(doc, content)
    return Attribution(t, ACCORDING, source, contents) if contents else None


def spans(doc: Doc, tokens: Iterable[Token]) -> tuple[Span, ...]:
    """The runs of neighbouring tokens without leading "that" and outer punctuation; a gap of punctuation alone does not break a run."""
    members = sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
    runs: list[list[Token]] = []
    for t in members:
        if runs and all(k.pos == "PUNCT" for k in doc.tokens[runs[-1][-1].i + 1 : t.i]):
            runs[-1].append(t)
        else:
            runs.append([t])
    trimmed = [r for run in runs if (r := _trim(run))]
    longest = max((len(r) for r in trimmed), default=0)
    return tuple((r[0].start, r[-1].end) for r in trimmed if len(r) >= 3 or len(r) == longest)


def _trim(run: list[Token]) -> list[Token]:
    first, last = 0, len(run)
    while first < last and (run[first].lower == "that" and run[first].dep == "mark" or run[first].pos == "PUNCT" and run[first].text not in MARKS or run[first].dep == "cc"):
        first += 1
    while last > first and (run[last - 1].pos == "PUNCT" and run[last - 1].text not in MARKS or run[last - 1].dep == "cc"):
        last -= 1
    return run[first:last]
