"""Judgements: what the analyst decided, by whom and when. They are kept apart from what was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Decision(StrEnum):
    """What can be decided about a claim, actor or quantity."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    RATE = "rate"
    NAME = "name"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision on `subject` (a claim's, actor's or quantity's id).

    `version` is the interpretation that was judged: when the reading changes, the judgement is marked *to review*.
    `content` carries the correction, the other id of a merge or the rating (Admiralty code) as JSON text;
    of NAME, whose subject is `actors` or `predicates`, the analyst's own names or rows of the lexicon, the latest of which count;
    of ADD, whose subject is the claim's id, a claim by hand with its kind and the digest of its article.
    """

    id: str
    subject: str
    decision: Decision
    author: str
    made: datetime
    version: str
    content: str = "{}"
    undone: bool = False
