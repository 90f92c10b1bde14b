import pytest

from legation.brief.tell import says_who, tell
from legation.brief.wording import TIES
from legation.words.amount import Amount
from legation.words.claim import Claim
from legation.words.event import Event, EventType
from legation.words.figure import Figure
from legation.words.statement import Statement, StatementKind, Tie
from legation.words.voice import Source, Voice

NAMES = {"NOR": "Norway", "SWE": "Sweden", "{0}": "{0}"}
CLAIMS: list[tuple[Claim | Voice, str]] = [
    (Event("1", (0, 1), EventType.AID, ("NOR",), ("SWE",), contexts=("economic",)), "Norway → Sweden: aid (economic)"),
    (Event("1", (0, 1), EventType.CONSULT, ("NOR", "SWE")), "Norway and Sweden: talks or visit"),
    (Event("1", (0, 1), EventType.SANCTION, (), ("SWE",)), "… → Sweden: sanction or cut of relations"),
    (Figure("1", (0, 1), Amount(3.0, 3.0, unit="ships"), "weapons", None, "NOR", "SWE"), "3 ships (weapons, Norway → Sweden)"),
    (Figure("1", (0, 1), Amount(3.0, 3.0, unit="percent"), "wage-share", "pay kept"), "3 percent (wage share: pay kept)"),
    (Tie("1", (0, 1), "exports", "NOR", "SWE"), "Norway exports to Sweden"),
    (Tie("1", (0, 1), "odd-kind", "NOR", "{0}"), "Norway – {0}: odd kind"),
    (Statement("1", (0, 1), StatementKind.MOTIVE, parties=("NOR",)), "motive, on Norway"),
    (Voice("1", (0, 1), "Anna Berg"), ""),
]


@pytest.mark.parametrize(("claim", "words"), CLAIMS)
def test_claims_in_words(claim: Claim | Voice, words: str) -> None:
    assert tell(claim, lambda id: NAMES.get(id or "", "")) == words


def test_ties_name_both_sides() -> None:
    assert all("{a}" in words and "{b}" in words for words in TIES.values())


def test_the_whole_chain_says_so() -> None:
    event = Event("1", (0, 1), EventType.AID, ("NOR",), voice="A", voices=(Source("A"), Source("B\x1b[1m")))
    assert says_who(event, "Courier") == "A, quoting B, in Courier"
    assert says_who(Event("1", (0, 1), EventType.AID, ("NOR",)), "Courier") == "Courier"
    assert says_who(Event("1", (0, 1), EventType.AID, ("NOR",), voice_kind="unknown"), "Courier") == "an unnamed source, in Courier"
    assert says_who(Voice("1", (0, 1), None), "") == "an unnamed source"
