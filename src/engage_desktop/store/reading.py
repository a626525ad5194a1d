"""Small ways of reading columns: days, codes, names, and which rows may be seen on a general screen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, and_, func, or_

from engage_wire.clock import parse_instant


def day(value: object) -> date | None:
    """Read a date column; what is no date reads as nothing known."""
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None


def moment(value: object) -> datetime | None:
    """Read an instant column; what is no instant reads as nothing known."""
    try:
        return parse_instant(str(value)) if value else None
    except ValueError:
        return None


def text(value: object) -> str:
    """Read a text column, nothing as empty."""
    return str(value) if value is not None else ""


def standing(table: Table | FromClause) -> ColumnElement[bool]:
    """Ask for rows that were not taken back."""
    return table.c.deleted_at.is_(None)


def unprotected(table: Table | FromClause) -> ColumnElement[bool]:
    """Ask for rows that may be seen on a general screen: no label, hidden from nobody."""
    return and_(
        func.coalesce(table.c.labels, "[]") == "[]",
        func.coalesce(table.c.hide_from, "[]") == "[]",
    )


def protected(table: Table | FromClause) -> ColumnElement[bool]:
    """Ask for rows that belong under Safety."""
    return or_(
        func.coalesce(table.c.labels, "[]") != "[]",
        func.coalesce(table.c.hide_from, "[]") != "[]",
    )


def open_rows(table: Table | FromClause) -> ColumnElement[bool]:
    """Ask for rows that stand and may be seen."""
    return and_(standing(table), unprotected(table))


def is_born(person: Table | FromClause) -> ColumnElement[bool]:
    """Ask for people who were born: those awaited or lost stand in the drawing, and nobody asks them anything."""
    return func.coalesce(person.c.person_kind, "person") == "person"


def short_name(person: Table | FromClause) -> ColumnElement[Any]:
    """Return the name people say, as a column."""
    return func.coalesce(
        _filled(person.c.preferred_name), _filled(person.c.first_name), person.c.last_name, ""
    )


def _filled(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.nullif(column, "")
