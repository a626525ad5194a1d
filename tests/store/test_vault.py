"""The vault as a whole: made, opened, locked, written to with a name attached, and held by one program."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from tests.fakes import FrozenClock
from tests.store.support import ACTOR, FLOOR, PASSPHRASE, add_families, count, flip, new_vault, unlock

from engage_desktop.errors import (
    Damaged,
    HeaderDamaged,
    InUse,
    Locked,
    NoVault,
    SchemaDiffers,
    TooSoon,
    VaultExists,
    WrongPassphrase,
)
from engage_desktop.store import ballast, capture, keyfile
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.folder_lock import FolderLock
from engage_desktop.store.tries import Tries
from engage_desktop.store.vault import Vault
from engage_wire.clock import Hlc, instant, to_ms
from engage_wire.ids import is_id


def test_what_was_written_is_there_after_lock_and_unlock(folder: Path) -> None:
    vault = new_vault(folder)
    add_families(vault, 3)
    vault.close()
    again = unlock(folder)
    with again.read() as connection:
        assert count(connection, "family") == 3
        assert count(connection, "sync_outbox") == 3
    again.close()


def test_a_locked_vault_leaves_no_journal_and_no_open_file(folder: Path) -> None:
    vault = new_vault(folder)
    add_families(vault, 3)
    vault.close()
    assert sorted(p.name for p in folder.iterdir()) == [
        "ballast",
        "engage.db",
        "vault.keys",
        "vault.keys.copy",
        "vault.lock",
    ]
    if Path("/proc/self/fd").is_dir():
        held = [str(fd.readlink()) for fd in Path("/proc/self/fd").iterdir() if fd.exists()]
        assert not [name for name in held if name.startswith(str(folder))]


@pytest.mark.skipif(sys.platform == "win32", reason="has other permissions")
def test_nobody_else_on_the_machine_may_read_the_files(folder: Path) -> None:
    vault = new_vault(folder / "vault")
    vault.copy_daily()
    add_families(vault, 1)
    modes = {p.name: p.stat().st_mode & 0o077 for p in [folder / "vault", *(folder / "vault").rglob("*")]}
    vault.close()
    assert {"engage.db", "engage.db-wal", "vault.keys", "copies"} <= set(modes)
    readable = {name for name, mode in modes.items() if mode}
    assert readable <= {"ballast"}


def test_a_locked_vault_refuses_everything(folder: Path) -> None:
    vault = new_vault(folder)
    vault.close()
    vault.close()
    assert not vault.is_open
    with pytest.raises(Locked), vault.read():
        pass
    with pytest.raises(Locked), vault.write(ACTOR, "x"):
        pass
    with pytest.raises(Locked), vault.applying():
        pass
    with pytest.raises(Locked):
        vault.subkey("attachments")


def test_locking_wipes_the_keys(folder: Path) -> None:
    vault = new_vault(folder)
    master, key = vault._master, vault._db_key
    assert any(master)
    vault.close()
    assert not any(master)
    assert not any(key)


def test_every_change_is_captured_with_who_did_what_and_when(vault: Vault, clock: FrozenClock) -> None:
    with vault.write(ACTOR, "family.create", resolves=("c" * 32,)) as connection:
        connection.execute(text("INSERT INTO family(id, name) VALUES ('f1', 'A'), ('f2', 'B')"))
    with vault.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT txn, actor, cmd, hlc, wall, resolves FROM sync_outbox"
        ).all()
    assert len(rows) == 2
    assert len(set(rows)) == 1
    txn, actor, cmd, hlc, wall, resolves = rows[0]
    assert is_id(txn)
    assert (actor, cmd, wall) == (ACTOR, "family.create", instant(clock.now()))
    assert Hlc.parse(hlc).ms == to_ms(clock.now())
    assert resolves == f'["{"c" * 32}"]'


def test_the_context_is_gone_after_each_transaction_however_it_ended(vault: Vault) -> None:
    add_families(vault, 1)
    with pytest.raises(IntegrityError), vault.write(ACTOR, "x") as connection:
        connection.execute(text("INSERT INTO family(id) VALUES ('f9'), ('f9')"))
    with pytest.raises(ValueError, match="stop"), vault.applying():
        raise ValueError("stop")
    with vault.applying():
        pass
    with vault.read() as connection:
        assert connection.exec_driver_sql("SELECT * FROM sync_ctx").all() == [(1, 0) + (None,) * 6]
        assert count(connection, "family") == 1


def test_a_record_written_around_the_vault_is_refused(vault: Vault) -> None:
    assert vault._database is not None
    with pytest.raises(IntegrityError), vault._database.write() as connection:
        connection.execute(text("INSERT INTO family(id) VALUES ('f1')"))


def test_people_cannot_delete_records_but_sync_can(vault: Vault) -> None:
    add_families(vault, 2)
    with pytest.raises(IntegrityError), vault.write(ACTOR, "x") as connection:
        connection.execute(text("DELETE FROM family"))
    with vault.applying() as connection:
        connection.execute(text("DELETE FROM family"))
    with vault.read() as connection:
        assert count(connection, "family") == 0
        assert count(connection, "sync_outbox") == 2


def test_what_sync_applies_is_not_captured(vault: Vault) -> None:
    with vault.applying() as connection:
        connection.execute(text("INSERT INTO family(id, name) VALUES ('f1', 'A')"))
    with vault.read() as connection:
        assert count(connection, "sync_outbox") == 0


def test_the_logical_clock_only_goes_forward(vault: Vault, clock: FrozenClock) -> None:
    def tick() -> str:
        with vault.write(ACTOR, "x") as connection:
            return str(connection.exec_driver_sql("SELECT hlc FROM sync_ctx").scalar_one())

    first = tick()
    clock.set(clock.now().replace(year=2025))
    second = tick()
    remote = Hlc(to_ms(clock.now().replace(year=2027)), 5).text()
    with vault.applying() as connection:
        vault.witness(connection, remote)
        vault.witness(connection, first)
    third = tick()
    assert first < second < remote < third


def test_a_wrong_passphrase_is_refused_and_waits_grow(folder: Path, clock: FrozenClock) -> None:
    new_vault(folder, clock).close()
    tries = Tries(folder, clock)
    waits = []
    for _ in range(4):
        with pytest.raises(WrongPassphrase) as refused:
            Vault.unlock(folder, "not the passphrase", clock, tries=tries)
        waits.append(refused.value.wait_seconds)
        clock.advance(refused.value.wait_seconds)
    assert waits == [0, 0, 5, 15]
    Vault.unlock(folder, PASSPHRASE, clock, tries=tries).close()
    assert tries.wait_seconds() == 0


def test_the_right_passphrase_must_wait_too(folder: Path, clock: FrozenClock) -> None:
    new_vault(folder, clock).close()
    (folder / "vault.tries").write_text("4")
    with pytest.raises(TooSoon):
        Vault.unlock(folder, PASSPHRASE, clock)


def test_after_a_failed_unlock_the_folder_is_free_again(folder: Path, clock: FrozenClock) -> None:
    new_vault(folder, clock).close()
    with pytest.raises(WrongPassphrase):
        Vault.unlock(folder, "not the passphrase", clock)
    unlock(folder, clock).close()


def test_a_damaged_key_file_is_not_called_a_wrong_passphrase(folder: Path, clock: FrozenClock) -> None:
    new_vault(folder, clock).close()
    for name in (keyfile.NAME, keyfile.COPY):
        flip(folder / name, 30)
    with pytest.raises(HeaderDamaged):
        unlock(folder, clock)
    assert not (folder / "vault.tries").exists()


@pytest.mark.parametrize("name", [keyfile.NAME, keyfile.COPY])
def test_one_damaged_key_file_is_made_whole_at_the_next_unlock(folder: Path, name: str) -> None:
    new_vault(folder).close()
    good = (folder / name).read_bytes()
    flip(folder / name, 30)
    unlock(folder).close()
    assert (folder / name).read_bytes() == good


def test_a_wrong_passphrase_mends_nothing(folder: Path, clock: FrozenClock) -> None:
    new_vault(folder).close()
    flip(folder / keyfile.NAME, 30)
    bad = (folder / keyfile.NAME).read_bytes()
    with pytest.raises(WrongPassphrase):
        Vault.unlock(folder, "not the passphrase", clock)
    assert (folder / keyfile.NAME).read_bytes() == bad


def test_the_passphrase_can_be_changed_and_the_old_one_is_shut_out(folder: Path, clock: FrozenClock) -> None:
    vault = new_vault(folder, clock)
    add_families(vault, 1)
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("not the passphrase", "a new one of five words", FLOOR)
    vault.change_passphrase(PASSPHRASE, "a new one of five words", Kdf(96 * 1024))
    vault.close()
    with pytest.raises(WrongPassphrase):
        unlock(folder, clock)
    again = Vault.unlock(folder, "a new one of five words", clock)
    with again.read() as connection:
        assert count(connection, "family") == 1
    again.close()


def test_a_folder_with_a_vault_takes_no_second_one(folder: Path) -> None:
    new_vault(folder).close()
    before = (folder / "engage.db").read_bytes()
    with pytest.raises(VaultExists):
        new_vault(folder)
    assert (folder / "engage.db").read_bytes() == before


def test_an_empty_folder_holds_no_vault(folder: Path, clock: FrozenClock) -> None:
    with pytest.raises(NoVault):
        unlock(folder, clock)
    with pytest.raises(NoVault):
        unlock(folder / "nowhere", clock)


def test_a_crash_before_the_key_files_leaves_a_folder_that_can_start_again(folder: Path) -> None:
    (folder / "engage.db.making").write_bytes(b"half a database")
    vault = new_vault(folder)
    add_families(vault, 1)
    vault.close()


def test_a_crash_after_the_key_files_is_finished_at_the_next_unlock(folder: Path) -> None:
    new_vault(folder).close()
    (folder / "engage.db").rename(folder / "engage.db.making")
    vault = unlock(folder)
    add_families(vault, 1)
    vault.close()


def test_a_missing_database_is_never_made_anew(folder: Path) -> None:
    new_vault(folder).close()
    (folder / "engage.db").unlink()
    with pytest.raises(NoVault):
        unlock(folder)
    assert not (folder / "engage.db").exists()


@pytest.mark.parametrize("damage", [b"", b"x" * 4096, b"SQLite format 3\0" + bytes(4080)])
def test_a_replaced_database_is_called_damaged_and_left_alone(folder: Path, damage: bytes) -> None:
    new_vault(folder).close()
    (folder / "engage.db").write_bytes(damage)
    with pytest.raises(Damaged):
        unlock(folder)
    assert (folder / "engage.db").read_bytes() == damage


def test_changed_triggers_are_noticed(folder: Path) -> None:
    vault = new_vault(folder)
    assert vault._database is not None
    with vault._database.write() as connection:
        connection.exec_driver_sql("DROP TRIGGER capture_family_u")
    vault.close()
    with pytest.raises(SchemaDiffers):
        unlock(folder)


def test_a_missing_writers_context_is_noticed(vault: Vault) -> None:
    assert vault._database is not None
    with vault._database.write() as connection:
        connection.exec_driver_sql("DELETE FROM sync_ctx")
    with pytest.raises(SchemaDiffers), vault.write(ACTOR, "x"):
        pass


def test_one_program_at_a_time(folder: Path) -> None:
    vault = new_vault(folder)
    with pytest.raises(InUse):
        unlock(folder)
    code = textwrap.dedent("""
        import sys
        from pathlib import Path
        from engage_desktop.errors import InUse
        from engage_desktop.store.folder_lock import FolderLock
        try:
            FolderLock(Path(sys.argv[1]), 0.2)
        except InUse:
            print("in use")
    """)
    run = [sys.executable, "-c", code, str(folder)]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == "in use\n"
    vault.close()
    assert not subprocess.run(run, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(
    sys.platform == "win32", reason="a Windows program restarts as a new process, which waits"
)
def test_a_program_that_replaces_itself_can_take_its_own_vault_again(folder: Path) -> None:
    code = textwrap.dedent("""
        import os, sys
        from pathlib import Path
        from engage_desktop.store.folder_lock import FolderLock
        held = FolderLock(Path(sys.argv[1]))
        if len(sys.argv) == 2:
            os.execv(sys.executable, [sys.executable, "-c", sys.orig_argv[2], sys.argv[1], "again"])
        print("taken again by", os.getpid())
    """)
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.communicate(timeout=20)[0] == f"taken again by {process.pid}\n"


def test_the_lock_can_be_waited_for(folder: Path) -> None:
    first = FolderLock(folder)
    with pytest.raises(InUse):
        FolderLock(folder, 0.12)
    first.release()
    FolderLock(folder, 5).release()


def test_the_pin_is_kept_inside_and_survives_the_lock(folder: Path) -> None:
    vault = new_vault(folder)
    assert not vault.has_pin()
    assert not vault.check_pin("482913")
    vault.set_pin("482913")
    vault.close()
    again = unlock(folder)
    assert again.has_pin()
    assert again.check_pin("482913")
    assert not again.check_pin("482914")
    with again.read() as connection:
        assert count(connection, "sync_outbox") == 0
    again.close()


def test_a_reserve_of_disk_space_is_kept_and_can_be_given_up(vault: Vault) -> None:
    assert (vault.folder / ballast.NAME).stat().st_size == 16 << 20
    assert vault.release_ballast()
    assert not vault.release_ballast()
    assert vault.hold_ballast()


def test_subkeys_differ_by_purpose_and_stay_the_same(folder: Path) -> None:
    vault = new_vault(folder)
    first, other = vault.subkey("attachments"), vault.subkey("export")
    vault.close()
    again = unlock(folder)
    assert again.subkey("attachments") == first != other
    again.close()


def test_the_schema_hash_is_kept_in_the_vault(vault: Vault) -> None:
    with vault.read() as connection:
        kept = connection.exec_driver_sql("SELECT v FROM sync_state WHERE k = 'schema_hash'").scalar()
    assert kept == capture.schema_hash()
