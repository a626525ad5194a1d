"""Days as people write them: "tomorrow", "Friday", "+3", "23 nov", "11/27", "11/27/2026", in English and Spanish."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from engage_wire.wordbook import Wordbook

WEEK = 7
HALF_YEAR = 182
CENTURY = 100
_STEP = re.compile(r"([+-])\s*(\d{1,3})")
_PIECE = re.compile(r"\d+|[^\W\d_]+")
_LEAST_LETTERS = 3
_FILLERS = frozenset(
    {"de", "del", "the", "of", "el", "next", "on", "st", "nd", "rd", "th", "próximo", "proximo"}
)


def day_reader(
    book: Wordbook, today: Callable[[], date], *, past: bool = False
) -> Callable[[str], date | None]:
    """Return what a `DateField` reads with; `past` takes a bare weekday or day for the last one, not the next."""
    return partial(_read, book, today, past)


def day_meant(text: str, today: date, book: Wordbook, *, past: bool = False) -> date | None:
    """Return the day somebody means, or None. Month before day where both are numbers and either would do."""
    step = _STEP.fullmatch(text.strip())
    if step:
        return today + timedelta(days=int(step[2]) * (1 if step[1] == "+" else -1))
    pieces = [piece.lower() for piece in _PIECE.findall(text) if piece.lower() not in _FILLERS]
    if not pieces:
        return None
    named = _named(pieces, today, book, past=past)
    return named or _dated(_without_weekday(pieces, book), today, book, past=past)


def _read(book: Wordbook, today: Callable[[], date], past: bool, text: str) -> date | None:  # noqa: FBT001 - bound by partial
    return day_meant(text, today(), book, past=past)


def _named(pieces: list[str], today: date, book: Wordbook, *, past: bool) -> date | None:
    calendar = book.tables["calendar"]
    if len(pieces) > 1:
        return None
    near = {str(calendar[key]): days for key, days in (("yesterday", -1), ("today", 0), ("tomorrow", 1))}
    if pieces[0] in near:
        return today + timedelta(days=near[pieces[0]])
    weekday = _place(pieces[0], calendar["weekdays"])
    if weekday is None:
        return None
    ahead = (weekday - today.weekday() - 1) % WEEK + 1
    return today + timedelta(days=ahead - WEEK if past and ahead != WEEK else (-WEEK if past else ahead))


def _without_weekday(pieces: list[str], book: Wordbook) -> list[str]:
    weekdays = book.tables["calendar"]["weekdays"]
    return pieces[1:] if len(pieces) > 1 and _place(pieces[0], weekdays) is not None else pieces


def _dated(pieces: list[str], today: date, book: Wordbook, *, past: bool) -> date | None:
    months = [_place(p, book.tables["calendar"]["months"]) for p in pieces]
    spelled = [m + 1 for m in months if m is not None]
    numbers = [int(p) for p in pieces if p.isdecimal()]
    if len(spelled) + len(numbers) != len(pieces) or len(spelled) > 1:
        return None
    year, month, day = _year_month_day(numbers, spelled)
    if not day:
        return None
    try:
        return date(year, month, day) if year else _nearest(month, day, today, past=past)
    except (ValueError, OverflowError):
        return None


def _year_month_day(numbers: list[int], spelled: list[int]) -> tuple[int, int, int]:
    """Return year, month and day; a year of 0 was not written, a day of 0 means that it cannot be told."""
    year = 0
    if len(numbers) + len(spelled) == 3:
        first_is_year = numbers[0] >= CENTURY
        year = numbers.pop(0 if first_is_year else -1)
        year += 2000 if year < CENTURY else 0
    if spelled and len(numbers) == 1:
        return year, spelled[0], numbers[0]
    if not spelled and len(numbers) == 2:
        month, day = numbers if numbers[0] <= 12 else reversed(numbers)
        return year, month, day
    return 0, 0, 0


def _nearest(month: int, day: int, today: date, *, past: bool) -> date:
    found = date(today.year, month, day)
    if past and found > today:
        return date(today.year - 1, month, day)
    if not past and (today - found).days > HALF_YEAR:
        return date(today.year + 1, month, day)
    return found


def _place(word: str, names: list[str]) -> int | None:
    """Return which of the names a word begins, from three letters on; accents may be left out."""
    plain = _plain(word)
    if len(plain) < _LEAST_LETTERS:
        return None
    return next((n for n, name in enumerate(names) if _plain(name).startswith(plain)), None)


def _plain(word: str) -> str:
    return word.lower().translate(str.maketrans("áéíóú", "aeiou"))
