"""Sign-in for a trial: local accounts, Argon2id, and a wait that grows with each wrong password.

An agency's own sign-in (OpenID Connect) takes the place of this module; nothing else asks for passwords.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlalchemy import select, update

from engage_server.database import Database
from engage_server.errors import Refused
from engage_server.tables import account
from engage_wire.clock import Clock, instant, parse_instant

FREE_TRIES = 5
LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Hasher:
    """Argon2id with its costs; the costs are stored with each hash."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4

    def hash(self, password: str) -> str:
        """Hash a password for the database."""
        kdf = Argon2id(
            salt=secrets.token_bytes(16),
            length=32,
            iterations=self.iterations,
            lanes=self.lanes,
            memory_cost=self.memory_kib,
        )
        return kdf.derive_phc_encoded(password.encode())

    @staticmethod
    def fits(password: str, stored: str) -> bool:
        """Say whether a password is the one that was hashed."""
        try:
            Argon2id.verify_phc_encoded(password.encode(), stored)
        except InvalidKey:
            return False
        return True


class Accounts:
    """The trial's account store."""

    def __init__(
        self, database: Database, agency: str, clock: Clock, hasher: Callable[[], Hasher] = Hasher
    ) -> None:
        self._database = database
        self._agency = agency
        self._clock = clock
        self._hasher = hasher()

    @cached_property
    def _nobody(self) -> str:
        """Return a hash to check against where there is no account, so that both take as long."""
        return self._hasher.hash(secrets.token_hex(8))

    def set_password(self, user_id: str, login: str, password: str) -> None:
        """Make an account or give it another password."""
        row = (self._agency, user_id, login.casefold(), self._hasher.hash(password), 0, None)
        with self._database.write() as connection:
            self._database.upsert(connection, account, [row])

    def sign_in(self, login: str, password: str) -> str:
        """Return the user who signs in; Refused with `sign_in`, or `slow_down` after too many wrong passwords."""
        c, now = account.c, self._clock.now()
        with self._database.snapshot() as connection:
            row = connection.execute(
                select(c.user_id, c.password, c.failures, c.wait_until).where(
                    c.agency_id == self._agency, c.login == login.casefold()
                )
            ).one_or_none()
        if row and row.wait_until and row.wait_until > instant(now):
            wait = (parse_instant(row.wait_until) - now).total_seconds()
            raise Refused(429, "slow_down", retry_after=int(wait) + 1)
        fits = self._hasher.fits(password, row.password if row else self._nobody)
        if row is None or not fits:
            if row:
                self._note_failure(row.user_id)
            raise Refused(401, "sign_in")
        if row.failures:
            self._forget_failures(row.user_id)
        return str(row.user_id)

    def _note_failure(self, user_id: str) -> None:
        """Count one more wrong password; several at the same moment count each."""
        c = account.c
        mine = (c.agency_id == self._agency, c.user_id == user_id)
        with self._database.write() as connection:
            connection.execute(update(account).where(*mine).values(failures=c.failures + 1))
            failures = connection.scalar(select(c.failures).where(*mine)) or 0
            if failures >= FREE_TRIES:
                wait = min(timedelta(seconds=2 ** (min(failures, 20) - FREE_TRIES)), LONGEST_WAIT)
                until = instant(self._clock.now() + wait)
                connection.execute(update(account).where(*mine).values(wait_until=until))

    def _forget_failures(self, user_id: str) -> None:
        c = account.c
        with self._database.write() as connection:
            connection.execute(
                update(account)
                .where(c.agency_id == self._agency, c.user_id == user_id)
                .values(failures=0, wait_until=None)
            )
