"""Families: one search over names and over every word in the notes; a card says who, this month, and both parents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.services.families import AlreadyHere, FamilyCards, OpenFamily
from engage_desktop.services.search import BestNotes, FamiliesTalking, FindFamilies
from engage_desktop.views.families.cards import FamilyDelegate
from engage_desktop.views.families.hits import BEST, HitsPanel
from engage_desktop.views.families.opening import Opening
from engage_desktop.views.families.results import Results
from engage_desktop.views.families.saying import Saying, Shown
from engage_desktop.views.families.sifting import Sieve
from engage_desktop.views.kit.bus import Bus, Refresh
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import SearchField, Segmented
from engage_desktop.views.kit.lanes import Lanes, Latest
from engage_desktop.views.kit.layout import column, flow, group
from engage_desktop.views.kit.lists import CardListView, FrozenListModel
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.page import Folding, Page
from engage_desktop.views.kit.text import Text
from engage_desktop.views.kit.words import Wordbook, capital
from engage_domain.families import Answer, FamilyCard, Hit, Order
from engage_wire.clock import Clock

SHOWS = frozenset(
    {
        "family", "case_period", "person", "case_member", "relationship", "placement", "appointment", "contact",
        "contact_body", "contact_participant", "addendum", "conflict", "assignment", "contact_point",
    }
)  # fmt: skip
TWO_COLUMNS_FROM = 1400


@dataclass(frozen=True, slots=True)
class FamiliesServices:
    """What Families asks for."""

    cards: FamilyCards
    find: FindFamilies
    talking: FamiliesTalking
    best: BestNotes
    open_family: OpenFamily
    already_here: AlreadyHere


class FamiliesView(Page):
    """All families, filtered as one types."""

    family_opened = Signal(str)
    note_opened = Signal(str)

    def __init__(
        self,
        services: FamiliesServices,
        lanes: Lanes,
        bus: Bus,
        words: Wordbook,
        clock: Clock,
        zone: ZoneInfo,
    ) -> None:
        super().__init__()
        self.set_title(self.tr("Families"))
        self._services, self._lanes, self._bus, self._words = services, lanes, bus, words
        self._clock, self._zone = clock, zone
        self._sieve = Sieve()
        self._saying = Saying(words)
        self._answers, self._talk, self._best = Latest(lanes, self), Latest(lanes, self), Latest(lanes, self)
        self._current = ""
        self._make_list()
        self._make_states()
        self._hits = HitsPanel(words)
        self._results = Results(group(column(self._said, (self._stack, 1), gap=4)), self._hits)
        hint = self.tr("Search names, case numbers, words in notes")
        self._search = SearchField(self.tr("Search families, people, notes"), hint, "Ctrl+F")
        self._sort = Segmented(
            self.tr("Sort"),
            (
                (Order.NEED, self.tr("By need")),
                (Order.NAME, self.tr("Name")),
                (Order.NEXT, self.tr("Next visit")),
            ),
            Order.NEED,
        )
        self._opening = Opening(
            self, services.open_family, services.already_here, lanes, bus, words, self._now
        )
        self.set_body(
            group(column(Folding(self._search, flow(self._sort), 8), (self._results, 1), gap=6)), scroll=False
        )
        self._new = Button(self.tr("New family"), "plus", "primary", high=48, size=16)
        self.set_actions(self._new)
        self.set_first(self._search.edit)
        self.state.set_work(self.tr("Search runs on this laptop only; nothing you type leaves it"))
        self._refresh = Refresh(bus, self, SHOWS, self._load)
        self._wire()
        self._results.want_side(False)
        self._stack.setCurrentWidget(self._loading)
        self._refresh.now()

    def open_new_family(self) -> None:
        """Ask for a new family."""
        self._opening.ask()

    def search_for(self, query: str) -> None:
        """Search for some words."""
        self._search.edit.setText(query)

    def place(self) -> dict[str, str]:
        """Return the search, the order, the card one was at, and a family half written down."""
        row_at = self._model.row_at(self._list.currentIndex())
        return {
            "search": self._search.text(),
            "sort": self._sort.here(),
            "hits": self._hits.order(),
            "card": row_at.card.family_id if row_at else self._current,
            "scroll": str(self._list.verticalScrollBar().value()),
            "sheet": self._opening.typed(),
        }

    def restore(self, place: dict[str, str]) -> None:
        """Go there, as far as it is still there."""
        if place.get("sort") in set(Order):
            self._sort.choose(place["sort"])
            self._sieve.order = Order(place["sort"])
        self._hits.choose_order(place.get("hits", ""))
        self._current = place.get("card", "")
        self._search.edit.setText(place.get("search", ""))
        if place.get("sheet"):
            self._opening.ask(place["sheet"])

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Return this page's own keys."""
        return (
            ("Ctrl+F", self.tr("Search")),
            ("Ctrl+N", self.tr("New family")),
            ("↓", self.tr("From the search to the families")),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow lead from the search into the list."""
        down = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if down and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down and self._model.rows:
            self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().eventFilter(watched, event)

    # loading and showing

    def _load(self) -> None:
        self._lanes.read(self, self._services.cards, self._on_cards, self._on_trouble)
        if self._search.text():
            self._on_typed(self._search.text())

    def _on_cards(self, cards: tuple[FamilyCard, ...]) -> None:
        self._sieve.take_cards(cards)
        self._show()

    def _on_typed(self, query: str) -> None:
        self._sieve.begin(query)
        if not query:
            for asked in (self._answers, self._talk, self._best):
                asked.cancel()
            self._results.want_side(False)
            self._show()
            return
        self._answers.read(partial(self._services.find, query), self._on_answer, self._on_trouble)

    def _on_settled(self, query: str) -> None:
        if query:
            self._talk.read(partial(self._services.talking, query), partial(self._on_talking, query))
            self._show_best()

    def _on_answer(self, answer: Answer) -> None:
        self._sieve.take_answer(answer)
        self._results.want_side(bool(answer.hits))
        if self._hits.order() != BEST:
            self._hits.show_hits(answer.hits, self._now().date())
        self._show()

    def _on_talking(self, query: str, families: frozenset[str]) -> None:
        if self._sieve.take_talking(query, families):
            self._show()

    def _on_order(self, _order: str) -> None:
        if self._hits.order() == BEST:
            self._show_best()
        else:
            self._hits.show_hits(self._sieve.answer.hits, self._now().date())

    def _show_best(self) -> None:
        query = self._search.text()
        if query and self._hits.order() == BEST:
            self._best.read(partial(self._services.best, query), self._on_best)

    def _on_best(self, hits: tuple[Hit, ...]) -> None:
        self._hits.show_hits(hits, self._now().date())

    def _show(self) -> None:
        if not self._sieve.is_loaded:
            return
        self._saying.now = self._now()
        shown = self._sieve.shown()
        self._list.show_rows(shown)
        self._go_to_current()
        self._said.setText(self._how_many(len(shown)))
        self._said.setVisible(bool(shown))
        self._sort.setEnabled(bool(shown))
        self._stack.setCurrentWidget(self._place_for(shown))

    def _place_for(self, shown: tuple[Shown, ...]) -> QWidget:
        if shown:
            return self._list
        return self._nothing if self._sieve.has_cards else self._empty

    def _how_many(self, shown: int) -> str:
        words = self._words
        if not self._search.text():
            return capital(words.count("family", shown))
        others = self._sieve.count - shown
        found = capital(self.tr("{families} found").format(families=words.count("family", shown)))
        if not others:
            return found
        rest = self.tr("1 other") if others == 1 else self.tr("{n} others").format(n=others)
        return f"{found} · {rest}"

    def _go_to_current(self) -> None:
        place = self._model.place_of(self._current) if self._current else -1
        if place >= 0:
            self._list.setCurrentIndex(self._model.index(place))
            self._list.scrollTo(self._model.index(place))
            self._current = ""

    def _on_trouble(self, _error: EngageError) -> None:
        self._trouble.show_error(self.tr("The families could not be read"))
        self._stack.setCurrentWidget(self._trouble)

    def _now(self) -> datetime:
        return self._clock.now().astimezone(self._zone)

    # what somebody wants

    def _on_sort(self, key: str) -> None:
        self._sieve.order = Order(key)
        self._show()
        self._list.scrollToTop()

    def _on_opened(self, shown: Shown) -> None:
        self.family_opened.emit(shown.card.family_id)

    def _on_enter(self) -> None:
        if self._search.text() and self._model.rows:
            self._on_opened(self._model.rows[0])

    def _on_hit(self, hit: Hit) -> None:
        self.note_opened.emit(hit.contact_id)

    # making

    def _make_list(self) -> None:
        self._said = Text("", size=16, weight=600, inset=True)
        self._list = CardListView(self.tr("Families"), columns_from=TWO_COLUMNS_FROM)
        self._model = FrozenListModel[Shown](
            key=lambda shown: shown.card.family_id,
            speech=self._saying.aloud,
            title=lambda shown: shown.card.name,
        )
        self._list.setModel(self._model)
        self._list.setItemDelegate(FamilyDelegate(self._list, self._saying))

    def _make_states(self) -> None:
        self._loading = LoadingState()
        self._trouble = ErrorState(self.tr("The families could not be read"))
        self._empty = EmptyState(
            "users",
            self.tr("No families yet"),
            self.tr("This is where your families live. Start with one you will see soon; a name is enough."),
        )
        self._empty.add_verb(self.tr("New family"), "plus").clicked.connect(self.open_new_family)
        self._nothing = EmptyState(
            "search",
            self.tr("Nobody by those words"),
            self.tr("Any spelling will do, accents or not. Case numbers and words from a note work too."),
        )
        self._nothing.add_verb(self.tr("Clear the search"), "x").clicked.connect(self._on_clear)
        self._stack = QStackedWidget()
        for part in (self._loading, self._list, self._empty, self._nothing, self._trouble):
            self._stack.addWidget(part)

    def _on_clear(self) -> None:
        self._search.clear()

    def _wire(self) -> None:
        self._search.typed.connect(self._on_typed)
        self._search.settled.connect(self._on_settled)
        self._search.edit.returnPressed.connect(self._on_enter)
        self._search.edit.installEventFilter(self)
        self._sort.chosen.connect(self._on_sort)
        self._list.opened.connect(self._on_opened)
        self._hits.hit_opened.connect(self._on_hit)
        self._hits.order_chosen.connect(self._on_order)
        self._trouble.retry_wanted.connect(self._refresh.now)
        self._new.clicked.connect(self.open_new_family)
        self._opening.family_opened.connect(self.family_opened)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._search.edit.setFocus)
        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.activated.connect(self.open_new_family)
