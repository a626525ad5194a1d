"""What families work on: plans in their own words, steps of both sides, services asked for, and ideas of their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from engage_server.sample.cast import Cast, Person
from engage_server.sample.rows import Book, members
from engage_server.sample.staff import Member
from engage_server.sample.words import resource
from engage_wire.clock import instant
from engage_wire.registry import Doc

FATES = ("done", "done", "going", "going", "not_started", "stuck")
NEW_FATES = ("going", "not_started", "not_started")
SERVICE_FATES = ("asked", "offered", "considered", "referred", "waitlisted", "active", "active", "completed", "not_available", "declined")  # fmt: skip
SETTLED = frozenset({"referred", "waitlisted", "active", "completed"})


@dataclass(slots=True)
class _Writing:
    cast: Cast
    book: Book
    worker: Member
    rng: Random
    words: dict[str, Any]
    names: dict[str, str]

    def say(self, text: str) -> str:
        for name, word in self.names.items():
            text = text.replace("{" + name + "}", word)
        return text

    def who(self, key: str) -> Person:
        cast = self.cast
        if key == "child":
            return next(
                (c for c in cast.children if c.age(self.book.calendar.start) >= 5), cast.people[cast.parent]
            )
        if key == "kin" and cast.kin in cast.people and cast.people[cast.kin].died is None:
            return cast.people[cast.kin]
        return cast.people[cast.parent]


def work_out(cast: Cast, book: Book, worker: Member, rng: Random) -> None:
    """Write what a family works on. Where there is danger between two adults, the plan is one parent's alone."""
    if not cast.children or cast.parent not in cast.people:
        return
    language = cast.language if cast.language == "es" else "en"
    writing = _Writing(cast, book, worker, rng, resource(f"plans_{language}"), {})
    youngest = cast.children[-1]
    writing.names = {
        "parent": cast.people[cast.parent].first,
        "kin": writing.who("kin").first,
        "child": youngest.first,
    }
    age = (book.calendar.start - cast.opened).days
    if age >= 14:
        _service_plan(writing, min(age - 3, rng.randint(10, 120)), language)
    if cast.program in {"cps_investigation", "far", "preventive"} and age >= 10 and rng.random() < 0.4:
        _safety_plan(writing, rng.randint(2, 9), language)
    _services(writing, min(age, 60))
    _ideas(writing, min(age, 30), language)


def _moment(writing: _Writing, day: date, hour: int = 15) -> datetime:
    return writing.book.calendar.before(writing.book.calendar.at(day, time(hour, 20)))


def _service_plan(writing: _Writing, days_ago: int, language: str) -> None:
    rng, book, cast = writing.rng, writing.book, writing.cast
    made = book.calendar.start - timedelta(days_ago)
    is_agreed = days_ago > 20 and rng.random() < 0.7
    review = book.calendar.start + timedelta(rng.choice((3, 12, 25, 40)))
    parent = cast.people[cast.parent]
    values: Doc = {
        "kind": "service", "number": 1, "status": "agreed" if is_agreed else "draft", "language": language,
        "review_on": review.isoformat(), "for_person_id": parent.id if cast.offender else None,
        "offered_at": instant(_moment(writing, made + timedelta(2))) if is_agreed else None,
    }  # fmt: skip
    at = _moment(writing, made)
    plan_id = book.add("plan", at, values, by=writing.worker.id)
    goals = rng.sample(writing.words["goals"], rng.randint(2, 3))
    for place, goal in enumerate(goals):
        _goal(writing, plan_id, place, goal, at, FATES if is_agreed else NEW_FATES)
    if is_agreed:
        _stand(
            writing, plan_id, parent, rng.choice(("agree", "agree", "with_reservations")), made + timedelta(3)
        )
        kin = writing.who("kin")
        if kin is not parent:
            _stand(writing, plan_id, kin, "agree", made + timedelta(3))


def _goal(
    writing: _Writing, plan_id: str, place: int, goal: dict[str, Any], at: datetime, fates: tuple[str, ...]
) -> None:
    language = "es" if writing.cast.language == "es" else "en"
    said: Doc = {
        "plan_id": plan_id, "place": place, "words": writing.say(goal["words"]),
        "words_by": writing.who(goal["by"]).id, "language": language, "agency_words": goal.get("agency"),
        "status": "open",
    }  # fmt: skip
    goal_id = writing.book.add("goal", at + timedelta(minutes=3 + place), said, by=writing.worker.id)
    for number, step in enumerate(goal["steps"]):
        _step(writing, (plan_id, goal_id), number, step, at + timedelta(minutes=10 + number), fates)


