"""Before a note becomes final: what will be fixed, what a rule still demands, and what is worth knowing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import column, group, row
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.text import Text
from engage_desktop.views.note.facts import FactName
from engage_domain.note import Gap, Missing, Note, blocking

FIX = {
    Gap.NO_START: FactName.HAPPENED,
    Gap.ENDS_BEFORE_START: FactName.HAPPENED,
    Gap.IN_THE_FUTURE: FactName.HAPPENED,
    Gap.NO_END: FactName.HAPPENED,
    Gap.NO_METHOD: FactName.PLACE,
    Gap.NO_PLACE: FactName.PLACE,
    Gap.SEEN_ALONE_OPEN: FactName.CHILDREN,
    Gap.NO_PEOPLE: FactName.PEOPLE,
    Gap.NO_TYPE: FactName.TYPES,
}


class GapRow(Card):
    """One gap in plain words, and the way to close it."""

    def __init__(self, words: str, *, blocks: bool, verb: str) -> None:
        super().__init__(fill="warnsoft" if blocks else "sunk", line="")
        self.setAccessibleName(words)
        icon = Icon("circle-alert" if blocks else "info", "warn" if blocks else "muted", 20)
        self.button = Button(verb, kind="quiet", tone="warn" if blocks else "muted") if verb else None
        text = Text(words, weight=600 if blocks else 400, lines=0)
        end = [self.button] if self.button is not None else []
        self.setLayout(row(icon, (text, 1), *end, gap=10, pad=(16, 8, 10, 8)))


class FinaliseSheet(Sheet):
    """Asks once. `fix_wanted` carries a fact to put right, `section_wanted` a section with two versions."""

    fix_wanted = Signal(str)
    section_wanted = Signal(str)

    def __init__(self, parent: QWidget, note: Note, gaps: tuple[Missing, ...], words: ContactWords) -> None:
        stopped = bool(blocking(gaps))
        super().__init__(parent, self.tr("Finalise this note?"), self._promise(note, words), width=640)
        self.rows: list[GapRow] = []
        if gaps:
            title = self.tr("This has to be answered first") if stopped else self.tr("Good to know")
            self.add(Text(title, weight=700, lines=0, inset=True))
        for gap in gaps:
            self.add(self._row(gap, words))
        self.add_answer(self.tr("Not yet"))
        self.yes = self.add_answer(self.tr("Finalise"), "lock", main=True)
        self.yes.setEnabled(not stopped)
        if not stopped:
            self.yes.setFocus()

    def _promise(self, note: Note, words: ContactWords) -> str:
        contact = note.contact
        people = words.names(contact.present)
        facts = ", ".join(filter(None, (words.kind(contact), words.when(contact), people)))
        said = self.tr("These words, times and names stay as they are, for good: %1.").replace("%1", facts)
        later = self.tr("Later thoughts go in an addendum beside them.")
        return f"{said} {later}"

    def _row(self, missing: Missing, words: ContactWords) -> QWidget:
        fix = FIX.get(missing.gap)
        verb = self.tr("Put right") if fix else ""
        if missing.gap is Gap.TWO_VERSIONS:
            verb = self.tr("Look")
        made = GapRow(self._gap_words(missing, words), blocks=missing.blocks, verb=verb)
        self.rows.append(made)
        if made.button is not None:
            made.button.clicked.connect(lambda: self._go(missing, fix))
        return group(column(made))

    def _go(self, missing: Missing, fix: FactName | None) -> None:
        self.reject()
        if fix is not None:
            self.fix_wanted.emit(fix)
        else:
            self.section_wanted.emit(missing.who)

    def _gap_words(self, missing: Missing, words: ContactWords) -> str:
        said = {
            Gap.NO_START: self.tr("When did it happen?"),
            Gap.NO_ENTRY_TIME: self.tr("It is not known when this was first written down."),
            Gap.NO_AUTHOR: self.tr("It is not known who wrote this."),
            Gap.NO_METHOD: self.tr("How did it happen: in person, by phone?"),
            Gap.ENDS_BEFORE_START: self.tr("It ends before it begins."),
            Gap.IN_THE_FUTURE: self.tr("It lies in the future."),
            Gap.SEEN_ALONE_OPEN: self.tr("Was %1 seen alone? Yes, no or n/a."),
            Gap.TWO_VERSIONS: self.tr("Somebody else changed “%1” meanwhile."),
            Gap.NO_END: self.tr("When it ended is open."),
            Gap.NO_PEOPLE: self.tr("Nobody is named as having been there."),
            Gap.NO_PLACE: self.tr("Where it was is open."),
            Gap.NO_TYPE: self.tr("What kind of contact it was is open."),
            Gap.NO_WORDS: self.tr("There are no words in this note."),
            Gap.NOT_COUNTED: self.tr("This is not %1’s monthly visit: not seen in person."),
            Gap.ATTEMPT_NOT_COUNTED: self.tr("An attempt shows your effort; it does not count as a visit."),
        }[missing.gap]
        who = missing.who
        if missing.gap is Gap.TWO_VERSIONS:
            who = words.book.word("body_section", who)
        return said.replace("%1", who)
