"""What every part of a family's story shares: how a place in it is read, and whose rows may be seen."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, or_, select

from engage_desktop.store.reading import open_rows, text
from engage_desktop.store.tables import records
from engage_domain.story import StoryKind

Names = dict[str, str]
person = records["person"]


def place_of(kind: StoryKind, table: Any, at: Any, event: str = "") -> Select[Any]:
    """Ask where the rows of a table stand in the story."""
    return select(
        literal(kind.value).label("kind"),
        table.c.id,
        func.coalesce(at, "").label("at"),
        literal(event).label("event"),
    )


def known_person(column: ColumnElement[Any]) -> ColumnElement[bool]:
    """Ask for rows about nobody, or about somebody who may be seen."""
    return or_(column.is_(None), column.in_(select(person.c.id).where(open_rows(person))))


def names_somebody(column: ColumnElement[Any], person_id: str) -> ColumnElement[bool]:
    """Ask for rows that name somebody among several."""
    return func.coalesce(column, "").contains(person_id, autoescape=True)


def named(names: Names, *ids: object) -> tuple[str, ...]:
    """Return the names of those who may be seen, each once."""
    found = dict.fromkeys(names.get(text(one), "") for one in ids)
    return tuple(name for name in found if name)
