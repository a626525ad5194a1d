"""The Alvarez–Greene family's third plan, half written, and what the family asked for."""

from __future__ import annotations

from tests.support import families
from tests.support.planting import Planter, key

from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_wire.registry import Value

PLAN = key("plan", "alvarez", "third")
WHISPERS, PLAYING, NIGHT = (key("goal", "alvarez", name) for name in ("whispers", "playing", "night"))
READS, DINNER, SCHOOL_RUN = (key("action_step", "alvarez", n) for n in ("reads", "dinner", "after school"))
COUNSELOR, BUS, HOME = (key("service_referral", "alvarez", n) for n in ("counselor", "bus", "home"))
IDEA = key("statement", "alvarez", "idea")
INES = key("person", "alvarez", "Inés")


def plant_plan(desk: Desk) -> None:
    """Give the Alvarez–Greene family a family plan of three goals, one step of which has open places."""
    with desk.vault.applying() as conn:
        to = Planter(conn, families.DANA, family="alvarez", from_agency=True)
        to.member("Inés", "kin", "1984-03-03", last="Álvarez")
        to.put(
            "plan", "third", kind="service", number=3, status="draft", review_on="2027-01-08", language="en"
        )
        _goals(to)
        _steps(to)
        _services(to)


def _goals(to: Planter) -> None:
    goals = (
        ("whispers", "One house where nobody whispers.", "Elena", "Adults share age-appropriate information about family changes with the children."),
        ("playing", "Let Mateo keep playing.", "Mateo", None),
        ("night", "Somebody who picks up at night.", "Marisol", None),
    )  # fmt: skip
    for place, (name, words, by, agency) in enumerate(goals):
        to.put("goal", name, plan_id=PLAN, place=place, words=words, words_by=to.person_id(by), agency_words=agency, status="open")  # fmt: skip


def _steps(to: Planter) -> None:
    def step(name: str, goal: str, place: int, **values: str | None) -> None:
        own: dict[str, Value] = {
            "plan_id": PLAN,
            "goal_id": goal,
            "place": place,
            "side": "family",
            "status": "not_started",
        }
        to.put("action_step", name, **{**own, **values})

    lucia, marisol, ines = (to.person_id(n) for n in ("Lucía", "Marisol", "Inés"))
    step("reads", WHISPERS, 0, who_person_id=lucia, what="reads with Luz and Sam", when_words="every night at 8", how_we_know="Luz asks for the next chapter", plan_b="Inés reads by phone", status="done", closed_on="2026-11-20")  # fmt: skip
    step("dinner", WHISPERS, 1, who_person_id=marisol, what="opens Sunday dinner to everyone,", when_words="from this week", how_we_know="Elena stays at the table", status="going")  # fmt: skip
    step("after school", WHISPERS, 2, who_person_id=ines, what="is at the house after school")
    step("practice", PLAYING, 0, side="agency", who_user_id=families.DANA, what="asks the coach about a ride home", by_when="2026-11-27", how_we_know="Mateo comes home with the team")  # fmt: skip
    step("thursday", PLAYING, 1, who_person_id=lucia, what="takes Mateo on Thursdays", when_words="Thursdays", how_we_know="he is on time", status="done")  # fmt: skip


def _services(to: Planter) -> None:
    elena, marisol, lucia = (to.person_id(n) for n in ("Elena", "Marisol", "Lucía"))
    to.put("service_referral", "counselor", what="A counselor who speaks Spanish", asked_by=elena, asked_on="2026-10-28", status="active", provider="Ms. Rivera", answer="Tuesdays at 4", started_on="2026-11-17", consent=1)  # fmt: skip
    to.put("service_referral", "bus", what="Bus passes for Thursdays", asked_by=marisol, asked_on="2026-11-12", status="considered", answer="we asked the school", next_on="2026-11-25")  # fmt: skip
    to.put("service_referral", "home", what="A bigger apartment", asked_by=lucia, asked_on="2026-11-02", status="not_available", barrier="the list is closed until 1 March", next_on="2027-03-02")  # fmt: skip
    to.put("statement", "idea", kind="idea", text="Walter could drive on Mondays, he has the van.", said_by=records.member_text((marisol,)), said_on="2026-11-20", status="current", source="family")  # fmt: skip
    to.put("statement", "thursday", kind="worry", text="Thursdays nobody comes after school.", said_by=records.member_text((to.person_id("Mateo"),)), said_on="2026-11-12", status="current", source="child")  # fmt: skip
