"""What a caseworker does on Today: look at the day, read briefs, and tick off what was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from engage_desktop.errors import BadInput
from engage_desktop.services.contact_writing import TAKEN_BACK, Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import brief, records, today
from engage_desktop.store.people import row_of
from engage_desktop.store.today import Stance
from engage_domain.today import Brief, Day
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.registry import Value

OPEN, DONE = "open", "done"
LONGEST = 500


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
            return brief.brief(conn, family_id, stance, appointment_id)


@dataclass(frozen=True, slots=True)
class ReadBriefs:
    """Reads the briefs of the whole day, one after another."""

    desk: Desk

    def __call__(self) -> tuple[Brief, ...]:
        """Return a brief for each stop of today, in order; a family met twice has one."""
        stance = _stance(self.desk)
        with self.desk.read() as conn:
            stops = today.stops_of(conn, stance)
            first = {stop.family_id: stop.appointment_id for stop in reversed(stops)}
            order = dict.fromkeys(stop.family_id for stop in stops)
            return tuple(brief.brief(conn, family, stance, first[family]) for family in order)


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


@dataclass(frozen=True, slots=True)
class KeepPromise:
    """Says that a promise was kept; what was written about it stays."""

    desk: Desk

    def __call__(self, step_id: str) -> Changed:
        """Close the promise today."""
        return self._write(step_id, {"status": DONE, "closed_on": self.desk.today().isoformat()})

    def undo(self, step_id: str, status: str) -> Changed:
        """Let it stand as it did."""
        return self._write(step_id, {"status": status or None, "closed_on": None})

    def _write(self, step_id: str, values: dict[str, Value]) -> Changed:
        with self.desk.write("action_step.say") as conn:
            row = row_of(conn, "action_step", step_id)
            records.update(conn, "action_step", step_id, values)
        return Changed.of(f"f:{row['family_id']}", "action_step")


@dataclass(frozen=True, slots=True)
class PlanVisit:
    """Puts a visit into the worker's calendar."""

    desk: Desk

    def __call__(self, family_id: str, starts: datetime, minutes: int, purpose: str = "") -> Made:
        """Plan a home visit; BadInput when it would begin in the past."""
        if starts < self.desk.now():
            raise BadInput("starts", "in_past")
        appointment_id = self.desk.new_id()
        values: dict[str, Value] = {
            "family_id": family_id,
            "kind": "home_visit",
            "starts_at": instant(starts),
            "ends_at": instant(starts + timedelta(minutes=minutes)),
            "purpose": purpose.strip()[:LONGEST] or None,
            "user_id": self.desk.me.user_id,
            "status": "planned",
        }
        with self.desk.write("appointment.add") as conn:
            records.insert(
                conn, "appointment", appointment_id, values, by=self.desk.me.user_id, at=self.desk.now()
            )
        changed = Changed.of(f"f:{family_id}", "appointment")
        return Made(changed.entities, changed.buckets, appointment_id)

    def undo(self, appointment_id: str) -> Changed:
        """Take the visit out of the calendar again, as if it had not been planned."""
        with self.desk.write("appointment.take_back") as conn:
            row = row_of(conn, "appointment", appointment_id)
            records.void(conn, "appointment", appointment_id, TAKEN_BACK, self.desk.now())
        return Changed.of(f"f:{row['family_id']}", "appointment")
