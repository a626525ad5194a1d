from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress

from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.paint import Sketch


@dataclass(frozen=True)
class Row:
    key: int
    name: str


class RowDelegate(CardDelegate[Row]):
    def height(self, _row: Row, _width: float) -> float:
        return 60

    def draw(self, sketch: Sketch, rect: QRectF, row: Row, _state: CardState) -> None:
        sketch.words(rect, row.name, weight=600)


def model_of(count: int) -> FrozenListModel[Row]:
    model = FrozenListModel[Row](
        key=lambda r: r.key, speech=lambda r: f"{r.name}, all in one sentence", title=lambda r: r.name
    )
    model.show([Row(n, f"Family {n}") for n in range(count)])
    return model


@pytest.fixture
def view(qtbot: QtBot, app: QApplication) -> CardListView:
    made = CardListView("Families", columns_from=1000)
    made.setModel(model_of(50))
    made.setItemDelegate(RowDelegate(made))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_model_keeps_qts_rules() -> None:
    model = model_of(3)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show([Row(2, "b"), Row(1, "a")])
    model.show([Row(2, "c"), Row(1, "a")])
    model.show([])
    assert tester.model() is model


def test_a_card_speaks_as_one_good_sentence(view: CardListView) -> None:
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken.text(QAccessible.Text.Name) == "Families"
    assert spoken.child(0).text(QAccessible.Text.Name) == "Family 0, all in one sentence"


def test_enter_space_and_a_tap_open_a_card(qtbot: QtBot, view: CardListView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(view.opened, timeout=1000) as opened:
            QTest.keyClick(view, key)
        assert opened.args == [Row(1, "Family 1")]
    middle = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(view.opened, timeout=1000) as opened:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened.args == [Row(2, "Family 2")]


def test_the_first_tap_opens_the_card_under_the_pointer_wherever_the_list_is_scrolled(
    qtbot: QtBot, view: CardListView
) -> None:
    view.clearFocus()
    view.setCurrentIndex(QModelIndex())
    view.scrollTo(view.model().index(40, 0))
    middle = view.visualRect(view.model().index(40, 0)).center()
    with qtbot.waitSignal(view.opened, timeout=1000) as opened:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened.args == [Row(40, "Family 40")]


def test_moving_with_the_arrows_opens_nothing(view: CardListView) -> None:
    opened: list[object] = []
    view.opened.connect(opened.append)
    view.setFocus()
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert opened == []


def test_a_refresh_keeps_the_place_and_the_card_one_is_on(app: QApplication, view: CardListView) -> None:
    view.setCurrentIndex(view.model().index(30, 0))
    view.scrollTo(view.model().index(30, 0))
    app.processEvents()
    at = view.verticalScrollBar().value()
    rows = [Row(n, f"Family {n}") for n in range(50)]
    rows.insert(0, Row(99, "New"))
    view.show_rows(rows)
    app.processEvents()
    assert view.currentIndex().row() == 31
    assert view.verticalScrollBar().value() == at


def test_changed_words_change_one_card_and_move_nothing(view: CardListView) -> None:
    model = view.model()
    assert isinstance(model, FrozenListModel)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    rows = list(model.rows)
    rows[3] = replace(rows[3], name="Renamed")
    view.show_rows(rows)
    assert resets == []
    assert model.index(3).data() == "Renamed"


def test_wide_windows_show_two_columns(qtbot: QtBot, view: CardListView) -> None:
    def side_by_side() -> bool:
        first, second = (view.visualRect(view.model().index(n, 0)) for n in (0, 1))
        return first.top() == second.top() and first.left() != second.left()

    assert not side_by_side()
    view.resize(1200, 400)
    qtbot.waitUntil(side_by_side, timeout=2000)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("rtl", [False, True])
def test_cards_are_drawn_at_every_size_in_both_directions(
    app: QApplication, dress: Dress, view: CardListView, scale: float, rtl: bool
) -> None:
    dress(scale=scale, rtl=rtl)
    app.processEvents()
    assert not view.grab().isNull()
    assert view.visualRect(view.model().index(0, 0)).width() <= view.viewport().width()
