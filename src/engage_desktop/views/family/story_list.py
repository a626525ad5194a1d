"""Draws the story: a thread through the days, a sign for each entry, words that open in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from engage_desktop.views.family.story_model import KEY_ROLE, STARTS_DAY_ROLE, StoryModel
from engage_desktop.views.family.story_words import StoryWords
from engage_desktop.views.kit.lists import ROW_ROLE, CardDelegate, CardListView, CardState, Index
from engage_desktop.views.kit.paint import Sketch, chip_height, chip_width, text_height, text_width
from engage_desktop.views.kit.theme import Theme, look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING, TARGET
from engage_domain.story import StoryEntry, StoryKey, StoryKind

HEADING, LEFT, ICON = 38, 74, 38
LINES = 2
LINES_OF = {
    StoryKind.PROMISE: 0, StoryKind.PLACEMENT: 1, StoryKind.APPOINTMENT: 1, StoryKind.COURT: 0, StoryKind.SERVICE: 0,
    StoryKind.PLAN: 1, StoryKind.POSITION: 1, StoryKind.GOAL: 1, StoryKind.SCALE: 1, StoryKind.LIFE: 1,
    StoryKind.SEARCH: 1, StoryKind.PAPER: 1, StoryKind.STATEMENT: 1,
}  # fmt: skip
VERB_GAP = 8
CLOSES = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Left})
Verb = Callable[[StoryEntry], str]


class StoryList(CardListView):
    """The list itself. An entry opens in place; opened, it shows the way on: `entry_led` carries the entry."""

    entry_led = Signal(object)

    def __init__(self, name: str, words: StoryWords, verb: Verb) -> None:
        super().__init__(name, gap=6)
        self.setAccessibleDescription(
            self.tr("Enter opens an entry, Enter again leads to where it comes from, Escape closes it")
        )
        self.expanded = ""
        self._pressed: QPointF | None = None
        self._delegate = StoryDelegate(self, words, verb)
        self.setItemDelegate(self._delegate)
        self.opened.connect(self._on_row)

    def card_width(self) -> int:
        """Return how wide an entry is; they never lie side by side."""
        return max(1, self.viewport().width())

    def toggle(self, place: str) -> None:
        """Open an entry in place, or close it."""
        self.expanded = "" if self.expanded == place else place
        self.restyle()
        self.executeDelayedItemsLayout()
        if self.expanded:
            self.scrollTo(self.currentIndex(), self.ScrollHint.EnsureVisible)

    def top(self) -> tuple[str, int]:
        """Return which entry stands at the top, and how much of it is scrolled away; nothing where the list begins."""
        index = self.indexAt(self.viewport().rect().topLeft())
        key = index.data(KEY_ROLE)
        if not isinstance(key, StoryKey) or not self.verticalScrollBar().value():
            return "", 0
        return key.place, -self.visualRect(index).top()

    def show_top(self, place: str, away: int = 0) -> None:
        """Let an entry stand at the top, if it is there."""
        model = self.model()
        at = model.place_of(place) if place and isinstance(model, StoryModel) else -1
        if at >= 0:
            self.scrollTo(model.index(at, 0), self.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + away)

    def mousePressEvent(self, event: Any) -> None:
        """Remember where in an entry it was tapped."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close an open entry with Escape, Space or Left; the rest is the list's."""
        self._pressed = None
        key = self.currentIndex().data(KEY_ROLE)
        is_open = isinstance(key, StoryKey) and key.place == self.expanded
        if is_open and event.key() in CLOSES:
            self.toggle(self.expanded)
            return
        super().keyPressEvent(event)

    def _on_row(self, entry: object) -> None:
        pressed, self._pressed = self._pressed, None
        if not isinstance(entry, StoryEntry):
            return
        verb = self._delegate.verb_room(self.currentIndex())
        by_key = pressed is None
        if verb is not None and (by_key or verb.contains(pressed or QPointF())):
            self.entry_led.emit(entry)
        else:
            self.toggle(entry.place)


