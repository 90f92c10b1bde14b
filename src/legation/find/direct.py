"""Direct speech: which quoted stretches are somebody's words, and the cue that says whose."""

from __future__ import annotations

from collections.abc import Iterator

from legation.codes.cues import Cue, cues
from legation.codes.wordsets import wordset
from legation.find.attribution import Attribution
from legation.find.cues import THIRD
from legation.find.quotes import Quote
from legation.find.sources import kind_of_noun, source_of
from legation.find.stretches import Speech
from legation.parse.doc import Doc, Token

# How far from a quote its cue may stand, in tokens and in characters.
REACH = 30
WINDOW = 400
# Fewer words than this, without a cue of their own, are a fragment and no speech.
SHORTEST = 3
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
BARE = Cue("", "", "say", frozenset(("quote",)))


def find_direct(doc: Doc, quotes: tuple[Quote, ...]) -> Iterator[Speech]:
    """The quoted stretches of a document that are somebody's words, in text order."""
    last: Quote | None = None
    anchor: Token | None = None
    for n, q in enumerate(quotes):
        limit = quotes[n + 1].span[0] if n + 1 < len(quotes) else len(doc.text)
        before = _before(doc, q, last.span[1] if last is not None else 0)
        after = None if _is_said_of(doc, q) else _cue_after(doc, q, limit)
        cue = _cue_before(doc, before, q, near=True) or after or _cue_before(doc, before, q, near=False)
        if cue is None and (last is None or q.paragraph != last.paragraph or before):
            cue = _speaker_before(doc, before, q)
        if cue is not None:
            token, source = cue
            entry = cues().get((token.lemma, "verb"), BARE)
            said = (_sentence_start(doc, before, q), q.inner[1]) if token.start > q.inner[1] else q.inner
            yield Speech(Attribution(token, entry, source, (said,), direct=True), 2 * (q.inner[1] - q.inner[0]) > said[1] - said[0])
            last, anchor = q, token
        elif anchor is not None and last is not None and (_goes_on(doc, q, last, before) or _goes_round(doc, q, last, before, anchor)):
            entry = cues().get((anchor.lemma, "verb"), BARE)
            yield Speech(Attribution(anchor, entry, None, (q.inner,), direct=True), True, follows=True)
            last = q


def _is_said_of(doc: Doc, q: Quote) -> bool:
    """Whether quoted words are said of a thing by a clause before them: `Roe, calling it "a joke," said`, `Roe, who called it so, said`."""
    first = doc.at(q.inner[0])
    above = first.ancestors() if first is not None else ()
    scrap = doc.text[q.inner[0]].islower() and len(doc.text[q.inner[0] : q.inner[1]].split()) <= SHORTEST
    saying = next((t for t in above if (t.tag == "VBG" or t.dep in ("relcl", "acl") or (scrap and t.pos == "VERB")) and t.end <= q.span[0]), None)
    entry = cues().get((saying.lemma, "verb")) if saying is not None else None
    return saying is not None and entry is not None and "as" in entry.about_object and saying.child("dobj") is not None


def _sentence_start(doc: Doc, before: list[Token], q: Quote) -> int:
    """Where the sentence begins whose end is quoted: "Many women remain "stuck at home", she added"; else where the quote begins."""
    lead = [t for t in before if t.sent == before[-1].sent]
    words = [t for t in lead if t.pos != "PUNCT"]
    if not doc.text[q.inner[0]].islower() or len(words) < 2 or lead[-1].text in (".", ":", ";") or any(speaks(t) for t in words):
        return q.inner[0]
    return words[0].start


def _before(doc: Doc, q: Quote, floor: int) -> list[Token]:
    """The tokens between the quote before and this one's opening mark: of its own paragraph, or of a line that leads it in."""
    start = max(floor, q.span[0] - WINDOW)
    near = [t for t in doc.within((start, q.span[0])) if start <= t.start and t.end <= q.span[0]]
    own = [t for t in near if doc.sentence(t).paragraph == q.paragraph]
    if not own and near and near[-1].text in (",", ":"):
        return [t for t in near if t.sent == near[-1].sent]  # a line of its own leads it in: "Roe wrote:"
    return own


def speaks(t: Token) -> bool:
    """Whether a token is a verb that direct speech can follow or end on."""
    return _quotes(t) and not _is_adjective(t) and t.child("neg") is None


def _quotes(t: Token) -> bool:
    entry = cues().get((t.lemma, "verb"))
    return t.pos in ("VERB", "AUX") and entry is not None and "quote" in entry.frames


def _is_adjective(t: Token) -> bool:
    """Whether a participle stands inside a noun phrase: "with the stated aim"."""
    return t.dep == "amod" and any(k.i < t.i for k in t.head.kids("det", "poss"))


