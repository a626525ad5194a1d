"""A step as a sentence: words that flow, and among them places to tap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.paint import Sketch, text_height
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING, TARGET

SIZE = 17
GAP = 5
INDENT = RING + 2  # so that words begin where the words of a place do


class Place(Face):
    """A place in a sentence. Filled it is bold and underlined; a person has face and colour; missing it is dotted."""

    radius = 10

    def __init__(
        self, words: str, name: str, *, face: str = "", tone: str = "text", is_missing: bool = False
    ) -> None:
        super().__init__(words, "")
        self.setAccessibleName(name)
        self._face, self._tone, self._missing = face, tone, is_missing
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        room = max(1, width - 2 * RING - round(self._before()) - look().px(self._side()))
        words = text_height(self.text(), room, SIZE, self._weight())
        return max(TARGET, look().tall(36), round(words) + look().px(12)) + 2 * RING

    def sizeHint(self) -> QSize:
        """Return room for all words in one line."""
        words = look().metrics(SIZE, self._weight()).horizontalAdvance(self.text())
        wide = max(round(self._before() + words) + look().px(self._side()) + 3, TARGET) + 2 * RING
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least: the words may wrap."""
        return QSize(min(self.sizeHint().width(), look().px(120)), TARGET)

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the place as what it is."""
        px = look().px
        if self._missing:
            fill = look().mix("warnsoft", "warn", 0.1) if self.hot else "warnsoft"
            sketch.panel(rect, fill, "warn", width=1.6, radius=self.radius, dash=True)
        elif self.hot and self.isEnabled():
            sketch.panel(rect, "muted_soft", radius=self.radius)
        at = rect.left() + (px(10) if self._missing else px(2))
        if self._missing:
            self._icon(sketch, "plus", "warn", at, rect, 18)
        elif self._face:
            side = px(28)
            sketch.avatar(QRectF(at, rect.center().y() - side / 2, side, side), self._face, self._tone)
        left = rect.left() + self._before()
        words = QRectF(left, rect.top(), rect.right() - px(self._side() / 2) - left + 2, rect.height())
        ink = "warn" if self._missing else self._tone
        sketch.words(words, self.text(), ink, SIZE, self._weight(), lines=0, middle=True)
        if not self._missing and not self._face and self.isEnabled():
            sketch.rule(rect.left() + px(2), rect.right() - px(2), rect.bottom() - px(5), "edge")

    def fades(self) -> bool:
        """Stay readable when nothing can be changed."""
        return False

    def _icon(self, sketch: Sketch, name: str, ink: str, at: float, rect: QRectF, size: float) -> None:
        side = look().px(size)
        sketch.icon(name, ink, QRectF(at, rect.center().y() - side / 2, side, side))

    def _before(self) -> float:
        px = look().px
        if self._missing:
            return float(px(34))
        return float(px(38)) if self._face else float(px(2))

    def _side(self) -> float:
        return 14 if self._missing else 4

    def _weight(self) -> int:
        return 500 if self._missing else 600


Piece: TypeAlias = str | Place


@dataclass(frozen=True, slots=True)
class _Spot:
    rect: QRect
    word: str = ""
    place: Place | None = None


class Sentence(QWidget):
    """Words and places, one after another, wrapping like a sentence. `tapped` says that its words were."""

    tapped = Signal()

    def __init__(self, pieces: Sequence[Piece], aloud: str) -> None:
        super().__init__()
        self._pieces = tuple(pieces)
        self.setAccessibleName(aloud)
        for piece in self._pieces:
            if isinstance(piece, Place):
                piece.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._spots: list[_Spot] = []

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.updateGeometry()
        self._lay()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        spots = self._arranged(width)
        return max((s.rect.bottom() + 1 for s in spots), default=0)

    def sizeHint(self) -> QSize:
        """Return a comfortable line."""
        wide = look().px(420)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return a short line; the height is asked for at the real width."""
        return QSize(look().px(140), TARGET)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        super().resizeEvent(event)
        self._lay()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the words be tapped too; the keyboard has the menu beside them."""
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        for spot in self._spots:
            if spot.place is None:
                sketch.words(QRectF(spot.rect), spot.word, "text", SIZE, 400, lines=0, middle=True)
        painter.end()

    def _lay(self) -> None:
        self._spots = self._arranged(self.width())
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for spot in self._spots:
            if spot.place is not None:
                left = self.width() - spot.rect.right() - 1 if rtl else spot.rect.left()
                spot.place.setGeometry(QRect(QPoint(left, spot.rect.top()), spot.rect.size()))
                spot.place.show()
        self.update()

    def _arranged(self, width: int) -> list[_Spot]:
        gap = look().px(GAP)
        lines: list[list[tuple[QSize, str | Place]]] = [[]]
        used = 0
        for size, thing in self._measured(width):
            used = used or (INDENT if isinstance(thing, str) else 0)
            if lines[-1] and used + size.width() > width:
                lines.append([])
                used = INDENT if isinstance(thing, str) else 0
            lines[-1].append((size, thing))
            used += size.width() + gap
        found: list[_Spot] = []
        top = 0
        for line in lines:
            high = max((size.height() for size, _ in line), default=0)
            left = INDENT if line and isinstance(line[0][1], str) else 0
            for size, thing in line:
                corner = QPointF(left, top + (high - size.height()) / 2).toPoint()
                rect = QRect(corner, size)
                found.append(_Spot(rect, thing) if isinstance(thing, str) else _Spot(rect, place=thing))
                left += size.width() + gap
            top += high
        return found

    def _measured(self, width: int) -> list[tuple[QSize, str | Place]]:
        metrics = look().metrics(SIZE)
        high = round(metrics.height()) + look().px(6)
        found: list[tuple[QSize, str | Place]] = []
        for piece in self._pieces:
            if isinstance(piece, Place):
                wide = min(piece.sizeHint().width(), max(width, 1))
                found.append((QSize(wide, piece.heightForWidth(wide)), piece))
                continue
            for word in piece.split():
                wide = min(round(metrics.horizontalAdvance(word)) + 2, max(width - INDENT, 1))
                lines = text_height(word, wide, SIZE)
                found.append((QSize(wide, max(high, round(lines))), word))
        return found
