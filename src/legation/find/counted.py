"""The noun that a number counts: "some 50,000 North Korean laborers", "hundreds of ISIS fighters", "five of its factories"."""

from __future__ import annotations

from legation.codes.wordsets import wordset
from legation.parse.doc import Doc, Token

MODIFIERS = wordset("modifiers")
NOUNS = frozenset(("NOUN", "PROPN"))
TO_NOUN = frozenset(("nummod", "quantmod", "compound", "amod", "nmod", "poss", "npadvmod", "det", "predet"))
# Words that stand for persons where no noun follows: "12 dead", "150 others".
STANDALONE = wordset("standalone")
# Names in brackets may stand between: "hundreds of ISIS (Islamic State of Iraq and Syria) fighters".
WINDOW = 14
# "3.5 million last year": what follows is a time and nothing counted.
TIME_NEXT = frozenset(("last", "next", "this", "past", "each", "every", "today", "yesterday", "per"))

# Words with which another phrase or clause begins.
ENDING = wordset("ending_phrases")
# "the sixteen on board": persons whom no noun names.
NO_NOUN = frozenset(("and", "or", "on", "on-board", "onboard", "aboard"))


def counted_noun(doc: Doc, last: Token, end: int) -> Token | None:
    """The noun that the number ending at `end` counts; `last` is the token of its last character."""
    following = doc.tokens[last.i + 1 : last.i + 1 + WINDOW]
    following = [t for t in following if t.sent == last.sent]
    if len(following) > 1 and doc.text[end : end + 1] in "-‑" and following[1].pos in NOUNS and following[1].tag in ("NN", "NNP"):
        # "a 55-member bloc": the number counts what hangs on it, not what this belongs to.
        return following[1] if not any(c.isdigit() for c in following[1].text) else None
    of = next((k for k, t in enumerate(following[:3]) if t.lower == "of"), None)
    if of is not None and all(t.pos in ("NOUN", "ADJ", "NUM", "ADV") or t.lower in ("more", "others") for t in following[:of]) and of <= 1:
        inner = _chain(following[of + 1 :])
        direct = _chain(following[:of]) if of else None
        return direct or inner
    tree = _by_tree(last)
    if tree is not None and tree.text[0].isalnum() and tree.i > last.i and tree.i - last.i <= WINDOW and not _broken(doc, last, tree):
        several = next((t for t in doc.tokens[last.i + 1 : tree.i] if t.tag == "NNS"), None) if tree.tag == "NNP" else None
        typed = doc.tokens[tree.i + 2] if tree.pos == "PROPN" and [t.tag for t in doc.tokens[tree.i + 1 : tree.i + 3]] == ["CD", "NNS"] else None
        people = next((t for t in doc.tokens[last.i + 1 : tree.i] if t.lower == "people"), None)  # "eleven people sinks"
        return people or several or typed or tree  # "two politicians Lee and Fung", "five Type 26 frigates"
    return None if following and last.lower != "of" and following[0].lower in ("a", "an", "the") else _chain(following)


PREFIXES = wordset("prefixes")
PEOPLES = frozenset(("NORP", "GPE", "LANGUAGE"))


def whole_noun(doc: Doc, noun: Token | None) -> Token | None:
    """The noun of which the one found is only the front: "ex-combatants", "Liberian, Malian, and Chadian refugees"."""
    after = doc.tokens[noun.i + 1 : noun.i + 1 + WINDOW] if noun is not None else []
    if noun is None or not after:
        return noun
    if noun.lower in PREFIXES and after[0].text in "-‑–" and len(after) > 1:
        return after[1] if after[1].pos in NOUNS else noun
    if noun.tag in ("NNS", "NNPS") or noun.ent not in PEOPLES or after[0].lower not in (",", "and", "or"):
        return noun
    for t in after:
        if t.sent != noun.sent or not (t.pos in ("PROPN", "ADJ") or t.tag in ("NNS", "HYPH", ",") or t.lower in ("and", "or")):
            break
        if t.tag == "NNS":
            return t
    return noun


