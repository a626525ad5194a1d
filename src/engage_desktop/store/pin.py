"""The six-digit PIN that brings the program back from hiding; its hash lives inside the open vault."""

from __future__ import annotations

import base64
import hmac
import itertools
import os

from engage_desktop.errors import BadInput
from engage_desktop.store import crypto
from engage_desktop.store.crypto import Kdf

DIGITS = 6
KIND = "argon2id"
COST = Kdf()


def check_form(pin: str) -> None:
    """Raise `BadInput` unless the PIN is six digits that are neither all equal nor a run."""
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        raise BadInput("pin", "six_digits")
    steps = {(int(b) - int(a)) % 10 for a, b in itertools.pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        raise BadInput("pin", "too_plain")


def hashed(pin: str, key: bytes | bytearray) -> str:
    """Return what to keep of a PIN; worthless without the vault's PIN key."""
    check_form(pin)
    salt = os.urandom(16)
    made = crypto.stretch(pin, salt, COST, pepper=key)
    return "$".join((KIND, str(COST.m_kib), str(COST.t), str(COST.p), _text(salt), _text(made)))


def matches(pin: str, kept: str, key: bytes | bytearray) -> bool:
    """Say whether this is the PIN of which `kept` was made."""
    _, m_kib, t, p, salt, made = kept.split("$")
    cost = Kdf(int(m_kib), int(t), int(p))
    return hmac.compare_digest(
        crypto.stretch(pin, base64.b64decode(salt), cost, pepper=key), base64.b64decode(made)
    )


def _text(data: bytes | bytearray) -> str:
    return base64.b64encode(data).decode()
