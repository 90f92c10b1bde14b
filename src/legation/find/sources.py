"""Who is said to say it: the head of the phrase that names the source of a reporting verb or noun."""

from __future__ import annotations

from collections.abc import Iterator

from legation.codes.cues import cues, source_kinds
from legation.codes.wordsets import wordset
from legation.parse.doc import Token

RELATIVE = frozenset(("who", "which", "that", "whom"))
NAMED = frozenset(("PERSON", "ORG", "GPE", "NORP"))
PERSONAL = ("ist", "ian", "man", "woman", "person", "crat", "ologist")
HIGHEST = 8
FINITE = frozenset(("VBD", "VBZ", "VBP"))
FLOATING = frozenset(("each", "both", "all"))


def kind_of_noun(t: Token) -> str | None:
    """`person`, `group`, `document` or `findings`, by the noun itself; a name counts as a group or person by the parser's guess."""
    if wordset("share") & {t.lower, t.lemma} or t.pos == "NUM":
        of = next((k.child("pobj") for k in t.kids("prep") if k.lower == "of"), None)
        return kind_of_noun(of) if of is not None else "person"
    if t.pos == "NOUN" or t.lemma in source_kinds():
        return source_kinds().get(t.lemma) or ("person" if t.lemma.endswith(PERSONAL) else None)
    return {"PERSON": "person", "ORG": "group", "GPE": "group", "NORP": "group"}.get(t.ent)


def is_cue(t: Token) -> bool:
    """Whether a token is a reporting verb that finite content can follow."""
    entry = cues().get((t.lemma, "verb"))
    return t.pos in ("VERB", "AUX") and entry is not None and entry.kind != "mute" and bool(entry.frames & {"that", "quote", "np"})


def _speaks(t: Token) -> bool:
    """Whether a token is any verb of speech, also one that content never follows as a clause: "criticised the move, saying that"."""
    entry = cues().get((t.lemma, "verb"))
    return t.pos in ("VERB", "AUX") and entry is not None and entry.kind != "mute"


def is_next_saying(verb: Token) -> bool:
    """As in "said prices rose and warned that", "said he was tired and asked why": what the speaker says next, not what he says another said."""
    above = verb.head
    told = above.tag == "VBD" or any(k.tag in FINITE | {"MD"} for k in above.kids("aux", "auxpass"))
    if verb.dep != "conj" or verb.tag != "VBD" or not told or not is_cue(verb) or verb.child("nsubj") is not None:
        return False
    thing = above.child("nsubj", "nsubjpass", "expl")
    mute = thing is not None and thing.pos == "NOUN" and (kind_of_noun(thing) is None or (kind_of_noun(thing) == "document" and not is_cue(above)))
    inanimate = mute or (thing is not None and thing.dep == "expl")
    return inanimate or (above.lemma == "be" and above.dep == "ccomp" and above.head.tag == "VBD" and is_cue(above.head))


def source_of(verb: Token) -> tuple[Token | None, bool]:
    """The head of the source's phrase, and whether a passive hides it on purpose. (None, False) where the text gives none."""
    if _is_passive(verb):
        agent = verb.child("agent")
        by = agent.child("pobj") if agent else None
        return by, by is None
    subjects = verb.kids("nsubj")
    if subjects:
        # Where the parser gives two, the last before the verb is its own ("Niger's president Roe said", "who Roe says").
        own = [t for t in subjects if t.i < verb.i and t.lower not in RELATIVE]
        if len(own) > 1 and own[-1].lower in FLOATING:
            own.pop()  # "Roe and Poe each said"
        return _antecedent(own[-1] if own else subjects[0], verb), False
    taken = next((s for k in verb.kids("aux") if k.tag in ("VBN", "VBD") and (s := k.child("nsubj")) is not None), None)
    if taken is None and verb.tag in FINITE:
        before = (k for k in verb.kids("advcl") if k.i < verb.i and k.tag in ("VBG", "VBN"))
        taken = next((s for k in before if (s := k.child("nsubj")) is not None and s.i < k.i), None)
    if taken is not None:
        return taken, False  # "many of the voters interviewed said", "Roe, writing for the court, said": the subject hangs on the participle
    if (misread := misread_source(verb)) is not None:
        return misread, False
    if verb.tag == "VBG" and (above := _cue_above(verb)) is not None:
        # "was quoted as saying": the one who is quoted speaks
        quoted = above.child("nsubjpass", "dobj") if verb.dep in ("pcomp", "xcomp") and above.lemma in ("quote", "cite") else None
        return quoted or source_of(above)[0], False
    who = _inherited(verb)
    if verb.tag == "VBG" and who is not None and who.pos == "NOUN" and kind_of_noun(who) is None:
        who = _person_above(who) or who  # "told how the raid began, stating that"
    return who, False


