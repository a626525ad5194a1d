"""Looks at one paper after another: the picture, page or words, and what is known about it beside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import Damaged, EngageError, NotFound
from engage_desktop.services.papers import Leaf, NotTaken
from engage_desktop.views.family.documents.details import Details, People
from engage_desktop.views.family.documents.grid import PaperTold
from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.trouble import Trouble
from engage_desktop.views.kit.face import Button, IconButton
from engage_desktop.views.kit.inputs import TextArea
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Fitting, Scroll, column, flow, group, row
from engage_desktop.views.kit.notices import EmptyState, LoadingState
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.theme import look
from engage_desktop.views.papers.paper_sheet import image_of
from engage_desktop.views.papers.services import PaperServices
from engage_desktop.views.papers.stage import Stage
from engage_desktop.views.papers.words import PaperWords
from engage_domain.papers import Paper, Showing

SIDE, NARROW = 400, 900
LONGEST = 36
PICTURE, WORDS, CLOSED, WAITING = range(4)


def shortened(title: str) -> str:
    """Return a long name with its middle left out; all of it stands among what is known about the paper."""
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 12].rstrip()}…{title[-10:]}"


class Shut(EmptyState):
    """What stands where a paper cannot be shown."""

    def say(self, title: str, words: str) -> None:
        """Say why."""
        self._say(title, words)


class PaperViewer(Fitting):
    """One paper at a time. `closed` asks for all papers, `stepped` for the next or the one before."""

    closed = Signal()
    stepped = Signal(int)
    copy_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, ground: Ground, services: PaperServices) -> None:
        super().__init__()
        self._ground, self._services = ground, services
        self._told, self._words = PaperTold(ground, self), PaperWords(self)
        self._latest = Latest(ground.lanes, self)
        self._paper: Paper | None = None
        self._page, self._pages = 0, 1
        self._beside = False
        self.details = Details(ground, services)
        self.details.copy_wanted.connect(self.copy_wanted)
        self.details.removal_wanted.connect(self.removal_wanted)
        self.stage = Stage(self.tr("The paper"))
        self.stage.stepped.connect(self.stepped)
        self.stage.zoomed.connect(self._on_zoomed)
        self.words = TextArea(self.tr("The paper’s words"), measure=900)
        self.words.setReadOnly(True)
        self.shut = Shut("file-text", "", "")
        self.shut_copy = self.shut.add_verb(self.tr("Save a copy…"), "download")
        self.shut_copy.clicked.connect(self.copy_wanted)
        self._holder = QWidget()
        self._shows = QStackedLayout(self._holder)
        for piece in (self.stage, self.words, Scroll(self.shut, self.tr("The paper")), LoadingState()):
            self._shows.addWidget(piece)
        self._left = group(column((self._holder, 1), self._tools(), gap=4))
        both = group(row((self._left, 1), (self.details, 1), gap=12))
        self.setLayout(column(self._head(), (both, 1), gap=6))
        self.fit_room()

    @property
    def paper_id(self) -> str:
        """The paper that shows, or nothing."""
        return self._paper.paper_id if self._paper else ""

    @property
    def page(self) -> int:
        """The page that shows, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pages

    def show_paper(self, paper: Paper, place: int, total: int) -> None:
        """Show a paper, the so-and-so-many'th of all."""
        other = paper.paper_id != self.paper_id
        before = self._paper
        came = before is not None and (before.is_here, before.at_agency) != (paper.is_here, paper.at_agency)
        self._paper = paper
        self._title.setText(shortened(self._told.title(paper)))
        self._count.setText(self.tr("{n} of {all}").format(n=place + 1, all=total) if total > 1 else "")
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place < total - 1)
        self.details.show_paper(paper)
        if other or (came and not (before and before.is_here)):
            self._pages = 1
            self._open(0)

    def show_people(self, people: People) -> None:
        """Know everybody of the family."""
        self.details.show_people(people)

    def clear(self) -> None:
        """Show nothing and keep nothing of it in memory."""
        self._latest.cancel()
        self._paper = None
        self.stage.clear()
        self.words.clear()
        self.details.clear()

    def settle(self) -> None:
        """Hand on what is typed."""
        self.details.settle()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self.details.set_read_only(read_only)

    def enter(self) -> None:
        """Let the keyboard be where the arrows go on."""
        target: QWidget = self.stage if self._shows.currentIndex() in {PICTURE, WAITING} else self.back
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_page(self, by: int) -> None:
        """Show another page."""
        wanted = self._page + by
        if 0 <= wanted < self._pages:
            self._open(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        by = pages.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.turn_page(by)

    # making

    def _head(self) -> QWidget:
        self.back = Button(self.tr("All papers"), "arrow-left", "quiet")
        self.back.clicked.connect(self.closed)
        self._title = Text("", size=17, weight=700, lines=2)
        self._count = meta("")
        self.before = IconButton("chevron-left", self.tr("The paper before (←)"), "plain")
        self.after = IconButton("chevron-right", self.tr("The next paper (→)"), "plain")
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.about = Button(self.tr("About it"), "info", "quiet")
        self.about.clicked.connect(self._on_about)
        return group(
            row(self.back, (self._title, 1), self._count, self.about, self.before, self.after, gap=6)
        )

    def _tools(self) -> QWidget:
        self.farther = IconButton("zoom-out", self.tr("Farther (−)"), "plain")
        self.nearer = IconButton("zoom-in", self.tr("Nearer (+)"), "plain")
        self.fit = IconButton("maximize", self.tr("All of it (0)"), "plain")
        self.rotate = IconButton("rotate-cw", self.tr("Turn it (R)"), "plain")
        self.farther.clicked.connect(self.stage.farther)
        self.nearer.clicked.connect(self.stage.nearer)
        self.fit.clicked.connect(self.stage.fit)
        self.rotate.clicked.connect(self.stage.rotate)
        self.page_before = IconButton("arrow-up", self.tr("The page before (Page Up)"), "plain")
        self.page_after = IconButton("arrow-down", self.tr("The next page (Page Down)"), "plain")
        self.page_before.clicked.connect(lambda: self.turn_page(-1))
        self.page_after.clicked.connect(lambda: self.turn_page(1))
        self._page_words = meta("")
        self._seeing = (self.farther, self.nearer, self.fit, self.rotate)
        self._turning = (self.page_before, self._page_words, self.page_after)
        return flow(*self._seeing, *self._turning, gap=4, line_gap=0)

    def fit_room(self) -> None:
        """Decide what fits."""
        one_only = look().large or self.width() < look().px(NARROW)
        self.about.setHidden(not one_only)
        self.details.setVisible(not one_only or self._beside)
        self._left.setVisible(not one_only or not self._beside)
        self.details.setMinimumWidth(0 if one_only else look().px(SIDE))
        self.details.setMaximumWidth(16_777_215 if one_only else look().px(SIDE))

    # showing

    def _open(self, page: int) -> None:
        paper = self._paper
        if paper is None:
            return
        self.stage.clear()
        self._show_tools(picture=False)
        if not paper.is_here:
            self._show_elsewhere(paper)
            return
        if paper.showing is Showing.CLOSED:
            self._show_closed(paper)
            return
        self._shows.setCurrentIndex(WAITING)
        job = partial(self._services.open, paper.paper_id, page)
        self._latest.read(job, self._on_leaf, self._on_failed)

    def _on_leaf(self, leaf: Leaf) -> None:
        paper = self._paper
        if paper is None or leaf.paper_id != paper.paper_id:
            return
        self._page, self._pages = leaf.page, leaf.pages
        if paper.showing is Showing.TEXT:
            self.words.setPlainText(leaf.words)
            self._shows.setCurrentIndex(WORDS)
            self._show_tools(picture=False)
            return
        image = image_of(leaf)
        if image.isNull():
            self._shut(self.tr("This paper cannot be shown"), self.tr("Its file is kept as it is."))
            return
        self.stage.show_picture(image, self._told.speech(paper))
        self._shows.setCurrentIndex(PICTURE)
        self._show_tools(picture=True)

    def _show_elsewhere(self, paper: Paper) -> None:
        words = self.tr(
            "What was written about it is here. Its file stays on the laptop where it was added until that one "
            "is in touch with the agency."
        )
        if paper.at_agency:
            words = self.tr("It is fetched now; without a connection it comes as soon as there is one.")
            job = partial(self._services.want, paper.paper_id)
            self._ground.lanes.write(self, job, self._ground.bus.publish, self._on_failed)
        self._shut(self._words.whereabouts(paper), words, can_save=False)

    def _show_closed(self, paper: Paper) -> None:
        if paper.mime.startswith("audio/"):
            title = self.tr("A recording")
            words = self.tr("Recordings are kept safe here, but played elsewhere.")
        else:
            title = self.tr("Kept here unopened")
            words = self.tr("Documents of this kind are kept here unopened, because they can hold programs.")
        self._shut(title, words)

    def _on_failed(self, error: EngageError) -> None:
        if isinstance(error, NotTaken):
            words = self._words.refusal(error.why)
        elif isinstance(error, Damaged):
            words = self.tr("Its file does not read back as it was written. Another copy has to be added.")
        elif isinstance(error, NotFound):
            words = self.tr("Its file is not on this laptop any more.")
        else:
            words = Trouble(self).of(error)
        self._shut(
            self.tr("This paper cannot be shown"), words, can_save=not isinstance(error, (Damaged, NotFound))
        )

    def _shut(self, title: str, words: str, *, can_save: bool = True) -> None:
        self.shut.say(title, words)
        self.shut_copy.setVisible(can_save)
        self._shows.setCurrentIndex(CLOSED)
        self._show_tools(picture=False)

    def _show_tools(self, *, picture: bool) -> None:
        for tool in self._seeing:
            tool.setVisible(picture)
        for turner in self._turning:
            turner.setVisible(picture and self._pages > 1)
        self.page_before.setEnabled(self._page > 0)
        self.page_after.setEnabled(self._page < self._pages - 1)
        self._page_words.setText(self.tr("Page {n} of {all}").format(n=self._page + 1, all=self._pages))

    def _on_zoomed(self, near: float) -> None:
        self.farther.setEnabled(near > 1)
        self.fit.setEnabled(near > 1)

    def _on_about(self) -> None:
        self._beside = not self._beside
        self.about.say(self.tr("The paper") if self._beside else self.tr("About it"))
        self.about.setAccessibleName(self.about.text())
        self.fit_room()
