"""The helper process as the window sees it: asked, never waited for, and gone with the window.

What it answered is remembered in memory alone. When it cannot run or dies twice, spelling is simply not looked at.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

MOST_REMEMBERED = 60_000
MOST_AT_ONCE = 400
MOST_DEATHS = 2
END_MS = 1_000
Told = Callable[[tuple[str, ...]], object]


class SpellHelper(QObject):
    """Looks words up. `answered` rings when some are known that were not; `good` tells what each is right in."""

    answered = Signal()

    def __init__(self, command: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self.good: dict[str, frozenset[str]] = {}
        self.choices: dict[str, str] = {}  # the language chosen by hand, by note
        self._process: QProcess | None = None
        self._waiting: dict[str, None] = {}
        self._asked: frozenset[str] = frozenset()
        self._wish: tuple[str, str, Told] | None = None
        self._told: Told | None = None
        self._meant: dict[tuple[str, str], tuple[str, ...]] = {}
        self._number, self._deaths = 0, 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    @property
    def has_given_up(self) -> bool:
        """Whether it died too often to be asked again."""
        return self._deaths >= MOST_DEATHS

    @property
    def is_busy(self) -> bool:
        """Whether an answer is on its way."""
        return bool(self._asked or self._waiting or self._told or self._wish)

    def look_up(self, words: Iterable[str]) -> None:
        """Ask about some words, soon; the process is started for the first of them."""
        wanted = [word for word in words if word not in self.good and word not in self._asked]
        if wanted and not self.has_given_up:
            self._waiting.update(dict.fromkeys(wanted))
            self._soon.start()

    def suggest(self, word: str, language: str, told: Told) -> None:
        """Ask what may have been meant; an older question that still waits is forgotten."""
        known = self._meant.get((word, language))
        if known is not None:
            told(known)
        elif self.has_given_up:
            told(())
        else:
            self._wish = (word, language, told)
            self._soon.start()

    def cancel(self) -> None:
        """Want no suggestions any more; an answer on its way falls."""
        self._wish = None
        self._told = _nobody if self._told is not None else None

    def close(self) -> None:
        """End the process for good and forget every word."""
        self._soon.stop()
        self._deaths = MOST_DEATHS
        process, self._process = self._process, None
        self._waiting.clear()
        self.good.clear()
        self._meant.clear()
        self._asked, self._wish, self._told = frozenset(), None, None
        if process is not None:
            process.closeWriteChannel()
            if not process.waitForFinished(END_MS):
                process.kill()
                process.waitForFinished(END_MS)
            process.deleteLater()

    def _ask(self) -> None:
        """Ask one thing at a time, words first: what is cancelled meanwhile never reaches the process."""
        if self._asked or self._told is not None:
            return
        if self._waiting:
            batch = list(self._waiting)[:MOST_AT_ONCE]
            for word in batch:
                del self._waiting[word]
            self._asked = frozenset(batch)
            self._say({"check": batch})
        elif self._wish is not None:
            word, language, self._told = self._wish
            self._asked_for = (word, language)
            self._wish = None
            self._say({"suggest": word, "in": language})

    def _say(self, question: dict[str, Any]) -> None:
        if self._process is None:
            self._start()
        self._number += 1
        if self._process is not None:
            self._process.write(json.dumps({"n": self._number, **question}).encode() + b"\n")

    def _start(self) -> None:
        process = QProcess(self)
        process.setProgram(self._command[0])
        process.setArguments(list(self._command[1:]))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._on_lines)
        process.finished.connect(self._on_died)
        process.errorOccurred.connect(self._on_died)
        self._process = process
        process.start()

    def _on_lines(self) -> None:
        while self._process is not None and self._process.canReadLine():
            self._take(json.loads(bytes(self._process.readLine().data())))
        self._ask()

    def _take(self, answer: dict[str, Any]) -> None:
        if answer["n"] != self._number:
            return
        if "good" in answer:
            if len(self.good) > MOST_REMEMBERED:
                self.good.clear()
            self.good.update({word: frozenset(langs) for word, langs in answer["good"].items()})
            self._asked = frozenset()
            self.answered.emit()
            return
        meant = tuple(map(str, answer["meant"]))
        told, self._told = self._told, None
        self._meant[self._asked_for] = meant
        if told is not None:
            told(meant)

    def _on_died(self, *_why: object) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.deleteLater()
        self._deaths += 1
        told, self._told = self._told, None
        self._waiting = {} if self.has_given_up else dict.fromkeys(self._asked) | self._waiting
        self._asked = frozenset()
        if told is not None:
            told(())
        self.answered.emit()
        if self._waiting:
            self._soon.start()

    _asked_for = ("", "")


def _nobody(_meant: tuple[str, ...]) -> None:
    return
