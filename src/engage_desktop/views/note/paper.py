"""The paper beside the seven steps: the note as it grows, only the worker's words and taps."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.layout import Scroll, column, group, row
from engage_desktop.views.kit.marks import Card, Icon, Sign
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import Text, panel_title
from engage_desktop.views.kit.theme import look
from engage_domain.visit import Contact
from engage_wire.entities import BODY_SECTIONS

EXPECTED = frozenset({"family_said", "saw", "safety_now", "agreed", "next_visit"})


class SoftLines(Sign):
    """Sentences still to come: something is missing, nothing is wrong."""

    def __init__(self, count: int, name: str) -> None:
        super().__init__(name)
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the lines."""
        return QSize(look().px(80), look().px(15) * self._count + 4)

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the lines, the last one shorter."""
        px = look().px
        for n in range(self._count):
            share = 0.6 if n == self._count - 1 else 0.96
            line = QRectF(rect.left(), rect.top() + 3 + n * px(15), rect.width() * share, px(8))
            sketch.panel(line, "sunk", radius=4)


class PaperPart(QWidget):
    """One headed part of the paper."""

    def __init__(self, title: str, lines: int, waiting: str) -> None:
        super().__init__()
        self._title = Text(title, size=13, weight=700, ink="muted", lines=0)
        self.body = Text("", size=14, lines=0, leading=1.2, top=True)
        self._soft = SoftLines(lines, waiting) if lines else None
        self.setLayout(column(self._title, self.body, *([self._soft] if self._soft else []), gap=3))

    def show_words(self, words: str, *, here: bool = False) -> None:
        """Show the words, or the soft lines while there are none."""
        self.body.setText(words)
        self._title.set_ink("primary" if here else "muted")
        self.body.setVisible(bool(words))
        if self._soft is not None:
            self._soft.setVisible(not words)
        self.setVisible(bool(words) or self._soft is not None)


class Paper(Card):
    """The note so far."""

    def __init__(self, words: ContactWords) -> None:
        super().__init__()
        self._words = words
        waiting = self.tr("still to come")
        self.parts = {
            "contact": PaperPart(self.tr("Contact"), 2, waiting),
            "children": PaperPart(self.tr("Children"), 2, waiting),
        }
        for section in BODY_SECTIONS:
            lines = 2 if section in EXPECTED else 0
            self.parts[section] = PaperPart(words.book.word("body_section", section), lines, waiting)
        head = row((panel_title(self.tr("Your note so far")), 1), Icon("file-text", "muted", 20))
        hint = Text(self.tr("Only your words and your taps"), size=13, weight=500, ink="muted", lines=0)
        self.room = Scroll(group(column(*self.parts.values(), None, gap=8)), self.tr("Your note so far"))
        self.setLayout(column(head, hint, (self.room, 1), gap=6, pad=(20, 16, 14, 18)))
        self.setMinimumHeight(look().px(260))

    def show_note(self, contact: Contact, texts: Mapping[str, str], here: str) -> None:
        """Show the facts in a sentence and the sections as they would be laid out; `here` is being answered."""
        self.parts["contact"].show_words(self._words.meeting(contact), here=here == "contact")
        self.parts["children"].show_words(self._words.children(contact), here=here == "children")
        for section in BODY_SECTIONS:
            self.parts[section].show_words(texts.get(section, ""), here=here == section)
