"""Documents: every paper of the family that may be seen here, to add to, to look through and to describe."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.papers import Tags
from engage_desktop.views.family.documents.grid import PaperDelegate, PaperGrid, PaperTold
from engage_desktop.views.family.documents.intake import Intake
from engage_desktop.views.family.documents.viewer import PaperViewer
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.part import Part
from engage_desktop.views.family.removal import Removal
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.dialogs import confirm
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, flow, group
from engage_desktop.views.kit.lists import FrozenListModel
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.text import meta
from engage_desktop.views.papers import sources
from engage_desktop.views.papers.ink_sheet import InkSheet
from engage_desktop.views.papers.pictures import ThumbShelf
from engage_desktop.views.papers.sources import Source
from engage_desktop.views.papers.words import PaperWords
from engage_domain.papers import ENDINGS, Paper, PaperFilter, PaperKind, clean_name
from engage_domain.persons import People

SHOWS = ("attachment", "person", "contact", "contact_body", "draft")
LOADING, GRID, EMPTY, FAILED, NONE_SUCH = range(5)


class DocumentsPart(Part):
    """All papers as cards, or one of them with what is known about it."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._ground, self._services = ground, ground.services.papers
        self._told, self._words = PaperTold(ground, self), PaperWords(self)
        self._all: tuple[Paper, ...] = ()
        self._wanted = ""
        self._read_only = False
        self._latest, self._latest_people = Latest(ground.lanes, self), Latest(ground.lanes, self)
        self.intake = Intake(ground, self._services)
        self.model = FrozenListModel[Paper](
            key=lambda paper: paper.paper_id, speech=self._told.speech, title=self._told.title
        )
        self.grid = PaperGrid(self.tr("Papers"))
        self._shelf = ThumbShelf(ground.lanes, self._services, self)
        self._shelf.arrived.connect(self.grid.viewport().update)
        self.grid.setModel(self.model)
        self.grid.setItemDelegate(PaperDelegate(self.grid, self._told, self._shelf))
        self.grid.opened.connect(self._on_opened)
        self.viewer = PaperViewer(ground, self._services)
        self.viewer.closed.connect(self.close_paper)
        self.viewer.stepped.connect(self.step)
        self.viewer.copy_wanted.connect(self.ask_copy)
        self.viewer.removal_wanted.connect(self._ask_removal)
        self.viewer.details.contact_opened.connect(self.note_opened)
        self._removal = Removal(self, ground, self._on_removed)
        self._top = self._bar()
        self._all_page = group(column(self._top, self.intake, (self._lists(), 1), gap=6))
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self._all_page)
        self._pages.addWidget(self.viewer)
        self._make_keys()
        self.setAcceptDrops(True)
        self._refresh = Refresh(ground.bus, self, SHOWS, self.reload, (f"f:{ground.family_id}",))

    # what the workspace asks

    def reload(self) -> None:
        """Look again."""
        family_id = self._ground.family_id
        self._latest.read(partial(self._services.papers, family_id), self._on_papers, self._on_failed)
        job = partial(self._ground.services.people, family_id)
        self._latest_people.read(job, self._on_people, self._on_failed)

    def open_row(self, row_id: str) -> None:
        """Show one paper."""
        self.settle()
        self._wanted = row_id
        self._show_wanted(enter=True)

    def place(self) -> dict[str, str]:
        """Return the paper that shows, and the filter."""
        return {"paper": self._wanted, "kind": self.kind.here(), "who": self.who.here()}

    def restore(self, place: dict[str, str]) -> None:
        """Go where `place` says."""
        self.kind.choose(place.get("kind", ""))
        self._wanted_who = place.get("who", "")
        self._wanted = place.get("paper", "")
        self.reload()

    def settle(self) -> None:
        """Hand on what is typed."""
        self.viewer.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be added or written."""
        self._read_only = read_only
        for button in (self.add_button, self.ink_button, self.paste_button, *self._first_verbs):
            button.setEnabled(not read_only)
        self.viewer.set_read_only(read_only)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this part."""
        return (
            (self.tr("Enter"), self.tr("look at this paper")),
            ("Ctrl+V", self.tr("add from the clipboard")),
            ("← →", self.tr("the paper before, the next one")),
            ("+ − 0 R", self.tr("nearer, farther, all of it, turn it")),
            (self.tr("Page Up, Page Down"), self.tr("the pages of a paper")),
            (self.tr("Esc"), self.tr("back to all papers")),
        )

    # adding

    def choose_files(self) -> QFileDialog:
        """Ask for files of this laptop."""
        dialog = sources.chooser(self, self.tr("Add papers"), self._words)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.add(sources.of_files(paths)))
        dialog.open()
        return dialog

    def paste(self) -> None:
        """Add what is in the clipboard: files, or a picture."""
        found = sources.of_mime(QGuiApplication.clipboard().mimeData(), self.tr("Pasted picture"))
        if found:
            self.add(found)
        else:
            self._ground.say(self.tr("There is no file or picture in the clipboard."), "", None)

    def add(self, found: tuple[Source, ...]) -> None:
        """Add these, about whoever the filter names."""
        if not self._read_only and found:
            who = self.who.here()
            self.intake.add(found, Tags(person_ids=(who,) if who else ()))

    def draw_page(self) -> InkSheet:
        """Begin an ink page, or go on with the one that was begun."""
        who = self.who.here()
        tags = Tags(person_ids=(who,) if who else ())
        sheet = InkSheet(self.window(), self._services, self._ground.lanes, self._ground.family_id, tags)
        sheet.kept.connect(self._on_ink)
        sheet.open()
        return sheet

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if not self._read_only and sources.can_take(event.mimeData()):
            self._hint.setText(self.tr("Let go to add it"))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take note that it goes elsewhere."""
        self._show_count()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was dropped."""
        self._show_count()
        event.acceptProposedAction()
        self.add(sources.of_mime(event.mimeData(), self.tr("Dropped picture")))

    # looking

    def close_paper(self) -> None:
        """Go back to all papers."""
        self.settle()
        shown, self._wanted = self._wanted, ""
        self.viewer.clear()
        self._pages.setCurrentWidget(self._all_page)
        place = self.model.place_of(shown)
        if place >= 0:
            self.grid.setCurrentIndex(self.model.index(place))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Show the next paper or the one before."""
        place = self.model.place_of(self._wanted) + by
        if self._wanted and 0 <= place < len(self.model.rows):
            self.settle()
            self._wanted = self.model.rows[place].paper_id
            self._show_wanted(enter=False)

    def ask_copy(self) -> None:
        """Say what a copy outside means, then ask where it goes."""
        confirm(
            self,
            self.tr("Save a copy outside Engage?"),
            self.tr(
                "Nothing protects the copy there: whoever uses this laptop or that place can open it. Files from "
                "others can also do harm in other programs. Delete the copy when it has done its work."
            ),
            self.tr("Choose a place…"),
            self._choose_place,
            icon="download",
        )

    def save_copy(self, to: Path) -> None:
        """Save a copy of the paper that shows."""
        job = partial(self._services.save_copy, self._wanted, to)
        self._ground.lanes.read(self, job, self._on_saved, self._on_trouble)

    def _choose_place(self) -> None:
        paper = self._paper(self._wanted)
        if paper is None:
            return
        name = clean_name(paper.name or paper.kind, paper.mime) or f"paper{ENDINGS.get(paper.mime, '')}"
        dialog = sources.saver(self, self.tr("Save a copy"), name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.save_copy(Path(path)))
        dialog.open()

    def _on_saved(self, _size: int) -> None:
        self._ground.say(self.tr("A copy was saved outside. Nothing protects it there."), "", None)

    # making

    def _bar(self) -> QWidget:
        self.add_button = Button(self.tr("Add papers…"), "plus")
        self.ink_button = Button(self.tr("Ink page"), "pen-tool")
        self.paste_button = Button(self.tr("Paste"), "copy", "quiet")
        self.add_button.clicked.connect(self.choose_files)
        self.ink_button.clicked.connect(self.draw_page)
        self.paste_button.clicked.connect(self.paste)
        every = self.tr("All kinds")
        options = (("", every), *self._ground.words.options("attachment_kind", [str(k) for k in PaperKind]))
        self.kind = ChoiceButton(self.tr("Kind"), options, icon="filter", empty=every)
        self.who = ChoiceButton(self.tr("Who"), (), icon="user", empty=self.tr("Everybody"))
        self._wanted_who = ""
        for choice in (self.kind, self.who):
            choice.chosen.connect(self._filter)
        self._hint = meta("", lines=0)
        pieces = (self.add_button, self.ink_button, self.paste_button, self.kind, self.who, self._hint)
        return flow(*pieces, gap=4, line_gap=2)

    def _lists(self) -> QWidget:
        empty = EmptyState("image", self.tr("No papers yet"), self.tr(
            "A photo of the new room, the school’s letter, the page Mateo drew: they are kept here, encrypted. "
            "Drop files on this page, paste, or choose them."
        ) + "\n\n" + self._words.limits())  # fmt: skip
        first = empty.add_verb(self.tr("Add papers…"), "plus", primary=True)
        second = empty.add_verb(self.tr("Ink page"), "pen-tool")
        third = empty.add_verb(self.tr("Paste"), "copy")
        first.clicked.connect(self.choose_files)
        second.clicked.connect(self.draw_page)
        third.clicked.connect(self.paste)
        self._first_verbs = (first, second, third)
        self._error = ErrorState("")
        self._error.retry_wanted.connect(self.reload)
        none = EmptyState(
            "filter", self.tr("Nothing like that here"), self.tr("No paper fits what is chosen above.")
        )
        none.add_verb(self.tr("Show all papers"), "x").clicked.connect(self._show_all)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        name = self.tr("Papers")
        pieces = (
            LoadingState(),
            self.grid,
            Scroll(empty, name),
            Scroll(self._error, name),
            Scroll(none, name),
        )
        for piece in pieces:
            self._stack.addWidget(piece)
        return holder

    def _make_keys(self) -> None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.viewer)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_paper)
        paste = QShortcut(QKeySequence.StandardKey.Paste, self._all_page)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)

    # showing

    def _on_papers(self, papers: tuple[Paper, ...]) -> None:
        self._all = papers
        self._filter()
        self._show_wanted(enter=False)

    def _filter(self, _key: str = "") -> None:
        wanted = PaperFilter(self.kind.here(), self.who.here())
        rows = tuple(paper for paper in self._all if wanted.takes(paper))
        self.grid.show_rows(rows)
        self._shelf.want(tuple(paper.thumb for paper in rows))
        self._stack.setCurrentIndex(GRID if rows else (NONE_SUCH if self._all else EMPTY))
        self._top.setVisible(bool(self._all))
        self._show_count()

    def _show_all(self) -> None:
        self.kind.choose("")
        self.who.choose("")
        self._filter()

    def _show_count(self) -> None:
        count = len(self.model.rows)
        said = self.tr("1 paper") if count == 1 else self.tr("{n} papers").format(n=count)
        only = any(paper.whereabouts == "only_here" for paper in self.model.rows)
        here = self.tr("files on this laptop only") if only else ""
        self._hint.setText(" · ".join(part for part in (said, here) if part))

    def _on_people(self, people: People) -> None:
        named = tuple(
            (card.person_id, card.preferred_name or card.first_name or card.last_name)
            for card in people.cards
        )
        here = self._wanted_who or self.who.here()
        self._wanted_who = ""
        self.who.set_options((("", self.tr("Everybody")), *named), here)
        self.viewer.show_people(named)
        self._filter()

    def _show_wanted(self, *, enter: bool) -> None:
        paper = self._paper(self._wanted)
        if paper is None:
            if self._wanted and self._pages.currentWidget() is self.viewer:
                self.close_paper()
            return
        job = partial(self._services.paper, paper.paper_id)
        self._ground.lanes.read(self, job, partial(self._show_one, enter), self._on_trouble)

    def _show_one(self, enter: bool, paper: Paper) -> None:  # noqa: FBT001 - bound by a partial
        if paper.paper_id != self._wanted:
            return
        self.viewer.show_paper(paper, max(0, self.model.place_of(paper.paper_id)), len(self.model.rows))
        self._pages.setCurrentWidget(self.viewer)
        if enter:
            self.viewer.enter()

    def _paper(self, paper_id: str) -> Paper | None:
        return next((paper for paper in self._all if paper.paper_id == paper_id), None)

    def _on_opened(self, paper: object) -> None:
        if isinstance(paper, Paper):
            self.open_row(paper.paper_id)

    def _on_ink(self, made: Made) -> None:
        self._ground.bus.publish(made)
        self._ground.say(self.tr("The page is kept."), "", None)

    def _ask_removal(self) -> None:
        paper = self._paper(self._wanted)
        if paper is not None:
            title = self.tr("Remove this paper?")
            self._removal.ask("attachment", paper.paper_id, title, self._told.title(paper))

    def _on_removed(self) -> None:
        self.close_paper()

    def _on_failed(self, error: EngageError) -> None:
        self._error.show_error(self.tr("The papers cannot be shown just now"), Trouble(self).of(error))
        self._stack.setCurrentIndex(FAILED)

    def _on_trouble(self, error: EngageError) -> None:
        self._ground.say(Trouble(self).of(error), "", None)
