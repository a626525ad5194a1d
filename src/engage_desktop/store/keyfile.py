"""The key file: one random master key, wrapped once for each way in.

A slot wraps the master key; this release writes the passphrase slot and keeps slots of kinds it does not know.
Two equal copies lie beside the database. No older generation is kept, because it would open with the old
passphrase. Three things stay apart: a damaged file fails its checksum (no passphrase needed), a wrong passphrase
fails the wrap, and an altered file fails the MAC that only the master key can make.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from engage_desktop.errors import HeaderDamaged, NewerThanApp, NoVault, WrongPassphrase
from engage_desktop.store import crypto
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.place import place_errors, write_atomically

FORMAT = "engage-vault-key"
VERSION = 1
NAME = "vault.keys"
COPY = "vault.keys.copy"
SALT_BYTES = 16

Slot = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What lies on the disk beside the database; useless without a passphrase."""

    vault_id: str
    generation: int
    db_salt: bytes
    slots: tuple[Slot, ...]
    mac: str = ""


def new(passphrase: str, kdf: Kdf) -> tuple[KeyFile, bytearray]:
    """Make a master key and the key file that opens it with the passphrase."""
    master = bytearray(os.urandom(crypto.KEY_BYTES))
    empty = KeyFile(str(uuid.UUID(bytes=os.urandom(16), version=4)), 0, os.urandom(SALT_BYTES), ())
    return with_passphrase(empty, master, passphrase, kdf), master


def with_passphrase(keyfile: KeyFile, master: bytearray, passphrase: str, kdf: Kdf) -> KeyFile:
    """Return the next generation, whose only passphrase is the given one; other kinds of slot stay."""
    cost = {
        "name": "argon2id",
        "m_kib": kdf.m_kib,
        "t": kdf.t,
        "p": kdf.p,
        "salt": _text(os.urandom(SALT_BYTES)),
    }
    slot: dict[str, Any] = {"id": "passphrase-1", "type": "passphrase", "kdf": cost, "device": False}
    kek = _kek(slot, passphrase)
    nonce = os.urandom(crypto.NONCE_BYTES)
    sealed = crypto.seal(kek, nonce, master, _bound(keyfile, slot))
    crypto.wipe(kek)
    slot |= {"nonce": _text(nonce), "ct": _text(sealed)}
    others = tuple(s for s in keyfile.slots if s["type"] != "passphrase")
    bare = replace(keyfile, generation=keyfile.generation + 1, slots=(slot, *others), mac="")
    return replace(bare, mac=_mac(bare, master))


def unlock(copies: tuple[KeyFile, ...], passphrase: str) -> tuple[KeyFile, bytearray]:
    """Return the key file that counts and its master key.

    Raises `WrongPassphrase`, or `HeaderDamaged` when the wrap opens but the file was altered. An older copy is
    believed only when the newer one is not authentic: otherwise an old passphrase would still open the vault.
    """
    altered = False
    for position, keyfile in enumerate(copies):
        master = _unwrapped(keyfile, passphrase)
        if master is None:
            continue
        if not _authentic(keyfile, master):
            crypto.wipe(master)
            altered = True
            continue
        if any(_authentic(newer, master) for newer in copies[:position]):
            crypto.wipe(master)
            break
        return keyfile, master
    if altered:
        raise HeaderDamaged("the key file was altered")
    raise WrongPassphrase


def load(folder: Path) -> tuple[tuple[KeyFile, ...], bool]:
    """Return the distinct readable copies, newest first, and whether both files are whole and equal.

    Raises `NoVault`, `HeaderDamaged` when neither copy is readable, `NewerThanApp`.
    """
    read = [_read(folder / name) for name in (NAME, COPY)]
    if all(data is None for data in read):
        raise NoVault("no key file here")
    whole: list[KeyFile] = []
    for data in read:
        keyfile = _parsed(data) if data is not None else None
        if keyfile is not None and keyfile not in whole:
            whole.append(keyfile)
    if not whole:
        raise HeaderDamaged("both key files are damaged")
    return tuple(sorted(whole, key=lambda k: -k.generation)), read[0] == read[1]


