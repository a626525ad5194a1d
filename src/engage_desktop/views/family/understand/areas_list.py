"""The talks with the children about their three areas: where to open one, and where to begin one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import tone_of
from engage_desktop.views.family.understand.folk import Folk
from engage_desktop.views.kit.face import Button, Face
from engage_desktop.views.kit.layout import clear, column
from engage_desktop.views.kit.paint import Sketch, text_height
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING, TEXT, TEXT_LEAST
from engage_domain.child_areas import is_decided
from engage_domain.understanding import AreasCard, Understanding


class AreasRow(Face):
    """One talk: whose, when, and a lock for as long as the child has not decided about sharing."""

    def __init__(self, title: str, words: str, tone: str, *, locked: bool) -> None:
        super().__init__(title)
        self._words, self._tone, self._locked = words, tone, locked
        self.setAccessibleName(f"{title}. {words}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Qt asks whether the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of both lines at a width."""
        inner = width - look().px(46 + 34) - 2 * RING
        high = text_height(self.text(), inner, TEXT, 600) + text_height(self._words, inner, TEXT_LEAST, 500)
        return round(high + look().px(2) + 2 * look().gap(11)) + 2 * RING

    def sizeHint(self) -> QSize:
        """Return a usual row."""
        wide = max(self.width(), look().px(240))
        return QSize(look().px(240), self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow row of the same height."""
        return QSize(look().px(150), self.heightForWidth(max(self.width(), look().px(150))))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the palette, the words, the lock or the arrow."""
        px = look().px
        sketch.panel(rect, "surface", "primary" if self.hot else "line", radius=self.radius)
        side, mid = px(24), rect.center().y()
        sketch.icon("smile", self._tone, QRectF(rect.left() + px(12), mid - side / 2, side, side))
        inner = self.width() - px(46 + 34) - 2 * RING
        left, top = rect.left() + px(46), rect.top() + look().gap(11)
        high = sketch.words(QRectF(left, top, inner, 1000), self.text(), "text", TEXT, 600, lines=0)
        below = QRectF(left, top + high + px(2), inner, 1000)
        sketch.words(below, self._words, "muted", TEXT_LEAST, 500, lines=0)
        end = px(18)
        spot = QRectF(rect.right() - px(12) - end, mid - end / 2, end, end)
        sketch.icon("lock" if self._locked else "chevron-right", "clay" if self._locked else "muted", spot)


class AreasList(QWidget):
    """Every child's talks. `opened` carries a talk, `begun` the child to begin one with."""

    opened = Signal(str)
    begun = Signal(str)

    def __init__(self, ground: Ground, folk: Folk) -> None:
        super().__init__()
        self._ground, self._folk = ground, folk
        self._rows = column(gap=0)
        self.begin_button = Button(self.tr("With a child: three areas"), "smile", "quiet", tone="clay")
        self.begin_button.clicked.connect(self._on_begin)
        self.setLayout(column(self._rows, self.begin_button, gap=0))

    def show_found(self, found: Understanding) -> None:
        """Show the talks there were."""
        clear(self._rows)
        for card in found.areas:
            made = self._row(card)
            self._rows.addWidget(made)
        self.setVisible(bool(self._folk.children_of() or found.areas))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Let everything be read and nothing be written."""
        self.begin_button.setEnabled(not read_only)

    def _row(self, card: AreasCard) -> AreasRow:
        name = self._folk.name(card.child_id)
        day = ""
        if card.held_on is not None:
            day = self._ground.words.day_near(card.held_on, self._ground.today())
        locked = not is_decided(card.share)
        share = (
            self.tr("locked until they decide")
            if locked
            else self._ground.words.word("share_decision", card.share)
        )
        words = " · ".join(part for part in (day, share) if part)
        made = AreasRow(
            self.tr("{name}’s three areas").format(name=name), words, tone_of(card.child_id), locked=locked
        )
        made.clicked.connect(partial(self._on_row, card.areas_id))
        return made

    def _on_row(self, areas_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.opened.emit(areas_id)

    def _on_begin(self) -> None:
        children = self._folk.children_of()
        if len(children) == 1:
            self.begun.emit(children[0].person_id)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.begin_button.text())
        for child in children:
            action = menu.addAction(look().icon("user", tone_of(child.person_id), 18), child.short_name)
            action.triggered.connect(partial(self._on_child, child.person_id))
        menu.popup(self.begin_button.mapToGlobal(QPoint(0, self.begin_button.height())))

    def _on_child(self, child_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.begun.emit(child_id)
