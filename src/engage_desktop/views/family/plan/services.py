"""Everything that can be done with a family's plans and solutions."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.plan_book import PlansOf
from engage_desktop.services.plan_course import (
    AgreePlan,
    EndPlan,
    NextVersion,
    OfferPlan,
    PutPlanBack,
    SayStand,
    TakePlanBack,
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


@dataclass(frozen=True, slots=True)
class PlanServices:
    """The verbs of Plan and of Solutions."""

    plans: PlansOf
    add_plan: AddPlan
    edit_plan: EditPlan
    add_goal: AddGoal
    edit_goal: EditGoal
    add_step: AddStep
    edit_step: EditStep
    move: Move
    put_aside: PutAside
    offer: OfferPlan
    take_back: TakePlanBack
    say_stand: SayStand
    agree: AgreePlan
    end: EndPlan
    put_plan_back: PutPlanBack
    next_version: NextVersion
    add_idea: AddIdea
    set_idea_aside: SetIdeaAside
    ask_service: AskService
    edit_service: EditService
    settle: SettleWords
    settle_all: SettlePlans
