"""Copies of the agency's database, and what follows from them: what is durable, and a new epoch after a restore."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from sqlalchemy import Connection, select, update

from engage_server.database import Database, open_file, vacuum_into
from engage_server.errors import ServerProblem
from engage_server.meta import agency_of, begin_epoch, begun, epoch_of
from engage_server.migrate import upgrade
from engage_server.place import Place
from engage_server.tables import sync_device_seq
from engage_server.tls import write_private
from engage_wire.clock import Clock, instant

Mark = list[tuple[str, str, int, int]]  # agency, device, incarnation, last number


def mark(database: Database) -> Mark:
    """Return how far every device has come; what lies up to here is in a copy begun afterwards."""
    c = sync_device_seq.c
    with database.snapshot() as connection:
        rows = connection.execute(select(c.agency_id, c.device_id, c.incarnation, c.last_seq))
        return [(row.agency_id, row.device_id, row.incarnation, row.last_seq) for row in rows]


def read_mark(path: Path) -> Mark:
    """Read what `mark` returned from a file; ServerProblem when it is none."""
    try:
        lines = json.loads(path.read_bytes())
        return [(str(agency), str(device), int(inc), int(last)) for agency, device, inc, last in lines]
    except (ValueError, TypeError):
        raise ServerProblem(f"{path} is no mark; `backup --mark` writes one") from None


def declare_durable(database: Database, reached: Mark) -> None:
    """Tell devices, at their next contact, that everything up to `reached` survives the loss of this server."""
    database.run(lambda connection: _declare(connection, reached))


def _declare(connection: Connection, reached: Mark) -> None:
    c = sync_device_seq.c
    for agency, device, incarnation, last_seq in reached:
        connection.execute(
            update(sync_device_seq)
            .where(c.agency_id == agency, c.device_id == device, c.incarnation == incarnation)
            .where(c.durable_seq < last_seq)
            .values(durable_seq=last_seq)
        )


def back_up(database: Database, target: Path) -> None:
    """Write a copy of an SQLite database, encrypted under the same key, and declare what it holds durable."""
    if database.is_postgres:
        raise ServerProblem("PostgreSQL has its own backups; say `backup --declare` around pg_dump")
    if target.exists():
        raise ServerProblem(f"{target} exists already")
    reached = mark(database)
    fresh = target.with_name(target.name + ".new")
    fresh.unlink(missing_ok=True)
    try:
        vacuum_into(database, fresh)
        fresh.chmod(0o600)
        with fresh.open("rb") as copied:
            os.fsync(copied.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    declare_durable(database, reached)


def restore(place: Place, source: Path, clock: Clock) -> int:
    """Put a copy in the place of the database and begin a new epoch; what was there is kept beside it."""
    if place.url is not None:
        database = place.open()
    else:
        if not source.exists():
            raise ServerProblem(f"no copy at {source}")
        database = _put_back(place, source, clock)
    try:
        return _begin_epoch(database, place.folder / "epoch", clock)
    finally:
        database.close()


def _begin_epoch(database: Database, told: Path, clock: Clock) -> int:
    """Begin an epoch that no laptop has seen: the same copy may be put back twice, and knows of neither time."""
    with database.snapshot() as connection:
        epoch = max(epoch_of(connection, agency_of(connection)), _last(told)) + 1
    fresh = told.with_name("epoch.new")
    fresh.unlink(missing_ok=True)
    write_private(fresh, str(epoch).encode())
    fresh.replace(told)
    return database.run(lambda connection: begin_epoch(connection, epoch, instant(clock.now())))


def _last(told: Path) -> int:
    try:
        return int(told.read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def _put_back(place: Place, source: Path, clock: Clock) -> Database:
    key = place.database_key(made=True)
    fresh = place.file.with_name("server.db.new")
    try:
        shutil.copyfile(source, fresh)
        fresh.chmod(0o600)
        _prove(fresh, key, source)  # before anything is moved
        with fresh.open("rb") as copied:
            os.fsync(copied.fileno())
        _move(place.file, place.file.with_name(f"server.db.before-{clock.now():%Y%m%dT%H%M%SZ}"))
        _move(fresh, place.file)
    finally:
        fresh.unlink(missing_ok=True)
    return open_file(place.file, key)


def _prove(copy: Path, key: bytes, source: Path) -> None:
    """Prove that the key fits a copy, that it is an agency's, and that this program knows its schema."""
    probe = open_file(copy, key)
    try:
        upgrade(probe)
        with probe.snapshot() as connection:
            if begun(connection) is None:
                raise ServerProblem(f"{source} is no copy of an agency's database")
    finally:
        probe.close()


def _move(source: Path, target: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        part = source.with_name(source.name + suffix)
        if part.exists():
            part.replace(target.with_name(target.name + suffix))
