"""Plans over a real vault: offered, agreed, declined, versions, what is kept under Safety, and what survives."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.fakes import FrozenClock
from tests.support import families
from tests.support.desk import PASSPHRASE, desk_over
from tests.support.plans import (
    BUS,
    COUNSELOR,
    DINNER,
    IDEA,
    NIGHT,
    PLAN,
    PLAYING,
    READS,
    SCHOOL_RUN,
    WHISPERS,
    plant_plan,
)

from engage_desktop.errors import BadInput, NotAllowed
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import KeepDraft
from engage_desktop.services.people import BringBack, Remove
from engage_desktop.services.plan_book import PlansOf
from engage_desktop.services.plan_course import (
    AgreePlan,
    EndPlan,
    NextVersion,
    OfferPlan,
    PutPlanBack,
    SayStand,
    TakePlanBack,
    Turned,
)
from engage_desktop.services.plans import (
    AddGoal,
    AddPlan,
    AddStep,
    EditGoal,
    EditPlan,
    EditStep,
    Move,
    PutAside,
    SettlePlans,
    SettleWords,
)
from engage_desktop.services.solutions import AddIdea, AskService, EditService, SetIdeaAside
from engage_desktop.services.today import ReadToday
from engage_desktop.services.workspace import OverviewOf
from engage_desktop.store import records
from engage_desktop.store.people import row_of
from engage_desktop.store.vault import Vault
from engage_domain.plan_checks import Check
from engage_domain.plan_lacks import Lack
from engage_domain.plans import Plan, PlanKind, PlanStatus, Step
from engage_domain.solutions import Referral
from engage_domain.today import Need, NeedKind

FAMILY = families.ALVAREZ


@pytest.fixture
def planned(desk: Desk) -> Desk:
    plant_plan(desk)
    return desk


def plan_of(desk: Desk, plan_id: str = PLAN) -> Plan:
    return next(p for p in PlansOf(desk)(FAMILY).plans if p.plan_id == plan_id)


def step_of(desk: Desk, step_id: str, plan_id: str = PLAN) -> Step:
    return next(s for s in plan_of(desk, plan_id).all_steps() if s.step_id == step_id)


def service_of(desk: Desk, referral_id: str) -> Referral:
    return next(r for r in PlansOf(desk)(FAMILY).referrals if r.referral_id == referral_id)


def make_whole(desk: Desk) -> None:
    AddStep(desk)(PLAN, NIGHT, "answers the phone until eleven", families.LUCIA)


def agree(desk: Desk, plan_id: str = PLAN) -> None:
    OfferPlan(desk)(plan_id)
    SayStand(desk)(plan_id, families.MARISOL, "agree", "Yes, if Sundays stay ours.")
    AgreePlan(desk)(plan_id)


def a_safety_plan(desk: Desk) -> str:
    plan_id = AddPlan(desk)(FAMILY, PlanKind.SAFETY).made_id
    with desk.write("test") as conn:
        records.update(conn, "plan", plan_id, {"concern": "Mateo is alone after school."})
    EditPlan(desk)(plan_id, {"adult_ids": (families.LUCIA,)})
    EditPlan(desk)(plan_id, {"review_on": date(2026, 11, 30)})
    EditPlan(desk)(plan_id, {"end_on": date(2026, 12, 14)})
    AddStep(desk)(plan_id, "", "is at the house from three", families.LUCIA)
    return plan_id


def test_a_plan_is_not_offered_while_a_goal_has_no_step(planned: Desk) -> None:
    with pytest.raises(BadInput) as refused:
        OfferPlan(planned)(PLAN)
    assert refused.value.code == Lack.NO_STEPS
    assert plan_of(planned).is_draft


def test_a_plan_is_offered_answered_and_agreed(planned: Desk) -> None:
    make_whole(planned)
    OfferPlan(planned)(PLAN)
    with pytest.raises(BadInput) as refused:
        AgreePlan(planned)(PLAN)
    assert refused.value.code == Lack.NOBODY_AGREED
    SayStand(planned)(PLAN, families.MARISOL, "with_reservations", "Not on Sundays.")
    SayStand(planned)(PLAN, families.DWAYNE, "disagree", "I was not asked.")
    AgreePlan(planned)(PLAN)
    plan = plan_of(planned)
    assert plan.status == "agreed"
    assert {(s.name, s.stand, s.words) for s in plan.stands} == {
        ("Marisol", "with_reservations", "Not on Sundays."),
        ("Dwayne", "disagree", "I was not asked."),
    }


def test_an_answer_takes_the_place_of_the_earlier_one_and_can_be_taken_back(planned: Desk) -> None:
    make_whole(planned)
    OfferPlan(planned)(PLAN)
    SayStand(planned)(PLAN, families.MARISOL, "disagree", "No.")
    SayStand(planned)(PLAN, families.MARISOL, "agree", "Yes.")
    assert [(s.stand, s.words) for s in plan_of(planned).stands] == [("agree", "Yes.")]
    SayStand(planned)(PLAN, families.MARISOL, "")
    assert plan_of(planned).stands == ()


def test_nobody_answers_to_words_that_may_still_change(planned: Desk) -> None:
    make_whole(planned)
    with pytest.raises(NotAllowed):
        SayStand(planned)(PLAN, families.MARISOL, "agree")
    OfferPlan(planned)(PLAN)
    SayStand(planned)(PLAN, families.MARISOL, "agree")
    TakePlanBack(planned)(PLAN)
    with pytest.raises(NotAllowed):
        SayStand(planned)(PLAN, families.MARISOL, "agree")


def test_what_was_offered_stays_as_it_was_until_it_is_taken_back(planned: Desk) -> None:
    make_whole(planned)
    OfferPlan(planned)(PLAN)
    SayStand(planned)(PLAN, families.MARISOL, "agree")
    changes: tuple[Callable[[], object], ...] = (
        partial(AddGoal(planned), PLAN),
        partial(AddStep(planned), PLAN, NIGHT),
        partial(EditStep(planned), READS, {"who_person_id": families.MARISOL}),
        partial(EditGoal(planned), WHISPERS, {"words_by": families.MARISOL}),
        partial(EditPlan(planned), PLAN, {"for_person_id": families.MARISOL}),
        partial(OfferPlan(planned), PLAN),
    )
    for change in changes:
        with pytest.raises(NotAllowed):
            change()
    EditPlan(planned)(PLAN, {"review_on": date(2027, 2, 1)})
    EditGoal(planned)(WHISPERS, {"status": "reached"})
    back = TakePlanBack(planned)(PLAN)
    assert plan_of(planned).is_draft
    assert plan_of(planned).stands == ()
    PutPlanBack(planned)(back)
    assert plan_of(planned).status == "offered"
    assert len(plan_of(planned).stands) == 1


def test_the_family_may_say_no_and_that_is_kept(planned: Desk) -> None:
    make_whole(planned)
    OfferPlan(planned)(PLAN)
    turned = EndPlan(planned)(PLAN, PlanStatus.DECLINED, "It is your plan, not ours.")
    assert (plan_of(planned).status, plan_of(planned).closed_note) == (
        "declined",
        "It is your plan, not ours.",
    )
    PutPlanBack(planned)(turned)
    assert (plan_of(planned).status, plan_of(planned).closed_note) == ("offered", "")


def test_what_somebody_did_with_a_plan_meanwhile_is_not_undone_with_the_turn_before(planned: Desk) -> None:
    def refused(turned: Turned) -> bool:
        stood = plan_of(planned)
        with pytest.raises(NotAllowed) as said:
            PutPlanBack(planned)(turned)
        return said.value.code == "plan_went_on" and plan_of(planned) == stood

    make_whole(planned)
    offered = OfferPlan(planned)(PLAN)
    SayStand(planned)(PLAN, families.MARISOL, "agree", "Yes.")
    assert refused(offered)
    back = TakePlanBack(planned)(PLAN)
    EditGoal(planned)(WHISPERS, {"words_by": families.MARISOL})
    assert refused(back)
    OfferPlan(planned)(PLAN)
    declined = EndPlan(planned)(PLAN, PlanStatus.DECLINED, "No.")
    NextVersion(planned)(PLAN)
    assert refused(declined)


def test_a_plan_that_went_on_meanwhile_is_not_ended_as_what_it_was(planned: Desk) -> None:
    make_whole(planned)
    for status in (PlanStatus.DECLINED, PlanStatus.CLOSED):
        with pytest.raises(NotAllowed):
            EndPlan(planned)(PLAN, status, "No.")
    agree(planned)
    with pytest.raises(NotAllowed):
        EndPlan(planned)(PLAN, PlanStatus.DECLINED, "No.")
    assert (plan_of(planned).status, plan_of(planned).closed_note) == ("agreed", "")
    EndPlan(planned)(PLAN, PlanStatus.CLOSED, "They did it.")
    with pytest.raises(NotAllowed):
        EndPlan(planned)(PLAN, PlanStatus.CLOSED, "Something else.")
    assert plan_of(planned).closed_note == "They did it."


def test_the_next_version_begins_with_what_is_open_and_the_earlier_one_stays_readable(planned: Desk) -> None:
    make_whole(planned)
    agree(planned)
    EditGoal(planned)(PLAYING, {"status": "reached"})
    second = NextVersion(planned)(PLAN).made_id
    plan, earlier = plan_of(planned, second), plan_of(planned)
    assert (plan.number, plan.replaces_id, plan.status, plan.stands) == (4, PLAN, "draft", ())
    assert [g.words for g in plan.goals] == [
        "One house where nobody whispers.",
        "Somebody who picks up at night.",
    ]
    assert [s.what for s in plan.goals[0].steps] == [
        "opens Sunday dinner to everyone,",
        "is at the house after school",
    ]
    assert plan.goals[0].steps[0].kept.status == "going"
    assert (len(earlier.goals), len(earlier.goals[0].steps)) == (3, 3)
    assert {s.step_id for s in plan.all_steps()}.isdisjoint({s.step_id for s in earlier.all_steps()})
    with pytest.raises(NotAllowed):
        NextVersion(planned)(PLAN)
    OfferPlan(planned)(second)
    SayStand(planned)(second, families.MARISOL, "agree")
    turned = AgreePlan(planned)(second)
    assert plan_of(planned).status == "closed"
    PutPlanBack(planned)(turned)
    assert (plan_of(planned).status, plan_of(planned, second).status) == ("agreed", "offered")


def test_a_plan_for_one_parent_waits_for_that_parent(planned: Desk) -> None:
    make_whole(planned)
    EditPlan(planned)(PLAN, {"for_person_id": families.DWAYNE})
    OfferPlan(planned)(PLAN)
    SayStand(planned)(PLAN, families.MARISOL, "agree")
    with pytest.raises(BadInput) as refused:
        AgreePlan(planned)(PLAN)
    assert refused.value.code == Lack.THEIR_ANSWER


def test_naming_one_side_lets_go_of_the_other(planned: Desk) -> None:
    EditStep(planned)(READS, {"who_user_id": families.DANA})
    step = step_of(planned, READS)
    assert (step.who_person_id, step.side, step.is_mine) == ("", "agency", True)
    EditStep(planned)(READS, {"who_person_id": families.LUCIA})
    step = step_of(planned, READS)
    assert (step.who_user_id, step.side, step.who) == ("", "family", "Lucía")


def test_a_safety_plan_has_days_the_agency_allows(desk: Desk) -> None:
    plan_id = a_safety_plan(desk)
    for field, day, code in (
        ("end_on", date(2027, 1, 23), Lack.END_TOO_LATE),
        ("end_on", date(2026, 11, 1), Lack.END_BEFORE_START),
        ("review_on", date(2026, 12, 15), Lack.REVIEW_OUTSIDE),
    ):
        with pytest.raises(BadInput) as refused:
            EditPlan(desk)(plan_id, {field: day})
        assert refused.value.code == code
    EditPlan(desk)(plan_id, {"end_on": None})
    with pytest.raises(BadInput) as refused:
        OfferPlan(desk)(plan_id)
    assert refused.value.code == Lack.END
    EditPlan(desk)(plan_id, {"end_on": date(2026, 12, 14)})
    agree(desk, plan_id)
    assert plan_of(desk, plan_id).status == "agreed"
    with pytest.raises(BadInput) as refused:
        EditPlan(desk)(plan_id, {"review_on": None})
    assert refused.value.code == Lack.REVIEW


def plan_needs(desk: Desk) -> list[Need]:
    return [n for n in ReadToday(desk)().needs if n.kind is NeedKind.PLAN_DUE]


def test_an_adult_who_cannot_be_seen_still_keeps_the_children_safe(desk: Desk) -> None:
    plan_id = a_safety_plan(desk)
    with desk.write("test") as conn:
        records.update(conn, "person", families.LUCIA, {"labels": '["address_confidential"]'})
    EditPlan(desk)(plan_id, {"adult_ids": (families.MARISOL,)})
    with desk.read() as conn:
        named = records.members(row_of(conn, "plan", plan_id)["adult_ids"])
    assert set(named) == {families.LUCIA, families.MARISOL}


def test_today_reminds_of_a_review_and_of_an_end(desk: Desk, monday: FrozenClock) -> None:
    plan_id = a_safety_plan(desk)
    assert plan_needs(desk) == []
    agree(desk, plan_id)
    [need] = plan_needs(desk)
    assert (need.row_id, need.code, need.due) == (plan_id, "review_soon", date(2026, 11, 30))
    monday.advance(days=9)
    assert [n.code for n in plan_needs(desk)] == ["review_past"]
    monday.advance(days=15)
    assert [n.code for n in plan_needs(desk)] == ["end_past"]
    EndPlan(desk)(plan_id, PlanStatus.CLOSED, "Everybody is home.")
    assert plan_needs(desk) == []


def test_steps_are_owed_only_while_their_plan_is_in_force(planned: Desk, monday: FrozenClock) -> None:
    monday.advance(days=5)

    def owed() -> list[str]:
        return [n.subject for n in ReadToday(planned)().needs if n.kind is NeedKind.PROMISE_DUE]

    assert "asks the coach about a ride home" not in owed()
    make_whole(planned)
    agree(planned)
    assert "asks the coach about a ride home" in owed()


def test_steps_of_a_safety_plan_are_no_loose_promises(desk: Desk) -> None:
    before = OverviewOf(desk)(FAMILY).promises
    a_safety_plan(desk)
    assert OverviewOf(desk)(FAMILY).promises == before


def test_goals_and_steps_move_and_stay_moved(planned: Desk) -> None:
    Move(planned)("goal", NIGHT, -1)
    Move(planned)("action_step", SCHOOL_RUN, -1)
    assert [g.goal_id for g in plan_of(planned).goals] == [WHISPERS, NIGHT, PLAYING]
    assert [s.step_id for s in plan_of(planned).goals[0].steps] == [READS, SCHOOL_RUN, DINNER]


def test_advice_is_put_aside_with_a_reason_and_taken_up_again(planned: Desk) -> None:
    with planned.write("test") as conn:
        records.update(conn, "action_step", DINNER, {"what": "keeps Dwayne away from the house"})

    def asked() -> list[tuple[str, str]]:
        return [(a.check, a.put_aside) for a in PlansOf(planned)(FAMILY).advice[PLAN]]

    assert asked() == [(Check.ANSWERS_FOR_ANOTHER, "")]
    with pytest.raises(BadInput):
        PutAside(planned)(FAMILY, DINNER, Check.ANSWERS_FOR_ANOTHER, " ")
    PutAside(planned)(FAMILY, DINNER, Check.ANSWERS_FOR_ANOTHER, "He asked for it himself.")
    assert asked() == [(Check.ANSWERS_FOR_ANOTHER, "He asked for it himself.")]
    PutAside(planned).again(FAMILY, DINNER, Check.ANSWERS_FOR_ANOTHER)
    assert asked() == [(Check.ANSWERS_FOR_ANOTHER, "")]
    assert not [n for n in ReadToday(planned)().needs if n.kind is NeedKind.TASK_DUE]


def test_what_is_kept_under_safety_is_in_no_plan_and_no_hint(planned: Desk) -> None:
    label = records.member_text(["dv_protected"])
    with planned.vault.applying() as conn:
        records.update(conn, "action_step", READS, {"labels": label})
        records.update(conn, "goal", PLAYING, {"labels": label})
        records.update(conn, "statement", IDEA, {"labels": label})
        records.update(conn, "service_referral", BUS, {"hide_from": records.member_text([families.DWAYNE])})
    book = PlansOf(planned)(FAMILY)
    assert [g.goal_id for g in plan_of(planned).goals] == [WHISPERS, NIGHT]
    assert READS not in {s.step_id for s in plan_of(planned).all_steps()}
    assert IDEA not in {s.row_id for s in (*book.said, *book.ideas)}
    assert BUS not in {r.referral_id for r in book.referrals}
    make_whole(planned)
    copy = plan_of(planned, NextVersion(planned)(PLAN).made_id)
    assert "reads with Luz and Sam" not in {s.what for s in copy.all_steps()}


def test_every_word_typed_into_a_plan_survives_a_kill(
    planned: Desk, tmp_path: Path, monday: FrozenClock
) -> None:
    keep = KeepDraft(planned)
    for entity, row_id, field, text in (
        ("action_step", SCHOOL_RUN, "how_we_know", "Sam is fetched on ti"),
        ("action_step", SCHOOL_RUN, "when_words", "Thursd"),
        ("goal", NIGHT, "words", "Somebody who picks up, always, even at "),
        ("plan", PLAN, "concern", "What if "),
        ("service_referral", COUNSELOR, "barrier", "she is ill just n"),
    ):
        keep(entity, row_id, field, FAMILY, text, "")
    shutil.copytree(tmp_path / "vault", tmp_path / "killed")
    after = Vault.unlock(tmp_path / "killed", PASSPHRASE, monday)
    try:
        again = desk_over(after, monday)
        for _ in ("while it is a draft", "once it is settled"):
            step = step_of(again, SCHOOL_RUN)
            assert (step.how_we_know, step.when_words) == ("Sam is fetched on ti", "Thursd")
            assert plan_of(again).goals[2].words == "Somebody who picks up, always, even at "
            assert plan_of(again).concern == "What if "
            assert service_of(again, COUNSELOR).barrier == "she is ill just n"
            SettlePlans(again)(FAMILY)
        with again.read() as conn:
            assert conn.exec_driver_sql("SELECT count(*) FROM draft").scalar() == 0
    finally:
        after.close()


def offered_by_a_colleague(desk: Desk) -> None:
    """Let the plan come from the agency as offered while words in it are still being typed here."""
    with desk.vault.applying() as conn:
        records.update(conn, "plan", PLAN, {"status": "offered", "offered_at": "2026-11-23T14:00:00Z"})


def typed_here(desk: Desk) -> None:
    KeepDraft(desk)(
        "goal", NIGHT, "words", FAMILY, "Somebody who always picks up.", "Somebody who picks up at night."
    )
    KeepDraft(desk)("plan", PLAN, "concern", FAMILY, "Nobody is there at four.", "")
    KeepDraft(desk)("action_step", READS, "plan_b", FAMILY, "Walter reads.", "Inés reads by phone")


def test_words_typed_here_while_a_colleague_offered_the_plan_wait_beside_it(planned: Desk) -> None:
    make_whole(planned)
    typed_here(planned)
    offered_by_a_colleague(planned)
    stood = plan_of(planned)
    assert stood.goals[2].words == "Somebody who picks up at night."
    assert {one.words for one in stood.meanwhile} == {
        "Somebody who always picks up.",
        "Nobody is there at four.",
        "Walter reads.",
    }
    assert not stood.concern
    SettlePlans(planned)(FAMILY)
    SettleWords(planned)("goal", NIGHT, "words")
    SayStand(planned)(PLAN, families.MARISOL, "agree")
    AgreePlan(planned)(PLAN)
    with planned.read() as conn:
        assert row_of(conn, "goal", NIGHT)["words"] == "Somebody who picks up at night."
        assert row_of(conn, "action_step", READS)["plan_b"] == "Inés reads by phone"
    assert plan_of(planned).meanwhile == stood.meanwhile


def test_a_plan_taken_back_has_the_words_that_waited_and_the_undo_lets_them_wait_again(planned: Desk) -> None:
    make_whole(planned)
    typed_here(planned)
    offered_by_a_colleague(planned)
    back = TakePlanBack(planned)(PLAN)
    assert plan_of(planned).goals[2].words == "Somebody who always picks up."
    PutPlanBack(planned)(back)
    assert plan_of(planned).goals[2].words == "Somebody who picks up at night."
    assert len(plan_of(planned).meanwhile) == 3
    back = TakePlanBack(planned)(PLAN)
    SettlePlans(planned)(FAMILY)
    with pytest.raises(NotAllowed):
        PutPlanBack(planned)(back)
    assert plan_of(planned).goals[2].words == "Somebody who always picks up."


def test_the_next_version_takes_the_words_along_that_waited(planned: Desk) -> None:
    make_whole(planned)
    typed_here(planned)
    KeepDraft(planned)(
        "action_step", SCHOOL_RUN, "what", FAMILY, "is there on Thursdays", "is at the house after school"
    )
    offered_by_a_colleague(planned)
    second = plan_of(planned, NextVersion(planned)(PLAN).made_id)
    assert second.goals[2].words == "Somebody who always picks up."
    assert second.concern == "Nobody is there at four."
    assert "is there on Thursdays" in {step.what for step in second.all_steps()}
    assert [one.words for one in plan_of(planned).meanwhile] == ["Walter reads."], (
        "its step is done and not copied"
    )


def test_typing_settles_before_a_plan_is_offered(planned: Desk) -> None:
    make_whole(planned)
    KeepDraft(planned)(
        "action_step", SCHOOL_RUN, "what", FAMILY, "is there on Thursdays", "is at the house after school"
    )
    OfferPlan(planned)(PLAN)
    with planned.read() as conn:
        what = conn.exec_driver_sql("SELECT what FROM action_step WHERE id = ?", (SCHOOL_RUN,)).scalar()
    assert what == "is there on Thursdays"


def test_an_idea_of_the_family_becomes_a_step_in_its_words(planned: Desk) -> None:
    [idea] = PlansOf(planned)(FAMILY).ideas
    made = AddStep(planned)(PLAN, WHISPERS, idea.words, idea.person_id, idea.row_id)
    step = step_of(planned, made.made_id)
    assert (step.what, step.who) == ("Walter could drive on Mondays, he has the van.", "Marisol")
    assert PlansOf(planned)(FAMILY).ideas == ()


def test_an_idea_is_kept_as_it_was_said_and_left_aside_for_a_while(desk: Desk) -> None:
    with pytest.raises(BadInput):
        AddIdea(desk)(FAMILY, "  ")
    made = AddIdea(desk)(FAMILY, "Mi hermana puede venir.", families.MARISOL).made_id
    [idea] = PlansOf(desk)(FAMILY).ideas
    assert (idea.words, idea.name) == ("Mi hermana puede venir.", "Marisol")
    SetIdeaAside(desk)(made)
    assert PlansOf(desk)(FAMILY).ideas == ()
    SetIdeaAside(desk)(made, "current")
    assert len(PlansOf(desk)(FAMILY).ideas) == 1


def test_a_service_is_followed_from_the_asking_to_the_end(desk: Desk, monday: FrozenClock) -> None:
    asked = AskService(desk)(FAMILY, "A ride to practice", families.MATEO).made_id
    today = desk.today()
    assert (service_of(desk, asked).asked_name, service_of(desk, asked).asked_on) == ("Mateo", today)
    EditService(desk)(asked, {"status": "referred"})
    assert service_of(desk, asked).needs_consent()
    EditService(desk)(asked, {"consent": True})
    assert not service_of(desk, asked).needs_consent()
    monday.advance(days=3)
    EditService(desk)(asked, {"status": "active"})
    EditService(desk)(asked, {"status": "completed"})
    found = service_of(desk, asked)
    assert (found.referred_on, found.started_on, found.ended_on) == (today, desk.today(), desk.today())
    with pytest.raises(BadInput):
        EditService(desk)(asked, {"ended_on": today})


def test_what_is_removed_comes_back_whole(planned: Desk) -> None:
    Remove(planned)("goal", WHISPERS, "mistake")
    assert WHISPERS not in {g.goal_id for g in plan_of(planned).goals}
    BringBack(planned)("goal", WHISPERS)
    assert len(plan_of(planned).goals[0].steps) == 3
