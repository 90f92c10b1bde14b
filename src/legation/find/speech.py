"""Direct speech: which quoted stretches are somebody's words, and the cue that says whose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.codes.closed import closed
from legation.codes.cues import Cue, cues
from legation.find.cues import THIRD, Attribution, find_reported
from legation.find.quotes import Quote, find_quotes
from legation.find.sources import kind_of_noun, source_of
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span, overlap

# How far from a quote its cue may stand, in tokens and in characters.
REACH = 30
WINDOW = 400
# Fewer words than this, without a cue of their own, are a fragment and no speech.
SHORTEST = 3
FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
BARE = Cue("", "", "say", frozenset(("quote",)))


@dataclass(frozen=True, slots=True)
class Speech:
    """One attribution of the text; `follows` means that it goes on with the speech whose cue it shares."""

    attribution: Attribution
    verbatim: bool
    follows: bool = False


def find_speech(doc: Doc) -> tuple[Speech, ...]:
    """All attributions of a document, direct and reported, in text order; one cue gives one attribution."""
    quotes = find_quotes(doc)
    reported = list(find_reported(doc))
    clauses = {a.cue.i: a.contents for a in reported if not a.hidden}
    direct = [s for s in _direct(doc, quotes) if s.follows or not _is_fragment(doc, s, clauses.get(s.attribution.cue.i, ()))]
    told = {s.attribution.cue.i: s.attribution.contents[0] for s in direct if not s.follows}
    spoken = Stretches([c for s in direct for c in s.attribution.contents])
    quoted = Stretches([q.inner for q in quotes])
    out = list(direct)
    for a in reported:
        inside = spoken.shared(a.cue.span) > 0
        if inside and (a.source is None or a.entry.kind != "say" or kind_of_noun(a.source) not in ("person", "group")):
            continue  # what a speaker says of himself or of anybody's thoughts is one with his speech
        if a.cue.i in told and (a.cue.start > told[a.cue.i][0] or all(overlap(c, told[a.cue.i]) == c[1] - c[0] for c in a.contents)):
            continue  # the same words, told directly
        if "that" not in a.entry.frames and a.entry.kind == "mute":
            continue
        if a.cue.i in told and not any(t.tag in FINITE for c in a.contents for t in doc.within(c) if c[1] <= told[a.cue.i][0]):
            continue  # `Of the vote, he said: "..."`: nothing said but the quote
        left = a.contents if inside else tuple(cut for c in a.contents if (cut := _before_speech(doc, spoken, c)))
        if left:
            verbatim = 2 * sum(quoted.shared(c) for c in left) >= sum(e - s for s, e in left)
            out.append(Speech(replace(a, contents=left), verbatim))
    out += _paragraphs_on(doc, quotes, sorted(out, key=lambda s: s.attribution.contents[-1][1]))
    relays = _relays(doc)
    out += [r for s in out if (r := _relayed(doc, s, relays)) is not None]
    return tuple(sorted(out, key=lambda s: (s.attribution.contents[0], s.attribution.cue.i)))


def _paragraphs_on(doc: Doc, quotes: Sequence[Quote], told: Sequence[Speech]) -> Iterator[Speech]:
    """Quoted paragraphs without a cue behind a paragraph that ends with somebody's words: the same one goes on."""
    ends = [s.attribution.contents[-1][1] for s in told]
    spoken = Stretches([c for s in told if s.attribution.direct for c in s.attribution.contents])
    for q in quotes:
        k = bisect_left(ends, q.span[0]) - 1
        if k < 0 or not q.closed or spoken.shared(q.inner) or len(doc.text[q.inner[0] : q.inner[1]].split()) < 2 * SHORTEST:
            continue
        at, last = doc.at(q.inner[0]), doc.at(ends[k] - 1)
        if at is None or last is None or doc.sentence(last).paragraph != q.paragraph - 1 or at.sent - last.sent != 1:
            continue
        if not doc.text[q.inner[0]].isupper() or doc.text[q.inner[1] - 1] not in ".!?" or not _fills(doc, at, q):
            continue
        yield Speech(replace(told[k].attribution, source=None, contents=(q.inner,), direct=True), True, follows=True)


def _fills(doc: Doc, first: Token, q: Quote) -> bool:
    """Whether nothing of a paragraph stands outside a quote."""
    begins = first.sent == 0 or doc.sentences[first.sent - 1].paragraph != q.paragraph
    following = doc.at(q.span[1] + 1)
    begun = doc.sentence(first).span[0] >= q.span[0] - 1
    return begins and begun and (following is None or doc.sentence(following).paragraph != q.paragraph)


def _relayed(doc: Doc, speech: Speech, relays: dict[int, tuple[Token, Token]]) -> Speech | None:
    """The one who passes words on: "the Times quoted him as saying", "he said, as reported by the Times"."""
    a = speech.attribution
    last = doc.at(a.contents[-1][1] - 1)
    for sent in () if speech.follows else (a.cue.sent, last.sent if last is not None else -1):
        if sent in relays and not any(s <= relays[sent][0].start < e for s, e in a.contents):
            cue, source = relays[sent]
            return replace(speech, attribution=replace(a, cue=cue, source=source))
    return None


