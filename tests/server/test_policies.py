"""Policy as data: an agency replaces tables, rules and limits, and the program refuses what it could not work with."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.server import found_agency

from engage_server.caseload.ledger import Ledger
from engage_server.policies import built_in_files, load_policy, policy_of
from engage_wire.entities import REGISTRY
from engage_wire.policy import (
    FILES,
    PolicyFault,
    check_against,
    document,
    read_document,
    read_files,
    vocabularies,
)

POLICY = read_files(built_in_files())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, raw in built_in_files().items():
        (tmp_path / name).write_bytes(raw)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_vocabulary_of_the_records_has_a_table() -> None:
    assert set(POLICY.tables) == vocabularies(REGISTRY)


def test_what_the_agency_row_carries_reads_back_the_same() -> None:
    assert read_document(document(built_in_files())) == POLICY


def test_no_spelling_means_two_codes_of_one_table() -> None:
    for table in POLICY.tables.values():
        for code in table.codes:
            for spelling in (code.code, *code.aliases):
                assert table.read(spelling) == code.code, (table.name, spelling)


@pytest.mark.parametrize(
    ("table", "spelling", "code"),
    [
        ("contact_method", "In person", "face_to_face"),
        ("contact_location", "Parent’s home", "parent_home"),
        ("seen_alone", "N/A", "na"),
        ("language", "ESPAÑOL", "es"),
        ("placement_kind", "Foster-home", "foster"),
        ("sex", "dragon", None),
    ],
)
def test_codes_are_read_in_any_spelling(table: str, spelling: str, code: str | None) -> None:
    assert POLICY.tables[table].read(spelling) == code


@pytest.mark.parametrize(
    ("location", "placement", "counts"),
    [
        ("child_residence", "foster", True),
        ("parent_home", None, True),
        ("parent_home", "trial_discharge", True),
        ("parent_home", "foster", False),
        ("relative_home", "relative", True),
        ("relative_home", "own_home", False),
        ("school", None, False),
        (None, None, False),
    ],
)
def test_a_visit_counts_as_at_home_by_the_placement_in_force(
    location: str | None, placement: str | None, counts: bool
) -> None:
    assert POLICY.counting.in_residence(location, placement) is counts


def test_a_loaded_policy_is_the_agencys_from_then_on(folder: Path) -> None:
    agency = found_agency()
    change(
        folder,
        "codes.toml",
        '{ code = "visit_site" },',
        '{ code = "visit_site" },\n  { code = "library", words = { en = "Library" } },',
    )
    change(folder, "policy.toml", "lease_days = 14", "lease_days = 10")
    load_policy(agency.server, folder)
    held = policy_of(Ledger(agency.server).doc("agency", agency.server.agency) or {})
    assert "library" in held.tables["contact_location"]
    assert held.tables["contact_location"]["library"].words == {"en": "Library"}
    assert held.limit("work", "lease_days") == 10


REFUSED = [
    ("codes.toml", '{ code = "video", aliases = ["video_call"] },', "", "lacks video"),
    ("codes.toml", '{ code = "draft" },', '{ code = "draft" },\n  { code = "maybe" },', "cannot take maybe"),
    ("codes.toml", '{ code = "draft" },', '{ code = "draft" },\n  { code = "draft" },', "twice"),
    ("codes.toml", '{ code = "draft" },', '{ code = "Draft!" },', "small letters"),
    ("codes.toml", "[topic]", "[topics]", "no table [topic]"),
    ("codes.toml", "[topic]", "[topic", "codes.toml:"),
    ("counting.toml", '["face_to_face"]', '["telepathy"]', "telepathy"),
    ("counting.toml", "[residence]", "[residences]", "residence"),
    ("policy.toml", 'version = "2026.1"', 'version = ""', "version is empty"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "said"), REFUSED)
def test_a_policy_the_program_could_not_work_with_is_refused(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    agency = found_agency()
    change(folder, name, old, new)
    with pytest.raises(PolicyFault) as refused:
        load_policy(agency.server, folder)
    assert said in str(refused.value)
    assert policy_of(Ledger(agency.server).doc("agency", agency.server.agency) or {}) == POLICY


@pytest.mark.parametrize("name", FILES)
def test_a_missing_or_unreadable_policy_file_is_named(folder: Path, name: str) -> None:
    agency = found_agency()
    (folder / name).write_bytes(b"\xff\xfe")
    with pytest.raises(PolicyFault, match=name):
        load_policy(agency.server, folder)
    (folder / name).unlink()
    with pytest.raises(PolicyFault, match=name):
        load_policy(agency.server, folder)


def test_a_table_may_retire_a_code_and_keeps_reading_it(folder: Path) -> None:
    change(folder, "codes.toml", '{ code = "far", aliases', '{ code = "far", retired = true, aliases')
    policy = read_files({name: (folder / name).read_bytes() for name in FILES})
    check_against(policy, POLICY, REGISTRY)
    assert "far" in policy.tables["program"]
    assert "far" not in policy.tables["program"].offered
