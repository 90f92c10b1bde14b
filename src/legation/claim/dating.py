"""Dating: when a figure holds, by the time of its words and by what it measures."""

from __future__ import annotations

from legation.claim.ellipsis import Before, keeps_time
from legation.claim.measures import Taken
from legation.claim.scene import Scene
from legation.claim.when import CARRIED, OF_THE_DAY, When, when_of
from legation.codes.wordsets import wordset

# Sums and levels stand for longer than the day on which a digest tells of them.
LASTING = wordset("lasting_measures")


def dated(scene: Scene, taken: Taken | None, before: Before | None) -> When:
    """The period of a figure, with the reason in plain words; (None, None) where nothing tells."""
    linked, measure = scene.linked, taken.measure if taken else "other"
    when, why = when_of(linked, scene.found.token)
    told_of_day, carried = why == OF_THE_DAY, why is not None and why.startswith(CARRIED)
    if (told_of_day and measure in LASTING) or ((told_of_day or carried) and measure == "duration"):
        when = why = None
    if when is None and before is not None and keeps_time(scene, taken, before):
        return before.figure.when, f"as “{linked.article.text[slice(*before.found.span)]}”"
    return when, why
