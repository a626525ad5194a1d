"""A family with a long story: what was said, a plan and who stood where, a service, a home, a search, a photo."""

from __future__ import annotations

from tests.support import families
from tests.support.planting import key

from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_wire.registry import Value

PLAN, POSITION, GOAL = (key(kind, "alvarez", "story") for kind in ("plan", "plan_position", "goal"))
STATEMENT, SCALE, SERVICE = (
    key(kind, "alvarez", "story") for kind in ("statement", "scale_answer", "service")
)
LIFE, SEARCH, PAPER = (
    key(kind, "alvarez", "story") for kind in ("timeline_entry", "search_effort", "attachment")
)
HIDDEN = key("statement", "alvarez", "hidden")


def ids(*people: str) -> str:
    return records.member_text(people)


def tell_more(desk: Desk) -> None:
    """Write one record of every kind the story tells besides contacts."""
    said: dict[str, tuple[str, dict[str, Value]]] = {
        STATEMENT: ("statement", {
            "kind": "worry", "text": "The stairs have no light and the little ones fall.", "domain": "housing",
            "source": "family", "exact_words": 1, "said_by": ids(families.MARISOL), "said_on": "2026-11-10",
        }),
        HIDDEN: ("statement", {
            "kind": "worry", "text": "He waits at the corner.", "said_on": "2026-11-11", "labels": '["dv_protected"]',
        }),
        SCALE: ("scale_answer", {
            "person_id": families.MARISOL, "question": "hope", "value": 6, "said_on": "2026-11-09",
            "words": "Six, since the crib came.",
        }),
        PLAN: ("plan", {
            "kind": "service", "number": 2, "status": "agreed", "concern": "A home where everybody sleeps.",
            "adult_ids": ids(families.MARISOL), "offered_at": "2026-11-05T15:00:00.000Z", "review_on": "2026-12-05",
        }),
        POSITION: ("plan_position", {
            "plan_id": PLAN, "person_id": families.MARISOL, "position": "with_reservations",
            "words": "If the evenings stay free.", "said_on": "2026-11-06",
        }),
        GOAL: ("goal", {
            "plan_id": PLAN, "words": "The twins sleep in beds of their own.", "words_by": families.MARISOL,
            "status": "reached",
        }),
        key("action_step", "alvarez", "beds"): ("action_step", {
            "plan_id": PLAN, "goal_id": GOAL, "what": "Bring two beds", "side": "agency", "status": "done",
            "closed_on": "2026-11-18",
        }),
        SERVICE: ("service_referral", {
            "what": "Childcare on Thursday evenings", "asked_by": families.MARISOL, "asked_on": "2026-10-30",
            "started_on": "2026-11-12", "status": "active", "provider": "St. Ann’s", "answer": "We asked St. Ann’s.",
        }),
        LIFE: ("timeline_entry", {
            "person_id": families.ELENA, "kind": "school", "what": "Began third grade", "place": "PS 12",
            "from_on": "2022-09-01", "roughly": 1,
        }),
        SEARCH: ("search_effort", {
            "person_id": families.DWAYNE, "source": "kin", "source_note": "his aunt in Albany",
            "searched_on": "2026-11-03", "result": "lead", "found": "He works nights at the depot.",
            "next_step": "Call there on Friday",
        }),
        PAPER: ("attachment", {
            "kind": "photo", "taken_on": "2026-11-20", "note": "The new beds", "person_ids": ids(families.ELENA),
            "name": "beds.jpg",
        }),
    }  # fmt: skip
    with desk.write("story.sample") as conn:
        for row_id, (entity, values) in said.items():
            whole = {"family_id": families.ALVAREZ, **values}
            records.insert(conn, entity, row_id, whole, by=families.DANA, at=desk.now())
