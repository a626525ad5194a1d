"""Days of the four calendars family trees use, as days of ours."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

HEBREW_EPOCH = -1373427
FRENCH_EPOCH = 654415
ROMAN_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
HEBREW_MONTHS = ("TSH", "CSH", "KSL", "TVT", "SHV", "ADR", "ADS", "NSN", "IYR", "SVN", "TMZ", "AAV", "ELL")
FRENCH_MONTHS = (
    "VEND", "BRUM", "FRIM", "NIVO", "PLUV", "VENT", "GERM", "FLOR", "PRAI", "MESS", "THER", "FRUC", "COMP",
)  # fmt: skip


class Calendar(StrEnum):
    """The calendars, as the newer grammar names them."""

    GREGORIAN = "GREGORIAN"
    JULIAN = "JULIAN"
    HEBREW = "HEBREW"
    FRENCH = "FRENCH_R"


MONTHS = {
    Calendar.GREGORIAN: ROMAN_MONTHS,
    Calendar.JULIAN: ROMAN_MONTHS,
    Calendar.HEBREW: HEBREW_MONTHS,
    Calendar.FRENCH: FRENCH_MONTHS,
}


def gregorian(calendar: Calendar, year: int, month: int, day: int) -> date | None:
    """Return a day of some calendar as ours; None when there is no such day or it lies outside our years."""
    try:
        if calendar is Calendar.GREGORIAN:
            return date(year, month, day)
        number = {
            Calendar.JULIAN: _julian,
            Calendar.HEBREW: _hebrew,
            Calendar.FRENCH: _french,
        }[calendar](year, month, day)
        return date.fromordinal(number)
    except (ValueError, OverflowError):
        return None


def _julian(year: int, month: int, day: int) -> int:
    leap = year % 4 == 0
    longest = 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    if not 1 <= day <= longest:
        raise ValueError("no such day")
    past = 0 if month <= 2 else (-1 if leap else -2)
    before = year - 1
    return -2 + 365 * before + before // 4 + (367 * month - 362) // 12 + past + day


def _hebrew(year: int, month: int, day: int) -> int:
    """Count the days to one of a Hebrew year; Adar stands for Adar I in a leap year, and for the only Adar else."""
    if not 1 <= day <= 30:
        raise ValueError("no such day")
    start, length = _hebrew_new_year(year), _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    leap = length > 380
    lengths = [30, 30 if length % 10 == 5 else 29, 29 if length % 10 == 3 else 30, 29, 30]
    lengths += [30, 29] if leap else [29, 0]
    lengths += [30, 29, 30, 29, 30, 29]
    if not leap and month == 7:
        month = 6  # the second Adar of a year that has one
    if day > lengths[month - 1]:
        raise ValueError("no such day")
    return start + sum(lengths[: month - 1]) + day - 1


def _hebrew_new_year(year: int) -> int:
    return HEBREW_EPOCH + _hebrew_days(year) + _hebrew_delay(year)


def _hebrew_days(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _hebrew_delay(year: int) -> int:
    before, this, after = _hebrew_days(year - 1), _hebrew_days(year), _hebrew_days(year + 1)
    if after - this == 356:
        return 2
    return 1 if this - before == 382 else 0


def _french(year: int, month: int, day: int) -> int:
    leap = year in {3, 7, 11} or (year > 14 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    longest = 30 if month <= 12 else (6 if leap else 5)
    if year < 1 or not 1 <= day <= longest:
        raise ValueError("no such day")
    leaps = sum(1 for y in (3, 7, 11) if y < year)
    if year > 15:
        before = year - 1
        leaps = before // 4 - before // 100 + before // 400
    return FRENCH_EPOCH - 1 + 365 * (year - 1) + leaps + 30 * (month - 1) + day
