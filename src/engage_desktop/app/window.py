"""The window of an open vault: one page at a time, the way back, hiding, help, and where one was.

Pages are made when first visited. A page says where it is (`place`), what it holds unsaved (`settle`) and which keys
it knows (`keys`); the window does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engage_desktop.services.place import KeepPlace, Place, Spot
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import group, row
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.rail import Rail, SyncMark
from engage_desktop.views.kit.shell import Shell
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look

KEEP_EVERY_MS = 1000
LONGEST_WAY_BACK = 20
Maker = Callable[[str], Page]


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of page: how it is made, whether it is kept, and which entry of the rail it belongs to."""

    make: Maker
    rail: str
    kept: bool = False


class Window(QWidget):
    """The shell with its pages."""

    hide_wanted = Signal()
    lock_wanted = Signal()
    find_wanted = Signal()
    visit_entered = Signal(bool)

    def __init__(self, rail: Rail, routes: dict[str, Route], keep: KeepPlace, lanes: Lanes) -> None:
        super().__init__()
        self._routes, self._keep, self._lanes = routes, keep, lanes
        self._pages: dict[str, Page] = {}
        self._route = ""
        self._back: list[Spot] = []
        self._last_kept = Place()
        self.shell = Shell(rail)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.shell)
        rail.chosen.connect(self.go)
        rail.sync_wanted.connect(partial(self.go, "sync"))
        rail.settings_wanted.connect(partial(self.go, "settings"))
        rail.hide_wanted.connect(self.hide_wanted)
        rail.lock_wanted.connect(self.lock_wanted)
        self._rail = rail
        self._shortcuts()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep_place)
        self._timer.start(KEEP_EVERY_MS)

    def show_sync(self, mark: SyncMark, count: int, words: str) -> None:
        """Show on the rail how the work stands with the agency."""
        self._rail.set_sync(mark, count, words)

    def go(self, route: str) -> None:
        """Show a page, such as `today` or `note:<contact>`; the page before becomes the way back."""
        if route == self._route:
            return
        if self._route:
            self._leave()
            self._back = [*self._back[-LONGEST_WAY_BACK:], self._here()]
        self._enter(Spot(route))

    def back(self) -> None:
        """Go back one page; from the first page, to Today."""
        self._leave()
        spot = self._back.pop() if self._back else Spot()
        while self._back and spot.route == self._route:
            spot = self._back.pop()
        self._enter(spot)

    def replace(self, route: str) -> None:
        """Show another page in the place of this one: the visit becomes its debrief, the debrief its note."""
        self._leave()
        self._enter(Spot(route))

    def open_at(self, place: Place) -> None:
        """Open where the worker was; a page that is gone means Today."""
        self._back = [spot for spot in place.back if self._known(spot)]
        self._enter(place.here if self._known(place.here) else Spot())

    def settle(self) -> None:
        """Hand every unsaved word and the place to the write lane."""
        for page in self._pages.values():
            page.settle()
        self.keep_place()

    def keep_place(self) -> None:
        """Remember where the worker is, when it has changed."""
        if self.shell.page() is None:
            return
        place = Place(self._here(), tuple(self._back))
        if place != self._last_kept:
            self._last_kept = place
            self._lanes.write(self, partial(self._keep, place), _nothing)

    def page(self) -> Page | None:
        """Return the page that shows."""
        return self.shell.page()

    def _known(self, spot: Spot) -> bool:
        return spot.route.partition(":")[0] in self._routes

    def _here(self) -> Spot:
        page = self.shell.page()
        return Spot(self._route, page.place() if page is not None else {})

    def _enter(self, spot: Spot) -> None:
        route = spot.route
        kind, _, which = route.partition(":")
        described = self._routes[kind]
        is_new = route not in self._pages
        if is_new:
            self._pages[route] = described.make(which)
        page = self._pages[route]
        self._route = route
        self.window().setProperty("place", route)
        self.shell.show_page(page, described.rail)
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_new and spot.details:
            page.restore(spot.details)
        self.visit_entered.emit(kind == "visit")
        self._forget_others(route)

    def _leave(self) -> None:
        page = self.shell.page()
        if page is not None:
            page.settle()

    def _forget_others(self, here: str) -> None:
        for route in [r for r in self._pages if r != here and not self._routes[r.partition(":")[0]].kept]:
            self.shell.drop(self._pages.pop(route))

    def _shortcuts(self) -> None:
        for keys, slot in (
            ("F1", self.show_keys),
            ("Ctrl+K", self.find_wanted.emit),
            ("F9", self.hide_wanted.emit),
            ("Ctrl+L", self.lock_wanted.emit),
            ("Alt+1", partial(self.go, "today")),
            ("Alt+2", partial(self.go, "families")),
            ("Alt+3", partial(self.go, "toolkits")),
            ("Alt+4", partial(self.go, "sync")),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)

    def show_keys(self) -> None:
        """Show the keys that work here."""
        sheet = Sheet(self, self.tr("Keys"), self.tr("Everything here can be done without a mouse."))
        page = self.shell.page()
        own = page.keys() if page is not None else ()
        everywhere = (
            ("Ctrl+K", self.tr("find anything")),
            (self.tr("Alt+Left"), self.tr("back")),
            ("Alt+1 … Alt+4", self.tr("Today, Families, Toolkits, Sync")),
            ("F9", self.tr("hide everything")),
            ("Ctrl+L", self.tr("lock")),
            ("F1", self.tr("these keys")),
        )
        for keys, meaning in (*own, *everywhere):
            keys_text = Text(keys, weight=600, lines=0, inset=True)
            keys_text.setMinimumWidth(look().px(150))
            sheet.add(group(row(keys_text, (Text(meaning, lines=0), 1), gap=16)))
        sheet.add_answer(self.tr("Close"), "check", main=True)
        sheet.open()


def _nothing(_result: object) -> None:
    return
