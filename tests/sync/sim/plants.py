"""Faults planted into the product from outside, each of which the oracle must find; and how small everything is here."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

from engage_desktop.store import apply, outbox
from engage_desktop.sync import engine, pulling
from tests.sync.sim.scheduler import History


@contextmanager
def replaced(owner: Any, name: str, value: Any) -> Generator[None]:
    """Let `owner.name` be another value for a while."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)


Plant = Callable[[ExitStack], dict[str, bool]]
PLANTS: dict[str, Plant] = {}


@contextmanager
def planted(name: str) -> Generator[Callable[[int], History]]:
    """Return the maker of histories, in a world of small batches and, if wanted, with one fault."""
    with ExitStack() as stack:
        stack.enter_context(replaced(pulling, "ROWS_AT_ONCE", 3))
        stack.enter_context(replaced(apply, "CHUNK_ROWS", 4))
        stack.enter_context(replaced(engine, "MAX_OPS", 5))
        stack.enter_context(replaced(outbox, "SEAL_AT_ONCE", 500))
        switches = PLANTS[name](stack) if name else {}
        yield partial(History, **switches)
