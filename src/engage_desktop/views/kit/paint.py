"""Drawing by meaning: panels, words, icons, chips, avatars and tiles that know the theme and mirror for right-to-left.

Widgets and list delegates draw with the same `Sketch`, so a card in a list looks like a card on a page.
All rectangles are given as if the language ran left to right; the sketch mirrors them inside its bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_BUTTON, RADIUS_CARD, RING, TEXT
from engage_desktop.views.kit.wrap import Wrapped, wrapped

START, CENTER, END = "start", "center", "end"
MIRRORED = {
    "chevron-right": "chevron-left",
    "arrow-right": "arrow-left",
    "log-out": "log-in",
    "undo-2": "redo-2",
}
_TURNED = {**MIRRORED, **{value: key for key, value in MIRRORED.items()}}
_DASH = [2.2, 2.2]


class TileShape(StrEnum):
    """Four states of a month, told by shape: a tick, half a tile, a dashed ring, a slash."""

    SEEN = "seen"
    AWAY = "away"
    DUE = "due"
    MISSED = "missed"


def chip_width(label: str, icon: str = "", size: float = 13) -> float:
    """Return how wide a chip with these words is."""
    theme = look()
    words = theme.metrics(size, 600).horizontalAdvance(label)
    return float(round(words + theme.px(21) + (theme.px(size + 8) if icon else 0) + 2))


def chip_height(size: float = 13) -> float:
    """Return how high a chip is."""
    return float(look().px(size + 13))


def text_width(text: str, size: float = TEXT, weight: int = 400) -> float:
    """Return how wide one line of words is."""
    return look().metrics(size, weight).horizontalAdvance(text)


def text_height(
    text: str, width: float, size: float = TEXT, weight: int = 400, *, lines: int = 0, leading: float = 1.0
) -> float:
    """Return how high words are that wrap at a width."""
    return wrapped(text, look().font(size, weight), width, lines=lines, leading=leading).height


class Sketch:
    """A painter that speaks in tokens. Make one at the start of a paint event."""

    def __init__(self, painter: QPainter, bounds: QRectF, *, rtl: bool = False) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter = painter
        self.bounds = bounds
        self.rtl = rtl

    @classmethod
    def on(cls, widget: QWidget, painter: QPainter) -> Sketch:
        """Return a sketch over a whole widget, in its reading direction."""
        rtl = widget.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return cls(painter, QRectF(widget.rect()), rtl=rtl)

    def placed(self, rect: QRectF) -> QRectF:
        """Return where a rectangle lies in the reading direction."""
        if not self.rtl:
            return QRectF(rect)
        return QRectF(
            self.bounds.left() + self.bounds.right() - rect.right(), rect.top(), rect.width(), rect.height()
        )

    def panel(
        self,
        rect: QRectF,
        fill: str | QColor | None,
        line: str | QColor | None = None,
        *,
        width: float = 1.0,
        radius: float = RADIUS_BUTTON,
        dash: bool = False,
    ) -> None:
        """Draw a rounded sheet; `radius` is at 100 %, the border lies inside."""
        self.painter.setBrush(_colour(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        if line is None:
            self.painter.setPen(Qt.PenStyle.NoPen)
        else:
            pen = QPen(_colour(line), width)
            if dash:
                pen.setDashPattern(_DASH)
            self.painter.setPen(pen)
        half = width / 2 if line is not None else 0.0
        bend = look().px(radius)
        self.painter.drawRoundedRect(self.placed(rect).adjusted(half, half, -half, -half), bend, bend)

    def card(self, rect: QRectF, fill: str = "surface", line: str = "line", *, width: float = 1.0) -> None:
        """Draw a sheet of paper with a breath of shade below it, inside `rect`."""
        body = rect.adjusted(RING, RING, -RING, -RING)
        bend = look().px(RADIUS_CARD)
        shade = look().color("shade")
        shade.setAlpha(22 if look().dark else 6)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(shade)
        for reach in (3.0, 2.0, 1.0):
            self.painter.drawRoundedRect(
                self.placed(body).adjusted(-reach / 2, reach / 3, reach / 2, reach),
                bend + reach / 2,
                bend + reach / 2,
            )
        self.panel(body, fill, line, width=width, radius=RADIUS_CARD)

    def ring(self, rect: QRectF, radius: float = RADIUS_BUTTON, ink: str = "focus") -> None:
        """Draw the focus ring round something that fills `rect` less four pixels."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(look().color(ink), 2.2))
        bend = look().px(radius) + 3
        self.painter.drawRoundedRect(self.placed(rect).adjusted(1.2, 1.2, -1.2, -1.2), bend, bend)

    def icon(self, name: str, ink: str, rect: QRectF) -> None:
        """Draw an icon in the middle of a square; arrows turn with the reading direction."""
        theme = look()
        size = round(min(rect.width(), rect.height()))
        name = _TURNED.get(name, name) if self.rtl else name
        spot = self.placed(rect)
        corner = QPointF(round(spot.center().x() - size / 2), round(spot.center().y() - size / 2))
        dpr = max(1.0, self.painter.device().devicePixelRatioF())
        self.painter.drawPixmap(corner, theme.pixmap(name, ink, size / theme.scale, dpr))

    def words(
        self,
        rect: QRectF,
        text: str,
        ink: str = "text",
        size: float = TEXT,
        weight: int = 400,
        *,
        align: str = START,
        lines: int = 1,
        leading: float = 1.0,
        digits: bool = False,
        marks: Sequence[tuple[int, int]] = (),
        middle: bool = False,
    ) -> float:
        """Draw words that elide after `lines` lines (0: never) and return the height they took."""
        block = wrapped(
            text,
            look().font(size, weight, digits=digits),
            rect.width(),
            lines=lines,
            leading=leading,
            align=align,
            rtl=self.rtl,
            marks=marks,
        )
        spot = self.placed(rect)
        top = spot.top() + (max(0.0, spot.height() - block.height) / 2 if middle else 0.0)
        self.draw_block(block, QPointF(spot.left(), top), ink)
        return block.height

    def draw_block(self, block: Wrapped, corner: QPointF, ink: str) -> None:
        """Draw words that were measured before."""
        block.draw(self.painter, corner, _colour(ink))

    def chip(
        self, left: float, top: float, label: str, tone: str = "sand", icon: str = "", size: float = 13
    ) -> float:
        """Draw a chip with its left upper corner there and return its width."""
        theme = look()
        wide, high = chip_width(label, icon, size), chip_height(size)
        rect = QRectF(left, top, wide, high)
        self.panel(rect, f"{tone}soft", radius=(size + 13) / 2)
        at = left + theme.px(10)
        if icon:
            side = theme.px(size + 2)
            self.icon(icon, tone, QRectF(at, top + (high - side) / 2, side, side))
            at += side + theme.px(6)
        self.words(QRectF(at, top, rect.right() - at, high), label, tone, size, 600, middle=True)
        return wide

    def avatar(self, rect: QRectF, face: str, tone: str = "primary") -> None:
        """Draw a person or family: two initials, or the icon whose name is given."""
        bend = rect.width() * 0.32 / look().scale
        self.panel(rect, f"{tone}soft", radius=bend)
        if len(face) > 2 and face.islower():
            side = rect.width() * 0.5
            self.icon(
                face, tone, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            )
            return
        size = rect.width() * 0.36 / look().scale
        self.words(rect, face, tone, size, 700, align=CENTER, middle=True)

    def tile(self, rect: QRectF, shape: TileShape) -> None:
        """Draw the state of one child's month."""
        rect = rect.adjusted(1, 1, -1, -1)
        bend = rect.width() * 0.3 / look().scale
        if shape is TileShape.SEEN:
            self.panel(rect, "good", radius=bend)
            side = rect.width() * 0.56
            spot = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            self.icon("check", "ongood", spot)
        elif shape is TileShape.AWAY:
            self._half(rect)
        elif shape is TileShape.DUE:
            self.panel(rect, "warnsoft", "warn", width=1.8, radius=bend, dash=True)
        else:
            self.panel(rect, "sunk", "edge", width=1.6, radius=bend)
            self._slash(rect)

    def _half(self, rect: QRectF) -> None:
        spot = self.placed(rect)
        bend = rect.width() * 0.3
        whole, lower = QPainterPath(), QPainterPath()
        whole.addRoundedRect(spot, bend, bend)
        lower.addRect(QRectF(spot.left(), spot.center().y(), spot.width(), spot.height()))
        self.painter.fillPath(whole, look().color("goodsoft"))
        self.painter.fillPath(whole.intersected(lower), look().color("good"))
        self.painter.setPen(QPen(look().color("good"), 1.6))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(whole)

    def _slash(self, rect: QRectF) -> None:
        spot = self.placed(rect)
        inset = spot.width() * 0.27
        cap = Qt.PenCapStyle.RoundCap
        self.painter.setPen(QPen(look().color("muted"), 2.2, Qt.PenStyle.SolidLine, cap))
        self.painter.drawLine(
            spot.topRight() + QPointF(-inset, inset), spot.bottomLeft() + QPointF(inset, -inset)
        )

    def rule(self, left: float, right: float, y: float, ink: str = "line") -> None:
        """Draw a hairline across."""
        spot = self.placed(QRectF(left, y, right - left, 1))
        self.painter.fillRect(QRectF(spot.left(), round(y), spot.width(), 1), _colour(ink))


def _colour(ink: str | QColor) -> QColor:
    return ink if isinstance(ink, QColor) else look().color(ink)
