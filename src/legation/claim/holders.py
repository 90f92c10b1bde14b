"""Holders: the actors that stand in the places where a measure's row looks for giver and receiver of a figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property

from legation.claim.arguments import subject_of
from legation.claim.parties import Parties
from legation.claim.scene import NOMINAL, SUBJECTS, VERBAL, Scene
from legation.codes.measures import measure_rows
from legation.codes.plover import noun_classes
from legation.codes.tables import table
from legation.codes.wordsets import wordset
from legation.link.linked import Linked
from legation.parse.doc import Sentence, Token
from legation.words.actor import ActorKind, Mention
from legation.words.evidence import Span, covers

MODIFIES = frozenset(("amod", "compound", "poss", "nmod", "appos", "nummod"))
LOCATING = wordset("locating")
# Nouns whose modifier is the attacker and not the victim.
ATTACKS = wordset("attacks")
HITS = frozenset(("target", "hit", "strike", "attack", "bomb", "shell"))
FARTHEST = 9
STATELIKE = frozenset(("country", "nation", "state", "power", "government", "capital"))
FIRST_PERSON = frozenset(("we", "our", "us", "my", "ours"))
# So many words of the first person has a speech at least, and one in a hundred.
FEWEST_OF_FIRST = 3
# So often must the less spoken of two states be named where an article is about the two.
PAIRED_OFTEN = 3
DOLLARS = re.compile(r"\s(?:dollars?|cents?)\b", re.I)
SUM = re.compile(r"(?:\d|(?:hundred|thousand|[mbtr]illion|[mbt]n|mln|bln))\s\Z", re.I)
LEANING = re.compile(r"\b(?:pro|anti|non)[-‑]\Z", re.I)
# How many tokens a party may stand away, and how many mentions beside one may nest it.
REACH, BESIDE = 80, 4


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor in a place: how far from the amount, and the token that names it."""

    distance: int
    id: str
    token: Token


Roles = dict[str, list[Holder]]


class Names:
    """The actors named in each sentence of one article, found once; and what its pronouns stand for."""

    def __init__(self, linked: Linked) -> None:
        self.linked, self.parties = linked, Parties(linked)
        self._named: dict[int, list[tuple[str, Token]]] = {}

    def of(self, sentence: Sentence) -> list[tuple[str, Token]]:
        """The ids of a sentence's actors with the head of each name, in text order."""
        if sentence.i not in self._named:
            self._named[sentence.i] = named_in(self.linked, sentence)
        return self._named[sentence.i]

    @cached_property
    def _spoken_of(self) -> list[tuple[str, int]]:
        """The states of the article with how often each is named, most often first."""
        return Counter(m.id for m in self.linked.mentions if m.kind is ActorKind.STATE and not _is_sign(self.linked, m.span)).most_common(3)

    @cached_property
    def topic(self) -> str | None:
        """The state that the article is about: named at least twice as often as any other."""
        counts = self._spoken_of
        if counts and (len(counts) == 1 or counts[0][1] >= 2 * counts[1][1]):
            return counts[0][0]
        return None

    @cached_property
    def pair(self) -> tuple[str, ...]:
        """The two states whose dealings the article is about, the first named first; () where it is not about two."""
        counts = self._spoken_of
        if len(counts) < 2 or counts[1][1] < PAIRED_OFTEN or (len(counts) == 3 and counts[1][1] < 2 * counts[2][1]):
            return ()
        first = next(m.id for m in self.linked.mentions if m.id in (counts[0][0], counts[1][0]))
        return first, next(id for id, _ in counts if id != first)

    @cached_property
    def bodies(self) -> frozenset[str]:
        """The international bodies that the article names."""
        return frozenset(m.id for m in self.linked.mentions if m.kind is ActorKind.BODY)

    @cached_property
    def first_person(self) -> str | None:
        """The state that "we" is in a speech: the one named most, where the text speaks in the first person throughout."""
        tokens = self.linked.doc.tokens
        told = sum(t.lower in FIRST_PERSON for t in tokens)
        return self._spoken_of[0][0] if self._spoken_of and told >= FEWEST_OF_FIRST and told * 100 >= len(tokens) else None

    def meant_by(self, token: Token) -> list[str]:
        """The ids that a noun or pronoun stands for: one, of "they" two; of "we" in a speech the speaker's state."""
        found = [p.id for p in self.parties.of(token)][: 2 if token.lower in SEVERAL else 1]
        if not found and token.lower in FIRST_PERSON and self.first_person and not self.linked.voices_over(token.span):
            return [self.first_person]
        return found

    def other_of_pair(self, one: str | None) -> str | None:
        """The other of the two states that the article is about; None where `one` is neither."""
        return next((id for id in self.pair if id != one), None) if one in self.pair else None


