"""A reading names a group as its text does, a case by one id."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.link.actors import find_actors
from legation.parse.doc import Doc

Parse = Callable[[str], Doc]


def ids(doc: Doc, unified: bool = False) -> set[str]:
    return {m.id for m in find_actors(doc, None, unified=unified).mentions if m.kind == "group"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Kurdistan Workers' Party shelled Turkey. Later the PKK withdrew.", "kurdistan workers' party"),
        ("The PKK shelled Turkey. The Kurdistan Workers’ Party denied it.", "pkk"),
        ("Houthi rebels shelled Saudi Arabia.", "houthis"),
        ("A Houthi-run court met in Sanaa. The Houthis left.", "houthis"),
        ("The Houthi movement fired a missile. The Houthis left.", "houthi movement"),
        ("Israel struck a convoy of Hay'at Tahrir al-Sham. HTS left.", "hayat tahrir al-sham"),
    ],
)
def test_a_group_goes_by_its_first_name_in_the_text(parsed: Parse, text: str, told: str) -> None:
    assert ids(parsed(text)) == {told}


@pytest.mark.parametrize("text", ["The Kurdistan Workers' Party shelled Turkey.", "The PKK shelled Turkey."])
def test_in_a_case_it_has_one_id(parsed: Parse, text: str) -> None:
    assert ids(parsed(text), unified=True) == {"pkk"}
