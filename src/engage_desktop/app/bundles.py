"""Every screen's verbs, made from the desk: this is where one sees what a screen can do. A family's stand apart."""

from __future__ import annotations

from collections.abc import Callable

from engage_desktop.app.family_bundles import (
    paper_services,
)
from engage_desktop.services.conflicts import (
    AllConflicts,
    ConflictOf,
    Decide,
    KeepCombining,
    Understood,
    UndoDecision,
)
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import DiscardDraft, KeepDraft, SettleContact, SettleDraft
from engage_desktop.services.families import AlreadyHere, FamilyCards, OpenFamily
from engage_desktop.services.notes import (
    AddAddendum,
    ChooseMark,
    Finalise,
    KeepBoth,
    LayOut,
    MoveMark,
    PlanNext,
    ReadNote,
    SecondLook,
    SetCodes,
    SetPlace,
    SetPresence,
    SetTimes,
)
from engage_desktop.services.protected_words import packaged_protected_words
from engage_desktop.services.search import BestNotes, FamiliesTalking, FindFamilies, FindNames
from engage_desktop.services.spelling import NamesToLeave
from engage_desktop.services.sync_centre import Agree, AllMyWork, MyWork
from engage_desktop.services.today import FinishTask, KeepPromise, PlanVisit, ReadBrief, ReadBriefs, ReadToday
from engage_desktop.services.visit import (
    AnswerAlone,
    Board,
    DatePromise,
    KeepMark,
    Leave,
    MakePromise,
    SomebodyCame,
    SomebodyLeft,
    TapCode,
    TapPerson,
    WritePromise,
)
from engage_desktop.services.visit_batch import AddShort, FinaliseAll, SetMethod, ShortContacts
from engage_desktop.services.visit_starts import NobodyHome, StartOther, TakeBackContact, VisitMissed
from engage_desktop.services.visit_undo import PutBack, TakeBack
from engage_desktop.views.families.page import FamiliesServices
from engage_desktop.views.note.services import NoteServices
from engage_desktop.views.sync_centre.ground import SyncServices
from engage_desktop.views.today.verbs import TodayServices
from engage_desktop.views.visit.calls import CallServices
from engage_desktop.views.visit.services import VisitServices
from engage_domain.contact_codes import MarkKind


def today_services(desk: Desk) -> TodayServices:
    """Return the verbs of Today."""
    return TodayServices(
        today=ReadToday(desk),
        brief=ReadBrief(desk),
        briefs=ReadBriefs(desk),
        plan_visit=PlanVisit(desk),
        promise=KeepPromise(desk),
        task=FinishTask(desk),
        cards=FamilyCards(desk),
        find=FindNames(desk),
    )


def families_services(desk: Desk) -> FamiliesServices:
    """Return the verbs of Families."""
    return FamiliesServices(
        cards=FamilyCards(desk),
        find=FindFamilies(desk),
        talking=FamiliesTalking(desk),
        best=BestNotes(desk),
        open_family=OpenFamily(desk),
        already_here=AlreadyHere(desk),
    )


def visit_services(desk: Desk) -> VisitServices:
    """Return the verbs of a home visit."""
    return VisitServices(
        board=Board(desk),
        tap_person=TapPerson(desk),
        came=SomebodyCame(desk),
        left=SomebodyLeft(desk),
        alone=AnswerAlone(desk),
        presence=SetPresence(desk),
        topic=TapCode(desk, MarkKind.TOPIC, "topics"),
        element=TapCode(desk, MarkKind.ELEMENT, "elements"),
        keep_mark=KeepMark(desk),
        promise=MakePromise(desk),
        date_promise=DatePromise(desk),
        take_back=TakeBack(desk),
        put_back=PutBack(desk),
        leave=Leave(desk),
        nobody_home=NobodyHome(desk),
        missed=VisitMissed(desk),
        take_back_visit=TakeBackContact(desk),
        other=StartOther(desk),
        keep=KeepDraft(desk),
        settle=SettleDraft(desk),
        settle_all=SettleContact(desk),
        papers=paper_services(desk),
    )


def call_services(desk: Desk) -> CallServices:
    """Return the verbs of the sheet of short contacts."""
    return CallServices(
        all=ShortContacts(desk),
        add=AddShort(desk),
        method=SetMethod(desk),
        times=SetTimes(desk),
        take_back=TakeBackContact(desk),
        finalise=FinaliseAll(desk),
        keep=KeepDraft(desk),
        settle=SettleDraft(desk),
        settle_all=SettleContact(desk),
    )


def note_services(desk: Desk) -> NoteServices:
    """Return the verbs of the note."""
    return NoteServices(
        read=ReadNote(desk),
        choose=ChooseMark(desk),
        lay_out=LayOut(desk),
        move=MoveMark(desk),
        keep_both=KeepBoth(desk),
        times=SetTimes(desk),
        place=SetPlace(desk),
        missed=VisitMissed(desk),
        codes=SetCodes(desk),
        presence=SetPresence(desk),
        alone=AnswerAlone(desk),
        came=SomebodyCame(desk),
        plan_next=PlanNext(desk),
        keep_mark=KeepMark(desk),
        write_promise=WritePromise(desk),
        take_back=TakeBack(desk),
        finalise=Finalise(desk),
        addendum=AddAddendum(desk),
        look=SecondLook(packaged_protected_words()),
        keep=KeepDraft(desk),
        discard=DiscardDraft(desk),
        settle=SettleDraft(desk),
        settle_all=SettleContact(desk),
        names=NamesToLeave(desk),
        papers=paper_services(desk),
    )


def sync_services(desk: Desk, try_now: Callable[[], object]) -> SyncServices:
    """Return the verbs of the sync centre."""
    return SyncServices(
        work=MyWork(desk),
        all_work=AllMyWork(desk),
        conflicts=AllConflicts(desk),
        conflict=ConflictOf(desk),
        decide=Decide(desk),
        undo=UndoDecision(desk),
        keep_combining=KeepCombining(desk),
        understood=Understood(desk),
        agree=Agree(desk),
        try_now=try_now,
    )
