"""Three piles and their sum: only here, on the way, with the agency. They always add up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import IconButton
from engage_desktop.views.kit.layout import clear, column, group, row
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.text import Text, meta
from engage_desktop.views.kit.theme import look
from engage_desktop.views.sync_centre.ground import Ground
from engage_desktop.views.sync_centre.told import Told
from engage_domain.sync_lists import Item, Place, SyncLists

LINES = 3


class Pile(Card):
    """One pile: how many, what it means, and the newest of them. `opened` asks for all of them."""

    opened = Signal()

    def __init__(self, told: Told, icon: str, tone: str, words: str) -> None:
        self._number = Text("0", size=26, weight=700, digits=True)
        self._lines = column(gap=5)
        title = Text(words, weight=600, ink=tone, lines=2)
        self.more = IconButton("chevron-right", self.tr("All of them"), tone=tone)
        policy = self.more.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.more.setSizePolicy(policy)
        head = row(Icon(icon, tone, 24), self._number, (title, 1), self.more, gap=10)
        super().__init__(column(head, self._lines, None, gap=2, pad=(20, 6, 8, 14)))
        self.more.clicked.connect(self.opened)
        self._told, self._meaning = told, words

    def show_items(self, number: int, items: tuple[Item, ...]) -> None:
        """Show the count and the newest pieces."""
        self._number.setText(str(number))
        self.setAccessibleName(f"{number} {self._meaning}")
        self.more.setAccessibleName(self.tr("All of them: {what}").format(what=self._meaning))
        clear(self._lines)
        for item in items[:LINES]:
            self._lines.addWidget(self._item_line(item))
        self.more.setVisible(number > 0)

    def _item_line(self, item: Item) -> QWidget:
        what = Text(self._told.piece(item.piece), size=14, weight=500, lines=2)
        mark = self.tr("no. {n}").format(n=item.receipt) if item.receipt else self._told.when(item.written_at)
        return group(row((what, 1), meta(mark), gap=8, pad=(0, 0, 8, 0)))


class Piles(QWidget):
    """The sum, written as the sum it is."""

    opened = Signal(object)

    def __init__(self, ground: Ground, told: Told) -> None:
        super().__init__()
        del ground
        self._piles = {
            Place.HERE: Pile(told, "laptop", "warn", self.tr("only on this laptop")),
            Place.SENT: Pile(told, "send", "info", self.tr("sent, waiting for a receipt")),
            Place.AGENCY: Pile(told, "badge-check", "good", self.tr("with the agency")),
        }
        self._total = Text("0", size=26, weight=700, align="center", digits=True)
        adds = row(
            None,
            Icon("circle-check", "good", 18),
            Text(self.tr("adds up"), size=13, weight=600, ink="good"),
            None,
            gap=6,
        )
        words = meta(self.tr("all your work"), lines=0)
        self._sum = Card(
            column(None, self._total, row(None, words, None), adds, None, gap=4, pad=(14, 10, 14, 10)),
            fill="paper",
        )
        self._signs = [self._sign("+"), self._sign("+"), self._sign("=")]
        here, sent, agency = (self._piles[place] for place in Place)
        self._box = row(
            (here, 1),
            self._signs[0],
            (sent, 1),
            self._signs[1],
            (agency, 1),
            self._signs[2],
            self._sum,
            gap=4,
        )
        self.setLayout(self._box)
        for place, pile in self._piles.items():
            pile.opened.connect(lambda place=place: self.opened.emit(place))
        self.restyle()

    def restyle(self) -> None:
        """Stand below each other when text is large."""
        way = self._box.Direction
        self._box.setDirection(way.TopToBottom if look().large else way.LeftToRight)

    def show_lists(self, lists: SyncLists) -> None:
        """Show where everything is."""
        counts = lists.counts
        self._piles[Place.HERE].show_items(counts.here, lists.here)
        self._piles[Place.SENT].show_items(counts.sent, lists.sent)
        self._piles[Place.AGENCY].show_items(counts.agency, lists.agency)
        self._total.setText(str(counts.whole))
        self._sum.setAccessibleName(
            self.tr("{here} plus {sent} plus {agency} is {whole}: all your work").format(
                here=counts.here, sent=counts.sent, agency=counts.agency, whole=counts.whole
            )
        )

    @staticmethod
    def _sign(sign: str) -> Text:
        made = Text(sign, size=24, weight=600, ink="muted", align="center")
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made
