"""Starting a visit: today's families first, and any other by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtWidgets import QMenu, QWidget

from engage_desktop.views.kit.dialogs import Sheet
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import SearchField
from engage_desktop.views.kit.lanes import Lanes, Latest
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.paint import Sketch
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING
from engage_desktop.views.kit.words import clock
from engage_desktop.views.today.seeing import icon_of, tone_of
from engage_domain.families import FamilyCard, NameHit, Order, in_order
from engage_domain.names import initials
from engage_domain.today import Stop

ROWS = 5


class StartVisitButton(Button):
    """The one primary verb of Today. `stop_chosen` carries a stop, `other_wanted` asks for any family."""

    stop_chosen = Signal(object)
    other_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Start visit"), "house", "primary", after="chevron-down", high=48, size=16)
        self._stops: tuple[Stop, ...] = ()
        self.clicked.connect(self._on_clicked)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Offer the families of today, one entry each, visits before the rest."""
        visits_first = sorted(
            stops, key=lambda stop: (stop.kind not in {"home_visit", "coached_visit"}, stop.starts_at)
        )
        once: dict[str, Stop] = {}
        for stop in visits_first:
            once.setdefault(stop.family_id, stop)
        self._stops = tuple(once.values())

    def menu(self) -> QMenu:
        """Return the menu of families."""
        menu = QMenu(self)
        menu.setAccessibleName(self.text())
        for stop in self._stops:
            label = f"{clock(stop.starts_at.time())}  {stop.family.replace('&', '&&')}"
            action = menu.addAction(look().icon(icon_of(stop.kind), "primary", 18), label)
            action.triggered.connect(partial(self.stop_chosen.emit, stop))
        if self._stops:
            menu.addSeparator()
        other = menu.addAction(look().icon("search", "text", 18), self.tr("Another family…"))
        other.triggered.connect(self.other_wanted)
        return menu

    def _on_clicked(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(RING, self.height())))


class FamilyLine(CardDelegate[FamilyCard]):
    """One family in a short list."""

    framed = False

    def pad(self) -> float:
        """Return little room; lines lie close."""
        return look().px(8)

    def height(self, _row: FamilyCard, _width: float) -> float:
        """Return the height of one line."""
        return look().px(40)

    def draw(self, sketch: Sketch, rect: QRectF, row: FamilyCard, _state: CardState) -> None:
        """Draw the tint, the name and the children."""
        px = look().px
        side = px(40)
        sketch.avatar(QRectF(rect.left(), rect.top(), side, side), initials(row.name), tone_of(row.family_id))
        left = rect.left() + side + px(12)
        wide = rect.right() - left
        sketch.words(QRectF(left, rect.top(), wide, px(20)), row.name, size=16, weight=600)
        children = ", ".join(child.name for child in row.children)
        sketch.words(QRectF(left, rect.top() + px(21), wide, px(19)), children, "muted", 14)


class FindFamilySheet(Sheet):
    """Finds a family by name in any spelling, or by case number. `found` carries its identifier."""

    found = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        cards: Callable[[], tuple[FamilyCard, ...]],
        find: Callable[[str], tuple[NameHit, ...]],
        lanes: Lanes,
    ) -> None:
        super().__init__(parent, self.tr("Which family?"))
        self._find = find
        self._cards: dict[str, FamilyCard] = {}
        self._latest = Latest(lanes, self)
        name = self.tr("Name or case number")
        self._search = SearchField(name, name)
        self._model = FrozenListModel[FamilyCard](
            key=lambda c: c.family_id, speech=_spoken, title=lambda c: c.name
        )
        self._list = CardListView(self.tr("Families"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(FamilyLine(self._list))
        self._list.setMinimumHeight(ROWS * look().px(60))
        self._none = Text(self.tr("Nobody by that name is on this laptop."), ink="muted", lines=0, inset=True)
        self._none.hide()
        self.add(self._search)
        self.add(self._none)
        self.add(self._list)
        self.add_answer(self.tr("Not now"))
        self._search.typed.connect(self._on_typed)
        self._list.opened.connect(self._on_opened)
        self._search.edit.returnPressed.connect(self._on_enter)
        self._search.edit.setFocus()
        lanes.read(self, cards, self._on_cards)

    def _on_cards(self, cards: tuple[FamilyCard, ...]) -> None:
        self._cards = {card.family_id: card for card in in_order(cards, Order.NAME)}
        self._show(tuple(self._cards.values()))

    def _on_typed(self, query: str) -> None:
        if not query:
            self._latest.cancel()
            self._show(tuple(self._cards.values()))
            return
        self._latest.read(partial(self._find, query), self._on_found)

    def _on_found(self, hits: tuple[NameHit, ...]) -> None:
        self._show(tuple(self._cards[hit.family_id] for hit in hits if hit.family_id in self._cards))

    def _show(self, cards: tuple[FamilyCard, ...]) -> None:
        self._list.show_rows(cards)
        self._none.setVisible(not cards)
        self._list.setVisible(bool(cards))

    def _on_enter(self) -> None:
        if self._model.rows and self._search.text():
            self._on_opened(self._model.rows[0])

    def _on_opened(self, card: FamilyCard) -> None:
        self.found.emit(card.family_id)
        self.accept()


def _spoken(card: FamilyCard) -> str:
    return ", ".join((card.name, *(child.name for child in card.children)))
