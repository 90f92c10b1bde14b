"""What the analyst adds to the tables for one case: names, and rows of the lexicon. A case logs them as judgements; the latest given count."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

from legation.codes.tables import tables_hash
from legation.store.case import Case
from legation.words.actor import NO_NAMES, Actor, Merged, OwnActor, OwnNames
from legation.words.codec import decode, encode
from legation.words.ids import digest
from legation.words.judgement import Decision, Judgement
from legation.words.predicate import NO_PREDICATES, OwnPredicates

T = TypeVar("T")

ANALYST = "analyst"
"""Who made the judgements of a case that has one user."""

NAMES, PREDICATES = "actors", "predicates"
"""What such a judgement is on."""

INTO, ACTOR = "into", "actor"
"""What a judgement on an actor carries: whom it is merged into, or who bears a name that was its own."""


@dataclass(frozen=True, slots=True)
class Own:
    """The names and rows that count for a reading; `unified`: groups of many names go by one id, as in a case."""

    names: OwnNames = NO_NAMES
    predicates: OwnPredicates = NO_PREDICATES
    unified: bool = False


def counting(case: Case | None, names: OwnNames | None, predicates: OwnPredicates | None) -> Own:
    """What is given, logged in the case if there is one; for None what the case holds. Raises CaseError where it cannot be written."""
    if case and names is not None:
        keep_names(case, names)
    if case and predicates is not None:
        keep_predicates(case, predicates)
    if case:
        return Own(own_names(case), own_predicates(case), unified=True)
    return Own(names or NO_NAMES, predicates or NO_PREDICATES)


def own_names(case: Case) -> OwnNames:
    """The analyst's own names that a case holds, with the actors that were merged and split in it."""
    given = _held(case, NAMES, NO_NAMES)
    told = [(j, json.loads(j.content)) for j in case.judgements() if j.decision in (Decision.MERGE, Decision.SPLIT) and not j.undone]
    merged = (Merged(j.subject, decode(Actor, content[INTO])) for j, content in told if INTO in content)
    split = (OwnActor(decode(Actor, content[ACTOR])) for _, content in told if ACTOR in content)
    return replace(given, actors=(*given.actors, *split), merged=(*given.merged, *merged))


def own_predicates(case: Case) -> OwnPredicates:
    """The analyst's own rows of the lexicon that a case holds."""
    return _held(case, PREDICATES, NO_PREDICATES)


def keep_names(case: Case, own: OwnNames) -> None:
    """Logs the analyst's own names in the case, where they are not those it holds. Raises CaseError where it cannot be written."""
    if own != _held(case, NAMES, NO_NAMES):
        _log(case, NAMES, own)


def keep_predicates(case: Case, own: OwnPredicates) -> None:
    """Logs the analyst's own rows in the case, where they are not those it holds. Raises CaseError where it cannot be written."""
    if own != own_predicates(case):
        _log(case, PREDICATES, own)


def _held(case: Case, subject: str, none: T) -> T:
    given = [j for j in case.judgements() if j.decision is Decision.NAME and j.subject == subject and not j.undone]
    return decode(type(none), json.loads(given[-1].content)) if given else none


def _log(case: Case, subject: str, own: object) -> None:
    made, content = datetime.now(UTC), json.dumps(encode(own), ensure_ascii=False)
    number = sum(1 for _ in case.judgements())
    case.judge(Judgement(digest("names", subject, str(number), content), subject, Decision.NAME, ANALYST, made, tables_hash(), content))
