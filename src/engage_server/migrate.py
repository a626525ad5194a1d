"""From any schema this program knows to today's, in one transaction, on either engine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, RevisionStep, StampStep
from alembic.script.base import Script
from alembic.script.revision import RevisionMap
from sqlalchemy import Connection

from engage_server.database import Database
from engage_server.errors import ServerProblem
from engage_server.migrations import r0001_first
from engage_server.tables import metadata

MODULES = (r0001_first,)


def upgrade(database: Database) -> None:
    """Bring a database, empty ones included, to today's schema; ServerProblem for one of a later release."""
    with database.snapshot() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    known = [module.revision for module in MODULES]
    if found == known[-1]:
        return
    if found is not None and found not in known:
        raise ServerProblem(f"the database has schema {found}; this program knows {known[-1]}")
    with database.write() as connection:
        _run(connection)


def _run(connection: Connection) -> None:
    scripts = [Script(module, module.revision, "") for module in MODULES]
    revisions = RevisionMap(lambda: scripts)

    def steps(heads: Any, _context: MigrationContext) -> Iterable[RevisionStep | StampStep]:
        missing = {r.revision for r in revisions.iterate_revisions("head", heads[0] if heads else "base")}
        return [RevisionStep(revisions, s, is_upgrade=True) for s in scripts if s.revision in missing]

    context = MigrationContext.configure(
        connection, opts={"fn": steps, "transactional_ddl": True, "transaction_per_migration": False}
    )
    with Operations.context(context):
        context.run_migrations()


def differing(connection: Connection) -> list[str]:
    """Return how the database's tables differ from the program's; empty when they do not."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return [str(difference) for difference in compare_metadata(context, metadata)]
