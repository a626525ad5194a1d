"""One statement as a card: its words, and the faces of those who said it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.paint import CENTER, Sketch, text_height
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING, TARGET, TEXT, TEXT_LEAST
from engage_domain.understanding import Source, Statement

FACES_SHOWN = 2
FACE, PAD = 28, 14


class StatementCard(Face):
    """A statement to read; pressing it opens it to be written on."""

    def __init__(self, ground: Ground, folk: Folk, statement: Statement) -> None:
        words = ground.words.quoted(statement.words) if statement.exact_words else statement.words
        super().__init__(words)
        self.statement = statement
        self._folk = folk
        self._who = folk.sorted(statement.said_by)
        self._below = self._told(ground)
        kind = ground.words.word("statement_kind", statement.kind)
        who = folk.names(self._who) if self._who else self._source_words(ground)
        parts = (f"{kind}: {words}", self.tr("said by {who}").format(who=who) if who else "", self._below)
        self.setAccessibleName(". ".join(part.removesuffix(".") for part in parts if part))
        self.setAccessibleDescription(self.tr("Opens it to be changed"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Qt asks whether the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the words take at a width."""
        high = self._words_high(self._words_width(width))
        return round(max(high, look().px(FACE)) + 2 * look().gap(12)) + 2 * RING

    def sizeHint(self) -> QSize:
        """Return a card of a usual width."""
        wide = look().px(240)
        return QSize(wide, self.heightForWidth(max(self.width(), wide)))

    def minimumSizeHint(self) -> QSize:
        """Return the least: a narrow card as high as its words."""
        wide = self.width() if self.width() > look().px(120) else look().px(240)
        return QSize(look().px(130), max(self.heightForWidth(wide), TARGET + 2 * RING))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height with another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw paper, words and faces."""
        px = look().px
        edge = look().color("primary") if self.hot else look().mix("line", "edge", 0.12)
        sketch.panel(rect, "surface", edge, radius=self.radius)
        wide = self._words_width(self.width())
        left, top = rect.left() + px(PAD), rect.center().y() - self._words_high(wide) / 2
        high = sketch.words(
            QRectF(left, top, wide, rect.height()), self.text(), "text", TEXT, 600, lines=0, leading=1.1
        )
        if self._below:
            below = QRectF(left, top + high + px(4), wide, rect.height())
            sketch.words(below, self._below, "muted", TEXT_LEAST, 500, lines=0)
        self._draw_faces(sketch, rect)

    def _draw_faces(self, sketch: Sketch, rect: QRectF) -> None:
        px = look().px
        faces = self._faces()
        at = rect.right() - px(PAD) - self._faces_width() + px(8)
        side = px(FACE)
        for face, tone in faces:
            spot = QRectF(at, rect.center().y() - side / 2, side, side)
            sketch.panel(spot, f"{tone}soft", radius=FACE / 2)
            if len(face) > 2 and face.islower():
                sketch.icon(face, tone, spot.adjusted(px(7), px(7), -px(7), -px(7)))
            else:
                sketch.words(spot, face, tone, 11, 700, align=CENTER, middle=True)
            at += side + px(2)

    def _faces(self) -> list[tuple[str, str]]:
        shown = [(self._folk.face(one), tone_of(one)) for one in self._who[:FACES_SHOWN]]
        more = len(self._who) - FACES_SHOWN
        if more > 0:
            return [*shown, (f"+{more}", "sand")]
        if not shown and self.statement.source == Source.WORKER:
            return [("briefcase", "sand")]
        return shown

    def _faces_width(self) -> float:
        count = len(self._faces())
        return count * look().px(FACE + 2) + look().px(8) if count else 0.0

    def _words_width(self, width: int) -> float:
        return max(look().px(60), width - 2 * RING - 2 * look().px(PAD) - self._faces_width())

    def _words_high(self, width: float) -> float:
        high = text_height(self.text(), width, TEXT, 600, leading=1.1)
        return high + (look().px(4) + text_height(self._below, width, TEXT_LEAST, 500) if self._below else 0)

    def _told(self, ground: Ground) -> str:
        one, parts = self.statement, []
        if one.draft is not None and one.draft.strip() != one.text.strip():
            parts.append(self.tr("still being written"))
        if one.about:
            parts.append(self.tr("about {who}").format(who=self._folk.names(one.about)))
        if one.closed_on is not None:
            day = ground.words.day_near(one.closed_on, ground.today())
            parts.append(self.tr("done with {day}").format(day=day))
        return " · ".join(parts)

    def _source_words(self, ground: Ground) -> str:
        return ground.words.word("statement_source", self.statement.source) if self.statement.source else ""
