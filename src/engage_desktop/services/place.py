"""Where the worker was: kept in the vault, so that after a lock or a crash the window opens exactly there."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from engage_desktop.store import local
from engage_desktop.store.vault import Vault

KEY = "place"


@dataclass(frozen=True, slots=True)
class Spot:
    """A route such as `note:<contact>`, and the screen's own details."""

    route: str = "today"
    details: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the worker is, and the way back."""

    here: Spot = field(default_factory=Spot)
    back: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepPlace:
    """Remember where the worker is."""

    vault: Vault

    def __call__(self, place: Place) -> None:
        """Keep it; not captured, not sent."""
        text = json.dumps(asdict(place))
        with self.vault.applying() as conn:
            if local.get(conn, KEY) != text:
                local.put(conn, KEY, text)


@dataclass(frozen=True, slots=True)
class RecallPlace:
    """Return where the worker was, or Today."""

    vault: Vault

    def __call__(self) -> Place:
        """Read the place; anything unreadable means Today."""
        with self.vault.read() as conn:
            text = local.get(conn, KEY)
        try:
            kept = json.loads(text)
            return Place(_spot(kept["here"]), tuple(map(_spot, kept["back"])))
        except (ValueError, KeyError, TypeError, AttributeError):
            return Place()


def _spot(kept: Any) -> Spot:
    return Spot(str(kept["route"]), {str(k): str(v) for k, v in kept["details"].items()})
