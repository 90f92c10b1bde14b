"""Arguments: who stands as subject, object and in phrases, whatever the form of the clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.claim.arguments import gather, verb_roles
from legation.claim.nominals import noun_roles
from legation.claim.subjects import is_passive, subject_of
from legation.parse.doc import Doc, Token

Parsed = Callable[[str], Doc]


def word(doc: Doc, text: str) -> Token:
    return next(t for t in doc.tokens if t.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Norway condemned Sudan.", "condemned", "Norway"),
        ("Norway, which condemned Sudan, left.", "condemned", "Norway"),
        ("Norway met Chad and condemned Sudan.", "condemned", "Norway"),
        ("Norway decided to condemn Sudan.", "condemn", "Norway"),
        ("Norway urged Chad to condemn Sudan.", "condemn", "Chad"),
        ("Norway began condemning Sudan.", "condemning", "Norway"),
        ("Norway left, condemning Sudan.", "condemning", "Norway"),
        ("Troops fighting Sudan left.", "fighting", "Troops"),
    ],
)
def test_subjects_are_found_across_clauses(parsed: Parsed, text: str, verb: str, subject: str) -> None:
    found = subject_of(word(parsed(text), verb))
    assert found is not None
    assert found.text == subject


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("Sudan was condemned by Norway.", "condemned", True),
        ("Norway has condemned Sudan.", "condemned", False),
        ("A deal signed by Norway failed.", "signed", True),
        ("Sudan had been sanctioned.", "sanctioned", True),
    ],
)
def test_passives_are_told_from_actives(parsed: Parsed, text: str, verb: str, passive: bool) -> None:
    assert is_passive(word(parsed(text), verb)) is passive


def test_a_passive_turns_its_roles(parsed: Parsed) -> None:
    roles = verb_roles(word(parsed("Sudan was condemned by Norway."), "condemned"))
    assert roles.subject is not None
    assert roles.object is not None
    assert (roles.subject.text, roles.object.text) == ("Norway", "Sudan")


def test_a_light_verb_lends_its_subject(parsed: Parsed) -> None:
    roles = noun_roles(word(parsed("Norway held talks with Chad."), "talks"))
    assert roles.subject is not None
    assert roles.subject.text == "Norway"
    assert roles.form == "light"
    assert [t.text for t in roles.preps["with"]] == ["Chad"]


def test_phrases_hung_too_low_are_found(parsed: Parsed) -> None:
    found: dict[str, list[Token]] = {}
    gather(found, word(parsed("Norway began the withdrawal of some troops from Chad."), "withdrawal"))
    assert [t.text for t in found["from"]] == ["Chad"]
