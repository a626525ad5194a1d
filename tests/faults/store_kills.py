"""Kill the store at arbitrary moments, again and again, and count what was lost.

A parent with everything imported forks a child for each round; the child opens the vault, commits small transactions
(records, search text, outbox, a counter) and acknowledges each on a pipe; the parent kills it with SIGKILL in the
middle of the next, reopens and checks. Run by the tests and, at full size, by

    python -m tests.faults.store_kills FOLDER ROUNDS
"""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, text
from tests.store.support import ACTOR, FLOOR, PASSPHRASE

from engage_desktop.store import capture, keyfile, migrate
from engage_desktop.store.crypto import subkey
from engage_desktop.store.database import Database
from engage_desktop.store.folder_lock import FolderLock
from engage_desktop.store.keyfile import KeyFile
from engage_desktop.store.vault import Vault
from engage_wire.clock import SystemClock

SEARCHED = capture.SEARCHED["contact_body"][0]
PURGE_ABOVE = 600


@dataclass
class Tally:
    """What the rounds added up to."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unacknowledged: int = 0
    damaged: list[str] = field(default_factory=list)
    with_journal: int = 0
    slowest_reopen: float = 0.0

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.with_journal} with a journal left, {self.acknowledged} rows acknowledged, "
            f"{self.lost} of them lost, {self.unacknowledged} committed but not yet acknowledged, "
            f"{len(self.damaged)} damaged states, slowest reopening {1000 * self.slowest_reopen:.0f} ms"
        )


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """Run `work` in a child with the writing end of a pipe; return its process id and the reading end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    try:
        os.close(reading)
        work(writing)
    finally:
        os._exit(1)


def killed_after(child: int, reading: int, acknowledgements: int, delay: float) -> int:
    """Kill the child some moment after so many acknowledgements; return the last number it acknowledged."""
    data = b""
    while data.count(b"\n") < acknowledgements:
        part = os.read(reading, 4096)
        if not part:
            break
        data += part
    until = time.perf_counter() + delay
    while time.perf_counter() < until:
        if select.select([reading], [], [], max(0.0, until - time.perf_counter()))[0]:
            data += os.read(reading, 4096)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reading, 4096):
        data += part
    os.close(reading)
    return int(data.split()[-1]) if data.split() else 0


def opened(folder: Path, keys: KeyFile, master: bytearray) -> Vault:
    """Open a vault whose key is at hand, without paying for the passphrase each time."""
    vault = Vault(folder, SystemClock(), FolderLock(folder, 5), keys, bytearray(master))
    vault._open()
    return vault


def write_on(folder: Path, keys: KeyFile, master: bytearray) -> Callable[[int], None]:
    """Return the child's work: commit and acknowledge for ever."""

    def work(pipe: int) -> None:
        vault = opened(folder, keys, master)
        with vault.read() as connection:
            number = last_number(connection)
        rng = random.Random(os.getpid())
        while True:
            number += 1
            with vault.write(ACTOR, "contact.edit") as connection:
                add(connection, number, rng)
            os.write(pipe, b"%d\n" % number)

    return work


def add(connection: Connection, number: int, rng: random.Random) -> None:
    words = " ".join(f"w{rng.randrange(5000)}" for _ in range(rng.randrange(20, 200)))
    values = {"id": f"{number:032x}", "text": words, "n": str(number)}
    connection.execute(text("INSERT INTO family(id, name) VALUES (:id, 'F')"), values)
    connection.execute(text("INSERT INTO contact(id, family_id) VALUES (:id, :id)"), values)
    connection.execute(
        text(
            f"INSERT INTO contact_body(id, family_id, contact_id, {SEARCHED}) VALUES (:id, :id, :id, :text)"
        ),
        values,
    )
    connection.execute(
        text("INSERT INTO local_setting(k, v) VALUES ('n', :n) ON CONFLICT(k) DO UPDATE SET v = excluded.v"),
        values,
    )
    if number % 5 == 0:
        connection.execute(
            text(f"UPDATE contact_body SET {SEARCHED} = :text || ' again' WHERE id = :id"), values
        )


