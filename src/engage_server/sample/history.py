"""Two years of contacts: month by month, every kind, kept and missed, up to the evening before the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from engage_server.sample import afterwards, notes
from engage_server.sample.cast import Cast, Person
from engage_server.sample.casting import draw
from engage_server.sample.kinds import AWAY, monthly, weights
from engage_server.sample.notes import Note, compose, kind_named, who, write
from engage_server.sample.rows import Book, clock_time, dated
from engage_server.sample.staff import Member
from engage_wire.entities import BODY_SECTIONS

Authors = Callable[[date], Member]
TILES = {"seen": 56, "away": 16, "due": 19, "missed": 9}
REASONS = {
    "nobody_home": 30, "family_cancelled": 18, "worker_cancelled": 8, "child_away": 9, "illness": 12, "weather": 5,
    "transport": 8, "declined": 6, "unsafe_to_enter": 2, "other": 2,
}  # fmt: skip
THIS_MONTH = 23  # described contacts fewer days back belong to the month of the start
EVENING = {"phone", "text", "far_parent", "video"}


@dataclass(slots=True)
class History:
    """Writes the contacts of one family."""

    cast: Cast
    book: Book
    author: Authors
    colleague: Callable[[Member], Member]
    written: int = 0

    def past(self, budget: int) -> None:
        """Spread what is left of `budget` over the months before the current one."""
        months = self._months()
        left = budget - self.written
        if left <= 0 or not months:
            return
        rng = self.book.rng
        counts = [1] * len(months) if left >= len(months) else [0] * len(months)
        for place in rng.choices(range(len(months)), k=left - sum(counts)):
            counts[place] += 1
        for (first, last), count in zip(months, counts, strict=True):
            for number in range(count):
                self._in_month(first, last, number)

    def this_month(self) -> None:
        """See, meet elsewhere, miss or not yet see each child this month, and talk with the adults."""
        calendar, rng = self.book.calendar, self.book.rng
        days = calendar.working_days(
            max(calendar.month_begins, self.cast.opened), calendar.start - timedelta(1)
        )
        if not days:
            return
        tiles: dict[str, list[Person]] = {}
        for child in self.cast.children:
            tiles.setdefault(draw(rng, TILES), []).append(child)
        for child in tiles.get("away", ()):
            options = [name for name in AWAY if name != "visit_school" or child.age(calendar.start) >= 5]
            options = [
                n for n in options if n != "visit_kin" or self.cast.placements.get(child.key) != "relative"
            ]
            self.one(rng.choice(options or ["visit_clinic"]), rng.choice(days), children=[child])
        for child in tiles.get("missed", ()):
            self.one("missed", rng.choice(days), children=[child])
        if seen := tiles.get("seen", []):
            self._seen(seen, rng.choice(days))
        for _ in range(rng.randint(0, 2)):
            day = rng.choice(days)
            self.one(draw(rng, weights(self.cast, day, without_children=True)), day)

    def _seen(self, children: list[Person], day: date) -> None:
        placed = {c.key for c in self.cast.placed}
        for name, group in (
            ("visit_home", [c for c in children if c.key not in placed]),
            ("visit_placement", [c for c in children if c.key in placed]),
        ):
            if group:
                self.one(name, day, children=group)

    def _months(self) -> list[tuple[date, date]]:
        calendar, cast = self.book.calendar, self.cast
        end = min(calendar.month_begins - timedelta(1), calendar.start - timedelta(cast.quiet_days))
        found: list[tuple[date, date]] = []
        first = cast.opened
        while first <= end:
            last = min((first.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1), end)
            if calendar.working_days(first, last):
                found.append((first, last))
            first = last + timedelta(1)
        return found

    def _in_month(self, first: date, last: date, number: int) -> None:
        rng = self.book.rng
        day = rng.choice(self.book.calendar.working_days(first, last))
        if number == 0:
            name = (
                monthly(self.cast)
                if rng.random() < 0.93
                else rng.choice(("missed", "attempted_face_to_face"))
            )
        else:
            name = draw(rng, weights(self.cast, day))
        self.one(name, day)

    def one(self, name: str, day: date, children: list[Person] | None = None) -> str:
        """Write one contact of a kind on a day; `children` narrows who was seen."""
        rng, cast = self.book.rng, self.cast
        kind = kind_named(name)
        author = self.author(day)
        present, absent, others = who(kind, cast, rng)
        if children is not None:
            present, absent = _narrow(kind.name, present, absent, children)
        start = self.hour(name, day)
        note = Note(
            kind, start, start + timedelta(minutes=rng.randint(*kind.minutes)), author,
            language=self._language(author), present=present, absent=absent, others=others,
        )  # fmt: skip
        self._colour(note)
        steps = afterwards.promises(note, cast, rng)
        compose(note, cast, rng, steps.words(note.language))
        contact = afterwards.keep(note, cast, self.book, steps)
        self.written += 1
        return contact

    def hour(self, name: str, day: date) -> datetime:
        """Return a believable hour for a kind of contact."""
        rng = self.book.rng
        latest = 19 if name in EVENING else 16
        return self.book.calendar.at(
            day, time(rng.randint(8, latest), rng.choice((0, 5, 10, 15, 20, 30, 40, 45, 50)))
        )

    def _language(self, author: Member) -> str:
        spanish = self.cast.language == "es" and author.bilingual
        return "es" if spanish and self.book.rng.random() < 0.55 else "en"

    def _colour(self, note: Note) -> None:
        rng = self.book.rng
        children = [p for p in note.present if p.role == "child"]
        note.alone = {c.key for c in children if rng.random() < 0.62}
        note.topics = tuple(rng.sample(notes.TOPICS, rng.choice((2, 2, 3, 3, 4))))
        note.elements = tuple(rng.sample(("understand", "plan", "solutions"), rng.choice((1, 1, 1, 2))))
        if rng.random() < 0.05:
            note.enterer = self.colleague(note.author)
        if note.kind.name in {"missed", "attempted_face_to_face"}:
            options = dict(REASONS)
            if self.cast.caregiver and self.cast.placed:
                options["caregiver_cancelled"] = 12
            if 4 <= note.start.month <= 10:
                options.pop("weather")
            note.reason = draw(rng, options) if note.kind.name == "missed" else "nobody_home"
            note.focus = [p for p in note.absent if p.role == "child"]

    def tell(self, spec: dict[str, Any]) -> str:
        """Write one contact exactly as the families' file describes it."""
        cast, book = self.cast, self.book
        kind = kind_named(spec["kind"])
        spec = dated(spec, book.calendar.start)
        day = self._told_on(spec["days"])
        start = book.calendar.at(day, clock_time(spec["at"]))
        carer = (cast.caregiver["en"],) if spec.get("with_caregiver") else ()
        note = Note(
            kind, start, start + timedelta(minutes=spec["minutes"]), self.author(day),
            present=self._people(spec, "people"), absent=self._people(spec, "absent"),
            others=(*spec.get("others", ()), *carer), alone=set(spec.get("alone", ())),
            topics=tuple(spec.get("topics", ())), elements=tuple(spec.get("elements", ())),
            final=not spec.get("draft"), reason=spec.get("reason", ""),
            missed_note=spec.get("missed_note", ""), focus=self._people(spec, "focus") or None,
        )  # fmt: skip
        note.body = {name: spec[name] for name in BODY_SECTIONS if name in spec}
        if note.missed_note:
            note.body.setdefault("other", note.missed_note)
        contact = write(note, cast, book)
        afterwards.described(spec, note, contact, cast, book)
        self.written += 1
        return contact

    def _told_on(self, days: int) -> date:
        """Return the day of a described contact: this month's stay in it and earlier ones out of it, as they must."""
        start, begins = self.book.calendar.start, self.book.calendar.month_begins
        day = start - timedelta(days)
        if days >= THIS_MONTH:
            return min(day, begins - timedelta(1))
        return max(day, begins) if begins < start else day

    def _people(self, spec: dict[str, Any], name: str) -> list[Person]:
        return [self.cast.people[key] for key in spec.get(name, ())]


def _narrow(
    name: str, present: list[Person], absent: list[Person], children: list[Person]
) -> tuple[list[Person], list[Person]]:
    adults = [p for p in present if p.role != "child"]
    if name == "missed":
        return adults, children
    return [*adults, *children], absent
