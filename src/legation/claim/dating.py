"""Dating: when a figure holds, by the time of its words and by what it measures."""

from __future__ import annotations

import re
from dataclasses import replace

from legation.claim.ellipsis import Before, keeps_time
from legation.claim.measures import Taken
from legation.claim.scene import Scene
from legation.claim.timeindex import Dated, time_index
from legation.claim.when import CARRIED, OF_THE_DAY, When, when_of
from legation.codes.wordsets import wordset

# Sums and levels stand for longer than the day on which a digest tells of them.
LASTING = wordset("lasting_measures")
# What stands at a level on a day; of all else "by 2012" says the last day on which it came to so much.
LEVELS = wordset("level_measures")
BY = re.compile(r"\bby\s+(?:the\s+)?\Z", re.I)


def dated(scene: Scene, taken: Taken | None, before: Before | None) -> When:
    """The period of a figure, with the reason in plain words; (None, None) where nothing tells."""
    linked, measure = scene.linked, taken.measure if taken else "other"
    when, why = when_of(linked, scene.found.token)
    told_of_day, carried = why == OF_THE_DAY, why is not None and why.startswith(CARRIED)
    if (told_of_day and measure in LASTING) or ((told_of_day or carried) and measure == "duration"):
        when = why = None
    if when is not None and measure not in LEVELS and why is not None and _is_by(scene, why):
        when = replace(when, first=None)
    if when is None and measure in LASTING and (ahead := _ahead(scene)) is not None:
        return ahead.when, ahead.why
    if when is None and before is not None and keeps_time(scene, taken, before):
        return before.figure.when, f"as “{linked.article.text[slice(*before.found.span)]}”"
    return when, why


def _is_by(scene: Scene, why: str) -> bool:
    """Whether the date of a sentence that is the reason for a figure's time stands behind "by"."""
    text = scene.linked.article.text
    dates = time_index(scene.linked).in_sentence.get(scene.found.token.sent, ())
    return any(d.why == why and BY.search(text, max(0, d.span[0] - 10), d.span[0]) for d in dates)


def _ahead(scene: Scene) -> Dated | None:
    """The one time to come of a figure's sentence: what is budgeted, lent or sold in it is so much for that time."""
    index = time_index(scene.linked)
    day = index.last_day
    if day is None:
        return None
    told = index.in_sentence.get(scene.found.token.sent, ())
    ahead = [d for d in told if d.when.first is not None and d.when.last is not None and d.when.last > day <= d.when.first]
    return ahead[0] if len(ahead) == 1 else None
