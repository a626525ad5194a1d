"""Each person's own numbers over time: a line each, told apart by shape, colour and name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.kit.paint import CENTER, END, Sketch, text_width
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import TEXT, TEXT_LEAST
from engage_domain.understanding import LEAST, MOST, Line

HIGH, TALLEST, LABEL, DATES = 150, 380, 24, 26
SHAPES = ("square", "circle", "diamond", "triangle", "drop", "bar")


class ScaleChart(QWidget):
    """The numbers drawn; the same numbers in words are its description, and in the table beside it."""

    def __init__(self, ground: Ground, folk: Folk) -> None:
        super().__init__()
        self._ground, self._folk = ground, folk
        self._lines: tuple[Line, ...] = ()
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_lines(self, name: str, lines: Sequence[Line], least: str, most: str) -> None:
        """Show these; `least` and `most` say what the ends of the scale mean."""
        self._lines, self._ends = tuple(lines), (least, most)
        self.setAccessibleName(name)
        self.restyle()
        self.setAccessibleDescription(". ".join(self._told(line) for line in self._lines))
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.setMaximumHeight(max(look().px(TALLEST), self.sizeHint().height()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for eleven steps, and for a name at the end of each line."""
        px = look().px
        high = max(look().tall(HIGH), px(LABEL) * (len(self._lines) + 2))
        return QSize(px(480), high + px(DATES) + px(12))

    def minimumSizeHint(self) -> QSize:
        """Return the same height in less width."""
        return QSize(look().px(220), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale, the lines, and who is who at their ends."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        if self._lines:
            field = self._field()
            self._draw_scale(sketch, field)
            self._draw_days(sketch, field)
            for line in self._lines:
                self._draw_line(sketch, field, line)
            self._draw_names(sketch, field)
        painter.end()

    def _told(self, line: Line) -> str:
        words = self._ground.words
        said = ", ".join(f"{words.day_near(p.day, self._ground.today())}: {p.value}" for p in line.points)
        return f"{self._folk.name(line.person_id)} ({self._shape_name(line)}): {said}"

    def _shape_name(self, line: Line) -> str:
        names = {
            "square": self.tr("square"),
            "circle": self.tr("circle"),
            "diamond": self.tr("diamond"),
            "triangle": self.tr("triangle"),
            "drop": self.tr("triangle on its tip"),
            "bar": self.tr("bar"),
        }
        return names[self.shape_of(line)]

    def shape_of(self, line: Line) -> str:
        """Return the shape of a person: by the family's order, so that it stays the same."""
        order = self._folk.sorted(known.person_id for known in self._lines)
        return SHAPES[order.index(line.person_id) % len(SHAPES)]

    def _days(self) -> tuple[date, ...]:
        return tuple(sorted({point.day for line in self._lines for point in line.points}))

    def _field(self) -> QRectF:
        px = look().px
        names = max(text_width(self._folk.name(line.person_id), TEXT, 600) for line in self._lines)
        left = (
            px(30)
            if self._is_narrow()
            else max(text_width(end, TEXT_LEAST, 500) for end in self._ends) + px(44)
        )
        right = min(names + px(56), self.width() * 0.4)
        top = px(20) if self._is_narrow() else px(12)
        return QRectF(left, top, self.width() - left - right, self.height() - top - px(DATES) - px(8))

    def _is_narrow(self) -> bool:
        ends = max(text_width(end, TEXT_LEAST, 500) for end in self._ends)
        return self.width() < look().px(480) or ends > self.width() * 0.3

    def _at(self, field: QRectF, day: date, value: int) -> QPointF:
        days = self._days()
        whole = (days[-1] - days[0]).days
        along = (day - days[0]).days / whole if whole else 0.5
        inset = look().px(14)
        x = field.left() + inset + along * (field.width() - 2 * inset)
        y = field.bottom() - (value - LEAST) / (MOST - LEAST) * field.height()
        return QPointF(x, y)

    def _placed(self, sketch: Sketch, point: QPointF) -> QPointF:
        return sketch.placed(QRectF(point.x(), point.y(), 0, 0)).topLeft()

    def _draw_scale(self, sketch: Sketch, field: QRectF) -> None:
        px = look().px
        for value in (LEAST, (LEAST + MOST) // 2, MOST):
            y = field.bottom() - value / MOST * field.height()
            sketch.rule(field.left(), field.right(), y, "line")
            number = QRectF(field.left() - px(30), y - px(10), px(22), px(20))
            sketch.words(number, str(value), "muted", TEXT_LEAST, 600, align=END, middle=True, digits=True)
        for value, words in ((LEAST, self._ends[0]), (MOST, self._ends[1])):
            y = field.bottom() - value / MOST * field.height()
            if self._is_narrow():
                room = QRectF(field.left(), y - px(19), field.width(), px(18))
                sketch.words(room, words, "muted", TEXT_LEAST, 500, middle=True)
            else:
                room = QRectF(0, y - px(10), field.left() - px(36), px(20))
                sketch.words(room, words, "muted", TEXT_LEAST, 500, align=END, middle=True)

    def _draw_days(self, sketch: Sketch, field: QRectF) -> None:
        px, today = look().px, self._ground.today()
        words = self._ground.words
        days = self._days()
        taken: list[tuple[float, float]] = []
        for day in (days[-1], days[0], *days[1:-1]):
            said = words.day_near(day, today) if day == today else words.day_short(day)
            wide = text_width(said, TEXT_LEAST, 600) + px(10)
            middle = self._at(field, day, LEAST).x()
            left = min(max(middle - wide / 2, 0), self.width() - wide)
            if any(left < end and left + wide > start for start, end in taken):
                continue
            taken.append((left, left + wide))
            room = QRectF(left, field.bottom() + px(8), wide, px(18))
            is_last = day == days[-1]
            sketch.words(
                room,
                said,
                "text" if is_last else "muted",
                TEXT_LEAST,
                700 if is_last else 500,
                align=CENTER,
                middle=True,
            )

    def _draw_line(self, sketch: Sketch, field: QRectF, line: Line) -> None:
        painter, tone = sketch.painter, look().color(tone_of(line.person_id))
        spots = [self._placed(sketch, self._at(field, p.day, p.value)) for p in line.points]
        painter.setPen(QPen(tone, look().px(2.2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(spots)
        shape = self.shape_of(line)
        for at, spot in enumerate(spots):
            is_last = at == len(spots) - 1
            side = look().px(14 if is_last else 9)
            painter.setPen(QPen(tone, look().px(2)))
            painter.setBrush(tone if is_last else look().color("surface"))
            painter.drawPath(_shape(shape, spot, side))

    def _draw_names(self, sketch: Sketch, field: QRectF) -> None:
        px = look().px
        high = px(LABEL)
        spots = sorted(
            ((self._at(field, line.last.day, line.last.value).y(), line) for line in self._lines),
            key=lambda pair: (pair[0], pair[1].person_id),
        )
        tops = spread([y - high / 2 for y, _ in spots], high, 0, field.bottom() + high / 2)
        for top, (_, line) in zip(tops, spots, strict=True):
            tone = tone_of(line.person_id)
            number = QRectF(field.right() + px(4), top, px(24), high)
            sketch.words(
                number, str(line.last.value), tone, TEXT + 1, 700, align=END, middle=True, digits=True
            )
            name = QRectF(field.right() + px(36), top, self.width() - field.right() - px(36), high)
            sketch.words(name, self._folk.name(line.person_id), tone, TEXT, 600, middle=True)


def spread(tops: Sequence[float], high: float, least: float, most: float) -> list[float]:
    """Return where labels of one height go so that none covers another, as near to where they belong as can be."""
    placed: list[float] = []
    for top in tops:
        placed.append(max(top, placed[-1] + high if placed else least))
    over = placed[-1] + high - most if placed else 0.0
    for at in reversed(range(len(placed))):
        limit = most - high if at == len(placed) - 1 else placed[at + 1] - high
        placed[at] = min(placed[at], limit) if over > 0 else placed[at]
    return placed


def _shape(name: str, at: QPointF, side: float) -> QPainterPath:
    path, half = QPainterPath(), side / 2
    corners = {
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
        "triangle": ((0, -1.2), (1.2, 1), (-1.2, 1)),
        "drop": ((0, 1.2), (1.2, -1), (-1.2, -1)),
        "bar": ((-1.4, -0.6), (1.4, -0.6), (1.4, 0.6), (-1.4, 0.6)),
    }
    if name == "circle":
        path.addEllipse(at, half, half)
        return path
    for number, (x, y) in enumerate(corners[name]):
        spot = at + QPointF(x * half, y * half)
        if number:
            path.lineTo(spot)
        else:
            path.moveTo(spot)
    path.closeSubpath()
    return path
