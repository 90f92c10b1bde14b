"""How well the chains of persons, states and things agree with OntoGUM's news.

    python bench/coreference.py [../shared/bench/data/gum_news] [--misses ARTICLE]

The text is put together from the corpus' tokens and parsed by our own parser; its trees and entities are not looked at. Scores are
those of the CoNLL shared task of 2012: MUC counts links, B-cubed mentions, CEAF-e entities under the best one-to-one pairing; the headline
is the mean of their F1.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from legation.link.actors import find_actors
from legation.link.chains import chains
from legation.parse.parser import parse
from legation.words.article import Article
from legation.words.evidence import Span

Chain = frozenset[Span]


def muc(gold: Sequence[Chain], given: Sequence[Chain]) -> tuple[float, float]:
    """Links of `gold` that `given` keeps, and all of them: of a chain as many as it has mentions, less the pieces it falls into."""
    at = {m: n for n, c in enumerate(given) for m in c}
    kept = sum(len(c) - len({at.get(m, m) for m in c}) for c in gold)
    return kept, sum(len(c) - 1 for c in gold)


def b_cubed(gold: Sequence[Chain], given: Sequence[Chain]) -> tuple[float, float]:
    """Over the mentions of `gold`: which part of each one's chain `given` keeps together with it; and their number."""
    at = {m: n for n, c in enumerate(given) for m in c}
    kept = sum(n * n / len(c) for c in gold for n in Counter(at[m] for m in c if m in at).values())
    return kept, sum(map(len, gold))


def ceaf_e(gold: Sequence[Chain], given: Sequence[Chain]) -> float:
    """The likeness of the chains under the best pairing of one with one."""
    likeness = [[2 * len(a & b) / (len(a) + len(b)) for b in given] for a in gold]
    return best_pairing(likeness) if gold and given else 0.0


def best_pairing(gain: Sequence[Sequence[float]]) -> float:
    """The largest sum of gains with at most one a row and one a column: the Hungarian method with potentials."""
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain, strict=True)]
    rows, columns = len(gain), len(gain[0])
    u, v, match = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least, used, way = [float("inf")] * (columns + 1), [False] * (columns + 1), [0] * (columns + 1)
        while match[column]:
            used[column], at, delta, after = True, match[column], float("inf"), 0
            for k in range(1, columns + 1):
                if not used[k]:
                    cost = -gain[at - 1][k - 1] - u[at] - v[k]
                    if cost < least[k]:
                        least[k], way[k] = cost, column
                    if least[k] < delta:
                        delta, after = least[k], k
            for k in range(columns + 1):
                if used[k]:
                    u[match[k]] += delta
                    v[k] -= delta
                else:
                    least[k] -= delta
            column = after
        while column:
            match[column], column = match[way[column]], way[column]
    return sum(gain[match[k] - 1][k - 1] for k in range(1, columns + 1) if match[k])


class Score:
    """Sums over articles; `table` gives precision, recall and F1 of each measure."""

    def __init__(self) -> None:
        self.sums = {name: [0.0, 0.0, 0.0, 0.0] for name in ("mentions", "MUC", "B3", "CEAFe")}

    def add(self, gold: Sequence[Chain], given: Sequence[Chain]) -> None:
        """Adds an article; chains of one mention do not count."""
        gold, given = [c for c in gold if len(c) > 1], [c for c in given if len(c) > 1]
        told, ours = {m for c in gold for m in c}, {m for c in given for m in c}
        pairing = ceaf_e(gold, given)
        for name, cells in (
            ("mentions", (len(told & ours), len(told), len(told & ours), len(ours))),
            ("MUC", (*muc(gold, given), *muc(given, gold))),
            ("B3", (*b_cubed(gold, given), *b_cubed(given, gold))),
            ("CEAFe", (pairing, len(gold), pairing, len(given))),
        ):
            self.sums[name] = [a + b for a, b in zip(self.sums[name], cells, strict=True)]

    def table(self) -> dict[str, tuple[float, float, float]]:
        """Precision, recall, F1 by measure, and `CoNLL` with the mean F1."""
        out = {}
        for name, (found, gold, right, given) in self.sums.items():
            p, r = right / given if given else 0.0, found / gold if gold else 0.0
            out[name] = (p, r, 2 * p * r / (p + r) if p + r else 0.0)
        mean = sum(out[n][2] for n in ("MUC", "B3", "CEAFe")) / 3
        return {**out, "CoNLL": (mean, mean, mean)}


def text_of(conllu: str) -> tuple[str, list[Span]]:
    """The running text of a CoNLL-U file, paragraphs apart, and the place of each of its words."""
    text, spans, glue = "", [], ""
    for line in conllu.splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            glue = "\n\n" if text else ""
        cells = line.split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            text += glue
            spans.append((len(text), len(text) + len(cells[1])))
            text += cells[1]
            glue = "" if "SpaceAfter=No" in cells[9] else " "
    return text, spans


def chains_of(conll: str, spans: Sequence[Span]) -> list[Chain]:
    """The chains of a file with bracketed chain numbers in its last column."""
    found: dict[str, set[Span]] = {}
    begun: dict[str, list[int]] = {}
    for cells in (line.split("\t") for line in conll.splitlines() if line[:1].isdigit()):
        at = int(cells[0])
        for piece in re.findall(r"\(\d+\)?|\d+\)", cells[-1]):
            number = piece.strip("()")
            if piece.startswith("("):
                begun.setdefault(number, []).append(at)
            if piece.endswith(")"):
                found.setdefault(number, set()).add((spans[begun[number].pop()][0], spans[at][1]))
    return [frozenset(c) for c in found.values()]


def show(text: str, gold: Iterable[Chain], given: Iterable[Chain]) -> None:
    """The chains of both sides, longest first."""
    for name, side in (("gold", gold), ("ours", given)):
        for chain in sorted(side, key=len, reverse=True):
            print(name, " | ".join(text[slice(*m)].replace("\n", " ")[:50] for m in sorted(chain)))


def main() -> None:
    """Prints the table over all articles."""
    asked = argparse.ArgumentParser()
    asked.add_argument("data", nargs="?", default="../shared/bench/data/gum_news", type=Path)
    asked.add_argument("--misses", default="")
    options = asked.parse_args()
    score, texts, golds = Score(), [], []
    for path in sorted((options.data / "coref/ontogum/conll").glob("*.conll")):
        text, spans = text_of((options.data / "dep" / f"{path.stem}.conllu").read_text("utf-8"))
        texts.append(Article(path.stem, path.stem, text, language="en"))
        golds.append(chains_of(path.read_text("utf-8"), spans))
    for (article, doc), gold in zip(parse(texts), golds, strict=True):
        given = [frozenset(c) for c in chains(doc, find_actors(doc, None).mentions)]
        score.add(gold, given)
        if options.misses and options.misses in article.id:
            show(article.text, gold, given)
    for name, (p, r, f) in score.table().items():
        print(f"{name:9} P {p:.3f}  R {r:.3f}  F1 {f:.3f}")


if __name__ == "__main__":
    main()
