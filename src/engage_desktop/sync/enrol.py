"""Joining an agency: the code, the one certificate it names, a sign-in, and a key of this laptop's own.

Work that was written alone comes along: the local worker becomes the agency's, in records and outbox alike, before
anything is sealed. Nothing is sent before the certificate was compared with the code.
"""

from __future__ import annotations

import asyncio
import platform
from dataclasses import dataclass
from typing import Any

import httpx
from sqlalchemy import Connection

from engage_desktop.errors import BadInput, OfflineError, ServerRefused, SignInRefused
from engage_desktop.store import becoming, local, state
from engage_desktop.store.vault import Vault
from engage_desktop.sync.device_key import DeviceKey, is_signed, to_text
from engage_desktop.sync.pinning import shown_certificate
from engage_desktop.sync.recovery import INCARNATION_BITS
from engage_desktop.sync.transport import Address, client, read_capped
from engage_wire.codec import Json, TooLarge, canonical, dumps, loads
from engage_wire.enrolment import BadCode, Enrolment, read_enrolment

ADDRESS_HOST, ADDRESS_PORT, CERTIFICATE = "sync.host", "sync.port", "sync.certificate"
DEVICE_KEY, SERVER_KEYS = "sync.device_key", "sync.server_keys"
REACH_SECONDS, ENROL_SECONDS = 10.0, 30.0
CAP = 64 * 1024


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Who the agency says the worker is."""

    user_id: str
    name: str
    role: str
    team_id: str
    agency_id: str
    agency_name: str
    time_zone: str


def enrol(vault: Vault, code: str, login: str, password: str, random_bits: int) -> Enrolled:
    """Join the agency that gave the code, and keep in the vault what later rounds need.

    `random_bits` are 63 random bits for the first incarnation. Raises BadInput for what is no code, OfflineError when
    nothing answers, SignInRefused for a wrong name or password, ServerRefused for everything else.
    """
    try:
        enrolment = read_enrolment(code)
    except BadCode as error:
        raise BadInput("code", error.fault.value) from None
    certificate = _certificate(enrolment)
    key = DeviceKey.make()
    address = Address(enrolment.host, enrolment.port, certificate)
    answer = asyncio.run(_ask(address, enrolment, login, password, key.public()))
    _require_true_lease(answer)
    with vault.applying() as conn:
        return _keep(conn, address, key, answer, random_bits % (1 << INCARNATION_BITS))


def _certificate(enrolment: Enrolment) -> bytes:
    try:
        shown = shown_certificate(enrolment.host, enrolment.port, REACH_SECONDS)
    except OSError:
        raise OfflineError("nothing answers at the address") from None
    if not enrolment.fits(shown):
        raise ServerRefused("fingerprint")
    return shown


async def _ask(address: Address, enrolment: Enrolment, login: str, password: str, public: str) -> Json:
    asked = {
        "code": enrolment.secret,
        "login": login,
        "password": password,
        "pubkey": public,
        "platform": platform.system().lower(),
    }
    http = client(address)
    try:
        async with asyncio.timeout(ENROL_SECONDS):
            return await _post(http, dumps(asked))
    except (httpx.HTTPError, TimeoutError, OSError):
        raise OfflineError("the agency did not answer") from None
    except TooLarge:
        raise ServerRefused("garbled") from None
    finally:
        await http.aclose()


async def _post(http: httpx.AsyncClient, asked: bytes) -> Json:
    headers = {"Content-Type": "application/json"}
    async with http.stream("POST", "/v1/devices/enrol", content=asked, headers=headers) as answer:
        document = _document(await read_capped(answer, CAP))
    if answer.status_code != httpx.codes.OK:
        problem = str(document.get("code") or "")
        if problem == "sign_in":
            raise SignInRefused(problem)
        raise ServerRefused(problem, answer.status_code)
    return document


def _document(raw: bytes) -> Json:
    try:
        value: Any = loads(raw)
    except ValueError:
        raise ServerRefused("garbled") from None
    return value if isinstance(value, dict) else {}


def lease_is_signed(lease: Json, server_keys: list[Json]) -> bool:
    """Say whether one of the agency's keys signed this lease."""
    said = canonical({name: lease.get(name) for name in ("device_id", "user", "until")})
    keys = (str(key.get("key") or "") for key in server_keys if key.get("kid") == lease.get("kid"))
    return any(is_signed(key, str(lease.get("sig") or ""), said) for key in keys)


def _require_true_lease(answer: Json) -> None:
    if not lease_is_signed(answer.get("lease") or {}, answer.get("server_keys") or []):
        raise ServerRefused("lease")


def _keep(conn: Connection, address: Address, key: DeviceKey, answer: Json, incarnation: int) -> Enrolled:
    user, agency = answer["user"], answer["agency"]
    enrolled = Enrolled(
        user_id=user["id"],
        name=user["display_name"],
        role=user["role"],
        team_id=user.get("team_id") or "",
        agency_id=agency["id"],
        agency_name=agency["name"],
        time_zone=agency.get("time_zone") or "",
    )
    before = local.get(conn, "me.user_id")
    if before and before != enrolled.user_id:
        becoming.become(conn, before, enrolled.user_id)
    becoming.join(conn, enrolled.agency_id)
    facts = {
        state.DEVICE: answer["device_id"],
        state.USER: enrolled.user_id,
        state.AGENCY: enrolled.agency_id,
        state.EPOCH: int(answer["epoch"]),
        state.INCARNATION: incarnation,
        state.LEASE: dumps(answer["lease"]).decode(),
        state.JOINED: 1,
    }
    for name, value in facts.items():
        state.put(conn, name, value)
    kept = {
        ADDRESS_HOST: address.host,
        ADDRESS_PORT: str(address.port),
        CERTIFICATE: to_text(address.certificate),
        DEVICE_KEY: key.kept(),
        SERVER_KEYS: dumps(answer["server_keys"]).decode(),
        "me.agency_name": enrolled.agency_name,
    }
    for name, text in kept.items():
        local.put(conn, name, text)
    return enrolled
