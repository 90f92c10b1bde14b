from hypothesis import given
from hypothesis import strategies as st

from legation.brief.excerpt import Excerpt, excerpt

TEXT = "First came rain. Then the two ministers signed a treaty in Oslo, and all went home. Nobody spoke."
SENTENCES = ((0, 16), (17, 83), (84, len(TEXT)))


def test_words_in_their_sentence() -> None:
    at = TEXT.index("signed")
    found = excerpt(TEXT, (at, at + 15), SENTENCES)
    assert found == Excerpt("Then the two ministers ", "signed a treaty", " in Oslo, and all went home.")
    assert str(found) == TEXT[17:83]


def test_short_cuts_at_words_around_the_evidence() -> None:
    at = TEXT.index("signed")
    short = excerpt(TEXT, (at, at + 15), SENTENCES).short(40)
    assert short.words == "signed a treaty"
    assert len(str(short)) <= 40
    assert short.before.startswith("… ")
    assert short.after.endswith(" …")


def test_hostile_words_are_plain() -> None:
    text = "He said \x1b[2J\u202eall\nclear now"
    assert "\x1b" not in str(excerpt(text, (8, len(text)), ((0, len(text)),)))


@given(st.text(), st.text(min_size=1), st.text(), st.integers(1, 120))
def test_short_keeps_its_promise(before: str, words: str, after: str, width: int) -> None:
    assert len(str(Excerpt(before, words, after).short(width))) <= width


def test_a_text_without_full_stops_is_not_copied_whole() -> None:
    text = "word " * 100_000
    found = excerpt(text, (250_000, 250_004), ((0, len(text)),))
    assert len(str(found)) < 5_000
    assert len(excerpt(text, (0, 400_000), ((0, len(text)),)).words) < 2_100
