"""The key file opens for the right passphrase alone, and says which of damage, alteration and error it met."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.fakes import FrozenClock
from tests.store.support import FLOOR, PASSPHRASE, flip

from engage_desktop.errors import (
    BadInput,
    HeaderDamaged,
    NewerThanApp,
    NoVault,
    TooSoon,
    WrongPassphrase,
)
from engage_desktop.store import crypto, keyfile, pin
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.keyfile import COPY, NAME
from engage_desktop.store.tries import Tries, delay_after


def made(folder: Path, passphrase: str = PASSPHRASE) -> tuple[keyfile.KeyFile, bytearray]:
    keys, master = keyfile.new(passphrase, FLOOR)
    keyfile.save(keys, folder)
    return keys, master


def altered(folder: Path, change: dict[str, Any]) -> None:
    """Change the document as somebody would who knows the format: with a matching checksum, in both files."""
    document = json.loads((folder / NAME).read_bytes())
    del document["check"]
    document |= change
    spelt = json.dumps(document, sort_keys=True, separators=(",", ":")).encode()
    whole = document | {"check": hashlib.sha256(spelt).hexdigest()}
    for name in (NAME, COPY):
        (folder / name).write_bytes(json.dumps(whole, sort_keys=True, separators=(",", ":")).encode())


def slot_of(folder: Path) -> dict[str, Any]:
    slot: dict[str, Any] = json.loads((folder / NAME).read_bytes())["slots"][0]
    return slot


def test_the_right_passphrase_gives_the_master_key_back(folder: Path) -> None:
    _, master = made(folder)
    copies, whole = keyfile.load(folder)
    assert keyfile.unlock(copies, PASSPHRASE)[1] == master
    assert whole
    assert (folder / NAME).read_bytes() == (folder / COPY).read_bytes()


def test_a_wrong_passphrase_is_called_wrong(folder: Path) -> None:
    made(folder)
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(keyfile.load(folder)[0], PASSPHRASE + "x")


def test_composed_and_decomposed_accents_are_the_same_passphrase(folder: Path) -> None:
    _, master = made(folder, "el ni\u00f1o peque\u00f1o corre lejos")
    copies, _ = keyfile.load(folder)
    assert keyfile.unlock(copies, "el nin\u0303o pequen\u0303o corre lejos")[1] == master


def test_every_damaged_byte_of_both_files_is_called_damage_without_asking_for_a_passphrase(
    folder: Path,
) -> None:
    made(folder)
    good = (folder / NAME).read_bytes()
    for offset in range(len(good)):
        for bit in (0, 3, 6):
            for name in (NAME, COPY):
                (folder / name).write_bytes(good)
                flip(folder / name, offset, bit)
            with pytest.raises(HeaderDamaged):
                keyfile.load(folder)


@pytest.mark.parametrize("left", [0, 1, 100])
def test_a_cut_file_is_called_damage(folder: Path, left: int) -> None:
    made(folder)
    for name in (NAME, COPY):
        (folder / name).write_bytes((folder / name).read_bytes()[:left])
    with pytest.raises(HeaderDamaged):
        keyfile.load(folder)


@pytest.mark.parametrize("broken", [NAME, COPY])
def test_one_damaged_copy_does_not_matter(folder: Path, broken: str) -> None:
    _, master = made(folder)
    flip(folder / broken, 40)
    copies, whole = keyfile.load(folder)
    assert not whole
    assert keyfile.unlock(copies, PASSPHRASE)[1] == master


@pytest.mark.parametrize("gone", [NAME, COPY])
def test_one_missing_copy_does_not_matter(folder: Path, gone: str) -> None:
    _, master = made(folder)
    (folder / gone).unlink()
    copies, whole = keyfile.load(folder)
    assert not whole
    assert keyfile.unlock(copies, PASSPHRASE)[1] == master


def test_a_folder_without_key_files_holds_no_vault(folder: Path) -> None:
    with pytest.raises(NoVault):
        keyfile.load(folder)


@pytest.mark.parametrize(
    "change", [{"generation": 99}, {"db_salt": "AAAAAAAAAAAAAAAAAAAAAA=="}, {"mac": "AAAA"}]
)
def test_an_altered_document_is_called_damage_once_the_passphrase_proves_it(
    folder: Path, change: dict[str, Any]
) -> None:
    made(folder)
    altered(folder, change)
    with pytest.raises(HeaderDamaged):
        keyfile.unlock(keyfile.load(folder)[0], PASSPHRASE)


def test_an_added_slot_is_called_damage(folder: Path) -> None:
    made(folder)
    altered(folder, {"slots": [slot_of(folder), {"id": "recovery-1", "type": "recovery", "ct": "AAAA"}]})
    with pytest.raises(HeaderDamaged):
        keyfile.unlock(keyfile.load(folder)[0], PASSPHRASE)


def test_a_wrap_moved_to_another_vault_does_not_open(folder: Path) -> None:
    made(folder)
    altered(folder, {"vault_id": "00000000-0000-4000-8000-000000000000"})
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(keyfile.load(folder)[0], PASSPHRASE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("m_kib", 8),
        ("m_kib", 64 * 1024 - 1),
        ("m_kib", 1024 * 1024 + 1),
        ("t", 1),
        ("t", 10**9),
        ("p", 0),
        ("p", 999),
    ],
)
def test_a_cheaper_or_absurd_cost_is_refused_before_it_is_used(folder: Path, name: str, value: int) -> None:
    made(folder)
    slot = slot_of(folder)
    slot["kdf"][name] = value
    altered(folder, {"slots": [slot]})
    with pytest.raises(HeaderDamaged):
        keyfile.unlock(keyfile.load(folder)[0], PASSPHRASE)


def test_a_key_file_of_a_later_release_is_refused_as_such(folder: Path) -> None:
    made(folder)
    altered(folder, {"version": 2})
    with pytest.raises(NewerThanApp) as refused:
        keyfile.load(folder)
    assert (refused.value.found, refused.value.known) == (2, 1)


def test_a_changed_passphrase_keeps_the_master_key_and_shuts_the_old_one_out(folder: Path) -> None:
    keys, master = made(folder)
    keyfile.save(keyfile.with_passphrase(keys, master, "another five words go here", FLOOR), folder)
    copies, _ = keyfile.load(folder)
    assert keyfile.unlock(copies, "another five words go here")[1] == master
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(copies, PASSPHRASE)


def test_after_a_crash_between_the_two_files_only_the_new_passphrase_opens(folder: Path) -> None:
    keys, master = made(folder)
    changed = keyfile.with_passphrase(keys, master, "another five words go here", FLOOR)
    (folder / NAME).write_bytes(keyfile.rendered(changed))
    copies, whole = keyfile.load(folder)
    assert not whole
    assert keyfile.unlock(copies, "another five words go here") == (changed, master)
    with pytest.raises(WrongPassphrase):
        keyfile.unlock(copies, PASSPHRASE)


def test_a_forged_newer_copy_does_not_shut_the_owner_out(folder: Path) -> None:
    _, master = made(folder)
    good = (folder / COPY).read_bytes()
    altered(folder, {"generation": 50})
    (folder / COPY).write_bytes(good)
    assert keyfile.unlock(keyfile.load(folder)[0], PASSPHRASE)[1] == master


def test_slots_of_unknown_kinds_survive_a_change_of_passphrase(folder: Path) -> None:
    keys, master = made(folder)
    recovery = {"id": "recovery-1", "type": "recovery", "suite": "X25519", "ct": "AAAA"}
    keys = keyfile.KeyFile(keys.vault_id, keys.generation, keys.db_salt, (*keys.slots, recovery))
    changed = keyfile.with_passphrase(keys, master, PASSPHRASE, FLOOR)
    assert recovery in changed.slots


def test_nothing_in_the_key_file_is_the_key(folder: Path) -> None:
    keys, master = made(folder)
    data = keyfile.rendered(keys)
    assert master not in data
    assert master.hex().encode() not in data


def test_each_purpose_has_its_own_key() -> None:
    master = bytearray(range(32))
    keys = {bytes(crypto.subkey(master, purpose)) for purpose in ("db", "attachments", "keyfile-mac", "pin")}
    assert len(keys) == 4
    assert bytes(master) not in keys


def test_wiping_leaves_zeros() -> None:
    key = bytearray(b"secret" * 5)
    crypto.wipe(key)
    assert key == bytes(30)


def test_a_pin_is_recognised_only_with_the_vaults_own_key() -> None:
    key, other = crypto.subkey(b"m" * 32, "pin"), crypto.subkey(b"n" * 32, "pin")
    kept = pin.hashed("482913", key)
    assert pin.matches("482913", kept, key)
    assert not pin.matches("482914", kept, key)
    assert not pin.matches("482913", kept, other)
    assert "482913" not in kept


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ("12345", "six_digits"),
        ("1234567", "six_digits"),
        ("12a456", "six_digits"),
        ("٤٨٢٩١٣", "six_digits"),
        ("111111", "too_plain"),
        ("123456", "too_plain"),
        ("987654", "too_plain"),
    ],
)
def test_a_pin_of_the_wrong_form_is_refused(bad: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        pin.hashed(bad, b"k" * 32)
    assert refused.value.code == code


def test_the_wait_after_wrong_passphrases_grows_to_a_limit() -> None:
    waits = [delay_after(count) for count in range(12)]
    assert waits[:3] == [0, 0, 0]
    assert waits == sorted(waits)
    assert waits[3] > 0
    assert waits[-1] == 300


def wrong_tries(tries: Tries, clock: FrozenClock, times: int) -> None:
    for _ in range(times):
        clock.advance(tries.wait_seconds())
        tries.begin()


def test_the_wait_cannot_be_skipped_and_counts_down(folder: Path, clock: FrozenClock) -> None:
    tries = Tries(folder, clock)
    wrong_tries(tries, clock, 4)
    assert tries.wait_seconds() == 15
    with pytest.raises(TooSoon) as refused:
        tries.begin()
    assert refused.value.wait_seconds == 15
    clock.advance(14.5)
    assert tries.wait_seconds() == 1
    clock.advance(0.5)
    tries.begin()


def test_a_restart_begins_the_wait_anew_and_the_wall_clock_does_not_shorten_it(
    folder: Path, clock: FrozenClock
) -> None:
    wrong_tries(Tries(folder, clock), clock, 5)
    later = FrozenClock(clock.now().replace(year=2031))
    again = Tries(folder, later)
    assert again.wait_seconds() == 30
    with pytest.raises(TooSoon):
        again.begin()


def test_a_right_passphrase_forgives(folder: Path, clock: FrozenClock) -> None:
    tries = Tries(folder, clock)
    wrong_tries(tries, clock, 6)
    tries.forgive()
    assert tries.wait_seconds() == 0


def test_a_damaged_count_means_a_wait_not_a_free_try(folder: Path, clock: FrozenClock) -> None:
    (folder / "vault.tries").write_bytes(b"\xff\x00nonsense")
    assert Tries(folder, clock).wait_seconds() == 30


def test_costs_at_the_limits_are_within_policy() -> None:
    assert Kdf().within_policy()
    assert Kdf(1024 * 1024, 3, 4).within_policy()
    assert not Kdf(64 * 1024 - 1, 3, 4).within_policy()
