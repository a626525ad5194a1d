"""The ways from somebody's panel onto the side roads about them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.layout import Flow
from engage_domain.kin_search import is_unknown
from engage_domain.persons import CHILD_ROLES, PersonCard

SEARCH, YEARS, TREE = "search", "years", "tree"
COMING_OF_AGE = 21


class RootsLinks(QWidget):
    """On somebody's panel: the way to their years and to the search for them. `wanted` carries road and person."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._person_id = ""
        self.years_button = Button("", "map", "soft")
        self.search_button = Button("", "search", "soft", tone="info")
        self.years_button.clicked.connect(lambda: self.wanted.emit(YEARS, self._person_id))
        self.search_button.clicked.connect(lambda: self.wanted.emit(SEARCH, self._person_id))
        buttons = Flow(gap=4)
        for button in (self.years_button, self.search_button):
            buttons.addWidget(button)
        self.setLayout(buttons)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_card(self, card: PersonCard) -> None:
        """Offer the ways there are for somebody: years for the young, a search for those nobody can find."""
        self._person_id, name = card.person_id, card.short_name
        is_young = card.age is not None and card.age < COMING_OF_AGE
        self.years_button.say(self.tr("Places and people in {name}’s life").format(name=name))
        self.search_button.say(self.tr("Search for {name}").format(name=name))
        self.years_button.setVisible(card.role in CHILD_ROLES or is_young)
        self.search_button.setVisible(is_unknown(card.whereabouts))
        self.setHidden(self.years_button.isHidden() and self.search_button.isHidden())
