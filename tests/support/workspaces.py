"""The family workspace and the sync centre over a real vault, and a hand to wait for the lanes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from tests.support import families

from engage_desktop.app.family_bundles import family_services
from engage_desktop.services import conflicts, sync_centre
from engage_desktop.services.desk import Desk
from engage_desktop.store.lane import WriteLane
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.words import wordbook
from engage_desktop.views.sync_centre.ground import SyncServices
from engage_desktop.views.sync_centre.view import SyncCentreView

LAPTOP = (1250, 728)  # 1366x768 less the rail and a title bar
WIDE = (1820, 1040)


def sync_services(desk: Desk, try_now: Callable[[], object]) -> SyncServices:
    """Return everything the sync centre can do."""
    return SyncServices(
        work=sync_centre.MyWork(desk),
        all_work=sync_centre.AllMyWork(desk),
        conflicts=conflicts.AllConflicts(desk),
        conflict=conflicts.ConflictOf(desk),
        decide=conflicts.Decide(desk),
        undo=conflicts.UndoDecision(desk),
        keep_combining=conflicts.KeepCombining(desk),
        understood=conflicts.Understood(desk),
        agree=sync_centre.Agree(desk),
        try_now=try_now,
    )


@dataclass
class Room:
    """Pages over one vault."""

    desk: Desk
    lanes: Lanes
    bus: Bus
    qtbot: QtBot
    pages: list[QWidget] = field(default_factory=list)
    tries: list[str] = field(default_factory=list)

    def family(self, family_id: str = families.ALVAREZ, size: tuple[int, int] = LAPTOP) -> FamilyView:
        """Return a family's workspace, shown and loaded."""
        page = FamilyView(
            family_id,
            family_services(self.desk),
            self.lanes,
            self.bus,
            wordbook("en"),
            self.desk.clock,
            self.desk.zone,
        )
        self.shown(page, size)
        return page

    def sync(self, size: tuple[int, int] = LAPTOP) -> SyncCentreView:
        """Return the sync centre, shown and loaded."""
        services = sync_services(self.desk, lambda: self.tries.append("now"))
        page = SyncCentreView(services, self.lanes, self.bus, wordbook("en"), self.desk.clock, self.desk.zone)
        self.shown(page, size)
        return page

    def shown(self, page: QWidget, size: tuple[int, int] = LAPTOP) -> None:
        """Show a page at a size and wait until it is loaded."""
        self.qtbot.addWidget(page)
        self.pages.append(page)
        page.resize(*size)
        page.show()
        page.activateWindow()
        self.qtbot.waitUntil(page.isActiveWindow, timeout=5_000)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is on its way and everything is laid out."""
        for _ in range(4):
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.lanes.busy(), timeout=10_000)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        before: list[object] = [None]
        while before != (now := self._laid_out()):
            before = now
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.lanes.busy(), timeout=10_000)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _laid_out(self) -> list[object]:
        pages = [page for page in self.pages if isValid(page)]
        return [w.geometry().getRect() for page in pages for w in (page, *page.findChildren(QWidget))]


class Flashes(QObject):
    """Notes every widget that shows as a window of its own for a moment: it would take the focus away."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = isinstance(watched, QWidget) and event.type() is QEvent.Type.Show and watched.isWindow()
        if is_window and not isinstance(watched, (Page, QDialog, QMenu)):
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def flashes(app: QApplication) -> Iterator[Flashes]:
    """Return what showed as a window of its own."""
    made = Flashes(app)
    yield made
    app.removeEventFilter(made)
    made.deleteLater()


@pytest.fixture
def room(desk: Desk, qtbot: QtBot, app: QApplication) -> Iterator[Room]:
    """Return pages over the sample caseload."""
    lane = WriteLane()
    lanes = Lanes(submit=lane.people)
    yield Room(desk, lanes, Bus(), qtbot)
    lanes.close()
    lane.close()
