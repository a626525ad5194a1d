"""Where people live and lived, and how to reach them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from engage_desktop.errors import BadInput, NotAllowed
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.services.people import require_order
from engage_desktop.store import people, records
from engage_desktop.store.people import row_of
from engage_domain.persons import ACP, ACTUAL, SafeContact, may_store_address
from engage_wire.changed import Changed
from engage_wire.codec import canonical
from engage_wire.registry import Value

ADDRESS = "address"
LONGEST = 400


@dataclass(frozen=True, slots=True)
class JoinHousehold:
    """Writes that somebody lives in a household, a known one or one that is named now."""

    desk: Desk

    def __call__(
        self, family_id: str, person_id: str, household_id: str, name: str, from_on: date | None
    ) -> Made:
        """Write who lives where since when; BadInput without a household."""
        if not household_id and not name.strip():
            raise BadInput("household", "empty")
        by, at = self.desk.me.user_id, self.desk.now()
        home, row_id = household_id or self.desk.new_id(), self.desk.new_id()
        values: dict[str, Value] = {
            "family_id": family_id,
            "household_id": home,
            "person_id": person_id,
            "from_on": _day(from_on),
        }
        with self.desk.write("household.join") as conn:
            if not household_id:
                named: dict[str, Value] = {"family_id": family_id, "name": name.strip()[:LONGEST]}
                records.insert(conn, "household", home, named, by=by, at=at)
            records.insert(conn, "household_member", row_id, values, by=by, at=at)
        changed = Changed.of(f"f:{family_id}", "household", "household_member")
        return Made(changed.entities, changed.buckets, row_id)


@dataclass(frozen=True, slots=True)
class EndStay:
    """Writes until when somebody lived in a household or a placement lasted."""

    desk: Desk

    def __call__(self, entity: str, row_id: str, to_on: date | None) -> Changed:
        """Keep the last day; nothing means it goes on. BadInput when it lies before the first."""
        if entity not in {"household_member", "placement"}:
            raise BadInput("entity")
        with self.desk.write(f"{entity}.end") as conn:
            row = row_of(conn, entity, row_id)
            values: dict[str, Value] = {"to_on": _day(to_on)}
            require_order(row, values)
            records.update(conn, entity, row_id, values)
        return Changed.of(f"f:{row['family_id']}", entity)


@dataclass(frozen=True, slots=True)
class AddPlacement:
    """Writes where a child is placed from a day on; the placement before ends on that day."""

    desk: Desk

    def __call__(
        self, family_id: str, person_id: str, kind: str, with_whom: str, from_on: date | None
    ) -> Made:
        """Write the placement; BadInput without a kind or a day."""
        if not kind or from_on is None:
            raise BadInput("from_on" if kind else "kind", "empty")
        values: dict[str, Value] = {
            "family_id": family_id,
            "person_id": person_id,
            "kind": kind,
            "with_whom": with_whom.strip()[:LONGEST] or None,
            "from_on": from_on.isoformat(),
        }
        row_id = self.desk.new_id()
        with self.desk.write("placement.add") as conn:
            self._end_the_one_before(conn, person_id, from_on)
            records.insert(conn, "placement", row_id, values, by=self.desk.me.user_id, at=self.desk.now())
        changed = Changed.of(f"f:{family_id}", "placement")
        return Made(changed.entities, changed.buckets, row_id)

    @staticmethod
    def _end_the_one_before(conn: Connection, person_id: str, day: date) -> None:
        before = people.open_placement(conn, person_id)
        if before is not None and (before.from_on is None or before.from_on <= day):
            records.update(conn, "placement", before.placement_id, {"to_on": day.isoformat()})


@dataclass(frozen=True, slots=True)
class KeepPoint:
    """Writes or amends a way to reach somebody, with who may know it and what is safe."""

    desk: Desk

    def __call__(
        self,
        family_id: str,
        person_id: str,
        point_id: str,
        kind: str,
        value: str | None,
        confidentiality: str,
        safe: SafeContact,
    ) -> Made:
        """Keep it, new without an id; a value of None stays as it is.

        NotAllowed (I-21) when an actual and a substitute address would stand together.
        """
        if not kind or (not (value or "").strip() and (value is not None or not point_id)):
            raise BadInput("value" if kind else "kind", "empty")
        values: dict[str, Value] = {"kind": kind, "confidentiality": confidentiality or None}
        if value is not None:
            values["value"] = value.strip()[:LONGEST]
        row_id = point_id or self.desk.new_id()
        with self.desk.write("contact_point.keep") as conn:
            if kind == ADDRESS:
                _require_address_rule(conn, person_id, row_id, confidentiality)
            before = row_of(conn, "contact_point", point_id)["safe_contact"] if point_id else None
            values["safe_contact"] = _safe(safe, before)
            if point_id:
                records.update(conn, "contact_point", point_id, values)
            else:
                own: dict[str, Value] = {"family_id": family_id, "person_id": person_id, **values}
                records.insert(
                    conn, "contact_point", row_id, own, by=self.desk.me.user_id, at=self.desk.now()
                )
        changed = Changed.of(f"f:{family_id}", "contact_point")
        return Made(changed.entities, changed.buckets, row_id)


@dataclass(frozen=True, slots=True)
class PutSubstitute:
    """Takes every actual address of somebody away and keeps the substitute one in its place."""

    desk: Desk

    def __call__(self, family_id: str, person_id: str, value: str, safe: SafeContact) -> Made:
        """Keep the substitute address; the actual ones are erased and taken back in the same moment."""
        if not value.strip():
            raise BadInput("value", "empty")
        values: dict[str, Value] = {
            "family_id": family_id,
            "person_id": person_id,
            "kind": ADDRESS,
            "value": value.strip()[:LONGEST],
            "confidentiality": ACP,
            "safe_contact": _safe(safe),
        }
        row_id = self.desk.new_id()
        with self.desk.write("contact_point.substitute") as conn:
            for other, kept in people.addresses(conn, person_id):
                if kept == ACTUAL:
                    records.update(conn, "contact_point", other, {"value": None})
                    records.void(conn, "contact_point", other, "substitute_address", self.desk.now())
            records.insert(conn, "contact_point", row_id, values, by=self.desk.me.user_id, at=self.desk.now())
        changed = Changed.of(f"f:{family_id}", "contact_point")
        return Made(changed.entities, changed.buckets, row_id)


def _add(desk: Desk, entity: str, family_id: str, values: dict[str, Value]) -> Made:
    row_id = desk.new_id()
    with desk.write(f"{entity}.add") as conn:
        own: dict[str, Value] = {"family_id": family_id, **values}
        records.insert(conn, entity, row_id, own, by=desk.me.user_id, at=desk.now())
    changed = Changed.of(f"f:{family_id}", entity)
    return Made(changed.entities, changed.buckets, row_id)


def _require_address_rule(conn: Connection, person_id: str, row_id: str, confidentiality: str) -> None:
    others = tuple(kept for other, kept in people.addresses(conn, person_id) if other != row_id)
    if not may_store_address(confidentiality, others):
        raise NotAllowed("I-21")


def _safe(safe: SafeContact, before: object = None) -> str | None:
    """Write what is safe; what other screens wrote beside it stays."""
    doc = people.safe_document(before)
    answers = {"voicemail_ok": safe.voicemail_ok, "text_ok": safe.text_ok, "mail_ok": safe.mail_ok}
    for name, answer in (*answers.items(), ("times", safe.times.strip() or None)):
        doc.pop(name, None)
        if answer is not None:
            doc[name] = answer
    return canonical(doc).decode() if doc else None


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
