"""Looking after a server: copies and restores, durable numbers, migrations, the command line."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from tests.fakes import FrozenClock
from tests.server.conftest import KEY
from tests.support.http import Installed
from tests.support.postgres import Cluster
from tests.support.server import PASSWORD, Agency, Json, Laptop, cheap_hasher, found_agency

from engage_server import backup
from engage_server.database import Database, open_file
from engage_server.errors import Refused, ServerProblem
from engage_server.migrate import MODULES, differing, upgrade
from engage_server.place import Place, alone
from engage_server.server import Server
from engage_server.tables import enrol_code, sync_row
from engage_server.write import Change
from engage_wire.enrolment import read_enrolment


def test_the_migrations_make_todays_tables(database: Database) -> None:
    with database.snapshot() as connection:
        assert differing(connection) == []


def test_upgrading_again_changes_nothing_and_a_later_schema_is_refused(database: Database) -> None:
    upgrade(database)
    with database.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ServerProblem, match="9999"):
        upgrade(database)
    assert MODULES[-1].revision == "0001"


@pytest.mark.parametrize("database", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
def test_records_change_through_operations_only(agency: Agency, database: Database) -> None:
    for statement in ("UPDATE family SET name = 'x'", "DELETE FROM contact", "TRUNCATE person"):
        with database.engine.begin() as connection, pytest.raises(DBAPIError, match="operations only"):
            connection.exec_driver_sql(statement)


def test_a_database_nobody_set_up_is_no_server(database: Database) -> None:
    with pytest.raises(ServerProblem, match="init"):
        Server(database, FrozenClock())


def test_a_server_that_starts_again_stands_where_it_stood(agency: Agency, amina: Laptop) -> None:
    family = amina.family()
    amina.push()
    agency.server = Server(agency.server.database, agency.clock, agency.bits, cheap_hasher)
    amina.person(family)
    assert amina.push()["acked"] == 2


def test_what_a_copy_holds_is_durable_and_what_came_later_is_not(
    agency: Agency, amina: Laptop, database: Database, tmp_path: Path
) -> None:
    family = amina.family()
    amina.push()
    assert amina.pull()[0]["durable_seq"] == 0
    reached = backup.mark(database)
    amina.person(family)
    amina.push()
    backup.declare_durable(database, reached)
    assert amina.pull()[0]["durable_seq"] == 1
    amina.person(family)
    assert amina.push()["durable_seq"] == 1


def test_an_import_of_thousands_of_rows_keeps_the_buckets_true(agency: Agency, carla: Laptop) -> None:
    families = [agency.new_id() for _ in range(20)]
    changes = []
    for family in families:
        changes.append(Change("family", family, {"name": "F"}))
        doc = {"family_id": family, "user_id": agency.amina.user_id, "role": "worker"}
        changes.append(Change("assignment", agency.new_id(), doc))
        changes += [
            Change("person", agency.new_id(), {"family_id": family, "first_name": str(n)}) for n in range(250)
        ]
    agency.server.write(changes, cmd="import")
    carla.pull()  # checks every digest
    assert sum(entity == "person" for entity, _id in carla.rows) == 5000


def test_an_import_with_a_broken_row_writes_nothing(agency: Agency, database: Database) -> None:
    family = agency.new_id()
    changes = [
        Change("family", family, {"name": "F"}),
        Change("person", agency.new_id(), {"family_id": family, "birth_date": "someday"}),
    ]
    with pytest.raises(ServerProblem, match="person"):
        agency.server.write(changes, cmd="import")
    with database.snapshot() as connection:
        assert connection.scalar(select(sync_row.c.rev).where(sync_row.c.row_id == family)) is None


def restored(folder: Path, source: Path, clock: FrozenClock) -> Server:
    place = Place(folder, key=KEY)
    backup.restore(place, source, clock)
    return Server(place.open(), clock, hasher=cheap_hasher)


def test_a_restored_server_begins_a_new_epoch_and_gets_back_what_laptops_still_hold(tmp_path: Path) -> None:
    place = Place(tmp_path / "data", key=KEY)
    agency = found_agency(place.open(new=True))
    amina = agency.laptop(agency.amina)
    family = amina.family()
    amina.push()
    backup.back_up(agency.server.database, tmp_path / "copy.db")
    person = amina.person(family, "Written after the copy")
    amina.push()
    agency.server.database.close()
    agency.server = restored(place.folder, tmp_path / "copy.db", agency.clock)
    with pytest.raises(Refused, match="epoch") as caught:
        amina.push(amina.body([]))
    facts: Json = caught.value.facts
    amina.epoch, amina.acked = facts["epoch"], facts["last_seq"]
    assert (amina.epoch, amina.acked) == (2, 1)
    assert amina.push()["acked"] == 2
    amina.cursors, amina.rows = {}, {}
    amina.pull()
    assert amina.rows["person", person]["d"]["first_name"] == "Written after the copy"
    assert len(list(place.folder.glob("server.db.before-*"))) == 1
    agency.server.database.close()


def test_a_copy_is_encrypted_and_never_written_over_another(tmp_path: Path) -> None:
    place = Place(tmp_path / "data", key=KEY)
    agency = found_agency(place.open(new=True))
    agency.server.write([Change("team", agency.new_id(), {"name": "Canary Islands"})], cmd="x")
    target = tmp_path / "copy.db"
    backup.back_up(agency.server.database, target)
    with pytest.raises(ServerProblem, match="exists"):
        backup.back_up(agency.server.database, target)
    agency.server.database.close()
    for path in (target, place.file, *place.folder.glob("*-wal")):
        assert b"Canary" not in path.read_bytes()
        assert b"SQLite format" not in path.read_bytes()
        assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(ServerProblem, match="key"):
        open_file(target, b"x" * 32).engine.connect()


def test_a_copy_under_another_key_is_not_put_in_place(tmp_path: Path) -> None:
    agency = found_agency(Place(tmp_path / "one", key=KEY).open(new=True))
    backup.back_up(agency.server.database, tmp_path / "copy.db")
    agency.server.database.close()
    other = Place(tmp_path / "two", key=b"o" * 32)
    other.open(new=True).close()
    before = other.file.read_bytes()
    with pytest.raises(ServerProblem, match="key"):
        backup.restore(other, tmp_path / "copy.db", FrozenClock())
    assert other.file.read_bytes() == before


def test_only_one_process_serves_a_folder(tmp_path: Path) -> None:
    place = Place(tmp_path, key=KEY)
    with alone(place), pytest.raises(ServerProblem, match="running"), alone(place):
        pass


# the command line


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    installed = Installed(tmp_path_factory.mktemp("office"))
    installed.found()
    return installed


def test_people_are_added_and_listed(installed: Installed) -> None:
    made = json.loads(
        installed.command(
            "user", "add", "Carla", "--name", "Carla Ruiz", "--role", "supervisor", "--team", "Unit 1"
        )
    )
    assert len(made["password"]) >= 15
    listed = [json.loads(line) for line in installed.command("user", "list").splitlines()]
    assert ("carla", "supervisor", "Unit 1") in {(u["login"], u["role"], u["team"]) for u in listed}
    own = next(u for u in listed if u["login"] == "carla")
    assert own["records"] > 0  # the agency's own rows, which everybody has
    again = installed.attempt("user", "add", "carla", "--name", "Other", "--password-stdin", say="x\n")
    assert (again.returncode, again.stderr.strip()) == (1, "engage-server: the login carla is taken")


def test_an_enrolment_code_carries_address_secret_and_fingerprint(installed: Installed) -> None:
    said = read_enrolment(installed.command("device", "code", "amina", "--address", "engage.example:443"))
    assert (said.host, said.port) == ("engage.example", 443)
    place = Place(installed.folder, key=bytes.fromhex("5e" * 32))
    database = place.open()
    with database.snapshot() as connection:
        assert said.secret not in str(connection.execute(select(enrol_code)).all())
    database.close()


def test_a_server_on_its_own_key_file_needs_no_key_on_standard_input(tmp_path: Path) -> None:
    place = Place(tmp_path / "own")
    Server.set_up(place.open(new=True), FrozenClock(), name="A", time_zone="UTC").database.close()
    assert (place.folder / "server.key").stat().st_mode & 0o077 == 0
    place.open().close()
    (place.folder / "server.key").unlink()
    with pytest.raises(ServerProblem, match="missing"):
        place.open()


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["assign", "nobody", "0" * 32], "no user nobody"),
        (["device", "revoke", "0" * 32], "no device"),
        (["device", "code", "nobody"], "no user nobody"),
        (["backup"], "where"),
        (["restore"], "which copy"),
        (["restore", "/nowhere/copy.db"], "no copy"),
        (["serve", "--processes", "2"], "need PostgreSQL"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    installed: Installed, words: list[str], complaint: str
) -> None:
    done = installed.attempt(*words)
    assert done.returncode == 1
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_wrong_key_is_told_from_a_missing_server(installed: Installed, tmp_path: Path) -> None:
    assert "run init" in Installed(tmp_path / "none").attempt("user", "list").stderr
    words = ["user", "list"]
    line = installed.line(*words)
    done = subprocess.run(line, input="00" * 32 + "\n", capture_output=True, text=True, check=False)
    assert "key does not open" in done.stderr
    done = subprocess.run(line, input="short\n", capture_output=True, text=True, check=False)
    assert done.returncode == 1


@pytest.mark.postgres
def test_a_copy_by_pg_dump_is_declared_durable_around_it(cluster: Cluster, tmp_path: Path) -> None:
    url = cluster.database()
    installed = Installed(tmp_path, url)
    installed.found()
    installed.command("backup", "--mark", str(tmp_path / "mark"))
    assert json.loads((tmp_path / "mark").read_text(encoding="ascii")) == []
    installed.command("backup", "--declare", str(tmp_path / "mark"))
    assert "own backups" in installed.attempt("backup", str(tmp_path / "x")).stderr
    assert json.loads(installed.command("restore")) == {"epoch": 2}
    assert PASSWORD not in installed.command("user", "list")
    cluster.drop(url)