def actor_id(mention: Mention) -> str | None:
    """The code of the actor that a mention stands for in a figure: a person's or organ's state, else its own."""
    if mention.kind in (ActorKind.PERSON, ActorKind.ORGAN):
        return mention.id if mention.id.isupper() else mention.country
    return mention.id


BRACKETED = re.compile(r"\s*[(\[:–—]\s*\Z")


def holders(scene: Scene, names: Names, word: Token | None = None) -> Roles:
    """The actors of the sentence by the place they stand in towards the amount, nearest first: own, owner, subj, obj, place, prepositions.

    `word` is the noun that gave the measure: what hangs on it holds the amount too, where the amount does not hang on it.
    """
    linked, found, parties = scene.linked, scene.found, names.parties
    sentence = linked.doc.sentence(found.token)
    out: Roles = {}
    everybody = names.of(sentence)
    first = bisect_left(everybody, found.token.i - REACH, key=lambda e: e[1].i)
    named = everybody[first : bisect_right(everybody, found.token.i + REACH, key=lambda e: e[1].i)]
    near = linked.doc.tokens[max(sentence.tokens[0].i, found.token.i - REACH) : found.token.i]
    named += [(id, t) for t in near if t.tag in ("PRP", "PRP$") for id in names.meant_by(t)]
    for id, token in named:
        if token is found.noun and (m := linked.mention_of(token)) is not None and linked.article.text[slice(*m.span)].islower():
            continue  # a noun that stands for somebody elsewhere is only counted here
        if token is found.noun and len(id) > 3 and id.isupper() and token.lemma in STATELIKE:
            continue  # "83 other countries" hold nothing, they are what is counted
        for role, distance in (*_places(scene, token), *_at_word(scene, token, word)):
            out.setdefault(role, []).append(Holder(distance, id, token))
        if found.span[0] > token.end and BRACKETED.fullmatch(linked.article.text, token.end, found.span[0]):
            out.setdefault("own", []).append(Holder(0, id, token))
        if _locates(token):
            far = REACH if _names_a_house(token) else 0
            out.setdefault("place", []).append(Holder(abs(token.i - found.token.i) + far, id, token))
        out.setdefault("any", []).append(Holder(abs(token.i - found.token.i), id, token))
    for k, t in enumerate(scene.path[:6]):
        subject = (subject_of(t) or _with_subject(linked, t)) if t.pos == "VERB" and not _tells(t, [scene.head, *scene.path][k]) else None
        if subject is None or covers(found.span, subject.span):
            continue
        if subject.pos == "PRON" or linked.mention_of(subject):
            out.setdefault("subj", []).extend(Holder(k * 10 + 3, id, subject) for id in names.meant_by(subject)[:1])
        elif subject.lemma in noun_classes()["sides"]:
            out.setdefault("subj", []).extend(Holder(k * 10 + 3, p.id, subject) for p in parties.of(subject)[:2])
    if scene.prep == "with":
        # "Ethiopia with 2,500, Kenya with 1,410": each holds its own.
        beside = linked.doc.tokens[scene.top.head.i - 1]
        out.setdefault("own", []).extend(Holder(0, id, t) for id, t in named if t is beside)
    if itself := [h for h in out.get("own", ()) if h.token is found.noun]:
        out["own"] = itself  # "28 Indians and 37 Pakistanis"
    for places in out.values():
        places.sort(key=lambda h: h.distance)
    return out


