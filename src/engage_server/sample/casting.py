"""Making families up: names, parents near and far, children, kin, programs and placements."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from engage_server.sample.cast import Cast, Person, born
from engage_server.sample.rows import Calendar
from engage_server.sample.words import resource

PROGRAMS = {
    "preventive": (35, ("remain_home",), (4, 24)),
    "foster_care": (
        30,
        ("reunification", "reunification", "adoption", "guardianship", "not_established"),
        (3, 24),
    ),
    "cps_investigation": (11, ("remain_home",), (1, 2)),
    "far": (10, ("remain_home",), (1, 5)),
    "kinship": (9, ("live_with_relatives", "guardianship", "reunification"), (4, 24)),
    "adoption": (3, ("adoption",), (8, 24)),
    "post_adoption": (2, ("adoption",), (3, 12)),
}
OTHER_IS = {
    "known": 44, "out_of_state": 16, "incarcerated": 14, "unknown_search_open": 14, "unknown_search_exhausted": 4,
    "dead": 5, "together": 3,
}  # fmt: skip
PLACED_AS = {
    "foster": 50,
    "relative": 25,
    "therapeutic_foster": 10,
    "trial_discharge": 8,
    "group": 4,
    "qrtp": 3,
}
COUNTS = {1: 34, 2: 33, 3: 20, 4: 9, 5: 4}
DV_SHARE = 0.12


def draw(rng: Random, weights: dict[Any, int]) -> Any:
    """Return one key, by weight."""
    return rng.choices(list(weights), list(weights.values()))[0]


def cast_family(number: int, rng: Random, calendar: Calendar) -> Cast:
    """Return the `number`th made-up family."""
    names = resource("names")
    cultures = names["culture"]
    culture = cultures[draw(rng, {key: body["weight"] for key, body in cultures.items()})]
    language = culture["languages"][0] if rng.random() < 0.75 else "en"
    program = draw(rng, {key: body[0] for key, body in PROGRAMS.items()})
    _, goals, (least, most) = PROGRAMS[program]
    months = rng.randint(least, most)
    people = _people(culture, language, rng, calendar.start)
    parent, other = people["parent"], people["other"]
    apart = parent.last != other.last and rng.random() < 0.3
    cast = Cast(
        key=f"family-{number}",
        name=f"{parent.last}–{other.last}" if apart else parent.last,
        language=language,
        program=program,
        goal=rng.choice(goals),
        opened=calendar.start - timedelta(months * 30 + rng.randint(0, 20)),
        case_no=f"JC-{calendar.start.year % 100 - (months > 11):02d}-{number + 1000:04d}",
        people=people,
        parent="parent",
        other="other",
        kin="kin",
        interpreter="" if language == "en" else rng.choice(("", tongue_name(language))),
        places={name: rng.choice(names[f"{name}s"]) for name in ("school", "teacher", "doctor", "provider")},
        status="closing" if rng.random() < 0.05 else "open",
    )
    cast.address = f"{rng.randint(3, 890)} {rng.choice(names['places']['streets'])}, {rng.choice(names['places']['towns'])}"
    _place(cast, rng, names)
    _settle_other(cast, rng, names)
    _tie(cast, rng)
    return cast


def tongue_name(language: str) -> str:
    """Return what a brief calls the language a family speaks at home."""
    return {
        "es": "Spanish", "ht": "Haitian Creole", "zh": "Mandarin", "vi": "Vietnamese", "ar": "Arabic", "pl": "Polish",
        "so": "Somali", "ne": "Nepali",
    }.get(language, "")  # fmt: skip


def _people(culture: dict[str, Any], language: str, rng: Random, start: date) -> dict[str, Person]:
    sex = "female" if rng.random() < 0.84 else "male"
    other_sex = "male" if sex == "female" else "female"
    ages = sorted((rng.randint(0, 17) for _ in range(draw(rng, COUNTS))), reverse=True)
    first_names = {s: rng.sample(culture[s], min(len(culture[s]), 7)) for s in ("female", "male")}
    last, other_last = rng.sample(culture["family"], 2)
    tongues = tuple(dict.fromkeys((language, *culture["languages"])))
    parent_age = max(ages) + rng.randint(17, 31)
    people = {
        "parent": Person("parent", first_names[sex].pop(), last, sex, born(parent_age, start, rng),
                         "mother" if sex == "female" else "father", languages=tongues),
        "other": Person("other", first_names[other_sex].pop(), other_last, other_sex,
                        born(parent_age + rng.randint(-3, 7), start, rng),
                        "father" if sex == "female" else "mother", "other", tongues),
    }  # fmt: skip
    for n, age in enumerate(ages):
        child_sex = rng.choice(("female", "male"))
        first = first_names[child_sex].pop() if first_names[child_sex] else rng.choice(culture[child_sex])
        child_last = last if rng.random() < 0.5 else other_last
        people[f"child{n}"] = Person(
            f"child{n}", first, child_last, child_sex, born(age, start, rng), "child", "home", tongues
        )
    elder = rng.choice(("female", "female", "male"))
    people["kin"] = Person(
        "kin", rng.choice(culture[f"elder_{elder}"]), last, elder, born(parent_age + rng.randint(19, 30), start, rng),
        "kin", "kin", tongues[:1], estimated=rng.random() < 0.3,
    )  # fmt: skip
    return people


def _place(cast: Cast, rng: Random, names: dict[str, Any]) -> None:
    if cast.program not in {"foster_care", "adoption", "kinship"}:
        return
    cast.caregiver = rng.choice(names["caregivers"])
    together = "relative" if cast.program == "kinship" else draw(rng, PLACED_AS)
    for child in cast.children:
        kind = together if rng.random() < 0.8 or cast.program == "kinship" else draw(rng, PLACED_AS)
        if kind in {"group", "qrtp"} and child.age(cast.opened) < 12:
            kind = "foster"
        cast.placements[child.key] = kind
        if kind == "relative":
            child.lives = "kin"
        elif kind != "trial_discharge":
            child.lives = "caregiver"


def _settle_other(cast: Cast, rng: Random, names: dict[str, Any]) -> None:
    other = cast.people["other"]
    if rng.random() < DV_SHARE:
        cast.offender, cast.address = "other", ""
        return
    is_ = draw(rng, OTHER_IS)
    if is_ == "dead":
        other.died, other.lives = cast.opened - timedelta(rng.randint(200, 2500)), "away"
    elif is_ == "together":
        other.lives = "home"
    elif is_ != "known":
        other.whereabouts, other.lives = is_, "away"
    if is_ == "incarcerated":
        other.note = rng.choice(names["places"]["facilities"])
    elif is_ == "out_of_state":
        other.note = rng.choice(names["places"]["states"])


def _tie(cast: Cast, rng: Random) -> None:
    other = cast.people["other"]
    by_birth = "birth" if cast.program != "post_adoption" else "adoptive"
    for child in cast.children:
        cast.ties.append(
            ("parent", child.key, by_birth, rng.choice(("close", "close", "ordinary", "conflict")))
        )
        kind = rng.choice(("birth", "birth", "acknowledged", "putative", "adjudicated"))
        kind = "birth" if other.sex == "female" else kind
        cast.ties.append(("other", child.key, kind, rng.choice(("ordinary", "distant", "close", "distant"))))
    if other.died is None and not cast.offender:
        kind = "partners" if other.lives == "home" else rng.choice(("separated", "divorced", "separated"))
        cast.ties.append(("parent", "other", kind, rng.choice(("ordinary", "distant", "conflict"))))
    cast.ties.append(("kin", "parent", "birth", rng.choice(("close", "ordinary", "conflict"))))
    children = cast.children
    cast.ties += [(a.key, b.key, "sibling", "close") for a, b in pairwise(children)]
