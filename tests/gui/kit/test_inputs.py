from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress

from engage_desktop.views.kit.dates import DateField, TimeField, time_written
from engage_desktop.views.kit.inputs import (
    ChoiceButton,
    Field,
    Leaving,
    LineEdit,
    SearchField,
    SecretField,
    Segmented,
    TextArea,
)
from engage_desktop.views.kit.layout import column, group
from engage_domain.typed_dates import read_date

YES_NO = (("yes", "Yes"), ("no", "No"), ("na", "n/a"))
MONDAY = date(2026, 11, 23)


def test_a_field_speaks_its_label_and_says_what_is_wrong(qtbot: QtBot) -> None:
    field = Field("Case number", LineEdit("Case number"), "As on the letter")
    qtbot.addWidget(field)
    field.set_wrong("That number is already used.")
    spoken = QAccessible.queryAccessibleInterface(field.editor)
    assert spoken.text(QAccessible.Text.Name) == "Case number"
    assert spoken.text(QAccessible.Text.Description) == "That number is already used."
    field.set_wrong()
    assert field.editor.accessibleDescription() == "As on the letter"


def test_tab_leaves_a_place_for_several_lines(qtbot: QtBot, app: QApplication) -> None:
    area, after = TextArea("What they want"), LineEdit("After")
    window = group(column(area, after))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert not area.toPlainText()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_lines_stay_short_enough_to_read(qtbot: QtBot, app: QApplication, dress: Dress, scale: float) -> None:
    dress(scale=scale)
    area = TextArea("Body")
    qtbot.addWidget(area)
    area.resize(2400, 400)
    area.show()
    app.processEvents()
    assert area.viewport().width() <= round(720 * scale)


def test_a_growing_area_is_as_high_as_its_words(qtbot: QtBot, app: QApplication) -> None:
    area = TextArea("Body", least_lines=2, grows=True)
    window = group(column(area, None))
    qtbot.addWidget(window)
    window.resize(500, 800)
    window.show()
    app.processEvents()
    small = area.height()
    area.setPlainText("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight")
    app.processEvents()
    assert area.height() > 2 * small
    bar = area.verticalScrollBar()
    assert bar.maximum() == 0


def test_searching_waits_for_a_pause_and_escape_empties(qtbot: QtBot) -> None:
    search = SearchField("Search families", "Search names and notes", "Ctrl+F")
    qtbot.addWidget(search)
    search.show()
    heard: list[str] = []
    search.typed.connect(heard.append)
    with qtbot.waitSignal(search.settled, timeout=2000) as settled:
        QTest.keyClicks(search.edit, "bus ")
    assert settled.args == ["bus"]
    assert heard[:3] == ["b", "bu", "bus"]
    with qtbot.waitSignal(search.settled, timeout=2000):
        QTest.keyClick(search.edit, Qt.Key.Key_Escape)
    assert not search.text()


def test_a_secret_shows_only_while_it_is_wanted(qtbot: QtBot) -> None:
    secret = SecretField("Passphrase")
    qtbot.addWidget(secret)
    secret.edit.setText("quiet river lamp ")
    assert secret.edit.echoMode() is QLineEdit.EchoMode.Password
    secret.findChildren(QLineEdit)[0].setCursorPosition(0)
    for shown in (QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password):
        secret.show_button.click()
        assert secret.edit.echoMode() is shown
    assert secret.text() == "quiet river lamp "
    secret.clear()
    assert not secret.text()


def test_nothing_is_chosen_until_somebody_chooses(qtbot: QtBot) -> None:
    alone = Segmented("Seen alone", YES_NO, solid=True)
    qtbot.addWidget(alone)
    assert not alone.here()
    alone.set_wanted(True)
    with qtbot.waitSignal(alone.chosen, timeout=1000) as chosen:
        alone.segment("na").click()
    assert chosen.args == ["na"]
    alone.choose("")
    assert not alone.here()


