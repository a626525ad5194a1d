"""What the vault does when it is killed, when the disk is full, when the folder is read-only, and what it leaks."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes import FrozenClock
from tests.faults import store_canary, store_kills, store_power
from tests.store.support import PASSPHRASE, add_families, count, new_vault, unlock

from engage_desktop.errors import DiskFailed, DiskFull, ReadOnlyFolder
from engage_desktop.store import ballast, keyfile
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.vault import Vault

ROOT = Path(__file__).resolve().parents[2]
LINUX_ROOT = sys.platform == "linux" and os.geteuid() == 0


def kills(tmp_path: Path, what: str, rounds: int) -> store_kills.Tally:
    """Run the rounds in a program of their own, because they fork."""
    code = (
        "import json, sys; from dataclasses import asdict; from pathlib import Path; from tests.faults import store_kills as k; "
        f"r = k.run_{what}(Path(sys.argv[1]), {rounds}); print(json.dumps(asdict(r[0] if isinstance(r, tuple) else r)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    tally: store_kills.Tally = store_kills.Tally(**json.loads(ran.stdout))
    return tally


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("half", [1, 2])
def test_no_acknowledged_row_is_lost_however_often_the_program_is_killed(
    tmp_path: Path, half: int, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = kills(tmp_path, "writes", 100)
    with capsys.disabled():
        print(f"\n  {tally}")
    assert tally.kills == 100
    assert tally.acknowledged > 200
    assert tally.with_journal > 50
    assert (tally.lost, tally.damaged) == (0, [])


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_an_upgrade_killed_at_any_moment_is_done_or_not_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = kills(tmp_path, "migrations", 30)
    with capsys.disabled():
        print(f"\n  upgrading: {tally}")
    assert (tally.kills, tally.lost, tally.damaged) == (30, 0, [])


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_a_change_of_passphrase_killed_at_any_moment_leaves_one_that_opens(tmp_path: Path) -> None:
    tally = kills(tmp_path, "passphrases", 30)
    assert (tally.kills, tally.damaged) == (30, [])


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_a_vault_whose_making_is_killed_is_whole_or_not_there(tmp_path: Path) -> None:
    tally = kills(tmp_path, "creations", 30)
    assert (tally.kills, tally.damaged) == (30, [])
    assert 0 < tally.acknowledged < 30


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace to see what was flushed")
def test_a_power_cut_loses_nothing_acknowledged_and_the_model_would_show_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    kept, unflushed = store_power.run(80), store_power.run(40, "OFF")
    with capsys.disabled():
        print(f"\n  power cuts: {dict(kept)}; the same without flushing, as a control: {dict(unflushed)}")
    assert kept == {"fine": 80}
    assert unflushed["damaged"] + unflushed["lost"] > 10


@pytest.mark.faults
@pytest.mark.timeout(900)
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace to see what was flushed")
def test_a_thousand_power_cuts_and_none_loses_anything(capsys: pytest.CaptureFixture[str]) -> None:
    kept = store_power.run(1000, seed=7)
    with capsys.disabled():
        print(f"\n  power cuts: {dict(kept)}")
    assert kept == {"fine": 1000}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Lend a disk of 64 MB of its own, where one may be mounted."""
    if not LINUX_ROOT:
        pytest.skip("mounting a small disk needs root on Linux")
    mount = tmp_path / "disk"
    mount.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(mount)], check=False)
    if made.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield mount
    subprocess.run(["umount", "-l", str(mount)], check=True)


def fill(disk: Path, spare: int = 0) -> Path:
    filler = disk / "filler"
    with filler.open("ab") as file:
        file.write(bytes(max(0, shutil.disk_usage(disk).free - spare)))
    return filler


def families(vault: Vault) -> int:
    with vault.read() as connection:
        return count(connection, "family")


def write_until_full(vault: Vault) -> int:
    for written in range(0, 10**6, 20):
        try:
            add_families(vault, 20, start=written, name="x" * 500)
        except (DiskFull, DiskFailed):
            return written
    raise AssertionError("the disk never was full")


def test_a_full_disk_loses_nothing_and_the_reserve_lets_work_be_finished(small_disk: Path) -> None:
    vault = new_vault(small_disk / "vault")
    fill(small_disk, spare=2 << 20)
    written = write_until_full(vault)
    assert written > 0
    assert families(vault) == written
    with vault.read() as connection:
        assert count(connection, "sync_outbox") == written
    with pytest.raises(DiskFull):
        vault.copy_daily()
    assert not list((small_disk / "vault").rglob("*.new*"))
    assert vault.release_ballast()
    add_families(vault, 20, start=written)
    assert vault.faults() == []
    vault.close()
    again = unlock(small_disk / "vault")
    assert families(again) == written + 20
    again.close()


