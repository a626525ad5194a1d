"""Dates as family trees hold them: honest about what is known, in four calendars, in both grammars."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from engage_domain.gedcom.calendars import (
    FRENCH_MONTHS,
    HEBREW_MONTHS,
    MONTHS,
    ROMAN_MONTHS,
    Calendar,
    gregorian,
)

YEAR = re.compile(r"(\d{1,5})(?:/(\d{1,2}|\d{4}))?")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
ESCAPE = re.compile(r"@#D([^@]*)@")
INTERPRETED = re.compile(r"INT\s+([^(]*)\((.*)\)", re.IGNORECASE | re.DOTALL)
BEFORE_CHRIST = frozenset({"BC", "B.C.", "BCE", "B.C"})
ESCAPES = {
    "GREGORIAN": Calendar.GREGORIAN,
    "JULIAN": Calendar.JULIAN,
    "HEBREW": Calendar.HEBREW,
    "FRENCH R": Calendar.FRENCH,
    "FRENCH_R": Calendar.FRENCH,
}
OLD_ESCAPES = {
    Calendar.GREGORIAN: "",
    Calendar.JULIAN: "@#DJULIAN@ ",
    Calendar.HEBREW: "@#DHEBREW@ ",
    Calendar.FRENCH: "@#DFRENCH R@ ",
}
LAST_MONTHS = {Calendar.HEBREW: 5, Calendar.FRENCH: 6}


class Kind(StrEnum):
    """How sure a date is, by the words that stand before it."""

    EXACT = ""
    ABOUT = "ABT"
    CALCULATED = "CAL"
    ESTIMATED = "EST"
    BEFORE = "BEF"
    AFTER = "AFT"
    BETWEEN = "BET"
    FROM = "FROM"
    TO = "TO"
    PERIOD = "FROM TO"
    PHRASE = "PHRASE"


WORDS = {
    "ABT": Kind.ABOUT, "ABOUT": Kind.ABOUT, "ABT.": Kind.ABOUT, "CIRCA": Kind.ABOUT, "CA": Kind.ABOUT,
    "CA.": Kind.ABOUT, "C.": Kind.ABOUT, "CAL": Kind.CALCULATED, "EST": Kind.ESTIMATED, "BEF": Kind.BEFORE,
    "BEFORE": Kind.BEFORE, "BEF.": Kind.BEFORE, "AFT": Kind.AFTER, "AFTER": Kind.AFTER, "AFT.": Kind.AFTER,
    "BET": Kind.BETWEEN, "BETWEEN": Kind.BETWEEN, "FROM": Kind.FROM, "TO": Kind.TO,
}  # fmt: skip
PAIRS = {Kind.BETWEEN: "AND", Kind.FROM: "TO"}


@dataclass(frozen=True, slots=True)
class Point:
    """A year, or a month of it, or a day; `dual` is the second year of a date written in two styles (1731/32)."""

    year: int
    month: int = 0
    day: int = 0
    calendar: Calendar = Calendar.GREGORIAN
    is_before_christ: bool = False
    dual: int = 0

    @property
    def exact(self) -> date | None:
        """The day in our calendar; None for a month or a year, or a day that never was."""
        if self.is_before_christ or not self.day:
            return None
        return gregorian(self.calendar, self.dual or self.year, self.month, self.day)

    @property
    def best_year(self) -> int:
        """The year in our calendar that fits best; years before Christ are negative."""
        if self.is_before_christ:
            return -self.year
        if self.calendar not in LAST_MONTHS:
            return self.dual or self.year
        known = self.exact or gregorian(self.calendar, self.year, self.month or LAST_MONTHS[self.calendar], 1)
        offset = -3760 if self.calendar is Calendar.HEBREW else 1792
        return known.year if known else self.year + offset

    def written(self, *, is_seven: bool) -> str:
        """Return the date in one grammar's words."""
        month = MONTHS[self.calendar][self.month - 1] if self.month else ""
        year = str(self.year)
        if self.dual:
            year = str(self.dual) if is_seven else f"{self.year}/{self.dual % 100:02d}"
        era = ("BCE" if is_seven else "B.C.") if self.is_before_christ else ""
        words = " ".join(part for part in (str(self.day or ""), month, year, era) if part)
        if is_seven:
            return words if self.calendar is Calendar.GREGORIAN else f"{self.calendar} {words}"
        return OLD_ESCAPES[self.calendar] + words


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as it is known: how sure, from when, until when, and the words somebody wrote instead or beside."""

    kind: Kind
    first: Point | None = None
    last: Point | None = None
    phrase: str = ""

    @property
    def text(self) -> str:
        """The date in words, as the older grammar writes it: never more than is known."""
        return write_old(self)

    @property
    def exact(self) -> date | None:
        """The day in our calendar, only when this is a day and sure."""
        return self.first.exact if self.kind is Kind.EXACT and self.first else None

    @property
    def best_year(self) -> int | None:
        """The year that fits best; the middle of a range."""
        if self.first is None:
            return self.last.best_year if self.last else None
        if self.kind is Kind.BETWEEN and self.last:
            return (self.first.best_year + self.last.best_year) // 2
        return self.first.best_year


def of_day(day: date) -> DateValue:
    """Return a day of our calendar as a date value."""
    return DateValue(Kind.EXACT, Point(day.year, day.month, day.day))


def about_year(year: int) -> DateValue:
    """Return a year that is only estimated."""
    return DateValue(Kind.ABOUT, Point(year))


def read(text: str, phrase: str = "") -> DateValue | None:
    """Read a date of either grammar; what cannot be understood is kept as a phrase, nothing as None."""
    text, phrase = " ".join(text.split()), " ".join(phrase.split())
    if phrase:
        rewritten = _read(phrase)
        if rewritten.kind is not Kind.PHRASE and write_seven(rewritten) == (text, phrase):
            return rewritten
    if not text:
        return DateValue(Kind.PHRASE, phrase=phrase) if phrase else None
    found = _read(text)
    if not phrase:
        return found
    if found.kind is Kind.PHRASE:
        return DateValue(Kind.PHRASE, phrase=phrase)
    return replace(found, phrase=phrase)


def write_old(value: DateValue) -> str:
    """Write a date for 5.5.1; at signs are not doubled yet."""
    if value.kind is Kind.PHRASE:
        return f"({value.phrase})"
    words = _words(value, is_seven=False)
    return f"INT {words} ({value.phrase})" if value.phrase and value.kind is Kind.EXACT else words


def write_seven(value: DateValue) -> tuple[str, str]:
    """Write a date for 7.0: its payload and its phrase. Two styles of one year become a phrase beside the later."""
    if value.kind is Kind.PHRASE:
        return "", value.phrase
    has_two_styles = any(point and point.dual for point in (value.first, value.last))
    return _words(value, is_seven=True), value.phrase or (value.text if has_two_styles else "")


def _words(value: DateValue, *, is_seven: bool) -> str:
    first = value.first.written(is_seven=is_seven) if value.first else ""
    last = value.last.written(is_seven=is_seven) if value.last else ""
    if value.kind is Kind.BETWEEN:
        return f"BET {first} AND {last}"
    if value.kind is Kind.PERIOD:
        return f"FROM {first} TO {last}"
    if value.kind is Kind.TO:
        return f"TO {last}"
    return f"{value.kind} {first}".strip()


def _read(text: str) -> DateValue:
    phrase = DateValue(Kind.PHRASE, phrase=text)
    if text.startswith("(") and text.endswith(")") and len(text) > 2:
        return DateValue(Kind.PHRASE, phrase=text[1:-1].strip())
    interpreted = INTERPRETED.fullmatch(text)
    if interpreted:
        point = _point(_tokens(interpreted[1]))
        note = interpreted[2].strip()
        return DateValue(Kind.EXACT, point, phrase=note) if point and note else phrase
    tokens = _tokens(text)
    kind = WORDS.get(tokens[0], Kind.EXACT) if tokens else Kind.PHRASE
    if kind in {Kind.BETWEEN, Kind.FROM, Kind.TO}:
        return _range(kind, tokens[1:]) or phrase
    point = _point(tokens if kind is Kind.EXACT else tokens[1:])
    return DateValue(kind, point) if point else phrase


def _range(kind: Kind, tokens: list[str]) -> DateValue | None:
    joint = PAIRS.get(kind, "")
    if joint in tokens:
        cut = tokens.index(joint)
        first, last = _point(tokens[:cut]), _point(tokens[cut + 1 :])
        whole = Kind.PERIOD if kind is Kind.FROM else kind
        return DateValue(whole, first, last) if first and last else None
    point = _point(tokens)
    if point is None or kind is Kind.BETWEEN:
        return None
    return DateValue(kind, last=point) if kind is Kind.TO else DateValue(kind, point)


def _tokens(text: str) -> list[str]:
    """Split a date into words; an escape becomes the calendar's word."""
    return ESCAPE.sub(lambda m: f" {ESCAPES.get(m[1].strip().upper(), 'UNKNOWN')} ", text).upper().split()