def _safety_plan(writing: _Writing, days_ago: int, language: str) -> None:
    rng, book, cast = writing.rng, writing.book, writing.cast
    start = book.calendar.start - timedelta(days_ago)
    kin, parent = writing.who("kin"), cast.people[cast.parent]
    values: Doc = {
        "kind": "safety", "number": 1, "status": "agreed", "language": language,
        "concern": writing.say(rng.choice(writing.words["safety"]["concerns"])),
        "adult_ids": members(kin.id), "start_on": start.isoformat(),
        "review_on": (start + timedelta(14)).isoformat(), "end_on": (start + timedelta(30)).isoformat(),
        "for_person_id": parent.id if cast.offender else None,
        "offered_at": instant(_moment(writing, start)),
    }  # fmt: skip
    at = _moment(writing, start, 11)
    plan_id = book.add("plan", at, values, by=writing.worker.id)
    for number, step in enumerate(writing.words["safety"]["steps"]):
        _step(writing, (plan_id, ""), number, step, at + timedelta(minutes=4 + number), ("going",))
    _stand(writing, plan_id, parent, "agree", start)


def _step(
    writing: _Writing,
    where: tuple[str, str],
    place: int,
    step: dict[str, Any],
    at: datetime,
    fates: tuple[str, ...],
) -> None:
    rng, book = writing.rng, writing.book
    status = rng.choice(fates)
    days = step.get("days")
    values: Doc = {
        "plan_id": where[0], "goal_id": where[1] or None, "place": place, "side": step["side"],
        "what": writing.say(step["what"]), "when_words": step.get("when"),
        "by_when": (book.calendar.start + timedelta(days)).isoformat() if days else None,
        "how_we_know": writing.say(step["know"]), "plan_b": writing.say(step["hard"]) if "hard" in step else None,
        "status": status,
        "closed_on": (book.calendar.start - timedelta(rng.randint(1, 6))).isoformat() if status == "done" else None,
    }  # fmt: skip
    if step["side"] == "agency":
        values["who_user_id"] = writing.worker.id
    else:
        values["who_person_id"] = writing.who(step["who"]).id
    book.add("action_step", at, values, by=writing.worker.id)


def _stand(writing: _Writing, plan_id: str, person: Person, stand: str, day: date) -> None:
    values: Doc = {
        "plan_id": plan_id, "person_id": person.id, "position": stand, "words": writing.words["stands"][stand],
        "said_on": min(day, writing.book.calendar.start).isoformat(),
    }  # fmt: skip
    writing.book.add("plan_position", _moment(writing, day, 16), values, by=writing.worker.id)


def _services(writing: _Writing, most_days: int) -> None:
    rng, book = writing.rng, writing.book
    for one in rng.sample(writing.words["services"]["asked"], rng.randint(1, 3)):
        asked = book.calendar.start - timedelta(rng.randint(1, max(2, most_days)))
        status = rng.choice(SERVICE_FATES)
        later = min(asked + timedelta(rng.randint(1, 12)), book.calendar.start)
        values: Doc = {
            "what": writing.say(one["what"]), "asked_by": writing.who(rng.choice(("parent", "kin"))).id,
            "asked_on": asked.isoformat(), "status": status, "consent": 1 if status in SETTLED else None,
            "provider": one["provider"] if status not in {"asked", "not_available"} else None,
            "answer": one["answer"] if status in {"offered", "active", "completed"} else None,
            "barrier": one["barrier"] if status in {"not_available", "waitlisted"} else None,
            "referred_on": later.isoformat() if status in SETTLED else None,
            "started_on": later.isoformat() if status in {"active", "completed"} else None,
            "ended_on": book.calendar.start.isoformat() if status == "completed" else None,
            "next_on": (book.calendar.start + timedelta(rng.randint(3, 40))).isoformat() if status in {"considered", "waitlisted", "not_available"} else None,
        }  # fmt: skip
        book.add("service_referral", _moment(writing, asked), values, by=writing.worker.id)


def _ideas(writing: _Writing, most_days: int, language: str) -> None:
    rng, book = writing.rng, writing.book
    for words in rng.sample(writing.words["ideas"]["said"], rng.randint(1, 2)):
        day = book.calendar.start - timedelta(rng.randint(1, max(2, most_days)))
        values: Doc = {
            "kind": "idea", "text": writing.say(words), "language": language, "source": "family",
            "exact_words": 1, "said_by": members(writing.cast.people[writing.cast.parent].id),
            "said_on": day.isoformat(), "status": "current",
        }  # fmt: skip
        book.add("statement", _moment(writing, day), values, by=writing.worker.id)
