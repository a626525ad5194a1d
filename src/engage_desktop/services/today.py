"""What a caseworker does on Today: look at the day, read briefs, and tick off what was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.desk import Desk
from engage_desktop.store import brief, records, today
from engage_desktop.store.people import row_of
from engage_desktop.store.today import Stance
from engage_domain.today import Brief, Day
from engage_wire.changed import Changed

OPEN, DONE = "open", "done"


def _stance(desk: Desk) -> Stance:
    return Stance(desk.me, desk.now().astimezone(desk.zone), desk.zone)


@dataclass(frozen=True, slots=True)
class ReadToday:
    """Reads the day: stops, what needs the worker, the month."""

    desk: Desk

    def __call__(self) -> Day:
        """Return everything Today shows."""
        with self.desk.read() as conn:
            return today.day_of(conn, _stance(self.desk))


@dataclass(frozen=True, slots=True)
class ReadBrief:
    """Reads one page about a family."""

    desk: Desk

    def __call__(self, family_id: str, appointment_id: str = "") -> Brief:
        """Return the brief; NotFound when the family is not on this laptop."""
        stance = _stance(self.desk)
        with self.desk.read() as conn:
            months = today.months_of(conn, stance, mine=False)
            return brief.brief(conn, family_id, stance, months, appointment_id)


@dataclass(frozen=True, slots=True)
class ReadBriefs:
    """Reads the briefs of the whole day, one after another."""

    desk: Desk

    def __call__(self) -> tuple[Brief, ...]:
        """Return a brief for each stop of today, in order; a family met twice has one."""
        stance = _stance(self.desk)
        with self.desk.read() as conn:
            months = today.months_of(conn, stance, mine=False)
            stops = today.stops_of(conn, stance, months)
            first = {stop.family_id: stop.appointment_id for stop in reversed(stops)}
            order = dict.fromkeys(stop.family_id for stop in stops)
            return tuple(brief.brief(conn, family, stance, months, first[family]) for family in order)


@dataclass(frozen=True, slots=True)
class FinishTask:
    """Says that a task is done."""

    desk: Desk

    def __call__(self, task_id: str) -> Changed:
        """Close the task."""
        return self._write(task_id, DONE)

    def undo(self, task_id: str) -> Changed:
        """Open it again."""
        return self._write(task_id, OPEN)

    def _write(self, task_id: str, status: str) -> Changed:
        with self.desk.write("task.close" if status == DONE else "task.reopen") as conn:
            row = row_of(conn, "task", task_id)
            records.update(conn, "task", task_id, {"status": status})
        return Changed.of(f"f:{row['family_id']}", "task")
