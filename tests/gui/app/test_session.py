"""When the window hides and when it locks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from engage_desktop.app.session import LockTimes, Session


class HandClock:
    """Two clocks moved by hand: the wall's and the one that never runs backwards."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 11, 23, 13, 41, tzinfo=UTC)
        self.mono = 100.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.mono

    def pass_time(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.mono += seconds


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def session(qapp: QApplication, clock: HandClock) -> Iterator[Session]:
    made = Session(qapp, clock, LockTimes())
    yield made
    made.deleteLater()


class Heard:
    """What the session asked for, in order."""

    def __init__(self, session: Session) -> None:
        self.words: list[str] = []
        session.hide_wanted.connect(lambda: self.words.append("hide"))
        session.lock_wanted.connect(lambda: self.words.append("lock"))


def run(session: Session, clock: HandClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.pass_time(1)
        session.look_at_the_clock()


def test_a_minute_without_touch_hides(session: Session, clock: HandClock) -> None:
    heard = Heard(session)
    run(session, clock, 59)
    assert heard.words == []
    run(session, clock, 1)
    assert heard.words == ["hide"]


def typed(field: QLineEdit) -> None:
    QTest.keyClick(field, Qt.Key.Key_A)


def dictated(field: QLineEdit) -> None:
    event = QInputMethodEvent()
    event.setCommitString("á")
    QApplication.sendEvent(field, event)


def pointed(field: QLineEdit) -> None:
    for across in (20, 30):
        QTest.mouseMove(field.window().windowHandle(), QPoint(across, 30))


def pressed_a_key_of_another_window(_field: QLineEdit) -> None:
    other = QWidget()
    other.show()
    QTest.qWaitForWindowActive(other)
    QTest.keyClick(other.windowHandle(), Qt.Key.Key_Down)
    other.close()


@pytest.mark.parametrize("touch", [typed, dictated, pointed, pressed_a_key_of_another_window])
def test_touching_the_laptop_starts_the_minute_again(
    qtbot: QtBot, session: Session, clock: HandClock, touch: Callable[[QLineEdit], None]
) -> None:
    window = QWidget()
    field = QLineEdit(window)
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    QTest.qWaitForWindowActive(window)
    field.setFocus()
    heard = Heard(session)
    run(session, clock, 50)
    touch(field)
    run(session, clock, 50)
    assert heard.words == []
    run(session, clock, 10)
    assert heard.words == ["hide"]


def test_hidden_for_three_minutes_locks_and_for_ten_during_a_visit(
    session: Session, clock: HandClock
) -> None:
    heard = Heard(session)
    session.hidden()
    run(session, clock, 179)
    assert heard.words == []
    session.set_in_visit(True)
    run(session, clock, 420)
    assert heard.words == []
    run(session, clock, 1)
    assert heard.words == ["lock"]


def test_a_laptop_that_slept_locks_at_once(session: Session, clock: HandClock) -> None:
    heard = Heard(session)
    clock.pass_time(3600)
    session.look_at_the_clock()
    assert heard.words == ["lock"]


def test_five_wrong_pins_lock_and_a_right_one_forgives(session: Session) -> None:
    heard = Heard(session)
    assert [session.wrong_pin() for _ in range(4)] == [4, 3, 2, 1]
    session.returned()
    assert [session.wrong_pin() for _ in range(5)] == [4, 3, 2, 1, 0]
    assert heard.words == ["lock"]
