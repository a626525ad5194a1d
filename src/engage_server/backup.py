"""Copies of the agency's database, and what follows from them: what is durable, and a new epoch after a restore."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, select, update

from engage_server.database import Database, open_file, vacuum_into
from engage_server.errors import ServerProblem
from engage_server.meta import agency_of, raise_epoch
from engage_server.migrate import upgrade
from engage_server.place import Place
from engage_server.tables import sync_device_seq
from engage_wire.clock import Clock, instant

Mark = list[tuple[str, str, int, int]]  # agency, device, incarnation, last number


def mark(database: Database) -> Mark:
    """Return how far every device has come; what lies up to here is in a copy begun afterwards."""
    c = sync_device_seq.c
    with database.snapshot() as connection:
        rows = connection.execute(select(c.agency_id, c.device_id, c.incarnation, c.last_seq))
        return [(row.agency_id, row.device_id, row.incarnation, row.last_seq) for row in rows]


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
    vacuum_into(database, fresh)
    fresh.chmod(0o600)
    with fresh.open("rb") as copied:
        os.fsync(copied.fileno())
    fresh.replace(target)
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
        return database.run(lambda connection: raise_epoch(connection, instant(clock.now())))
    finally:
        database.close()


def _put_back(place: Place, source: Path, clock: Clock) -> Database:
    key = place.database_key()
    fresh = place.file.with_name("server.db.new")
    fresh.write_bytes(source.read_bytes())
    fresh.chmod(0o600)
    probe = open_file(fresh, key)  # proves that the key fits before anything is moved
    with probe.snapshot() as connection:
        agency_of(connection)
    probe.close()
    _move(place.file, place.file.with_name(f"server.db.before-{clock.now():%Y%m%dT%H%M%SZ}"))
    _move(fresh, place.file)
    database = open_file(place.file, key)
    upgrade(database)
    return database


def _move(source: Path, target: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        part = source.with_name(source.name + suffix)
        if part.exists():
            part.replace(target.with_name(target.name + suffix))
