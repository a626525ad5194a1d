"""After the visit: seven short steps for the car. Their words first; stop anywhere; it all stays."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import SplitBody, column, group, row
from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.notices import ErrorState, LoadingState
from engage_desktop.views.kit.page import Page
from engage_desktop.views.kit.theme import look
from engage_desktop.views.note.answers import (
    AgreedAnswer,
    Answer,
    ChildrenAnswer,
    NextAnswer,
    SafetyAnswer,
    SaidAnswer,
    SawAnswer,
    WhereAnswer,
)
from engage_desktop.views.note.cards import WordsSheet
from engage_desktop.views.note.debrief_body import DebriefBody
from engage_desktop.views.note.laying import laid, waiting_lines
from engage_desktop.views.note.paper import Paper
from engage_desktop.views.note.room import Room, follows_width, where_in
from engage_desktop.views.note.saying import kept_words, saved_words, trouble_words
from engage_desktop.views.note.services import Around, Hand, NoteServices
from engage_desktop.views.note.steps import HERE_ON_PAPER, ORDER, StepName, StepRail, answered
from engage_desktop.views.spelling.tool import SpellTool
from engage_domain.contact_codes import MarkKind
from engage_domain.note import Note
from engage_domain.visit import Mark
from engage_wire.changed import Changed

INTEREST = ("contact", "contact_body", "contact_participant", "mark", "action_step", "appointment")
SIDE = 316
SECONDS_A_STEP = 90


class DebriefPage(Page):
    """Seven steps that turn taps into a note."""

    note_opened = Signal(str)

    def __init__(self, contact_id: str, services: NoteServices, around: Around) -> None:
        super().__init__(back=True, with_rail=False)
        self._id, self._services, self._around, self._words = contact_id, services, around, around.words
        self.hand = Hand(contact_id, services, around, self)
        self.hand.saved.connect(self._on_saved)
        self.hand.failed.connect(self._on_trouble)
        self._note: Note | None = None
        self._step = StepName.WHERE
        self._wanted: dict[str, str] = {}
        self.answer: Answer | None = None
        self.later = Button(self.tr("Finish tonight"), "hourglass", high=46)
        self.later.clicked.connect(self.back_wanted)
        self.spell = SpellTool(self, around.spelling, around.words.book, contact_id)
        self.spell.button.hide()
        self.set_actions(self.spell.few, self.later)
        self.set_body(LoadingState())
        self.state.set_work(kept_words())
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(0)
        self._redraw.timeout.connect(self._draw)
        self._keys()
        self._refresh = Refresh(around.bus, self, INTEREST, self.reload)
        self._refresh.now()

    # what the window asks

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page and what they do."""
        return (
            ("Ctrl+Enter", self.tr("next step")),
            ("Ctrl+Shift+Enter", self.tr("the step before")),
            ("Alt+Shift+1 … 7", self.tr("go to a step")),
            (self.tr("Space on a card"), self.tr("put it into the note, or take it out")),
            (self.tr("F2 on a card"), self.tr("change the words")),
            ("Ctrl+Z, Ctrl+Shift+Z", self.tr("undo and redo what you typed")),
            *self.spell.keys(),
        )

    def place(self) -> dict[str, str]:
        """Return the step, the field and the cursor."""
        place = {"contact": self._id, "step": self._step, **self.spell.place()}
        if self.answer is not None:
            for name, area in self.answer.areas.items():
                if area.hasFocus():
                    place |= {"field": name, "cursor": where_in(area.textCursor())}
        return place

    def restore(self, place: dict[str, str]) -> None:
        """Go back to the step, the field and the cursor."""
        self._wanted = dict(place)
        self.spell.restore(place)
        if self._note is not None:
            self._go_where_wanted()

    def settle(self) -> None:
        """Write everything typed here into the records."""
        if self.answer is not None:
            self.answer.settle()
        self._around.lanes.write(self, partial(self._services.settle_all, self._id), self._around.bus.publish)

    # showing

    def reload(self) -> None:
        """Look at the note again."""
        self._around.lanes.read(self, partial(self._services.read, self._id), self._show, self._on_gone)

    def _show(self, note: Note) -> None:
        first = self._note is None
        self._note = note
        self.spell.expect(note.contact.language, *note.contact.family_languages)
        if first:
            self._build(note)
            self._step = next(
                (s for s in ORDER if s not in answered(note.contact, note.texts)), StepName.WHERE
            )
            self._go_where_wanted()
        when = self._words.when(note.contact)
        stays = self.tr("stop anywhere, it stays on Today until finished")
        self.set_title(
            self.tr("After the visit"), " · ".join(filter(None, (note.contact.family, when, stays)))
        )
        if self.answer is not None:
            self.answer.show_note(note)
        self._draw()

    def _build(self, note: Note) -> None:
        names = partial(self._services.names, note.contact.family_id)
        self._around.lanes.read(self, names, self.spell.speller.know)
        self.rail, self.paper = StepRail(self._words), Paper(self._words)
        self._minutes = Chip("", "sand", "hourglass", 14)
        self.before = Button("", "arrow-left", high=48, size=16)
        self.next = Button("", "", "primary", after="arrow-right", high=48, size=16)
        self._middle = column(gap=0)
        self._holder = Room(follows_width(group(self._middle)), self.tr("The question"))
        nav = row(self.before, None, self._minutes, self.next, gap=8)
        right = follows_width(group(column((self._holder, 1), group(nav), gap=8)))
        self._split = DebriefBody(self.rail, right)
        self._split.turned.connect(self._redraw.start)
        self.rail.chosen.connect(lambda name: self.go(StepName(name)))
        self.before.clicked.connect(lambda: self.step_by(-1))
        self.next.clicked.connect(lambda: self.step_by(1))
        self.set_body(SplitBody(self._split, self.paper, SIDE), name=self.tr("The seven steps"))

    def _draw(self) -> None:
        note = self._note
        if note is None:
            return
        texts = self._texts(note)
        self.rail.show_steps(note.contact, texts, self._step, narrow=self._split.narrow)
        self._split.rail_changed()
        self.paper.show_note(note.contact, laid(self._words, note, texts), HERE_ON_PAPER[self._step])
        left = len(ORDER) - len(answered(note.contact, texts))
        minutes = self._words.book.count("minute", -(-left * SECONDS_A_STEP // 60), spelled=False)
        self._minutes.setVisible(bool(left))
        self._minutes.show_chip(self.tr("about %1 left").replace("%1", minutes))

    def _texts(self, note: Note) -> dict[str, str]:
        typed = {name: k.text for name, k in self.answer.keepers.items()} if self.answer else {}
        return {name: text for name, text in {**note.texts, **typed}.items() if text.strip()}

    def _on_gone(self, _error: EngageError) -> None:
        gone = ErrorState(self.tr("This note is not on this laptop any more"))
        gone.retry_wanted.connect(self.reload)
        self._note = None
        self.set_body(gone)

    # moving

    def go(self, name: StepName) -> None:
        """Show a step; what was written in the one before settles."""
        if self._note is None:
            return
        if self.answer is not None:
            self.answer.settle()
            self._middle.removeWidget(self.answer)
            self.answer.hide()
            self.answer.deleteLater()
        self._step = name
        self.answer = self._made(name, self._note)
        self.answer.typed.connect(self._redraw.start)
        for area in self.answer.areas.values():
            self.spell.speller.attach(area)
        self._middle.addWidget(self.answer, 1)
        self.answer.show_note(self._note)
        self._name_buttons()
        self._draw()
        self._focus_first()
        if look().large:
            QTimer.singleShot(0, self, self._to_top)

    def step_by(self, by: int) -> None:
        """Go on or back; past the last step the note is laid out."""
        at = ORDER.index(self._step) + by
        if at >= len(ORDER):
            self.finish()
        elif at >= 0:
            self.go(ORDER[at])

    def finish(self) -> None:
        """Lay the answers out as the note, and show it."""
        if self._note is None:
            return
        if self.answer is not None:
            self.answer.settle()
        job = partial(self._services.read, self._id)
        self._around.lanes.write(self, job, self._lay_out)

    def _lay_out(self, note: Note) -> None:
        self.hand.write(
            self._services.lay_out,
            waiting_lines(self._words, note),
            then=lambda _: self.note_opened.emit(self._id),
        )

    def _name_buttons(self) -> None:
        at = ORDER.index(self._step)
        last = at == len(ORDER) - 1
        self.before.setVisible(at > 0)
        self.before.say(self.rail.title(ORDER[at - 1]) if at else "")
        name = self.rail.title(ORDER[at + 1]) if not last else ""
        self.next.say(
            self.tr("Lay out the note")
            if last
            else self.tr("Next: %1").replace("%1", name[:1].lower() + name[1:])
        )

    def _made(self, name: StepName, note: Note) -> Answer:
        if name is StepName.SAID:
            said = SaidAnswer(self.hand, note, self._open_words)
            said.quote_wanted.connect(self._on_quote)
            return said
        plain = {StepName.WHERE: WhereAnswer, StepName.CHILDREN: ChildrenAnswer, StepName.NEXT: NextAnswer}
        if name in plain:
            return plain[name](self.hand, note)
        worded = {StepName.SAW: SawAnswer, StepName.SAFETY: SafetyAnswer, StepName.AGREED: AgreedAnswer}
        return worded[name](self.hand, note, self._open_words)

    def _focus_first(self) -> None:
        if self.answer is None:
            return
        area = next(iter(self.answer.areas.values()), None)
        if area is not None and not look().large:
            area.setFocus()
            area.moveCursor(area.textCursor().MoveOperation.End)
        else:
            first = (
                w for w in self.answer.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus
            )
            next((w for w in first if w.isVisible() and w.isEnabled()), self.next).setFocus()

    def _to_top(self) -> None:
        for room in self.findChildren(QScrollArea):
            if not isinstance(room.parentWidget(), Paper):
                room.verticalScrollBar().setValue(0)

    def _go_where_wanted(self) -> None:
        wanted, self._wanted = self._wanted, {}
        step = wanted.get("step", self._step)
        self.go(StepName(step) if step in set(StepName) else self._step)
        area = self.answer.areas.get(wanted.get("field", "")) if self.answer else None
        if area is not None:
            area.setFocus()
            _put_cursor(area, wanted.get("cursor", "0"))

    # marks

    def _open_words(self, mark: Mark) -> None:
        if self._note is not None:
            sheet = WordsSheet(self, self.hand, self._note.contact, mark)
            sheet.finished.connect(self._refresh.now)
            sheet.open()

    def _on_quote(self, person_id: str, speaker: str) -> None:
        job = partial(self._services.keep_mark, self._id, MarkKind.SAID, person_id, speaker)
        self.hand.run(job, self._on_new_mark)

    def _on_new_mark(self, made: Changed) -> None:
        if isinstance(made, Made):
            job = partial(self._services.read, self._id)
            self._around.lanes.read(self, job, partial(self._open_fresh, made.made_id))

    def _open_fresh(self, mark_id: str, note: Note) -> None:
        self._show(note)
        mark = note.contact.mark(mark_id)
        if mark is not None:
            self.hand.write(self._services.choose, mark_id, "family_said")
            self._open_words(mark)

    # saying

    def _on_saved(self) -> None:
        self.state.set_work(saved_words(self._words))

    def _on_trouble(self, error: EngageError) -> None:
        self.state.set_work(trouble_words(error), "triangle-alert", "bad")

    def _keys(self) -> None:
        for keys, slot in (
            ("Ctrl+Return", partial(self.step_by, 1)),
            ("Ctrl+Shift+Return", partial(self.step_by, -1)),
            *((f"Alt+Shift+{n}", partial(self.go, name)) for n, name in enumerate(ORDER, 1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)


def _put_cursor(area: QPlainTextEdit, position: str) -> None:
    cursor = area.textCursor()
    size = len(area.toPlainText())
    cursor.setPosition(min(int(position), size) if position.isdecimal() else size)
    area.setTextCursor(cursor)
