"""Cut the power at arbitrary moments: a model disk on which only a flush makes data durable.

A child writes to a vault under `strace`; the log of its writes is replayed into the model. At random points the
power fails: what was not flushed is dropped, kept, cut short or torn into 512-byte pieces. Every resulting disk is
opened and checked. With `OFF` the child does not flush, and the model must show losses: that proves the model.

    python -m tests.faults.store_power STATES [OFF]
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults import store_kills

from engage_desktop.errors import EngageError
from engage_desktop.store import driver
from engage_desktop.store.crypto import subkey
from engage_desktop.store.database import Database

COMMITS = 60
TORN = 512
CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,rename"
LINE = re.compile(r"\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
DESCRIPTOR = re.compile(r"(\d+)<([^>]*)>")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the child asked of the disk, or one commit it acknowledged."""

    what: str
    name: str = ""
    at: int = 0
    data: bytes = b""


@dataclass
class ModelDisk:
    """What is durable and what is only promised, per file; a deleted file's name may be used again."""

    durable: dict[str, bytearray]
    pending: dict[str, list[Step]] = field(default_factory=lambda: defaultdict(list))
    acknowledged: int = 0

    def take(self, step: Step) -> None:
        if step.what == "ack":
            self.acknowledged = step.at
        elif step.what == "sync":
            for promised in self.pending.pop(step.name, []):
                self.do(self.durable.setdefault(step.name, bytearray()), promised)
        else:
            self.pending[step.name].append(step)

    @staticmethod
    def do(data: bytearray, step: Step) -> None:
        end = step.at + len(step.data)
        if step.what == "cut":
            del data[step.at :]
        data.extend(bytes(max(0, end - len(data))))
        data[step.at : end] = step.data

    def after_failure(self, rng: random.Random) -> dict[str, bytearray]:
        """Return the files as the next start finds them."""
        how = rng.choice(["drop", "torn", "torn", "prefix", "keep"])
        found = {name: bytearray(data) for name, data in self.durable.items()}
        for name, steps in self.pending.items():
            data = found.setdefault(name, bytearray())
            for step in surviving(steps, how, rng):
                self.do(data, step)
        return found


def surviving(steps: list[Step], how: str, rng: random.Random) -> list[Step]:
    """Choose which unflushed writes reached the platter after all."""
    if how in {"drop", "keep"}:
        return steps if how == "keep" else []
    if how == "prefix":
        return steps[: rng.randint(0, len(steps))]
    pieces: list[Step] = []
    for step in steps:
        if step.what == "cut":
            pieces.append(step)
        else:
            pieces += [
                Step("write", step.name, step.at + offset, step.data[offset : offset + TORN])
                for offset in range(0, len(step.data), TORN)
                if rng.random() < 0.5
            ]
    return pieces


def raw(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def steps_of(log: Path, folder: Path) -> list[Step]:
    """Read the child's log; only the database and its journal matter, the shared memory is made anew."""
    steps = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        matched = LINE.match(line)
        if matched and not matched[3].startswith("-"):
            step = one_step(matched[1], matched[2])
            if step.what == "ack" or step.name in {str(folder / "engage.db"), str(folder / "engage.db-wal")}:
                steps.append(Step(step.what, Path(step.name).name, step.at, step.data))
    return steps


def one_step(call: str, rest: str) -> Step:
    found = DESCRIPTOR.match(rest)
    path = (raw(found[2]).decode() if "\\x" in found[2] else found[2]) if found else ""
    said = [raw(part) for part in TEXT.findall(rest)]
    last = rest.rsplit(", ", 1)[-1]
    if call == "write" and found and said[0].startswith(b"ACK "):
        return Step("ack", at=int(said[0].split()[1]))
    if call == "pwrite64":
        return Step("write", path, int(last), said[0])
    if call == "ftruncate":
        return Step("cut", path, int(last))
    if call in {"fsync", "fdatasync"}:
        return Step("sync", path)
    return Step("other")


def child(folder: Path, key: str, salt: str, flush: str) -> None:
    """Commit and acknowledge; small checkpoints, so that both files are at stake."""
    driver.SETTINGS = (
        *(s for s in driver.SETTINGS if not s.startswith("synchronous")),
        f"synchronous={flush}",
    )
    database = Database(folder / "engage.db", bytearray.fromhex(key), bytes.fromhex(salt))
    database._raw_writer("PRAGMA wal_autocheckpoint=40")
    rng = random.Random(1)
    for number in range(1, COMMITS + 1):
        with database.write() as connection:
            connection.exec_driver_sql("UPDATE sync_ctx SET txn='t', actor='a', cmd='c', hlc='h', wall='w'")
            store_kills.add(connection, number, rng)
            connection.exec_driver_sql(
                "UPDATE sync_ctx SET txn=NULL, actor=NULL, cmd=NULL, hlc=NULL, wall=NULL"
            )
        print(f"ACK {number}", flush=True)
    sys.stdout.close()


def verdict(folder: Path, key: bytearray, salt: bytes, acknowledged: int) -> str:
    """Open what a power cut left and say how it went."""
    try:
        database = Database(folder / "engage.db", bytearray(key), salt)
    except EngageError:
        return "damaged"
    try:
        with database.read() as connection:
            number, problem = store_kills.last_number(connection), store_kills.wrong(connection)
        if problem or database.faults():
            return "damaged"
    except EngageError:
        return "damaged"
    finally:
        database.close()
    return "lost" if number < acknowledged else "fine"


def run(states: int, flush: str = "FULL", seed: int = 42) -> Counter[str]:
    """Fail the power so many times; return how the vault fared."""
    outcome: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        keys, master = store_kills.prepared(folder)
        key = subkey(master, "db")
        before = {"engage.db": bytearray((folder / "engage.db").read_bytes())}
        arguments = [str(folder), key.hex(), keys.db_salt.hex(), flush]
        log = Path(name) / "log"
        subprocess.run(
            ["strace", "-f", "-y", "-xx", "-s", "300000", "-e", f"trace={CALLS}", "-o", str(log)]  # noqa: RUF005 - two programs
            + [sys.executable, "-m", "tests.faults.store_power", "child", *arguments],
            stdout=subprocess.PIPE,
            check=True,
        )
        steps = steps_of(log, folder)
        rng = random.Random(seed)
        first = next(i for i, step in enumerate(steps) if step.what == "ack")
        for number in range(states):
            disk = ModelDisk({name: bytearray(data) for name, data in before.items()})
            for step in steps[: rng.randint(first, len(steps) - 1)]:
                disk.take(step)
            left = Path(name) / f"left-{number}"
            left.mkdir()
            for file, data in disk.after_failure(rng).items():
                (left / file).write_bytes(data)
            outcome[verdict(left, key, keys.db_salt, disk.acknowledged)] += 1
            shutil.rmtree(left)
    return outcome


if __name__ == "__main__":
    if sys.argv[1] == "child":
        child(Path(sys.argv[2]), *sys.argv[3:6])
    else:
        print(dict(run(int(sys.argv[1]), (sys.argv[2:] or ["FULL"])[0])))
