"""How much a guess at the passphrase may cost on this laptop: as much as 0.6 seconds buy, between fixed limits."""

from __future__ import annotations

import os

from engage_desktop.store.crypto import Kdf, stretch, wipe
from engage_wire.clock import Clock

TARGET_SECONDS = 0.6
STEPS_KIB = (64 * 1024, 128 * 1024, 192 * 1024, 256 * 1024)


def calibrated(clock: Clock) -> Kdf:
    """Return the costliest parameters that open the vault within the target, never below the floor."""
    best = Kdf(m_kib=STEPS_KIB[0])
    taken = _seconds(best, clock)
    for m_kib in STEPS_KIB[1:]:
        if taken * m_kib / best.m_kib > TARGET_SECONDS:
            break
        larger = Kdf(m_kib=m_kib)
        taken = _seconds(larger, clock)
        if taken > TARGET_SECONDS:
            break
        best = larger
    return best


def _seconds(kdf: Kdf, clock: Clock) -> float:
    start = clock.monotonic()
    wipe(stretch("calibration", os.urandom(16), kdf))
    return clock.monotonic() - start
