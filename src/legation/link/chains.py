"""Chains: which phrases of an article speak of the same. Rules over the parse, one pass, nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from legation.codes.nouns import noun_class
from legation.link.coreference import EMPTY
from legation.link.nounphrases import ANY, FEMALE, HUMAN, MALE, OWNING, PLACES, THING, UNCOUNTED, Form, NounPhrase, noun_phrases
from legation.link.salience import OBJECTS, SUBJECTS
from legation.parse.doc import Doc, Token
from legation.words.actor import Mention
from legation.words.evidence import Span

# How many sentences back a pronoun looks, and how many phrases at most.
NEAR, WINDOW = 3, 60
# How many sentences back "the company" may take up a name.
CALLED = 4
# What stands before a colon and is not described by what follows.
CAPTIONS = frozenset({"image", "photo", "picture", "file", "credit", "source", "video", "map"})
SPEECH = frozenset({"say", "tell", "add", "ask", "write", "explain", "note", "claim", "argue", "comment", "state", "believe", "think", "announce"})
I = frozenset({"i", "me", "my", "mine", "myself"})  # noqa: E741 - the word itself
WE = frozenset({"we", "us", "our", "ours", "ourselves"})
YOU = frozenset({"you", "your", "yours", "yourself"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
# What a candidate for a pronoun gains: as a subject, as a name, as one told before; what each sentence between costs.
SUBJECT, NAMED, AGAIN, FAR = 2.0, 0.6, 0.3, 1.6


class Chain:
    """One thing of the story: its phrases, and what they tell of its gender and number."""

    def __init__(self, first: NounPhrase) -> None:
        self.phrases = [first]
        self.gender, self.plural = first.gender, first.plural
        self.named = first.form is Form.NAME
        self.words = set(first.words)

    def add(self, phrase: NounPhrase) -> None:
        """Takes a phrase in."""
        self.phrases.append(phrase)
        self.learn(phrase)

    def learn(self, phrase: NounPhrase) -> None:
        """Takes over what a phrase tells; a gender once told stays."""
        if self.gender in (HUMAN, ANY) and phrase.gender != ANY:
            self.gender = phrase.gender
        if phrase.form is Form.NAME:
            self.named = True
            self.words |= set(phrase.words)

    @property
    def person(self) -> bool:
        """Whether it is known to be a person."""
        return self.gender in (MALE, FEMALE, HUMAN)


def chains(doc: Doc, mentions: Sequence[Mention]) -> tuple[tuple[Span, ...], ...]:
    """The places that speak of the same, two or more each, in text order."""
    told = _Story()
    asides = [p for p in noun_phrases(doc, mentions) if not told.hear(p)]
    for phrase in asides:
        told.address(phrase)
    spans = (tuple(dict.fromkeys(p.span for p in c.phrases)) for c in told.chains)
    return tuple(s for s in spans if len(s) > 1)


class _Story:
    """What has been told so far."""

    def __init__(self) -> None:
        self.chains: list[Chain] = []
        self.recent: list[tuple[NounPhrase, Chain]] = []
        self.at: dict[int, Chain] = {}
        self.names: dict[str, Chain] = {}
        self.ids: dict[str, Chain] = {}
        self.heads: dict[tuple[str, bool], list[tuple[NounPhrase, Chain]]] = {}
        self.titles: dict[str, Chain] = {}
        self.speakers: dict[str, Chain] = {}

    def hear(self, phrase: NounPhrase) -> bool:
        """Joins a phrase to its chain or begins one with it; a pronoun that nothing explains is left. False for "I" and "you", which wait."""
        if phrase.form is Form.PRONOUN and phrase.words[0] in I | WE | YOU:
            return False
        if (beside := self._beside(phrase)) is not None:
            beside.learn(phrase)
            self._enter(phrase, beside)
            return True
        find = {Form.NAME: self._name, Form.NOUN: self._noun, Form.PRONOUN: self._pronoun}[phrase.form]
        chain = find(phrase)
        if chain is not None:
            chain.add(phrase)
        elif phrase.form is Form.PRONOUN:
            return True
        else:
            chain = Chain(phrase)
            self.chains.append(chain)
        self.recent.append((phrase, chain))
        self.at[phrase.head.i] = chain
        self._enter(phrase, chain)
        return True

    def address(self, phrase: NounPhrase) -> None:
        """Joins "I" to who says so, "we" and "you" to the last of their kind."""
        group = next(g for g in (I, WE, YOU) if phrase.words[0] in g)
        chain = self._speaker(phrase, group)
        if chain is None:
            chain = Chain(phrase)
            self.chains.append(chain)
        else:
            chain.add(phrase)
        self.speakers[min(group)] = chain

    def _beside(self, phrase: NounPhrase) -> Chain | None:
        """The chain of the name or subject that an apposition or a predicate noun only describes; it is no mention of its own."""
        head = phrase.head
        if head.dep == "appos":
            return self.at.get(head.head.i) if head.head.lower not in CAPTIONS else None
        if head.dep == "attr" and head.head.lemma == "be" and phrase.form is Form.NOUN and not any(c.dep == "neg" for c in head.head.children):
            subject = next((c for c in head.head.kids(*SUBJECTS) if c.i in self.at), None)
            return self.at[subject.i] if subject is not None and subject.tag != "EX" else None
        return None

    def _enter(self, phrase: NounPhrase, chain: Chain) -> None:
        if phrase.id:
            self.ids[phrase.id] = chain
        if phrase.form is Form.NAME:
            for form in _forms(phrase, chain.person):
                self.names[form] = chain
            self.titles.update((t, chain) for t in phrase.titles)
        elif phrase.form is Form.NOUN:
            self.heads.setdefault((phrase.head.lemma, phrase.plural), []).append((phrase, chain))

    # ---- names and nouns ----

    def _name(self, phrase: NounPhrase) -> Chain | None:
        if phrase.id and phrase.id in self.ids:
            return self.ids[phrase.id]
        found = self.names.get(" ".join(phrase.words))
        if found is None or (found.person and phrase.gender in (MALE, FEMALE) and found.gender in (MALE, FEMALE) and found.gender != phrase.gender):
            return None
        return found

    def _noun(self, phrase: NounPhrase) -> Chain | None:
        if phrase.id:
            return self.ids.get(phrase.id)
        owner = phrase.owner
        if not phrase.definite and owner is None:
            return None
        return self._same_noun(phrase) or (self._called(phrase) if phrase.definite else None)

    def _same_noun(self, phrase: NounPhrase) -> Chain | None:
        """The last phrase with this noun whose words agree, and whose owner is the same."""
        owner = phrase.owner
        mine = self.at.get(owner.i) if owner is not None else None
        if owner is not None and mine is None:
            return None
        for before, chain in reversed(self.heads.get((phrase.head.lemma, phrase.plural), ())[-WINDOW:]):
            theirs = self.at.get(before.owner.i) if before.owner is not None else None
            if (mine is not None and mine is not theirs) or not set(phrase.words) <= set(before.words) | chain.words or _narrowed(phrase, before):
                continue
            return chain
        return None

    def _called(self, phrase: NounPhrase) -> Chain | None:
        """ "the minister", "the company", "the city": the name that was called so, or may be."""
        lemma = phrase.head.lemma
        if phrase.plural or phrase.words or _told_apart(phrase.head):
            return None
        if lemma in self.titles:
            return self.titles[lemma]
        for sort, kinds in (("organization", ("ORG", "")), ("town", PLACES)):
            if lemma in noun_class(sort):
                for before, chain in reversed(self.recent[-WINDOW:]):
                    if phrase.head.sent - before.head.sent > CALLED:
                        break
                    if before.form is Form.NAME and before.head.ent in kinds and not before.plural and not chain.person:
                        return chain
        if lemma in ("man", "woman", "boy", "girl"):
            return self._best(phrase)
        return None

    # ---- pronouns ----

    def _pronoun(self, phrase: NounPhrase) -> Chain | None:
        word = phrase.words[0]
        if _empty(phrase.head):
            return None
        if word in REFLEXIVE:
            subject = next((c for c in phrase.head.head.kids(*SUBJECTS) if c.i in self.at), None)
            return self.at[subject.i] if subject is not None else None
        return self._best(phrase)

    def _speaker(self, phrase: NounPhrase, group: frozenset[str]) -> Chain | None:
        """Who says "I": the subject of the verb of speech around it, else who said it before."""
        if group is I:
            for verb in phrase.head.ancestors():
                if verb.lemma in SPEECH and (said := next((c for c in verb.kids(*SUBJECTS) if c.i in self.at), None)) is not None:
                    return self.at[said.i]
        return self.speakers.get(min(group))

    def _best(self, phrase: NounPhrase) -> Chain | None:
        """The chain most in mind that agrees with a phrase."""
        barred = set(_barred(phrase))
        scores: dict[int, float] = {}
        shown: dict[int, Chain] = {}
        for order, (before, chain) in enumerate(reversed(self.recent[-WINDOW:])):
            far = phrase.head.sent - before.head.sent
            if far > NEAR:
                break
            if not _agrees(phrase, before, chain) or any(self.at.get(i) is chain for i in barred) or _holds(before, phrase):
                continue
            score = SUBJECT * before.subject + NAMED * (before.form is Form.NAME) + AGAIN * min(len(chain.phrases), 5) - FAR * far - 0.02 * order
            score += 0.5 * (before.form is Form.PRONOUN) + 0.4 * (before.head.dep == phrase.head.dep) - 0.5 * (before.head.dep == "pobj")
            key = id(chain)
            if key not in scores or score > scores[key]:
                scores[key], shown[key] = score, chain
        return shown[max(scores, key=lambda k: scores[k])] if scores else None


def _forms(phrase: NounPhrase, person: bool) -> Iterator[str]:
    """What a name may be called again: whole, by surname or first name, by its initials."""
    yield " ".join(phrase.words)
    if person and len(phrase.words) > 1:
        yield phrase.words[-1]
        yield phrase.words[0]
        yield f"{phrase.words[0]} {phrase.words[-1]}"
    elif len(phrase.words) > 2:
        yield "".join(w[0] for w in phrase.words)


def _agrees(phrase: NounPhrase, before: NounPhrase, chain: Chain) -> bool:
    """Whether number and gender allow it."""
    if phrase.plural:
        if before.head.ent in UNCOUNTED:
            return False
        many = chain.plural or before.head.lemma in noun_class("many") or len(before.head.kids("conj")) > 0
        return many and before.words[:1] not in (("i",), ("we",), ("you",))
    if chain.plural or before.words[:1] in (("we",), ("you",)):
        return False
    if phrase.gender == THING:
        return not chain.person and before.head.ent not in UNCOUNTED
    return chain.person and (chain.gender == phrase.gender or HUMAN in (chain.gender, phrase.gender))


def _barred(phrase: NounPhrase) -> Iterable[int]:
    """The other arguments of its verb, which a plain pronoun cannot be."""
    head = phrase.head
    if head.dep == "poss" or (head.lower in OWNING and head.dep != "dobj"):
        return ()
    verb = head.head.head if head.dep == "pobj" else head.head
    return [c.i for c in verb.kids(*SUBJECTS) if c is not head] if head.dep in OBJECTS else ()


def _holds(before: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether an earlier phrase holds this one: "the man and his dog" is not "his"."""
    return before.span[0] <= phrase.span[0] and phrase.span[1] <= before.span[1] and phrase.head.dep != "poss"


def _narrowed(phrase: NounPhrase, before: NounPhrase) -> bool:
    """Whether what follows the noun makes it another than the one before."""
    mine = [c for c in phrase.head.kids("prep", "relcl", "acl") if c.i > phrase.head.i]
    return bool(mine) and {t.lemma for c in mine for t in c.kids("pobj")} != {t.lemma for c in before.head.kids("prep") for t in c.kids("pobj")}


def _told_apart(token: Token) -> bool:
    """Whether a relative clause or a preposition tells which one is meant."""
    return any(c.i > token.i for c in token.kids("prep", "relcl", "acl"))


def _empty(token: Token) -> bool:
    """Whether "it" stands for nothing or for a clause."""
    if token.lower != "it":
        return False
    verb = token.head
    clause = any(c.dep in ("ccomp", "xcomp", "acomp") and (c.dep != "acomp" or c.kids("xcomp", "ccomp")) for c in verb.children)
    return token.dep == "expl" or verb.lemma in EMPTY or (verb.lemma == "be" and clause)
