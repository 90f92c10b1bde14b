"""The phrase around a name: "the Russian Foreign Ministry spokeswoman Maria Zakharova", "the government of Qatar"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.codes.nouns import ActorNoun, definite_nouns
from legation.link.edges import CHAIN, DASHES, REACH, left_edge, noun_of, person_end
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

NAMING = frozenset({"of", "for", "to", "in", "on"})
LINKING = frozenset({"of", "in", "from", "for"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
# What stands before a dash and an adjective: "pro-Russian".
LEANING = frozenset({"pro", "anti"})
# What a state has, where it is no organ of its own: "the security of Ethiopia".
# Whoever is sent: "the envoy for Yemen" is another's.
SENT = frozenset({"envoy", "representative", "rapporteur", "coordinator", "emissary", "mediator", "adviser", "advisor", "ambassador"})
CONDITIONS = frozenset({"security", "defence", "defense", "diplomacy", "intelligence", "authority", "territory"})
PLURALS = {"gunman": "gunmen", "militiaman": "militiamen", "mercenary": "mercenaries", "insurgency": "insurgents", "paramilitary": "paramilitaries"}
TITLE_CASE_LINKS = frozenset({"and", ",", "the", "of", "&", "for", "-", "–"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase for an actor: its mention, and the name of the person in office that ends it, if one does."""

    mention: Mention
    person: Mention | None = None


