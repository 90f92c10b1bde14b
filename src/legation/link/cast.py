"""The cast of an article: the name a source goes by, and whom a pronoun or a bare title stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from legation.codes.cues import source_kinds
from legation.codes.wordsets import wordset
from legation.find.quotes import find_quotes
from legation.find.sources import author_of, is_cue, kind_of_noun, source_of
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

PERSONAL = frozenset(("he", "she", "him", "her", "his", "hers"))
GROUPED = frozenset(("they", "them", "their"))
NEUTER = frozenset(("it", "its"))
# A speaker this many sentences back still answers to "he".
MEMORY = 4
DROPPED = frozenset(("relcl", "advcl", "parataxis", "punct", "cc", "ccomp", "dep", "npadvmod", "aux", "cop"))
NARROWING = frozenset(("poss", "prep", "amod", "compound", "acl", "relcl", "nummod"))
MAIN = frozenset(("ROOT", "conj", "ccomp"))
OUTSIDE = frozenset("“”\"'‘’«»([,;:.—/")
LONGEST_NAME = 25


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
        self._titled: dict[str, Name] = {}
        self._issuer: Name | None = None
        self._quoted = frozenset(t.i for q in find_quotes(doc) for t in doc.within(q.inner))
        self._persons = persons(doc)

    def resolve(self, source: Token, cue: Token) -> Name | None:
        """The name of a source; a pronoun that nothing explains stands for itself; None for the first and second person and relative words."""
        self._read_to(source)
        if source.lower in ("i", "we", "you", "me", "us") or source.tag in ("WDT", "WP", "WRB", "EX"):
            return None
        if source.lower in PERSONAL | GROUPED | NEUTER:
            return self._stands_for(source) or self._name(source, cue)
        name = self._name(source, cue)
        known = self._known(source, name)
        self._remember(known or name, self._spoke)
        return known or name

    def _known(self, source: Token, name: Name) -> Name | None:
        """The name behind "the commissioner" or "the statement"."""
        if source.pos != "NOUN" or any(k.dep in NARROWING and k.ent not in ("GPE", "NORP") for k in source.children):
            return None
        if not name.text.lower().startswith(("the ", "this ", "that ")):
            return None
        nation = next((k for k in source.children if k.ent in ("GPE", "NORP")), None)
        if name.kind == "document":
            return self._issuer if nation is None else None
        known = self._titled.get(source.lower)
        if known is None and nation is not None and source.lower in wordset("headship"):
            return self._official(source, self._states.get(nation.i))
        return known if known is None or nation is None or known.head.pos == "PROPN" or nation.text in known.text else None

    def _official(self, title: Token, state: str | None) -> Name | None:
        """Whom "the German leader" or "the top U.S. diplomat" stands for: the last one named of that state whose title fits."""
        return self._officials.get((state or "", f"{title.lower}_titles"))

    def _stands_for(self, pronoun: Token) -> Name | None:
        if pronoun.lower in PERSONAL:
            spoke, acted = (n if n is not None and not n.plural else None for n in (self._spoke.get("person"), self._subject.get("person")))
            if (
                spoke is not None
                and acted is not None
                and acted.head.i > spoke.head.i
                and acted.head.sent > spoke.head.sent
                and acted.head.ent == "PERSON"
            ):
                return acted
            if spoke is None or (acted is not None and acted.head.i > spoke.head.i and pronoun.sent - spoke.head.sent > MEMORY):
                return acted or spoke
            return spoke
        if pronoun.lower in GROUPED:
            return self._latest("plural", "group")
        return self._latest("group", "document", "findings")

    def _latest(self, *kinds: str) -> Name | None:
        """The one last named among those of the first kind that has any; who spoke counts before who acted in the same sentence."""
        names = [n for table in (self._spoke, self._subject) for k in kinds if (n := table.get(k)) is not None]
        first = [n for n in names if kinds[0] != "plural" or n.plural] or names
        return max(first, key=lambda n: n.head.sent, default=None)

    def _read_to(self, source: Token) -> None:
        """Takes in the subjects and titles before a source."""
        tokens = self._doc.tokens
        while self._met < source.i:
            t = tokens[self._met]
            self._met += 1
            if t.dep in ("nsubj", "nsubjpass") and t.head.dep in MAIN and t.pos in ("NOUN", "PROPN") and t.i not in self._quoted:
                self._remember(self._name(t, t.head), self._subject)
            if t.lower in ("including", "among") and (member := self._member(t)) is not None:
                self._remember(member, self._spoke)
            if t.ent == "PERSON" and t.pos == "PROPN":
                self._take_titles(t)
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
        if name.kind and not (name.plural and name.kind == "person"):
            table[name.kind] = name
        if name.plural:
            table["plural"] = name
        if name.head.pos == "NOUN" and (name.kind == "group" or (name.kind == "person" and table is self._spoke)):
            self._titled[name.head.lower] = name

    def _name(self, head: Token, cue: Token) -> Name:
        title = head
        head = named(head)
        span = name_span(self._doc, head, cue)
        plural = head.tag in ("NNS", "NNPS") or any(k.dep == "conj" and span[0] <= k.start < span[1] for k in head.children)
        titled = (title.pos == "NOUN" and title is not head) or any(
            k.dep in ("compound", "nmod") and source_kinds().get(k.lemma) == "person" for k in head.children
        )
        known = head.pos == "PROPN" and (titled or (head.lower in self._persons and head.ent != "GPE"))
        kind = "person" if known else kind_of_noun(head)
        return Name(self._doc.text[span[0] : span[1]], span, kind, head, plural)


def persons(doc: Doc) -> frozenset[str]:
    """The surnames of a text: the last words of names that the parser takes for persons or that follow a person's title."""
    return frozenset(
        t.lower
        for t in doc.tokens
        if t.pos == "PROPN" and t.dep not in ("compound", "poss") and len(t.text) > 2 and (t.ent == "PERSON" and t.child("compound") is not None)
    )


