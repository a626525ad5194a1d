"""The topics of the guide as a list: a sign, a title, a few words, under the name of their group."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.paint import Sketch, text_height
from engage_desktop.views.kit.theme import look

ICON, HEADING, LINES = 38, 34, 2


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic as it is listed; `heading` is the name of its group where one begins."""

    key: str
    icon: str
    title: str
    summary: str
    heading: str = ""
    here: bool = False

    @property
    def aloud(self) -> str:
        """The line as one sentence."""
        return ", ".join(part for part in (self.heading, self.title, self.summary) if part)


class TopicDelegate(CardDelegate[TopicLine]):
    """Draws a topic."""

    framed = False

    def pad(self) -> float:
        """Return the room between the edge of a line and what is on it."""
        return look().px(8)

    def height(self, row: TopicLine, width: float) -> float:
        """Return the height of a line, with the name of its group above where one begins."""
        px = look().px
        words = px(22) + text_height(row.summary, width - px(ICON + 12), 14, lines=LINES, leading=1.2)
        return max(px(ICON), words) + (px(HEADING) if row.heading else 0)

    def draw(self, sketch: Sketch, rect: QRectF, row: TopicLine, state: CardState) -> None:
        """Draw it."""
        px = look().px
        del state
        top = rect.top()
        if row.heading:
            sketch.words(
                QRectF(rect.left(), top, rect.width(), px(HEADING - 10)),
                row.heading,
                "muted",
                13,
                700,
                middle=True,
            )
            top += px(HEADING)
        side = px(ICON)
        if row.here:
            bar = QRectF(rect.left() - px(6), top, px(3), rect.bottom() - top)
            sketch.panel(bar, "primary", radius=1.5)
        sketch.avatar(QRectF(rect.left(), top, side, side), row.icon, "primary" if row.here else "sand")
        left = rect.left() + side + px(12)
        wide = rect.right() - left
        ink = "primary" if row.here else "text"
        sketch.words(QRectF(left, top, wide, px(22)), row.title, ink, 16, 600, middle=True)
        below = QRectF(left, top + px(22), wide, rect.bottom() - top - px(22))
        sketch.words(below, row.summary, "muted", 14, lines=LINES, leading=1.2)


def topic_list(name: str) -> CardListView:
    """Return an empty list of topics."""
    view = CardListView(name, gap=2)
    view.setModel(FrozenListModel[TopicLine](key=lambda line: line.key, speech=lambda line: line.aloud))
    view.setItemDelegate(TopicDelegate(view))
    return view
