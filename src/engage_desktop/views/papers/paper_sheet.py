"""A sheet in which one paper is looked at, on a screen that is about something else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.papers import Leaf
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import IconButton
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.layout import flow
from engage_desktop.views.kit.strokes import unpacked
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.theme import look
from engage_desktop.views.papers.ink_sheet import picture_of
from engage_desktop.views.papers.pictures import decoded
from engage_desktop.views.papers.services import PaperServices
from engage_desktop.views.papers.stage import Stage
from engage_desktop.views.papers.words import PaperWords
from engage_domain.papers import Paper, Showing

INK_WIDE = 2048
LEAST_HIGH, SHEET_WORDS, ROUND_IT = 200, 170, 130


def image_of(leaf: Leaf) -> QImage:
    """Return what shows of a paper as a picture; an empty one when there is none."""
    return picture_of(unpacked(leaf.words), INK_WIDE) if leaf.words else decoded(leaf.picture)


class PaperSheet(Sheet):
    """Shows one paper: its picture, page or ink, with its name and note."""

    def __init__(
        self, owner: QWidget, services: PaperServices, lanes: Lanes, paper: Paper, title: str
    ) -> None:
        super().__init__(owner, title, paper.note, width=1000)
        self._services, self._lanes, self._paper, self._title_words = services, lanes, paper, title
        self._page, self._pages = 0, 1
        self.stage = Stage(title)
        high = max(LEAST_HIGH, owner.window().height() - look().px(SHEET_WORDS) - ROUND_IT)
        self.stage.setFixedHeight(high)
        self._said = Text("", ink="muted", lines=0)
        self._said.hide()
        self.add(self.stage)
        self.add(self._said)
        self._tools = self._make_tools()
        self.add(self._tools)
        self.add_answer(self.tr("Close"), main=True).setFocus(Qt.FocusReason.OtherFocusReason)
        if paper.showing in {Showing.CLOSED, Showing.TEXT} or not paper.is_here:
            closed = self.tr("It can be looked at and saved in the family’s Documents.")
            self._say(closed if paper.is_here else PaperWords(self).whereabouts(paper))
        else:
            self._open(0)

    def _make_tools(self) -> QWidget:
        tools = (
            ("zoom-out", self.tr("Farther (−)"), self.stage.farther),
            ("zoom-in", self.tr("Nearer (+)"), self.stage.nearer),
            ("rotate-cw", self.tr("Turn it (R)"), self.stage.rotate),
        )
        made: list[QWidget] = []
        for icon, tip, slot in tools:
            button = IconButton(icon, tip, "plain")
            button.clicked.connect(slot)
            made.append(button)
        self.page_before = IconButton("arrow-up", self.tr("The page before"), "plain")
        self.page_after = IconButton("arrow-down", self.tr("The next page"), "plain")
        self._page_words = meta("")
        self.page_before.clicked.connect(lambda: self._open(self._page - 1))
        self.page_after.clicked.connect(lambda: self._open(self._page + 1))
        self._turning: tuple[QWidget, ...] = (self.page_before, self._page_words, self.page_after)
        return flow(*made, *self._turning, gap=4)

    def _open(self, page: int) -> None:
        self._show_pages()
        if 0 <= page < max(self._pages, 1):
            job = partial(self._services.open, self._paper.paper_id, page)
            self._lanes.read(self, job, self._on_leaf, self._on_failed)

    def _on_leaf(self, leaf: Leaf) -> None:
        self._page, self._pages = leaf.page, leaf.pages
        self.stage.show_picture(image_of(leaf), self._title_words)
        self._show_pages()

    def _show_pages(self) -> None:
        for turner in self._turning:
            turner.setVisible(self._pages > 1)
        self.page_before.setEnabled(self._page > 0)
        self.page_after.setEnabled(self._page < self._pages - 1)
        self._page_words.setText(self.tr("Page {n} of {all}").format(n=self._page + 1, all=self._pages))

    def _on_failed(self, error: EngageError) -> None:
        self._say(PaperWords(self).failure(error))

    def _say(self, words: str) -> None:
        self.stage.hide()
        self._tools.hide()
        self._said.setText(words)
        self._said.show()
