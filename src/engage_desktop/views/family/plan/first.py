"""The first step towards a plan: what they said they want, or an empty page to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.services.plan_book import PlanBook
from engage_desktop.views.family.plan.rows import SaidRow
from engage_desktop.views.family.told import Told
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import clear, column, group, row
from engage_desktop.views.kit.notices import EmptyState
from engage_desktop.views.kit.text import panel_title
from engage_desktop.views.kit.words import Wordbook
from engage_domain.plan_hints import wishes

MOST = 5


class Wishes(QWidget):
    """What somebody said that may become a goal. `taken` carries it."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._list = column(gap=2)
        self._title = panel_title(self.tr("Begin with something they said"))
        self.setLayout(column(row(self._title, pad=(4, 0, 0, 0)), self._list, gap=6))

    def show_wishes(self, book: PlanBook, faces: Told, words: Wordbook, used: tuple[str, ...] = ()) -> None:
        """Show them; nothing at all when nobody said anything yet."""
        clear(self._list)
        found = wishes(book.said, used, MOST)
        self.setVisible(bool(found))
        for said in found:
            line = SaidRow(faces, said, words.quoted(said.words), self.tr("Make it a goal"), icon="sprout")
            line.used.connect(self.taken)
            self._list.addWidget(line)


class FirstPlan(QWidget):
    """A family without a plan."""

    plan_wanted = Signal()
    safety_wanted = Signal()
    other_wanted = Signal()
    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._empty = EmptyState(
            "sprout",
            self.tr("What do they want to be different?"),
            self.tr(
                "A plan begins with their words. Write down one goal as they say it; the steps come after it."
            ),
        )
        self._begin = self._empty.add_verb(self.tr("Begin the family plan"), "pen-line", primary=True)
        self._begin.clicked.connect(self.plan_wanted)
        self._safety = self._empty.add_verb(self.tr("A safety plan for today"), "shield-check")
        self._safety.clicked.connect(self.safety_wanted)
        self._other = Button(self.tr("A plan for one parent alone…"), kind="quiet")
        self._other.clicked.connect(self.other_wanted)
        self.wishes = Wishes()
        self.wishes.taken.connect(self.taken)
        narrow = group(column(self._empty, row(None, self._other, None), self.wishes, None, gap=10))
        self.setLayout(column(narrow, None))

    def show_book(self, book: PlanBook, faces: Told, words: Wordbook, *, may_write: bool) -> None:
        """Show what there is to begin with."""
        for button in (self._begin, self._safety, self._other):
            button.setEnabled(may_write)
        self.wishes.show_wishes(book, faces, words)
        self.wishes.setEnabled(may_write)
