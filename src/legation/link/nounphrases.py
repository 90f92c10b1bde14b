"""Noun phrases with what coreference asks of them: name, number, gender, definiteness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from legation.codes.fold import fold
from legation.codes.nouns import noun_class
from legation.link.salience import SUBJECTS
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import Span

MALE, FEMALE, HUMAN, THING, ANY = "m", "f", "p", "n", ""
PARTS = ("compound", "nmod", "amod", "flat", "nummod")
MARKS = frozenset(",;:.\"“”'‘’()[]-–—?!")
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OWNING = frozenset({"his", "her", "its", "their", "our", "my", "your"})
LONGEST_NAME = 8
PLACES = ("GPE", "LOC", "FAC")
NAMING = ("name", "acronym")
UNCOUNTED = ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL", "QUANTITY")


class Form(Enum):
    """How a phrase names somebody or something."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """One phrase. `words` are the folded lower-case words of a name, or the modifiers of a noun; `titles` are nouns before or beside a name."""

    head: Token
    span: Span
    form: Form
    words: tuple[str, ...]
    titles: tuple[str, ...]
    gender: str
    plural: bool
    id: str = ""

    @property
    def subject(self) -> bool:
        """Whether it is the subject of its clause."""
        return self.head.dep in SUBJECTS

    @property
    def owner(self) -> Token | None:
        """Whose it is: the possessive in front."""
        return self.head.child("poss")

    @property
    def definite(self) -> bool:
        """Whether an article says that it is known already."""
        return any(c.lower in DEFINITE for c in self.head.kids("det"))


def noun_phrases(doc: Doc, mentions: Sequence[Mention]) -> list[NounPhrase]:
    """All names, nouns and personal pronouns of a document as phrases, in the order of their heads."""
    edges = _edges(doc)
    linked = {m.span[1]: m for m in mentions if m.how in (*NAMING, "noun", "person")}
    return list(_phrases(doc, edges, linked))


def _phrases(doc: Doc, edges: Sequence[tuple[int, int]], linked: dict[int, Mention]) -> Iterator[NounPhrase]:
    for token in doc.tokens:
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            if token.tag in ("PRP", "PRP$") and token.dep != "expl":
                yield _pronoun(token)
        elif token.pos == "PROPN" and _heads_name(token):
            yield _name(doc, token, edges, linked.get(token.end))
        elif token.pos == "NOUN" and token.dep not in ("compound", "nmod", "amod"):
            yield _noun(doc, token, edges, linked.get(token.end))


def _pronoun(token: Token) -> NounPhrase:
    lower = token.lower
    plural = lower in ("they", "them", "their", "theirs", "themselves", "we", "us", "our", "ours", "ourselves")
    gender = MALE if lower in noun_class("male") else FEMALE if lower in noun_class("female") else THING if lower in ("it", "its", "itself") else ANY
    return NounPhrase(token, token.span, Form.PRONOUN, (lower,), (), gender, plural)


def _heads_name(token: Token) -> bool:
    """Whether a name's word is the last of the name; a name in front of another noun is one of its own only as a place, firm or person."""
    if token.dep not in ("compound", "nmod", "amod"):
        return True
    inside = token.head.pos == "PROPN" and (token.head.ent == token.ent or (token.head.i == token.i + 1 and not token.ent))
    return token.ent in (*PLACES, "ORG", "PERSON", "PRODUCT") and not inside


def _name(doc: Doc, token: Token, edges: Sequence[tuple[int, int]], mention: Mention | None) -> NounPhrase:
    parts = _parts(doc, token)
    person = token.ent == "PERSON" or (mention is not None and mention.how == "person")
    person = person or (bool(parts) and token.ent != "ORG" and _given(parts[0]))
    titles = tuple(c.lemma for c in token.children if c not in parts and (c.dep == "appos" or (c.dep in ("compound", "nmod") and c.i < token.i)))
    own = [
        fold(c.lower)
        for c in parts
        if not (person and (c.lower in noun_class("human") or c.lower.rstrip(".") in ("mr", "mrs", "ms", "dr", "sen", "gen")))
    ]
    words = (*own, fold(token.lower))
    if token.ent in UNCOUNTED:
        words = tuple(t.lower for t in doc.tokens[edges[token.i][0] : edges[token.i][1] + 1] if t.pos in ("PROPN", "NUM"))
    gender = _person_gender(words, [c.lower for c in token.children]) if person else THING if token.ent else ANY
    span = _span(doc, token, edges) if token.dep not in ("compound", "nmod", "amod") else (min([token, *parts], key=lambda t: t.i).start, token.end)
    named = mention is not None and mention.how in NAMING and mention.kind is not ActorKind.ORGAN
    return NounPhrase(token, span, Form.NAME, words, titles, gender, token.tag == "NNPS" and not named, mention.id if mention and named else "")


def _parts(doc: Doc, token: Token) -> list[Token]:
    """The words before a name's last that belong to it: an unbroken run of capitals, no place before a person."""
    run, heads = [token], {token.i}
    for k in range(token.i - 1, max(-1, token.i - LONGEST_NAME), -1):
        t = doc.tokens[k]
        if (
            t.dep not in PARTS
            or t.pos != "PROPN"
            or t.head.i not in heads
            or ("PERSON" in (t.ent, run[0].ent) and t.ent != run[0].ent and not _given(t))
        ):
            break
        run.insert(0, t)
        heads.add(k)
    return run[:-1]


def _given(token: Token) -> bool:
    return token.lower in noun_class("male_names") or token.lower in noun_class("female_names")


def _person_gender(words: Sequence[str], around: Sequence[str]) -> str:
    told = [*around, *words]
    if any(w in noun_class("male") for w in told) or words[0] in noun_class("male_names"):
        return MALE
    return FEMALE if any(w in noun_class("female") for w in told) or words[0] in noun_class("female_names") else HUMAN


def _noun(doc: Doc, token: Token, edges: Sequence[tuple[int, int]], mention: Mention | None) -> NounPhrase:
    words = tuple(fold(c.lemma) for c in token.children if c.dep in (*PARTS, "nummod") and c.i < token.i)
    gender = next((g for g, cls in ((MALE, "male"), (FEMALE, "female"), (HUMAN, "human")) if token.lemma in noun_class(cls)), THING)
    of = mention.id if mention is not None and mention.how == "noun" else ""
    return NounPhrase(token, _span(doc, token, edges), Form.NOUN, words, (), gender, token.tag == "NNS", of)


def _edges(doc: Doc) -> list[tuple[int, int]]:
    """For each token the first and last token of what it heads, conjuncts left out; children before their heads, each token once."""
    edges = [(t.i, t.i) for t in doc.tokens]
    for sentence in doc.sentences:
        order, stack = [], [t for t in sentence.tokens if t.head is t]
        while stack:
            token = stack.pop()
            order.append(token)
            stack.extend(token.children)
        for token in reversed(order):
            kept = [edges[c.i] for c in token.children if c.dep not in ("conj", "cc", "preconj", "punct", "parataxis", "dep", "npadvmod", "advmod")]
            edges[token.i] = (min([token.i, *(a for a, _ in kept)]), max([token.i, *(b for _, b in kept)]))
    return edges


def _span(doc: Doc, token: Token, edges: Sequence[tuple[int, int]]) -> Span:
    first, last = edges[token.i]
    while first < token.i and doc.tokens[first].text in MARKS:
        first += 1
    while last > token.i and doc.tokens[last].text in MARKS:
        last -= 1
    return doc.tokens[first].start, doc.tokens[last].end
