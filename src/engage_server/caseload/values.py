"""What a cell means in its column: dates as people write them, codes by any of their names, lists, yes and no."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from engage_server.caseload.findings import Misread
from engage_wire.clock import instant
from engage_wire.codec import canonical
from engage_wire.policy import CodeTable

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
WORDS = re.compile(r"([a-zA-Záéíóú]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
DAY_FIRST = re.compile(r"(\d{1,2})\.?\s+(?:de\s+)?([a-zA-Záéíóú]+)\.?\s+(?:de\s+)?(\d{4})")
MONTH = re.compile(r"([a-zA-Záéíóú]+)\.?\s+(?:de\s+)?(\d{4})")
ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
YEAR = re.compile(r"(?:about |circa |ca\.? |~)?(\d{4})", re.IGNORECASE)
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([aApP]\.?[mM]\.?)?")
MOMENT = re.compile(r"(.*\S?)[T\s]\s*(\d{1,2}:.*)", re.DOTALL)
MONTHS = {
    "jan": 1, "ene": 1, "feb": 2, "mar": 3, "apr": 4, "abr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "ago": 8,
    "sep": 9, "set": 9, "oct": 10, "nov": 11, "dec": 12, "dic": 12,
}  # fmt: skip
YES = {"yes", "y", "true", "1", "x", "sí", "si"}
NO = {"no", "n", "false", "0"}
LIST_MARKS = re.compile(r"[;,|\n]")
YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Day:
    """A date, and whether only its month or year was known."""

    on: date
    is_estimated: bool = False


def read_text(cell: str) -> str:
    """Return a cell's text; a formula stays what it looks like, text. Misread when it holds control characters."""
    for mark in cell:
        if unicodedata.category(mark) == "Cc" and mark not in "\t\n\r":
            raise Misread("control_character", mark=f"{ord(mark):04X}")
    return unicodedata.normalize("NFC", cell.replace("\r\n", "\n").replace("\r", "\n"))


def read_day(cell: str) -> Day:
    """Return the day a cell names: 2026-11-23, 11/23/2026, Nov 23 2026, 23 de noviembre de 2026, March 2011, 2011."""
    if found := ISO.fullmatch(cell):
        return Day(_day(cell, *found.groups()))
    if found := US.fullmatch(cell):
        month, day, year = found.groups()
        return Day(_day(cell, year, month, day))
    if found := WORDS.fullmatch(cell):
        name, day, year = found.groups()
        return Day(_day(cell, year, _month(cell, name), day))
    if found := DAY_FIRST.fullmatch(cell):
        day, name, year = found.groups()
        return Day(_day(cell, year, _month(cell, name), day))
    return _about(cell)


def _about(cell: str) -> Day:
    if found := MONTH.fullmatch(cell):
        name, year = found.groups()
        return Day(_day(cell, year, _month(cell, name), "1"), is_estimated=True)
    if found := ISO_MONTH.fullmatch(cell):
        return Day(_day(cell, found.group(1), found.group(2), "1"), is_estimated=True)
    if found := YEAR.fullmatch(cell):
        return Day(_day(cell, found.group(1), "1", "1"), is_estimated=True)
    raise Misread("not_a_date", value=cell)


def _month(cell: str, name: str) -> str:
    number = MONTHS.get(name[:3].lower())
    if number is None:
        raise Misread("not_a_date", value=cell)
    return str(number)


def _day(cell: str, year: str, month: str, day: str) -> date:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        raise Misread("no_such_day", value=cell) from None
    if found.year not in YEARS:
        raise Misread("no_such_day", value=cell)
    return found


def read_exact_day(cell: str) -> str:
    """Return a day as ISO text; Misread when only a month or a year is named."""
    day = read_day(cell)
    if day.is_estimated:
        raise Misread("not_exact", value=cell)
    return day.on.isoformat()


def read_moment(cell: str, zone: ZoneInfo) -> str:
    """Return a date with a time as an instant; without a zone of its own it is local at the agency."""
    try:
        moment = datetime.fromisoformat(cell)
    except ValueError:
        moment = None
    if moment is not None and moment.tzinfo is not None and moment.year in YEARS:
        return instant(moment)
    found = MOMENT.fullmatch(cell)
    clock = CLOCK.fullmatch(found.group(2)) if found else None
    day = read_day(found.group(1).rstrip(",")) if found else None
    if clock is None or day is None or day.is_estimated:
        raise Misread("not_a_time", value=cell)
    return instant(datetime.combine(day.on, _clock(cell, *clock.groups()), zone))


def _clock(cell: str, hour: str, minute: str, half: str | None) -> time:
    number = int(hour)
    if half:
        number = number % 12 + (12 if half[0] in "pP" else 0)
    try:
        return time(number, int(minute))
    except ValueError:
        raise Misread("not_a_time", value=cell) from None


def read_whole(cell: str) -> int:
    """Return a whole number."""
    try:
        return int(cell)
    except ValueError:
        raise Misread("not_a_number", value=cell) from None


def read_yes_no(cell: str) -> int:
    """Return 1 for yes and 0 for no."""
    word = cell.lower()
    if word in YES | NO:
        return int(word in YES)
    raise Misread("not_yes_or_no", value=cell)


def read_code(cell: str, table: CodeTable) -> str:
    """Return the code a cell means, by its own name, an alias or the agency's code."""
    code = table.read(cell)
    if code is None:
        raise Misread("unknown_code", value=cell, known=", ".join(table.offered))
    return code


def read_list(cell: str) -> list[str]:
    """Return the members of a list: separated by semicolons, commas, bars or new lines."""
    return [member.strip() for member in LIST_MARKS.split(cell) if member.strip()]


def read_json(cell: str) -> str:
    """Return a safe-contact cell as canonical JSON; plain words, and whatever has no such form, become a note."""
    try:
        value = json.loads(cell)
        if isinstance(value, dict):
            return canonical(value).decode()
    except (ValueError, RecursionError):
        pass
    return canonical({"note": cell}).decode()


def read_phone(cell: str) -> str:
    """Return a North American number's ten digits as (518) 555-0142; Misread when there are not ten."""
    digits = re.sub(r"[\s().+\-]", "", cell)
    if digits.startswith("1") and len(digits) == 11:
        digits = digits[1:]
    if not (digits.isascii() and digits.isdigit()) or len(digits) != 10:
        raise Misread("not_a_phone", value=cell)
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}"
