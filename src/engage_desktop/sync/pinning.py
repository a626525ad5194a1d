"""TLS to exactly one certificate: the one whose fingerprint the enrolment code carried.

Names and dates of the certificate do not matter: a laptop with a wrong clock must still reach its agency, and a
certificate is only ever the one that was pinned. It is compared before the first byte of a request is sent.
"""

from __future__ import annotations

import hashlib
import hmac
import socket
import ssl

FINGERPRINT_BYTES = 16


def fingerprint(der: bytes) -> bytes:
    """Return what an enrolment code carries of a certificate."""
    return hashlib.sha256(der).digest()[:FINGERPRINT_BYTES]


def pinned_context(der: bytes) -> ssl.SSLContext:
    """Return a TLS context that talks to the holder of this certificate and to nobody else."""

    def prove(shown: bytes | None) -> None:
        if shown is None or not hmac.compare_digest(shown, der):
            raise ssl.SSLCertVerificationError("another certificate than the pinned one")

    class Pinned(ssl.SSLObject):
        def do_handshake(self) -> None:
            super().do_handshake()
            prove(self.getpeercert(binary_form=True))

    class PinnedSocket(ssl.SSLSocket):
        def do_handshake(self, block: bool = False) -> None:  # noqa: FBT001, FBT002 - the standard library's signature
            super().do_handshake(block)
            prove(self.getpeercert(binary_form=True))

    context = _context()
    context.sslobject_class, context.sslsocket_class = Pinned, PinnedSocket
    return context


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # the certificate itself is compared, byte by byte
    return context


def shown_certificate(host: str, port: int, seconds: float) -> bytes:
    """Return the certificate that answers at an address; OSError when nothing does. Nothing is sent there."""
    with (
        socket.create_connection((host, port), timeout=seconds) as plain,
        _context().wrap_socket(plain, server_hostname=host) as secured,
    ):
        return secured.getpeercert(binary_form=True) or b""
