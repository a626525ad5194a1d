"""Servers for tests: the same suite on SQLCipher and on PostgreSQL, each test on a database of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.postgres import Cluster, binaries, running_cluster
from tests.support.server import Agency, Laptop, found_agency

from engage_server.database import Database, open_file, open_postgres
from engage_server.migrate import upgrade

KEY = b"k" * 32
ENGINES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed: no initdb on the path or in /usr/lib/postgresql")
    with running_cluster() as running:
        yield running


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "server.db"
    database = open_file(path, KEY)
    upgrade(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return path


@pytest.fixture(scope="session")
def empty_url(cluster: Cluster) -> str:
    url = cluster.database()
    database = open_postgres(url)
    upgrade(database)
    database.close()
    return url


@pytest.fixture(params=ENGINES)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database in today's schema, on each engine in turn."""
    if request.param == "sqlite":
        path = tmp_path / "server.db"
        shutil.copyfile(request.getfixturevalue("empty_file"), path)
        opened = open_file(path, KEY)
        yield opened
        opened.close()
        return
    running: Cluster = request.getfixturevalue("cluster")
    url = running.clone(request.getfixturevalue("empty_url"))
    opened = open_postgres(url)
    yield opened
    opened.close()
    running.drop(url)


@pytest.fixture
def agency(database: Database) -> Agency:
    return found_agency(database)


@pytest.fixture
def amina(agency: Agency) -> Laptop:
    """A caseworker's laptop."""
    return agency.laptop(agency.amina)


@pytest.fixture
def carla(agency: Agency) -> Laptop:
    """Her supervisor's laptop."""
    return agency.laptop(agency.carla)


@pytest.fixture
def dora(agency: Agency) -> Laptop:
    """The laptop of a caseworker of another team."""
    return agency.laptop(agency.dora)
