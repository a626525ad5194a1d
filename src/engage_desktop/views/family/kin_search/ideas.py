"""Where nobody has looked yet, and whose years may hold a name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Flow, clear, column, group, row
from engage_desktop.views.kit.marks import Card, Icon
from engage_desktop.views.kit.text import Text, card_title
from engage_domain.kin_search import Idea, Sought, not_looked
from engage_domain.persons import People


class IdeasPanel(QWidget):
    """A checklist of places. `source_wanted` carries the place somebody looked in, `years_wanted` a child."""

    source_wanted = Signal(str)
    years_wanted = Signal(str)

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._ground = ground
        self._places, self._years = Flow(gap=2, line_gap=2), Flow(gap=2, line_gap=2)
        self._resting = column(gap=4)
        self._hint = Text("", size=14, ink="muted", lines=0)
        places = column(
            card_title(self.tr("Not looked yet")), self._hint, group(self._places), group(self._resting),
            gap=8, pad=(20, 16, 16, 14),
        )  # fmt: skip
        self._years_card = Card(
            column(
                card_title(self.tr("Who was there before?")),
                Text(
                    self.tr(
                        "The years of a child name people nobody thought of: a coach, an aunt, a neighbour."
                    ),
                    size=14,
                    ink="muted",
                    lines=0,
                ),
                group(self._years),
                gap=8,
                pad=(20, 16, 16, 14),
            )
        )
        self.setLayout(column(Card(places), self._years_card, gap=8))

    def show_sought(self, sought: Sought) -> None:
        """Show the places where nobody has looked for this person."""
        clear(self._places)
        clear(self._resting)
        words = self._ground.words
        ideas = not_looked(sought, [code for code, _ in words.options("search_source")])
        open_ones = [idea for idea in ideas if not idea.rests]
        for idea in open_ones:
            self._places.addWidget(self._place(idea, sought.name))
        for idea in ideas:
            if idea.rests:
                said = self.tr("{place}: rests until the review is done").format(
                    place=words.word("search_source", idea.source)
                )
                line = row(
                    Icon("hourglass", "muted", 18), (Text(said, size=14, ink="muted", lines=0), 1), gap=8
                )
                self._resting.addWidget(group(line))
        self._hint.setText(
            self.tr("Press what was tried today; the rest can be written after.")
            if open_ones
            else self.tr("Every place on the list was tried. Some are worth a second look.")
        )

    def show_people(self, people: People) -> None:
        """Offer the years of the children."""
        clear(self._years)
        children = [card for card in people.cards if card.is_child]
        self._years_card.setVisible(bool(children))
        for card in children:
            years = Button(self.tr("{name}’s years").format(name=card.short_name), "map", "soft")
            years.clicked.connect(partial(self._on_years, card.person_id))
            self._years.addWidget(years)

    def _place(self, idea: Idea, name: str) -> Button:
        label = self._ground.words.word("search_source", idea.source)
        button = Button(label, "plus", "quiet")
        button.setAccessibleName(self.tr("Looked today for {name}: {place}").format(name=name, place=label))
        button.clicked.connect(partial(self._on_place, idea.source))
        return button

    def _on_place(self, source: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.source_wanted.emit(source)

    def _on_years(self, person_id: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's own
        self.years_wanted.emit(person_id)
