"""The one place that knows which engine runs: SQLCipher in a file or in memory, or PostgreSQL.

Everything else asks for a write transaction, for a snapshot, or for a set-based statement.
"""

from __future__ import annotations

import contextlib
import json
import random
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import psycopg
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Engine,
    FromClause,
    Table,
    Text,
    any_,
    bindparam,
    cast,
    create_engine,
    event,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool
from sqlcipher3 import dbapi2

from engage_server.errors import ServerProblem
from engage_server.tables import metadata

T = TypeVar("T")
Row = Sequence[object]
RETRIED = {"40P01", "40001", "23505"}
ATTEMPTS = 5
COPIED = 100  # from so many rows on, COPY is worth its round trips
BUSY_SECONDS = 30
POOL = 8
SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "cache_size=-16000",
)

# Bound as it is, a None makes the driver raise and swallow two errors; asked of this, it costs nothing.
dbapi2.register_adapter(type(None), lambda nothing: nothing)


def fault_of(error: BaseException) -> str | None:
    """Return why an engine could not do its work, the first line alone: what follows may quote data. None: not its."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, dbapi2.Error | psycopg.Error):
        return str(cause).partition("\n")[0].strip() or type(cause).__name__
    return None


class Database:
    """The agency's database: `write` and `run` for transactions that change it, `snapshot` for reading."""

    def __init__(self, engine: Engine, *, shared: bool = False) -> None:
        self.engine = engine
        self.shared = shared  # one connection for everybody: a snapshot must not stay open while others write
        self.is_postgres = engine.dialect.name == "postgresql"
        self._turn = threading.RLock()

    @contextmanager
    def write(self) -> Generator[Connection]:
        """Open a write transaction: BEGIN IMMEDIATE on SQLite, READ COMMITTED on PostgreSQL."""
        turn = contextlib.nullcontext() if self.is_postgres else self._turn
        with turn, self.engine.connect() as connection:
            marked = (
                connection if self.is_postgres else connection.execution_options(begins="BEGIN IMMEDIATE")
            )
            with marked.begin():
                if self.is_postgres:
                    marked.exec_driver_sql("SET LOCAL engage.op = '1'")  # what the guard triggers ask for
                yield marked

    def run(self, job: Callable[[Connection], T]) -> T:
        """Run a job in a write transaction; again, a few times, when it lost a race with another one."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with self.write() as connection:
                    return job(connection)
            except (DBAPIError, psycopg.Error) as error:
                if attempt == ATTEMPTS or _sqlstate(error) not in RETRIED:
                    raise
                time.sleep(random.uniform(0, 0.02 * 2**attempt))
        raise AssertionError  # the last attempt either returned or raised

    @contextmanager
    def snapshot(self) -> Generator[Connection]:
        """Open a read-only view of one moment; it stays the same for the whole block."""
        turn = self._turn if self.shared else contextlib.nullcontext()
        with turn, self.engine.connect() as connection:
            options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            still = connection.execution_options(**options) if self.is_postgres else connection
            with still.begin():
                yield still

    def among(self, found: ColumnElement[Any], values: Sequence[str]) -> ColumnElement[bool]:
        """Return the condition that a text column holds one of many values, as one parameter."""
        if self.is_postgres:
            return found == any_(cast(bindparam(None, list(values), unique=True), ARRAY(Text)))
        listed = func.json_each(bindparam(None, json.dumps(list(values)), Text, unique=True)).table_valued(
            "value"
        )
        return found.in_(select(listed.c.value))

    @staticmethod
    def pairs(names: Sequence[str], numbers: Sequence[int]) -> FromClause:
        """Return a table of (name, number) made of two lists; PostgreSQL only."""
        arrays = (
            cast(bindparam(None, list(names), unique=True), ARRAY(Text)),
            cast(bindparam(None, list(numbers), unique=True), ARRAY(BigInteger)),
        )
        return func.unnest(*arrays).table_valued("name", "number").render_derived()

    def insert(self, connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        """Insert many new rows, their values in the order of the table's columns."""
        if not rows:
            return
        if self.is_postgres and len(rows) >= COPIED:
            self._copy_in(connection, table, rows)
        else:
            self._execute(connection, table, "", rows)

    def upsert(
        self, connection: Connection, table: Table, rows: Sequence[Row], *, keep: bool = False
    ) -> None:
        """Insert or replace many rows by primary key; with `keep`, rows that exist stay as they are."""
        if rows:
            self._execute(connection, table, _on_conflict(table, keep=keep), rows)

    def _execute(self, connection: Connection, table: Table, then: str, rows: Sequence[Row]) -> None:
        head = f'INSERT INTO "{table.name}" ({_names(table)})'
        if self.is_postgres:
            arrays = ", ".join("%s::text[]" if _is_text(c) else "%s::bigint[]" for c in table.columns)
            columns = tuple(list(values) for values in zip(*rows, strict=True))
            connection.exec_driver_sql(f"{head} SELECT * FROM unnest({arrays}) {then}", columns)
            return
        marks = ", ".join("?" * len(table.columns))
        connection.exec_driver_sql(f"{head} VALUES ({marks}) {then}", [tuple(row) for row in rows])

    @staticmethod
    def _copy_in(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
        cursor = connection.connection.cursor()
        try:
            with cursor.copy(f'COPY "{table.name}" ({_names(table)}) FROM STDIN') as out:
                for row in rows:
                    out.write_row(row)
        finally:
            cursor.close()

    def lock_scope(self, connection: Connection) -> None:
        """Let nobody else derive scopes until this transaction ends (SQLite has one writer anyway)."""
        if self.is_postgres:
            connection.execute(text("SELECT pg_advisory_xact_lock(7205759)"))

    def copy(self) -> Database:
        """Return an independent copy of an in-memory database, as it is now."""
        assert self.shared
        with self._turn, self.engine.connect() as connection:
            source, target = connection.connection.driver_connection, _memory()
            assert isinstance(source, dbapi2.Connection)
            source.backup(target)
        return Database(_sqlite_engine(lambda: target, poolclass=StaticPool), shared=True)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _names(table: Table) -> str:
    return ", ".join(f'"{c.name}"' for c in table.columns)


@lru_cache(maxsize=256)
def _on_conflict(table: Table, *, keep: bool) -> str:
    keys = ", ".join(f'"{c.name}"' for c in table.primary_key.columns)
    changed = ", ".join(f'"{c.name}" = excluded."{c.name}"' for c in table.columns if not c.primary_key)
    return f"ON CONFLICT ({keys}) DO {'NOTHING' if keep else f'UPDATE SET {changed}'}"


def _sqlstate(error: DBAPIError | psycopg.Error) -> str | None:
    return getattr(error.orig if isinstance(error, DBAPIError) else error, "sqlstate", None)


def _is_text(found: ColumnElement[Any]) -> bool:
    return isinstance(found.type, Text)


def _sqlite_engine(connect: Callable[[], dbapi2.Connection], **options: Any) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=connect, hide_parameters=True, **options
    )

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(str(connection.get_execution_options().get("begins", "BEGIN")))

    event.listen(engine, "begin", start)
    return engine


