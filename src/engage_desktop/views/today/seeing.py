"""What there is to see to, as chips; and what an appointment looks like."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from engage_desktop.views.kit.marks import Chip
from engage_desktop.views.kit.tips import plain_tip
from engage_desktop.views.kit.words import Wordbook
from engage_domain.families import tint
from engage_domain.today import LittleChild, See, SeeKind

ICONS = {
    "home_visit": "house",
    "court": "scale",
    "coached_visit": "footprints",
    "family_meeting": "presentation",
    "office": "building-2",
    "phone": "phone",
}
LONGEST_CHIP = 30
translate = QCoreApplication.translate


def icon_of(kind: str) -> str:
    """Return the sign of a kind of appointment."""
    return ICONS.get(kind, "calendar")


def tone_of(family_id: str) -> str:
    """Return the colour a family is recognised by."""
    return f"p{tint(family_id)}"


def chips(see: Sequence[See], words: Wordbook, size: float = 13) -> list[Chip]:
    """Return a chip for each thing to see to."""
    return [_chip(one, words, size) for one in see]


def children_said(children: Sequence[LittleChild]) -> str:
    """Return children with their ages, those of one age together: `Elena 12, Mateo 8, Luz & Sam 4`."""
    groups: list[tuple[list[str], int | None]] = []
    for child in children:
        if groups and groups[-1][1] == child.age and child.age is not None:
            groups[-1][0].append(child.name)
        else:
            groups.append(([child.name], child.age))
    return ", ".join(" & ".join(names) + (f" {age}" if age is not None else "") for names, age in groups)


def _chip(one: See, words: Wordbook, size: float) -> Chip:
    if one.kind is SeeKind.CHILD_ALONE:
        return Chip(translate("Seeing", "{name}, alone").format(name=one.words), "warn", "eye", size)
    if one.kind is SeeKind.CHILD:
        return Chip(one.words, "warn", "eye", size)
    if one.kind is SeeKind.LANGUAGE:
        return Chip(words.word("language", one.words), "info", "languages", size)
    short = one.words if len(one.words) <= LONGEST_CHIP else one.words[: LONGEST_CHIP - 1].rstrip() + "…"
    chip = Chip(short, "sand", "ticket", size)
    chip.setAccessibleName(translate("Seeing", "Promised: {what}").format(what=one.words))
    chip.setToolTip(plain_tip(one.words))
    return chip
