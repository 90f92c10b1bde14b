"""Groups and firms of the tables by the name that the article itself gives them: `kurdistan workers' party` where another text has `pkk`.

A case brings the names of one group together under the table's id; a reading of its own says what its text says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from legation.codes.fold import fold
from legation.codes.nouns import definite_nouns
from legation.codes.tables import table
from legation.parse.doc import Doc
from legation.words.actor import ActorKind, Mention

NAMED = (ActorKind.GROUP, ActorKind.COMPANY)
MODIFYING = ("amod", "compound", "nmod", "poss")
DASHES = ("-", "–")


def as_told(doc: Doc, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with groups and firms under the first name by which the article tells them, in lower case; those only told by an
    adjective or by what they are ("Houthi rebels") keep the table's id."""
    told: dict[str, str] = {}
    for m in mentions:
        if m.kind in NAMED and m.how == "name" and m.id in _ids() and m.id not in told and (name := _name(doc, m)) is not None:
            told[m.id] = name
    return tuple(replace(m, id=told[m.id]) if m.kind in NAMED and m.id in told else m for m in mentions)


def _name(doc: Doc, mention: Mention) -> str | None:
    """The name as it stands; None where it only modifies another noun, or says what the group is."""
    words = doc.within(mention.span)
    last, name = words[-1], fold(doc.text[slice(*mention.span)]).lower().removeprefix("the ")
    if name.replace("'", "") == mention.id:
        return mention.id
    adjective = len(words) == 1 and ((last.dep in MODIFYING and last.head.i > last.i) or doc.text[last.end : last.end + 1] in DASHES)
    described = len(words) > 1 and (last.lemma in definite_nouns("band") or last.lower == "group")
    return None if adjective or described else name


@cache
def _ids() -> frozenset[str]:
    return frozenset(row["id"] for row in table("groups"))
