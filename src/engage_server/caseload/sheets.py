"""The files of a caseload and their columns, made from the entity registry."""

from __future__ import annotations

from dataclasses import dataclass

from engage_wire.entities import BODY_SECTIONS, COMMON, REGISTRY
from engage_wire.registry import Field, Kind

NAMES = {
    "team_id": "team",
    "person_ids": "people",
    "focus_children": "focus_children",
    "hide_from": "hide_from",
}
REFS = {
    "person_id": "person", "a_id": "person", "b_id": "person", "person_ids": "person", "focus_children": "person",
    "hide_from": "person", "user_id": "user", "author_id": "user", "enterer_id": "user", "team_id": "team",
}  # fmt: skip
PROTECTION = ("labels", "hide_from")
MADE_HERE = {
    "family_id",
    "final_hash",
    "birth_estimated",
    "drawn_x",
    "drawn_y",
    *(f.name for f in COMMON if f.name not in PROTECTION),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, the field it fills, and what its cells refer to."""

    name: str
    field: Field
    ref: str = ""

    @property
    def is_list(self) -> bool:
        """Say whether a cell holds several values."""
        return self.field.kind is Kind.CODES


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: whose rows it holds, which columns it must have, and which of them make a row's key."""

    file: str
    entity: str
    required: tuple[str, ...]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    extra: tuple[str, ...] = ()

    @property
    def in_family(self) -> bool:
        """Say whether each row belongs to a family named in the column `family`."""
        return "family" in self.required

    @property
    def known(self) -> frozenset[str]:
        """Return the names of all columns the file may have."""
        return frozenset((*(column.name for column in self.columns), *self.required, *self.extra, "key"))


def _column(field: Field) -> Column | None:
    ref = REFS.get(field.name, "")
    if field.kind is Kind.ID and not ref:
        return None
    name = NAMES.get(field.name, field.name.removesuffix("_id") if ref else field.name)
    return Column(name, field, ref)


def _sheet(file: str, entity: str, required: str, key: str = "", extra: str = "") -> Sheet:
    columns = [_column(field) for field in REGISTRY[entity].fields if field.name not in MADE_HERE]
    if entity in {"team", "user"}:
        columns = [column for column in columns if column and column.name not in PROTECTION]
    return Sheet(
        file, entity, tuple(required.split()), tuple((key or required).split()),
        tuple(column for column in columns if column), tuple(extra.split()),
    )  # fmt: skip


PRESENCE = ("present", "absent", "refused", "left")
CONTACT_EXTRA = " ".join((*PRESENCE, "others", "seen_alone", "seen_not_alone", *BODY_SECTIONS))
SHEETS = (
    _sheet("teams.csv", "team", "name", extra="key"),
    _sheet("users.csv", "user", "login display_name role", "login"),
    _sheet("families.csv", "family", "key name", "key"),
    _sheet("cases.csv", "case_period", "family case_no"),
    _sheet("people.csv", "person", "family key"),
    _sheet("members.csv", "case_member", "family person role"),
    _sheet("relationships.csv", "relationship", "family a b type"),
    _sheet("placements.csv", "placement", "family person kind from_on", "family person from_on"),
    _sheet("contact_points.csv", "contact_point", "family kind value", "family person kind value"),
    _sheet("appointments.csv", "appointment", "family starts_at kind"),
    _sheet("contacts.csv", "contact", "family event_start method", extra=CONTACT_EXTRA),
    _sheet("assignments.csv", "assignment", "family user", "family user role from_on"),
)
BY_FILE = {sheet.file: sheet for sheet in SHEETS}
