"""A believable agency, the same for the same seed: its people first, then one family after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from importlib.resources import files
from random import Random
from zoneinfo import ZoneInfo

from engage_server.sample import family_plans, household, plans, roots, shelter, supports, understanding
from engage_server.sample.cast import Cast, designed
from engage_server.sample.casting import cast_family
from engage_server.sample.history import History
from engage_server.sample.rows import Batch, Book, Calendar, mint
from engage_server.sample.staff import FAMILIES_EACH, Member, Staff, hire
from engage_server.sample.words import resource
from engage_wire.clock import parse_instant
from engage_wire.policy import FILES, document

A_MONTH = (25, 50)  # tenths of a contact a month, when no total is asked for


@dataclass(frozen=True, slots=True)
class Wish:
    """What sample is wanted; no `notes` means as many as come naturally, no `policy` the built-in one."""

    families: int
    seed: int
    start: date
    notes: int = 0
    policy: str = ""


def built_in_policy() -> str:
    """Return the policy an agency starts with, as its row carries it."""
    folder = files("engage_server").joinpath("_resources", "policy")
    return document({name: folder.joinpath(name).read_bytes() for name in FILES})


def generate(wish: Wish) -> Iterator[Batch]:
    """Yield the agency's own rows and sign-ins, then each family's rows, one batch at a time."""
    calendar = Calendar(wish.start, ZoneInfo(resource("names")["agency"]["time_zone"]))
    staff = hire(wish.families, wish.seed, calendar, wish.policy or built_in_policy())
    yield staff.batch
    known = designed(calendar)
    for number in range(wish.families):
        rng = Random(f"{wish.seed}:family:{number}")
        cast = known[number] if number < len(known) else cast_family(number, rng, calendar)
        yield _family(cast, number, rng, wish, staff, calendar)


def _family(cast: Cast, number: int, rng: Random, wish: Wish, staff: Staff, calendar: Calendar) -> Batch:
    worker = staff.worker_of(number)
    former = _former(cast, number, worker, rng, staff, calendar)
    opened = calendar.at(cast.opened, time(9, 30))
    book = Book(rng, calendar, worker.id, mint(rng, opened))

    def author(day: date) -> Member:
        return former[0] if former is not None and day < former[1] else worker

    household.settle_in(cast, book)
    supports.surround(cast, book)
    roots.look_back(cast, book)
    plans.assign(cast, book, worker, former)
    history = History(cast, book, author, lambda member: staff.colleague(member, rng))
    if cast.offender:
        shelter.protect(cast, book, opened)
        shelter.confide(cast, history)
    if cast.notes:
        for spec in cast.notes:
            history.tell(spec)
        plans.described(cast, book, worker, staff.facilitators[0])
    else:
        history.this_month()
        plans.ahead(cast, book, worker, _rank(number, staff), has_full_day=number < FAMILIES_EACH)
    history.past(_budget(cast, number, rng, wish))
    _confidences(cast, number, history)
    plans.remind(cast, book, worker)
    understanding.tell(cast, book, number)
    family_plans.work_out(cast, book, worker, Random(f"{wish.seed}:plans:{number}"))
    names = tuple(dict.fromkeys(p.first for p in cast.people.values()))
    return Batch(
        cast.name,
        book.family_id,
        book.rows(),
        tuple(book.canaries),
        ordinary=(cast.name, cast.case_no, *names),
    )


def _rank(number: int, staff: Staff) -> int:
    mine = staff.worker_of(number)
    return sum(1 for before in range(number) if staff.worker_of(before).id == mine.id)


def _former(
    cast: Cast, number: int, worker: Member, rng: Random, staff: Staff, calendar: Calendar
) -> tuple[Member, date] | None:
    before = staff.colleague(worker, rng)
    span = (calendar.start - cast.opened).days
    if number < FAMILIES_EACH or span < 200 or before.id == worker.id or rng.random() > 0.2:
        return None
    return before, cast.opened + timedelta(rng.randint(60, span - 90))


def _budget(cast: Cast, number: int, rng: Random, wish: Wish) -> int:
    if wish.notes:
        return wish.notes * (number + 1) // wish.families - wish.notes * number // wish.families
    months = max((wish.start - cast.opened).days // 30, 1)
    return months * rng.randint(*A_MONTH) // 10 + 2


def _confidences(cast: Cast, number: int, history: History) -> None:
    book = history.book
    contacts = [row for row in book.rows() if row.entity == "contact" and "labels" not in row.doc]
    visits = [row for row in contacts if row.doc["method"] == "face_to_face" and row.doc["status"] == "final"]
    if not visits:
        return
    visit = book.rng.choice(visits)
    at = parse_instant(str(visit.doc["event_start"])) + timedelta(minutes=8)
    if cast.offender:
        shelter.whisper(cast, history, visit.row_id, at)
    later = min(parse_instant(str(visit.doc["finalised_at"])) + timedelta(hours=2), book.calendar.now)
    if number % 5 == 2:
        shelter.treat(cast, book, visit.row_id, later)
    if number % 9 == 3:
        shelter.report(cast, book, visit.row_id, later)
