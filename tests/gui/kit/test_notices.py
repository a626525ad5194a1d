from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engage_desktop.errors import DiskFull
from engage_desktop.views.kit.answers import Answers
from engage_desktop.views.kit.dialogs import Answered, Sheet, confirm
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import LineEdit, TextArea
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import column, group
from engage_desktop.views.kit.notices import (
    EmptyState,
    ErrorState,
    LoadingState,
    Notice,
    ProgressPanel,
    Toast,
)
from engage_wire.changed import Changed

KEPT: list[QWidget] = []


def window_with(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = group(column(*widgets, None))
    qtbot.addWidget(window)
    KEPT[:] = [window]
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_a_failure_says_that_the_work_is_safe(qtbot: QtBot) -> None:
    error = ErrorState("This page could not be read")
    qtbot.addWidget(error)
    words = [label.text() for label in error.findChildren(QLabel)]
    assert "Everything you wrote is kept on this laptop." in words
    with qtbot.waitSignal(error.retry_wanted, timeout=1000):
        error.findChildren(Button)[0].click()


def test_an_empty_place_offers_the_first_step(qtbot: QtBot) -> None:
    empty = EmptyState("users", "No families yet", "Start with one you will see today.")
    qtbot.addWidget(empty)
    step = empty.add_verb("New family", "plus", primary=True)
    assert step.text() == "New family"
    spoken = QAccessible.queryAccessibleInterface(empty)
    assert spoken.text(QAccessible.Text.Name) == "No families yet"


def test_waiting_is_said_only_when_it_takes_long_enough_to_notice(qtbot: QtBot) -> None:
    waiting = LoadingState()
    qtbot.addWidget(waiting)
    waiting.show()
    label = waiting.findChildren(QLabel)[0]
    assert not label.isVisible()
    qtbot.waitUntil(label.isVisible, timeout=3000)
    waiting.hide()


def test_a_toast_goes_by_itself_and_its_verb_is_one_tap(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    toast = Toast(window)
    toast.say("The promise is kept as done.", "Undo", stay_ms=50)
    qtbot.waitUntil(toast.isHidden, timeout=2000)
    toast.say("The promise is kept as done.", "Undo")
    with qtbot.waitSignal(toast.acted, timeout=1000):
        toast.findChildren(Button)[0].click()
    assert toast.isHidden()


def test_a_toast_stays_at_the_foot_when_the_window_changes(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    toast = Toast(window)
    toast.say("Kept.")
    window.resize(700, 500)
    qtbot.waitUntil(lambda: toast.geometry().center().x() in range(345, 356))
    assert window.rect().contains(toast.geometry())
    toast.hide()


def test_a_notice_offers_what_to_do_and_can_be_closed(qtbot: QtBot) -> None:
    notice = Notice("Two words may belong under Safety", "It is worth a look.", tone="sand", closable=True)
    window_with(qtbot, notice)
    look, fine = notice.add_verb("Look"), notice.add_verb("Fine as it is")
    assert (look.text(), fine.text()) == ("Look", "Fine as it is")
    with qtbot.waitSignal(notice.closed, timeout=1000):
        notice.findChildren(Button)[0].click()
    assert notice.isHidden()


def test_a_long_job_says_how_far_it_is_and_can_be_stopped(qtbot: QtBot) -> None:
    panel = ProgressPanel("Writing the copy")
    window_with(qtbot, panel)
    panel.show_progress(3, 7, "3 of 7 parts")
    assert panel.accessibleDescription() == "3 of 7 parts"
    with qtbot.waitSignal(panel.cancel_wanted, timeout=1000):
        panel.findChildren(Button)[0].click()


def open_question(qtbot: QtBot, said: list[str], *, danger: bool = False) -> tuple[Button, Sheet]:
    start = Button("Finalise")
    window = window_with(qtbot, start)
    start.setFocus()
    words = "These words stay as they are, for good."
    sheet = confirm(
        window, "Finalise the note?", words, "Finalise", lambda: said.append("yes"), danger=danger
    )
    qtbot.waitUntil(sheet.isVisible)
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    return start, sheet


def test_enter_says_yes_and_the_focus_returns(qtbot: QtBot) -> None:
    said: list[str] = []
    start, sheet = open_question(qtbot, said)
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert said == ["yes"]
    start.window().activateWindow()
    qtbot.waitUntil(start.hasFocus)


def test_escape_says_nothing_happened(qtbot: QtBot) -> None:
    said: list[str] = []
    start, sheet = open_question(qtbot, said)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert said == []
    start.window().activateWindow()
    qtbot.waitUntil(start.hasFocus)


def test_enter_never_does_what_is_dangerous(qtbot: QtBot) -> None:
    said: list[str] = []
    _, sheet = open_question(qtbot, said, danger=True)
    focused = sheet.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Not now"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert said == []
    qtbot.waitUntil(lambda: not QApplication.activeModalWidget())


def test_enter_in_several_lines_is_a_new_line(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    sheet = Sheet(window, "Why?")
    area = TextArea("Reason")
    sheet.add(area)
    sheet.add_answer("Not now")
    sheet.add_answer("Keep", main=True)
    sheet.open()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    area.setFocus()
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert area.toPlainText() == "\n"
    sheet.reject()


def test_an_answer_that_cannot_be_kept_stays_to_be_mended(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    sheet, name = Sheet(window, "Who?"), LineEdit("Name")
    sheet.add(name)
    yes = sheet.add_answer("Add", main=True)
    kept: list[str] = []

    def keep(answered: Answered) -> None:
        if len(name.text()) > 5:
            answered.failed("That is too long for one line.")
        else:
            kept.append(name.text())
            answered.done()

    sheet.takes(keep)
    sheet.open()
    name.setText("Bernadette")
    yes.click()
    assert sheet.isVisible()
    assert "That is too long for one line." in [label.text() for label in sheet.findChildren(QLabel)]
    name.setText("Berna")
    yes.click()
    assert not sheet.isVisible()
    assert kept == ["Berna"]


def test_an_answer_given_twice_is_kept_once(qtbot: QtBot) -> None:
    sheet, kept = Sheet(window_with(qtbot), "Who?"), list[Answered]()
    yes = sheet.add_answer("Add", main=True)
    sheet.takes(kept.append)
    sheet.open()
    yes.click()
    yes.click()
    assert len(kept) == 1
    kept[0].failed("The disk is full.")
    yes.click()
    assert len(kept) == 2
    kept[1].done()
    assert not sheet.isVisible()


def test_who_left_a_sheet_hears_that_its_answer_was_refused(qtbot: QtBot) -> None:
    def refuse() -> Changed:
        raise DiskFull("no room")

    window, lanes, said = window_with(qtbot), Lanes(), list[str]()
    answers = Answers(lanes, lambda _changed: None, lambda _error: "The disk is full.", said.append)
    sheet = Sheet(window, "Why?")
    yes = sheet.add_answer("Keep it", main=True)
    sheet.takes(answers.kept(window, lambda: refuse))
    sheet.open()
    yes.click()
    sheet.reject()
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["The disk is full."]
    lanes.close()


def test_a_question_with_many_words_fits_its_window(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    sheet = Sheet(window, "A long question", "Words to read before the answer. " * 80)
    sheet.add_answer("Keep", main=True)
    sheet.open()
    assert sheet.height() <= window.height()
    assert sheet.windowTitle() == "Engage"
    sheet.reject()
