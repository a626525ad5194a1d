"""Rows, columns, flows and bodies whose gaps follow the text size and that give way instead of cutting off."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QWidget,
)

from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import GAP

Pad: TypeAlias = tuple[float, float, float, float]
Piece: TypeAlias = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | None
NO_PAD: Pad = (0, 0, 0, 0)


class Box(QBoxLayout):
    """A row or a column; its gap and padding are given at 100 %."""

    def __init__(self, direction: QBoxLayout.Direction, gap: float, pad: Pad) -> None:
        super().__init__(direction)
        self._gap, self._pad = gap, pad
        self.restyle()

    def restyle(self) -> None:
        """Scale gap and padding."""
        gap = look().gap
        self.setSpacing(gap(self._gap))
        left, top, right, bottom = (gap(p) for p in self._pad)
        if QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        self.setContentsMargins(left, top, right, bottom)

    def put(self, *pieces: Piece) -> Box:
        """Append widgets, layouts, `None` for a stretch, a number for a gap, `(thing, stretch)` for a share."""
        for piece in pieces:
            if piece is None:
                self.addStretch(1)
            elif isinstance(piece, int):
                self.addSpacing(look().gap(piece))
            elif isinstance(piece, tuple):
                self._put_one(*piece)
            else:
                self._put_one(piece, 0)
        return self

    def _put_one(self, thing: QWidget | QLayout, stretch: int) -> None:
        if isinstance(thing, QWidget):
            self.addWidget(thing, stretch)
        else:
            self.addLayout(thing, stretch)


def row(*pieces: Piece, gap: float = GAP, pad: Pad = NO_PAD) -> Box:
    """Return pieces side by side, in reading direction."""
    return Box(QBoxLayout.Direction.LeftToRight, gap, pad).put(*pieces)


def column(*pieces: Piece, gap: float = GAP, pad: Pad = NO_PAD) -> Box:
    """Return pieces below one another."""
    return Box(QBoxLayout.Direction.TopToBottom, gap, pad).put(*pieces)


def group(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """Return a bare widget round a layout, so that it can be shown and hidden as one."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    if layout.hasHeightForWidth():
        policy = widget.sizePolicy()
        policy.setHeightForWidth(True)
        widget.setSizePolicy(policy)
    return widget


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout() if item is not None else None
        if inner is not None:
            clear(inner)
            inner.deleteLater()


def let_go(layout: QLayout, widget: QWidget) -> None:
    """Take one piece out of a layout and let it go."""
    widget.hide()
    layout.removeWidget(widget)
    widget.deleteLater()


