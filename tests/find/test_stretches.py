"""How much of a span stretches cover, against counting character by character."""

from hypothesis import given
from hypothesis import strategies as st

from legation.find.stretches import Stretches

CUTS = st.lists(st.integers(0, 60), max_size=12, unique=True).map(sorted)


@given(CUTS, st.integers(0, 60), st.integers(0, 20))
def test_shared_and_first(cuts: list[int], start: int, length: int) -> None:
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    stretches, span = Stretches(spans), (start, start + length)
    covered = [i for i in range(*span) if any(s <= i < e for s, e in spans)]
    assert stretches.shared(span) == len(covered)
    if covered:
        first = stretches.first(span)
        assert first is not None
        assert max(first, start) == covered[0]
