"""How well the day of publication is inferred where none is given.

    python bench/publication.py ARTICLES.jsonl [--limit N] [--show]

Takes `published` away from every article, reads it and compares: held = the interval holds the true day; width in days.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from statistics import median

from legation.find.times import find_times
from legation.intake.junk import mark_junk
from legation.link.publication import infer_publication
from legation.parse.parser import parse
from legation.words.article import Article, Publication
from legation.words.ids import article_digest


def articles(path: str, limit: int | None) -> Iterator[tuple[Article, date]]:
    """The dated articles of a file, without their date, each with its true day."""
    with open(path, encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            a = json.loads(line)
            if limit is not None and n >= limit:
                break
            if a.get("published"):
                digest = article_digest(a["text"], None, None, None)
                yield Article(digest, digest, a["text"], title=a.get("title"), junk=tuple(mark_junk(a["text"]))), date.fromisoformat(a["published"])


def main() -> None:
    """Prints the share of intervals that hold the true day, and their median width."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("path")
    options.add_argument("--limit", type=int)
    options.add_argument("--show", action="store_true")
    given = options.parse_args()
    known = {a.digest: (a, day) for a, day in articles(given.path, given.limit)}
    held, widths, total = 0, [], 0
    for article, doc in parse(a for a, _ in known.values()):
        day, inferred = known[article.digest][1], infer_publication(doc, tuple(find_times(doc)))
        total += 1
        right = inferred is not None and holds(inferred, day)
        held += right
        if inferred is not None:
            widths.append(inferred.when.days or 10**6)
        if given.show:
            clues = [c.says for c in inferred.clues] if inferred else []
            print("held" if right else "missed", day, inferred and (inferred.when.days, str(inferred.when)), clues, repr(article.text[:60]))
    print(f"articles {total}  inferred {len(widths)}  held {held} ({held / max(total, 1):.2f})  median width {median(widths or [0])} days")


def holds(inferred: Publication, day: date) -> bool:
    """Whether the interval holds a day."""
    when = inferred.when
    return (when.first is None or when.first <= day) and (when.last is None or day <= when.last)


if __name__ == "__main__":
    main()
