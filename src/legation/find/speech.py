"""All that is said in a document: direct and reported speech as one, words that go on, and words that are passed on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.codes.cues import cues
from legation.codes.wordsets import wordset
from legation.find.attribution import Attribution
from legation.find.cues import THIRD, find_reported
from legation.find.direct import SHORTEST, find_direct, speaks
from legation.find.overruns import to_quote_end
from legation.find.quotes import Quote, find_quotes
from legation.find.sources import kind_of_noun, source_of
from legation.find.stretches import Speech, Stretches
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span, overlap

FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))


def find_speech(doc: Doc) -> tuple[Speech, ...]:
    """All attributions of a document, direct and reported, in text order; one cue gives one attribution."""
    quotes = find_quotes(doc)
    starts = [q.inner[0] for q in quotes]
    reported = [replace(a, contents=tuple(to_quote_end(doc, quotes, starts, c) for c in a.contents)) for a in find_reported(doc)]
    clauses = {a.cue.i: a.contents for a in reported if not a.hidden}
    direct = [s for s in find_direct(doc, quotes) if s.follows or not _is_fragment(doc, s, clauses.get(s.attribution.cue.i, ()))]
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
        left = a.contents if inside else tuple(cut for c in a.contents if (cut := _before_speech(doc, spoken, c)))
        if a.cue.i in told and not any(_tells(doc, c) for c in left if c[1] <= told[a.cue.i][0]):
            continue  # `Of the vote, he said: "..."`: nothing said but the quote
        if left:
            verbatim = 2 * sum(quoted.shared(c) for c in left) >= sum(e - s for s, e in left)
            out.append(Speech(replace(a, contents=left), verbatim))
    out += _set_off(doc, spoken, {s.attribution.cue.i for s in out})
    out += _goes_on(doc, quotes, sorted(out, key=lambda s: s.attribution.contents[-1][1]))
    relays = _relays(doc)
    out += [r for s in out if (r := _relayed(doc, s, relays)) is not None]
    return tuple(sorted(out, key=lambda s: (s.attribution.contents[0], s.attribution.cue.i)))


def _tells(doc: Doc, content: Span) -> bool:
    """Whether content has a verb of its own: a finite one or "to" with one."""
    return any(t.tag in FINITE or (t.tag == "VB" and any(a.lower == "to" for a in t.kids("aux"))) for t in doc.within(content))


def _set_off(doc: Doc, spoken: Stretches, told: set[int]) -> Iterator[Speech]:
    """A paragraph without marks that a line "Roe argues:" leads in: all of it is said."""
    for sentence in doc.sentences[:-1]:
        following = doc.sentences[sentence.i + 1]
        t = sentence.root
        if sentence.tokens[-1].text != ":" or following.paragraph == sentence.paragraph or not speaks(t) or t.i in told:
            continue
        source = source_of(t)[0]
        if source is None or not (kind_of_noun(source) or source.lower in THIRD) or spoken.shared(following.span):
            continue
        inner = [k for k in _paragraph(doc, following.i) if k.pos != "PUNCT" or k.text in "[]()"]
        if len(inner) >= SHORTEST:
            yield Speech(Attribution(t, cues()[t.lemma, "verb"], source, ((inner[0].start, inner[-1].end),), direct=True), True)


def _paragraph(doc: Doc, first: int) -> Iterator[Token]:
    """The tokens of the sentences of one paragraph from its first on."""
    for i in range(first, len(doc.sentences)):
        if doc.sentences[i].paragraph != doc.sentences[first].paragraph:
            return
        yield from doc.sentences[i].tokens


def _goes_on(doc: Doc, quotes: Sequence[Quote], told: Sequence[Speech]) -> Iterator[Speech]:
    """Quoted sentences without a cue right behind somebody's words: the same one goes on, in the same paragraph or in the next."""
    ends = [s.attribution.contents[-1][1] for s in told]
    spoken = Stretches([c for s in told if s.attribution.direct for c in s.attribution.contents])
    for n, q in enumerate(quotes):
        k = bisect_left(ends, q.span[0]) - 1
        if k < 0 or spoken.shared(q.inner) or len(doc.text[q.inner[0] : q.inner[1]].split()) < 2 * SHORTEST:
            continue
        at, last = doc.at(q.inner[0]), doc.at(ends[k] - 1)
        if at is None or last is None or not (q.closed or _is_taken_up(doc, q, quotes[n + 1 : n + 2])):
            continue
        if _is_next(doc, at, last, q) and doc.text[q.inner[0]].isupper() and doc.text[q.inner[1] - 1] in ".!?":
            yield Speech(replace(told[k].attribution, source=None, contents=(q.inner,), direct=True), True, follows=True)


