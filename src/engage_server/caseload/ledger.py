"""What the server has already, as an import asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import orjson
from sqlalchemy import select

from engage_server.server import Server
from engage_server.tables import records, sync_op, sync_revision
from engage_wire.entities import REGISTRY
from engage_wire.registry import Doc

IMPORT = "caseload.import"


class Ledger:
    """Reads records, people and teams; what was asked for once is not asked for again."""

    def __init__(self, server: Server) -> None:
        self._database = server.database
        self._agency = server.agency
        self._docs: dict[tuple[str, str], Doc | None] = {}
        self._logins = self._named("user", "login")
        self._teams = self._named("team", "name")

    def doc(self, entity: str, row_id: str) -> Doc | None:
        """Return a record, or None when there is none."""
        if (entity, row_id) not in self._docs:
            self.prefetch(entity, [row_id])
        return self._docs[entity, row_id]

    def prefetch(self, entity: str, row_ids: Iterable[str]) -> None:
        """Read many records of one kind at once."""
        wanted = [row_id for row_id in row_ids if (entity, row_id) not in self._docs]
        table, columns = records[entity], REGISTRY[entity].columns
        for part in _parts(wanted):
            query = select(table).where(table.c.agency_id == self._agency, table.c.id.in_(part))
            with self._database.snapshot() as connection:
                found = {row["id"]: row for row in connection.execute(query).mappings()}
            for row_id in part:
                row = found.get(row_id)
                self._docs[entity, row_id] = {name: row[name] for name in columns} if row else None

    def said(self, entity: str, row_ids: Sequence[str]) -> dict[str, Doc]:
        """Return what imports have said of some records before: the last value of each field."""
        v, o = sync_revision.c, sync_op.c
        found: dict[str, Doc] = {row_id: {} for row_id in row_ids}
        for part in _parts(row_ids):
            query = (
                select(v.row_id, o.new)
                .join_from(sync_revision, sync_op, (o.agency_id == v.agency_id) & (o.op_uid == v.op_uid))
                .where(v.agency_id == self._agency, v.entity == entity, v.row_id.in_(part), o.cmd == IMPORT)
                .order_by(v.rev)
            )
            with self._database.snapshot() as connection:
                for row_id, said in connection.execute(query):
                    found[row_id] |= orjson.loads(said)
        return found

    def user(self, login: str) -> str | None:
        """Return the id of the person with a login."""
        return self._logins.get(login)

    def team(self, name: str) -> str | None:
        """Return the id of the team with a name."""
        return self._teams.get(name)

    def _named(self, entity: str, column: str) -> dict[str, str]:
        table = records[entity]
        query = select(table.c.id, table.c[column]).where(
            table.c.agency_id == self._agency, table.c.deleted_at.is_(None)
        )
        with self._database.snapshot() as connection:
            return {str(name): str(row_id) for row_id, name in connection.execute(query)}


def _parts(row_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(row_ids), 500):
        yield row_ids[start : start + 500]
