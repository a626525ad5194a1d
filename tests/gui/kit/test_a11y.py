from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.layout import column, group
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.text import Text


def kinds(qtbot: QtBot, app: QApplication, widget: QWidget, width: int = 0) -> set[str]:
    qtbot.addWidget(widget)
    if width:
        widget.setFixedWidth(width)
    widget.show()
    for _ in range(3):
        app.processEvents()
    return {fault.kind for fault in audit(widget)}


def test_a_clean_page_has_no_faults(qtbot: QtBot, app: QApplication) -> None:
    page = group(
        column(Text("Elena"), Button("Finish", "pen-line"), IconButton("x", "Close"), Chip("Spanish"))
    )
    assert kinds(qtbot, app, page) == set()


def test_a_control_without_a_name_is_found(qtbot: QtBot, app: QApplication) -> None:
    field = QLineEdit()
    field.setMinimumSize(60, 60)
    assert kinds(qtbot, app, group(column(field))) == {"unnamed"}


def test_a_target_too_small_for_a_thumb_is_found(qtbot: QtBot, app: QApplication) -> None:
    button = QToolButton()
    button.setText("OK")
    button.setFixedSize(60, 24)
    assert "small" in kinds(qtbot, app, group(column(button)))


def test_words_cut_off_are_found(qtbot: QtBot, app: QApplication) -> None:
    long = "Marisol wants the children home every school night. " * 3
    assert kinds(qtbot, app, group(column(Text(long))), 200) == {"cut"}
    label = QLabel(long)
    label.setWordWrap(True)
    label.setFixedSize(120, 20)
    assert "cut" in kinds(qtbot, app, group(column(label)))


def test_type_too_small_to_read_is_found(qtbot: QtBot, app: QApplication) -> None:
    assert kinds(qtbot, app, group(column(Text("small print", size=10)))) == {"tiny"}


def test_what_sticks_out_of_the_page_is_found(qtbot: QtBot, app: QApplication) -> None:
    page = QWidget()
    page.resize(300, 200)
    words = Text("Elena", parent=page)
    words.setGeometry(280, 10, 100, 30)
    assert "squeezed" in kinds(qtbot, app, page)


def test_what_no_key_can_reach_is_found(qtbot: QtBot, app: QApplication) -> None:
    button = Button("Finish")
    from PySide6.QtCore import Qt

    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert kinds(qtbot, app, group(column(button))) == {"unreachable"}


def test_what_does_not_show_is_not_judged(qtbot: QtBot, app: QApplication) -> None:
    hidden = QLineEdit()
    page = group(column(Text("Elena"), hidden))
    hidden.hide()
    assert kinds(qtbot, app, page) == set()
