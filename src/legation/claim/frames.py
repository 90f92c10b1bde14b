"""Frames: rows of the lexicon against the words around a predicate; who acts and on whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from legation.claim.arguments import Roles, verb_roles
from legation.claim.crowds import of_no_crowd
from legation.claim.nominals import adjective_roles, noun_roles
from legation.claim.parties import Parties
from legation.claim.party import Party
from legation.claim.slots import Site
from legation.claim.subjects import is_mistaken, is_passive
from legation.codes.plover import noun_classes
from legation.codes.predicates import Lexicon, Row, event_nouns
from legation.parse.doc import Token
from legation.words.event import EventType

BESIDE = frozenset(["prt", "prep", "advmod", "dobj", "agent", "npadvmod", "compound", "amod", "nmod", "dative", "acomp", "oprd", "mark", "nsubjpass"])
ARMED = frozenset(("military", "defense", "defence", "guard", "police", "security", "system", "arsenal", "weapon", "self"))
HIM = frozenset(("him", "her"))
PERSONAL = frozenset(("he", "she", "they", "we", "i", "who"))
# Helpers by which a price to pay is still to come.
COMING = frozenset(("will", "shall", "would", "must", "wo", "ll", "'ll", "’ll", "going"))
HEARSAY = frozenset(("allege", "propose", "plan", "suspect"))
MONTHS = frozenset(("March", "May", "August"))
WHEN = ("DATE", "TIME")
VOWELS = frozenset("aeiou")
# In these places a word in -ing names an act ("Fighting between the two went on").
NAMED = ("nsubj", "nsubjpass", "csubj", "csubjpass", "pobj", "dobj")
PHYSICAL = (EventType.ASSAULT, EventType.THREATEN)


@dataclass(slots=True)
class Act:
    """A predicate with the row that took it and its parties, before it is judged and dated."""

    token: Token
    row: Row
    roles: Roles
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    eaten: tuple[int, ...] = ()
    words: tuple[Token, ...] = field(default=())

    @property
    def type(self) -> EventType:
        """The PLOVER type of the act's row."""
        return self.row.type


def read_act(t: Token, parties: Parties, rows: Lexicon) -> Act | None:
    """The act that a verb, noun or adjective tells, by the most specific row that fits; None where none does."""
    if t.pos in ("VERB", "AUX"):
        if t.dep == "amod" and t.lemma in HEARSAY:
            return None
        if t.tag == "VBN" and ("a", t.lower) in rows and is_passive(t):
            return _read(t, "a", parties, rows)
        if t.tag == "VBG" and t.dep in NAMED and ("n", t.lower) in rows and not t.kids("dobj", "nsubj", "aux"):
            return _read(t, "n", parties, rows)
        return _read(t, "v", parties, rows)
    if is_mistaken(t) and (act := _read(t, "v", parties, rows)) is not None:
        return act
    if t.pos == "NOUN" or (t.pos == "PROPN" and parties.mention(t) is None and t.ent not in ("PERSON", "DATE") and t.text not in MONTHS):
        return _read(t, "n", parties, rows)
    if t.pos == "ADJ" and t.dep in ("acomp", "ROOT", "conj", "oprd", "ccomp", "relcl", "advcl"):
        return _read(t, "a", parties, rows)
    return None


def _read(t: Token, pos: str, parties: Parties, lexicon_: Lexicon) -> Act | None:
    rows = next((r for form in _forms(t, pos) if (r := lexicon_.get((pos, form)))), None)
    if not rows:
        return None
    roles = verb_roles(t) if pos == "v" else noun_roles(t) if pos == "n" else adjective_roles(t)
    for loose in (False, True):
        for row in rows:
            # First the noun acted on itself, then what stands before it ("a ferry service"), then rows that ask for none.
            if row.objects or row.words or row.says or loose:
                act = _fit(row, t, roles, parties, loose and bool(row.objects))
                if act is not None:
                    return act
    return None


def _forms(t: Token, pos: str) -> Iterable[str]:
    """The forms under which a word may stand in the lexicon; the parser's lemma of British and rare verbs is often the word itself."""
    if pos == "a":
        return (t.lower,)
    word = t.lower
    if pos == "v" and t.lemma == word and t.tag in ("VBD", "VBN", "VBG", "VBZ"):
        return (t.lemma, word[:-1], word[:-2], word[:-3], word[:-3] + "e")
    if pos == "v" and t.tag in ("VBD", "VBN") and word.endswith("ed"):
        # The parser's lemma of "waged" is "wag", of "installed" "instal", of "defunded" "defunde".
        bare = word[:-3] + "y" if word.endswith("ied") else word[:-2] if not VOWELS & {*word[-4:-2]} else word[:-1]
        return (t.lemma, word[:-1], bare)
    if pos == "v" and t.tag == "VBG" and word.endswith("ing"):
        return (t.lemma, word[:-3] + "e", word[:-3]) if word[-4:-3] == word[-5:-4] else (t.lemma, word[:-3] + "e")
    return (t.lemma, word)


