"""Ties: standing relations between actors that the text describes without an act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.claim.chain import chain_of
from legation.claim.frames import Act, read_act
from legation.claim.parties import Parties
from legation.claim.spans import span_of
from legation.claim.status import status_of
from legation.claim.subjects import subject_of
from legation.claim.when import when_of
from legation.codes.predicates import tie_lexicon, tie_measures
from legation.link.linked import Linked
from legation.parse.doc import Sentence
from legation.words.evidence import Span, covers
from legation.words.figure import Figure
from legation.words.ids import claim_id
from legation.words.statement import Tie
from legation.words.status import Status

# What is only wished, demanded or supposed is no standing relation.
# A verb so marked tells what holds.
NOW = frozenset(("has", "have", "is", "are", "'s", "'ve", "does", "do"))
ENDING = frozenset(("sever", "cut", "break", "suspend", "end", "freeze", "terminate", "halt", "rupture", "resolve", "settle"))
# What is recognized where the words stand for a state: its government, its independence.
RECOGNIZED = frozenset(("state", "country", "nation", "republic", "government", "regime", "authority", "independence", "sovereignty", "statehood"))
FACING = ("with", "to", "toward", "towards")
STANDING = (Status.ACTUAL, Status.POSSIBLE, Status.DENIED)


def read_ties(linked: Linked, figures: Sequence[Figure]) -> tuple[Tie, ...]:
    """The standing relations of an article, each with the figures that measure it."""
    parties, rows = Parties(linked), tie_lexicon()
    out: list[Tie] = []
    seen: dict[Span, int] = {}
    for sentence in linked.doc.sentences:
        for token in sentence.tokens:
            act = read_act(token, parties, rows)
            if act is None or not _stands(act, parties) or (status := status_of(linked, token)) not in STANDING:
                continue
            span = span_of(act)
            voices = chain_of(linked, token.span)
            when, _ = when_of(linked, token)
            for a, b in _pairs(act, parties):
                ordinal = seen.get(span, 0)
                seen[span] = ordinal + 1
                out.append(
                    Tie(
                        id=claim_id(linked.article.digest, "tie", span, ordinal),
                        span=span,
                        kind=act.row.mode or "",
                        a=a,
                        b=b,
                        when=when,
                        status=status,
                        voice=voices[0].speaker if voices else None,
                        voices=voices,
                        figures=_measures(sentence, figures, act.row.mode or "", {a, b}),
                        rule=f"{act.row.rule} ({act.roles.form})",
                    )
                )
    return _once(out)


def _stands(act: Act, parties: Parties) -> bool:
    """Whether the words describe a state of things: a noun, an adjective, or a verb that is not told as a single past act."""
    if act.row.pos != "v":
        # "severs its relations": what is broken off stands no more.
        return not (act.token.dep == "dobj" and act.token.head.lemma in ENDING)
    if act.row.mode == "recognition" and (seen := act.roles.object) is not None and seen.lemma not in RECOGNIZED and parties.mention(seen) is None:
        return False  # "recognizes the deportation as a crime", "does not recognize the comments of Chad"
    marks: set[str] = {c.lower for c in act.token.children if c.dep in ("aux", "auxpass")}
    return act.token.tag in ("VBZ", "VBP", "VBG") or bool(marks & NOW) or act.token.tag == "NNS"


def _pairs(act: Act, parties: Parties) -> Iterator[tuple[str, str]]:
    """The two ends of each tie: of a symmetric one every pair once, or each with whom it faces; else actor and recipient."""
    actors = list(dict.fromkeys(p.id for p in act.actors))
    # "Chad's relations with Mali and Togo" says nothing of Mali and Togo.
    faced = {p.id for name in FACING for o in act.roles.preps.get(name, ()) for p in parties.of(o)}
    if act.row.frame.symmetric and faced:
        near = [a for a in actors if a not in faced]
        if not near and act.token.dep == "dobj":
            near = [p.id for p in parties.of(subject_of(act.token.head)) if p.id not in faced]  # "Laos has established relations with Oman and Peru"
        yield from ((a, b) for a in near for b in actors if b in faced)
    elif act.row.frame.symmetric:
        for k, a in enumerate(actors):
            yield from ((a, b) for b in actors[k + 1 :])
    else:
        yield from ((a, p.id) for a in actors for p in act.recipients if p.id != a)


def _measures(sentence: Sentence, figures: Sequence[Figure], kind: str, ends: set[str]) -> tuple[str, ...]:
    """The figures of the sentence between the same two parties that measure a tie of this kind."""
    wanted = tie_measures().get(kind, frozenset())
    return tuple(f.id for f in figures if f.measure in wanted and covers(sentence.span, f.span) and {f.giver, f.receiver} == ends)


def _once(ties: Sequence[Tie]) -> tuple[Tie, ...]:
    """Each tie at its first mention with figures, else at its first."""
    kept: dict[tuple[str, str, str, Status], Tie] = {}
    for tie in ties:
        key = (tie.kind, tie.a, tie.b, tie.status)
        if key not in kept or (tie.figures and not kept[key].figures):
            kept[key] = tie
    return tuple(sorted(kept.values(), key=lambda t: (t.span, t.kind, t.a, t.b)))
