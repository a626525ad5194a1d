"""Writing down the people of a family: who they are and what they are to it. Every field is kept as one leaves it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from engage_desktop.errors import BadInput, NotFound
from engage_desktop.services.desk import Desk
from engage_desktop.services.steps import Recorder, Step
from engage_desktop.store import people, records
from engage_desktop.store.people import row_of
from engage_domain.genogram.model import Kind, kind_of
from engage_domain.persons import People, PersonFile
from engage_domain.typed_dates import OLDEST_YEARS, birth_from_age
from engage_wire.changed import Changed
from engage_wire.registry import Value

LONGEST = 200
LONGEST_WAIT = 300  # days from now until a due date
PERSON_TEXTS = frozenset(
    {"first_name", "last_name", "preferred_name", "gender", "interpreter_need", "accommodation", "sex"}
)
PERSON_SETS = frozenset({"languages", "reads_languages"})
MEMBER_TEXTS = frozenset({"role", "whereabouts", "whereabouts_note"})
REMOVABLE = frozenset(
    (
        "person", "case_member", "relationship", "household_member", "placement", "contact_point", "appointment",
        "statement", "scale_answer", "child_areas", "support", "timeline_entry", "search_effort", "plan", "goal",
        "action_step", "service_referral", "attachment",
    )
)  # fmt: skip
NAMES = ("first_name", "last_name", "preferred_name")
Given = str | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class PeopleOf:
    """Reads the people of a family."""

    desk: Desk

    def __call__(self, family_id: str) -> People:
        """Return them, those nearest to the children first."""
        with self.desk.read() as conn:
            return people.people(conn, family_id, self.desk.today())


@dataclass(frozen=True, slots=True)
class FileOf:
    """Reads everything about one person that may be seen on a general screen."""

    desk: Desk

    def __call__(self, person_id: str) -> PersonFile:
        """Return it; NotFound when the person was taken back meanwhile."""
        with self.desk.read() as conn:
            return people.person_file(conn, person_id, self.desk.today())


@dataclass(frozen=True, slots=True)
class EditPerson:
    """Amends a person, field by field."""

    desk: Desk

    def __call__(self, person_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        values: dict[str, Value] = {}
        for name, value in given.items():
            values |= self._read(name, value)
        with self.desk.write("person.edit") as conn:
            row = row_of(conn, "person", person_id)
            after = {**row, **values}
            kind = kind_of(row["person_kind"])
            if kind is Kind.PERSON and not any(after[name] for name in NAMES):
                raise BadInput("first_name", "empty")
            born = given.get("birth_date")
            if isinstance(born, date):
                values["birth_date"] = read_birth(born, kind, self.desk.today())
            records.update(conn, "person", person_id, values)
        return Changed.of(f"f:{row['family_id']}", "person")

    def _read(self, name: str, value: Given) -> dict[str, Value]:
        if name in PERSON_TEXTS and isinstance(value, str):
            return {name: line(name, value)}
        if name in PERSON_SETS and isinstance(value, tuple):
            return {name: records.member_text(value)}
        if name == "birth_date" and (value is None or isinstance(value, date)):
            return {"birth_date": None, "birth_estimated": 0}
        if name == "deceased_on" and (value is None or isinstance(value, date)):
            return {"deceased_on": self._died(value)} | ({"deceased": 1} if value else {})
        raise BadInput(name)

    def _died(self, day: date | None) -> str | None:
        if day is not None and day > self.desk.today():
            raise BadInput("deceased_on", "not_yet")
        return day.isoformat() if day else None


@dataclass(frozen=True, slots=True)
class EstimateAge:
    """Keeps about how old somebody is, when nobody knows the day of birth."""

    desk: Desk

    def __call__(self, person_id: str, typed: str) -> Changed:
        """Keep an estimated age; BadInput when it is no age."""
        words = typed.strip()
        if words and not (words.isdecimal() and len(words) <= 3 and int(words) <= OLDEST_YEARS):
            raise BadInput("age", "not_an_age")
        born = birth_from_age(int(words), self.desk.today()).isoformat() if words else None
        values: dict[str, Value] = {"birth_date": born, "birth_estimated": 1 if words else 0}
        with self.desk.write("person.edit") as conn:
            row = row_of(conn, "person", person_id)
            records.update(conn, "person", person_id, values)
        return Changed.of(f"f:{row['family_id']}", "person")


@dataclass(frozen=True, slots=True)
class EditMember:
    """Amends what a person is to the family: role, since when, until when, where to be found."""

    desk: Desk

    def __call__(self, member_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        values: dict[str, Value] = {}
        for name, value in given.items():
            if name in MEMBER_TEXTS and isinstance(value, str):
                values[name] = line(name, value)
            elif name in {"from_on", "to_on"} and (value is None or isinstance(value, date)):
                values[name] = value.isoformat() if value else None
            else:
                raise BadInput(name)
        with self.desk.write("case_member.edit") as conn:
            row = row_of(conn, "case_member", member_id)
            require_order(row, values)
            records.update(conn, "case_member", member_id, values)
        return Changed.of(f"f:{row['family_id']}", "case_member", "person")


@dataclass(frozen=True, slots=True)
class Remove:
    """Takes something back, with the reason; it stays in the history and can be brought back."""

    desk: Desk

    def __call__(self, entity: str, row_id: str, reason: str) -> Step:
        """Take a row back; BadInput without a reason."""
        if not reason.strip():
            raise BadInput("reason", "empty")
        _require_removable(entity)
        with self.desk.write(f"{entity}.remove") as conn:
            record = Recorder(self.desk, conn, row_of(conn, entity, row_id)["family_id"])
            record.void(entity, row_id, reason.strip())
            return record.step(f"{entity}.remove", row_id)


@dataclass(frozen=True, slots=True)
class BringBack:
    """Undoes taking back."""

    desk: Desk

    def __call__(self, entity: str, row_id: str) -> Changed:
        """Let a row stand again."""
        _require_removable(entity)
        with self.desk.write(f"{entity}.restore") as conn:
            row = row_of(conn, entity, row_id)
            records.update(conn, entity, row_id, {"deleted_at": None, "void_reason": None})
        return Changed.of(f"f:{row['family_id']}", entity)


def require_order(row: Mapping[str, object], values: Mapping[str, Value]) -> None:
    """Refuse an end before its beginning."""
    both = {**row, **values}
    start, end = both.get("from_on"), both.get("to_on")
    if start and end and str(end) < str(start):
        raise BadInput("to_on", "before_start")


def read_birth(day: date | None, kind: Kind, today: date) -> str | None:
    """Return a day of birth to keep; a pregnancy has a day on which the child is due."""
    if day is None:
        return None
    if day > today and (kind is not Kind.PREGNANCY or (day - today).days > LONGEST_WAIT):
        raise BadInput("birth_date", "due_too_late" if kind is Kind.PREGNANCY else "in_future")
    if day.year < today.year - OLDEST_YEARS:
        raise BadInput("birth_date", "too_long_ago")
    return day.isoformat()


def line(name: str, value: str) -> str | None:
    """Return one line of text to keep, its spaces set right; BadInput when it is too long."""
    words = " ".join(value.split())
    if len(words) > LONGEST:
        raise BadInput(name, "too_long")
    return words or None


def _require_removable(entity: str) -> None:
    if entity not in REMOVABLE:
        raise NotFound(entity)
