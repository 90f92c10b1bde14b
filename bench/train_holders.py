"""Trains the choice of a figure's giver and receiver: makes codes/data/holder_weights.tsv out of bench/data/holders.json.

    python bench/train_holders.py > src/legation/codes/data/holder_weights.tsv     the weights
    python bench/train_holders.py --check                                          how well they do on texts left out
    python bench/train_holders.py --collect FOLDER|CASES.toml...                   the examples, out of gold readings and cases of the tests

The examples hold no words of the articles: for each figure that the program and a careful reader both found, the traits of each candidate
(claim/candidates.py) and which one the reader gave. They stem from ../shared/gold (dev, digests), from five more sets of articles that were
read by hand for this, and from the cases in tests/cases.
Needs the extra `model` (SciPy).
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from legation.claim import figures
from legation.claim.candidates import GIVER, RECEIVER, Candidates
from legation.claim.choosing import chosen
from legation.claim.holders import holders
from legation.claim.sides import sides
from legation.intake.read import read_paths
from legation.run.reader import read_articles
from legation.words.article import Article

EXAMPLES = Path(__file__).parent / "data/holders.json"
# Strength of the normal prior on weights; weights nearer to nothing than LEAST are left out.
PRIOR, LEAST = 3.0, 0.04
SIDES = (GIVER, RECEIVER)
# Our own cases were written for the rules, which are right on all of them: they only teach what the places mean.
OWN = ("figures", "measures", "parties")


def main() -> int:
    """Prints the table, or scores, or writes the examples."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collect", nargs="+", type=Path, metavar="SOURCE")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.collect:
        EXAMPLES.parent.mkdir(exist_ok=True)
        EXAMPLES.write_text(packed([e for source in options.collect for e in collected(source)]), "utf-8")
        return 0
    examples = read_examples()
    if options.check:
        check(examples)
    else:
        print(as_table([fitted(examples, side) for side in SIDES], len(examples)))
    return 0


# ---- examples ----


def collected(source: Path) -> Iterator[dict[str, Any]]:
    """The examples of a folder of gold readings or a file of cases."""
    with tempfile.TemporaryDirectory() as scratch:
        articles, golds = of_cases(source, Path(scratch)) if source.suffix == ".toml" else (source / "articles.jsonl", of_folder(source))
        kept: dict[tuple[str, tuple[int, int]], Candidates] = {}

        def keep(scene: Any, taken: Any, before: Any, names: Any) -> Any:
            found = holders(scene, names, taken.word if taken else None)
            told = sides(scene, taken, before, names, found)
            kept[scene.linked.article.id, scene.found.span] = Candidates(scene, taken, before, names, found, told)
            return chosen(scene, taken, before, names)

        with mock.patch.object(figures, "chosen", keep):
            readings = {r.article.id: r for r in read_articles([a for a in read_paths([articles]) if isinstance(a, Article)])}
        for gold in golds:
            reading = readings[gold["id"]]
            for wanted, figure in matched(reading.article.text, gold["figures"], reading.figures):
                found = kept.get((gold["id"], figure.span))
                if found is not None:
                    yield example(source.stem, found, wanted)


def of_folder(folder: Path) -> list[dict[str, Any]]:
    """The gold readings of a folder."""
    lists = [json.loads(line) for path in sorted(folder.glob("*.gold.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.gold.json"))] + lists


def of_cases(path: Path, scratch: Path) -> tuple[Path, list[dict[str, Any]]]:
    """The articles of a file of cases, written out, and what the cases want of their figures as gold readings."""
    cases = {str(n): c for n, c in enumerate(tomllib.loads(path.read_text("utf-8"))["case"])}
    articles = scratch / "articles.jsonl"
    lines = ({"id": id} | {k: c[k] for k in ("text", "published", "title", "publisher") if k in c} for id, c in cases.items())
    articles.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    plain = [
        {"id": id, "figures": [{k: None if v == "none" else v for k, v in f.items()} | {"evidence": f["words"]} for f in c.get("figures", [])]}
        for id, c in cases.items()
    ]
    return articles, plain


def matched(text: str, wanted: Sequence[dict[str, Any]], given: Sequence[Any]) -> Iterator[tuple[dict[str, Any], Any]]:
    """Each gold figure with the one given for the same number at its place."""
    used: set[int] = set()
    for w in wanted:
        start = w.get("at", text.find(w["evidence"]))
        end = start + len(w["evidence"])
        for n, g in enumerate(given):
            same = all(k not in w or w[k] == size for k, size in (("low", g.amount.low), ("high", g.amount.high)))
            if n not in used and g.span[0] < end and g.span[1] > start and same:
                used.add(n)
                yield w, g
                break


def example(origin: str, found: Candidates, wanted: dict[str, Any]) -> dict[str, Any]:
    """One figure: its candidates' traits by side, the number of the right one (-1: none of them, null: not said) and of the one the rules give."""
    ids = list(found.ids)
    return {
        "set": origin,
        "right": [None if side not in wanted else ids.index(wanted[side]) if wanted[side] in ids else -1 for side in ("from", "to")],
        "told": [ids.index(t) for t in found.told],
        "giver": [found.traits(id, GIVER) for id in ids],
        "receiver": [found.traits(id, RECEIVER) for id in ids],
    }


