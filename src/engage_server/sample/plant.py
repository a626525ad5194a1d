"""Putting a sample into a server: through the same door as everybody's writes, one family at a time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select

from engage_server.errors import ServerProblem
from engage_server.sample.canaries import CanaryList
from engage_server.sample.generate import Wish, generate
from engage_server.sample.rows import Account, Batch, Row
from engage_server.server import Server
from engage_server.tables import records
from engage_server.write import Change
from engage_wire.clock import parse_instant
from engage_wire.codec import Json

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Planted:
    """What was planted."""

    families: int = 0
    rows: int = 0
    notes: int = 0
    accounts: list[Account] = field(default_factory=list)

    def document(self) -> Json:
        """Return the summary as JSON values."""
        people = [
            {"login": a.login, "password": a.password, "name": a.name, "role": a.role} for a in self.accounts
        ]
        return {"families": self.families, "rows": self.rows, "notes": self.notes, "accounts": people}


def plant(
    server: Server, wish: Wish, *, canaries: Path | None = None, progress: Progress | None = None
) -> Planted:
    """Write a sample into a server, make its sign-ins, and write the list of protected strings."""
    if _has_anybody(server):
        raise ServerProblem("this agency has people already; a sample is planted into an empty one")
    if canaries is not None:
        canaries.touch()  # or all would be planted before it is found that the list cannot be written
    done, hidden = Planted(), CanaryList()
    for batch in generate(wish):
        server.write([_change(row, server.agency) for row in batch.rows], cmd="sample.plant")
        for account in batch.accounts:
            server.accounts.set_password(account.user_id, account.login, account.password)
        hidden.add(batch)
        _count(done, batch)
        if progress is not None:
            progress(done.families, wish.families)
    if canaries is not None:
        words = hidden.document(seed=wish.seed, start=wish.start.isoformat(), agency_id=server.agency)
        canaries.write_text(json.dumps(words, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return done


def _has_anybody(server: Server) -> bool:
    tables = records["user"], records["family"]
    with server.database.snapshot() as connection:
        return any(
            connection.scalar(select(table.c.id).where(table.c.agency_id == server.agency).limit(1))
            for table in tables
        )


def _change(row: Row, agency: str) -> Change:
    at = parse_instant(str(row.doc["created_at"]))
    actor = row.doc.get("created_by")
    if row.entity == "agency":
        kept = {name: value for name, value in row.doc.items() if not name.startswith("created_")}
        return Change("agency", agency, kept, update=True, at=at)
    return Change(row.entity, row.row_id, row.doc, actor=str(actor) if actor else None, at=at)


def _count(done: Planted, batch: Batch) -> None:
    done.families += bool(batch.family_id)
    done.rows += len(batch.rows)
    done.notes += sum(1 for row in batch.rows if row.entity == "contact")
    done.accounts += batch.accounts
