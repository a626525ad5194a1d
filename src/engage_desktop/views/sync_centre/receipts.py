"""All receipts: every piece of work, where it is, and the number under which the agency keeps it. Searchable, and long."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QStackedLayout, QWidget

from engage_desktop.errors import EngageError
from engage_desktop.views.kit.inputs import SearchField, Segmented
from engage_desktop.views.kit.lanes import Latest
from engage_desktop.views.kit.layout import Scroll, column, flow
from engage_desktop.views.kit.lists import CardListView, FrozenListModel
from engage_desktop.views.kit.notices import EmptyState, ErrorState, LoadingState
from engage_desktop.views.kit.text import meta
from engage_desktop.views.sync_centre.ground import Ground
from engage_desktop.views.sync_centre.lists import Line, LineDelegate
from engage_desktop.views.sync_centre.told import Told
from engage_domain.names import fold
from engage_domain.sync_lists import Item, Place

ALL = "all"
SIGNS = {Place.HERE: ("laptop", "warn"), Place.SENT: ("send", "info"), Place.AGENCY: ("badge-check", "good")}


class Receipts(QWidget):
    """The long list."""

    def __init__(self, ground: Ground, told: Told) -> None:
        super().__init__()
        self._ground, self._told = ground, told
        self._lines: tuple[Line, ...] = ()
        self._folded: tuple[str, ...] = ()
        self._sending = False
        self._latest = Latest(ground.lanes, self)
        self.search = SearchField(self.tr("Search your work"), self.tr("A family, a kind, a receipt number"))
        self.search.settled.connect(self._on_search)
        self.where = Segmented(
            self.tr("Where it is"),
            (
                (ALL, self.tr("All")),
                (str(Place.HERE.value), self.tr("Only here")),
                (str(Place.SENT.value), self.tr("Sent")),
                (str(Place.AGENCY.value), self.tr("With the agency")),
            ),
            ALL,
        )
        self.where.chosen.connect(self.reload)
        self._count = meta("")
        self.model = FrozenListModel[Line](key=lambda line: line.key, speech=lambda line: line.speech)
        self.list = CardListView(self.tr("All receipts"), gap=0)
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setUniformItemSizes(True)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        nothing = EmptyState(
            "inbox",
            self.tr("Nothing here"),
            self.tr("Everything you write will be listed here, with its receipt."),
        )
        self._error = ErrorState("")
        self._error.retry_wanted.connect(self.reload)
        for piece in (
            LoadingState(),
            self.list,
            Scroll(nothing, nothing.accessibleName()),
            Scroll(self._error, self.tr("All receipts")),
        ):
            self._stack.addWidget(piece)
        self.setLayout(column(self.search, flow(self.where, self._count), (holder, 1), gap=6))

    def show_place(self, place: Place | None) -> None:
        """Show one pile, or all of them."""
        self.where.choose(ALL if place is None else str(place.value))
        self.reload()

    def set_sending(self, sending: bool) -> None:  # noqa: FBT001 - a state, set like Qt's own
        """Know whether a batch is on its way."""
        self._sending = sending

    def reload(self, _key: str = "") -> None:
        """Look again."""
        here = self.where.here()
        place = None if here in {ALL, ""} else Place(int(here))
        job = partial(self._ground.services.all_work, place, sending=self._sending)
        self._latest.read(job, self._on_items, self._on_failed)

    def _on_items(self, items: tuple[Item, ...]) -> None:
        self._lines = tuple(self._line(item) for item in items)
        self._folded = tuple(fold(line.speech) for line in self._lines)
        self._filter()

    def _on_search(self, _text: str) -> None:
        self._filter()

    def _filter(self) -> None:
        wanted = [fold(word) for word in self.search.text().split()]
        both = zip(self._lines, self._folded, strict=True)
        found = [line for line, said in both if all(word in said for word in wanted)]
        self.list.show_rows(found)
        self._count.setText(self.tr("{n} of {all}").format(n=len(found), all=len(self._lines)))
        self._stack.setCurrentIndex(1 if found else 2)

    def _line(self, item: Item) -> Line:
        icon, tone = SIGNS[item.place]
        words = {
            Place.HERE: self.tr("only on this laptop"),
            Place.SENT: self.tr("sent, waiting for a receipt"),
            Place.AGENCY: self.tr("with the agency since {when}").format(
                when=self._told.moment(item.acked_at)
            ),
        }[item.place]
        receipt = self.tr("receipt {n}").format(n=item.receipt) if item.receipt else ""
        written = self.tr("written {when}").format(when=self._told.moment(item.written_at))
        below = f"{words} · {written}"
        key = f"{item.piece.kind}:{item.piece.row_id}"
        return Line(key, icon, tone, self._told.piece_with_family(item.piece), below, receipt, "sand", item)

    def _on_failed(self, _error: EngageError) -> None:
        self._error.show_error(self.tr("Your work cannot be listed just now"))
        self._stack.setCurrentIndex(3)
