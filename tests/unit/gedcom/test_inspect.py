from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.unit.gedcom.shared import shared_file

from engage_desktop.app.gedcom_cli import SENTENCES, run_gedcom
from engage_domain.gedcom.faults import FaultCode


def test_a_file_is_inspected_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_gedcom(["inspect", str(shared_file("relationships-complex"))]) == 0
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert (told["people"], told["unions"], told["parent_links"]) == (43, 18, 30)
    assert (told["encoding"], told["version"], said.err) == ("cp1252", "5.5", "")
    assert told["warnings"] == [{"line": 17, "tag": "SUBM", "code": "bookkeeping"}]


def test_a_bad_file_gets_one_sentence_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_gedcom(["inspect", str(shared_file("missing-xref"))]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err == (
        "missing-xref.ged, line 6: F999 is referred to, but there is no such record. Nothing was taken from it.\n"
    )


def test_a_file_that_is_not_there_gets_a_sentence_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run_gedcom(["inspect", str(tmp_path / "none.ged")]) == 2
    assert capsys.readouterr().err.startswith("none.ged: cannot be opened")


def test_every_fault_has_its_sentence() -> None:
    assert set(SENTENCES) == set(FaultCode)
