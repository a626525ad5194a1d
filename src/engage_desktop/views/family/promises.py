"""What both sides promised, side by side, with what became of it: the agency's promises are looked at like the family's."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.outcomes import Outcomes
from engage_desktop.views.family.told import Told
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.layout import Box, clear, column, group, row
from engage_desktop.views.kit.marks import Card, Chip, Rule
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_desktop.views.kit.theme import look
from engage_domain.workspace import OURS, THEIRS, Overview, Promise, StepStatus

CHIPS = {
    StepStatus.DONE: ("good", "check"),
    StepStatus.STUCK: ("warn", "circle-alert"),
    StepStatus.CHANGED: ("sand", "refresh-cw"),
    StepStatus.DROPPED: ("sand", "minus"),
}
SHOWN = 6


class PromiseLine(QWidget):
    """One promise: what, who, by when, what became of it, and the verbs."""

    def __init__(self, panel: PromisesPanel, promise: Promise) -> None:
        super().__init__()
        self._panel, self._promise = panel, promise
        what = Text(promise.what, weight=600, lines=0)
        overdue = promise.is_overdue(panel.ground.today())
        about = meta(panel.told.promise_meta(promise), lines=0, ink="clay" if overdue else "muted")
        said = column(None, what, about, None, gap=1)
        self.setLayout(row((said, 1), *self._verbs(), gap=6, pad=(0, 4, 0, 4)))

    def _verbs(self) -> list[QWidget]:
        promise, what = self._promise, self._promise.what
        chip = self._chip()
        if not promise.is_open:
            again = Button(self.tr("Undo"), "undo-2", "quiet")
            again.setAccessibleName(self.tr("Open again: {what}").format(what=what))
            again.clicked.connect(partial(self._say, StepStatus.GOING))
            return [*chip, again]
        done = Button(self.tr("Done"), "check", "soft", tone="good")
        done.setAccessibleName(self.tr("Done: {what}").format(what=what))
        done.clicked.connect(partial(self._say, StepStatus.DONE))
        more = IconButton("ellipsis", self.tr("What else became of it"))
        more.setAccessibleName(self.tr("What became of: {what}").format(what=what))
        more.clicked.connect(partial(self._open_menu, more))
        return [*chip, done, more]

    def _chip(self) -> list[QWidget]:
        status = (
            StepStatus(self._promise.kept.status) if self._promise.kept.status in set(StepStatus) else None
        )
        if status not in CHIPS:
            return []
        tone, icon = CHIPS[status]
        return [Chip(self._panel.ground.words.word("step_status", status), tone, icon)]

    def _open_menu(self, button: QWidget) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("What became of it"))
        asks = (
            (StepStatus.GOING, "footprints", self.tr("It is going on")),
            (StepStatus.STUCK, "circle-alert", self.tr("It is stuck…")),
            (StepStatus.CHANGED, "refresh-cw", self.tr("It changed…")),
            (StepStatus.DROPPED, "minus", self.tr("We let it go…")),
        )
        for status, icon, label in asks:
            action = menu.addAction(look().icon(icon, "muted", 18), label)
            action.triggered.connect(partial(self._say, status))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _say(self, status: StepStatus, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        promise = self._promise
        self._panel.outcomes.say(promise.step_id, promise.what, status)


class PromisesPanel(QWidget):
    """Two columns: what we promised, what they promised; of each the first few, or all of them."""

    def __init__(self, ground: Ground, told: Told, *, most: int | None = SHOWN) -> None:
        super().__init__()
        self.ground, self.told, self._most = ground, told, most
        self.outcomes = Outcomes(self, ground)
        self._ours, self._theirs = column(gap=2), column(gap=2)
        title = panel_title(self.tr("Promises"))
        sides = row(
            (self._side(self.tr("We promised"), "info", self._ours), 1),
            (self._side(self.tr("They promised"), "plum", self._theirs), 1),
            gap=12,
        )
        self._sides = sides
        self.setLayout(column(row(title, pad=(4, 0, 0, 0)), sides, gap=8))

    def restyle(self) -> None:
        """Stand below each other when text is large."""
        down = look().large
        way = self._sides.Direction.TopToBottom if down else self._sides.Direction.LeftToRight
        self._sides.setDirection(way)

    def show_promises(self, overview: Overview) -> None:
        """Show what both sides promised."""
        self.show_all(overview.promises)

    def show_all(self, promised: tuple[Promise, ...]) -> None:
        """Show these promises, each on its side."""
        self.restyle()
        empty = (
            self.tr("Nothing promised yet. A promise made in a visit stands here."),
            self.tr("Nothing promised yet."),
        )
        sides = ((self._ours, OURS, empty[0]), (self._theirs, THEIRS, empty[1]))
        for box, side, nothing in sides:
            clear(box)
            promises = [p for p in promised if p.side == side][: self._most]
            for number, promise in enumerate(promises):
                if number:
                    box.addWidget(Rule())
                box.addWidget(PromiseLine(self, promise))
            if not promises:
                box.addWidget(Text(nothing, ink="muted", lines=0))
            box.addStretch(1)

    def _side(self, title: str, tone: str, box: Box) -> QWidget:
        head = row(Chip(title, tone, "handshake"), None)
        return Card(column(head, group(box), gap=8, pad=(20, 16, 14, 14)))
