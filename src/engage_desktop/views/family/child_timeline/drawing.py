"""The years of a child, drawn: four lines over the same years, every moment a thing to press."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engage_desktop.views.family.child_timeline.words import MomentWords
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.paint import CENTER, Sketch, text_width
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tips import plain_tip
from engage_desktop.views.kit.tokens import RING, TARGET
from engage_domain.child_timeline import ChildYears, Lane, Moment, Tick, rows, ticks

LEAST_YEAR, LONGEST_LABEL, LEAST_BAR = 54, 230, 10
ROW, LANE_HEAD, AXIS, LANE_GAP = 52, 26, 46, 12
MOST_ZOOM = 4.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a moment lies on its line: its room, and in it the bar and the name, inside the bar or beside it."""

    left: float
    room: float
    bar_at: float
    bar: float
    name_at: float

    @property
    def is_inside(self) -> bool:
        """Whether the name stands on the bar."""
        return self.bar_at <= self.name_at < self.bar_at + self.bar


class MomentFace(Face):
    """One moment on its line: a bar as long as it lasted, and its name. `moved` asks for the next one by key."""

    moved = Signal(int)

    def __init__(self, moment: Moment, words: MomentWords, spot: Spot, *, goes_on: bool) -> None:
        super().__init__(words.title(moment))
        self.moment, self._spot, self._goes_on = moment, spot, goes_on
        self._icon, self._tone = words.icon(moment), words.tone(moment)
        self.setCheckable(True)
        self.setAccessibleName(words.sentence(moment))
        self.setToolTip(plain_tip(f"{words.title(moment)} · {words.span(moment)}"))

    def sizeHint(self) -> QSize:
        """Return the room it was given."""
        return self.size()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the bar, dashed when its days are rough, then sign and name."""
        px, tone, spot = look().px, self._tone, self._spot
        chosen = self.isChecked()
        bar = QRectF(rect.left() + spot.bar_at, rect.top(), spot.bar, rect.height())
        fill = look().mix(f"{tone}soft", tone, 0.16 if self.hot or chosen else 0.0)
        width = 2.4 if chosen else 1.4
        sketch.panel(bar, fill, tone, width=width, radius=10, dash=self.moment.roughly and not chosen)
        side = px(18)
        left = rect.left() + spot.name_at
        at = left
        if spot.is_inside or spot.bar < side + px(6):
            left += side + px(6)
        else:
            at = bar.center().x() - side / 2
        sketch.icon(self._icon, tone, QRectF(at, rect.center().y() - side / 2, side, side))
        tail = px(24) if self._goes_on and spot.is_inside else 0
        end = bar.right() - tail if spot.is_inside else left + text_width(self.text(), 14, 600) + 2
        words = QRectF(left, rect.top(), max(0.0, min(end, rect.right()) - left), rect.height())
        sketch.words(words, self.text(), "text", 14, 600, middle=True)
        if tail:
            arrow = QRectF(bar.right() - tail, rect.center().y() - side / 2, side, side)
            sketch.icon("chevron-right", tone, arrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the moment before or after with the arrows."""
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class Canvas(QWidget):
    """The lines themselves."""

    def __init__(self, words: MomentWords, scrolled: Callable[[], int]) -> None:
        super().__init__()
        self._words, self._scrolled = words, scrolled
        self._ticks: tuple[Tick, ...] = ()
        self._heads: list[tuple[float, Lane, float]] = []
        self._today = 0.0
        self._per_day = 0.0
        self._first = date.min

    def set_axis(self, years: tuple[Tick, ...], per_day: float, today: date) -> None:
        """Take the years and how wide a day is."""
        self._ticks, self._per_day, self._first = years, per_day, years[0].on
        self._today = self.at(today)

    def set_heads(self, heads: list[tuple[float, Lane, float]]) -> None:
        """Take where each line begins and how high it is."""
        self._heads = heads
        self.update()

    def at(self, day: date) -> float:
        """Return where a day lies."""
        return RING + (day - self._first).days * self._per_day

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw years, ages and the names of the lines."""
        painter = QPainter(self)
        sketch = Sketch.on(self, painter)
        px, whole = look().px, QRectF(self.rect())
        for top, _lane, high in self._heads:
            sketch.panel(QRectF(0, top, whole.width(), high), "surface", "line", radius=12)
        for tick, after in zip(self._ticks, self._ticks[1:], strict=False):
            at, wide = self.at(tick.on), self.at(after.on) - self.at(tick.on)
            line = QRectF(round(at), px(AXIS) - px(6), 1, whole.height())
            painter.fillRect(sketch.placed(line), look().color("line"))
            self._draw_tick(sketch, tick, at, wide)
        painter.fillRect(
            sketch.placed(QRectF(self._today - 1, px(AXIS) - px(8), 2, whole.height())),
            look().color("primary"),
        )
        for top, lane, _high in self._heads:
            left = self._scrolled() + px(12)
            name = QRectF(left, top + px(2), px(240), px(LANE_HEAD) - px(2))
            sketch.words(name, self._words.lane(lane), "muted", 13, 600, middle=True)
        painter.end()

    def _draw_tick(self, sketch: Sketch, tick: Tick, at: float, wide: float) -> None:
        px = look().px
        label = str(tick.on.year) if wide >= text_width("2000", 13, 500) else f"’{tick.on.year % 100:02}"
        sketch.words(QRectF(at, px(2), wide, px(20)), label, "muted", 13, 500, align=CENTER, middle=True)
        if tick.age is not None:
            age = QRectF(at, px(20), wide, px(20))
            sketch.words(age, str(tick.age), "text", 14, 700, align=CENTER, middle=True)


class YearsDrawing(QScrollArea):
    """The drawing, scrolling along the years when they are wider than the room. `opened` carries a moment."""

    opened = Signal(object)

    def __init__(self, words: MomentWords, name: str) -> None:
        super().__init__()
        self._words = words
        self.faces: list[MomentFace] = []
        self._years: ChildYears | None = None
        self._today = date.min
        self._zoom = 1.0
        self._chosen = ""
        self._canvas = Canvas(words, lambda: self.horizontalScrollBar().value())
        self._canvas.setAccessibleName(name)
        self.setAccessibleName(name)
        self.setWidget(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._canvas.setAutoFillBackground(False)
        self.horizontalScrollBar().valueChanged.connect(self._canvas.update)

    @property
    def zoom(self) -> float:
        """Return how much wider than its room the life is drawn."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Draw the years wider or narrower."""
        self._zoom = min(MOST_ZOOM, max(1.0, zoom))
        self._lay()

    def show_years(self, years: ChildYears, today: date) -> None:
        """Draw a life; whatever had the focus keeps it."""
        if (years, today) != (self._years, self._today):
            self._years, self._today = years, today
            self._lay()

    def choose(self, row_id: str) -> None:
        """Mark the moment that is shown beside the drawing."""
        self._chosen = row_id
        for face in self.faces:
            face.setChecked(face.moment.row_id == row_id)

    def restyle(self) -> None:
        """Measure again by the theme."""
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()

    def minimumSizeHint(self) -> QSize:
        """Return room for a few years, and for all lines: the page scrolls, not the drawing."""
        return QSize(look().px(180), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return the height all lines take."""
        return QSize(look().px(640), max(self.minimumHeight(), look().px(AXIS + LANE_HEAD + ROW)))

    def _lay(self) -> None:
        if self._years is None or self.viewport().width() < 10:
            return
        had = next((face.moment.row_id for face in self.faces if face.hasFocus()), "")
        for face in self.faces:
            face.hide()
            face.deleteLater()
        self.faces = []
        years = ticks(self._years.moments, self._years.birth_date, self._today)
        wide = max(self.viewport().width(), look().px(LEAST_YEAR) * (len(years) - 1)) * self._zoom
        days = max(1, (years[-1].on - years[0].on).days)
        self._canvas.set_axis(years, (wide - 2 * RING) / days, self._today)
        top, heads = float(look().px(AXIS)), []
        for lane in Lane:
            high = self._lay_lane(lane, top, wide)
            heads.append((top, lane, high))
            top += high + look().px(LANE_GAP)
        self._canvas.set_heads(heads)
        self._canvas.resize(round(wide), round(top))
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self.viewport().width() + 1 else 0
        self.setFixedHeight(round(top) + bar + 2)
        self.updateGeometry()
        for face in self.faces:
            face.show()
            if face.moment.row_id == had:
                face.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_lane(self, lane: Lane, top: float, wide: float) -> float:
        assert self._years is not None  # laid only when shown
        moments = [one for one in self._years.moments if one.lane is lane and one.ends(self._today)]
        spots = [self._spot(one, wide) for one in moments]
        placed = rows([(spot.left, spot.left + spot.room) for spot in spots])
        head, high = look().px(LANE_HEAD), max(look().px(ROW), look().tall(TARGET) + 2 * RING)
        for one, spot, line in zip(moments, spots, placed, strict=True):
            face = MomentFace(one, self._words, spot, goes_on=one.goes_on)
            face.setParent(self._canvas)
            rect = QRect(round(spot.left), round(top + head + line * high), round(spot.room), round(high))
            face.setGeometry(rect)
            face.setChecked(one.row_id == self._chosen)
            face.clicked.connect(partial(self._on_face, one))
            face.moved.connect(partial(self._on_moved, face))
            self.faces.append(face)
        return head + max(1, max(placed, default=0) + 1) * high + look().px(4)

    def _spot(self, one: Moment, wide: float) -> Spot:
        """Put the name on the bar where it fits, else after it, and before it at the end of the years."""
        begins, ends = one.begins(), one.ends(self._today)
        assert begins is not None  # moments without a day are not drawn
        assert ends is not None
        px = look().px
        begin = self._canvas.at(begins)
        bar = max(float(px(LEAST_BAR)), self._canvas.at(ends) - begin)
        sign = px(24)
        label = min(text_width(self._words.title(one), 14, 600) + sign + 2, float(px(LONGEST_LABEL)))
        name = label - sign if bar >= sign else label
        pad, gap = px(8), px(6)
        least = look().tall(TARGET)
        if label + 2 * pad + (px(24) if one.goes_on else 0) <= bar:
            return Spot(begin - RING, bar + 2 * RING, 0, bar, pad)
        beside = max(bar + gap + name, least)
        if begin + beside + 2 * RING <= wide:
            return Spot(begin - RING, beside + 2 * RING, 0, bar, bar + gap)
        before = max(0.0, min(gap + name, begin))
        return Spot(begin - before - RING, before + max(bar, least - before) + 2 * RING, before, bar, 0)

    def _on_face(self, moment: Moment, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.choose(moment.row_id)
        self.opened.emit(moment)

    def _on_moved(self, face: MomentFace, step: int) -> None:
        place = self.faces.index(face) + step
        if 0 <= place < len(self.faces):
            other = self.faces[place]
            other.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(other, 24, 24)
