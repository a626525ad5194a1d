"""`engage-server`: set up, serve, and look after an agency's server."""

from __future__ import annotations

import argparse
import json
import secrets
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from engage_domain.access import UserRole
from engage_server import backup, staff
from engage_server.caseload.commands import add_caseload
from engage_server.database import fault_of
from engage_server.devices import ACTIVE, REVOKED, SUSPENDED
from engage_server.errors import ServerProblem
from engage_server.logs import set_up_logs
from engage_server.place import Place, alone, key_from_stdin, opened
from engage_server.server import Server
from engage_wire.clock import SystemClock
from engage_wire.enrolment import FINGERPRINT_SIZE, SECRET_SIZE, Enrolment, read_enrolment

DEFAULT_PORT = 8443
Run = Callable[[argparse.Namespace, Place], int | None]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse names it no other way


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 1 with a message when it could not be carried out, 2 when only in part."""
    args = _parser().parse_args(arguments)
    set_up_logs(quiet=args.run is not _serve)
    try:
        place = Place(args.data, args.database, key_from_stdin() if args.key_stdin else None)
        return args.run(args, place) or 0
    except ServerProblem as error:
        print(f"engage-server: {error}", file=sys.stderr)
    except OSError as error:
        print(f"engage-server: {error.filename or 'a file'}: {error.strerror or error}", file=sys.stderr)
    except Exception as error:
        why = fault_of(error)
        if why is None:
            raise
        print(f"engage-server: the database: {why}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="engage-server", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("engage-server"), help="the server's folder")
    parser.add_argument("--database", help="a PostgreSQL URL: postgresql+psycopg://user@host/name")
    parser.add_argument("--key-stdin", action="store_true", help="the SQLite key is the first line of stdin")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_setup(commands)
    _add_people(commands)
    _add_devices(commands)
    _add_care(commands)
    add_caseload(lambda name, explained: commands.add_parser(name, help=explained, description=explained))
    return parser


def command(commands: Commands, name: str, run: Run, explained: str) -> argparse.ArgumentParser:
    """Add a command to a parser."""
    parser = commands.add_parser(name, help=explained, description=explained)
    parser.set_defaults(run=run)
    return parser


def _add_setup(commands: Commands) -> None:
    init = command(commands, "init", _init, "make an empty database an agency's")
    init.add_argument("--name", default="Trial agency")
    init.add_argument("--time-zone", default="America/New_York")
    run = command(commands, "serve", _serve, "serve until a signal")
    run.add_argument("--host", default="127.0.0.1")
    run.add_argument("--port", type=int, default=DEFAULT_PORT)
    run.add_argument("--processes", type=int, default=1, help="several need PostgreSQL")
    run.add_argument("--embedded", action="store_true", help="say the port on stdout; end with stdin")
    run.add_argument("--inherited", type=int, help=argparse.SUPPRESS)


def _add_people(commands: Commands) -> None:
    user = commands.add_parser("user", help="the agency's people").add_subparsers(required=True)
    add = command(user, "add", _user_add, "make a user with a password")
    add.add_argument("login")
    add.add_argument("--name", required=True)
    add.add_argument("--role", choices=[role.value for role in UserRole], default=UserRole.CASEWORKER.value)
    add.add_argument("--team")
    word = command(user, "password", _user_password, "give a user another password, or a first one")
    word.add_argument("login")
    for takes in (add, word):
        takes.add_argument(
            "--password-stdin", action="store_true", help="otherwise one is made up and printed"
        )
    command(user, "list", _user_list, "list the people")
    assign = command(commands, "assign", _assign, "give a family to a worker")
    assign.add_argument("login")
    assign.add_argument("family", nargs="+", help="one or more families, or `all`")
    assign.add_argument("--role", choices=["worker", "facilitator"], default="worker")
    unassign = command(commands, "unassign", _unassign, "take a family from a worker")
    unassign.add_argument("login")
    unassign.add_argument("family")


def _add_devices(commands: Commands) -> None:
    device = commands.add_parser("device", help="the agency's laptops").add_subparsers(required=True)
    code = command(device, "code", _device_code, "make a one-time enrolment code for a user")
    code.add_argument("login")
    code.add_argument("--address", default=f"localhost:{DEFAULT_PORT}", help="where laptops reach the server")
    command(device, "list", _device_list, "list the laptops")
    for name, state in (("suspend", SUSPENDED), ("revoke", REVOKED), ("reactivate", ACTIVE)):
        change = command(device, name, _device_state, f"{name} a laptop")
        change.add_argument("device")
        change.set_defaults(state=state)


def _add_care(commands: Commands) -> None:
    copy = command(commands, "backup", _backup, "write a copy of the database")
    copy.add_argument("target", type=Path, nargs="?")
    copy.add_argument("--mark", type=Path, help="PostgreSQL: before pg_dump, note how far laptops have come")
    copy.add_argument("--declare", type=Path, help="PostgreSQL: after pg_dump, tell laptops that is durable")
    back = command(commands, "restore", _restore, "put a copy in place and begin a new epoch")
    back.add_argument(
        "source", type=Path, nargs="?", help="not for PostgreSQL: restore it first, then say this"
    )


def _init(args: argparse.Namespace, place: Place) -> None:
    database = place.open(new=True)
    server = Server.set_up(database, SystemClock(), name=args.name, time_zone=args.time_zone)
    fingerprint = place.certificate(SystemClock()).fingerprint.hex()
    print(json.dumps({"agency": server.agency, "fingerprint": fingerprint}))
    database.close()


def _serve(args: argparse.Namespace, place: Place) -> None:
    from engage_server.serve import Door, serve, serve_many  # the web framework, for this command alone

    door = Door(args.host, args.port, args.embedded, args.inherited)
    if args.processes > 1:
        again = [sys.executable, "-m", "engage_server.cli", "--data", str(place.folder)]
        serve_many(place, door, args.processes, [*again, "--database", str(place.url)])
    else:
        serve(place, door)


def _user_add(args: argparse.Namespace, place: Place) -> None:
    password = _password(args)
    with opened(place) as server:
        user_id = staff.add_user(server, args.login, args.name, args.role, args.team, password)
    _tell_password(args, user_id, password)


def _user_password(args: argparse.Namespace, place: Place) -> None:
    password = _password(args)
    with opened(place) as server:
        user_id = staff.user_of(server, args.login)
        server.accounts.set_password(user_id, args.login, password)
    _tell_password(args, user_id, password)


def _password(args: argparse.Namespace) -> str:
    password = sys.stdin.readline().rstrip("\r\n") if args.password_stdin else secrets.token_urlsafe(12)
    if not password:
        raise ServerProblem("the password is empty; write it on the first line of standard input")
    return password


def _tell_password(args: argparse.Namespace, user_id: str, password: str) -> None:
    made = {"user": user_id, "login": args.login}
    print(json.dumps(made if args.password_stdin else {**made, "password": password}))


def _user_list(_args: argparse.Namespace, place: Place) -> None:
    with opened(place) as server:
        for user in staff.users(server):
            print(json.dumps(user, ensure_ascii=False))


EVERY = "all"


def _assign(args: argparse.Namespace, place: Place) -> None:
    with opened(place) as server:
        families = staff.every_family(server) if args.family == [EVERY] else args.family
        for assignment in staff.assign(server, staff.user_of(server, args.login), families, args.role):
            print(assignment)


def _unassign(args: argparse.Namespace, place: Place) -> None:
    with opened(place) as server:
        print(staff.unassign(server, staff.user_of(server, args.login), args.family))


def _device_code(args: argparse.Namespace, place: Place) -> None:
    fingerprint = place.certificate(SystemClock()).fingerprint
    if not _is_address(args.address):
        raise ServerProblem(f"{args.address} is no address; write host and port: engage.example:8443")
    with opened(place) as server:
        secret = server.devices.issue_code(staff.user_of(server, args.login))
    print(Enrolment(args.address, secret, fingerprint).code())


def _is_address(text: str) -> bool:
    """Say whether laptops would take this for a host and a port; a code with another one would open no door."""
    try:
        said = read_enrolment(Enrolment(text, "00" * SECRET_SIZE, bytes(FINGERPRINT_SIZE)).code())
    except ValueError:
        return False
    return not set(said.host) & set("/@ ")


def _device_list(_args: argparse.Namespace, place: Place) -> None:
    with opened(place) as server:
        for device in server.devices.listed():
            print(json.dumps(device, ensure_ascii=False))


def _device_state(args: argparse.Namespace, place: Place) -> None:
    with opened(place) as server:
        server.devices.set_state(args.device, args.state)


def _backup(args: argparse.Namespace, place: Place) -> None:
    with opened(place) as server:
        if args.mark:
            args.mark.write_text(json.dumps(backup.mark(server.database)), encoding="ascii")
        elif args.declare:
            backup.declare_durable(server.database, backup.read_mark(args.declare))
            print(f"Files in it open only with {place.folder / 'blobs.key'}: keep that elsewhere too.")
        elif args.target:
            backup.back_up(server.database, args.target)
            if place.key is None:
                print(f"The copy opens only with {place.folder / 'server.key'}: keep that elsewhere too.")
        else:
            raise ServerProblem("say where to write the copy")


def _restore(args: argparse.Namespace, place: Place) -> None:
    if place.url is None and args.source is None:
        raise ServerProblem("say which copy to put in place")
    with alone(place):
        print(json.dumps({"epoch": backup.restore(place, args.source or Path(), SystemClock())}))


if __name__ == "__main__":
    sys.exit(main())
