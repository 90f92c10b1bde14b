"""Runs of the model in the forms of other tools, every claim with its sentence."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO
from itertools import chain

from legation.brief.pile import Pile
from legation.model.bind import Run
from legation.model.drawn import columns, rows
from legation.model.jsonld import jsonld
from legation.model.options import Reading
from legation.model.script import Script, script
from legation.model.sheet import sheet
from legation.model.squiggle import squiggle
from legation.model.trials import PLAN, Plan
from legation.model.xmile import xmile
from legation.run.sheets import notes
from legation.words.form import Form


def exported(run: Run, pile: Pile, form: Form, answer: str | None = None, within: bool = False, plan: Plan = PLAN) -> Iterator[str]:
    """A run in one of the forms, piece by piece; `within` reads one-sided claims as anywhere within their limit, where there are any.

    Raises ModelError where the claims do not lead to the answer; JSON-LD needs none.
    """
    told = notes(run.system.given, pile)
    if form is Form.JSONLD:
        yield json.dumps(jsonld([sheet(run, plan)], told), ensure_ascii=False, indent=1) + "\n"
        return
    plot = _script(run, answer, within)
    match form:
        case Form.SQUIGGLE:
            yield squiggle(plot, told)
        case Form.XMILE:
            yield xmile(plot, told)
        case Form.CSV:
            yield from _table(plot, plan)


def _script(run: Run, answer: str | None, within: bool) -> Script:
    """The script in the reading asked for; without one-sided claims there is but one."""
    found = script(run, answer)
    return script(run, answer, Reading.WITHIN) if within and found.reading is Reading.LIMIT else found


def _table(plot: Script, plan: Plan) -> Iterator[str]:
    line = StringIO()
    writer = csv.writer(line)
    for row in chain((columns(plot),), rows(plot, plan)):
        writer.writerow(row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()
