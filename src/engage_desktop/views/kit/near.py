"""Keeps the focus near when what had it goes away: an editor that closes, a button that has done its work."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from engage_desktop.views.kit.page import Page


class StayNear(QObject):
    """Watches one window. Left alone, Qt hands the focus to whatever comes next, often at the other end of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._way: list[QWidget] = []  # what had the focus, and all that lies round it inside its page
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        way = _inside_page(now)
        if way:
            self._way = way
        elif now is not None and self._way and now.window() is self._window.window():
            QTimer.singleShot(0, self, self._come_back)

    def _come_back(self) -> None:
        way, self._way = self._way, []
        if not way or _can_take(way[0]):
            return  # somebody walked on with Tab
        for around in way[1:]:
            if isValid(around) and around.isVisible():
                near = next((w for w in around.findChildren(QWidget) if _can_take(w)), None)
                if near is not None:
                    near.setFocus(Qt.FocusReason.OtherFocusReason)
                    return


def _inside_page(widget: QWidget | None) -> list[QWidget]:
    """Return a widget and everything round it up to its page; nothing when it lies in none."""
    way: list[QWidget] = []
    while widget is not None:
        way.append(widget)
        if isinstance(widget, Page):
            return way
        widget = widget.parentWidget()
    return []


def _can_take(widget: QWidget) -> bool:
    if not isValid(widget):
        return False
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
