"""Trying it: a sample agency on this very laptop, set up once and joined like any other."""

from __future__ import annotations

import json
import socket
from dataclasses import dataclass
from pathlib import Path

from engage_desktop.app.embedded import EmbeddedServer, key_of
from engage_desktop.services.identity import TRYING, Identity
from engage_desktop.services.joining import Join
from engage_desktop.store import local
from engage_desktop.store.vault import Vault
from engage_domain.access import UserRole

FAMILIES, SEED = 12, 7
PORT = "embedded.port"
AGENCY_NAME = "Sample County"

__all__ = ["Join", "TryIt", "resume_embedded"]


@dataclass(frozen=True, slots=True)
class TryIt:
    """Set up the sample agency beside the vault and join it as its first worker."""

    vault: Vault
    folder: Path

    def __call__(self) -> Identity:
        """Do it all and return the identity; what was begun before is begun again."""
        server = EmbeddedServer(self.folder, key_of(self.vault))
        server.clear()
        server.command("init", "--name", AGENCY_NAME)
        planted = json.loads(
            server.command("sample", "--families", str(FAMILIES), "--seed", str(SEED), "--json")
        )
        worker = next(account for account in planted["accounts"] if account["role"] == UserRole.CASEWORKER)
        port = free_port()
        with self.vault.applying() as conn:
            local.put(conn, PORT, str(port))
        code = server.command("device", "code", worker["login"], "--address", f"127.0.0.1:{port}").strip()
        server.start(port)
        try:
            return Join(self.vault, TRYING)(code, worker["login"], worker["password"])
        finally:
            server.stop()


def free_port() -> int:
    """Return a loopback port that nobody uses now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def resume_embedded(vault: Vault, folder: Path) -> EmbeddedServer:
    """Start the sample agency again, at its old port if that is free, else at a new one that the laptop learns."""
    server = EmbeddedServer(folder, key_of(vault))
    with vault.read() as conn:
        port = int(local.get(conn, PORT) or 0)
    if not _is_free(port):
        port = free_port()
        with vault.applying() as conn:
            local.put(conn, PORT, str(port))
            local.put(conn, "sync.port", str(port))
    server.start(port)
    return server


def _is_free(port: int) -> bool:
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError:
        return False
    return port != 0
