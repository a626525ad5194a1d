"""What can be done on the side roads of People."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.child_timeline import AddFromTimeline, AddMoment, EditMoment, YearsOf
from engage_desktop.services.drafts import SettleDraft
from engage_desktop.services.family_tree import BringIn, LookInto, SaveTree
from engage_desktop.services.kin_search import AddEffort, EditEffort, SearchOf, SetReview


@dataclass(frozen=True, slots=True)
class RootsServices:
    """Searching for kin, a child's years, and family tree files."""

    search: SearchOf
    add_effort: AddEffort
    edit_effort: EditEffort
    set_review: SetReview
    years: YearsOf
    add_moment: AddMoment
    edit_moment: EditMoment
    add_from_timeline: AddFromTimeline
    look_into: LookInto
    bring_in: BringIn
    save_tree: SaveTree
    settle_draft: SettleDraft
