"""The kinds of contact an agency writes down, and when each is believable."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from engage_server.sample.cast import Cast, Person
from engage_server.sample.words import resource


@dataclass(frozen=True, slots=True)
class KindOf:
    """One kind of contact. `who` names roles: parent, children, home, placed, one, kin, caregiver, other, outside."""

    name: str
    method: str
    types: tuple[str, ...]
    purposes: tuple[str, ...]
    location: str
    who: tuple[str, ...]
    minutes: tuple[int, int]
    words: str
    sees_children: bool = False
    attempted: bool = False

    @property
    def is_visit(self) -> bool:
        """Say whether the note is written by topics, as a home visit is."""
        return self.words == "visit"


def _kind(
    name: str,
    method: str,
    types: str,
    purposes: str,
    location: str,
    who: str,
    minutes: tuple[int, int],
    words: str = "",
    *,
    sees: bool = False,
    attempted: bool = False,
) -> KindOf:
    return KindOf(
        name, method, tuple(types.split()), tuple(purposes.split()), location, tuple(who.split()), minutes,
        words or f"kind.{name}", sees, attempted,
    )  # fmt: skip


F2F = "face_to_face"
KINDS = {
    kind.name: kind
    for kind in (
        _kind("visit_home", F2F, "home_visit casework_contact caseworker_child_visit", "safety risk assess_needs engagement review_progress", "child_residence", "parent home kin?", (35, 75), "visit", sees=True),
        _kind("visit_placement", F2F, "caseworker_child_visit foster_parent", "safety permanency assess_needs", "child_residence", "placed caregiver", (30, 60), "kind.visit_placement", sees=True),
        _kind("visit_parent", F2F, "home_visit casework_contact", "review_progress develop_plan engagement", "parent_home", "parent kin?", (30, 60), "visit"),
        _kind("visit_kin", F2F, "caseworker_child_visit casework_contact", "safety engagement", "relative_home", "one kin", (30, 50), "visit", sees=True),
        _kind("visit_school", F2F, "caseworker_child_visit collateral", "safety assess_needs", "school", "one outside", (20, 40), "kind.collateral_school", sees=True),
        _kind("visit_clinic", F2F, "caseworker_child_visit provider", "assess_needs service_coordination", "provider", "one parent outside", (25, 50), "kind.collateral_doctor", sees=True),
        _kind("visit_hospital", F2F, "casework_contact provider", "crisis safety", "hospital", "one parent outside", (40, 90), "kind.collateral_doctor", sees=True),
        _kind("visit_car", F2F, "casework_contact", "engagement transition", "vehicle", "parent", (20, 45), "visit"),
        _kind("visit_community", F2F, "casework_contact", "engagement visiting", "community", "parent kin?", (30, 60), "visit"),
        _kind("visit_office", F2F, "casework_contact", "develop_plan service_coordination", "office", "parent", (30, 60), "visit"),
        _kind("phone", "phone", "casework_contact", "engagement review_progress", "remote", "parent", (4, 22)),
        _kind("text", "text", "casework_contact", "engagement", "remote", "parent", (1, 3)),
        _kind("email", "email", "casework_contact", "service_coordination", "remote", "parent", (3, 8)),
        _kind("letter", "letter", "notification", "visiting engagement", "remote", "", (5, 15)),
        _kind("video", "video", "casework_contact parent_child_visit", "visiting", "remote", "other one", (10, 35)),
        _kind("collateral_school", "phone", "collateral", "assess_needs service_coordination", "remote", "outside", (6, 20)),
        _kind("collateral_doctor", "phone", "collateral provider", "assess_needs", "remote", "outside", (5, 15)),
        _kind("parent_child_visit", F2F, "parent_child_visit", "visiting permanency", "visit_site", "parent placed", (55, 120), sees=True),
        _kind("sibling_visit", F2F, "sibling_visit", "visiting", "community", "children caregiver", (60, 150), sees=True),
        _kind("family_meeting", F2F, "family_meeting", "develop_plan engagement", "community", "parent kin children outside", (90, 190)),
        _kind("service_plan_review", F2F, "service_plan_review", "review_progress permanency", "office", "parent kin? outside", (45, 80)),
        _kind("case_conference", F2F, "case_conference", "service_coordination permanency", "office", "outside", (40, 70)),
        _kind("supervisory", F2F, "supervisory", "review_progress risk", "office", "", (20, 50)),
        _kind("court", F2F, "court", "permanency", "court", "parent outside", (30, 180)),
        _kind("provider", "phone", "provider collateral", "service_coordination", "remote", "outside", (6, 20)),
        _kind("foster_parent", "phone", "foster_parent", "assess_needs visiting", "remote", "caregiver", (8, 25)),
        _kind("diligent_search", "phone", "diligent_search", "kin_search", "remote", "kin?", (15, 60)),
        _kind("correctional", F2F, "casework_contact", "engagement visiting", "correctional", "other", (25, 45)),
        _kind("far_parent", "phone", "casework_contact", "engagement develop_plan", "remote", "other", (8, 30)),
        _kind("visit_second", F2F, "casework_contact", "engagement assess_needs develop_plan", "office", "other", (25, 60)),
        _kind("phone_second", "phone", "casework_contact", "engagement", "remote", "other", (4, 20)),
        _kind("notification", "letter", "notification", "transition", "remote", "", (5, 15)),
        _kind("summary", "email", "summary", "review_progress closing", "office", "", (30, 60)),
        _kind("attempted_face_to_face", "attempted_face_to_face", "home_visit", "safety", "child_residence", "-parent", (5, 15), attempted=True),
        _kind("attempted_phone", "attempted_phone", "casework_contact", "engagement", "remote", "-parent", (1, 4), attempted=True),
        _kind("missed", "attempted_face_to_face", "home_visit caseworker_child_visit", "safety", "child_residence", "-children", (1, 5), "missed", attempted=True),
        _kind("other", F2F, "other", "service_coordination", "office", "parent", (5, 20)),
    )
}  # fmt: skip
OFTEN = {
    "visit_home": 12, "visit_placement": 8, "visit_parent": 7, "visit_kin": 3, "visit_school": 4, "visit_clinic": 2,
    "visit_hospital": 1, "visit_car": 2, "visit_community": 3, "visit_office": 4, "phone": 20, "text": 10, "email": 4,
    "letter": 2, "video": 3, "collateral_school": 8, "collateral_doctor": 5, "parent_child_visit": 11,
    "sibling_visit": 3, "family_meeting": 2, "service_plan_review": 2, "case_conference": 2, "supervisory": 3,
    "court": 2, "provider": 6, "foster_parent": 6, "diligent_search": 5, "correctional": 4, "far_parent": 6, "visit_second": 7, "phone_second": 8,
    "notification": 1, "summary": 1, "attempted_face_to_face": 4, "attempted_phone": 5, "missed": 2, "other": 2,
}  # fmt: skip
AWAY = ("visit_school", "visit_kin", "visit_clinic")


def believable(kind: KindOf, cast: Cast, on: date) -> bool:
    """Say whether a family could have this kind of contact on a day."""
    second, school_age = cast.second, any(c.age(on) >= 5 for c in cast.children)
    where = second.whereabouts if second is not None else ""
    tests = {
        "visit_home": bool(cast.at_home),
        "visit_placement": bool(cast.placed),
        "parent_child_visit": bool(cast.placed),
        "foster_parent": bool(cast.placed and (cast.caregiver or cast.kin_cares)),
        "sibling_visit": len(cast.children) > 1 and bool(cast.placed),
        "visit_school": school_age,
        "collateral_school": school_age,
        "diligent_search": where.startswith("unknown"),
        "correctional": where == "incarcerated",
        "visit_second": where == "known",
        "phone_second": where in {"known", "out_of_state"},
        "video": where in {"out_of_state", "incarcerated"} and not cast.offender,
        "far_parent": where == "out_of_state" and not cast.offender,
        "court": cast.program in {"foster_care", "kinship", "adoption", "cps_investigation"},
    }
    return tests.get(kind.name, True)


def weights(cast: Cast, on: date, *, without_children: bool = False) -> dict[str, int]:
    """Return how often each believable kind happens."""
    return {
        name: often
        for name, often in OFTEN.items()
        if believable(KINDS[name], cast, on)
        and not (without_children and (KINDS[name].sees_children or name in {"missed", "family_meeting"}))
    }


def monthly(cast: Cast) -> str:
    """Return the kind that sees the children where they live."""
    return "visit_home" if cast.at_home else "visit_placement"


def location_of(kind: KindOf, cast: Cast, children: list[Person]) -> str:
    """Return where it happened: at a relative's when a child is placed there and is visited there."""
    if kind.name == "visit_parent" and not cast.placed:
        return "child_residence"
    if (
        kind.name == "visit_kin"
        and children
        and all(cast.placements.get(c.key) == "relative" for c in children)
    ):
        return "child_residence"
    return kind.location


def outsiders(kind: KindOf, cast: Cast, rng: Random) -> tuple[str, ...]:
    """Return people outside the family who took part, by name."""
    place = {name: body["en"] for name, body in cast.places.items()}
    options = {
        "visit_school": (place["teacher"],),
        "collateral_school": (place["teacher"],),
        "visit_clinic": (place["doctor"],),
        "collateral_doctor": (place["doctor"],),
        "visit_hospital": (place["doctor"],),
        "provider": (place["provider"],),
        "court": ("Attorney for the child", "Judge Marchand"),
        "family_meeting": (rng.choice(resource("names")["staff"]["facilitators"]), "Rev. Ortiz"),
    }
    return options.get(kind.name, ("Attorney for the child", place["provider"]))
