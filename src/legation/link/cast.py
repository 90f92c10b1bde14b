"""The cast of an article: the name a source goes by, and whom a pronoun or a bare title stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from legation.codes.cues import source_kinds
from legation.codes.wordsets import wordset
from legation.find.quotes import find_quotes
from legation.find.sources import author_of, is_cue, kind_of_noun, source_of
from legation.link.genders import gender_of_name, gender_of_pronoun, genders
from legation.link.sourcename import name_span, named
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

GROUPED = frozenset(("they", "them", "their"))
NEUTER = frozenset(("it", "its"))
# A speaker this many sentences back still answers to "he".
MEMORY = 4
NARROWING = frozenset(("poss", "prep", "amod", "compound", "acl", "relcl", "nummod"))
# Adjectives of the one there is: "the top U.S. diplomat".
FIRST = frozenset(("top", "chief"))
MAIN = frozenset(("ROOT", "conj", "ccomp"))


@dataclass(frozen=True, slots=True)
class Name:
    """A source by name: the phrase as in the text, its place, what it is (person, group, document, findings) and its head."""

    text: str
    span: Span
    kind: str | None
    head: Token
    plural: bool = False


class Cast:
    """Who has been named and who has spoken so far, in the order of the text.

    `states` gives the ids of states by the indices of the tokens that name them.
    """

    def __init__(self, doc: Doc, states: Mapping[int, str]) -> None:
        self._doc = doc
        self._states = states
        self._officials: dict[tuple[str, str], Name] = {}
        self._met = 0
        self._subject: dict[str, Name] = {}
        self._spoke: dict[str, Name] = {}
        self._mentioned: dict[str, Name] = {}
        self._perhaps: Name | None = None
        self._asides: list[Name] = []
        self._genders = genders(doc)
        self._titled: dict[str, Name] = {}
        self._title_words: dict[str, frozenset[str]] = {}
        self._issuer: Name | None = None
        self._quoted = frozenset(t.i for q in find_quotes(doc) for t in doc.within(q.inner))
        self._persons = persons(doc)

    def resolve(self, source: Token, cue: Token, said: Span | None = None) -> Name | None:
        """The name of a source; a pronoun that nothing explains stands for itself; None for the first and second person and relative words.

        `said` is where its words begin and end: "Roe will win, he said" is not said by Roe.
        """
        first = self._doc.at(said[0]) if said is not None else None
        self._read_to(first if first is not None and first.i < source.i and first.sent == source.sent else source)
        self._hear_asides(source.sent)
        if source.lower in ("i", "we", "you", "me", "us") or source.tag in ("WDT", "WP", "WRB", "EX"):
            return None
        joined = any(k.pos in ("NOUN", "PROPN") for k in source.kids("conj"))  # "both he and the commissioner"
        if not joined and (gender_of_pronoun(source) is not None or source.lower in GROUPED | NEUTER):
            return self._stands_for(source) or self._name(source, cue)
        name = self._name(source, cue)
        told = self._known(source, name) or name
        if cue.lower == "according" or (cue.dep == "relcl" and self._spoke.get("person", told).head.sent == source.sent):
            self._asides.append(told)
        else:
            self._remember(told, self._spoke)
        return told

    def _hear_asides(self, sentence: int) -> None:
        """Those named beside what a sentence tells ("according to X", "which X denies") answer to a pronoun of the next, if nobody else does."""
        while self._asides and self._asides[0].head.sent < sentence:
            name = self._asides.pop(0)
            if self._spoke.get(name.kind or "", name).head.sent < name.head.sent or name.kind not in self._spoke:
                self._remember(name, self._spoke)

    def _known(self, source: Token, name: Name) -> Name | None:
        """The name behind "the commissioner" or "the statement"."""
        narrowing = [k for k in source.children if k.dep in NARROWING and k.ent not in ("GPE", "NORP") and k.lower not in FIRST]
        if source.pos != "NOUN" or not self._is_same_title(source, narrowing):
            return None
        if not name.text.lower().startswith(("the ", "this ", "that ")):
            return None
        nation = next((k for k in source.children if k.ent in ("GPE", "NORP")), None)
        if name.kind == "document":
            if source.tag != "NN":
                return None  # "the comments" of anybody
            return self._issuer if nation is None or self._is_of(self._issuer, self._states.get(nation.i)) else None
        known = self._titled.get(source.lower)
        if known is None and nation is not None and source.lower in wordset("headship"):
            return self._official(source, self._states.get(nation.i))
        return known if known is None or nation is None or known.head.pos == "PROPN" or nation.text in known.text else None

    def _is_same_title(self, source: Token, narrowing: list[Token]) -> bool:
        """Whether what narrows a title stood with it before: "Roe, the campaign manager" is "the campaign manager", not "the bank manager"."""
        return {t.lower for k in narrowing for t in k.subtree()} <= self._title_words.get(source.lower, frozenset())

    def _is_of(self, name: Name | None, state: str | None) -> bool:
        """Whether a name holds the name of a state or of somebody who belongs to it."""
        return name is not None and state is not None and any(self._states.get(t.i) == state for t in self._doc.within(name.span))

    def _official(self, title: Token, state: str | None) -> Name | None:
        """Whom "the German leader" or "the top U.S. diplomat" stands for: the last one named of that state whose title fits."""
        return self._officials.get((state or "", f"{title.lower}_titles"))

    def _stands_for(self, pronoun: Token) -> Name | None:
        gender = gender_of_pronoun(pronoun)
        if gender is None:
            return self._latest("plural", "group") if pronoun.lower in GROUPED else self._latest("group", "document", "findings")
        spoke, acted = (n if n is not None and not n.plural else None for n in (self._spoke.get(gender), self._subject.get(gender)))
        beside = self._mentioned.get(gender)
        if (spoke is None and acted is None) or (pronoun.head.dep == "relcl" and beside is not None and beside.head.sent == pronoun.sent):
            return beside or self._perhaps  # "met the president, where he said"
        if spoke is not None and acted is not None and acted.head.i > spoke.head.i and acted.head.sent > spoke.head.sent and _is_person(acted):
            return acted
        if spoke is None or (acted is not None and acted.head.i > spoke.head.i and pronoun.sent - spoke.head.sent > MEMORY):
            return acted or spoke
        return spoke

    def _latest(self, *kinds: str) -> Name | None:
        """The one last named among those of the first kind that has any; who spoke counts before who acted in the same sentence."""
        names = [n for table in (self._spoke, self._subject) for k in kinds if (n := table.get(k)) is not None]
        first = [n for n in names if kinds[0] != "plural" or n.plural] or names
        first = [n for n in first if n.kind in ("person", "group")] or first
        return max(first, key=lambda n: n.head.sent, default=None)

    def _read_to(self, source: Token) -> None:
        """Takes in the subjects and titles before a source."""
        tokens = self._doc.tokens
        while self._met < source.i:
            t = tokens[self._met]
            self._met += 1
            if t.dep in ("nsubj", "nsubjpass") and t.head.dep in MAIN and t.pos in ("NOUN", "PROPN") and t.i not in self._quoted:
                acting = self._name(t, t.head)
                self._remember(acting, self._subject)
                if acting.kind is None and t.pos == "PROPN" and t.ent not in ("ORG", "GPE") and not acting.plural and t.i not in self._states:
                    self._perhaps = acting  # a bare name may be a surname
            if t.lower in ("including", "among") and (member := self._member(t)) is not None:
                self._remember(member, self._spoke)
            if t.ent == "PERSON" and t.pos == "PROPN" and t.lower not in wordset("platforms"):
                self._take_titles(t)
                if t.dep in ("dobj", "pobj", "appos") and t.i not in self._quoted and not (one := self._name(t, t.head)).plural:
                    self._keep(one, self._mentioned)
            if t.tag == "NN" and kind_of_noun(t) == "document":
                self._take_issuer(t)

    def _member(self, t: Token) -> Name | None:
        """Who stands out of those that spoke: "experts doubt it, among them Roe", "others, including Roe, disagree"."""
        who = next((k for k in self._doc.tokens[t.i + 1 : t.i + 6] if k.lower in self._persons and k.dep != "compound"), None)
        said = self._doc.sentence(t).root
        return self._name(who, said) if who is not None and who.sent == t.sent and any(is_cue(k) for k in (said, t.head)) else None

    def _take_titles(self, t: Token) -> None:
        titles = [k for k in t.children if k.dep in ("appos", "compound", "nmod") and k.i != t.i]
        if t.dep == "appos":
            titles.append(t.head)
        name = None
        for k in titles:
            if kind_of_noun(k) == "person" and k.ent != "PERSON":
                name = name or self._name(t, t.head)
                self._titled[k.lower] = name
                self._title_words[k.lower] = frozenset(x.lower for x in k.subtree() if x is not k)
        if name is not None:
            self._take_office(name)

    def _take_office(self, name: Name) -> None:
        state = next((self._states[k.i] for k in self._doc.within(name.span) if k.i in self._states), None)
        if state is None or name.head.pos != "PROPN" or name.text.lower().startswith(("then", "former", "ex-")):
            return
        words = frozenset(name.text.lower().split())
        for titles in ("leader_titles", "diplomat_titles"):
            if words & wordset(titles):
                self._officials[state, titles] = name

    def _take_issuer(self, t: Token) -> None:
        who = t.child("poss") or author_of(t, frozenset())
        if who is None and t.dep in ("dobj", "pobj"):
            verb = next((a for a in t.ancestors() if a.pos == "VERB"), None)
            if verb is not None and (verb.lemma in wordset("carrier") or t.head.lower == "in"):
                who = source_of(verb)[0]
        if who is not None and who is not t and who.pos in ("NOUN", "PROPN") and kind_of_noun(who) in ("person", "group"):
            self._issuer = self._name(who, t)

    def _remember(self, name: Name, table: dict[str, Name]) -> None:
        if name.kind == "person" and not name.plural:
            self._take_office(name)
        if not (name.plural and name.kind in ("person", None)) and (name.kind or table is self._spoke):
            self._keep(name, table)
        if name.plural:
            table["plural"] = name
        if name.head.pos == "NOUN" and (name.kind == "group" or (name.kind == "person" and table is self._spoke)):
            self._titled[name.head.lower] = name

    def _keep(self, name: Name, table: dict[str, Name]) -> None:
        """A person answers to "he", to "she", or to both where nothing tells."""
        if name.kind:
            table[name.kind] = name
        if name.kind == "person" or (name.kind is None and name.head.pos == "PROPN"):
            known = gender_of_name(name.head) or self._genders.get(name.head.lower)
            for gender in (known,) if known is not None else ("he", "she"):
                table[gender] = name

    def _name(self, head: Token, cue: Token) -> Name:
        title = head
        head = named(head)
        span = name_span(self._doc, head, cue)
        plural = (
            head.tag == "NNS"
            or (head.tag == "NNPS" and head.ent != "PERSON")
            or any(k.dep == "conj" and span[0] <= k.start < span[1] for k in head.children)
        )
        plural = plural or ((head.lower in wordset("share") or head.tag == "CD") and head.lower != "one")
        titled = (title.pos == "NOUN" and title is not head) or any(
            k.dep in ("compound", "nmod") and source_kinds().get(k.lemma) == "person" for k in head.children
        )
        surname = head.lower in self._persons and (head.ent != "GPE" or head.i not in self._states) and head.text[:1].isupper()
        firm = source_kinds().get(title.lemma) == "group" and (title is not head or head.ent == "ORG")  # "the enterprise Roe Works"
        known = surname or (titled and head.pos == "PROPN")
        kind = "group" if firm else "person" if known else kind_of_noun(head)
        bare = head.tag == "NNP" and head.ent != "ORG" and head.child("compound", "det", "nmod") is None
        if bare and kind != "person" and head.i not in self._states:
            kind = None  # may be a surname
        return Name(self._doc.text[span[0] : span[1]], span, kind, head, plural)


def persons(doc: Doc) -> frozenset[str]:
    """The surnames of a text: the last words of names that the parser takes for persons or that follow a person's title."""
    return frozenset(
        t.lower
        for t in doc.tokens
        if t.pos == "PROPN" and t.dep not in ("compound", "poss") and len(t.text) > 2 and (t.ent == "PERSON" and t.child("compound") is not None)
    )


def _is_person(name: Name) -> bool:
    return name.head.ent == "PERSON" or (name.kind == "person" and name.head.text[:1].isupper())
