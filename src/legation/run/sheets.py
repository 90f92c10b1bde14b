"""Answer sheets and findings of the model as chapters for the terminal and as records for JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from legation.brief.compose import Brief
from legation.brief.dossier import Dossier, Grid, Group, Line, Row, Section
from legation.brief.intervals import Interval, Panel
from legation.brief.pile import Pile
from legation.brief.plain import one_line
from legation.brief.wording import counted, listed, period_words
from legation.model.bind import Run
from legation.model.checks import Check
from legation.model.draws import Drawn, Hump
from legation.model.numbers import number, range_words, short, sides
from legation.model.options import Reading
from legation.model.script import Note
from legation.model.sheet import Answer, Camp, Sheet
from legation.model.system import Given
from legation.model.text import library
from legation.words.codec import encode
from legation.words.period import Period

Calling: TypeAlias = Callable[[str], str]
"""A claim's id to what a reader calls the claim."""

SHOWN = 20
"""Runs of a model that the list shows."""

KINDS = {
    "contradiction": "cannot all be true",
    "doubt": "cannot all be true, if they are of one time and read rightly",
    "undecided": "undecided",
    "agree": "bear each other out",
}


def listing(found: Mapping[str, Sequence[Run]], pile: Pile) -> Section:
    """All models; each with its runs, what feeds them and what is missing."""
    blocks = []
    for name, runs in found.items():
        lines = [Line(_head(run.parties, run.when, pile), _fed(run), flags=_lacks(run)) for run in runs]
        notes = tuple(f"{f.text} ({f.basis}: {f.because})" for f in runs[0].model.formulas) if runs else ()
        idle = "" if runs else f"no claims of the same parties and period on two of {', '.join(q.id for q in library()[name].quantities)}"
        blocks.append(Group(name, tuple(lines[:SHOWN]), notes, idle, max(0, len(lines) - SHOWN), "legation model list --json"))
    able = sum(map(bool, found.values()))
    return Section("models", "Models", f"{counted(len(found), 'model', 'models')}; {able} can run on this case.", tuple(blocks))


def no_run(name: str) -> str:
    """What is said where a model has nothing to run on."""
    return f"The case has no claims on two quantities of {name} for the same parties; `legation model list` says what can run."


def answers(sheet: Sheet, pile: Pile) -> Section:
    """The answer sheet: each quantity with its claims, what all claims imply for it, and how it is spread."""
    by_id, call = {a.quantity: a for a in sheet.answers}, _calling(sheet.given)
    order = dict.fromkeys((*by_id, *(g.quantity for g in sheet.given)))
    blocks = [_clash(sheet, pile, call)] if sheet.clashes.cores else []
    blocks += [_quantity(id, by_id.get(id), [g for g in sheet.given if g.quantity == id], pile, call) for id in order]
    for title, said in (
        ("Rests on", tuple(f"{f.text} ({f.basis}: {f.because})" for f in sheet.formulas)),
        ("Assumptions", sheet.assumptions),
        ("Warnings", sheet.warnings),
        ("Not used", tuple(f"{short(o.claim)} on {o.quantity}: {o.why}" for o in sheet.left_out)),
    ):
        if said:
            blocks.append(Group(title, (), tuple(one_line(s) for s in said)))
    change = f"What if: {one_line(sheet.what_if)}. " if sheet.what_if else ""
    reading = "as rounded numbers" if sheet.rounded else "literally"
    lead = f"{change}Claims are taken {reading}; {sheet.draws:,} draws from seed {sheet.seed}."
    return Section("sheet", f"{sheet.title}: {_head(sheet.parties, sheet.when, pile)}", lead, tuple(blocks))


def sheet_brief(pairs: Sequence[tuple[Sheet, Sheet]], pile: Pile) -> Brief:
    """Answer sheets as a document, with the articles that they rest on; of each pair the second is shown, beside the first where they differ."""
    sections = []
    for n, (a, b) in enumerate(pairs, 1):
        sections.append(replace(answers(b, pile), key=f"sheet-{n}"))
        if a is not b:
            sections.append(replace(beside(a, b), key=f"beside-{n}"))
    counts = (("run" if len(pairs) == 1 else "runs", len(pairs)), ("article" if len(pile.readings) == 1 else "articles", len(pile.readings)))
    return Brief(Dossier(pairs[0][0].title if pairs else "No run", "what the claims imply", counts, tuple(sections)), pile)


def beside(a: Sheet, b: Sheet) -> Section:
    """What is implied without and with the changes of a what-if."""
    after = {x.quantity: x for x in b.answers}
    both = [(x, after[x.quantity]) for x in a.answers if x.quantity in after]
    rows = [Row((x.label or x.quantity, x.unit, range_words(x.bound), range_words(y.bound))) for x, y in both]
    return Section("beside", "Side by side", "", (Grid("Implied by all claims", ("quantity", "unit", "as told", b.what_if), tuple(rows)),))


