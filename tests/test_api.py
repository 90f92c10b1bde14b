from __future__ import annotations

import subprocess
import sys

import pytest
from making import northern

import legation
from legation import api
from legation.store.case import Case


def test_public_names() -> None:
    assert sorted(legation.__all__) == ["Brief", "Case", "Ledger", "LegationError", "Reading", "ledger", "open", "read"]
    for name in legation.__all__:
        assert getattr(legation, name).__doc__
        assert name in dir(legation)
    for name in api.__all__:
        assert getattr(api, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        legation.nothing  # noqa: B018


def test_import_is_light() -> None:
    code = "import sys, legation; print([m for m in ('spacy', 'rich', 'sqlite3', 'typer', 'legation.api') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_looking_into_a_case_loads_no_parser(tmp_path: object) -> None:
    code = "import sys, legation; legation.open; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "False"


def test_ledger_and_brief_of_readings_and_of_a_case_agree(tmp_path: object) -> None:
    readings = northern()
    with legation.open(f"{tmp_path}/n.case", create=True) as case:
        assert isinstance(case, Case)
        for reading in readings:
            case.add(reading)
        assert [q.label for q in legation.ledger(case).quantities] == [q.label for q in legation.ledger(readings).quantities]
        assert api.brief(case, "x").dossier.counts == api.brief(readings, "x").dossier.counts