def packed(examples: list[dict[str, Any]]) -> str:
    """The examples as JSON with each trait written once."""
    numbers: dict[str, int] = {}
    rows = []
    for e in examples:
        coded = [[[numbers.setdefault(t, len(numbers)) for t in traits] for traits in e[side]] for side in ("giver", "receiver")]
        rows.append([e["set"], e["right"], e["told"], *coded])
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    return f'{{"traits":{json.dumps(list(numbers), separators=(",", ":"))},\n"examples":[\n{lines}\n]}}\n'


def read_examples() -> list[dict[str, Any]]:
    """The examples that the repository keeps."""
    return unpacked(json.loads(EXAMPLES.read_text("utf-8")))


def unpacked(data: dict[str, Any]) -> list[dict[str, Any]]:
    """What `packed` wrote, with the traits by name."""
    names = data["traits"]
    return [
        {
            "set": origin,
            "right": right,
            "told": told,
            "sides": [[[names[n] for n in traits] for traits in side] for side in (giver, receiver)],
        }
        for origin, right, told, giver, receiver in data["examples"]
    ]


def with_giver(e: dict[str, Any], side: int, giver: int | None) -> list[list[str]]:
    """The traits of the candidates for a side, the receiver's with who gives marked."""
    if side == GIVER or not giver or giver < 0:
        return e["sides"][side]
    return [[*traits, "giver already"] if n == giver else traits for n, traits in enumerate(e["sides"][side])]


# ---- model ----


def fitted(examples: Sequence[dict[str, Any]], side: int) -> dict[str, float]:
    """The weights of a conditional logit with a normal prior, by trait."""
    known = [e for e in examples if e["right"][side] not in (None, -1)]
    vocabulary: dict[str, int] = {}
    rows, columns, starts, right = [], [], [], []
    for e in known:
        starts.append(rows[-1] + 1 if rows else 0)
        first = starts[-1]
        for n, traits in enumerate(with_giver(e, side, e["right"][GIVER])):
            for t in traits:
                if e["set"] in OWN and t.startswith("rule"):
                    continue
                rows.append(first + n)
                columns.append(vocabulary.setdefault(t, len(vocabulary)))
        right.append(first + e["right"][side])
    x = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(rows[-1] + 1, len(vocabulary)))
    of = np.repeat(np.arange(len(starts)), np.diff([*starts, x.shape[0]]))
    y = np.zeros(x.shape[0])
    y[right] = 1

    def loss(w: Any) -> tuple[float, Any]:
        scores = x @ w
        top = np.maximum.reduceat(scores, starts)
        odds = np.exp(scores - top[of])
        total = np.add.reduceat(odds, starts)
        value = (np.log(total) + top).sum() - scores @ y + PRIOR * (w @ w) / 2
        return float(value), x.T @ (odds / total[of] - y) + PRIOR * w

    best = minimize(loss, np.zeros(len(vocabulary)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {t: float(best[n]) for t, n in vocabulary.items()}


def choice(e: dict[str, Any], weights: Sequence[dict[str, float]]) -> list[int]:
    """The candidates that weights choose for both sides."""
    out: list[int] = []
    for side in SIDES:
        scores = [sum(weights[side].get(t, 0.0) for t in traits) for traits in with_giver(e, side, out[0] if out else -1)]
        out.append(max(range(len(scores)), key=lambda n: (scores[n], n == e["told"][side])))
    return out


def check(examples: list[dict[str, Any]]) -> None:
    """Prints for each set how often both sides are right by the rules, and by weights trained on the other sets."""
    print("set          figures  rules  weights")
    for name in dict.fromkeys(e["set"] for e in examples if None not in e["right"]):
        out, rest = ([e for e in examples if (e["set"] == name) is inside] for inside in (True, False))
        out = [e for e in out if None not in e["right"]]
        weights = [fitted(rest, side) for side in SIDES]
        rules = sum(e["told"] == e["right"] for e in out) / len(out)
        print(f"{name:12} {len(out):7}  {rules:.3f}  {sum(choice(e, weights) == e['right'] for e in out) / len(out):.3f}", flush=True)


def as_table(weights: Sequence[dict[str, float]], size: int) -> str:
    """The table of weights, the heaviest traits first."""
    lines = [
        f"# own work, trained by bench/train_holders.py on {size} figures read by hand; 2026-11-22; Apache-2.0",
        "trait\tgiver\treceiver",
        "# trait: as claim/candidates.py names them; giver, receiver: how much it speaks for an actor (or for nobody) on that side",
    ]
    names = {t for side in weights for t, w in side.items() if abs(w) >= LEAST}
    for t in sorted(names, key=lambda t: (-max(abs(w.get(t, 0.0)) for w in weights), t)):
        cells = [f"{w.get(t, 0.0):.2f}" if abs(w.get(t, 0.0)) >= LEAST else "" for w in weights]
        lines.append("\t".join([t, *cells]).rstrip("\t"))
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