class Flow(QLayout):
    """Pieces side by side that go on in the next line when the width is used up; `end` lets them end there."""

    def __init__(self, gap: float = GAP, line_gap: float = GAP, *, end: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap, self._end = gap, line_gap, end
        self.setContentsMargins(0, 0, 0, 0)

    def restyle(self) -> None:
        """Measure again by the theme."""
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more piece."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many pieces there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the piece at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the piece at a place away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Say that a flow asks for no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all lines take."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._arrange(QRect(0, 0, inner, 0), move=False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Place the pieces."""
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """Return one line; a tall hint here would become the window's least height."""
        shown = self._shown()
        gap = look().gap(self._gap)
        width = sum(i.sizeHint().width() for i in shown) + gap * max(0, len(shown) - 1)
        return QSize(width, max((i.sizeHint().height() for i in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the widest piece."""
        shown = self._shown()
        return QSize(
            max((i.minimumSize().width() for i in shown), default=0),
            max((i.sizeHint().height() for i in shown), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        gap, line_gap = look().gap(self._gap), look().gap(self._line_gap)
        y = rect.y()
        lines = self._lines(rect.width(), gap)
        for line in lines:
            high = max(size.height() for _, size in line)
            if move:
                self._place(line, rect, y, high, gap)
            y += high + line_gap
        return y - rect.y() - (line_gap if lines else 0)

    def _lines(self, width: int, gap: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = width + 1
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 16_777_215))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if used + size.width() > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + gap
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int, high: int, gap: int) -> None:
        owner = self.parentWidget()
        rtl = owner is not None and owner.layoutDirection() is Qt.LayoutDirection.RightToLeft
        used = sum(size.width() + gap for _, size in line) - gap
        x = rect.x() + (max(0, rect.width() - used) if self._end else 0)
        for item, size in line:
            left = rect.x() + rect.right() - x - size.width() + 1 if rtl else x
            item.setGeometry(QRect(QPoint(left, y + (high - size.height()) // 2), size))
            x += size.width() + gap


def flow(*widgets: QWidget, gap: float = GAP, line_gap: float = GAP) -> QWidget:
    """Return pieces that wrap, as a widget."""
    layout = Flow(gap, line_gap)
    for widget in widgets:
        layout.addWidget(widget)
    return group(layout)


class Scroll(QScrollArea):
    """A body that scrolls up and down when it is higher than its room, by wheel, key and finger."""

    def __init__(self, body: QWidget, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        body.setObjectName(body.objectName() or "scrolled")
        body.setAutoFillBackground(False)
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def minimumSizeHint(self) -> QSize:
        """Return the body's least width and three lines of height."""
        body = self.widget()
        wide = body.minimumSizeHint().width() if body is not None else 0
        return QSize(wide + self.verticalScrollBar().sizeHint().width(), look().px(96))

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        body = self.widget()
        if now is not None and body is not None and now is not body and body.isAncestorOf(now):
            self.ensureWidgetVisible(now, 24, 24)


def scrolled(layout: QLayout, name: str) -> Scroll:
    """Return a layout in a scrolling body; `name` is what a screen reader calls it."""
    return Scroll(group(layout), name)


class Fitting(QWidget):
    """Decides what fits: before the first showing, so that nothing jumps, and again when its room or the look changes."""

    def fit_room(self) -> None:
        """Decide; subclasses say what."""
        raise NotImplementedError

    def restyle(self) -> None:
        """Decide again by the theme."""
        self.fit_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again by the room."""
        super().resizeEvent(event)
        self.fit_room()

    def event(self, event: QEvent) -> bool:
        """Decide before the first showing."""
        if event.type() is QEvent.Type.Polish:
            self.fit_room()
        return super().event(event)


class SplitBody(Fitting):
    """A main part with a side panel beside it, or below it when text is large or the window narrow."""

    def __init__(self, main: QWidget, side: QWidget, side_width: float = 440, gap: float = 16) -> None:
        super().__init__()
        self._main, self._side, self._side_width = main, side, side_width
        self._least = 0.52
        self._box = row((main, 1), side, gap=gap)
        self.setLayout(self._box)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._stacked = False
        self.fit_room()

    @property
    def stacked(self) -> bool:
        """Say whether the side panel lies below the main part."""
        return self._stacked

    def minimumSizeHint(self) -> QSize:
        """Return the wider of the two: stacking is always possible."""
        main, side = self._main.minimumSizeHint(), self._side.minimumSizeHint()
        if self._stacked:
            return QSize(max(main.width(), side.width()), main.height() + side.height() + self._box.spacing())
        return QSize(max(main.width(), side.width()), max(main.height(), side.height()))

    def fit_room(self) -> None:
        """Decide whether both fit side by side."""
        width = self.width()
        side = look().px(self._side_width)
        shown = not self._side.isHidden()
        stacked = shown and (look().large or side > width * (1 - self._least)) and width > 1
        self._side.setMinimumWidth(0 if stacked else side)
        self._side.setMaximumWidth(16_777_215 if stacked else side)
        if stacked != self._stacked:
            self._stacked = stacked
            direction = QBoxLayout.Direction
            self._box.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
            self.updateGeometry()
