"""ES256 on both sides of the border: device keys are checked here, leases are signed here."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
)

from engage_wire.codec import Json, canonical

RAW_SIZE = 64


def to_text(raw: bytes) -> str:
    """Write bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def from_text(text: str) -> bytes:
    """Read base64url, padded or not; ValueError when it is none."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("not base64url") from None


@lru_cache(maxsize=4096)
def public_key(text: str) -> EllipticCurvePublicKey:
    """Read a P-256 public key: DER (SubjectPublicKeyInfo) or an uncompressed point, as base64url; ValueError otherwise."""
    raw = from_text(text)
    if raw[:1] == b"\x04":
        return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), raw)
    key = load_der_public_key(raw)
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP256R1):
        raise ValueError("not a P-256 key")  # noqa: TRY004 - damaged data, not a wrong argument
    return key


def public_text(key: EllipticCurvePublicKey) -> str:
    """Write a public key as base64url DER."""
    return to_text(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))


def is_signed(pubkey: str, signature: str, message: bytes) -> bool:
    """Say whether `signature` (base64url, DER or raw r|s) stands over `message`."""
    try:
        raw = from_text(signature)
        if len(raw) == RAW_SIZE:
            raw = encode_dss_signature(int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
        public_key(pubkey).verify(raw, message, ECDSA(SHA256()))
    except (InvalidSignature, ValueError):
        return False
    return True


def sign(key: EllipticCurvePrivateKey, message: bytes) -> str:
    """Sign a message: raw r|s, base64url, as JOSE's ES256 does."""
    r, s = decode_dss_signature(key.sign(message, ECDSA(SHA256())))
    return to_text(r.to_bytes(32, "big") + s.to_bytes(32, "big"))


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key of the server's own, with the name clients know it by."""

    kid: str
    key: EllipticCurvePrivateKey

    @classmethod
    def read(cls, kid: str, pem: str) -> SigningKey:
        """Read a stored key."""
        key = load_pem_private_key(pem.encode(), None)
        assert isinstance(key, EllipticCurvePrivateKey)
        return cls(kid, key)

    def pem(self) -> str:
        """Write the key for the database."""
        return self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()

    def public(self) -> Json:
        """Return what clients need to check signatures."""
        return {"kid": self.kid, "alg": "ES256", "key": public_text(self.key.public_key())}

    def signed(self, body: Json) -> Json:
        """Return a document with `kid` and `sig` over its canonical form (both left out of it)."""
        return {**body, "kid": self.kid, "sig": sign(self.key, canonical(body))}


def new_key() -> EllipticCurvePrivateKey:
    """Make a P-256 key."""
    return generate_private_key(SECP256R1())
