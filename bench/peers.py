"""The systems we compare ourselves with: Anki's sync server and PouchDB, at pinned versions, driven by their own scripts.

They are installed under `.cache/peers` at first need. What cannot be had on this machine is left out, with the reason.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.network import ROOT, Step

PLACE = ROOT / ".cache" / "peers"
SCRIPTS = ROOT.parent / "shared" / "peers"
ANKI = "anki==26.9.3"
POUCH = ("pouchdb-server@4.2.0", "pouchdb@9.0.0")
INSTALL_SECONDS, RUN_SECONDS = 600, 900
PUSH, PULL, PUSH_EDITS, PULL_EDITS, IDLE = "push 10k", "pull 10k", "push 100", "pull 100", "noop"
STEPS = (PUSH, PULL, PUSH_EDITS, PULL_EDITS, IDLE)


class Absent(Exception):
    """Why a peer cannot be measured here."""


@dataclass(slots=True)
class Measured:
    """The steps of every run so far; `absent` says why there are none."""

    steps: dict[str, list[Step]] = field(default_factory=dict)
    absent: str = ""

    def add(self, steps: Mapping[str, Step]) -> None:
        """Add one run."""
        for name, step in steps.items():
            self.steps.setdefault(name, []).append(step)


@dataclass(frozen=True, slots=True)
class Peer:
    """A system with a script that measures it."""

    name: str
    script: str

    def install(self) -> None:
        """Put it under `.cache/peers` unless it is there; Absent with the reason when it cannot be had."""
        if not (SCRIPTS / self.script).exists():
            raise Absent("the scripts that drive it are not beside this repository")
        {"Anki": _install_anki, "PouchDB": _install_pouch}[self.name]()

    def run(self, one_way_ms: float, rows: int) -> dict[str, Step]:
        """Run the script once; Absent when it does not work here."""
        env = {**os.environ, "PEERS": str(PLACE), "N": str(rows)}
        command = [str(self._python()), str(SCRIPTS / self.script), str(one_way_ms)]
        done = _run(command, RUN_SECONDS, env)
        if done is None or done.returncode != 0:
            raise Absent("its script did not come to an end")
        return read_steps(done.stdout)

    def _python(self) -> Path:
        return PLACE / "anki" / "bin" / "python" if self.name == "Anki" else Path(sys.executable)


PEERS = (Peer("Anki", "bench_anki.py"), Peer("PouchDB", "run_pouch.py"))


def installed() -> dict[str, Measured]:
    """Install what can be had, and return an empty measurement of each, with the reason where there will be none."""
    found = {}
    for peer in PEERS:
        measured = found[peer.name] = Measured()
        try:
            peer.install()
        except Absent as reason:
            measured.absent = str(reason)
    return found


def measure(peer: Peer, measured: Measured, one_way_ms: float, rows: int) -> None:
    """Add one run of a peer, or the reason why there is none."""
    if measured.absent:
        return
    try:
        measured.add(peer.run(one_way_ms, rows))
    except Absent as reason:
        measured.absent = str(reason)


def read_steps(printed: str) -> dict[str, Step]:
    """Read the steps out of what a script printed last; Absent when it is of another form."""
    try:
        told = json.loads(printed.strip().splitlines()[-1])["steps"]
        found = {
            step["step"]: Step(float(step["s"]), int(step["up"]), int(step["down"]), int(step["turns"]))
            for step in told
            if step["step"] in STEPS
        }
    except (ValueError, LookupError, TypeError):
        raise Absent("its script told nothing that can be read") from None
    if missing := [name for name in STEPS if name not in found]:
        raise Absent(f"its script did not measure {', '.join(missing)}")
    return found


def _install_anki() -> None:
    home = PLACE / "anki"
    if (home / ".ready").exists():
        return
    shutil.rmtree(home, ignore_errors=True)
    home.parent.mkdir(parents=True, exist_ok=True)
    install = [str(home / "bin" / "pip"), "install", "--quiet", "--only-binary", ":all:", ANKI]
    if not _worked([sys.executable, "-m", "venv", str(home)]) or not _worked(install):
        raise Absent(f"pip could not install {ANKI}")
    (home / ".ready").touch()


def _install_pouch() -> None:
    home = PLACE / "pouch"
    if (home / ".ready").exists():
        return
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise Absent("there is no npm here")
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    install = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *POUCH]
    if not _worked(["npm", "init", "-y"], home) or not _worked(install, home):
        raise Absent(f"npm could not install {' '.join(POUCH)}")
    (home / ".ready").touch()


def _worked(command: list[str], place: Path | None = None) -> bool:
    done = _run(command, INSTALL_SECONDS, None, place)
    return done is not None and done.returncode == 0


def _run(
    command: list[str], seconds: float, env: dict[str, str] | None, place: Path | None = None
) -> subprocess.CompletedProcess[str] | None:
    """Run a program to its end; None when it takes too long or is not there."""
    try:
        return subprocess.run(
            command,
            env=env,
            cwd=place,
            timeout=seconds,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