def _point(tokens: list[str]) -> Point | None:
    calendar = Calendar.GREGORIAN
    if tokens and tokens[0] in ESCAPES:
        calendar, tokens = ESCAPES[tokens[0]], tokens[1:]
    is_before_christ = bool(tokens) and tokens[-1] in BEFORE_CHRIST
    if is_before_christ:
        tokens = tokens[:-1]
        if calendar in LAST_MONTHS:
            return None
    if len(tokens) == 1 and (iso := ISO.fullmatch(tokens[0])) and calendar is Calendar.GREGORIAN:
        return _checked(Point(int(iso[1]), int(iso[2]), int(iso[3])))
    if not 1 <= len(tokens) <= 3:
        return None
    year = _year(tokens[-1])
    if year is None:
        return None
    month = _month(calendar, tokens[-2]) if len(tokens) > 1 else 0
    day = int(tokens[0]) if len(tokens) == 3 and tokens[0].isdecimal() and len(tokens[0]) < 3 else 0
    if (len(tokens) > 1 and not month) or (len(tokens) > 2 and not day):
        return None
    return _checked(Point(year[0], month, day, calendar, is_before_christ, year[1]))


def _checked(point: Point) -> Point | None:
    return (
        point if point.year > 0 and point.month <= len(MONTHS[point.calendar]) and point.day <= 31 else None
    )


def _year(token: str) -> tuple[int, int] | None:
    """Read a year, maybe in two styles: 1731/32 is the year 1731 to those who began it in March, 1732 to us."""
    found = YEAR.fullmatch(token)
    if found is None or not token.isascii():
        return None
    year = int(found[1])
    if not found[2]:
        return year, 0
    second = (year + 1) % 10 ** len(found[2])
    return (year, year + 1) if second == int(found[2]) else None


def _month(calendar: Calendar, token: str) -> int:
    if calendar is Calendar.HEBREW:
        return _place(HEBREW_MONTHS, token)
    if calendar is Calendar.FRENCH:
        return _place(FRENCH_MONTHS, token)
    return _place(ROMAN_MONTHS, token[:3]) if token.isalpha() or token.rstrip(".").isalpha() else 0


def _place(months: tuple[str, ...], token: str) -> int:
    return months.index(token) + 1 if token in months else 0
