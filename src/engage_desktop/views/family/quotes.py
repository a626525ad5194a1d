"""What the family said, on amber paper: one can see whose page it is from across the room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.told import Told, tone_of
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import clear, column, row
from engage_desktop.views.kit.marks import Avatar, Card
from engage_desktop.views.kit.text import Text, meta, panel_title
from engage_domain.workspace import Quote


class QuoteCard(Card):
    """One thing somebody said. `opened` says that its contact is wanted."""

    opened = Signal(str)

    def __init__(self, ground: Ground, told: Told, quote: Quote) -> None:
        who = quote.speaker or self.tr("Somebody of the family")
        tone = tone_of(quote.speaker_id)
        when = ground.words.day_near(ground.local(quote.at).date(), ground.today()) if quote.at else ""
        look_at = Button(self.tr("Open"), kind="quiet", tip=self.tr("Open the note this was said in"))
        look_at.setAccessibleName(self.tr("Open the note in which {who} said this").format(who=who))
        line = row(
            Avatar(told.face(quote.speaker_id, who), tone, 32),
            Text(who, weight=600, ink=tone),
            meta(when),
            None,
            look_at,
            gap=8,
        )
        words = Text(ground.words.quoted(quote.words), size=17, weight=600, lines=0, leading=1.15, top=True)
        super().__init__(
            column((words, 1), line, gap=8, pad=(20, 16, 12, 10)), fill="quote", line="quoteline"
        )
        look_at.clicked.connect(lambda: self.opened.emit(quote.contact_id))


class QuotesPanel(QWidget):
    """The two newest things the family said."""

    note_opened = Signal(str)

    def __init__(self, ground: Ground, told: Told) -> None:
        super().__init__()
        self._ground, self._told = ground, told
        self._cards = row(gap=12)
        self._none = Text(
            self.tr(
                "Nothing written down in their own words yet. During a visit, one tap on “said” keeps it."
            ),
            ink="muted",
            lines=0,
            leading=1.2,
            inset=True,
        )
        title = panel_title(self.tr("In the family’s words"))
        self.setLayout(column(row(title, pad=(4, 0, 0, 0)), self._none, self._cards, gap=8))

    def show_quotes(self, quotes: tuple[Quote, ...]) -> None:
        """Show what was said."""
        clear(self._cards)
        self._none.setVisible(not quotes)
        for quote in quotes:
            card = QuoteCard(self._ground, self._told, quote)
            card.opened.connect(self.note_opened)
            self._cards.addWidget(card, 1)
