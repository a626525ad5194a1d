"""What every test of the interface may ask for: the dressed application, snapshots, and nothing left behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from engage_desktop.views.kit.theme import Theme

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"
SEEN = 24
Snap = Callable[[QWidget, str], None]
Dress = Callable[..., Theme]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have every test here watched for leaks; forgive the offscreen platform what it cannot do."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.usefixtures("nothing_left_behind"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(scope="session")
def app(qapp: QApplication) -> QApplication:
    """Return the application, dressed light at 100 %."""
    Theme().apply(qapp)
    return qapp


@pytest.fixture
def dress(app: QApplication) -> Iterator[Dress]:
    """Dress the application for one test: `dress(dark=True, scale=2.0, rtl=False)`."""

    def put_on(*, dark: bool = False, scale: float = 1.0, rtl: bool = False) -> Theme:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        theme = Theme(dark=dark, scale=scale)
        theme.apply(app)
        return theme

    put_on()
    yield put_on
    put_on()


@pytest.fixture
def nothing_left_behind(app: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a thread."""
    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    threads = set(threading.enumerate())
    yield
    left = _left(before)
    if left:
        gc.collect()
        left = _left(before)
    still = [
        thread.name
        for thread in set(threading.enumerate()) - threads
        if thread.is_alive() and not thread.daemon
    ]
    ticking = [repr(timer.parent()) for timer in _timers() if timer.isActive()]
    for widget in QApplication.topLevelWidgets():
        if id(widget) not in before:
            widget.close()
            widget.deleteLater()
    assert not left, f"windows left: {left}"
    assert not ticking, f"timers left running: {ticking}"
    assert not still, f"threads left: {still}"


def _left(before: set[int]) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [repr(widget) for widget in QApplication.topLevelWidgets() if id(widget) not in before]


def _timers() -> list[QTimer]:
    found = (thing for thing in gc.get_objects() if type(thing) is QTimer)
    return [timer for timer in found if isValid(timer)]


@pytest.fixture
def snap(app: QApplication) -> Snap:
    """Compare a widget with its stored picture; `SNAPSHOT_UPDATE=1` stores it anew.

    Bundled font, fixed size, 100 %: the same on every machine but for some pixels.
    """

    def check(widget: QWidget, name: str, limit: float = 0.002) -> None:
        app.processEvents()
        image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        file = SNAPSHOTS / f"{name}.png"
        if os.environ.get("SNAPSHOT_UPDATE"):
            SNAPSHOTS.mkdir(exist_ok=True)
            image.save(str(file))
        assert file.exists(), f"no picture named {name}; look at it, then store it with SNAPSHOT_UPDATE=1"
        stored = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
        share = different(stored, image)
        if share > limit:
            image.save(str(file.with_suffix(".new.png")))
        assert share <= limit, f"{name}: {share:.2%} of the picture changed"

    return check


def different(one: QImage, other: QImage) -> float:
    """Return the share of pixels that differ visibly; 1 for another size."""
    if one.size() != other.size():
        return 1.0
    if one == other:
        return 0.0
    first, second = bytes(one.constBits()), bytes(other.constBits())
    places = range(0, len(first), 4)
    seen = sum(1 for n in places if any(abs(first[n + k] - second[n + k]) > SEEN for k in range(3)))
    return seen / len(places)
