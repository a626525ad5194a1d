"""The same years as a list: every moment a line that can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QResizeEvent

from engage_desktop.views.family.child_timeline.words import MomentWords
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look
from engage_domain.child_timeline import Moment


class MomentDelegate(CardDelegate[Moment]):
    """Draws a moment: its sign, what it was, where and with whom, when."""

    def __init__(self, view: CardListView, words: MomentWords) -> None:
        super().__init__(view)
        self._words = words
        self.shown_id = ""

    def pad(self) -> float:
        """Return little room: the list is read quickly."""
        return look().px(9)

    def height(self, _row: Moment, width: float) -> float:
        """Return two lines, three when the days go below."""
        return look().px(44 if self._beside(width) else 64)

    def draw(self, sketch: Sketch, rect: QRectF, row: Moment, _state: CardState) -> None:
        """Draw a moment."""
        px, words = look().px, self._words
        if row.row_id == self.shown_id:
            sketch.panel(QRectF(rect.left() - px(7), rect.top(), px(4), rect.height()), "primary", radius=2)
        side = px(40)
        spot = QRectF(rect.left() + px(4), rect.top() + px(2), side, side)
        sketch.avatar(spot, words.icon(row), words.tone(row))
        left, line = spot.right() + px(12), px(21)
        beside = self._beside(rect.width())
        room = rect.width() - (left - rect.left()) - (px(210) if beside else 0)
        sketch.words(QRectF(left, rect.top(), room, line), words.title(row), size=15, weight=600, middle=True)
        below = QRectF(left, rect.top() + line, room, line)
        sketch.words(below, words.about(row) or words.lane(row.lane), "muted", 13, 500, middle=True)
        if beside:
            when = QRectF(rect.right() - px(204), rect.top(), px(204), px(44))
            sketch.words(when, words.span(row), "text", 13, 500, align="end", middle=True, lines=2)
        else:
            when = QRectF(left, rect.top() + 2 * line, room, line)
            sketch.words(when, words.span(row), "text", 13, 500, middle=True)

    @staticmethod
    def _beside(width: float) -> bool:
        return width > look().px(470)


class MomentList(CardListView):
    """All moments, one below the other."""

    def __init__(self, words: MomentWords, name: str) -> None:
        super().__init__(name, gap=0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.moments = FrozenListModel[Moment](
            key=lambda one: (one.entity, one.row_id), speech=words.sentence, title=words.title
        )
        self.delegate = MomentDelegate(self, words)
        self.setModel(self.moments)
        self.setItemDelegate(self.delegate)

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show the moments; the list is as high as they are, and the page scrolls."""
        super().show_rows(rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as all moments."""
        super().resizeEvent(event)
        self._fit()

    def restyle(self) -> None:
        """Measure again by the theme."""
        super().restyle()
        self._fit()

    def _fit(self) -> None:
        high = sum(self.sizeHintForRow(row) for row in range(self.moments.rowCount()))
        self.setFixedHeight(max(high, 1) + 4)

    def choose(self, row_id: str) -> None:
        """Mark the moment that is shown beside the list."""
        self.delegate.shown_id = row_id
        self.viewport().update()
