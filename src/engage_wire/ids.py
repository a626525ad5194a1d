"""Identifiers: UUID version 7, minted from an injected clock and random source, 32 lower-case hex digits."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable

from engage_wire.clock import Clock, to_ms

HEX32 = re.compile(r"[0-9a-f]{32}")
RandomBits = Callable[[int], int]


def new_id(clock: Clock, bits: RandomBits = secrets.randbits) -> str:
    """Mint a UUIDv7 (RFC 9562): time first, so that rows made later sort later."""
    value = (to_ms(clock.now()) & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76 | bits(12) << 64 | 0b10 << 62 | bits(62)
    return f"{value:032x}"


def is_id(text: object) -> bool:
    """Say whether `text` has the form of an identifier."""
    return isinstance(text, str) and HEX32.fullmatch(text) is not None
