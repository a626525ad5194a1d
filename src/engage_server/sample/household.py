"""The standing facts of a family: people, roles, ties, homes, placements, how to reach them, who works with them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from engage_server.sample.cast import Cast, Person
from engage_server.sample.casting import tongue_name
from engage_server.sample.rows import Book, members
from engage_wire.codec import canonical
from engage_wire.registry import Doc

AREAS = ("518", "315", "607", "845", "585", "716")


def phone(book: Book, low: int) -> str:
    """Return an invented telephone number; `low` keeps ordinary (100) and protected (150) ones apart."""
    return f"({book.rng.choice(AREAS)}) 555-0{low + book.rng.randint(0, 49)}"


def settle_in(cast: Cast, book: Book) -> None:
    """Write the family, its case, people, roles, ties and homes."""
    opened = book.calendar.at(cast.opened, time(9, 30))
    book.add("family", opened, _family(cast), row_id=book.family_id)
    period: Doc = {
        "case_no": cast.case_no, "program": cast.program, "opened_on": cast.opened.isoformat(),
        "permanency_goal": cast.goal, "next_court_on": _court(cast, book),
    }  # fmt: skip
    book.add("case_period", opened, period)
    for person in cast.people.values():
        person.id = book.add("person", opened, _person(person))
        book.add("case_member", opened, _member(person, cast))
    for a, b, kind, quality in cast.ties:
        tie: Doc = {"a_id": cast.people[a].id, "b_id": cast.people[b].id, "type": kind, "quality": quality}
        book.add("relationship", opened, tie)
    _homes(cast, book, opened)


def _family(cast: Cast) -> Doc:
    return {
        "name": cast.name, "status": cast.status, "home_language": cast.language,
        "interpreter_need": cast.interpreter or None,
    }  # fmt: skip


def _court(cast: Cast, book: Book) -> str | None:
    if cast.program not in {"foster_care", "kinship", "adoption", "cps_investigation"}:
        return None
    return (book.calendar.start + timedelta(book.rng.randint(5, 90))).isoformat()


def _person(person: Person) -> Doc:
    return {
        "first_name": person.first, "last_name": person.last, "sex": person.sex,
        "birth_date": (person.born.replace(month=1, day=1) if person.estimated else person.born).isoformat(),
        "birth_estimated": 1 if person.estimated else 0,
        "languages": members(*person.languages), "interpreter_need": _interpreter(person), "reads_languages": members(person.languages[0]),
        "deceased_on": person.died.isoformat() if person.died else None,
    }  # fmt: skip


def _interpreter(person: Person) -> str | None:
    speaks = "en" in person.languages or person.role == "child" or person.died is not None
    return None if speaks else tongue_name(person.languages[0]) or None


def _member(person: Person, cast: Cast) -> Doc:
    gone = person.died is not None and person.role in {"mother", "father"}
    return {
        "person_id": person.id, "role": person.role, "from_on": cast.opened.isoformat(),
        "whereabouts": None if person.died else person.whereabouts, "whereabouts_note": person.note or None,
        "na_reason": "deceased" if gone else None,
    }  # fmt: skip


def _homes(cast: Cast, book: Book, opened: datetime) -> None:
    since = cast.opened.isoformat()
    parent = cast.people[cast.parent]
    home = _household(cast, book, opened, parent, cast.address)
    kin = cast.people[cast.kin]
    kin_home = "" if kin.lives == "home" else _household(cast, book, opened, kin, "")
    carer_home = _foster_home(cast, book, opened)
    where = {"home": home, "kin": kin_home, "caregiver": carer_home}
    for person in cast.people.values():
        if where.get(person.lives) and person.died is None:
            lives: Doc = {"household_id": where[person.lives], "person_id": person.id, "from_on": since}
            book.add("household_member", opened, lives)
    for child in cast.children:
        _placements(cast, child, book, where)
    _numbers(cast, book, opened)


def _household(cast: Cast, book: Book, opened: datetime, head: Person, address: str) -> str:
    point = None
    if address:
        place: Doc = {
            "person_id": head.id, "kind": "address", "value": address, "confidentiality": "actual",
            "verified_on": (cast.opened + timedelta(9)).isoformat(),
        }  # fmt: skip
        point = book.add("contact_point", opened, place)
    values: Doc = {
        "name": f"{head.first} {head.last}",
        "address_id": point,
        "from_on": cast.opened.isoformat(),
    }
    return book.add("household", opened, values)


def _foster_home(cast: Cast, book: Book, opened: datetime) -> str:
    if not any(c.lives == "caregiver" for c in cast.children):
        return ""
    carer = cast.caregiver
    person: Doc = {
        "first_name": carer["first"],
        "last_name": carer["last"],
        "sex": "female",
        "languages": members("en"),
    }
    person_id = book.add("person", opened, person)
    role: Doc = {
        "person_id": person_id,
        "role": "foster_parent",
        "from_on": cast.opened.isoformat(),
        "whereabouts": "known",
    }
    book.add("case_member", opened, role)
    number: Doc = {"person_id": person_id, "kind": "phone", "value": phone(book, 100)}
    book.add("contact_point", opened, number)
    values: Doc = {"name": f"{carer['first']} {carer['last']}", "from_on": cast.opened.isoformat()}
    household = book.add("household", opened, values)
    lives: Doc = {"household_id": household, "person_id": person_id, "from_on": cast.opened.isoformat()}
    book.add("household_member", opened, lives)
    return household


def _placements(cast: Cast, child: Person, book: Book, where: dict[str, str]) -> None:
    now = cast.placements.get(child.key, "own_home")
    since = max(cast.opened, child.born)
    at = book.rng.randint(20, 60)
    changed = since + timedelta(at)
    first = "own_home" if now in {"relative", "own_home"} else "foster"
    moved = now != first and changed < cast.opened + timedelta(200) and changed > since
    if moved:
        _placement(child, book, first, since, changed, where)
    _placement(child, book, now, changed if moved else since, None, where)


def _placement(
    child: Person,
    book: Book,
    kind: str,
    since: date,
    until: date | None,
    where: dict[str, str],
) -> None:
    place = {"relative": "kin", "own_home": "home", "trial_discharge": "home"}.get(kind, "caregiver")
    values: Doc = {
        "person_id": child.id, "kind": kind, "from_on": since.isoformat(),
        "to_on": until.isoformat() if until else None,
        "household_id": where.get(place) or None,
    }  # fmt: skip
    book.add("placement", book.calendar.at(since, time(18)), values)


def _numbers(cast: Cast, book: Book, opened: datetime) -> None:
    for person in cast.people.values():
        adult = person.role != "child" and person.died is None
        reachable = person.whereabouts in {"known", "out_of_state"} and person.lives in {
            "home",
            "other",
            "kin",
            "away",
        }
        hidden = cast.offender and person.key == cast.parent
        if adult and reachable and not hidden:
            _number(person, cast, book, opened)
        elif person.whereabouts == "incarcerated":
            values: Doc = {
                "person_id": person.id,
                "kind": "facility",
                "value": person.note,
                "confidentiality": "mailing",
            }
            book.add("contact_point", opened, values)


def _number(person: Person, cast: Cast, book: Book, opened: datetime) -> None:
    safe = safe_contact(methods=["phone", "text"], voicemail_ok=True, text_ok=True, mail_ok=True, times="any")
    values: Doc = {
        "person_id": person.id, "kind": "mobile", "value": phone(book, 100),
        "safe_contact": safe if person.key == cast.parent else None,
        "verified_on": (cast.opened + timedelta(14)).isoformat(),
    }  # fmt: skip
    book.add("contact_point", opened, values)
    if person.key == cast.parent and book.rng.random() < 0.4:
        mail = f"{person.first}.{person.last}@example.net".lower().replace(" ", "")
        book.add("contact_point", opened, {"person_id": person.id, "kind": "email", "value": mail})


def safe_contact(**words: object) -> str:
    """Write a safe-contact block."""
    return canonical(words).decode()
