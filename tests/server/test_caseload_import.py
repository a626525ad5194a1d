"""An agency's caseload from CSV files: read kindly, refused precisely, written family by family."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.fakes import FrozenClock
from tests.support.caseloads import Trial, places, trial

from engage_server.caseload.findings import Unusable
from engage_server.caseload.run import import_caseload
from engage_server.caseload.sheets import SHEETS
from engage_server.server import Staffer
from engage_server.write import Change
from engage_wire.entities import REGISTRY
from engage_wire.merge import seal
from engage_wire.registry import Doc


@pytest.fixture
def office(tmp_path: Path) -> Trial:
    return trial(tmp_path, FrozenClock())


def test_a_caseload_comes_in_with_families_people_notes_and_assignments(office: Trial) -> None:
    report = office.run()
    assert (report.exit_code, report.findings) == (0, [])
    assert report.families == {"new": 2, "changed": 0, "unchanged": 0, "refused": 0}
    mateo = office.one("person", first_name="Mateo")
    assert (mateo["birth_date"], mateo["birth_estimated"], mateo["languages"]) == (
        "2018-03-01",
        1,
        '["en","es"]',
    )
    assert office.one("case_period", case_no="B-2")["next_court_on"] == "2027-01-05"
    assert office.one("family", name="Alvarez")["home_language"] == "es"
    contact = office.one("contact")
    assert (contact["event_start"], contact["status"]) == ("2026-11-20T21:05:00.000Z", "final")
    body = office.one("contact_body")
    assert body["family_said"] == "“I want my own key.”\nHe said it twice."
    assert contact["final_hash"] == seal(body, REGISTRY["contact_body"])
    assert office.one("contact_participant", person_id=mateo["id"])["seen_alone"] == "yes"
    amina = office.one("user", login="amina@x.org")
    assert (amina["role"], contact["author_id"]) == ("caseworker", amina["id"])
    assert {doc["user_id"] for doc in office.docs("assignment")} == {amina["id"]}
    assert office.one("contact_point", value="9 Ferry Street")["labels"] == '["address_confidential"]'


def test_a_byte_order_mark_changes_nothing(office: Trial) -> None:
    office.run()
    assert office.run(mark="\ufeff").families["unchanged"] == 2


@pytest.mark.parametrize("mark", [";", "\t"])
def test_semicolons_and_tabs_between_cells_are_fine(office: Trial, mark: str) -> None:
    office.files = {"families.csv": f"key{mark}name\nF1{mark}Alvarez, Greene\n"}
    assert office.run().exit_code == 0
    assert office.one("family")["name"] == "Alvarez, Greene"


def test_windows_line_ends_and_blank_lines_are_fine(office: Trial) -> None:
    office.files = {"families.csv": "key,name\r\n\r\nF1,Alvarez\r\n,\r\n"}
    assert office.run().families["new"] == 1


def test_importing_again_writes_nothing(office: Trial) -> None:
    office.run()
    before = office.operations()
    report = office.run()
    assert report.families == {"new": 0, "changed": 0, "unchanged": 2, "refused": 0}
    assert office.operations() == before


def test_a_changed_cell_changes_one_field_of_one_record(office: Trial) -> None:
    office.run()
    before = office.operations()
    office.change("people.csv", "Mateo,Greene", "Matteo,Greene")
    report = office.run()
    assert report.families == {"new": 0, "changed": 1, "unchanged": 1, "refused": 0}
    assert report.rows["changed"] == 1
    assert office.operations() == before + 1
    assert office.one("person", first_name="Matteo")["last_name"] == "Greene"


def test_what_people_wrote_since_stays_until_the_cell_itself_changes(office: Trial) -> None:
    office.run()
    mateo, family = office.one("person", first_name="Mateo"), office.one("family", name="Alvarez")
    office.server.write(
        [
            Change("person", str(mateo["id"]), {"first_name": "Teo", "last_name": "Green"}, update=True, family_id=str(family["id"])),
            Change("family", str(family["id"]), {"status": "closed"}, update=True),
        ],
        cmd="people.edit",
    )  # fmt: skip
    before = office.operations()
    assert office.run().families["unchanged"] == 2
    assert office.operations() == before
    office.change("people.csv", "Mateo,Greene", "Matteo,Greene")
    assert office.run().rows["changed"] == 1
    there = office.one("person", first_name="Matteo")
    assert (there["last_name"], office.one("family", name="Alvarez")["status"]) == ("Green", "closed")


def test_a_note_that_was_finished_since_is_no_fault(office: Trial) -> None:
    office.change("contacts.csv", "family_said,saw\n", "family_said,saw,status\n")
    office.change("contacts.csv", "Homework on the table.", "Homework on the table.,draft")
    office.run()
    contact, body = office.one("contact"), office.one("contact_body")
    family, words = str(contact["family_id"]), {**body, "saw": "Nobody was there."}
    changes: list[tuple[str, Doc]] = [
        ("contact_body", {"saw": "Nobody was there."}),
        ("contact", {"status": "final", "final_hash": seal(words, REGISTRY["contact_body"])}),
    ]
    office.server.write(
        [Change(name, str(contact["id"]), doc, update=True, family_id=family) for name, doc in changes],
        cmd="note.finish",
    )
    assert (office.run().exit_code, office.one("contact_body")["saw"]) == (0, "Nobody was there.")


def test_who_left_does_not_come_back_by_an_import(office: Trial) -> None:
    office.server.add_user(Staffer("e" * 32, "amina@x.org", "Amina", "caseworker"))
    office.server.write([Change("user", "e" * 32, {"active": 0}, update=True)], cmd="user.leave")
    assert office.run().exit_code == 0
    there = office.one("user", login="amina@x.org")
    assert (there["display_name"], there["active"]) == ("Amina Yusuf", 0)


def test_another_way_of_writing_the_same_date_is_no_change(office: Trial) -> None:
    office.run()
    office.change("cases.csv", "2025-03-02", "March 2 2025")
    office.change("contacts.csv", "11/20/2026 4:05 PM", "2026-11-20T16:05")
    assert office.run().families["unchanged"] == 2


def test_an_empty_cell_leaves_what_the_agency_has(office: Trial) -> None:
    office.run()
    office.change("people.csv", "1992-05-01,F", ",F")
    assert office.run().rows["changed"] == 0
    assert office.one("person", first_name="Marisol")["birth_date"] == "1992-05-01"


def test_a_dry_run_says_what_would_happen_and_writes_nothing(office: Trial) -> None:
    before = office.operations()
    report = office.run(dry_run=True)
    assert report.families["new"] == 2
    assert report.rows["new"] > 15
    assert office.operations() == before
    assert office.docs("family") == []


def test_one_bad_row_refuses_its_family_whole_and_no_other(office: Trial) -> None:
    office.change("people.csv", "F1,mateo,Mateo,Greene,March 2018", "F1,mateo,Mateo,Greene,March 2xx8")
    report = office.run()
    assert report.exit_code == 2
    assert report.families == {"new": 1, "changed": 0, "unchanged": 0, "refused": 1}
    assert [doc["name"] for doc in office.docs("family")] == ["Baptiste"]
    assert {doc["first_name"] for doc in office.docs("person")} == {"Noé"}
    assert office.docs("contact") == []


WRONG = [
    ("people.csv", "March 2018", "2018-02-30", "no_such_day", 3, "birth_date"),
    ("people.csv", "March 2018", "someday", "not_a_date", 3, "birth_date"),
    ("people.csv", "March 2018", "2031-01-01", "in_future", 3, "birth_date"),
    ("people.csv", ",m,es;en", ",boi,es;en", "unknown_code", 3, "sex"),
    ("people.csv", "es;en", "es;Klingon", "unknown_code", 3, "languages"),
    ("people.csv", "F1,mateo,", "F1,,", "missing_value", 3, "key"),
    ("people.csv", "F1,mateo,", "F9,mateo,", "unknown_family", 3, "family"),
    ("people.csv", "Mateo,Greene", "Ma\x07teo,Greene", "control_character", 3, "first_name"),
    ("people.csv", "F1,mateo,", "F1,marisol,", "double_key", 3, "key"),
    ("people.csv", ",m,es;en", ",m,es;en,extra", "cell_count", 3, ""),
    ("cases.csv", "2025-03-02", "March 2025", "not_exact", 2, "opened_on"),
    ("members.csv", "F1,mateo,child", "F1,nobody,child", "unknown_person", 3, "person"),
    ("relationships.csv", "marisol,mateo", "mateo,mateo", "same_person", 2, "b"),
    ("placements.csv", "2025-03-09,", "2025-03-09,2024-01-01", "order", 2, "to_on"),
    ("appointments.csv", "2026-11-23 09:00", "2026-11-23", "not_a_time", 2, "starts_at"),
    ("appointments.csv", "amina@x.org", "zoe@x.org", "unknown_user", 2, "user"),
    ("appointments.csv", "marisol, mateo", "marisol, lucía", "unknown_person", 2, "people"),
    ("contacts.csv", "in person", "by owl", "unknown_code", 2, "method"),
    ("contacts.csv", "Homework on", "Home\x00work on", "control_character", 2, "saw"),
    ("contacts.csv", "marisol;mateo,mateo", "marisol;mateo,noe", "unknown_person", 2, "seen_alone"),
    ("assignments.csv", "F1,amina@x.org", "F1,zoe@x.org", "unknown_user", 2, "user"),
    ("users.csv", "Amina@x.org,Amina Yusuf,worker,north", "Amina@x.org,Amina Yusuf,worker,south", "unknown_team", 2, "team"),
    ("users.csv", "carla@x.org,", "amina@x.org,", "double_key", 3, "login"),
    ("families.csv", "F1,Alvarez", "F1,", "missing_value", 2, "name"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "code", "line", "column"), WRONG)
def test_every_fault_is_named_with_file_line_and_column(
    office: Trial, file: str, old: str, new: str, code: str, line: int, column: str
) -> None:
    office.change(file, old, new)
    report = office.run()
    assert (code, file, line, column) in places(report)
    assert report.exit_code == 2
    finding = next(f for f in report.findings if f.code == code)
    assert str(finding).startswith(f"{file}, line {line}")
    assert str(finding).endswith((".", "»"))
    assert report.families["new"] == 1 or file == "users.csv"


def test_lines_are_counted_as_an_editor_shows_them_also_after_a_cell_of_two_lines(office: Trial) -> None:
    second = "F1,never,,phone,,remote,amina@x.org,,,,\n"
    office.files["contacts.csv"] += second
    assert places(office.run()) == [("not_a_time", "contacts.csv", 4, "event_start")]


def test_a_cell_that_looks_like_a_formula_stays_text(office: Trial) -> None:
    office.change("people.csv", "F1,marisol,Marisol", 'F1,marisol,"=HYPERLINK(""http://x"")"')
    office.change("appointments.csv", "See Mateo alone", "+1 or @home or -2")
    assert office.run().exit_code == 0
    assert office.one("person", last_name="Alvarez")["first_name"] == '=HYPERLINK("http://x")'
    assert office.one("appointment")["purpose"] == "+1 or @home or -2"


def test_an_unknown_column_is_named_and_left_out(office: Trial) -> None:
    office.files = {"families.csv": "key,name,shoe size\nF1,Alvarez,38\n"}
    report = office.run()
    assert [(f.code, f.sentence) for f in report.findings] == [
        ("unknown_column", "The column “shoe size” is not known and was left out.")
    ]
    assert report.exit_code == 0


@pytest.mark.parametrize(("cell", "said"), [("lost", True), ("", False)])
def test_what_stands_in_a_column_without_a_name_is_not_left_out_in_silence(
    office: Trial, cell: str, said: bool
) -> None:
    office.files = {"families.csv": f"key,name,,\nF1,Alvarez,{cell},\n"}
    report = office.run()
    assert (report.exit_code, report.families["new"]) == (0, 1)
    assert [(f.code, f.file, f.line) for f in report.findings] == [
        ("nameless_column", "families.csv", 1)
    ] * said


def test_a_file_with_only_a_header_is_said_and_does_no_harm(office: Trial) -> None:
    office.files["placements.csv"] = "family,person,kind,from_on\n"
    report = office.run()
    assert [(f.code, f.is_refusal) for f in report.findings] == [("header_only", False)]
    assert report.families["new"] == 2


UNUSABLE = [
    ({"families.csv": b"key,name\nF1,Nu\xf1ez\n"}, "not_utf8", 2),
    ({"families.csv": "key,name\nF1,Núñez\n".encode("utf-16")}, "utf16", 0),
    ({"families.csv": b""}, "empty_file", 0),
    ({"families.csv": b"\xef\xbb\xbf"}, "empty_file", 0),
    ({"families.csv": b"key,name"}, "no_rows", 0),
    ({"families.csv": b"key\nF1\n"}, "missing_column", 1),
    ({"families.csv": b"key,name,Name\nF1,a,b\n"}, "double_column", 1),
    ({"families.csv": b'key,name\nF1,"Alvarez\nF2,Chen\n'}, "unclosed_quote", 2),
    ({"families.csv": b"key,name\nF1," + b"x" * 100_001 + b"\n"}, "cell_too_long", 2),
    ({"something.csv": b"key,name\n"}, "no_files", 0),
]


@pytest.mark.parametrize(("files", "code", "line"), UNUSABLE)
def test_a_file_that_cannot_be_used_stops_everything_with_one_sentence(
    office: Trial, files: dict[str, bytes], code: str, line: int
) -> None:
    for name, raw in files.items():
        (office.folder / name).write_bytes(raw)
    before = office.operations()
    with pytest.raises(Unusable) as stopped:
        import_caseload(office.server, office.folder)
    assert (stopped.value.finding.code, stopped.value.finding.line) == (code, line)
    assert str(stopped.value).count("\n") == 0
    assert office.operations() == before


def test_a_folder_that_is_not_there_is_said(office: Trial) -> None:
    with pytest.raises(Unusable, match="no folder"):
        import_caseload(office.server, office.folder / "nowhere")


def test_more_rows_of_a_known_family_may_come_later_in_their_own_files(office: Trial) -> None:
    office.run()
    for name in office.files:
        (office.folder / name).unlink()
    office.files = {
        "members.csv": "family,person,role,from_on\nF2,noe,child,\n",
        "appointments.csv": "family,starts_at,kind,people,user\nF2,2026-12-01 10:00,court,noe,amina@x.org\n",
    }
    report = office.run()
    assert (report.exit_code, report.families["changed"], report.rows["new"]) == (0, 1, 1)


def test_a_person_the_server_knows_by_login_is_not_made_twice(office: Trial) -> None:
    office.run()
    amina = office.one("user", login="amina@x.org")
    office.change("users.csv", "Amina@x.org,Amina Yusuf", "AMINA@x.org,Amina Y. Haddad")
    office.run()
    assert office.one("user", login="amina@x.org")["id"] == amina["id"]
    assert office.one("user", login="amina@x.org")["display_name"] == "Amina Y. Haddad"


def test_a_final_note_is_never_rewritten_by_an_import(office: Trial) -> None:
    office.run()
    office.change("contacts.csv", "Homework on the table.", "Homework under the table.")
    report = office.run()
    assert ("final_note", "contacts.csv", 2, "") in places(report)
    assert office.one("contact_body")["saw"] == "Homework on the table."


def test_a_draft_note_may_still_change(office: Trial) -> None:
    office.change("contacts.csv", "family_said,saw\n", "family_said,saw,status\n")
    office.change("contacts.csv", "Homework on the table.", "Homework on the table.,draft")
    assert office.run().exit_code == 0
    office.change("contacts.csv", "Homework on the table.", "Homework under the table.")
    assert office.run().exit_code == 0
    assert office.one("contact_body")["saw"] == "Homework under the table."
    assert office.one("contact")["final_hash"] is None


def test_safe_contact_words_are_kept_as_a_note(office: Trial) -> None:
    office.change("contact_points.csv", ",labels\n", ",labels,safe_contact\n")
    office.change("contact_points.csv", "(518) 555-0101,", "(518) 555-0101,,weekday mornings only")
    office.change("contact_points.csv", "address_confidential", "address_confidential,")
    assert office.run().exit_code == 0
    kept = json.loads(str(office.one("contact_point", kind="mobile")["safe_contact"]))
    assert kept == {"note": "weekday mornings only"}


@pytest.mark.parametrize(
    "words", ['{"at": 1.5}', '{"at": NaN}', "[" * 50_000, '{"a":' * 9_000, '{"a": "\\ud800"}']
)
def test_safe_contact_that_is_no_object_we_can_keep_stays_words(office: Trial, words: str) -> None:
    cell = '"' + words.replace('"', '""') + '"'
    office.files["contact_points.csv"] = f"family,kind,value,safe_contact\nF1,cell,(518) 555-0101,{cell}\n"
    assert office.run().exit_code == 0
    assert json.loads(str(office.one("contact_point")["safe_contact"])) == {"note": words}


def test_the_report_is_the_same_as_data(office: Trial) -> None:
    office.change("people.csv", "March 2018", "someday")
    said = office.run(dry_run=True).document()
    assert said["dry_run"] is True
    assert said["findings"][0] == {
        "code": "not_a_date",
        "file": "people.csv",
        "line": 3,
        "column": "birth_date",
        "kind": "refused",
        "sentence": "“someday” is no date; write 2026-11-23, or 11/23/2026.",
    }


def test_the_page_about_imports_names_every_column_there_is() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
    for sheet in SHEETS:
        [line] = [line for line in page.splitlines() if line.startswith(f"| `{sheet.file}`")]
        words = set(re.findall(r"[a-z0-9_]+", line.partition("|")[2].partition("|")[2]))
        assert sheet.known - {"labels", "hide_from", "key"} <= words, sheet.file
