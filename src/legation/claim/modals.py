"""Modals: what a speaker of a state says another must or should do."""

from __future__ import annotations

from legation.claim.arguments import Roles
from legation.claim.frames import Act
from legation.claim.parties import Parties
from legation.claim.subjects import is_passive, subject_of
from legation.codes.predicates import Lexicon
from legation.parse.doc import Token


def read_modal(t: Token, parties: Parties, rows: Lexicon) -> Act | None:
    """The demand that such a verb tells; None where nobody speaks or of oneself."""
    modal = next((c for c in t.children if c.tag == "MD" and ("m", c.lower) in rows), None)
    if modal is None and ("m", t.lemma) in rows and any(c.dep == "xcomp" and any(k.lower == "to" for k in c.kids("aux")) for c in t.children):
        modal = t
    subject = subject_of(t) if modal is not None else None
    if modal is None or subject is None or subject.lower in ("we", "i", "you", "it") or t.head.lemma == "agree":
        return None
    if is_passive(t) or parties.mention(subject) is None:
        # "its status must be kept": nobody is asked.
        return None
    speakers = tuple(parties.speaker(t))
    asked = tuple(p for p in parties.of(subject) if p.id not in {s.id for s in speakers})
    if not speakers or not asked:
        return None
    row = (rows.get(("m", modal.lower)) or rows["m", modal.lemma])[0]
    return Act(modal, row, Roles(subject=subject, form="modal"), speakers, asked, words=(t,))
