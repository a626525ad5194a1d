from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress

from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Button, Face, Toggle
from engage_desktop.views.kit.inputs import LineEdit
from engage_desktop.views.kit.layout import SplitBody, column, flow, group
from engage_desktop.views.kit.marks import Card, Chip
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.rail import Place, Rail, SyncMark
from engage_desktop.views.kit.shell import Shell
from engage_desktop.views.kit.tabs import Tabs
from engage_desktop.views.kit.text import paragraph

PLACES = (Place("today", "Today", "sunrise"), Place("families", "Families", "users"))


def frame(page: Page) -> Shell:
    shell = Shell(Rail(PLACES))
    shell.show_page(page, "today")
    shell.resize(1366, 740)
    return shell


def shown(qtbot: QtBot, app: QApplication, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    for _ in range(4):
        app.processEvents()


def test_the_window_is_always_called_engage(qtbot: QtBot) -> None:
    page = Page("Alvarez–Greene")
    qtbot.addWidget(page)
    assert page.windowTitle() == "Engage"


def test_the_rail_becomes_a_menu_when_text_is_large(qtbot: QtBot, app: QApplication, dress: Dress) -> None:
    page = Page("Today")
    shell = frame(page)
    shown(qtbot, app, shell)
    assert shell.rail.isVisible()
    assert not page.menu_button.isVisible()
    dress(scale=1.5)
    app.processEvents()
    assert not shell.rail.isVisible()
    assert page.menu_button.isVisible()


def test_the_menu_leads_where_the_rail_leads(qtbot: QtBot, app: QApplication, dress: Dress) -> None:
    dress(scale=2.0)
    page = Page("Today")
    shell = frame(page)
    shown(qtbot, app, shell)
    page.menu_button.click()
    menu = shell.findChild(QMenu)
    assert menu is not None
    labels = [action.text() for action in menu.actions() if action.text()]
    assert labels == ["Today", "Families", "Sync", "Settings", "Hide", "Lock"]
    with qtbot.waitSignal(shell.rail.chosen, timeout=1000) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == ["families"]
    menu.close()


def test_a_visit_has_no_rail_and_no_menu(qtbot: QtBot, app: QApplication) -> None:
    page = Page("Visit", with_rail=False, back=True)
    shell = frame(page)
    shown(qtbot, app, shell)
    assert not shell.rail.isVisible()
    assert not page.menu_button.isVisible()


def test_alt_left_leads_back(qtbot: QtBot, app: QApplication) -> None:
    page = Page("Note", back=True)
    shown(qtbot, app, page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.back_wanted, timeout=1000):
        QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_the_four_states_of_the_work_have_four_shapes(qtbot: QtBot, app: QApplication) -> None:
    rail = Rail(PLACES)
    shown(qtbot, app, rail)
    rail.resize(rail.sizeHint())
    pictures = []
    for mark in SyncMark:
        rail.set_sync(mark, 0, mark)
        pictures.append(rail.grab().toImage())
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[n + 1 :])


def test_the_state_of_the_work_is_read_aloud(qtbot: QtBot) -> None:
    rail = Rail(PLACES)
    qtbot.addWidget(rail)
    rail.set_sync(SyncMark.HERE_ONLY, 3, "Only on this laptop: 3 notes")
    spoken = [b.accessibleDescription() for b in rail.findChildren(Face)]
    assert "Only on this laptop: 3 notes" in spoken


def full_page() -> Page:
    page = Page("Monday 23 November", "Four families today. No school this week, so the children are home.")
    page.set_chips(Chip("since 09:04", "good", "clock"), Chip("Spanish at home", "info", "languages"))
    page.set_actions(Button("Plan my day", "printer"), Button("Start visit", "house", "primary"))
    page.set_tabs(
        Tabs("Parts", tuple((n, n) for n in ("Overview", "People", "Story", "Understand", "Family time")))
    )
    chips = flow(*(Chip(f"a chip with some words {n}", "sand", "house") for n in range(9)))
    main = group(
        column(
            chips,
            *(Card(column(paragraph("Words to read. " * 12), pad=(20, 16, 16, 16))) for _ in range(4)),
            None,
        )
    )
    side = group(column(Card(column(paragraph("Needs you. " * 20), pad=(20, 16, 16, 16))), None))
    page.set_body(SplitBody(main, side, 420))
    page.state.set_work("Saved 08:41:07 on this laptop · 3 notes not yet with the agency")
    page.state.set_net("No internet; that is fine")
    return page


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize(("width", "height"), [(1366, 740), (1920, 1050), (1024, 700)])
def test_a_full_page_fits_every_size_of_text_and_window(
    qtbot: QtBot, app: QApplication, dress: Dress, scale: float, width: int, height: int
) -> None:
    dress(scale=scale)
    shell = frame(full_page())
    shell.resize(width, height)
    shown(qtbot, app, shell)
    assert shell.size().toTuple() == (width, height)
    assert audit(shell) == []


