"""What is typed into a sheet is not lost when the program ends before the sheet is answered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from engage_desktop.app.left_words import LeftWordsSheet, WordsInSheets
from engage_desktop.services.desk import Desk
from engage_desktop.services.left_words import ForgetLeftWords, KeepLeftWords, LeftWords, RecallLeftWords
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.frames import SecretField
from engage_desktop.views.kit.inputs import LineEdit
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.lines import TextArea

TITLE, ABOUT, FIELD = "What stands in the way?", "Marisol brings the lease", "In a few words"
SAID = "Her car is in the garage."


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


@pytest.fixture
def watching(qapp: QApplication, desk: Desk, lanes: Lanes) -> Iterator[WordsInSheets]:
    made = WordsInSheets(qapp, KeepLeftWords(desk.vault), lanes)
    yield made
    made.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def asked(qtbot: QtBot, window: QWidget, field: QLineEdit | QPlainTextEdit, *, answers: bool = True) -> Sheet:
    """Open a sheet over a window, and type into its field."""
    sheet = Sheet(window, TITLE, ABOUT)
    sheet.add(field)
    sheet.add_answer("Not now")
    if answers:
        sheet.add_answer("Keep it", main=True)
    sheet.open()
    sheet.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, SAID)
    return sheet


def left(qtbot: QtBot, lanes: Lanes, desk: Desk) -> tuple[LeftWords, ...]:
    """Return what a program that begins now would show, of one that ends in this moment."""
    qtbot.wait(700)
    qtbot.waitUntil(lambda: not lanes.busy())
    return RecallLeftWords(desk.vault)()


def test_what_was_typed_into_an_open_sheet_is_here_after_the_program_ended(
    qtbot: QtBot, watching: WordsInSheets, lanes: Lanes, desk: Desk, window: QWidget
) -> None:
    asked(qtbot, window, TextArea(FIELD))
    assert left(qtbot, lanes, desk) == (LeftWords(TITLE, ABOUT, ((FIELD, SAID),)),)
    again = RecallLeftWords(desk.vault)()
    assert again == (LeftWords(TITLE, ABOUT, ((FIELD, SAID),)),), "not seen yet, so not gone"


@pytest.mark.parametrize("yes", [True, False])
def test_a_sheet_that_was_answered_leaves_nothing(
    qtbot: QtBot, watching: WordsInSheets, lanes: Lanes, desk: Desk, window: QWidget, *, yes: bool
) -> None:
    sheet = asked(qtbot, window, LineEdit(FIELD))
    qtbot.wait(700)
    if yes:
        sheet.accept()
    else:
        sheet.reject()
    assert left(qtbot, lanes, desk) == ()


def test_a_secret_and_a_search_are_never_kept(
    qtbot: QtBot, watching: WordsInSheets, lanes: Lanes, desk: Desk, window: QWidget
) -> None:
    secret = SecretField("New passphrase")
    secret.show_button.click()
    asked(qtbot, window, secret.edit)
    asked(qtbot, window, LineEdit("Search families"), answers=False)
    assert left(qtbot, lanes, desk) == ()


def test_words_are_shown_until_their_writer_throws_them_away(
    qtbot: QtBot, lanes: Lanes, desk: Desk, window: QWidget
) -> None:
    KeepLeftWords(desk.vault)((LeftWords(TITLE, ABOUT, ((FIELD, SAID),)),))
    forget = ForgetLeftWords(desk.vault)
    first = LeftWordsSheet(window, RecallLeftWords(desk.vault)(), forget, lanes)
    first.open()
    assert first.findChildren(TextArea)[0].toPlainText() == SAID
    first.reject()
    second = LeftWordsSheet(window, RecallLeftWords(desk.vault)(), forget, lanes)
    second.open()
    next(b for b in second.findChildren(Button) if b.text() == "Throw it away").click()
    qtbot.waitUntil(lambda: not lanes.busy())
    assert RecallLeftWords(desk.vault)() == ()