SEVERAL = frozenset(("they", "their", "them"))
ESTIMATES = wordset("estimates")


def _with_subject(linked: Linked, verb: Token) -> Token | None:
    """The subject that a participle has by "with" or "despite": "despite Russia reportedly writing off 8 billion dollars"."""
    if verb.tag != "VBG":
        return None
    before = next((t for t in reversed(linked.doc.tokens[max(0, verb.i - 4) : verb.i]) if t.pos != "ADV"), None)
    return before if before is not None and before.dep == "pobj" and before.head.lower in ("with", "despite", "without") else None


@cache
def _reporting() -> frozenset[str]:
    return frozenset(r["lemma"] for r in table("cues") if r["pos"] == "verb")


def _tells(verb: Token, below: Token) -> bool:
    """Whether the verb's subject only tells of what stands below it: "Kyiv says that ...", "the bank estimates growth of ...".

    Who announces a tariff holds it: what is told there is no clause.
    """
    if verb.lemma in ESTIMATES and (verb.lemma not in ("put", "place") or below.lower == "at"):
        return True
    return below.dep in ("ccomp", "parataxis") and verb.lemma in _reporting()


def named_in(linked: Linked, sentence: Sentence) -> list[tuple[str, Token]]:
    """The ids of a sentence's actors with the head of each name, the widest of nested ones that agree."""
    mentions = [m for m in linked.mentions_in(sentence.span) if not _is_sign(linked, m.span)]
    out = []
    for k, m in enumerate(mentions):
        # Mentions stand in text order: what nests one stands beside it.
        beside = mentions[max(0, k - BESIDE) : k] + mentions[k + 1 : k + 1 + BESIDE]
        if any(covers(o.span, m.span) and o.span != m.span and o.id == m.id for o in beside):
            continue
        id, token = actor_id(m), linked.doc.head_of(m.span)
        if PAPER.match(linked.article.text, m.span[1]):
            continue
        if id is not None and token is not None and not _is_source(token):
            out.append((id, _name_in(linked, token, m.span)))
    return sorted(out, key=lambda e: e[1].i)


# "the Paris Agreement", "the Minsk talks": papers and rounds named after a place.
PAPER = re.compile(
    r"(?:\s[A-Z][\w-]+){0,2}\s(?:Agreements?|Accords?|Treaty|Protocol|Convention|Club|Declaration|Pact|Statute|Process|Principles|Charter|Consensus|Framework"
    r"|Conference|Compact|Communiqu[eé]|Memorandum)\b"
)


def _name_in(linked: Linked, head: Token, span: Span) -> Token:
    """The token of the name itself where the phrase stands for what comes from it: "goods from Canada", "imports from Japan"."""
    inner = next((p for c in head.kids("prep") if c.lower == "from" for p in c.kids("pobj") if covers(span, p.span)), None)
    if head.pos != "NOUN":
        return head
    # Parsers hang "from Mali" on the verb: the last word of the phrase is the name then.
    return inner or next((t for t in linked.doc.within(span) if t.pos == "PROPN" and t.dep == "pobj" and t.head.lower == "from"), head)


def _is_source(token: Token) -> bool:
    """Whether a name only says who tells it ("according to CNN")."""
    return token.dep == "pobj" and token.head.lower == "to" and token.head.head.lower == "according"


def _is_sign(linked: Linked, span: Span) -> bool:
    """Whether the letters are part of a currency sign ("US$") or of a leaning ("pro-EU")."""
    text = linked.article.text
    money = text[span[1] : span[1] + 1] in ("$", "€", "£", "¥") or (DOLLARS.match(text, span[1]) and SUM.search(text, max(0, span[0] - 12), span[0]))
    return bool(money) or bool(LEANING.search(text, max(0, span[0] - 5), span[0]))


