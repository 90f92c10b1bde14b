"""Telling a claim: what it says in our words, and who says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from legation.brief.names import named
from legation.brief.plain import one_line
from legation.brief.wording import ACTS, TIES, amount_words, listed
from legation.words.claim import Claim
from legation.words.event import Event, EventType
from legation.words.figure import Figure
from legation.words.statement import Statement, Tie
from legation.words.voice import Source, Voice

Naming: TypeAlias = Callable[[str | None], str]
"""An actor's id to what a reader calls it; empty for None."""

FIELDS = 2
"""Contexts of an act that a line shows: those that its words brought up first."""


def tell(claim: Claim | Voice, name: Naming, words: str = "") -> str:
    """A claim in a line, empty for a voice, whose words speak; `words` are the evidence, from which an amount's bound takes its wording."""
    if isinstance(claim, Event):
        contexts = ", ".join(one_line(c).replace("_", " ") for c in claim.contexts[:FIELDS])
        return act_words(claim.type, claim.actors, claim.recipients, name) + (f" ({contexts})" if contexts else "")
    if isinstance(claim, Figure):
        what = ", ".join(p for p in (measured(claim), parties_words(claim, name)) if p)
        return f"{amount_words(claim.amount, words)}{f' ({what})' if what else ''}"
    if isinstance(claim, Tie):
        told = TIES.get(claim.kind, f"{{a}} – {{b}}: {one_line(claim.kind).replace('-', ' ')}")
        words = told.replace("{a}", named(name(claim.a))).replace("{b}", named(name(claim.b)))
        return words[:1].upper() + words[1:]
    if isinstance(claim, Statement):
        parties = listed(name(p) for p in claim.parties)
        return f"{claim.kind.value}{f', on {parties}' if parties else ''}"
    return ""


def act_words(kind: EventType, actors: tuple[str, ...], recipients: tuple[str, ...], name: Naming) -> str:
    """An act in a line: `China → North Korea: sanction or cut of relations`."""
    doers = listed(map(name, actors)) or "…"
    return f"{doers}{f' → {listed(map(name, recipients))}' if recipients else ''}: {ACTS[kind]}"


def measured(figure: Figure) -> str:
    """What a figure measures: its measure, and the plain words for it where there are any."""
    return ": ".join(p for p in ((figure.measure or "").replace("-", " "), one_line(figure.of or "")) if p)


def parties_words(figure: Figure, name: Naming) -> str:
    """`North Korea → Russia`, or the one holder."""
    return " → ".join(name(p) for p in (figure.giver, figure.receiver) if p)


def says_who(claim: Claim | Voice, paper: str) -> str:
    """Who says so: the chain of sources, outermost first, and the paper that carries it."""
    if isinstance(claim, Voice):
        chain = one_line(claim.speaker) if claim.speaker else UNNAMED
    else:
        chain = chain_words(claim.voices, claim.voice)
        if not chain and getattr(claim, "voice_kind", None) == "unknown":
            chain = UNNAMED
    return f"{chain}, in {paper}" if chain and paper else chain or paper


def says_phrase(claim: Claim | Voice, paper: str, where: str | None = None) -> str:
    """Who says so as a sentence has it: `the Fishery Board, in Oslo Courier`; `where` takes the place of the paper's name, empty of nothing."""
    words = says_who(claim, paper)
    chain = words.removesuffix(f", in {paper}") if words != paper else ""
    chain = f"the {chain[4:]}" if chain.startswith("The ") else chain
    place = f"in {paper}" if where is None else where
    return ", ".join(p for p in (chain, place) if p) if chain else paper


UNNAMED = "an unnamed source"


def chain_words(voices: tuple[Source, ...], voice: str | None) -> str:
    """A chain of sources as `A, quoting B`; empty where the article itself asserts it."""
    speakers = [one_line(s.speaker) for s in voices] or ([one_line(voice)] if voice else [])
    return ", quoting ".join(dict.fromkeys(speakers))