def _cue_after(doc: Doc, q: Quote, limit: int) -> tuple[Token, Token | None] | None:
    """As in `"...", he said` and `"...," said Mr. Roe of the ministry`."""
    closing = doc.text[q.inner[0] : q.inner[1]].rstrip("'’‘ []")[-1:] or '"'
    gap = doc.text[q.span[1] : q.span[1] + 3].lstrip()[:1]
    tokens = doc.within((q.span[1], max(q.span[1], min(limit, q.span[1] + WINDOW))))[:REACH]
    bare = (
        len(tokens) > 1 and tokens[0].tag in ("VBD", "VBZ", "VBN") and tokens[1].pos == "PROPN" and _quotes(tokens[0])
    )  # `"We are ready" tweeted Roe`
    if (how := _is_how(tokens)) is not None:
        return how
    if not (bare or _is_said_by(doc, q, tokens) or closing in ",!?—–-.…;" or gap in (",", "—", "–")) or (closing in ".…" and gap.isupper()):
        return None
    for k, t in enumerate(tokens):
        if doc.sentence(t).paragraph != q.paragraph or (k > 0 and t.text in (".", ":", ";", "?", "!")):
            return None
        if _only_goes_on(t):
            continue
        if t.tag in FINITE and t.pos in ("VERB", "AUX") and not speaks(t) and t.dep not in ("relcl", "aux", "auxpass", "acl"):
            return None  # `the so-called "King," had many fans and wrote about them`
        if (speaks(t) or (bare and k == 0)) and not (t.tag == "VBG" and t.child("ccomp", "dobj") is not None and _goes_before(t)):
            source, _ = source_of(t)
            if source is None or not (tokens[0].i <= source.i <= tokens[-1].i) or source.lower in ("who", "which"):
                source = _near_noun(tokens, k) or source
            return (t, source) if source is not None else None
        if t.lower == "according" and k <= 1:
            source = next((x for x in tokens[k + 2 :] if x.dep == "pobj"), None)
            return (t, source) if source is not None else None
    return None


def _only_goes_on(t: Token) -> bool:
    """Whether a verb of going on has something other than a person for its subject: `the trial, called "Hope," began in May`."""
    entry, who = cues().get((t.lemma, "verb")), t.child("nsubj")
    return entry is not None and entry.kind == "mute" and (who is None or (who.pos == "NOUN" and kind_of_noun(who) is None))


def _is_said_by(doc: Doc, q: Quote, tokens: list[Token]) -> bool:
    """Whether a quoted sentence without a comma is followed right on by who said it: `"It may be out of order" Stone told us`."""
    words = doc.text[q.inner[0] : q.inner[1]].split()
    verb = next((t for t in tokens[1:4] if t.tag in ("VBD", "VBZ")), None)
    named = bool(tokens) and all(t.pos in ("PROPN", "PRON") for t in tokens if verb is not None and t.i < verb.i)
    if verb is None or not named or not _quotes(verb) or any(k.i > verb.i for k in verb.kids("ccomp")):
        return False
    return len(words) > 2 * SHORTEST and words[0][:1].isupper()


def _is_how(tokens: list[Token]) -> tuple[Token, Token] | None:
    """As in `"A mess" is how one mayor put it`."""
    if len(tokens) < 4 or tokens[0].lemma != "be" or tokens[1].lower != "how":
        return None
    verb = next((t for t in tokens[2:] if t.pos == "VERB"), None)
    source = verb.child("nsubj") if verb is not None and verb.lemma in wordset("aside") else None
    return (verb, source) if verb is not None and source is not None else None


def _goes_before(t: Token) -> bool:
    """Whether a participle reports what follows it, not what stands before: `..., adding that A had left`."""
    said = t.child("ccomp", "dobj")
    return said is not None and said.i > t.i and (said.dep == "ccomp" or t.lemma not in ("say",))


