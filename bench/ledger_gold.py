"""The ledger alone: gold figures in, the ledger's JSON out, scored against the gold ledgers.

    python bench/ledger_gold.py GOLD_DIR [OUT.json]

GOLD_DIR holds articles.jsonl, *.gold.json and *.recon.json (see READING.md of the gold). Without our own reader's errors the scores
say what `reconcile` itself can do. Score with: score.py --articles GOLD_DIR/articles.jsonl --gold GOLD_DIR --ledger OUT.json READINGS
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legation.reconcile.ledger import build_ledger
from legation.reconcile.source import C, Teller, Told
from legation.words.amount import Amount, Change
from legation.words.codec import encode
from legation.words.evidence import Span
from legation.words.figure import Figure
from legation.words.ids import article_digest, claim_id
from legation.words.period import Period
from legation.words.status import Status

END = re.compile(r"(?<![A-Z]\.)(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+")


@dataclass(frozen=True)
class Gold:
    """A ledger source over gold figures."""

    told: tuple[Told[Figure], ...]

    def claims_for_ledger(self, kind: type[C]) -> Iterable[Told[C]]:
        """All gold figures; no other claims, for the gold ledgers hold none."""
        return [t for t in self.told if isinstance(t.claim, kind)]


def sentences(text: str) -> list[Span]:
    """Where sentences stand, well enough for news text."""
    ends = [m.span() for m in END.finditer(text)]
    starts = [0, *(e for _, e in ends)]
    return list(zip(starts, [*(s for s, _ in ends), len(text)], strict=True))


def figures(folder: Path) -> Iterator[Told[Figure]]:
    """The gold figures of a folder's articles, in text order."""
    for line in (folder / "articles.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        path = folder / f"{article['id']}.gold.json"
        if path.exists():
            yield from _of_article(article, json.loads(path.read_text("utf-8")))


def _of_article(article: dict[str, Any], gold: dict[str, Any]) -> Iterator[Told[Figure]]:
    text, day = article["text"], article.get("published")
    digest = article_digest(text, article.get("publisher"), article.get("url"), day)
    published = [day, day] if day else gold.get("published")
    when = Period.from_json(published) if published and any(published) else None
    teller = Teller(article["id"], digest, digest, article.get("publisher"), when)
    spans = sentences(text)
    items = sorted((_span(text, f), n, f) for n, f in enumerate(gold.get("figures", [])))
    for n, (span, _, f) in enumerate(items):
        start, end = next((s, e) for s, e in spans if s <= span[0] < e)
        yield Told(_figure(claim_id(digest, "figure", span, n), span, f), teller, text[start : max(end, span[1])], start)


def _span(text: str, item: dict[str, Any]) -> Span:
    at = item.get("at", text.find(item["evidence"]))
    return at, at + len(item["evidence"])


def _figure(id: str, span: Span, f: dict[str, Any]) -> Figure:
    change = Change(f["change"]) if f.get("change") else None
    amount = Amount(f.get("low"), f.get("high"), bool(f.get("approx")), f.get("unit"), f.get("per"), change, f.get("noun"))
    when = Period.from_json(f["when"]) if f.get("when") and any(f["when"]) else None
    return Figure(
        id,
        span,
        amount,
        f.get("measure"),
        None,
        f.get("from"),
        f.get("to"),
        when=when,
        status=Status(f.get("status", "actual")),
        voice=f.get("voice"),
    )


def main() -> None:
    """Writes the ledger of the gold figures."""
    ledger = build_ledger(Gold(tuple(figures(Path(sys.argv[1])))))
    out = open(sys.argv[2], "w", encoding="utf-8") if len(sys.argv) > 2 else sys.stdout  # noqa: SIM115
    json.dump(encode(ledger), out, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
