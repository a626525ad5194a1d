"""The family of nineteen that the tour draws: who joins whom, in which way, by the drawing's own sheet."""

from __future__ import annotations

import time
from dataclasses import dataclass

from engage_desktop.app.tour.stage import Laptop

CHILD, PARENT, PARTNER, SIBLING, TWIN, OTHER = (
    "child", "parent", "partner", "brother or sister", "twin", "other tie",
)  # fmt: skip
WOMAN, MAN = "Female", "Male"


@dataclass(frozen=True, slots=True)
class Joining:
    """One person to add: to whom, as what, and what the sheet is to be told besides."""

    name: str
    place: str = ""
    of: str = ""
    sex: str = ""
    way: str = ""
    other_parent: str = ""
    kind: str = ""
    born: str = ""
    role: str = ""
    identical: bool = False


NINETEEN = (
    Joining("Elena", sex=WOMAN, role="Child", born="5/9/2014"),
    Joining("Marisol", PARENT, "Elena", WOMAN),
    Joining("Andre", PARENT, "Elena", MAN),
    Joining("Mateo", SIBLING, "Elena", MAN, born="2/17/2018"),
    Joining("Dwayne", PARTNER, "Marisol", MAN, way="Separated"),
    Joining("Luz", CHILD, "Marisol", WOMAN, other_parent="Dwayne", born="6/30/2022"),
    Joining("Lola", TWIN, "Luz", WOMAN, identical=True),
    Joining("", CHILD, "Marisol", other_parent="Dwayne", kind="Miscarriage"),
    Joining("", CHILD, "Marisol", other_parent="Dwayne", kind="Pregnancy"),
    Joining("Lucía", PARENT, "Marisol", WOMAN, born="3/1/1958"),
    Joining("Ramón", PARENT, "Marisol", MAN),
    Joining("Tomás", SIBLING, "Marisol", MAN),
    Joining("Inés", SIBLING, "Marisol", WOMAN),
    Joining("Rosa", PARTNER, "Inés", WOMAN, way="Married"),
    Joining("Ida", PARENT, "Dwayne", WOMAN),
    Joining("Walter", PARTNER, "Ida", MAN, way="Divorced"),
    Joining("Noa", CHILD, "Inés", way="Foster parent", other_parent="Rosa", born="4/1/2024"),
    Joining("Rev. Ortiz", OTHER, "Marisol", way="Family friend"),
    Joining("Joe", OTHER, "Marisol", way="Grandparent: the new person is the elder"),
)


def draw_family(laptop: Laptop, *, by_keys: bool) -> None:
    """Add all nineteen, each from the sign of somebody drawn already: pressed, or every one gone to `by_keys`.

    With large text whoever is pressed takes the place of the drawing, so the keys are the only way there.
    """
    for number, one in enumerate(NINETEEN):
        _begin(laptop, one, by_keys=by_keys or number % 2 == 0)
        _fill_in(laptop, one)
        laptop.click("Add")
        close_person(laptop)


def close_person(laptop: Laptop) -> None:
    """Go back from somebody's panel to the drawing."""
    laptop.wait_for("Who they are")
    time.sleep(0.3)
    laptop.click("All people" if laptop.sees("All people") else "Close (Esc)")


def _begin(laptop: Laptop, one: Joining, *, by_keys: bool) -> None:
    if not one.of:
        laptop.click("Add the first person")
    elif by_keys:
        laptop.sign(one.of, go=True)
        laptop.key("Ins")
    else:
        laptop.sign(one.of)
        laptop.wait_for("Who they are")
        laptop.click("Add a person")
    laptop.wait_for("Who belongs to the family?")


def _fill_in(laptop: Laptop, one: Joining) -> None:
    chosen = (
        ("~They are the", one.place),
        ("~In which way", one.way),
        ("~The other parent", one.other_parent),
        ("~Born or not", one.kind),
        ("~Sex", one.sex),
        ("~To the family", one.role),
    )
    for name, text in chosen:
        if text:
            laptop.choose(name, text)
    if one.name:
        laptop.write("First name", one.name)
    if one.born:
        laptop.write("Day of birth", one.born)
    if one.identical:
        laptop.click("Identical twins")
