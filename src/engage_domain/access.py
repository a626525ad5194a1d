"""Who may write what: one table, judged by the server and shown by the laptop (`sync.md`, decision 23)."""

from __future__ import annotations

from enum import StrEnum

from engage_wire.entities import REGISTRY
from engage_wire.registry import Home


class UserRole(StrEnum):
    """What a person is at the agency."""

    CASEWORKER = "caseworker"
    FACILITATOR = "facilitator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


FIELD_ROLES = frozenset({UserRole.CASEWORKER, UserRole.FACILITATOR, UserRole.SUPERVISOR})
MANAGING_ROLES = frozenset({UserRole.SUPERVISOR, UserRole.ADMINISTRATOR})
OFFICE_ROLES = frozenset({UserRole.ADMINISTRATOR})

WRITERS: dict[str, frozenset[UserRole]] = {
    **{entity.name: FIELD_ROLES for entity in REGISTRY.of_home(Home.FAMILY)},
    **{entity.name: OFFICE_ROLES for entity in REGISTRY.of_home(Home.AGENCY)},
    **{entity.name: FIELD_ROLES | OFFICE_ROLES for entity in REGISTRY.of_home(Home.USER)},
    "assignment": MANAGING_ROLES,
}


def may_write(role: str, entity: str) -> bool:
    """Say whether somebody of `role` may write rows of `entity`; an unknown role may write nothing."""
    return role in WRITERS.get(entity, frozenset())
