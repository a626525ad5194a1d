"""The tour's hands: moves the real widgets on command, in a profile that a tour made and in no other.

The coordinator speaks JSON lines over an inherited socket that survives the restart at a lock. Everything is done
through the event loop, one key or click a turn, as a person would.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QSocketNotifier, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from engage_desktop.app.eyes import (
    count_signs,
    find,
    find_entry,
    find_item,
    find_sign,
    top_window,
    visible_texts,
)
from engage_desktop.app.twins import spellings_of_part

MARKER = "made-by-tour"
SOCKET = "ENGAGE_STEPPER"
BEAT_MS = 5
KEY_MS = 8
DRAG_STEPS = 12
TRIES = 250
Said = dict[str, Any]


def stepper_for(folder: Path, app: QApplication) -> Stepper | None:
    """Return the stepper when a coordinator started this process in a profile of its own making."""
    descriptor = os.environ.get(SOCKET)
    if descriptor is None or not (folder / MARKER).exists():
        return None
    return Stepper(int(descriptor), app)


class Heartbeat(QObject):
    """Measures how long the window's thread was deaf."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._longest = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)
        self._timer.start(BEAT_MS)

    def beat(self) -> None:
        """Note how long it was since the last beat."""
        now = _seconds()
        if self._last:
            self._longest = max(self._longest, now - self._last - BEAT_MS / 1000)
        self._last = now

    def rest(self) -> None:
        """Leave out what the tour itself did since the last beat: looking for controls, writing a picture."""
        self._last = _seconds()

    def take(self) -> float:
        """Return the longest silence in seconds since the last call."""
        longest, self._longest = self._longest, 0.0
        return longest


def _seconds() -> float:
    import time

    return time.perf_counter()


