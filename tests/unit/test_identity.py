"""Who sits at a laptop that belongs to no agency yet."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from tests.fakes import FrozenClock
from tests.support.desk import PASSPHRASE, desk_over

from engage_desktop.services import families, notes, visit_starts
from engage_desktop.services.identity import WorkAlone
from engage_desktop.store.becoming import become
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.tables import records, sync_outbox
from engage_desktop.store.vault import Vault
from engage_domain.contact_codes import Method
from engage_domain.families import NewFamily


def test_whoever_works_alone_has_a_name_beside_their_notes_until_the_agency_has_its_own(
    tmp_path: Path,
) -> None:
    clock = FrozenClock()
    vault = Vault.create(tmp_path / "vault", PASSPHRASE, clock, Kdf())
    me = WorkAlone(vault, clock)("Dana").me
    desk = desk_over(vault, clock, me)
    family = families.OpenFamily(desk)(NewFamily("Santos")).made_id
    call = visit_starts.StartOther(desk)(family, visit_starts.Other(Method.PHONE)).made_id
    notes.Finalise(desk)(call)
    notes.AddAddendum(desk)(call, "She called back.")
    (addendum,) = notes.ReadNote(desk)(call).addenda
    assert addendum.author == "Dana"
    user = records["user"]
    with vault.applying() as conn:
        become(conn, me.user_id, "0" * 32)
        assert conn.execute(select(user.c.id)).all() == []
        assert conn.execute(select(sync_outbox.c.oid).where(sync_outbox.c.entity == "user")).all() == []
    vault.close()
