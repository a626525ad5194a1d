"""The HTTP border of a real server process: enrolment, tokens, what hostile bodies get (`sync.md` A15, A17)."""

from __future__ import annotations

import gzip
import socket
import ssl
from base64 import b64encode
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from tests.support.http import (
    Door,
    Installed,
    assertion,
    lines,
    post_lines,
    pubkey,
    signature,
)
from tests.support.server import PASSWORD, Agency

from engage_server.app import make_app
from engage_server.signing import is_signed
from engage_wire.codec import Json, canonical, loads, pack

FILE = "ab" * 32


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    installed = Installed(tmp_path_factory.mktemp("agency"))
    installed.found()
    return installed


@pytest.fixture(scope="module")
def door(installed: Installed) -> Iterator[Door]:
    with installed.serving() as door:
        yield door


@pytest.fixture(scope="module")
def client(door: Door) -> Iterator[httpx.Client]:
    with door.client() as client:
        yield client


@dataclass(frozen=True, slots=True)
class Enrolled:
    device: str
    key: EllipticCurvePrivateKey
    token: str
    welcome: Json


def ask(secret: str, key: EllipticCurvePrivateKey, **more: str) -> Json:
    return {"code": secret, "login": "amina", "password": PASSWORD, "pubkey": pubkey(key), **more}


@pytest.fixture(scope="module")
def enrolled(installed: Installed, door: Door, client: httpx.Client) -> Enrolled:
    return enrol(installed, door, client)


def enrol(installed: Installed, door: Door, client: httpx.Client) -> Enrolled:
    key = generate_private_key(SECP256R1())
    welcome = client.post("/v1/devices/enrol", json=ask(installed.code(door).secret, key)).json()
    said = assertion(key, welcome["device_id"], welcome["nonce"])
    token = client.post("/v1/devices/token", json=said).json()["access"]
    return Enrolled(welcome["device_id"], key, token, welcome)


def refused(response: httpx.Response, status: int, code: str) -> Json:
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"
    problem: Json = response.json()
    return problem


def pull_of(enrolled: Enrolled) -> list[Json]:
    return [{"dev": enrolled.device, "inc": 1, "epoch": 1, "cursors": {}}]


# enrolment and tokens


def test_a_laptop_enrols_with_its_code_signs_in_and_syncs(client: httpx.Client, enrolled: Enrolled) -> None:
    assert enrolled.welcome["user"]["display_name"] == "Amina"
    assert enrolled.welcome["agency"]["time_zone"] == "America/New_York"
    answer = lines(post_lines(client, "/v1/sync/pull", enrolled.token, pull_of(enrolled)))
    assert answer[0]["t"] == "hdr"
    assert answer[-1]["lines"] == len(answer)
    described = client.get("/v1/devices/self", headers={"Authorization": f"Bearer {enrolled.token}"}).json()
    assert (described["device_id"], described["state"]) == (enrolled.device, "active")


def test_the_lease_is_signed_with_a_key_the_server_names(client: httpx.Client, enrolled: Enrolled) -> None:
    lease = dict(enrolled.welcome["lease"])
    keys = {key["kid"]: key["key"] for key in client.get("/v1/hello").json()["server_keys"]}
    sig, kid = lease.pop("sig"), lease.pop("kid")
    assert is_signed(keys[kid], sig, canonical(lease))
    assert not is_signed(keys[kid], sig, canonical(lease | {"until": "2099-01-01T00:00:00.000Z"}))


def test_a_code_works_once_and_only_for_its_user(
    installed: Installed, door: Door, client: httpx.Client
) -> None:
    installed.attempt("user", "add", "ben", "--name", "Ben", "--password-stdin", say=f"{PASSWORD}\n")
    secret, key = installed.code(door).secret, generate_private_key(SECP256R1())
    refused(client.post("/v1/devices/enrol", json=ask(secret, key, login="ben")), 403, "code")
    refused(client.post("/v1/devices/enrol", json=ask("00" * 10, key)), 403, "code")
    assert client.post("/v1/devices/enrol", json=ask(secret, key)).status_code == 200
    refused(client.post("/v1/devices/enrol", json=ask(secret, key)), 403, "code")


