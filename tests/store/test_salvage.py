"""Of a damaged database everything readable is saved, what is lost is counted, and the original is kept."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.fakes import FrozenClock
from tests.store.support import ACTOR, PASSPHRASE, add_families, count, flip, new_vault, unlock

from engage_desktop.errors import Damaged
from engage_desktop.store import migrate
from engage_desktop.store.care import Care
from engage_desktop.store.salvage import Report
from engage_desktop.store.vault import Vault

FAMILIES, TASKS = 300, 900


def filled(folder: Path) -> range:
    """Make a closed vault with some records and return the pages that hold them, beyond those of the schema."""
    vault = new_vault(folder)
    vault.checkpoint()
    first = (folder / "engage.db").stat().st_size // 4096
    add_families(vault, FAMILIES)
    with vault.write(ACTOR, "task.create") as connection:
        connection.execute(
            text("INSERT INTO task(id, family_id, title) VALUES (:id, :family, :title)"),
            [
                {"id": f"t{n}", "family": f"{n % FAMILIES:032x}", "title": f"task {n} " * 20}
                for n in range(TASKS)
            ],
        )
        connection.execute(
            text(
                "INSERT INTO draft(entity, row_id, field, text, at) VALUES ('contact_body', :id, 'x', :text, '')"
            ),
            [{"id": f"d{n}", "text": "half a sentence " * 20} for n in range(200)],
        )
    vault.close()
    return range(first, (folder / "engage.db").stat().st_size // 4096)


def pages_of(folder: Path, *names: str) -> list[int]:
    """Return the pages that tables occupy, found by damaging none: each table's own page walk."""
    vault = unlock(folder)
    with vault.read() as connection:
        roots = [
            int(
                connection.exec_driver_sql(
                    "SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)
                ).scalar_one()
            )
            for name in names
        ]
    vault.close()
    return roots


def salvaged(folder: Path) -> tuple[Report, Vault]:
    care = Care(folder, PASSPHRASE, FrozenClock())
    report, aside = care.salvage()
    care.close()
    assert aside.exists()
    return report, unlock(folder)


def test_a_whole_database_is_salvaged_completely(folder: Path) -> None:
    filled(folder)
    report, vault = salvaged(folder)
    assert report.complete
    with vault.read() as connection:
        assert count(connection, "family") == FAMILIES
        assert count(connection, "task") == TASKS
        assert count(connection, "draft") == 200
        assert count(connection, "sync_outbox") == FAMILIES + TASKS
        assert (
            connection.exec_driver_sql("SELECT v FROM sync_state WHERE k = 'came_back'").scalar()
            == "salvaged"
        )
    vault.close()


@pytest.mark.parametrize("seed", range(4))
def test_around_damaged_pages_nearly_everything_is_saved_and_the_rest_is_counted(
    folder: Path, seed: int
) -> None:
    pages = filled(folder)
    chosen = random.Random(seed).sample(pages, 6)
    for page in chosen:
        flip(folder / "engage.db", page * 4096 + 200)
    report, vault = salvaged(folder)
    with vault.read() as connection:
        rows = {name: count(connection, name) for name in ("family", "task", "draft", "sync_outbox")}
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        migrate.check(connection)
    total = FAMILIES + TASKS + 200 + FAMILIES + TASKS
    assert sum(rows.values()) > total * 0.8
    saved = {table.table: table for table in report.tables}
    for name, whole in (("family", FAMILIES), ("task", TASKS), ("draft", 200)):
        assert saved[name].rows <= whole
        assert saved[name].rows == whole or not report.complete
    assert not vault.faults()
    add_families(vault, 1, start=5000)
    vault.close()


def test_children_of_a_lost_family_stay_connected(folder: Path) -> None:
    filled(folder)
    (root,) = pages_of(folder, "family")
    flip(folder / "engage.db", (root - 1) * 4096 + 300)
    report, vault = salvaged(folder)
    assert report.placeholders > 0
    with vault.read() as connection:
        assert count(connection, "family") == FAMILIES
        assert count(connection, "task") == TASKS
    vault.close()


def test_the_damaged_file_is_kept_as_it_was(folder: Path) -> None:
    pages = filled(folder)
    flip(folder / "engage.db", (pages[-1] - 2) * 4096 + 200)
    damaged = (folder / "engage.db").read_bytes()
    care = Care(folder, PASSPHRASE, FrozenClock())
    _, aside = care.salvage()
    care.close()
    assert aside.read_bytes() == damaged


def test_when_nothing_can_be_read_nothing_is_replaced(folder: Path) -> None:
    filled(folder)
    flip(folder / "engage.db", 500)
    damaged = (folder / "engage.db").read_bytes()
    care = Care(folder, PASSPHRASE, FrozenClock())
    with pytest.raises(Damaged):
        care.salvage()
    care.close()
    assert (folder / "engage.db").read_bytes() == damaged
    assert not list(folder.glob("*.salvaged*"))
