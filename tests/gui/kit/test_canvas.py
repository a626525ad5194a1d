from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress

from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.canvas.shapes import (
    Area,
    Label,
    LineStyle,
    Node,
    NodeState,
    Picture,
    Point,
    Room,
    Stroke,
)
from engage_desktop.views.kit.canvas.tools import CanvasTools
from engage_desktop.views.kit.canvas.view import Canvas
from engage_desktop.views.kit.layout import column, group
from engage_desktop.views.kit.paint import Sketch

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Disc:
    words: str

    def draw(self, sketch: Sketch, state: NodeState) -> None:
        sketch.panel(QRectF(-30, -30, 60, 60), "surface", "text", radius=30)
        if not state.far:
            sketch.words(QRectF(-60, 34, 120, 20), self.words, align="center")


def disc(name: str, x: float, y: float) -> Node:
    return Node(name, Point(x, y), Room(-60, -30, 60, 56), f"{name}, a disc", Disc(name))


def picture_of(*nodes: Node) -> Picture:
    lines = tuple(
        Stroke(
            (Point(-100, 40.0 * n), Point(400, 40.0 * n)),
            style,
            key=style.value,
            hits=style is LineStyle.DASHED,
            arrow_at_end=n % 2 == 0,
            arrow_at_start=n % 3 == 0,
        )
        for n, style in enumerate(LineStyle, 8)
    )
    bent = Stroke((Point(0, 0), Point(50, -60), Point(150, -60), Point(200, 0)), LineStyle.DOUBLE, bent=True)
    outline = Area((Room(-80, -60, 300, 80), Room(100, 60, 140, 200)), fill="primarysoft")
    return Picture(
        nodes, (*lines, bent), (outline,), (Label(Point(0, 90), "since 2012"),), "A drawing of discs."
    )


FOUR = (disc("Ann", 0, 0), disc("Ben", 200, 0), disc("Cleo", 20, 200), disc("Dan", 220, 200))


@pytest.fixture
def canvas(qtbot: QtBot, app: QApplication) -> Canvas:
    made = Canvas("Discs")
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_picture(picture_of(*FOUR))
    QApplication.processEvents()
    return made


def told(signal: object) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    connect: Callable[[Callable[..., None]], object] = signal.connect  # type: ignore[attr-defined]  # any signal
    connect(lambda *args: found.append(args))
    return found


def spot(canvas: Canvas, key: str) -> QPoint:
    return canvas.mapFromScene(canvas.board.rect_of(key).center())


def drag(canvas: Canvas, start: QPoint, by: QPoint) -> None:
    left, paper = Qt.MouseButton.LeftButton, canvas.viewport()
    QTest.mousePress(paper, left, pos=start)
    QTest.mouseMove(paper, start + by / 2)
    QTest.mouseMove(paper, start + by)
    QTest.mouseRelease(paper, left, pos=start + by)


def test_arrows_go_in_the_order_of_reading_and_up_and_down(canvas: Canvas) -> None:
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    seen = [canvas.focus_key]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
        seen.append(canvas.focus_key)
    assert seen == ["Ann", "Ben", "Cleo", "Dan", "Dan"]
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.focus_key == "Ben"
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.focus_key == "Dan"
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.focus_key == "Ann"
    QTest.keyClick(canvas, Qt.Key.Key_C)
    assert canvas.focus_key == "Cleo"


def test_what_the_keyboard_is_at_is_told_before_the_whole(canvas: Canvas) -> None:
    assert canvas.accessibleDescription() == "Ann, a disc. 1 of 4.\nA drawing of discs."
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.accessibleDescription() == "Ben, a disc. 2 of 4.\nA drawing of discs."


def test_enter_and_a_press_open_a_sign(canvas: Canvas) -> None:
    opened = told(canvas.opened)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot(canvas, "Dan"))
    assert opened == [("Ann",), ("Dan",)]
    assert canvas.focus_key == "Dan"


def test_a_line_with_a_key_can_be_pressed(canvas: Canvas) -> None:
    opened = told(canvas.stroke_opened)
    at = canvas.mapFromScene(QPointF(300, 40.0 * 8))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [("solid",)]


def test_only_the_line_itself_is_pressed_not_the_paper_beside_it(canvas: Canvas) -> None:
    elbow = Stroke((Point(0, 100), Point(0, 300), Point(300, 300)), LineStyle.DASHED, key="elbow")
    bow = Stroke((Point(400, 0), Point(400, 300), Point(700, 300), Point(700, 0)), bent=True, key="bow")
    canvas.show_picture(Picture(FOUR[:1], (elbow, bow)))
    canvas.fit()
    opened = told(canvas.stroke_opened)
    for x, y in ((100, 220), (550, 100), (0, 200), (550, 225)):
        at = canvas.mapFromScene(QPointF(x, y))
        QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == [("elbow",), ("bow",)]


def test_a_sign_that_goes_while_it_is_dragged_is_let_go(canvas: Canvas) -> None:
    opened, moved = told(canvas.opened), told(canvas.moved)
    left, paper, start = Qt.MouseButton.LeftButton, canvas.viewport(), spot(canvas, "Ben")
    QTest.mousePress(paper, left, pos=start)
    QTest.mouseMove(paper, start + QPoint(20, 20))
    canvas.show_picture(picture_of(FOUR[0]))
    QTest.mouseMove(paper, start + QPoint(40, 20))
    QTest.mouseRelease(paper, left, pos=start + QPoint(40, 20))
    QTest.mousePress(paper, left, pos=spot(canvas, "Ann"))
    canvas.show_picture(picture_of(FOUR[1]))
    QTest.mouseRelease(paper, left, pos=start)
    assert opened == moved == []