def last_number(connection: Connection) -> int:
    return int(
        connection.exec_driver_sql(
            "SELECT coalesce((SELECT v FROM local_setting WHERE k = 'n'), 0)"
        ).scalar_one()
    )


def wrong(connection: Connection) -> str:
    """Return what is inconsistent; empty when nothing is."""
    number = last_number(connection)
    counts = [
        int(connection.exec_driver_sql(query).scalar_one())
        for query in (
            "SELECT count(*) FROM family WHERE id IN (SELECT contact_id FROM contact_body)",
            "SELECT count(*) FROM contact",
            "SELECT count(*) FROM contact_body",
            "SELECT count(*) FROM search_doc",
            "SELECT count(*) FROM sync_outbox WHERE kind = 'i' AND entity = 'contact_body'",
        )
    ]
    highest = connection.exec_driver_sql("SELECT max(id) FROM family").scalar()
    if len(set(counts)) != 1 or (highest and int(str(highest), 16) != number):
        return f"{counts} {number}"
    checked = str(connection.exec_driver_sql("PRAGMA quick_check").scalar())
    return "" if checked == "ok" else checked


def check(folder: Path, keys: KeyFile, master: bytearray, acknowledged: int, tally: Tally) -> None:
    """Reopen after a kill and add to the tally; keep the file small."""
    tally.with_journal += (folder / "engage.db-wal").exists()
    start = time.perf_counter()
    vault = opened(folder, keys, master)
    tally.slowest_reopen = max(tally.slowest_reopen, time.perf_counter() - start)
    with vault.read() as connection:
        number = last_number(connection)
        problem = wrong(connection)
        rows = int(connection.exec_driver_sql("SELECT count(*) FROM family").scalar_one())
    with vault.applying() as connection:
        connection.exec_driver_sql("INSERT INTO search_index(search_index) VALUES ('integrity-check')")
        if rows > PURGE_ABOVE:
            for table in ("contact_body", "contact", "family", "sync_outbox"):
                connection.exec_driver_sql(f"DELETE FROM {table}")
    problem = problem or " ".join(vault.faults())
    vault.close()
    tally.lost += max(0, acknowledged - number)
    tally.unacknowledged += max(0, number - acknowledged)
    if problem:
        tally.damaged.append(problem)


def run_writes(folder: Path, rounds: int, seed: int = 1) -> Tally:
    """Kill a writing child again and again."""
    keys, master = prepared(folder)
    tally, rng, before = Tally(), random.Random(seed), 0
    for _ in range(rounds):
        child, reading = forked(write_on(folder, keys, master))
        acknowledged = killed_after(child, reading, rng.randrange(1, 6), rng.uniform(0, 0.006))
        tally.kills += 1
        tally.acknowledged += acknowledged - before
        check(folder, keys, master, acknowledged, tally)
        vault = opened(folder, keys, master)
        with vault.read() as connection:
            before = last_number(connection)
        vault.close()
    return tally


def prepared(folder: Path) -> tuple[KeyFile, bytearray]:
    vault = Vault.create(folder, PASSPHRASE, SystemClock(), FLOOR)
    keys, master = vault._keys, bytearray(vault._master)
    vault.close()
    return keys, master


