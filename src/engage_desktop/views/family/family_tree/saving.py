"""Saving the family as a family tree file: for the worker alone, and plainly said so."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.family_tree import Saved
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.inputs import Field, Segmented
from engage_desktop.views.kit.notices import Notice
from engage_desktop.views.kit.text import Text

OLD, SEVEN = "5.5.1", "7.0"
SUFFIX = ".ged"


class SaveSheet(Sheet):
    """Says who the file is for and what is not in it, and asks for the version."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window(), width=640)
        self.set_question(self.tr("Save as a family tree file"))
        only_you = Notice(
            self.tr("This file is for you alone"),
            self.tr(
                "It names everybody with their days of birth and is not encrypted. Do not hand it on, not even to the "
                "family: what may be given to whom is decided elsewhere."
            ),
            tone="warn",
            icon="lock",
        )
        left_out = Text(
            self.tr(
                "Not in the file: whatever and whoever is kept under Safety, ties that are not safe, how close people "
                "are, addresses and ways to reach them, notes, searches, placements, pregnancies and losses."
            ),
            lines=0,
            leading=1.2,
            inset=True,
        )
        self.version = Segmented(
            self.tr("Version"),
            ((OLD, self.tr("5.5.1, for most programs")), (SEVEN, self.tr("7.0, the newest"))),
            OLD,
        )
        self.add(only_you)
        self.add(left_out)
        self.add(Field(self.tr("Version"), self.version))
        self.add_answer(self.tr("Not now"))
        self.where_button = self.add_answer(self.tr("Choose where…"), "folder-open", main=True)


class Saving(QObject):
    """The whole way of saving: the sheet, the place, the file."""

    def __init__(self, owner: QWidget, ground: Ground) -> None:
        super().__init__(owner)
        self._owner, self._ground = owner, ground

    def ask(self) -> SaveSheet:
        """Say what the file is, and ask for the version."""
        sheet = SaveSheet(self._owner)
        sheet.accepted.connect(lambda: self.choose_place(sheet.version.here() or OLD))
        sheet.open()
        return sheet

    def choose_place(self, version: str) -> QFileDialog:
        """Ask where the file is to be."""
        dialog = QFileDialog(self._owner.window(), self.tr("Save as a family tree file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Family trees (*.ged)")])
        dialog.setDefaultSuffix("ged")
        dialog.selectFile(self.tr("family tree") + SUFFIX)
        dialog.fileSelected.connect(lambda path: self.save(Path(path), version))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, path: Path, version: str) -> None:
        """Write the file."""
        job = partial(self._ground.services.roots.save_tree, self._ground.family_id, path, version)
        self._ground.lanes.read(self, job, self._on_saved, self._on_failed)

    def _on_saved(self, saved: Saved) -> None:
        people = self._ground.words.count("person", saved.people)
        self._ground.say(self.tr("Saved for you alone: {people}.").format(people=people), "", None)

    def _on_failed(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
