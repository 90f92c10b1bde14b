from legation.words.sentences import LONGEST, sentence_of

TEXT = "One fell. Two rose and three stayed. Four left."
SENTENCES = ((0, 9), (10, 36), (37, 47))


def test_the_sentence_or_the_run_of_sentences() -> None:
    assert sentence_of(TEXT, SENTENCES, (14, 18)) == (10, 36)
    assert sentence_of(TEXT, SENTENCES, (4, 18)) == (0, 36)


def test_a_text_without_full_stops_is_cut_on_both_sides() -> None:
    text = "word " * 10_000
    first, last = sentence_of(text, ((0, len(text)),), (20_000, 20_004))
    assert (first, last) == (20_000 - LONGEST, 20_004 + LONGEST)


def test_without_sentences_the_paragraph_is_cut() -> None:
    assert sentence_of("a b c\nd e", (), (2, 3)) == (0, 5)