def run_migrations(folder: Path, rounds: int, seed: int = 1) -> tuple[Tally, int]:
    """Kill a child that upgrades to a made-up next schema; return the tally and how often the upgrade had finished."""
    from tests.store.test_migrations import next_release

    keys, master = prepared(folder)
    vault = opened(folder, keys, master)
    with vault.write(ACTOR, "x") as connection:
        for number in range(1, 200):
            add(connection, number, random.Random(number))
    vault.close()
    original = (folder / "engage.db").read_bytes()
    tally, rng, finished = Tally(), random.Random(seed), 0

    def work(pipe: int) -> None:
        database = Database(folder / "engage.db", subkey(master, "db"), keys.db_salt)
        os.write(pipe, b"1\n")
        migrate.upgrade(database, next_release())
        os.write(pipe, b"2\n")
        signal.pause()

    for _ in range(rounds):
        child, reading = forked(work)
        done = killed_after(child, reading, 1, rng.uniform(0, 0.12)) == 2
        tally.kills += 1
        tally.with_journal += (folder / "engage.db-wal").exists()
        database = Database(folder / "engage.db", subkey(master, "db"), keys.db_salt)
        with database.read() as connection:
            upgraded = migrate.revision_of(connection) == "0002"
            migrate.check(connection)
            problem = wrong(connection)
            if (
                bool(
                    connection.exec_driver_sql(
                        "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"
                    ).scalar()
                )
                != upgraded
            ):
                problem = "half an upgrade"
        problem = problem or " ".join(database.faults())
        database.close()
        finished += upgraded
        tally.lost += done and not upgraded
        if problem:
            tally.damaged.append(problem)
        (folder / "engage.db").write_bytes(original)
    return tally, finished


def making(place: Path, keys: KeyFile, master: bytearray) -> float:
    """Make a vault; return the seconds it took on this machine."""
    begun = time.perf_counter()
    vault = Vault(place, SystemClock(), FolderLock(place), keys, bytearray(master))
    vault._make()
    vault.close()
    return time.perf_counter() - begun


def run_creations(folder: Path, rounds: int, seed: int = 1) -> Tally:
    """Kill a child that makes a vault; the folder must hold a whole vault or be free for the next attempt."""
    keys, master = keyfile.new(PASSPHRASE, FLOOR)
    tally, rng = Tally(), random.Random(seed)

    def work(pipe: int) -> None:
        os.write(pipe, b"1\n")
        vault = Vault(place, SystemClock(), FolderLock(place), keys, bytearray(master))
        vault._make()
        signal.pause()

    place = folder / "measured"
    place.mkdir(parents=True)
    took = making(place, keys, master)
    for number in range(rounds):
        place = folder / f"round-{number}"
        place.mkdir(parents=True)
        child, reading = forked(work)
        killed_after(child, reading, 1, rng.uniform(0, 2 * took))
        tally.kills += 1
        if keyfile.present(place):
            tally.acknowledged += 1
            check(place, keys, master, 0, tally)
        else:
            took = making(place, keys, master)
        shutil.rmtree(place)
    return tally


def run_passphrases(folder: Path, rounds: int, seed: int = 1) -> Tally:
    """Kill a child that changes the passphrase back and forth; one of the two must always open the vault."""
    keys, master = prepared(folder)
    other = keyfile.with_passphrase(keys, master, "another five words go here", FLOOR)
    tally, rng = Tally(), random.Random(seed)

    def work(pipe: int) -> None:
        while True:
            keyfile.save(other, folder)
            os.write(pipe, b"1\n")
            keyfile.save(keys, folder)
            os.write(pipe, b"2\n")

    for _ in range(rounds):
        child, reading = forked(work)
        killed_after(child, reading, rng.randrange(1, 20), rng.uniform(0, 0.003))
        tally.kills += 1
        copies, _ = keyfile.load(folder)
        if not copies or any(keys != copy != other for copy in copies):
            tally.damaged.append("the key file is neither the old nor the new one")
    copies, _ = keyfile.load(folder)
    opening = PASSPHRASE if copies[0] == keys else "another five words go here"
    assert keyfile.unlock(copies, opening)[1] == master
    return tally


if __name__ == "__main__":
    place = Path(sys.argv[1])
    times = int(sys.argv[2])
    print("writing:", run_writes(place / "writes", times))
    print("upgrading:", *run_migrations(place / "migrations", max(1, times // 5)))
    print("making a vault:", run_creations(place / "creations", max(1, times // 5)))
    print("changing the passphrase:", run_passphrases(place / "keys", max(1, times // 5)))
