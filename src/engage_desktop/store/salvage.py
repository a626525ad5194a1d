"""What can still be read of a damaged database, copied into a fresh one, with a count of what could not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table

from engage_desktop.errors import Damaged
from engage_desktop.store import migrate
from engage_desktop.store.database import Database
from engage_desktop.store.driver import PatientReader, discard
from engage_desktop.store.migrations.history import MODULES
from engage_desktop.store.tables import metadata, records

CHUNK = 512
PROBES = 64
STRIDE = 4
ROWS_PER_PAGE = 64
NOT_COPIED = frozenset({"sync_ctx", "search_doc"})

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of one table: rows saved, and rows known to exist that could not be read."""

    table: str
    rows: int
    unreadable: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a salvage achieved; `placeholders` are empty rows standing in for lost ones that others refer to."""

    tables: tuple[Saved, ...]
    placeholders: int

    @property
    def rows(self) -> int:
        """Rows saved in all."""
        return sum(table.rows for table in self.tables)

    @property
    def complete(self) -> bool:
        """Whether nothing is known to be lost."""
        return not self.placeholders and not any(table.unreadable for table in self.tables)


def salvage(source: Path, dest: Path, key: bytearray, salt: bytes) -> Report:
    """Copy every readable row of a damaged, closed database into a new file at today's schema.

    The damaged file is only read. Raises `Damaged` when not even its list of tables can be read.
    """
    discard(dest)
    reader = PatientReader(source, key, salt)
    fresh = Database(dest, key, salt)
    try:
        if not reader.rows("SELECT name FROM sqlite_schema LIMIT 1"):
            raise Damaged("not even the list of tables can be read")
        with fresh.unguarded() as connection:
            migrate.lay_tables(connection, _history(reader))
            tables = tuple(_copied(reader, connection, table) for table in _tables())
            placeholders = _stand_in(connection)
            migrate.lay_tables(connection)
            migrate.finish(connection, rebuild_search=True)
    finally:
        reader.close()
        fresh.close()
    return Report(tables, placeholders)


def _history(reader: PatientReader) -> Sequence[Any]:
    """Return the revisions that lead to the schema the damaged file holds."""
    found = reader.rows("SELECT version_num FROM alembic_version")
    for count, module in enumerate(MODULES, start=1):
        if found and found[0][0] == module.revision:
            return MODULES[:count]
    return MODULES


def _tables() -> list[Table]:
    return [table for table in metadata.sorted_tables if table.name not in NOT_COPIED]


def _copied(reader: PatientReader, connection: Connection, table: Table) -> Saved:
    there = {str(row[1]) for row in reader.rows(f'PRAGMA table_info("{table.name}")') or []}
    here = {str(row[1]) for row in connection.exec_driver_sql(f'PRAGMA table_info("{table.name}")')}
    names = [column.name for column in table.columns if column.name in there & here]
    if not names:
        return Saved(table.name, 0, 0)
    columns = ", ".join(f'"{name}"' for name in names)
    places = ", ".join("?" * len(names))
    insert = f'INSERT OR REPLACE INTO "{table.name}" ({columns}) VALUES ({places})'
    connection.exec_driver_sql(f'DELETE FROM "{table.name}"')
    saved = 0
    for rows in _readable(reader, table, columns):
        if rows:
            connection.exec_driver_sql(insert, rows)
            saved += len(rows)
    counted = reader.rows(f'SELECT count(*) FROM "{table.name}"')
    known = counted[0][0] if counted else _counted_by_index(reader, table)
    return Saved(table.name, saved, max(0, known - saved))


def _readable(reader: PatientReader, table: Table, columns: str) -> Iterator[list[Row]]:
    """Yield the rows of a table in batches: all at once when it is whole, around the damage when it is not."""
    everything = reader.rows(f'SELECT {columns} FROM "{table.name}"')
    if everything is not None:
        yield everything
    elif table.dialect_options["sqlite"]["with_rowid"]:
        yield from _by_rowid(reader, table, columns)
    else:
        yield from _from_both_ends(reader, table, columns)


def _by_rowid(reader: PatientReader, table: Table, columns: str) -> Iterator[list[Row]]:
    query = f'SELECT {columns} FROM "{table.name}" WHERE rowid BETWEEN ? AND ?'
    last = _last_rowid(reader, table)
    low = 1 if _any_branch_readable(reader, query, last) else last + 1
    while low <= last:
        high = min(low + CHUNK, last)
        rows = reader.rows(query, (low, high))
        if rows is None:
            high = _readable_until(reader, query, low, high)
            rows = reader.rows(query, (low, high)) or []
            high = _unreadable_until(reader, query, high + 1, last)
        yield rows
        low = high + 1


def _any_branch_readable(reader: PatientReader, query: str, last: int) -> bool:
    """Say whether any of some rows spread over the table can be reached; none can when its root is damaged."""
    return any(reader.rows(query, (at, at)) is not None for at in range(1, last + 2, last // PROBES + 1))


def _readable_until(reader: PatientReader, query: str, low: int, high: int) -> int:
    """Return the last row id before the first unreadable one, `low - 1` when that is the first."""
    good, bad = low - 1, high
    while bad - good > 1:
        middle = (good + bad) // 2
        if reader.rows(query, (good + 1, middle)) is None:
            bad = middle
        else:
            good = middle
    return good


def _unreadable_until(reader: PatientReader, query: str, bad: int, last: int) -> int:
    """Return the last row id of the damage that begins at `bad`; steps are small, so no whole page is passed over."""
    step = 1
    while bad + step <= last and reader.rows(query, (bad + step, bad + step)) is None:
        bad += step
        step = min(step * 2, STRIDE)
    while bad < last and reader.rows(query, (bad + 1, bad + 1)) is None:
        bad += 1
    return bad


def _last_rowid(reader: PatientReader, table: Table) -> int:
    """Return the highest row id, asked of the table, of its key's index, or guessed from the size of the file."""
    index = f"sqlite_autoindex_{table.name}_1"
    for hint in ("", f'INDEXED BY "{index}"'):
        if found := reader.rows(f'SELECT max(rowid) FROM "{table.name}" {hint}'):
            return int(found[0][0] or 0)
    pages = reader.rows("PRAGMA page_count")
    return ROWS_PER_PAGE * int(pages[0][0]) if pages else 0


