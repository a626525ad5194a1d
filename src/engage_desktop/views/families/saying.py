"""What a card says, in words: drawn in pieces, and read aloud as one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from engage_desktop.views.kit.words import Wordbook
from engage_domain.families import ChildOnCard, FamilyCard, Kept, ParentOnCard, Reach, tint
from engage_domain.month import Tile

ICONS = {
    "home_visit": "house",
    "court": "scale",
    "coached_visit": "footprints",
    "family_meeting": "presentation",
    "office": "building-2",
    "phone": "phone",
}
LONGEST_NOTE = 48
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Shown:
    """A card in the list, with the person a search found it by."""

    card: FamilyCard
    person: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Some words with the colour they are drawn in."""

    words: str
    ink: str = "muted"


class Saying:
    """Says cards in the words of the interface's language; `now` gives the moment in the agency's zone."""

    def __init__(self, words: Wordbook) -> None:
        self._words = words
        self.now = datetime.min.replace(tzinfo=UTC)

    def below_name(self, shown: Shown) -> str:
        """Return language and number of children, and who was found."""
        card = shown.card
        parts = []
        if card.home_language:
            language = self._words.word("language", card.home_language)
            parts.append(translate("FamilyCards", "{language} at home").format(language=language))
        parts.append(self._words.count("child", len(card.children), spelled=True))
        if shown.person:
            parts.append(shown.person)
        return " · ".join(parts)

    def child(self, child: ChildOnCard) -> Spot:
        """Return how a child's month stands."""
        month = child.month
        if month.tile is Tile.AWAY:
            where = month.location_note or self._words.word("contact_location", month.location).lower()
            return Spot(_short(where) or self._words.word("month_tile", "away"))
        if month.tile is Tile.MISSED:
            why = month.reason_note or self._words.word("missed_reason", month.reason).lower()
            return Spot(translate("FamilyCards", "missed: {why}").format(why=_short(why)))
        return Spot(self._words.word("month_tile", month.tile), "warn" if month.tile is Tile.DUE else "muted")

    def name_and_age(self, child: ChildOnCard) -> str:
        """Return a child's name with its age."""
        return f"{child.name}, {child.age}" if child.age is not None else child.name

    def parent_name(self, parent: ParentOnCard) -> str:
        """Return a parent's name, with the place when the parent is far."""
        far = parent.note and parent.reach in {Reach.SPOKEN, Reach.NEVER}
        return f"{parent.name}, {_short(parent.note)}" if far else parent.name

    def parent(self, parent: ParentOnCard) -> Spot:
        """Return when a parent was last spoken with, or what is done to reach them."""
        if parent.reach is Reach.SPOKEN and parent.days is not None:
            return Spot(self._ago(parent.days), "warn" if parent.is_waiting else "muted")
        if parent.reach is Reach.SEARCHING:
            note = f": {_short(parent.note)}" if parent.note else ""
            return Spot(translate("FamilyCards", "still looking") + note, "info")
        if parent.reach is Reach.EXCUSED:
            return Spot(translate("FamilyCards", "not expected, reason kept"))
        return Spot(translate("FamilyCards", "not reached yet"), "warn")

    def next_event(self, card: FamilyCard) -> tuple[str, str, str] | None:
        """Return words, tone and sign of the next appointment."""
        if card.next is None:
            return None
        kind, at = card.next.kind, card.next.at
        label = f"{self._words.word('appointment_kind', kind)} {self._words.moment(at, self.now)}"
        today = at.date() == self.now.date()
        tone = "plum" if kind == "family_meeting" else "primary"
        return label, tone if today else "sand", ICONS.get(kind, "calendar")

    def kept(self, card: FamilyCard) -> tuple[str, str, str]:
        """Return words, colour and sign of where the newest work is."""
        return {
            Kept.HERE_ONLY: (self._words.word("sync_state", "here_only"), "warn", "laptop"),
            Kept.WITH_AGENCY: (self._words.word("sync_state", "with_agency"), "good", "badge-check"),
            Kept.NEEDS_YOU: (self._words.word("sync_state", "needs_you"), "warn", "circle-alert"),
        }[card.kept]

    def aloud(self, shown: Shown) -> str:
        """Return the whole card as one good sentence."""
        card = shown.card
        parts = [f"{card.name}, {self.below_name(shown)}"]
        parts += [f"{self.name_and_age(child)} {self.child(child).words}" for child in card.children]
        parts += [f"{self.parent_name(parent)} {self.parent(parent).words}" for parent in card.parents]
        event = self.next_event(card)
        parts += [event[0]] if event else []
        parts.append(self.kept(card)[0])
        parts += [translate("FamilyCards", "Check Safety before sharing")] if card.has_protected else []
        return "; ".join(parts) + "."

    def _ago(self, days: int) -> str:
        today = self.now.date()
        return self._words.days_ago(today - timedelta(days=days), today)


def tone_of(family_id: str) -> str:
    """Return the colour a family is recognised by."""
    return f"p{tint(family_id)}"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_NOTE else words[: LONGEST_NOTE - 1].rstrip() + "…"
