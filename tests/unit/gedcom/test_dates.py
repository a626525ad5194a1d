from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from tests.unit.gedcom.strategies import date_values

from engage_domain.gedcom import dates
from engage_domain.gedcom.calendars import Calendar, gregorian
from engage_domain.gedcom.dates import Kind


@pytest.mark.parametrize(
    ("text", "day", "year", "written"),
    [
        ("15 MAR 1920", date(1920, 3, 15), 1920, "15 MAR 1920"),
        ("2 Oct 1822", date(1822, 10, 2), 1822, "2 OCT 1822"),
        ("1990-05-13", date(1990, 5, 13), 1990, "13 MAY 1990"),
        ("September 1999", None, 1999, "SEP 1999"),
        ("31 FEB 1900", None, 1900, "31 FEB 1900"),
        ("@#DJULIAN@ 12 JUL 100 BC", None, -100, "@#DJULIAN@ 12 JUL 100 B.C."),
        ("@#DJULIAN@ 11 FEB 1731/32", date(1732, 2, 22), 1732, "@#DJULIAN@ 11 FEB 1731/32"),
        ("JULIAN 14 OCT 1066", date(1066, 10, 20), 1066, "@#DJULIAN@ 14 OCT 1066"),
        ("@#DHEBREW@ 15 NSN 5784", date(2024, 4, 23), 2024, "@#DHEBREW@ 15 NSN 5784"),
        ("@#DHEBREW@ TSH 4800", None, 1039, "@#DHEBREW@ TSH 4800"),
        ("@#DFRENCH R@ 11 FRIM 13", date(1804, 12, 2), 1804, "@#DFRENCH R@ 11 FRIM 13"),
        ("FRENCH_R 9 THER 2", date(1794, 7, 27), 1794, "@#DFRENCH R@ 9 THER 2"),
        ("ABT     1534", None, 1534, "ABT 1534"),
        ("circa 1947", None, 1947, "ABT 1947"),
        ("BEF 1945", None, 1945, "BEF 1945"),
        ("BET 1990 AND 1994", None, 1992, "BET 1990 AND 1994"),
        ("FROM 1700 TO @#DJULIAN@ 1750", None, 1700, "FROM 1700 TO @#DJULIAN@ 1750"),
        ("TO @#DHEBREW@ 5500", None, 1740, "TO @#DHEBREW@ 5500"),
        ("INT @#DJULIAN@ 1700 (about)", None, 1700, "INT @#DJULIAN@ 1700 (about)"),
        ("(before the war)", None, None, "(before the war)"),
        ("10 JAN", None, None, "(10 JAN)"),
        ("1056/1060", None, None, "(1056/1060)"),
        ("@#DROMAN@ 3 IDUS", None, None, "(@#DROMAN@ 3 IDUS)"),
    ],
)
def test_a_date_says_no_more_than_is_known(
    text: str, day: date | None, year: int | None, written: str
) -> None:
    found = dates.read(text)
    assert found is not None
    assert (found.exact, found.best_year, found.text) == (day, year, written)


def test_no_words_are_no_date() -> None:
    assert dates.read("  ") is None


@given(date_values())
def test_a_date_is_the_same_in_both_grammars(value: dates.DateValue) -> None:
    assert (
        dates.read(dates.write_old(value), "" if value.kind in {Kind.EXACT, Kind.PHRASE} else value.phrase)
        == value
    )
    assert dates.read(*dates.write_seven(value)) == value


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "ours"),
    [
        (Calendar.HEBREW, 5708, 9, 5, date(1948, 5, 14)),
        (Calendar.HEBREW, 5784, 7, 14, date(2024, 3, 24)),
        (Calendar.HEBREW, 5785, 6, 14, date(2025, 3, 14)),
        (Calendar.HEBREW, 5785, 7, 14, date(2025, 3, 14)),
        (Calendar.HEBREW, 5784, 4, 30, None),
        (Calendar.FRENCH, 3, 13, 6, date(1795, 9, 22)),
        (Calendar.FRENCH, 2, 13, 6, None),
        (Calendar.JULIAN, 1900, 2, 29, date(1900, 3, 13)),
        (Calendar.JULIAN, 1901, 2, 29, None),
        (Calendar.GREGORIAN, 99999, 1, 1, None),
    ],
)
def test_days_of_other_calendars_are_days_of_ours(
    calendar: Calendar, year: int, month: int, day: int, ours: date | None
) -> None:
    assert gregorian(calendar, year, month, day) == ours
