"""Content beside a phrase that names its source: "according to X", "in the view of X", "by X's account"."""

from __future__ import annotations

from itertools import takewhile

from legation.codes.wordsets import wordset
from legation.find.attribution import ACCORDING, Attribution
from legation.find.runs import spans
from legation.find.sources import kind_of_noun
from legation.parse.doc import Doc, Sentence, Token
from legation.words.evidence import Span


def according(doc: Doc, sentence: Sentence, t: Token) -> Attribution | None:
    """As in "According to X, content" and "content, according to X": the clause beside the phrase, whatever the parser hung it on."""
    tokens = sentence.tokens
    k = t.i - tokens[0].i
    to = tokens[k + 1] if t.lower == "according" and k + 1 < len(tokens) else t
    if t.lower == "according" and to.lower != "to":
        return None
    source = to.child("pobj") or t.child("pobj")
    if source is None and t.lower == "according":
        name = takewhile(lambda x: x.pos in ("PROPN", "NOUN", "ADJ", "DET", "PART", "ADP"), tokens[k + 2 :])
        source = next((x for x in reversed(list(name)) if x.pos in ("PROPN", "NOUN")), None)
    if source is None or (t.lower == "per" and (source.ent not in ("ORG", "PERSON") or k == 0 or tokens[k - 1].lower != ",")):
        return None
    if source.tag == "WDT":
        return _according_to_which(doc, t, sentence)
    own = {x.i for x in t.subtree()} | {x.i for x in source.subtree()} | {t.i, to.i}
    contents = spans(doc, _beside(tokens, k, source, own))
    return Attribution(t, ACCORDING, source, contents) if contents else None


def _beside(tokens: list[Token], k: int, source: Token, own: set[int]) -> list[Token]:
    """The tokens of the clause that an "according to" at place k speaks of."""
    t, last = tokens[k], max(own)
    before = [x for x in tokens[:k] if x.pos not in ("PUNCT", "CCONJ", "ADV")]
    after = [x for x in tokens if x.i > last]
    if not before:
        # "Roe, a professor, ..."
        beside = [k for x in source.subtree() for k in x.kids("appos") if any(d.lower in ("a", "an") for d in k.kids("det")) or _is_title(k)]
        edge = max((x.i for k in beside for x in k.subtree()), default=source.i)
        set_off = any(x.i == edge + 1 and x.lower == "," for x in tokens)
        comma = next((x for x in tokens if x.i > (edge if set_off else source.i) and x.lower == ","), None)
        begin = comma.i if comma is not None and comma.i <= last + 1 else last
        return [x for x in tokens if x.i > begin]
    if k > 0 and (tokens[k - 1].dep == "cc" or (tokens[k - 1].lower == "," and k > 1 and tokens[k - 2].dep == "cc")) and len(after) > 2:
        return after
    if any(x.pos != "PUNCT" for x in after) and before and _is_relative(after):
        return tokens[:k]  # "[the raid began at six], according to the police, who said"
    if any(x.pos != "PUNCT" for x in after) and t.head.i not in own and t.head.pos in ("VERB", "AUX"):
        verb = t.head
        while verb.dep == "advcl" and verb.head.pos in ("VERB", "AUX") and verb.head.i < verb.i:
            verb = verb.head
        return [x for x in verb.subtree() if x.i not in own]
    return tokens[:k]


def _is_relative(after: list[Token]) -> bool:
    first = next((x for x in after if x.pos != "PUNCT"), None)
    return first is not None and first.lower in ("who", "which", "whose")


def _is_title(k: Token) -> bool:
    """Whether a noun only tells what somebody is: "Roe, director of the fund,"."""
    return k.pos == "NOUN" and kind_of_noun(k) == "person" and k.child("prep") is not None and k.child("det") is None


def in_view(doc: Doc, sentence: Sentence, t: Token) -> Attribution | None:
    """As in "In the view of X, content", "by X's account, content"."""
    of = next((k.child("pobj") for k in t.kids("prep") if k.lower == "of"), None)
    source = t.child("poss") or of
    first = sentence.tokens[0]
    if source is None or source.ent in ("DATE", "TIME"):
        return None
    if t.head is not first:
        before = doc.tokens[t.head.i - 1]
        last = max(k.i for k in t.subtree())
        aside = before.sent == t.sent and before.lower == "," and last < sentence.tokens[-1].i and doc.tokens[last + 1].pos == "PUNCT"
        contents = spans(doc, [k for k in sentence.tokens if k.i < before.i or k.i > last]) if aside else ()
        return Attribution(t, ACCORDING, source, contents) if contents else None
    last = max(k.i for k in ([source, t] if of is None else of.subtree()))
    comma = next((k for k in sentence.tokens if k.i >= min(last, t.i + 1) and k.lower == ","), None)
    contents = spans(doc, [k for k in sentence.tokens if comma is not None and k.i > comma.i])
    return Attribution(t, ACCORDING, source, contents) if contents else None


def as_told(doc: Doc, t: Token) -> tuple[Span, ...]:
    """The main clause beside "as the minister put it", "as he told reporters"."""
    if t.dep != "advcl" or not any(m.lower == "as" for m in t.kids("mark", "advmod")) or t.child("nsubj") is None or t.child("ccomp") is not None:
        return ()
    thing = t.child("dobj")
    if t.lemma in wordset("aside") and ((thing is not None and thing.lower == "it") or t.lemma not in ("put", "see", "have")):
        own = {k.i for k in t.subtree()}
        return spans(doc, [k for k in t.head.subtree() if k.i not in own])
    return ()


def _according_to_which(doc: Doc, t: Token, sentence: Sentence) -> Attribution | None:
    """As in "an accord, according to which X"."""
    noun = next((x for x in reversed(sentence.tokens) if x.pos in ("NOUN", "PROPN") and x.i < t.i), None)
    contents = spans(doc, [x for x in sentence.tokens if x.i > t.i + 2])
    return Attribution(t, ACCORDING, noun, contents) if noun is not None and contents else None
