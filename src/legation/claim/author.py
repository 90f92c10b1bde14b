"""The state in whose name a whole document speaks: a speech or a letter told in the first person."""

from __future__ import annotations

import re
from collections import Counter

from legation.codes.gazetteer import names
from legation.codes.tables import table
from legation.link.linked import Linked
from legation.words.actor import ActorKind

SPEAKING = frozenset(("we", "our", "us", "i", "my", "ours"))
OWN = frozenset(("country", "government", "nation", "people", "delegation", "state", "kingdom", "republic", "land", "homeland"))
SPOKEN = re.compile(r"\b(statement|speech|address|remarks|letter|message|declaration|debate|communique|communiqué|press release)\b", re.IGNORECASE)
NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+(?:of|and|the|[A-Z][\w.'’-]*))*")
# So many words of the first person outside quotes make a speech; without a heading it takes one in so many words, and a state named twice as often.
FEWEST, WORDS, MORE = 3, 100, 2


def author_of(linked: Linked) -> str | None:
    """The code of the state that says "we" and "my country" in an article of its own; None for any other article."""
    quoted = [v.span for v in linked.voices]
    told = [t for t in linked.doc.tokens if t.lower in SPEAKING and t.text != "US" and not any(s <= t.start < e for s, e in quoted)]
    if len(told) < FEWEST:
        return None
    heading = linked.article.title or ""
    if SPOKEN.search(heading) and (by := _named(f"{heading}; {linked.article.publisher or ''}")):
        return by
    if len(told) * WORDS < len(linked.doc.tokens) or not any(t.head.lemma in OWN for t in told if t.dep == "poss"):
        return None
    count = Counter(m.id for m in linked.mentions if m.kind is ActorKind.STATE and m.how != "place").most_common(2)
    return count[0][0] if count and (len(count) == 1 or count[0][1] >= MORE * count[1][1]) else None


def _named(heading: str) -> str | None:
    """The one state that a heading names by its code or name; None where it names none or several."""
    codes = {row["code"] for row in table("states")}
    found = {w for w in re.findall(r"\b[A-Z]{3}\b", heading) if w in codes}
    for match in NAME.finditer(heading):
        words = match[0].split()
        spans = (" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1))
        found |= {e.id for span in spans for e in names().get(span, ()) if (e.kind, e.how, e.doubt) == (ActorKind.STATE, "name", False)}
    return found.pop() if len(found) == 1 else None