class StoryDelegate(CardDelegate[StoryEntry]):
    """The height of a closed entry follows from its kind alone, so that thousands are laid out without being read."""

    def __init__(self, view: StoryList, words: StoryWords, verb: Verb) -> None:
        super().__init__(view)
        self._list, self._told, self._verb = view, words, verb
        self._sizes: dict[tuple[StoryKind, bool, int], QSize] = {}
        self._sizes_of: Theme | None = None

    def verb_room(self, index: Index) -> QRectF | None:
        """Return where the way on of an open entry is drawn; None when it is closed or leads nowhere."""
        entry = index.data(ROW_ROLE)
        if not isinstance(entry, StoryEntry) or entry.place != self._list.expanded or not self._verb(entry):
            return None
        px, whole = look().px, QRectF(self._list.visualRect(index))
        left = px(LEFT) + self.pad() + RING + px(ICON + 12)
        wide = min(self._verb_wide(entry), whole.width() - left - self.pad() - RING)
        bottom = whole.bottom() - self._list.gap() - self.pad() - RING
        room = QRectF(whole.left() + left, bottom - self._verb_high(), wide, self._verb_high())
        if self._list.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            room.moveRight(whole.right() - left)
        return room

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of an entry, with its day above when one begins."""
        model, place = self._list.model(), index.row()
        wide = self._list.card_width()
        key = model.key_at(place) if isinstance(model, StoryModel) else None
        if key is None or not isinstance(model, StoryModel):
            return QSize(wide, 0)
        starts = model.starts_day(place)
        if not self._list.expanded or key.place != self._list.expanded:
            return self._closed_size(key.kind, wide, starts=starts)
        inner = self._open(index, wide) + (look().px(HEADING) if starts else 0)
        return QSize(wide, round(inner + 2 * (self.pad() + RING)) + self._list.gap())

    def _closed_size(self, kind: StoryKind, wide: int, *, starts: bool) -> QSize:
        """Return the size of a closed entry; it is asked for thousands of times, and there are few of them."""
        theme = look()
        if self._sizes_of is not theme:
            self._sizes_of = theme
            self._sizes.clear()
        size = self._sizes.get((kind, starts, wide))
        if size is None:
            inner = self._closed(kind) + (theme.px(HEADING) if starts else 0)
            size = QSize(wide, round(inner + 2 * (self.pad() + RING)) + self._list.gap())
            self._sizes[kind, starts, wide] = size
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the day, the thread and the entry."""
        painter.save()
        whole = QRectF(option.rect)
        rtl = self._list.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sketch = Sketch(painter, whole, rtl=rtl)
        key, entry = index.data(KEY_ROLE), index.data(ROW_ROLE)
        top = whole.top()
        if index.data(STARTS_DAY_ROLE) and isinstance(key, StoryKey):
            room = QRectF(whole.left() + RING, top, whole.width(), look().px(HEADING - 6))
            sketch.words(room, self._told.day(key), "text", 15, 700, middle=True)
            top += look().px(HEADING)
        body = QRectF(whole.left(), top, whole.width(), whole.bottom() - top - self._list.gap())
        self._thread(sketch, whole, body)
        if isinstance(entry, StoryEntry):
            self._entry(sketch, body, index, option)
        else:
            self._waiting(sketch, body, index)
        painter.restore()

    def _entry(self, sketch: Sketch, body: QRectF, index: Index, option: QStyleOptionViewItem) -> None:
        px, entry = look().px, index.data(ROW_ROLE)
        flags = option.state
        state = CardState(
            hot=bool(flags & QStyle.StateFlag.State_MouseOver),
            focused=bool(flags & QStyle.StateFlag.State_HasFocus) and self._list.shows_focus(),
        )
        side = px(ICON)
        middle = body.top() + RING + self.pad() + side / 2
        sketch.words(
            QRectF(body.left() + RING, middle - side / 2, px(48), side), self._told.time(entry), "muted", 13, 500,
            digits=True, middle=True,
        )  # fmt: skip
        card = self._card(body)
        sketch.card(card, line="primary" if state.hot else "line")
        inset = self.pad() + RING
        spot = QRectF(card.left() + inset, card.top() + inset, side, side)
        sketch.avatar(spot, self._told.icon(entry), self._told.tone(entry))
        room = QRectF(
            spot.right() + px(12),
            card.top() + inset,
            card.right() - inset - spot.right() - px(12),
            card.height() - 2 * inset,
        )
        verb = self.verb_room(index)
        if verb is not None:
            room.setHeight(room.height() - self._verb_high() - px(VERB_GAP))
        self._words(sketch, room, entry)
        if verb is not None:
            self._draw_verb(sketch, verb, entry)
        if state.focused:
            sketch.ring(card, RADIUS_CARD)

    def _words(self, sketch: Sketch, room: QRectF, entry: StoryEntry) -> None:
        px = look().px
        told = self._told
        is_open = entry.place == self._list.expanded
        right = self._chips(sketch, room, entry)
        title = QRectF(room.left(), room.top(), right - room.left(), px(22))
        sketch.words(title, told.title(entry), size=15, weight=600, middle=True)
        about = QRectF(room.left(), room.top() + px(22), room.width(), px(18))
        why = told.why(entry)
        meta = " · ".join(part for part in (why, told.about(entry)) if part)
        sketch.words(about, meta, "clay" if why else "muted", 13, 500, middle=True)
        down = px(44 if meta else 25)
        below = QRectF(room.left(), room.top() + down, room.width(), room.height() - down)
        # Without a line about it there is room for one more of its words.
        lines = 0 if is_open else max(1, LINES_OF.get(entry.kind, LINES) + (not meta))
        words = told.words(entry) if is_open else " ".join(told.words(entry).split())
        sketch.words(below, words, "text", 14, 400, lines=lines, leading=1.15)

    def _draw_verb(self, sketch: Sketch, room: QRectF, entry: StoryEntry) -> None:
        px = look().px
        # `Sketch` mirrors for right-to-left by itself; the room is where the hand will be.
        spot = sketch.placed(room)
        sketch.panel(spot, "primarysoft", radius=10)
        side = px(18)
        sketch.words(
            QRectF(spot.left() + px(14), spot.top(), spot.width() - px(44), spot.height()), self._verb(entry),
            "primary", 14, 600, middle=True,
        )  # fmt: skip
        arrow = QRectF(spot.right() - px(12) - side, spot.center().y() - side / 2, side, side)
        sketch.icon("arrow-right", "primary", arrow)

    def _verb_wide(self, entry: StoryEntry) -> float:
        return text_width(self._verb(entry), 14, 600) + look().px(14 + 10 + 18 + 14)

    @staticmethod
    def _verb_high() -> int:
        return max(TARGET, look().px(TARGET))

    def _chips(self, sketch: Sketch, room: QRectF, entry: StoryEntry) -> float:
        px = look().px
        at = room.right()
        for label, tone, icon in self._told.chips(entry):
            wide = chip_width(label, icon)
            if at - wide < room.left() + room.width() * 0.45:
                break
            at -= wide
            sketch.chip(at, room.top() + (px(22) - chip_height()) / 2, label, tone, icon)
            at -= px(6)
        return at - px(4)

    def _waiting(self, sketch: Sketch, body: QRectF, index: Index) -> None:
        sketch.card(self._card(body))
        model = self._list.model()
        gone = isinstance(model, StoryModel) and model.is_read(index.row())
        if gone:
            room = self._card(body).adjusted(look().px(20), 0, 0, 0)
            sketch.words(room, self.tr("No longer on this laptop"), "muted", 14, middle=True)

    def _thread(self, sketch: Sketch, whole: QRectF, body: QRectF) -> None:
        px = look().px
        x = body.left() + px(LEFT - 14)
        line = QRectF(x, body.top(), px(2), whole.bottom() - body.top())
        sketch.panel(line, "line", radius=1)
        side = px(10)
        dot = QRectF(
            x + px(1) - side / 2, body.top() + RING + self.pad() + px(ICON) / 2 - side / 2, side, side
        )
        sketch.panel(dot, "bg", "edge", width=1.6, radius=5)

    def _card(self, body: QRectF) -> QRectF:
        left = look().px(LEFT)
        return QRectF(body.left() + left, body.top(), body.width() - left, body.height())

    @staticmethod
    def _closed(kind: StoryKind) -> float:
        lines = LINES_OF.get(kind, LINES)
        return look().px(44) + look().metrics(14).lineSpacing() * 1.15 * lines

    def _open(self, index: Index, wide: float) -> float:
        entry = index.data(ROW_ROLE)
        closed = self._closed(index.data(KEY_ROLE).kind)
        if not isinstance(entry, StoryEntry):
            return closed
        px = look().px
        room = wide - px(LEFT) - 2 * (self.pad() + RING) - px(ICON + 12)
        high = text_height(self._told.words(entry), room, 14, lines=0, leading=1.15)
        verb = self._verb_high() + px(VERB_GAP) if self._verb(entry) else 0
        return max(closed, px(44) + high) + verb

    def pad(self) -> float:
        """Return the room between the card's edge and what is on it."""
        return look().px(10)
