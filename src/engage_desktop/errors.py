"""Everything that can go wrong and is expected to, sooner or later.

    EngageError
    ├── VaultError              the encrypted folder on this laptop
    │   ├── Locked                  no key is loaded: ask for the passphrase
    │   ├── NoVault                 this folder holds no vault: offer to make one
    │   ├── VaultExists             a new vault was asked for where there is one
    │   ├── WrongPassphrase         the key slot refused it; carries the seconds to wait
    │   ├── TooSoon                 asked again before the wait was over; carries the seconds left
    │   ├── WrongPin                the PIN refused it; carries the tries left
    │   ├── HeaderDamaged           both key files are damaged or altered: no passphrase could be judged
    │   ├── Damaged                 the database answers with damage: offer a copy or salvage, never recreate
    │   ├── SchemaDiffers           tables or triggers are not the ones this program knows
    │   ├── NewerThanApp            written by a later version of the program
    │   ├── MigrationFailed         the upgrade did not work and left everything as it was
    │   ├── BackupFailed            a copy could not be made or did not prove itself
    │   ├── InUse                   another process holds the folder
    │   ├── ReadOnlyFolder          the folder cannot be written to
    │   ├── DiskFailed              the disk answers with an error
    │   └── DiskFull                no room; nothing already kept is lost
    ├── SyncError               the way to the agency
    │   ├── OfflineError            no connection; work goes on
    │   ├── SignInRefused           the agency does not know this device any more
    │   ├── ServerRefused           the agency answered no; carries its reason code
    │   └── LeaseLapsed             the time without contact has run out: only connect and rescue
    ├── BadInput                something typed cannot be taken; carries the field and a reason code
    ├── NotAllowed              a rule forbids it; carries the rule's code
    ├── NotFound                it was there and is gone: voided, reassigned or never here
    └── Cancelled               the person stopped it

A message is for developers and logs: it carries codes, ids and counts, never names or words of people.
Views turn the class and its codes into sentences.
"""

from __future__ import annotations


class EngageError(Exception):
    """The root of all expected failures."""


class VaultError(EngageError):
    """The encrypted folder cannot do what was asked."""


class Locked(VaultError):
    """No key is loaded."""


class NoVault(VaultError):
    """The folder holds no vault."""


class VaultExists(VaultError):
    """The folder already holds a vault."""


class WrongPassphrase(VaultError):
    """The passphrase opens no slot; `wait_seconds` must pass before the next try."""

    def __init__(self, wait_seconds: int = 0) -> None:
        super().__init__(f"wrong passphrase, wait {wait_seconds} s")
        self.wait_seconds = wait_seconds


class TooSoon(VaultError):
    """Another passphrase was tried before the wait was over; `wait_seconds` remain."""

    def __init__(self, wait_seconds: int = 0) -> None:
        super().__init__(f"wait {wait_seconds} s")
        self.wait_seconds = wait_seconds


class WrongPin(VaultError):
    """The PIN is not the one; `tries_left` remain before the program locks."""

    def __init__(self, tries_left: int = 0) -> None:
        super().__init__(f"wrong PIN, {tries_left} tries left")
        self.tries_left = tries_left


class HeaderDamaged(VaultError):
    """Both files that hold the key slots are damaged or altered, so no passphrase could be judged."""


class Damaged(VaultError):
    """The database or an attachment does not read back as it was written."""


class SchemaDiffers(VaultError):
    """The tables or triggers are not the ones this program knows."""


class MigrationFailed(VaultError):
    """An upgrade did not work; everything is as it was before."""


class BackupFailed(VaultError):
    """A copy could not be made or did not prove itself."""


class NewerThanApp(VaultError):
    """The folder was written by a later version; `found` and `known` are schema numbers."""

    def __init__(self, found: int = 0, known: int = 0) -> None:
        super().__init__(f"schema {found}, this program knows {known}")
        self.found = found
        self.known = known


class InUse(VaultError):
    """Another process has the folder open."""


class ReadOnlyFolder(VaultError):
    """The folder or its disk does not take writes."""


class DiskFailed(VaultError):
    """The disk answers with an error that is not lack of room."""


class DiskFull(VaultError):
    """There is no room on the disk."""


class SyncError(EngageError):
    """Sending to or fetching from the agency did not work this time."""


class OfflineError(SyncError):
    """The agency cannot be reached."""


class SignInRefused(SyncError):
    """The agency refuses this device; `code` says why (`revoked`, `unknown_device`, `expired`)."""

    def __init__(self, code: str = "") -> None:
        super().__init__(f"sign-in refused: {code}")
        self.code = code


class ServerRefused(SyncError):
    """The agency answered no; `code` is its reason."""

    def __init__(self, code: str = "", status: int = 0) -> None:
        super().__init__(f"refused: {code} ({status})")
        self.code = code
        self.status = status


class LeaseLapsed(SyncError):
    """The laptop has been away from the agency for longer than policy allows."""


class BadInput(EngageError):
    """A value cannot be taken; `field` names it, `code` says why (`empty`, `too_long`, `not_a_date`, ...)."""

    def __init__(self, field: str, code: str = "invalid") -> None:
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code


class NotAllowed(EngageError):
    """A rule forbids this; `code` names the rule."""

    def __init__(self, code: str = "") -> None:
        super().__init__(f"not allowed: {code}")
        self.code = code


class NotFound(EngageError):
    """What was asked for is not, or no longer, on this laptop."""


class Cancelled(EngageError):
    """The person stopped a long job; nothing half-done is kept."""
