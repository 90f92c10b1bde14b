"""Adding a claim by hand: words of an article that the rules did not take, with what the analyst reads in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from legation.errors import QueryError
from legation.store.case import Case
from legation.words.article import Article
from legation.words.claim import KINDS
from legation.words.codec import decode, encode
from legation.words.event import Event
from legation.words.evidence import Span, trim
from legation.words.figure import Figure
from legation.words.ids import claim_id, digest
from legation.words.judgement import Decision, Judgement

RULE = "by hand"
"""What such a claim has in the place of a rule."""
LONGEST = 2_000
"""Characters of a claim's words."""


def add_claim(case: Case, article: Article, span: Span, kind: str, fields: Mapping[str, Any], author: str, why: str = "") -> Judgement:
    """Logs a claim (event, figure, tie or statement) on words of an article, and gives the judgement; undoing it takes the claim away.

    `fields` are those of the claim's JSON but id, span and rule. Raises QueryError where they are none of that kind.
    """
    if kind not in KINDS:
        raise QueryError(f"{kind!r} is no kind of claim; {', '.join(KINDS)} are")
    place = trim(article.text, span) if 0 <= span[0] < span[1] <= len(article.text) else None
    if place is None or place[1] - place[0] > LONGEST:
        raise QueryError("a claim needs words of the article, and no more than a paragraph of them")
    before = sum(j.decision is Decision.ADD for j in case.judgements())
    id = claim_id(article.digest, f"{kind} {RULE}", place, before)
    record = {**fields, "id": id, "span": list(place), "rule": RULE}
    try:
        claim = decode(KINDS[kind], record)
        plain = encode(claim)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise QueryError(f"not a {kind}: {error}") from error
    if isinstance(claim, Event) and not claim.actors:
        raise QueryError("an act needs somebody who acts")
    if isinstance(claim, Figure) and not claim.measure:
        raise QueryError("a figure needs a measure")
    made = datetime.now(UTC)
    content = {"kind": kind, "article": article.digest, "claim": plain, **({"why": why} if why else {})}
    text = json.dumps(content, ensure_ascii=False)
    out = Judgement(digest("judgement", id, Decision.ADD, author, made.isoformat(), text), id, Decision.ADD, author, made, "", text)
    case.judge(out)
    return out
