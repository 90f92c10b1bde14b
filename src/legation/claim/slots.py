"""Slots: who fills the frame of a predicate: who acts, and to whom it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.claim.arguments import Roles
from legation.claim.crowds import crowd, home, marchers
from legation.claim.nominals import noun_roles
from legation.claim.parties import Parties, is_edge
from legation.claim.party import Party, band, unique
from legation.claim.subjects import is_verb, prepositional, subject_of
from legation.codes.plover import noun_classes
from legation.codes.predicates import Row, event_nouns
from legation.parse.doc import Token
from legation.words.event import EventType

# Acts by which a state keeps somebody out, and words for what he then does not do.
SHUTTING = (EventType.SANCTION, EventType.REJECT, EventType.COERCE)
ENTERING = frozenset(("enter", "entry", "visit", "admission"))
LOCATED = (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.PROTEST)
HITTING = (EventType.ASSAULT, EventType.COERCE)
ASKING = (EventType.REQUEST, EventType.AGREE, EventType.THREATEN)
VIOLENT = (EventType.ASSAULT, EventType.COERCE, EventType.RETREAT)
OBJECTS = ("dobj", "appos", "npadvmod", "dep", "nmod")
VISIT = "042"
HOLDING = frozenset(("hold", "detain", "jail", "imprison", "capture", "kidnap", "abduct", "seize", "arrest"))
Found = tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A predicate with the row that takes it, the words around it and what it acts on."""

    row: Row
    token: Token
    roles: Roles
    acted_on: Token | None
    parties: Parties

    def fill(self) -> tuple[Found, Found]:
        """The actors and the recipients by the row's frame; nobody is both."""
        found = self._nominal_actors() if self.row.pos == "n" else self._verbal_actors()
        actors = unique(p for p in found or self._actors_by_place() if not p.place or (self.row.pos == "v" and not self.row.frame.symmetric))
        return actors, self._recipients({p.id for p in actors})

    # ---- who acts ----

    def _verbal_actors(self) -> Found:
        row, t = self.row, self.token
        if "speaker" in row.frame.actors:
            return tuple(self.parties.speaker(t))
        if row.type is EventType.PROTEST and (marching := crowd(self.roles.subject, self.parties)):
            return marching
        found = tuple(p for s in row.frame.actors for o in slot(s, self.roles, self.acted_on) for p in self.parties.of(wielder(o), "agent"))
        if not found and row.type in VIOLENT and (armed := band(self.roles.subject)):
            return armed
        if not found and self.roles.passive and row.type is EventType.RETREAT and (keepers := self._keepers()):
            return keepers
        if not found and self.roles.passive and row.type is EventType.MOBILIZE and row.head != "fly" and (senders := self._senders()):
            return senders
        if self.roles.passive and (owners := self._owners_of_what_is_done()):
            return found if found and row.type is EventType.SANCTION else (*found, *owners)
        if not found and "from" in row.frame.actors and self.acted_on is not None and self.acted_on.lemma in event_nouns():
            return agents(self.acted_on, noun_roles(self.acted_on), self.parties)
        if not found and t.dep == "acl" and t.tag == "VBG":
            # The participle hangs on a thing ("posted a message blaming Iran"): the one who acts is the clause's subject.
            return next((self.parties.of(subject_of(a)) for a in t.ancestors() if is_verb(a)), ())
        return found

    def _senders(self) -> Found:
        """Whose the forces are that are sent, where nobody is told to send them: "an American carrier was sent to the Gulf"."""
        thing = self.roles.object
        if thing is None or thing.lemma not in noun_classes()["force"] | {"military"}:
            return ()
        return self.parties.of(thing.child("poss")) or unique(self.parties.adjectives(thing))

    def _keepers(self) -> Found:
        """Who lets go of those that are freed, by what is told of their captivity: "two Danes held in Chad were freed"."""
        thing = self.roles.object
        held = next((c for c in thing.kids("acl", "relcl") if c.lemma in HOLDING), None) if thing is not None else None
        if held is None:
            return ()
        by = tuple(p for name, o in prepositional(held) if name == "by" for p in self.parties.of(o))
        return by or tuple(replace(p, place=False) for p in self.parties.places([held]))

    def _owners_of_what_is_done(self) -> Found:
        """Who acts where only the thing tells: "the American sanctions that were imposed", "Sino-Lao ties were restored"."""
        thing = self.roles.object
        if thing is not None and thing.lemma in noun_classes()["tie"]:
            return (*self._of("between"), *self.parties.of(thing.child("poss")), *self.parties.adjectives(thing))
        if thing is None or not (self.row.frame.symmetric or (self.row.type is EventType.SANCTION and thing.lemma in noun_classes()["penalty"])):
            return ()
        return self.parties.of(thing.child("poss")) or unique(self.parties.adjectives(thing))

    def _nominal_actors(self) -> Found:
        row, roles = self.row, self.roles
        found = tuple(p for s in row.frame.actors for p in self._noun_slot(s))
        if row.type is EventType.RETREAT and "from" in row.frame.recipients and self.token.child("poss") is None:
            # "the withdrawal of troops from Panama": whence they go is not who goes.
            left = {p.id for o in roles.preps.get("from", ()) for p in self.parties.of(o)}
            found = tuple(p for p in found if p.id not in left)
        if row.frame.symmetric and row.type is EventType.ASSAULT and len({p.id for p in found}) == 1:
            # "Three Kenyan soldiers were killed in clashes with al-Shabaab."
            found += self.parties.of(roles.indirect, "target")
        if roles.form == "inverse" and not row.frame.symmetric:
            found = tuple(p for p in found if p not in self.parties.of(roles.indirect))
        return found

    def _actors_by_place(self) -> Found:
        """Who acts where only the place tells: whence somebody is expelled, where people are detained, where they march."""
        row, t, roles = self.row, self.token, self.roles
        if roles.passive and t.lemma in noun_classes()["leaving"] and (found := self._of("from")):
            return found
        if roles.passive and row.pos == "v" and row.type in SHUTTING and (gate := self._gate()):
            return gate
        prosecuted = row.type is EventType.ACCUSE and "legal" in row.contexts
        if roles.passive and row.pos == "v" and (row.type is EventType.COERCE or prosecuted or t.lemma in noun_classes()["barring"]):
            # "Two Frenchmen were detained in Iran", "the party is banned in Turkey": the state of the place does it.
            return tuple(replace(p, place=False) for p in self.parties.places([t, *roles.preps.get("for", ())]))
        if row.type is EventType.PROTEST:
            return marchers(t, roles, self.parties) if row.pos == "n" else ()
        return ()

    def _gate(self) -> Found:
        """Whose the land is that somebody is kept out of: "barred from entering Thailand", "denied visas to enter Canada", "refused entry to it"."""
        below = [t for t in self.token.subtree() if t.lemma in ENTERING and t.i > self.token.i]
        lands = (o for t in below for o in ((t.child("dobj"),) if is_verb(t) else [o for n, o in prepositional(t) if n in ("to", "into")]))
        return next((found for o in lands if (found := tuple(replace(p, place=False) for p in self.parties.of(o)))), ())

    # ---- to whom ----

    def _recipients(self, taken: set[str]) -> Found:
        for found in self._named():
            if others := unique(p for p in found if p.id not in taken):
                return others
        return ()

    def _named(self) -> Iterator[Found]:
        """Where a recipient may be named, the surest place first."""
        row, t, roles, parties = self.row, self.token, self.roles, self.parties
        role = row.info.role
        if row.pos == "n" and row.type in ASKING and t.dep == "dobj" and t.head.lemma in noun_classes()["answering"]:
            yield parties.of(subject_of(t.head))  # "Chad rejected an ultimatum to leave the town"
        edges = row.type not in HITTING
        for s in row.frame.recipients:
            here = (o for o in slot(s, roles, self.acted_on) if edges or o is self.acted_on or not is_edge(o))
            yield self._noun_slot(s) if s == "agent" else tuple(p for o in here for p in parties.of(o, role))
        if row.type is EventType.SANCTION and roles.passive and roles.subject is not None:
            yield self._owners_of_what_is_done()  # "their ties were suspended by Spain"
        if row.pos == "v" and row.subjects and roles.subject is not None:
            # "Exports to China have resumed": the subject tells whither.
            after = noun_roles(roles.subject).preps
            yield from (tuple(p for o in after.get(s, ()) for p in parties.of(o, role)) for s in row.frame.recipients)
        if row.pos == "n" and undergoes(t, roles):
            yield parties.of(t.child("poss"))
        if row.pos == "v" and self.acted_on is not None and self.acted_on.lemma in event_nouns() and "obj" in row.frame.recipients:
            yield agents(self.acted_on, noun_roles(self.acted_on), parties)
        if not row.frame.symmetric:
            yield parties.of(roles.indirect, role)
        if row.pos == "n" and t.head is t:
            # A verb that the parser took for a noun ("The Treasury sanctions a banker") has its object as apposition.
            yield tuple(p for c in t.children if c.i > t.i and c.dep in OBJECTS for p in parties.of(c, role))
        if row.type in LOCATED and row.frame.recipients and t.lemma not in noun_classes()["battling"]:
            many = roles.subject if row.type is EventType.PROTEST else None
            heads = (t, roles.object, self.acted_on, many, roles.place, t.head if roles.form == "light" else None, happening(t))
            yield parties.places([x for x in heads if x is not None], edges)
        if row.pos == "v" and (row.type in LOCATED or row.cameo == VISIT):
            yield from (tuple(parties.region(o)) for o in (self.acted_on, roles.object, *roles.preps.get("of", ())))  # "struck Kharkiv"
        if row.type is EventType.PROTEST:
            yield home(roles.subject, parties)

    # ---- slots ----

    def _noun_slot(self, name: str) -> Found:
        """The parties in a slot of a noun; `agent` is whoever the noun says acts."""
        if name == "agent":
            return agents(self.token, self.roles, self.parties)
        return tuple(p for o in slot(name, self.roles, None) for p in self.parties.of(o))

    def _of(self, name: str) -> Found:
        return tuple(p for o in self.roles.preps.get(name, ()) for p in self.parties.of(o))


