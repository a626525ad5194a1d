from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress

from engage_desktop.views.kit.face import BigTile, Button, Check, IconButton, Toggle

ROLE = QAccessible.Role


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_whatever_can_be_pressed(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Finish")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_that_can_be_pressed_is_a_thumb_wide_and_high(
    qtbot: QtBot, dress: Dress, scale: float
) -> None:
    dress(scale=scale)
    faces: list[QAbstractButton] = [
        Button("OK"),
        IconButton("x", "Close"),
        Toggle("A"),
        Check("Ja"),
        BigTile("Said", "quote", "plum"),
        Button("", "menu", tip="Menu"),
    ]
    for face in faces:
        qtbot.addWidget(face)
        assert face.sizeHint().width() >= 44
        assert face.sizeHint().height() >= 44
        assert face.minimumSizeHint().height() >= 44


def test_a_screen_reader_hears_what_it_is_and_what_it_is_called(qtbot: QtBot) -> None:
    close, ticked = IconButton("x", "Close"), Check("Read aloud done")
    ticked.setChecked(True)
    for face, role, name in ((close, ROLE.Button, "Close"), (ticked, ROLE.CheckBox, "Read aloud done")):
        qtbot.addWidget(face)
        spoken = QAccessible.queryAccessibleInterface(face)
        assert spoken.role() == role
        assert spoken.text(QAccessible.Text.Name) == name
    assert QAccessible.queryAccessibleInterface(ticked).state().checked


def test_a_tip_is_read_as_more_about_the_button(qtbot: QtBot) -> None:
    button = Button("Leave", "log-out", tip="Ends the visit")
    qtbot.addWidget(button)
    assert button.accessibleDescription() == "Ends the visit"


def test_renaming_a_button_renames_what_is_read_aloud(qtbot: QtBot) -> None:
    button = Button("Show")
    qtbot.addWidget(button)
    button.say("Hide")
    assert (button.text(), button.accessibleName()) == ("Hide", "Hide")


def test_the_ring_shows_for_keys_and_not_for_taps(qtbot: QtBot) -> None:
    button = Button("Finish")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    qtbot.waitUntil(button.isVisible)
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    by_key = button.grab().toImage()
    button.clearFocus()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    by_tap = button.grab().toImage()
    assert by_key != by_tap
