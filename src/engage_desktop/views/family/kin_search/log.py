"""What was tried for one person: how it stands, what rests, and the log with the newest on top."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.kin_search.efforts import EffortCard, EffortForm, EffortWords
from engage_desktop.views.family.pair import Pair
from engage_desktop.views.family.told import Told, face_of, tone_of
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton, Field
from engage_desktop.views.kit.layout import clear, column, flow, group, row
from engage_desktop.views.kit.marks import Avatar, Card
from engage_desktop.views.kit.notices import Notice
from engage_desktop.views.kit.text import Text, meta
from engage_domain.kin_search import Effort, Sought, due_on

KNOWN = "known"


class SearchLog(QWidget):
    """The log of one person. `open_id` is the search being written on."""

    state_wanted = Signal(str, str)
    review_wanted = Signal(str)
    source_wanted = Signal(str)
    person_wanted = Signal(str)
    form_entered = Signal()

    def __init__(self, ground: Ground, told: Told) -> None:
        super().__init__()
        self._ground, self._told = ground, told
        self.open_id, self.wants_focus = "", False
        self._read_only = False
        self.form: EffortForm | None = None
        self._shown: tuple[object, ...] = ()
        self._row_ids: tuple[str, ...] = ()
        self._words = EffortWords(ground, self)
        self._sought: Sought | None = None
        self._avatar, self._name = Avatar("user", "p6", 48), Text("", size=19, weight=700, lines=2)
        self._about = meta("", lines=0)
        words = ground.words
        self.where = ChoiceButton(
            self.tr("Where to be found"), words.options("whereabouts"), empty=self.tr("Not said")
        )
        self.review = ChoiceButton(
            self.tr("Safety review"), words.options("dv_review"), empty=self.tr("Not said")
        )
        self._where_field = Field(self.tr("Where to be found"), self.where)
        review = Field(
            self.tr("Safety review"), self.review, self.tr("Before anybody writes, calls or visits")
        )
        self.add_button = ChoiceButton(
            self.tr("Write down a search"),
            words.options("search_source"),
            icon="plus",
            kind="primary",
            empty=self.tr("Write down a search"),
        )
        self.open_button = Button(self.tr("Open the person"), "user", "quiet")
        self.paused = Notice("", "", tone="warn", icon="shield-alert")
        self.found = Notice("", "", tone="good", icon="user-check")
        self.known_button = self.found.add_verb(self.tr("Yes, it is known where"), "check")
        head = row(
            self._avatar, (column(None, self._name, self._about, None, gap=0), 1), gap=12, pad=(0, 0, 0, 0)
        )
        top = Card(
            column(
                head,
                Pair(self._where_field, review),
                flow(self.add_button, self.open_button, gap=4),
                gap=10,
                pad=(20, 16, 16, 14),
            )
        )
        self._lines = column(gap=4)
        self.setLayout(column(top, self.paused, self.found, group(self._lines), gap=6))
        self._wire()

    def show_sought(self, sought: Sought, repeat_days: int) -> None:
        """Show somebody and everything tried for them; what is being written stays."""
        self._sought = sought
        self._avatar.show_face(face_of(sought.name), tone_of(sought.person_id))
        self._name.setText(sought.name)
        self._about.setText(self._state(sought, repeat_days))
        self.where.choose(sought.whereabouts)
        self._where_field.setVisible(bool(sought.member_id))
        self.review.choose(sought.review)
        self._show_notices(sought)
        self._show_lines(sought)

    def settle(self) -> None:
        """Hand on what is typed."""
        if self.form is not None:
            self.form.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self._read_only = read_only
        for piece in (self.where, self.review, self.add_button, self.found):
            piece.setEnabled(not read_only)
        self._shown = self._row_ids = ()
        if self._sought is not None:
            self._show_lines(self._sought)

    def _wire(self) -> None:
        self.where.chosen.connect(self._on_where)
        self.review.chosen.connect(self.review_wanted)
        self.add_button.chosen.connect(self._on_source)
        self.open_button.clicked.connect(self._on_open_person)
        self.known_button.clicked.connect(lambda: self._on_where(KNOWN))

    def _state(self, sought: Sought, repeat_days: int) -> str:
        words, today = self._ground.words, self._ground.today()
        parts = [self._told.role(sought.role)] if sought.role else []
        if sought.whereabouts_note:
            parts.append(sought.whereabouts_note)
        if sought.is_missing and sought.last_on is None:
            parts.append(self.tr("Nobody has looked yet"))
        elif sought.last_on is not None:
            parts.append(self.tr("last looked {day}").format(day=words.day_near(sought.last_on, today)))
        by = due_on(sought, repeat_days)
        if by is not None:
            parts.append(self.tr("look again by {day}").format(day=words.day_near(by, today)))
        return " · ".join(parts)

    def _show_notices(self, sought: Sought) -> None:
        name = sought.name
        if sought.is_paused:
            self.paused.say(
                self.tr("Paused for safety: no notices, letters or visits"),
                self.tr(
                    "Until the review is done, nobody writes to {name}, calls or visits. Looking in records goes on."
                ).format(name=name),
            )
        self.paused.setVisible(sought.is_paused)
        was_found = sought.was_found and sought.is_missing
        if was_found:
            self.found.say(
                self.tr("Somebody found {name}").format(name=name),
                self.tr("Is it known now where they are? Then nobody needs to look again."),
            )
        self.found.setVisible(was_found and bool(sought.member_id))

    def _show_lines(self, sought: Sought) -> None:
        opened = next((e for e in sought.efforts if e.effort_id == self.open_id), None)
        ids = tuple(e.effort_id for e in sought.efforts)
        shown = (sought.person_id, self.open_id if opened else "", sought.is_paused, sought.efforts)
        if opened is not None and self.form is not None and self.form.effort_id == opened.effort_id:
            self.form.show_effort(opened, is_paused=sought.is_paused)
            if ids == self._row_ids:
                return
        if shown == self._shown:
            return
        self._shown, self._row_ids = shown, ids
        self.settle()
        clear(self._lines)
        self.form = None
        newest = next((e.effort_id for e in sought.searches), "")
        for effort in sought.efforts:
            is_open = opened is not None and effort.effort_id == opened.effort_id and not self._read_only
            self._lines.addWidget(
                self._make_form(effort, sought)
                if is_open
                else self._make_card(effort, is_newest=effort.effort_id == newest)
            )
        if not sought.efforts:
            words = self.tr(
                "Nothing is written down yet. Begin with those who know {name}: the family, the child, earlier files."
            ).format(name=sought.name)
            self._lines.addWidget(Text(words, ink="muted", lines=0, inset=True))
        self._focus_form()

    def _focus_form(self) -> None:
        if self.form is not None and self.wants_focus:
            self.wants_focus = False
            # Only once it is laid out can the page scroll to it.
            QTimer.singleShot(0, self.form, self._enter_form)

    def _enter_form(self) -> None:
        if self.form is not None:
            self.form.enter()
            self.form_entered.emit()

    def _make_form(self, effort: Effort, sought: Sought) -> EffortForm:
        self.form = EffortForm(self._ground, effort)
        self.form.show_effort(effort, is_paused=sought.is_paused)
        self.form.closed.connect(self._on_closed)
        return self.form

    def _make_card(self, effort: Effort, *, is_newest: bool) -> EffortCard:
        line = EffortCard(self._ground, self._words, effort, is_newest=is_newest, read_only=self._read_only)
        line.change_wanted.connect(self._on_change)
        return line

    def _on_change(self, effort_id: str) -> None:
        self.settle()
        self.open_id, self.wants_focus = effort_id, True
        if self._sought is not None:
            self._show_lines(self._sought)

    def _on_closed(self) -> None:
        self.open_id = ""
        if self._sought is not None:
            self._show_lines(self._sought)
        self.add_button.setFocus()

    def _on_source(self, source: str) -> None:
        self.add_button.choose("")
        self.source_wanted.emit(source)

    def _on_where(self, state: str) -> None:
        if self._sought is not None and self._sought.member_id:
            self.state_wanted.emit(self._sought.member_id, state)

    def _on_open_person(self) -> None:
        if self._sought is not None:
            self.person_wanted.emit(self._sought.person_id)
