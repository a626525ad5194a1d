"""Another system's export read through a mapping file; the advocates' exports are real input."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.fakes import FrozenClock
from tests.support.caseloads import Trial, places, trial

from engage_server.caseload.findings import Unusable
from engage_server.caseload.run import import_caseload

ROOT = Path(__file__).resolve().parents[2]
EXPORTS = ROOT.parent / "shared" / "data" / "caseload"
ADVOCATES = ROOT / "resources" / "sample" / "casa.toml"
real = pytest.mark.skipif(
    not EXPORTS.is_dir(), reason="the advocates' exports (../shared/data/caseload) are not here"
)


@pytest.fixture
def office(tmp_path: Path) -> Trial:
    return trial(tmp_path, FrozenClock())


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    copy = tmp_path / "exports"
    shutil.copytree(EXPORTS, copy)
    return copy


def mapped(office: Trial, text: str | bytes, **files: str) -> Path:
    for name, content in files.items():
        (office.folder / f"{name}.csv").write_text(content, encoding="utf-8")
    mapping = office.folder / "mapping.toml"
    mapping.write_bytes(text if isinstance(text, bytes) else text.encode())
    return mapping


@real
def test_the_advocates_exports_become_families_teams_and_assignments(office: Trial) -> None:
    report = import_caseload(office.server, EXPORTS, mapping=ADVOCATES)
    assert (report.exit_code, report.findings) == (0, [])
    assert report.families["new"] == 3
    case = office.one("case_period", case_no="CINA-01-4347")
    assert case["next_court_on"] == "2022-09-16"
    youth = office.one("person", family_id=case["family_id"])
    assert (youth["birth_date"], youth["birth_estimated"], youth["first_name"]) == ("2011-03-01", 1, None)
    two = office.one("case_period", case_no="CINA-01-4348")["family_id"]
    users = {doc["id"]: doc for doc in office.docs("user")}
    advocates = {
        users[doc["user_id"]]["login"] for doc in office.docs("assignment") if doc["family_id"] == two
    }
    assert advocates == {"volunteer2@example.net", "volunteer3@example.net"}
    nobody = office.one("case_period", case_no="CINA-01-4349")
    assert (
        nobody["next_court_on"],
        nobody["family_id"] in {d["family_id"] for d in office.docs("assignment")},
    ) == (None, False)
    first = office.one("user", login="volunteer1@example.net")
    assert office.one("team", id=first["team_id"])["name"] == "Team of Supervisor One"


@real
def test_the_advocates_exports_imported_again_change_nothing(office: Trial) -> None:
    import_caseload(office.server, EXPORTS, mapping=ADVOCATES)
    before = office.operations()
    report = import_caseload(office.server, EXPORTS, mapping=ADVOCATES)
    assert report.families["unchanged"] == 3
    assert office.operations() == before


@real
def test_broken_telephone_numbers_refuse_the_advocates_and_their_cases(office: Trial, exports: Path) -> None:
    shutil.copy(exports / "casa_volunteers_invalid_phone_numbers.csv", exports / "casa_volunteers.csv")
    report = import_caseload(office.server, exports, mapping=ADVOCATES)
    broken = [place for place in places(report) if place[0] == "not_a_phone"]
    assert broken == [
        ("not_a_phone", "casa_volunteers.csv", 2, "phone_number"),
        ("not_a_phone", "casa_volunteers.csv", 3, "phone_number"),
        ("not_a_phone", "casa_volunteers.csv", 4, "phone_number"),
    ]
    assert report.exit_code == 2
    assert [doc["case_no"] for doc in office.docs("case_period")] == ["CINA-01-4349"]
    assert ("unknown_user", "casa_casa_cases.csv", 2, "case_assignment") in places(report)


@real
def test_an_export_with_a_header_only_is_said_in_one_sentence(office: Trial, exports: Path) -> None:
    shutil.copy(exports / "casa_no_rows.csv", exports / "casa_casa_cases.csv")
    with pytest.raises(Unusable) as stopped:
        import_caseload(office.server, exports, mapping=ADVOCATES)
    assert stopped.value.finding.code == "missing_column"
    row = '[[file.row]]\nto = "families.csv"\ncells = { key = "{name}", name = "{name}" }\n'
    only = mapped(office, '[[file]]\nsource = "casa_no_rows.csv"\n' + row)
    with pytest.raises(Unusable, match="nothing to import"):
        import_caseload(office.server, exports, mapping=only)


@real
def test_a_missing_case_number_is_refused_at_its_line(office: Trial, exports: Path) -> None:
    file = exports / "casa_casa_cases.csv"
    file.write_text(file.read_text(encoding="utf-8-sig").replace("CINA-01-4349", ""), encoding="utf-8")
    report = import_caseload(office.server, exports, mapping=ADVOCATES)
    assert ("missing_value", "casa_casa_cases.csv", 4, "case_number") in places(report)
    assert report.families["new"] == 2


@real
def test_two_supervisors_who_claim_one_advocate_leave_her_with_the_first(
    office: Trial, exports: Path
) -> None:
    shutil.copy(exports / "casa_supervisor_volunteers.csv", exports / "casa_supervisors.csv")
    import_caseload(office.server, exports, mapping=ADVOCATES)
    advocate = office.one("user", login="volunteer1@example.net")
    assert office.one("team", id=advocate["team_id"])["name"] == "Team of s5"
    assert office.one("user", login="volunteer2@example.net")["team_id"] is None


ROWS = '[[file.row]]\nto = "families.csv"\ncells = { key = "{nr}", name = "{name}" }\n'


def test_dates_in_another_systems_form_are_read_by_the_mapping(office: Trial) -> None:
    mapping = mapped(
        office,
        '[[file]]\nsource = "kids.csv"\ndates = { born = "%d.%m.%Y" }\n' + ROWS
        + '[[file.row]]\nto = "people.csv"\ncells = { family = "{nr}", key = "k", birth_date = "{born}" }\n',
        kids="nr,name,born\n1,Alvarez,03.04.2016\n2,Baptiste,2016-04-03\n",
    )  # fmt: skip
    report = import_caseload(office.server, office.folder, mapping=mapping)
    assert office.one("person")["birth_date"] == "2016-04-03"
    assert places(report) == [("not_a_date", "kids.csv", 3, "born")]


def test_constants_and_joined_columns_fill_cells(office: Trial) -> None:
    mapping = mapped(
        office,
        '[[file]]\nsource = "kids.csv"\n' + ROWS
        + '[[file.row]]\nto = "cases.csv"\ncells = { family = "{nr}", case_no = "{nr}/{year}", program = "preventive" }\n',
        kids="nr,name,year\n1,Alvarez,2026\n",
    )  # fmt: skip
    import_caseload(office.server, office.folder, mapping=mapping)
    assert office.one("case_period")["case_no"] == "1/2026"


KIDS = "[[file]]\nsource = 'kids.csv'\n"
BAD: list[tuple[str | bytes, str]] = [
    ("", "names no"),
    (b"\xff\xfe", "no UTF-8"),
    ("file = 'kids.csv'", "names no [[file]]"),
    ("[[file]]\nsource = 'kids.csv'\n", "needs row"),
    ("[[file]]\nsource = 'kids.csv'\nrow = 'x'\n", "names no [[file.row]]"),
    ("[[file]]\nsource = 'kids.csv'\n[[file.row]]\nto = 'families.csv'\n", "needs cells"),
    ("[[file]]\nsource = 'kids.csv'\n[[file.row]]\nto = 'families.csv'\ncells = 'x'\n", "cells is no table"),
    ("[[file]]\nsource = 'kids.csv'\n[[file.row]]\nto = 'planets.csv'\ncells = { key = 'x' }\n", "planets.csv"),
    (KIDS + "each = 'nr'\n" + ROWS, "each is no table"),
    (KIDS + "each = { name = 'nr' }\n" + ROWS, "each needs column"),
    (KIDS + "each = { name = 'k', column = 'nr', splt = ';' }\n" + ROWS, "each has no splt"),
    (KIDS + "find = [{ name = 'k' }]\n" + ROWS, "find needs source"),
    (KIDS + "find = [{ name = 'k', source = 'kids.csv', column = 'no', equals = '{nr}' }]\n" + ROWS, "“no” is missing"),
    (KIDS + "check = { nr = 'zip' }\n" + ROWS, "no check “zip”"),
    (KIDS + "dates = { nr = 5 }\n" + ROWS, "nr is no text"),
    ("[[file]]\nsource = 'kids.csv'\n" + ROWS.replace("{name}", "{chief.name}"), "“chief.name” is missing"),
    ("[[file]]\nsource = 'ki\\u0000ds.csv'\n".replace("'", '"') + ROWS, "no such name"),
    ("[[file]]\nsource = 'kids.csv'\n[[file.row]]\nto = 'families.csv'\ncells = { shoe = '{nr}' }\n", "shoe"),
    ("[[file]\n", "cannot be used"),
    ("[[file]]\nsource = 'kids.csv'\n[[file.row]]\nto = 'families.csv'\ncells = { key = '{number}', name = '{name}' }\n", "“number” is missing"),
    ("[[file]]\nsource = 'cats.csv'\n" + ROWS, "cats.csv"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), BAD)
def test_a_mapping_that_cannot_be_used_is_said_in_one_sentence(
    office: Trial, text: str | bytes, said: str
) -> None:
    mapping = mapped(office, text, kids="nr,name\n1,Alvarez\n")
    with pytest.raises(Unusable) as stopped:
        import_caseload(office.server, office.folder, mapping=mapping)
    assert said in str(stopped.value)
    assert office.docs("family") == []


def test_columns_of_theirs_are_found_however_they_are_cased(office: Trial) -> None:
    mapping = mapped(
        office,
        '[[file]]\nsource = "kids.csv"\ncheck = { Phone = "phone" }\ndates = { Born = "%d.%m.%Y" }\n'
        'each = { name = "Kid", column = "Kids", split = "," }\n'
        '[[file.row]]\nto = "families.csv"\ncells = { key = "{Case No}", name = "{NAME}" }\n'
        '[[file.row]]\nto = "people.csv"\n'
        'cells = { family = "{Case No}", key = "{Kid}", first_name = "{Kid}", birth_date = "{Born}" }\n',
        kids='Case No,Name,Kids,Born,Phone\n1,Alvarez,"Ana,Leo",24.12.2019,(518) 555-0142\n2,Chen,Mei,24.12.2019,55\n',
    )
    report = import_caseload(office.server, office.folder, mapping=mapping)
    assert places(report) == [("not_a_phone", "kids.csv", 3, "phone")]
    assert [p["birth_date"] for p in office.docs("person")] == ["2019-12-24", "2019-12-24"]


def test_two_rows_of_one_record_that_say_different_things_are_named(office: Trial) -> None:
    mapping = mapped(office, KIDS + ROWS + ROWS.replace("{name}", "Other"), kids="nr,name\n1,Alvarez\n")
    report = import_caseload(office.server, office.folder, mapping=mapping)
    assert places(report) == [("double_key", "kids.csv", 2, "nr")]


def test_the_committed_mapping_names_only_files_and_columns_there_are(office: Trial) -> None:
    with pytest.raises(Unusable) as stopped:
        import_caseload(office.server, office.folder, mapping=ADVOCATES)
    assert stopped.value.finding.code == "not_readable"