def _locates(token: Token) -> bool:
    """Whether a name is a place where something happens ("in Sumy, Ukraine"), and not the modifier of who did it."""
    at = token
    for _ in range(FARTHEST):
        if at.dep == "pobj":
            return at.head.lower in LOCATING and (at is token or at.lemma not in ATTACKS)
        broken = at.dep in ("dobj", "xcomp") and at.pos == "PROPN"  # parsers break long names of places
        if not (at.dep in ("appos", "conj", "compound", "nmod", "npadvmod", "poss") or broken) or at.head.lemma in ATTACKS:
            break
        if at.head.pos not in NOMINAL:
            break
        at = at.head
    return at.dep in ("dobj", "pcomp", "xcomp") and at.head.lemma in HITS


def _names_a_house(token: Token) -> bool:
    """Whether the name is part of another proper name that is no place by it: "the Saudi Hospital in Port Sudan"."""
    return token.dep in ("compound", "amod", "nmod") and token.head.pos == "PROPN"


# "second only to Chad", "due to Chad": whom such a word is followed by neither gives nor gets.
COMPARING = frozenset(
    (
        "addition",
        "response",
        "reply",
        "contrast",
        "comparison",
        "reaction",
        "relation",
        "answer",
        "second",
        "due",
        "thanks",
        "according",
        "compared",
        "similar",
        "prior",
        "next",
        "close",
        "relative",
        "equivalent",
        "contrary",
    )
)


def _places(scene: Scene, token: Token) -> list[tuple[str, int]]:
    """The places where an actor's token stands, seen from the amount, with their distance."""
    path = {t.i: k for k, t in enumerate([scene.head, *scene.path])}
    if token.i in path:
        return _on_path(scene, token, path)
    at, steps = token, 0
    preps: list[str] = []
    inner = False
    while at.head.i not in path:
        if at.head is at or steps > FARTHEST or (at.dep == "prep" and at.head.lower in COMPARING):
            return []
        if at.dep in ("pobj", "pcomp"):
            preps.insert(0, at.head.lower)
        inner = inner or at.dep in ("acl", "relcl", "pcomp", "advcl")
        at, steps = at.head, steps + 1
    joint = at.head
    if at.dep == "pobj":
        preps.insert(0, joint.lower)
    if at.dep == "agent" or (at.pos == "ADP" and at.lower == "by" and not preps):
        preps = ["by", *preps]
    distance = path[joint.i] * 10 + steps
    # What stands inside a clause of its own ("officials accused of helping Chad") holds nothing outside it.
    return [r for r in _roles_at(scene, token, at, (preps, distance)) if not inner or r[0] not in ("own", "owner")]


def _at_word(scene: Scene, token: Token, word: Token | None) -> list[tuple[str, int]]:
    """The places of an actor that hangs on the noun of the measure: "Imports from Japan to Albania: 252 million yen"."""
    if word is None or word.pos not in NOMINAL or word in scene.path or word is scene.head or word is token:
        return []
    at, preps = token, list[str]()
    for steps in range(1, FARTHEST):
        if at.dep in ("pobj", "pcomp"):
            preps.insert(0, at.head.lower)
        elif at.dep not in (*MODIFIES, "prep", "conj"):
            return []
        if at.head is word:
            return [(prep, 4 + steps) for prep in preps] or ([("owner", 4 + steps)] if at.dep in MODIFIES else [])
        at = at.head
    return []


