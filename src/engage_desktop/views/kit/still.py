"""Keeping the page round a drawing from scrolling away under the finger that draws."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QScroller, QWidget

_FINGER = QScroller.ScrollerGestureType.TouchGesture


class Still:
    """Holds the scrolling body round a widget while a finger works on that widget."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._held: QWidget | None = None

    def hold(self) -> None:
        """Take finger scrolling away."""
        home: QWidget | None = self._widget.parentWidget()
        while home is not None and not isinstance(home, QScrollArea):
            home = home.parentWidget()
        if isinstance(home, QScrollArea) and QScroller.hasScroller(home.viewport()):
            QScroller.scroller(home.viewport()).stop()
            QScroller.ungrabGesture(home.viewport())
            self._held = home.viewport()

    def let_go(self) -> None:
        """Give finger scrolling back."""
        if self._held is not None:
            QScroller.grabGesture(self._held, _FINGER)
        self._held = None
