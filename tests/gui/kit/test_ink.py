"""A page to draw on: pen, finger, mouse and keys leave the same ink."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress

from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.ink import InkPad
from engage_desktop.views.kit.ink_picture import InkPicture
from engage_desktop.views.kit.ink_tools import InkTools
from engage_desktop.views.kit.layout import column, group, scrolled
from engage_desktop.views.kit.strokes import WIDE

PENS = QPointingDevice.PointerType


@pytest.fixture
def pad(qtbot: QtBot, dress: Dress) -> InkPad:
    dress()
    made = InkPad("A page")
    qtbot.addWidget(made)
    made.resize(600, 380)
    made.show()
    return made


def draw(pad: InkPad, *places: tuple[int, int]) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[0]))
    for place in places[1:]:
        QTest.mouseMove(pad, QPoint(*place))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(*places[-1]))


def stylus(kind: QPointingDevice.PointerType) -> QPointingDevice:
    return QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        kind,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
        "",
        QPointingDeviceUniqueId(),
    )


def write(
    pad: QWidget, places: list[tuple[int, int, float]], kind: QPointingDevice.PointerType = PENS.Pen
) -> None:
    device = stylus(kind)
    last = len(places) - 1
    steps = [(QEvent.Type.TabletPress, *places[0])]
    steps += [(QEvent.Type.TabletMove, *place) for place in places[1:]]
    steps += [(QEvent.Type.TabletRelease, *places[last])]
    for what, x, y, force in steps:
        left = Qt.MouseButton.LeftButton
        event = QTabletEvent(
            what,
            device,
            QPointF(x, y),
            pad.mapToGlobal(QPointF(x, y)),
            force,
            0,
            0,
            0,
            0,
            0,
            Qt.KeyboardModifier.NoModifier,
            left,
            left,
        )
        QApplication.sendEvent(pad, event)


def finger(pad: QWidget, *places: tuple[int, int]) -> None:
    device = QTest.createTouchDevice()
    touch = QTest.touchEvent(pad, device)
    touch.press(0, QPoint(*places[0]), pad).commit()
    for place in places[1:]:
        QTest.touchEvent(pad, device).move(0, QPoint(*place), pad).commit()
    QTest.touchEvent(pad, device).release(0, QPoint(*places[-1]), pad).commit()


def test_a_mouse_leaves_one_stroke(pad: InkPad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.changed):
        draw(pad, (50, 50), (200, 120), (350, 60))
    assert len(pad.drawing().strokes) == 1
    assert "1" in pad.accessibleDescription()


def test_a_pen_leaves_its_pressure(pad: InkPad) -> None:
    write(pad, [(50, 50, 0.2), (200, 120, 0.5), (350, 60, 1.0)])
    assert [spot[2] for spot in pad.drawing().strokes[0].spots] == [20, 50, 100]


def test_the_other_end_of_the_pen_rubs_out(pad: InkPad) -> None:
    draw(pad, (50, 50), (350, 50))
    write(pad, [(200, 30, 0.5), (200, 60, 0.5)], PENS.Eraser)
    assert pad.drawing().is_empty
    pad.undo()
    assert len(pad.drawing().strokes) == 1


def test_a_finger_draws_and_the_page_round_it_stays(qtbot: QtBot, dress: Dress) -> None:
    dress()
    pad = InkPad("A page")
    pad.setMinimumSize(500, 320)
    tall = QWidget()
    tall.setMinimumHeight(900)
    area = scrolled(column(pad, tall), "All")
    qtbot.addWidget(area)
    area.resize(560, 400)
    area.show()
    finger(pad, (60, 250), (60, 200), (60, 120), (60, 40))
    assert len(pad.drawing().strokes) == 1
    assert area.verticalScrollBar().value() == 0


def test_the_pen_takes_over_from_a_palm(pad: InkPad) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(pad, device).press(0, QPoint(400, 300), pad).commit()
    write(pad, [(50, 50, 0.5), (200, 120, 0.5)])
    QTest.touchEvent(pad, device).release(0, QPoint(420, 300), pad).commit()
    assert len(pad.drawing().strokes) == 1
    assert pad.drawing().strokes[0].spots[0][0] < WIDE // 2


def test_the_keys_draw_too(pad: InkPad) -> None:
    pad.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    QTest.keyClick(pad, Qt.Key.Key_Right)
    QTest.keyClick(pad, Qt.Key.Key_Down)
    QTest.keyClick(pad, Qt.Key.Key_Space)
    (stroke,) = pad.drawing().strokes
    assert stroke.spots[-1][0] > stroke.spots[0][0]
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pad.drawing().is_empty


def test_taken_back_and_brought_again(pad: InkPad) -> None:
    draw(pad, (50, 50), (200, 120))
    draw(pad, (80, 80), (250, 220))
    pad.undo()
    assert len(pad.drawing().strokes) == 1
    pad.redo()
    pad.empty()
    assert pad.drawing().is_empty
    pad.undo()
    assert len(pad.drawing().strokes) == 2


def test_the_same_drawing_at_another_size(pad: InkPad) -> None:
    draw(pad, (50, 50), (200, 120), (350, 60))
    before = pad.drawing()
    pad.resize(1200, 760)
    assert pad.drawing() == before


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("dark", [False, True])
def test_the_tools_are_named_and_large_enough(qtbot: QtBot, dress: Dress, scale: float, dark: bool) -> None:
    dress(dark=dark, scale=scale)
    pad = InkPad("A page")
    tools = InkTools(pad)
    page = group(column(tools, (pad, 1)))
    qtbot.addWidget(page)
    page.resize(700, 640)
    page.show()
    QApplication.processEvents()
    assert audit(page) == []
    press(tools, "Red")
    press(tools, "Thick")
    draw(pad, (50, 50), (200, 120))
    assert pad.drawing().strokes[0].crayon == "red"
    tools.rubber.click()
    draw(pad, (60, 30), (200, 130))
    assert pad.drawing().is_empty
    tools.undo.click()
    assert not pad.drawing().is_empty


def press(tools: InkTools, name: str) -> None:
    next(tool for tool in (*tools.crayons, *tools.widths) if tool.accessibleName() == name).click()


def test_a_picture_says_what_it_is(qtbot: QtBot, pad: InkPad) -> None:
    draw(pad, (50, 50), (200, 120))
    picture = InkPicture(pad.drawing(), "What Mateo drew")
    qtbot.addWidget(picture)
    picture.show()
    assert picture.accessibleName() == "What Mateo drew"
    assert "1" in picture.accessibleDescription()
