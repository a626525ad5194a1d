"""What an invented family says about itself: a map, numbers over the months, and now and then a child's three areas."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from engage_server.sample.cast import Cast, Person
from engage_server.sample.rows import Book, Canary, members, mint
from engage_server.sample.words import resource
from engage_wire.registry import Doc

PRIVATE = "child_private_words"
COUNTS = {"worry": (2, 3), "well": (2, 3), "next": (1, 2), "strength": (1, 2), "need": (1, 2)}
SOURCES = {"parent": "family", "child": "child", "teen": "child", "kin": "kin", "worker": "worker"}
QUESTIONS = ("safe", "safe", "safe", "hope")
TALKS = 3  # one child in so many families drew and told
CRAYONS = ("blue", "green", "red", "orange", "brown")


def tell(cast: Cast, book: Book, number: int) -> None:
    """Write what the family says about itself, out of a stream of its own: nothing else in the sample moves."""
    rng = Random(f"{book.family_id}:understanding")
    words = resource("understanding")["es" if cast.language == "es" else "en"]
    voices = _voices(cast, book.calendar.start)
    days = _days(cast, book, rng)
    if not voices or not days:
        return
    for kind, (least, most) in COUNTS.items():
        fitting = [one for one in words[kind] if one["who"] == "worker" or one["who"] in voices]
        for one in rng.sample(fitting, min(len(fitting), rng.randint(least, most))):
            _statement(cast, book, rng, kind, one, voices, rng.choice(days))
    _numbers(book, rng, words["numbers"], voices, days)
    if number % TALKS == 0 and "child" in voices and not cast.offender:
        _areas(book, rng, words["areas"], rng.choice(voices["child"]), days[-1])


def _voices(cast: Cast, on: date) -> dict[str, list[Person]]:
    """Return who may have said it; whoever the family is protected from is not among them."""
    found: dict[str, list[Person]] = {}
    for person in cast.people.values():
        voice = _voice(person, on)
        if voice and person.died is None and person.key != cast.offender:
            found.setdefault(voice, []).append(person)
    return found


def _voice(person: Person, on: date) -> str:
    if person.role == "child":
        age = person.age(on)
        return "" if age < 5 else ("child" if age < 13 else "teen")
    if person.role in {"mother", "father"} and person.whereabouts == "known":
        return "parent"
    return "kin" if person.role == "kin" and person.lives in {"home", "kin"} else ""


def _days(cast: Cast, book: Book, rng: Random) -> list[date]:
    """Return three to five days since the case was opened, oldest first, none of them still to come."""
    last = book.calendar.start - timedelta(days=3)
    first = max(cast.opened + timedelta(days=7), last - timedelta(days=150))
    span = (last - first).days
    if span < 0:
        return []
    return sorted({first + timedelta(days=rng.randint(0, span)) for _ in range(rng.randint(3, 5))})


def _add(book: Book, rng: Random, entity: str, day: date, values: Doc) -> str:
    at = _moment(book, rng, day)
    return book.add(entity, at, values, row_id=mint(rng, at))


def _moment(book: Book, rng: Random, day: date) -> datetime:
    return book.calendar.before(book.calendar.at(day, time(rng.randint(15, 18), rng.randint(0, 59))))


def _statement(
    cast: Cast,
    book: Book,
    rng: Random,
    kind: str,
    one: dict[str, Any],
    voices: dict[str, list[Person]],
    day: date,
) -> None:
    speakers = [] if one["who"] == "worker" else [rng.choice(voices[one["who"]]).id]
    closed = kind in {"worry", "next", "need"} and rng.random() < 0.15
    later = min(day + timedelta(days=rng.randint(14, 40)), book.calendar.start - timedelta(days=1))
    values: Doc = {
        "kind": kind, "text": one["text"], "domain": one["domain"], "source": SOURCES[one["who"]],
        "language": "es" if cast.language == "es" else "en", "exact_words": int(one["who"] != "worker"),
        "said_by": members(*speakers) if speakers else None, "said_on": day.isoformat(),
        "priority": rng.choice((None, None, 1, 2, 3)) if kind in {"need", "next"} else None,
        "status": "resolved" if closed else "current", "closed_on": later.isoformat() if closed else None,
    }  # fmt: skip
    _add(book, rng, "statement", day, values)


def _numbers(
    book: Book, rng: Random, said: list[str], voices: dict[str, list[Person]], days: list[date]
) -> None:
    people = [person for voice in ("parent", "child", "teen", "kin") for person in voices.get(voice, [])][:4]
    question = rng.choice(QUESTIONS)
    for person in people:
        value = rng.randint(2, 6)
        for day in days:
            alone = person.role == "child" and rng.random() < 0.3
            values: Doc = {
                "person_id": person.id, "question": question, "value": value, "said_on": day.isoformat(),
                "words": rng.choice(said) if rng.random() < 0.35 else None, "alone": 1 if alone else None,
            }  # fmt: skip
            _add(book, rng, "scale_answer", day, values)
            value = min(9, max(1, value + rng.choice((-1, 0, 0, 1, 1, 2))))


def _areas(book: Book, rng: Random, words: dict[str, list[str]], child: Person, day: date) -> None:
    order = rng.sample(list(words), 3)
    decided = rng.random() < 0.5
    talk: Doc = {
        "person_id": child.id, "held_on": day.isoformat(), "area_order": ",".join(order), "read_back": 1,
        "share": rng.choice(("nobody", "everyone")) if decided else "not_decided", "labels": members(PRIVATE),
    }  # fmt: skip
    areas = _add(book, rng, "child_areas", day, talk)
    for area in order:
        text = rng.choice(words[area])
        drawn = area == order[0]
        values: Doc = {
            "areas_id": areas, "area": area, "text": text, "way": "dictated" if drawn else "wrote",
            "ink": _drawing(rng) if drawn else None, "labels": members(PRIVATE),
        }  # fmt: skip
        row = _add(book, rng, "child_words", day, values)
        book.canaries.append(Canary(text, PRIVATE, "child_words", row, "text", book.family_id))


def _drawing(rng: Random) -> str:
    """Return a child's drawing: a house, a sun, and somebody beside it."""
    left, top, wide = rng.randint(700, 1300), rng.randint(1100, 1400), rng.randint(900, 1300)
    house = [left, top, 0, 900, wide, 0, 0, -900, -wide // 2, -600, -(wide - wide // 2), 600, wide, 0]
    x = left + wide + rng.randint(300, 700)
    body = [x, 1500, 0, 450, -150, 350, 150, -350, 150, 350]
    arms = [x - 200, 1750, 200, -80, 200, 80]
    head = [x, 1350, 110, 60, -20, 120, -120, 30, -90, -90, 30, -100, 90, -20]
    sun = [3300, 450, 160, 90, 20, 160, -140, 110, -170, -60, -50, -150, 80, -120, 100, -30]
    strokes = [
        {"c": crayon, "f": 50, "p": points, "w": width}
        for crayon, points, width in (
            (rng.choice(CRAYONS), house, 34), ("black", body, 34), ("black", arms, 34), ("black", head, 34),
            ("orange", sun, 80),
        )
    ]  # fmt: skip
    return json.dumps({"v": 1, "h": 2560, "s": strokes}, sort_keys=True, separators=(",", ":"))