def test_a_wrong_password_is_slowed_down_and_does_not_use_up_the_code(
    installed: Installed, door: Door, client: httpx.Client
) -> None:
    installed.command("user", "add", "guess", "--name", "G", "--password-stdin", say=f"{PASSWORD}\n")
    key = generate_private_key(SECP256R1())
    asked = ask(installed.code(door).secret, key, login="guess", password="password")
    answers = [client.post("/v1/devices/enrol", json=asked) for _ in range(6)]
    for answer in answers[:5]:
        refused(answer, 401, "sign_in")
    refused(answers[5], 429, "slow_down")
    assert int(answers[5].headers["retry-after"]) >= 1
    refused(client.post("/v1/devices/enrol", json=asked | {"login": "nobody"}), 401, "sign_in")


@pytest.mark.parametrize("key", ["", "AAAA", "!!!", "BAAA", "MFkwEwYHKoZIzj0CAQYI"])
def test_a_key_that_is_none_enrols_nothing(client: httpx.Client, key: str) -> None:
    asked = {"code": "00", "login": "amina", "password": PASSWORD, "pubkey": key}
    refused(client.post("/v1/devices/enrol", json=asked), 400, "malformed")


def test_a_token_needs_the_devices_key_and_a_fresh_word(client: httpx.Client, enrolled: Enrolled) -> None:
    thief = generate_private_key(SECP256R1())
    nonce = client.get("/v1/hello").json()["nonce"]
    refused(client.post("/v1/devices/token", json=assertion(thief, enrolled.device, nonce)), 401, "token")
    refused(client.post("/v1/devices/token", json=assertion(enrolled.key, "0" * 32, nonce)), 401, "token")
    for stale in ("", "1.aa.bb", f"1{nonce}", nonce + "0", "x.y.z", "é.é.é"):
        answer = refused(
            client.post("/v1/devices/token", json=assertion(enrolled.key, enrolled.device, stale)),
            401,
            "use_nonce",
        )
        assert answer["nonce"]
    said = assertion(enrolled.key, enrolled.device, nonce, at="1970-01-01T00:00:00.000Z")
    assert client.post("/v1/devices/token", json=said).status_code == 200
    refused(client.post("/v1/devices/token", json=said), 401, "use_nonce")


def test_without_a_token_nothing_is_told(client: httpx.Client, enrolled: Enrolled) -> None:
    for method, path in (
        ("GET", "/v1/devices/self"),
        ("POST", "/v1/sync/push"),
        ("POST", "/v1/sync/pull"),
        ("POST", "/v1/sync/verify"),
        ("GET", "/v1/sync/revisions?entity=person&row_id=0"),
        ("POST", "/v1/blobs/check"),
        ("PUT", f"/v1/blobs/{FILE}/chunks/0"),
        ("POST", f"/v1/blobs/{FILE}/complete"),
        ("GET", f"/v1/blobs/{FILE}"),
    ):
        refused(client.request(method, path), 401, "token")
        for wrong in ("Bearer", "Bearer x", f"Basic {enrolled.token}", f"Bearer {enrolled.token}x"):
            refused(client.request(method, path, headers={"Authorization": wrong}), 401, "token")


def test_a_stolen_token_pushes_nothing_without_the_devices_key(
    client: httpx.Client, enrolled: Enrolled
) -> None:
    thief = generate_private_key(SECP256R1())
    start = "0" * 32
    header = {
        "t": "push",
        "dev": enrolled.device,
        "inc": 5,
        "epoch": 1,
        "first": 1,
        "prev": start,
        "last": 0,
        "hash": start,
    }
    header |= {"now": 0, "schema": 1, "sig": signature(thief, f"5|1|1|0|{start}|{start}")}
    refused(post_lines(client, "/v1/sync/push", enrolled.token, [header]), 401, "token")
    header["sig"] = signature(enrolled.key, f"5|1|1|0|{start}|{start}")
    assert lines(post_lines(client, "/v1/sync/push", enrolled.token, [header]))[0]["acked"] == 0


