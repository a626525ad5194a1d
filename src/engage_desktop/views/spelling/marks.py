"""The wavy lines under what is misspelt in one place to write."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from engage_desktop.views.kit.theme import look
from engage_domain.spelling import Good, Word, in_units, wrong

RESTYLED = frozenset({QEvent.Type.StyleChange, QEvent.Type.PaletteChange})


class SpellMarks(QObject):
    """Underlines; the word one is still typing is left in peace. `edited` rings when somebody types.

    The lines lie over the words and are no part of the document: nothing is undone, kept or copied with them.
    """

    edited = Signal()
    moved = Signal()

    def __init__(self, area: QPlainTextEdit, good: Good) -> None:
        super().__init__(area)
        self.area, self._good = area, good
        self._language, self._leave = "", frozenset[str]()
        self._last, self._typing = area.toPlainText(), -1
        area.textChanged.connect(self._on_text)
        area.cursorPositionChanged.connect(self._on_cursor)
        area.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is written."""
        return self.area.toPlainText()

    def mark(self, language: str, leave: frozenset[str]) -> int:
        """Underline what is wrong in a language and return how many words; no language means nothing."""
        self._language, self._leave = language, leave
        return self._draw()

    def wrong(self) -> list[tuple[int, Word]]:
        """Return every misspelt word, with where its line begins."""
        found: list[tuple[int, Word]] = []
        block = self.area.document().firstBlock()
        while block.isValid():
            found.extend((block.position(), word) for word in self._wrong_in(block))
            block = block.next()
        return found

    def word_at(self, position: int) -> tuple[int, Word] | None:
        """Return the misspelt word a place is in, with where its line begins."""
        block = self.area.document().findBlock(position)
        inside, text = position - block.position(), block.text()
        for word in self._wrong_in(block):
            if in_units(text, word.start) <= inside <= in_units(text, word.end):
                return block.position(), word
        return None

    def select(self, start: int, word: Word) -> QTextCursor:
        """Return a cursor over a word."""
        document = self.area.document()
        text = document.findBlock(start).text()
        cursor = QTextCursor(document)
        cursor.setPosition(start + in_units(text, word.start))
        cursor.setPosition(start + in_units(text, word.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the colours of another theme, and let a word that is left be looked at."""
        if event.type() in RESTYLED:
            self._draw()
        elif event.type() is QEvent.Type.FocusOut:
            self._let_go()
        return super().eventFilter(watched, event)

    def _draw(self) -> int:
        found = self.wrong()
        if found or self.area.extraSelections():
            line = wavy()
            self.area.setExtraSelections([self._line(start, word, line) for start, word in found])
        return len(found)

    def _line(self, start: int, word: Word, line: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self.select(start, word)
        selection.format = line
        return selection

    def _wrong_in(self, block: QTextBlock) -> list[Word]:
        """Return the misspelt words of one line, but for the one that is being typed."""
        if not self._language:
            return []
        text = block.text()
        typing = self._typing - block.position()
        found = wrong(text, self._language, self._good, self._leave)
        return [word for word in found if typing < 0 or in_units(text, word.end) != typing]

    def _on_text(self) -> None:
        text = self.text
        if text == self._last:
            return
        self._last = text
        self._typing = self.area.textCursor().position()
        self.edited.emit()

    def _on_cursor(self) -> None:
        there = self.area.textCursor().position()
        if self._typing >= 0 and there != self._typing and self.text == self._last:
            self._let_go()

    def _let_go(self) -> None:
        if self._typing >= 0:
            self._typing = -1
            self.moved.emit()


def wavy() -> QTextCharFormat:
    """Return the line under a misspelt word."""
    line = QTextCharFormat()
    line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    line.setUnderlineColor(look().color("bad"))
    return line
