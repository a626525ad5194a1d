"""Papers of a visit: a photo or scan, or an ink page, in two taps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from engage_desktop.services.contact_writing import Made
from engage_desktop.services.papers import Tags
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.face import BigTile
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.papers import sources
from engage_desktop.views.papers.adding import Adding, Left
from engage_desktop.views.papers.ink_sheet import InkSheet
from engage_desktop.views.papers.services import PaperServices
from engage_desktop.views.papers.sources import Source
from engage_desktop.views.papers.words import PaperWords
from engage_domain.papers import Paper
from engage_domain.visit import Contact

TAKEN_BACK = "taken_back"
Say = Callable[[str, str, Callable[[], None]], object]


class PaperTaps(QObject):
    """Two tiles to tap, with how many papers this visit has."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.photo = BigTile(self.tr("Photo or scan"), "camera", "sand")
        self.ink = BigTile(self.tr("Ink page"), "pen-tool", "sand")

    def show_count(self, count: int) -> None:
        """Show how many papers there are."""
        self.photo.set_count(count)
        said = self.tr("Papers of this visit: {n}").format(n=count) if count else ""
        self.photo.setAccessibleDescription(said)


class VisitPapers(QObject):
    """Adds papers to the contact of a visit and says what came of it, with a way back."""

    changed = Signal(object)

    def __init__(self, page: QWidget, services: PaperServices, lanes: Lanes, bus: Bus, say: Say) -> None:
        super().__init__(page)
        self._page, self._services, self._lanes, self._bus, self._say = page, services, lanes, bus, say
        self._words = PaperWords(self)
        self._contact: Contact | None = None
        self._taps: PaperTaps | None = None
        self.adding = Adding(self, services, lanes, bus.publish)
        self.adding.ended.connect(self._on_ended)

    def wire(self, taps: PaperTaps) -> None:
        """Listen to these taps."""
        self._taps = taps
        taps.photo.clicked.connect(self.choose)
        taps.ink.clicked.connect(self.draw)

    def show_contact(self, contact: Contact) -> None:
        """Know whose visit it is, and count its papers."""
        self._contact = contact
        self.adding.family_id = contact.family_id
        job = partial(self._services.papers, contact.family_id, contact.id)
        self._lanes.read(self, job, self._on_papers)

    def choose(self) -> QFileDialog:
        """Ask for a photo or a scan."""
        dialog = sources.chooser(self._page, self.tr("Add a photo or a scan"), self._words)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda paths: self.add(sources.of_files(paths)))
        dialog.open()
        return dialog

    def paste(self) -> None:
        """Add what is in the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        self.add(sources.of_mime(mime, self.tr("Pasted picture")))

    def add(self, found: tuple[Source, ...]) -> None:
        """Add these to the visit."""
        if self._contact is not None and found:
            self.adding.add(found, Tags(contact_id=self._contact.id))

    def draw(self) -> InkSheet | None:
        """Begin an ink page, or go on with the one that was begun."""
        if self._contact is None:
            return None
        tags = Tags(contact_id=self._contact.id)
        sheet = InkSheet(self._page, self._services, self._lanes, self._contact.family_id, tags)
        sheet.kept.connect(self._on_drawn)
        sheet.open()
        return sheet

    def _on_papers(self, papers: tuple[Paper, ...]) -> None:
        if self._taps is not None:
            self._taps.show_count(len(papers))

    def _on_drawn(self, made: Made) -> None:
        self._bus.publish(made)
        self._on_ended((made.made_id,), ())

    def _on_ended(self, added: tuple[str, ...], left: tuple[Left, ...]) -> None:
        if left:
            self._say(self._words.failure(left[0].error), "", _nothing)
        elif added:
            said = self.tr("Kept with this visit.")
            self._say(said, self.tr("Take it back"), partial(self._take_back, added))

    def _take_back(self, added: tuple[str, ...]) -> None:
        for paper_id in added:
            job = partial(self._services.remove, "attachment", paper_id, TAKEN_BACK)
            self._lanes.write(self, job, self._bus.publish)


def _nothing() -> None:
    return