def test_a_suspended_and_a_revoked_laptop_hear_so_and_get_nothing(
    installed: Installed, door: Door, client: httpx.Client
) -> None:
    enrolled = enrol(installed, door, client)
    installed.command("device", "suspend", enrolled.device)
    refused(post_lines(client, "/v1/sync/pull", enrolled.token, pull_of(enrolled)), 401, "token")
    nonce = client.get("/v1/hello").json()["nonce"]
    refused(
        client.post("/v1/devices/token", json=assertion(enrolled.key, enrolled.device, nonce)),
        403,
        "device_suspended",
    )
    installed.command("device", "reactivate", enrolled.device)
    again = client.post("/v1/devices/token", json=assertion(enrolled.key, enrolled.device, nonce))
    assert lines(post_lines(client, "/v1/sync/pull", again.json()["access"], pull_of(enrolled)))
    installed.command("device", "revoke", enrolled.device)
    nonce = client.get("/v1/hello").json()["nonce"]
    refused(
        client.post("/v1/devices/token", json=assertion(enrolled.key, enrolled.device, nonce)),
        403,
        "device_revoked",
    )


# hostile bodies

HEADER = {"t": "push", "dev": "x", "inc": 1, "epoch": 1}


def squeezed(raw: bytes) -> bytes:
    return zstandard.compress(raw, 19)


HOSTILE = {
    "empty": b"",
    "not zstd": b"\x00\x01\x02",
    "gzip": gzip.compress(b"{}\n"),
    "truncated": pack([HEADER])[:-3],
    "two frames": pack([HEADER]) + pack([HEADER]),
    "not json": squeezed(b"{nonsense\n"),
    "not utf-8": squeezed(b'{"t":"\xff"}\n'),
    "not an object": squeezed(b"[1,2]\n"),
    "a number": squeezed(b"1e999\n"),
    "a huge number": squeezed(b'{"t":"push","inc":' + b"9" * 400 + b"}\n"),
    "nested a million deep": squeezed(b"[" * 1_000_000 + b"\n"),
    "nested objects": squeezed(b'{"t":' * 200_000 + b"\n"),
    "no end of line": squeezed(b'{"t":"push"}'),
    "half a surrogate": squeezed(b'{"t":"push","dev":"\\ud800"}\n'),
    "a wide window": zstandard.ZstdCompressor(
        compression_params=zstandard.ZstdCompressionParameters(window_log=27)
    ).compress(b"{}\n" * 5),
    "wrong types": pack([{name: {"deep": []} for name in ("t", "dev", "inc", "epoch", "sig")}]),
    "operations of wrong types": pack([{"t": "push"}, {"s": [], "f": {"a": 1.5}}, {}]),
}


