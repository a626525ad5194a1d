"""The commands an administrator types: exit codes, words and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.support.caseloads import FILES

from engage_server.cli import main
from engage_server.place import Place, opened

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    folder = str(tmp_path / "server")
    assert main(["--data", folder, "init", "--name", "Trial"]) == 0
    capsys.readouterr()
    return folder


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_clean_caseload_ends_with_0_and_a_summary(
    data: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", data, "import", "caseload", str(files)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Families: 2 new, 0 changed, 0 unchanged, 0 refused.")
    assert not said.err


def test_people_who_came_in_with_a_caseload_are_given_passwords(
    data: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", data, "import", "caseload", str(files)]) == 0
    capsys.readouterr()
    assert main(["--data", data, "user", "password", "AMINA@x.org"]) == 0
    made = json.loads(capsys.readouterr().out)
    with opened(Place(Path(data))) as server:
        assert server.accounts.sign_in("amina@x.org", made["password"]) == made["user"]


def test_refused_rows_end_with_2_and_are_named_on_stderr(
    data: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    people = files / "people.csv"
    people.write_text(people.read_text(encoding="utf-8").replace("March 2018", "someday"), encoding="utf-8")
    assert main(["--data", data, "import", "caseload", str(files)]) == 2
    said = capsys.readouterr()
    assert "people.csv, line 3, column birth_date: “someday” is no date" in said.err
    assert "1 new, 0 changed, 0 unchanged, 1 refused" in said.out


def test_an_unusable_file_ends_with_1(data: str, files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (files / "families.csv").write_bytes(b"key,name\nF1,\xff\n")
    assert main(["--data", data, "import", "caseload", str(files)]) == 1
    assert "families.csv, line 2: This is not UTF-8 text" in capsys.readouterr().err


def test_the_report_can_be_read_by_a_program(
    data: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", data, "import", "caseload", str(files), "--dry-run", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["families"]["new"] == 2
    assert main(["--data", data, "import", "caseload", str(files / "nowhere"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["unusable"]["code"] == "folder_missing"


def test_a_sample_says_who_can_sign_in(data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    canaries = tmp_path / "canaries.json"
    words = ["--data", data, "sample", "--families", "5", "--seed", "2", "--start", "2026-11-23"]
    assert main([*words, "--canaries", str(canaries), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["families"] == 5
    assert {"login": "dana.whitfield", "password": "engage trial dana.whitfield", "name": "Dana Whitfield", "role": "caseworker"} in said["accounts"]  # fmt: skip
    assert json.loads(canaries.read_text(encoding="utf-8"))["protected"]
    assert main(words) == 1


def test_a_sample_is_planted_among_nobody_and_only_when_its_list_can_be_written(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--data", data, "sample", "--families", "5"]
    assert main([*words, "--canaries", str(tmp_path / "nowhere" / "canaries.json")]) == 1
    assert main(["--data", data, "user", "list"]) == 0
    assert not capsys.readouterr().out
    assert main(["--data", data, "user", "add", "amina", "--name", "Amina"]) == 0
    assert main(words) == 1
    assert "has people already" in capsys.readouterr().err


def test_a_policy_is_loaded_or_refused(data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", data, "policy", "load", str(ROOT / "resources" / "policy")]) == 0
    assert main(["--data", data, "policy", "load", str(tmp_path)]) == 1
    assert "codes.toml is missing" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--families", "0"], ["--families", "9999"], ["--start", "23.11.2026"]])
def test_an_impossible_sample_is_not_begun(data: str, words: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--data", data, "sample", *words])
