"""The encrypted database: one writer, readers that cannot write, errors in the product's terms."""

from __future__ import annotations

import ast
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError
from tests.store.support import flip

from engage_desktop.errors import BackupFailed, Damaged, EngageError, InUse, Locked
from engage_desktop.store import driver
from engage_desktop.store.database import Database

ROOT = Path(__file__).resolve().parents[2]
KEY, SALT = bytearray(range(32)), bytes(range(100, 116))


def opened(folder: Path, key: bytearray = KEY) -> Database:
    return Database(folder / "x.db", bytearray(key), SALT)


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    made = opened(folder)
    with made.write() as connection:
        connection.exec_driver_sql("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT UNIQUE)")
    yield made
    made.close()


def add(database: Database, count: int, size: int = 3000) -> None:
    with database.write() as connection:
        for _ in range(count):
            connection.execute(text("INSERT INTO note(body) VALUES (:b)"), {"b": os.urandom(size // 2).hex()})


def how_many(database: Database) -> int:
    with database.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one())


def test_no_module_reaches_for_a_database_driver_but_the_one_that_may() -> None:
    reached: dict[str, set[str]] = {}
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names.append(node.module)
            for name in names:
                if name.split(".")[0] in {"sqlite3", "sqlcipher3", "apsw", "pysqlite2"}:
                    reached.setdefault(str(path.relative_to(ROOT / "src")), set()).add(name.split(".")[0])
    assert "sqlite3" not in set().union(*reached.values())
    assert [name for name in reached if name.startswith("engage_desktop")] == [
        "engage_desktop/store/driver.py"
    ]


def test_every_connection_is_set_up_for_safety(database: Database) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "recursive_triggers": 1,
        "auto_vacuum": 2,
        "busy_timeout": 5000,
    }
    with database.write() as writer, database.read() as reader:
        for name, value in wanted.items():
            for connection in (writer, reader):
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value, name
        assert reader.exec_driver_sql("PRAGMA query_only").scalar() == 1
        assert writer.exec_driver_sql("PRAGMA query_only").scalar() == 0
        assert str(writer.exec_driver_sql("PRAGMA cipher_version").scalar()).startswith("4.")


def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises((DBAPIError, EngageError)), database.read() as connection:
        connection.exec_driver_sql("INSERT INTO note(body) VALUES ('x')")
    assert how_many(database) == 0


def test_a_reader_sees_one_moment(database: Database) -> None:
    add(database, 2)
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar() == 2
        add(database, 3)
        assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar() == 2
    assert how_many(database) == 5


def test_a_failing_block_leaves_nothing(database: Database) -> None:
    def insert_and_stop() -> None:
        with database.write() as connection:
            connection.exec_driver_sql("INSERT INTO note(body) VALUES ('x')")
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        insert_and_stop()
    assert how_many(database) == 0


def test_a_constraint_is_a_mistake_of_ours_and_its_message_holds_no_text(database: Database) -> None:
    insert = text("INSERT INTO note(body) VALUES (:b)")
    with database.write() as connection:
        connection.execute(insert, {"b": "a child's name"})
    with pytest.raises(IntegrityError) as refused, database.write() as connection:
        connection.execute(insert, {"b": "a child's name"})
    assert "child" not in str(refused.value)


def test_a_write_inside_a_write_is_a_mistake(database: Database) -> None:
    with database.write(), pytest.raises(RuntimeError), database.write():
        pass


def test_many_threads_write_and_read_without_error(database: Database) -> None:
    failures: list[BaseException] = []

    def work(job: Callable[[], object]) -> None:
        try:
            for _ in range(15):
                job()
        except BaseException as error:  # noqa: BLE001 - a thread must hand its failure to the test
            failures.append(error)

    jobs: list[Callable[[], object]] = [partial(add, database, 1, 200), partial(how_many, database)] * 4
    threads = [threading.Thread(target=work, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert how_many(database) == 60


def test_the_file_is_not_readable_without_the_key(database: Database, folder: Path) -> None:
    add(database, 3)
    database.checkpoint()
    assert not (folder / "x.db").read_bytes().startswith(b"SQLite")
    with pytest.raises(Damaged):
        opened(folder, bytearray(32))


def test_a_second_writer_from_elsewhere_is_told_the_database_is_in_use(
    database: Database, folder: Path
) -> None:
    other = driver.open_raw(folder / "x.db", KEY, SALT)
    with database.write():
        other.execute("PRAGMA busy_timeout=10")
        with pytest.raises(Exception, match="locked") as refused:
            other.execute("BEGIN IMMEDIATE")
    other.close()
    assert isinstance(driver.translated(refused.value, folder / "x.db"), InUse)  # type: ignore[arg-type]  # the driver's


def test_closing_leaves_one_file_and_no_journal_even_with_a_forgotten_reader(folder: Path) -> None:
    database = opened(folder)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT UNIQUE)")
    add(database, 20)
    forgotten = ExitStack()
    reader = forgotten.enter_context(database.read())
    cursor = reader.exec_driver_sql("SELECT * FROM note")
    cursor.fetchone()
    database.close()
    assert [p.name for p in folder.iterdir()] == ["x.db"]
    with pytest.raises((DBAPIError, EngageError)):
        reader.exec_driver_sql("SELECT 1")
    with pytest.raises(Locked), database.read():
        pass
    with pytest.raises(Locked), database.write():
        pass
    forgotten.close()


def test_closing_interrupts_a_long_query(folder: Path) -> None:
    database = opened(folder)
    started, outcome = threading.Event(), []

    def long_query() -> None:
        try:
            with database.read() as connection:
                started.set()
                connection.exec_driver_sql(
                    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
                ).scalar()
        except Locked as error:
            outcome.append(error)

    thread = threading.Thread(target=long_query)
    thread.start()
    assert started.wait(10)
    database.close()
    thread.join(10)
    assert not thread.is_alive()
    assert len(outcome) == 1


def test_one_damaged_page_is_called_damage_the_rest_still_answers_and_new_connections_work(
    folder: Path,
) -> None:
    database = opened(folder)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE small(a)")
        connection.exec_driver_sql("INSERT INTO small VALUES (1)")
        connection.exec_driver_sql("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT)")
    add(database, 60)
    database.close()
    pages = (folder / "x.db").stat().st_size // 4096
    flip(folder / "x.db", (pages - 5) * 4096 + 100)
    database = opened(folder)
    for _ in range(2):
        with pytest.raises(Damaged), database.read() as connection:
            connection.exec_driver_sql("SELECT sum(length(body)) FROM note").scalar()
        with database.read() as connection:
            assert connection.exec_driver_sql("SELECT a FROM small").scalar() == 1
    with pytest.raises(Damaged), database.write() as connection:
        connection.exec_driver_sql("UPDATE note SET body = body || 'x'")
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO small VALUES (2)")
    assert any("page" in fault for fault in database.faults())
    database.close()


def test_a_destroyed_salt_does_not_matter_because_the_key_file_has_it(folder: Path) -> None:
    database = opened(folder)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT)")
    database.close()
    data = bytearray((folder / "x.db").read_bytes())
    data[:16] = bytes(16)
    (folder / "x.db").write_bytes(data)
    database = opened(folder)
    add(database, 1)
    database.close()


@pytest.mark.parametrize("offset", [16, 24, 100, 2000, 4015, 4016, 4040, 4095])
def test_a_damaged_first_page_is_called_damage(folder: Path, offset: int) -> None:
    database = opened(folder)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT)")
    database.close()
    flip(folder / "x.db", offset)
    with pytest.raises(Damaged):
        opened(folder)


