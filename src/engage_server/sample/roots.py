"""Searches for whoever nobody can find, and the children's years before the case: schools, homes, people, good days.

The chances here are drawn apart from the family's own, so that everything else stays as it is for a seed.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random
from typing import Any

from engage_server.sample.cast import Cast, Person
from engage_server.sample.rows import Book, mint
from engage_server.sample.words import resource
from engage_wire.registry import Doc

FIRST_SCHOOL, OLD_ENOUGH = 5, 4
BETWEEN_SEARCHES = (20, 55)
NOON = time(12)


def look_back(cast: Cast, book: Book) -> None:
    """Write the searches of a family and the years of its eldest children."""
    rng = Random(f"{cast.case_no}:{cast.name}:roots")
    words = resource("roots")["es" if cast.language == "es" else "en"]
    second = cast.second
    if second is not None and second.whereabouts.startswith("unknown") and not cast.offender:
        _search(cast, second, book, rng, words["searches"])
    for child in cast.children[:2]:
        if _age(child, book.calendar.start) >= OLD_ENOUGH:
            _remember(cast, child, book, rng, words["years"])


def _search(cast: Cast, person: Person, book: Book, rng: Random, told: list[dict[str, str]]) -> None:
    """Write two to four searches, the newest some weeks ago; the last one may have a next step."""
    names = {"name": person.first, "parent": cast.people[cast.parent].first}
    chosen = sorted(rng.sample(range(len(told)), rng.randint(2, len(told))))
    day = book.calendar.start - timedelta(days=rng.randint(3, 75))
    for place in reversed(chosen):
        if day < cast.opened:
            break
        spec = told[place]
        values: Doc = {
            "person_id": person.id, "source": spec["source"], "source_note": spec.get("note"),
            "searched_on": day.isoformat(), "searched_by": book.by, "result": spec["result"],
            "found": spec["found"].format(**names) if "found" in spec else None, "next_step": spec.get("next_step"),
            "next_on": (day + timedelta(days=30)).isoformat() if "next_step" in spec else None,
        }  # fmt: skip
        at = book.calendar.before(book.calendar.at(day, NOON))
        book.add("search_effort", at, values, row_id=mint(rng, at))
        day -= timedelta(days=rng.randint(*BETWEEN_SEARCHES))


def _remember(cast: Cast, child: Person, book: Book, rng: Random, told: list[dict[str, Any]]) -> None:
    """Write a few roughly dated moments between birth and the case."""
    for spec in told:
        if rng.random() < 0.25:
            continue
        born, opened = child.born.year, cast.opened.year
        first = born + FIRST_SCHOOL if spec["kind"] == "school" else born + rng.randint(0, 4)
        if first > opened:
            continue
        lasts = spec["kind"] in {"school", "home"}
        until = rng.randint(first, opened) if lasts else None
        goes_on = spec["kind"] == "school"
        values: Doc = {
            "person_id": child.id, "kind": spec["kind"], "what": rng.choice(spec["whats"]),
            "with_whom": rng.choice(spec["who"]) if "who" in spec else None,
            "from_on": date(first, 1, 1).isoformat(),
            "to_on": date(until, 1, 1).isoformat() if until and not goes_on else None, "roughly": 1,
        }  # fmt: skip
        at = book.calendar.at(cast.opened + timedelta(days=rng.randint(1, 20)), NOON)
        at = book.calendar.before(at)
        book.add("timeline_entry", at, values, row_id=mint(rng, at))


def _age(child: Person, on: date) -> int:
    return (on - child.born).days // 365
