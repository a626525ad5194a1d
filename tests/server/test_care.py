"""Looking after a server: copies and restores, durable numbers, migrations, the command line."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
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
from engage_server.meta import begin
from engage_server.migrate import MODULES, differing, upgrade
from engage_server.place import Place, alone
from engage_server.server import Server
from engage_server.staff import assign, unassign
from engage_server.tables import enrol_code, records, sync_row
from engage_server.tls import certificate_in
from engage_server.write import Change
from engage_wire.clock import instant
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


def test_a_database_is_set_up_once_and_keeps_its_agency(agency: Agency, database: Database) -> None:
    with pytest.raises(ServerProblem, match="already"):
        Server.set_up(database, agency.clock, name="Another", time_zone="UTC")
    assert Server(database, agency.clock, agency.bits, cheap_hasher).agency == agency.server.agency


def test_what_was_broken_off_while_setting_up_is_finished(database: Database) -> None:
    clock = FrozenClock()
    with database.write() as connection:
        begin(connection, "a" * 32, "d" * 32, instant(clock.now()))
    server = Server.set_up(database, clock, name="Hudson", time_zone="UTC", hasher=cheap_hasher)
    assert server.agency == "a" * 32
    with database.snapshot() as connection:
        assert connection.scalar(select(records["agency"].c.name)) == "Hudson"


@pytest.mark.parametrize("zone", ["Nowhere/City", "America", "../etc", ""])
def test_an_agency_lies_in_a_time_zone_there_is(tmp_path: Path, zone: str) -> None:
    database = Place(tmp_path).open(new=True)
    with pytest.raises(ServerProblem, match="no time zone"):
        Server.set_up(database, FrozenClock(), name="A", time_zone=zone)
    Server.set_up(database, FrozenClock(), name="A", time_zone="America/New_York")
    database.close()


def test_a_certificate_that_was_broken_off_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "tls.key").write_bytes(b"half")
    made = certificate_in(tmp_path, FrozenClock())
    assert made.fingerprint == certificate_in(tmp_path, FrozenClock()).fingerprint
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(made.certificate, made.key)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a Unix thing")
def test_a_key_there_is_no_room_for_leaves_no_half_key(tmp_path: Path) -> None:
    words = (
        "import resource, sys, pathlib; from engage_server.tls import write_private; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (3, 3)); "
        "write_private(pathlib.Path(sys.argv[1]), b'k' * 64)"
    )
    line = [sys.executable, "-c", words, str(tmp_path / "server.key")]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert "File too large" in done.stderr
    assert list(tmp_path.iterdir()) == []


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


def test_a_family_is_given_to_a_worker_once(agency: Agency, amina: Laptop, dora: Laptop) -> None:
    families = [amina.family(), amina.family()]
    amina.push()
    assert len(assign(agency.server, dora.user, [*families[:1], *families[:1]], "worker")) == 1
    assert len(assign(agency.server, dora.user, families, "worker")) == 1
    assert assign(agency.server, amina.user, families, "worker") == []
    assert unassign(agency.server, dora.user, families[0]) == 1
    assert len(assign(agency.server, dora.user, families, "worker")) == 1


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


def test_a_copy_put_back_twice_begins_an_epoch_no_laptop_has_seen(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    agency = found_agency(place.open(new=True))
    backup.back_up(agency.server.database, tmp_path / "copy.db")
    agency.server.database.close()
    clock = FrozenClock()
    epochs = []
    for _ in range(3):
        epochs.append(backup.restore(place, tmp_path / "copy.db", clock))
        clock.advance(minutes=1)
    assert epochs == [2, 3, 4]
    assert len(list(place.folder.glob("server.db.before-*"))) == 3


def test_what_is_no_copy_is_not_put_in_place(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    found_agency(place.open(new=True)).server.database.close()
    before = place.file.read_bytes()
    for content, why in ((b"x", "no copy"), (b"", "no copy"), (b"y" * 9000, "key")):
        (tmp_path / "copy.db").write_bytes(content)
        with pytest.raises(ServerProblem, match=why):
            backup.restore(place, tmp_path / "copy.db", FrozenClock())
    assert place.file.read_bytes() == before
    assert not list(place.folder.glob("server.db.new*"))


def test_a_copy_needs_the_key_it_was_made_under(tmp_path: Path) -> None:
    first, second = Place(tmp_path / "first"), Place(tmp_path / "second")
    agency = found_agency(first.open(new=True))
    backup.back_up(agency.server.database, tmp_path / "copy.db")
    agency.server.database.close()
    second.folder.mkdir()
    with pytest.raises(ServerProblem, match="missing"):
        backup.restore(second, tmp_path / "copy.db", FrozenClock())
    assert list(second.folder.iterdir()) == []
    (second.folder / "server.key").write_bytes((first.folder / "server.key").read_bytes())
    assert backup.restore(second, tmp_path / "copy.db", FrozenClock()) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are a Unix thing")
def test_a_copy_there_is_no_room_for_leaves_nothing(tmp_path: Path) -> None:
    place = Place(tmp_path / "data")
    found_agency(place.open(new=True)).server.database.close()
    words = (
        "import resource, sys; from engage_server.cli import main; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)); sys.exit(main(sys.argv[1:]))"
    )
    line = [sys.executable, "-c", words, "--data", str(place.folder), "backup", str(tmp_path / "copy.db")]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert done.stderr.startswith("engage-server: the database: ")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("url", ["nonsense", "mysql://x", "postgresql+psycopg://x@127.0.0.1:1/n"])
def test_a_database_that_is_not_there_is_said_in_one_line(tmp_path: Path, url: str) -> None:
    done = Installed(tmp_path, url).attempt("user", "list")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


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
        (["device", "code", "amina", "--address", "engage.example"], "is no address"),
        (["device", "code", "amina", "--address", "https://engage.example:443"], "is no address"),
        (["device", "code", "amina", "--address", "engage.example:99999"], "is no address"),
        (["backup"], "where"),
        (["restore"], "which copy"),
        (["restore", "/nowhere/copy.db"], "no copy"),
        (["serve", "--processes", "2"], "need PostgreSQL"),
        (["init"], "serves an agency already"),
        (["backup", "/nowhere/copy.db"], "unable to open"),
        (["backup", "--mark", "/nowhere/mark"], "No such file"),
        (["backup", "--declare", "/nowhere/mark"], "No such file"),
        (["backup", "--declare", __file__], "is no mark"),
        (["user", "add", " ", "--name", "X"], "needs a login"),
        (["user", "password", "nobody"], "no user nobody"),
        (["user", "password", "amina", "--password-stdin"], "password is empty"),
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
