from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engage_desktop.errors import EngageError, Locked
from engage_desktop.views.kit.lanes import Lanes, Latest


@dataclass
class Heard:
    crashes: list[BaseException] = field(default_factory=list)
    troubles: list[EngageError] = field(default_factory=list)


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def lanes(app: QApplication, heard: Heard) -> Iterator[Lanes]:
    made = Lanes(crashed=heard.crashes.append, troubled=heard.troubles.append)
    yield made
    made.close()
    QCoreApplication.processEvents()


def name_of_thread() -> str:
    return threading.current_thread().name


def fail(error: BaseException) -> None:
    raise error


def test_a_job_runs_elsewhere_and_its_result_comes_home(qtbot: QtBot, lanes: Lanes) -> None:
    owner, results = QObject(), []

    def done(name: str) -> None:
        results.append((name, name_of_thread()))

    lanes.read(owner, name_of_thread, done)
    qtbot.waitUntil(lambda: not lanes.busy())
    assert results[0][0].startswith("read")
    assert results[0][1] == threading.main_thread().name


def test_an_expected_failure_reaches_who_asked(qtbot: QtBot, lanes: Lanes, heard: Heard) -> None:
    owner = QObject()
    failures: list[EngageError] = []
    lanes.read(owner, partial(fail, Locked()), lambda _: None, failures.append)
    lanes.read(owner, partial(fail, Locked()), lambda _: None)
    qtbot.waitUntil(lambda: not lanes.busy())
    assert [type(f) for f in failures] == [Locked]
    assert [type(t) for t in heard.troubles] == [Locked]


def test_a_bug_reaches_the_crash_path_even_when_nobody_waits(
    qtbot: QtBot, lanes: Lanes, heard: Heard
) -> None:
    owner = QObject()
    lanes.read(owner, partial(fail, KeyError("x")), lambda _: None, lambda _: None).cancel()
    qtbot.waitUntil(lambda: not lanes.busy())
    assert [type(c) for c in heard.crashes] == [KeyError]


def test_nobody_is_told_when_who_asked_is_gone(qtbot: QtBot, app: QApplication, lanes: Lanes) -> None:
    parent = QWidget()
    told: list[object] = []
    owner = QWidget(parent)
    gate = threading.Event()
    lanes.read(owner, partial(gate.wait, 5), told.append)
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    qtbot.waitUntil(lambda: not lanes.busy())
    assert told == []


def test_a_cancelled_ticket_tells_nobody(qtbot: QtBot, lanes: Lanes) -> None:
    owner = QObject()
    told: list[object] = []
    lanes.read(owner, lambda: 1, told.append).cancel()
    qtbot.waitUntil(lambda: not lanes.busy())
    assert told == []


def test_writes_keep_their_order(qtbot: QtBot, lanes: Lanes) -> None:
    owner = QObject()
    told: list[object] = []
    written: list[int] = []
    for number in range(50):
        lanes.write(owner, partial(written.append, number), told.append)
    qtbot.waitUntil(lambda: not lanes.busy())
    assert written == list(range(50))
    assert len(told) == 50


def test_reads_run_beside_a_long_write(qtbot: QtBot, lanes: Lanes) -> None:
    owner = QObject()
    told: list[object] = []
    gate = threading.Event()
    lanes.write(owner, partial(gate.wait, 5), told.append)
    lanes.read(owner, lambda: "read", told.append)
    qtbot.waitUntil(lambda: told == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: not lanes.busy())
    assert told == ["read", True]


def test_writes_go_to_the_lane_of_the_store(qtbot: QtBot, app: QApplication) -> None:
    with ThreadPoolExecutor(1, thread_name_prefix="the-store") as store:

        def submit(job: Callable[[], object]) -> Future[object]:
            return store.submit(job)

        lanes = Lanes(submit)
        told: list[str] = []
        owner = QObject()
        lanes.write(owner, name_of_thread, told.append)
        qtbot.waitUntil(lambda: not lanes.busy())
        lanes.close()
    assert told[0].startswith("the-store")


@pytest.mark.parametrize("holding", ["method", "partial", "closure"])
def test_a_job_that_holds_a_widget_is_refused(qtbot: QtBot, lanes: Lanes, holding: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    jobs: dict[str, Callable[[], object]] = {
        "method": widget.width,
        "partial": partial(str, widget),
        "closure": lambda: widget.width() + 1,
    }
    with pytest.raises(TypeError):
        lanes.read(widget, jobs[holding], lambda _: None)
    assert not lanes.busy()


def test_only_the_newest_question_is_answered(qtbot: QtBot, lanes: Lanes) -> None:
    owner = QObject()
    told: list[object] = []
    latest = Latest(lanes, owner)
    for number in range(20):
        latest.read(partial(int, number), told.append)
    qtbot.waitUntil(lambda: not lanes.busy())
    assert told == [19]


def test_many_jobs_leave_nothing_waiting(qtbot: QtBot, lanes: Lanes) -> None:
    told: list[int] = []
    for number in range(300):
        owner = QWidget()
        lanes.read(owner, partial(int, number), told.append)
        if number % 3:
            owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not lanes.busy())
    assert len(told) <= 300
    assert lanes.waiting() == 0


def test_a_read_that_was_overtaken_does_not_show_what_is_old(qtbot: QtBot, lanes: Lanes) -> None:
    gate = threading.Event()
    shown = Shown()

    def slow() -> str:
        gate.wait(5)
        return "old"

    lanes.read(shown, slow, shown.show)
    lanes.read(shown, lambda: "new", shown.show)
    qtbot.waitUntil(lambda: shown.texts == ["new"])
    gate.set()
    qtbot.waitUntil(lambda: not lanes.busy())
    assert shown.texts == ["new"]


def test_after_closing_nothing_is_done_and_nothing_breaks(app: QApplication) -> None:
    lanes, shown = Lanes(), Shown()
    lanes.close()
    lanes.read(shown, lambda: "late", shown.show)
    QCoreApplication.processEvents()
    assert shown.texts == []


class Shown(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def show(self, text: str) -> None:
        self.texts.append(text)
