"""Words of a question that was open when the program ended: in the vault until their writer has seen them again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from engage_desktop.store import local
from engage_desktop.store.vault import Vault

NOW, BEFORE = "left_words", "left_words_before"


@dataclass(frozen=True, slots=True)
class LeftWords:
    """What was typed into one question: its title, what it was about, and the words by the name of their field."""

    title: str
    about: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeepLeftWords:
    """Keeps what stands in the questions that are open now, in place of what stood there before."""

    vault: Vault

    def __call__(self, words: tuple[LeftWords, ...]) -> None:
        """Keep it; not captured, not sent."""
        with self.vault.applying() as conn:
            _put(conn, NOW, words)


@dataclass(frozen=True, slots=True)
class RecallLeftWords:
    """Returns what was being typed when the program ended, this time and before."""

    vault: Vault

    def __call__(self) -> tuple[LeftWords, ...]:
        """Read it, and let the questions of today begin with nothing."""
        with self.vault.applying() as conn:
            words = (*_get(conn, BEFORE), *_get(conn, NOW))
            _put(conn, BEFORE, words)
            _put(conn, NOW, ())
        return words


@dataclass(frozen=True, slots=True)
class ForgetLeftWords:
    """Throws away what was left."""

    vault: Vault

    def __call__(self) -> None:
        """Forget it."""
        with self.vault.applying() as conn:
            _put(conn, BEFORE, ())


def _put(conn: Connection, key: str, words: tuple[LeftWords, ...]) -> None:
    if words:
        local.put(conn, key, json.dumps([[each.title, each.about, each.fields] for each in words]))
    else:
        local.forget(conn, key)


def _get(conn: Connection, key: str) -> tuple[LeftWords, ...]:
    try:
        kept = json.loads(local.get(conn, key) or "[]")
        return tuple(
            LeftWords(str(title), str(about), tuple(map(_field, said))) for title, about, said in kept
        )
    except (ValueError, TypeError):
        return ()


def _field(kept: Any) -> tuple[str, str]:
    name, words = kept
    return str(name), str(words)