def test_a_sign_is_dragged_and_tells_where_it_was_put(canvas: Canvas) -> None:
    moved, dragging = told(canvas.moved), told(canvas.dragging)
    zoom = canvas.zoom
    drag(canvas, spot(canvas, "Ben"), QPoint(80, 40))
    assert dragging
    ((key, x, y),) = moved
    assert key == "Ben"
    assert isinstance(x, float)
    assert isinstance(y, float)
    assert abs(x - (200 + 80 / zoom)) < 3
    assert abs(y - 40 / zoom) < 3


def test_a_sign_is_moved_by_keys_and_undone_by_keys(canvas: Canvas) -> None:
    moved, undone, redone = told(canvas.moved), told(canvas.undo_wanted), told(canvas.redo_wanted)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_Z, CTRL | SHIFT)
    assert moved == [("Ann", 20.0, 0.0)]
    assert (len(undone), len(redone)) == (1, 1)


def test_signs_stay_where_moving_is_not_wanted(canvas: Canvas) -> None:
    canvas.set_movable(False)
    moved = told(canvas.moved)
    drag(canvas, spot(canvas, "Ben"), QPoint(80, 40))
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert moved == []


def test_zoom_by_key_wheel_and_button(canvas: Canvas) -> None:
    whole = canvas.zoom
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.zoom == pytest.approx(whole * 1.25)
    at = QPointF(100, 100)
    wheel = QWheelEvent(
        at, canvas.mapToGlobal(at), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = canvas.mapToScene(at.toPoint())
    QApplication.sendEvent(canvas.viewport(), wheel)
    assert canvas.zoom > whole * 1.5
    after = canvas.mapToScene(at.toPoint())
    assert abs(after.x() - before.x()) < 3
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.zoom == pytest.approx(whole)


def test_the_paper_is_pushed_by_hand_and_by_ctrl_arrows(canvas: Canvas) -> None:
    canvas.zoom_by(2.0)
    before = canvas.mapToScene(QPoint(0, 0))
    drag(canvas, QPoint(690, 490), QPoint(-60, -40))
    pushed = canvas.mapToScene(QPoint(0, 0))
    assert pushed.x() > before.x()
    QTest.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    assert canvas.mapToScene(QPoint(0, 0)).x() > pushed.x()


def test_all_of_it_stays_in_view_when_the_window_changes_until_one_zooms(canvas: Canvas) -> None:
    canvas.resize(350, 250)
    QApplication.processEvents()
    assert canvas.viewport().rect().contains(spot(canvas, "Dan"))
    canvas.zoom_in()
    zoom = canvas.zoom
    canvas.resize(700, 500)
    QApplication.processEvents()
    assert canvas.zoom == zoom


def test_where_one_looks_comes_back(canvas: Canvas) -> None:
    canvas.zoom_by(1.7)
    canvas.pan(40, 30)
    place = canvas.place()
    canvas.fit()
    canvas.restore(place)
    assert canvas.zoom == pytest.approx(float(place["zoom"]), abs=1e-3)
    canvas.restore({"zoom": "much"})


def test_the_keyboard_comes_back_to_the_sign_it_was_at(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.go_to("Cleo")
    again = Canvas("Discs again")
    qtbot.addWidget(again)
    again.restore(canvas.place())
    again.restyle()
    again.show_picture(picture_of(*FOUR))
    assert again.focus_key == "Cleo"


def test_only_what_changed_is_drawn_anew(canvas: Canvas) -> None:
    before = dict(canvas.board._nodes)
    moved = replace(FOUR[0], at=Point(10, 10))
    canvas.show_picture(picture_of(moved, *FOUR[1:3]))
    assert canvas.board._nodes == {key: before[key] for key in ("Ann", "Ben", "Cleo")}
    assert canvas.board.node("Ann").at == Point(10, 10)


@pytest.mark.parametrize(("scale", "dark"), [(1.0, False), (1.5, True), (2.0, False)])
def test_the_buttons_do_what_the_keys_do(canvas: Canvas, dress: Dress, scale: float, dark: bool) -> None:
    dress(scale=scale, dark=dark)
    tools = CanvasTools(canvas)
    whole = group(column((canvas, 1), tools))
    whole.resize(900, 700)
    whole.show()
    QApplication.processEvents()
    assert audit(whole) == []
    assert not tools.undo.isEnabled()
    tools.set_history(can_undo=True, can_redo=True)
    undone = told(canvas.undo_wanted)
    tools.undo.click()
    assert undone == [()]
    before = canvas.zoom
    tools.nearer.click()
    tools.further.click()
    assert canvas.zoom == pytest.approx(before)
    tools.fit.click()
    canvas.setParent(None)
    whole.close()
    whole.deleteLater()


def test_an_empty_canvas_takes_keys_without_falling_over(canvas: Canvas) -> None:
    canvas.show_picture(Picture(says="Nobody yet."))
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_0, Qt.Key.Key_Plus):
        QTest.keyClick(canvas, key)
    assert not canvas.focus_key
    canvas.go_to("nobody")
    canvas.grab()


def test_three_thousand_signs_are_shown(canvas: Canvas) -> None:
    many = tuple(disc(f"P{n}", 140.0 * (n % 60), 180.0 * (n // 60)) for n in range(3_000))
    canvas.show_picture(Picture(many, says="Many."))
    canvas.fit()
    assert not canvas.grab().isNull()
    QTest.keyClick(canvas, Qt.Key.Key_End)
    assert canvas.focus_key == "P2999"
