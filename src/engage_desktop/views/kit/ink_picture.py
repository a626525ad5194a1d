"""A drawing to look at, at whatever size there is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.ink_paint import draw_ink, page_in, paper
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.strokes import WIDE, Drawing
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD


class InkPicture(QWidget):
    """A drawing to look at, at whatever size there is; `name` is what a screen reader calls it."""

    def __init__(self, drawing: Drawing, name: str, *, wide: float = 280) -> None:
        super().__init__()
        self._drawing, self._wide = drawing, wide
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Lines drawn: {n}.").format(n=len(drawing.strokes)))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another one."""
        self._drawing = drawing
        self.setAccessibleDescription(self.tr("Lines drawn: {n}.").format(n=len(drawing.strokes)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the page at its usual width."""
        wide = look().px(self._wide)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows something."""
        return QSize(120, 75)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the page at a width, never wider than usual."""
        return round(min(width, look().px(self._wide)) * self._drawing.high / WIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the page and what is on it."""
        painter = QPainter(self)
        page = page_in(QRectF(self.rect()), self._drawing.high)
        Sketch.on(self, painter).panel(page, paper(), "line", radius=RADIUS_CARD)
        draw_ink(painter, self._drawing, page)
        painter.end()
