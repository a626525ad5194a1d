"""Find plaintext where none may be: canary words are searched, in several spellings, in every file of a folder.

With `strace` the search covers every byte of every write call too, files deleted since included:

    python -m tests.faults.store_canary
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from sqlalchemy import text
from tests.store.support import ACTOR, FLOOR, PASSPHRASE

from engage_desktop.store import backup, capture
from engage_desktop.store.vault import Vault
from engage_wire.clock import SystemClock

CANARY = "QZCANARYXJ"
COLUMN = capture.SEARCHED["contact_body"][0]
WRITES = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg"
TRACER = ("strace", "-f", "-y", "-xx", "-s", "1100000", "-e", f"trace={WRITES}")
QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
NAMED = re.compile(r"(\w+)\(\d+<((?:\\x[0-9a-f]{2})+|[^>]*)>")


def spellings(word: str) -> dict[str, bytes]:
    """Return how a word may look in a file: as typed, folded, in UTF-16, in hexadecimal, in base64 at any offset."""
    raw = word.encode()
    found = {
        "utf-8": raw,
        "folded": raw.lower(),
        "utf-16": word.encode("utf-16-le"),
        "hex": raw.hex().encode(),
    }
    for phase in range(3):
        shifted = base64.b64encode(b"\0" * phase + raw)
        found[f"base64+{phase}"] = shifted[(phase * 4 + 2) // 3 + 1 : -4]
    return found


def hits(data: bytes, words: tuple[str, ...] = (CANARY, PASSPHRASE)) -> Counter[str]:
    """Count the canaries in some bytes, by spelling."""
    return Counter(
        {how: n for word in words for how, raw in spellings(word).items() if (n := data.count(raw))}
    )


def hits_in(folder: Path) -> dict[str, Counter[str]]:
    """Return the files below a folder that hold canaries."""
    found = {p.name: hits(p.read_bytes()) for p in sorted(folder.rglob("*")) if p.is_file()}
    return {name: counted for name, counted in found.items() if counted}


def live(vault: Vault) -> None:
    """Do what a day does with a vault: records, drafts, search, sorting, failed writes, copies."""
    for number in range(60):
        write(vault, number)
    with vault.write(ACTOR, "draft") as connection:
        connection.execute(
            text(
                "INSERT INTO draft(entity, row_id, field, text, at) VALUES ('contact_body', 'x', 'y', :t, '')"
            ),
            {"t": f"{CANARY} half a sentence"},
        )
    with vault.read() as connection:
        connection.exec_driver_sql(
            f"SELECT {COLUMN} FROM contact_body ORDER BY substr({COLUMN}, 5), {COLUMN} DESC"
        ).all()
        connection.exec_driver_sql(
            "SELECT count(*) FROM search_index WHERE search_index MATCH 'qzcanary*'"
        ).all()
        connection.exec_driver_sql(
            f"WITH b AS MATERIALIZED (SELECT {COLUMN} t FROM contact_body) SELECT count(*) FROM b x JOIN b y ON x.t = y.t"
        ).all()
    try:
        with vault.write(ACTOR, "fails") as connection:
            connection.execute(text(f"UPDATE contact_body SET {COLUMN} = {COLUMN} || ' {CANARY} again'"))
            connection.execute(text("INSERT INTO family(id) SELECT id FROM family"))
    except Exception as error:  # noqa: BLE001 - whatever it is, its text must not hold the note
        print("expected:", type(error).__name__, error, file=sys.stderr)
    vault.copy_daily()


def write(vault: Vault, number: int) -> None:
    note = f"{CANARY}{number} visited " + " ".join(f"word{number * 31 + k}" for k in range(300))
    values = {"id": f"{number:032x}", "name": f"{CANARY} {number}", "note": note}
    with vault.write(ACTOR, "contact.create") as connection:
        connection.execute(text("INSERT INTO family(id, name) VALUES (:id, :name)"), values)
        connection.execute(text("INSERT INTO contact(id, family_id) VALUES (:id, :id)"), values)
        connection.execute(
            text(
                f"INSERT INTO contact_body(id, family_id, contact_id, {COLUMN}) VALUES (:id, :id, :id, :note)"
            ),
            values,
        )


def day(folder: Path) -> None:
    """Make, use, close, reopen and abandon a vault; the last transaction never ends."""
    vault = Vault.create(folder, PASSPHRASE, SystemClock(), FLOOR)
    live(vault)
    vault.set_pin("482913")
    vault.change_passphrase(PASSPHRASE, PASSPHRASE + " " + CANARY, FLOOR)
    vault.close()
    try:
        Vault.unlock(folder, CANARY, SystemClock())
    except Exception as error:  # noqa: BLE001 - whatever it is, its text must not hold the note
        print("expected:", type(error).__name__, error, file=sys.stderr)
    vault = Vault.unlock(folder, PASSPHRASE + " " + CANARY, SystemClock())
    assert vault._database is not None
    backup.before_upgrade(vault._database, folder, "0001", date(2026, 11, 21))
    for number in range(60, 80):
        write(vault, number)
    with vault.write(ACTOR, "never ends") as connection:
        connection.execute(text(f"UPDATE contact_body SET {COLUMN} = {COLUMN} || ' {CANARY} unfinished'"))
        os._exit(9)


def traced(folder: Path, log: Path) -> tuple[Counter[str], int]:
    """Run `day` under strace; return the canaries in the bytes it wrote, by file, and how many bytes there were."""
    subprocess.run(
        [*TRACER, "-o", str(log), sys.executable, "-m", "tests.faults.store_canary", "day", str(folder)],
        check=False,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder.parent)},
    )
    found: Counter[str] = Counter()
    total = 0
    with log.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            data = b"".join(bytes.fromhex(part.replace("\\x", "")) for part in QUOTED.findall(line))
            total += len(data)
            if hits(data):
                named = NAMED.search(line)
                found[named.group(2) if named else "?"] += 1
    return found, total


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        if shutil.which("strace") is None:
            print("strace is not here: only the files left behind are searched")
            subprocess.run(
                [sys.executable, "-m", "tests.faults.store_canary", "day", f"{name}/vault"], check=False
            )
            written: Counter[str] = Counter()
        else:
            written, total = traced(Path(name) / "vault", Path(name) / "log")
            print(f"{total} bytes written, canaries in write calls: {dict(written)}")
        left = hits_in(Path(name) / "vault")
        print(f"canaries in files left behind: {left}")
        return 1 if written or left else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["day"]:
        day(Path(sys.argv[2]))
    sys.exit(main())
