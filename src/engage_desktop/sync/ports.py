"""What the engine is given from outside: a store to work on, a key to sign with, and chance."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from engage_wire.codec import Json

T = TypeVar("T")
Job = Callable[[Connection], T]


class Store(Protocol):
    """The encrypted store, one transaction at a time; nothing written here is captured."""

    def write(self, job: Callable[[Connection], T]) -> T:
        """Run `job` in one write transaction: committed when it returns, rolled back when it raises."""
        ...

    def read(self, job: Callable[[Connection], T]) -> T:
        """Run `job` over one snapshot."""
        ...


class Signer(Protocol):
    """The key of this device."""

    def __call__(self, message: bytes) -> str:
        """Return the signature of `message`, as the protocol spells it."""
        ...


class Chance(Protocol):
    """A source of randomness; `random.Random` and `random.SystemRandom` are such."""

    def random(self) -> float:
        """Return a number from 0 up to 1."""
        ...

    def getrandbits(self, k: int, /) -> int:
        """Return `k` random bits."""
        ...


class LeaseJudge(Protocol):
    """Whoever can tell a lease of the agency from a forged one."""

    def __call__(self, lease: Json) -> bool:
        """Say whether the agency signed this lease for this device."""
        ...
