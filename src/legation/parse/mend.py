"""Verbs that the parser takes for nouns or modifiers, as in news in brief ("The Treasury sanctions a bank"), and subjects it hangs elsewhere.

The tree is mended in place: the verb heads its clause, the noun before it is the subject, the noun after it the object.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.codes.cues import cues
from legation.codes.nouns import actor_nouns
from legation.codes.predicates import lexicon
from legation.parse.doc import Token

NAMES = ("NNP", "NNPS")
NOUNS = ("NN", "NNS")
NOMINAL = ("NOUN", "PROPN")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
FINITE = ("VBD", "VBZ", "VBP", "MD")
ADVERBIAL = ("advmod", "npadvmod")
TIMES = ("DATE", "TIME")
BEFORE = ("compound", "nmod", "nsubj", "npadvmod")
OWNED = ("det", "amod", "compound", "nmod", "nummod", "poss", "npadvmod")
AFTER = ("appos", "npadvmod", "nmod", "dep")
# What stands after a verb, not after the last noun of a title.
FOLLOWING = ("dobj", "ccomp", "xcomp", "acl", "advcl")
# Prepositions that open a clause as well; in such a phrase the parser may have hidden one.
OPENING = frozenset(("after", "before", "since", "until", "as"))
AUXILIARIES = frozenset(("be", "have", "do", "will", "would"))
OF_TWO = frozenset(("latter", "former"))
ENDS = frozenset((".", "!", "?", '"', "”", "’", "''"))


def mend(tokens: Sequence[Token]) -> None:
    """Makes the verb of a sentence its root where a noun is, frees clauses hidden in phrases, and gives verbs the subjects that stand elsewhere."""
    for t in tokens:
        if t.dep == "conj" and t.pos == "VERB" and t.child(*SUBJECTS) is None:
            _subject_of_later(t, tokens)
        elif (
            t.dep in ("aux", "auxpass")
            and t.lemma in AUXILIARIES
            and t.child(*SUBJECTS) is not None
            and t.head.i > t.i
            and t.head.child(*SUBJECTS) is None
        ):
            _hang(list(t.children), t, t.head)  # "Chad has been asking allies": the parser gives the auxiliary the subject.
        elif t is tokens[0] and t.dep in ADVERBIAL and t.tag in NAMES and t.ent not in TIMES and _precedes(t, t.head):
            t.dep = "nsubj"  # "Nauru recognised Taiwan": a rare name taken for an adverb
        elif t.dep in ("amod", "compound") and (subject := _subject_within(t)) is not None:
            _free(t, subject)
    root = next((t for t in tokens if t.head is t), None)
    if root is not None and root.tag == "JJ" and root.child("nsubj") and root.child("dobj") and (base := _base(root)) is not None:
        # "Russia annexed parts of Mali"
        root.pos, root.tag, root.lemma = "VERB", "VBD", base
    if root is None or root.pos not in NOMINAL or tokens[-1].text not in ENDS:
        return
    verb = next((c for c in root.children if c.i < root.i and (_hidden(c, root) or _past(c))), None)
    if verb is None and not _is_verb(root):
        return
    if verb is not None:
        _raise(verb, root)
    _retag(verb or root)


def _precedes(name: Token, verb: Token) -> bool:
    """Whether a name stands right before a finite verb that has no subject, helpers between them aside."""
    between = verb.kids("aux", "auxpass", "neg")
    first = min((verb, *between), key=lambda c: c.i)
    return verb.pos == "VERB" and _finite(verb) and name.i == first.i - 1 and verb.child(*SUBJECTS) is None


def _subject_of_later(verb: Token, tokens: Sequence[Token]) -> None:
    """The noun right before a later finite verb is its subject, not one more object of the verb before: "hit Chad and Mali would come"."""
    first = min((verb, *verb.kids("aux", "auxpass", "neg")), key=lambda c: c.i)
    place = first.i - tokens[0].i - 1
    noun = tokens[place] if place >= 0 else verb
    if not _finite(verb) or not _finite(verb.head) or noun.dep != "conj" or noun.pos not in NOMINAL or verb.head not in noun.ancestors():
        return
    other = noun.head
    if other.pos not in NOMINAL or other.dep not in ("dobj", "pobj", "attr") or len(other.conjuncts()) != 2:
        return
    other.children.remove(noun)
    noun.head, noun.dep = verb, "nsubj"
    verb.children = sorted([noun, *verb.children], key=lambda t: t.i)


def _subject_within(verb: Token) -> Token | None:
    """The subject of a verb that stands as a modifier in a phrase: "after the latter fired shells", "as Adam Musa grants asylum"; None for others."""
    noun = _top(verb)
    prep = noun.head
    if noun.dep != "pobj" or prep.lower not in OPENING or prep.head is prep:
        return None
    for c in verb.children:
        if c.i == verb.i - 1 and ((c.lower in OF_TWO and verb.tag in ("VBN", "VBD")) or (c.tag in NAMES and verb.tag == "VBZ")):
            return c
    return None


def _top(t: Token) -> Token:
    """The noun that a modifier belongs to in the end."""
    noun = t.head
    while noun.dep == "compound" and noun.head is not noun:
        noun = noun.head
    return noun


def _free(verb: Token, subject: Token) -> None:
    """Turns the phrase that holds a verb into its clause: the noun becomes the object, the preposition the conjunction."""
    noun = _top(verb)
    prep, above = noun.head, noun.head.head
    verb.head.children.remove(verb)
    _hang([c for c in noun.children if c.i < subject.i], noun, subject)
    prep.children.remove(noun)
    above.children.remove(prep)
    subject.dep, noun.dep, prep.dep, verb.dep = "nsubj", "dobj", "mark", "advcl"
    noun.head, prep.head, verb.head = verb, verb, above
    verb.pos, verb.tag = "VERB", "VBD" if verb.tag == "VBN" else verb.tag
    verb.children = sorted([*verb.children, noun, prep], key=lambda t: t.i)
    above.children = sorted([*above.children, verb], key=lambda t: t.i)


def _finite(t: Token) -> bool:
    return t.tag in FINITE or any(c.tag in FINITE for c in t.kids("aux", "auxpass"))


def _hidden(t: Token, root: Token) -> bool:
    """Whether the true verb hangs on the noun: a finite verb as its modifier or subject, a plural that a name stands before."""
    if t.tag == "VBZ":
        return t.dep in ("compound", "nsubj", "nmod") and not t.kids("aux", "auxpass")
    named = any(c.tag in NAMES and c.i == t.i - 1 for c in t.children)
    return t.dep == "compound" and t.tag == "NNS" and named and root.tag in NAMES and _known(t)


def _past(t: Token) -> bool:
    """Whether a word that seems to describe the noun tells what a name right before it did: "Russia massed troops near Finland"."""
    if t.dep != "amod" or not t.lower.endswith("ed") or _base(t) is None:
        return False
    return any(c.tag in NAMES and c.dep in BEFORE and c.i == t.i - 1 for c in t.children)


def _base(t: Token) -> str | None:
    """The verb of which a word in -ed is the past tense; None where the lexicon has none such."""
    return next((form for form in (t.lemma, t.lower[:-2], t.lower[:-1]) if ("v", form) in lexicon()), None)


def _is_verb(root: Token) -> bool:
    """Whether a noun at the root is a verb: it has a subject, or a name before it and what only verbs have after it."""
    if root.tag not in NOUNS or not _known(root) or root.child("aux", "auxpass") is not None:
        return False
    if any(c.dep == "nsubj" and c.pos in NOMINAL and c.i < root.i for c in root.children):
        return True
    before = next((c for c in root.children if c.dep in BEFORE and c.i == root.i - 1), None)
    if before is None or not (before.tag in NAMES or before.lower in actor_nouns()):
        return False
    after = [c for c in root.children if c.i > root.i and c.dep != "punct"]
    if any(c.dep in FOLLOWING for c in after) or _object(root) is not None:
        return True
    return root.tag == "NNS" and before.tag in NAMES and bool(after) and after[0].dep == "prep" and after[0].i == root.i + 1


def _known(t: Token) -> bool:
    return ("v", t.lemma) in lexicon() or (t.lemma, "verb") in cues()


def _raise(verb: Token, root: Token) -> None:
    """Turns the tree over: the noun hangs on the verb as its object, and what stood before the verb goes with it."""
    moved = [c for c in root.children if c is not verb and (c.i < verb.i or (c.dep == "punct" and c.i > root.i))]
    root.children.remove(verb)
    _hang(moved, root, verb)
    root.head, root.dep = verb, "dobj"
    verb.head, verb.dep = verb, "ROOT"
    verb.children = sorted([*verb.children, root], key=lambda t: t.i)


def _retag(verb: Token) -> None:
    """Makes a word a verb in the present or past tense with the nouns beside it as subject and object."""
    if verb.lower.endswith("ed"):
        verb.tag, verb.lemma = "VBD", _base(verb) or verb.lemma
    elif verb.tag != "VBZ":
        verb.tag = "VBZ" if verb.tag == "NNS" else "VBP"
    verb.pos = "VERB"
    subject = next((c for c in reversed(verb.children) if c.i < verb.i and c.dep in BEFORE and c.pos in NOMINAL), None)
    if subject is not None:
        first = next((c for c in verb.kids("nsubj") if c is not subject), None)
        _hang([c for c in verb.children if c.dep in OWNED and c.i < subject.i], verb, subject)
        subject.dep = "nsubj"
        if first is not None:
            subject.dep = "conj"
            _hang([subject], verb, first)
    if verb.child("dobj") is None and (thing := _object(verb)) is not None:
        thing.dep = "dobj"


def _hang(moved: Sequence[Token], old: Token, new: Token) -> None:
    """Gives some children of one token to another."""
    for c in moved:
        c.head = new
    old.children = [c for c in old.children if c not in moved]
    new.children = sorted([*new.children, *moved], key=lambda t: t.i)


def _object(t: Token) -> Token | None:
    """The noun phrase that follows without a comma."""
    after = next((c for c in t.children if c.i > t.i and c.dep in AFTER and c.pos in NOMINAL), None)
    return after if after is not None and not any(c.dep == "punct" and t.i < c.i < after.i for c in t.children) else None
