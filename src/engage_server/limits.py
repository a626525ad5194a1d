"""The numbers of the agency's policy that the server itself goes by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, select

from engage_server.tables import records, sync_row
from engage_wire.policy import PolicyFault, read_document

_READ: WeakKeyDictionary[Engine, tuple[tuple[str, int], Limits]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Limits:
    """How long work of a lost family is still applied, and how long a laptop may stay away."""

    grace: timedelta = timedelta(days=30)
    lease: timedelta = timedelta(days=14)


def limits_of(connection: Connection, agency: str) -> Limits:
    """Return the agency's limits; a policy is read once for each revision of the agency's row."""
    r = sync_row.c
    rev = connection.scalar(
        select(r.rev).where(r.agency_id == agency, r.entity == "agency", r.row_id == agency)
    )
    key = (agency, int(rev or 0))
    kept = _READ.get(connection.engine)
    if kept is None or kept[0] != key:
        a = records["agency"].c
        text = connection.scalar(select(a.policy).where(a.agency_id == agency, a.id == agency))
        kept = _READ[connection.engine] = (key, _limits(text) if text else Limits())
    return kept[1]


def _limits(text: str) -> Limits:
    try:
        policy = read_document(text)
        days = [int(policy.limit("work", name)) for name in ("grace_days", "lease_days")]
    except (PolicyFault, KeyError, TypeError, ValueError):
        return Limits()  # a policy nobody can read must not keep anybody from handing in work
    return Limits(*(timedelta(days=count) for count in days))