def _near_noun(tokens: list[Token], k: int) -> Token | None:
    """The noun beside a cue where the parse gives no subject: behind it ("said Roe"), else before it ("Roe said")."""
    behind = tokens[k + 1 : k + 8]
    for n, t in enumerate(behind):
        if t.pos == "PUNCT" or t.pos == "VERB":
            break
        following = behind[n + 1] if n + 1 < len(behind) else None
        if t.pos in ("NOUN", "PROPN", "PRON") and not (following is not None and following.pos in ("NOUN", "PROPN", "PART")):
            return t
    before = (t for t in reversed(tokens[:k]) if t.pos in ("NOUN", "PROPN", "PRON"))
    return next((t for t in before if t.dep not in ("compound", "poss", "npadvmod") or (t.dep == "compound" and t.head is tokens[k])), None)


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
        if k >= 1 and (name := _noted(tokens[k], tokens[k - 1])) is not None:
            return tokens[k], name
        if k < 0 or not speaks(tokens[k]):
            return None
        source, _ = source_of(tokens[k])
        lost = source.start > q.span[0] if source is not None else tokens[k].tag in FINITE
        return tokens[k], _near_noun(tokens, k) if lost else source
    if not pause:
        return _telling(doc, tokens, q)
    for t in reversed(tokens[-REACH:]):
        if speaks(t) and not _is_beside(t) and (cue := _outer(t))[1] is not None:
            return cue
    for t in tokens:
        of = next((p for p in t.kids("prep") if p.lower == "of"), None) if t.lower == "words" and t.head.lower == "in" else None
        if of is not None and (source := of.child("pobj")) is not None:
            return t, source  # "in the words of Roe, ..."
    named = next(((t, who) for t in tokens if t.lower == "according" for p in (*t.kids("prep"), t) if (who := p.child("pobj")) is not None), None)
    if tokens[k].text == ":" and named is not None:
        return named  # `According to Roe, the case is strong: "..."`
    words = doc.text[q.inner[0] : q.inner[1]].split()
    if tokens[k].text == ":" or (len(words) >= 6 and words[0][:1].isupper()):
        for t in reversed(tokens):
            source = t.child("nsubj") if t.pos in ("VERB", "AUX") else None
            if source is not None and source.pos not in ("DET", "PUNCT"):
                return t, source
    return None


def _telling(doc: Doc, tokens: list[Token], q: Quote) -> tuple[Token, Token | None] | None:
    """As in `Roe told the host of the show "if you ask me, it is over"`: nothing but who is told, and when, between the cue and the quote."""
    said = next((t for t in reversed(tokens) if t.pos in ("VERB", "AUX")), None)
    if said is None or not speaks(said) or tokens[-1].pos == "ADP" or len(doc.text[q.inner[0] : q.inner[1]].split()) < SHORTEST:
        return None
    own = {x.i for k in said.kids("dobj", "dative", "npadvmod", "prep", "advmod") for x in k.subtree()}
    told = said.lemma == "tell" or doc.text[q.inner[0]].isupper()
    source = source_of(said)[0]
    return (said, source) if told and source is not None and all(t.i in own for t in tokens if t.i > said.i) else None


def _is_beside(t: Token) -> bool:
    """Whether a cue stands in a relative clause on what was said: "commented, which the paper noted as unusual, that"."""
    who = t.child("nsubj")
    if t.dep == "acl" and t.tag == "VBN" and t.lemma != "read":
        return True  # "in a statement released on Friday:"
    return t.dep == "relcl" and who is not None and who.lower not in ("who", "which", "that")


def _noted(t: Token, before: Token) -> Token | None:
    """The name in "the Ministry of Trade notes, "..."", where the parser takes the verb for a noun."""
    if t.tag != "NNS" or t.dep == "pobj" or before.pos != "PROPN" or (t.lemma, "verb") not in cues():
        return None
    return next((k for k in t.subtree() if k.pos == "PROPN" and k.dep not in ("compound", "pobj") and k.i < t.i), before)


def _outer(t: Token) -> tuple[Token, Token | None]:
    """For "Roe says he thinks" it is Roe who says; else the cue with its own source."""
    source, _ = source_of(t)
    if source is None and t.dep == "acl" and t.lemma == "read":
        return t, t.head  # `the summary read in part: "..."`, taken for a participle
    above = t.head
    if source is not None and source.lower in THIRD and t.dep == "ccomp" and speaks(above) and above.i < t.i:
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


def _is_sentence(words: str) -> bool:
    """Whether quoted words are a sentence of their own, however short: "I apologize."."""
    return words[:1].isupper() and words[-1:] in (".", "!", "?") and " " in words


def _goes_round(doc: Doc, q: Quote, last: Quote, before: list[Token], anchor: Token) -> bool:
    """As in `"We are ready," wrote Roe "to help"`: nothing between two quotes but the cue with its source, and no new sentence."""
    own = {x.i for k in anchor.kids("nsubj", "dobj", "npadvmod", "advmod", "prep") for x in k.subtree()} | {anchor.i}
    own |= {t.i for t in before[before.index(anchor) + 1 :] if t.pos in ("PROPN", "PUNCT")} if anchor in before else set()
    return anchor in before and q.paragraph == last.paragraph and all(t.i in own for t in before) and doc.text[q.inner[0]].islower()


def _goes_on(doc: Doc, q: Quote, last: Quote, before: list[Token]) -> bool:
    """Whether a quote without a cue goes on with the speech before: a sentence of its own in the same or the next paragraph."""
    words = doc.text[q.inner[0] : q.inner[1]]
    if q.paragraph - last.paragraph > 1 or (len(words.split()) < SHORTEST and not (before and _is_sentence(words) and before[-1].text == ".")):
        return False
    if q.paragraph != last.paragraph:
        return not before
    return not before or before[-1].text[-1] in ".!?:;" or all(t.lower in (",", "and", "or", "but") for t in before)
