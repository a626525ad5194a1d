"""First run: three real doors. How far each stands open and what it costs answer “what do I risk”."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.layout import Scroll, column, group, row
from engage_desktop.views.kit.marks import Icon
from engage_desktop.views.kit.paint import Sketch, text_height
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.unlock.foot import LookFoot

TRY, JOIN, ALONE = "try", "join", "alone"
PICTURE, PICTURE_LARGE = 248, 110


@dataclass(frozen=True, slots=True)
class Way:
    """One way into the program."""

    key: str
    title: str
    words: str
    cost: str
    tone: str
    ajar: float


class Door(Face):
    """A door to walk through: an arch, light, one promise. The whole card is the button."""

    radius = 24

    def __init__(self, way: Way) -> None:
        super().__init__(way.title, f"{way.words} {way.cost}")
        self.way = way
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that narrow doors are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all words need."""
        px, inner = look().px, width - look().px(56) - 8
        words = text_height(self.way.words, inner, 16, leading=1.15)
        title = text_height(self.way.title, inner, 21, 700)
        return round(self._picture() + px(22) + title + px(8) + words + px(22) + px(60)) + 8

    def sizeHint(self) -> QSize:
        """Return a comfortable door."""
        wide = look().px(300)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest door."""
        return QSize(look().px(240), 200)

    def _picture(self) -> int:
        return look().px(PICTURE_LARGE / look().scale if look().large else PICTURE)

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the door and its words."""
        sketch.panel(
            rect, "surface", self.way.tone if self.hot else "line", width=2 if self.hot else 1, radius=24
        )
        top = QRectF(rect.left(), rect.top(), rect.width(), self._picture())
        sketch.painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(rect.adjusted(1, 1, -1, -1), look().px(23), look().px(23))
        sketch.painter.setClipPath(clip)
        self._draw_arch(sketch, top)
        sketch.painter.restore()
        self._draw_words(sketch, rect, top.bottom())

    def _draw_words(self, sketch: Sketch, rect: QRectF, top: float) -> None:
        px = look().px
        left, wide = rect.left() + px(28), rect.width() - px(56)
        title = sketch.words(QRectF(left, top + px(22), wide, px(90)), self.text(), "text", 21, 700, lines=0)
        at = top + px(22) + title + px(8)
        sketch.words(
            QRectF(left, at, wide, rect.bottom() - at), self.way.words, "muted", 16, lines=0, leading=1.15
        )
        rule = rect.bottom() - px(58)
        sketch.panel(QRectF(left, round(rule), wide, 1), "line", radius=0)
        sketch.words(
            QRectF(left, rule, wide - px(30), px(58)), self.way.cost, self.way.tone, 14, 600, middle=True
        )
        sketch.icon("arrow-right", self.way.tone, QRectF(left + wide - px(22), rule + px(18), px(22), px(22)))

    def _draw_arch(self, sketch: Sketch, top: QRectF) -> None:
        painter, tone, theme = sketch.painter, self.way.tone, look()
        unit = top.height() / PICTURE
        floor = top.bottom() - 26 * unit
        frame = QRectF(top.center().x() - 50 * unit, floor - 172 * unit, 100 * unit, 172 * unit)
        painter.fillRect(
            top,
            _fade(
                top.top(), top.bottom(), theme.mix(tone + "soft", "surface", 0.35), theme.color(tone + "soft")
            ),
        )
        ground = QRectF(top.left(), floor, top.width(), top.bottom() - floor)
        painter.fillRect(ground, theme.mix(tone + "soft", tone, 0.13))
        painter.fillPath(
            _arch(frame.adjusted(-8 * unit, -8 * unit, 8 * unit, 0)), theme.mix(tone, "surface", 0.55)
        )
        inside = _fade(
            frame.top(), floor, theme.mix("wick", "surface", 0.1), theme.mix("wick", "surface", 0.55)
        )
        painter.fillPath(_arch(frame), inside)
        edge = frame.left() + frame.width() * (1 - self.way.ajar)
        glow = theme.mix("wick", "surface", 0.3)
        glow.setAlpha(200)
        reach = (
            (edge, floor),
            (frame.right(), floor),
            (frame.right() + 34 * unit, top.bottom()),
            (edge + 10 * unit, top.bottom()),
        )
        painter.fillPath(_shape(*reach), glow)
        painter.setClipPath(_arch(frame), Qt.ClipOperation.IntersectClip)
        leaf = (
            (frame.left(), frame.top()),
            (edge, frame.top() + 8 * unit * self.way.ajar),
            (edge, floor),
            (frame.left(), floor),
        )
        painter.fillPath(_shape(*leaf), theme.color(tone))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("wick"))
        painter.drawEllipse(QPointF(edge - 12 * unit, floor - 72 * unit), 4 * unit, 4 * unit)


