"""Spelling: what a helper costs, and that the window never waits for it.

    .venv/bin/python -m bench.spelling

*Longest wait of the window* is the longest time between two turns of its loop while dictionaries load and words are
looked up; one thread that loaded them itself would hold the window for all of that time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from bench.measure import Row, median, percentile, timed
from engage_desktop.app.spell_helper import dictionaries, spell_command
from engage_desktop.views.kit.inputs import TextArea
from engage_desktop.views.kit.theme import Theme
from engage_desktop.views.spelling.helper import SpellHelper
from engage_desktop.views.spelling.speller import Speller

LINE = "Elena recieved her school books and Mateo was happy to see them today, and the bedroom was clean. "
LINES, STARTS = 300, 5
MISSPELT = [
    "recieved",
    "leter",
    "scool",
    "bedrom",
    "hapy",
    "tomorow",
    "diner",
    "becuase",
    "freind",
    "writting",
    "apartmant",
    "grandmoter",
]


def run() -> list[Row]:
    """Measure and return a line for each."""
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    Theme().apply(app)
    folder = Path(str(files("engage_desktop").joinpath("_resources", "spelling")))
    loading = 1000 * median(timed(lambda: dictionaries(folder), 3))
    first, waits = [], []
    for _ in range(STARTS):
        helper = SpellHelper(spell_command())
        wait, taken = _watched(partial(helper.look_up, ["recieved"]), partial(_is_idle, helper))
        first.append(taken)
        waits.append(wait)
        helper.close()
    helper = SpellHelper(spell_command())
    asked = _suggested(helper)
    typed = _typed(helper)
    helper.close()
    return [
        Row("spelling: from the first word to its answer", 1000 * median(first), 2000, "ms", "two seconds"),
        Row("spelling: longest wait of the window meanwhile", 1000 * max(waits), loading, "ms", "loading in the window"),
        Row("spelling: suggestions, p50", 1000 * median(asked), 400, "ms", "pure Python"),
        Row("spelling: suggestions, p99", 1000 * percentile(asked, 0.99), 400, "ms", "pure Python"),
        Row(f"spelling: mark {LINES * 18:,} words anew, p50", 1000 * median(typed), 50, "ms", "limit of 50 ms"),
        Row(f"spelling: mark {LINES * 18:,} words anew, p99", 1000 * percentile(typed, 0.99), 50, "ms", "limit of 50 ms"),
    ]  # fmt: skip


def _is_idle(helper: SpellHelper) -> bool:
    return not helper.is_busy


def _watched(begin: Callable[[], object], done: Callable[[], bool]) -> tuple[float, float]:
    """Return the longest time between two turns of the loop, and the whole."""
    longest, last, start = 0.0, time.perf_counter(), time.perf_counter()
    tick = QTimer()
    tick.start(0)
    begin()
    while not done():
        QApplication.processEvents()
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest, time.perf_counter() - start


def _suggested(helper: SpellHelper) -> list[float]:
    taken = []
    for word in MISSPELT:
        for language in ("en", "es"):
            came: list[object] = []
            began = time.perf_counter()
            helper.suggest(word, language, came.append)
            while not came:
                QApplication.processEvents()
            taken.append(time.perf_counter() - began)
    return taken[2:]


def _typed(helper: SpellHelper) -> list[float]:
    area = TextArea("words")
    area.setPlainText("\n".join([LINE] * LINES))
    speller = Speller(helper, area)
    speller.attach(area)
    speller.look()
    while helper.is_busy:
        QApplication.processEvents()
    return timed(speller.look, 30)


if __name__ == "__main__":
    from bench.measure import tell

    tell(run())
