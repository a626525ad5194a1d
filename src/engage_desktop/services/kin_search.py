"""Writing down who looked where for whom, with what result and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engage_desktop.errors import BadInput
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.services.people import Given
from engage_desktop.store import kin_search, records
from engage_desktop.store.people import row_of
from engage_domain import kin_search as rules
from engage_domain.kin_search import Search
from engage_wire.changed import Changed
from engage_wire.registry import Value

EFFORT = "search_effort"
WAITING = "waiting"
LONGEST = 4000
TEXTS = frozenset({"source", "source_note", "result", "found", "next_step"})
DAYS = frozenset({"searched_on", "next_on"})


@dataclass(frozen=True, slots=True)
class SearchOf:
    """Reads who is looked for, and what was tried."""

    desk: Desk

    def __call__(self, family_id: str) -> Search:
        """Return it, those nobody can find first."""
        with self.desk.read() as conn:
            return kin_search.search(conn, family_id, self.desk.today(), self.desk.zone)


@dataclass(frozen=True, slots=True)
class AddEffort:
    """Writes that the worker looked somewhere today; what came of it follows."""

    desk: Desk

    def __call__(self, family_id: str, person_id: str, source: str) -> Made:
        """Write the search; BadInput without a place."""
        if not source:
            raise BadInput("source", "empty")
        values: dict[str, Value] = {
            "family_id": family_id,
            "person_id": person_id,
            "source": source,
            "searched_on": self.desk.today().isoformat(),
            "searched_by": self.desk.me.user_id,
            "result": WAITING,
        }
        row_id = self.desk.new_id()
        with self.desk.write("search_effort.add") as conn:
            records.insert(conn, EFFORT, row_id, values, by=self.desk.me.user_id, at=self.desk.now())
        changed = Changed.of(f"f:{family_id}", EFFORT)
        return Made(changed.entities, changed.buckets, row_id)


@dataclass(frozen=True, slots=True)
class EditEffort:
    """Amends a search, field by field."""

    desk: Desk

    def __call__(self, effort_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        values = {name: self._value(name, value) for name, value in given.items()}
        with self.desk.write("search_effort.edit") as conn:
            row = row_of(conn, EFFORT, effort_id)
            records.update(conn, EFFORT, effort_id, values)
        return Changed.of(f"f:{row['family_id']}", EFFORT)

    def _value(self, name: str, value: Given) -> Value:
        if name in TEXTS and isinstance(value, str):
            return _text(name, value)
        if name in DAYS and (value is None or isinstance(value, date)):
            if name == "searched_on" and value is not None and value > self.desk.today():
                raise BadInput(name, "not_yet")
            return value.isoformat() if value else None
        raise BadInput(name)


@dataclass(frozen=True, slots=True)
class SetReview:
    """Writes how the safety review of a search stands: while it is open, nobody reaches out."""

    desk: Desk

    def __call__(self, family_id: str, person_id: str, state: str) -> Changed:
        """Keep the state wherever it was written before, so that two who change it meet in one place."""
        if state not in rules.REVIEWS:
            raise BadInput("dv_review")
        with self.desk.write("search_effort.review") as conn:
            found = kin_search.search(conn, family_id, self.desk.today(), self.desk.zone).of(person_id)
            told = rules.review_rows(found.efforts if found else ())
            for row_id in told:
                records.update(conn, EFFORT, row_id, {"dv_review": state})
            if not told:
                values: dict[str, Value] = {
                    "family_id": family_id,
                    "person_id": person_id,
                    "dv_review": state,
                    "searched_on": self.desk.today().isoformat(),
                    "searched_by": self.desk.me.user_id,
                }
                by, at = self.desk.me.user_id, self.desk.now()
                records.insert(conn, EFFORT, self.desk.new_id(), values, by=by, at=at)
        return Changed.of(f"f:{family_id}", EFFORT)


def _text(name: str, value: str) -> str | None:
    words = value.strip()
    if len(words) > LONGEST:
        raise BadInput(name, "too_long")
    return words or None
