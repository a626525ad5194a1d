"""The wavy lines under what is misspelt in one place to write."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from engage_desktop.views.kit.theme import look
from engage_domain.spelling import Good, Word, in_units, words, wrong

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
        self._lines: dict[str, tuple[Word, ...]] = {}
        self._drawn: list[tuple[int, Word]] = []
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
        self._language = language
        self.leave(leave)
        return self._draw()

    def leave(self, names: frozenset[str]) -> None:
        """Leave some words alone."""
        if names != self._leave:
            self._leave = names
            self._lines.clear()

    def words(self) -> Iterator[Word]:
        """Yield the words there are; a line is read again only when it changed."""
        for _position, found in self._read():
            yield from found

    def wrong(self) -> list[tuple[int, Word]]:
        """Return every misspelt word, with where its line begins."""
        if not self._language:
            return []
        return [
            (position, word)
            for position, found in self._read()
            for word in wrong(found, self._language, self._good)
            if position + word.end != self._typing
        ]

    def word_at(self, position: int) -> tuple[int, Word] | None:
        """Return the misspelt word a place is in, with where its line begins."""
        inside = (
            (start, word)
            for start, word in self.wrong()
            if start + word.start <= position <= start + word.end
        )
        return next(inside, None)

    def select(self, start: int, word: Word) -> QTextCursor:
        """Return a cursor over a word."""
        cursor = QTextCursor(self.area.document())
        cursor.setPosition(start + word.start)
        cursor.setPosition(start + word.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the colours of another theme, and let a word that is left be looked at."""
        if event.type() in RESTYLED and self._drawn:
            self._draw(anew=True)
        elif event.type() is QEvent.Type.FocusOut:
            self._let_go()
        return super().eventFilter(watched, event)

    def _draw(self, *, anew: bool = False) -> int:
        found = self.wrong()
        if anew or found != self._drawn:
            self._drawn, line = found, wavy()
            self.area.setExtraSelections([self._line(start, word, line) for start, word in found])
        return len(found)

    def _line(self, start: int, word: Word, line: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self.select(start, word)
        selection.format = line
        return selection

    def _read(self) -> Iterator[tuple[int, tuple[Word, ...]]]:
        """Yield where each line begins and its words, counted as the editor counts."""
        seen: dict[str, tuple[Word, ...]] = {}
        block = self.area.document().firstBlock()
        while block.isValid():
            text = block.text()
            found = self._lines.get(text)
            if found is None:
                found = tuple(in_units(text, words(text, self._leave)))
            seen[text] = found
            yield block.position(), found
            block = block.next()
        self._lines = seen

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