def _is_next(doc: Doc, first: Token, last: Token, q: Quote) -> bool:
    """Whether a quote from `first` on follows right on words up to `last`: a paragraph of its own, the next sentence, or behind a colon."""
    before = doc.sentence(last).paragraph
    if before == q.paragraph - 1:
        return first.sent - last.sent == 1 and _fills(doc, first, q)
    between = doc.text[last.end : q.span[0]]
    behind = doc.tokens[last.i + 1 : first.i]
    colon = between.strip("”\"'’ ") == ":"
    beside = (
        first.sent - last.sent == 1 and all(k.pos == "PUNCT" or k.sent == last.sent for k in behind) and not between.rstrip().endswith((",", ";"))
    )
    return before == q.paragraph and (colon or (beside and _is_whole(doc, q)))


def _is_whole(doc: Doc, q: Quote) -> bool:
    """Whether nothing of a sentence follows a quote."""
    following = doc.at(q.span[1] + 1)
    return following is None or following.text[:1].isupper() or doc.sentence(following).paragraph != q.paragraph


def _is_taken_up(doc: Doc, q: Quote, following: Sequence[Quote]) -> bool:
    """Whether a quote that its paragraph leaves open goes on at the beginning of the next paragraph."""
    return bool(following) and following[0].paragraph == q.paragraph + 1 and not doc.text[q.span[1] : following[0].span[0]].strip("”\"' \n\t")


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
        if t.lemma not in wordset("relay") or t.sent in found or t.pos != "VERB":
            continue
        marks = [k for k in t.kids("mark", "advmod", "prep") if k.lower == "as"]
        by = t.child("agent", "prep") if t.tag == "VBN" and marks and marks[0].i < t.i else None
        source = by.child("pobj") if by is not None and by.lower in ("by", "in") else None
        if source is None and any(k.i > t.i and k.child("pcomp") is not None for k in marks):
            agent = t.child("agent")  # "was quoted by the Times as saying"
            source = t.child("nsubj") if t.child("auxpass") is None else agent.child("pobj") if agent is not None else None
        if source is not None:
            found[t.sent] = (t, source)
    return found


def _is_fragment(doc: Doc, speech: Speech, clauses: tuple[Span, ...]) -> bool:
    """Whether a quote is but a part of a clause that the same cue reports and that goes on: `said "a culture of fear" exists`."""
    start, end = speech.attribution.contents[0]
    behind = doc.text[end : end + 3].lstrip("”\"'’")
    goes_on = doc.text[end - 1].isalnum() and behind[:1].isspace() and behind[1:2].islower()
    short = len(doc.text[start:end].split()) < SHORTEST and speech.attribution.cue.end < start
    return goes_on and (short or any(s <= start and e > end + 3 for s, e in clauses))


def _before_speech(doc: Doc, spoken: Stretches, content: Span) -> Span | None:
    """Reported content up to the direct speech that follows on it; None where it is mostly direct speech."""
    first = spoken.first(content)
    if first is None:
        return content
    kept = doc.text[content[0] : first].rstrip("“”\"'‘«»: \n\t")
    if len(kept.split()) >= SHORTEST:
        return content[0], content[0] + len(kept)
    return None if spoken.shared(content) > 0.6 * (content[1] - content[0]) else content
