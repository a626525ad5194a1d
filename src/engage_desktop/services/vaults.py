"""Opening, making and locking the vault, and choosing the passphrase for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engage_desktop.errors import BadInput
from engage_desktop.store import keyfile, passphrase
from engage_desktop.store.passphrase import Judged
from engage_desktop.store.tries import Tries
from engage_desktop.store.vault import Vault
from engage_wire.clock import Clock

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
        judged = passphrase.judged(words)
        if not judged.accepted:
            raise BadInput("passphrase", judged.verdict)
        return Vault.create(self.folder, words, self.clock)


def generated_words() -> str:
    """Return five generated words."""
    return passphrase.generated()


def judge_words(words: str) -> Judged:
    """Return how good a passphrase is, honestly."""
    return passphrase.judged(words)
