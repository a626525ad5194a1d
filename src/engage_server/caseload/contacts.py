"""A contact's other rows: its words, sealed when it is final, and who was there."""

from __future__ import annotations

import unicodedata

from engage_server.caseload import values
from engage_server.caseload.findings import Finding
from engage_server.caseload.plan import FamilyPlan, PlannedRow, stable_id
from engage_server.caseload.reading import Record
from engage_server.caseload.sheets import PRESENCE, PROTECTION
from engage_wire.entities import BODY_SECTIONS, REGISTRY
from engage_wire.merge import seal
from engage_wire.registry import Doc


def finish_contact(
    record: Record, contact: str, doc: Doc, family: FamilyPlan, place: Finding
) -> list[PlannedRow]:
    """Return the contact with its body and participants; a final one carries the seal of its words."""
    body: Doc = {name: values.read_text(record.get(name)) for name in BODY_SECTIONS if record.get(name)}
    happened = doc.get("event_end") or doc["event_start"]
    doc.setdefault("entered_at", happened)
    doc.setdefault("attempted", int(str(doc["method"]).startswith("attempted_")))
    if "author_id" in doc:
        doc.setdefault("enterer_id", doc["author_id"])
    if doc["status"] == "final":
        doc.setdefault("finalised_at", doc["entered_at"])
        doc["final_hash"] = seal(body, REGISTRY["contact_body"])
    shared: Doc = {"family_id": family.id, "contact_id": contact}
    shared |= {name: doc[name] for name in PROTECTION if name in doc}
    rows = [
        PlannedRow("contact", contact, doc, place),
        PlannedRow("contact_body", contact, shared | body, place),
    ]
    return rows + [
        PlannedRow("contact_participant", _part_id(contact, key), shared | part, place)
        for key, part in _participants(record, family).items()
    ]


def _participants(record: Record, family: FamilyPlan) -> dict[str, Doc]:
    found: dict[str, Doc] = {}
    for presence in PRESENCE:
        for key in values.read_list(record.get(presence)):
            if key in family.people:
                found[key] = {"person_id": family.people[key], "presence": presence}
    for column, answer in (("seen_alone", "yes"), ("seen_not_alone", "no")):
        for key in values.read_list(record.get(column)):
            if key in family.people:
                seen: Doc = {"person_id": family.people[key], "presence": "present"}
                found[key] = found.get(key, seen) | {"seen_alone": answer}
    for name in values.read_list(record.get("others")):
        found[f"other:{unicodedata.normalize('NFC', name)}"] = {"other_name": name, "presence": "present"}
    return found


def _part_id(contact: str, key: str) -> str:
    return stable_id(contact, "contact_participant", key)