def _by_tree(last: Token) -> Token | None:
    at = last
    for _ in range(4):
        if at.dep not in TO_NOUN or at.head is at:
            return None
        at = at.head
        if at.i > last.i and at.pos in NOUNS and at.dep not in ("compound", "nmod", "amod", "nummod"):
            return at
    return None


def _broken(doc: Doc, last: Token, noun: Token) -> bool:
    """Whether something between number and noun shows that they are of different phrases."""
    return any(
        t.lower in (",", ";", ":", "(", "a", "an", "in", "on", "at", "by", "to", "from", "with", "for") or t.pos == "AUX"
        for t in doc.tokens[last.i + 1 : noun.i]
        if t.dep != "punct" or t.lower in ";:("
    )


def _chain(tokens: list[Token]) -> Token | None:
    """The last noun of the noun phrase that the tokens begin with."""
    noun: Token | None = None
    tokens = _without_names(tokens)
    if tokens and (tokens[0].lower in TIME_NEXT or tokens[0].lower in NO_NOUN):
        return None
    for k, t in enumerate(tokens):
        if t.lower in STANDALONE and noun is None and not (k + 1 < len(tokens) and tokens[k + 1].pos in (*NOUNS, "ADJ")):
            return t
        if t.pos in NOUNS and not t.text[0].isalnum():
            break
        if t.pos in NOUNS:
            if noun is not None and noun.lower == "people":
                break
            if noun is not None and tokens[k - 1].pos in NOUNS and noun.tag in ("NNS", "NNPS") and t.tag not in ("NNS", "NNPS"):
                break
            noun = t
        elif noun is not None and t.lower not in ("-", "–", "and", "or", "'s", "’s", "'", "’", "(", ")"):
            break
        elif noun is not None:
            nxt = tokens[k + 1] if k + 1 < len(tokens) else None
            if t.lower in ("-", "–") and nxt is not None and nxt.tag in ("VBN", "VBG", "JJ"):
                # "five British-made frigates": a name inside an adjective is not counted.
                noun = None
                continue
            if t.tag == "POS" and nxt is not None:
                noun = None  # "five of the territory's six delegates": a possessor is not counted
                continue
            if t.lower in ("and", "or", "(", ")") or nxt is None or nxt.pos not in (*NOUNS, "ADJ"):
                break
        elif (
            t.pos not in ("ADJ", "NUM", "ADV", "DET", "PRON")
            and t.tag not in ("VBN", "VBG", "HYPH", "CD", "JJ", "``", "''", "PRP$", "POS")
            and t.lower not in ("-", "and", '"', "“")
        ) or t.lower in ENDING:
            break
    return noun


def _without_names(tokens: list[Token]) -> list[Token]:
    """The tokens without what stands in brackets after a name, the number of a type, and names joined before the plural they modify.

    "ISIS (Islamic State) fighters", "Type 26 frigates", "NATO and PfP countries" count fighters, frigates and countries.
    """
    names = next((k for k, t in enumerate(tokens) if (t.pos == "PROPN" and t.tag != "NNPS") or (len(t.text) > 1 and t.text.isupper())), None)
    if names is None or any(t.pos in NOUNS and t.pos != "PROPN" for t in tokens[:names]):
        return tokens
    after = tokens[names + 1 :]
    if after and after[0].lower == "(":
        close = next((k for k, t in enumerate(after) if t.lower == ")"), None)
        if close is not None and close + 1 < len(after) and after[close + 1].tag == "NNS":
            return [*tokens[:names], *after[close + 1 :]]
    if len(after) > 1 and after[0].tag == "CD" and after[1].tag in ("NNS", "NNPS"):
        return [*tokens[:names], *after[1:]]
    if len(after) > 2 and after[0].lower in ("and", "or") and after[1].pos in ("PROPN", "ADJ") and after[2].tag == "NNS":
        return [*tokens[:names], *after[2:]]
    return tokens
