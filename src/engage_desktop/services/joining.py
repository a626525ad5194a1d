"""Joining the agency from this laptop."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from engage_desktop.services.identity import AGENCY, BecomeMe, Identity
from engage_desktop.store.vault import Vault
from engage_desktop.sync.enrol import enrol
from engage_desktop.sync.recovery import INCARNATION_BITS
from engage_domain.people import Me


@dataclass(frozen=True, slots=True)
class Join:
    """Enrol with the agency's code and become the worker it says one is."""

    vault: Vault
    mode: str = AGENCY

    def __call__(self, code: str, login: str, password: str) -> Identity:
        """Join and return the identity; raises what `enrol` raises."""
        enrolled = enrol(self.vault, code, login, password, secrets.randbits(INCARNATION_BITS))
        me = Me(enrolled.user_id, enrolled.name, enrolled.role, enrolled.agency_id, enrolled.team_id)
        return BecomeMe(self.vault)(me, enrolled.time_zone, self.mode)
