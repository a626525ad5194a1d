"""Words on a page: plain text always, wrapping or eliding, never cut through a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from engage_desktop.views.kit.paint import START, Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tips import plain_tip
from engage_desktop.views.kit.tokens import MEASURE, RING, TEXT, TEXT_CARD, TEXT_LEAST, TEXT_PAGE, TEXT_PANEL
from engage_desktop.views.kit.wrap import Wrapped, wrapped

MANY = 1_000_000.0
SHORTEST = 72
WIDTHS_KEPT = 8


class Text(QLabel):
    """Some words. With `lines=1` they elide, with `lines=0` they wrap, with more they wrap and then elide.

    `inset` keeps the same four pixels free that buttons and cards need for their ring, so that edges line up.
    `measure` caps the width. In more room than they need the words stand in the middle of its height, or at its `top`.
    """

    def __init__(
        self,
        text: str = "",
        *,
        size: float = TEXT,
        weight: int = 400,
        ink: str = "text",
        lines: int = 1,
        leading: float = 1.0,
        align: str = START,
        digits: bool = False,
        inset: bool = False,
        top: bool = False,
        measure: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size, self._weight, self._ink, self._lines = size, weight, ink, lines
        self._leading, self._align, self._digits = leading, align, digits
        self._pad, self._top, self._measure = (RING if inset else 0), top, measure
        self._marks: tuple[tuple[int, int], ...] = ()
        self._blocks: dict[
            int, Wrapped
        ] = {}  # by width: a page that is laid out asks for each again and again
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(lines != 1)
        self.setSizePolicy(policy)
        self.setText(text)
        self.restyle()

    @property
    def ink(self) -> str:
        """Return the colour's token."""
        return self._ink

    def set_ink(self, ink: str) -> None:
        """Take another colour."""
        if ink != self._ink:
            self._ink = ink
            self.update()

    def set_marks(self, marks: Sequence[tuple[int, int]]) -> None:
        """Light up parts of the words, each given by its start and length."""
        self._marks = tuple(marks)
        self._blocks = {}
        self.update()

    def setText(self, text: str) -> None:
        """Say something else."""
        if text != self.text():
            super().setText(text)
            self._blocks = {}
            self._learn_height()
            self.updateGeometry()

    def restyle(self) -> None:
        """Measure again by the theme."""
        self._blocks = {}
        self.setFont(look().font(self.size_at_100(), self._weight, digits=self._digits))
        if self._measure:
            self.setMaximumWidth(look().px(self._measure))
        self._learn_height()
        self.updateGeometry()
        self.update()

    def size_at_100(self) -> float:
        """Return the size of the type before it is scaled."""
        return self._size

    def is_cut(self) -> bool:
        """Say whether some words do not show at this size."""
        block = self._block(self.width())
        return block.cut or block.height > self.height() + 1

    def hasHeightForWidth(self) -> bool:
        """Qt asks whether the height follows from the width."""
        return self._lines != 1

    def heightForWidth(self, width: int) -> int:
        """Return the height these words take at a width."""
        return self._high(self._block(width))

    def sizeHint(self) -> QSize:
        """Return one line as long as it wants, or a comfortable paragraph."""
        widest = MANY if self._lines == 1 else look().px(MEASURE) / 2
        block = self._block(round(widest))
        return QSize(round(block.width + 0.5) + 2 * self._pad + 1, self._high(block))

    def minimumSizeHint(self) -> QSize:
        """Return the least: a short stretch of one line."""
        hint = self.sizeHint()
        least = min(hint.width(), look().px(SHORTEST))
        one = round(self.fontMetrics().height() + 0.5)
        return QSize(least, hint.height() if self._lines == 1 else one)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font or the reading direction became another one."""
        self._blocks = {}
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Learn the height as soon as the width is known, and offer cut words as a tip."""
        super().resizeEvent(event)
        self._learn_height()
        tip = self.text() if self._lines and self.text() and self._block(self.width()).cut else ""
        if plain_tip(tip) != self.toolTip():
            self.setToolTip(plain_tip(tip))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        if not self.text():
            return
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        rect = QRectF(self.rect()).adjusted(self._pad, 0, -self._pad, 0)
        block = self._block(self.width())
        top = rect.top() + (0.0 if self._top else max(0.0, (rect.height() - block.height) / 2))
        sketch.draw_block(block, QPointF(rect.left(), top), self._ink if self.isEnabled() else "muted")
        painter.end()

    def _block(self, width: int) -> Wrapped:
        block = self._blocks.get(width)
        if block is not None:
            return block
        if len(self._blocks) >= WIDTHS_KEPT:
            self._blocks = {}
        block = self._blocks[width] = wrapped(
            self.text(),
            self.font(),
            max(1, width - 2 * self._pad),
            lines=self._lines,
            leading=self._leading,
            align=self._align,
            rtl=self.layoutDirection() is Qt.LayoutDirection.RightToLeft,
            marks=self._marks,
        )
        return block

    @staticmethod
    def _high(block: Wrapped) -> int:
        return int(block.height + 0.999)

    def _learn_height(self) -> None:
        if self._lines != 1 and self.width() > 1 and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            high = self.heightForWidth(self.width())
            if high != self.minimumHeight():
                self.setMinimumHeight(high)


class PageTitle(Text):
    """The name of a page. With large text it grows a little less, so that words to read keep their room."""

    def __init__(self, text: str) -> None:
        super().__init__(text, size=TEXT_PAGE, weight=700, inset=True)

    def size_at_100(self) -> float:
        """Return a smaller size when all text is large."""
        return TEXT_PAGE * (0.8 if look().large else 1.0)


def panel_title(text: str) -> Text:
    """Return the name of a panel."""
    return Text(text, size=TEXT_PANEL, weight=700)


def card_title(text: str) -> Text:
    """Return the name on a card."""
    return Text(text, size=TEXT_CARD, weight=600)


def meta(text: str, *, lines: int = 1, ink: str = "muted") -> Text:
    """Return small words about something: when, where, how many."""
    return Text(text, size=TEXT_LEAST, weight=500, ink=ink, lines=lines)


def paragraph(text: str, *, size: float = TEXT, ink: str = "text", inset: bool = False) -> Text:
    """Return words to read: lines are short enough and have air between them."""
    return Text(text, size=size, ink=ink, lines=0, leading=1.25, measure=MEASURE, inset=inset)
