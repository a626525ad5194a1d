"""Who this vault belongs to, and in which zone its months are counted."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engage_desktop.errors import BadInput
from engage_desktop.store import local, records
from engage_desktop.store.vault import Vault
from engage_domain.people import Me
from engage_wire.clock import Clock
from engage_wire.ids import new_id
from engage_wire.registry import Value

FALLBACK_ZONE = "America/New_York"
MODE_KEY = "mode"
ALONE, AGENCY, TRYING = "alone", "agency", "trying"


@dataclass(frozen=True, slots=True)
class Identity:
    """The worker, the zone, and how this laptop came to be: alone, with an agency, or trying."""

    me: Me
    zone: ZoneInfo
    mode: str


def zone_of(name: str) -> ZoneInfo:
    """Return the zone called `name`, or the fallback when this machine does not know it."""
    try:
        return ZoneInfo(name or FALLBACK_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(FALLBACK_ZONE)


@dataclass(frozen=True, slots=True)
class WhoAmI:
    """Read the worker of an open vault; None until one of the doors was taken to the end."""

    vault: Vault

    def __call__(self) -> Identity | None:
        """Return the identity kept here."""
        with self.vault.read() as conn:
            kept = local.starting_with(conn, "me.")
            zone, mode = local.get(conn, "zone"), local.get(conn, MODE_KEY)
        if not kept.get("user_id"):
            return None
        me = Me(
            user_id=kept["user_id"],
            name=kept.get("name", ""),
            role=kept.get("role", ""),
            agency_id=kept.get("agency_id", ""),
            team_id=kept.get("team_id", ""),
        )
        return Identity(me, zone_of(zone), mode)


@dataclass(frozen=True, slots=True)
class BecomeMe:
    """Keep who the worker is, once: after enrolling, or before working alone."""

    vault: Vault

    def __call__(self, me: Me, zone: str, mode: str) -> Identity:
        """Keep the identity and return it."""
        with self.vault.applying() as conn:
            kept = {
                "user_id": me.user_id,
                "name": me.name,
                "role": me.role,
                "agency_id": me.agency_id,
                "team_id": me.team_id,
            }
            for key, value in kept.items():
                local.put(conn, f"me.{key}", value)
            local.put(conn, "zone", zone)
            local.put(conn, MODE_KEY, mode)
        return Identity(me, zone_of(zone), mode)


@dataclass(frozen=True, slots=True)
class WorkAlone:
    """Begin without an agency: the worker's own user row is made here and joins later."""

    vault: Vault
    clock: Clock

    def __call__(self, name: str) -> Identity:
        """Make the local worker called `name`; BadInput when the name is empty."""
        if not name.strip():
            raise BadInput("name", "empty")
        me = Me(user_id=new_id(self.clock), name=name.strip())
        own: dict[str, Value] = {"display_name": me.name, "role": me.role, "active": 1}
        alone = BecomeMe(self.vault)(me, FALLBACK_ZONE, ALONE)
        with self.vault.applying() as conn:
            records.insert(conn, "user", me.user_id, own, by=me.user_id, at=self.clock.now())
        return alone
