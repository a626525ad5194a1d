"""What a search found inside notes: the lines around the words, the words lit, newest first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Signal

from engage_desktop.views.families.saying import tone_of
from engage_desktop.views.kit.inputs import ChoiceButton
from engage_desktop.views.kit.layout import column, row
from engage_desktop.views.kit.lists import CardDelegate, CardListView, CardState, FrozenListModel
from engage_desktop.views.kit.marks import Card
from engage_desktop.views.kit.paint import END, Sketch, text_height, text_width
from engage_desktop.views.kit.text import Text, panel_title
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.words import Wordbook
from engage_domain.families import Hit

NEWEST, BEST = "newest", "best"
LINES, LEADING, AVATAR = 4, 1.28, 28


class HitDelegate(CardDelegate[Hit]):
    """Draws a hit: who, when, and the lines with the words lit."""

    framed = False

    def __init__(self, view: CardListView, words: Wordbook) -> None:
        super().__init__(view)
        self._words = words
        self.today = date.min

    def pad(self) -> float:
        """Return little room; hits lie close."""
        return look().px(7)

    def height(self, row: Hit, width: float) -> float:
        """Return the height of the name and the lines."""
        lines = text_height(row.snippet.words, width, 15, lines=LINES, leading=LEADING)
        return look().px(AVATAR + 5) + lines

    def draw(self, sketch: Sketch, rect: QRectF, row: Hit, _state: CardState) -> None:
        """Draw the hit."""
        px = look().px
        side = px(AVATAR)
        sketch.avatar(QRectF(rect.left(), rect.top(), side, side), row.initials, tone_of(row.family_id))
        when = self.when(row)
        wide = text_width(when, 13, 500) + 4
        left = rect.left() + side + px(9)
        names = QRectF(left, rect.top(), rect.right() - wide - px(8) - left, side)
        sketch.words(names, row.family, size=14, weight=600, middle=True)
        at = QRectF(rect.right() - wide, rect.top(), wide, side)
        sketch.words(at, when, "muted", 13, 500, align=END, middle=True)
        lines = rect.adjusted(0, side + px(5), 0, 0)
        sketch.words(lines, row.snippet.words, lines=LINES, leading=LEADING, marks=row.snippet.lit)

    def when(self, row: Hit) -> str:
        """Return the day of a hit."""
        return self._words.day_near(row.on, self.today) if row.on else ""


class HitsPanel(Card):
    """The hits, and how they are ordered. `hit_opened` carries the hit, `order_chosen` newest or best."""

    hit_opened = Signal(object)
    order_chosen = Signal(str)

    def __init__(self, words: Wordbook) -> None:
        super().__init__()
        self._words = words
        options = ((NEWEST, self.tr("Newest")), (BEST, self.tr("Best match")))
        self._order = ChoiceButton(self.tr("Order"), options, NEWEST, kind="quiet")
        self._none = Text(self.tr("No note says this."), ink="muted", lines=0, inset=True)
        self._view = CardListView(self.tr("In your notes"), gap=0)
        self._delegate = HitDelegate(self._view, words)
        self._model = FrozenListModel[Hit](
            key=lambda hit: (hit.contact_id, hit.is_addendum, hit.snippet.words), speech=self._aloud
        )
        self._view.setModel(self._model)
        self._view.setItemDelegate(self._delegate)
        self._view.opened.connect(self.hit_opened)
        self._order.chosen.connect(self._on_order)
        head = row((panel_title(self.tr("In your notes")), 1), self._order, gap=4, pad=(8, 0, 0, 0))
        self.setLayout(column(head, self._none, (self._view, 1), gap=4, pad=(14, 8, 12, 14)))

    def order(self) -> str:
        """Return how hits are ordered."""
        return self._order.here()

    def choose_order(self, order: str) -> None:
        """Order hits this way, without telling anybody."""
        self._order.choose(order)

    def show_hits(self, hits: tuple[Hit, ...], today: date) -> None:
        """Show what was found."""
        self._delegate.today = today
        self._model.show(hits)
        self._view.scrollToTop()
        self._none.setVisible(not hits)
        self._view.setVisible(bool(hits))

    def count(self) -> int:
        """Return how many hits show."""
        return len(self._model.rows)

    def _aloud(self, hit: Hit) -> str:
        return f"{hit.family}, {self._delegate.when(hit)}: {hit.snippet.words}"

    def _on_order(self, key: str) -> None:
        self._order.choose(key)
        self.order_chosen.emit(key)
