"""The verdict on two figures of one quantity: the first relation, in the order of `Relation`, that has a reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from legation.reconcile.changes import check
from legation.reconcile.entry import Entry
from legation.reconcile.likeness import other_names
from legation.reconcile.measures import Nature
from legation.reconcile.origins import two_sources
from legation.reconcile.parts import Parts, parts_of
from legation.reconcile.periods import gap, other_period, told_after
from legation.reconcile.values import compatible, equal, same_limit
from legation.reconcile.wording import limit_words, pattern
from legation.words.amount import Bound, Change
from legation.words.evidence import overlap
from legation.words.status import Status
from legation.words.verdict import Relation, Verdict

NUMBER = re.compile(r"\d[\d,.]*")
SCORE = re.compile(r"(?<!from )\b\d[\d,.]*(?: ?%| percent| per cent)?(?: to |-|–)\d[\d,.]*")
"""Two numbers against each other: `52-35`, `by 49.7 percent to 40.3`. What goes from one to another is a change."""

TABLE = 14
"""A sentence with so many numbers is a table."""

UNFIXED = frozenset((Status.CONDITIONAL, Status.DEMANDED))


@dataclass(frozen=True, slots=True)
class Company:
    """What the rest of the quantity tells about a pair: parts and wholes, all its levels, and which claims the analyst has accepted.

    `mixed` are the articles that give several figures of it which count different things, we do not see which.
    """

    parts: Parts
    levels: Sequence[Entry] = ()
    accepted: frozenset[str] = frozenset()
    mixed: frozenset[str] = frozenset()


def company_of(members: Sequence[Entry], accepted: frozenset[str]) -> Company:
    """The company of the figures of a quantity."""
    known = Company(parts_of(members), [m for m in members if m.role == "level"], accepted)
    by_article: dict[str, list[Entry]] = defaultdict(list)
    for m in members:
        by_article[m.told.teller.digest].append(m)
    mixed = (d for d, own in by_article.items() if any(_relation(a, b, known)[2] is _one_teller for a, b in pairwise(own)))
    return replace(known, mixed=frozenset(mixed))


def compare(a: Entry, b: Entry, company: Company) -> Verdict:
    """How two figures of one quantity relate, with the reason."""
    relation, why, _ = _relation(a, b, company)
    return Verdict(a.place, b.place, relation, why, relation is not Relation.CONFLICT or _sure(a, b, company))


def _relation(a: Entry, b: Entry, company: Company) -> tuple[Relation, str, Rule]:
    """The first relation that has a reason, and the rule that gives it."""
    return next((relation, why, rule) for relation, rule in RULES if (why := rule(a, b, company)))


Rule: TypeAlias = Callable[[Entry, Entry, Company], str | None]


def _part(a: Entry, b: Entry, company: Company) -> str | None:
    return company.parts.explain(a, b)


def _definition(a: Entry, b: Entry, company: Company) -> str | None:
    return _other_status(a, b) or _other_count(a, b)


def _other_status(a: Entry, b: Entry) -> str | None:
    x, y = a.figure.status, b.figure.status
    if (x in UNFIXED) != (y in UNFIXED):
        return f"{x} against {y}"
    if Status.PLANNED not in (x, y) or x is y:
        return None
    if a.measure.nature is not Nature.DECREED:
        return f"{x} against {y}"
    plan, fact = (a, b) if x is Status.PLANNED else (b, a)
    # A rate that is announced is the coming rate (another period); only the day it takes effect is told as another act.
    begun = fact.figure.when and fact.figure.when.first
    return "announced against put into effect" if equal(a, b) and begun and not kept(plan, fact) and not plan.figure.when else None


def kept(plan: Entry, fact: Entry) -> bool:
    """Whether a plan is to go on with what is already so: it was told after that began."""
    told, began = plan.told.teller.published, fact.figure.when and fact.figure.when.first
    return (
        plan.figure.status is Status.PLANNED
        and fact.figure.status is not Status.PLANNED
        and bool(began and told and told.first and told.first > began)
    )


def _other_count(a: Entry, b: Entry) -> str | None:
    if a.measure is not b.measure and "change" not in (a.role, b.role):
        return f"{a.measure.name} against {b.measure.name}"
    if a.subject.limits != b.subject.limits or (a.subject.goods != b.subject.goods and a.measure.subject == "parties"):
        return " against ".join(_counted(e) for e in (a, b))
    if a.dimension == "percent" and a.origin.key != b.origin.key and all(_surveyed(e) for e in (a, b)):
        return f"two surveys: {a.origin.name} against {b.origin.name}"
    if a.figure.amount.per != b.figure.amount.per:
        return " against ".join(f"per {e.figure.amount.per}" if e.figure.amount.per else "in all" for e in (a, b))
    if a.increment != b.increment and a.role == b.role:
        return "what comes on top against the whole"
    if (a.whole is None) != (b.whole is None):
        return f"{(a if a.whole else b).said} is a part of another count"
    return "a share against a level" if "share" in (a.role, b.role) and a.role != b.role else None


def _surveyed(e: Entry) -> bool:
    """Whether a survey is its source: each asks others, at another time."""
    return e.origin.voiced and bool(pattern("survey").search(e.origin.name))


def _counted(e: Entry) -> str:
    """Which part of it a figure counts, in words: `with work permits`, `all`."""
    named = sorted(map(limit_words, e.subject.limits)) + sorted(e.subject.goods)
    return f"“{' and '.join(named)}”" if named else "all"


def _period(a: Entry, b: Entry, company: Company) -> str | None:
    return other_period(a, b)


def _copy(a: Entry, b: Entry, company: Company) -> str | None:
    if a.told.teller.digest == b.told.teller.digest or not equal(a, b) or a.origin.key != b.origin.key:
        return None
    if a.told.teller.root == b.told.teller.root:
        return "near-identical texts"
    return f"both from {min(a.origin.name, b.origin.name, key=len)}"


def _denied(a: Entry, b: Entry, company: Company) -> str | None:
    x, y = a.figure.status is Status.DENIED, b.figure.status is Status.DENIED
    # Who denies and asserts in one article speaks of two things ("none won more than 50 percent", "he won 54").
    own = a.told.teller.digest == b.told.teller.digest and not two_sources(a.origin, b.origin)
    return f"{(a if x else b).said} is denied" if x != y and compatible(a, b) and not own else None


def _same(a: Entry, b: Entry, company: Company) -> str | None:
    alike = a.figure.amount.change == b.figure.amount.change and a.figure.amount.approx == b.figure.amount.approx
    return "the same value" if a.role == b.role and equal(a, b) and alike and not kept(a, b) and not kept(b, a) else None


def _agree(a: Entry, b: Entry, company: Company) -> str | None:
    if "change" in (a.role, b.role) and a.role != b.role:
        return _reckoned(a, b, company, True)
    if a.role != b.role or same_limit(a, b) or _opposed(a, b):
        return None
    return f"{a.said} and {b.said} can both hold" if compatible(a, b) else None


def _reckoned(a: Entry, b: Entry, company: Company, fits: bool) -> str | None:
    """The arithmetic between a change and a level; where there is nothing to reckon with they do not contradict each other."""
    change, level = (a, b) if a.role == "change" else (b, a)
    found = check(change, level, company.levels)
    if found is None:
        return "a change and a level that do not contradict each other" if fits else None
    return found[1] if found[0] is fits else None


def _update(a: Entry, b: Entry, company: Company) -> str | None:
    if "change" in (a.role, b.role) and a.role != b.role:
        return None
    if not (told_after(a, b) or told_after(b, a)):
        return None
    if a.measure.nature is Nature.TOLL or (a.measure.nature is not Nature.FLOW and a.origin.voiced and a.origin.key == b.origin.key):
        older, newer = (b, a) if told_after(a, b) else (a, b)
        days = gap(older.told.teller.published, newer.told.teller.published)
        return f"{newer.said} is told {days} {'day' if days == 1 else 'days'} after {older.said}"
    return None


def _one_teller(a: Entry, b: Entry, company: Company) -> str | None:
    """Who gives two numbers in one article, and does not lay them to two sources, means two things, even where we do not see which."""
    if a.told.teller.digest != b.told.teller.digest or two_sources(a.origin, b.origin) or a.role != b.role:
        return None
    return f"one article gives both {a.said} and {b.said}, so they count different things"


def _in_a_table(a: Entry, b: Entry, company: Company) -> str | None:
    """A row of a table, read as a sentence, does not say what its numbers are of."""
    crowded = next((e for e in (a, b) if len(NUMBER.findall(e.told.sentence)) >= TABLE), None)
    return f"{crowded.said} stands in a table, whose rows count different things" if crowded else None


def _conflict(a: Entry, b: Entry, company: Company) -> str:
    """The last rule: it always has a reason."""
    if "change" in (a.role, b.role) and a.role != b.role:
        return _reckoned(a, b, company, False) or f"{a.said} against {b.said}"
    if same_limit(a, b):
        return f"different {'maxima' if a.bound is Bound.AT_MOST else 'minima'}: {a.said} against {b.said}"
    return f"{a.said} against {b.said}"


RULES: tuple[tuple[Relation, Rule], ...] = (
    (Relation.PART_WHOLE, _part),
    (Relation.OTHER_DEFINITION, _definition),
    (Relation.OTHER_PERIOD, _period),
    (Relation.COPY, _copy),
    (Relation.CONFLICT, _denied),
    (Relation.SAME, _same),
    (Relation.AGREE, _agree),
    (Relation.UPDATE, _update),
    (Relation.OTHER_DEFINITION, _one_teller),
    (Relation.OTHER_DEFINITION, _in_a_table),
    (Relation.CONFLICT, _conflict),
)


def _opposed(a: Entry, b: Entry) -> bool:
    return {a.figure.amount.change, b.figure.amount.change} == {Change.INCREASE, Change.DECREASE}


def _sure(a: Entry, b: Entry, company: Company) -> bool:
    """Whether a conflict may be announced: each reading is plain and both surely count one thing, or the analyst has found them right."""
    apart = _counted_apart(a, b) or (a.told.teller.digest != b.told.teller.digest and any(e.told.teller.digest in company.mixed for e in (a, b)))
    return all(e.id in company.accepted or (_plain(e) and not apart) for e in (a, b))


def _counted_apart(a: Entry, b: Entry) -> bool:
    """Whether proper names beside the numbers differ, or, of what is divided among some who compete, no name tells that both are of one."""
    if a.measure.divided:
        return a.subject.around.isdisjoint(b.subject.around)
    return a.measure.parties == "holder" and other_names(a, b)


def _plain(e: Entry) -> bool:
    """Whether a figure that clashes is likely read right: a denial nobody is named for, or a count that lacks a party, was rather misread.

    Of a score ("by 49.7 percent to 40.3 percent") it is not plain whose which number is.
    """
    if (e.figure.status is Status.DENIED and not e.figure.voice) or any(overlap(m.span(), e.told.inside) for m in SCORE.finditer(e.told.sentence)):
        return False
    anchored = bool(e.giver or e.receiver) and not e.lacking
    return anchored and e.measure.name not in ("other", "change") and e.figure.status is not Status.POSSIBLE
