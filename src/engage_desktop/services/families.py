"""What a caseworker does on Families: look at all of them, and open a new one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from engage_desktop.errors import BadInput
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import families, records
from engage_domain.families import FamilyCard, Likeness, NewFamily, NewPerson
from engage_wire.changed import Changed
from engage_wire.registry import Value

LONGEST_NAME, LONGEST_NUMBER = 120, 40


@dataclass(frozen=True, slots=True)
class FamilyCards:
    """Reads a card for every open family on this laptop."""

    desk: Desk

    def __call__(self) -> tuple[FamilyCard, ...]:
        """Return the cards, in no order."""
        with self.desk.read() as conn:
            return families.cards(conn, self.desk.me, self.desk.now(), self.desk.zone)


@dataclass(frozen=True, slots=True)
class AlreadyHere:
    """Looks whether a family about to be opened may be here already."""

    desk: Desk

    def __call__(self, new: NewFamily) -> tuple[Likeness, ...]:
        """Return the families it may be, the same case number first."""
        with self.desk.read() as conn:
            return families.likenesses(conn, new)


@dataclass(frozen=True, slots=True)
class OpenFamily:
    """Opens a family: its name, its case, and the people known so far."""

    desk: Desk

    def __call__(self, new: NewFamily) -> Made:
        """Write the family down; BadInput names the field that cannot be taken."""
        name, case_no = new.name.strip(), new.case_no.strip()
        if not name:
            raise BadInput("name", "empty")
        if len(name) > LONGEST_NAME:
            raise BadInput("name", "too_long")
        if len(case_no) > LONGEST_NUMBER:
            raise BadInput("case_no", "too_long")
        family_id = self.desk.new_id()
        with self.desk.write("family.open") as conn:
            values: dict[str, Value] = {
                "name": name,
                "status": "open",
                "home_language": new.home_language or None,
            }
            self._insert(conn, "family", family_id, values)
            self._case(conn, family_id, case_no, new.program)
            for person in new.people:
                self._person(conn, family_id, person)
        changed = Changed.of(f"f:{family_id}", "family", "case_period", "person", "case_member")
        return Made(changed.entities, changed.buckets, family_id)

    def _case(self, conn: Connection, family_id: str, case_no: str, program: str) -> None:
        if not case_no and not program:
            return
        opened = self.desk.today().isoformat()
        values: dict[str, Value] = {
            "family_id": family_id,
            "case_no": case_no or None,
            "program": program or None,
            "opened_on": opened,
        }
        self._insert(conn, "case_period", self.desk.new_id(), values)

    def _person(self, conn: Connection, family_id: str, person: NewPerson) -> None:
        first, last = person.first_name.strip()[:LONGEST_NAME], person.last_name.strip()[:LONGEST_NAME]
        if not first and not last:
            return
        person_id = self.desk.new_id()
        born = person.birth_date.isoformat() if person.birth_date else None
        names: dict[str, Value] = {
            "family_id": family_id,
            "first_name": first or None,
            "last_name": last or None,
            "birth_date": born,
        }
        self._insert(conn, "person", person_id, names)
        role: dict[str, Value] = {
            "family_id": family_id,
            "person_id": person_id,
            "role": person.role,
            "from_on": self.desk.today().isoformat(),
        }
        self._insert(conn, "case_member", self.desk.new_id(), role)

    def _insert(self, conn: Connection, entity: str, row_id: str, values: dict[str, Value]) -> None:
        records.insert(conn, entity, row_id, values, by=self.desk.me.user_id, at=self.desk.now())
