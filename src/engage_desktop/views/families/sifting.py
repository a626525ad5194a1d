"""Which cards show, and in which order, while somebody types."""

from __future__ import annotations

from engage_desktop.views.families.saying import Shown
from engage_domain.families import Answer, FamilyCard, Order, in_order


class Sieve:
    """Holds all cards and what the search has found so far.

    Names and the newest notes come first; which other families talk of it comes a moment later.
    """

    def __init__(self) -> None:
        self.order = Order.NEED
        self.answer = Answer("")
        self.is_loaded = False
        self._cards: tuple[FamilyCard, ...] = ()
        self._query = ""
        self._talking: frozenset[str] = frozenset()

    @property
    def has_cards(self) -> bool:
        """Say whether there are any families at all."""
        return bool(self._cards)

    @property
    def count(self) -> int:
        """Return how many families there are."""
        return len(self._cards)

    def take_cards(self, cards: tuple[FamilyCard, ...]) -> None:
        """Take the cards of all families."""
        self._cards = cards
        self.is_loaded = True

    def begin(self, query: str) -> None:
        """Begin to search for something else; until an answer comes, what showed goes on showing."""
        self._query = query
        if not query:
            self.answer, self._talking = Answer(""), frozenset()

    def take_answer(self, answer: Answer) -> None:
        """Take what was found at once."""
        if answer.query != self.answer.query:
            self._talking = frozenset()
        self.answer = answer

    def take_talking(self, query: str, families: frozenset[str]) -> bool:
        """Take which families talk of it; say whether that is still of interest."""
        if query != self._query:
            return False
        self._talking = families
        return True

    def shown(self) -> tuple[Shown, ...]:
        """Return the cards that show: those found by name first, best first, then the others in order."""
        cards = in_order(self._cards, self.order)
        if not self._query or not self.answer.query:
            return tuple(Shown(card) for card in cards)
        known = {card.family_id: card for card in cards}
        named = {hit.family_id: hit.person for hit in self.answer.names if hit.family_id in known}
        talking = self._talking | {hit.family_id for hit in self.answer.hits}
        first = [Shown(known[family_id], person) for family_id, person in named.items()]
        rest = [Shown(card) for card in cards if card.family_id in talking and card.family_id not in named]
        return (*first, *rest)
