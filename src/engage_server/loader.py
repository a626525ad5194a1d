"""Reads what a push is about into `Heads`: one query per entity and purpose, row locks always in the same order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import orjson
from sqlalchemy import Connection, select

from engage_server.database import Database
from engage_server.facts import FACTS
from engage_server.heads import Head, Heads, Own
from engage_server.tables import sync_row
from engage_wire.ids import is_id
from engage_wire.merge import Meta
from engage_wire.op import Op
from engage_wire.registry import Home

Wanted = dict[str, set[str]]


class Loader:
    """Fills `Heads` for the operations of one push."""

    def __init__(self, database: Database, connection: Connection, agency: str) -> None:
        self._database = database
        self._connection = connection
        self._agency = agency
        self._heads = Heads()

    def load(self, ops: Sequence[Op]) -> Heads:
        """Return everything that judging these operations can ask for."""
        wanted = _touched(ops)
        for entity, ids in self._parents(ops, wanted).items():
            wanted[entity] |= ids
        for entity in sorted(wanted):
            self._rows(entity, wanted[entity], lock=True)
        self._children(ops)
        self._known(ops)
        return self._heads

    def rows(self, entity: str, ids: Iterable[str]) -> Heads:
        """Return some rows of one entity, locked for writing."""
        self._rows(entity, ids, lock=True)
        return self._heads

    def _parents(self, ops: Sequence[Op], wanted: Mapping[str, set[str]]) -> Wanted:
        """Return the rows whose lock holds over touched ones; naming one's parent never changes, so no lock yet."""
        found: Wanted = defaultdict(set)
        for op in ops:
            facts = FACTS.get(op.entity)
            if facts and facts.entity.locked_by and facts.entity.locked_by[1] in op.new:
                parent, name = facts.entity.locked_by
                found[parent].update(_ids([op.new[name]]))
        for entity, ids in wanted.items():
            locked_by = FACTS[entity].entity.locked_by
            if locked_by:
                table = FACTS[entity].table
                query = select(table.c[locked_by[1]]).where(
                    table.c.agency_id == self._agency, self._database.among(table.c.id, sorted(ids))
                )
                found[locked_by[0]].update(str(parent) for parent in self._connection.scalars(query))
        return found

    def _rows(self, entity: str, ids: Iterable[str], *, lock: bool) -> None:
        metas = self._metas(entity, sorted(ids), lock=lock)
        if not metas:
            return
        facts = FACTS[entity]
        table = facts.table
        query = select(table.c.id, *(table.c[name] for name in facts.columns)).where(
            table.c.agency_id == self._agency, self._database.among(table.c.id, sorted(metas))
        )
        for row_id, *values in self._connection.execute(query):
            home, meta, own = metas[row_id]
            doc = dict(zip(facts.columns, values, strict=True))
            self._heads.rows[entity, row_id] = Head(doc, meta, home, meta.rev, meta.locked_rev, own)

    def _metas(
        self, entity: str, ids: Sequence[str], *, lock: bool
    ) -> dict[str, tuple[str, Meta, Own | None]]:
        c = sync_row.c
        by = (c.by_device, c.by_incarnation, c.by_seq, c.by_base)
        query = (
            select(c.row_id, c.home, c.rev, c.frev, c.locked_rev, *by)
            .where(
                sync_row.c.agency_id == self._agency,
                sync_row.c.entity == entity,
                self._database.among(sync_row.c.row_id, ids),
            )
            .order_by(sync_row.c.row_id)
        )
        rows = self._connection.execute(query.with_for_update() if lock else query)
        return {
            row_id: (
                home,
                Meta(rev, {g: tuple(stamp) for g, stamp in orjson.loads(frev).items()}, locked_rev),
                Own(by[0], by[1], by[2], by[3], rev) if by[0] else None,
            )
            for row_id, home, rev, frev, locked_rev, *by in rows
        }

    def _children(self, ops: Sequence[Op]) -> None:
        """Load what a lock would fix beside its own row."""
        for name, facts in FACTS.items():
            lock = facts.entity.lock
            if lock is None:
                continue
            parents = sorted(
                {op.row_id for op in ops if op.entity == name and op.new.get(lock.field) == lock.value}
                & {key[1] for key in self._heads.rows if key[0] == name}
            )
            for child in lock.children if parents else ():
                table = FACTS[child].table
                query = select(table.c.id).where(
                    table.c.agency_id == self._agency, self._database.among(table.c[lock.key], parents)
                )
                ids = set(self._connection.scalars(query))
                self._rows(child, {i for i in ids if (child, i) not in self._heads.rows}, lock=False)
        self._heads.note_children()

    def _known(self, ops: Sequence[Op]) -> None:
        """Learn where the rows live that operations refer to."""
        wanted: dict[str, set[object]] = defaultdict(set)
        for op in ops:
            if op.bucket.startswith(f"{Home.FAMILY}:"):
                wanted["family"].add(op.bucket[2:])
            facts = FACTS.get(op.entity)
            for name, entity in facts.refs if facts else ():
                wanted[entity].add(op.new.get(name))
        for entity, values in wanted.items():
            missing = sorted(i for i in _ids(values) if (entity, i) not in self._heads.rows)
            if missing:
                query = select(sync_row.c.row_id, sync_row.c.home).where(
                    sync_row.c.agency_id == self._agency,
                    sync_row.c.entity == entity,
                    self._database.among(sync_row.c.row_id, missing),
                )
                for row_id, home in self._connection.execute(query):
                    self._heads.known[entity, row_id] = home


def _touched(ops: Sequence[Op]) -> Wanted:
    wanted: Wanted = defaultdict(set)
    for op in ops:
        if op.entity in FACTS:
            wanted[op.entity].add(op.row_id)
        wanted["conflict"].update(_ids(op.resolves))
    return defaultdict(set, {entity: ids for entity, ids in wanted.items() if ids})


def _ids(values: Iterable[object]) -> list[str]:
    return [value for value in values if isinstance(value, str) and is_id(value)]
