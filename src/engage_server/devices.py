"""Laptops: one-time codes, enrolment, tokens bound to the device's key, leases, suspension and revocation."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.exc import IntegrityError

from engage_server import scope
from engage_server.accounts import Accounts
from engage_server.database import Database
from engage_server.envelope import text
from engage_server.errors import BadRequest, Refused, ServerProblem
from engage_server.limits import limits_of
from engage_server.meta import epoch_of
from engage_server.signing import SigningKey, is_signed, new_key, public_key
from engage_server.tables import access_token, enrol_code, records, server_key, sync_device
from engage_wire.clock import Clock, instant, to_ms
from engage_wire.codec import Json
from engage_wire.registry import SCHEMA

ACTIVE, SUSPENDED, REVOKED = "active", "suspended", "revoked"
CODE_LIFE = timedelta(days=3)
TOKEN_LIFE = timedelta(minutes=10)
NONCE_LIFE = timedelta(minutes=5)
SIGNS_LEASES, MAKES_NONCES = "lease", "nonce"


@dataclass(frozen=True, slots=True)
class Device:
    """A laptop as the server knows it."""

    device_id: str
    user_id: str
    state: str
    pubkey: str


def find_device(connection: Connection, agency: str, device_id: str) -> Device | None:
    """Return a device, whatever its state, or None."""
    c = sync_device.c
    row = connection.execute(
        select(c.device_id, c.user_id, c.state, c.pubkey).where(
            c.agency_id == agency, c.device_id == device_id
        )
    ).one_or_none()
    return Device(*row) if row else None


def require_active(connection: Connection, agency: str, device_id: str) -> Device:
    """Return a device that may work; Refused with 401 or 403 otherwise."""
    device = find_device(connection, agency, device_id)
    if device is None:
        raise Refused(401, "token")
    if device.state != ACTIVE:
        raise Refused(403, f"device_{device.state}")
    return device


def hashed(secret: str) -> str:
    """Return what is stored of a secret that has enough randomness of its own."""
    return hashlib.sha256(secret.encode()).hexdigest()


class Devices:
    """Everything that happens between a laptop and the server before the first record travels."""

    def __init__(
        self, database: Database, agency: str, clock: Clock, new_id: Callable[[], str], accounts: Accounts
    ) -> None:
        self._database = database
        self._agency = agency
        self._clock = clock
        self._new_id = new_id
        self._accounts = accounts
        self._lease_key, self._nonce_key = self._keys()

    def _keys(self) -> tuple[SigningKey, bytes]:
        with self._database.write() as connection:
            lease = self._key(connection, SIGNS_LEASES)
            nonce = self._key(connection, MAKES_NONCES)
        return lease, hashlib.sha256(nonce.pem().encode()).digest()

    def _key(self, connection: Connection, purpose: str) -> SigningKey:
        c = server_key.c
        query = select(c.kid, c.private).where(c.agency_id == self._agency, c.purpose == purpose)
        row = connection.execute(query).first()
        if row:
            return SigningKey.read(row.kid, row.private)
        made = SigningKey(self._new_id(), new_key())
        connection.execute(
            server_key.insert().values(
                agency_id=self._agency,
                kid=made.kid,
                purpose=purpose,
                private=made.pem(),
                created_at=instant(self._clock.now()),
            )
        )
        return made

    def public_keys(self) -> list[Json]:
        """Return the keys with which leases are signed."""
        return [self._lease_key.public()]

    # enrolment

    def issue_code(self, user_id: str, life: timedelta = CODE_LIFE) -> str:
        """Make a one-time secret with which this user enrols one laptop."""
        secret = secrets.token_hex(10)
        now = self._clock.now()
        with self._database.write() as connection:
            connection.execute(
                enrol_code.insert().values(
                    agency_id=self._agency,
                    code_hash=hashed(secret),
                    user_id=user_id,
                    created_at=instant(now),
                    expires_at=instant(now + life),
                )
            )
        return secret

    def enrol(self, request: Json) -> Json:
        """Enrol a laptop: a one-time code, its user's sign-in and its public key; Refused otherwise."""
        pubkey = text(request, "pubkey")
        try:
            public_key(pubkey)
        except ValueError:
            raise BadRequest("pubkey is no P-256 key") from None
        user_id = self._accounts.sign_in(text(request, "login"), text(request, "password"))
        device_id = self._new_id()
        now = instant(self._clock.now())
        with self._database.write() as connection:
            person = scope.staff(connection, self._agency, user_id)
            if person is None or not person.active:  # who left has a password still, and perhaps a code
                raise Refused(401, "sign_in")
            self._use_code(connection, hashed(text(request, "code")), user_id, device_id, now)
            self._add(connection, device_id, user_id, pubkey, request, now)
            return self._welcome(connection, device_id, user_id)

    def admit(self, user_id: str, pubkey: str, name: str = "") -> str:
        """Enrol a laptop without a code, as an administrator beside the server may; return its id."""
        public_key(pubkey)
        device_id = self._new_id()
        with self._database.write() as connection:
            self._add(connection, device_id, user_id, pubkey, {"name": name}, instant(self._clock.now()))
        return device_id

    def _use_code(
        self, connection: Connection, code_hash: str, user_id: str, device_id: str, now: str
    ) -> None:
        c = enrol_code.c
        used = connection.execute(
            update(enrol_code)
            .where(c.agency_id == self._agency, c.code_hash == code_hash, c.user_id == user_id)
            .where(c.used_at.is_(None), c.expires_at > now)
            .values(used_at=now, device_id=device_id)
        )
        if used.rowcount != 1:
            raise Refused(403, "code")

    def _add(
        self, connection: Connection, device_id: str, user_id: str, pubkey: str, said: Json, now: str
    ) -> None:
        connection.execute(
            sync_device.insert().values(
                agency_id=self._agency,
                device_id=device_id,
                user_id=user_id,
                name=_short(said, "name"),
                platform=_short(said, "platform"),
                app_version=_short(said, "app"),
                state=ACTIVE,
                pubkey=pubkey,
                schema=SCHEMA,
                clock_offset_ms=0,
                enrolled_at=now,
            )
        )

    def _welcome(self, connection: Connection, device_id: str, user_id: str) -> Json:
        person = scope.staff(connection, self._agency, user_id)
        assert person is not None  # the account was made for a user row
        a = records["agency"].c
        agency = connection.execute(select(a.name, a.time_zone).where(a.id == self._agency)).one()
        return {
            "device_id": device_id,
            "user": {"id": user_id, "display_name": person.display_name, "role": person.role},
            "agency": {"id": self._agency, "name": agency.name, "time_zone": agency.time_zone},
            "epoch": epoch_of(connection, self._agency),
            "lease": self._renew_lease(connection, device_id, user_id),
            "server_keys": self.public_keys(),
            "schema": SCHEMA,
            "nonce": self.nonce(),
            "now": to_ms(self._clock.now()),
        }

    def _renew_lease(self, connection: Connection, device_id: str, user_id: str) -> Json:
        """Renew a lease, unless its user has left: then it ends when it would have ended."""
        now, c = self._clock.now(), sync_device.c
        person = scope.staff(connection, self._agency, user_id)
        if person is not None and person.active:
            until = instant(now + limits_of(connection, self._agency).lease)
        else:
            query = select(c.lease_until).where(c.agency_id == self._agency, c.device_id == device_id)
            until = connection.scalar(query) or instant(now)
        self._update(connection, device_id, lease_until=until, last_seen=instant(now))
        return self._lease_key.signed({"device_id": device_id, "user": user_id, "until": until})

    def _update(self, connection: Connection, device_id: str, **values: object) -> None:
        c = sync_device.c
        connection.execute(
            update(sync_device).where(c.agency_id == self._agency, c.device_id == device_id).values(**values)
        )

    # tokens

    def nonce(self) -> str:
        """Return a fresh word to sign: it names the server's time, so the laptop's clock does not matter."""
        body = f"{to_ms(self._clock.now())}.{secrets.token_hex(8)}"
        return f"{body}.{self._nonce_mac(body)}"

    def _nonce_mac(self, body: str) -> str:
        return hmac.new(self._nonce_key, body.encode(), hashlib.sha256).hexdigest()[:32]

    def _is_fresh(self, nonce: str) -> bool:
        body, _dot, mac = nonce.rpartition(".")
        if not hmac.compare_digest(mac.encode(), self._nonce_mac(body).encode()):
            return False
        age = to_ms(self._clock.now()) - int(body.partition(".")[0])
        return 0 <= age <= NONCE_LIFE.total_seconds() * 1000

    def token(self, request: Json) -> Json:
        """Give an access token for an assertion {dev, at, nonce, sig} signed by the device over `dev|at|nonce`."""
        device_id, at, nonce = text(request, "dev"), request.get("at"), str(request.get("nonce") or "")
        with self._database.snapshot() as connection:
            device = find_device(connection, self._agency, device_id)
        signed = f"{device_id}|{at}|{nonce}".encode()
        if device is None or not is_signed(device.pubkey, text(request, "sig"), signed):
            raise Refused(401, "token")
        if not self._is_fresh(nonce):
            raise Refused(401, "use_nonce", nonce=self.nonce(), now=to_ms(self._clock.now()))
        try:
            with self._database.write() as connection:
                return self._granted(connection, require_active(connection, self._agency, device_id), nonce)
        except IntegrityError:
            raise Refused(401, "use_nonce", nonce=self.nonce(), now=to_ms(self._clock.now())) from None

    def _granted(self, connection: Connection, device: Device, nonce: str) -> Json:
        secret, now = secrets.token_urlsafe(32), self._clock.now()
        c = access_token.c
        connection.execute(
            delete(access_token).where(c.agency_id == self._agency, c.expires_at < instant(now))
        )
        connection.execute(
            access_token.insert().values(
                agency_id=self._agency,
                token_hash=hashed(secret),
                device_id=device.device_id,
                nonce=nonce,
                expires_at=instant(now + TOKEN_LIFE),
            )
        )
        return {
            "access": secret,
            "expires_in": int(TOKEN_LIFE.total_seconds()),
            "lease": self._renew_lease(connection, device.device_id, device.user_id),
            "nonce": self.nonce(),
            "now": to_ms(now),
        }

    def authenticate(self, secret: str) -> Device:
        """Return the device an access token belongs to; Refused when it is unknown, out of date or shut out."""
        c, now = access_token.c, instant(self._clock.now())
        with self._database.snapshot() as connection:
            device_id = connection.scalar(
                select(c.device_id).where(
                    c.agency_id == self._agency, c.token_hash == hashed(secret), c.expires_at > now
                )
            )
            if device_id is None:
                raise Refused(401, "token")
            return require_active(connection, self._agency, device_id)

    # what an administrator does

    def set_state(self, device_id: str, state: str) -> None:
        """Suspend, revoke or reactivate a laptop; its tokens end at once unless it is active."""
        with self._database.write() as connection:
            if find_device(connection, self._agency, device_id) is None:
                raise ServerProblem(f"no device {device_id}")
            self._update(connection, device_id, state=state)
            c = access_token.c
            if state != ACTIVE:
                connection.execute(
                    delete(access_token).where(c.agency_id == self._agency, c.device_id == device_id)
                )

    def listed(self) -> list[Json]:
        """Return all laptops: who has them, their state, when they were last in touch."""
        c = sync_device.c
        names = (
            "device_id",
            "user_id",
            "name",
            "platform",
            "state",
            "last_seen",
            "lease_until",
            "app_version",
        )
        with self._database.snapshot() as connection:
            rows = connection.execute(
                select(*(c[name] for name in names)).where(c.agency_id == self._agency).order_by(c.device_id)
            )
            return [dict(row) for row in rows.mappings()]

    def self_description(self, device: Device) -> Json:
        """Return what a laptop may know of itself, its lease renewed."""
        with self._database.write() as connection:
            welcome = self._welcome(connection, device.device_id, device.user_id)
        return {**welcome, "state": device.state}


def _short(said: Json, name: str) -> str:
    value = said.get(name)
    return value.replace("\0", "")[:120] if isinstance(value, str) else ""
