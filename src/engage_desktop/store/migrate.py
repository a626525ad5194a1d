"""From any schema this program knows to today's, completely or not at all.

One transaction: generated triggers away, revisions with their literal tables, triggers back from the registry,
search rebuilt when its shape changed, then proof: no dangling reference, no difference to the tables, the hash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, RevisionStep, StampStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from engage_desktop.errors import MigrationFailed, NewerThanApp, SchemaDiffers
from engage_desktop.store import capture
from engage_desktop.store.database import Database
from engage_desktop.store.migrations.history import MODULES
from engage_desktop.store.tables import metadata

HASH = "schema_hash"
SEARCH_SHAPE = "search_shape"
OURS = ("capture_", "search_")
SEARCH_TABLES = "search_index"


def revision_of(connection: Connection) -> str | None:
    """Return the schema a database holds; None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def is_current(connection: Connection, modules: Sequence[ModuleType] = MODULES) -> bool:
    """Say whether nothing is to be done; raise `NewerThanApp` for a schema of a later release."""
    found = revision_of(connection)
    known = [module.revision for module in modules]
    if found is not None and found not in known:
        raise NewerThanApp(int(found) if found.isdecimal() else 0, int(known[-1]))
    return found == known[-1] and recorded(connection, HASH) == capture.schema_hash()


def upgrade(database: Database, modules: Sequence[ModuleType] = MODULES) -> None:
    """Bring the database to today's schema; `MigrationFailed` leaves everything as it was."""
    with database.unguarded() as connection:
        is_current(connection, modules)
        try:
            lay_tables(connection, modules)
            finish(connection)
        except SQLAlchemyError as error:
            raise MigrationFailed(f"{type(error).__name__} while upgrading") from error
    database.checkpoint()


def lay_tables(connection: Connection, modules: Sequence[ModuleType] = MODULES) -> None:
    """Run the revisions that are missing, without any generated trigger in the way."""
    for name in _existing_triggers(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    _run_revisions(connection, modules)


def finish(connection: Connection, *, rebuild_search: bool = False) -> None:
    """Make the triggers of today's registry, rebuild search when needed, and prove the result."""
    for trigger in capture.triggers():
        connection.exec_driver_sql(trigger.sql)
    shape = _search_shape()
    if rebuild_search or recorded(connection, SEARCH_SHAPE) != shape:
        for statement in capture.rebuild_search():
            connection.exec_driver_sql(statement)
        _record(connection, SEARCH_SHAPE, shape)
    _record(connection, HASH, capture.schema_hash())
    _prove(connection)


def check(connection: Connection) -> None:
    """Raise `SchemaDiffers` unless hash and triggers are those of this program; cheap enough for each start."""
    if recorded(connection, HASH) != capture.schema_hash():
        raise SchemaDiffers("the schema hash is another one")
    if _existing_triggers(connection) != {t.name: t.sql for t in capture.triggers()}:
        raise SchemaDiffers("the triggers are not the generated ones")


def recorded(connection: Connection, key: str) -> str | None:
    """Return a value that sync_state keeps about the schema; None when there is none."""
    exists = connection.exec_driver_sql("SELECT 1 FROM sqlite_schema WHERE name = 'sync_state'").scalar()
    if not exists:
        return None
    value = connection.execute(text("SELECT v FROM sync_state WHERE k = :k"), {"k": key}).scalar()
    return None if value is None else str(value)


def _record(connection: Connection, key: str, value: str) -> None:
    connection.execute(
        text("INSERT INTO sync_state(k, v) VALUES (:k, :v) ON CONFLICT(k) DO UPDATE SET v = excluded.v"),
        {"k": key, "v": value},
    )


def _existing_triggers(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    return {str(name): str(sql) for name, sql in rows if str(name).startswith(OURS)}


def _run_revisions(connection: Connection, modules: Sequence[ModuleType]) -> None:
    scripts = [Script(module, module.revision, "") for module in modules]
    revisions = RevisionMap(lambda: scripts)

    def steps(heads: Any, _context: MigrationContext) -> Iterable[RevisionStep | StampStep]:
        missing = {r.revision for r in revisions.iterate_revisions("head", heads[0] if heads else "base")}
        return [RevisionStep(revisions, s, is_upgrade=True) for s in scripts if s.revision in missing]

    context = MigrationContext.configure(
        connection, opts={"fn": steps, "transactional_ddl": True, "transaction_per_migration": False}
    )
    with Operations.context(context):
        context.run_migrations()


def _search_shape() -> str:
    parts = [capture.SEARCH_TABLE, *(t.sql for t in capture.triggers() if t.name.startswith("search_"))]
    return hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _prove(connection: Connection) -> None:
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if dangling:
        raise MigrationFailed(f"{len(dangling)} dangling references")
    if differences := differing(connection):
        raise MigrationFailed(f"{len(differences)} differences to the tables, first {differences[0]}")
    check(connection)


def differing(connection: Connection) -> list[str]:
    """Return how the database's tables differ from the program's; empty when they do not."""

    def include(name: str | None, kind: str, _parents: Any) -> bool:
        return not (kind == "table" and name is not None and name.startswith(SEARCH_TABLES))

    context = MigrationContext.configure(connection, opts={"include_name": include, "compare_type": True})
    return [str(difference) for difference in compare_metadata(context, metadata)]
