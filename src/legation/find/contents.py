"""What is said: the words that a reporting verb or noun governs, as runs of the text."""

from __future__ import annotations

from legation.codes.cues import Cue, cues
from legation.codes.wordsets import wordset
from legation.find.described import about_object
from legation.find.ends import shortened
from legation.find.overruns import mended
from legation.find.rests import adopted, lead, rest, split_off
from legation.find.runs import MARKS, has_to, phrase, spans, worth
from legation.find.sources import is_cue, kind_of_noun, misread_source, source_of
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

CONJUNCTIONS = frozenset(["that", "whether", "if"])
BACKWARD = frozenset(("this", "these", "such", "what", "which"))  # "announced this change": told before, not here
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
VERBS = frozenset(("VERB", "AUX"))
# How far behind a cue its "that" may stand: "learned from two diplomats that".
MARK_REACH = 7


def content_of(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """The pieces of content of a reporting verb, by the first of its frames that fits; () where none does."""
    return tuple(shortened(doc, t, content) for content in mended(doc, t, entry, _framed(doc, t, entry)))


def _framed(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    frames = entry.frames
    if found := _passive_wish(doc, t):
        return found
    if frames & {"that", "quote", "marked"} and (found := _clause(doc, t, entry)) and (frames & {"that", "marked"} or _is_quoted(doc, found)):
        return found
    if "whom-to" in frames and (found := _whom_to(doc, t)):
        return found
    if "for" in entry.prepositions and (found := _for_to(doc, t)):
        return found
    if entry.about_object and (found := about_object(doc, t, entry)):
        return _and_behind(doc, t, found)
    if entry.prepositions and (found := _after_preposition(doc, t, entry)):
        return found
    if "to" in frames and (found := _wish(doc, t)):
        return found
    if found := _deed(doc, t):
        return found
    if ("np" in frames or ("stance" in frames and _is_stance(t))) and (found := object_of(doc, t, entry)):
        return found
    if "that" in frames:
        return (rest(doc, t, entry) if entry.kind == "say" else ()) or adopted(doc, t) or split_off(doc, t) or lead(doc, t)
    return adopted(doc, t) if "marked" in frames and any(k.lower == "that" for k in doc.tokens[t.i + 1 : t.i + MARK_REACH]) else ()


def _is_quoted(doc: Doc, found: tuple[Span, ...]) -> bool:
    """Whether marks stand in or about content; some verbs only quote: "iodine released into milk has been a source" says nothing."""
    return any(k.text in MARKS for k in doc.within((found[0][0] - 2, found[-1][1] + 2)))


def _is_stance(t: Token) -> bool:
    """Whether what is declared is a stand that somebody takes ("declared its readiness to talk"), not a thing done by declaring it."""
    thing = t.child("dobj")
    return thing is not None and ((thing.lemma, "noun") in cues() or thing.lemma in wordset("stances"))


def _clause(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """The finite clause that is said: behind the cue, else before it, else however the parser tied the two."""
    clauses = [c for c in t.kids("ccomp") if _is_clause(c) and _may_be_said(doc, c, t, entry)]
    behind = [c for c in clauses if c.i > t.i]
    if behind and not _is_aside(doc, t):
        clauses = behind  # "Minutes before they met, Roe claimed [it was void]", hung as another clause
    if (thing := t.child("dobj")) is not None and t.lemma in wordset("denial"):
        clauses = [c for c in clauses if not (c.i > thing.i > t.i and is_cue(c) and not _is_marked(c))]  # "denied it, however, a report said"
    if any(_is_marked(c) for c in behind) or len(behind) == len(clauses):
        clauses = behind
    if not clauses:
        return _loose_clause(doc, t, entry)
    below = [k for c in clauses for k in c.subtree()]
    that = next((m.i for c in clauses[:1] for m in c.kids("mark") if m.lower == "that" and m.i > t.i), 0)
    below = [k for k in below if k.i >= that]  # "reported, citing the police, [that]"
    if clauses[-1].i > t.i and not _is_aside(doc, t):
        below = _behind(t, clauses[0], below)
    if t.lemma == "say" or clauses[-1].child("nsubj", "nsubjpass", "expl", "csubj") is None:
        # the clause's own subject, taken for the cue's object
        below += [k for thing in t.kids("dobj") if t.i < thing.i < clauses[-1].i for k in thing.subtree()]
    if clauses[-1].i > t.i:
        last = max(k.i for k in below)
        below += [x for k in t.children if k.i > last and _carries_on(k) for x in k.subtree()]
    return spans(doc, below)


def _behind(t: Token, clause: Token, below: list[Token]) -> list[Token]:
    """A clause without what leads in the cue's own: "In May, before the vote, Roe said [the port was open]"."""
    subject = clause.child("nsubj", "nsubjpass", "expl", "csubj")
    return below if subject is None or subject.i < t.i else [k for k in below if k.i > t.i]


def _is_aside(doc: Doc, t: Token) -> bool:
    """Whether commas set off a cue with its source: "In May, he said, the port had opened"."""
    return t.i + 1 < len(doc.tokens) and doc.tokens[t.i + 1].lower in (",", ":")


def _may_be_said(doc: Doc, clause: Token, t: Token, entry: Cue) -> bool:
    """Whether a clause on this side of the cue can be its content: some cues take none behind, some only with "that"."""
    if "marked" in entry.frames and not _is_marked(clause) and not ("found" in entry.frames and _is_found(t, clause)):
        return False
    if misread_source(t) is not None and clause.i > t.i:
        return False
    if clause.i > t.i:
        return bool(entry.frames & {"that", "marked"})
    thing = t.child("dobj")
    if thing is not None and thing.i > t.i and thing.pos == "NOUN" and kind_of_noun(thing) not in ("person", "group"):
        return False  # "Roe raised prices, Poe ordered stock"
    return t.dep != "relcl" and not any(k.text == ";" for k in doc.tokens[clause.i : t.i])


def _is_found(t: Token, clause: Token) -> bool:
    """As in "the court found [the law was void]": what courts, studies and those who look into things find needs no conjunction."""
    source, _ = source_of(t)
    if source is None or clause.i < t.i or clause.child("nsubj", "nsubjpass", "expl") is None:
        return False
    finite = clause.tag in FINITE or has_to(clause) or any(k.tag in FINITE for k in clause.kids("aux", "auxpass"))
    finder = source.lemma in wordset("finders")
    return (finite and (finder or kind_of_noun(source) in ("group", "findings", "document"))) or (finder and clause.pos == "ADJ")


def _loose_clause(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """As in "who Roe says [left]", "what Roe says is [a lie]", "[the deal], he says, [is dead]"."""
    for clause in t.kids("xcomp"):
        if clause.tag in FINITE and clause.i > t.i and "that" in entry.frames:
            return spans(doc, clause.subtree())
    if t.dep == "relcl" and (being := next((k for k in t.kids("xcomp", "ccomp") if k.i > t.i and k.lemma == "be" and has_to(k)), None)) is not None:
        return spans(doc, [k for k in being.subtree() if k.i > t.i])  # "an act which the court ruled [to be void]"
    whether = next((k for k in t.kids("advcl") if k.i > t.i and any(m.lower in ("whether", "if") for m in k.kids("mark"))), None)
    if whether is not None and entry.kind == "ask" and t.lemma in wordset("wondering"):
        return spans(doc, whether.subtree())  # "wondered aloud [whether they had left]"
    what = t.child("dobj", "pobj")
    if what is not None and what.lower == "what" and t.head.lemma == "be" and t.head.i > t.i:
        return spans(doc, [k for part in t.head.kids("attr", "acomp", "ccomp", "advcl") if part.i > t.head.i for k in part.subtree()])
    if t.dep in ("csubj", "nsubj", "nsubjpass") and t.tag in FINITE and t.head.i > t.i and t.head.pos in VERBS and t.child("nsubj") is not None:
        last = max(k.i for k in t.subtree())
        return spans(doc, [k for k in t.head.subtree() if k.i > last])  # "tariffs which he states will hit cars"
    late = t.dep == "ccomp" and t.tag in FINITE and t.head.i > t.i and t.child("dobj", "ccomp", "xcomp") is None and "that" in entry.frames
    whom = t.child("dobj")
    telling = whom is None or kind_of_noun(whom) in ("person", "group")  # not "Roe raised prices, Poe ordered stock"
    if (late or (t.dep == "parataxis" and telling)) and t.head.pos in ("VERB", "AUX") and t.child("nsubj") is not None:
        own = {k.i for k in t.subtree()}
        since = max((k.i for k in doc.sentence(t).tokens if k.text == ";" and k.i < t.i), default=-1)
        return spans(doc, [k for k in t.head.subtree() if k.i not in own and k.i > since])
    return ()


def _wish(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "vowed [to stay]", "vows [for Oman to join]", "pledged [closing the port]"."""
    if t.dep == "relcl" and (who := t.child("nsubj")) is not None and who.lower not in ("who", "which", "that"):
        return ()  # "a fight that he promised to win": nothing said but that
    lead = [k for p in t.kids("prep") if p.i > t.i and p.lower in ("for", "from", "of") for k in p.subtree() if k is not p or p.lower == "for"]
    for wish in t.kids("xcomp", "advcl", "acl"):
        will = has_to(wish) or (wish.tag == "VBG" and wish.i == t.i + 1)
        if will and wish.i > t.i and (wish.dep == "xcomp" or lead or (wish.dep == "acl" and t.tag in FINITE)):
            return spans(doc, lead + wish.subtree())
    return ()


def _deed(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "admitted [shelling the port]", "reported [having lost a ship]", "suggested [holding talks]"."""
    deed = t.child("xcomp")
    return spans(doc, deed.subtree()) if deed is not None and deed.tag == "VBG" and t.lemma in wordset("owned") and deed.i - t.i <= 2 else ()


def _passive_wish(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "[the mayor] was thought by many [to have won]"."""
    thing, wish = t.child("nsubjpass"), t.child("xcomp")
    if thing is None or wish is None or t.child("agent") is None or not has_to(wish):
        return ()
    return spans(doc, phrase(thing) + wish.subtree())


def _is_marked(clause: Token) -> bool:
    return any(m.lower in CONJUNCTIONS for m in clause.kids("mark"))


def _is_clause(t: Token) -> bool:
    return t.pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "ADV") and (
        t.pos in ("VERB", "AUX") or t.child("nsubj", "nsubjpass", "expl", "mark") is not None
    )


def _carries_on(k: Token) -> bool:
    """Whether a clause behind the content, hung on the reporting verb, is still content."""
    if k.dep == "advcl":
        marks = {m.lower for m in k.kids("mark", "advmod")}
        return bool(marks & wordset("carried")) and (not is_cue(k) or (bool(marks & {"if", "unless"}) and k.child("ccomp") is None))
    if k.dep == "conj" and any(m.lower in wordset("carried") for m in k.kids("mark")):
        return True
    return (
        k.dep == "conj"
        and not is_cue(k)
        and k.child("nsubj", "nsubjpass", "expl") is not None
        and (not any(c.lower in ("but", "while") for c in k.head.kids("cc") if c.i < k.i) or any(c.lower in ("if", "that") for c in _first_marks(k)))
    )


def _first_marks(k: Token) -> list[Token]:
    """The conjunctions of a clause and of the one that stands before it: "but only if A stays and B leaves"."""
    return k.kids("mark") + [m for c in k.kids("advcl") if c.i < k.i for m in c.kids("mark")]


def _whom_to(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "urged [Egypt to open the border]"."""
    whom, wish = t.child("dobj", "dative"), t.child("xcomp", "ccomp")
    if wish is None or wish.i < t.i or not has_to(wish):
        return ()
    return spans(doc, (phrase(whom) if whom is not None and t.i < whom.i < wish.i else []) + wish.subtree())


def _for_to(doc: Doc, t: Token) -> tuple[Span, ...]:
    """As in "called for [members to spend more]", "asked for [the price to be kept secret]"."""
    for wish in t.kids("advcl", "ccomp", "xcomp"):
        if wish.i > t.i and has_to(wish) and any(m.lower == "for" for m in wish.kids("mark")):
            return spans(doc, [k for k in wish.subtree() if k.dep != "mark" or k.head is not wish])
    return ()


def _after_preposition(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """As in "warned of [a crisis]", "called on [Oman to mediate]", "accused Iran of [arming rebels]"."""
    if entry.lemma == "call" and t.child("dobj") is not None:
        return ()  # "called the election for Roe"
    preps = t.kids("prep")
    if "of" in entry.prepositions and (whom := t.child("dobj")) is not None:
        preps += [
            k for k in whom.subtree() if k.dep == "prep" and k.child("pcomp") is not None
        ]  # "accuses the rebels of looting", hung on the rebels
    for prep in preps:
        inner = prep.child("pobj", "pcomp")
        if prep.lower not in entry.prepositions or inner is None or prep.i < t.i:
            continue
        below = inner.subtree()
        wish = next((k for k in t.kids("xcomp", "advcl", "ccomp") if k.i > inner.i and has_to(k)), None)
        if prep.lower == "on" and entry.lemma == "call" and wish is None and inner.child("acl", "relcl") is None:
            continue
        if wish is not None and prep.lower in ("on", "for"):
            below += wish.subtree()
        return worth(doc, _with_neighbours(t, below))
    return ()


def object_of(doc: Doc, t: Token, entry: Cue) -> tuple[Span, ...]:
    """As in "announced [a plan for talks]": the object with what hangs behind it."""
    thing = t.child("dobj") or (t.child("nsubjpass") if t.child("agent") else None)
    if thing is None and t.tag in ("VBZ", "VBD") and t.dep in ("nsubj", "compound") and t.head.i > t.i:
        thing = t.head  # "Roe announces plans", with the object taken for the verb
    bare = t.child("xcomp")
    if thing is None and bare is not None and bare.tag == "VBG" and bare.i == t.i + 1:
        return worth(doc, bare.subtree())  # "announces impending tariffs", the adjective taken for a verb
    if thing is None or thing.pos not in ("NOUN", "PROPN", "NUM") or any(k.lower in BACKWARD for k in thing.kids("det")):
        return ()
    told = cues().get((thing.lemma, "noun"))
    if (entry.lemma == "claim" and thing.lemma in wordset("claimed")) or (entry.lemma == "deny" and thing.lemma in wordset("withheld")):
        return ()  # "claimed asylum", "claimed 40 lives", "denied them access"
    if entry.lemma == "report" and t.tag in ("VB", "VBG") and any(k.lower == "to" for k in (*t.kids("prep", "dative"), *thing.kids("prep"))):
        return ()  # "to report such cases to the police"
    if thing.lemma in wordset("courtesy") and entry.lemma in ("express", "voice"):
        return ()  # "expressed its support": nothing said but that
    if told is not None and (
        entry.lemma in wordset("denial")
        or any(_is_marked(k) for k in thing.kids("acl", "ccomp"))
        or (entry.lemma in wordset("carrier") and thing.child("det") is None and any(k.lower in told.prepositions for k in thing.kids("prep")))
    ):
        return ()  # a denied claim is the claim's, not its denier's; "expressed hope that" is the hope's
    below = [k for k in phrase(thing) if thing.dep != "ROOT" or k.i > t.i]
    return worth(doc, _with_neighbours(t, below) if thing.dep == "dobj" else below)


def _and_behind(doc: Doc, t: Token, found: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is said of a thing, with the infinitive or clause right behind it that the parser hung on the cue: "in breach of its duty [to report]"."""
    last = doc.at(found[-1][1] - 1)
    more = next((k for k in t.kids("xcomp", "acl", "relcl") if last is not None and min(x.i for x in k.subtree()) == last.i + 1), None)
    return found if more is None else (*found[:-1], (found[-1][0], max(x.end for x in more.subtree())))


def _with_neighbours(t: Token, below: list[Token]) -> list[Token]:
    """What the parser hung on the verb though it stands right behind its object: "talks [on trade] [that began in May]", "if ..."."""
    for k in t.children:
        if k.i <= below[-1].i:
            continue
        near = min(x.i for x in k.subtree()) == below[-1].i + 1
        tied = (
            k.dep in ("prep", "acl", "relcl", "xcomp", "appos") or (k.dep == "ccomp" and not _is_clause(k)) or (k.dep == "advcl" and k.tag == "VBG")
        )
        if near and (tied or _carries_on(k)):
            below = below + phrase(k)
    return below
