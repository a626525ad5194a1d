"""What the palette finds beside families and places: topics of the guide, and families alone when one is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.app.palette import Hit, family_hit
from engage_desktop.services.families import FamilyCards
from engage_desktop.services.palette import FindAnything
from engage_desktop.services.toolkits import packaged_guide
from engage_domain.names import fold


def topic_hits(language: str) -> tuple[Hit, ...]:
    """Return the way to every topic of the guide; each is found by its name in any language."""
    found = []
    for topic in packaged_guide().topics:
        told = topic.telling(language)
        also = " ".join(f"{other.title} {other.also}" for other in topic.told.values())
        found.append(Hit(f"toolkits:{topic.key}", told.title, told.summary, topic.icon, also))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class FamilyFinder:
    """Finds families: all of them before a letter is typed, the one worked with last first."""

    cards: FamilyCards
    anything: FindAnything
    last: str = ""

    def __call__(self, letters: str) -> tuple[Hit, ...]:
        """Return the families some letters may mean."""
        if letters.strip():
            return tuple(family_hit(one) for one in self.anything(letters))
        cards = sorted(self.cards(), key=lambda card: (card.family_id != self.last, fold(card.name)))
        return tuple(Hit(f"family:{card.family_id}", card.name, "", "users") for card in cards)
