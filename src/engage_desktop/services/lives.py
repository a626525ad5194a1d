"""What a life is in a drawing: somebody born or awaited, alive or not, one of twins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engage_desktop.errors import BadInput
from engage_desktop.services.desk import Desk
from engage_desktop.services.steps import Recorder, Step
from engage_desktop.store import genogram as store
from engage_desktop.store.people import row_of
from engage_domain.genogram.model import KINDS, Kind
from engage_wire.registry import Value


@dataclass(frozen=True, slots=True)
class SetKind:
    """Says whether somebody is a person, is awaited, or was lost; a child that is born gets its role."""

    desk: Desk

    def __call__(self, person_id: str, kind: str) -> Step:
        """Keep it; BadInput for a kind there is not, or a person born after today or without a name."""
        if kind not in KINDS:
            raise BadInput("person_kind")
        with self.desk.write("person.edit") as conn:
            row = row_of(conn, "person", person_id)
            record = Recorder(self.desk, conn, row["family_id"])
            values: dict[str, Value] = {"person_kind": kind}
            if kind == Kind.PERSON:
                self._require_born(row)
                if not store.has_role(conn, person_id):
                    born = row["birth_date"] or self.desk.today().isoformat()
                    held: dict[str, Value] = {"person_id": person_id, "role": "child", "from_on": born}
                    record.insert("case_member", held)
            record.update("person", person_id, values)
            return record.step("person.edit", person_id)

    def _require_born(self, row: dict[str, object]) -> None:
        if not (row["first_name"] or row["last_name"] or row["preferred_name"]):
            raise BadInput("first_name", "empty")
        if row["birth_date"] and str(row["birth_date"]) > self.desk.today().isoformat():
            raise BadInput("birth_date", "in_future")


@dataclass(frozen=True, slots=True)
class SetDeceased:
    """Says that somebody has died, with the day or without, or that this was a mistake."""

    desk: Desk

    def __call__(self, person_id: str, *, deceased: bool, on: date | None = None) -> Step:
        """Keep it; BadInput for a day to come or before the birth."""
        if on is not None and on > self.desk.today():
            raise BadInput("deceased_on", "not_yet")
        with self.desk.write("person.edit") as conn:
            row = row_of(conn, "person", person_id)
            if on is not None and row["birth_date"] and on.isoformat() < str(row["birth_date"]):
                raise BadInput("deceased_on", "before_birth")
            record = Recorder(self.desk, conn, row["family_id"])
            day = on.isoformat() if on and deceased else None
            record.update("person", person_id, {"deceased": int(deceased), "deceased_on": day})
            return record.step("person.edit", person_id)


@dataclass(frozen=True, slots=True)
class JoinTwins:
    """Says that two were born together, and whether they are identical."""

    desk: Desk

    def __call__(self, person_id: str, other_id: str, *, identical: bool) -> Step:
        """Keep it; whoever is a twin of either joins them."""
        if person_id == other_id:
            raise BadInput("other", "same_person")
        with self.desk.write("person.twins") as conn:
            one, other = row_of(conn, "person", person_id), row_of(conn, "person", other_id)
            record = Recorder(self.desk, conn, one["family_id"])
            group = one["twin_group"] or other["twin_group"] or self.desk.new_id()
            people = {person_id, other_id}
            for row in (one, other):
                if row["twin_group"]:
                    people |= set(store.twins_of(conn, one["family_id"], row["twin_group"]))
            for each in sorted(people):
                record.update(
                    "person", each, {"twin_group": group, "identical_twin": 1 if identical else None}
                )
            return record.step("person.twins", person_id)


@dataclass(frozen=True, slots=True)
class PartTwins:
    """Says that somebody is no twin; whoever would be left alone is none either."""

    desk: Desk

    def __call__(self, person_id: str) -> Step:
        """Keep it."""
        with self.desk.write("person.twins") as conn:
            row = row_of(conn, "person", person_id)
            record = Recorder(self.desk, conn, row["family_id"])
            group = row["twin_group"]
            rest = [one for one in store.twins_of(conn, row["family_id"], group) if one != person_id]
            for each in (person_id, *(rest if len(rest) < 2 else ())):
                record.update("person", each, {"twin_group": None, "identical_twin": None})
            return record.step("person.twins", person_id)