def _relays(doc: Doc) -> dict[int, tuple[Token, Token]]:
    """The first cue with its source, by number of the sentence, that passes on what another said."""
    found: dict[int, tuple[Token, Token]] = {}
    for t in doc.tokens:
        if t.lemma not in closed("relay") or t.sent in found or t.pos != "VERB":
            continue
        marks = [k for k in t.kids("mark", "advmod", "prep") if k.lower == "as"]
        by = t.child("agent", "prep") if t.tag == "VBN" and marks and marks[0].i < t.i else None
        source = by.child("pobj") if by is not None and by.lower in ("by", "in") else None
        if source is None and any(k.i > t.i and k.child("pcomp") is not None for k in marks) and t.child("auxpass") is None:
            source = t.child("nsubj")
        if source is not None:
            found[t.sent] = (t, source)
    return found


def _is_fragment(doc: Doc, speech: Speech, clauses: tuple[Span, ...]) -> bool:
    """Whether a quote is but a part of a clause that the same cue reports and that goes on: `said "a culture of fear" exists`."""
    start, end = speech.attribution.contents[0]
    behind = doc.text[end : end + 3].lstrip("”\"'’")
    goes_on = doc.text[end - 1].isalnum() and behind[:1].isspace() and behind[1:2].islower()
    return goes_on and any(s <= start and e > end + 3 for s, e in clauses)


def _before_speech(doc: Doc, spoken: Stretches, content: Span) -> Span | None:
    """Reported content up to the direct speech that follows on it; None where it is mostly direct speech."""
    first = spoken.first(content)
    if first is None:
        return content
    kept = doc.text[content[0] : first].rstrip("“”\"'‘«»: \n\t")
    if len(kept.split()) >= SHORTEST:
        return content[0], content[0] + len(kept)
    return None if spoken.shared(content) > 0.6 * (content[1] - content[0]) else content


class Stretches:
    """Stretches of the text that do not overlap, asked how much of a span they cover in logarithmic time."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._ends = [e for _, e in self._spans]

    def first(self, span: Span) -> int | None:
        """Where the first stretch that shares a character with a span begins."""
        k = bisect_right(self._ends, span[0])
        return self._spans[k][0] if k < len(self._spans) and self._spans[k][0] < span[1] else None

    def shared(self, span: Span) -> int:
        """How many characters of a span lie in the stretches."""
        size = 0
        for k in range(bisect_left(self._ends, span[0]), len(self._spans)):
            if self._spans[k][0] >= span[1]:
                break
            size += overlap(self._spans[k], span)
        return size


def _direct(doc: Doc, quotes: tuple[Quote, ...]) -> Iterator[Speech]:
    last: Quote | None = None
    anchor: Token | None = None
    for n, q in enumerate(quotes):
        limit = quotes[n + 1].span[0] if n + 1 < len(quotes) else len(doc.text)
        before = _before(doc, q, last.span[1] if last is not None else 0)
        cue = _cue_before(doc, before, q, near=True) or _cue_after(doc, q, limit) or _cue_before(doc, before, q, near=False)
        if cue is None and (last is None or q.paragraph != last.paragraph or before):
            cue = _speaker_before(doc, before, q)
        if cue is not None:
            token, source = cue
            entry = cues().get((token.lemma, "verb"), BARE)
            said = (_sentence_start(doc, before, q), q.inner[1]) if token.start > q.inner[1] else q.inner
            yield Speech(Attribution(token, entry, source, (said,), direct=True), 2 * (q.inner[1] - q.inner[0]) > said[1] - said[0])
            last, anchor = q, token
        elif anchor is not None and last is not None and _goes_on(doc, q, last, before):
            entry = cues().get((anchor.lemma, "verb"), BARE)
            yield Speech(Attribution(anchor, entry, None, (q.inner,), direct=True), True, follows=True)
            last = q


def _sentence_start(doc: Doc, before: list[Token], q: Quote) -> int:
    """Where the sentence begins whose end is quoted: "Many women remain "stuck at home", she added"; else where the quote begins."""
    lead = [t for t in before if t.sent == before[-1].sent]
    words = [t for t in lead if t.pos != "PUNCT"]
    if not doc.text[q.inner[0]].islower() or len(words) < 2 or lead[-1].text in (".", ":", ";") or any(_speaks(t) for t in words):
        return q.inner[0]
    return words[0].start


def _before(doc: Doc, q: Quote, floor: int) -> list[Token]:
    """The tokens of the quote's own paragraph between the quote before it and its opening mark."""
    start = max(floor, q.span[0] - WINDOW)
    return [t for t in doc.within((start, q.span[0])) if start <= t.start and t.end <= q.span[0] and doc.sentence(t).paragraph == q.paragraph]


def _speaks(t: Token) -> bool:
    entry = cues().get((t.lemma, "verb"))
    return t.pos in ("VERB", "AUX") and entry is not None and "quote" in entry.frames


