"""Where the worker was: kept in the vault, so that after a lock or a crash the window opens exactly there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from engage_desktop.store import local
from engage_desktop.store.vault import Vault

KEY = "place"


@dataclass(frozen=True, slots=True)
class Place:
    """A route such as `note:<contact>`, the screen's own details, and the way back."""

    route: str = "today"
    details: dict[str, str] = field(default_factory=dict)
    back: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeepPlace:
    """Remember where the worker is."""

    vault: Vault

    def __call__(self, place: Place) -> None:
        """Keep it; not captured, not sent."""
        text = json.dumps({"route": place.route, "details": place.details, "back": list(place.back)})
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
            return Place(
                str(kept["route"]),
                {str(k): str(v) for k, v in kept["details"].items()},
                tuple(map(str, kept["back"])),
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return Place()
