"""The command `engage-desktop`: start the program, try it, or take the scripted tour."""

from __future__ import annotations

import argparse
import faulthandler
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from engage_desktop.app.profile import Profile, default_profile

TRY_OUT = Path("out/tour")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="engage-desktop", description="Engage Desktop")
    parser.add_argument("--profile", type=Path, help="folder with this worker's files")
    parser.add_argument("--door", choices=["", "try", "join", "alone"], default="", help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("try", help="start with a sample caseload; without a display, take the tour")
    tour = commands.add_parser("tour", help="do the whole job through the real windows and take pictures")
    tour.add_argument("--out", type=Path, required=True, help="folder for pictures and tour.json")
    tour.add_argument("--chapter", action="append", default=[], help="only this chapter; may be repeated")
    tour.add_argument("--dark", action="store_true")
    tour.add_argument("--text", type=int, default=100, help="text size in percent, 100 to 200")
    tour.add_argument("--locale", choices=["en", "es"], default="en")
    tour.add_argument("--size", default="1366x728", help="window size")
    commands.add_parser("look-into", help=argparse.SUPPRESS).add_argument("words", nargs="+")
    gedcom = commands.add_parser("gedcom", help="look into a family tree file", add_help=False)
    gedcom.add_argument("rest", nargs=argparse.REMAINDER)
    commands.add_parser("spell-helper", help=argparse.SUPPRESS)
    smoke = commands.add_parser("smoke", help="prove a frozen program: unlock, sync once, quit")
    smoke.add_argument("--out", type=Path, required=True)
    smoke.add_argument("--times", type=int, default=1)
    return parser


def has_display() -> bool:
    """Say whether windows can be seen here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    asked = _parser().parse_args(arguments)
    if asked.command == "tour":
        from engage_desktop.app.tour.run import TourOptions, run_tour

        size = tuple(int(part) for part in asked.size.split("x"))
        options = TourOptions(
            asked.out, tuple(asked.chapter), asked.dark, asked.text, asked.locale, (size[0], size[1])
        )
        return run_tour(options)
    if asked.command == "try" and not has_display():
        from engage_desktop.app.tour.run import TourOptions, run_tour

        return run_tour(TourOptions(TRY_OUT))
    if asked.command == "gedcom":
        from engage_desktop.app.gedcom_cli import run_gedcom

        return run_gedcom(asked.rest)
    if asked.command in {"spell-helper", "look-into"}:
        return _help(asked)
    if asked.command == "smoke":
        from engage_desktop.app.tour.smoke import run_smoke

        return run_smoke(asked.out, asked.times)
    profile = Profile(asked.profile) if asked.profile else default_profile()
    if asked.command == "try" and not asked.profile:
        profile = Profile(profile.folder.with_name(profile.folder.name + "-try"))
    return _open(profile, "try" if asked.command == "try" else asked.door)


def _help(asked: argparse.Namespace) -> int:
    """Be one of the helpers this program starts for itself: no window, no vault, no keys."""
    if asked.command == "look-into":
        from engage_desktop.papers.child import run

        return run(asked.words)
    from engage_desktop.app.spell_helper import run_spell_helper

    return run_spell_helper()


def _open(profile: Profile, door: str) -> int:
    from engage_desktop.app.hardening import harden

    harden()
    # Where the program was when it died below Python: names of our own code, never anybody's words.
    if sys.stderr is not None:
        faulthandler.enable()
    import shiboken6
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from engage_desktop.app.start import Engage, Options
    from engage_desktop.app.steady import Steady
    from engage_desktop.app.stepper import stepper_for
    from engage_wire.clock import SystemClock

    app = QApplication([sys.argv[0]])
    app.setApplicationName("Engage")
    app.setQuitOnLastWindowClosed(False)
    Steady(app)
    engage = Engage(app, profile, SystemClock(), Options(door))
    stepper = stepper_for(profile.folder, app)
    # A handler runs between any two lines, even while something is being painted: it only asks to close, later.
    signal.signal(signal.SIGTERM, lambda *_: QTimer.singleShot(0, engage.frame, engage.frame.close))
    engage.open()
    code = app.exec()
    engage.close()
    del stepper
    # Qt must see its window go before the interpreter takes the program apart.
    shiboken6.delete(engage.frame)
    return code


if __name__ == "__main__":
    sys.exit(main())
