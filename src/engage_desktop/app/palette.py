"""Ctrl+K: the fastest way anywhere. Families, people, places and topics of the guide, by any spelling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from engage_desktop.services.palette import FindAnything, Found
from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.inputs import SearchField
from engage_desktop.views.kit.lanes import Lanes, Latest
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.theme import look
from engage_domain.names import fold

ROW, LIST_HEIGHT = 44, 330
Find = Callable[[str], "tuple[Hit, ...]"]
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Hit:
    """One way to go: where, how it reads, and what else it is looked for by."""

    route: str
    title: str
    words: str
    icon: str
    also: str = ""

    def fits(self, letters: str) -> bool:
        """Say whether folded letters are in its title or in what else it is called."""
        return letters in fold(f"{self.title} {self.also}")


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds ways: families and people by any spelling, then places, then topics of the guide."""

    anything: FindAnything
    places: tuple[Hit, ...]
    topics: tuple[Hit, ...] = ()

    def __call__(self, letters: str) -> tuple[Hit, ...]:
        """Return the ways a few letters may mean, best first; no letters mean all places."""
        wanted = fold(letters.strip())
        places = tuple(place for place in self.places if place.fits(wanted))
        if not wanted:
            return places
        families = (family_hit(one) for one in self.anything(letters))
        return (*families, *places, *(topic for topic in self.topics if topic.fits(wanted)))


def family_hit(one: Found) -> Hit:
    """Return the way to a family, by its own name or by somebody's in it."""
    if one.person:
        return Hit(f"family:{one.family_id}", one.person, one.family, "user")
    return Hit(f"family:{one.family_id}", one.family, "", "users")


class HitDelegate(CardDelegate[Hit]):
    """Draws a way: a sign, a title, a few words."""

    def height(self, row: Hit, width: float) -> float:
        """Return the height of one way."""
        del row, width
        return look().px(ROW)

    def draw(self, sketch: Sketch, rect: QRectF, row: Hit, state: CardState) -> None:
        """Draw it."""
        px = look().px
        if state.chosen:
            inset = self.pad() - px(4)
            sketch.panel(rect.adjusted(-inset, -inset, inset, inset), "primarysoft", radius=12)
        middle = rect.center().y()
        sketch.icon(row.icon, "primary", QRectF(rect.left(), middle - px(11), px(22), px(22)))
        left = rect.left() + px(36)
        wide = rect.right() - left
        if not row.words:
            title = QRectF(left, rect.top(), wide, rect.height())
            sketch.words(title, row.title, size=16, weight=600, middle=True)
            return
        title = QRectF(left, middle - px(22), wide, px(22))
        sketch.words(title, row.title, size=16, weight=600, middle=True)
        sketch.words(QRectF(left, middle + px(1), wide, px(20)), row.words, "muted", 13, middle=True)

    def pad(self) -> float:
        """Return the room between the card's edge and what is on it."""
        return look().px(10)


class Palette(Sheet):
    """A field and what it finds. `chosen` carries the route."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, find: Find, lanes: Lanes, question: str = "") -> None:
        super().__init__(parent, question or QApplication.translate("Palette", "Find anything"), width=640)
        self._find = find
        self._latest = Latest(lanes, self)
        hint = self.tr("Family or person") if question else self.tr("Family, person, place or topic")
        self._field = SearchField(hint, hint, "")
        self._view = CardListView(self.tr("Found"))
        self._view.setModel(
            FrozenListModel[Hit](
                key=lambda hit: (hit.route, hit.title), speech=lambda hit: f"{hit.title}, {hit.words}"
            )
        )
        self._view.setItemDelegate(HitDelegate(self._view))
        self._view.setMinimumHeight(look().px(LIST_HEIGHT))
        self._view.opened.connect(self._on_opened)
        self.add(self._field)
        self.add(self._view)
        self._field.typed.connect(self._search)
        self._field.edit.installEventFilter(self)
        self._field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter reach the list while one types."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        self._latest.read(partial(self._find, text), self._show)

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self._view.show_rows(hits)
        if hits:
            self._view.setCurrentIndex(self._view.model().index(0, 0))

    def _step(self, step: int) -> None:
        count = self._view.model().rowCount()
        if count:
            row = (self._view.currentIndex().row() + step) % count
            self._view.setCurrentIndex(self._view.model().index(row, 0))

    def _take(self) -> None:
        model = self._view.model()
        if isinstance(model, FrozenListModel):
            row = model.row_at(self._view.currentIndex())
            if row is not None:
                self._on_opened(row)

    def _on_opened(self, hit: Hit) -> None:
        self.accept()
        self.chosen.emit(hit.route)