def _person_above(thing: Token) -> Token | None:
    """The person or body that is the subject of a clause above a thing's."""
    subjects = (s for n, t in enumerate(thing.ancestors()) if n <= HIGHEST for s in t.kids("nsubj") if s is not thing)
    return next((s for s in subjects if s.pos == "PROPN" or kind_of_noun(s) in ("person", "group")), None)


def misread_source(verb: Token) -> Token | None:
    """The speaker of "..., said two people briefed on the matter", where the parser takes the participle for what is said."""
    said = next((k for k in verb.kids("ccomp") if k.i > verb.i and k.tag == "VBN" and k.child("aux", "auxpass", "mark") is None), None)
    who = said.child("nsubj", "nsubjpass") if said is not None else None
    if said is None or who is None or verb.tag not in FINITE or said.i != who.i + 1 or any(k.i > verb.i + 1 for k in who.subtree()[:1]):
        return None
    return who if kind_of_noun(who) in ("person", "group") else None


def _is_passive(verb: Token) -> bool:
    return verb.child("auxpass") is not None or (verb.tag == "VBN" and verb.dep in ("acl", "relcl", "amod") and verb.child("nsubj") is None)


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.lower not in RELATIVE or verb.head is verb or verb.dep not in ("relcl", "acl", "ccomp"):
        return subject
    if subject.lower != "who":
        return _issuer(verb.head) or verb.head
    near = [t for t in verb.head.subtree() if t.i < subject.i and t.pos in ("PROPN", "NOUN")]
    if near and near[-1].ent == "PERSON" and subject.i - near[-1].i <= 2:
        return near[-1]
    return next((t for t in (verb.head, *_owners(verb.head)) if t.ent == "PERSON" or kind_of_noun(t) == "person"), verb.head)


def _owners(noun: Token) -> Iterator[Token]:
    """The nouns a phrase of prepositions hangs on, nearest first: for "Centre" in "Roe of the Centre" it is Roe."""
    while noun.dep in ("pobj", "conj", "appos", "compound") and noun.head is not noun:
        noun = noun.head
        if noun.pos in ("NOUN", "PROPN"):
            yield noun
        elif noun.pos == "ADP":
            noun = noun.head
            if noun.pos not in ("NOUN", "PROPN"):
                return
            yield noun


def _cue_above(verb: Token) -> Token | None:
    """For "..., adding that": the nearest reporting verb above that has a subject of its own and stands before the participle."""
    above = None
    for n, t in enumerate(verb.ancestors()):
        if n > HIGHEST:
            break
        if _speaks(t) and t.i < verb.i and (t.child("nsubj", "nsubjpass") is not None or t.dep in ("relcl", "conj")):
            above = t
            if not any(k is verb or verb in k.children for k in t.kids("advcl", "conj", "prep")):
                continue
            break
    return above


def _inherited(verb: Token) -> Token | None:
    """The subject that a clause without one shares with the clause above it; none for "it is hard to say"."""
    if verb.dep in ("xcomp", "ccomp") and verb.head.lemma in wordset("naming") | {"be"}:
        return None
    if verb.dep == "xcomp" and verb.head.lemma in wordset("forward") and verb.head.dep == "acomp":
        return source_of(verb.head.head)[0]  # "was quick to point out that"
    t = verb
    for _ in range(HIGHEST):
        if t.dep in ("acl", "relcl") and t.head.dep == "attr" and verb.tag == "VB":
            return None
        if t.dep == "acl":
            return _speaking(t.head)
        if t.dep == "relcl":
            return t.head
        if t.dep not in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "dep", "parataxis") or t.head is t:
            break
        finite, t = t.tag in FINITE and t.dep == "conj", t.head
        subject = t.child("nsubj", "nsubjpass")
        if t.dep == "ccomp" and ((finite and t.tag == "VB") or (finite and t is verb.head and is_next_saying(verb))):
            continue  # "said A would not sign and added that": "added" goes with "said"
        if subject is not None:
            return None if subject.lower == "it" and t.lemma in wordset("copula") else _antecedent(subject, t)
        if t.pos in ("NOUN", "PROPN") and t.dep not in ("pobj", "dobj", "attr", "conj"):
            return t
    if verb.pos == "NOUN" and (left := verb.child("compound", "nmod")) is not None:
        return left
    late = verb.child("dobj", "attr", "npadvmod", "dep")
    if late is not None and late.i > verb.i and late.pos == "PROPN" and verb.tag != "VBG" and verb.dep != "xcomp":
        return late
    return None


