"""Codes, dates and counts in the words of the interface's language."""

from __future__ import annotations

from functools import cache

from engage_desktop.views.kit.assets import resource
from engage_wire.wordbook import Wordbook, capital, clock, load

__all__ = ["Wordbook", "capital", "clock", "wordbook"]


@cache
def wordbook(language: str = "en") -> Wordbook:
    """Return the words of a language: `es`, `es_US` and `es-MX` are all Spanish."""
    return load(resource("words"), language)
