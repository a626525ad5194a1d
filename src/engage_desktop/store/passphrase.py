"""Passphrases: five generated words, or something long that a strength estimate does not find easy."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from engage_desktop.store.crypto import normal

WORDS = 5
SEPARATOR = " "
SHORTEST = 15
LONGEST = 256
ENOUGH_LOG10 = 12.0  # about 40 bits: ten GPU-years at the floor's cost
ESTIMATED_CHARACTERS = 72  # the estimate grows faster than linearly with the length


class Verdict(StrEnum):
    """Why a passphrase is taken or not."""

    GENERATED = "generated"
    STRONG = "strong"
    EMPTY = "empty"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    TOO_COMMON = "too_common"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with the estimate behind it: how many guesses it takes, as a power of ten."""

    verdict: Verdict
    guesses_log10: float

    @property
    def accepted(self) -> bool:
        """Say whether a vault may be made with it."""
        return self.verdict in {Verdict.GENERATED, Verdict.STRONG}


@cache
def wordlist() -> tuple[str, ...]:
    """Return the words to draw from."""
    text = (files("engage_desktop") / "_resources" / "passphrase" / "words.txt").read_text(encoding="ascii")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def generated(draw: Callable[[int], int] = secrets.randbelow) -> str:
    """Return five words drawn evenly from the list."""
    words = wordlist()
    return SEPARATOR.join(words[draw(len(words))] for _ in range(WORDS))


def judged(passphrase: str, about: Iterable[str] = ()) -> Judged:
    """Judge a new passphrase; `about` names what guessers know: the person, the agency, the product."""
    text = normal(passphrase).decode()
    if not text.strip():
        return Judged(Verdict.EMPTY, 0.0)
    if len(text) > LONGEST:
        return Judged(Verdict.TOO_LONG, 0.0)
    if _drawn(text):
        return Judged(Verdict.GENERATED, WORDS * math.log10(len(wordlist())))
    estimate = _estimate(text, (*about, "engage"))
    if len(text) < SHORTEST:
        return Judged(Verdict.TOO_SHORT, estimate)
    return Judged(Verdict.STRONG if estimate >= ENOUGH_LOG10 else Verdict.TOO_COMMON, estimate)


def _drawn(text: str) -> bool:
    """Say whether it has the form of a generated passphrase; five different words at least."""
    words = text.casefold().split()
    return len(set(words)) >= WORDS and set(words) <= set(wordlist())


def _estimate(text: str, about: Iterable[str]) -> float:
    from zxcvbn import zxcvbn

    result: dict[str, Any] = zxcvbn(text[:ESTIMATED_CHARACTERS], user_inputs=[w for w in about if w])
    return float(result["guesses_log10"])
