"""What the generator hands over: rows in the order they may be written, one batch for each family."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from engage_wire.clock import instant, to_ms
from engage_wire.entities import REGISTRY
from engage_wire.merge import write_members
from engage_wire.registry import Doc, Value

RANK = {entity.name: place for place, entity in enumerate(REGISTRY.entities)}


@dataclass(frozen=True, slots=True)
class Row:
    """One record, whole: what it is, its id and its values; empty columns are left out."""

    entity: str
    row_id: str
    doc: Doc


@dataclass(frozen=True, slots=True)
class Canary:
    """A string that must never be seen outside the places its label allows."""

    text: str
    label: str
    entity: str
    row_id: str
    field: str
    family_id: str
    hidden_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """A trial sign-in."""

    user_id: str
    login: str
    password: str
    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows to be written together: the agency's own, or all of one family's."""

    title: str
    family_id: str
    rows: tuple[Row, ...]
    canaries: tuple[Canary, ...] = ()
    accounts: tuple[Account, ...] = ()
    ordinary: tuple[str, ...] = ()


def mint(rng: Random, at: datetime) -> str:
    """Return an identifier that sorts by `at` and is the same for the same seed."""
    value = (to_ms(at) & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | rng.getrandbits(12) << 64 | 0b10 << 62 | rng.getrandbits(62)
    return f"{value:032x}"


def members(*values: str) -> str:
    """Write a set column."""
    return write_members(set(values))


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days and hours at the agency; `start` is the morning the sample stands at."""

    start: date
    zone: ZoneInfo

    @property
    def now(self) -> datetime:
        """Return half past seven on the first morning: nothing in the sample was written later."""
        return self.at(self.start, time(7, 30))

    def at(self, day: date, hour: time) -> datetime:
        """Return a local time of a day as a moment."""
        return datetime.combine(day, hour, self.zone)

    def before(self, moment: datetime) -> datetime:
        """Return `moment`, or now when that is earlier."""
        return min(moment, self.now)

    @property
    def month_begins(self) -> date:
        """Return the first of the current month."""
        return self.start.replace(day=1)

    def working_days(self, first: date, last: date) -> list[date]:
        """Return the weekdays from `first` to `last`, both included."""
        count = (last - first).days + 1
        days = (first + timedelta(n) for n in range(count))
        return [day for day in days if day.weekday() < 5]


class Book:
    """The rows of one family (or of the agency), gathered in any order and handed over parents first."""

    def __init__(self, rng: Random, calendar: Calendar, by: str = "", family_id: str = "") -> None:
        self.rng = rng
        self.calendar = calendar
        self.by = by
        self.family_id = family_id
        self.canaries: list[Canary] = []
        self._rows: list[Row] = []

    def add(self, entity: str, at: datetime, values: Doc, *, by: str = "", row_id: str = "") -> str:
        """Add a row made at `at`, by the family's worker unless told otherwise, and return its id."""
        made: dict[str, Value] = {}
        if self.family_id and entity != "family":
            made["family_id"] = self.family_id
        made |= {name: value for name, value in values.items() if value is not None}
        made |= {"created_by": by or self.by or None, "created_at": instant(at)}
        row_id = row_id or mint(self.rng, at)
        self._rows.append(
            Row(entity, row_id, {name: value for name, value in made.items() if value is not None})
        )
        return row_id

    def guard(self, label: str, row: tuple[str, str, str], *texts: str, hidden: tuple[str, ...] = ()) -> None:
        """Remember strings of a protected field, `row` being entity, id and column."""
        entity, row_id, column = row
        self.canaries += (Canary(t, label, entity, row_id, column, self.family_id, hidden) for t in texts)

    def latest(self, entity: str) -> str:
        """Return the id of the row of a kind that was added last."""
        return next(row.row_id for row in reversed(self._rows) if row.entity == entity)

    def rows(self) -> tuple[Row, ...]:
        """Return everything, parents before children."""
        return tuple(sorted(self._rows, key=lambda row: RANK[row.entity]))


def clock_time(text: str) -> time:
    """Read `16:05`."""
    hour, _, minute = text.partition(":")
    return time(int(hour), int(minute))


def dated(value: Any, start: date) -> Any:
    """Return a description with its {today}, {in3}, {in4}, {ordinal} and {lastmonth} written out, however deep."""
    if isinstance(value, dict):
        return {name: dated(inner, start) for name, inner in value.items()}
    if isinstance(value, list):
        return [dated(inner, start) for inner in value]
    if not isinstance(value, str) or "{" not in value:
        return value
    number = start.day
    ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    words = {f"in{n}": f"{start + timedelta(n):%A}" for n in (3, 4)}
    words |= {"today": f"{start:%A}", "ordinal": f"{number}{ending}"}
    words["lastmonth"] = f"{start.replace(day=1) - timedelta(1):%B}"
    for name, word in words.items():
        value = value.replace("{" + name + "}", word)
    return value
