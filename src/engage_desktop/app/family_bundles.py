"""A family's workspace and its parts: each is handed its own verbs, and no others."""

from __future__ import annotations

from engage_desktop.services import plan_course, plans, solutions
from engage_desktop.services.child_areas import (
    AreasOf,
    BeginAreas,
    DecideShare,
    EditAreas,
    KeepInk,
    LeaveAreas,
    SayWay,
    SettleAreas,
)
from engage_desktop.services.child_timeline import AddFromTimeline, AddMoment, EditMoment, YearsOf
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import DiscardDraft, KeepDraft, SettleDraft
from engage_desktop.services.family_tree import BringIn, LookInto, SaveTree
from engage_desktop.services.genogram import (
    AddKin,
    ChangeBond,
    Connect,
    DrawFamily,
    MovePeople,
    TidyUp,
)
from engage_desktop.services.kin import (
    AddPlacement,
    EndStay,
    JoinHousehold,
    KeepPoint,
    PutSubstitute,
)
from engage_desktop.services.kin_search import AddEffort, EditEffort, SearchOf, SetReview
from engage_desktop.services.lives import JoinTwins, PartTwins, SetDeceased, SetKind
from engage_desktop.services.papers import (
    EditPaper,
    InkBegunOf,
    KeepInkBegun,
    KeepInkPage,
    KeepPaper,
    OpenPaper,
    PaperOf,
    PapersOf,
    SaveCopy,
    TakeIn,
    Thumbs,
    WantPaper,
)
from engage_desktop.services.people import (
    BringBack,
    EditMember,
    EditPerson,
    EstimateAge,
    FileOf,
    PeopleOf,
    Remove,
)
from engage_desktop.services.plan_book import PlansOf
from engage_desktop.services.steps import TakeStepAgain, TakeStepBack
from engage_desktop.services.story import StoryKeys, StoryPage
from engage_desktop.services.supports import (
    AddSupport,
    EditSupport,
    PlaceSupports,
    SupportsOf,
)
from engage_desktop.services.understanding import (
    BeginStatement,
    CloseStatement,
    EditStatement,
    KeepAnswer,
    LeaveAnswer,
    LeaveStatement,
    NewId,
    TakeWords,
    UnderstandingOf,
)
from engage_desktop.services.workspace import (
    Arrange,
    CancelAppointment,
    HeaderOf,
    OverviewOf,
    PutPromiseBack,
    SayPromise,
)
from engage_desktop.views.family.genogram.services import GenogramServices
from engage_desktop.views.family.ground import FamilyServices
from engage_desktop.views.family.plan.services import PlanServices
from engage_desktop.views.family.roots_services import RootsServices
from engage_desktop.views.family.supports.services import SupportServices
from engage_desktop.views.family.understand.services import UnderstandServices
from engage_desktop.views.papers.services import PaperServices


def family_services(desk: Desk) -> FamilyServices:
    """Return the verbs of a family's workspace."""
    return FamilyServices(
        header=HeaderOf(desk),
        overview=OverviewOf(desk),
        say_promise=SayPromise(desk),
        put_promise_back=PutPromiseBack(desk),
        arrange=Arrange(desk),
        cancel=CancelAppointment(desk),
        people=PeopleOf(desk),
        file=FileOf(desk),
        edit_person=EditPerson(desk),
        estimate_age=EstimateAge(desk),
        edit_member=EditMember(desk),
        remove=Remove(desk),
        bring_back=BringBack(desk),
        take_back=TakeStepBack(desk),
        take_again=TakeStepAgain(desk),
        join_household=JoinHousehold(desk),
        end_stay=EndStay(desk),
        add_placement=AddPlacement(desk),
        keep_point=KeepPoint(desk),
        put_substitute=PutSubstitute(desk),
        story_keys=StoryKeys(desk),
        story_page=StoryPage(desk),
        keep_draft=KeepDraft(desk),
        discard_draft=DiscardDraft(desk),
        plan=plan_services(desk),
        supports=support_services(desk),
        genogram=genogram_services(desk),
        roots=roots_services(desk),
        understand=understand_services(desk),
        papers=paper_services(desk),
    )