def wielder(t: Token) -> Token:
    """Who acts by a paper: "announced a deal that sets a tariff" is done by who announced; any other noun acts itself."""
    paper = t.lemma in noun_classes()["pact"] or t.lemma in noun_classes()["instrument"]
    owned = t.child("poss") is not None or any(c.text[:1].isupper() for c in t.kids("amod", "compound"))
    if not paper or owned or t.dep != "dobj" or not is_verb(t.head):
        return t
    return subject_of(t.head) or t


def happening(t: Token) -> Token | None:
    """The verb that only says that an act takes place: "protests broke out across Chad"."""
    first = t.conjuncts()[0] if t.dep == "conj" else t
    return first.head if first.dep == "nsubj" and first.head.lemma in noun_classes()["happen"] else None


def undergoes(t: Token, roles: Roles) -> bool:
    """Whether the possessor of an act suffers it: "his murder", "their release"; not "Iran's arrest of sailors"."""
    return t.lemma in noun_classes()["undergone"] and t.child("poss") is not None and ("by" in roles.preps or "of" not in roles.preps)


def agents(t: Token, roles: Roles, parties: Parties) -> Found:
    """Who acts by a noun: possessor, adjectives, by-phrase, or the subject of its light verb."""
    by = tuple(p for o in roles.preps.get("by", ()) for p in parties.of(o))
    poss = t.child("poss")
    if poss is not None and not undergoes(t, roles) and (found := parties.of(poss)):
        return found
    if found := by or unique(parties.adjectives(t)) or parties.of(roles.subject):
        return found
    made = (c for c in t.kids("acl") if c.tag == "VBN" and c.lemma not in noun_classes()["brokering"])
    if found := next((f for c in made for name, o in prepositional(c) if name == "by" and (f := parties.of(o))), ()):
        return found
    if t.dep == "conj" and t.head.pos in ("NOUN", "PROPN"):
        return parties.of(t.head.child("poss")) or unique(parties.adjectives(t.head))
    armed = noun_classes()["force"] | noun_classes()["weapon"]  # "the deployment of the American system"
    if own := unique(p for o in roles.preps.get("of", ()) if o.lemma in armed and _is_of(o, t) for p in parties.adjectives(o)):
        return own
    ties = (o.child("poss") for o in roles.preps.get("of", ()) if o.lemma in noun_classes()["tie"])
    if own := next((f for o in ties if (f := parties.of(o))), ()):
        return own  # "the severing of Chad's ties with Mali"
    sources = ("from", "at") if roles.form == "inverse" else ("from",)
    return tuple(p for name in sources for o in roles.preps.get(name, ()) for p in parties.of(o) if not p.place)


def _is_of(o: Token, t: Token) -> bool:
    """Whether a noun says of what or of how many another one is: "a reduction in the numbers of troops", not "including ships of a fleet"."""
    for _ in range(3):
        if o.head.lower not in ("of", "in"):
            return False
        o = o.head.head
        if o is t:
            return True
    return False


def slot(name: str, roles: Roles, acted_on: Token | None) -> list[Token]:
    """The heads of the noun phrases in a slot: `subj`, `obj`, `patient` or a preposition."""
    if name == "subj":
        return [roles.subject] if roles.subject is not None else []
    if name == "patient":
        return [roles.object] if roles.object is not None else []
    if name == "obj":
        return [o for o in (acted_on or roles.below,) if o is not None]
    return roles.preps.get(name, [])