class Phrases:
    """Grows the names of one article into phrases."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention]) -> None:
        self.doc, self.mentions = doc, mentions
        self._at: dict[int, Mention] = {t.i: m for m in mentions for t in doc.within(m.span)}

    def grow(self) -> Iterator[Phrase]:
        """The wider phrases that stand for the same actor as a name they hold, in the order of the names."""
        for mention in self.mentions:
            if mention.kind in (ActorKind.COMPANY, ActorKind.WHOLE):
                continue
            tokens = self.doc.within(mention.span)
            if tokens[0].sent != tokens[-1].sent:
                # The parser ended a sentence inside the name: what stands around it is not to be trusted.
                continue
            if mention.how == "person":
                yield from self._titles(mention, tokens)
            elif (band := self._band(mention, tokens)) is not None:
                yield band
            elif not self._owned(tokens, mention):
                yield from self._around(mention, tokens)

    def _band(self, mention: Mention, name: Sequence[Token]) -> Phrase | None:
        """ "Syrian rebels", "a Colombian drug cartel", "pro-Russian separatists": a group that only lives in a state or leans to one."""
        if mention.kind is not ActorKind.STATE or mention.how != "adjective":
            return None
        tokens, at = self._sentence(name[-1])
        k = at + 1
        while k < min(len(tokens), at + REACH) and tokens[k].lemma not in definite_nouns("band") and self._inside(tokens[k], mention):
            k += 1
        if k >= min(len(tokens), at + REACH) or tokens[k].lemma not in definite_nouns("band"):
            return None
        if any(t.lower.startswith("anti") for t in tokens[at + 1 : k + 1]):
            return None
        first = name[0].i - tokens[0].i
        leaning = first > 1 and tokens[first - 1].text in DASHES and tokens[first - 2].lower in LEANING
        noun = tokens[k].lemma
        id = f"{tokens[first - 2].lower + '-' if leaning else ''}{self.doc.text[slice(*mention.span)].lower()} {PLURALS.get(noun, noun + 's')}"
        while k + 1 < len(tokens) and tokens[k].dep in ("compound", "amod", "nmod") and noun_of(tokens[k + 1]) is not None:
            k += 1
        # the adjective stays the state's, only what follows is the group
        rest = self._mention(mention, tokens, at + 1, k, "name")
        return Phrase(replace(rest, id=id, name=id, kind=ActorKind.GROUP, country=None if leaning else mention.id, sector=None))

    def _inside(self, token: Token, mention: Mention) -> bool:
        """Whether a word may stand between an adjective and the noun it belongs to."""
        return (token.pos in CHAIN or token.text in DASHES) and not self._foreign(token, mention) and noun_of(token) is None

    def _foreign(self, token: Token, mention: Mention) -> bool:
        """Whether a token belongs to another actor's name, which a phrase may not swallow; a body or organ it owns it may."""
        other = self._at.get(token.i)
        if other is None or other.id == mention.id:
            return False
        return not (mention.kind in (ActorKind.STATE, ActorKind.PERSON) and other.kind in (ActorKind.BODY, ActorKind.ORGAN))

    def _owned(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Whether a state's name right before makes this body its own mission to it: "Russia's United Nations mission"."""
        if mention.kind not in (ActorKind.BODY, ActorKind.ORGAN) or tokens[0].i < 1:
            return False
        k = tokens[0].i - 1
        if self.doc.tokens[k].lower in POSSESSIVE:
            k -= 1
        before = self._at.get(k)
        return before is not None and before.kind is ActorKind.STATE and before.id != mention.id and self.doc.tokens[k].sent == tokens[0].sent

    def _around(self, mention: Mention, name: Sequence[Token]) -> Iterator[Phrase]:
        after = self._after(mention, name)
        if after is not None and after[0].mention.span[0] >= after[0].mention.span[1]:
            return
        yield from after or ()
        if after is not None and after[-1].person is None:
            whole = self.doc.within(after[-1].mention.span)
            if (before := self._before(mention, whole)) is not None:
                yield before
        if (after is None or mention.kind is ActorKind.ORGAN) and mention.how != "adjective" and (before := self._before(mention, name)) is not None:
            yield before

    def _sentence(self, token: Token) -> tuple[list[Token], int]:
        tokens = self.doc.sentence(token).tokens
        return tokens, token.i - tokens[0].i

    def _after(self, mention: Mention, name: Sequence[Token]) -> list[Phrase] | None:
        """The chain that a name begins: modifiers, actor nouns, "of" with capitals, a person's name."""
        tokens, at = self._sentence(name[-1])
        best = self._chain(tokens, at, mention)
        start = left_edge(tokens, name[0].i - tokens[0].i)
        if best is None:
            return (
                [Phrase(self._mention(mention, tokens, start, at))] if mention.kind is ActorKind.ORGAN and start < name[0].i - tokens[0].i else None
            )
        noun = noun_of(tokens[best])
        out = [Phrase(self._mention(mention, tokens, start, best))]
        if noun is not None and noun.cls == "office":
            mission = self._mission(tokens, best)
            named = person_end(tokens, mission)
            if named > mission:
                person = self._mention(mention, tokens, mission + 1, named, "person")
                out.append(Phrase(self._mention(mention, tokens, start, named), person))
        return out

    def _chain(self, tokens: Sequence[Token], at: int, mention: Mention) -> int | None:
        """Where the last actor noun of the chain stands that a name at `at` begins."""
        k, best, limit = at + 1, None, min(len(tokens), at + 1 + REACH)
        if k < limit and tokens[k].lower in POSSESSIVE:
            k += 1
        while k < limit and not self._foreign(tokens[k], mention):
            t = tokens[k]
            noun = noun_of(t)
            if noun is not None:
                best = k
            elif best is not None and t.pos == "PROPN" and (last := noun_of(tokens[best])) is not None and last.cls == "office":
                break
            elif t.lower in ("of", "for") and best == k - 1 and self._titled(tokens, k, limit, mention):
                end = self._title_end(tokens, k, limit, mention)
                if end < k:
                    break
                best = k = end
            elif t.pos not in CHAIN and t.text not in DASHES and not self._joins(tokens, k) and not (best == k - 1 and t.lower in POSSESSIVE):
                break
            k += 1
        return best

    def _joins(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether "and" joins two modifiers of one office: "trade and industry commissioner"."""
        if tokens[k].lower != "and" or k + 2 >= len(tokens):
            return False
        if tokens[k - 1].text[:1].isupper() and tokens[k - 1].pos == tokens[k + 1].pos == "PROPN":
            return noun_of(tokens[k + 1]) is None
        return tokens[k + 1].pos in CHAIN and noun_of(tokens[k - 1]) is None and any(noun_of(t) is not None for t in tokens[k + 2 : k + 4])

    def _titled(self, tokens: Sequence[Token], k: int, limit: int, mention: Mention) -> bool:
        """Whether "of" goes on with the name of an office: "Ministry of Labor", "secretary of state"."""
        if k + 1 < limit and tokens[k + 1].lower in definite_nouns("portfolio"):
            return True
        return (
            tokens[k - 1].text[:1].isupper()
            and k + 1 < limit
            and (tokens[k + 1].text[:1].isupper() or tokens[k + 1].lower == "the")
            and not self._foreign(tokens[k + 1], mention)
            and not (tokens[k + 1].lower == "the" and k + 2 < limit and self._foreign(tokens[k + 2], mention))
        )

    def _title_end(self, tokens: Sequence[Token], k: int, limit: int, mention: Mention) -> int:
        """The last capitalised token of an office's name that goes on at `k`."""
        best = k - 1
        k += 1
        while k < limit and not self._foreign(tokens[k], mention):
            if (tokens[k].text[:1].isupper() or tokens[k].lower in definite_nouns("portfolio")) and tokens[k].pos in CHAIN:
                best = k
            elif tokens[k].lower not in TITLE_CASE_LINKS or k + 1 >= limit or not tokens[k + 1].text[:1].isupper():
                break
            k += 1
            if tokens[best].ent == "PERSON" and tokens[best].lower != "defence":
                return best - 1
        return best

    def _mission(self, tokens: Sequence[Token], office: int) -> int:
        """Where the country ends to which somebody is sent: "Ambassador to Germany", "commander in Afghanistan"."""
        k = office + 1
        if k >= len(tokens) or tokens[k].lower not in NAMING:
            return office
        k += 1
        if k < len(tokens) and tokens[k].pos == "DET":
            k += 1
        other = self._at.get(tokens[k].i) if k < len(tokens) else None
        if other is None or other.kind not in (ActorKind.STATE, ActorKind.BODY):
            return office
        end = office
        while k < len(tokens) and self._at.get(tokens[k].i) is other:
            end, k = k, k + 1
        return end

    def _before(self, mention: Mention, name: Sequence[Token]) -> Phrase | None:
        """The noun that a name hangs on by a preposition: "the government of Qatar", "officials in Pyongyang"."""
        tokens, at = self._sentence(name[0])
        k = at - 1
        if k >= 0 and tokens[k].pos == "DET":
            k -= 1
        if k < 1 or tokens[k].lower not in LINKING or self.doc.text[name[-1].end : name[-1].end + 1] in DASHES:
            return None
        noun = noun_of(tokens[k - 1]) or self._field(tokens, k)
        if noun is None or tokens[k - 1].lower in CONDITIONS or (mention.kind is ActorKind.BODY and tokens[k - 1].lower == "state"):
            return None
        if tokens[k].lower != "of" and not (
            noun.alone or (noun.cls == "people" and (tokens[k].lower == "from" or mention.how in ("capital", "place")))
        ):
            return None
        if (tokens[k].lower == "in" and mention.how == "name" and not self._at_home(tokens, k - 1)) or (
            tokens[k].lower == "for" and tokens[k - 1].lower in SENT
        ):
            return None
        start = k - 1
        while start > max(0, k - REACH) and (
            tokens[start - 1].pos in CHAIN or tokens[start - 1].text in DASHES or self._inside_title(tokens, start - 1)
        ):
            start -= 1
        start = self._with_twin(tokens, left_edge(tokens, start))
        if any(self._foreign(t, mention) for t in tokens[start : k - 1]) or (start and tokens[start - 1].lower in POSSESSIVE):
            return None
        end = name[-1].i - tokens[0].i
        named = person_end(tokens, end) if noun.cls == "office" else end
        person = self._mention(mention, tokens, end + 1, named, "person") if named > end else None
        return Phrase(self._mention(mention, tokens, start, named), person)

    def _at_home(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether whoever stands before "in" works in his own land and no other is named: "prosecutors in Sweden", not "US officials in Sweden"."""
        bare = not tokens[k].kids("amod", "compound", "nmod", "poss")
        return tokens[k].lemma in definite_nouns("domestic") and bare

    def _with_twin(self, tokens: Sequence[Token], start: int) -> int:
        """Where a phrase begins with what stands before "and" of the same owner: "the government and the people of Peru"."""
        if start < 2 or tokens[start - 1].lower != "and" or noun_of(tokens[start - 2]) is None or self._at.get(tokens[start - 2].i) is not None:
            return start
        return left_edge(tokens, start - 2)

    def _field(self, tokens: Sequence[Token], k: int) -> ActorNoun | None:
        """The office whose field stands before "of": "Minister of Health of Peru"; None where there is none."""
        at = k - 1
        while at > max(1, k - REACH) and ((tokens[at].pos in CHAIN and tokens[at].text[:1].isupper()) or self._inside_title(tokens, at)):
            if tokens[at - 1].lower in ("of", "for") and (noun := noun_of(tokens[at - 2])) is not None and tokens[at - 2].text[:1].isupper():
                return noun
            at -= 1
        return None

    def _inside_title(self, tokens: Sequence[Token], k: int) -> bool:
        """Whether a small word stands inside an office's name: "Minister of Foreign Affairs of Peru"."""
        return (
            k > 0
            and tokens[k].lower in ("of", "and", "for")
            and tokens[k - 1].text[:1].isupper()
            and tokens[k + 1].text[:1].isupper()
            and tokens[k - 1].pos in CHAIN
        )

    def _titles(self, mention: Mention, name: Sequence[Token]) -> Iterator[Phrase]:
        """Titles before a known person ("President Donald Trump") and what is the person's ("Putin's government", "the Assad regime")."""
        tokens, first = self._sentence(name[0])
        start = self._title_start(tokens, first, mention)
        if start < first:
            yield Phrase(self._mention(mention, tokens, left_edge(tokens, start), first + len(name) - 1))
        last = first + len(name) - 1
        best = self._chain(tokens, last, mention)
        if best is not None:
            yield Phrase(self._mention(mention, tokens, left_edge(tokens, start), best))
        elif (before := self._before(mention, tokens[start : first + len(name)])) is not None:
            yield before

    def _title_start(self, tokens: Sequence[Token], first: int, mention: Mention) -> int:
        """Where the titles begin that lead up to a person's name; `first` where there are none."""
        start, office = first, False
        while start > max(0, first - REACH) and not self._foreign(tokens[start - 1], mention):
            t = tokens[start - 1]
            if t.pos not in CHAIN and t.text not in DASHES and not self._inside_title(tokens, start - 1):
                break
            noun = noun_of(t)
            office = office or (noun is not None and noun.cls == "office")
            start -= 1
        return start if office else first

    def _mention(self, base: Mention, tokens: Sequence[Token], first: int, last: int, how: str = "organ") -> Mention:
        span = (tokens[first].start, tokens[last].end)
        if how == "person":
            return replace(base, span=span, how=how, kind=ActorKind.PERSON, name=self.doc.text[slice(*span)])
        return replace(base, span=span, how=how)
