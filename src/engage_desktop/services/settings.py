"""What a worker can set or ask about this laptop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engage_desktop.store import backup, local
from engage_desktop.store.vault import Vault
from engage_domain.people import Me


@dataclass(frozen=True, slots=True)
class LaptopFacts:
    """What is true of this laptop: ids and dates, nothing about any family."""

    vault_id: str
    worker: str
    role: str
    agency: str
    mode: str
    copies: tuple[date, ...]
    has_pin: bool


@dataclass(frozen=True, slots=True)
class AskLaptop:
    """Read the facts that Settings shows."""

    vault: Vault
    me: Me

    def __call__(self) -> LaptopFacts:
        """Return them."""
        with self.vault.read() as conn:
            agency, mode = local.get(conn, "me.agency_name"), local.get(conn, "mode")
        days = tuple(sorted((copy.made_on for copy in backup.copies(self.vault.folder)), reverse=True))
        return LaptopFacts(
            self.vault.vault_id, self.me.name, self.me.role, agency, mode, days, self.vault.has_pin()
        )


@dataclass(frozen=True, slots=True)
class SetPin:
    """Keep the six digits that bring the window back from hiding."""

    vault: Vault

    def __call__(self, pin: str) -> None:
        """Keep the PIN; BadInput when it will not do."""
        self.vault.set_pin(pin)


@dataclass(frozen=True, slots=True)
class ChangePassphrase:
    """Let new words open this laptop and the old ones no longer."""

    vault: Vault

    def __call__(self, old: str, new: str) -> None:
        """Change them; WrongPassphrase when `old` is not the one."""
        self.vault.change_passphrase(old, new)


@dataclass(frozen=True, slots=True)
class CopyNow:
    """Make today's proved, encrypted copy unless there is one."""

    vault: Vault

    def __call__(self) -> bool:
        """Make it and say whether a new one was needed."""
        return self.vault.copy_daily() is not None


@dataclass(frozen=True, slots=True)
class CountRecords:
    """Count the agency's records that lie on this laptop."""

    vault: Vault

    def __call__(self) -> int:
        """Return the count."""
        with self.vault.read() as conn:
            return int(conn.exec_driver_sql("SELECT count(*) FROM sync_row").scalar_one())
