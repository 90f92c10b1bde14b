"""What the words above a predicate make of it: verbs, nouns and adjectives that embed a clause, prepositions, coordination.

A predicate has marks of its own (`marks.py`); the words above it (refuse to, plan to, the threat of, without) do the rest.
Verbs of saying leave what is said as its speaker tells it.
"""

from __future__ import annotations

from legation.claim.marks import FINITE, SUBJECTS, WH, has_to, is_negated, own_status
from legation.codes.factuality import effects, implied, words
from legation.codes.wordsets import wordset
from legation.find.sources import is_cue
from legation.link.tense import Tense, tense_of
from legation.parse.doc import Doc, Token
from legation.words.status import Status

OPEN = (Status.PLANNED, Status.DEMANDED, Status.POSSIBLE, Status.CONDITIONAL)
WEAK = (Status.POSSIBLE, Status.CONDITIONAL)
CLAUSAL = ("xcomp", "ccomp", "acl", "advcl", "csubj", "relcl", "pcomp", "acomp", "oprd", "attr")
# Prepositions behind which an act is told as done, whatever stands above.
DONE = frozenset(("despite", "after", "since", "following", "during"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her", "my", "our", "your"))
DEEPEST = 12


def told_status(doc: Doc, t: Token, depth: int = 0) -> Status:
    """The status of the predicate that a verb or act noun heads: what its own marks say, and what the words above make of that."""
    own = own_status(doc, t)
    if depth > DEEPEST or t.head is t:
        return own
    above = _above(doc, t, depth + 1)
    if own is above is Status.DENIED and t.pos not in ("VERB", "AUX"):
        return own  # "there was no deal": one negation, seen from both sides
    return _joined(own, above)


def _joined(own: Status, above: Status) -> Status:
    if above is Status.ACTUAL or own is above:
        return Status.ACTUAL if own is above is Status.DENIED else own
    if own in (Status.ACTUAL, Status.PLANNED):
        return above
    if own is Status.DENIED:
        return Status.DENIED if above is not Status.DEMANDED else above
    return Status.DENIED if above is Status.DENIED else own


def _above(doc: Doc, t: Token, depth: int) -> Status:
    """What the embedding words make of the clause or noun below them."""
    head = t.head
    if t.dep == "conj":
        return _beside_another(doc, t, depth)
    if t.dep in ("nsubj", "nsubjpass") and t.pos == "NOUN" and head.lemma in wordset("happening"):
        return told_status(doc, head.child("xcomp") or head, depth)
    if t.tag == "VBG" and t.dep in ("nsubj", "csubj"):
        upper = told_status(doc, head, depth)
        return upper if upper in OPEN else Status.ACTUAL  # "resolving the conflict would help"
    if head.lemma == "be" and t.tag == "VB" and (cleft := _cleft(t)) is not None:
        return cleft
    slot = _slot(t)
    if t.dep in ("acomp", "attr", "oprd") and head.lemma in wordset("copula") and slot != "to":
        return told_status(doc, head, depth)
    if t.dep in ("pcomp", "pobj") and head.dep in ("prep", "agent", "dative"):
        return _below_preposition(doc, t, depth)
    if slot is None:
        return _beside(doc, t, depth)
    if slot == "to" and (special := _phrasal(t, head)) is not None:
        return special
    return _embedded(doc, t, slot, depth)


def _embedded(doc: Doc, t: Token, slot: str, depth: int) -> Status:
    """What the tables say of a clause or noun in a slot of the word above it."""
    head = t.head
    word = _trait(t, slot) or head
    upper = told_status(doc, head, depth)
    if (follows := _implied(word, slot, upper)) is not None:
        return follows
    found = effects().get((word.lemma, _class(word)), {}).get(slot)
    if found is None:
        return _unnamed(t, slot, upper)
    if upper is Status.DENIED:
        if found is Status.DENIED:
            return Status.ACTUAL
        if slot == "to" and head.lemma in wordset("attempt") and own_status(doc, head) is not Status.DENIED:
            return Status.PLANNED  # "blocked attempts to place": they were made, and meant
        eased = word.lemma in wordset("ease")  # "it is not easy to win" has no loser
        return Status.DENIED if slot == "to" and found is not Status.DEMANDED and not eased else Status.POSSIBLE
    if found is Status.POSSIBLE and upper in (Status.PLANNED, Status.DEMANDED):
        return upper
    if upper is not Status.ACTUAL and (found is Status.PLANNED or (found is Status.ACTUAL and slot != "that")):
        return upper
    return found


def _trait(t: Token, slot: str) -> Token | None:
    """The adjective or noun behind "be" that speaks of a clause: "it is likely that", "it was wise to"."""
    trait = t.head.child("acomp", "attr") if t.head.lemma == "be" and slot in ("to", "that") else None
    return trait if trait is not t else None


def _implied(word: Token, slot: str, upper: Status) -> Status | None:
    """What follows by the word's implicative signature; None where it has none or leaves the matter open."""
    signature = implied().get((word.lemma, _class(word), slot))
    if signature is None or (slot == "to" and _class(word) == "adj" and tense_of(word) is not Tense.PAST and signature[0] is not signature[1]):
        return None
    said, denied = signature
    if upper is Status.DENIED:
        return denied or (Status.POSSIBLE if slot == "that" or said is None else None)
    if upper is Status.ACTUAL or said is denied:
        return said
    if said is Status.ACTUAL or (upper is Status.DEMANDED and is_negated(word)):
        return upper  # also "do not forget to sign"
    return upper if said is Status.DENIED and upper in WEAK else said


def _phrasal(t: Token, head: Token) -> Status | None:
    """As in "is going to fire", "have to leave", "too weak to attack": more than the head's own row says."""
    if t.lemma in wordset("performed") and _is_performed(head):
        return Status.ACTUAL
    if head.lower == "order" and head.dep == "pobj" and head.head.lower == "in" and head.children[0].dep != "det":
        return Status.PLANNED
    if head.lower == "going" and head.child("aux") is not None:
        return Status.PLANNED
    if head.pos in ("ADJ", "ADV") and any(k.lower == "too" for k in head.kids("advmod")) and not is_negated(head.head):
        return Status.DENIED
    if head.lemma in wordset("occasion") and head.dep == "dobj" and head.head.lemma in ("take", "use", "seize") and not is_negated(head.head):
        return Status.ACTUAL
    if head.lemma == "be" and t.dep == "xcomp":
        trait = head.child("attr", "acomp")
        if trait is not None and trait.pos == "ADJ":
            return None
        return Status.ACTUAL if trait is not None and _is_ranked(trait) else Status.PLANNED
    if head.lemma in ("have", "get", "got") and t.dep == "xcomp":
        return Status.DEMANDED if head.tag not in ("VBD", "VBN") or head.lower == "got" else Status.ACTUAL
    return None


def _is_performed(head: Token) -> bool:
    """As in "would like to thank", "I want to thank", "we have to admit": who says so does it."""
    if head.lemma in wordset("wish"):
        return any(k.tag == "MD" for k in head.kids("aux"))
    subject = head.child("nsubj")
    return head.lemma in ("want", "wish", "have") and head.tag != "VBD" and subject is not None and subject.lower in ("i", "we")


def _cleft(t: Token) -> Status | None:
    """As in "all they want is to leave", "what we have to do is wait": as the verb before "is" says of what is done."""
    subject = t.head.child("nsubj", "csubj")
    if subject is None or subject.i > t.i:
        return None
    verb = subject if subject.dep == "csubj" else subject.child("relcl", "ccomp", "acl")
    if verb is None:
        return None
    verb = verb.head if verb.dep == "xcomp" else verb
    if verb.lemma in ("have", "need") and verb.child("xcomp") is not None:
        return Status.DEMANDED
    return effects().get((verb.lemma, "verb"), {}).get("to")


def _beside(doc: Doc, t: Token, depth: int) -> Status:
    """Clauses that no slot holds: of time, participles beside a verb, and the attributes of what is not (yet) there."""
    if t.dep == "advcl":
        if any(k.lower in wordset("temporal") for k in t.kids("mark", "advmod")):
            upper = told_status(doc, t.head, depth)
            ahead = tense_of(t) is not Tense.PAST or any(k.lower in ("has", "have") for k in t.kids("aux"))
            return upper if upper in OPEN and ahead else Status.ACTUAL
        if t.lower in ("considering", "seeing", "given"):
            return Status.ACTUAL
        if t.tag == "VBG" and t.child("mark", *SUBJECTS) is None and not is_cue(t):
            upper = told_status(doc, t.head, depth)
            return upper if upper in OPEN else Status.ACTUAL
    if t.dep in ("relcl", "acl") and t.head.pos == "NOUN":
        return _of_noun(doc, t, depth)
    return Status.ACTUAL


def _of_noun(doc: Doc, t: Token, depth: int) -> Status:
    """The attribute of an indefinite thing is as open as the verb that brings it in: "may sign a deal that ends the war"."""
    noun, participle = t.head, t.dep == "acl"
    if noun.dep not in ("dobj", "attr") or any(k.lower in DEFINITE for k in noun.kids("det", "poss")) or noun.head is noun:
        return Status.ACTUAL
    if t.tag in ("VBD", "VBN") or (not participle and tense_of(t) is Tense.PAST):
        return Status.ACTUAL
    upper = told_status(doc, noun.head, depth)
    found = effects().get((noun.head.lemma, _class(noun.head)), {}).get("np")
    if upper is Status.ACTUAL and found in OPEN and not participle:
        return found
    if upper is Status.PLANNED and participle:
        return Status.ACTUAL  # what a resolution condemns it condemns by its words
    return upper if upper in OPEN or (upper is Status.DENIED and noun.dep == "dobj" and is_negated(noun.head)) else Status.ACTUAL


def _beside_another(doc: Doc, t: Token, depth: int) -> Status:
    """The second of two coordinated predicates: as open as the first where it shares its subject and auxiliaries."""
    head = t.head
    if t.tag == "VB" and head.tag != "VB" and not any(k.dep in (*SUBJECTS, "aux") for k in t.children):
        first = next((a for a in t.ancestors() if a.tag == "VB"), None)
        if first is not None and head.tag in FINITE:
            return told_status(doc, first, depth)  # hung on a verb between: "tell us why you like it and do it"
    if _shares(t) or any(words().get((k.lower, "mark")) is Status.CONDITIONAL for k in head.kids("mark")):
        return told_status(doc, head, depth)  # "if he leaves and they stay": one condition
    for _ in range(DEEPEST):
        if head.dep != "conj" or head.head is head:
            break
        head = head.head
    return _above(doc, head, depth + 1) if head.head is not head and depth < DEEPEST else Status.ACTUAL


def _shares(t: Token) -> bool:
    """Whether a second verb shares the first one's subject and auxiliaries ("will meet and sign")."""
    if t.pos not in ("VERB", "AUX"):
        return True
    return not any(k.dep in SUBJECTS or k.dep == "aux" for k in t.children) and (
        t.tag == t.head.tag or t.tag in ("VB", "VBG", "VBN") or (t.tag == "VBP" and t.head.tag == "VB")
    )


def _below_preposition(doc: Doc, t: Token, depth: int) -> Status:
    """As in "without firing", "the threat of war", "succeeded in landing"."""
    prep, verbal = t.head, t.dep == "pcomp"
    if prep.lower == "without":
        return Status.DENIED
    head = prep.head
    if prep.lower in ("of", "than") and (doc.tokens[prep.i - 1] if prep.i else prep).lower in ("instead", "rather"):
        return Status.DENIED
    if prep.lower == "before" and verbal and tense_of(head) is Tense.PAST and own_status(doc, head) is Status.ACTUAL:
        return Status.ACTUAL  # "met the king before flying home"
    if prep.lower in DONE or (verbal and not has_to(t) and _asks_what(t)):
        return Status.ACTUAL
    upper = told_status(doc, head, depth) if head is not prep else Status.ACTUAL
    if verbal and prep.lower == "by":
        tried = head.dep == "xcomp" and head.head.lemma in wordset("attempt") and tense_of(head.head) is Tense.PAST
        return upper if upper in OPEN and not tried else Status.ACTUAL  # "tried to win them over by giving them land"
    if (follows := _implied(head, "ing", upper)) is not None:
        return follows
    found = effects().get((head.lemma, _class(head)), {}).get("ing")
    if found is None and head.dep == "dobj":
        head = head.head  # "accuses Oman of arming them", hung on Oman
        upper = told_status(doc, head, depth)
        if verbal and (follows := _implied(head, "ing", upper)) is not None:
            return follows
        found = effects().get((head.lemma, _class(head)), {}).get("ing") if verbal else None
    if found is None and upper is Status.ACTUAL:
        return words().get((prep.lower, "preposition"), Status.ACTUAL) if verbal else Status.ACTUAL
    if found is None:
        return upper if verbal and upper in OPEN else Status.ACTUAL
    if upper is Status.DENIED:
        return Status.ACTUAL if found is Status.DENIED else Status.DENIED
    return found


def _asks_what(t: Token) -> bool:
    """Whether a clause is an indirect question that takes its verb for granted ("asked about what they had seen")."""
    return any(x.tag in WH for k in t.children if k.i < t.i for x in (k, *k.children))


def _unnamed(t: Token, slot: str, upper: Status) -> Status:
    """A slot the table does not speak of: an infinitive is still to come, the rest is as its head is."""
    if slot == "np":
        return upper if t.head.lemma in wordset("light") else Status.ACTUAL
    if (
        slot == "to"
        and upper is Status.ACTUAL
        and ((t.lemma in wordset("outcome") and t.dep == "advcl") or (t.dep in ("relcl", "acl") and _is_ranked(t.head)))
    ):
        return Status.ACTUAL
    if slot == "to":
        return upper if upper is not Status.ACTUAL else Status.PLANNED if t.dep in ("advcl", "acl") else Status.POSSIBLE
    if slot == "that":
        return upper if upper in (*WEAK, Status.DEMANDED) else Status.ACTUAL
    return upper if slot == "ing" else Status.ACTUAL


def _is_ranked(noun: Token) -> bool:
    """As in "the first nation to sign", "one of the few to refuse"; "the only way to win" has not been gone yet."""
    return noun.lemma not in wordset("openings") and bool(({k.lower for k in noun.children} | {noun.lower}) & wordset("rank"))


def _slot(t: Token) -> str | None:
    """Which slot of the word above a predicate fills: `to`, `that`, `ing`, `np`, or none."""
    if t.dep in ("dobj", "nsubjpass"):
        return "np"
    if t.dep in CLAUSAL:
        if has_to(t):
            return "to"
        if t.dep in ("ccomp", "acl", "xcomp") and t.tag == "VBG" and t.child("nsubj") is None:
            return "ing" if t.dep == "xcomp" else None
        return "that" if t.dep in ("ccomp", "xcomp") or (t.dep in ("acl", "relcl") and t.child("mark") is not None) else None
    return None


def _class(t: Token) -> str:
    return {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}.get(t.pos, "adj")
