from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage_domain.typed_dates import BadDate, age_on, birth_from_age, read_birth_date, read_date

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3/14/2012", date(2012, 3, 14)),
        ("14/3/2012", date(2012, 3, 14)),
        ("2012-03-14", date(2012, 3, 14)),
        ("14 March 2012", date(2012, 3, 14)),
        ("March 14th, 2012", date(2012, 3, 14)),
        ("14 de marzo de 2012", date(2012, 3, 14)),
        ("3 ago 2012", date(2012, 8, 3)),
        ("March 2012", date(2012, 3, 1)),
        ("  ", None),
    ],
)
def test_a_date_is_read_as_it_is_typed(typed: str, meant: date | None) -> None:
    assert read_date(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["31/31/2012", "soon", "3/14", "12", "3/14/12", "30 feb 2012", "?", "2012-13-01", "9" * 30 + "-1-1"],
)
def test_what_is_no_date_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(BadDate, match="not_a_date"):
        read_date(typed)


def test_nobody_is_born_tomorrow_or_before_the_last_century() -> None:
    with pytest.raises(BadDate, match="in_future"):
        read_birth_date("24 November 2026", TODAY)
    with pytest.raises(BadDate, match="too_long_ago"):
        read_birth_date("1850-01-01", TODAY)
    assert read_birth_date("23 November 2026", TODAY) == TODAY


def test_the_birthday_counts_on_its_day() -> None:
    assert age_on(date(2014, 11, 23), TODAY) == 12
    assert age_on(date(2014, 11, 24), TODAY) == 11
    assert age_on(date(2024, 2, 29), date(2025, 2, 28)) == 0


@given(st.integers(0, 120))
def test_an_estimated_age_is_that_age_today(age: int) -> None:
    assert age_on(birth_from_age(age, TODAY), TODAY) == age


@given(st.text())
def test_any_text_is_a_date_or_is_refused(typed: str) -> None:
    with suppress(BadDate):
        assert read_date(typed) is None or isinstance(read_date(typed), date)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_what_was_written_in_full_reads_back(day: date) -> None:
    assert read_date(day.isoformat()) == day
    assert read_date(f"{day.day} {day:%B} {day.year}") == day
