"""A private PostgreSQL cluster for the tests: its own folder, its own port, no fsync, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

MEMORY = Path("/dev/shm")  # noqa: S108 - a cluster of seconds belongs into memory
ROOM = 2 << 30
SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=64MB",
    "max_connections=60",
)


def binaries() -> Path | None:
    """Return the folder with initdb and pg_ctl, or None where PostgreSQL is absent."""
    found = shutil.which("initdb")
    places = (
        [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    )
    return next((place for place in places if (place / "initdb").exists()), None)


@dataclass(slots=True)
class Cluster:
    """A running cluster; `database` makes an empty database in it and returns its URL."""

    port: int
    made: int = field(default=0)

    def database(self) -> str:
        """Make an empty database and return its SQLAlchemy URL."""
        self.made += 1
        name = f"engage_{os.getpid()}_{self.made}"
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{name}"

    def clone(self, template: str) -> str:
        """Copy a database that nobody is connected to, and return the copy's URL."""
        self.made += 1
        name = f"engage_{os.getpid()}_{self.made}"
        source = template.rpartition("/")[2]
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(source))
            )
        return f"{template.rpartition('/')[0]}/{name}"

    def drop(self, url: str) -> None:
        """Drop a database, whoever is still connected."""
        name = url.rpartition("/")[2]
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    def _dsn(self, name: str) -> str:
        return f"host=127.0.0.1 port={self.port} user=postgres dbname={name}"


@contextmanager
def running_cluster(beneath: Path | None = None, settings: Sequence[str] = SETTINGS) -> Generator[Cluster]:
    """Start a cluster and stop it at the end; root drops to the user `postgres`, because initdb refuses root.

    It lies in memory where there is plenty, unless `beneath` names another folder.
    """
    place = binaries()
    assert place is not None
    base = beneath or (MEMORY if _roomy(MEMORY) else None)
    folder = Path(tempfile.mkdtemp(prefix="engage-pg-", dir=base))
    try:
        as_postgres = _step_down(folder)
        data, port = folder / "data", _free_port()
        _run(
            [
                str(place / "initdb"),
                "-D",
                str(data),
                "-A",
                "trust",
                "-U",
                "postgres",
                "--locale=C",
                "-E",
                "UTF8",
                "-N",
            ],
            as_postgres,
        )
        chosen = " ".join(f"-c {setting}" for setting in settings)
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {chosen}"
        control = [str(place / "pg_ctl"), "-D", str(data), "-w", "-t", "30"]
        _run([*control, "-o", options, "-l", str(folder / "log"), "start"], as_postgres)
        try:
            yield Cluster(port)
        finally:
            _run([*control, "-m", "immediate", "stop"], as_postgres)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _roomy(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > ROOM


def _step_down(folder: Path) -> int | None:
    if os.geteuid() != 0:
        return None
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    return user.pw_uid


def _run(command: list[str], user: int | None) -> None:
    group = pwd.getpwuid(user).pw_gid if user is not None else None
    extra = [] if user is None else [group or user]
    done = subprocess.run(
        command,
        user=user,
        group=group,
        extra_groups=extra if user is not None else None,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
