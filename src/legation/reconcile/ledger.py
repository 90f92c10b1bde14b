"""The ledger of a case: its figures as quantities with verdicts and what stands, its events as happenings."""

from __future__ import annotations

from collections import defaultdict

from legation.reconcile.blocks import Block, settled
from legation.reconcile.checks import checks
from legation.reconcile.entry import Entry
from legation.reconcile.filing import items_of
from legation.reconcile.item import Item
from legation.reconcile.shelves import shelved
from legation.reconcile.source import LedgerSource, papers
from legation.words.quantity import Ledger
from legation.words.ruling import NO_RULINGS, Rulings


def build_ledger(source: LedgerSource, rulings: Rulings = NO_RULINGS) -> Ledger:
    """All quantities, happenings, tensions and failed checks of the claims that a source gives; `rulings` go before what the rules group.

    A case keeps its ledger and only brings it up to date (`run/ledger.py`); this builds one of readings, or of a part of a case.
    """
    items = [i for paper in papers(source) for i in items_of(paper)]
    blocks = [Block(name, own) for name, own in shelved(items).items()]
    figures = {i.claim: i for i in items if isinstance(i.matter, Entry)}
    coming: dict[str, list[Item]] = defaultdict(list)
    for b in blocks:
        for claim, beside in b.leaving().items():
            coming[beside].append(figures[claim])
    found = settled(blocks, coming, rulings)
    failed = checks(i.matter for i in items if isinstance(i.matter, Entry))
    return in_order(Ledger(found.quantities, found.events, found.tensions, (*failed, *found.findings)))


def in_order(ledger: Ledger) -> Ledger:
    """The tensions of most parties first, findings by kind."""
    tensions = sorted(ledger.tensions, key=lambda t: (-len(t.parties), t.id))
    findings = sorted(ledger.findings, key=lambda f: (f.kind.name, f.id))
    return Ledger(ledger.quantities, ledger.events, tuple(tensions), tuple(findings))
