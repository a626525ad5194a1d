"""Beside the note: the photos, scans and ink pages of the contact, to be looked at while one writes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy

from engage_desktop.views.kit.bus import Refresh
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.layout import clear, column, flow, group
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import panel_title
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_BUTTON
from engage_desktop.views.note.services import Hand
from engage_desktop.views.papers.paper_sheet import PaperSheet
from engage_desktop.views.papers.pictures import ThumbShelf
from engage_desktop.views.papers.words import icon_of
from engage_domain.papers import Paper
from engage_domain.visit import Contact


class PaperFace(Face):
    """One paper as a small picture to tap."""

    def __init__(self, title: str, paper: Paper, shelf: ThumbShelf) -> None:
        super().__init__("", title)
        self.setAccessibleName(title)
        self._paper, self._shelf = paper, shelf
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        shelf.arrived.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a square in which something can be made out."""
        return QSize(look().px(88), look().px(88))

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the picture, or the sign of what it is."""
        sketch.panel(rect, "sunk", "primary" if self.hot else "line", radius=RADIUS_BUTTON)
        pixmap = self._shelf.get(self._paper.thumb)
        if pixmap is None:
            side = look().px(40)
            middle = rect.center()
            spot = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
            sketch.avatar(spot, icon_of(self._paper.kind), "sand")
            return
        inner = rect.adjusted(3, 3, -3, -3)
        size = pixmap.size().scaled(inner.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inner.center())
        sketch.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sketch.painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))


class PapersCard(Card):
    """The papers of one contact; hidden while there are none."""

    def __init__(self, hand: Hand) -> None:
        self._box = column(gap=4)
        title = panel_title("")
        super().__init__(column(title, group(self._box), gap=6, pad=(20, 14, 16, 14)))
        title.setText(self.tr("Papers of this contact"))
        self._hand, self._services = hand, hand.services.papers
        self._shelf = ThumbShelf(hand.lanes, self._services, self)
        self._contact: Contact | None = None
        self._shown: tuple[Paper, ...] = ()
        self.faces: list[PaperFace] = []
        self.hide()
        self._refresh = Refresh(hand.bus, self, ("attachment",), self.reload)

    def show_contact(self, contact: Contact) -> None:
        """Show the papers of this contact."""
        new = self._contact is None or self._contact.id != contact.id
        self._contact = contact
        if new:
            self.reload()

    def reload(self) -> None:
        """Look again."""
        if self._contact is not None:
            job = partial(self._services.papers, self._contact.family_id, self._contact.id)
            self._hand.lanes.read(self, job, self._on_papers)

    def _on_papers(self, papers: tuple[Paper, ...]) -> None:
        if papers == self._shown:
            return
        self._shown = papers
        clear(self._box)
        self.faces = [self._face(paper) for paper in papers]
        self._box.addWidget(flow(*self.faces, gap=2, line_gap=2))
        self._shelf.want(tuple(paper.thumb for paper in papers))
        self.setVisible(bool(papers))

    def _face(self, paper: Paper) -> PaperFace:
        title = paper.name or self._hand.words.book.word("attachment_kind", paper.kind)
        face = PaperFace(title, paper, self._shelf)
        face.clicked.connect(partial(self._open, paper, title))
        return face

    def _open(self, paper: Paper, title: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        PaperSheet(self.window(), self._services, self._hand.lanes, paper, title).open()
