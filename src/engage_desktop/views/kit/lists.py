"""Lists of frozen rows: a model, a view for big cards, and a delegate that draws them.

A list is read aloud row by row through `speech`, moved through with the arrows and opened with Enter or a tap.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from engage_desktop.views.kit.face import ENTER
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING

RowT = TypeVar("RowT")
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
NOWHERE = QModelIndex()
SPARE = 24
"""Pixels a wrapping list keeps for itself, more than its scroll bar takes."""


class FrozenListModel(QAbstractListModel, Generic[RowT]):
    """A list over a tuple of frozen rows.

    `key` tells rows apart, `speech` says a row as one good sentence, `title` is its short name.
    """

    def __init__(
        self,
        *,
        key: Callable[[RowT], Hashable],
        speech: Callable[[RowT], str],
        title: Callable[[RowT], str] | None = None,
    ) -> None:
        super().__init__()
        self._rows: tuple[RowT, ...] = ()
        self._key, self._speech, self._title = key, speech, title or speech

    @property
    def rows(self) -> tuple[RowT, ...]:
        """Return the rows in their order."""
        return self._rows

    def show(self, rows: Sequence[RowT]) -> None:
        """Show these rows; where only their content changed, nothing jumps."""
        new = tuple(rows)
        if [self._key(row) for row in new] != [self._key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
            return
        old, self._rows = self._rows, new
        for place, (before, after) in enumerate(zip(old, new, strict=True)):
            if before != after:
                spot = self.index(place)
                self.dataChanged.emit(spot, spot)

    def row_at(self, index: Index) -> RowT | None:
        """Return the row of an index."""
        inside = index.isValid() and 0 <= index.row() < len(self._rows)
        return self._rows[index.row()] if inside else None

    def place_of(self, key: Hashable) -> int:
        """Return where the row with this key is, or -1."""
        return next((n for n, row in enumerate(self._rows) if self._key(row) == key), -1)

    def key_of(self, index: Index) -> Hashable:
        """Return the key of the row at an index, or None."""
        row = self.row_at(index)
        return None if row is None else self._key(row)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a row's name, its sentence, or the row itself."""
        row = self.row_at(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._speech(row)
        return row if role == ROW_ROLE else None


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card stands while it is drawn."""

    hot: bool = False
    chosen: bool = False
    focused: bool = False


class CardDelegate(QStyledItemDelegate, Generic[RowT]):
    """Draws one row as a card. Subclasses say how high a row is at a width, and what is on the card."""

    framed = True

    def __init__(self, view: CardListView) -> None:
        super().__init__(view)
        self._view = view

    def height(self, row: RowT, width: float) -> float:
        """Return how high the card's inside is at a width; subclasses say."""
        raise NotImplementedError

    def draw(self, sketch: Sketch, rect: QRectF, row: RowT, state: CardState) -> None:
        """Draw the card's inside in `rect`; subclasses say how."""
        raise NotImplementedError

    def pad(self) -> float:
        """Return the room between the card's edge and what is on it."""
        return look().px(16)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row's card."""
        row = index.data(ROW_ROLE)
        wide = self._view.card_width()
        inner = self.height(row, wide - 2 * (self.pad() + RING)) if row is not None else 0
        return QSize(wide, round(inner + 2 * (self.pad() + RING)) + self._view.gap())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the sheet, what is on it, and the focus ring."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        whole = QRectF(option.rect)
        whole.setHeight(whole.height() - self._view.gap())
        flags = option.state
        rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sketch = Sketch(painter, whole, rtl=rtl)
        state = CardState(
            hot=bool(flags & QStyle.StateFlag.State_MouseOver),
            chosen=bool(flags & QStyle.StateFlag.State_Selected),
            focused=bool(flags & QStyle.StateFlag.State_HasFocus) and self._view.shows_focus(),
        )
        self.draw_sheet(sketch, whole, state)
        inset = self.pad() + RING
        self.draw(sketch, whole.adjusted(inset, inset, -inset, -inset), row, state)
        if state.focused:
            sketch.ring(whole, RADIUS_CARD)
        painter.restore()

    def draw_sheet(self, sketch: Sketch, rect: QRectF, state: CardState) -> None:
        """Draw the paper under a card."""
        if self.framed:
            sketch.card(rect, line="primary" if state.hot else "line")
        elif state.hot or state.chosen:
            inner = rect.adjusted(RING, RING, -RING, -RING)
            sketch.panel(inner, "primarysoft" if state.chosen else "muted_soft", radius=12)


class CardListView(QListView):
    """A list of big cards. `opened` carries the row that was tapped, or on which Enter was pressed."""

    opened = Signal(object)

    def __init__(self, name: str, *, columns_from: float = 0, gap: float = 6) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._columns_from, self._gap = columns_from, gap
        self._kept: tuple[Hashable, int] = (None, 0)
        self._by_key = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setSpacing(0)
        self.verticalScrollBar().setSingleStep(48)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.clicked.connect(self._on_clicked)

    def gap(self) -> int:
        """Return the room between two cards."""
        return look().px(self._gap)

    def columns(self) -> int:
        """Return how many cards lie side by side."""
        wide = self.viewport().width()
        from_width = look().px(self._columns_from)
        return 2 if self._columns_from and wide >= from_width else 1

    def card_width(self) -> int:
        """Return how wide a card is."""
        wide = self.viewport().width()
        return max(1, wide if self.columns() == 1 else (wide - SPARE) // 2)

    def shows_focus(self) -> bool:
        """Say whether the ring is drawn: after keys, not after the mouse."""
        return self._by_key

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show rows and keep the current one and the place in the list where they still exist."""
        model = self.model()
        if not isinstance(model, FrozenListModel):
            return
        current, at = model.key_of(self.currentIndex()), self.verticalScrollBar().value()
        model.show(rows)
        place = model.place_of(current) if current is not None else -1
        if place >= 0 and self.currentIndex().row() != place:
            self.setCurrentIndex(model.index(place))
        self.verticalScrollBar().setValue(at)

    def restyle(self) -> None:
        """Measure all cards again."""
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure all cards again when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first card, unless one is pointed at, and show the ring when one came by key."""
        reasons = {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        self._by_key = event.reason() in reasons or self._by_key
        super().focusInEvent(event)
        model = self.model()
        # The first card would scroll into view, away from under the pointer.
        points = event.reason() == Qt.FocusReason.MouseFocusReason
        if (
            not points
            and isinstance(model, FrozenListModel)
            and model.rows
            and not self.currentIndex().isValid()
        ):
            self.setCurrentIndex(model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space; move with the arrows."""
        self._by_key = True
        if event.key() in {*ENTER, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: Any) -> None:
        """Hide the ring; the pointer shows where one is."""
        self._by_key = False
        super().mousePressEvent(event)

    def _measure(self) -> None:
        columns = self.columns()
        self.setFlow(QListView.Flow.LeftToRight if columns > 1 else QListView.Flow.TopToBottom)
        self.setWrapping(columns > 1)
        self.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if row is not None:
            self.opened.emit(row)
