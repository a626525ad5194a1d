"""What lies ahead: appointments, tasks, and who works with the family."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from engage_server.sample.cast import Cast
from engage_server.sample.notes import PHRASES
from engage_server.sample.rows import Book, clock_time, members
from engage_server.sample.staff import Member
from engage_wire.clock import instant
from engage_wire.registry import Doc

SLOTS = ("09:00", "10:45", "13:00", "14:45", "16:30")
AHEAD = {"home_visit": 50, "office": 10, "phone": 12, "other": 5, "court": 8, "coached_visit": 15}
MINUTES = {
    "home_visit": 60,
    "office": 45,
    "phone": 20,
    "other": 30,
    "court": 90,
    "coached_visit": 75,
    "family_meeting": 150,
}


def assign(cast: Cast, book: Book, worker: Member, former: tuple[Member, date] | None) -> None:
    """Write who works with the family, and who did before."""
    since = cast.opened
    at = book.calendar.at(since, time(9, 30))
    if former is not None:
        before, until = former
        values: Doc = {
            "user_id": before.id,
            "role": "worker",
            "from_on": since.isoformat(),
            "to_on": until.isoformat(),
        }
        book.add("assignment", at, values)
        since, at = until, book.calendar.at(until, time(9))
    book.add("assignment", at, {"user_id": worker.id, "role": "worker", "from_on": since.isoformat()})


def described(cast: Cast, book: Book, worker: Member, guide: Member) -> None:
    """Write the appointments of a described family; a family meeting brings its facilitator."""
    for spec in cast.appointments:
        day = book.calendar.start + timedelta(spec["days"])
        _book(book, worker, day, spec, [cast.people[key].id for key in spec["people"]])
        if spec.get("facilitator"):
            made = book.calendar.now - timedelta(days=20)
            values: Doc = {"user_id": guide.id, "role": "facilitator", "from_on": made.date().isoformat()}
            book.add("assignment", made, values)


def ahead(cast: Cast, book: Book, worker: Member, rank: int, *, has_full_day: bool) -> None:
    """Plan the next meeting with a made-up family: `rank` is its place in the worker's caseload."""
    rng, calendar = book.rng, book.calendar
    options = {kind: often for kind, often in AHEAD.items() if kind != "coached_visit" or cast.placed}
    if cast.second is None or cast.offender:
        options.pop("phone")
    kind = rng.choices(list(options), list(options.values()))[0]
    phrases = PHRASES["en"]
    slots = cast.slots("en", worker.name, [], calendar.start, rng)
    people = [cast.people[cast.parent], *(cast.children if kind in {"home_visit", "coached_visit"} else [])]
    spec = {
        "at": SLOTS[(rank // 4) % len(SLOTS)], "minutes": MINUTES[kind], "kind": kind,
        "place": str(phrases.at(f"appointments.places.{kind}")) or (cast.address if kind == "home_visit" and not cast.offender else ""),
        "purpose": phrases.one(rng, f"appointments.{kind}", slots),
    }  # fmt: skip
    day = _weekday(calendar.start + timedelta((rank % 4 + has_full_day) * rng.choice((1, 1, 2))))
    _book(book, worker, day, spec, [p.id for p in people])


def _weekday(day: date) -> date:
    return day + timedelta((7 - day.weekday()) % 7) if day.weekday() > 4 else day


def _book(book: Book, worker: Member, day: date, spec: dict[str, Any], people: Sequence[str]) -> None:
    start = book.calendar.at(day, clock_time(spec["at"]))
    values: Doc = {
        "kind": spec["kind"], "starts_at": instant(start), "ends_at": instant(start + timedelta(minutes=spec["minutes"])),
        "place": spec["place"] or None, "purpose": spec["purpose"] or None,
        "person_ids": members(*people) if people else None, "user_id": worker.id, "status": "planned",
    }  # fmt: skip
    book.add("appointment", book.calendar.now - timedelta(days=book.rng.randint(3, 15)), values)


def remind(cast: Cast, book: Book, worker: Member) -> None:
    """Write the tasks that follow from how things stand."""
    start = book.calendar.start
    second = cast.people.get(cast.other)
    chances = [] if cast.notes else _chances(cast, book)
    wanted = [(kind, start + timedelta(book.rng.randint(*days))) for kind, days in chances]
    if second is not None and second.whereabouts == "unknown_search_open":
        wanted.append(("search_due", start + timedelta(book.rng.randint(2, 40))))
    if any(spec["kind"] == "family_meeting" for spec in cast.appointments):
        wanted.append(("prepare_meeting", start))
    for kind, due in wanted:
        _task(cast, book, worker, kind, due)


def _chances(cast: Cast, book: Book) -> list[tuple[str, tuple[int, int]]]:
    chances = [(0.35, "plan_review", (2, 45)), (0.2, "call_back", (0, 4)), (0.25, "visit_due", (4, 9))]
    if cast.program in {"foster_care", "kinship"}:
        chances.append((0.3, "court_report", (3, 30)))
    return [(kind, days) for chance, kind, days in chances if book.rng.random() < chance]


def _task(cast: Cast, book: Book, worker: Member, kind: str, due: date) -> None:
    second = cast.people.get(cast.other)
    slots = cast.slots("en", worker.name, [], book.calendar.start, book.rng)
    if second is not None:
        slots["other"] = second.first
    title = PHRASES["en"].at(f"tasks.{kind}")
    values: Doc = {
        "kind": kind, "title": _titled(str(title), slots), "due_on": due.isoformat(), "user_id": worker.id,
        "status": "open",
    }  # fmt: skip
    book.add("task", book.calendar.now - timedelta(days=book.rng.randint(0, 9)), values)


def _titled(title: str, slots: dict[str, str]) -> str:
    for name, word in slots.items():
        title = title.replace("{" + name + "}", word)
    return title
