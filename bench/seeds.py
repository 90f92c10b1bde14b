"""The facts that the three seed articles must yield: prints each with the evidence that was found for it, or *missing*.

    python bench/seeds.py [--json]

Needs ../shared. A fact counts as there when a claim of a fitting kind stands on its evidence: an event, tie or statement for
an event; a figure with that evidence for a figure; and so on; for `reconcile`, when the ledger relates the two places.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from legation import api
from legation.intake.read import read_paths
from legation.run.reader import read_articles
from legation.words.article import Article
from legation.words.codec import encode

SHARED = Path(__file__).resolve().parents[2] / "shared"
ACTS = ("events", "ties", "statements")
FITTING = {"figure": ("figures",), "event": (*ACTS, "figures", "voices"), "voice": ("voices", *ACTS), "date": ("times",), "actor": ("actors",)}


def main() -> int:
    """Prints the facts and how many are there; exit code 1 while any is missing."""
    facts = json.loads((SHARED / "gold/seed_facts.json").read_text("utf-8"))
    articles = [a for a in read_paths([SHARED / "gold/dev/articles.jsonl"]) if isinstance(a, Article) and a.id.startswith("seed-")]
    read = list(read_articles(articles))
    readings = {r.article.id: r.as_json() for r in read}
    ledger = encode(api.ledger(read))
    found = 0
    for fact in facts:
        shown = show(fact, readings, ledger)
        found += shown is not None
        print(f"{fact['n']:3} {fact['area']:16} {fact['fact']}\n      {shown or '*missing*'}")
    print(f"{found} of {len(facts)} facts are there")
    return int(found < len(facts))


def show(fact: dict[str, Any], readings: dict[str, Any], ledger: dict[str, Any]) -> str | None:
    """The claim that carries a fact, in short, or None."""
    reading = readings[fact["seed"]]
    start = reading["text"].find(fact["evidence"])
    spot = (start, start + len(fact["evidence"]))
    if fact["kind"] == "junk":
        return junk(reading, spot)
    if fact["kind"] == "reconcile":
        other = readings[fact["seed2"]]["text"].find(fact["evidence2"])
        return related(ledger, (fact["seed"], spot), (fact["seed2"], (other, other + len(fact["evidence2"]))), readings)
    if fact["kind"] == "date" and fact["area"] == "dating" and reading["article"]["published"]:
        return "published " + " – ".join(str(reading["article"]["published"][k]) for k in ("first", "last"))
    for kind in FITTING[fact["kind"]]:
        for item in reading[kind]:
            if any(meets(span, spot) for span in (item["span"], item.get("speaker_span")) if span):
                return f"{kind[:-1]} {item.get('id', item.get('value', ''))} “{reading['text'][slice(*item['span'])]}” {gist(item)}"
    return None


def gist(item: dict[str, Any]) -> str:
    """The telling fields of a claim."""
    keys = ("type", "kind", "actors", "recipients", "low", "high", "unit", "measure", "from", "to", "when", "status", "speaker", "voice", "value")
    return " ".join(f"{k}={item[k]}" for k in keys if item.get(k) not in (None, [], "actual"))


def junk(reading: dict[str, Any], spot: tuple[int, int]) -> str | None:
    """Where words that are no claim went: into junk, or into no figure and no date."""
    if any(meets(j["span"], spot) for j in reading["junk"]):
        return "marked as junk"
    taken = [i for kind in ("figures", "events") for i in reading[kind] if spot[0] <= i["span"][0] and i["span"][1] <= spot[1]]
    return None if taken else "read as text; no figure stands on it"


def related(ledger: dict[str, Any], a: tuple[str, Any], b: tuple[str, Any], readings: dict[str, Any]) -> str | None:
    """What the ledger says of two places: their verdict, the one event they tell, or that they stand apart."""
    for group in ledger["quantities"] + ledger["events"]:
        mine, yours = ([m for m in group["members"] if m["article"] == art and meets(m["span"], spot)] for art, spot in (a, b))
        if mine and yours:
            said = [v for v in group["verdicts"] if {place(v["a"]), place(v["b"])} == {place(mine[0]), place(yours[0])}]
            return (
                f"{said[0]['verdict']}: {said[0]['why']}"
                if said
                else f"one {'event' if 'type' in group else 'quantity'} with {len(group['members'])} members"
            )
    for t in ledger["tensions"]:
        for x, y in ((t["a"], t["b"]), (t["b"], t["a"])):
            if (x["article"], y["article"]) == (a[0], b[0]) and meets(x["span"], a[1]) and meets(y["span"], b[1]):
                return f"tension, {t['kind']}: {t['why']} (told {x['told']} and {y['told']})"
    told = [[i for kind in ACTS for i in readings[art][kind] if meets(i["span"], spot)] for art, spot in (a, b)]
    if a[0] == b[0] and any(told) and not all(told):
        return "told once, at its fuller mention"
    return "both told, as claims of their own" if all(told) else None


def place(member: dict[str, Any]) -> tuple[str, int, int]:
    """A member or verdict side by article and span."""
    return member["article"], *member["span"]


def meets(span: Any, spot: Any) -> bool:
    """Whether two spans share a character."""
    return bool(span[0] < spot[1] and spot[0] < span[1])


if __name__ == "__main__":
    sys.exit(main())
