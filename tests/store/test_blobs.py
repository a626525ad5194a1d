"""Files at rest: sealed one by one, whole or not there at all, gone with their key."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.faults.store_canary import hits_in
from tests.faults.store_kills import forked, killed_after, opened, prepared
from tests.store.support import ACTOR, FLOOR, PASSPHRASE, flip, new_vault, unlock

from engage_desktop.errors import Damaged, DiskFull, NotFound
from engage_desktop.services.care import IdleCare
from engage_desktop.store import begun_ink, blob_traffic, blobs, leaving
from engage_desktop.store.care import Care
from engage_desktop.store.crypto import Refused
from engage_desktop.store.tables import sync_blob
from engage_desktop.store.vault import Vault
from engage_wire.clock import SystemClock

SIZES = (1, blobs.CHUNK - 1, blobs.CHUNK, blobs.CHUNK + 1, 3 * blobs.CHUNK, 3 * blobs.CHUNK + 77)
FAMILY, OTHER = "f" * 32, "e" * 32
AT = "2026-11-23T13:41:00.000Z"


def address(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keep(vault: Vault, content: bytes, family: str = FAMILY, thumb: bytes = b"") -> str:
    """Keep content as an attachment of a family."""
    with vault.write(ACTOR, "attachment.add") as conn:
        conn.exec_driver_sql("INSERT OR IGNORE INTO family(id, name) VALUES (?, 'F')", (family,))
        kept, _ = blobs.keep(conn, vault.folder, content, at=AT)
        small = blobs.keep(conn, vault.folder, thumb, at=AT)[0] if thumb else None
        conn.exec_driver_sql(
            "INSERT INTO attachment(id, family_id, sha256, thumb_sha256) VALUES (?, ?, ?, ?)",
            (secrets.token_hex(16), family, kept, small),
        )
    return kept


def read(vault: Vault, kept: str) -> bytes:
    with vault.read() as conn:
        return blobs.read(conn, vault.folder, kept)


def files(vault: Vault) -> list[Path]:
    place = vault.folder / blobs.FOLDER
    return sorted(place.iterdir()) if place.exists() else []


# the sealed form


@pytest.mark.parametrize("size", [0, *SIZES])
def test_what_is_sealed_comes_back_exactly(size: int) -> None:
    key, content = os.urandom(32), os.urandom(size)
    sealed = blobs.seal(key, content, address(content))
    chunks = max(1, -(-size // blobs.CHUNK))
    assert len(sealed) == blobs.HEADER_BYTES + size + 16 * chunks
    assert blobs.unseal(key, sealed, address(content)) == content


def test_the_same_content_never_looks_the_same_twice() -> None:
    content = bytes(200_000)
    first, second = (blobs.seal(os.urandom(32), content, address(content)) for _ in range(2))
    assert first[20:] != second[20:]
    assert content[:64] not in first


@pytest.mark.parametrize("size", SIZES)
def test_an_end_that_is_cut_off_is_refused_wherever_the_cut_is(size: int) -> None:
    key, content = os.urandom(32), os.urandom(size)
    sealed = blobs.seal(key, content, address(content))
    borders = range(blobs.HEADER_BYTES, len(sealed), blobs.SEALED_CHUNK)
    for cut in {0, 5, len(sealed) - 1, *borders, *(border + 9 for border in borders)}:
        if cut < len(sealed):
            with pytest.raises(Refused):
                blobs.unseal(key, sealed[:cut], address(content))


def test_chunks_that_are_moved_repeated_left_out_or_added_are_refused() -> None:
    key, content = os.urandom(32), os.urandom(4 * blobs.CHUNK)
    sealed, step = blobs.seal(key, content, address(content)), blobs.SEALED_CHUNK
    head, body = sealed[: blobs.HEADER_BYTES], sealed[blobs.HEADER_BYTES :]
    one, two, three, last = (body[n * step : (n + 1) * step] for n in range(4))
    orders = (
        (two, one, three, last), (one, two, two, three, last), (one, three, last), (one, two, three, last, last),
        (one, two, last, three), (last,), (one, two, three),
    )  # fmt: skip
    for order in orders:
        with pytest.raises(Refused):
            blobs.unseal(key, head + b"".join(order), address(content))
    assert blobs.unseal(key, head + one + two + three + last, address(content)) == content


@settings(max_examples=120, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_a_flipped_bit_is_refused_wherever_it_is(where: float, bit: int) -> None:
    key, content = bytes(range(32)), bytes(blobs.CHUNK + 500)
    sealed = bytearray(blobs.seal(key, content, address(content)))
    sealed[int(where * len(sealed))] ^= 1 << bit
    with pytest.raises(Refused):
        blobs.unseal(key, bytes(sealed), address(content))


def test_another_key_and_another_address_are_refused() -> None:
    key, content = os.urandom(32), os.urandom(100)
    sealed = blobs.seal(key, content, address(content))
    for wrong in ((os.urandom(32), address(content)), (key, address(b"another"))):
        with pytest.raises(Refused):
            blobs.unseal(wrong[0], sealed, wrong[1])


# in the vault


def test_a_file_is_kept_across_a_restart_and_once_however_often_it_is_added(vault: Vault) -> None:
    content = os.urandom(150_000)
    kept = keep(vault, content)
    assert keep(vault, content, OTHER) == kept
    assert len(files(vault)) == 1
    folder = vault.folder
    vault.close()
    again = unlock(folder)
    assert read(again, kept) == content
    again.close()


def test_every_file_has_its_own_key_and_a_name_that_says_nothing(vault: Vault) -> None:
    kept = [keep(vault, os.urandom(1_000)) for _ in range(4)]
    with vault.read() as conn:
        rows = conn.execute(sync_blob.select()).all()
    assert len({bytes(row.key) for row in rows}) == 4
    assert all(len(bytes(row.key)) == 32 and len(row.path) == 32 for row in rows)
    assert not any(row.path in row.sha256 for row in rows)
    assert {row.sha256 for row in rows} == set(kept)


def test_files_that_changed_places_do_not_open(vault: Vault) -> None:
    one, two = keep(vault, b"one" * 900), keep(vault, b"two" * 900)
    first, second = files(vault)
    spare = first.with_name("spare")
    first.rename(spare)
    second.rename(first)
    spare.rename(second)
    for kept in (one, two):
        with pytest.raises(Damaged):
            read(vault, kept)


def test_damage_is_told_and_a_missing_file_is_elsewhere(vault: Vault) -> None:
    kept = keep(vault, os.urandom(5_000))
    flip(files(vault)[0], 200)
    with pytest.raises(Damaged):
        read(vault, kept)
    files(vault)[0].unlink()
    with pytest.raises(NotFound):
        read(vault, kept)


def test_adding_a_file_again_heals_one_that_went_missing_or_was_damaged(vault: Vault) -> None:
    content = os.urandom(5_000)
    kept = keep(vault, content)
    files(vault)[0].unlink()
    keep(vault, content)
    assert read(vault, kept) == content
    flip(files(vault)[0], 200)
    keep(vault, content)
    assert read(vault, kept) == content


def test_a_file_the_agency_has_is_offered_again_for_a_new_record(vault: Vault) -> None:
    content = os.urandom(5_000)
    kept = keep(vault, content)
    with vault.applying() as conn:
        conn.exec_driver_sql("UPDATE sync_outbox SET state = 1")
        blob_traffic.sent(conn, kept)
        assert blob_traffic.to_send(conn) == ()
    keep(vault, content, OTHER)
    with vault.applying() as conn:
        assert blob_traffic.to_send(conn) == ()  # the agency does not know the new record yet
        conn.exec_driver_sql("UPDATE sync_outbox SET state = 1")
        assert [parcel.sha256 for parcel in blob_traffic.to_send(conn)] == [kept]


def test_what_is_not_committed_leaves_nothing_after_idle_care(vault: Vault) -> None:
    def stumble() -> None:
        with vault.write(ACTOR, "attachment.add") as conn:
            blobs.keep(conn, vault.folder, b"never committed", at=AT)
            raise NotFound("whatever comes between")

    kept = keep(vault, b"stays")
    with pytest.raises(NotFound):
        stumble()
    assert len(files(vault)) == 2
    assert IdleCare(vault).tidy_files() == 1
    assert read(vault, kept) == b"stays"
    assert IdleCare(vault).tidy_files() == 0


def test_an_erased_attachment_takes_its_key_and_its_files_along(vault: Vault) -> None:
    gone = keep(vault, b"to be erased" * 100, thumb=b"small")
    stays = keep(vault, b"to stay" * 100, OTHER, thumb=b"other small")
    with vault.applying() as conn:
        conn.exec_driver_sql("DELETE FROM attachment WHERE sha256 = ?", (gone,))
    assert IdleCare(vault).tidy_files() == 2
    with vault.read() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM sync_blob").scalar() == 2
    with pytest.raises(NotFound):
        read(vault, gone)
    assert read(vault, stays) == b"to stay" * 100


def test_a_removed_attachment_keeps_its_file_because_it_can_be_brought_back(vault: Vault) -> None:
    kept = keep(vault, b"removed")
    with vault.write(ACTOR, "attachment.remove") as conn:
        conn.exec_driver_sql("UPDATE attachment SET deleted_at = ? WHERE sha256 = ?", (AT, kept))
    assert IdleCare(vault).tidy_files() == 0
    assert read(vault, kept) == b"removed"


def test_a_family_that_leaves_takes_its_keys_but_not_those_another_family_needs(vault: Vault) -> None:
    own, shared = keep(vault, b"own", thumb=b"own small"), keep(vault, b"both")
    keep(vault, b"both", OTHER)
    with vault.applying() as conn:
        leaving.evict(conn, f"f:{FAMILY}")
    with pytest.raises(NotFound):
        read(vault, own)
    assert read(vault, shared) == b"both"
    assert IdleCare(vault).tidy_files() == 2


def test_a_family_with_a_file_that_is_only_here_does_not_leave(vault: Vault) -> None:
    keep(vault, b"only here", thumb=b"small")
    with vault.applying() as conn:
        conn.exec_driver_sql(
            "INSERT INTO sync_bucket(bucket, mode, state) VALUES (?, 'rw', 'leaving')", (f"f:{FAMILY}",)
        )
        conn.exec_driver_sql("UPDATE sync_outbox SET state = 3")
        assert leaving.ready_to_leave(conn) == ()
        conn.exec_driver_sql("UPDATE sync_blob SET state = 'stored'")
        assert leaving.ready_to_leave(conn) == (f"f:{FAMILY}",)


def test_a_family_with_a_page_that_is_being_drawn_does_not_leave(vault: Vault) -> None:
    keep(vault, b"sent already")
    with vault.applying() as conn:
        conn.exec_driver_sql(
            "INSERT INTO sync_bucket(bucket, mode, state) VALUES (?, 'rw', 'leaving')", (f"f:{FAMILY}",)
        )
        conn.exec_driver_sql("UPDATE sync_outbox SET state = 3")
        conn.exec_driver_sql("UPDATE sync_blob SET state = 'stored'")
        begun_ink.keep(conn, FAMILY, "strokes", "")
        assert leaving.ready_to_leave(conn) == ()
        begun_ink.keep(conn, FAMILY, "", "")
        assert leaving.ready_to_leave(conn) == (f"f:{FAMILY}",)


def test_nothing_is_swept_while_a_damaged_database_lies_beside(folder: Path) -> None:
    vault = new_vault(folder)
    early = keep(vault, b"before the copy")
    vault.copy_daily()
    late = keep(vault, b"after the copy")
    vault.close()
    care = Care(folder, PASSPHRASE, SystemClock())
    care.restore(care.copies()[0])
    care.close()
    again = unlock(folder)
    assert read(again, early) == b"before the copy"
    with pytest.raises(NotFound):
        read(again, late)
    assert IdleCare(again).tidy_files() == 0  # the set-aside database still holds the key of the second
    again.close()


def test_salvage_carries_the_keys_of_the_files(folder: Path) -> None:
    vault = new_vault(folder)
    kept = keep(vault, b"salvaged" * 1000)
    vault.close()
    care = Care(folder, PASSPHRASE, SystemClock())
    report, _ = care.salvage()
    care.close()
    again = unlock(folder)
    assert report.complete
    assert read(again, kept) == b"salvaged" * 1000
    again.close()


def test_no_word_of_a_file_or_its_thumbnail_is_on_the_disk_in_plain(vault: Vault, tmp_path: Path) -> None:
    words = b"QZCANARYXJ in a file " * 9_000
    kept = keep(vault, words, thumb=words[:2_000])
    assert read(vault, kept) == words
    vault.copy_daily()
    assert hits_in(vault.folder) == {}
    (tmp_path / "control").mkdir()
    (tmp_path / "control" / "plain").write_bytes(words)
    assert hits_in(tmp_path)  # the search finds what is there


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts a small disk")
def test_a_full_disk_is_told_in_one_error_and_nothing_is_lost(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = os.system(f"mount -t tmpfs -o size=24m none {small} 2>/dev/null")  # noqa: S605 - a path of pytest's
    if mounted:
        pytest.skip("no small disk can be mounted here")
    try:
        vault = Vault.create(small / "vault", PASSPHRASE, SystemClock(), FLOOR)
        kept = keep(vault, os.urandom(1 << 20))
        for _ in range(2):
            with pytest.raises(DiskFull):
                keep(vault, os.urandom(40 << 20))
        assert len(files(vault)) == 1
        assert len(read(vault, kept)) == 1 << 20
        keep(vault, b"a little still fits")
        vault.close()
    finally:
        os.system(f"umount {small}")  # noqa: S605 - a path of pytest's


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_a_kill_in_the_middle_leaves_nothing_or_a_whole_file(tmp_path: Path) -> None:
    keys, master = prepared(tmp_path / "vault")
    folder = tmp_path / "vault"

    def work(pipe: int) -> None:
        vault, number = opened(folder, keys, master), 0
        while True:
            number += 1
            keep(vault, os.urandom(700_000), thumb=os.urandom(9_000))
            os.write(pipe, b"%d\n" % number)

    acknowledged = swept = 0
    for turn in range(16):
        child, reading = forked(work)
        acknowledged += killed_after(child, reading, 1 + turn % 2, turn * 0.0007)
        vault = opened(folder, keys, master)
        with vault.read() as conn:
            rows = conn.exec_driver_sql("SELECT sha256, thumb_sha256 FROM attachment").all()
        assert len(rows) >= acknowledged
        for row in rows:
            assert len(read(vault, row[0])) == 700_000
            assert len(read(vault, row[1])) == 9_000
        swept += IdleCare(vault).tidy_files()
        assert len(files(vault)) == 2 * len(rows)
        vault.close()
    assert acknowledged >= 16
    shutil.rmtree(folder)
