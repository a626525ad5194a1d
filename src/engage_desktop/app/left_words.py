"""What is typed into a sheet outlives the program: it is kept meanwhile, and shown again when the program had to end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from shiboken6 import isValid

from engage_desktop.services.left_words import ForgetLeftWords, KeepLeftWords, LeftWords
from engage_desktop.views.kit.dialogs import Answered, Sheet
from engage_desktop.views.kit.keeping import KEEP_MS, Editor, Keeper
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.lines import TextArea
from engage_desktop.views.kit.text import Text


class WordsInSheets(QObject):
    """Keeps what is typed into the sheets that are open; a sheet that closes has had its words kept or thrown away."""

    def __init__(self, app: QApplication, keep: KeepLeftWords, lanes: Lanes) -> None:
        super().__init__()
        self._keep, self._lanes = keep, lanes
        self._begun: list[tuple[Editor, str]] = []  # with what stood there before anybody typed
        self._kept: tuple[LeftWords, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.flush)
        app.focusChanged.connect(self._on_focus)

    def flush(self) -> None:
        """Hand what stands in the sheets to the write lane, when it has changed."""
        self._soon.stop()
        words = self._words()
        if words != self._kept:
            self._kept = words
            self._lanes.write(self, partial(self._keep, words), _nothing)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isinstance(now, Editor) or not _goes_with_its_sheet(now):
            return
        if any(now is field for field, _ in self._begun):
            return
        self._begun.append((now, _text(now)))
        now.textChanged.connect(self._on_text)
        sheet = now.window()
        if isinstance(sheet, Sheet):
            sheet.finished.connect(partial(self._on_closed, sheet))

    def _on_text(self) -> None:
        if not self._soon.isActive():
            self._soon.start(KEEP_MS)

    def _on_closed(self, sheet: Sheet, _result: int) -> None:
        self._begun = [one for one in self._begun if isValid(one[0]) and one[0].window() is not sheet]
        self.flush()

    def _words(self) -> tuple[LeftWords, ...]:
        found: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for field, before in self._begun:
            if isValid(field) and _text(field) != before and _text(field).strip():
                sheet = field.window()
                asked = (sheet.accessibleName(), sheet.accessibleDescription())
                found.setdefault(asked, []).append((field.accessibleName(), _text(field)))
        return tuple(LeftWords(*asked, tuple(fields)) for asked, fields in found.items())


class LeftWordsSheet(Sheet):
    """Shows what was being typed when the program ended, until its writer throws it away."""

    def __init__(
        self, parent: QWidget, words: tuple[LeftWords, ...], forget: ForgetLeftWords, lanes: Lanes
    ) -> None:
        super().__init__(
            parent,
            self.tr("You were writing this when the program ended"),
            self.tr(
                "It may not be in the record yet. Copy what you need; it is shown again until you throw it away."
            ),
        )
        self._forget, self._lanes = forget, lanes
        for each in words:
            self.add(Text(each.title, weight=700, lines=0, inset=True))
            if each.about:
                self.add(Text(each.about, ink="muted", lines=0, inset=True))
            for name, said in each.fields:
                area = TextArea(name, least_lines=1, grows=True)
                area.setPlainText(said)
                area.setReadOnly(True)
                self.add(area)
        later = self.add_answer(self.tr("Show it again next time"))
        self.add_answer(self.tr("Throw it away"), "trash-2", danger=True)
        self.takes(self._throw_away)
        later.setFocus()

    def _throw_away(self, answered: Answered) -> None:
        why = self.tr("That could not be done just now.")
        self._lanes.write(
            self._lanes, self._forget, lambda _none: answered.done(), lambda _error: answered.failed(why)
        )


def _goes_with_its_sheet(field: Editor) -> bool:
    """Say whether the words of a field are nowhere but in a sheet: no secret, not kept as they are typed."""
    sheet = field.window()
    if not isinstance(sheet, Sheet) or sheet.comes_back or not sheet.takes_words:
        return False
    is_secret = bool(field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData)  # also while it is shown
    return not is_secret and not field.isReadOnly() and field.findChild(Keeper) is None


def _text(field: Editor) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _nothing(_result: object) -> None:
    return
