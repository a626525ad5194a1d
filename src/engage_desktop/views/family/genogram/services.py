"""Everything that can be done in the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.genogram import (
    AddKin,
    ChangeBond,
    Connect,
    DrawFamily,
    MovePeople,
    RemoveFromDrawing,
    TidyUp,
)
from engage_desktop.services.lives import JoinTwins, PartTwins, SetDeceased, SetKind
from engage_desktop.services.steps import TakeStepAgain, TakeStepBack


@dataclass(frozen=True, slots=True)
class GenogramServices:
    """The verbs of the drawing; each but `draw` returns a step that `back` undoes and `again` redoes."""

    draw: DrawFamily
    add: AddKin
    connect: Connect
    change_bond: ChangeBond
    remove: RemoveFromDrawing
    move: MovePeople
    tidy: TidyUp
    set_kind: SetKind
    set_deceased: SetDeceased
    join_twins: JoinTwins
    part_twins: PartTwins
    back: TakeStepBack
    again: TakeStepAgain
