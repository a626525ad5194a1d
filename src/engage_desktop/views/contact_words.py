"""How a contact reads: its marks, people, times and facts in the words of the interface's language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from engage_desktop.views.kit.words import Wordbook, capital, clock
from engage_domain.compose import Line, natural_section, quoted, section_of, sentence
from engage_domain.contact_codes import Alone, ContactType, MarkKind, Presence, Side
from engage_domain.visit import Attendee, Contact, Mark, Promise

translate = QCoreApplication.translate
WITH_US_FROM_THE_START = timedelta(minutes=3)
LOOKS = {
    MarkKind.SAID: ("quote", "plum"),
    MarkKind.PROMISE: ("handshake", "info"),
    MarkKind.STRENGTH: ("sparkles", "good"),
    MarkKind.WORRY: ("circle-alert", "warn"),
    MarkKind.TOPIC: ("message-circle", "sand"),
    MarkKind.ELEMENT: ("compass", "sand"),
    MarkKind.ARRIVED: ("user-plus", "primary"),
    MarkKind.LEFT: ("door-open", "sand"),
}


@dataclass(frozen=True, slots=True)
class ContactWords:
    """Speaks about contacts. `now` is the present moment in the agency's zone."""

    book: Wordbook
    now: Callable[[], datetime]

    # times

    def local(self, moment: datetime) -> datetime:
        """Return a moment in the agency's zone."""
        return moment.astimezone(self.now().tzinfo)

    def at(self, moment: datetime) -> str:
        """Return the time of day of a moment: "09:04"."""
        return clock(self.local(moment).time())

    def today(self) -> date:
        """Return the day it is here."""
        return self.now().date()

    def when(self, contact: Contact) -> str:
        """Return when it happened: "today, 09:04 to 09:58"."""
        return self.book.span(contact.start, contact.end, self.now()) if contact.start else ""

    def by_when(self, day: date | None) -> str:
        """Return by when something was promised, as one says it today."""
        return (
            translate("ContactWords", "by %1").replace("%1", self.book.day_near(day, self.today()))
            if day
            else ""
        )

    def by_day(self, day: date | None) -> str:
        """Return by when something was promised, as it reads a year from now."""
        return (
            translate("ContactWords", "by %1").replace("%1", self.book.day(day, self.today())) if day else ""
        )

    # people

    def short(self, person: Attendee) -> str:
        """Return a child's age or an adult's role, for under the name."""
        if person.child and person.age is not None:
            return self.book.age(person.age)
        return (
            self.book.word("member_role", person.role)
            if person.role
            else translate("ContactWords", "came along")
        )

    def standing(self, person: Attendee) -> str:
        """Return how somebody stands: "here, 09:04", "left, 09:40", or their age or role."""
        if person.presence == Presence.LEFT:
            return (
                translate("ContactWords", "left, %1").replace("%1", self.at(person.left_at))
                if person.left_at
                else translate("ContactWords", "left")
            )
        if person.here:
            return (
                translate("ContactWords", "here, %1").replace("%1", self.at(person.arrived_at))
                if person.arrived_at
                else translate("ContactWords", "here")
            )
        return self.short(person)

    def names(self, people: Iterable[Attendee]) -> str:
        """Return names as people say them."""
        return self.book.listed([p.name for p in people])

    # marks

    def title(self, mark: Mark, promise: Promise | None = None) -> str:
        """Return what kind of mark it is and whose: "Elena said", "You promised"."""
        if mark.kind == MarkKind.SAID:
            return (
                translate("ContactWords", "%1 said").replace("%1", mark.who)
                if mark.who
                else translate("ContactWords", "Somebody said")
            )
        if mark.kind == MarkKind.PROMISE:
            mine = promise is None or promise.side == Side.AGENCY
            return (
                translate("ContactWords", "You promised")
                if mine
                else translate("ContactWords", "%1 promised").replace("%1", mark.who)
            )
        return self.book.word("mark_kind", mark.kind)

    def words(self, mark: Mark, promise: Promise | None = None) -> str:
        """Return the words of a mark as the list shows them; nothing when there are none yet."""
        if mark.kind == MarkKind.SAID:
            return self.book.quoted(mark.text.strip()) if mark.text.strip() else ""
        if mark.kind == MarkKind.PROMISE and promise is not None:
            return ", ".join(part for part in (promise.what.strip(), self.by_when(promise.by_when)) if part)
        if mark.kind in {MarkKind.TOPIC, MarkKind.ELEMENT}:
            return self.book.word(mark.kind, mark.code)
        if mark.kind in {MarkKind.ARRIVED, MarkKind.LEFT}:
            return mark.who
        about = f"{mark.who}: " if mark.who and mark.text.strip() else mark.who
        return about + mark.text.strip()

    def line(self, contact: Contact, mark: Mark) -> Line:
        """Return a mark as it will stand in the note."""
        promise = contact.promise_of(mark)
        section = section_of(mark.used_in) or natural_section(mark.kind)
        if mark.kind == MarkKind.SAID:
            words = sentence(mark.who, quoted(mark.text))
        elif promise is not None:
            mine = promise.side == Side.AGENCY
            who = (
                translate("ContactWords", "I promised")
                if mine
                else translate("ContactWords", "%1 promised").replace("%1", promise.who)
            )
            words = sentence(who, promise.what, self.by_day(promise.by_when))
        else:
            who = ", ".join(filter(None, (self.book.word("mark_kind", mark.kind), mark.who)))
            words = sentence(who, mark.text)
        return Line(mark.id, section, words)

    # facts

    def kind(self, contact: Contact) -> str:
        """Return what kind of contact it was, in a word or two."""
        if contact.missed_reason:
            return translate("ContactWords", "Visit that did not happen")
        if contact.attempted:
            return self.book.word("contact_method", contact.method)
        if ContactType.HOME_VISIT in contact.types:
            return self.book.word("contact_type", ContactType.HOME_VISIT)
        first = next(iter(contact.types), "")
        return self.book.word("contact_type", first) or self.book.word("contact_method", contact.method)

    def place(self, contact: Contact) -> str:
        """Return where and how: "Where the child lives, in person"."""
        where = contact.location_note or self.book.word("contact_location", contact.location)
        how = self.book.word("contact_method", contact.method)
        return ", ".join(filter(None, (where, how[:1].lower() + how[1:] if where else how)))

    def meeting(self, contact: Contact) -> str:
        """Return the contact in a sentence or two, for the head of the paper."""
        day = self.book.day(self.local(contact.start).date(), self.today()) if contact.start else ""
        if contact.start and contact.end and self.at(contact.end) != self.at(contact.start):
            day = (
                translate("ContactWords", "%1, %2 to %3")
                .replace("%1", day)
                .replace("%2", self.at(contact.start))
            )
            day = day.replace("%3", self.at(contact.end))
        elif contact.start:
            day = f"{day}, {self.at(contact.start)}"
        first = ", ".join(filter(None, (self.kind(contact), day, self.place_at(contact)))) + "."
        reason = self.book.word("missed_reason", contact.missed_reason)
        there = self.came(contact)
        return " ".join(filter(None, (first, f"{reason}." if reason else "", there)))

    def place_at(self, contact: Contact) -> str:
        """Return the place within a sentence."""
        where = contact.location_note or self.book.word("contact_location", contact.location)
        return where[:1].lower() + where[1:]

    def came(self, contact: Contact) -> str:
        """Return who was there, and who came later or left before the end."""
        start, there = contact.start, sorted(contact.present, key=lambda p: p.child)
        late = [
            p for p in contact.present
            if start and p.arrived_at and p.arrived_at - start > WITH_US_FROM_THE_START
        ]  # fmt: skip
        parts = [self.names(p for p in there if p not in late)]
        parts += [
            translate("ContactWords", "%1 came at %2")
            .replace("%1", p.name)
            .replace("%2", self.at(p.arrived_at))
            for p in late
            if p.arrived_at
        ]
        parts += [
            translate("ContactWords", "%1 left at %2").replace("%1", p.name).replace("%2", self.at(p.left_at))
            for p in there
            if p.left_at
        ]
        said = "; ".join(filter(None, parts))
        return f"{said}." if said else ""

    def children(self, contact: Contact) -> str:
        """Return how each child was seen; children seen the same way share a sentence."""
        groups: dict[str, list[Attendee]] = {}
        for child in contact.children:
            if child.presence:
                groups.setdefault(self.seen(child), []).append(child)
        return " ".join(f"{capital(self.names(people))} {how}." for how, people in groups.items())

    def alone(self) -> str:
        """Return that a child was seen alone, to stand after the name."""
        return translate("ContactWords", "alone")

    def seen(self, child: Attendee) -> str:
        """Return how one child was seen, to stand after the name."""
        if not child.took_part:
            refused = child.presence == Presence.REFUSED
            said = (
                translate("ContactWords", "did not want to take part")
                if refused
                else translate("ContactWords", "not seen")
            )
        elif child.seen_alone == Alone.YES:
            said = translate("ContactWords", "seen alone")
        elif child.seen_alone == Alone.NO:
            said = translate("ContactWords", "seen, not alone")
        else:
            said = translate("ContactWords", "seen")
        return ", ".join(filter(None, (said, child.seen_how.strip())))
