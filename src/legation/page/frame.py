"""The frame: what stands around every page of a case."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legation.page.desk import Desk
from legation.page.visit import Visit

DAYS = "SELECT (SELECT min(published_first) FROM article), (SELECT max(published_first) FROM article)"
DONE = "SELECT j.decision, j.subject FROM judgement j WHERE j.id = ? AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.judgement = j.id)"


@dataclass(frozen=True, slots=True)
class Frame:
    """The first and last day on which an article came out, and the judgement that was just made: its decision, what it is on (`claim`, `actor`,
    `source`) and the id or name of that."""

    first: str = ""
    last: str = ""
    done: str = ""
    decision: str = ""
    kind: str = ""
    subject: str = ""


CLAIM = re.compile(r"[0-9a-f]{16}")
BARE = Frame()
"""Around a page that stands alone."""


def frame(desk: Desk, visit: Visit) -> Frame:
    """The frame of a visit."""
    first, last = desk.rows(DAYS)[0]
    done = visit.asked("done")
    decision, subject = next(iter(desk.rows(DONE, (done,))), ("", "")) if done else ("", "")
    return Frame(first or "", last or "", done if decision else "", decision, kind_of(decision, subject), subject)


def kind_of(decision: str, subject: str) -> str:
    """What a judgement is on: a claim by its id, else an actor (merged or split) or a source (rated)."""
    if CLAIM.fullmatch(subject):
        return "claim"
    return "source" if decision == "rate" else "actor"
