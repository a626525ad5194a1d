"""Families in which one adult is not safe from another: what is protected, and from whom."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random

from engage_server.sample.cast import Cast
from engage_server.sample.history import History
from engage_server.sample.household import phone, safe_contact
from engage_server.sample.notes import PHRASES, Note, kind_named, write
from engage_server.sample.rows import Book, Canary, members
from engage_server.sample.words import fill, person_slots, resource
from engage_wire.clock import instant
from engage_wire.registry import Doc

DV, ADDRESS = "dv_protected", "address_confidential"


def protect(cast: Cast, book: Book, opened: datetime) -> None:
    """Write the survivor's protected address, number and tie; one address in three is a substitute one."""
    rng, hidden = book.rng, resource("names")["hidden"]
    survivor, offender = cast.people[cast.parent], cast.people[cast.offender]
    guard: Doc = {"labels": members(DV, ADDRESS), "hide_from": members(offender.id)}
    point: Doc = {"person_id": survivor.id, "kind": "address"}
    if rng.random() < 0.33:
        box = f"PO Box 1110-{rng.randint(1000, 9999)}, Albany NY 12201"
        book.add("contact_point", opened, point | {"value": box, "confidentiality": "substitute_acp"})
    else:
        street = f"{rng.randint(101, 989)} {rng.choice(hidden['streets'])} {rng.choice(hidden['kinds'])}"
        values = (
            point
            | guard
            | {
                "value": f"{street}, {rng.choice(resource('names')['places']['towns'])}",
                "confidentiality": "withheld",
            }
        )
        row = book.add("contact_point", opened, values)
        book.guard(ADDRESS, ("contact_point", row, "value"), street, hidden=(offender.id,))
    _number(cast, book, opened)
    tie: Doc = {
        "a_id": survivor.id, "b_id": offender.id, "type": "separated", "quality": "unsafe",
        "labels": members(DV), "hide_from": members(offender.id),
    }  # fmt: skip
    book.add("relationship", opened, tie)


def _number(cast: Cast, book: Book, opened: datetime) -> None:
    survivor, offender = cast.people[cast.parent], cast.people[cast.offender]
    number, word = (
        phone(book, 150),
        f"{book.rng.choice(('heron', 'lantern', 'plum', 'sparrow', 'thimble'))}-{book.rng.randint(210, 989)}",
    )
    note = PHRASES["es" if cast.language == "es" else "en"].at("protected.safe_contact_note")
    block = safe_contact(
        methods=["phone"], times="weekday mornings", voicemail_ok=False, text_ok=False, mail_ok=False,
        leave_agency_name=False, identity_cover="dentist", code_word=word, others_read_device=True, note=str(note),
    )  # fmt: skip
    values: Doc = {
        "person_id": survivor.id, "kind": "mobile", "value": number, "safe_contact": block,
        "labels": members(DV), "hide_from": members(offender.id), "verified_on": (cast.opened + timedelta(30)).isoformat(),
    }  # fmt: skip
    row = book.add("contact_point", opened, values)
    book.guard(DV, ("contact_point", row, "value"), number, hidden=(offender.id,))
    book.guard(DV, ("contact_point", row, "safe_contact"), word, hidden=(offender.id,))


def confide(cast: Cast, history: History) -> None:
    """Write the contacts held in private, and what a child or a provider told in confidence."""
    book = history.book
    days = book.calendar.working_days(cast.opened, book.calendar.start - timedelta(max(cast.quiet_days, 2)))
    for day in sorted(book.rng.sample(days, min(len(days), book.rng.randint(1, 4)))):
        _private_contact(cast, history, day)


def _private_contact(cast: Cast, history: History, day: date) -> None:
    book, hidden = history.book, resource("names")["hidden"]
    rng, author = book.rng, history.author(day)
    haven, advocate = rng.choice(hidden["havens"]), rng.choice(hidden["advocates"])
    from_him = (cast.people[cast.offender].id,)
    start = history.hour("visit_office", day)
    note = Note(
        kind_named("visit_office"), start, start + timedelta(minutes=rng.randint(25, 60)), author,
        language="es" if cast.language == "es" and author.bilingual else "en",
        present=[cast.people[cast.parent]], others=(advocate,), location="confidential", location_note=haven,
        topics=("safety",), elements=("understand",), labels=(DV,), hide_from=from_him,
    )  # fmt: skip
    said = _confided(note, cast, {"haven": haven, "advocate": advocate}, rng)
    contact = write(note, cast, book)
    history.written += 1
    advocates = ("contact_participant", book.latest("contact_participant"), "other_name")
    book.guard(DV, ("contact", contact, "location_note"), haven, hidden=from_him)
    book.guard(DV, ("contact_body", contact, "family_said"), *said, hidden=from_him)
    book.guard(DV, advocates, advocate, hidden=from_him)


def _confided(note: Note, cast: Cast, hidden: dict[str, str], rng: Random) -> list[str]:
    phrases, offender = PHRASES[note.language], cast.people[cast.offender]
    slots = cast.slots(note.language, note.author.name, [], note.start.date(), rng) | hidden
    slots |= person_slots("offender", offender.first, offender.sex, note.language)
    said = phrases.some(rng, "protected.contact", slots, 2)
    note.body = {
        "family_said": " ".join(said),
        "assessment": phrases.one(rng, "protected.protected_assessment", slots),
        "other": phrases.one(rng, "protected.note", slots),
    }
    return said


def whisper(cast: Cast, history: History, contact: str, at: datetime) -> None:
    """Write what a child said in confidence during an ordinary contact."""
    book = history.book
    children = [c for c in cast.children if c.age(at.date()) >= 5]
    if not children:
        return
    child = book.rng.choice(children)
    language = "es" if cast.language == "es" else "en"
    text = book.rng.choice(PHRASES[language].at("protected.private_words"))
    hidden = (cast.people[cast.offender].id,)
    values: Doc = {
        "contact_id": contact, "at": instant(at), "kind": "said", "person_id": child.id, "text": text,
        "labels": members("child_private_words"), "hide_from": members(*hidden),
    }  # fmt: skip
    row = book.add("mark", at, values)
    book.canaries.append(Canary(text, "child_private_words", "mark", row, "text", book.family_id, hidden))


def treat(cast: Cast, book: Book, contact: str, at: datetime) -> None:
    """Write what a treatment programme may confirm, as its own protected row beside a contact."""
    phrases, rng = PHRASES["en"], book.rng
    slots = cast.slots("en", "", [], at.date(), rng) | {"week": str(rng.randint(3, 40))}
    text = phrases.one(rng, "protected.sud", slots)
    values: Doc = {
        "contact_id": contact, "text": text, "author_id": book.by, "written_at": instant(at),
        "labels": members("sud_part2"),
    }  # fmt: skip
    row = book.add("addendum", at, values)
    book.guard("sud_part2", ("addendum", row, "text"), text)


def report(cast: Cast, book: Book, contact: str, at: datetime) -> None:
    """Write who made the report, for the supervisor alone."""
    hidden = resource("names")["hidden"]
    name = book.rng.choice(hidden["reporters"])
    slots = {"reporter": name, "school": cast.places["school"]["en"]}
    text = fill(PHRASES["en"].at("protected.reporter")[0], slots)
    values: Doc = {
        "contact_id": contact, "text": text, "author_id": book.by, "written_at": instant(at),
        "labels": members("reporter_identity"),
    }  # fmt: skip
    row = book.add("addendum", at, values)
    book.guard("reporter_identity", ("addendum", row, "text"), name)
