"""Nouns without a name that stand for an actor told before: "the country", "the North", "the minister", "government forces"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType

from legation.codes.nouns import definite_nouns, relations, traits
from legation.find.quotes import find_quotes
from legation.link.bound import bound_object, steered_by
from legation.link.chains import SPEECH
from legation.link.edges import noun_of, person_end
from legation.link.salience import OBJECTS, STATES, SUBJECTS, Salience, Wanted
from legation.link.several import number_of
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import Span

DEFINITE = frozenset({"the", "this", "that"})
OWN = frozenset({"its", "his", "her", "their", "our", "my"})
# Singulars that stand for the state without an article: "Parliament voted", "elected president".
BARE = frozenset({"president", "premier", "chancellor", "parliament", "government", "congress", "military", "police", "army", "minister"})
NORTH, SOUTH, GROUP = "north", "south", "group"
# Lands in two halves, by the ids of the northern and the southern one.
HALVES = (("PRK", "KOR"), ("SDN", "SSD"), ("VNM", "south vietnam"))
# Nouns too common to be the same thing when they come again.
COMMON = frozenset({"statement", "team", "side", "service", "state", "unit", "house"})
# Prepositions after which the subject's own country may stand: "Peru banned protests in the country".
WITHIN = frozenset({"in", "within", "across", "throughout", "inside", "around"})
# What a person has and a state acts through: "his leadership" is no organ, "its leadership" is.
QUALITIES = frozenset({"authority", "leadership", "presidency", "premiership", "diplomacy", "intelligence", "office"})
# Offices whose field is a part of the title.
TITLED = frozenset({"secretary", "minister", "ministry", "department", "undersecretary", "directorate"})
# How many words before "the country" a pronoun still leads to it.
NEAR = 8
# How many earlier phrases with the same noun are looked at.
AGAIN = 40
MODIFIERS = ("amod", "compound", "nmod")
NO_ORGANS: Mapping[Span, Mention] = MappingProxyType({})
OWNERS = (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGAN)


class Nouns:
    """Resolves the nameless nouns of one article against what is told in it; `persons` are those whom it met by title alone."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], salience: Salience, shared: Mapping[Span, Mention] = NO_ORGANS) -> None:
        self.doc, self.salience = doc, salience
        self.shared = {inside[-1].i: m for span, m in shared.items() if (inside := doc.within(span))}
        self.owned: dict[str, Mention] = {}
        self.told: dict[int, Mention] = {}
        for m in mentions:
            for t in doc.within(m.span):
                self.told.setdefault(t.i, m)
        self.persons: list[Mention] = []
        self.heads: dict[str, list[tuple[int, Mention]]] = {}
        for m in mentions:
            if m.how == "name" and m.kind is ActorKind.GROUP:
                for t in doc.within(m.span):
                    if t.lemma in definite_nouns("band"):
                        self.heads.setdefault(t.lemma, []).append((t.i, m))
            if m.how in ("organ", "office"):
                for t in doc.within(m.span):
                    if (noun := noun_of(t)) is not None and noun.cls != "people" and t.lemma not in COMMON:
                        self.heads.setdefault(t.lemma, []).append((t.i, m))

    def resolve(self) -> Iterator[Mention]:
        """Every noun that could be resolved, in text order."""
        for token in self.doc.tokens:
            if (organ := self.shared.get(token.i)) is not None and token.i not in self.told:
                if (found := self._shared(organ)) is not None:
                    self.salience.tell(found)
                    yield found
                continue
            if token.i in self.told or not (token.pos in ("NOUN", "PROPN") or token.lower in (NORTH, SOUTH)):
                continue
            if (found := self._resolve(token)) is not None:
                self.salience.tell(found)
                yield found

    def _resolve(self, token: Token) -> Mention | None:
        singular = token.tag == "NN"
        if token.lower in (NORTH, SOUTH):
            return self._half(token)
        if singular and token.lemma in definite_nouns("country"):
            return self._country(token)
        if singular and token.lemma in definite_nouns("body") and _definite(token):
            return self._again(token) or self._body(token)
        if singular and token.lower == GROUP and _definite(token):
            return self._group(token)
        if token.lemma in definite_nouns("band"):
            return self._again(token) if not self._named(token) else None
        if singular and token.lemma in definite_nouns("related"):
            return self._related(token)
        noun = noun_of(token)
        if noun is None or number_of(token):
            return None
        official = token.lemma not in COMMON and any(c.lower in definite_nouns("official") for c in token.kids(*MODIFIERS))
        return self._organ(token, noun.alone or official)

    def _shared(self, organ: Mention) -> Mention | None:
        """An organ that many states have: of the state behind it, of its owner, as told before, or of the state in mind."""
        tokens = self.doc.within(organ.span)
        first, last = tokens[0], tokens[-1]
        lead = self.doc.tokens[first.i - 1] if first.i else first
        named = next(
            (
                m
                for t in tokens
                for p in t.kids("prep")
                if p.i > last.i and p.lower in ("of", "in") and (o := p.child("pobj")) and (m := self.told.get(o.i))
            ),
            None,
        )
        own = last.child("poss")
        who = named or (self._possessor(own, last) if own is not None and own.lower in OWN else None)
        who = who or self.owned.get(organ.name) or self.salience.best(last)
        if who is None:
            return None
        self.owned[organ.name] = who
        return replace(organ, id=who.id, span=(lead.start if lead.lower == "the" else first.start, last.end))

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
        return self._mention(lead if lead.lower == "the" else token, last, Mention((0, 1), code, token.text, ActorKind.STATE, "noun"))

    def _twin(self, token: Token, at: int) -> bool:
        """Whether the other half stands at a place: "North and South Korea"."""
        other = self.doc.tokens[at].lower if at < len(self.doc.tokens) else ""
        return {token.lower, other} == {NORTH, SOUTH} and at in self.told

    def _country(self, token: Token) -> Mention | None:
        """ "the country", "the Middle Eastern nation", "his country": the state in mind that the words fit."""
        det = token.child("det", "poss")
        words = [t.lower for t in self.doc.tokens[det.i + 1 : token.i]] if det is not None else []
        if det is None or det.lower not in DEFINITE | OWN or definite_nouns("othering") & set(words) or self._named(token):
            return None
        if (
            (token.lower == "state" and not words)
            or any(w.endswith("est") or w[:1].isdigit() for w in words)
            or any(c.lower == "of" for c in token.kids("prep"))
        ):
            return None
        fitting = _fitting([*words, " ".join(words), token.lower])
        if det.lower in ("his", "her") and (person := self.salience.subject_before(token, OWNERS)) is not None:
            return self._mention(det, token, person)
        it = self._pronoun_before(token)
        if it is not None and (fitting is None or it.id in fitting):
            return self._mention(det, token, it)
        if det.lower in ("my", "our") and (ours := self._ours(token)) is not None:
            return self._mention(det, token, ours)
        others = self._others(token)
        within = token.dep == "pobj" and token.head.lower in WITHIN
        who = self.salience.best(token, Wanted(fitting, without=() if within else others, unlikely=others if within else (), last=True))
        return self._mention(det, token, who) if who is not None else None

    def _ours(self, token: Token) -> Mention | None:
        """Whose "my country" or "our army" is: what stands in apposition, the speaker's, else that of the whole speech."""
        for beside in token.kids("appos"):
            if (named := self.told.get(beside.i)) is not None and named.kind is ActorKind.STATE:
                return named
        said = (s for verb in token.ancestors() if verb.lemma in SPEECH for s in verb.kids(*SUBJECTS))
        speaker = next((m for s in said if (m := self.told.get(s.i)) is not None and STATES.fits(m)), None)
        if speaker is not None or token.i in self._quoted:
            return speaker or self.salience.subject_before(token, OWNERS)
        return self._orator

    @cached_property
    def _orator(self) -> Mention | None:
        return self.salience.orator()

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return frozenset(t.i for q in find_quotes(self.doc) for t in self.doc.within(q.inner))

    def _pronoun_before(self, token: Token) -> Mention | None:
        """Whom an object pronoun stands for that comes right before a noun, nobody else being told in between: the noun goes on with it."""
        for t in reversed(self.doc.sentence(token).tokens[: token.i - self.doc.sentence(token).tokens[0].i][-NEAR:]):
            if t.i in self.told:
                return None
            if t.lower == "it" and (who := bound_object(t, self.told)) is not None and who.kind is ActorKind.STATE:
                return who
        return None

    def _body(self, token: Token) -> Mention | None:
        """ "the alliance", "the nuclear watchdog": the body in mind that the words fit."""
        words = [c.lower for c in token.kids("amod", "compound")]
        fitting = _fitting([" ".join([*words, token.lower]), token.lower])
        if fitting is None:
            who = self.salience.subject_before(token, (ActorKind.BODY,))
        else:
            who = self.salience.best(token, Wanted(fitting, kinds=(ActorKind.BODY, ActorKind.WHOLE)))
        return self._mention(token.child("det") or token, token, who) if who is not None else None

    def _group(self, token: Token) -> Mention | None:
        """ "the group": the body or armed group that was the subject before."""
        if self._named(token) or token.kids("amod", "compound", "prep", "relcl", "acl"):
            return None
        who = self.salience.subject_before(token, (ActorKind.BODY, ActorKind.GROUP))
        return self._mention(token.child("det") or token, token, who) if who is not None else None

    def _related(self, token: Token) -> Mention | None:
        """ "its neighbor", "Pyongyang's closest ally": the other party of the story, or the one that every paper means."""
        own = token.child("poss")
        if own is None or (token.i + 1 < len(self.doc.tokens) and self.doc.tokens[token.i + 1].pos == "PROPN"):
            return None
        pronoun = own.lower in OWN
        owner = self._owner(own) if pronoun else self.told.get(own.i)
        if owner is None:
            return None
        single = definite_nouns("closest") & {c.lower for c in token.kids("amod", "compound")}
        known = relations().get((owner.id, token.lemma)) if single or not pronoun else None
        who = (
            Mention((0, 1), known, known, ActorKind.STATE, "noun")
            if known
            else self.salience.best(token, Wanted(without={owner.id}))
            if pronoun
            else None
        )
        return self._mention(own.subtree()[0], token, who) if who is not None else None

    def _owner(self, pronoun: Token) -> Mention | None:
        if (aim := steered_by(pronoun)) is not None:
            return self.told.get(aim.i)
        return self.salience.subject_before(pronoun, OWNERS) or self.salience.best(pronoun)

    def _organ(self, token: Token, alone: bool) -> Mention | None:
        """An organ or office without its state: taken up again, or of the state in mind."""
        own = token.child("poss")
        if self._modifies(token) or self._named(token) or (own is not None and own.lower not in OWN):
            return None
        if token.tag in ("NN", "NNP") and not (_definite(token) or own is not None or token.text[:1].isupper() or token.lower in BARE):
            return None
        if any(c.lower in ("of", "for", "to", "from") and self._owned(token, c) for c in token.kids("prep")):
            return None
        if own is None and (again := self._again(token)) is not None:
            return again
        who = self._possessor(own, token) if alone else None
        if who is None:
            return None
        noun = noun_of(token)
        office = noun is not None and noun.cls == "office"
        tokens = self.doc.sentence(token).tokens
        last = tokens[person_end(tokens, token.i - tokens[0].i)] if office else token
        if last is not token:
            name = (self.doc.tokens[token.i + 1].start, last.end)
            self.persons.append(replace(who, span=name, name=self.doc.text[slice(*name)], kind=ActorKind.PERSON, how="person", country=None))
        return self._mention(self._start(token), last, who, "office" if office else "organ")

    def _possessor(self, own: Token | None, token: Token) -> Mention | None:
        """The state in mind; of "its president" the subject just told, which may be a body, a firm or a group instead."""
        if own is not None and own.lower in ("our", "my"):
            return self._ours(token)
        if own is not None and own.lower in ("his", "her") and token.lemma in QUALITIES:
            return None
        if own is not None and (aim := steered_by(own)) is not None:
            return self.told.get(aim.i)
        subject = self.salience.subject_before(own, tuple(ActorKind)) if own is not None else None
        if subject is not None and own is not None:
            return subject if subject.kind in (ActorKind.BODY, *OWNERS) else None
        verb = token.head
        if own is None and token.dep == "dobj" and token.tag == "NNS" and token.child("det") is None and verb.lemma in definite_nouns("own"):
            actor = self.told.get(subject_of.i) if (subject_of := verb.child(*SUBJECTS)) is not None else None
            if actor is not None and actor.kind in OWNERS:
                return actor
        return self.salience.best(token, Wanted(last=any(c.lower == "local" for c in token.kids("amod"))))

    def _modifies(self, token: Token) -> bool:
        """Whether the noun only modifies another: "general election", "Prime Minister's Questions"; a title before a name does not."""
        if token.dep in ("compound", "amod", "nmod"):
            after = self.doc.tokens[token.i + 1] if token.i + 1 < len(self.doc.tokens) else token
            noun = noun_of(token)
            if token.head.pos == "PROPN" and token.head.i == token.i + 1 and token.head.ent != "PERSON":  # "Air Force Base"
                return True
            return noun_of(token.head) is not None or (noun is not None and noun.cls == "office" and (after.pos != "PROPN" or after.ent != "PERSON"))
        return any(c.pos == "PROPN" and c.i not in self.told and c.text[:1].isupper() for c in token.kids("compound")) and token.pos != "PROPN"

    def _again(self, token: Token) -> Mention | None:
        """The phrase told before with the same head: "the minister" after "the Italian minister of defence"."""
        if not _definite(token):
            return None
        words = [c.lower for c in token.kids("amod", "compound")]
        for i, told in reversed(self.heads.get(token.lemma, ())[-AGAIN:]):
            if i < token.i and all(w in self.doc.text[slice(*told.span)].lower() for w in words):
                return self._mention(self._start(token), token, told)
        return None

    def _start(self, token: Token) -> Token:
        """The first word of the noun's phrase: determiner, possessive, adjectives, compounds."""
        first = token
        for child in reversed(token.children):
            if child.i == first.i - 1 and child.dep in ("det", "poss", "nummod", *MODIFIERS) and child.i not in self.told:
                first = child
        return first

    def _named(self, token: Token) -> bool:
        """Whether a modifier is or holds a linked name, or tells another apart; "European" in "the European nation" names nobody."""
        if definite_nouns("othering") & {c.lower for c in token.kids("amod")} - {"new", "first", "foreign"}:
            return True
        mods = [c for c in token.kids(*MODIFIERS, "appos", "poss") if c.lower not in traits()]
        return any(c.i in self.told or any(g.i in self.told for g in c.children) for c in mods)

    def _owned(self, token: Token, prep: Token) -> bool:
        """Whether a preposition's object names somebody or something of its own; the rest of a title does not: "Secretary of Transportation"."""
        obj = prep.child("pobj")
        if obj is None or obj.i in self.told or obj.pos != "PROPN":
            return obj is not None and obj.i in self.told
        titled = (
            token.lemma in TITLED and token.text[:1].isupper() and prep.lower in ("of", "for") and obj.ent not in ("GPE", "LOC", "PERSON", "NORP")
        )
        return not titled or any(c.pos == "PROPN" and c.ent in ("GPE", "PERSON") for c in obj.subtree())

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
        return {self.told[t.i].id for t in near if t is not token and t.i in self.told}

    def _mention(self, first: Token, last: Token, who: Mention, how: str = "noun") -> Mention:
        kind = ActorKind.STATE if who.kind in (ActorKind.PERSON, ActorKind.ORGAN) and who.country is None else who.kind
        return replace(who, span=(first.start, last.end), kind=kind, how=how)


def _definite(token: Token) -> bool:
    det = token.child("det")
    return det is not None and det.lower in DEFINITE


def _fitting(words: Sequence[str]) -> Collection[str] | None:
    """The ids that the words allow; None where they tell nothing."""
    sets = [traits()[w] for w in words if w in traits()]
    return frozenset.intersection(*sets) if sets else None
