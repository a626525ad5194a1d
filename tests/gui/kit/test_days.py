from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage_desktop.views.kit.days import day_meant, day_reader
from engage_desktop.views.kit.words import wordbook

MONDAY = date(2026, 11, 23)
EN, ES = wordbook("en"), wordbook("es")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("today", MONDAY),
        ("Tomorrow", date(2026, 11, 24)),
        ("yesterday", date(2026, 11, 22)),
        ("fri", date(2026, 11, 27)),
        ("Friday", date(2026, 11, 27)),
        ("monday", date(2026, 11, 30)),
        ("+3", date(2026, 11, 26)),
        ("-2", date(2026, 11, 21)),
        ("27 nov", date(2026, 11, 27)),
        ("Nov 27th", date(2026, 11, 27)),
        ("Friday 27 November", date(2026, 11, 27)),
        ("11/27", date(2026, 11, 27)),
        ("27/11", date(2026, 11, 27)),
        ("1/8", date(2027, 1, 8)),
        ("11/27/26", date(2026, 11, 27)),
        ("2026-11-27", date(2026, 11, 27)),
        ("14 March 2012", date(2012, 3, 14)),
        ("2/30", None),
        ("soon", None),
        ("13/13/2026", None),
        ("1 2 3 4", None),
        ("", None),
    ],
)
def test_a_day_is_understood_however_it_is_written(written: str, meant: date | None) -> None:
    assert day_meant(written, MONDAY, EN) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mañana", date(2026, 11, 24)),
        ("miercoles", date(2026, 11, 25)),
        ("el viernes 27 de noviembre", date(2026, 11, 27)),
        ("8 ene", date(2027, 1, 8)),
    ],
)
def test_spanish_is_understood_with_and_without_accents(written: str, meant: date) -> None:
    assert day_meant(written, MONDAY, ES) == meant


def test_looking_back_a_weekday_is_the_last_one() -> None:
    read = day_reader(EN, lambda: MONDAY, past=True)
    assert read("friday") == date(2026, 11, 20)
    assert read("monday") == date(2026, 11, 16)
    assert read("12/24") == date(2025, 12, 24)


@given(day=st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_what_the_field_writes_it_reads_again(day: date) -> None:
    assert day_meant(EN.day_written(day), MONDAY, EN) == day
    assert day_meant(day.isoformat(), MONDAY, EN) == day


@given(text=st.text(max_size=30))
def test_nothing_written_is_too_strange(text: str) -> None:
    meant = day_meant(text, MONDAY, EN)
    assert meant is None or isinstance(meant, date)