@pytest.mark.parametrize("path", ["/v1/sync/push", "/v1/sync/pull"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_body_is_malformed_and_no_more(
    client: httpx.Client, enrolled: Enrolled, path: str, name: str
) -> None:
    refused(post_lines(client, path, enrolled.token, HOSTILE[name]), 400, "malformed")


def test_a_body_that_unpacks_without_end_is_cut_off_at_the_limit(
    client: httpx.Client, enrolled: Enrolled
) -> None:
    bomb = squeezed(b" " * (1 << 30))
    assert len(bomb) < 1 << 17
    problem = refused(post_lines(client, "/v1/sync/push", enrolled.token, bomb), 413, "too_large")
    assert problem["limit_bytes"] == 4 << 20


def test_a_body_larger_than_the_limit_is_not_read_to_its_end(
    client: httpx.Client, enrolled: Enrolled
) -> None:
    refused(post_lines(client, "/v1/sync/push", enrolled.token, bytes(5 << 20)), 413, "too_large")
    refused(client.post("/v1/devices/enrol", content=b"[" * (1 << 20)), 413, "too_large")


def test_a_body_that_only_drips_is_given_up(agency: Agency, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engage_server.app.BODY_SECONDS", 0.2)
    monkeypatch.setattr("engage_server.app.SLOWEST", 1 << 30)
    asked = {
        "type": "http",
        "method": "POST",
        "path": "/v1/devices/token",
        "headers": [],
        "query_string": b"",
    }
    said: list[MutableMapping[str, Any]] = []

    async def drip() -> MutableMapping[str, Any]:
        await anyio.sleep(0.05)
        return {"type": "http.request", "body": b"{", "more_body": True}

    async def hear(message: MutableMapping[str, Any]) -> None:  # noqa: RUF029 - ASGI awaits it
        said.append(message)

    anyio.run(make_app(agency.server), asked, drip, hear)
    assert said[0]["status"] == 408
    assert loads(said[1]["body"])["code"] == "too_slow"


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"code":1}', b"[" * 60_000, b'{"code":"\\u0000","login":"\\u0000"}', b"\xff"]
)
@pytest.mark.parametrize("path", ["/v1/devices/enrol", "/v1/devices/token"])
def test_sign_in_with_a_hostile_body_is_malformed(client: httpx.Client, path: str, body: bytes) -> None:
    refused(client.post(path, content=body), 400, "malformed")


def test_questions_of_another_form_get_an_answer_all_the_same(
    client: httpx.Client, enrolled: Enrolled
) -> None:
    headers = {"Authorization": f"Bearer {enrolled.token}"}
    verify = "/v1/sync/verify"
    bucket = f"u:{enrolled.welcome['user']['id']}"
    for body in (b"[]", b"{", f'{{"{bucket}":[[],{{}},null,1]}}'.encode(), f'{{"{bucket}":1}}'.encode()):
        refused(client.post(verify, content=body, headers=headers), 400, "malformed")
    assert client.post(verify, json={bucket: [0, [], {}]}, headers=headers).json() == {"differ": [bucket]}
    revisions = "/v1/sync/revisions"
    for asked in ({}, {"entity": "person", "row_id": "0" * 32}, {"entity": "\0", "row_id": "%00"}):
        refused(client.get(revisions, params=asked, headers=headers), 404, "not_found")
    refused(client.get(revisions, params={"before": "x"}, headers=headers), 400, "malformed")
    refused(client.get("/v1/nothing"), 404, "not_found")
    refused(client.put("/v1/sync/push"), 405, "method")


# files


def test_a_piece_of_a_file_is_small_proves_itself_and_has_an_address(
    client: httpx.Client, enrolled: Enrolled
) -> None:
    headers = {"Authorization": f"Bearer {enrolled.token}"}

    def put(path: str, piece: bytes, said: str = "") -> httpx.Response:
        digest = said or f"sha-256=:{b64encode(sha256(piece).digest()).decode()}:"
        return client.put(path, content=piece, headers={**headers, "Content-Digest": digest})

    first = f"/v1/blobs/{FILE}/chunks/0"
    refused(put(first, bytes((1 << 20) + 1)), 413, "too_large")
    refused(put(first, b"x", "sha-256=:AAAA:"), 422, "digest")
    refused(put(first, b"x"), 404, "not_found")  # no record names such a file
    for number in ("x", "-1", "9" * 30, "%C2%B2"):
        refused(put(f"/v1/blobs/{FILE}/chunks/{number}", b"x"), 400, "malformed")
    for address in ("..%2F..%2Fserver.db", "%2e%2e", FILE.upper(), FILE[:-1], FILE[:-2] + "%C2%B2%C2%B2"):
        for answer in (
            client.get(f"/v1/blobs/{address}", headers=headers),
            put(f"/v1/blobs/{address}/chunks/0", b"x"),
        ):
            refused(answer, 404, "not_found")
    refused(client.get(f"/v1/blobs/{FILE}", headers=headers), 404, "not_found")


# the certificate


def test_a_client_that_trusts_one_certificate_reaches_its_server_and_no_other(
    installed: Installed, door: Door, tmp_path: Path
) -> None:
    der = ssl.PEM_cert_to_DER_cert(door.certificate.read_text(encoding="ascii"))
    enrolment = installed.code(door)
    assert enrolment.fits(der)
    assert enrolment.fingerprint.hex() == door.fingerprint
    assert ssl.PEM_cert_to_DER_cert(ssl.get_server_certificate(("127.0.0.1", door.port))) == der
    Installed(tmp_path).command("init")
    stranger = replace(door, certificate=tmp_path / "tls.crt")
    assert not enrolment.fits(ssl.PEM_cert_to_DER_cert(stranger.certificate.read_text(encoding="ascii")))
    with stranger.client() as client, pytest.raises(httpx.ConnectError):
        client.get("/v1/hello")


def test_old_tls_and_plain_http_are_not_spoken(door: Door) -> None:
    old = ssl.create_default_context(cafile=str(door.certificate))
    old.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    old.maximum_version = ssl.TLSVersion.TLSv1_2
    with (
        socket.create_connection(("127.0.0.1", door.port)) as plain,
        old.wrap_socket(plain, server_hostname="localhost") as secured,
    ):
        assert secured.version() == "TLSv1.2"
    with pytest.raises(httpx.HTTPError), httpx.Client(trust_env=False) as client:
        client.get(f"http://127.0.0.1:{door.port}/v1/hello")
