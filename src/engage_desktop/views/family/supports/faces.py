"""How supports look on a drawing: own people are round, services have corners; words are measured at 100 %."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from engage_desktop.views.kit.canvas.shapes import NodeState
from engage_desktop.views.kit.paint import CENTER, Sketch, text_height, text_width
from engage_desktop.views.kit.theme import look

WIDE, CARD_HIGH, CARD_MOST = 132.0, 44.0, 148.0
CORNER, MIDDLE_BEND = 5.0, 28.0
SIDE = 10.0
NAME, CARD_NAME, MIDDLE_NAME = 13.0, 13.0, 17.0
ICON, BADGE = 24.0, 22.0
STRESS_ICON = "cloud-rain"
MIDDLE_WIDE, HEART_WIDE = 176.0, 168.0


def sign_height(name: str) -> float:
    """Return how high a support's sign is on the map."""
    words = text_height(name, look().px(WIDE - 2 * SIDE), NAME, 600, lines=3) / look().scale
    return 14 + ICON + 4 + words + 14


def card_width(name: str, *, stressful: bool) -> float:
    """Return how wide a support's card is among the circles."""
    words = text_width(name, CARD_NAME, 600) / look().scale
    return min(CARD_MOST, 12 + 20 + 6 + words + 14 + (BADGE if stressful else 0))


def middle_height(name: str, more: str, wide_at_100: float) -> float:
    """Return how high the middle is."""
    wide = look().px(wide_at_100 - 28)
    words = text_height(name, wide, MIDDLE_NAME, 700, lines=2)
    under = text_height(more, wide, NAME, 500, lines=3) if more else 0.0
    return max(88.0 if more else 52.0, (words + under) / look().scale + (40 if more else 26))


@dataclass(frozen=True, slots=True)
class SignFace:
    """A support on the map: its sign above its name."""

    name: str
    icon: str
    high: float
    line: str
    formal: bool
    strong: bool
    stressful: bool

    @property
    def bend(self) -> float:
        """How round the corners are, at 100 %."""
        return CORNER if self.formal else self.high / 2

    def draw(self, sketch: Sketch, state: NodeState) -> None:
        """Draw it round the middle."""
        px = look().px
        rect = QRectF(-px(WIDE) / 2, -px(self.high) / 2, px(WIDE), px(self.high))
        width = 2.6 if self.strong else 1.6
        sketch.panel(rect, "surface", "primary" if state.hot else self.line, width=width, radius=self.bend)
        icon = QRectF(-px(ICON) / 2, rect.top() + px(12), px(ICON), px(ICON))
        sketch.icon(self.icon, self.line, icon)
        if not state.far:
            words = QRectF(rect.left() + px(SIDE), icon.bottom() + px(4), px(WIDE - 2 * SIDE), rect.bottom())
            sketch.words(words, self.name, "text", NAME, 600, align=CENTER, lines=3)
        if self.stressful:
            spot = QRectF(px(ICON) / 2 + px(6), rect.top() + px(6), px(BADGE), px(BADGE))
            draw_stress(sketch, spot)


@dataclass(frozen=True, slots=True)
class CardFace:
    """A support among the circles: sign and name in one line."""

    name: str
    icon: str
    wide: float
    formal: bool
    stressful: bool

    def draw(self, sketch: Sketch, state: NodeState) -> None:
        """Draw it round the middle."""
        px = look().px
        rect = QRectF(-px(self.wide) / 2, -px(CARD_HIGH) / 2, px(self.wide), px(CARD_HIGH))
        line = "primary" if state.hot else "edge"
        bend = CORNER if self.formal else CARD_HIGH / 2
        sketch.panel(rect, "surface", line, width=1.6, radius=bend)
        icon = QRectF(rect.left() + px(12), -px(20) / 2, px(20), px(20))
        sketch.icon(self.icon, "muted", icon)
        end = rect.right() - px(12)
        if self.stressful:
            end -= px(BADGE)
            draw_stress(sketch, QRectF(end, -px(BADGE) / 2, px(BADGE), px(BADGE)))
        if not state.far:
            words = QRectF(icon.right() + px(6), rect.top(), end - icon.right() - px(6), rect.height())
            sketch.words(words, self.name, "text", CARD_NAME, 600, lines=2, middle=True)


@dataclass(frozen=True, slots=True)
class MiddleFace:
    """Whoever is in the middle."""

    name: str
    more: str
    wide: float
    high: float

    def draw(self, sketch: Sketch, state: NodeState) -> None:
        """Draw it round the middle."""
        px = look().px
        rect = QRectF(-px(self.wide) / 2, -px(self.high) / 2, px(self.wide), px(self.high))
        sketch.panel(rect, "primarysoft", "primary", width=2.4, radius=MIDDLE_BEND)
        if state.far:
            return
        wide = px(self.wide - 28)
        name = text_height(self.name, wide, MIDDLE_NAME, 700, lines=2)
        more = text_height(self.more, wide, NAME, 500, lines=3) if self.more else 0.0
        top = -(name + more) / 2
        left = -wide / 2
        sketch.words(
            QRectF(left, top, wide, name), self.name, "text", MIDDLE_NAME, 700, align=CENTER, lines=2
        )
        if self.more:
            under = QRectF(left, top + name, wide, more)
            sketch.words(under, self.more, "muted", NAME, 500, align=CENTER, lines=3)


def draw_stress(sketch: Sketch, spot: QRectF) -> None:
    """Draw the sign of stress."""
    inset = spot.width() * 0.16
    sketch.panel(spot, "badsoft", radius=spot.width() / 2 / look().scale)
    sketch.icon(STRESS_ICON, "bad", spot.adjusted(inset, inset, -inset, -inset))
