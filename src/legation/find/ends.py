"""Where reported content ends: before what another says beside it, what its speaker does next, and his next reporting word."""

from __future__ import annotations

from legation.codes.cues import cues
from legation.codes.wordsets import wordset
from legation.find.runs import MARKS
from legation.find.sources import is_cue, is_next_saying
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

FINITE = frozenset(("VBD", "VBP", "VBZ"))
BESIDE = frozenset(("while", "whereas", "though", "although"))
# What is left of content after a cut has at least so many tokens.
SHORTEST = 2
# Behind a semicolon the next speaker's verb stands among so many tokens.
NEAREST = 8


def shortened(doc: Doc, cue: Token, content: Span) -> Span:
    """The content up to the first clause in it that is no more of it; the content itself where all of it is."""
    tokens = _to_next_speaker(doc, doc.within(content), cue)
    if tokens and tokens[-1].end < content[1] and tokens[0].i > cue.i:
        content = content[0], tokens[-1].end
    for k in tokens:
        if k.i <= cue.i or not _is_outside(doc, k):
            continue
        top = k.head if k.dep == "pcomp" else k
        first = min((x.i for x in top.subtree() if x.start >= content[0]), default=k.i)
        kept = [x for x in tokens if x.i < first]
        while kept and (kept[-1].text in ",;" or kept[-1].dep == "cc"):
            kept.pop()
        if len(kept) >= SHORTEST and first > cue.i:
            return content[0], kept[-1].end
    return content


def _to_next_speaker(doc: Doc, tokens: list[Token], cue: Token) -> list[Token]:
    """The tokens of content up to a semicolon behind which somebody else says something: "said [it was over]; the station reported that"."""
    for n, k in enumerate(tokens):
        if k.text == ";" and n >= SHORTEST and k.i > cue.i:
            behind = doc.tokens[k.i + 1 : k.i + 1 + NEAREST]
            if any(is_cue(v) and (who := v.child("nsubj")) is not None and k.i < who.i < v.i and who.pos != "PRON" for v in behind):
                return tokens[:n]
    return tokens


def _is_outside(doc: Doc, k: Token) -> bool:
    """Whether a word heads a clause that no longer belongs to the content it stands in."""
    if k.dep == "advcl" and is_cue(k) and k.child("nsubj") is not None:
        even = any(m.lower == "even" for m in k.kids("advmod"))
        return any(m.lower in BESIDE or (even and m.lower == "as") for m in k.kids("mark"))  # "..., while the army says that"
    if k.dep == "conj" and k.tag in FINITE and k.head.tag == "VB" and k.head.child("aux") is not None:
        return k.child("nsubj") is None  # "urged them to stay and left", "said they would stay and added"
    if is_next_saying(k):
        return True
    if k.dep == "appos" and k.lemma in wordset("summing") and k.child("relcl") is not None and any(d.lower in ("a", "an") for d in k.kids("det")):
        return True  # "..., a claim that nobody could check"
    if k.dep in ("advcl", "conj") and k.lemma in wordset("unsaying") and (k.tag in FINITE or any(a.tag in FINITE for a in k.kids("aux"))):
        opens = {m.lower for m in (*k.kids("mark"), *(c for c in k.head.kids("cc") if k.head.i < c.i < k.i))}
        return bool(opens & {"though", "although", "but", "and"}) and not any(
            m.lower == "that" for m in k.kids("mark")
        )  # "though he declined to say whom"
    if k.dep == "pcomp":
        return k.tag == "VBG" and k.head.lower == "with" and is_cue(k) and k.child("nsubj") is not None  # "..., with the army saying that"
    if k.lower == "according":
        return doc.tokens[k.i - 1].lower == ","  # "..., according to the police"
    if k.tag != "VBG" or k.child("nsubj") is not None or k.dep not in ("advcl", "prep", "acl", "conj"):
        return False
    if k.lower == "citing":
        return True
    entry = cues().get((k.lemma, "verb"))
    speaks = entry is not None and entry.kind == "say" and bool(entry.about_object | entry.prepositions)
    if not (is_cue(k) or speaks) or k.child("dobj", "ccomp", "prep") is None:
        return False
    before = min(x.i for x in k.subtree()) - 1
    while before > 0 and doc.tokens[before].text in MARKS:
        before -= 1
    return doc.tokens[before].lower == ","  # "..., adding that"
