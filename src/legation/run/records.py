"""A case's claims as records (for JSON and CSV) and as lines (for a reader)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from legation.brief.dossier import Line
from legation.brief.excerpt import excerpt
from legation.brief.pile import publisher_of
from legation.brief.tell import Naming, says_who, tell
from legation.brief.wording import period_words, tone_of
from legation.words.codec import encode
from legation.words.dispute import Dispute
from legation.words.event import Event
from legation.words.judgement import Judgement
from legation.words.period import Period
from legation.words.ruling import Ruled
from legation.words.status import Status
from legation.words.voice import Voice

if TYPE_CHECKING:
    from legation.store.case import Case
    from legation.store.held import Held


FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""


class Papers:
    """Which paper an article stood in and when it came out, looked up once an article."""

    def __init__(self, case: Case) -> None:
        self._case, self._known = case, dict[str, tuple[str, Period | None]]()

    def __getitem__(self, digest: str) -> str:
        return self._look(digest)[0]

    def published(self, digest: str) -> Period | None:
        """When an article was published, where that is known."""
        return self._look(digest)[1]

    def _look(self, digest: str) -> tuple[str, Period | None]:
        if digest not in self._known:
            article = self._case.article(digest)
            self._known[digest] = publisher_of(article), article.published.when if article.published else None
        return self._known[digest]


def records(found: Iterable[Held], papers: Papers) -> Iterator[dict[str, Any]]:
    """Each claim whole, with its article, its words and their sentence."""
    for held in found:
        yield {
            "kind": held.kind,
            **encode(held.claim),
            "article": held.article,
            "article_digest": held.article_digest,
            "publisher": papers[held.article_digest],
            "words": held.words,
            "sentence": held.sentence,
            "judged": list(held.judged),
            "sentence_span": list(held.sentence_span),
        }


def judgement_record(judgement: Judgement, ruled: Ruled | None = None) -> dict[str, Any]:
    """A judgement with the words it was made on, and whether it is to be looked at again."""
    known = {"article": ruled.article, "words": ruled.words, "sentence": ruled.sentence, "review": ruled.review} if ruled else {}
    return {**encode(judgement), "made": judgement.made.isoformat(), "content": json.loads(judgement.content), **known}


def dispute_records(found: Iterable[Dispute], case: Case) -> Iterator[dict[str, Any]]:
    """Each dispute with the sentence of each side, its article, when that was published, and who says so."""
    for dispute in found:
        record = encode(dispute)
        for side in record["sides"]:
            held = case.claim(side["claim"])
            published = case.article(held.article_digest).published
            side["told"] = published.when.as_json() if published else None
            side["voice"] = held.claim.speaker if isinstance(held.claim, Voice) else held.claim.voice
            side["sentence"] = held.sentence
        yield record


def line(held: Held, papers: Papers, name: Naming) -> Line:
    """A claim for a reader."""
    claim, start, paper = held.claim, held.sentence_span[0], papers[held.article_digest]
    quote = excerpt(held.sentence, (claim.span[0] - start, claim.span[1] - start), ((0, len(held.sentence)),))
    if isinstance(claim, Voice):
        of = f" ({name(claim.country)})" if claim.country else ""
        return Line("", f"{says_who(claim, '')}{of}, in {paper}", quote=quote, flags=(*held.judged, *(("verbatim",) if claim.verbatim else ())))
    tone = tone_of(claim.type) if isinstance(claim, Event) else ""
    flags = (*held.judged, *(() if claim.status is Status.ACTUAL else (claim.status.value,)))
    return Line(tell(claim, name, held.words), says_who(claim, paper), period_words(claim.when, short=True), quote, (), flags, tone)


def flat(record: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """A record as cells of a row: lists are joined by `; `, spans left out, nothing can be taken for a formula."""
    for key, value in record.items():
        if key in ("when", "holds"):
            first, last = value or (None, None)
            yield from ((f"{key}_first", first), (f"{key}_last", last))
        elif key.endswith(("span", "spans")):
            continue
        elif isinstance(value, list):
            yield key, cell("; ".join(str(v.get("speaker", v)) if isinstance(v, dict) else str(v) for v in value))
        else:
            yield key, cell(value) if isinstance(value, str) else value


def cell(text: str) -> str:
    """Text that a spreadsheet shows and never runs."""
    return f"'{text}" if text.startswith(FORMULA) else text
