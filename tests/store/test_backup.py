"""Copies prove themselves when made, rotate, and come back only when asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fakes import FrozenClock
from tests.store.support import PASSPHRASE, add_families, count, flip, new_vault, unlock

from engage_desktop.errors import BackupFailed, Damaged, NotFound, VaultExists, WrongPassphrase
from engage_desktop.store import backup
from engage_desktop.store.care import Care
from engage_desktop.store.vault import Vault


def families(vault: Vault) -> int:
    with vault.read() as connection:
        return count(connection, "family")


def test_three_days_are_kept_and_one_copy_a_day(vault: Vault, clock: FrozenClock) -> None:
    made = []
    for _ in range(5):
        made.append(vault.copy_daily())
        assert vault.copy_daily() is None
        clock.advance(days=1)
    assert all(made)
    days = [copy.made_on.day for copy in backup.copies(vault.folder)]
    assert days == [27, 26, 25]


def test_a_copy_is_as_unreadable_as_the_database(vault: Vault) -> None:
    add_families(vault, 50, name="Quintanilla")
    path = vault.copy_daily()
    assert path is not None
    assert b"Quintanilla" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite")
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_copy_restores_and_the_damaged_database_is_kept_aside(folder: Path, clock: FrozenClock) -> None:
    vault = new_vault(folder, clock)
    add_families(vault, 10)
    vault.copy_daily()
    add_families(vault, 5, start=10)
    vault.close()
    flip(folder / "engage.db", 3000)
    with pytest.raises(Damaged):
        unlock(folder, clock)
    care = Care(folder, PASSPHRASE, clock)
    aside = care.restore(care.copies()[0])
    care.close()
    assert aside is not None
    assert aside.exists()
    again = unlock(folder, clock)
    assert families(again) == 10
    with again.read() as connection:
        assert (
            connection.exec_driver_sql("SELECT v FROM sync_state WHERE k = 'came_back'").scalar()
            == "restored"
        )
    again.close()


def test_restoring_over_a_database_must_be_asked_for(vault: Vault) -> None:
    vault.copy_daily()
    copy = backup.copies(vault.folder)[0]
    with pytest.raises(VaultExists):
        backup.restore(copy, vault.folder / "engage.db", vault._db_key, vault._keys.db_salt)


def test_a_damaged_copy_is_not_restored(folder: Path, clock: FrozenClock) -> None:
    vault = new_vault(folder, clock)
    vault.copy_daily()
    vault.close()
    care = Care(folder, PASSPHRASE, clock)
    copy = care.copies()[0]
    flip(copy.path, 5 * 4096 + 50)
    before = (folder / "engage.db").read_bytes()
    with pytest.raises(BackupFailed):
        care.restore(copy)
    copy.path.unlink()
    with pytest.raises(NotFound):
        care.restore(copy)
    care.close()
    assert (folder / "engage.db").read_bytes() == before


def test_care_needs_the_passphrase(folder: Path, clock: FrozenClock) -> None:
    new_vault(folder, clock).close()
    with pytest.raises(WrongPassphrase):
        Care(folder, "not the passphrase", clock)
    unlock(folder, clock).close()


def test_copies_can_be_expired_because_they_hold_what_was_purged(vault: Vault) -> None:
    vault.copy_daily()
    assert backup.expire(vault.folder) == 1
    assert backup.copies(vault.folder) == []


def test_foreign_files_among_the_copies_are_left_alone(vault: Vault) -> None:
    vault.copy_daily()
    stranger = vault.folder / backup.FOLDER / "holiday.db"
    stranger.write_bytes(b"not ours")
    backup.expire(vault.folder)
    assert stranger.exists()