def test_a_truncated_file_is_called_damage(folder: Path, database: Database) -> None:
    add(database, 100)
    database.close()
    data = (folder / "x.db").read_bytes()
    (folder / "x.db").write_bytes(data[: len(data) * 6 // 10 // 4096 * 4096])
    with pytest.raises(Damaged):
        opened(folder)


def test_a_backup_is_encrypted_whole_and_of_one_moment(database: Database, folder: Path) -> None:
    add(database, 50)
    other_key, other_salt = bytearray(reversed(range(32))), bytes(16)
    database.backup(folder / "same.db")
    database.backup(folder / "other.db", other_key, other_salt)
    for name, key, salt in (("same.db", KEY, SALT), ("other.db", other_key, other_salt)):
        assert not (folder / name).read_bytes().startswith(b"SQLite")
        copy = Database(folder / name, bytearray(key), salt)
        assert how_many(copy) == 50
        assert copy.faults() == []
        copy.close()
    with pytest.raises(Damaged):
        Database(folder / "other.db", bytearray(KEY), SALT)
    assert sorted(p.name for p in folder.iterdir() if p.suffix == ".db") == ["other.db", "same.db", "x.db"]


def test_writers_go_on_during_a_backup_and_the_copy_is_consistent(database: Database, folder: Path) -> None:
    add(database, 800)
    stop, failures = threading.Event(), []

    def write() -> None:
        try:
            while not stop.is_set():
                add(database, 1, 200)
        except EngageError as error:
            failures.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    database.backup(folder / "copy.db")
    stop.set()
    thread.join()
    assert failures == []
    copy = Database(folder / "copy.db", bytearray(KEY), SALT)
    with copy.read() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert how_many(copy) >= 800
    copy.close()


def test_a_backup_of_a_damaged_database_fails_and_leaves_no_file(folder: Path) -> None:
    database = opened(folder)
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT)")
    add(database, 40)
    database.close()
    flip(folder / "x.db", 12 * 4096 + 100)
    database = opened(folder)
    with pytest.raises((Damaged, BackupFailed)):
        database.backup(folder / "copy.db")
    database.close()
    assert [p.name for p in folder.iterdir()] == ["x.db"]
