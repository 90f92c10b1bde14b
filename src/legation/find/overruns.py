"""Content that reaches further than the tree says: over gaps, to the verb of a clause cut in two, and to the end of a quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from legation.codes.cues import Cue
from legation.find.quotes import Quote
from legation.find.runs import MARKS, spans
from legation.parse.doc import Doc, Token
from legation.words.evidence import Span

FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
SUBJECTS = ("nsubj", "nsubjpass")
# A phrase between commas that parts a subject from its verb is no longer than this.
LONGEST_ASIDE = 9


def mended(doc: Doc, cue: Token, entry: Cue, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces of content behind a cue made whole, where the parse breaks them; those before it as they are."""
    joined: list[Span] = []
    for piece in contents:
        if joined and joined[-1][0] > cue.start and not _is_broken(doc, (joined[-1][1], piece[0])):
            joined[-1] = joined[-1][0], piece[1]
        else:
            joined.append(piece)
    if joined and joined[-1][0] > cue.start and entry.frames & {"that", "marked"}:
        joined[-1] = _over_colon(doc, cue, _with_its_verb(doc, cue, joined[-1]))
    return tuple((start, _word_end(doc, end)) for start, end in joined)


def _over_colon(doc: Doc, cue: Token, content: Span) -> Span:
    """As in "say [there are two reasons: some are poor, and some do not care]": what a colon behind content spells out, unless that is quoted."""
    last = doc.at(content[1] - 1)
    colon = doc.tokens[last.i + 1] if last is not None and last.i + 1 < len(doc.tokens) else None
    if last is None or colon is None or colon.text != ":" or colon.i + 1 >= len(doc.tokens) or not any(k.tag in FINITE for k in doc.within(content)):
        return content
    sentence, first = doc.sentence(cue), doc.tokens[colon.i + 1]
    if colon.sent != sentence.i or first.sent - colon.sent > 1 or doc.sentence(first).paragraph != sentence.paragraph:
        return content
    behind = [k for k in doc.sentence(first).tokens if k.i >= first.i]
    if any(k.text in MARKS for k in behind) or not any(k.tag in FINITE for k in behind):
        return content
    return content[0], max((e for _, e in spans(doc, behind)), default=content[1])


def _word_end(doc: Doc, end: int) -> int:
    """The end of a word that hyphens join, where the parse cuts it: "a re-run"."""
    while doc.text[end : end + 1] in ("-", "‑") and doc.text[end + 1 : end + 2].isalnum() and (last := doc.at(end + 1)) is not None:
        end = last.end
    return end


def _is_broken(doc: Doc, gap: Span) -> bool:
    """Whether something of its own stands between two pieces: a verb, as in "[the plan], he says, [is dead]"."""
    return any(k.pos in ("VERB", "AUX") or k.text in ";:" for k in doc.within(gap))


def _with_its_verb(doc: Doc, cue: Token, content: Span) -> Span:
    """As in "a motion claiming [the order] is void": a bare noun phrase whose own verb follows it is the subject of a clause."""
    inside = doc.within(content)
    at = inside[-1].i + 1
    if at >= len(doc.tokens) or any(k.tag in FINITE or k.dep == "mark" for k in inside) or inside[0].i - cue.i > 2:
        return content
    at = _past_aside(doc, at)
    verb = doc.tokens[at]
    if verb.tag not in FINITE or verb.pos not in ("VERB", "AUX") or verb.sent != cue.sent or cue.dep in ("relcl", "amod", "csubj"):
        return content
    head = verb if verb.dep not in ("aux", "auxpass") else verb.head
    own = head.kids(*SUBJECTS)
    stray = next(
        (k for k in doc.sentence(cue).tokens if k.i > head.i and k.tag in FINITE and k.dep in ("advcl", "ROOT") and not k.kids("mark", "nsubj")), None
    )
    if cue.dep == "acl" and stray is None and any(s.i < cue.i and cue in s.subtree() for s in own):
        return content  # "groups claiming the prize gathered"
    behind = [k for k in head.subtree() if k.i >= at and (stray is None or k.i < stray.i)]
    return (content[0], max((e for _, e in spans(doc, [*inside, *behind])), default=content[1])) if behind else content


def _past_aside(doc: Doc, at: int) -> int:
    """The place behind a short phrase between commas: "the fish[, like the corals,] might die"."""
    if doc.tokens[at].text != ",":
        return at
    inner = doc.tokens[at + 1 : at + 1 + LONGEST_ASIDE]
    stop = next((n for n, k in enumerate(inner) if k.text == "," or (k.pos in ("VERB", "AUX", "CCONJ") and k.dep != "amod")), None)
    return inner[stop].i + 1 if stop and inner[stop].text == "," and inner[0].pos in ("ADP", "SCONJ") and inner[stop].i + 1 < len(doc.tokens) else at


def to_quote_end(doc: Doc, quotes: Sequence[Quote], starts: Sequence[int], content: Span) -> Span:
    """Content that ends inside a quotation that began in it reaches to the end of the quotation: all of it is that speaker's.

    `starts` are the places where the quotations begin, in text order.
    """
    k = bisect_right(starts, content[1]) - 1
    if k < 0 or not quotes[k].closed:
        return content
    start, end = quotes[k].inner
    more = content[0] <= start < content[1] < end and any(sign.isalnum() for sign in doc.text[content[1] : end])
    return (content[0], end) if more else content
