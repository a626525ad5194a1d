"""The papers as cards with a thumbnail each, as many side by side as fit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainterPath

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.kit.lists import SPARE, CardDelegate, CardListView, CardState
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.papers.pictures import ThumbShelf
from engage_desktop.views.papers.words import PaperWords, icon_of
from engage_domain.papers import Paper, PaperKind, Whereabouts

CARD_WIDE = 236
THUMB_HIGH = 148
LINE_HIGH = 76
TONES = {
    PaperKind.PHOTO: "info",
    PaperKind.SCAN: "sand",
    PaperKind.INK: "plum",
    PaperKind.DOCUMENT: "clay",
    PaperKind.AUDIO: "good",
}


class PaperTold(QObject):
    """Says a paper in a few words, for eyes and for ears."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._words = PaperWords(self)

    def title(self, paper: Paper) -> str:
        """Return what a paper is called."""
        return paper.name or self._ground.words.word("attachment_kind", paper.kind)

    def about(self, paper: Paper) -> str:
        """Return its kind and its day."""
        kind = self._ground.words.word("attachment_kind", paper.kind)
        return f"{kind} · {self.day(paper)}" if self.day(paper) else kind

    def day(self, paper: Paper) -> str:
        """Return the day it was taken, else the day it was added."""
        words, today = self._ground.words, self._ground.today()
        if paper.taken_on:
            return words.day_near(paper.taken_on, today)
        return words.day_near(self._ground.local(paper.added_at).date(), today) if paper.added_at else ""

    def speech(self, paper: Paper) -> str:
        """Return everything a card shows as one sentence."""
        parts = [self.title(paper), self.about(paper), ", ".join(paper.people), paper.note]
        return ". ".join([part for part in parts if part] + [self._words.whereabouts(paper)])


class PaperDelegate(CardDelegate[Paper]):
    """Draws one paper: its thumbnail or its sign, its name, its day and whom it is about."""

    def __init__(self, view: CardListView, told: PaperTold, shelf: ThumbShelf) -> None:
        super().__init__(view)
        self._told, self._shelf = told, shelf
        self._words = PaperWords(self)

    def pad(self) -> float:
        """Return a narrow margin."""
        return look().px(8)

    def height(self, _row: Paper, _width: float) -> float:
        """Return the height of the picture and three lines; with large text they stand beside each other."""
        px = look().px
        return px(LINE_HIGH) if look().large else px(THUMB_HIGH) + px(10) + px(22) + px(19) + px(21)

    def draw(self, sketch: Sketch, rect: QRectF, row: Paper, _state: CardState) -> None:
        """Draw the card."""
        px = look().px
        if look().large:
            picture = QRectF(rect.left(), rect.top(), px(LINE_HIGH) * 1.3, px(LINE_HIGH))
            left, top = picture.right() + px(12), rect.top() + px(6)
        else:
            picture = QRectF(rect.left(), rect.top(), rect.width(), px(THUMB_HIGH))
            left, top = rect.left() + px(4), picture.bottom() + px(10)
        self._draw_picture(sketch, picture, row)
        wide = rect.right() - px(4) - left
        sketch.words(QRectF(left, top, wide, px(22)), self._told.title(row), "text", 15, 600)
        sketch.words(QRectF(left, top + px(22), wide, px(19)), self._told.about(row), "muted", 13, 500)
        third = ", ".join(row.people) or row.note
        if row.whereabouts is Whereabouts.ELSEWHERE:
            third = self._words.whereabouts(row)
        line = " ".join(third.split())
        sketch.words(QRectF(left, top + px(41), wide, px(19)), line, "muted", 13, 500)

    def _draw_picture(self, sketch: Sketch, rect: QRectF, row: Paper) -> None:
        px = look().px
        tone = TONES.get(PaperKind(row.kind), "sand") if row.kind in set(PaperKind) else "sand"
        sketch.panel(rect, "sunk", radius=10)
        pixmap = self._shelf.get(row.thumb) if row.thumb else None
        if pixmap is None:
            side = px(52)
            spot = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
            sketch.avatar(spot, icon_of(row.kind), tone)
            return
        fitted = pixmap.size().scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        if row.kind == PaperKind.PHOTO:
            fitted = pixmap.size().scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        place = QRectF(0, 0, fitted.width(), fitted.height())
        place.moveCenter(sketch.placed(rect).center())
        path = QPainterPath()
        path.addRoundedRect(sketch.placed(rect), px(10), px(10))
        painter = sketch.painter
        painter.save()
        painter.setClipPath(path)
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.restore()
        badge = px(30)
        if look().large:
            return
        corner = QRectF(rect.left() + px(8), rect.bottom() - badge - px(8), badge, badge)
        sketch.panel(corner, f"{tone}soft", radius=9)
        icon = px(18)
        middle = corner.center()
        sketch.icon(icon_of(row.kind), tone, QRectF(middle.x() - icon / 2, middle.y() - icon / 2, icon, icon))


class PaperGrid(CardListView):
    """The cards; as many side by side as fit, one below the other with large text."""

    def __init__(self, name: str) -> None:
        super().__init__(name, gap=4)
        self.setUniformItemSizes(True)

    def columns(self) -> int:
        """Return how many cards lie side by side."""
        if look().large:
            return 1
        return max(1, (self.viewport().width() - SPARE) // look().px(CARD_WIDE))

    def card_width(self) -> int:
        """Return how wide a card is."""
        wide, columns = self.viewport().width(), self.columns()
        return max(1, wide if columns == 1 else (wide - SPARE) // columns)