def _fit(row: Row, t: Token, roles: Roles, parties: Parties, loose: bool) -> Act | None:
    beside = _beside(row, t)
    if beside is None:
        return None
    acted_on = roles.object
    if row.pos == "v" and beside:
        last = beside[-1]
        if last.dep in ("prep", "agent"):
            acted_on = next((o for o in last.children if o.dep in ("pobj", "pcomp")), None)
            if acted_on is not None and acted_on.ent in WHEN:
                return None
        elif last.dep == "mark":
            acted_on = last.head.child("nsubj")
    if row.subjects and not _done_by(row, roles.subject, parties):
        return None
    if row.says and not _said(row, t):
        return None
    if row.active and roles.passive and roles.subject is None:
        return None
    if row.type is EventType.PROTEST and row.pos == "n" and of_no_crowd(t):
        return None
    if row.type is EventType.THREATEN and "price" in row.objects and (roles.passive or not any(c.lower in COMING for c in t.kids("aux"))):
        return None  # "will pay a price" is a threat, "the price that was paid" is none
    if t.lemma == "leave" and row.type is EventType.RETREAT and acted_on is not None and acted_on.lemma in noun_classes()["force"]:
        return None  # "leaving 100 troops in the town": those stay
    if row.type is EventType.ASSAULT and any(c.lower in ("sexual", "indecent", "verbal", "heart", "panic") for c in t.kids("amod", "compound")):
        return None
    if t.lemma == "appeal" and row.pos == "v" and t.child("dobj") is not None:
        return None  # who appeals a sentence asks for nothing
    if t.lemma == "intercept" and acted_on is not None and acted_on.lemma in noun_classes()["projectile"]:
        return None  # who intercepts a missile only defends himself
    if row.head in ("put", "place") and row.type is EventType.MOBILIZE and not _forces(roles.object, parties):
        return None  # "puts cities on alert"
    if row.type is EventType.PROTEST and roles.object is not None and not roles.passive and t.lemma in noun_classes()["objectless"]:
        return None  # who demonstrates something shows it
    if any(o.ent not in WHEN for name in row.without for o in roles.preps.get(name, ())):
        return None
    if acted_on is not None and row.type in PHYSICAL and acted_on.lemma in noun_classes()["abstract"] - row.objects:
        return None
    if row.infinitive and not any(c.dep in ("xcomp", "ccomp") and any(k.lower == "to" for k in c.kids("aux")) for c in t.children):
        return None
    if row.actor and t.lemma in noun_classes()["light"] and any(o is not None and o.lemma in event_nouns() for o in (acted_on, roles.object)):
        return None
    if row.clause and not any(c.dep in ("xcomp", "ccomp") for c in t.children) and not any(c.dep == "prep" for c in t.children):
        return None
    eaten: tuple[int, ...] = ()
    noun: Token | None = None
    if row.objects:
        noun = _asked(row, t, acted_on, roles, loose)
        if noun is None and "president" in row.objects and acted_on is not None and row.pos == "v" and parties.is_person(acted_on):
            noun = acted_on  # "hosted Macron"
        if noun is None and "city" in row.objects and acted_on is not None and row.pos == "v" and parties.city(acted_on):
            noun = acted_on  # "captured Goma"
        if noun is None:
            return None
        eaten = (noun.i,)
    actors, recipients = Site(row, t, roles, acted_on, parties).fill()
    if noun is not None and row.type is EventType.RETREAT and row.pos == "v" and _of_others(noun, actors, parties):
        return None
    paired = recipients or (row.frame.symmetric and len(actors) > 1)
    if row.actor and not paired and not (row.type is EventType.ASSAULT and not row.objects and actors and _violent(t)):
        return None
    words = tuple(beside) + ((acted_on,) if acted_on is not None else ())
    return Act(t, row, roles, actors, recipients, eaten, words)


def _forces(t: Token | None, parties: Parties) -> bool:
    """Whether what is put on alert are forces or a state."""
    return t is None or t.lemma in noun_classes()["force"] or t.lemma in ARMED or parties.mention(t) is not None


