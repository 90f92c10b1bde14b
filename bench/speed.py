"""How fast articles are read, as ratios within one run: cold starts, and what each stage costs against the parse.

    python bench/speed.py [ARTICLES.jsonl]

Without a file the example articles are read, many times over. Machines are noisy: compare the ratios, not the seconds.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from legation.claim.events import read_events
from legation.claim.figures import read_figures
from legation.claim.statements import read_statements
from legation.claim.status import read_predicates
from legation.claim.ties import read_ties
from legation.codes.predicates import lexicon
from legation.find.amounts import find_amounts
from legation.find.times import find_times
from legation.intake.read import read_paths
from legation.link.actors import find_actors
from legation.link.calendar import place_times
from legation.link.speakers import link_voices
from legation.parse.parser import parse
from legation.run.reader import link, made_by, read_articles
from legation.words.article import Article

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "russia-north-korea-2017"
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of wall clock, and the result."""
    start = time.perf_counter()
    out = work()
    return time.perf_counter() - start, out


def cold(*arguments: str) -> float:
    """The median of three runs of the command line from a cold process, in seconds."""
    command = [sys.executable, "-m", "legation", *arguments]
    runs = sorted(timed(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False))[0] for _ in range(3))
    return runs[1]


def main() -> None:
    """Prints the table of timings."""
    paths = [Path(sys.argv[1])] if len(sys.argv) > 1 else [EXAMPLES]
    articles = [a for a in read_paths(paths) if isinstance(a, Article)]
    if len(articles) < 100:
        articles = [replace(a, id=f"{a.id}-{n}") for n in range(100 // len(articles) + 1) for a in articles]
    print(f"legation --help, cold            {cold('--help'):7.2f} s")
    seeds = ROOT.parent / "shared" / "seeds"
    if seeds.is_dir():
        print(f"the three seed articles, cold    {cold('read', str(seeds), '--json'):7.2f} s")
    list(read_articles(articles[:3]))  # loads model and tables
    parsing, docs = timed(lambda: list(parse(articles)))
    words = sum(len(d.tokens) for _, d in docs)
    print(f"parse                            {parsing:7.2f} s   {words / parsing:8.0f} tokens a second")
    linking, linked = timed(lambda: [link(a, d) for a, d in docs])
    stages: dict[str, Callable[[], object]] = {
        "find amounts": lambda: [list(find_amounts(d)) for _, d in docs],
        "find times": lambda: [list(find_times(d)) for _, d in docs],
        "place times": lambda: [place_times(d, tuple(find_times(d)), a.published) for a, d in docs],
        "link actors": lambda: [find_actors(d, a.published) for a, d in docs],
        "link voices": lambda: [link_voices(x.article, x.doc, x.mentions) for x in linked],
        "read figures": lambda: [read_figures(x) for x in linked],
        "read events": lambda: [read_events(x, lexicon()) for x in linked],
        "predicates": lambda: [read_predicates(x) for x in linked],
        "ties, statements": lambda: [(read_ties(x, ()), read_statements(x, ())) for x in linked],
    }
    print(f"all finding and linking          {linking:7.2f} s   {linking / parsing:8.2f} of the parse")
    for name, stage in stages.items():
        seconds, _ = timed(stage)
        print(f"{name:32} {seconds:7.2f} s   {seconds / parsing:8.2f} of the parse")
    print(f"made by {made_by()}")


if __name__ == "__main__":
    main()
