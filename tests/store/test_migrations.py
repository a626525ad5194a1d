"""A schema is upgraded completely or not at all, after a proved copy, and never silently loses rows or triggers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
import sqlalchemy as sa
from alembic import op
from sqlalchemy import Connection, MetaData, text
from sqlalchemy.schema import CreateIndex, CreateTable
from tests.store.support import ACTOR, add_families, count, new_vault, unlock

from engage_desktop.errors import DiskFailed, MigrationFailed, NewerThanApp
from engage_desktop.store import backup, capture, migrate
from engage_desktop.store.database import Database
from engage_desktop.store.migrations import history, r0001_first
from engage_desktop.store.tables import metadata
from engage_desktop.store.vault import Vault

KEY, SALT = bytearray(range(32)), bytes(16)


def revision(number: str, down: str, upgrade: Callable[[], None]) -> ModuleType:
    module = ModuleType(f"r{number}")
    module.__dict__.update(revision=number, down_revision=down, upgrade=upgrade)
    return module


def next_release() -> tuple[ModuleType, ...]:
    """Return a history with one more schema, whose upgrade takes its time."""

    def change() -> None:
        with op.batch_alter_table("family", recreate="always") as batch:
            batch.alter_column("name", type_=sa.Text(), existing_type=sa.Text())
        with op.batch_alter_table("contact_body", recreate="always") as batch:
            batch.alter_column("labels", type_=sa.Text(), existing_type=sa.Text())
        op.execute("CREATE VIEW half AS SELECT 1")

    return (*history.MODULES, revision("0002", "0001", change))


def nothing() -> None:
    """Change no table."""


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    made = Database(folder / "x.db", KEY, SALT)
    yield made
    made.close()


@pytest.fixture
def later_release(monkeypatch: pytest.MonkeyPatch) -> Callable[[ModuleType], None]:
    """Let the program know one more revision, as the next release will."""

    def know(module: ModuleType) -> None:
        modules = (*history.MODULES, module)
        monkeypatch.setattr(migrate.upgrade, "__defaults__", (modules,))
        monkeypatch.setattr(migrate.lay_tables, "__defaults__", (modules,))
        monkeypatch.setattr(migrate.is_current, "__defaults__", (modules,))

    return know


def shape(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    )
    return {str(name): " ".join(str(sql).split()) for name, sql in rows}


def parts(sql: str) -> list[str]:
    """Split a statement, because the order of constraints means nothing."""
    return sorted(sql.replace(" )", "").split(", "))


def spelt(connection: Connection, tables: MetaData) -> dict[str, str]:
    made: dict[str, str] = {}
    for table in tables.sorted_tables:
        made[f"table {table.name}"] = " ".join(str(CreateTable(table).compile(connection)).split())
        for index in table.indexes:
            made[f"index {index.name}"] = " ".join(str(CreateIndex(index).compile(connection)).split())
    return made


def test_the_migrations_make_exactly_the_programs_tables(database: Database) -> None:
    migrate.upgrade(database)
    with database.read() as connection:
        found, wanted = shape(connection), spelt(connection, metadata)
        assert migrate.differing(connection) == []
    ours = {
        name: sql
        for name, sql in found.items()
        if not name.startswith("trigger ") and "search_index" not in name
    }
    del ours["table alembic_version"], ours["table sqlite_sequence"]
    assert {name: parts(sql) for name, sql in ours.items()} == {
        name: parts(sql) for name, sql in wanted.items()
    }


def test_the_first_migration_is_literal() -> None:
    source = Path(str(r0001_first.__file__)).read_text(encoding="utf-8")
    assert "engage_" not in source.replace("make_first_migration", "")


def test_every_trigger_and_no_other_exists_after_an_upgrade(database: Database) -> None:
    migrate.upgrade(database)
    with database.read() as connection:
        names = set(
            connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").scalars()
        )
    assert names == {trigger.name for trigger in capture.triggers()}


def test_upgrading_twice_changes_nothing(database: Database) -> None:
    migrate.upgrade(database)
    with database.read() as connection:
        before = shape(connection)
    migrate.upgrade(database)
    with database.read() as connection:
        assert shape(connection) == before
        assert migrate.is_current(connection)


def test_re_creating_a_parent_table_keeps_every_child(vault: Vault) -> None:
    add_families(vault, 3)
    with vault.write(ACTOR, "x") as connection:
        connection.execute(
            text("INSERT INTO case_period(id, family_id) SELECT 'c' || id, id FROM family"),
        )

    def recreate() -> None:
        with op.batch_alter_table("family", recreate="always") as batch:
            batch.alter_column("name", type_=sa.Text(), existing_type=sa.Text())

    database = vault._database
    assert database is not None
    migrate.upgrade(database, (*history.MODULES, revision("0002", "0001", recreate)))
    with database.read() as connection:
        assert count(connection, "family") == 3
        assert count(connection, "case_period") == 3
        assert count(connection, "sync_outbox") == 6
        migrate.check(connection)
    with vault.write(ACTOR, "x") as connection:
        connection.execute(text("UPDATE family SET name = 'B'"))
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    with vault.read() as connection:
        assert count(connection, "sync_outbox") == 9


def leave_a_column() -> None:
    op.add_column("family", sa.Column("surplus", sa.Text()))


def leave_a_dangling_row() -> None:
    op.execute("INSERT INTO case_period(id, family_id) VALUES ('c1', 'nobody')")


def fail_in_the_middle() -> None:
    op.execute("UPDATE family SET name = 'spoilt'")
    op.create_table("half", sa.Column("a", sa.Text()))
    op.execute("SELECT * FROM no_such_table")


@pytest.mark.parametrize("change", [leave_a_column, leave_a_dangling_row, fail_in_the_middle])
def test_a_migration_that_goes_wrong_leaves_everything_as_it_was(
    vault: Vault, change: Callable[[], None]
) -> None:
    add_families(vault, 2)
    database = vault._database
    assert database is not None
    with database.read() as connection:
        before = shape(connection), connection.exec_driver_sql("SELECT * FROM family").all()
    with pytest.raises(MigrationFailed):
        migrate.upgrade(database, (*history.MODULES, revision("0002", "0001", change)))
    with database.read() as connection:
        assert (shape(connection), connection.exec_driver_sql("SELECT * FROM family").all()) == before
        assert migrate.revision_of(connection) == "0001"
    add_families(vault, 1, start=2)


def test_a_newer_schema_is_refused_and_not_touched(
    folder: Path, later_release: Callable[[ModuleType], None]
) -> None:
    vault = new_vault(folder)
    assert vault._database is not None
    with vault._database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0099'")
    vault.close()
    before = (folder / "engage.db").read_bytes()
    with pytest.raises(NewerThanApp) as refused:
        unlock(folder)
    assert (refused.value.found, refused.value.known) == (99, 1)
    assert (folder / "engage.db").read_bytes() == before


def test_an_older_vault_is_copied_then_upgraded_at_unlock(
    folder: Path, later_release: Callable[[ModuleType], None]
) -> None:
    vault = new_vault(folder)
    add_families(vault, 2)
    vault.close()
    later_release(revision("0002", "0001", nothing))
    again = unlock(folder)
    with again.read() as connection:
        assert migrate.revision_of(connection) == "0002"
        assert count(connection, "family") == 2
    again.close()
    (copy,) = backup.copies(folder)
    assert copy.before_schema == "0001"
    again = unlock(folder)
    again.close()
    assert len(backup.copies(folder)) == 1


def test_without_a_proved_copy_no_upgrade_begins(
    folder: Path, later_release: Callable[[ModuleType], None]
) -> None:
    new_vault(folder).close()
    (folder / backup.FOLDER).write_text("a file where the copies' folder should be")
    later_release(revision("0002", "0001", nothing))
    before = (folder / "engage.db").read_bytes()
    with pytest.raises(DiskFailed):
        unlock(folder)
    assert (folder / "engage.db").read_bytes() == before


def test_search_is_rebuilt_when_its_shape_changed_and_finds_what_was_there(vault: Vault) -> None:
    database = vault._database
    assert database is not None
    with vault.write(ACTOR, "x") as connection:
        connection.execute(text("INSERT INTO family(id) VALUES ('f1')"))
        connection.execute(
            text(
                "INSERT INTO contact(id, family_id, event_start) VALUES ('k1', 'f1', '2026-11-20T10:00:00.000Z')"
            )
        )
        column = capture.SEARCHED["contact_body"][0]
        connection.execute(
            text(
                f"INSERT INTO contact_body(id, family_id, contact_id, {column}) VALUES ('b1', 'f1', 'k1', 'Ramírez visited')"
            )
        )
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE sync_state SET v = 'older' WHERE k = 'search_shape'")
        connection.exec_driver_sql("DELETE FROM search_index")
        connection.exec_driver_sql("DELETE FROM search_doc")
    migrate.upgrade(database)
    with database.read() as connection:
        found = connection.exec_driver_sql(
            "SELECT count(*) FROM search_index WHERE search_index MATCH 'ramirez'"
        )
        assert found.scalar() == 1
        assert count(connection, "sync_outbox") == 3


def test_a_column_more_or_less_is_a_difference(database: Database) -> None:
    migrate.upgrade(database)
    with database.write() as connection:
        connection.exec_driver_sql("ALTER TABLE draft ADD COLUMN extra TEXT")
        assert len(migrate.differing(connection)) == 1
