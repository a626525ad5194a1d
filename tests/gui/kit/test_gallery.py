from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Dress, Snap
from tests.gui.kit.gallery import SCENES

from engage_desktop.views.kit.a11y import audit


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(
    ("dark", "scale", "rtl"), [(False, 1.0, False), (True, 1.5, False), (False, 2.0, True)]
)
def test_every_widget_shows_whole_and_named(
    qtbot: QtBot, app: QApplication, dress: Dress, scene: str, dark: bool, scale: float, rtl: bool
) -> None:
    dress(dark=dark, scale=scale, rtl=rtl)
    window = SCENES[scene]()
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    for _ in range(4):
        app.processEvents()
    assert window.size().toTuple() == (1366, 740)
    assert audit(window) == []


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scene", ["buttons", "forms"])
def test_the_look_of_the_kit(
    qtbot: QtBot, app: QApplication, dress: Dress, snap: Snap, scene: str, dark: bool
) -> None:
    dress(dark=dark)
    window = SCENES[scene]()
    qtbot.addWidget(window)
    window.resize(1366, 740)
    window.show()
    window.setFocus()
    for _ in range(4):
        app.processEvents()
    snap(window, f"kit-{scene}-{'dark' if dark else 'light'}")
