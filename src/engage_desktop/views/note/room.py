"""A part of a page that scrolls by itself, until text is large: then it grows, and its page scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize
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
        policy = self.sizePolicy()
        policy.setHeightForWidth(look().large)
        self.setSizePolicy(policy)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Qt asks whether the height follows from the width."""
        return look().large

    def heightForWidth(self, width: int) -> int:
        """Return the height of all that is in it."""
        body = self.widget()
        if body is None or not look().large:
            return super().heightForWidth(width)
        return max(body.heightForWidth(width), body.minimumSizeHint().height()) + 2

    def minimumSizeHint(self) -> QSize:
        """Return all of the height at large text sizes, a few lines otherwise."""
        least = super().minimumSizeHint()
        body = self.widget()
        if body is not None and look().large:
            return QSize(least.width(), body.minimumSizeHint().height())
        return least
