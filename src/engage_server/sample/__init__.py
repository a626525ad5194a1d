"""A believable agency for trials, tests and measurements: pure functions over words and a seed."""

from engage_server.sample.generate import Wish, generate
from engage_server.sample.rows import Account, Batch, Canary, Row

__all__ = ["Account", "Batch", "Canary", "Row", "Wish", "generate"]
