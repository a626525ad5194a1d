"""What every part of the family workspace stands on: services, lanes, words and the day it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from engage_desktop.services.drafts import DiscardDraft, KeepDraft
from engage_desktop.services.kin import (
    AddPlacement,
    EndStay,
    JoinHousehold,
    KeepPoint,
    PutSubstitute,
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
from engage_desktop.services.steps import TakeStepAgain, TakeStepBack
from engage_desktop.services.story import StoryKeys, StoryPage
from engage_desktop.services.workspace import (
    Arrange,
    CancelAppointment,
    HeaderOf,
    OverviewOf,
    PutPromiseBack,
    SayPromise,
)
from engage_desktop.views.family.genogram.services import GenogramServices
from engage_desktop.views.family.plan.services import PlanServices
from engage_desktop.views.family.roots_services import RootsServices
from engage_desktop.views.family.supports.services import SupportServices
from engage_desktop.views.family.understand.services import UnderstandServices
from engage_desktop.views.kit.bus import Bus
from engage_desktop.views.kit.lanes import Lanes
from engage_desktop.views.kit.words import Wordbook
from engage_desktop.views.papers.services import PaperServices
from engage_wire.clock import Clock


@dataclass(frozen=True, slots=True)
class FamilyServices:
    """Everything that can be done in a family's workspace."""

    header: HeaderOf
    overview: OverviewOf
    say_promise: SayPromise
    put_promise_back: PutPromiseBack
    arrange: Arrange
    cancel: CancelAppointment
    people: PeopleOf
    file: FileOf
    edit_person: EditPerson
    estimate_age: EstimateAge
    edit_member: EditMember
    remove: Remove
    bring_back: BringBack
    take_back: TakeStepBack
    take_again: TakeStepAgain
    join_household: JoinHousehold
    end_stay: EndStay
    add_placement: AddPlacement
    keep_point: KeepPoint
    put_substitute: PutSubstitute
    story_keys: StoryKeys
    story_page: StoryPage
    keep_draft: KeepDraft
    discard_draft: DiscardDraft
    supports: SupportServices
    genogram: GenogramServices
    roots: RootsServices
    understand: UnderstandServices
    plan: PlanServices
    papers: PaperServices


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a part of the workspace stands: whose family, what can be done, and what time it is there."""

    family_id: str
    services: FamilyServices
    lanes: Lanes
    bus: Bus
    words: Wordbook
    clock: Clock
    zone: ZoneInfo
    say: Callable[[str, str, Callable[[], object] | None], object]

    def now(self) -> datetime:
        """Return the time in the agency's zone."""
        return self.clock.now().astimezone(self.zone)

    def today(self) -> date:
        """Return the agency's day."""
        return self.now().date()

    def local(self, at: datetime) -> datetime:
        """Return a moment in the agency's zone."""
        return at.astimezone(self.zone)