@pytest.mark.parametrize("rtl", [False, True])
def test_growing_text_in_an_open_page_leaves_nothing_cut(
    qtbot: QtBot, app: QApplication, dress: Dress, rtl: bool
) -> None:
    dress(rtl=rtl)
    shell = frame(full_page())
    shown(qtbot, app, shell)
    for scale in (2.0, 1.25, 1.0):
        dress(scale=scale, rtl=rtl)
        for _ in range(4):
            app.processEvents()
        assert audit(shell) == []


def test_the_side_panel_moves_under_when_text_is_large(qtbot: QtBot, app: QApplication, dress: Dress) -> None:
    body = SplitBody(group(column(paragraph("Main"))), group(column(paragraph("Side"))), 400)
    body.resize(1100, 500)
    shown(qtbot, app, body)
    stacked = []
    for width in (1100, 700, 1100):
        body.resize(width, 500)
        app.processEvents()
        stacked.append(body.stacked)
    dress(scale=1.25)
    stacked.append(body.stacked)
    assert stacked == [False, True, False, True]


def test_tabs_say_which_part_is_chosen(qtbot: QtBot, app: QApplication) -> None:
    tabs = Tabs("Parts", (("a", "Overview"), ("b", "People")), "b")
    shown(qtbot, app, tabs)
    assert tabs.here() == "b"
    first = tabs.findChildren(Face)[0]
    with qtbot.waitSignal(tabs.chosen, timeout=1000) as chosen:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert chosen.args == ["a"]


def test_the_focus_goes_where_the_page_wants_it(qtbot: QtBot, app: QApplication) -> None:
    page = Page("Today")
    start = Button("Start visit")
    page.set_actions(start)
    page.set_first(start)
    shell = frame(page)
    shown(qtbot, app, shell)
    shell.activateWindow()
    qtbot.waitUntil(start.hasFocus)


def test_the_focus_stays_near_when_what_had_it_goes_away(qtbot: QtBot, app: QApplication) -> None:
    page, field, done, other = Page("Plan"), LineEdit("Words"), Button("Done writing"), Button("Add a step")
    editor = group(column(field, done))
    page.set_body(group(column(Button("Above"), group(column(editor, other)))))
    shell = frame(page)
    shown(qtbot, app, shell)
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    for going in (editor, other):
        other.setEnabled(True)
        editor.show()
        (field if going is editor else other).setFocus()
        going.hide() if going is editor else going.setEnabled(False)
        qtbot.waitUntil(lambda: app.focusWidget() in {other, field})


def test_long_chips_wrap_and_leave_the_verbs_beside_the_title(
    qtbot: QtBot, app: QApplication, dress: Dress
) -> None:
    dress()
    page = Page("Alvarez–Greene", back=True)
    chips = tuple(Chip("Interpreter: Spanish; Marisol speaks both", "info", "languages") for _ in range(3))
    start = Button("Start visit", "house", "primary", high=46)
    page.set_chips(*chips)
    page.set_actions(Button("New note", high=46), start)
    page.resize(1100, 600)
    shown(qtbot, app, page)
    assert start.mapTo(page, start.rect().topLeft()).y() < chips[0].mapTo(page, chips[0].rect().topLeft()).y()
    assert chips[2].y() > chips[0].y()
    assert not [fault for fault in audit(page) if "cut" in str(fault)]


def test_what_stands_beside_the_parts_never_breaks_their_row(
    qtbot: QtBot, app: QApplication, dress: Dress
) -> None:
    dress(scale=1.5)
    tabs = Tabs("Parts", tuple((name, name) for name in ("Overview", "People", "Story", "Documents")))
    tabs.setFixedWidth(sum(tab.sizeHint().width() for tab in tabs._tabs.values()) + 20)
    shown(qtbot, app, tabs)
    assert tabs._menu_row.isHidden()
    tabs.set_beside(Chip("Check Safety before sharing", "sand", "shield"))
    shown(qtbot, app, tabs)
    assert tabs._row.isHidden()


def test_a_paragraph_for_a_name_gives_way_instead_of_the_page(qtbot: QtBot, app: QApplication) -> None:
    body = flow(Toggle("x" * 3000), Button("y" * 3000))
    body.resize(600, 200)
    shown(qtbot, app, body)
    assert body.minimumSizeHint().width() < 600
