"""Dates as people type them: `3/14/2012`, `2012-03-14`, `14 March 2012`, `March 2012`."""

from __future__ import annotations

import re
from datetime import date, timedelta

OLDEST_YEARS = 120
MONTHS = (
    ("jan", "ene"), ("feb",), ("mar",), ("apr", "abr"), ("may",), ("jun",),
    ("jul",), ("aug", "ago"), ("sep",), ("oct",), ("nov",), ("dec", "dic"),
)  # fmt: skip
PIECE = re.compile(r"\d+|[^\W\d_]+")
FILLERS = frozenset({"de", "del", "of", "the", "st", "nd", "rd", "th"})


class BadDate(ValueError):
    """A typed date cannot be taken; `code` is not_a_date, in_future or too_long_ago."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_date(text: str) -> date | None:
    """Read a typed date, nothing as None; month before day where both are numbers and either would do."""
    pieces = [p.lower() for p in PIECE.findall(text) if p.lower() not in FILLERS]
    if not pieces:
        if text.strip():
            raise BadDate("not_a_date")
        return None
    try:
        return date(*_year_month_day(pieces))
    except (ValueError, OverflowError):
        raise BadDate("not_a_date") from None


def read_birth_date(text: str, today: date) -> date | None:
    """Read a day of birth: not after today, not more than 120 years ago."""
    found = read_date(text)
    if found is not None and found > today:
        raise BadDate("in_future")
    if found is not None and found.year < today.year - OLDEST_YEARS:
        raise BadDate("too_long_ago")
    return found


def birth_from_age(age: int, today: date) -> date:
    """Return the first day of the month in which somebody who is about `age` may have been born."""
    if not 0 <= age <= OLDEST_YEARS:
        raise BadDate("too_long_ago" if age > 0 else "in_future")
    return date(today.year - age, today.month, 1)


def age_on(born: date, day: date) -> int:
    """Return the completed years from birth to a day; nobody is younger than 0."""
    return max(0, day.year - born.year - ((day.month, day.day) < (born.month, born.day)))


def last_day_before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)


def _year_month_day(pieces: list[str]) -> tuple[int, int, int]:
    named = [_month(p) for p in pieces]
    numbers = [int(p) for p in pieces if p.isdecimal()]
    month = next((m for m in named if m), 0)
    if len(numbers) + (month > 0) != len(pieces) or len(pieces) not in {2, 3}:
        raise ValueError("not a date")
    if month:
        return _with_named_month(month, numbers)
    if len(numbers) != 3:
        raise ValueError("a month and a year have a name and a number")
    if len(pieces[0]) == 4:
        return numbers[0], numbers[1], numbers[2]
    first, second, year = numbers
    if first > 12:
        first, second = second, first
    return _full_year(year, pieces[2]), first, second


def _with_named_month(month: int, numbers: list[int]) -> tuple[int, int, int]:
    if len(numbers) == 1:
        return numbers[0], month, 1
    day, year = numbers
    return _full_year(year, str(year)), month, day


def _full_year(year: int, written: str) -> int:
    if len(written) != 4:
        raise ValueError("a year has four digits")
    return year


def _month(piece: str) -> int:
    if piece.isdecimal() or len(piece) < 3:
        return 0
    return next((n for n, starts in enumerate(MONTHS, 1) if piece.startswith(starts)), 0)
