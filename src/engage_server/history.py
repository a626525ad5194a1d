"""Questions about what was: a row's revisions, and whether a device's copy of a bucket is the server's."""

from __future__ import annotations

from collections.abc import Mapping

import orjson
from sqlalchemy import Connection, func, select

from engage_server import scope
from engage_server.apply import digest_text
from engage_server.database import Database
from engage_server.devices import require_active
from engage_server.errors import BadRequest, Refused
from engage_server.tables import sync_bucket, sync_op, sync_revision, sync_row
from engage_wire.clock import Clock
from engage_wire.codec import Json
from engage_wire.ids import is_id

PAGE = 100


def _visible(connection: Connection, agency: str, clock: Clock, device_id: str) -> set[str]:
    device = require_active(connection, agency, device_id)
    person = scope.staff(connection, agency, device.user_id)
    if person is None or not person.active:
        return set()
    return {bucket for bucket, _mode in scope.scope_of(connection, agency, person, clock.now())}


def differing(
    database: Database, agency: str, clock: Clock, device_id: str, said: Mapping[str, object]
) -> list[str]:
    """Return which of the device's buckets differ at the head; a bucket behind the head is not compared."""
    with database.snapshot() as connection:
        visible = _visible(connection, agency, clock, device_id)
        c = sync_bucket.c
        query = select(c.bucket, c.head, c.digest, c.live).where(
            c.agency_id == agency, database.among(c.bucket, sorted(visible & said.keys()))
        )
        stands = {
            row.bucket: (row.head, digest_text(row.digest), row.live) for row in connection.execute(query)
        }
    return sorted(
        bucket for bucket in said if bucket in visible and _differs(said[bucket], stands.get(bucket))
    )


def _differs(said: object, stands: tuple[int, str, int] | None) -> bool:
    if not isinstance(said, list) or len(said) != 3:
        raise BadRequest("a bucket's state is [cur, digest, live]")
    cur, digest, live = said
    there = stands or (0, digest_text(0), 0)
    return cur == there[0] and [digest, live] != [*there[1:]]


def revisions(
    database: Database,
    agency: str,
    clock: Clock,
    device_id: str,
    entity: str,
    row_id: str,
    before: int | None,
) -> list[Json]:
    """Return up to a page of a row's revisions, newest first; Refused 404 when it is not there or not in scope."""
    with database.snapshot() as connection:
        visible = _visible(connection, agency, clock, device_id)
        r = sync_row.c
        home = None
        if is_id(row_id) and "\0" not in entity:
            home = connection.scalar(
                select(r.home).where(r.agency_id == agency, r.entity == entity, r.row_id == row_id)
            )
        if home not in visible:
            raise Refused(404, "not_found")
        v, o = sync_revision.c, sync_op.c
        said = func.coalesce(v.patch, o.new).label("patch")
        query = (
            select(v.rev, v.op_uid, said, v.before, v.outcome, v.at, o.actor, o.wall, o.cmd)
            .outerjoin_from(sync_revision, sync_op, (o.agency_id == v.agency_id) & (o.op_uid == v.op_uid))
            .where(v.agency_id == agency, v.entity == entity, v.row_id == row_id)
            .order_by(v.rev.desc())
            .limit(PAGE)
        )
        rows = connection.execute(query if before is None else query.where(v.rev < before)).mappings()
        return [
            {**row, "patch": orjson.loads(row["patch"]), "before": orjson.loads(row["before"])}
            for row in rows
        ]
