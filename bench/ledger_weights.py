"""How common words are in sentences with figures: makes codes/data/ledger_weights.tsv, by which the ledger weighs shared words.

    python bench/ledger_weights.py > src/legation/codes/data/ledger_weights.tsv

Needs ../shared. Counted are canonical words, once a sentence; a word in fewer than LEAST sentences stands for all rare words.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from pathlib import Path

from legation.reconcile.wording import STATE, content

SHARED = Path(__file__).resolve().parents[2] / "shared"
SENTENCE = re.compile(r"[^.!?\n]*\d[^.!?\n]*")
LEAST = 25


def main() -> None:
    """Prints the table: a word and its weight, the logarithm of how many sentences there are to one with the word."""
    seen: Counter[str] = Counter()
    total = 0
    for name in ("articles", "digests"):
        for line in (SHARED / f"corpora/{name}.jsonl").read_text("utf-8").splitlines():
            for sentence in SENTENCE.findall(json.loads(line)["text"]):
                total += 1
                seen.update({"@" if w.startswith(STATE) else w for w in content(sentence) if w[0] == STATE or w.isascii()})
    print("# own work, counted over the sentences with figures of Wikinews, VOA and Wikipedia's current events; 2026-11-22; Apache-2.0")
    print("word\tweight")
    print("# weight: how much a word tells, the natural logarithm of sentences to one with the word; (rare) stands for all words not listed")
    print(f"(rare)\t{math.log(1 + total / LEAST):.2f}")
    for word, n in sorted(seen.items(), key=lambda p: (-p[1], p[0])):
        if n >= LEAST and word != "@":
            print(f"{word}\t{math.log(1 + total / n):.2f}")


if __name__ == "__main__":
    main()
