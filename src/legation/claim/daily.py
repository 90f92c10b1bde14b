"""What belongs to the article's own day: the news of a digest told in the present, and what a speech says."""

from __future__ import annotations

from legation.claim.triggers import RESPONSES
from legation.codes.times import word_class
from legation.link.tense import VERBS, Tense, is_perfect, is_simple_past, tense_of
from legation.parse.doc import Token
from legation.words.period import Period

When = tuple[Period | None, str | None]

# Prepositions by which an act is the occasion of another: "killed in an attack", not "sanctions over a test".
OCCASIONS = {"in", "by", "during", "at", "from", "amid"}


def is_of_the_day(token: Token, top: Token) -> bool:
    """Whether a word of a digest belongs to what happened that day: not what is only announced, answered or a state."""
    if not _is_act(top):
        return False
    while token.dep == "pobj" and token.head.lower == "of" and token.head.head.pos == "NOUN" and not is_counted(token):
        token = token.head.head  # "a series of strikes"
    inside = path(token, top)
    below = inside[-1]
    counted = is_counted(token)
    plain = counted and not any(c.pos == "SYM" for c in (token, *token.children))
    signed = top.lemma == "sign" and plain and below.dep == "dobj" and below in (token, token.head)  # "sign 45 agreements"
    signed = signed or (top.lemma == "sign" and any(t.dep == "acl" and t.tag == "VBG" for t in inside))  # "signs an order lifting the ban"
    signed = signed or (below.dep == "prep" and below.lower in ("during", "at"))  # "During a summit, the two announce"
    if counted and any(t.lemma in RESPONSES and t.dep == "pobj" for t in token.ancestors()):
        return False  # "in response to duties of 145 %"
    if token is not top and top.lemma in word_class("announce") and below.dep not in ("nsubj", "nsubjpass", "agent") and not signed:
        return False
    if token.pos == "NOUN" and not is_counted(token):
        if token.dep == "pobj":
            return token.head.lower in OCCASIONS
        return token.dep not in ("poss", "compound", "amod") and not (token.dep == "dobj" and top.lemma in word_class("reaction"))
    return True


def _is_act(verb: Token) -> bool:
    """Whether a clause of a digest tells an act of the day: a simple present or past, itself or in what is said."""
    if verb.lemma in word_class("state"):
        return False
    if verb.dep == "acl" and verb.tag == "VBN" and verb.head.head is verb.head and verb.head.pos not in VERBS:
        return True  # "A missile fired at the port, wounding eight": the whole sentence
    if verb.dep in ("ccomp", "relcl", "acl", "advcl", "parataxis") and verb.head is not verb and not is_simple_past(verb):
        return tense_of(verb) is Tense.PRESENT
    tense = tense_of(verb)
    return tense is Tense.PRESENT or is_simple_past(verb) or (tense is None and verb.head is verb)


def path(token: Token, top: Token) -> list[Token]:
    """A word and those above it up to the one that hangs on another; the word itself where it is that other."""
    inside = [token]
    while inside[-1] is not top and inside[-1].head is not top and inside[-1].head is not inside[-1]:
        inside.append(inside[-1].head)
    return inside


def in_speech(day: Period, top: Token) -> When | None:
    """The time of a main clause of a speech: what is said in the present is said that day, what has been done was done by then."""
    if top.dep not in ("ROOT", "conj", "parataxis") or top.pos not in VERBS or day.last is None:
        return None
    if is_perfect(top):
        return Period(None, day.last), "told as done in the speech"
    plain = top.lemma not in word_class("state") and not any(c.tag in ("VBD", "MD") for c in (top, *top.kids("aux", "auxpass")))
    return (day, "said in the speech") if plain and tense_of(top) is Tense.PRESENT else None


def is_counted(token: Token) -> bool:
    """Whether a word is a number or is counted by one."""
    return token.pos == "NUM" or any(c.pos in ("NUM", "SYM") or c.dep in ("nummod", "quantmod") for c in token.children)
