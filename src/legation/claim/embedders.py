"""What single words make of the clause below them: which slot it fills, what follows by the word's signature, phrases of their own."""

from __future__ import annotations

from legation.claim.forms import FINITE, INNER, SUBJECTS, WH, has_to
from legation.claim.negation import is_negated
from legation.codes.factuality import effects, implied, words
from legation.codes.units import is_person
from legation.codes.wordsets import wordset
from legation.find.sources import is_cue
from legation.link.tense import Tense, tense_of
from legation.parse.doc import Token
from legation.words.status import Status

WEAK = (Status.POSSIBLE, Status.CONDITIONAL)
CLAUSAL = ("xcomp", "ccomp", "acl", "advcl", "csubj", "relcl", "pcomp", "acomp", "oprd", "attr")


def slot_of(t: Token) -> str | None:
    """Which slot of the word above a predicate fills: `to`, `that`, `ing`, `np`, or none."""
    if t.dep in ("dobj", "nsubjpass"):
        return "np"
    if t.dep in CLAUSAL:
        if has_to(t):
            return "to"
        if t.dep in ("ccomp", "acl", "xcomp") and t.tag == "VBG" and t.child("nsubj") is None:
            return "ing" if t.dep == "xcomp" else None
        told = t.child("mark") is not None or _is_content(t) or (t.dep == "acl" and t.tag in FINITE and t.child("nsubj", "nsubjpass") is not None)
        return "that" if t.dep in ("ccomp", "xcomp") or (t.dep in ("acl", "relcl") and told) else None
    return None


def _is_content(t: Token) -> bool:
    """Whether a clause without "that" is what a noun says: "no evidence the attack came from the north"."""
    if t.dep != "relcl" or t.child("nsubj", "nsubjpass") is None or (t.head.lemma, "noun", "that") not in implied() or asks_what(t):
        return False
    return t.child("dobj", "acomp", "attr", "prep", "xcomp", "ccomp", "auxpass") is not None


def word_class(t: Token) -> str:
    """The part of speech by which the tables file a word: `verb`, `noun` or `adj`."""
    return {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}.get(t.pos, "adj")


def effect_of(word: Token, slot: str) -> Status | None:
    """The status that a word gives to what fills one of its slots; None where it leaves it as it is. "Call off" is not "call"."""
    kind = word_class(word)
    for particle in word.kids("prt", "advmod") if kind == "verb" else ():
        if (row := effects().get((f"{word.lemma} {particle.lower}", kind))) is not None:
            return row.get(slot)
    return effects().get((word.lemma, kind), {}).get(slot)


def trait_of(t: Token, slot: str) -> Token | None:
    """The adjective or noun behind "be" that speaks of a clause: "it is likely that", "it was wise to"."""
    trait = t.head.child("acomp", "attr") if t.head.lemma in ("be", "feel", "become") and slot in ("to", "that") else None
    return trait if trait is not t else None


def taken_for(t: Token) -> Token | None:
    """The verb of "take the opportunity to speak", "miss the chance to leave", by which it is done or not; None for others."""
    taken = t.head if t.head.dep == "dobj" else t.head.child("dobj")
    verb = taken.head if taken is not None and taken.lemma in wordset("occasion") and has_to(t) else None
    if verb is None or verb.lemma not in wordset("seizing") | wordset("forgoing"):
        return None
    return verb.head if verb.dep == "xcomp" and t.lemma in wordset("performed") and _is_performed(verb.head) else verb  # "want to use it to thank"


def implied_by(word: Token, slot: str, upper: Status) -> Status | None:
    """What follows by the word's implicative signature; None where it has none or leaves the matter open."""
    signature = implied().get((word.lemma, word_class(word), slot))
    if signature is None or (_is_timeless(word, slot) and signature[0] is not signature[1]):
        return None
    said, denied = signature
    if upper is Status.DENIED:
        return denied or (Status.POSSIBLE if slot == "that" or said is None else None)
    if upper is Status.ACTUAL or said is denied:
        return said
    if slot == "ing" and upper is Status.DEMANDED and word.lemma in wordset("ceasing"):
        return Status.ACTUAL  # "urged them to stop shelling the town"
    if said is Status.ACTUAL or (upper is Status.DEMANDED and is_negated(word)):
        return upper  # also "do not forget to sign"
    return upper if said is Status.DENIED and upper in WEAK else said


