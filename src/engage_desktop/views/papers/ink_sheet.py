"""A sheet to write and draw on. It is kept while it is drawn, and becomes a paper of the family when it is done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.papers import InkBegun, Tags
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.ink import InkPad
from engage_desktop.views.kit.ink_paint import PAPER, draw_ink
from engage_desktop.views.kit.ink_tools import InkTools
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.strokes import WIDE, Drawing, packed, unpacked
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.papers.services import PaperServices
from engage_desktop.views.papers.sources import png_of
from engage_desktop.views.papers.words import PaperWords

KEEP_MS = 500
THUMB_WIDE = 480
LEAST_HIGH, PAPER_WORDS, ROUND_IT = 240, 120, 130


def picture_of(drawing: Drawing, wide: int) -> QImage:
    """Return a drawing as a picture, on paper as by day."""
    image = QImage(wide, max(1, round(wide * drawing.high / WIDE)), QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    painter = QPainter(image)
    draw_ink(painter, drawing, QRectF(image.rect()))
    painter.end()
    return image


class InkSheet(Sheet):
    """Draws one page. `kept` carries what was made of it; closing without keeping leaves it to be gone on with."""

    kept = Signal(object)

    def __init__(
        self, owner: QWidget, services: PaperServices, lanes: Lanes, family_id: str, tags: Tags
    ) -> None:
        super().__init__(owner, width=940)
        self.set_question(self.tr("Ink page"))
        self._services, self._lanes, self._family_id, self._tags = services, lanes, family_id, tags
        self.pad = InkPad(self.tr("The page"))
        self.tools = InkTools(self.pad)
        self._full = Text("", ink="warn", lines=0)
        self._full.hide()
        for widget in (self.tools, self._full, self.pad):
            self.add(widget)
        # The whole page shows at once: nobody draws on a page that scrolls.
        self.pad.setMaximumHeight(
            max(LEAST_HIGH, owner.window().height() - look().px(PAPER_WORDS) - ROUND_IT)
        )
        self.later = self.add_answer(self.tr("Go on later"))
        self.yes = self.add_answer(self.tr("Keep the page"), "check", main=True, stays=True)
        self.yes.clicked.connect(self._on_yes)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(KEEP_MS)
        self._soon.timeout.connect(self.settle)
        self.pad.changed.connect(self._on_changed)
        self.pad.filled.connect(self._on_filled)
        self.pad.setEnabled(False)
        self.yes.setEnabled(False)
        lanes.read(self, partial(services.ink_begun, family_id), self._on_begun)

    def settle(self) -> None:
        """Keep the page as it stands, on this laptop only."""
        self._soon.stop()
        strokes = "" if self.pad.drawing().is_empty else packed(self.pad.drawing()) or ""
        begun = InkBegun(strokes, self._tags.contact_id)
        job = partial(self._services.keep_ink_begun, self._family_id, begun)
        self._lanes.write(self, job, _nothing, self._on_failed)

    def done(self, result: int) -> None:
        """Keep what was drawn last before closing."""
        if self._soon.isActive():
            self.settle()
        super().done(result)

    def _on_begun(self, begun: InkBegun) -> None:
        self.pad.setEnabled(True)
        self.pad.show_drawing(unpacked(begun.strokes))
        self.tools.refresh()
        self.yes.setEnabled(bool(begun.strokes))
        if begun.strokes:
            self.set_question(self.tr("Ink page"), self.tr("This page was begun before; go on with it."))
        self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        self.yes.setEnabled(not self.pad.drawing().is_empty)
        self._full.hide()
        if not self._soon.isActive():
            self._soon.start()

    def _on_filled(self) -> None:
        self._full.setText(self.tr("This page is full. Keep it and begin another one."))
        self._full.show()

    def _on_yes(self) -> None:
        self._soon.stop()
        drawing = self.pad.drawing()
        strokes = packed(drawing)
        if strokes is None or drawing.is_empty:
            return
        self.yes.setEnabled(False)
        thumb = png_of(picture_of(drawing, THUMB_WIDE))
        job = partial(self._services.keep_ink, self._family_id, strokes, thumb, self._tags)
        self._lanes.write(self, job, self._on_kept, self._on_failed)

    def _on_kept(self, made: Made) -> None:
        self.kept.emit(made)
        self.accept()

    def _on_failed(self, error: EngageError) -> None:
        self.yes.setEnabled(True)
        self._full.setText(PaperWords(self).failure(error))
        self._full.show()


def _nothing(_result: object) -> None:
    """Take note of nothing: the page shows it already."""
