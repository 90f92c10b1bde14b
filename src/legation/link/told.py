"""What an article has told before a place: its mentions by token, who is in mind, and who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from legation.codes.nouns import definite_nouns, traits
from legation.find.quotes import find_quotes
from legation.link.chains import SPEECH
from legation.link.salience import STATES, SUBJECTS, Salience
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

DEFINITE = frozenset({"the", "this", "that"})
OWN = frozenset({"its", "his", "her", "their", "our", "my"})
PLACING = frozenset({"in", "near", "at", "across", "outside"})
OURS = frozenset({"our", "my"})
MODIFIERS = ("amod", "compound", "nmod")
OWNERS = (ActorKind.STATE, ActorKind.PERSON, ActorKind.ORGAN)


class Told:
    """The mentions of one article as nouns without a name see them; `orator` is the state that speaks the whole."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], orator: Mention | None) -> None:
        self.doc, self.orator = doc, orator
        self.salience = Salience(doc, mentions)
        self.at: dict[int, Mention] = {}
        for m in mentions:
            for t in doc.within(m.span):
                self.at.setdefault(t.i, m)

    def ours(self, token: Token) -> Mention | None:
        """Whose "my country" or "our army" is: what stands in apposition, the speaker's, else that of the whole speech."""
        for beside in token.kids("appos"):
            if (named := self.at.get(beside.i)) is not None and named.kind is ActorKind.STATE:
                return named
        said = (s for verb in token.ancestors() if verb.lemma in SPEECH for s in verb.kids(*SUBJECTS))
        speaker = next((m for s in said if (m := self.at.get(s.i)) is not None and STATES.fits(m)), None)
        if speaker is not None or token.i in self._quoted:
            return speaker or self.salience.subject_before(token, OWNERS)
        return self.orator

    @cached_property
    def _quoted(self) -> frozenset[int]:
        return frozenset(t.i for q in find_quotes(self.doc) for t in self.doc.within(q.inner))

    def scene(self, token: Token) -> Mention | None:
        """The one state in which a sentence takes place that begins its paragraph, none being told there before; None for any other sentence."""
        sentence = self.doc.sentence(token)
        first = not sentence.tokens[0].sent or self.doc.sentences[sentence.tokens[0].sent - 1].paragraph != sentence.paragraph
        if not first or any(t.i in self.at for t in sentence.tokens if t.i < token.i):
            return None
        within = (self.at[o.i] for t in sentence.tokens if t.lower in PLACING for p in t.kids("pobj") for o in p.subtree() if o.i in self.at)
        found = {m.id: m for m in within if STATES.fits(m)}
        return next(iter(found.values())) if len(found) == 1 else None

    def acting(self, token: Token) -> set[str]:
        """Whom the clauses around a token have for subjects: of these one would rather say "its"."""
        return {self.at[s.i].id for verb in token.ancestors() for s in verb.kids(*SUBJECTS) if s.i in self.at}

    def named(self, token: Token) -> bool:
        """Whether a modifier is or holds a linked name, or tells another apart; "European" in "the European nation" names nobody."""
        if definite_nouns("othering") & {c.lower for c in token.kids("amod")} - {"new", "first", "foreign"}:
            return True
        mods = [c for c in token.kids(*MODIFIERS, "appos", "poss") if c.lower not in traits()]
        return any(c.i in self.at or any(g.i in self.at for g in c.children) for c in mods)

    def mention(self, first: Token, last: Token, who: Mention, how: str = "noun") -> Mention:
        """The same actor again, from one word to another; persons and organs of a state stand for the state."""
        kind = ActorKind.STATE if who.kind in (ActorKind.PERSON, ActorKind.ORGAN) and who.country is None else who.kind
        return replace(who, span=(first.start, last.end), kind=kind, how=how)


def definite(token: Token) -> bool:
    """Whether "the", "this" or "that" stands with a noun."""
    det = token.child("det")
    return det is not None and det.lower in DEFINITE
