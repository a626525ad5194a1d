"""Everything that can be done in the Understand part."""

from __future__ import annotations

from dataclasses import dataclass

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
from engage_desktop.services.drafts import SettleDraft
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


@dataclass(frozen=True, slots=True)
class UnderstandServices:
    """The verbs of the Understand part."""

    read: UnderstandingOf
    new_id: NewId
    begin: BeginStatement
    edit: EditStatement
    close: CloseStatement
    leave: LeaveStatement
    take: TakeWords
    keep_answer: KeepAnswer
    leave_answer: LeaveAnswer
    areas: AreasOf
    begin_areas: BeginAreas
    edit_areas: EditAreas
    decide: DecideShare
    keep_ink: KeepInk
    say_way: SayWay
    settle_areas: SettleAreas
    leave_areas: LeaveAreas
    settle: SettleDraft