def test_each_answer_speaks_with_its_question(qtbot: QtBot) -> None:
    alone = Segmented("Mateo seen alone", YES_NO)
    qtbot.addWidget(alone)
    spoken = QAccessible.queryAccessibleInterface(alone.segment("yes"))
    assert spoken.text(QAccessible.Text.Name) == "Mateo seen alone: Yes"
    assert spoken.role() == QAccessible.Role.RadioButton


def test_a_choice_is_read_as_it_is_written(qtbot: QtBot) -> None:
    choice = ChoiceButton("Who", (("smith", "Smith & Sons"),))
    qtbot.addWidget(choice)
    choice.open_menu()
    menu = choice.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Smith && Sons"
    menu.close()
    menu.actions()[0].trigger()
    assert choice.accessibleName() == "Who: Smith & Sons"


def test_a_choice_is_made_from_the_keyboard(qtbot: QtBot, app: QApplication) -> None:
    choice = ChoiceButton("Language", (("en", "English"), ("es", "Spanish")), "en")
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    qtbot.waitUntil(choice.isActiveWindow)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    menu = choice.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(choice.chosen, timeout=1000) as chosen:
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen.args == ["es"]
    assert choice.accessibleName() == "Language: Spanish"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9:04", time(9, 4)),
        ("904", time(9, 4)),
        ("0904", time(9, 4)),
        ("9", time(9)),
        ("9pm", time(21)),
        ("12 a.m.", time(0)),
        ("12pm", time(12)),
        ("21.30", time(21, 30)),
        ("9h04", time(9, 4)),
        ("24:00", None),
        ("9:75", None),
        ("13pm", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_is_understood_however_it_is_written(written: str, meant: time | None) -> None:
    assert time_written(written) == meant


def date_field() -> DateField:
    return DateField("Next visit", read_date, lambda day: f"{day:%A}", lambda: MONDAY)


def test_a_day_is_written_and_said_back(qtbot: QtBot) -> None:
    field = date_field()
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed, timeout=1000):
        QTest.keyClicks(field.edit, "11/27/2026")
    assert field.value() == date(2026, 11, 27)
    assert "Friday" in [label.text() for label in field.findChildren(QLabel)]


def test_arrows_step_through_days_from_today(qtbot: QtBot) -> None:
    field = date_field()
    qtbot.addWidget(field)
    QTest.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.value() == MONDAY
    QTest.keyClick(field.edit, Qt.Key.Key_PageUp)
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.value() == date(2026, 11, 29)


def test_what_is_no_day_is_marked_when_the_field_is_left(qtbot: QtBot, app: QApplication) -> None:
    field, after = date_field(), LineEdit("After")
    window = group(column(field, after))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "someday")
    assert not field.edit.property("wrong")
    after.setFocus()
    assert field.is_wrong()
    assert field.edit.property("wrong")
    assert "No such day. Write it like 3/14/2019." in [label.text() for label in field.findChildren(QLabel)]
    field.set_value(MONDAY)
    assert not field.edit.property("wrong")


def test_who_asked_for_a_day_hears_of_one_that_cannot_be(qtbot: QtBot) -> None:
    field = date_field()
    qtbot.addWidget(field)
    heard: list[bool] = []
    field.changed.connect(lambda _day: heard.append(field.is_wrong()))
    QTest.keyClicks(field.edit, "31/02")
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert heard == [True, False]


def test_time_steps_by_five_minutes_over_midnight(qtbot: QtBot) -> None:
    field = TimeField("From", lambda: time(23, 58))
    qtbot.addWidget(field)
    QTest.keyClick(field.edit, Qt.Key.Key_Up)
    QTest.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.value() == time(0, 3)
    assert field.edit.text() == "00:03"


def test_leaving_a_field_is_noticed(qtbot: QtBot, app: QApplication) -> None:
    line, after = LineEdit("One"), LineEdit("Two")
    leaving = Leaving(line)
    window = group(column(line, after))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    with qtbot.waitSignal(leaving.left, timeout=1000):
        after.setFocus()
