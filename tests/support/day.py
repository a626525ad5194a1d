"""Today and Families over a real vault, with a hand to wait for the lanes."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from engage_desktop.services import families, search, today
from engage_desktop.services.desk import Desk
from engage_desktop.store.lane import WriteLane
from engage_desktop.views.families.page import FamiliesServices, FamiliesView
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.words import wordbook
from engage_desktop.views.today.page import TodayView
from engage_desktop.views.today.verbs import TodayServices
from engage_domain.today import SyncGlance, SyncState

ViewT = TypeVar("ViewT", bound=QWidget)
SMALL, LARGE = (1366, 728), (1920, 1080)
LOOKS = [
    (1.0, False, SMALL),
    (1.5, False, SMALL),
    (2.0, True, SMALL),
    (1.0, True, SMALL),
    (1.0, False, LARGE),
]


HERE = SyncGlance(SyncState.HERE_ONLY, 3, offline=True)


@dataclass
class Stage:
    """A desk, its lanes and bus, and what a screen told the window."""

    desk: Desk
    lanes: Lanes
    bus: Bus
    qtbot: QtBot
    glance: SyncGlance = HERE
    told: list[tuple[object, ...]] = field(default_factory=list)

    def today(self, size: tuple[int, int] = SMALL, language: str = "en") -> TodayView:
        """Show Today and wait until it is there."""
        desk = self.desk
        services = TodayServices(
            today=today.ReadToday(desk),
            brief=today.ReadBrief(desk),
            briefs=today.ReadBriefs(desk),
            plan_visit=today.PlanVisit(desk),
            promise=today.KeepPromise(desk),
            task=today.FinishTask(desk),
            cards=families.FamilyCards(desk),
            find=search.FindNames(desk),
        )
        view = TodayView(
            services, self.lanes, self.bus, wordbook(language), desk.clock, desk.zone, lambda: self.glance
        )
        for name in (
            "family_opened",
            "visit_started",
            "note_opened",
            "debrief_opened",
            "conflict_opened",
            "search_opened",
        ):
            self._listen(view, name)
        return self._shown(view, size)

    def families(self, size: tuple[int, int] = SMALL, language: str = "en") -> FamiliesView:
        """Show Families and wait until they are there."""
        desk = self.desk
        services = FamiliesServices(
            cards=families.FamilyCards(desk),
            find=search.FindFamilies(desk),
            talking=search.FamiliesTalking(desk),
            best=search.BestNotes(desk),
            open_family=families.OpenFamily(desk),
            already_here=families.AlreadyHere(desk),
        )
        view = FamiliesView(services, self.lanes, self.bus, wordbook(language), desk.clock, desk.zone)
        for name in ("family_opened", "note_opened"):
            self._listen(view, name)
        return self._shown(view, size)

    def rest(self) -> None:
        """Wait until nothing is on its way."""
        for _ in range(3):
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.lanes.busy(), timeout=10_000)
            QApplication.processEvents()

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(true, timeout=10_000)
        self.rest()

    def sheet(self, over: QWidget) -> QDialog:
        """Return the sheet that is open over a screen."""
        self.rest()
        return next(sheet for sheet in over.findChildren(QDialog) if sheet.isVisible())

    def _listen(self, view: QWidget, name: str) -> None:
        getattr(view, name).connect(lambda *told: self.told.append((name, *told)))

    def _shown(self, view: ViewT, size: tuple[int, int]) -> ViewT:
        self.qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        self.rest()
        return view


def _stage(desk: Desk, qtbot: QtBot) -> Generator[Stage]:
    lane = WriteLane()
    lanes = Lanes(submit=lane.people)
    yield Stage(desk, lanes, Bus(), qtbot)
    lanes.close()
    lane.close()


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot, app: QApplication) -> Generator[Stage]:
    """Return a stage with the sample caseload."""
    yield from _stage(desk, qtbot)


@pytest.fixture
def empty_stage(empty_desk: Desk, qtbot: QtBot, app: QApplication) -> Generator[Stage]:
    """Return a stage without families."""
    yield from _stage(empty_desk, qtbot)
