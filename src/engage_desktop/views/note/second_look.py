"""Words that may belong under Safety: looked for a moment after typing, shown one after another, left by one tap."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from engage_desktop.services.notes import SecondLook
from engage_desktop.views.kit.lanes import Lanes, Latest
from engage_domain.note import Finding
from engage_domain.visit import Contact

LOOK_MS = 700


class SecondLooker(QObject):
    """Looks again when told that something changed. `found` carries the places left to look at."""

    found = Signal(object)
    due = Signal()

    def __init__(self, look: SecondLook, lanes: Lanes, owner: QObject) -> None:
        super().__init__(owner)
        self._look, self._latest = look, Latest(lanes, self)
        self.findings: tuple[Finding, ...] = ()
        self._texts: Mapping[str, str] = {}
        self._fine: frozenset[str] = frozenset()
        self._at = -1
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.setInterval(LOOK_MS)
        self.soon.timeout.connect(self.due)

    def read(self, texts: Mapping[str, str], contact: Contact) -> None:
        """Look through these words, off the window's thread."""
        if contact.is_final:
            self._show((), texts)
            return
        self._latest.read(partial(self._look, texts, contact), lambda found: self._show(found, texts))

    def next(self) -> Finding | None:
        """Return the next place to look at, from the first again after the last."""
        if not self.findings:
            return None
        self._at = (self._at + 1) % len(self.findings)
        return self.findings[self._at]

    def leave(self) -> None:
        """Take it that these passages are fine as they are."""
        self._fine |= {self._passage(f) for f in self.findings}
        self._show((), self._texts)

    def _show(self, found: tuple[Finding, ...], texts: Mapping[str, str]) -> None:
        self._texts = texts
        self.findings = tuple(f for f in found if self._passage(f) not in self._fine)
        self.found.emit(self.findings)

    def _passage(self, finding: Finding) -> str:
        text = self._texts.get(finding.section, "")
        return text[finding.start : finding.start + finding.length].casefold()