def _cue_after(doc: Doc, q: Quote, limit: int) -> tuple[Token, Token | None] | None:
    """As in `"...", he said` and `"...," said Mr. Roe of the ministry`."""
    closing = doc.text[q.inner[0] : q.inner[1]].rstrip("'’‘ ")[-1:] or '"'
    gap = doc.text[q.span[1] : q.span[1] + 3].lstrip()[:1]
    tokens = doc.within((q.span[1], max(q.span[1], min(limit, q.span[1] + WINDOW))))[:REACH]
    bare = len(tokens) > 1 and tokens[0].tag in ("VBD", "VBZ") and tokens[1].pos == "PROPN"  # `"We are ready" tweeted Roe`
    if not (bare or closing in ",!?—–-.…;" or gap in (",", "—", "–")) or (closing in ".…" and gap.isupper()):
        return None
    for k, t in enumerate(tokens):
        if doc.sentence(t).paragraph != q.paragraph or (k > 0 and t.text in (".", ":", ";", "?", "!")):
            return None
        if _speaks(t):
            source, _ = source_of(t)
            if source is None or not (tokens[0].i <= source.i <= tokens[-1].i) or source.lower in ("who", "which"):
                source = _near_noun(tokens, k) or source
            return (t, source) if source is not None else None
        if t.lower == "according" and k <= 1:
            source = next((x for x in tokens[k + 2 :] if x.dep == "pobj"), None)
            return (t, source) if source is not None else None
    return None


def _near_noun(tokens: list[Token], k: int) -> Token | None:
    """The noun beside a cue where the parse gives no subject: behind it ("said Roe"), else before it ("Roe said")."""
    behind = tokens[k + 1 : k + 8]
    for n, t in enumerate(behind):
        if t.pos == "PUNCT" or t.pos == "VERB":
            break
        following = behind[n + 1] if n + 1 < len(behind) else None
        if t.pos in ("NOUN", "PROPN", "PRON") and not (following is not None and following.pos in ("NOUN", "PROPN", "PART")):
            return t
    return next((t for t in reversed(tokens[:k]) if t.pos in ("NOUN", "PROPN", "PRON") and t.dep not in ("compound", "poss", "npadvmod")), None)


def _cue_before(doc: Doc, tokens: list[Token], q: Quote, near: bool) -> tuple[Token, Token | None] | None:
    """As in `Roe said: "..."`, `said that "..."` (near); `Roe said in a letter, "..."`, `in his message: "..."` (not near)."""
    ends = [n for n, t in enumerate(tokens) if t.text in (".", "!", "?", ";")]
    tokens = tokens[ends[-1] + 1 :] if ends else tokens
    if not tokens:
        return None
    k = len(tokens) - 1
    pause = tokens[k].text in (",", ":", "—", "–", "-")
    if near:
        k -= int(pause) + int(tokens[k].lower in ("that", "as"))
        return (tokens[k], source_of(tokens[k])[0]) if k >= 0 and _speaks(tokens[k]) else None
    if not pause:
        return None
    for t in reversed(tokens[-REACH:]):
        if _speaks(t):
            return _outer(t)
    words = doc.text[q.inner[0] : q.inner[1]].split()
    if tokens[k].text == ":" or (len(words) >= 6 and words[0][:1].isupper()):
        for t in reversed(tokens):
            source = t.child("nsubj") if t.pos in ("VERB", "AUX") else None
            if source is not None and source.pos not in ("DET", "PUNCT"):
                return t, source
    return None


def _outer(t: Token) -> tuple[Token, Token | None]:
    """For "Roe says he thinks" it is Roe who says; else the cue with its own source."""
    source, _ = source_of(t)
    above = t.head
    if source is not None and source.lower in THIRD and t.dep == "ccomp" and _speaks(above) and above.i < t.i:
        return above, source_of(above)[0]
    return t, source


def _speaker_before(doc: Doc, tokens: list[Token], q: Quote) -> tuple[Token, Token | None] | None:
    """As in `Roe criticised the decision. "It is a mistake."`: a quoted sentence belongs to the one the sentence before speaks of."""
    words = doc.text[q.inner[0] : q.inner[1]].split()
    if len(words) < 2 * SHORTEST or not words[0].lstrip("[(")[:1].isupper() or not tokens or tokens[-1].text[-1] not in ".!?":
        return None
    root = doc.sentence(tokens[-1]).root
    source = root.child("nsubj") if root.pos in ("VERB", "AUX") else None
    if source is None or not (kind_of_noun(source) in ("person", "group") or source.lower in ("he", "she", "they", "it")):
        return None
    return root, source


def _goes_on(doc: Doc, q: Quote, last: Quote, before: list[Token]) -> bool:
    """Whether a quote without a cue goes on with the speech before: a sentence of its own in the same or the next paragraph."""
    if q.paragraph - last.paragraph > 1 or len(doc.text[q.inner[0] : q.inner[1]].split()) < SHORTEST:
        return False
    if q.paragraph != last.paragraph:
        return not before
    return not before or before[-1].text[-1] in ".!?:;" or all(t.lower in (",", "and", "or", "but") for t in before)
