"""The agency's policy as this laptop has it, or the one built in until the agency says otherwise."""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib.resources import files

from sqlalchemy import Connection, select

from engage_desktop.store.reading import standing
from engage_desktop.store.tables import records
from engage_wire.policy import Policy, PolicyFault, read_document, read_folder

agency = records["agency"]
log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def built_in() -> Policy:
    """Return the policy this program came with."""
    return read_folder(files("engage_desktop").joinpath("_resources", "policy"))


def policy(conn: Connection) -> Policy:
    """Return the policy in force; one that cannot be read leaves the built-in one standing."""
    text = conn.execute(select(agency.c.policy).where(standing(agency)).limit(1)).scalar()
    return _read(str(text)) if text else built_in()


@lru_cache(maxsize=2)
def _read(text: str) -> Policy:
    try:
        return read_document(text)
    except PolicyFault as fault:
        log.warning("the agency's policy cannot be used: %s", fault)
        return built_in()


def agency_name(conn: Connection) -> str:
    """Return what the agency is called, or nothing for somebody who works alone."""
    return str(conn.execute(select(agency.c.name).where(standing(agency)).limit(1)).scalar() or "")
