"""The state in whose name a whole document speaks: a speech or a letter told in the first person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from legation.find.quotes import find_quotes
from legation.link.heading import states_in
from legation.link.salience import STATES, SUBJECTS
from legation.parse.doc import Doc, Token
from legation.words.actor import ActorKind, Mention

FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "ours"})
OWN = frozenset(("country", "government", "nation", "people", "delegation", "state", "kingdom", "republic", "land", "homeland"))
SPOKEN = re.compile(r"\b(statement|speech|address|remarks|letter|message|declaration|debate|communique|communiqué|press release)\b", re.IGNORECASE)
# So many words of the first person outside quotes make a speech; without a heading it takes one in so many words, and a state named twice as often.
FEWEST, WORDS, MORE = 3, 100, 2


def find_orator(doc: Doc, mentions: Sequence[Mention], heading: str) -> Mention | None:
    """The state that says "we" and "my country" in a document of its own, by its heading, by what acts in the sentences that say so, or by what
    it names most; None for any other document, and where two are as likely."""
    quoted = {t.i for q in find_quotes(doc) for t in doc.within(q.inner)}
    told = [t for t in doc.tokens if t.lower in FIRST_PERSON and t.text != "US" and t.i not in quoted]
    if told and SPOKEN.search(heading) and len(by := states_in(heading)) == 1:
        return by[0]
    if len(told) < FEWEST:
        return None
    owns = any(t.head.lemma in OWN for t in told if t.dep == "poss")
    if (acting := _ahead(_acting(doc, mentions, told), 1 if owns else MORE)) is not None:
        return acting
    if len(told) * WORDS < len(doc.tokens) or not owns:
        return None
    return _ahead([m for m in mentions if m.kind is ActorKind.STATE and m.how != "place"])


def _acting(doc: Doc, mentions: Sequence[Mention], told: Sequence[Token]) -> list[Mention]:
    """What stands for a state in the subject of the main clause of sentences that say "we" or "my"."""
    own = {t.sent for t in told}
    heads = ((m, doc.head_of(m.span)) for m in mentions if STATES.fits(m))
    return [m for m, head in heads if head is not None and head.sent in own and _leads(head)]


def _leads(head: Token) -> bool:
    """Whether a noun stands in the subject of its sentence's main clause."""
    while head.dep in ("compound", "amod", "nmod", "appos", "conj") and head.head is not head:
        head = head.head
    return head.dep in SUBJECTS and head.head.dep == "ROOT"


def _ahead(mentions: Sequence[Mention], least: int = 1) -> Mention | None:
    """The one told most often, if so often at least, and far more often than the second."""
    count = Counter(m.id for m in mentions).most_common(2)
    if not count or count[0][1] < least or (len(count) == 2 and count[0][1] < MORE * count[1][1]):
        return None
    return next(m for m in mentions if m.id == count[0][0])
