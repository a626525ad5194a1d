"""What the ends of each scale mean, and what the numbers quietly tell."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engage_desktop.views.kit.words import Wordbook
from engage_domain.understanding import Hint, HintKind


class ScaleWords(QObject):
    """Puts scales and hints into words: counts, dates and quotes, never a rating."""

    def __init__(self, words: Wordbook, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def ends(self, question: str) -> tuple[str, str]:
        """Return what 0 and what 10 mean."""
        known = {
            "safe": (self.tr("nothing is safe yet"), self.tr("as we want it")),
            "heard": (self.tr("nobody listens"), self.tr("fully heard")),
            "hope": (self.tr("no hope now"), self.tr("full of hope")),
            "ready": (self.tr("not at all"), self.tr("ready to go")),
        }
        return known.get(question, (self.tr("not at all"), self.tr("fully")))

    def hint(self, hint: Hint, name: str, since: str) -> str:
        """Return a hint as a short sentence."""
        if hint.kind is HintKind.FELL:
            said = self.tr("{name} went from {before} to {now}: ask what changed")
            return said.format(name=name, before=hint.before, now=hint.now)
        if hint.kind is HintKind.NOT_ASKED:
            return self.tr("{name} was last asked {day}").format(name=name, day=since)
        if hint.was_alone:
            return self.tr("{name} has not moved since {day}").format(name=name, day=since)
        return self.tr("{name} has not moved: ask them alone").format(name=name)
