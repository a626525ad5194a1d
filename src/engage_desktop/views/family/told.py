"""How people, promises, appointments and contacts are told: a few words each, the same in every part."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject

from engage_desktop.views.family.ground import Ground
from engage_domain.names import initials
from engage_domain.persons import PersonCard
from engage_domain.typed_dates import BadDate, read_date
from engage_domain.workspace import Appointment, ParentLine, Promise

PEOPLE_TONES = 7
APPOINTMENT_ICONS = {
    "home_visit": "house",
    "court": "gavel",
    "coached_visit": "hand-heart",
    "family_meeting": "users",
    "office": "building-2",
    "phone": "phone",
}


def tone_of(person_id: str) -> str:
    """Return the one colour a person has everywhere."""
    try:
        return f"p{int(person_id[-6:], 16) % PEOPLE_TONES}"
    except ValueError:
        return "p6"


def face_of(name: str) -> str:
    """Return the initials of a name, or the sign of a person."""
    return initials(name) or "user"


def read_day(text: str) -> date | None:
    """Read a typed day; what is none is nothing."""
    try:
        return read_date(text)
    except BadDate:
        return None


class Told(QObject):
    """Turns what is known into a few words."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._words = ground.words
        self._full: dict[str, str] = {}
        self._ages: dict[str, str] = {}

    def know(self, cards: tuple[PersonCard, ...]) -> None:
        """Know everybody's full name, so that one has the same two initials everywhere."""
        self._full = {card.person_id: self.called(card) for card in cards}
        self._ages = {card.person_id: self.age(card) for card in cards}

    def called(self, card: PersonCard) -> str:
        """Return somebody's name; a pregnancy without one is called that."""
        return card.full_name or self._words.word("person_kind", card.kind)

    def face(self, person_id: str, name: str) -> str:
        """Return somebody's initials."""
        return face_of(self._full.get(person_id, name))

    def age(self, card: PersonCard) -> str:
        """Return how old somebody is, "about" when it is an estimate; nothing when nobody knows."""
        if card.age is None:
            return ""
        months = 0
        if card.birth_date is not None and card.age < 2 and not card.birth_estimated:
            today = self._ground.today()
            months = (today.year - card.birth_date.year) * 12 + today.month - card.birth_date.month
            months -= today.day < card.birth_date.day
        said = self._words.age(card.age, max(0, months), about=card.birth_estimated)
        return self.tr("died at {age}").format(age=said) if card.deceased_on else said

    def age_of(self, person_id: str) -> str:
        """Return how old somebody is who is known here."""
        return self._ages.get(person_id, "")

    def role(self, role: str) -> str:
        """Return what somebody is to the family."""
        return self._words.word("member_role", role) if role else self.tr("Not said yet")

    def person(self, card: PersonCard) -> str:
        """Return role and age in one line."""
        is_person = card.kind == "person"
        kind = self.role(card.role) if is_person else self._words.word("person_kind", card.kind)
        died = self.tr("has died") if card.is_deceased and card.age is None and is_person else ""
        parts = [kind, self.age(card), died]
        if card.to_on is not None:
            parts.append(self.tr("until {day}").format(day=self.day(card.to_on)))
        return " · ".join(part for part in parts if part)

    def day(self, day: date) -> str:
        """Return a day as people say it from today."""
        return self._words.day_near(day, self._ground.today())

    def moment(self, at: datetime | None) -> str:
        """Return a moment as people say it from now."""
        return self._words.moment(at, self._ground.now()) if at else ""

    def languages(self, codes: tuple[str, ...]) -> str:
        """Return languages in words."""
        return self._words.listed([self._words.word("language", code) for code in codes])

    def whereabouts(self, code: str) -> str:
        """Return where somebody is, when it is worth saying."""
        return "" if code in {"", "known"} else self._words.word("whereabouts", code)

    def promise_meta(self, promise: Promise) -> str:
        """Return who promised, and by when or what became of it."""
        who = self.tr("You") if promise.is_mine else promise.who
        if not promise.is_open and promise.kept.closed_on is not None:
            when = self.day(promise.kept.closed_on)
        elif promise.by_when is not None:
            when = self.tr("by {day}").format(day=self.day(promise.by_when))
        else:
            when = ""
        return " · ".join(part for part in (who, when, promise.kept.note) if part)

    def appointment(self, one: Appointment) -> str:
        """Return when and what, in one line."""
        when = ""
        if one.starts_at is not None:
            when = self._words.span(one.starts_at, one.ends_at, self._ground.now())
        return " · ".join(part for part in (self._words.word("appointment_kind", one.kind), when) if part)

    def appointment_meta(self, one: Appointment) -> str:
        """Return where, what for, with whom."""
        parts = [one.purpose, one.place]
        if one.names:
            parts.append(self._words.listed(one.names))
        if one.with_whom:
            parts.append(self.tr("{name} goes").format(name=one.with_whom))
        return " · ".join(part for part in parts if part)

    def parent_now(self, parent: ParentLine) -> str:
        """Return how it stands with a parent, near or far."""
        if parent.not_applicable:
            return self._words.word("na_reason", parent.not_applicable)
        if parent.is_looked_for and parent.last_contact is None:
            return self.tr("Still looking")
        if parent.last_contact is None:
            return self.tr("Not spoken with yet")
        ago = self._words.days_ago(parent.last_contact, self._ground.today())
        return self.tr("Last spoke {ago}").format(ago=ago)

    def parent_more(self, parent: ParentLine) -> str:
        """Return where a parent is, what was tried, and what comes next."""
        parts = []
        if parent.whereabouts not in {"", "known"} and not (parent.is_looked_for and not parent.last_contact):
            parts.append(self._words.word("whereabouts", parent.whereabouts))
        if parent.whereabouts_note:
            parts.append(parent.whereabouts_note)
        if parent.last_search is not None and parent.whereabouts.startswith("unknown"):
            parts.append(self.tr("last search {day}").format(day=self.day(parent.last_search)))
        tried = parent.last_try
        if tried is not None and (parent.last_contact is None or tried > parent.last_contact):
            parts.append(self.tr("tried {day}").format(day=self.day(tried)))
        return " · ".join(parts)

    def parent_next(self, parent: ParentLine) -> str:
        """Return the next step with a parent."""
        parts = []
        if parent.rests:
            parts.append(self.tr("Paused for safety: no notices, letters or visits"))
        if parent.next_on is not None:
            parts.append(self.tr("Next: {when}").format(when=self.moment(parent.next_on)))
        elif not parent.not_applicable and not parent.rests:
            parts.append(self.tr("Nothing arranged yet"))
        return " · ".join(parts)
