"""Status: whether a predicate is told as fact, denied, possible, planned, demanded or conditional.

A predicate has marks of its own (negation, modals, hedges, conjunctions, the mood of its sentence); the words above it
(refuse to, plan to, the threat of, without) do the rest. Verbs of saying leave what is said as its speaker tells it.
"""

from __future__ import annotations

from legation.claim.likelihood import likelihood_of
from legation.codes.closed import closed
from legation.codes.factuality import acts, effects, words
from legation.find.sources import is_cue
from legation.link.linked import Linked
from legation.parse.doc import Doc, Token
from legation.words.status import Predicate, Status

# Words of a clause that can be a predicate's place; names and common nouns elsewhere are none.
CLAUSES = frozenset(("ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "conj", "pcomp", "parataxis", "csubj", "csubjpass", "dep"))
# Endings of nouns made from verbs.
ACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ure", "al")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
WEAK = (Status.POSSIBLE, Status.CONDITIONAL)
WH = frozenset(("WP", "WRB", "WDT", "WP$"))
TO = frozenset(("to", "ta", "na"))
PRESENT = frozenset(("VBP", "VBZ"))
DEEPEST = 12


def status_of(linked: Linked, token: Token) -> Status:
    """The status of the predicate that a verb or act noun heads."""
    return _status(linked.doc, token, 0)


def _status(doc: Doc, t: Token, depth: int) -> Status:
    """What a predicate's own marks say, and what the words above it make of that."""
    own = _own(doc, t)
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


def _own(doc: Doc, t: Token) -> Status:
    """Negation, conjunction, adverb, modal, in this order; then the mood of the sentence."""
    lexicon = words()
    marks = [k for k in t.children if k.dep in ("mark", "advmod") and k.i < t.i]
    modal = next((found for k in t.children if k.dep == "aux" and (found := lexicon.get((k.lower, "modal")))), None)
    if any(lexicon.get((k.lower, "mark")) is Status.CONDITIONAL for k in marks):
        return Status.CONDITIONAL
    if modal is Status.CONDITIONAL and t.lemma in closed("wish"):
        modal = None
    if modal is Status.CONDITIONAL and _is_told(t) and not _has_condition(t):
        modal = Status.PLANNED  # "said it would": the future as seen from then
    if _is_negated(t):
        if modal is None and _is_prohibition(t):
            return Status.DEMANDED
        return Status.DENIED if modal is None or modal in (Status.PLANNED, Status.CONDITIONAL) else modal
    for k in marks:
        if found := lexicon.get((k.lower, "mark")):
            return found
    for k in t.children:
        if k.dep in ("advmod", "amod", "npadvmod", "neg") and (found := lexicon.get((k.lower, "adverb"))):
            return found
    if modal is not None:
        return Status.CONDITIONAL if modal is Status.PLANNED and _has_condition(t) else modal
    if _is_ahead(t):
        return Status.PLANNED
    if any(k.lower == "please" for k in t.children):
        return Status.DEMANDED
    return _mood(doc, t)


def _has_condition(t: Token) -> bool:
    return any(m.lower in ("if", "unless") for k in t.kids("advcl") for m in k.kids("mark"))


def _is_prohibition(t: Token) -> bool:
    """As in "do not fire": the base form in a main clause without a subject."""
    return t.tag == "VB" and t.dep in ("ROOT", "conj", "parataxis") and not any(k.dep in SUBJECTS for k in t.children)


def _is_ahead(t: Token) -> bool:
    """As in "is leaving tomorrow", "is going to leave": a progressive with a time to come or an infinitive."""
    if t.tag != "VBG" or not any(k.lemma == "be" for k in t.kids("aux")):
        return False
    if t.lower == "going" and t.child("xcomp") is not None:
        return True
    return any(x.lower in closed("ahead") for k in t.kids("npadvmod", "advmod", "prep") for x in k.subtree() if x.i - k.i < 4)


def _is_told(t: Token) -> bool:
    """Whether a predicate, or the first of its coordination, is what a reporting verb says."""
    while t.dep == "conj" and t.head is not t:
        t = t.head
    return t.dep == "ccomp" and is_cue(t.head)


def _is_negated(t: Token) -> bool:
    for k in t.children:
        if k.dep == "neg" or (k.dep in ("det", "preconj") and k.lower in closed("nothing")) or (k.dep == "advmod" and k.lower in closed("never")):
            return True
        if k.dep in ("nsubj", "nsubjpass", "dobj", "attr") and (
            k.lower in closed("nothing") or any(d.lower in closed("nothing") for d in k.kids("det"))
        ):
            return True
    return False


def _mood(doc: Doc, t: Token) -> Status:
    """Orders and questions: only of the main clause."""
    if _is_bare(t):
        return Status.DEMANDED if t.dep in ("ROOT", "conj", "parataxis", "ccomp", "dep", "advcl") else Status.ACTUAL
    if t.head is not t:
        return Status.ACTUAL
    sentence = doc.sentence(t).tokens
    asked = any(k.text == "?" for k in sentence[-2:])
    return Status.POSSIBLE if asked and _is_yes_or_no(t) else Status.ACTUAL


def _is_yes_or_no(t: Token) -> bool:
    """Whether a question asks if something is so; "who fired?" takes the shot for granted."""
    if any(x.tag in WH for k in t.children if k.i < t.i for x in (k, *k.children)):
        return False
    subject = t.child("nsubj", "nsubjpass", "expl")
    first = next((k for k in t.children if k.dep in ("aux", "auxpass")), t)
    return subject is None or first.i < subject.i


def _is_bare(t: Token) -> bool:
    """Whether a verb is a base form without subject, auxiliary and "to", that no causative explains: an order."""
    if t.tag != "VB" or any(k.dep in (*SUBJECTS, "aux") for k in t.children):
        return False
    first = t
    while first.dep == "conj" and first.head is not first:
        first = first.head
        if any(k.dep in ("aux", "nsubj") for k in first.children):
            return False
    return first.dep not in ("ccomp", "xcomp") or (first.head.lemma not in closed("causative") and first.head.lemma != "let")


def _above(doc: Doc, t: Token, depth: int) -> Status:
    """What the embedding words make of the clause or noun below them."""
    head = t.head
    if t.dep == "conj":
        if _shares(t) or any(words().get((k.lower, "mark")) is Status.CONDITIONAL for k in head.kids("mark")):
            return _status(doc, head, depth)  # "if he leaves and they stay": one condition
        return _above_clause(doc, head, depth)
    if t.dep in ("nsubj", "nsubjpass") and t.pos == "NOUN" and head.lemma in closed("happening"):
        return _status(doc, head.child("xcomp") or head, depth)
    if t.dep in ("acomp", "attr", "oprd") and head.lemma in closed("copula") and _slot(t) != "to":
        return _status(doc, head, depth)
    if t.dep in ("pcomp", "pobj") and head.dep in ("prep", "agent", "dative"):
        return _below_preposition(doc, head, depth, t.dep == "pcomp")
    slot = _slot(t)
    if slot is None:
        return _beside(doc, t, depth)
    if slot == "to" and (special := _phrasal(t, head)) is not None:
        return special
    found = effects().get((head.lemma, _class(head)), {}).get(slot)
    if head.lemma == "be" and (trait := head.child("acomp", "attr")) is not None and trait is not t:
        found = effects().get((trait.lemma, _class(trait)), {}).get(slot)  # "it is likely that"
    upper = _status(doc, head, depth)
    if found is None:
        return _unnamed(t, slot, upper)
    if upper is Status.DENIED:
        if found is Status.DENIED:
            return Status.ACTUAL
        if slot == "to" and head.lemma in closed("attempt") and _own(doc, head) is not Status.DENIED:
            return Status.PLANNED  # "blocked attempts to place": they were made, and meant
        return Status.DENIED if slot == "to" and found is not Status.DEMANDED else Status.POSSIBLE
    if upper is Status.PLANNED and found is Status.POSSIBLE:
        return upper
    if upper is not Status.ACTUAL and (found is Status.PLANNED or (found is Status.ACTUAL and slot != "that")):
        return upper
    return found


def _phrasal(t: Token, head: Token) -> Status | None:
    """As in "is going to fire", "have to leave", "was able to land": more than the head's own row says."""
    if head.lemma in closed("wish") and t.lemma in closed("performed") and any(k.tag == "MD" for k in head.kids("aux")):
        return Status.ACTUAL
    if head.lower == "going" and head.child("aux") is not None:
        return Status.PLANNED
    if head.lemma == "be" and t.dep == "xcomp":
        trait = head.child("attr")
        return Status.ACTUAL if trait is not None and _is_ranked(trait) else Status.PLANNED
    if head.lemma in ("have", "get", "got") and t.dep == "xcomp":
        return Status.DEMANDED if head.tag not in ("VBD", "VBN") or head.lower == "got" else Status.ACTUAL
    if head.lemma == "able" and head.head.tag == "VBD" and not _is_negated(head.head):
        return Status.ACTUAL
    return None


def _beside(doc: Doc, t: Token, depth: int) -> Status:
    """A present-tense clause of time beside something that is not (yet) so ("when he arrives, they will meet")."""
    if t.dep == "advcl" and t.tag in PRESENT and any(k.lower in closed("temporal") for k in t.kids("mark", "advmod")):
        upper = _status(doc, t.head, depth)
        return upper if upper not in (Status.DENIED, Status.ACTUAL) else Status.ACTUAL
    return Status.ACTUAL


def _shares(t: Token) -> bool:
    """Whether a second verb shares the first one's subject and auxiliaries ("will meet and sign")."""
    if t.pos not in ("VERB", "AUX"):
        return True
    return not any(k.dep in SUBJECTS or k.dep == "aux" for k in t.children) and (t.tag == t.head.tag or t.tag in ("VB", "VBG", "VBN"))


def _above_clause(doc: Doc, head: Token, depth: int) -> Status:
    while head.dep == "conj" and head.head is not head:
        head = head.head
    return _above(doc, head, depth + 1) if head.head is not head and depth < DEEPEST else Status.ACTUAL


def _below_preposition(doc: Doc, prep: Token, depth: int, verbal: bool) -> Status:
    """As in "without firing", "the threat of war", "succeeded in landing"."""
    if prep.lower == "without":
        return Status.DENIED
    head = prep.head
    if prep.lower in ("of", "than") and (doc.tokens[prep.i - 1] if prep.i else prep).lower in ("instead", "rather"):
        return Status.DENIED
    if prep.lower in ("despite", "after", "since", "by", "following", "during"):
        return Status.ACTUAL
    found = effects().get((head.lemma, _class(head)), {}).get("ing")
    if found is None and head.dep == "dobj":
        head = head.head  # "accuses Oman of arming them", hung on Oman
        found = effects().get((head.lemma, _class(head)), {}).get("ing") if verbal else None
    upper = _status(doc, head, depth) if head is not prep else Status.ACTUAL
    if found is None and upper is Status.ACTUAL:
        return words().get((prep.lower, "preposition"), Status.ACTUAL) if verbal else Status.ACTUAL
    if found is None:
        return upper if verbal and upper in (Status.PLANNED, Status.DEMANDED, *WEAK) else Status.ACTUAL
    if upper is Status.DENIED:
        return Status.ACTUAL if found is Status.DENIED else Status.DENIED
    return found


def _unnamed(t: Token, slot: str, upper: Status) -> Status:
    """A slot the table does not speak of: an infinitive is still to come, the rest is as its head is."""
    if slot == "np":
        return upper if t.head.lemma in closed("light") else Status.ACTUAL
    if (
        slot == "to"
        and upper is Status.ACTUAL
        and ((t.lemma in closed("outcome") and t.dep == "advcl") or (t.dep in ("relcl", "acl") and _is_ranked(t.head)))
    ):
        return Status.ACTUAL
    if slot == "to":
        return upper if upper is not Status.ACTUAL else Status.PLANNED if t.dep in ("advcl", "acl") else Status.POSSIBLE
    if slot == "that":
        return upper if upper in (*WEAK, Status.DEMANDED) else Status.ACTUAL
    return upper if slot == "ing" else Status.ACTUAL


def _is_ranked(noun: Token) -> bool:
    """As in "the first nation to sign", "one of the few to refuse"."""
    return bool(({k.lower for k in noun.children} | {noun.lower}) & closed("rank"))


def _slot(t: Token) -> str | None:
    if t.dep in ("dobj", "nsubjpass"):
        return "np"
    if t.dep in ("xcomp", "ccomp", "acl", "advcl", "csubj", "relcl", "pcomp", "acomp", "oprd", "attr"):
        if any(k.lower in TO and k.dep == "aux" for k in t.children):
            return "to"
        if t.dep in ("ccomp", "acl", "xcomp") and t.tag == "VBG" and t.child("nsubj") is None:
            return "ing" if t.dep == "xcomp" else None
        return "that" if t.dep in ("ccomp", "xcomp") or (t.dep in ("acl", "relcl") and t.child("mark") is not None) else None
    return None


def _class(t: Token) -> str:
    return {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}.get(t.pos, "adj")


def read_predicates(linked: Linked) -> tuple[Predicate, ...]:
    """Every verb and act noun of the document with its status."""
    return tuple(Predicate(t.span, status_of(linked, t), likelihood_of(t)) for t in linked.doc.tokens if _is_predicate(t))


def _is_predicate(t: Token) -> bool:
    """Verbs, the nouns of acts, and adjectives that say something ("is ready"); auxiliaries are none."""
    if t.pos == "VERB" or (t.pos == "AUX" and t.dep in CLAUSES):
        return True
    if t.pos == "ADJ":
        return t.dep in ("acomp", "attr", "oprd", "xcomp", "ccomp", "ROOT", "conj", "advcl")
    return t.dep in ("ROOT", "attr", "ccomp") if t.pos != "NOUN" else t.lemma in acts() or t.lemma.endswith(ACT_ENDINGS) or t.dep in ("ROOT", "attr")