class Stepper(QObject):
    """Reads one command at a time and answers it when it is done."""

    def __init__(self, descriptor: int, app: QApplication) -> None:
        super().__init__(app)
        os.set_inheritable(descriptor, True)
        self._socket = socket.socket(fileno=os.dup(descriptor))
        self._app = app
        self._heart = Heartbeat(self)
        self._rest = b""
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_ready)
        self._do: dict[str, Callable[[Said], Said | None]] = {
            "hello": lambda _said: {"pid": os.getpid()},
            "click": self._click,
            "pick": self._pick,
            "menu": self._menu,
            "sign": self._sign,
            "signs": lambda _said: {"count": count_signs()},
            "drop": self._drop,
            "stroke": self._stroke,
            "focus": self._focus,
            "type": self._type,
            "key": self._key,
            "texts": lambda _said: {"texts": visible_texts()},
            "sees": _sees,
            "state": self._state,
            "shot": self._shot,
            "stall": lambda _said: {"seconds": self._heart.take()},
            "resize": self._resize,
        }

    def _on_ready(self) -> None:
        try:
            data = self._socket.recv(65536)
        except OSError:
            data = b""
        if not data:
            self._notifier.setEnabled(False)
            return
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            said = json.loads(line)
            QTimer.singleShot(0, self, lambda said=said: self._obey(said))

    def _obey(self, said: Said) -> None:
        self._heart.beat()
        try:
            _touch()
            answer = self._do[said["do"]](said)
        except LookupError as error:
            answer = {"error": str(error)}
        self._heart.rest()
        if answer is not None:
            self._answer(answer)

    def _answer(self, answer: Said) -> None:
        self._socket.sendall(json.dumps(answer).encode() + b"\n")

    def _click(self, said: Said) -> Said:
        widget = find(said["name"], said.get("nth", 0), under=said.get("under", ""))
        if isinstance(widget, QTabBar):
            where = next(
                widget.tabRect(n).center() for n in range(widget.count()) if widget.tabText(n) == said["name"]
            )
        else:
            where = widget.rect().center()
        # A click may open a dialog that runs its own loop or restart the process, so the answer goes first.
        QTimer.singleShot(
            0,
            widget,
            lambda: QTest.mouseClick(
                widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where
            ),
        )
        return {"ok": True}

    def _pick(self, said: Said) -> Said:
        view, index = find_item(said["text"])
        view.scrollTo(index)
        where = view.visualRect(index).center()
        if said.get("at"):
            box = view.visualRect(index)
            where = QPoint(
                box.left() + round(box.width() * said["at"][0]),
                box.top() + round(box.height() * said["at"][1]),
            )
        click = QTest.mouseDClick if said.get("double") else QTest.mouseClick
        QTimer.singleShot(
            0,
            view,
            lambda: click(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where),
        )
        return {"ok": True}

    def _menu(self, said: Said) -> Said:
        """Take an entry of the menu that is open."""
        menu, where = find_entry(said["text"])
        QTimer.singleShot(
            0,
            menu,
            lambda: QTest.mouseClick(menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where),
        )
        return {"ok": True}

    def _sign(self, said: Said) -> Said:
        """Press a sign of a drawing, drag it `by` so many pixels, or only `go` there as the arrow keys do."""
        canvas, key = find_sign(said["says"])
        canvas.bring_into_view(key)
        if said.get("go"):
            canvas.setFocus(Qt.FocusReason.TabFocusReason)
            canvas.go_to(key)
            return {"ok": True}
        node = canvas.board.node(key)
        at = canvas.mapFromScene(node.at.x, node.at.y)
        across, down = said.get("by") or (0, 0)
        steps = [
            QPoint(round(across * n / DRAG_STEPS), round(down * n / DRAG_STEPS))
            for n in range(DRAG_STEPS + 1)
        ]
        drag(canvas.viewport(), [at + step for step in steps] if across or down else [at])
        return {"ok": True}

    def _drop(self, said: Said) -> Said:
        """Let a file fall on the control called `name`, or on what it stands in and takes files."""
        taker = find(said["name"])
        while not taker.acceptDrops():
            parent = taker.parentWidget()
            if parent is None:
                raise LookupError(f"nothing round {said['name']} takes files")
            taker = parent
        QTimer.singleShot(0, taker, partial(drop, taker, said["path"]))
        return {"ok": True}

    def _stroke(self, said: Said) -> Said:
        """Draw a line on a pad; its points are shares of the pad's size."""
        pad = find(said["name"])
        wide, high = pad.width(), pad.height()
        drag(pad, [QPoint(round(x * wide), round(y * high)) for x, y in said["points"]])
        return {"ok": True}

    def _focus(self, said: Said) -> Said:
        widget = find(said["name"], said.get("nth", 0), writable=True)
        widget.window().activateWindow()
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        return {"ok": True}

    def _type(self, said: Said) -> None:
        self._type_on(list(said["text"]))

    def _type_on(self, left: list[str]) -> None:
        if not left:
            self._answer({"ok": True})
            return
        target = QApplication.focusWidget()
        if target is None:
            self._answer({"error": "nothing has the focus"})
            return
        _press(target, left[0])
        QTimer.singleShot(KEY_MS, self, lambda: self._type_on(left[1:]))

    def _key(self, said: Said) -> None:
        top_window().activateWindow()
        self._key_when_active(QKeySequence(said["key"]), TRIES)

    def _key_when_active(self, keys: QKeySequence, tries: int) -> None:
        """Press once the window has the keyboard: before that, a shortcut would go nowhere."""
        window = top_window()
        if not window.isActiveWindow() and tries:
            QTimer.singleShot(KEY_MS, self, lambda: self._key_when_active(keys, tries - 1))
            return
        target = QApplication.focusWidget() or window
        QTimer.singleShot(0, target, lambda: QTest.keySequence(target, keys))
        self._answer({"ok": True})

    def _state(self, _said: Said) -> Said:
        focus = QApplication.focusWidget()
        text = ""
        if isinstance(focus, QPlainTextEdit):
            text = focus.toPlainText()
        elif isinstance(focus, QLineEdit):
            text = focus.text()
        window = top_window()
        return {
            "focus": focus.accessibleName() if focus else "",
            "text": text,
            "cursor": focus.textCursor().position() if isinstance(focus, QPlainTextEdit) else -1,
            "title": window.windowTitle(),
            "place": window.property("place") or "",
            "complete": bool(window.property("complete")),
            "size": [window.width(), window.height()],
            "platform": QGuiApplication.platformName(),
        }

    def _shot(self, said: Said) -> Said:
        return {"ok": top_window().grab().save(said["path"])}

    def _resize(self, said: Said) -> Said:
        top_window().resize(said["width"], said["height"])
        return {"ok": True}


def _touch() -> None:
    """Move the pointer in its corner, as a hand at the laptop does: what is pressed by name never passes the window."""
    handle = top_window().windowHandle()
    for place in (QPoint(1, 0), QPoint(0, 0)):
        QTest.mouseMove(handle, place)


def drag(widget: QWidget, points: list[QPoint]) -> None:
    """Press at the first point, move through all of them and let go at the last."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, left, none, points[0])
    for point in points[1:]:
        event = QMouseEvent(
            QEvent.Type.MouseMove, point, widget.mapToGlobal(point), Qt.MouseButton.NoButton, left, none
        )
        QApplication.sendEvent(widget, event)
    QTest.mouseRelease(widget, left, none, points[-1])


def drop(widget: QWidget, path: str) -> None:
    """Let a file fall on a widget, as the hand of a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path)])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    at = widget.rect().center()
    QApplication.sendEvent(widget, QDragEnterEvent(at, copy, mime, left, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, mime, left, none))


def _sees(said: Said) -> Said:
    shown = visible_texts()
    return {"sees": any(words in text for words in spellings_of_part(said["words"]) for text in shown)}


def _press(target: QWidget, letter: str) -> None:
    if letter == "\n":
        QTest.keyClick(target, Qt.Key.Key_Return)
    elif letter.isascii():
        QTest.keyClicks(target, letter)
    else:
        # QTest knows no keys beyond ASCII; an input method delivers such letters the same way.
        from PySide6.QtGui import QInputMethodEvent

        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(target, event)