def _roles_at(scene: Scene, token: Token, at: Token, way: tuple[list[str], int]) -> list[tuple[str, int]]:
    preps, distance = way
    joint = at.head
    k = [scene.head, *scene.path].index(joint)
    telling = joint.pos in VERBAL and k > 0 and _tells(joint, [scene.head, *scene.path][k - 1])
    # "North Korea's output showed a decline": the subject is what is measured, no teller.
    telling = telling and (at is token or ("noun", at.lemma) not in measure_rows())
    bare = not preps or preps == ["of"]
    inside = joint is scene.head or joint is scene.found.noun or covers(scene.found.span, joint.span)
    out: list[tuple[str, int]] = []
    if telling and at.dep in SUBJECTS:
        return []
    if at.dep in ("nsubjpass", "dobj", "dative", "attr", "oprd"):
        out += [("obj", distance)] if bare else []
    elif at.dep in SUBJECTS:
        out += [("subj", distance)] if bare else []
    elif "by" in preps[:1] or (preps and preps[0] in ("despite", "with", "without") and joint.tag == "VBG" and token.i < joint.i):
        out.append(("subj", distance + 1))
    elif inside and bare:
        out.append(("own", distance))
    elif at.dep in MODIFIES and joint.pos not in VERBAL:
        out.append(("owner", distance))
        if token.dep == "poss" or any(p.lower in ("on", "against") for p in joint.kids("prep")):
            out.append(("whose", distance))
    elif at.dep in ("advcl", "xcomp", "acl") and joint.pos in VERBAL and any(c.lower == "to" for c in at.kids("aux")):
        out.append(("aim", distance))
    out += [(prep, distance + 3 * k) for k, prep in enumerate(preps)]
    if preps == ["of"] and not telling:
        out.append(("owner", distance + 1))
    if not preps and at is not token and token.dep in MODIFIES and at.dep in ("dobj", *SUBJECTS) and not telling:
        out.append(("owner", distance + 2))
        if at.dep == "dobj":
            out.append(("patient", distance))
    elif bare and at.dep == "dobj":
        out.append(("patient", distance))
    return out


def _on_path(scene: Scene, token: Token, path: dict[int, int]) -> list[tuple[str, int]]:
    """An actor that the amount itself hangs on: "Russia, with 50,000 workers"; or the counted noun itself ("47,000 North Koreans")."""
    k = path[token.i]
    if k == 0 or covers(scene.found.span, token.span) or token is scene.found.noun:
        return [("own", 0)]
    below = [scene.head, *scene.path][k - 1]
    out = [("owner", k * 10)]
    if below.dep == "relcl" and any(c.lower == "where" for c in below.kids("advmod")):
        out.append(("place", k * 10))
    if token.dep in SUBJECTS:
        out.append(("subj", k * 10))
    if token.dep == "pobj" and below.dep != "pobj":
        out.append((token.head.lower, k * 10))
    return out


def pick(found: Roles, order: tuple[str, ...], other: str | None, previous: str | None) -> str | None:
    """The first actor in the order of places that is not the other party; None where two stand side by side.

    `prev` in the order stands for the party of the figure before.
    """
    for place in order:
        if place in ("prev", "turned"):
            if previous and previous != other:
                return previous
            continue
        if place == "else":
            rest = {h.id for h in found.get("any", ()) if h.id != other and h.id.isupper()}
            if len(rest) == 1:
                return rest.pop()
            continue
        here = [h for h in found.get(place, ()) if h.id != other]
        if here:
            twin = next((h for h in here[1:] if h.id != here[0].id and h.token in here[0].token.conjuncts()), None)
            return None if twin is not None and place not in ("subj", "between") else here[0].id
    return None


HERE = re.compile(r"\s+(?:\w+\s+){0,3}?(?:in|to|inside)\s+the\s+(?:country|nation|kingdom|republic|island)\b", re.I)


def before_here(scene: Scene, other: str | None) -> str | None:
    """The state that "in the country" right after the amount means: the last one named that is not the other party."""
    linked, found = scene.linked, scene.found
    if not HERE.match(linked.article.text, found.span[1]):
        return None
    first = linked.doc.sentences[max(0, found.token.sent - 2)].span[0]
    named = [m.id for m in linked.mentions_in((first, found.span[0])) if m.kind is ActorKind.STATE and m.id != other]
    return named[-1] if named else None


def place_before(names: Names, found_in: int) -> str | None:
    """The place that one of the two sentences before a sentence names."""
    for k in range(found_in - 1, max(-1, found_in - 3), -1):
        sentence = names.linked.doc.sentences[k]
        places = [id for id, token in names.of(sentence) if _locates(token)]
        if places:
            return places[0]
    return None
