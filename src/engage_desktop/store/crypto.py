"""The cryptographic primitives of the vault: every use of AES-GCM, HKDF and Argon2id in the store passes here."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
MEMORY_FLOOR_KIB = 64 * 1024
MEMORY_CEILING_KIB = 1024 * 1024
PASSES = (3, 16)
LANES = (1, 16)


class Refused(Exception):
    """Sealed bytes, a key or a cost are not acceptable."""


@dataclass(frozen=True, slots=True)
class Kdf:
    """What one guess at a passphrase costs: Argon2id memory in KiB, passes and lanes."""

    m_kib: int = MEMORY_FLOOR_KIB
    t: int = 3
    p: int = 4

    def within_policy(self) -> bool:
        """Say whether the cost is neither a downgrade nor an attempt to exhaust the laptop."""
        return (
            MEMORY_FLOOR_KIB <= self.m_kib <= MEMORY_CEILING_KIB
            and PASSES[0] <= self.t <= PASSES[1]
            and LANES[0] <= self.p <= LANES[1]
        )


def wipe(*secrets: bytearray) -> None:
    """Overwrite key material in place."""
    for secret in secrets:
        secret[:] = bytes(len(secret))


def seal(key: bytes | bytearray, nonce: bytes, plain: bytes | bytearray, bound: bytes) -> bytes:
    """Encrypt with AES-256-GCM, binding `bound` to the result."""
    _require(len(key) == KEY_BYTES and len(nonce) == NONCE_BYTES)
    return AESGCM(key).encrypt(nonce, plain, bound)


def unseal(key: bytes | bytearray, nonce: bytes, sealed: bytes, bound: bytes) -> bytearray:
    """Decrypt what `seal` made; raise `Refused` when key, nonce, text or binding differ in any bit."""
    _require(len(key) == KEY_BYTES and len(nonce) == NONCE_BYTES and len(sealed) >= TAG_BYTES)
    plain = bytearray(len(sealed) - TAG_BYTES)
    try:
        AESGCM(key).decrypt_into(nonce, sealed, bound, plain)
    except InvalidTag:
        raise Refused("authentication failed") from None
    return plain


def expand(secret: bytes | bytearray, info: bytes, *, salt: bytes = b"", size: int = KEY_BYTES) -> bytearray:
    """Derive a key for one purpose with HKDF-SHA256; raise `Refused` for impossible sizes."""
    _require(0 < size <= 255 * 32)
    made = bytearray(size)
    HKDF(hashes.SHA256(), size, salt=salt or None, info=info).derive_into(secret, made)
    return made


def subkey(master: bytes | bytearray, purpose: str, size: int = KEY_BYTES) -> bytearray:
    """Derive the vault's key for a purpose such as "db" or "attachments"."""
    return expand(master, b"engage/v1/" + purpose.encode(), size=size)


def stretch(passphrase: str, salt: bytes, kdf: Kdf, pepper: bytes | bytearray = b"") -> bytearray:
    """Turn a passphrase into a key at the given cost; composed and decomposed accents count as equal."""
    _require(kdf.within_policy() and len(salt) >= 16)
    stretched = bytearray(KEY_BYTES)
    Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=kdf.t,
        lanes=kdf.p,
        memory_cost=kdf.m_kib,
        secret=bytes(pepper) or None,
    ).derive_into(normal(passphrase), stretched)
    return stretched


def normal(passphrase: str) -> bytes:
    """Spell a passphrase the one way it is judged and hashed."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def _require(condition: object) -> None:
    if not condition:
        raise Refused("outside policy")
