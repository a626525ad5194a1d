"""Words in which differences show by shape before colour: a dashed box for theirs, a solid line under mine, a wedge for a gap."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look
from engage_domain.revisions import Part, Run, words

THEIRS, MINE = "plum", "primary"
PAD = 8
SHORT, LONG_TEXT = 19, 400  # a short text is set larger


@dataclass(frozen=True, slots=True)
class _Spot:
    """One word in its place."""

    rect: QRectF
    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class _Page:
    """All words in their places, the plates under those that differ, and the height."""

    width: int = -1
    spots: tuple[_Spot, ...] = ()
    plates: tuple[QRectF, ...] = ()
    height: float = 0.0


class WordsFlow(QWidget):
    """One version. `tone` is `THEIRS` or `MINE`; the text can be reached by key and is read aloud whole."""

    def __init__(self, name: str, runs: tuple[Run, ...], tone: str) -> None:
        super().__init__()
        self._runs, self._tone = runs, tone
        self._page = _Page()
        whole = "".join(run.text for run in runs)
        self._size = SHORT if len(whole) < LONG_TEXT else 16
        self.setAccessibleName(f"{name}: {whole}")
        only = "; ".join(run.text.strip() for run in runs if run.part is Part.ONLY)
        self.setAccessibleDescription(self.tr("Only here: {words}").format(words=only) if only else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the words in runs."""
        return self._runs

    def restyle(self) -> None:
        """Measure again by the theme."""
        self._page = _Page()
        self._learn_height()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Qt asks whether the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return int(self._lay(width).height + 0.999)

    def sizeHint(self) -> QSize:
        """Return a comfortable paragraph."""
        wide = look().px(360)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least: a narrow column of one line."""
        return QSize(look().px(120), round(self._line()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Learn the height as soon as the width is known."""
        super().resizeEvent(event)
        self._learn_height()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that one is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words that show."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        shown = QRectF(event.rect())
        page = self._lay(self.width())
        for plate in page.plates:
            if plate.bottom() >= shown.top() and plate.top() <= shown.bottom():
                self._plate(sketch, plate)
        for spot in page.spots:
            if spot.rect.bottom() >= shown.top() and spot.rect.top() <= shown.bottom():
                self._draw(sketch, spot)
        if self.hasFocus():
            sketch.ring(QRectF(self.rect()))
        painter.end()

    def _learn_height(self) -> None:
        if self.width() > 1 and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            high = self.heightForWidth(self.width())
            if high != self.minimumHeight():
                self.setMinimumHeight(high)

    def _line(self) -> float:
        return look().metrics(self._size, 500).lineSpacing() * 1.5

    def _lay(self, width: int) -> _Page:
        if self._page.width == width:
            return self._page
        spots: list[_Spot] = []
        plates: list[QRectF] = []
        at = QPointF(look().px(PAD), look().px(4))
        before = " "
        for run in self._runs:
            placed, at = self._place(run, at, width, before)
            before = run.text or " "
            spots.extend(placed)
            if run.part is Part.ONLY:
                plates.extend(self._plates(placed))
        self._page = _Page(width, tuple(spots), tuple(plates), at.y() + self._line() + look().px(4))
        return self._page

    def _place(self, run: Run, at: QPointF, width: int, before: str) -> tuple[list[_Spot], QPointF]:
        """Set the words of a run; a line breaks only where there is a space before."""
        metrics, pad, high = look().metrics(self._size, 500), float(look().px(PAD)), self._line()
        x, y = at.x(), at.y()
        breath = look().px(4) if run.part is Part.ONLY else 0
        x += breath if x > pad else 0
        spots: list[_Spot] = []
        for piece in words(run.text) or [""]:
            word = piece.rstrip()
            wide = metrics.horizontalAdvance(word) if word or run.text else float(look().px(12))
            if x + wide > width - pad and x > pad and before[-1:].isspace():
                x, y = pad, y + high
            before = piece or " "
            spots.append(_Spot(QRectF(x, y, wide, high), word, run.part))
            x += wide + metrics.horizontalAdvance(piece[len(word) :].replace("\n", "") if run.text else " ")
            for _ in range(piece.count("\n")):
                x, y = pad, y + high
        return spots, QPointF(x + (breath if x > pad else 0), y)

    @staticmethod
    def _plates(spots: list[_Spot]) -> list[QRectF]:
        """Return one plate a line under the words of one run."""
        lines: dict[float, QRectF] = {}
        for spot in spots:
            if spot.text:
                before = lines.get(spot.rect.top())
                lines[spot.rect.top()] = spot.rect if before is None else before.united(spot.rect)
        return list(lines.values())

    def _draw(self, sketch: Sketch, spot: _Spot) -> None:
        if spot.part is Part.GAP:
            self._wedge(sketch, spot.rect)
            return
        ink = self._tone if spot.part is Part.ONLY else "text"
        sketch.words(spot.rect.adjusted(0, 0, 4, 0), spot.text, ink, self._size, 500, middle=True)

    def _plate(self, sketch: Sketch, under: QRectF) -> None:
        reach = look().px(4)
        plate = under.adjusted(-reach, look().px(3), reach, -look().px(3))
        if self._tone == MINE:
            sketch.panel(plate, f"{MINE}soft", radius=2)
            line = QRectF(plate.left(), plate.bottom() - look().px(3), plate.width(), look().px(3))
            sketch.panel(line, MINE, radius=0)
        else:
            sketch.panel(plate, f"{THEIRS}soft", THEIRS, width=1.5, radius=3, dash=True)

    def _wedge(self, sketch: Sketch, rect: QRectF) -> None:
        side = look().px(10)
        foot = rect.center().y() + side * 0.8
        left = sketch.placed(QRectF(rect.left() + 1, foot - side, side, side))
        sketch.painter.setBrush(Qt.BrushStyle.NoBrush)
        sketch.painter.setPen(QPen(look().color(self._tone), 2))
        top = QPointF(left.center().x(), left.top())
        sketch.painter.drawPolyline([left.bottomLeft(), top, left.bottomRight()])


class Swatch(QWidget):
    """What a shape means, small, for the legend."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a small plate."""
        return QSize(look().px(28), look().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plate."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._tone == MINE:
            sketch.panel(rect, f"{MINE}soft", radius=2)
            high = look().px(3)
            sketch.panel(QRectF(rect.left(), rect.bottom() - high, rect.width(), high), MINE, radius=0)
        else:
            sketch.panel(rect, f"{THEIRS}soft", THEIRS, width=1.5, radius=3, dash=True)
        painter.end()
