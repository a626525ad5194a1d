"""Beside the note: marks not yet used, a second look at some words, and what finalising means."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.contact_words import LOOKS
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Box, clear, column, group, row
from engage_desktop.views.kit.marks import Badge, Card, Icon, IconPlate
from engage_desktop.views.kit.text import Text, panel_title
from engage_desktop.views.note.services import Hand
from engage_domain.compose import is_laid
from engage_domain.contact_codes import MarkKind
from engage_domain.note import Finding
from engage_domain.visit import Contact, Mark


class MarkRow(QWidget):
    """One mark with the verb that puts it in or takes it out."""

    def __init__(self, hand: Hand, contact: Contact, mark: Mark, *, used: bool) -> None:
        super().__init__()
        words, promise = hand.words, contact.promise_of(mark)
        icon, tone = LOOKS[MarkKind(mark.kind)]
        title, said = words.title(mark, promise), words.words(mark, promise)
        if mark.kind == MarkKind.SAID:
            title = mark.who or title
        verb, sign = (self.tr("Put back"), "undo-2") if used else (self.tr("Use"), "plus")
        self.button = Button(verb, sign, "quiet" if used else "soft", tone=tone, size=14)
        self.button.setAccessibleName(f"{verb}: {title}, {said}")
        names = column(
            None,
            Text(title, size=15, weight=600, ink=tone),
            Text(words.at(mark.at), size=13, weight=500, ink="muted", digits=True),
            None,
            gap=0,
        )
        shown = said or self.tr("No words yet")
        body = Text(shown, size=15, ink="text" if said else "muted", lines=0, leading=1.15, top=True)
        self.setLayout(column(row(IconPlate(icon, tone, 38), (names, 1), self.button, gap=10), body, gap=3))
        self.button.setEnabled(bool(said) or used)


class UnusedCard(Card):
    """Marks of the visit: those not used yet first, then those that stand in the note."""

    use_wanted = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._badge = Badge(0, "plum")
        self._box = Box(Box.Direction.TopToBottom, 10, (0, 0, 0, 0))
        self._used = Box(Box.Direction.TopToBottom, 10, (0, 0, 0, 0))
        self._nothing = Text("", size=14, ink="muted", lines=0, leading=1.2)
        self._more = Button("", "chevron-down", "quiet", tone="muted", size=14)
        self._more.setCheckable(True)
        self._more.toggled.connect(self._on_more)
        self._used_part = group(self._used)
        self._used_part.hide()
        self.rows: dict[str, MarkRow] = {}
        self._shown: object = None
        head = row((panel_title(self.tr("Not used yet")), 1), self._badge)
        self.setLayout(
            column(head, self._nothing, self._box, self._more, self._used_part, gap=8, pad=(20, 14, 16, 14))
        )

    def show_contact(self, contact: Contact) -> None:
        """Show the marks of this contact."""
        marks = [m for m in reversed(contact.marks) if m.keeps_words]
        now = (tuple(marks), contact.promises)
        if now == self._shown:
            return
        self._shown = now
        unused, used = [m for m in marks if not is_laid(m.used_in)], [m for m in marks if is_laid(m.used_in)]
        clear(self._box)
        clear(self._used)
        self.rows = {}
        self._list(self._box, contact, unused, used=False)
        self._list(self._used, contact, used, used=True)
        self._badge.show_count(len(unused), self.tr("%1 not used yet").replace("%1", str(len(unused))))
        self._badge.setVisible(bool(unused))
        self._nothing.setVisible(not unused)
        kept = (
            self.tr("Everything you kept is in the note.")
            if marks
            else self.tr("Nothing was tapped in this contact.")
        )
        self._nothing.setText(kept)
        self._more.say(self.tr("In the note: %1").replace("%1", str(len(used))))
        self._more.setVisible(bool(used))
        self._used_part.setVisible(bool(used) and self._more.isChecked())

    def count(self) -> int:
        """Return how many are not used yet."""
        return self._box.count()

    def _list(self, box: Box, contact: Contact, marks: list[Mark], *, used: bool) -> None:
        wanted = self.back_wanted if used else self.use_wanted
        for mark in marks:
            made = MarkRow(self._hand, contact, mark, used=used)
            made.button.clicked.connect(lambda _=False, key=mark.id: wanted.emit(key))
            self.rows[mark.id] = made
            box.addWidget(made)

    def _on_more(self, shown: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self._used_part.setVisible(shown)
        self._more.set_icon("chevron-up" if shown else "chevron-down")


class LookCard(Card):
    """Some words may belong under Safety. It says where to look, never what it found, and stops nobody."""

    look_wanted = Signal()
    fine = Signal()

    def __init__(self) -> None:
        super().__init__(fill="sunk", line="")
        self._title = Text("", size=15, weight=600, lines=0)
        words = Text(
            self.tr("Nobody is stopping you; it is worth a look before others read this."),
            size=14,
            ink="muted",
            lines=0,
            leading=1.2,
        )
        self.look = Button(self.tr("Look"), kind="quiet", size=14)
        self.leave = Button(self.tr("Fine as it is"), kind="quiet", tone="muted", size=14)
        head = row(Icon("shield", "muted", 20), (self._title, 1), gap=9)
        verbs = row(self.look, self.leave, None, gap=0)
        self.setLayout(column(head, words, verbs, gap=4, pad=(18, 13, 16, 8)))
        self.look.clicked.connect(self.look_wanted)
        self.leave.clicked.connect(self.fine)
        self.hide()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Say how many places there are."""
        self._title.setText(self._how_many(len(findings)))
        self.setAccessibleName(self._title.text())
        self.setVisible(bool(findings))

    def words(self) -> str:
        """Return what the card says."""
        return self._title.text()

    def _how_many(self, count: int) -> str:
        if count == 1:
            return self.tr("One place may belong under Safety")
        return self.tr("%1 places may belong under Safety").replace("%1", str(count))


class FinaliseCard(Card):
    """What finalising means, beside the button that does it."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(fill="primarysoft", line="")
        head = row(
            Icon("lock", "primary", 20), (Text(self.tr("When you finalise"), weight=700, lines=0), 1), gap=9
        )
        words = Text(
            self.tr(
                "These words, times and names stay as they are, for good. Later thoughts go in an addendum beside them."
            ),
            size=14,
            lines=0,
            leading=1.2,
        )
        self.button = Button(self.tr("Finalise…"), "check", "primary", high=46, size=16)
        self.setLayout(column(head, words, self.button, gap=8, pad=(18, 13, 14, 14)))
        self.button.clicked.connect(self.wanted)
