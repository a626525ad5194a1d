"""How adding goes: what is at hand, a way to stop, and why something was not added."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.papers import Tags
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.removal import MISTAKE
from engage_desktop.views.kit.layout import column
from engage_desktop.views.kit.notices import Notice, ProgressPanel
from engage_desktop.views.papers.adding import Adding, Left
from engage_desktop.views.papers.services import PaperServices
from engage_desktop.views.papers.sources import Source
from engage_desktop.views.papers.words import PaperWords

MOST_TOLD = 6


class Intake(QWidget):
    """Adds papers to a family and tells how it goes; takes no room while there is nothing to tell."""

    def __init__(self, ground: Ground, services: PaperServices) -> None:
        super().__init__()
        self._ground, self._services = ground, services
        self._words = PaperWords(self)
        self.adding = Adding(self, services, ground.lanes, ground.bus.publish, ground.family_id)
        self.progress = ProgressPanel(self.tr("Adding papers"))
        self.progress.cancel_wanted.connect(self.adding.stop)
        self.progress.hide()
        self.refused = Notice("", tone="warn", closable=True)
        self.refused.closed.connect(self.hide)
        self.refused.hide()
        self.adding.moved.connect(self._on_moved)
        self.adding.ended.connect(self._on_ended)
        self.setLayout(column(self.progress, self.refused, gap=6))
        self.hide()

    def add(self, found: tuple[Source, ...], tags: Tags) -> None:
        """Add these."""
        self.refused.hide()
        self.progress.show_progress(0, len(found), "")
        self.progress.show()
        self.show()
        self.adding.add(found, tags)

    def _on_moved(self, done: int, total: int, name: str) -> None:
        words = self.tr("{n} of {all}: {name}").format(n=done + 1, all=total, name=name)
        self.progress.show_progress(round(100 * (done + self.adding.share())), 100 * total, words)

    def _on_ended(self, added: tuple[str, ...], left: tuple[Left, ...]) -> None:
        self.progress.hide()
        self.setVisible(bool(left))
        if left:
            lines = [f"“{one.name}”: {self._words.failure(one.error)}" for one in left[:MOST_TOLD]]
            if len(left) > MOST_TOLD:
                lines.append(self.tr("… and {n} more.").format(n=len(left) - MOST_TOLD))
            title = self.tr("1 file was not added")
            if len(left) > 1:
                title = self.tr("{n} files were not added").format(n=len(left))
            self.refused.say(title, "\n".join(lines))
            self.refused.show()
        if added:
            said = self.tr("Added.") if len(added) == 1 else self.tr("{n} papers added.").format(n=len(added))
            self._ground.say(said, self.tr("Undo"), partial(self._undo, added))

    def _undo(self, added: tuple[str, ...]) -> None:
        for paper_id in added:
            job = partial(self._services.remove, "attachment", paper_id, MISTAKE)
            self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(self._words.failure(error), "", None)
