"""Opening a family: its name, the language at home, a case number if there is one, and the people known so far."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.inputs import ChoiceButton, Field, LineEdit
from engage_desktop.views.kit.lanes import Lanes, Latest
from engage_desktop.views.kit.layout import Box, column, group, row
from engage_desktop.views.kit.notices import Notice
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook
from engage_domain.families import Likeness, NewFamily, NewPerson
from engage_domain.persons import PARENT_ROLES
from engage_domain.typed_dates import BadDate, read_birth_date

PAUSE_MS = 250
WIDE = 760


class PersonLine(QWidget):
    """One person: a first name, a last name, and a day of birth or what they are to the children."""

    changed = Signal()
    taken_out = Signal(object)

    def __init__(self, words: Wordbook, today: date, *, child: bool) -> None:
        super().__init__()
        self._child, self._today = child, today
        who = self.tr("Child") if child else self.tr("Parent")
        self.first = LineEdit(self.tr("{who}: first name").format(who=who), self.tr("First name"))
        self.last = LineEdit(self.tr("{who}: last name").format(who=who), self.tr("Last name"))
        self.born = LineEdit(self.tr("{who}: day of birth").format(who=who), self.tr("Born, like 3/14/2019"))
        self.role = ChoiceButton(
            self.tr("What they are to the children"),
            words.options("member_role", PARENT_ROLES),
            PARENT_ROLES[0],
        )
        self.role.chosen.connect(self.role.choose)
        out = IconButton("x", self.tr("Take this line out"))
        out.clicked.connect(partial(self.taken_out.emit, self))
        third: QWidget = self.born if child else self.role
        self._wrong = Text("", size=13, weight=500, ink="bad", lines=0, inset=True)
        self._wrong.hide()
        if look().large:
            fields = column((row((self.first, 1), out, gap=4)), self.last, third, gap=4)
        else:
            fields = row((self.first, 4), (self.last, 4), (third, 4), out, gap=4)
        self.setLayout(column(fields, self._wrong, gap=0))
        for edit in (self.first, self.last, self.born):
            edit.textChanged.connect(self.changed)
        self.born.textChanged.connect(self._on_born)

    def person(self) -> NewPerson | None:
        """Return the person, None while the line is empty; BadDate for a birthday that cannot be."""
        first, last = self.first.text().strip(), self.last.text().strip()
        if not first and not last and not self.born.text().strip():
            return None
        born = read_birth_date(self.born.text(), self._today) if self._child else None
        return NewPerson(first, last, "child" if self._child else self.role.here(), born)

    def is_wrong(self) -> bool:
        """Say whether the birthday cannot be taken, and show it."""
        try:
            self.person()
        except BadDate as bad:
            self._show_wrong(self._said(bad.code))
            return True
        self._show_wrong("")
        return False

    def typed(self) -> list[str]:
        """Return what stands in the line."""
        return [self.first.text(), self.last.text(), self.born.text(), self.role.here()]

    def fill(self, typed: Sequence[str]) -> None:
        """Put back what stood in the line."""
        for edit, text in zip((self.first, self.last, self.born), typed, strict=False):
            edit.setText(text)
        if len(typed) > 3:
            self.role.choose(typed[3])

    def _on_born(self) -> None:
        """Judge a birthday that was wrong again while it is put right."""
        if not self._wrong.isHidden():
            self.is_wrong()

    def _show_wrong(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.born.set_wrong(bool(words))
        self.born.setAccessibleDescription(words)

    def _said(self, code: str) -> str:
        if code == "in_future":
            return self.tr("That day is still to come.")
        if code == "too_long_ago":
            return self.tr("That is more than 120 years ago.")
        return self.tr("Please write a day like 3/14/2019, or leave it empty.")


class PeopleLines(QWidget):
    """Lines for people of one kind, with a verb for one more."""

    changed = Signal()

    def __init__(self, title: str, more: str, words: Wordbook, today: date, *, child: bool) -> None:
        super().__init__()
        self._words, self._today, self._child = words, today, child
        self._lines: list[PersonLine] = []
        self._box: Box = column(gap=6)
        add = Button(more, "plus", "quiet")
        add.clicked.connect(self._on_add)
        self.setLayout(column(Text(title, size=14, weight=600, inset=True), self._box, row(add, None), gap=4))
        self.add_line()

    @property
    def lines(self) -> tuple[PersonLine, ...]:
        """Return the lines."""
        return tuple(self._lines)

    def add_line(self) -> PersonLine:
        """Add an empty line and return it."""
        line = PersonLine(self._words, self._today, child=self._child)
        line.changed.connect(self.changed)
        line.taken_out.connect(self._on_out)
        self._lines.append(line)
        self._box.addWidget(line)
        return line

    def people(self) -> tuple[NewPerson, ...]:
        """Return those who were written down; a birthday that cannot be is left out."""
        found: list[NewPerson] = []
        for line in self._lines:
            try:
                person = line.person()
            except BadDate:
                continue
            if person is not None:
                found.append(person)
        return tuple(found)

    def first_wrong(self) -> PersonLine | None:
        """Return the first line that cannot be taken; all that cannot are marked."""
        wrong = [line for line in self._lines if line.is_wrong()]
        return wrong[0] if wrong else None

    def fill(self, typed: Sequence[Sequence[str]]) -> None:
        """Put back what stood in the lines."""
        while len(self._lines) < len(typed):
            self.add_line()
        for line, texts in zip(self._lines, typed, strict=False):
            line.fill(texts)

    def _on_add(self) -> None:
        self.add_line().first.setFocus()

    def _on_out(self, line: PersonLine) -> None:
        if len(self._lines) > 1:
            self._lines.remove(line)
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        else:
            line.fill(("", "", ""))
        self.changed.emit()


class NewFamilySheet(Sheet):
    """Asks for a new family. `known_wanted` carries the identifier of one already here."""

    known_wanted = Signal(str)
    comes_back = True

    def __init__(
        self,
        parent: QWidget,
        words: Wordbook,
        today: date,
        lanes: Lanes,
        already_here: Callable[[NewFamily], tuple[Likeness, ...]],
    ) -> None:
        super().__init__(
            parent,
            self.tr("New family"),
            self.tr("Only the name is needed. The rest can follow."),
            width=WIDE,
        )
        self._already_here, self._latest = already_here, Latest(lanes, self)
        self._name, self._case = LineEdit(self.tr("Family name")), LineEdit(self.tr("Case number"))
        self._name_field = Field(self.tr("Family name"), self._name, self.tr("As the family says it"))
        self._case_field = Field(self.tr("Case number, if there is one"), self._case)
        self._language = ChoiceButton(
            self.tr("Language at home"), words.options("language"), empty=self.tr("Not known yet")
        )
        self._language.chosen.connect(self._language.choose)
        self._children = PeopleLines(self.tr("Children"), self.tr("One more child"), words, today, child=True)
        self._parents = PeopleLines(self.tr("Parents"), self.tr("One more parent"), words, today, child=False)
        self._notice = Notice(self.tr("This family may be here already"), tone="warn", icon="users")
        self._look = self._notice.add_verb(self.tr("Open that one"))
        self._look.clicked.connect(self._on_look)
        self._notice.hide()
        self._known: tuple[Likeness, ...] = ()
        self._pause = QTimer(self)
        self._make()

    def new_family(self) -> NewFamily:
        """Return the family as it is written now."""
        return NewFamily(
            self._name.text().strip(),
            self._language.here(),
            self._case.text().strip(),
            people=(*self._children.people(), *self._parents.people()),
        )

    def typed(self) -> str:
        """Return everything typed, to be put back after a lock."""
        return json.dumps(
            {
                "name": self._name.text(),
                "case": self._case.text(),
                "language": self._language.here(),
                "children": [line.typed() for line in self._children.lines],
                "parents": [line.typed() for line in self._parents.lines],
            }
        )

    def fill(self, typed: str) -> None:
        """Put back what was typed."""
        kept = json.loads(typed)
        self._name.setText(kept["name"])
        self._case.setText(kept["case"])
        self._language.choose(kept["language"])
        self._children.fill(kept["children"])
        self._parents.fill(kept["parents"])

    def _make(self) -> None:
        self.add(self._name_field)
        pair = column if look().large else row
        language = Field(self.tr("Language at home"), self._language)
        self.add(group(pair((language, 1), (self._case_field, 1), gap=12)))
        self.add(self._notice)
        self.add(self._children)
        self.add(self._parents)
        self.add_answer(self.tr("Not now"))
        self.add_answer(self.tr("Open the family"), "plus", main=True)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_up)
        for changed in (self._name.textChanged, self._case.textChanged):
            changed.connect(self._on_typed)
        self._children.changed.connect(self._pause.start)
        self._parents.changed.connect(self._pause.start)
        self._name.setFocus()

    def _on_typed(self) -> None:
        self._name_field.set_wrong("")
        self._pause.start()

    def _look_up(self) -> None:
        self._latest.read(partial(self._already_here, self.new_family()), self._show_known)

    def _show_known(self, known: tuple[Likeness, ...]) -> None:
        self._known = known
        self._notice.setVisible(bool(known))
        if known:
            said = " · ".join(self._said(one) for one in known)
            self._notice.say(self.tr("This family may be here already"), said)

    def _said(self, one: Likeness) -> str:
        if one.same_case_no:
            return self.tr("{family}: the same case number").format(family=one.name)
        if one.person:
            return self.tr("{family}: {person} is there").format(family=one.name, person=one.person)
        return self.tr("{family}: nearly the same name").format(family=one.name)

    def _on_look(self) -> None:
        if self._known:
            self.known_wanted.emit(self._known[0].family_id)
            self.reject()

    def given(self) -> NewFamily | None:
        """Return the family that is to be opened; say what is wrong, and return nothing, while something is."""
        if not self._name.text().strip():
            self._name_field.set_wrong(self.tr("A family needs a name, whichever they use."))
            self._name.setFocus()
            return None
        wrong = self._children.first_wrong() or self._parents.first_wrong()
        if wrong is not None:
            wrong.born.setFocus()
            return None
        return self.new_family()
