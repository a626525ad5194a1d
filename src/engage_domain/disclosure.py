"""What an audience may see: default-deny by label (`domain.md` DV-13, I-19; decisions 14).

A field without a label is for the worker alone, so a new field is shown to nobody until somebody labels it. A row
with labels is seen only by audiences cleared for all of them; a row hidden from a person is seen by no audience that
person belongs to. What is withheld leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from engage_wire.clock import instant
from engage_wire.disclosure import Audience, AudienceKind, Disclosure, Fact, Passage
from engage_wire.merge import read_members
from engage_wire.registry import Doc, Entity, Label, Value

OWN_SCREEN = frozenset({AudienceKind.WORKER, AudienceKind.SUPERVISOR})
CLEARED: dict[AudienceKind, frozenset[Label]] = {
    AudienceKind.FAMILY_SCREEN: frozenset({Label.ROUTINE}),
    AudienceKind.PARTY_COPY: frozenset({Label.ROUTINE}),
    AudienceKind.MEETING_COPY: frozenset({Label.ROUTINE}),
    AudienceKind.FOSTER_PARENT: frozenset({Label.ROUTINE, Label.HEALTH, Label.EDUCATION}),
    AudienceKind.PROVIDER: frozenset({Label.ROUTINE}),
    AudienceKind.COURT: frozenset({Label.ROUTINE, Label.HEALTH, Label.EDUCATION}),
    AudienceKind.TRIBE: frozenset({Label.ROUTINE}),
    AudienceKind.BLANK_FORM: frozenset(),
}


def may_see_row(doc: Mapping[str, Value], audience: Audience) -> bool:
    """Say whether the audience may know that this row exists."""
    if doc.get("deleted_at") is not None:
        return False
    if audience.kind in OWN_SCREEN:
        return True
    hidden = read_members(doc.get("hide_from"))
    cleared = {str(label) for label in CLEARED[audience.kind]}
    return read_members(doc.get("labels")) <= cleared and hidden.isdisjoint(audience.person_ids)


def may_see_field(label: Label | None, audience: Audience) -> bool:
    """Say whether the audience may see a field with this label."""
    return audience.kind in OWN_SCREEN or (label is not None and label in CLEARED[audience.kind])


def passage(entity: Entity, doc: Doc, audience: Audience) -> Passage | None:
    """Return what an audience may see of one record, or None when it may not know of it."""
    if not may_see_row(doc, audience):
        return None
    shown = (field for field in entity.fields if may_see_field(field.label, audience))
    facts = tuple(
        Fact(field.name, str(doc[field.name])) for field in shown if doc.get(field.name) is not None
    )
    return Passage(entity.name, facts)


def disclose(
    subject: str, records: Iterable[tuple[Entity, Doc]], audience: Audience, language: str, at: datetime
) -> Disclosure:
    """Return everything an audience may see of the records, in their order."""
    seen = (passage(entity, doc, audience) for entity, doc in records)
    return Disclosure(audience, subject, language, instant(at), tuple(p for p in seen if p is not None))
