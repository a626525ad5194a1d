"""The names around a family: they are never looked at for their spelling, and never leave this laptop's memory."""

from __future__ import annotations

from sqlalchemy import Connection, select

from engage_desktop.store.reading import text
from engage_desktop.store.tables import records

WHERE_NAMES_STAND = (
    ("person", ("first_name", "last_name", "preferred_name", "former_names"), "family_id"),
    ("family", ("name",), "id"),
    ("contact_participant", ("other_name",), "family_id"),
    ("mark", ("speaker",), "family_id"),
    ("support", ("name",), "family_id"),
    ("household", ("name",), "family_id"),
    ("placement", ("with_whom",), "family_id"),
    ("service_referral", ("provider",), "family_id"),
)


def names(conn: Connection, family_id: str) -> tuple[str, ...]:
    """Return every name known of a family and of the colleagues, protected or not, in no order."""
    found: set[str] = set()
    for entity, columns, key in WHERE_NAMES_STAND:
        table = records[entity]
        rows = conn.execute(select(*(table.c[c] for c in columns)).where(table.c[key] == family_id))
        found |= {text(value) for row in rows for value in row}
    found |= {text(name) for name in conn.execute(select(records["user"].c.display_name)).scalars()}
    return tuple(found - {""})
