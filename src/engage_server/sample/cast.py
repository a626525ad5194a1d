"""Who is in an invented family, and how it stands with the agency."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from engage_server.sample.rows import Calendar
from engage_server.sample.words import DAYS, person_slots, resource

ADULT_ROLES = ("mother", "father", "legal_guardian", "caretaker", "kin", "fictive_kin", "foster_parent")
REACHABLE = ("known", "out_of_state", "incarcerated")


@dataclass(slots=True)
class Person:
    """One person of a family. `lives` is home, other, kin, caregiver or away."""

    key: str
    first: str
    last: str
    sex: str
    born: date
    role: str
    lives: str = "home"
    languages: tuple[str, ...] = ("en",)
    whereabouts: str = "known"
    note: str = ""
    died: date | None = None
    estimated: bool = False
    id: str = ""

    def age(self, on: date) -> int:
        """Return the age in years on a day."""
        return on.year - self.born.year - ((on.month, on.day) < (self.born.month, self.born.day))


@dataclass(slots=True)
class Cast:
    """A family as the generator knows it: people, ties, places around it, and what is planned and written."""

    key: str
    name: str
    language: str
    program: str
    goal: str
    opened: date
    case_no: str
    people: dict[str, Person]
    parent: str
    other: str
    kin: str
    interpreter: str = ""
    ties: list[tuple[str, str, str, str]] = field(default_factory=list)
    placements: dict[str, str] = field(default_factory=dict)
    caregiver: dict[str, str] = field(default_factory=dict)
    offender: str = ""
    address: str = ""
    places: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: list[dict[str, Any]] = field(default_factory=list)
    appointments: list[dict[str, Any]] = field(default_factory=list)
    quiet_days: int = 0
    status: str = "open"

    @property
    def children(self) -> list[Person]:
        """Return the children the case is about, oldest first."""
        return sorted((p for p in self.people.values() if p.role == "child"), key=lambda p: p.born)

    @property
    def placed(self) -> list[Person]:
        """Return the children who live away from the parent."""
        return [
            c
            for c in self.children
            if self.placements.get(c.key, "own_home") not in {"own_home", "trial_discharge"}
        ]

    @property
    def at_home(self) -> list[Person]:
        """Return the children who live with the parent."""
        away = {c.key for c in self.placed}
        return [c for c in self.children if c.key not in away]

    @property
    def second(self) -> Person | None:
        """Return the other parent, while alive."""
        person = self.people.get(self.other)
        return person if person is not None and person.died is None else None

    def slots(
        self, language: str, worker: str, children: list[Person], on: date, rng: Random
    ) -> dict[str, str]:
        """Return everybody and everything a sentence may speak of, on a day, with these children in view."""
        found = {"worker": worker.partition(" ")[0], "day": rng.choice(DAYS[language])}
        found |= {name: rng.choice(words) for name, words in resource(f"notes_{language}")["lists"].items()}
        for name, place in self.places.items():
            found[name] = place[language]
        if self.interpreter and language == "en":
            found["tongue"] = self.interpreter.partition(";")[0]
        found |= self._carer(language)
        for head, person in self._heads(children or self.children, on, rng).items():
            found |= person_slots(head, person.first, person.sex, language)
        return found

    @property
    def kin_cares(self) -> bool:
        """Say whether the children who live elsewhere live with kin."""
        return any(self.placements.get(c.key) == "relative" for c in self.placed)

    def _carer(self, language: str) -> dict[str, str]:
        if self.placed and self.kin_cares:
            kin = self.people[self.kin]
            return person_slots("caregiver", kin.first, kin.sex, language)
        if self.placed and self.caregiver:
            return person_slots("caregiver", self.caregiver[language], "female", language)
        return {}

    def _heads(self, children: list[Person], on: date, rng: Random) -> dict[str, Person]:
        heads = {
            "parent": self.people[self.parent],
            "kin": self.people[self.kin],
            "child": rng.choice(children),
        }
        second = self.second
        if second is not None and not self.offender and second.whereabouts in REACHABLE:
            heads["other"] = second
        for head, low, high in (("baby", 0, 2), ("kid", 5, 12), ("teen", 13, 20)):
            fitting = [c for c in children if low <= c.age(on) <= high]
            if fitting:
                heads[head] = rng.choice(fitting)
        return heads


def born(age: int, start: date, rng: Random) -> date:
    """Return a birthday that makes somebody `age` years old at the start."""
    return date(start.year - age, start.month, min(start.day, 28)) - timedelta(rng.randint(3, 340))


def designed(calendar: Calendar) -> list[Cast]:
    """Return the first worker's families, the same for every seed."""
    return [_designed(entry, calendar) for entry in resource("families")["family"]]


def _designed(entry: dict[str, Any], calendar: Calendar) -> Cast:
    rng = Random(f"designed:{entry['key']}")
    people = {key: _person(key, body, calendar.start, rng) for key, body in entry["people"].items()}
    for key, body in entry["people"].items():
        if "twin" in body:
            people[key].born = people[body["twin"]].born
    names = resource("names")
    cast = Cast(
        key=entry["key"],
        name=entry["name"],
        language=entry["language"],
        program=entry["program"],
        goal=entry["goal"],
        opened=calendar.start - timedelta(entry["months"] * 30),
        case_no=entry["case_no"],
        people=people,
        parent=entry["parent"],
        other=entry["other"],
        kin=entry["kin"],
        interpreter=entry.get("interpreter", ""),
        ties=[(a, b, kind, quality) for a, b, kind, quality in entry["ties"]],
        placements=dict(entry.get("placements", {})),
        offender=entry.get("offender", ""),
        address=entry.get("address", ""),
        places={name: names[f"{name}s"][entry[name]] for name in ("school", "teacher", "doctor", "provider")},
        notes=entry.get("notes", []),
        appointments=entry.get("appointments", []),
        quiet_days=entry["quiet_days"],
    )
    if "caregiver" in entry:
        cast.caregiver = names["caregivers"][entry["caregiver"]]
    return cast


def _person(key: str, body: dict[str, Any], start: date, rng: Random) -> Person:
    died = date(body["died"], 6, 14) if "died" in body else None
    reference = died or start
    return Person(
        key=key,
        first=body["first"],
        last=body["last"],
        sex=body["sex"],
        born=born(body["age"], reference, rng),
        role=body["role"],
        lives=body.get("lives", "home"),
        languages=tuple(body["languages"]),
        whereabouts=body.get("whereabouts", "known"),
        note=body.get("note", ""),
        died=died,
        estimated=body["role"] == "kin" and body["age"] > 60,
    )
