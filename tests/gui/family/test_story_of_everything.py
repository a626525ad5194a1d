"""The story with everything in it, by keyboard and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.support import families, storied
from tests.support.workspaces import LAPTOP, WIDE, Room

from engage_desktop.services.desk import Desk
from engage_desktop.views.family.story import StoryPart
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.kit.tokens import TARGET
from engage_domain.story import StoryGroup


def opened(room: Room, size: tuple[int, int] = LAPTOP) -> tuple[FamilyView, StoryPart]:
    page = room.family(size=size)
    part = page.show_part("story")
    room.settle()
    assert isinstance(part, StoryPart)
    return page, part


def choose(room: Room, part: StoryPart, place: str) -> None:
    part.list.setCurrentIndex(part.model.index(part.model.place_of(place)))
    part.list.scrollTo(part.list.currentIndex())
    room.settle()


def spoken(part: StoryPart, place: str) -> str:
    return str(part.model.index(part.model.place_of(place)).data(Qt.ItemDataRole.AccessibleTextRole))


def test_every_entry_is_told_as_a_sentence(room: Room, desk: Desk) -> None:
    storied.tell_more(desk)
    _page, part = opened(room)
    for place, words in {
        storied.STATEMENT: ("Worry · Marisol", "“The stairs have no light"),
        storied.SCALE: ("6 of 10 · Marisol", "How hopeful are you?"),
        storied.PLAN: ("Offered: Family plan", "Agreed", "version 2"),
        storied.POSITION: ("Agrees, with reservations · Marisol", "If the evenings stay free."),
        storied.GOAL: ("A goal is reached", "The twins sleep"),
        f"{storied.SERVICE}:started": ("Started: Childcare on Thursday evenings", "St. Ann’s"),
        storied.LIFE: ("School · Elena", "about that time"),
        storied.SEARCH: ("Looked for · Dwayne", "A lead to follow", "his aunt in Albany"),
        storied.PAPER: ("Photo · Elena", "The new beds"),
    }.items():
        choose(room, part, place)
        assert all(piece in spoken(part, place) for piece in words), spoken(part, place)


def test_enter_opens_an_entry_and_enter_again_goes_to_the_years_it_is_of(room: Room, desk: Desk) -> None:
    storied.tell_more(desk)
    page, part = opened(room)
    choose(room, part, storied.LIFE)
    part.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    assert part.list.expanded == storied.LIFE
    QTest.keyClick(part.list, Qt.Key.Key_Escape)
    assert not part.list.expanded
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    QTest.keyClick(part.list, Qt.Key.Key_Return)
    room.settle()
    assert page.part == "people"
    assert page.place()["people.road"] == "years"


def test_a_tool_of_the_guide_is_found_wherever_it_lives(room: Room) -> None:
    page = room.family()
    page.lead_to_first(("nowhere", "people.search", "people"))
    room.settle()
    assert (page.part, page.place()["people.road"]) == ("people", "search")
    assert not page.lead_to("nowhere:1")


def test_the_way_on_can_be_tapped_and_is_large_enough(room: Room) -> None:
    page, part = opened(room)
    choose(room, part, families.FRIDAY_VISIT)
    index = part.list.currentIndex()
    spot = part.list.visualRect(index).center()
    QTest.mouseClick(part.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert part.list.expanded == families.FRIDAY_VISIT
    room.settle()
    verb = part.list._delegate.verb_room(index)
    assert verb is not None
    assert verb.height() >= TARGET
    assert verb.width() >= TARGET
    with room.qtbot.waitSignal(page.note_opened) as led:
        QTest.mouseClick(part.list.viewport(), Qt.MouseButton.LeftButton, pos=verb.center().toPoint())
    assert led.args == [families.FRIDAY_VISIT]


def test_a_tap_beside_the_way_on_closes_the_entry(room: Room) -> None:
    _page, part = opened(room)
    choose(room, part, families.FRIDAY_VISIT)
    part.list.toggle(families.FRIDAY_VISIT)
    room.settle()
    corner = part.list.visualRect(part.list.currentIndex()).topRight() + QPoint(-40, 60)
    QTest.mouseClick(part.list.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    assert not part.list.expanded


def test_only_the_kinds_there_are_can_be_chosen(room: Room, desk: Desk) -> None:
    _page, part = opened(room, WIDE)
    assert not part.kinds[StoryGroup.PLANS].isVisible()
    storied.tell_more(desk)
    part.reload()
    room.settle()
    assert part.kinds[StoryGroup.PLANS].isVisible()
    part.kinds[StoryGroup.PLANS].click()
    room.settle()
    assert part.model.rowCount() == 3
    place = part.place()
    part.show_everything()
    room.settle()
    part.restore(place)
    room.settle()
    assert part.model.rowCount() == 3


def test_where_one_line_does_not_hold_the_kinds_they_are_one_menu(room: Room, desk: Desk) -> None:
    storied.tell_more(desk)
    _page, part = opened(room)
    assert part.kind.isVisible()
    assert not any(toggle.isVisible() for toggle in part.kinds.values())
    part.kind.choose("services")
    part._on_kind("services")
    room.settle()
    assert part.model.rowCount() == 2
    part.show_everything()
    room.settle()
    assert part.wanted().is_open


@pytest.mark.parametrize("size", [LAPTOP, WIDE])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("dark", [False, True])
def test_every_size_and_light_is_in_order(
    room: Room, desk: Desk, app: QApplication, size: tuple[int, int], scale: float, *, dark: bool
) -> None:
    storied.tell_more(desk)
    Theme(scale=scale, dark=dark).apply(app)
    page, part = opened(room, size)
    part.list.toggle(storied.PLAN)
    room.settle()
    assert audit(page) == []
    assert part.list.viewport().height() > 3 * TARGET
    Theme().apply(app)