def test_locking_on_a_full_disk_works_and_unlocking_gives_up_the_reserve(small_disk: Path) -> None:
    folder = small_disk / "vault"
    vault = new_vault(folder)
    fill(small_disk, spare=1 << 20)
    written = write_until_full(vault)
    fill(small_disk)
    vault.close()
    assert ballast.held(folder)
    again = unlock(folder)
    assert families(again) == written
    assert not ballast.held(folder)
    add_families(again, 1, start=written)
    again.close()


def test_without_reserve_a_full_disk_is_named_and_nothing_is_harmed(small_disk: Path) -> None:
    folder = small_disk / "vault"
    vault = new_vault(folder)
    add_families(vault, 5)
    vault.release_ballast()
    vault.close()
    filler = fill(small_disk)
    with pytest.raises(DiskFull):
        unlock(folder)
    with pytest.raises(DiskFull):
        new_vault(small_disk / "other")
    filler.unlink()
    again = unlock(folder)
    assert families(again) == 5
    assert ballast.held(folder)
    again.close()


def test_a_passphrase_change_on_a_full_disk_leaves_the_old_one(small_disk: Path) -> None:
    folder = small_disk / "vault"
    vault = new_vault(folder)
    filler = fill(small_disk)
    with pytest.raises(DiskFull):
        keyfile.save(keyfile.with_passphrase(vault._keys, vault._master, "another one", Kdf()), folder)
    vault.close()
    filler.unlink()
    unlock(folder).close()


def test_a_copy_onto_a_disk_that_fills_up_fails_cleanly(small_disk: Path, folder: Path) -> None:
    vault = new_vault(folder)
    add_families(vault, 2000, name="x" * 1000)
    assert vault._database is not None
    fill(small_disk, spare=1 << 20)
    with pytest.raises(DiskFull):
        vault._database.backup(small_disk / "copy.db")
    assert [p.name for p in small_disk.iterdir()] == ["filler"]
    add_families(vault, 1, start=2000)
    vault.close()


@pytest.fixture
def limited_files() -> Iterator[None]:
    """Let no file of this process grow beyond what the test sets, as a quota would."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
@pytest.mark.usefixtures("limited_files")
def test_a_quota_in_the_middle_of_a_write_loses_nothing_acknowledged(folder: Path) -> None:
    vault = new_vault(folder)
    vault.release_ballast()
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, hard))
    written = write_until_full(vault)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert families(vault) == written
    add_families(vault, 20, start=written)
    vault.close()
    again = unlock(folder)
    assert families(again) == written + 20
    again.close()


def test_a_read_only_folder_is_named(small_disk: Path) -> None:
    folder = small_disk / "vault"
    new_vault(folder).close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(ReadOnlyFolder):
        unlock(folder)
    with pytest.raises(ReadOnlyFolder):
        new_vault(small_disk / "other")


def test_the_scanner_finds_a_planted_canary_in_every_spelling(folder: Path) -> None:
    for how, raw in store_canary.spellings(store_canary.CANARY).items():
        (folder / how).write_bytes(os.urandom(777) + raw + os.urandom(333))
    assert set(store_canary.hits_in(folder)) == set(store_canary.spellings(store_canary.CANARY))


def test_no_file_of_an_open_or_abandoned_vault_holds_plaintext(folder: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.faults.store_canary", "day", str(folder / "vault")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 9, ran.stderr
    names = {p.name for p in (folder / "vault").iterdir()}
    assert {"engage.db", "engage.db-wal", "engage.db-shm"} <= names
    assert (folder / "vault" / "engage.db-wal").stat().st_size > 100_000
    assert store_canary.hits_in(folder) == {}
    assert not store_canary.hits(ran.stderr.encode())
    (folder / "vault" / "planted").write_text(f"a note about {store_canary.CANARY}")
    assert list(store_canary.hits_in(folder)) == ["planted"]
    again = Vault.unlock(folder / "vault", f"{PASSPHRASE} {store_canary.CANARY}", FrozenClock())
    assert families(again) == 80
    assert again.faults() == []
    again.close()


@pytest.mark.faults
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_no_write_call_carries_plaintext(folder: Path) -> None:
    found, total = store_canary.traced(folder / "vault", folder / "log")
    assert total > 1_000_000
    assert not found