def _is_timeless(word: Token, slot: str) -> bool:
    """Whether a word says what can be, not what was: "it is wise to wait", "they let firms hire"; "great to be here" greets."""
    tense = tense_of(word)
    if tense is Tense.PAST:
        return False
    if word.lemma in wordset("permissive"):
        return tense is not None  # "thanks for letting us know"
    greets = word.head is word and word.lemma in wordset("greetings") and word.child("nsubj", "expl") is None
    return slot == "to" and word_class(word) == "adj" and not greets


def unnamed(t: Token, slot: str, upper: Status) -> Status:
    """A slot the table does not speak of: an infinitive is still to come, the rest is as its head is."""
    if slot == "to" and upper is Status.ACTUAL and t.lemma in wordset("protests") and t.head.lemma in wordset("journeys"):
        return Status.ACTUAL  # "thousands gather to protest"
    journey = t.head.lemma in wordset("journeys") and tense_of(t.head) is Tense.PAST
    if slot == "to" and upper is Status.ACTUAL and journey and t.lemma in wordset("attended"):
        return Status.ACTUAL  # "flew to Oslo to meet the king"
    if slot == "np" and (told := words().get((t.head.lower, "adverb"))) is not None:
        return told  # "impending tariffs", taken for a verb and its object
    if slot == "np":
        return upper if t.head.lemma in wordset("light") or t.pos == "VERB" else Status.ACTUAL  # also "get going"
    if (
        slot == "to"
        and upper is Status.ACTUAL
        and ((t.lemma in wordset("outcome") and t.dep == "advcl") or (t.dep in ("relcl", "acl") and is_ranked(t.head)))
    ):
        return Status.ACTUAL
    verb = t.head.head if t.head.pos == "ADJ" else t.head
    if slot == "to" and upper is Status.DENIED and verb.lemma == "be" and any(k.lower == "it" for k in verb.kids("nsubj", "expl")):
        return Status.POSSIBLE  # "it is not enough to sign"
    if slot == "to":
        return upper if upper is not Status.ACTUAL else Status.PLANNED if t.dep in ("advcl", "acl") else Status.POSSIBLE
    if slot == "that" and upper is Status.DENIED and t.tag in ("VB", "VBG"):
        return Status.POSSIBLE  # "have not heard them leave"
    if slot == "that" and upper is Status.DENIED and is_cue(t.head):
        return Status.POSSIBLE  # "did not say that they had left"
    if slot == "that":
        return upper if upper in (*WEAK, Status.DEMANDED) else Status.ACTUAL
    if slot == "ing" and t.head.lemma == "help" and is_negated(t.head):
        return Status.ACTUAL  # "cannot help thinking"
    return upper if slot == "ing" else Status.ACTUAL


