"""Writing down a child's life: what moved, when as far as anybody remembers, and who was there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engage_desktop.errors import BadInput
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import child_timeline, records
from engage_desktop.store.people import keep_unseen, row_of
from engage_desktop.store.reading import day
from engage_domain.child_timeline import ENTRY, ChildYears, split_names
from engage_domain.names import fold
from engage_domain.rough_dates import Precision, Rough, last_day, precision, read_rough
from engage_domain.typed_dates import BadDate
from engage_wire.changed import Changed
from engage_wire.registry import Value

LONGEST = 4000
LONGEST_NAME = 200
TEXTS = frozenset({"kind", "what", "place", "with_whom", "words"})
DAYS = frozenset({"from_on", "to_on"})
LOOKED_FOR = "unknown_search_open"


@dataclass(frozen=True, slots=True)
class YearsOf:
    """Reads a child's timeline."""

    desk: Desk

    def __call__(self, person_id: str) -> ChildYears:
        """Return it; NotFound when the child was taken back meanwhile."""
        with self.desk.read() as conn:
            return child_timeline.years(conn, person_id, self.desk.today())


@dataclass(frozen=True, slots=True)
class AddMoment:
    """Begins an entry of some kind; its words and days follow."""

    desk: Desk

    def __call__(self, family_id: str, person_id: str, kind: str) -> Made:
        """Write the entry; BadInput without a kind."""
        if not kind:
            raise BadInput("kind", "empty")
        values: dict[str, Value] = {"family_id": family_id, "person_id": person_id, "kind": kind}
        row_id = self.desk.new_id()
        with self.desk.write("timeline_entry.add") as conn:
            records.insert(conn, ENTRY, row_id, values, by=self.desk.me.user_id, at=self.desk.now())
        changed = Changed.of(f"f:{family_id}", ENTRY)
        return Made(changed.entities, changed.buckets, row_id)


@dataclass(frozen=True, slots=True)
class EditMoment:
    """Amends an entry, field by field; days are given as they are typed."""

    desk: Desk

    def __call__(self, entry_id: str, given: Mapping[str, str | tuple[str, ...]]) -> Changed:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        with self.desk.write("timeline_entry.edit") as conn:
            row = row_of(conn, ENTRY, entry_id)
            values: dict[str, Value] = {}
            for name, value in given.items():
                values |= _values(name, value, {**row, **values})
            keep_unseen(conn, row, values)
            records.update(conn, ENTRY, entry_id, values)
        return Changed.of(f"f:{row['family_id']}", ENTRY)


@dataclass(frozen=True, slots=True)
class AddFromTimeline:
    """Writes somebody down who is only a name in a child's timeline, as kin; the entries then point to the person.

    The name itself stays in the entries, so that taking the person back loses nothing.
    """

    desk: Desk

    def __call__(self, family_id: str, child_id: str, name: str, *, looked_for: bool) -> Made:
        """Write the person, and that nobody knows where they are if they are to be looked for."""
        first, _, last = " ".join(name.split()).partition(" ")
        if not first:
            raise BadInput("first_name", "empty")
        by, at, person_id = self.desk.me.user_id, self.desk.now(), self.desk.new_id()
        who: dict[str, Value] = {
            "family_id": family_id,
            "first_name": first[:LONGEST_NAME],
            "last_name": last[:LONGEST_NAME] or None,
        }
        held: dict[str, Value] = {
            "family_id": family_id,
            "person_id": person_id,
            "role": "kin",
            "from_on": self.desk.today().isoformat(),
            "whereabouts": LOOKED_FOR if looked_for else None,
        }
        with self.desk.write("person.add") as conn:
            records.insert(conn, "person", person_id, who, by=by, at=at)
            records.insert(conn, "case_member", self.desk.new_id(), held, by=by, at=at)
            for entry_id, line, ids in child_timeline.with_whom(conn, child_id):
                if fold(name) in map(fold, split_names(line)):
                    named = records.member_text((*ids, person_id))
                    records.update(conn, ENTRY, entry_id, {"with_ids": named})
        changed = Changed.of(f"f:{family_id}", "person", "case_member", ENTRY)
        return Made(changed.entities, changed.buckets, person_id)


def _values(name: str, value: str | tuple[str, ...], row: dict[str, Any]) -> dict[str, Value]:
    if name == "with_ids" and isinstance(value, tuple):
        return {name: records.member_text(value)}
    if not isinstance(value, str):
        raise BadInput(name)
    if name in DAYS:
        return _day(name, value, row)
    if name not in TEXTS:
        raise BadInput(name)
    words = value.strip()
    if len(words) > LONGEST:
        raise BadInput(name, "too_long")
    if name == "kind" and not words:
        raise BadInput(name, "empty")
    return {name: words or None}


def _day(name: str, typed: str, row: dict[str, Any]) -> dict[str, Value]:
    """Read a typed day; an entry is rough as long as one of its two days is."""
    try:
        read = read_rough(typed)
    except BadDate as bad:
        raise BadInput(name, bad.code) from None
    other_name = "to_on" if name == "from_on" else "from_on"
    other = _other(day(row[name]), day(row[other_name]), roughly=bool(row["roughly"]))
    start, end = (read, other) if name == "from_on" else (other, read)
    if start is not None and end is not None and last_day(end.on, roughly=end.roughly) < start.on:
        raise BadInput("to_on", "before_start")
    roughly = any(one.roughly for one in (read, other) if one is not None)
    return {name: read.on.isoformat() if read else None, "roughly": int(roughly)}


def _other(before: date | None, other: date | None, *, roughly: bool) -> Rough | None:
    """Return the day that stays; of a rough entry it is rough if it looks so, or if the one amended did not."""
    if other is None:
        return None
    return Rough(other, roughly and (_is_coarse(other) or not _is_coarse(before)))


def _is_coarse(on: date | None) -> bool:
    return on is not None and precision(on, roughly=True) is not Precision.ABOUT
