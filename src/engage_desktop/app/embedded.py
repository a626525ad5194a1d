"""The trial server as a child of this program: started after unlock, stopped and reaped before a lock.

It is the real agency server on its own encrypted SQLite file; its key is random, kept in the vault and handed over
on standard input, so a powered-off laptop holds nothing readable.
"""

from __future__ import annotations

import json
import secrets
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from engage_desktop.errors import ServerRefused
from engage_desktop.store import local
from engage_desktop.store.vault import Vault

KEY = "embedded.key"
STOP_SECONDS = 8.0


def server_command() -> list[str]:
    """Return how to start the agency server: the second executable when frozen, the module otherwise."""
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).parent
        return [str(beside / ("engage-server.exe" if sys.platform == "win32" else "engage-server"))]
    return [sys.executable, "-m", "engage_server.cli"]


@dataclass(frozen=True, slots=True)
class Door:
    """Where the running server listens, and the certificate it shows."""

    port: int
    fingerprint: str


def key_of(vault: Vault) -> str:
    """Return the embedded server's key, made at first need."""
    with vault.applying() as conn:
        key = local.get(conn, KEY)
        if not key:
            key = secrets.token_hex(32)
            local.put(conn, KEY, key)
    return key


class EmbeddedServer:
    """One child process; `stop` ends and reaps it."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        self._key = key
        self._child: subprocess.Popen[str] | None = None

    def clear(self) -> None:
        """Forget a sample agency that was begun and not finished."""
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def command(self, *words: str) -> str:
        """Run one administrative command to its end and return what it printed; ServerRefused when it failed."""
        done = subprocess.run(
            [*server_command(), "--data", str(self._folder), "--key-stdin", *words],
            input=self._key + "\n",
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise ServerRefused(f"embedded_{words[0]}")
        return done.stdout

    def start(self, port: int = 0) -> Door:
        """Start serving on loopback and return the door, once it is open."""
        arguments = ["--data", str(self._folder), "--key-stdin", "serve", "--embedded", "--port", str(port)]
        self._child = subprocess.Popen(
            [*server_command(), *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._child.stdin.write(self._key + "\n")
        self._child.stdin.flush()
        line = self._child.stdout.readline()
        if not line:
            self.stop()
            raise ServerRefused("embedded_start")
        said = json.loads(line)
        return Door(int(said["port"]), str(said["fingerprint"]))

    def stop(self) -> None:
        """Close the child's standard input, which ends it; after a while, end it by force. Then reap it."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout is not None:
            child.stdout.close()
