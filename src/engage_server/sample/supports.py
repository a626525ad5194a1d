"""What stands round a family, as it told it: kin at the heart, people nearby, places and services further out."""

from __future__ import annotations

from datetime import date, time, timedelta
from random import Random
from typing import Any

from engage_server.sample.cast import Cast, Person
from engage_server.sample.rows import Book, members, mint
from engage_server.sample.words import resource
from engage_wire.registry import Doc

NEARBY = (3, 5)
OLD_ENOUGH = 6


def surround(cast: Cast, book: Book) -> None:
    """Write an ecomap of the family, and the beginning of one for the oldest child who can say it.

    It has chance of its own, so that everything else in a sample stays as it is for its seed.
    """
    rng = Random(f"{book.family_id}:supports")
    since = max(cast.opened, book.calendar.start - timedelta(200))
    day = min(since + timedelta(rng.randint(10, 60)), book.calendar.start - timedelta(3))
    parent = cast.people[cast.parent]
    kin = cast.people[cast.kin]
    if kin.died is None and kin.key != cast.offender and kin.id != parent.id:
        held: Doc = {"person_id": kin.id, "name": kin.first, "kind": "kin", "strength": "strong"}
        _add(book, rng, day, held | {"flow": "both", "circle": 1, "said_by": members(parent.id)})
    known = resource("supports")
    chosen = rng.sample(known["round"], rng.randint(*NEARBY))
    places = {"school": cast.children, "doctor": cast.children, "provider": [] if cast.offender else [parent]}
    for name, who in places.items():
        if who:
            _add(book, rng, day, _told(cast, known["places"][name], cast.places[name], parent))
    for body in chosen:
        _add(book, rng, day, _told(cast, body, body, parent))
    child = next((c for c in cast.children if c.age(book.calendar.start) >= OLD_ENOUGH), None)
    if child is not None:
        told = _told(cast, known["child"], cast.places["teacher"], child)
        _add(book, rng, day, {**told, "about_id": child.id})


def _told(cast: Cast, body: dict[str, Any], name: dict[str, str], said_by: Person) -> Doc:
    words = name["es" if cast.language == "es" else "en"]
    return {
        "name": words[:1].upper() + words[1:],
        "kind": body["kind"],
        "strength": body["strength"],
        "flow": body["flow"],
        "stressful": 1 if body.get("stressful") else 0,
        "circle": body["circle"],
        "said_by": members(said_by.id),
    }


def _add(book: Book, rng: Random, day: date, values: Doc) -> None:
    at = book.calendar.at(day, time(16, rng.randint(0, 59)))
    book.add("support", at, values, row_id=mint(rng, at))
