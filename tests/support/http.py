"""A running engage-server as its own process, and a client that trusts exactly its certificate."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from tests.support.server import PASSWORD, text64

from engage_wire.codec import Json, pack, unpack
from engage_wire.enrolment import Enrolment, read_enrolment

KEY = "5e" * 32


@dataclass(frozen=True, slots=True)
class Installed:
    """A data folder with a server in it, driven by its command line."""

    folder: Path
    url: str | None = None

    def command(self, *words: str, say: str = "") -> str:
        """Run a command and return what it printed; AssertionError with its complaint when it failed."""
        done = self.attempt(*words, say=say)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def attempt(self, *words: str, say: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command, whatever comes of it."""
        said = f"{KEY}\n{say}" if self.url is None else say
        return subprocess.run(self.line(*words), input=said, capture_output=True, text=True, check=False)

    def line(self, *words: str) -> list[str]:
        """Return the command line."""
        where = ["--key-stdin"] if self.url is None else ["--database", self.url]
        return [sys.executable, "-m", "engage_server.cli", "--data", str(self.folder), *where, *words]

    def found(self) -> None:
        """Set up an agency with one worker called amina."""
        self.command("init", "--name", "Hudson County")
        self.command("user", "add", "amina", "--name", "Amina", "--password-stdin", say=f"{PASSWORD}\n")

    def code(self, door: Door) -> Enrolment:
        """Make an enrolment code for amina."""
        return read_enrolment(self.command("device", "code", "amina", "--address", f"127.0.0.1:{door.port}"))

    @contextmanager
    def serving(self) -> Generator[Door]:
        """Serve as the child of this process; over when the block ends."""
        command = self.line("serve", "--embedded", "--port", "0")
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            if self.url is None:
                child.stdin.write(f"{KEY}\n")
                child.stdin.flush()
            said = json.loads(child.stdout.readline())
            try:
                yield Door(said["port"], said["fingerprint"], self.folder / "tls.crt")
            finally:
                child.stdin.close()
                assert child.wait(15) == 0


@dataclass(frozen=True, slots=True)
class Door:
    """Where a server answers."""

    port: int
    fingerprint: str
    certificate: Path

    def client(self) -> httpx.Client:
        """Return a client that talks to this server and to no other."""
        trust = ssl.create_default_context(cafile=str(self.certificate))
        return httpx.Client(
            base_url=f"https://127.0.0.1:{self.port}", verify=trust, trust_env=False, timeout=30
        )


def pubkey(key: EllipticCurvePrivateKey) -> str:
    """Write a device's public key as it travels."""
    return text64(key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def signature(key: EllipticCurvePrivateKey, said: str) -> str:
    """Sign as a device does."""
    return text64(key.sign(said.encode(), ECDSA(SHA256())))


def assertion(
    key: EllipticCurvePrivateKey, device: str, nonce: str, at: str = "2026-01-01T00:00:00.000Z"
) -> Json:
    """Return what a device says to get a token."""
    return {"dev": device, "at": at, "nonce": nonce, "sig": signature(key, f"{device}|{at}|{nonce}")}


def lines(response: httpx.Response) -> list[Json]:
    """Unpack an answer of lines."""
    assert response.status_code == 200, response.text
    return unpack(response.content, 64 << 20)


def post_lines(client: httpx.Client, path: str, token: str, body: list[Json] | bytes) -> httpx.Response:
    """Send lines, or raw bytes in their place."""
    content = body if isinstance(body, bytes) else pack(body)
    return client.post(path, content=content, headers={"Authorization": f"Bearer {token}"})
