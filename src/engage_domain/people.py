"""Who is at this laptop."""

from __future__ import annotations

from dataclasses import dataclass

from engage_domain.access import UserRole


@dataclass(frozen=True, slots=True)
class Me:
    """The worker this vault belongs to. Working alone, `agency_id` is empty."""

    user_id: str
    name: str
    role: str = UserRole.CASEWORKER
    agency_id: str = ""
    team_id: str = ""

    @property
    def is_supervisor(self) -> bool:
        """Whether the worker sees the unit's families and reviews."""
        return self.role == UserRole.SUPERVISOR
