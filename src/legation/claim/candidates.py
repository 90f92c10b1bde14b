"""Candidates: who might be the giver or receiver of a figure, and the traits that speak for and against each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from legation.claim.chain import chain_of
from legation.claim.holders import Roles
from legation.claim.measures import Taken
from legation.claim.named import Names
from legation.claim.scene import Scene
from legation.codes.holder_weights import measure_group
from legation.words.figure import Figure

Pair = tuple[str | None, str | None]
GIVER, RECEIVER = 0, 1
# A trait by name; all weigh alike.
Traits = list[str]
# Distances count up to these: steps in the tree by tens, words by fives, rank, number of actors.
FAR, WORDS, RANK, MANY = 3, 4, 3, 3
# So many sentences back somebody may have been named.
BACK = 2
ABOUT = 2


@dataclass(frozen=True)
class Candidates:
    """The actors that a figure may be of, and what is known of each: where it stands, how often the article names it, what the rules say.

    `found` are the holders by place, `told` the pair that the rules give; None among the candidates stands for nobody.
    """

    scene: Scene
    taken: Taken | None
    before: Figure | None
    names: Names
    found: Roles
    told: Pair

    @cached_property
    def places(self) -> Mapping[str, dict[str, tuple[int, int, int]]]:
        """By actor and place: its distance in the tree, its rank in the place, and how many words it stands before (-) or after the amount."""
        out: dict[str, dict[str, tuple[int, int, int]]] = {}
        for place, here in self.found.items():
            for rank, h in enumerate(here):
                out.setdefault(h.id, {}).setdefault(place, (h.distance, rank, h.token.i - self.scene.found.token.i))
        return out

    @cached_property
    def earlier(self) -> frozenset[str]:
        """Who is named in the nearest of the sentences before that names anybody."""
        sentences, at = self.scene.linked.doc.sentences, self.scene.found.token.sent
        named = (self.names.of(sentences[k]) for k in range(at - 1, max(-1, at - 1 - BACK), -1))
        return frozenset(id for id, _ in next((n for n in named if n), ()))

    @cached_property
    def ids(self) -> Sequence[str | None]:
        """Nobody, then everybody who comes into question, in the order met."""
        was = (self.before.giver, self.before.receiver) if self.before is not None else ()
        about = (self.names.topic, *self.names.pair, *(id for id, _ in self.names.spoken_of[:ABOUT]))
        return [None, *dict.fromkeys(id for id in (*self.places, *about, *was, *sorted(self.earlier), *self.told) if id)]

    @cached_property
    def group(self) -> str:
        """The group of the figure's measure."""
        return measure_group(self.taken.measure if self.taken else "other")

    def traits(self, id: str | None, side: int, giver: str | None = None) -> Traits:
        """What speaks for or against an actor as giver (`side` 0) or receiver (1); `giver` is who was chosen for it."""
        out = list(self._nobody() if id is None else self._somebody(id, side))
        if id == self.told[side]:
            out += ["rule", f"rule:{self.group}", "rule:nobody" if id is None else "rule:somebody"]
        if id is not None and id == giver:
            out.append("giver already")
        return out

    def _nobody(self) -> Iterator[str]:
        scene, measure = self.scene, self.taken.measure if self.taken else "other"
        yield from ("nobody", f"nobody:{self.group}", f"nobody:{measure}", f"nobody:{scene.family}")
        yield f"nobody:of {min(MANY, len(self.places))}"
        yield f"nobody:{scene.prep or 'no'} preposition"
        yield from (
            f"nobody:{name}" for name, holds in (("direct", scene.direct), ("passive", self._passive), ("speech", self.names.first_person)) if holds
        )

    def _somebody(self, id: str, side: int) -> Iterator[str]:
        here = self.places.get(id, {})
        told = "named" if here else "unnamed"
        for place, (distance, rank, _) in here.items():
            if place == "any":
                continue
            yield from (place, f"{place}:{self.group}", f"{place}:far {min(FAR, distance // 10)}")
            if rank == 0:
                yield from (f"{place}:nearest", f"{place}:nearest:{self.group}")
            if place in ("subj", "obj"):
                yield from (f"{place}:{'passive' if self._passive else 'active'}", f"{place}:amount {self.scene.top.dep}")
        if len(here) < 2:  # the place `any` alone
            yield from ("nowhere", f"nowhere:{self.group}") if here else ("unnamed", f"unnamed:{self.group}")
        if "any" in here:
            _, rank, offset = here["any"]
            yield from (f"rank {min(RANK, rank)}", "before" if offset < 0 else "after", f"words {min(WORDS, abs(offset) // 5)}")
            if len(self.places) == 1:
                yield from ("alone", f"alone:{self.group}")
        yield from self._known(id, told)
        kind = self.names.kind_of(id)
        yield from (f"kind {kind}", f"kind {kind}:{self.group}")
        if id == self.told[1 - side]:
            yield from ("rule:other side", f"rule:other side:{self.group}")

    def _known(self, id: str, told: str) -> Iterator[str]:
        """What the article as a whole says of an actor."""
        if id == self.names.topic:
            yield from ("topic", f"topic:{self.group}", "topic:among others" if self.places else "topic:nobody else")
        if id in self.names.pair:
            yield from ("pair", f"pair:{self.group}")
        if id == self._most_named:
            yield from ("most named", f"most named:{told}")
        if id in self.earlier:
            yield from ("earlier", "earlier:among others" if self.places else "earlier:nobody else")
        if id == self.names.first_person:
            yield "speaker"
        if id in self._tellers:
            yield from ("teller", f"teller:{self.group}")

    @cached_property
    def _tellers(self) -> frozenset[str]:
        """The states of those who say so, who need have nothing to do with it."""
        return frozenset(v.country for v in chain_of(self.scene.linked, self.scene.found.span) if v.country)

    @cached_property
    def _most_named(self) -> str | None:
        """The state named more often than any other."""
        counts = self.names.spoken_of
        return counts[0][0] if counts and (len(counts) == 1 or counts[0][1] > counts[1][1]) else None

    @property
    def _passive(self) -> bool:
        return bool(self.scene.verb is not None and self.scene.verb.kids("auxpass"))