def _fade(top: float, bottom: float, above: QColor, below: QColor) -> QLinearGradient:
    shade = QLinearGradient(0, top, 0, bottom)
    shade.setColorAt(0, above)
    shade.setColorAt(1, below)
    return shade


def _shape(first: tuple[float, float], *others: tuple[float, float]) -> QPainterPath:
    path = QPainterPath(QPointF(*first))
    for x, y in others:
        path.lineTo(x, y)
    path.closeSubpath()
    return path


def _arch(frame: QRectF) -> QPainterPath:
    left, top, wide, high = frame.left(), frame.top(), frame.width(), frame.height()
    path = QPainterPath(QPointF(left, top + high))
    path.lineTo(left, top + wide / 2)
    path.arcTo(QRectF(left, top, wide, wide), 180, -180)
    path.lineTo(left + wide, top + high)
    path.closeSubpath()
    return path


class FirstRunPage(QWidget):
    """Asks which door. `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, foot: LookFoot) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._doors = [Door(way) for way in self._ways()]
        for door in self._doors:
            door.clicked.connect(self._on_door)
        self._line = row(*((door, 1) for door in self._doors), gap=14)
        body = column(
            None,
            row(Icon("heart-handshake", "primary", 40), None, pad=(4, 0, 0, 0)),
            8,
            Text(self.tr("Welcome. Which door is yours today?"), size=34, weight=700, lines=0, inset=True),
            Text(
                self.tr("You can walk back out and take another. Nothing you write is ever lost."),
                size=17,
                ink="muted",
                lines=0,
                inset=True,
            ),
            14,
            group(self._line),
            None,
            foot,
            gap=6,
            pad=(56, 28, 56, 12),
        )
        self.setLayout(column(Scroll(group(body), self.tr("First run")), gap=0))
        self.setFocusProxy(self._doors[0])
        self.restyle()

    def restyle(self) -> None:
        """Set the doors one below another when words are large."""
        direction = QBoxLayout.Direction.TopToBottom if look().large else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)

    def _ways(self) -> tuple[Way, ...]:
        return (
            Way(
                TRY,
                self.tr("Try it with a sample caseload"),
                self.tr(
                    "Invented families and a full day of visits. Nothing here is real; nothing can go wrong."
                ),
                self.tr("Ready in a minute"),
                "clay",
                0.62,
            ),
            Way(
                JOIN,
                self.tr("Join my agency"),
                self.tr(
                    "Have the code from your agency at hand. This is the only step that needs a connection."
                ),
                self.tr("Five minutes, once"),
                "primary",
                0.45,
            ),
            Way(
                ALONE,
                self.tr("Work alone for now"),
                self.tr(
                    "Everything stays on this laptop. Join an agency later, and every word you wrote comes with you."
                ),
                self.tr("Ready in a minute"),
                "plum",
                0.25,
            ),
        )

    def _on_door(self) -> None:
        door = self.sender()
        if isinstance(door, Door):
            self.chosen.emit(door.way.key)
