"""What no event was made of although two actors stand in the sentence: nothing is dropped silently."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from legation.claim.arguments import verb_roles
from legation.claim.frames import Act
from legation.claim.parties import Parties
from legation.claim.subjects import is_verb
from legation.link.linked import Linked
from legation.parse.doc import Sentence
from legation.words.actor import ActorKind
from legation.words.reading import Unread

ACTING = (ActorKind.STATE, ActorKind.BODY, ActorKind.GROUP)
MAIN = ("ROOT", "conj", "ccomp", "relcl")


def missed(linked: Linked, parties: Parties, sentence: Sentence, dropped: Collection[Act], told: bool) -> Iterator[Unread]:
    """The acts of a sentence that lack a party, and the verbs between two actors that no row takes; `told` where it has events already."""
    acting = {m.id for m in linked.mentions_in(sentence.span) if m.kind in ACTING and m.how != "place"}
    if len(acting) < 2 or told:
        return
    for act in dropped:
        lacks = "doer" if not act.actors else "other side"
        yield Unread(act.token.span, f"an act whose {lacks} the text does not tell: {act.row.rule}")
    if dropped:
        return
    for t in sentence.tokens:
        if t.dep in MAIN and is_verb(t):
            roles = verb_roles(t)
            doer = {p.id for p in parties.of(roles.subject)}
            if doer and {p.id for p in parties.of(roles.object, "target")} - doer:
                yield Unread(t.span, f"no row of the lexicon takes “{t.lemma}” between two actors")
