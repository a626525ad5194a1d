"""Published attack vectors against our own use of AES-GCM and HKDF: what is invalid must be refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engage_desktop.store import crypto

DATA = Path(__file__).resolve().parents[3] / "shared/data/wycheproof"


def vectors(name: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the Wycheproof vectors {name} are not beside the project")
    document = json.loads(path.read_text(encoding="utf-8"))
    return [(group, test) for group in document["testGroups"] for test in group["tests"]]


def raw(test: dict[str, Any], name: str) -> bytes:
    return bytes.fromhex(test[name])


def unsealed(test: dict[str, Any]) -> bytes | None:
    try:
        sealed = raw(test, "ct") + raw(test, "tag")
        return bytes(crypto.unseal(raw(test, "key"), raw(test, "iv"), sealed, raw(test, "aad")))
    except crypto.Refused:
        return None


def test_every_aes_gcm_vector_is_judged_rightly(capsys: pytest.CaptureFixture[str]) -> None:
    opened = refused = outside = 0
    for _, test in vectors("aes_gcm_test.json"):
        plain = unsealed(test)
        ours = len(raw(test, "key")) == crypto.KEY_BYTES and len(raw(test, "iv")) == crypto.NONCE_BYTES
        if test["result"] == "invalid":
            assert plain is None, test["tcId"]
            refused += 1
        elif ours and len(raw(test, "tag")) == crypto.TAG_BYTES:
            assert plain == raw(test, "msg"), test["tcId"]
            sealed = crypto.seal(raw(test, "key"), raw(test, "iv"), raw(test, "msg"), raw(test, "aad"))
            assert sealed == raw(test, "ct") + raw(test, "tag")
            opened += 1
        else:
            assert plain is None, test["tcId"]
            outside += 1
    with capsys.disabled():
        print(
            f"\n  AES-GCM: {opened} opened, {refused} invalid refused, {outside} of sizes we do not use refused"
        )
    assert opened >= 39
    assert refused > 30


def test_every_hkdf_vector_is_judged_rightly(capsys: pytest.CaptureFixture[str]) -> None:
    right = refused = 0
    for _, test in vectors("hkdf_sha256_test.json"):
        try:
            made: bytearray | None = crypto.expand(
                raw(test, "ikm"), raw(test, "info"), salt=raw(test, "salt"), size=int(test["size"])
            )
        except crypto.Refused:
            made = None
        if test["result"] == "invalid":
            assert made is None, test["tcId"]
            refused += 1
        else:
            assert made is not None, test["tcId"]
            assert bytes(made) == raw(test, "okm"), test["tcId"]
            right += 1
    with capsys.disabled():
        print(f"\n  HKDF: {right} right, {refused} impossible sizes refused")
    assert right > 50


def test_argon2id_gives_what_the_reference_program_gives() -> None:
    """Wycheproof has no Argon2 vectors; this answer was made by the reference C program at our floor."""
    made = crypto.stretch("password", b"somesalt12345678", crypto.Kdf(64 * 1024, 3, 4))
    assert made.hex() == "64d388aeb007b664336c2357dfdd47c496340c12d8ee87dd33f05ae923aa5718"