def _speaking(noun: Token) -> Token | None:
    """For "officials saying that" the officials; for "posted a message saying that" who posted it; for "on television warning that" the subject."""
    kind = kind_of_noun(noun)
    if noun.dep == "pobj" and noun.head.lower in ("to", "against", "with") and (paper := _paper_above(noun)) is not None:
        return _speaking(paper)  # "a letter sent to Roe saying", "a suit by Roe against the firm alleging"
    if noun.lemma in wordset("suits") and (suing := author_of(noun, frozenset())) is not None:
        return suing
    if kind in ("document", "findings"):
        return _issuer(noun) or noun
    if noun.dep in ("nsubj", "nsubjpass", "ROOT") or (noun.dep == "pobj" and noun.head.lower in ("with", "from", "by")):
        return noun
    for t in noun.ancestors():
        if t.pos in ("VERB", "AUX"):
            who, hidden = source_of(t)
            if hidden and t.dep == "acl":
                continue  # "in a letter sent to Roe saying"
            return who if who is not None and who is not noun else noun
    return noun


def _paper_above(noun: Token) -> Token | None:
    """The letter or suit that a phrase with "to" or "against" belongs to."""
    above = noun.head.head
    above = above.head if above.tag == "VBN" and above.dep == "acl" else above
    return above if above.pos == "NOUN" and (kind_of_noun(above) == "document" or above.lemma in wordset("suits")) else None


def _issuer(noun: Token) -> Token | None:
    """Who issues a document as the object of "release" or "post"; None for any other noun."""
    carried = kind_of_noun(noun) in ("document", "findings") and noun.dep == "dobj" and noun.head.lemma in wordset("carrier")
    return source_of(noun.head)[0] if carried else None


def author_of(noun: Token, inside: frozenset[int]) -> Token | None:
    """Whose claim or report a noun is: its possessor, "by" or "from" somebody, the subject of a verb that carries it, or a report itself.

    `inside` are the indices of the content's tokens, where no author is sought.
    """
    owner = noun.child("poss")
    if owner is not None and owner.ent not in ("DATE", "TIME"):
        return owner
    made = next((k.child("agent") for k in noun.kids("acl") if k.tag == "VBN" and k.lemma in wordset("carrier")), None)
    if made is not None and (who := made.child("pobj")) is not None:
        return who  # "the suggestion, made by aides, that"
    beside = [k for k in noun.head.kids("prep", "agent") if noun.i < k.i <= noun.i + 2] if noun.dep == "dobj" else []
    for prep in noun.kids("prep", "agent") + beside:
        who = prep.child("pobj")
        if who is None or who.i in inside:
            continue
        held = prep.lower == "of" and noun.lemma in wordset("view") and kind_of_noun(who) in ("person", "group")
        within = prep.lower in ("in", "within", "inside", "at", "across") and kind_of_noun(who) == "group" and noun.lemma in wordset("moods")
        if held or within or prep.lower in ("by", "from", "among"):
            return who
    if source_kinds().get(noun.lemma) == "findings":
        return noun
    held = noun.lemma in wordset("views") and noun.dep == "dobj" and noun.head.lemma in wordset("taking")
    if held or (noun.dep == "dobj" and noun.head.lemma in wordset("carrier")):
        who = source_of(noun.head)[0]
        thing = who is not None and who.pos in ("NOUN", "DET") and kind_of_noun(who) is None
        return None if thing else who  # "the rise raises the concern that"
    return None