def findings(found: Sequence[Check], pile: Pile) -> Section:
    """The cross-checks, contradictions first."""
    blocks = []
    for c in found:
        title = f"{c.model}, {_head(c.parties, c.when, pile)}: {KINDS[c.kind]}"
        tone = "conflict" if c.kind == "contradiction" else ""
        blocks.append(Group(title, tuple(_line(g, pile) for g in c.claims), tuple(f"by {t}" for t in c.through), one_line(c.says), tone=tone))
    clashing = sum(c.kind == "contradiction" for c in found)
    lead = f"{counted(clashing, 'contradiction', 'contradictions')}; {counted(len(found) - clashing, 'other finding', 'other findings')}."
    return Section("checks", "Cross-checks", lead if found else "No claims of this case can be checked against each other.", tuple(blocks))


def _head(parties: tuple[tuple[str, str], ...], when: Period | None, pile: Pile) -> str:
    named = ", ".join(f"{name} {pile.name(party)}" for name, party in parties)
    return named + (f", {period_words(when, short=True)}" if when else "")


def _lacks(run: Run) -> tuple[str, ...]:
    return (f"missing: {', '.join(run.missing)}",) if run.missing else ()


def _fed(run: Run) -> str:
    fed = {v.id: [short(g.id) for g in run.system.given if g.quantity == v.id] for v in run.system.variables}
    return "; ".join(f"{id}: {', '.join(claims)}" for id, claims in fed.items() if claims)


def _calling(given: Sequence[Given]) -> Calling:
    """Names for claims: what they say, with the id that finds them; the bare id of what says nothing."""
    said = {g.id: one_line(g.said) for g in given}
    return lambda id: f"“{said[id]}” ({short(id)})" if said.get(id) else short(id)


def _clash(sheet: Sheet, pile: Pile, call: Calling) -> Group:
    by_id = {g.id: g for g in sheet.given}
    lines = [_line(by_id[id], pile) for id in dict.fromkeys(c for core in sheet.clashes.cores for c in core.claims)]
    notes = [
        f"{n}: {listed(map(call, core.claims))}" + (f", by {'; '.join(core.formulas)}" if core.formulas else "")
        for n, core in enumerate(sheet.clashes.cores, 1)
    ]
    count = len(sheet.clashes.cores)
    title = "Claims that cannot all hold" + (f": {count} smallest sets" if count > 1 else "")
    return Group(title, tuple(lines), tuple(notes), tone="conflict")


def _quantity(id: str, answer: Answer | None, told: Sequence[Given], pile: Pile, call: Calling) -> Group:
    lines = tuple(_line(g, pile) for g in told)
    if answer is None:
        return Group(id, lines)
    # how a quantity would be spread by the others is told of those that no source gives; of the rest the JSON has it
    spread = () if told else answer.drawn
    notes = [*_camps(answer.camps, call), *_drivers(answer, call), *(note for d in spread for note in _drawn(d, call))]
    binding = dict.fromkeys((*answer.bound.low.binding, *answer.bound.high.binding))
    because = f" (because of {listed(map(call, binding))})" if binding else ""
    stands = f"{'' if told else 'no source gives it; '}all claims together: {range_words(answer.bound)}{because}"
    title = f"{id}: {answer.label}, {answer.unit}" if answer.label else f"{id}, {answer.unit}"
    return Group(title, lines, tuple(notes), stands, panels=_panels(answer, told, call), unit=answer.unit)


def _panels(answer: Answer, told: Sequence[Given], call: Calling) -> tuple[Panel, ...]:
    """What each claim allows, and below what they come to, camp by camp where they cannot all hold."""
    colours = {origin: n for n, origin in enumerate(dict.fromkeys(g.origin or g.id for g in told))}
    claims = tuple(Interval(g.said or g.id, g.low, g.high, g.rough, g.span is None, colours[g.origin or g.id], short(g.id)) for g in told)
    return Panel("Claims", claims), Panel("What they imply", tuple(_implied(answer, bool(told), call)))


def _implied(answer: Answer, told: bool, call: Calling) -> Iterator[Interval]:
    """What the claims come to; of what no source gives also how it is spread, camp by camp too."""
    bounds = [("all claims together", answer.bound)] if answer.bound.possible else [(_left_out(c, call), c.bound) for c in answer.camps]
    for label, bound in bounds:
        if bound.possible:
            yield Interval(label, bound.low.value, bound.high.value, note=range_words(bound), answer=True)
    for drawn in () if told else answer.drawn:
        for hump in drawn.humps:
            yield Interval(f"drawn {'within' if drawn.reading is Reading.WITHIN else 'at limits'}", hump.p5, hump.p95, answer=True)


def _camps(camps: tuple[Camp, ...], call: Calling) -> Iterator[str]:
    for camp in camps:
        yield f"{_left_out(camp, call)}: {range_words(camp.bound)}"