def _counted_by_index(reader: PatientReader, table: Table) -> int:
    """Count a table over its own key's index, which is another tree and may be whole."""
    index = f"sqlite_autoindex_{table.name}_1"
    found = reader.rows(f'SELECT count(*) FROM "{table.name}" INDEXED BY "{index}"')
    return int(found[0][0]) if found else 0


def _from_both_ends(reader: PatientReader, table: Table, columns: str) -> Iterator[list[Row]]:
    """Read in key order until a page fails, from the front and from the back."""
    key = [column.name for column in table.primary_key]
    for direction in ("ASC", "DESC"):
        order = ", ".join(f'"{name}" {direction}' for name in key)
        offset, size = 0, CHUNK
        while size:
            query = f'SELECT {columns} FROM "{table.name}" ORDER BY {order} LIMIT ? OFFSET ?'
            rows = reader.rows(query, (size, offset))
            if rows is None:
                size //= 2
                continue
            if not rows:
                break
            yield rows
            offset += len(rows)


def _stand_in(connection: Connection) -> int:
    """Give every reference to a lost row an empty row to point at, so that what was saved stays connected."""
    made = 0
    for _ in range(len(records)):
        dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if not dangling:
            break
        for child, rowid, parent, number in dangling:
            made += _placeholder(connection, str(child), rowid, str(parent), number)
    return made


def _placeholder(connection: Connection, child: str, rowid: int, parent: str, number: int) -> int:
    keys = connection.exec_driver_sql(f'PRAGMA foreign_key_list("{child}")').fetchall()
    column = next(str(key[3]) for key in keys if key[0] == number)
    family = '"family_id"' if "family_id" in records[parent].c and "family_id" in records[child].c else None
    target = '"id", "family_id"' if family else '"id"'
    wanted = f'"{column}"' + (f", {family}" if family else "")
    return connection.exec_driver_sql(
        f'INSERT OR IGNORE INTO "{parent}" ({target}) SELECT {wanted} FROM "{child}" WHERE rowid = ?',
        (rowid,),
    ).rowcount
