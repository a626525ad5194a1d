"""Garbage is looked for by the window's thread alone: a widget let go of elsewhere would end the program."""

from __future__ import annotations

import gc
import sys
import threading
import weakref
from collections import UserList

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from engage_desktop.app.steady import YOUNG, Steady


class Knot(UserList["Knot"]):
    """Something that holds itself: only a search for garbage lets go of it."""


def tied() -> weakref.ref[Knot]:
    knot = Knot()
    knot.append(knot)
    return weakref.ref(knot)


def test_what_other_threads_allocate_lets_nothing_go(qtbot: QtBot) -> None:
    before, owner = sys.getswitchinterval(), QObject()
    try:
        Steady(owner)
        gone = tied()
        worker = threading.Thread(target=lambda: [[n] for n in range(20 * YOUNG)])
        worker.start()
        worker.join()
        assert gone() is not None
        kept = [[n] for n in range(2 * YOUNG)]
        qtbot.waitUntil(lambda: gone() is None)
        assert kept
    finally:
        owner.deleteLater()
        gc.enable()
        sys.setswitchinterval(before)
