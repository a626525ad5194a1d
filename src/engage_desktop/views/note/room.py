"""A part of a page that scrolls by itself, until text is large: then it grows, and its page scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.layout import Scroll
from engage_desktop.views.kit.theme import look


def follows_width(widget: QWidget) -> QWidget:
    """Let a widget's height follow from its width, whatever it will hold later."""
    policy = widget.sizePolicy()
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
    return widget


class Room(Scroll):
    """Scrolls what is in it at ordinary text sizes and takes all the height it needs at large ones."""

    def __init__(self, body: QWidget, name: str) -> None:
        super().__init__(body, name)
        self.restyle()

    def restyle(self) -> None:
        """Decide again."""
        bars = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if look().large else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(bars)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of all that is in it, at large text sizes."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when what is in it has changed."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        body = self.widget()
        if body is None or not look().large:
            self.setMinimumHeight(0)
            return
        wide = max(1, self.viewport().width())
        wanted = max(body.heightForWidth(wide), body.minimumSizeHint().height())
        if self.minimumHeight() != wanted + 2:
            self.setMinimumHeight(wanted + 2)


def where_in(cursor: QTextCursor) -> str:
    """Return where a cursor stands: a number, or `end`, which stays the end when later words come back."""
    return "end" if cursor.atEnd() else str(cursor.position())
