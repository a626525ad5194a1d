"""Bringing in a family tree: choose a file, look at what it holds, decide who is who, and only then write."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from engage_desktop.errors import Cancelled, EngageError
from engage_desktop.services.family_tree import BroughtIn, Course
from engage_desktop.views.family.family_tree.preview import Preview
from engage_desktop.views.family.family_tree.words import TreeWords
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.side_road import SideRoad
from engage_desktop.views.family.told import Told
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, group
from engage_desktop.views.kit.notices import EmptyState, ErrorState, ProgressPanel
from engage_domain.gedcom.intake import Intake, Refused
from engage_wire.changed import Changed

ASK, BUSY, LOOK, DONE, WRONG = range(5)
TOLD_EVERY_MS = 100


class TreePage(SideRoad):
    """The way of a file into the record; nothing is written before *Bring in*. `brought` carries what was, or None."""

    brought = Signal(object)

    def __init__(self, ground: Ground, _told: Told, _person_id: str) -> None:
        super().__init__(ground, "")
        self.set_title(self.tr("Bring in a family tree"))
        self.words = TreeWords(ground, self)
        self._course = Course()
        self._is_writing = False
        self._brought: BroughtIn | None = None
        self._latest = Latest(ground.lanes, self)
        self.choose_button = Button(self.tr("Choose another file"), "folder-open")
        self.choose_button.clicked.connect(self.choose_file)
        self.preview = Preview(ground, self.words)
        self.preview.bring_button.clicked.connect(self.bring_in)
        self.add_verbs(self.choose_button, self.preview.bring_button)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TOLD_EVERY_MS)
        self._ticking.timeout.connect(self._on_tick)
        self.lay(body=self._states(), inside=self.preview.inside)
        self._go(ASK)

    def choose_file(self) -> QFileDialog:
        """Ask which file."""
        dialog = QFileDialog(self.window(), self.tr("Choose a family tree file"))
        dialog.setNameFilters([self.tr("Family trees (*.ged *.GED)"), self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_file(self, path: Path) -> None:
        """Look into a file; nothing of it is written."""
        self._busy(self.tr("Looking into the file"), self.tr("Nothing is written yet."), can_stop=True)
        job = partial(self.ground.services.roots.look_into, self.ground.family_id, path)
        self._latest.read(job, self._on_looked, self._on_failed)

    def bring_in(self) -> None:
        """Write the people and ties, all of them or none."""
        intake = self.preview.intake
        if intake is None or self.read_only:
            return
        self._course = Course()
        self._is_writing = True
        self._ticking.start()
        self._busy(self.tr("Bringing in the family tree"), "", can_stop=True)
        services = self.ground.services.roots
        choices = dict(self.preview.choices)
        job = partial(services.bring_in, self.ground.family_id, intake, choices, self._course)
        self.ground.lanes.write(self, job, self._on_brought, self._on_not_brought)

    def take_back(self) -> None:
        """Take everything that was brought in back."""
        brought = self._brought
        if brought is None:
            return
        self._is_writing = True
        self._busy(self.tr("Taking it back"), "", can_stop=False)
        job = partial(self.ground.services.roots.bring_in.undo, self.ground.family_id, brought.rows)
        self.ground.lanes.write(self, job, self._on_taken_back, self._on_failed)

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        super().set_read_only(read_only)
        self.preview.set_read_only(read_only)
        self.choose_button.setEnabled(not read_only)
        self.undo_button.setEnabled(not read_only)

    @property
    def may_leave(self) -> bool:
        """Say whether nothing is being written: what came of it would be told to nobody."""
        return not self._is_writing

    def _states(self) -> QWidget:
        ask = EmptyState(
            "git-fork",
            self.tr("A family tree from somewhere else"),
            self.tr(
                "Files of family tree programs end in .ged. You see everything in it first and decide who is who; "
                "nothing is written before that, and all of it can be taken back."
            ),
        )
        ask.add_verb(self.tr("Choose a file"), "folder-open", primary=True).clicked.connect(self.choose_file)
        self.progress = ProgressPanel("")
        self.progress.cancel_wanted.connect(self._on_stop)
        self._done = EmptyState("circle-check", "", "")
        show = self._done.add_verb(self.tr("Show the people"), "users", primary=True)
        self.undo_button = self._done.add_verb(self.tr("Take all of it back"), "undo-2")
        show.clicked.connect(self.closed)
        self.undo_button.clicked.connect(self.take_back)
        self._error = ErrorState("", retry=False)
        again = self._error.add_verb(self.tr("Choose another file"), "folder-open")
        again.clicked.connect(self.choose_file)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        name = self.tr("Bring in a family tree")
        waiting = group(column(None, self.progress, None, None, gap=0, pad=(40, 0, 40, 0)))
        for piece in (
            Scroll(ask, name),
            waiting,
            self.preview,
            Scroll(self._done, name),
            Scroll(self._error, name),
        ):
            self._stack.addWidget(piece)
        return holder

    def _go(self, state: int) -> None:
        self._stack.setCurrentIndex(state)
        self.let_head_scroll(inside=state == LOOK)
        self.choose_button.setVisible(state == LOOK)
        self.preview.bring_button.setVisible(state == LOOK)
        self.back_button.setEnabled(self.may_leave)

    def _busy(self, title: str, words: str, *, can_stop: bool) -> None:
        self.progress.offer_stop(offered=can_stop)
        self.progress.show_title(title)
        self.progress.show_progress(0, 0, words)
        self._go(BUSY)

    def _on_looked(self, found: Intake | Refused) -> None:
        if isinstance(found, Refused):
            title = self.tr("This file cannot be brought in")
            words = self.words.refused(found)
            rest = self.tr("Nothing was taken from it. Perhaps the program it comes from can save it again.")
            self._error.show_error(title, f"{words} {rest}")
            self._go(WRONG)
            return
        self.preview.show_intake(found)
        self._go(LOOK)
        self.preview.enter()

    def _on_tick(self) -> None:
        course = self._course
        words = (
            self.tr("{done} of {total}").format(done=course.done, total=course.total) if course.total else ""
        )
        self.progress.show_progress(course.done, course.total, words)

    def _on_stop(self) -> None:
        self._course.stop()
        if not self._is_writing:
            self._latest.cancel()
            self._go(ASK)

    def _written(self) -> None:
        self._is_writing = False
        self._ticking.stop()

    def _on_brought(self, brought: BroughtIn) -> None:
        self._written()
        self._brought = brought
        self.brought.emit(brought)
        self.ground.bus.publish(brought)
        count = self.ground.words.count
        what = self.ground.words.listed((count("person", brought.people), count("tie", brought.ties)))
        words = [self.tr("They are among the people of the family now.")]
        if brought.ties_known:
            words.append(self.tr("What was written down already stayed as it was."))
        self._done.show_words(self.tr("Brought in: {what}").format(what=what), " ".join(words))
        self.undo_button.setVisible(bool(brought.rows))
        self._go(DONE)

    def _on_not_brought(self, error: EngageError) -> None:
        self._written()
        if isinstance(error, Cancelled):
            self._go(LOOK)
            self.ground.say(self.tr("Stopped. Nothing was written."), "", None)
            return
        self._on_failed(error)

    def _on_taken_back(self, changed: Changed) -> None:
        self._written()
        self._brought = None
        self.brought.emit(None)
        self.ground.bus.publish(changed)
        self._go(LOOK if self.preview.intake is not None else ASK)
        self.ground.say(self.tr("All of it was taken back."), "", None)

    def _on_failed(self, error: EngageError) -> None:
        self._written()
        self._error.show_error(self.tr("That did not work"), Trouble(self).of(error))
        self._go(WRONG)
