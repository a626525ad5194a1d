"""When the stored work is damaged: what could bring it back, and doing it. Nothing is ever deleted, only set aside."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engage_desktop.errors import NotFound
from engage_wire.clock import Clock

if TYPE_CHECKING:
    from engage_desktop.store.care import Care
    from engage_desktop.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How much could be read, and whether nothing is known to be lost."""

    kept: int
    complete: bool


@dataclass(frozen=True, slots=True)
class LookAfter:
    """Care for the damaged vault in `folder`, by its passphrase."""

    folder: Path
    clock: Clock

    def copies(self, words: str) -> tuple[date, ...]:
        """Return the days of which a proved copy is kept, newest first."""
        with self._care(words) as care:
            return tuple(copy.made_on for copy in care.copies())

    def restore(self, words: str, day: date) -> None:
        """Put the copy of that day in place; NotFound when it is gone."""
        with self._care(words) as care:
            copy = next((c for c in care.copies() if c.made_on == day), None)
            if copy is None:
                raise NotFound("no copy of that day")
            care.restore(copy)

    def salvage(self, words: str) -> Salvaged:
        """Put what can still be read in place and return how much that is."""
        with self._care(words) as care:
            report, _aside = care.salvage()
        return Salvaged(report.rows, report.complete)

    @contextmanager
    def _care(self, words: str) -> Generator[Care]:
        from engage_desktop.store.care import Care

        care = Care(self.folder, words, self.clock)
        try:
            yield care
        finally:
            care.close()


@dataclass(frozen=True, slots=True)
class IdleCare:
    """What is done for the store when nobody is waiting: a proved copy, files nobody names, all in the main file."""

    vault: Vault

    def __call__(self) -> None:
        """Do it; raises what the store raises."""
        self.vault.copy_daily()
        self.tidy_files()
        self.vault.checkpoint()

    def tidy_files(self) -> int:
        """Shred what no attachment names any more and remove files without a key; return how many files went.

        While a family is being fetched anew nothing is shredded: its attachments may be about to come back.
        """
        from engage_desktop.store import blobs, buckets
        from engage_desktop.store.buckets import BucketState

        with self.vault.read() as conn:
            all_here = all(b.state in {BucketState.ACTIVE, BucketState.LEAVING} for b in buckets.all_of(conn))
            shreds = all_here and blobs.is_unnamed(conn)
        if shreds:
            with self.vault.applying() as conn:
                blobs.forget_unnamed(conn)
        with self.vault.read() as conn:
            return blobs.sweep(conn, self.vault.folder)
