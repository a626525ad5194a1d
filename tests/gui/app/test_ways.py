"""The ways through the window: to the guide, from a tool of the guide to a family, and back to where one was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support import families
from tests.support.full_disk import full_disk

from engage_desktop.app.palette import Palette
from engage_desktop.app.profile import Look
from engage_desktop.app.routes import Pages
from engage_desktop.app.window import Window
from engage_desktop.services.desk import Desk
from engage_desktop.services.place import KeepPlace, RecallPlace
from engage_desktop.store.lane import WriteLane
from engage_desktop.sync.runner import SyncRunner
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.note.note_page import NotePage
from engage_desktop.views.toolkits.view import ToolkitsView
from engage_desktop.views.visit.other_sheet import OtherSheet


class House:
    """The window of an open vault, as somebody sits before it."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.qtbot, self.lane = qtbot, WriteLane()
        self.lanes = Lanes(submit=self.lane.people)
        sync = SyncRunner(desk.vault, self.lane, desk.clock, lambda *_: None, lambda *_: None)
        self.pages = Pages(desk, self.lanes, Bus(), "en", sync, Look)
        self.window = Window(self.pages.rail(), self.pages.routes(), KeepPlace(desk.vault), self.lanes)
        self.pages.lead(self.window)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 728)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.go("today")
        self.rest()

    def rest(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.lanes.busy(), timeout=10_000)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def palette(self) -> Palette:
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(Palette)))
        self.rest()
        return self.window.findChildren(Palette)[-1]

    def close(self) -> None:
        self.pages.spelling.close()
        self.window._timer.stop()
        self.window.settle()
        self.rest()
        self.lanes.close()
        self.lane.close()


@pytest.fixture
def house(desk: Desk, qtbot: QtBot, app: QApplication) -> Iterator[House]:
    made = House(desk, qtbot)
    yield made
    made.close()


def test_alt_3_opens_the_guide_and_the_rail_says_so(house: House) -> None:
    QTest.keyClick(house.window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    house.rest()
    assert isinstance(house.window.page(), ToolkitsView)


def test_a_topic_found_in_the_palette_is_read(house: House) -> None:
    route = next(hit.route for hit in house.pages.finder()("interprete"))
    house.window.go(route)
    house.rest()
    page = house.window.page()
    assert isinstance(page, ToolkitsView)
    assert page.reader.key == "interpreters"


def test_a_tool_asks_for_the_family_and_opens_there(house: House) -> None:
    house.window.go("toolkits:genogram")
    house.rest()
    page = house.window.page()
    assert isinstance(page, ToolkitsView)
    assert page.reader.tool is not None
    page.reader.tool.click()
    palette = house.palette()
    QTest.keyClicks(palette._field.edit, "okafor")
    house.rest()
    QTest.keyClick(palette._field.edit, Qt.Key.Key_Return)
    house.rest()
    opened = house.window.page()
    assert isinstance(opened, FamilyView)
    assert (opened.family_id, opened.part) == (families.OKAFOR, "people")


def test_the_way_back_leads_to_the_part_of_the_family_one_left(house: House) -> None:
    house.window.go(f"family:{families.OKAFOR}")
    house.rest()
    page = house.window.page()
    assert isinstance(page, FamilyView)
    page.restore({"part": "plan"})
    house.rest()
    house.window.go("sync")
    house.rest()
    house.window.back()
    house.rest()
    again = house.window.page()
    assert isinstance(again, FamilyView)
    assert (again.family_id, again.part) == (families.OKAFOR, "plan")


def test_the_way_back_survives_a_restart(house: House, desk: Desk) -> None:
    house.window.go(f"family:{families.OKAFOR}")
    house.rest()
    page = house.window.page()
    assert isinstance(page, FamilyView)
    page.restore({"part": "plan"})
    house.rest()
    house.window.go("sync")
    house.window.keep_place()
    house.rest()
    kept = RecallPlace(desk.vault)()
    assert kept.here.route == "sync"
    assert kept.back[-1].route == f"family:{families.OKAFOR}"
    assert kept.back[-1].details["part"] == "plan"


def test_a_contact_that_cannot_be_kept_stays_in_its_sheet_and_then_opens_its_note(
    house: House, desk: Desk
) -> None:
    house.window.go(f"family:{families.OKAFOR}")
    house.rest()
    page = house.window.page()
    assert isinstance(page, FamilyView)
    page.note_wanted.emit(families.OKAFOR)
    house.rest()
    sheet = next(sheet for sheet in house.window.findChildren(OtherSheet) if sheet.isVisible())
    sheet.how.taps["phone"].click()
    sheet.other.setText("Ms Bell, school nurse")
    with full_disk(desk):
        sheet.go.click()
        house.rest()
        assert sheet.isVisible()
        assert sheet.other.text() == "Ms Bell, school nurse"
        assert house.window.page() is page
    sheet.go.click()
    house.rest()
    assert isinstance(house.window.page(), NotePage)
