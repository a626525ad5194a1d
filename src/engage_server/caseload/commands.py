"""The commands that fill an agency: import a caseload, plant a sample, load a policy."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from engage_server.caseload.findings import Unusable
from engage_server.caseload.run import Report, import_caseload
from engage_server.errors import ServerProblem
from engage_server.place import Place, opened
from engage_server.policies import load_policy
from engage_server.sample import Wish
from engage_server.sample.plant import Planted, plant
from engage_wire.clock import SystemClock
from engage_wire.policy import PolicyFault

MOST_FAMILIES = 5000


def add_caseload(add: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add `import`, `sample` and `policy` to a command line; `add` makes a command of a name and what it does."""
    things = add("import", "bring records in").add_subparsers(required=True, metavar="WHAT")
    caseload = things.add_parser("caseload", help="an agency's caseload from a folder of CSV files")
    caseload.add_argument("folder", type=Path)
    caseload.add_argument("--map", type=Path, help="a mapping file for another system's export")
    caseload.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
    caseload.add_argument("--json", action="store_true", help="the report as JSON")
    caseload.set_defaults(run=_import)
    sample = add("sample", "plant an invented agency")
    sample.add_argument("--families", type=_count, default=24)
    sample.add_argument("--seed", type=int, default=1)
    sample.add_argument("--start", type=_day, help="the morning it stands at; today when left out")
    sample.add_argument(
        "--notes", type=int, default=0, help="how many notes in all; as many as come naturally"
    )
    sample.add_argument("--canaries", type=Path, help="write the protected strings to this file")
    sample.add_argument("--json", action="store_true", help="the summary as JSON")
    sample.set_defaults(run=_sample)
    parts = add("policy", "code tables, counting rules and limits").add_subparsers(
        required=True, metavar="WHAT"
    )
    load = parts.add_parser("load", help="make a folder's policy the agency's")
    load.add_argument("folder", type=Path)
    load.set_defaults(run=_policy)


def _count(text: str) -> int:
    number = int(text)
    if not 1 <= number <= MOST_FAMILIES:
        raise argparse.ArgumentTypeError(f"between 1 and {MOST_FAMILIES}")
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write the day as 2026-11-23") from None


def _import(args: argparse.Namespace, place: Place) -> int:
    try:
        with opened(place) as server:
            report = import_caseload(server, args.folder, mapping=args.map, dry_run=args.dry_run)
    except Unusable as error:
        if args.json:
            print(json.dumps({"unusable": error.finding.document()}, ensure_ascii=False))
        raise ServerProblem(str(error)) from None
    if args.json:
        print(json.dumps(report.document(), ensure_ascii=False))
    else:
        _tell(report)
    return report.exit_code


def _tell(report: Report) -> None:
    for finding in report.findings:
        print(finding, file=sys.stderr)
    families, rows = report.families, report.rows
    would = "would be " if report.dry_run else ""
    print(
        f"Families: {families['new']} {would}new, {families['changed']} {would}changed, "
        f"{families['unchanged']} unchanged, {families['refused']} refused."
    )
    print(
        f"Records: {rows['new']} {would}new, {rows['changed']} {would}changed, {rows['unchanged']} unchanged."
    )


def _sample(args: argparse.Namespace, place: Place) -> int:
    start = args.start or SystemClock().now().astimezone().date()
    wish = Wish(args.families, args.seed, start, args.notes)
    with opened(place) as server:
        planted = plant(server, wish, canaries=args.canaries, progress=None if args.json else _progress)
    if args.json:
        print(json.dumps(planted.document(), ensure_ascii=False))
    else:
        _show(planted)
    return 0


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} of {total} families", end="" if done < total else "\n", file=sys.stderr, flush=True)


def _show(planted: Planted) -> None:
    print(f"{planted.families} families, {planted.notes} notes, {planted.rows} records.")
    for account in planted.accounts:
        print(f"{account.role:14} {account.login:24} {account.password}")


def _policy(args: argparse.Namespace, place: Place) -> int:
    with opened(place) as server:
        try:
            policy = load_policy(server, args.folder)
        except PolicyFault as error:
            raise ServerProblem(str(error)) from None
    print(f"{policy.name}, version {policy.version}, is the agency's policy now.")
    return 0
