"""What a piece of work is: a visit with its note and marks is one piece, a person with the role is one, and so on."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, func, select

from engage_desktop.store.reading import moment, short_name, text, unprotected
from engage_desktop.store.records import members
from engage_desktop.store.tables import records
from engage_domain.conflicts import Piece
from engage_domain.persons import UNSAFE

PARTS: dict[str, tuple[str, str]] = {
    "contact_body": ("contact", "contact_id"),
    "contact_participant": ("contact", "contact_id"),
    "mark": ("contact", "contact_id"),
    "case_member": ("person", "person_id"),
    "household_member": ("household", "household_id"),
    "child_words": ("child_areas", "areas_id"),
    "plan_position": ("plan", "plan_id"),
}
PRIVATE = frozenset({"child_areas"})  # a child's own words: never on a screen somebody may pass by
ROW_ONLY = frozenset({"conflict", "op_notice"})  # what only says that somebody looked is no work of its own
CODES = {
    "contact": ("status",),
    "appointment": ("kind",),
    "action_step": ("side",),
    "placement": ("kind",),
    "contact_point": ("kind",),
    "relationship": ("type",),
    "statement": ("kind",),
    "plan": ("kind",),
    "support": ("kind",),
    "timeline_entry": ("kind",),
    "search_effort": ("source",),
    "attachment": ("kind",),
}
SAID = {
    "person": ("preferred_name", "first_name", "last_name"),
    "appointment": ("purpose",),
    "action_step": ("what",),
    "household": ("name",),
    "family": ("name",),
    "attachment": ("name",),
    "task": ("title",),
    "statement": ("text",),
    "support": ("name",),
    "timeline_entry": ("what",),
    "goal": ("words", "agency_words"),
    "service_referral": ("what",),
}
ABOUT = {
    **dict.fromkeys(
        ("placement", "contact_point", "scale_answer", "timeline_entry", "search_effort"), ("person_id",)
    ),
    "support": ("person_id",),
    "plan": ("for_person_id",),
    "relationship": ("a_id", "b_id"),
}
EITHER = frozenset({"person", "goal"})  # of several wordings the first says enough
Root = tuple[str, str]
IN_ONE_GO = 900
family, person = records["family"], records["person"]


def root_of(conn: Connection, entity: str, row_id: str) -> Root:
    """Return the piece a row belongs to."""
    if entity not in PARTS:
        return entity, row_id
    kind, key = PARTS[entity]
    table = records[entity]
    found = conn.execute(select(table.c[key]).where(table.c.id == row_id)).scalar()
    return kind, text(found) or row_id


def root_sql(entity: str = "entity", row_id: str = "row_id") -> tuple[str, str]:
    """Return SQL for kind and id of the piece a captured row belongs to."""
    kinds = " ".join(f"WHEN '{part}' THEN '{kind}'" for part, (kind, _) in PARTS.items())
    ids = " ".join(
        f"WHEN '{part}' THEN (SELECT t.{key} FROM {part} t WHERE t.id = {row_id})"
        for part, (_, key) in PARTS.items()
    )
    return f"CASE {entity} {kinds} ELSE {entity} END", f"coalesce(CASE {entity} {ids} END, {row_id})"


def piece(conn: Connection, kind: str, row_id: str) -> Piece:
    """Return what one piece is."""
    return pieces(conn, [(kind, row_id)])[kind, row_id]


def pieces(conn: Connection, roots: list[Root]) -> dict[Root, Piece]:
    """Return what each of many pieces is; one whose record is gone from this laptop has only its kind."""
    found: dict[Root, Piece] = {}
    by_kind: dict[str, list[str]] = {}
    for kind, row_id in roots:
        by_kind.setdefault(kind, []).append(row_id)
    families = {row.id: text(row.name) for row in conn.execute(select(family.c.id, family.c.name))}
    for kind, ids in by_kind.items():
        for start in range(0, len(ids), IN_ONE_GO):
            some = ids[start : start + IN_ONE_GO]
            known = _known(conn, kind, some, families)
            found |= {(kind, row_id): known.get(row_id) or Piece(kind, row_id, "", "") for row_id in some}
    return found


def _known(conn: Connection, kind: str, ids: list[str], families: dict[str, str]) -> dict[str, Piece]:
    if kind not in records:
        return {}
    table = records[kind]
    rows = conn.execute(select(table).where(table.c.id.in_(ids))).all()
    hidden = _hidden_contacts(conn, ids) if kind == "contact" else set()
    names = _names(conn, rows)
    return {row.id: _piece(kind, row, families, names, hidden=row.id in hidden) for row in rows}


def _piece(
    kind: str, row: Row[Any], families: dict[str, str], names: dict[str, str], *, hidden: bool
) -> Piece:
    family_id = row.id if kind == "family" else text(getattr(row, "family_id", ""))
    if hidden or _is_protected(kind, row):
        return Piece(kind, row.id, family_id, families.get(family_id, ""), is_protected=True)
    codes, words = _said(kind, row, names)
    return Piece(kind, row.id, family_id, families.get(family_id, ""), codes, words, _at(kind, row))


def _said(kind: str, row: Row[Any], names: dict[str, str]) -> tuple[tuple[str, ...], str]:
    """Return the codes and the words that tell one piece of a kind from another."""
    codes = tuple(text(getattr(row, column)) for column in CODES.get(kind, ()))
    if kind == "contact":
        codes += members(row.types)
    about = [names.get(text(getattr(row, column)), "") for column in ABOUT.get(kind, ())]
    said = [text(getattr(row, column)) for column in SAID.get(kind, ())]
    if kind in EITHER:
        said = [name for name in said if name][:1]
    return codes, ", ".join(part for part in (*about, *said) if part)


def _at(kind: str, row: Row[Any]) -> Any:
    column = {"contact": "event_start", "appointment": "starts_at", "addendum": "written_at"}.get(kind)
    return moment(getattr(row, column)) if column else None


def _is_protected(kind: str, row: Row[Any]) -> bool:
    kept = bool(members(row.labels)) or bool(members(row.hide_from))
    unsafe = kind == "relationship" and row.quality == UNSAFE
    return kept or unsafe or kind in PRIVATE


def _hidden_contacts(conn: Connection, ids: list[str]) -> set[str]:
    body = records["contact_body"]
    rows = conn.execute(
        select(body.c.contact_id).where(
            body.c.contact_id.in_(ids),
            (func.coalesce(body.c.labels, "[]") != "[]") | (func.coalesce(body.c.hide_from, "[]") != "[]"),
        )
    )
    return {row.contact_id for row in rows}


def _names(conn: Connection, rows: Any) -> dict[str, str]:
    wanted = {
        text(getattr(row, column, ""))
        for row in rows
        for column in ("person_id", "a_id", "b_id", "for_person_id")
        if getattr(row, column, "")
    }
    if not wanted:
        return {}
    seen = person.c.id.in_(wanted) & unprotected(person)
    found = conn.execute(select(person.c.id, short_name(person).label("name")).where(seen))
    return {row.id: text(row.name) for row in found}