def save(keyfile: KeyFile, folder: Path) -> None:
    """Write both copies, each completely or not at all."""
    data = rendered(keyfile)
    write_atomically(folder / NAME, data)
    write_atomically(folder / COPY, data)


def present(folder: Path) -> bool:
    """Say whether either copy lies in the folder."""
    return (folder / NAME).exists() or (folder / COPY).exists()


def rendered(keyfile: KeyFile) -> bytes:
    """Spell the key file the one way that is accepted."""
    document = _document(keyfile) | {"mac": keyfile.mac}
    return _canonical(document | {"check": hashlib.sha256(_canonical(document)).hexdigest()})


def _parsed(data: bytes) -> KeyFile | None:
    """Read a copy; None when it is damaged."""
    try:
        document = json.loads(data)
        check = document.pop("check")
        intact = hashlib.sha256(_canonical(document)).hexdigest() == check
        intact = intact and _canonical(document | {"check": check}) == data and document["format"] == FORMAT
        if intact and document["version"] > VERSION:
            raise NewerThanApp(document["version"], VERSION)
        return _keyfile(document) if intact else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        return None


def _keyfile(document: dict[str, Any]) -> KeyFile:
    for slot in document["slots"]:
        if slot["type"] == "passphrase":
            _cost(slot)
    return KeyFile(
        document["vault_id"],
        int(document["generation"]),
        _bytes(document["db_salt"]),
        tuple(document["slots"]),
        document["mac"],
    )


def _unwrapped(keyfile: KeyFile, passphrase: str) -> bytearray | None:
    for slot in keyfile.slots:
        if slot["type"] == "passphrase":
            kek = _kek(slot, passphrase)
            try:
                return crypto.unseal(kek, _bytes(slot["nonce"]), _bytes(slot["ct"]), _bound(keyfile, slot))
            except crypto.Refused:
                return None
            finally:
                crypto.wipe(kek)
    raise HeaderDamaged("no passphrase slot")


def _kek(slot: Slot, passphrase: str) -> bytearray:
    try:
        stretched = crypto.stretch(passphrase, _bytes(slot["kdf"]["salt"]), _cost(slot))
    except crypto.Refused:
        raise HeaderDamaged("the cost of the passphrase is outside policy") from None
    kek = crypto.expand(stretched, b"engage/v1/kek")
    crypto.wipe(stretched)
    return kek


def _cost(slot: Slot) -> Kdf:
    kdf = slot["kdf"]
    if kdf["name"] != "argon2id":
        raise HeaderDamaged("unknown passphrase function")
    return Kdf(int(kdf["m_kib"]), int(kdf["t"]), int(kdf["p"]))


def _bound(keyfile: KeyFile, slot: Slot) -> bytes:
    """Return what a wrap is bound to: this vault and the parameters of this slot."""
    parameters = {k: v for k, v in slot.items() if k not in {"nonce", "ct"}}
    return _canonical({"format": FORMAT, "version": VERSION, "vault": keyfile.vault_id, "slot": parameters})


def _mac(keyfile: KeyFile, master: bytearray) -> str:
    key = crypto.subkey(master, "keyfile-mac")
    mac = hmac.digest(bytes(key), _canonical(_document(keyfile)), "sha256")
    crypto.wipe(key)
    return _text(mac)


def _authentic(keyfile: KeyFile, master: bytearray) -> bool:
    return hmac.compare_digest(keyfile.mac, _mac(keyfile, master))


def _document(keyfile: KeyFile) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "vault_id": keyfile.vault_id,
        "generation": keyfile.generation,
        "db_salt": _text(keyfile.db_salt),
        "slots": [dict(slot) for slot in keyfile.slots],
    }


def _read(path: Path) -> bytes | None:
    with place_errors():
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def _canonical(document: dict[str, Any]) -> bytes:
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