def support_services(desk: Desk) -> SupportServices:
    """Return the verbs of the Supports part."""
    return SupportServices(
        all=SupportsOf(desk),
        add=AddSupport(desk),
        edit=EditSupport(desk),
        place=PlaceSupports(desk),
        settle=SettleDraft(desk),
    )


def genogram_services(desk: Desk) -> GenogramServices:
    """Return the verbs of the drawn family."""
    return GenogramServices(
        draw=DrawFamily(desk),
        add=AddKin(desk),
        connect=Connect(desk),
        change_bond=ChangeBond(desk),
        move=MovePeople(desk),
        tidy=TidyUp(desk),
        set_kind=SetKind(desk),
        set_deceased=SetDeceased(desk),
        join_twins=JoinTwins(desk),
        part_twins=PartTwins(desk),
    )


def roots_services(desk: Desk) -> RootsServices:
    """Return everything that can be done there."""
    return RootsServices(
        search=SearchOf(desk),
        add_effort=AddEffort(desk),
        edit_effort=EditEffort(desk),
        set_review=SetReview(desk),
        years=YearsOf(desk),
        add_moment=AddMoment(desk),
        edit_moment=EditMoment(desk),
        add_from_timeline=AddFromTimeline(desk),
        look_into=LookInto(desk),
        bring_in=BringIn(desk),
        save_tree=SaveTree(desk),
        settle_draft=SettleDraft(desk),
    )


def understand_services(desk: Desk) -> UnderstandServices:
    """Return the verbs of the Understand part."""
    return UnderstandServices(
        read=UnderstandingOf(desk),
        new_id=NewId(desk),
        begin=BeginStatement(desk),
        edit=EditStatement(desk),
        close=CloseStatement(desk),
        leave=LeaveStatement(desk),
        take=TakeWords(desk),
        keep_answer=KeepAnswer(desk),
        leave_answer=LeaveAnswer(desk),
        areas=AreasOf(desk),
        begin_areas=BeginAreas(desk),
        edit_areas=EditAreas(desk),
        decide=DecideShare(desk),
        keep_ink=KeepInk(desk),
        say_way=SayWay(desk),
        settle_areas=SettleAreas(desk),
        leave_areas=LeaveAreas(desk),
        settle=SettleDraft(desk),
    )


def plan_services(desk: Desk) -> PlanServices:
    """Return the verbs of Plan and of Solutions."""
    return PlanServices(
        plans=PlansOf(desk),
        add_plan=plans.AddPlan(desk),
        edit_plan=plans.EditPlan(desk),
        add_goal=plans.AddGoal(desk),
        edit_goal=plans.EditGoal(desk),
        add_step=plans.AddStep(desk),
        edit_step=plans.EditStep(desk),
        move=plans.Move(desk),
        put_aside=plans.PutAside(desk),
        offer=plan_course.OfferPlan(desk),
        take_back=plan_course.TakePlanBack(desk),
        say_stand=plan_course.SayStand(desk),
        agree=plan_course.AgreePlan(desk),
        end=plan_course.EndPlan(desk),
        put_plan_back=plan_course.PutPlanBack(desk),
        next_version=plan_course.NextVersion(desk),
        add_idea=solutions.AddIdea(desk),
        set_idea_aside=solutions.SetIdeaAside(desk),
        ask_service=solutions.AskService(desk),
        edit_service=solutions.EditService(desk),
        settle=plans.SettleWords(desk),
        settle_all=plans.SettlePlans(desk),
    )


def paper_services(desk: Desk) -> PaperServices:
    """Return the verbs of papers."""
    return PaperServices(
        papers=PapersOf(desk),
        paper=PaperOf(desk),
        thumbs=Thumbs(desk),
        open=OpenPaper(desk),
        want=WantPaper(desk),
        save_copy=SaveCopy(desk),
        take_in=TakeIn(),
        keep=KeepPaper(desk),
        edit=EditPaper(desk),
        ink_begun=InkBegunOf(desk),
        keep_ink_begun=KeepInkBegun(desk),
        keep_ink=KeepInkPage(desk),
        remove=Remove(desk),
        bring_back=BringBack(desk),
        keep_draft=KeepDraft(desk),
        discard_draft=DiscardDraft(desk),
        settle_draft=SettleDraft(desk),
    )
