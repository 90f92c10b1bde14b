"""Nouns without a name that stand for a state or body told before: "the country", "the North", "the alliance", "its neighbour"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from legation.codes.borders import neighbours
from legation.codes.nouns import definite_nouns, relations, traits
from legation.link.bound import bound_object, steered_by
from legation.link.salience import OBJECTS, STATES, SUBJECTS, Wanted
from legation.link.told import DEFINITE, MODIFIERS, OURS, OWN, OWNERS, Told, definite
from legation.parse.doc import Token
from legation.words.actor import ActorKind, Mention

HALF = NORTH, SOUTH = "north", "south"
GROUP = "group"
# Lands in two halves, by the ids of the northern and the southern one.
HALVES = (("PRK", "KOR"), ("SDN", "SSD"), ("VNM", "south vietnam"))
BESIDE = frozenset({"neighbor", "neighbour"})
# Prepositions after which the subject's own country may stand: "Peru banned protests in the country".
WITHIN = frozenset({"in", "within", "across", "throughout", "inside", "around"})
# Prepositions that lead out of a country or into it.
THROUGH = frozenset({"from", "out", "of", "into", "to"})
# How many words before "the country" a pronoun still leads to it.
NEAR = 8


class Lands:
    """Resolves the nouns of one article that stand for a state or body."""

    def __init__(self, told: Told) -> None:
        self.told, self.doc, self.salience = told, told.doc, told.salience

    def reader(self, token: Token) -> Callable[[Token], Mention | None] | None:
        """What finds out whom a noun stands for, or nobody; None where it is no noun for a state or body."""
        if token.lower in HALF:
            return self._half
        if token.tag == "NNP" and token.lemma.lower() in definite_nouns("body") and self._is_ours(token):
            return self._body  # "our Organization", in a speech to it
        if token.tag != "NN":
            return None
        if token.lemma in definite_nouns("country"):
            return self._country
        if token.lemma in definite_nouns("body") and (definite(token) or self._is_ours(token)):
            return self._body
        if token.lower == GROUP and definite(token):
            return self._group
        return self._related if token.lemma in definite_nouns("related") else None

    def _half(self, token: Token) -> Mention | None:
        """The North or the South where two halves of a land are in the story."""
        after = self.doc.tokens[token.i + 1] if token.i + 1 < len(self.doc.tokens) else token
        lead = self.doc.tokens[token.i - 1] if token.i else token
        if (
            token.dep == "pobj" and token.head.head.lemma in definite_nouns("country") and token.head.head.tag == "NNS"
        ):  # "the countries of the South"
            return None
        acts = token.text[:1].isupper() or after.lower == "side" or token.dep in SUBJECTS
        if after.lower in ("and", "or") and self._twin(token, after.i + 1):
            acts, lead = True, after
        if not acts or after.pos == "PROPN" or (lead.lower not in ("the", "and", "or") and token.dep not in SUBJECTS and lead.text not in ("-", "–")):
            return None
        pair = next((p for p in HALVES if any(self.salience.count[code] for code in p)), None)
        if pair is None:
            return None
        code = pair[0] if token.lower == NORTH else pair[1]
        last = after if after.lower == "side" else token
        return self.told.mention(lead if lead.lower == "the" else token, last, Mention((0, 1), code, token.text, ActorKind.STATE, "noun"))

    def _twin(self, token: Token, at: int) -> bool:
        """Whether the other half stands at a place: "North and South Korea"."""
        other = self.doc.tokens[at].lower if at < len(self.doc.tokens) else ""
        return {token.lower, other} == {NORTH, SOUTH} and at in self.told.at

    def _country(self, token: Token) -> Mention | None:
        """ "the country", "the Middle Eastern nation", "his country": the state in mind that the words fit."""
        det = token.child("det", "poss")
        words = [t.lower for t in self.doc.tokens[det.i + 1 : token.i]] if det is not None else []
        if det is None or det.lower not in DEFINITE | OWN or definite_nouns("othering") & set(words) or self.told.named(token):
            return None
        if (
            (token.lower == "state" and not words)
            or any(w.endswith("est") or w[:1].isdigit() for w in words)
            or any(c.lower == "of" for c in token.kids("prep"))
        ):
            return None
        fitting = _fitting([*words, " ".join(words), token.lower])
        if det.lower in ("his", "her") and (person := self.salience.subject_before(token, OWNERS)) is not None:
            return self.told.mention(det, token, person)
        it = self._pronoun_before(token)
        if it is not None and (fitting is None or it.id in fitting):
            return self.told.mention(det, token, it)
        if det.lower in ("my", "our") and (ours := self.told.ours(token)) is not None:
            return self.told.mention(det, token, ours)
        if (banished := self._banished(token)) is not None and (fitting is None or banished.id in fitting):
            return self.told.mention(det, token, banished)
        others = self._others(token)
        within = token.dep == "pobj" and token.head.lower in WITHIN
        pointed = token.dep == "poss" or det.lower == "that"
        unlikely = others if within else self.told.acting(token) if pointed else ()
        who = self.salience.best(token, Wanted(fitting, without=() if within else others, unlikely=unlikely, last=True))
        return self.told.mention(det, token, who) if who is not None else None

    def _pronoun_before(self, token: Token) -> Mention | None:
        """Whom an object pronoun stands for that comes right before a noun, nobody else being told in between: the noun goes on with it."""
        for t in reversed(self.doc.sentence(token).tokens[: token.i - self.doc.sentence(token).tokens[0].i][-NEAR:]):
            if t.i in self.told.at:
                return None
            if t.lower == "it" and (who := bound_object(t, self.told.at)) is not None and who.kind is ActorKind.STATE:
                return who
        return None

    def _body(self, token: Token) -> Mention | None:
        """ "the alliance", "the nuclear watchdog": the body in mind that the words fit."""
        words = [c.lower for c in token.kids("amod", "compound")]
        fitting = _fitting([" ".join([*words, token.lower]), token.lower])
        if self._is_ours(token):
            who = self.salience.best(token, Wanted(fitting, kinds=(ActorKind.BODY,)))
        elif fitting is None:
            who = self.salience.subject_before(token, (ActorKind.BODY,))
        else:
            who = self.salience.best(token, Wanted(fitting, kinds=(ActorKind.BODY, ActorKind.WHOLE)))
        return self.told.mention(token.child("det", "poss") or token, token, who) if who is not None else None

    def _is_ours(self, token: Token) -> bool:
        """Whether a speech for a state calls a body with a capital letter its own, as those who speak there do."""
        own = token.child("poss")
        return own is not None and own.lower == "our" and token.text[:1].isupper() and self.told.orator is not None

    def _group(self, token: Token) -> Mention | None:
        """ "the group": the body or armed group that was the subject before."""
        if self.told.named(token) or token.kids("amod", "compound", "prep", "relcl", "acl"):
            return None
        who = self.salience.subject_before(token, (ActorKind.BODY, ActorKind.GROUP))
        return self.told.mention(token.child("det") or token, token, who) if who is not None else None

    def _related(self, token: Token) -> Mention | None:
        """ "its neighbor", "Pyongyang's closest ally": the other party of the story, or the one that every paper means."""
        own = token.child("poss")
        if own is None or (token.i + 1 < len(self.doc.tokens) and self.doc.tokens[token.i + 1].pos == "PROPN"):
            return None
        pronoun = own.lower in OWN
        owner = self._owner(own) if pronoun else self.told.at.get(own.i)
        if owner is None:
            return None
        single = definite_nouns("closest") & {c.lower for c in token.kids("amod", "compound")}
        known = relations().get((owner.id, token.lemma)) if single or not pronoun else None
        who = Mention((0, 1), known, known, ActorKind.STATE, "noun") if known else self._beside(token, owner) if pronoun else None
        return self.told.mention(own.subtree()[0], token, who) if who is not None else None

    def _beside(self, token: Token, owner: Mention) -> Mention | None:
        """The other party of a relation to an owner; a neighbour lies beside it."""
        beside = token.lemma in BESIDE
        return self.salience.best(token, Wanted(neighbours().get(owner.id) if beside else None, without={owner.id}, last=beside))

    def _owner(self, pronoun: Token) -> Mention | None:
        if pronoun.lower in OURS:
            return self.told.ours(pronoun)
        if (aim := steered_by(pronoun)) is not None:
            return self.told.at.get(aim.i)
        return self.salience.subject_before(pronoun, OWNERS) or self.salience.best(pronoun)

    def _banished(self, token: Token) -> Mention | None:
        """Whose country it is that somebody is sent out of or kept from: the one who bans, of "bans them from the country", "from entering it"."""
        chain = list(token.ancestors())
        verb = next((v for v in chain if v.lemma in definite_nouns("banish")), None)
        if verb is None or token.dep not in ("dobj", "pobj") or (token.dep == "pobj" and token.head.lower not in THROUGH):
            return None
        return next((self.told.at[s.i] for s in verb.kids("nsubj", "agent") if s.i in self.told.at and STATES.fits(self.told.at[s.i])), None)

    def _others(self, token: Token) -> set[str]:
        """Who an object cannot be: the subject of its clause ("China aided the country"), the owner of what it hangs on ("a Russian raid on it")."""
        at = token
        while at.dep in ("pobj", "prep", "conj") and at.head is not at:
            at = at.head
        if token.dep not in OBJECTS:
            return set()
        near = [*at.kids(*MODIFIERS, "poss")]
        if at.head.pos in ("VERB", "AUX") or at.pos == "VERB":
            verb = at if at.pos == "VERB" else at.head
            near += verb.kids(*SUBJECTS)
            near += [m for o in verb.kids("dobj") if o is not token for m in o.kids(*MODIFIERS, "poss")]
        return {self.told.at[t.i].id for t in near if t is not token and t.i in self.told.at}


def _fitting(words: Sequence[str]) -> Collection[str] | None:
    """The ids that the words allow; None where they tell nothing."""
    sets = [traits()[w] for w in words if w in traits()]
    return frozenset.intersection(*sets) if sets else None
