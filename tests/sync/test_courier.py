"""A file goes from one laptop through a real agency to another, over TLS, and each of them says where it is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.support.http import KEY, Door, Installed
from tests.support.server import PASSWORD
from tests.sync.test_runner import Told, code, is_settled, start_family

from engage_desktop.errors import NotFound
from engage_desktop.store import blob_traffic, blobs, leaving, records, state
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.lane import WriteLane
from engage_desktop.store.vault import Vault
from engage_desktop.sync.enrol import enrol
from engage_desktop.sync.runner import SyncRunner
from engage_server.place import Place, opened
from engage_server.tables import blob
from engage_wire.clock import SystemClock, instant
from engage_wire.ids import new_id
from engage_wire.registry import Value

CLOCK = SystemClock()


class Desk:
    """One laptop of amina's: a vault, its lane, its runner."""

    def __init__(self, folder: Path, installed: Installed, door: Door, bits: int) -> None:
        self.vault = Vault.create(folder, "harbour violet lantern meadow seven", CLOCK, Kdf())
        self.lane, self.told = WriteLane("writer"), Told()
        enrol(self.vault, code(installed, door), "amina", PASSWORD, bits)
        self.runner = SyncRunner(self.vault, self.lane, CLOCK, self.told, self.told.faults.append)

    def attach(self, family: str, content: bytes, thumb: bytes) -> str:
        """Keep a file as an attachment of a family."""
        with self.vault.read() as conn:
            me = state.get(conn, state.USER) or ""
        row_id = new_id(CLOCK)
        with self.vault.write(me, "attachment.add") as conn:
            address, _ = blobs.keep(conn, self.vault.folder, content, at=instant(CLOCK.now()))
            small, _ = blobs.keep(conn, self.vault.folder, thumb, at=instant(CLOCK.now()))
            values: dict[str, Value] = {
                "family_id": family,
                "sha256": address,
                "thumb_sha256": small,
                "size": len(content),
            }
            records.insert(conn, "attachment", row_id, {**values, "kind": "photo"}, by=me, at=CLOCK.now())
        self.runner.wrote()
        return address

    def states(self) -> dict[str, str]:
        with self.vault.read() as conn:
            rows = conn.exec_driver_sql("SELECT sha256, state FROM sync_blob").all()
        return {str(row[0]): str(row[1]) for row in rows}

    def read(self, address: str) -> bytes | None:
        try:
            with self.vault.read() as conn:
                return blobs.read(conn, self.vault.folder, address)
        except NotFound:
            return None

    def close(self) -> None:
        self.runner.stop()
        self.lane.close()
        self.vault.close()
        assert self.told.faults == []


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    made = Installed(tmp_path_factory.mktemp("agency"))
    made.found()
    return made


@pytest.fixture(scope="module")
def door(installed: Installed) -> Iterator[Door]:
    with installed.serving() as opened:
        yield opened


@pytest.fixture
def desks(tmp_path: Path, installed: Installed, door: Door) -> Iterator[tuple[Desk, Desk]]:
    made = Desk(tmp_path / "one", installed, door, 1 << 41), Desk(tmp_path / "two", installed, door, 1 << 42)
    yield made
    for desk in made:
        desk.close()


@pytest.mark.timeout(400)
def test_a_file_reaches_the_agency_and_the_other_laptop(desks: tuple[Desk, Desk]) -> None:
    one, two = desks
    family = start_family(one.vault, "Alvarez")
    small, large = os.urandom(60_000), os.urandom((9 << 20) + 5)
    thumbs = os.urandom(900), os.urandom(800)
    addresses = [
        one.attach(family, content, thumb) for content, thumb in zip((small, large), thumbs, strict=True)
    ]
    one.runner.start()
    one.told.until(lambda _: set(one.states().values()) == {blobs.STORED}, 60)
    one.told.until(is_settled)

    two.runner.start()
    two.told.until(lambda _: two.read(addresses[0]) == small, 60)
    two.runner.try_now()
    coming = {addresses[0], *(hashlib.sha256(thumb).hexdigest() for thumb in thumbs)}
    two.told.until(lambda _: coming <= two.states().keys(), 60)  # both thumbnails and the small file
    assert two.read(addresses[1]) is None

    with two.vault.applying() as conn:
        blob_traffic.want(conn, addresses[1])
    two.runner.try_now()
    two.told.until(lambda _: two.read(addresses[1]) == large, 60)
    assert set(two.states().values()) == {blobs.STORED}
    with two.vault.applying() as conn:
        conn.exec_driver_sql("UPDATE sync_bucket SET state = 'leaving' WHERE bucket = ?", (f"f:{family}",))
        assert leaving.ready_to_leave(conn) == (f"f:{family}",)


def test_a_file_waits_for_its_record_and_is_offered_again_after_a_backup_came_back(
    desks: tuple[Desk, Desk],
) -> None:
    one, _two = desks
    family = start_family(one.vault, "Greene")
    address = one.attach(family, os.urandom(5_000), os.urandom(300))
    with one.vault.read() as conn:
        assert blob_traffic.to_send(conn) == ()  # nothing of it is acknowledged
    one.runner.start()
    one.told.until(lambda _: one.states()[address] == blobs.STORED, 60)
    with one.vault.applying() as conn:
        blob_traffic.doubt(conn)
        assert {parcel.sha256 for parcel in blob_traffic.to_send(conn)} == set(one.states())
    one.runner.try_now()
    one.told.until(lambda _: one.states()[address] == blobs.STORED, 60)


def test_a_file_of_a_family_that_went_to_others_is_sent_before_the_family_leaves(
    desks: tuple[Desk, Desk], installed: Installed
) -> None:
    one, _two = desks
    family = start_family(one.vault, "Haddad")
    address = one.attach(family, os.urandom(5_000), os.urandom(300))
    with one.vault.applying() as conn:
        conn.exec_driver_sql("UPDATE sync_blob SET state = 'stored'")  # as if: its record goes first, alone
    one.runner.start()
    one.told.until(is_settled)
    installed.command("unassign", "amina", family)
    with one.vault.applying() as conn:
        blob_traffic.doubt(conn)
    one.runner.try_now()
    one.told.until(lambda _: one.states().get(address, blobs.STORED) == blobs.STORED, 15)
    one.runner.try_now()
    one.told.until(lambda _: address not in one.states(), 15)
    with (
        opened(Place(installed.folder, key=bytes.fromhex(KEY))) as server,
        server.database.snapshot() as conn,
    ):
        assert conn.scalar(select(blob.c.state).where(blob.c.sha256 == address)) == "stored"
