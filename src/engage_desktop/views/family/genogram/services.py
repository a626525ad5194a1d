"""Everything that can be done in the drawing."""

from __future__ import annotations

from dataclasses import dataclass

from engage_desktop.services.genogram import (
    AddKin,
    ChangeBond,
    Connect,
    DrawFamily,
    MovePeople,
    TidyUp,
)
from engage_desktop.services.lives import JoinTwins, PartTwins, SetDeceased, SetKind


@dataclass(frozen=True, slots=True)
class GenogramServices:
    """The verbs of the drawing; each but `draw` returns a step that can be taken back."""

    draw: DrawFamily
    add: AddKin
    connect: Connect
    change_bond: ChangeBond
    move: MovePeople
    tidy: TidyUp
    set_kind: SetKind
    set_deceased: SetDeceased
    join_twins: JoinTwins
    part_twins: PartTwins
