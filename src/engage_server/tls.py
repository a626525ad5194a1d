"""The trial's certificate: self-signed, P-256, pinned by every laptop through its enrolment code."""

from __future__ import annotations

import hashlib
import ipaddress
import os
import socket
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from engage_server.signing import new_key
from engage_wire.clock import Clock
from engage_wire.enrolment import FINGERPRINT_SIZE

LIFE = timedelta(days=3650)
YESTERDAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Where the certificate and its key lie."""

    certificate: Path
    key: Path

    @property
    def fingerprint(self) -> bytes:
        """Return what enrolment codes carry: the first bytes of the certificate's SHA-256."""
        der = x509.load_pem_x509_certificate(self.certificate.read_bytes()).public_bytes(Encoding.DER)
        return hashlib.sha256(der).digest()[:FINGERPRINT_SIZE]


def certificate_in(folder: Path, clock: Clock, names: tuple[str, ...] = ()) -> Certificate:
    """Return the folder's certificate, made at first need for localhost, this host and `names`."""
    found = Certificate(folder / "tls.crt", folder / "tls.key")
    if not found.certificate.exists():
        _make(found, clock, names)
    return found


def _make(place: Certificate, clock: Clock, names: tuple[str, ...]) -> None:
    key = new_key()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Engage trial server")])
    now = clock.now()
    alternatives = [x509.DNSName("localhost"), x509.DNSName(socket.gethostname())]
    addresses = [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - YESTERDAY)
        .not_valid_after(now + LIFE)
        .add_extension(
            x509.SubjectAlternativeName([*alternatives, *addresses, *map(_alternative, names)]),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .sign(key, SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    place.key.unlink(missing_ok=True)  # of an attempt that was broken off before there was a certificate
    write_private(place.key, pem)
    write_private(place.certificate, made.public_bytes(Encoding.PEM))


def _alternative(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def write_private(path: Path, content: bytes) -> None:
    """Write a new file, whole or not at all, that only its owner may read; FileExistsError when it is there already."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
    except OSError:  # no room: half a key would stand in the way of a whole one
        path.unlink()
        raise