def _of_others(noun: Token, actors: tuple[Party, ...], parties: Parties) -> bool:
    """Whether what is ended is somebody else's violence ("ending the Ukrainian occupation"), so that nobody gives way."""
    theirs = {p.id for p in parties.adjectives(noun)}
    return noun.lemma in noun_classes()["violence"] and bool(theirs) and bool(actors) and not theirs & {p.id for p in actors}


def _violent(t: Token) -> bool:
    """Whether weapons or victims are told of around a verb, so that it means violence also where its victim has no state."""
    classes = noun_classes()
    near = [t, *t.children, *(k for c in t.children for k in c.children)]
    return any(w.lemma in classes["weapon"] or w.lemma in classes["violence"] or (w.lemma in classes["killing"]) for w in near)


def _beside(row: Row, t: Token) -> list[Token] | None:
    """The tokens that match the row's further words; None where one is missing."""
    found: list[Token] = []
    for word in row.words:
        hit = next((c for c in _near(t, found) if word in (c.lemma, c.lower)), None)
        if hit is None:
            return None
        found.append(hit)
    return found


def _near(t: Token, found: list[Token]) -> Iterable[Token]:
    yield from (c for c in t.children if c.dep in BESIDE or (c.dep in ("advcl", "ccomp") and c.pos in ("ADJ", "NOUN", "PROPN")))
    # "called for Iran to leave": the preposition stands inside the clause.
    yield from (m for c in t.kids("advcl", "ccomp", "xcomp") for m in c.kids("mark") if m.lower == "for")
    for f in found:
        yield from (c for c in f.children if c.dep in ("prep", "pobj", "prt", "advmod"))
    for c in t.children:
        if c.dep == "dobj":
            yield from (k for k in c.children if k.dep in ("prep", "prt"))
        if c.dep in ("prep",):
            yield from c.kids("pobj", "prep")


def _said(row: Row, t: Token) -> bool:
    """Whether one of the row's words is said of the object ("called the claim illegal")."""
    said = (w for c in t.kids("dobj", "oprd", "ccomp", "xcomp", "acomp", "attr", "prep", "advcl") if c.lower != "by" for w in (c, *c.children))
    return any(x.lemma in row.says or x.lower in row.says for w in said for x in (w, *w.children))


def _done_by(row: Row, subject: Token | None, parties: Parties) -> bool:
    """Whether the subject is one of the kind a row asks for; persons and pronouns pass as leaders."""
    if subject is None:
        return False
    words = {subject.lemma, subject.lower, *(c.lower for c in subject.kids("compound", "appos"))}
    if words & row.subjects:
        return True
    return "president" in row.subjects and (subject.ent == "PERSON" or subject.lower in PERSONAL or parties.is_person(subject))


def _asked(row: Row, t: Token, acted_on: Token | None, roles: Roles, loose: bool) -> Token | None:
    """The noun that fulfils what the row asks of the thing acted on (of a noun: of its modifiers)."""
    if row.pos == "n":
        if loose:
            return None
        pool = [*_modifiers(t), *roles.preps.get("of", ()), *roles.preps.get("for", ())]
        return next((c for c in pool if _is_one(c, row)), None)
    if acted_on is None:
        return None
    if loose and row.pos == "v":
        return next((c for c in acted_on.kids("compound") if _is_one(c, row)), None)
    for noun in (acted_on, *(c for c in acted_on.conjuncts() if c is not acted_on)):
        if _is_one(noun, row):
            return noun
    if acted_on.pos == "PROPN" and (title := next((c for c in acted_on.kids("compound", "appos", "nmod") if c.lower in row.objects), None)):
        return title
    if acted_on.lemma in noun_classes()["counting"] or acted_on.pos in ("NUM", "DET", "PRON"):
        for c in acted_on.children:
            if c.dep == "prep" and c.lower == "of":
                for o in c.kids("pobj"):
                    if _is_one(o, row):
                        return o
    return None


def _is_one(noun: Token, row: Row) -> bool:
    """Whether a noun is one of those that a row asks for, alone or with the word before it (`military+base`)."""
    if noun.lemma in row.objects or noun.lower in row.objects:
        return True
    if "president" in row.objects and noun.lower in HIM:
        return True
    if noun.tag in ("NNPS", "NNS") and noun.text[:1].isupper() and "national" in row.objects and noun.kids("nummod"):
        return True  # "is holding two Germans"
    return any(f"{c.lower}+{noun.lemma}" in row.objects for c in noun.children if c.i < noun.i)


def _modifiers(t: Token) -> Iterable[Token]:
    for c in t.children:
        if c.dep in ("compound", "amod", "nmod", "npadvmod") and c.i < t.i:
            yield c
            yield from _modifiers(c)
            yield from (k for k in c.kids("conj"))
