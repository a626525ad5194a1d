"""Steps that can be taken back and taken again: what was written, and what stood there before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_desktop.store.people import row_of
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.registry import Value

UNDONE = "undone"
PROTECTION = frozenset({"labels", "hide_from"})
"""What only grows here: taking a step back never shows again what was put under Safety."""
Values = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Amended:
    """One record that was changed: what it said before, and what it says now."""

    entity: str
    row_id: str
    was: Values
    now: Values


@dataclass(frozen=True, slots=True)
class Step(Changed):
    """A change that can be taken back: the records it made, those it amended, and who it is about."""

    cmd: str = ""
    family_id: str = ""
    made: tuple[tuple[str, str], ...] = ()
    amended: tuple[Amended, ...] = ()
    about: str = ""


class Recorder:
    """Writes inside one transaction and notes how to take it back."""

    def __init__(self, desk: Desk, conn: Connection, family_id: str) -> None:
        self._desk, self._conn, self._family_id = desk, conn, family_id
        self._made: list[tuple[str, str]] = []
        self._amended: list[Amended] = []

    def insert(self, entity: str, values: Mapping[str, Value], row_id: str = "") -> str:
        """Write a new record and return its id."""
        made = row_id or self._desk.new_id()
        own: dict[str, Value] = {"family_id": self._family_id, **values}
        records.insert(self._conn, entity, made, own, by=self._desk.me.user_id, at=self._desk.now())
        self._made.append((entity, made))
        return made

    def update(self, entity: str, row_id: str, values: Mapping[str, Value]) -> None:
        """Amend a record; what is the same stays untouched."""
        row = row_of(self._conn, entity, row_id)
        now = {name: value for name, value in values.items() if row[name] != value}
        if now:
            undoable = [name for name in now if name not in PROTECTION]
            was = tuple((name, row[name]) for name in undoable)
            self._amended.append(Amended(entity, row_id, was, tuple((name, now[name]) for name in undoable)))
            records.update(self._conn, entity, row_id, now)

    def void(self, entity: str, row_id: str, reason: str) -> None:
        """Take a record back."""
        self.update(entity, row_id, {"deleted_at": instant(self._desk.now()), "void_reason": reason})

    def step(self, cmd: str, about: str = "") -> Step:
        """Return all of it as one step."""
        entities = {entity for entity, _ in self._made} | {one.entity for one in self._amended}
        return Step(
            frozenset(entities),
            frozenset({f"f:{self._family_id}"}),
            cmd,
            self._family_id,
            tuple(self._made),
            tuple(self._amended),
            about,
        )


@dataclass(frozen=True, slots=True)
class TakeStepBack:
    """Undoes a step."""

    desk: Desk

    def __call__(self, step: Step) -> Changed:
        """Take back what it made and restore what stood there; what somebody changed since stays as it is."""
        with self.desk.write(f"{step.cmd}.undo") as conn:
            for entity, row_id in reversed(step.made):
                records.void(conn, entity, row_id, UNDONE, self.desk.now())
            for one in reversed(step.amended):
                _restore(conn, one, one.now, one.was)
        return Changed(step.entities, step.buckets)


@dataclass(frozen=True, slots=True)
class TakeStepAgain:
    """Redoes a step that was undone."""

    desk: Desk

    def __call__(self, step: Step) -> Changed:
        """Let what it made stand again, and say again what it said."""
        with self.desk.write(f"{step.cmd}.redo") as conn:
            for entity, row_id in step.made:
                records.update(conn, entity, row_id, {"deleted_at": None, "void_reason": None})
            for one in step.amended:
                _restore(conn, one, one.was, one.now)
        return Changed(step.entities, step.buckets)


def _restore(conn: Connection, one: Amended, expected: Values, wanted: Values) -> None:
    row = row_of(conn, one.entity, one.row_id)
    if wanted and all(row[name] == value for name, value in expected):
        records.update(conn, one.entity, one.row_id, dict(wanted))