def _left_out(camp: Camp, call: Calling) -> str:
    return f"without {listed(map(call, camp.without))}"


def _drivers(answer: Answer, call: Calling) -> Iterator[str]:
    for d in answer.drivers:
        left = "no bound implied" if d.low is None and d.high is None else sides(d.low, d.high)
        yield f"if {call(d.claim)} is left out: {left}"


def _drawn(drawn: Drawn, call: Calling) -> Iterator[str]:
    """The percentiles of a reading, camp by camp, and how it reads the one-sided claims."""
    if drawn.why_not:
        yield f"no draws: {drawn.why_not}"
        return
    reads = "; ".join(f"{call(claim)} {read}" for claim, read in drawn.reads)
    yield f"draws with one-sided claims {drawn.reading}: {reads}" if reads else f"draws, claims {drawn.reading}"
    for hump in drawn.humps:
        yield f"  {_hump(hump, call)}"
    if len(drawn.shares) > 1:
        yield f"  the spread comes from {', '.join(f'{id} ({share:.0%})' for id, share in drawn.shares)}"
    for share in drawn.sobol:
        yield f"  Sobol: {share.quantity} {_percent(share.alone, share.alone_margin)} alone, {_percent(share.whole, share.whole_margin)} with others"
    if drawn.kept < 0.9995:
        yield f"  {1 - drawn.kept:.0%} of the draws gave what cannot be"


def _percent(share: float, margin: float) -> str:
    return f"{max(share, 0.0):.0%} ± {margin:.0%}"


def _hump(hump: Hump, call: Calling) -> str:
    """Where a camp's draws lie: all but five percent at either end, and their middle."""
    share, claims = (
        ("all draws", "") if hump.weight > 0.9995 else (f"{hump.weight:.0%} of the draws", f"; they rest on {listed(map(call, hump.claims))}")
    )
    if number(hump.p5) == number(hump.p95):
        return f"{share} give {number(hump.p50)}{claims}"
    return f"{share} lie from {number(hump.p5)} to {number(hump.p95)}, half of them below {number(hump.p50)} (5, 50, 95 percent){claims}"


def _line(g: Given, pile: Pile) -> Line:
    """A claim with its sentence; a what-if, which has none, with what it rests on."""
    claim = pile.claim(g.id)
    flags = (one_line(g.assumed),) if g.assumed else ()
    if claim is None or g.span is None:
        return Line(f"{g.id}: {g.quantity} {sides(g.low, g.high)}", flags=flags)
    # what is printed where the claim's own words are not the number that is reckoned with
    taken = f", taken as {sides(g.low, g.high)}" if g.rough else ""
    cites = pile.cite(g.id, g.span)
    return Line(f"{g.said}{taken}", pile.says(claim), period_words(g.holds, short=True), pile.quote(g.id, g.span), cites, flags)


def run_record(run: Run) -> dict[str, Any]:
    """A run as JSON: parties, period, what feeds it, what is missing."""
    feeds = {v.id: [g.id for g in run.system.given if g.quantity == v.id] for v in run.system.variables}
    left_out = [encode(o) for o in run.left_out]
    named = {"model": run.model.name, "parties": dict(run.parties), "when": encode(run.when)}
    return {**named, "claims": feeds, "missing": list(run.missing), "left_out": left_out}


def sheet_record(sheet: Sheet, pile: Pile) -> dict[str, Any]:
    """A sheet as JSON, every claim with its words and its sentence."""
    record: dict[str, Any] = encode(sheet)
    return {**record, "parties": dict(sheet.parties), "units": dict(sheet.units), "given": [given_record(g, pile) for g in sheet.given]}


def check_record(c: Check, pile: Pile) -> dict[str, Any]:
    """A finding as JSON, every claim with its words and its sentence."""
    record: dict[str, Any] = encode(c)
    return {**record, "parties": dict(c.parties), "claims": [given_record(g, pile) for g in c.claims]}


def notes(given: Iterable[Given], pile: Pile) -> dict[str, Note]:
    """Where claims stand, by their id, for those of the case."""
    out = {}
    for g in given:
        claim, reading = pile.claim(g.id), pile.reading(g.id)
        quote = pile.quote(g.id, g.span) if g.span else None
        if claim and reading and quote:
            out[g.id] = Note(quote.before + quote.words + quote.after, pile.says(claim), reading.article.url or "")
    return out


def given_record(g: Given, pile: Pile) -> dict[str, Any]:
    """A claim as JSON, with its words, its sentence and who says so where it is of the case."""
    record: dict[str, Any] = encode(g)
    claim = pile.claim(g.id)
    quote = pile.quote(g.id, g.span) if g.span else None
    if claim is None or quote is None:
        return record
    return {**record, "words": quote.words, "sentence": quote.before + quote.words + quote.after, "says_who": pile.says(claim)}
