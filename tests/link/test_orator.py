"""Who speaks a whole document: by its heading, by who acts in it, by what it names most; nobody in an ordinary article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from legation.link.actors import find_actors
from legation.parse.doc import Doc

Parse = Callable[[str], Doc]

SPEECH = "In 2016 many people fled. My Government is worried about that. We call on all States to help, and our people will do their part. {} signed."


def orator(doc: Doc, heading: str = "") -> str | None:
    found = find_actors(doc, None, heading).orator
    return found.id if found is not None else None


@pytest.mark.parametrize("heading", ["Statement of VUT in the debate", "Address by Vanuatu to the Assembly", "Letter; Government of Vanuatu"])
def test_a_heading_names_who_speaks(parsed: Parse, heading: str) -> None:
    assert orator(parsed(SPEECH.format("Fiji")), heading) == "VUT"


def test_a_heading_with_two_states_names_nobody(parsed: Parse) -> None:
    assert orator(parsed(SPEECH.format("Nobody")), "Letter of Fiji to Samoa") is None


def test_without_a_heading_who_acts_in_the_first_person_speaks(parsed: Parse) -> None:
    assert orator(parsed("Samoa thanks us all. Samoa has kept our promise, and Samoa hopes that we meet again. Fiji is far.")) == "WSM"


def test_quotes_and_other_articles_have_no_orator(parsed: Parse) -> None:
    assert orator(parsed('"We will not sign, and our army is ready; we are calm," Samoa told Fiji on Monday.')) is None
    assert orator(parsed("Samoa met Fiji on Monday. Samoa paid.")) is None


def test_my_government_is_the_orators(parsed: Parse) -> None:
    doc = parsed(SPEECH.format("Fiji"))
    assert {doc.text[slice(*m.span)]: m.id for m in find_actors(doc, None, "Statement of VUT").mentions}["My Government"] == "VUT"
