"""What the words above a predicate make of it: verbs, nouns and adjectives that embed a clause, prepositions, coordination.

A predicate has marks of its own (`marks.py`); the words above it (refuse to, plan to, the threat of, without) do the rest.
Verbs of saying leave what is said as its speaker tells it.
"""

from __future__ import annotations

from legation.claim.embedders import WEAK, asks_what, cleft, effect_of, implied_by, phrasal, slot_of, taken_for, trait_of, unnamed
from legation.claim.fellows import DEEPEST, fellow_of, first_of, is_alternative, near, peer_of
from legation.claim.forms import SUBJECTS, WH, goes_on, has_to, is_finite
from legation.claim.marks import own_status
from legation.claim.negation import is_negated
from legation.codes.factuality import implied, words
from legation.codes.times import word_class as time_class
from legation.codes.units import is_person
from legation.codes.wordsets import wordset
from legation.find.sources import is_cue
from legation.link.tense import Tense, tense_of
from legation.parse.doc import Doc, Token
from legation.words.status import Status

OPEN = (Status.PLANNED, Status.DEMANDED, Status.POSSIBLE, Status.CONDITIONAL)
# Prepositions behind which an act is told as done, whatever stands above.
DONE = frozenset(("despite", "after", "since", "following", "during", "amid", "amidst", "upon", "besides", "due", "owing", "because"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her", "my", "our", "your"))


def told_status(doc: Doc, t: Token, depth: int = 0) -> Status:
    """The status of the predicate that a verb or act noun heads: what its own marks say, and what the words above make of that."""
    own = own_status(doc, t)
    if depth > DEEPEST or t.head is t:
        return own
    above = _above(doc, t, depth + 1)
    if own is above is Status.DENIED and t.pos not in ("VERB", "AUX"):
        return own  # "there was no deal": one negation, seen from both sides
    if own is Status.PLANNED and above is Status.POSSIBLE and t.pos == "NOUN":
        return own  # "may go ahead with a scheduled reduction"
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
    if t.dep == "appos" and t.pos == "NOUN":
        return _beside_noun(doc, t, depth)
    if t.dep in ("nsubj", "nsubjpass") and t.pos == "NOUN" and head.lemma in wordset("happening"):
        return told_status(doc, head.child("xcomp") or head, depth)
    if t.tag == "VBG" and t.dep in ("nsubj", "csubj"):
        upper = told_status(doc, head, depth)
        generic = head.lemma == "be" and head.child("acomp") is not None and tense_of(head) is Tense.PRESENT and t.child("poss") is None
        return upper if upper in OPEN else Status.POSSIBLE if generic else Status.ACTUAL  # "resolving the conflict would help", "is hard"
    if head.lemma == "be" and t.tag in ("VB", "VBN") and t.lower == t.lemma and (split := cleft(t)) is not None:
        return split
    slot = slot_of(t)
    if t.dep in ("acomp", "attr", "oprd") and head.lemma in wordset("copula") and slot != "to":
        return told_status(doc, head, depth)
    if t.dep in ("pcomp", "pobj") and head.dep in ("prep", "agent", "dative"):
        return _below_preposition(doc, t, head, depth)
    if slot is None and t.dep in ("acomp", "oprd", "ccomp") and t.pos == "ADJ" and head.lemma in wordset("making"):
        return told_status(doc, head, depth)
    if slot is None:
        return _beside(doc, t, depth)
    if slot == "to" and (special := phrasal(t, head)) is not None:
        return special
    return _embedded(doc, t, slot, depth)


def _embedded(doc: Doc, t: Token, slot: str, depth: int) -> Status:
    """What the tables say of a clause or noun in a slot of the word above it."""
    head = t.head
    if slot == "to" and (verb := taken_for(t)) is not None:
        done = told_status(doc, verb, depth)
        missed = {Status.ACTUAL: Status.DENIED, Status.DENIED: Status.ACTUAL}
        return done if verb.lemma not in wordset("forgoing") else missed.get(done, done)
    if slot == "that" and t.tag == "VBN" and t.dep == "xcomp" and head.lemma in wordset("finding"):
        return Status.ACTUAL  # "please find attached"
    mark = next((k for k in t.kids("aux", "mark") if k.lower in ("to", "that") and k.i), None)
    word = trait_of(t, slot) or _heading(t, slot, doc.tokens[mark.i - 1] if mark is not None else None)
    upper = told_status(doc, word if word.pos == "NOUN" and word.dep != "attr" else head, depth)
    if (follows := implied_by(word, slot, upper)) is not None:
        return follows
    found = effect_of(word, slot)
    if slot == "that" and (_stands_before(t, word) or (upper in OPEN and _is_over(t) and (is_cue(head) or asks_what(t)))):
        return Status.ACTUAL
    if slot == "that" and found in (Status.PLANNED, Status.DENIED, Status.DEMANDED) and asks_what(t):
        return Status.ACTUAL  # "threatened the Gulf, where the fleet is based"
    if slot == "that" and word.lemma == "wish" and _is_over(t) and word.pos == "VERB":
        return Status.DENIED  # "wish they had stayed"
    if slot == "to" and word.lemma in wordset("decided") and word.dep == "nsubj" and word.head.lemma in wordset("sparking"):
        return told_status(doc, word.head, depth) if tense_of(word.head) is Tense.PAST else found or Status.PLANNED
    if slot == "that" and head.dep == "dobj" and head.head.lemma in wordset("denying") and head.lemma in wordset("told"):
        return Status.DENIED if told_status(doc, head.head, depth) is Status.ACTUAL else Status.POSSIBLE  # "dismissed claims that they had fired"
    if found is None:
        return unnamed(t, slot, upper)
    if upper is Status.DENIED:
        if found is Status.DENIED:
            return Status.ACTUAL
        if slot == "to" and head.lemma in wordset("attempt") and own_status(doc, head) is not Status.DENIED:
            return Status.PLANNED  # "blocked attempts to place": they were made, and meant
        if slot == "np" and found is not Status.DEMANDED and any(k.lower in ("any", "a", "an") for k in t.kids("det")):
            return Status.DENIED  # "did not announce any plans"
        eased = word.lemma in wordset("ease")  # "it is not easy to win" has no loser
        return Status.DENIED if slot == "to" and found is not Status.DEMANDED and not eased else Status.POSSIBLE
    if found is Status.POSSIBLE and upper in (Status.PLANNED, Status.DEMANDED):
        return upper
    if found is Status.DENIED and slot == "np" and upper in (Status.POSSIBLE, Status.CONDITIONAL, Status.DEMANDED):
        return Status.POSSIBLE  # "may cancel the visit"
    if upper is not Status.ACTUAL and (found is Status.PLANNED or (found is Status.ACTUAL and slot != "that")):
        return upper
    return found


def _heading(t: Token, slot: str, before: Token | None) -> Token:
    """The word above a clause; a noun that it follows where that noun takes such clauses: "a cook and a pleasure to watch", "on the pretext that".

    Parsers hang such a clause on the verb or on the first of coordinated nouns.
    """
    head = t.head
    if before is None or before.pos != "NOUN" or before is head or slot not in ("to", "that") or head not in near(before):
        return head
    if before.dep == "conj" and before.head is head and t.dep in ("relcl", "acl"):
        return before
    return before if slot == "that" and (effect_of(before, slot) is not None or (before.lemma, "noun", slot) in implied()) else head


def _stands_before(t: Token, word: Token) -> bool:
    """Whether a clause beside a verb is no complement: "they had left, I think that we should wait", "she wants it, he wants it"."""
    if t.dep != "ccomp" or t.child(*SUBJECTS) is None:
        return False
    if t.tag in ("VBZ", "VBP") and word.lemma in ("want", "need"):
        return True
    if t.i > word.i:
        return False
    if any(k.i > word.i for k in word.kids("ccomp")):
        return True
    return not is_cue(word) and effect_of(word, "that") is None


def _is_over(t: Token) -> bool:
    """Whether a finite clause tells of what was or has been."""
    if t.child(*SUBJECTS) is None or has_to(t):
        return False
    return tense_of(t) is Tense.PAST or any(k.lower in ("has", "have", "had") for k in t.kids("aux"))


def _beside(doc: Doc, t: Token, depth: int) -> Status:
    """Clauses that no slot holds: of time, participles beside a verb, and the attributes of what is not (yet) there."""
    if goes_on(t):
        return told_status(doc, t.head, depth)
    if t.dep == "advcl":
        if any(k.lower in wordset("temporal") for k in t.kids("mark", "advmod")):
            upper = told_status(doc, t.head, depth)
            ahead = tense_of(t) is not Tense.PAST or any(k.lower in ("has", "have") for k in t.kids("aux"))
            if t.tag in ("VBZ", "VBP") and upper in (Status.ACTUAL, Status.PLANNED) and _first_mark(t) in ("until", "till", "once"):
                return Status.CONDITIONAL if _first_mark(t) == "once" else Status.POSSIBLE if upper is Status.ACTUAL else upper
            return upper if upper in OPEN and ahead else Status.ACTUAL
        if t.lower in ("considering", "seeing", "given"):
            return Status.ACTUAL
        if t.tag == "VBG" and t.child("mark", *SUBJECTS) is None:
            upper = told_status(doc, t.head, depth)
            told = is_cue(t) and (upper is not Status.DEMANDED or t.head.child(*SUBJECTS) is not None)  # "must leave, saying that"
            return upper if upper in OPEN and not told else Status.ACTUAL
    if t.dep in ("relcl", "acl") and t.head.pos == "NOUN":
        return _of_noun(doc, t, depth)
    return Status.ACTUAL


def _first_mark(t: Token) -> str:
    return next((k.lower for k in t.kids("mark", "advmod")), "")


def _of_noun(doc: Doc, t: Token, depth: int) -> Status:
    """The attribute of an indefinite thing is as open as the verb that brings it in: "may sign a deal that ends the war"."""
    noun, participle = t.head, t.dep == "acl"
    if participle and t.tag == "VBG" and t.lemma in time_class("state"):
        return Status.ACTUAL  # "will close the shops belonging to him"
    if not participle and _is_aside(doc, t):
        return Status.ACTUAL
    if participle and t.tag == "VBG" and (is_person(noun.lower) or noun.lemma in wordset("forces")):
        return Status.ACTUAL  # "will help troops fighting in the north"
    if noun.lemma in wordset("drafts") and t.tag == "VBZ" and not participle:
        return Status.PLANNED  # "approved a bill that lowers tariffs"
    if noun.dep not in ("dobj", "attr") or any(k.lower in DEFINITE for k in noun.kids("det", "poss")) or noun.head is noun:
        return Status.ACTUAL
    if t.tag in ("VBD", "VBN") or (not participle and tense_of(t) is Tense.PAST):
        return Status.ACTUAL
    upper = told_status(doc, noun.head, depth)
    agreed = noun.lemma in wordset("agreed") and noun.head.lemma in wordset("agreeing")
    if agreed and upper is Status.ACTUAL and (not participle or t.lemma in wordset("providing")):
        return Status.PLANNED  # "reached a deal that lowers tariffs"
    found = effect_of(noun.head, "np")
    if upper is Status.ACTUAL and found in OPEN and not participle:
        return found
    if upper is Status.PLANNED and participle:
        return Status.ACTUAL  # what a resolution condemns it condemns by its words
    return upper if upper in OPEN or (upper is Status.DENIED and noun.dep == "dobj" and is_negated(noun.head)) else Status.ACTUAL


def _is_aside(doc: Doc, t: Token) -> bool:
    """Whether a relative clause behind a comma only adds what is so: "will defend its rights, which are old"."""
    first = t.subtree()[0]
    return first.tag in WH and first.i > 0 and doc.tokens[first.i - 1].text == ","


def _beside_noun(doc: Doc, t: Token, depth: int) -> Status:
    """As in "plans a summit, the first meeting since 2012": as the object is that the noun stands beside, also where others stand between."""
    above = next((a for a in near(t) if a.dep not in ("pobj", "prep", "appos", "compound", "nmod")), t.head)
    return told_status(doc, above, depth) if above.dep == "dobj" and above.pos == "NOUN" else Status.ACTUAL


def _beside_another(doc: Doc, t: Token, depth: int) -> Status:
    """The second of two coordinated predicates: as open as the first where it shares its subject and auxiliaries."""
    head = t.head
    prep = head.head if head.dep == "pobj" else head
    if prep.pos == "ADP" and t.tag == "VBG" and not is_finite(t):
        return _below_preposition(doc, t, prep, depth)  # "about peace or ending the war"
    peer = peer_of(t)
    if peer is None and is_alternative(t):
        return Status.POSSIBLE
    if peer is None and (fellow := fellow_of(t)) is not None:
        return told_status(doc, fellow, depth)
    if peer is None and any(words().get((k.lower, "mark")) is Status.CONDITIONAL for k in head.kids("mark")):
        return told_status(doc, head, depth)  # "if he leaves and they stay": one condition
    first = peer or first_of(head)
    return _above(doc, first, depth + 1) if first.head is not first and depth < DEEPEST else Status.ACTUAL


def _below_preposition(doc: Doc, t: Token, prep: Token, depth: int) -> Status:
    """As in "without firing", "the threat of war", "succeeded in landing"."""
    verbal = t.dep == "pcomp" or t.tag == "VBG"
    if prep.lower == "without":
        return Status.DENIED
    head = prep.head
    if prep.lower in ("including", "excluding") or (prep.lower == "of" and head.lemma in wordset("bundles") and not verbal):
        return told_status(doc, head, depth) if head.pos == "NOUN" else Status.ACTUAL
    if prep.lower in ("of", "than") and (doc.tokens[prep.i - 1] if prep.i else prep).lower in ("instead", "rather"):
        return Status.DENIED
    if prep.lower == "before" and verbal and tense_of(head) is Tense.PAST and own_status(doc, head) is Status.ACTUAL:
        return Status.ACTUAL  # "met the king before flying home"
    if prep.lower in DONE or (verbal and not has_to(t) and asks_what(t)):
        return Status.ACTUAL
    upper = told_status(doc, head, depth) if head is not prep else Status.ACTUAL
    if verbal and prep.lower == "by":
        tried = head.dep == "xcomp" and head.head.lemma in wordset("attempt") and tense_of(head.head) is Tense.PAST
        return upper if upper in OPEN and not tried else Status.ACTUAL  # "tried to win them over by giving them land"
    if (follows := implied_by(head, "ing", upper)) is not None:
        return follows
    found = effect_of(head, "ing")
    if found is None and head.dep == "dobj":
        head = head.head  # "accuses Oman of arming them", hung on Oman
        upper = told_status(doc, head, depth)
        if verbal and (follows := implied_by(head, "ing", upper)) is not None:
            return follows
        found = effect_of(head, "ing") if verbal else None
    if found is None and upper is Status.ACTUAL:
        return words().get((prep.lower, "preposition"), Status.ACTUAL) if verbal else Status.ACTUAL
    if found is None and verbal and upper is Status.DENIED and own_status(doc, prep.head) is upper:
        return words().get((prep.lower, "preposition"), Status.ACTUAL)  # "have not thought about leaving"
    if found is None:
        met = not verbal and prep.lower in ("in", "by", "with", "through") and any(k.lower in ("a", "an") for k in t.kids("det"))
        return upper if (verbal or met) and upper in OPEN else Status.ACTUAL  # "would be killed in an invasion"
    if upper is Status.DENIED:
        return Status.ACTUAL if found is Status.DENIED else Status.DENIED
    if found is Status.DENIED and upper in WEAK:
        return upper  # "does the law ban them from voting?"
    named = prep.lower == "for" and not verbal and any(k.lower == "the" for k in t.kids("det"))
    return Status.ACTUAL if found is Status.POSSIBLE and named else found  # "options for the war"
