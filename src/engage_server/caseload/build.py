"""From tables to a plan: every row read by its sheet, tied to its family, its people and the agency's staff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from engage_domain.invariants import broken
from engage_server.caseload import values
from engage_server.caseload.contacts import finish_contact
from engage_server.caseload.findings import Finding, Misread
from engage_server.caseload.plan import FamilyPlan, Known, Plan, PlannedRow, stable_id
from engage_server.caseload.reading import Record, Table
from engage_server.caseload.sheets import SHEETS, Column, Sheet
from engage_wire.entities import BODY_SECTIONS
from engage_wire.merge import write_members
from engage_wire.policy import Policy
from engage_wire.registry import Doc, Kind, Value

UNSEALED = "final_without_seal"  # the seal is made once the words are read
ROLE = "worker"  # of an assignment that names none; part of its key
NEW: dict[str, tuple[str, Value]] = {"family": ("status", "open"), "user": ("active", 1)}  # of new records


@dataclass(frozen=True, slots=True)
class Setting:
    """What reading depends on beside the files: the agency, its policy, its zone and what day it is."""

    agency: str
    policy: Policy
    zone: ZoneInfo
    today: date


class Builder:
    """Builds one plan."""

    def __init__(self, setting: Setting, known: Known) -> None:
        self._setting = setting
        self._known = known
        self._plan = Plan()
        self._users: dict[str, str] = {}
        self._teams: dict[str, str] = {}
        self._seen: dict[tuple[str, ...], int] = {}
        self._reading: dict[Kind, Callable[[str], Value]] = {
            Kind.DATE: values.read_exact_day,
            Kind.INSTANT: lambda cell: values.read_moment(cell, setting.zone),
            Kind.INT: values.read_whole,
            Kind.BOOL: values.read_yes_no,
            Kind.JSON: values.read_json,
        }

    def build(self, tables: Mapping[str, Table]) -> Plan:
        """Return the plan for all tables, read in the order in which they refer to one another."""
        for sheet in SHEETS:
            table = tables.get(sheet.file)
            for record in table.records if table else ():
                self._record(sheet, record)
        for table in tables.values():
            self._plan.findings.extend(table.findings)
            for finding in table.findings:
                torn = self._plan.families.get(str(finding.facts.get("family")))
                if torn is not None:
                    torn.refused = True
        return self._plan

    def _record(self, sheet: Sheet, record: Record) -> None:
        family = self._family(sheet, record)
        if sheet.in_family and family is None:
            return
        before = len(self._plan.findings)
        self._lacking(sheet, record)
        doc = self._doc(sheet, record, family)
        if len(self._plan.findings) == before:
            self._add(sheet, record, family, doc)
        if family is not None and any(f.is_refusal for f in self._plan.findings[before:]):
            family.refused = True

    def _refuse(self, record: Record, code: str, column: str = "", **facts: object) -> None:
        self._plan.findings.append(record.finding(code, column, **facts))

    def _lacking(self, sheet: Sheet, record: Record) -> None:
        for column in sheet.required:
            if not record.get(column):
                self._refuse(record, "missing_value", column)

    # families

    def _family(self, sheet: Sheet, record: Record) -> FamilyPlan | None:
        if sheet.entity == "family":
            return self._new_family(record)
        if not sheet.in_family:
            return None
        key = record.get("family")
        if not key:
            self._refuse(record, "missing_value", "family")
            return None
        family = self._plan.families.get(key) or self._known_family(key)
        if family is None:
            self._refuse(record, "unknown_family", "family", value=key)
        return family

    def _new_family(self, record: Record) -> FamilyPlan | None:
        key = record.get("key")
        if not key:
            return None
        if key not in self._plan.families:
            self._plan.families[key] = FamilyPlan(key, self._id("family", key))
        return self._plan.families[key]

    def _known_family(self, key: str) -> FamilyPlan | None:
        family_id = self._id("family", key)
        if self._known.doc("family", family_id) is None:
            return None
        self._plan.families[key] = FamilyPlan(key, family_id)
        return self._plan.families[key]

    def _id(self, entity: str, *key: str) -> str:
        return stable_id(self._setting.agency, entity, *key)

    # cells

    def _doc(self, sheet: Sheet, record: Record, family: FamilyPlan | None) -> Doc:
        doc: Doc = {}
        if sheet.in_family and family is not None:
            doc["family_id"] = family.id
        for column in sheet.columns:
            cell = record.get(column.name)
            if not cell:
                continue
            try:
                doc[column.field.name] = self._value(column, values.read_text(cell), family, doc)
            except Misread as error:
                self._refuse(record, error.code, column.name, **error.facts)
        if sheet.entity == "assignment":
            doc.setdefault("role", ROLE)
        if sheet.entity == "contact" and family is not None:
            self._contact_words(record, doc, family)
        return doc

    def _contact_words(self, record: Record, doc: Doc, family: FamilyPlan) -> None:
        for name in ("present", "absent", "refused", "left", "seen_alone", "seen_not_alone"):
            for key in values.read_list(record.get(name)):
                try:
                    self._person(key, family)
                except Misread as error:
                    self._refuse(record, error.code, name, **error.facts)
        for name in ("others", *BODY_SECTIONS):
            try:
                values.read_text(record.get(name))
            except Misread as error:
                self._refuse(record, error.code, name, **error.facts)
        doc.setdefault("status", "final")

    def _value(self, column: Column, cell: str, family: FamilyPlan | None, doc: Doc) -> Value:
        kind, field = column.field.kind, column.field
        if field.name == "birth_date":
            return self._birth(cell, doc)
        if column.ref:
            find = self._finder(column.ref, family)
            members = {find(key) for key in values.read_list(cell)} if column.is_list else set()
            return write_members(members) if column.is_list else find(cell)
        if field.vocabulary:
            table = self._setting.policy.tables[field.vocabulary]
            if column.is_list:
                return write_members({values.read_code(word, table) for word in values.read_list(cell)})
            return values.read_code(cell, table)
        read = self._reading.get(kind)
        if read is not None:
            return read(cell)
        return cell.casefold() if field.name == "login" else cell

    def _birth(self, cell: str, doc: Doc) -> str:
        day = values.read_day(cell)
        if day.on > self._setting.today:
            raise Misread("in_future", value=cell)
        doc["birth_estimated"] = int(day.is_estimated)
        return day.on.isoformat()

    # references

    def _finder(self, entity: str, family: FamilyPlan | None) -> Callable[[str], str]:
        if entity == "person" and family is not None:
            return lambda key: self._person(key, family)
        return self._user if entity == "user" else self._team

    def _person(self, key: str, family: FamilyPlan) -> str:
        if key in family.people:
            return family.people[key]
        person = self._id("person", family.key, key)
        if self._known.doc("person", person) is None:
            raise Misread("unknown_person", value=key)
        family.people[key] = person
        return person

    def _user(self, key: str) -> str:
        found = self._users.get(key) or self._users.get(key.casefold()) or self._known.user(key.casefold())
        if not found:
            raise Misread("unknown_user", value=key)
        return found

    def _team(self, key: str) -> str:
        found = self._teams.get(key) or self._known.team(key)
        if not found:
            raise Misread("unknown_team", value=key)
        return found

    # rows

    def _add(self, sheet: Sheet, record: Record, family: FamilyPlan | None, doc: Doc) -> None:
        own = record.get("key")
        key = self._key(sheet, record, doc, family)
        first = self._seen.get((sheet.file, *key))
        if first is not None:
            self._refuse(record, "double_key", "key" if own else sheet.key[-1], first=first)
            return
        self._seen[sheet.file, *key] = record.line
        problem = broken(sheet.entity, doc)
        if problem and problem != UNSEALED:
            code = "same_person" if problem == "related_to_oneself" else "order"
            self._refuse(record, code, {"same_person": "b"}.get(code, problem.partition("_before_")[0]))
            return
        row_id = self._row_id(sheet, key, doc, family)
        if sheet.entity in NEW and self._known.doc(sheet.entity, row_id) is None:
            name, value = NEW[sheet.entity]
            doc.setdefault(name, value)
        place = record.finding("server_refused", why="")
        if sheet.entity == "contact" and family is not None:
            family.rows += finish_contact(record, row_id, doc, family, place)
            return
        row = PlannedRow(sheet.entity, row_id, doc, place)
        if family is None:
            self._plan.staff.append(row)
        else:
            family.rows.append(row)
        self._remember(sheet, record, row_id, doc, family)

    def _key(self, sheet: Sheet, record: Record, doc: Doc, family: FamilyPlan | None) -> tuple[str, ...]:
        own = record.get("key")
        if own:
            return (family.key, own) if sheet.in_family and family is not None else (own,)
        fields = {column.name: column.field.name for column in sheet.columns}
        parts = [str(doc.get(fields[name]) or "") for name in sheet.key if name in fields]
        return (family.key, *parts) if family is not None else tuple(parts)

    def _row_id(self, sheet: Sheet, key: tuple[str, ...], doc: Doc, family: FamilyPlan | None) -> str:
        if sheet.entity == "family" and family is not None:
            return family.id
        if sheet.entity == "user":
            known = self._known.user(str(doc["login"]))
            return known or self._id("user", str(doc["login"]))
        if sheet.entity == "team":
            return self._known.team(str(doc["name"])) or self._id("team", *key)
        return self._id(sheet.entity, *key)

    def _remember(
        self, sheet: Sheet, record: Record, row_id: str, doc: Doc, family: FamilyPlan | None
    ) -> None:
        own = record.get("key")
        if sheet.entity == "person" and family is not None:
            family.people[own] = row_id
        elif sheet.entity == "user":
            self._users |= {str(doc["login"]): row_id} | ({own: row_id} if own else {})
        elif sheet.entity == "team":
            self._teams |= {str(doc["name"]): row_id} | ({own: row_id} if own else {})


def planned_findings(plan: Plan) -> list[Finding]:
    """Return everything found, in the order of files and lines."""
    order = {sheet.file: place for place, sheet in enumerate(SHEETS)}
    return sorted(plan.findings, key=lambda f: (order.get(f.file, len(order)), f.file, f.line))
