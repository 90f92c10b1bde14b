"""Status: what predicates are listed, and that any text is read. Sentences with their statuses are in cases/status.toml."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from conftest import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.claim.status import read_predicates, status_of
from legation.codes.factuality import effects, words
from legation.link.linked import Linked
from legation.parse.doc import Doc, Sentence, Token
from legation.words.status import Status

WORDS = st.sampled_from(
    [
        "Oman",
        "will",
        "not",
        "refuse",
        "to",
        "attack",
        "if",
        "?",
        ".",
        "may",
        "never",
        "without",
        "signing",
        "the threat of",
        "said",
        "that",
        "no",
        "and",
        "plans",
    ]
)


def listed(parsed: Callable[[str], Doc], text: str) -> dict[str, Status]:
    linked = Linked(article(text), parsed(text))
    return {text[p.span[0] : p.span[1]]: p.status for p in read_predicates(linked)}


def test_verbs_act_nouns_and_adjectives_are_listed_and_nothing_else(parsed: Callable[[str], Doc]) -> None:
    found = listed(parsed, "The attack has killed two men near the harbour, and the army is ready.")
    assert set(found) == {"attack", "killed", "is", "ready"}


def test_a_noun_is_negated_by_its_own_determiner(parsed: Callable[[str], Doc]) -> None:
    assert listed(parsed, "There was no agreement on grain.")["agreement"] is Status.DENIED


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=30))
def test_any_order_of_words_has_a_status(parsed: Callable[[str], Doc], words: list[str]) -> None:
    text = " ".join(words)
    for status in listed(parsed, text).values():
        assert isinstance(status, Status)


def test_a_tree_as_deep_as_the_sentence_ends() -> None:
    tokens = [Token(n, 4 * n, "try", "try", "VERB", "VB", "xcomp", "", 0) for n in range(3000)]
    for above, below in itertools.pairwise(tokens):
        below.head = above
        above.children.append(below)
    text = "try " * 3000
    linked = Linked(article(text), Doc(text, [Sentence(0, 0, tokens)]))
    assert isinstance(status_of(linked, tokens[-1]), Status)


def test_a_list_without_end_is_read_in_good_time() -> None:
    tokens = [Token(n, 7 * n, "strike", f"strike{n}", "NOUN", "NN", "conj", "", 0) for n in range(2000)]
    for above, below in itertools.pairwise(tokens):
        below.head = above
        above.children.append(below)
    for t in tokens:
        t.lemma = f"{t.lemma}ing"
    text = "strike " * 2000
    found = read_predicates(Linked(article(text), Doc(text, [Sentence(0, 0, tokens)])))
    assert len(found) == len(tokens)


@pytest.mark.parametrize("lemma", ["refuse", "plan", "urge", "believe"])
def test_the_table_speaks_of_the_words_that_matter(lemma: str) -> None:
    assert effects()[lemma, "verb"]


def test_every_hedge_has_a_kind_the_rules_ask_for() -> None:
    assert {kind for _, kind in words()} == {"modal", "adverb", "mark", "preposition"}
