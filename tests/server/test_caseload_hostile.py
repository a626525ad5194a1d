"""Whatever stands in a file, an import ends in a report or one sentence, never in a crash."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from engage_server.caseload.build import Builder, Setting, planned_findings
from engage_server.caseload.findings import Misread, Unusable
from engage_server.caseload.plan import stable_id
from engage_server.caseload.reading import Table, read_bytes
from engage_server.caseload.run import check_columns
from engage_server.caseload.sheets import SHEETS
from engage_server.caseload.values import Day, read_day, read_moment, read_phone
from engage_server.policies import built_in_files
from engage_wire.clock import parse_instant
from engage_wire.ids import is_id
from engage_wire.policy import read_files
from engage_wire.registry import Doc

POLICY = read_files(built_in_files())
NEW_YORK = ZoneInfo("America/New_York")
CELL = st.text(st.characters(codec="utf-8"), max_size=20)


class Nothing:
    """An agency that has nothing yet."""

    def doc(self, *_key: str) -> Doc | None:
        return None

    def user(self, *_login: str) -> str | None:
        return None

    def team(self, *_name: str) -> str | None:
        return None


def read(name: str, raw: bytes) -> Table | str:
    try:
        return check_columns({name: read_bytes(name, raw)})[name]
    except Unusable as unusable:
        return str(unusable)


def outcome(reading: Callable[[str], object], cell: str) -> object:
    try:
        return reading(cell)
    except Misread as error:
        return error.code


@given(st.binary(max_size=300))
@example(b"key,name\n\x00,\x00\n")
@example(b'key,name\n"')
@example("﻿key,name\n".encode())
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_table_or_one_sentence(raw: bytes) -> None:
    said = read("families.csv", raw)
    assert isinstance(said, Table) or said.endswith(".")


@given(st.lists(st.lists(CELL, min_size=2, max_size=6), max_size=5), st.sampled_from(SHEETS))
@settings(max_examples=200, deadline=None)
def test_any_cells_are_rows_or_findings(rows: list[list[str]], sheet: object) -> None:
    assert isinstance(sheet, type(SHEETS[0]))
    columns = [*sheet.required, *(c.name for c in sheet.columns if c.name not in sheet.required)][:6]
    lines = [",".join(columns)]
    lines += [",".join('"' + cell.replace('"', '""') + '"' for cell in row[: len(columns)]) for row in rows]
    table = read(sheet.file, "\n".join(lines).encode())
    if isinstance(table, str):
        return
    setting = Setting("a" * 32, POLICY, NEW_YORK, date(2026, 11, 23))
    plan = Builder(setting, Nothing()).build({sheet.file: table})
    for finding in planned_findings(plan):
        assert finding.sentence
        assert finding.file == sheet.file
    for family in plan.families.values():
        assert is_id(family.id)


@given(CELL)
@example("31/31/2020")
@example("2020-1-1")
@example("Feb 30 2020")
@settings(max_examples=400, deadline=None)
def test_any_words_are_a_day_or_misread(cell: str) -> None:
    assert isinstance(outcome(read_day, cell), Day) or outcome(read_day, cell) in {
        "not_a_date",
        "no_such_day",
    }


@given(CELL)
@example("2026-11-23T16:05:00+99:00")
@example("2026-11-23 4:05 PM")
@example("9999-12-31T23:59:59-12:00")
@example("0001-01-01T00:00:00+14:00")
@settings(max_examples=400, deadline=None)
def test_any_words_are_a_time_or_misread(cell: str) -> None:
    said = outcome(lambda words: read_moment(words, NEW_YORK), cell)
    assert said in {"not_a_time", "not_a_date", "no_such_day"} or parse_instant(str(said)).tzinfo is UTC


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_reads_back_in_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%m/%d/%Y", "%b %d %Y", "%B %d, %Y", "%d %B %Y"):
        assert read_day(day.strftime(form)) == Day(day)


@given(CELL)
@example("١٢٣٤٥٦٧٨٩٠")
def test_any_words_are_a_telephone_number_or_misread(cell: str) -> None:
    said = str(outcome(read_phone, cell))
    assert said == "not_a_phone" or (said.isascii() and len(said) == 14)


def test_a_key_means_the_same_record_for_ever_and_keys_do_not_run_together() -> None:
    assert stable_id("a", "person", "F1", "mateo") == "38d672be31e6fa27308ce0ca9775946e"
    assert stable_id("a", "person", "F1", "2") != stable_id("a", "person", "F", "12")