def phrasal(t: Token, head: Token) -> Status | None:
    """As in "is going to fire", "have to leave", "too weak to attack": more than the head's own row says."""
    if t.lemma in wordset("performed") and _is_performed(head):
        return Status.ACTUAL
    if head.lemma in wordset("wish") and head.tag in FINITE:
        return Status.ACTUAL  # "he likes to boast"
    if _is_called(t, head) or _is_caused(head):
        return Status.ACTUAL
    if head.lower == "order" and head.dep == "pobj" and head.head.lower == "in" and head.children[0].dep != "det":
        return Status.PLANNED
    known = head.child("auxpass") is not None or (head.tag == "VBN" and head.child("aux", *SUBJECTS) is None)
    if known and head.lemma in wordset("shown") and not is_negated(head):
        return Status.ACTUAL
    if head.lemma == "remain" and t.child("auxpass") is not None:
        return Status.DEMANDED
    if head.lower == "going" and head.child("aux") is not None:
        return Status.PLANNED
    if head.pos in ("ADJ", "ADV") and any(k.lower == "too" for k in head.kids("advmod")) and not is_negated(head.head):
        return Status.DENIED
    if head.lemma == "become" and (trait := head.child("attr")) is not None and is_ranked(trait):
        return Status.ACTUAL
    if head.lemma == "be" and t.dep == "xcomp":
        trait = head.child("attr", "acomp")
        if trait is not None and trait.pos == "ADJ":
            return None
        return Status.ACTUAL if trait is not None and is_ranked(trait) else Status.PLANNED
    if t.dep == "xcomp" and has_duty(head):
        return _due(head)
    if head.lemma == "take" and t.dep != "pcomp" and any(k.lower == "it" for k in head.kids("nsubj", "expl")) and tense_of(head) is Tense.PAST:
        return None if is_negated(head) else Status.ACTUAL  # "it took them an hour to land"
    return None


def has_duty(head: Token) -> bool:
    """Whether "have" or "got" says what is due: "they've got to leave", "you gotta leave"; who "got to leave" has left."""
    if head.lower != "got":
        return head.lemma in ("have", "ought")
    return head.tag == "VBP" or any(k.lower == "ta" or k.lemma in ("have", "'ve") for x in (head, *head.kids("xcomp")) for k in x.kids("aux"))


def _due(head: Token) -> Status:
    """As in "have to leave", "had to leave", "did not have to leave", "without having to leave", "have yet to leave"."""
    if any(k.lower == "yet" for x in (head, *head.kids("xcomp")) for k in x.kids("advmod") if head.i < k.i <= head.i + 2):
        return Status.DENIED
    past = head.tag in ("VBD", "VBN") and head.lower != "got"
    if is_negated(head) or (head.dep == "pcomp" and head.head.lower == "without"):
        return Status.DENIED if past or head.dep == "pcomp" or tense_of(head) is Tense.PAST else Status.POSSIBLE
    return Status.ACTUAL if past else Status.DEMANDED


def _is_called(t: Token, head: Token) -> bool:
    """As in "phoned the king to thank him": who called to say something has said it; "called on him to speak" has not."""
    if t.lemma not in wordset("conveyed") or head.lemma not in wordset("calls") or tense_of(head) is not Tense.PAST:
        return False
    return not is_negated(head) and not any(k.lower in ("on", "upon", "for") for k in head.kids("prep"))


def _is_caused(head: Token) -> bool:
    """As in "they were made to confess", said of persons; what was "made to last" may not last."""
    subject = head.child("nsubjpass")
    return head.lemma == "make" and subject is not None and (is_person(subject.lower) or subject.tag == "PRP") and not is_negated(head)


def _is_performed(head: Token) -> bool:
    """As in "would like to thank", "I want to thank", "we have to admit": who says so does it."""
    if head.lemma in wordset("wish"):
        return any(k.tag == "MD" for k in head.kids("aux"))
    subject = head.child("nsubj")
    return head.lemma in ("want", "wish", "have") and head.tag != "VBD" and subject is not None and subject.lower in ("i", "we")


def cleft(t: Token) -> Status | None:
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


def is_ranked(noun: Token) -> bool:
    """As in "the first nation to sign", "one of the few to refuse"; "the only way to win" has not been gone yet."""
    kind = next((o for p in noun.kids("prep") if p.lower == "of" for o in p.kids("pobj")), noun) if noun.lower == "one" else noun
    if kind.lemma in wordset("openings"):
        return False
    beside = {k.lower for k in noun.children} | {noun.lower}
    return bool(beside & wordset("rank")) or any(w[:1].isdigit() and w.endswith(("st", "nd", "rd", "th")) for w in beside)


def asks_what(t: Token) -> bool:
    """Whether a clause is an indirect question that takes its verb for granted ("asked about what they had seen")."""
    return any(x.tag in WH for k in t.children if k.i < t.i and k.dep not in INNER for x in (k, *k.children))