def named(head: Token) -> Token:
    """The name in apposition to a title: "the prosecutor, Ali Mehr" is Ali Mehr."""
    if head.pos == "NOUN" or head.lemma in ("president", "minister", "spokesman", "spokeswoman"):
        for k in [a for t in (*head.conjuncts(), *_right_edge(head)) for a in t.kids("appos")]:
            member = any(d.lower in ("a", "an") for d in k.kids("det"))  # "the senator, a Republican"
            if k.pos == "PROPN" and (k.ent == "PERSON" or (kind_of_noun(head) == "person" and not member)):
                return k
    return head


def _right_edge(head: Token) -> Iterator[Token]:
    """The nouns of the prepositions behind a title, on the last of which the parser may hang the name: "the head of the Centre, Roe"."""
    t = head
    while (prep := next((k for k in reversed(t.kids("prep"))), None)) is not None and (inner := prep.child("pobj")) is not None:
        yield inner
        t = inner


def name_span(doc: Doc, head: Token, cue: Token) -> Span:
    """The noun phrase of a head without what commas set off and without the clause the cue stands in."""
    kept = {head.i}
    stack = [head]
    while stack:
        t = stack.pop()
        for k in t.children:
            if len(kept) < LONGEST_NAME and _belongs(doc, head, t, k, cue):
                kept.add(k.i)
                stack.append(k)
    tokens = doc.tokens
    first = last = head.i
    while first - 1 in kept or (first - 2 in kept and tokens[first - 1].pos == "PUNCT" and tokens[first - 1].text not in ",;:"):
        first -= 1
    while last + 1 in kept or (last + 2 in kept and (tokens[last + 1].pos in ("PUNCT", "CCONJ"))):
        last += 1
    while first > 0 and tokens[first - 1].end == tokens[first].start and tokens[first - 1].text not in OUTSIDE:
        first -= 1  # a name in pieces that no blank parts: "al-Sisi"
    if any(t.text == "(" for t in tokens[first : last + 1]) and last + 1 < len(tokens) and tokens[last + 1].text == ")":
        last += 1
    return tokens[first].start, tokens[last].end


def _belongs(doc: Doc, head: Token, t: Token, k: Token, cue: Token) -> bool:
    """Whether a word below a name's head is part of the name."""
    if (k.dep == "case" and t is head) or (k.dep == "acl" and k.child("agent", "prep") is None):
        return False
    if k.dep in DROPPED or k is cue or (k.dep == "acl" and (k.tag != "VBN" or k.i > t.i + 1)):
        return False
    apart = k.i > head.i and any(x.text in ",;:—" for x in doc.tokens[head.i : k.i])
    if k.dep == "appos":
        return not apart
    if k.dep == "conj" and t.pos == "ADJ":
        return True
    if k.dep == "conj":
        return k.pos in ("PROPN", "NOUN") and k.i - t.i < 14 and not any(x.tag in ("VBD", "VBZ", "VBP", "MD") for x in doc.tokens[t.i : k.i])
    return not apart or t is not head