def open_file(path: Path, key: bytes) -> Database:
    """Open the encrypted SQLite file at `path` with a 32-byte key; made when missing."""

    def connect() -> dbapi2.Connection:
        connection = dbapi2.connect(
            str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.set_key(bytearray(f"x'{key.hex()}'".encode()))
        if connection.execute("PRAGMA cipher_version").fetchone() is None:
            raise ServerProblem("the driver does not encrypt")
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except dbapi2.DatabaseError:
            raise ServerProblem("the key does not open the database") from None
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        return connection

    return Database(_sqlite_engine(connect, poolclass=QueuePool, pool_size=POOL, max_overflow=POOL))


def open_memory() -> Database:
    """Open a database in this process's memory, its tables already there; for simulations and tests."""
    connection = _memory()
    _template().backup(connection)
    return Database(_sqlite_engine(lambda: connection, poolclass=StaticPool), shared=True)


def open_postgres(url: str) -> Database:
    """Open a PostgreSQL database by its URL (`postgresql+psycopg://…`); ServerProblem when it is none."""
    try:
        address = make_url(url)
    except ArgumentError:
        address = None
    if address is None or address.drivername != "postgresql+psycopg":
        raise ServerProblem("the database is no PostgreSQL URL; write postgresql+psycopg://user@host/name")
    # a statement prepared while a table was small keeps its plan while the table grows: every query is planned anew
    never_prepared = {"prepare_threshold": None}
    engine = create_engine(
        address, hide_parameters=True, pool_size=POOL, max_overflow=POOL, connect_args=never_prepared
    )
    return Database(engine)


def _memory() -> dbapi2.Connection:
    return dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)


_TEMPLATES: list[dbapi2.Connection] = []


def _template() -> dbapi2.Connection:
    if not _TEMPLATES:
        made = _memory()
        metadata.create_all(_sqlite_engine(lambda: made, poolclass=StaticPool))
        _TEMPLATES.append(made)
    return _TEMPLATES[0]


def vacuum_into(database: Database, target: Path) -> None:
    """Write a compact copy of an SQLite database, under the same key, to a file that does not exist yet."""
    with database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, dbapi2.Connection)
        raw.execute("VACUUM INTO ?", (str(target),))
