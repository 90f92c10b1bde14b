"""Direct speech: which quoted stretches are somebody's words, and the cue that says whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.codes.cues import Cue, cues
from legation.find.cues import Attribution, find_reported
from legation.find.sources import source_of
from legation.find.quotes import Quote, find_quotes
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span, overlap

# How far from a quote its cue may stand, in tokens.
REACH = 30
BARE = Cue("", "", "say", frozenset(("quote",)), frozenset())


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution of the text; `follows` means that it goes on with the speaker of the one before."""

    attribution: Attribution
    verbatim: bool
    follows: bool = False


def find_speech(doc: Doc) -> tuple[Speech, ...]:
    """All attributions of a document, direct and reported, in text order; one cue gives one attribution."""
    quotes = find_quotes(doc)
    direct = list(_direct(doc, quotes))
    taken = {s.attribution.cue.i: s for s in direct if not s.follows}
    spoken = sorted(c for s in direct for c in s.attribution.contents)
    out = list(direct)
    for a in find_reported(doc):
        if any(overlap(s, a.cue.span) for s in spoken) and (a.source is None or a.source.lower in ("i", "we", "you")):
            continue
        if a.cue.i in taken and any(overlap(c, d) for c in a.contents for d in taken[a.cue.i].attribution.contents):
            continue
        left = tuple(c for c in a.contents if not any(overlap(c, d) > 0.6 * (c[1] - c[0]) for d in spoken) or any(overlap(d, a.cue.span) for d in spoken))
        if left:
            out.append(Speech(replace(a, contents=left), _quoted(left, quotes)))
    return tuple(sorted(out, key=lambda s: (s.attribution.contents[0], s.attribution.cue.i)))


def _quoted(contents: tuple[Span, ...], quotes: tuple[Quote, ...]) -> bool:
    """Whether at least half of the content stands in quotation marks."""
    size = sum(e - s for s, e in contents)
    return 2 * sum(overlap(c, q.inner) for c in contents for q in quotes) >= size


def _direct(doc: Doc, quotes: tuple[Quote, ...]) -> Iterator[Speech]:
    last: Quote | None = None
    anchor: Token | None = None
    for n, q in enumerate(quotes):
        following = quotes[n + 1].span[0] if n + 1 < len(quotes) else len(doc.text)
        floor = last_end(quotes, n)
        cue = _cue_after(doc, q, following) or _cue_before(doc, q, floor)
        if cue is not None:
            token, source = cue
            entry = cues().get((token.lemma, "verb"), BARE)
            yield Speech(Attribution(token, entry, source, (q.inner,), direct=True), True)
            last, anchor = q, token
        elif anchor is not None and last is not None and _goes_on(doc, q, last):
            yield Speech(Attribution(anchor, cues().get((anchor.lemma, "verb"), BARE), None, (q.inner,), direct=True), True, follows=True)
            last = q


def last_end(quotes: tuple[Quote, ...], n: int) -> int:
    """Where the quote before the n-th ends."""
    return quotes[n - 1].span[1] if n else 0


def _cue_after(doc: Doc, q: Quote, limit: int) -> tuple[Token, Token | None] | None:
    """`"...", he said` and `"...," said Mr. Roe of the ministry`."""
    inner = doc.text[q.inner[0] : q.inner[1]]
    gap = doc.text[q.span[1] : q.span[1] + 2].strip()[:1]
    if not (inner[-1:] in ",!?—–-.…;" or gap in (",", "—", "–")) or (inner[-1:] == "." and gap[:1].isupper()):
        return None
    tokens = doc.within((q.span[1], min(limit, q.span[1] + 400)))[:REACH]
    for k, t in enumerate(tokens):
        if t.text in (".", ":", ";", "“", '"') and k > 0:
            return None
        entry = cues().get((t.lemma, "verb"))
        if t.pos in ("VERB", "AUX") and entry is not None and "quote" in entry.frames:
            source, _ = source_of(t)
            if source is None or source.i < tokens[0].i and t.tag != "VBG":
                source = _near_noun(tokens, k)
            return (t, source) if source is not None else None
        if t.lower == "according" and k <= 1:
            source = next((x for x in tokens[k + 2 :] if x.dep == "pobj"), None)
            return (t, source) if source is not None else None
    return None


def _near_noun(tokens: list[Token], k: int) -> Token | None:
    """The noun that stands beside a cue where the parse gives no subject: after it ("said Roe"), else before it ("Roe said")."""
    for t in [*tokens[k + 1 : k + 8], *reversed(tokens[:k])]:
        if t.pos in ("NOUN", "PROPN", "PRON") and t.dep not in ("compound", "poss", "npadvmod"):
            return t
    return None


def _cue_before(doc: Doc, q: Quote, floor: int) -> tuple[Token, Token | None] | None:
    """`Roe said: "..."`, `said that "..."`, `in his message: "..."`."""
    start = max(floor, q.span[0] - 500)
    tokens = [t for t in doc.within((start, q.span[0])) if t.end <= q.span[0] and t.start >= start]
    if not tokens or doc.text[tokens[-1].end : q.span[0]].count("\n"):
        return None
    for k in range(len(tokens) - 1, -1, -1):
        if tokens[k].text in ".!?" and k < len(tokens) - 1:
            tokens = tokens[k + 1 :]
            break
        if k == len(tokens) - 1 and tokens[k].text in ".!?":
            return None
    near = tokens[-1]
    pause = near.text in (",", ":", "—", "–", "-")
    if not pause:
        k = len(tokens) - 1 - (near.lower in ("that", "as"))
        entry = cues().get((tokens[k].lemma, "verb")) if k >= 0 else None
        if entry is None or "quote" not in entry.frames or tokens[k].pos not in ("VERB", "AUX"):
            return None
        return tokens[k], source_of(tokens[k])[0]
    for t in reversed(tokens[-REACH:]):
        entry = cues().get((t.lemma, "verb"))
        if t.pos in ("VERB", "AUX") and entry is not None and "quote" in entry.frames and (near.text == ":" or t.i >= near.i - 25):
            return t, source_of(t)[0]
    words = doc.text[q.inner[0] : q.inner[1]].split()
    if near.text == ":" or (len(words) >= 6 and words[0][:1].isupper()):
        root = doc.sentence(near).root
        source = source_of(root)[0] if root.pos in ("VERB", "AUX") else None
        return (root, source) if source is not None and source.ent in ("PERSON", "ORG", "GPE", "NORP") or near.text == ":" and source is not None else None
    return None


def _goes_on(doc: Doc, q: Quote, last: Quote) -> bool:
    """Whether a quote without a cue goes on with the speech before: a sentence of its own in the same or the next paragraph."""
    if q.paragraph - last.paragraph > 1 or len(doc.text[q.inner[0] : q.inner[1]].split()) < 3:
        return False
    before = doc.text[: q.span[0]][-3:].strip()[-1:] if q.span[0] else ""
    between = doc.within((last.span[1], q.span[0]))
    if q.paragraph == last.paragraph:
        return before in ".!?:;”\"" or bool(between) and between[-1].text in ".!?"
    own = doc.within((q.span[0] - 40, q.span[0]))
    return not [t for t in own if t.start < q.span[0] and doc.sentence(t).paragraph == q.paragraph]
