"""The practice guide on its page: by keyboard and mouse, at every size, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.support.workspaces import LAPTOP, WIDE, Room

from engage_desktop.services.toolkits import ReadGuide
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.i18n import install_translator, remove_translators
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.kit.words import wordbook
from engage_desktop.views.toolkits.view import ToolkitsView


def opened(room: Room, size: tuple[int, int] = LAPTOP, locale: str = "en", topic: str = "") -> ToolkitsView:
    page = ToolkitsView(ReadGuide(room.desk), room.lanes, room.bus, wordbook(locale), topic)
    room.shown(page, size)
    return page


def said(page: ToolkitsView) -> str:
    return "\n".join(text.text() for text in page.reader.findChildren(Text) if text.isVisibleTo(page.reader))


def test_it_opens_with_what_engagement_means_to_the_agency(room: Room) -> None:
    page = opened(room)
    assert page.reader.key == "definition"
    assert "Families know themselves best." in said(page)


def test_a_topic_is_searched_and_opened_by_keyboard(room: Room) -> None:
    page = opened(room)
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.search.edit, "ninos tres")
    QTest.keyClick(page.search.edit, Qt.Key.Key_Return)
    room.settle()
    assert page.reader.key == "areas"
    assert "Read it all back and let the child change it." in said(page)


def test_the_arrow_leads_into_the_list_and_enter_opens(room: Room) -> None:
    page = opened(room)
    page.search.edit.setFocus()
    QTest.keyClick(page.search.edit, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_End)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.reader.key == "reporting"


def test_the_words_can_be_read_on_by_keys(room: Room) -> None:
    page = opened(room, topic="violence")
    room.settle()
    page.reader.room.pane.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.reader.room.pane, Qt.Key.Key_PageDown)
    assert page.reader.room.pane.verticalScrollBar().value() > 0
    assert "Ask alone" in page.reader.room.pane.accessibleDescription()


def test_a_search_that_finds_nothing_says_so_and_leads_back(room: Room) -> None:
    page = opened(room)
    page.search.edit.setText("zzz")
    assert page._found.currentIndex() == 1
    page.search.clear()
    assert page._found.currentIndex() == 0


def test_a_tool_is_opened_from_its_topic(room: Room) -> None:
    page = opened(room, topic="genogram")
    assert page.reader.tool is not None
    with room.qtbot.waitSignal(page.tool_wanted) as wanted:
        page.reader.tool.click()
    assert wanted.args == [("people",)]


def test_a_rule_opens_no_tool(room: Room) -> None:
    page = opened(room, topic="reporting")
    assert page.reader.tool is None


def test_after_a_restart_one_reads_on_where_one_was(room: Room) -> None:
    page = opened(room, topic="violence")
    page.reader.room.pane.verticalScrollBar().setValue(60)
    page.search.edit.setText("child")
    place = page.place()
    again = opened(room)
    again.restore(place)
    room.settle()
    assert again.place() == place
    assert again.reader.key == "violence"


def test_with_large_text_the_topic_takes_the_page_and_leads_back(room: Room, app: QApplication) -> None:
    Theme(scale=2.0).apply(app)
    page = opened(room)
    assert page.list.isVisible()
    assert not page.reader.isVisible()
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.reader.isVisible()
    assert not page.list.isVisible()
    page.reader.all_topics.click()
    assert page.list.isVisible()
    Theme().apply(app)


@pytest.mark.parametrize("size", [LAPTOP, WIDE])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("locale", ["en", "es"])
def test_every_topic_fits_everywhere(
    room: Room, app: QApplication, size: tuple[int, int], scale: float, locale: str, *, dark: bool
) -> None:
    made = install_translator(app, locale)
    Theme(scale=scale, dark=dark).apply(app)
    page = opened(room, size, locale)
    for key in ("definition", "genogram", "reporting"):
        page.open_topic(key)
        room.settle()
        assert audit(page) == []
        cut = [text.text() for text in page.reader.findChildren(Text) if text.isVisible() and text.is_cut()]
        assert cut == []
        scroll = page.reader.room.pane
        body = scroll.widget()
        assert body is not None
        assert body.minimumSizeHint().width() <= scroll.viewport().width()
    remove_translators(app, made)
    Theme().apply(app)
