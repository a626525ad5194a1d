"""The enrolment code: what a laptop needs to find the agency, to know it is the agency, and to be let in once.

Address, one-time secret and the first bytes of the certificate's fingerprint, with a checksum, in groups of
Crockford's base32. Reading forgives case, spaces, dashes, and O, I and L written for 0 and 1.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
IGNORED = str.maketrans("", "", " \t\r\n-–—\u00a0\ufeff")
VERSION = 1
SECRET_SIZE = 10
FINGERPRINT_SIZE = 16
CHECK_SIZE = 3
HEAD_SIZE = 1 + SECRET_SIZE + FINGERPRINT_SIZE
GROUP = 5
LONGEST = 600


class Fault(StrEnum):
    """What is wrong with a code somebody typed or pasted."""

    EMPTY = "empty"
    CHARACTER = "character"  # a character that no code has
    TOO_SHORT = "too_short"  # a part of the code is missing
    TOO_LONG = "too_long"
    CHECKSUM = "checksum"  # mistyped somewhere
    VERSION = "version"  # made by a later server
    ADDRESS = "address"


class BadCode(ValueError):
    """A text is no enrolment code; `fault` says why, `position` where, if known."""

    def __init__(self, fault: Fault, position: int | None = None) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.position = position


@dataclass(frozen=True, slots=True)
class Enrolment:
    """Where the agency is, the one-time secret, and the first 16 bytes of its certificate's SHA-256 fingerprint."""

    address: str
    secret: str
    fingerprint: bytes

    def code(self) -> str:
        """Write the code, in groups of five characters."""
        body = bytes([VERSION]) + bytes.fromhex(self.secret) + self.fingerprint + self.address.encode()
        spelt = _spell(body + _check(body))
        return "-".join(spelt[i : i + GROUP] for i in range(0, len(spelt), GROUP))

    @property
    def host(self) -> str:
        """Return the host part of the address."""
        return self.address.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """Return the port part of the address."""
        return int(self.address.rpartition(":")[2])

    def fits(self, certificate: bytes) -> bool:
        """Say whether a certificate (DER) is the one this code was made for."""
        return hashlib.sha256(certificate).digest()[:FINGERPRINT_SIZE] == self.fingerprint


def read_enrolment(text: str) -> Enrolment:
    """Read a code as it was typed, pasted or scanned; BadCode says what is wrong with it."""
    letters = text.translate(IGNORED).upper().translate(FORGIVEN)
    if not letters:
        raise BadCode(Fault.EMPTY)
    if len(letters) > LONGEST:
        raise BadCode(Fault.TOO_LONG)
    raw = _read(letters)
    if len(raw) < HEAD_SIZE + CHECK_SIZE + 3:
        raise BadCode(Fault.TOO_SHORT)
    body, check = raw[:-CHECK_SIZE], raw[-CHECK_SIZE:]
    if check != _check(body):
        raise BadCode(Fault.CHECKSUM)
    if body[0] != VERSION:
        raise BadCode(Fault.VERSION)
    return Enrolment(
        _address(body[HEAD_SIZE:]), body[1 : 1 + SECRET_SIZE].hex(), body[1 + SECRET_SIZE : HEAD_SIZE]
    )


def _check(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=CHECK_SIZE).digest()


def _spell(raw: bytes) -> str:
    count = -(-len(raw) * 8 // 5)
    value = int.from_bytes(raw, "big") << (count * 5 - len(raw) * 8)
    return "".join(ALPHABET[(value >> (5 * place)) & 31] for place in reversed(range(count)))


def _read(letters: str) -> bytes:
    value = 0
    for position, letter in enumerate(letters):
        digit = ALPHABET.find(letter)
        if digit < 0:
            raise BadCode(Fault.CHARACTER, position)
        value = value << 5 | digit
    size = len(letters) * 5 // 8
    return (value >> (len(letters) * 5 - size * 8)).to_bytes(size, "big")


def _address(raw: bytes) -> str:
    try:
        address = raw.decode()
    except UnicodeDecodeError:
        raise BadCode(Fault.ADDRESS) from None
    host, colon, port = address.rpartition(":")
    if not (host and colon and port.isascii() and port.isdigit() and 0 < int(port) < 1 << 16):
        raise BadCode(Fault.ADDRESS)
    return address
