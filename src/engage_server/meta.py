"""What the server knows of itself: its agency, its epoch, its schema."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from engage_server.errors import ServerProblem
from engage_server.tables import sync_meta
from engage_wire.registry import SCHEMA

MIN_SCHEMA = 1


def agency_of(connection: Connection) -> str:
    """Return the agency this database serves; ServerProblem when it was never set up."""
    found = begun(connection)
    if found is None:
        raise ServerProblem("this database serves no agency yet; run init")
    return found


def begun(connection: Connection) -> str | None:
    """Return the agency this database was set up for, or None."""
    return connection.scalar(select(sync_meta.c.agency_id))


def begin(connection: Connection, agency: str, server_device: str, at: str) -> None:
    """Set up an empty database for an agency."""
    connection.execute(
        sync_meta.insert().values(
            agency_id=agency,
            epoch=1,
            epoch_at=at,
            schema=SCHEMA,
            min_schema=MIN_SCHEMA,
            server_device=server_device,
        )
    )


def epoch_of(connection: Connection, agency: str) -> int:
    """Return the database's epoch: one more after each restore from a backup."""
    return int(connection.scalar(select(sync_meta.c.epoch).where(sync_meta.c.agency_id == agency)) or 0)


def server_device_of(connection: Connection, agency: str) -> str:
    """Return the virtual device under which the server itself writes."""
    return str(connection.scalar(select(sync_meta.c.server_device).where(sync_meta.c.agency_id == agency)))


def raise_epoch(connection: Connection, at: str) -> int:
    """Begin the next epoch; devices will offer everything they still hold."""
    return begin_epoch(connection, epoch_of(connection, agency_of(connection)) + 1, at)


def begin_epoch(connection: Connection, epoch: int, at: str) -> int:
    """Begin an epoch, a later one than any that devices know; return it."""
    agency = agency_of(connection)
    connection.execute(
        update(sync_meta).where(sync_meta.c.agency_id == agency).values(epoch=epoch, epoch_at=at)
    )
    return epoch
