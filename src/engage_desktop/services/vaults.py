"""Opening and making the vault, and choosing the passphrase for it.

The database comes with SQLAlchemy, which costs as much to import as all of Qt; so it is imported by whoever opens a
vault, not by the window that asks for the passphrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engage_desktop.errors import BadInput
from engage_desktop.store import keyfile
from engage_desktop.store.tries import Tries
from engage_wire.clock import Clock

if TYPE_CHECKING:
    from engage_desktop.store.passphrase import Judged
    from engage_desktop.store.vault import Vault

RESTART_PATIENCE = 5.0


def vault_present(folder: Path) -> bool:
    """Say whether a vault lies in `folder`."""
    return keyfile.present(folder)


@dataclass(frozen=True, slots=True)
class OpenVault:
    """Open the vault of this profile."""

    folder: Path
    clock: Clock
    tries: Tries

    def __call__(self, words: str) -> Vault:
        """Return the open vault; raises what `Vault.unlock` raises."""
        from engage_desktop.store.vault import Vault

        return Vault.unlock(self.folder, words, self.clock, wait_seconds=RESTART_PATIENCE, tries=self.tries)

    def wait_seconds(self) -> int:
        """Return how long to wait before the next try."""
        return self.tries.wait_seconds()


@dataclass(frozen=True, slots=True)
class MakeVault:
    """Make the vault of this profile."""

    folder: Path
    clock: Clock

    def __call__(self, words: str) -> Vault:
        """Return a new, open vault; BadInput when the passphrase is too weak."""
        from engage_desktop.store.vault import Vault

        judged = judge_words(words)
        if not judged.accepted:
            raise BadInput("passphrase", judged.verdict)
        return Vault.create(self.folder, words, self.clock)


def open_vault_of(folder: Path, clock: Clock) -> OpenVault:
    """Return what opens the vault in `folder`; one for the life of the unlock window."""
    return OpenVault(folder, clock, Tries(folder, clock))


def generated_words() -> str:
    """Return five generated words."""
    from engage_desktop.store import passphrase

    return passphrase.generated()


def judge_words(words: str) -> Judged:
    """Return how good a passphrase is, honestly."""
    from engage_desktop.store import passphrase

    return passphrase.judged(words)
