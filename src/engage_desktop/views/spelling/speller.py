"""Spelling on one page: its language, how many words deserve a look, going from one to the next, and what is offered."""

from __future__ import annotations

from functools import partial
from itertools import chain

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6 import isValid

from engage_desktop.views.spelling.helper import SpellHelper
from engage_desktop.views.spelling.marks import SpellMarks
from engage_desktop.views.spelling.menu import Offer, SpellMenu
from engage_domain.spelling import Word, folded, unknown, written_in

PAUSE_MS = 250
OFF = "off"


class Speller(QObject):
    """Looks at all places to write of one page. `changed` rings when the count or the language is another."""

    changed = Signal()
    chosen = Signal(str)

    def __init__(self, helper: SpellHelper, owner: QObject, usual: str = "en", chosen: str = "") -> None:
        super().__init__(owner)
        self._helper, self._usual, self._chosen = helper, usual, chosen
        self._names: frozenset[str] = frozenset()
        self._ignored: frozenset[str] = frozenset()
        self._marks: list[SpellMarks] = []
        self._last: SpellMarks | None = None
        self._begun = False
        self._told = (-1, "")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(PAUSE_MS)
        self._soon.timeout.connect(self.look)
        helper.answered.connect(self._show)

    @property
    def language(self) -> str:
        """The language the words are looked up in; nothing when it is switched off."""
        if self._chosen:
            return "" if self._chosen == OFF else self._chosen
        found = chain.from_iterable(marks.words() for marks in self._alive())
        return written_in(found, self._helper.good, self._usual)

    @property
    def choice(self) -> str:
        """What was chosen by hand, or nothing."""
        return self._chosen

    @property
    def works(self) -> bool:
        """Whether there is somebody to ask."""
        return not self._helper.has_given_up

    def attach(self, area: QPlainTextEdit) -> None:
        """Look at a place to write, from the first letter typed there on."""
        marks = SpellMarks(area, self._helper.good)
        marks.edited.connect(self._on_edited)
        marks.moved.connect(self._show)
        area.installEventFilter(self)
        area.viewport().installEventFilter(self)
        self._marks.append(marks)

    def know(self, names: frozenset[str]) -> None:
        """Leave these names alone."""
        self._names = names
        self._show()

    def be_usually(self, language: str) -> None:
        """Expect a language while nothing shows that it is another."""
        self._usual = language
        self._show()

    def choose(self, language: str) -> None:
        """Take a language, nothing to find it out, or switch it off; the choice is told."""
        self._chosen = language
        self.chosen.emit(language)
        self.look()

    def restore(self, language: str) -> None:
        """Take what was chosen before, without telling."""
        self._chosen = language

    def count(self) -> int:
        """Return how many words deserve a look."""
        return sum(len(marks.wrong()) for marks in self._alive())

    def look(self) -> None:
        """Look up what is not known yet, and show what is."""
        self._begun = True
        new: set[str] = set()
        if self._chosen != OFF:
            for marks in self._alive():
                marks.leave(self._leave)
                new |= unknown(marks.words(), self._helper.good)
        self._helper.look_up(sorted(new))
        self._show()

    def step(self, by: int) -> bool:
        """Select the next word that deserves a look, or the one before; say whether there was one."""
        if not self._begun:
            self.look()
        places = [(n, start, word) for n, m in enumerate(self._alive()) for start, word in m.wrong()]
        if not places:
            return False
        here = self._here()
        at = [(n, start + word.start) for n, start, word in places]
        later = [i for i, place in enumerate(at) if (place > here if by > 0 else place < here)]
        index = (later[0] if by > 0 else later[-1]) if later else (0 if by > 0 else len(at) - 1)
        n, start, word = places[index]
        marks = self._alive()[n]
        marks.area.setTextCursor(marks.select(start, word))
        marks.area.setFocus()
        marks.area.ensureCursorVisible()
        return True

    def offer_here(self) -> bool:
        """Open the menu of the word the cursor is in; say whether it is one that deserves a look."""
        found = self._word_here()
        if found is None:
            return False
        marks, start, word = found
        marks.area.setFocus()
        spot = marks.area.viewport().mapToGlobal(marks.area.cursorRect().bottomLeft())
        self._menu(marks, start, word).popup(spot)
        return True

    def word_here(self) -> str:
        """Return the misspelt word the cursor is in, or was in last; nothing when there is none."""
        found = self._word_here()
        return found[2].text if found is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer what may have been meant where the menu of a misspelt word is asked for."""
        if event.type() is QEvent.Type.FocusOut:
            self._last = next((m for m in self._alive() if m.area is watched), self._last)
        if event.type() is QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            marks = next((m for m in self._alive() if watched in {m.area, m.area.viewport()}), None)
            if marks is not None and self._on_menu(marks, event):
                return True
        return super().eventFilter(watched, event)

    @property
    def _leave(self) -> frozenset[str]:
        return self._names | self._ignored

    def _alive(self) -> list[SpellMarks]:
        self._marks = [marks for marks in self._marks if isValid(marks) and isValid(marks.area)]
        return self._marks

    def _word_here(self) -> tuple[SpellMarks, int, Word] | None:
        alive = self._alive()
        marks = next((m for m in alive if m.area.hasFocus()), self._last if self._last in alive else None)
        found = marks.word_at(marks.area.textCursor().selectionStart()) if marks is not None else None
        return (marks, *found) if marks is not None and found is not None else None

    def _here(self) -> tuple[int, int]:
        for n, marks in enumerate(self._alive()):
            if marks.area.hasFocus():
                return n, marks.area.textCursor().selectionStart()
        return -1, -1

    def _on_edited(self) -> None:
        self._begun = True
        self._soon.start()

    def _show(self) -> None:
        if not self._begun:
            return
        for marks in self._alive():
            marks.leave(self._leave)
        language = self.language
        now = (sum(marks.mark(language, self._leave) for marks in self._alive()), language)
        if now != self._told:
            self._told = now
            self.changed.emit()

    def _on_menu(self, marks: SpellMarks, event: QContextMenuEvent) -> bool:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        inside = marks.area.viewport().mapFromGlobal(event.globalPos())
        at = marks.area.textCursor() if by_key else marks.area.cursorForPosition(inside)
        found = marks.word_at(at.selectionStart() if by_key else at.position())
        if found is None:
            return False
        self._menu(marks, *found).popup(event.globalPos())
        return True

    def _menu(self, marks: SpellMarks, start: int, word: Word) -> SpellMenu:
        cursor = marks.select(start, word)
        menu = SpellMenu(marks.area, Offer(word.text, self._helper, self.language))
        menu.taken.connect(partial(self._put, marks, cursor))
        menu.left.connect(partial(self._ignore, word.text))
        return menu

    def _put(self, marks: SpellMarks, cursor: QTextCursor, instead: str) -> None:
        if isValid(marks):
            cursor.insertText(instead)
            marks.area.setTextCursor(cursor)

    def _ignore(self, word: str) -> None:
        self._ignored |= {folded(word)}
        self._show()
