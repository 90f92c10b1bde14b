import re
from dataclasses import replace

import pytest

from legation.brief.clauses import _rows, clause, joined
from legation.brief.names import tabled_name
from legation.codes.tables import table
from legation.words.event import Event, EventType
from legation.words.status import Status

STRIKE = Event("e", (0, 1), EventType.ASSAULT, ("NOR",), ("SWE",), mode="aerial", cameo="195")
TOLD = [
    (STRIKE, Status.ACTUAL, "Norway attacked Sweden from the air"),
    (STRIKE, Status.POSSIBLE, "Norway may attack Sweden from the air"),
    (STRIKE, Status.DENIED, "Norway did not attack Sweden from the air"),
    (replace(STRIKE, mode=None, cameo="190"), Status.ACTUAL, "Norway attacked Sweden"),
    (replace(STRIKE, actors=("NOR", "FIN"), recipients=(), mode="firearms"), Status.ACTUAL, "Norway and Finland exchanged fire"),
    (replace(STRIKE, actors=("NOR", "FIN")), Status.PLANNED, "Norway and Finland are to attack Sweden from the air"),
    (replace(STRIKE, actors=()), Status.ACTUAL, "somebody unnamed attacked Sweden from the air"),
    (replace(STRIKE, type=EventType.AID, mode=None, cameo="0712"), Status.ACTUAL, "Norway gave economic aid to Sweden"),
    (replace(STRIKE, type=EventType.REQUEST, mode="yield", recipients=("USA",)), Status.DEMANDED, "Norway is asked to call on the United States"),
]


@pytest.mark.parametrize(("event", "status", "words"), TOLD)
def test_acts_in_plain_words(event: Event, status: Status, words: str) -> None:
    assert joined([clause(event.type, event.actors, event.recipients, tabled_name, event, status)]).startswith(words)


def test_every_type_and_every_mode_has_its_words() -> None:
    rows = _rows()
    assert {t.value for t in EventType} <= {kind for kind, how in rows if not how}
    modes = {(row["type"], row["mode"]) for row in table("modes")}
    assert {how for kind, how in rows if how and not how.isdigit()} <= {mode for _, mode in modes}
    for key, row in rows.items():
        assert all(row), key
        assert all(re.search(r"\w/\w", cell) for cell in row), key
        assert "{b}" in row[0], key
