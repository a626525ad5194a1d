"""The frame of the window: the rail at the side, one page at a time beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from engage_desktop.views.kit.layout import row
from engage_desktop.views.kit.near import StayNear
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.rail import Rail
from engage_desktop.views.kit.theme import look

NARROW = 900


class Shell(QWidget):
    """Rail and page. With large text or in a narrow window the rail becomes a menu button on the page."""

    def __init__(self, rail: Rail) -> None:
        super().__init__()
        self.rail = rail
        self._stack = QStackedWidget()
        self.setLayout(row(rail, (self._stack, 1), gap=0))
        rail.setVisible(not look().large)
        self._near = StayNear(self)

    def add(self, page: Page) -> None:
        """Take a page in, without showing it."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
            page.menu_wanted.connect(self._open_menu)

    def show_page(self, page: Page, key: str = "") -> None:
        """Show a page; `key` is the rail's entry it belongs to."""
        self.add(page)
        self._stack.setCurrentWidget(page)
        self.rail.set_here(key)
        self._settle()
        (page.first or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self, page: Page) -> None:
        """Let a page go for good."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def page(self) -> Page | None:
        """Return the page that shows."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def restyle(self) -> None:
        """Decide again between rail and menu."""
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide again between rail and menu."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        page = self.page()
        wanted = page is None or page.with_rail
        narrow = look().large or self.width() < NARROW
        self.rail.setVisible(wanted and not narrow)
        if page is not None:
            page.show_menu(wanted and narrow)

    def _open_menu(self) -> None:
        page = self.page()
        if page is not None:
            button = page.menu_button
            menu = self.rail.menu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(button.mapToGlobal(QPoint(0, button.height())))
