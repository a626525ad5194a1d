"""The key of this device (P-256, ES256): made at enrolment, kept in the vault, never anywhere else."""

from __future__ import annotations

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
    load_der_public_key,
)

HALF = 32


def to_text(raw: bytes) -> str:
    """Write bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_text(text: str) -> bytes:
    """Read base64url, padded or not; ValueError when it is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error:
        raise ValueError("not base64url") from None


class DeviceKey:
    """A private key that signs what this device says."""

    def __init__(self, key: ec.EllipticCurvePrivateKey) -> None:
        self._key = key

    @classmethod
    def make(cls) -> DeviceKey:
        """Make a new key."""
        return cls(ec.generate_private_key(ec.SECP256R1()))

    @classmethod
    def read(cls, kept: str) -> DeviceKey:
        """Read a key as `kept` wrote it; ValueError when it is none."""
        key = load_der_private_key(from_text(kept), None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise ValueError("not a P-256 key")  # noqa: TRY004 - damaged data, not a wrong argument
        return cls(key)

    def kept(self) -> str:
        """Return the key as it is kept in the vault."""
        return to_text(self._key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))

    def public(self) -> str:
        """Return the public half, for the agency."""
        public = self._key.public_key()
        return to_text(public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))

    def __call__(self, message: bytes) -> str:
        """Sign a message: raw r and s, base64url, as ES256 writes them."""
        r, s = decode_dss_signature(self._key.sign(message, ec.ECDSA(SHA256())))
        return to_text(r.to_bytes(HALF, "big") + s.to_bytes(HALF, "big"))


def is_signed(public: str, signature: str, message: bytes) -> bool:
    """Say whether `signature` stands over `message` under a public key as the agency writes it."""
    try:
        key = load_der_public_key(from_text(public))
        raw = from_text(signature)
        if len(raw) == 2 * HALF:
            raw = encode_dss_signature(int.from_bytes(raw[:HALF], "big"), int.from_bytes(raw[HALF:], "big"))
        if not isinstance(key, ec.EllipticCurvePublicKey):
            return False
        key.verify(raw, message, ec.ECDSA(SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True
