"""Statements: motives, assessments, comparisons, superlatives, parts and forecasts."""

from __future__ import annotations

from collections.abc import Sequence

from legation.claim.chain import chain_of
from legation.claim.clauses import SUBJECTS, clause_of, subtree_span
from legation.claim.embedders import effect_of
from legation.claim.statement_forms import Told, told_by
from legation.claim.status import status_of
from legation.claim.when import when_of
from legation.link.linked import Linked, ids_of
from legation.parse.doc import Token
from legation.words.evidence import Span, overlap
from legation.words.figure import Figure
from legation.words.ids import claim_id
from legation.words.statement import Statement, StatementKind
from legation.words.status import Status

LONGEST = 400
SHORTEST_WORDS = 3


def read_statements(linked: Linked, figures: Sequence[Figure]) -> tuple[Statement, ...]:
    """What the article says that is neither act nor figure, where an actor or a figure is spoken of, in text order."""
    found: list[Told] = []
    for token in linked.doc.tokens:
        found.extend(told_by(linked, token))
    kept = _widest(linked, found)
    spans = sorted((f.span, f.id) for f in figures)
    out = []
    for n, told in enumerate(kept):
        made = _statement(linked, told, spans, sum(k.span == told.span for k in kept[:n]))
        if made is not None:
            out.append(made)
    return tuple(out)


def _widest(linked: Linked, found: list[Told]) -> list[Told]:
    """One statement a kind and place: the widest, in text order."""
    out: list[Told] = []
    for told in sorted(found, key=lambda f: (f.span[0], f.span[0] - f.span[1])):
        rival = next((k for k in reversed(out[-6:]) if k.kind is told.kind and overlap(k.span, told.span)), None)
        if rival is None and told.span[1] - told.span[0] <= LONGEST and _words(linked, told) >= SHORTEST_WORDS:
            out.append(told)
    return out


def _words(linked: Linked, told: Told) -> int:
    return sum(t.pos not in ("PUNCT", "SPACE") for t in linked.doc.within(told.span))


def _parties(linked: Linked, told: Told) -> tuple[str, ...]:
    """The actors of a statement: its subject, that of the clause above, and those it names; else those of its sentence, or the one before."""
    clause = clause_of(told.head)
    above = [clause_of(clause.head)] if clause.dep == "advcl" else []
    subjects = [s for verb in (*above, clause) if (s := verb.child(*SUBJECTS)) is not None]
    named = [m for s in subjects for m in linked.mentions_in(subtree_span(s, s))]
    parties = ids_of([*named, *linked.mentions_in(told.span)])
    if parties:
        return parties
    sentences = linked.doc.sentences
    here = sentences[told.head.sent]
    for sentence in (here, sentences[max(0, here.i - 1)]):
        if sentence.paragraph == here.paragraph and (near := ids_of(linked.mentions_in(sentence.span))):
            return near
    return ()


def _is_reason(head: Token) -> bool:
    """ "because it does not want that": a reason is told, whatever it denies; "not because" denies the reason."""
    mark = next((m for m in head.kids("mark") if m.lower in ("because", "lest")), None)
    return mark is not None and not any(c.dep == "neg" and c.i < mark.i for c in (*head.children, *head.head.children) if mark.i - c.i < 3)


def _thwarted(head: Token) -> bool:
    """ "blocked attempts to tighten them": what is stopped from succeeding was attempted; only who denies or rejects a word denies the attempt."""
    stopped = head.pos == "NOUN" and head.dep == "dobj" and effect_of(head.head, "np") is Status.DENIED
    return stopped and effect_of(head.head, "that") is None


def _statement(linked: Linked, told: Told, figures: Sequence[tuple[Span, str]], ordinal: int) -> Statement | None:
    """The claim of a found statement; None where neither an actor nor a figure is spoken of in its sentence."""
    parties = _parties(linked, told)
    measured = tuple(id for span, id in figures if overlap(span, told.span))
    if not parties and not measured:
        return None
    chain = chain_of(linked, told.span) or chain_of(linked, told.head.span)
    when, _ = when_of(linked, told.head)
    status = status_of(linked, told.head)
    if status is Status.DENIED and told.kind is StatementKind.MOTIVE and (_is_reason(told.head) or _thwarted(told.head)):
        status = Status.ACTUAL
    if told.kind is StatementKind.FORECAST and status is Status.ACTUAL:
        status = Status.POSSIBLE
    return Statement(
        claim_id(linked.article.digest, f"statement:{told.kind}", told.span, ordinal),
        told.span,
        told.kind,
        about=measured or parties,
        parties=parties,
        when=when,
        status=status,
        voice=chain[0].speaker if chain else None,
        voices=chain,
        rule=told.cue,
    )
