"""The drawing of a family: read and laid out beside the window, and written by what is done in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from engage_desktop.errors import BadInput
from engage_desktop.services.desk import Desk
from engage_desktop.services.people import line, read_birth, require_order
from engage_desktop.services.steps import Recorder, Step
from engage_desktop.store import genogram as store
from engage_desktop.store.genogram import Chart
from engage_desktop.store.people import row_of
from engage_desktop.store.records import member_text, members
from engage_domain.genogram.adding import Joining, Place, ties_for
from engage_domain.genogram.draw import Layout, lay_out, paint
from engage_domain.genogram.drawing import Drawing
from engage_domain.genogram.model import Kind, Options, Sizes, Spot
from engage_domain.genogram.reading import Told, told
from engage_domain.persons import labels_of_quality
from engage_wire.registry import Value

MANY = 150
NEAR = 3
EVERYBODY = -1
ANYBODY = "?"


@dataclass(frozen=True, slots=True)
class Ask:
    """Which drawing is wanted: on which day, seen from whom, how many steps of kinship far, in which text size.

    Without a day it is today; a focus of `ANYBODY` is the eldest child; without steps a large family is drawn
    around the focus and a small one whole.
    """

    family_id: str
    on: date | None = None
    focus: str = ANYBODY
    steps: int | None = None
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing with its list twin, and everything it was made of."""

    ask: Ask
    on: date
    chart: Chart
    layout: Layout
    drawing: Drawing
    told: tuple[Told, ...]

    @property
    def focus(self) -> str:
        """Whom it is seen from, if anybody."""
        return self.layout.options.focus

    @property
    def steps(self) -> int | None:
        """How many steps far it goes; None for everybody."""
        return self.layout.options.steps


@dataclass(frozen=True, slots=True)
class DrawFamily:
    """Reads a family and lays it out."""

    desk: Desk

    def __call__(self, ask: Ask) -> Drawn:
        """Return the drawing."""
        with self.desk.read() as conn:
            chart = store.chart(conn, ask.family_id)
        on = ask.on or self.desk.today()
        people = {one.id for one in chart.family.members}
        focus = _eldest_child(chart) if ask.focus == ANYBODY else ask.focus
        focus = focus if focus in people else ""
        steps = ask.steps
        if steps is None and len(people) > MANY:
            focus, steps = focus or chart.family.members[0].id, NEAR
        places = {one: Spot(at.x * ask.scale, at.y * ask.scale) for one, at in chart.places.items()}
        sizes = Sizes().times(ask.scale)
        layout = lay_out(
            chart.family, Options(on, focus, None if steps == EVERYBODY else steps, places, sizes)
        )
        drawing = paint(layout)
        return Drawn(ask, on, chart, layout, drawing, told(layout, drawing))


@dataclass(frozen=True, slots=True)
class NewKin:
    """Somebody to be added: who they are, and how they join those who are drawn."""

    family_id: str
    first_name: str = ""
    last_name: str = ""
    sex: str = ""
    kind: Kind = Kind.PERSON
    birth: date | None = None
    is_deceased: bool = False
    role: str = ""
    joining: Joining | None = None
    is_identical: bool = False


@dataclass(frozen=True, slots=True)
class AddKin:
    """Adds a person, or a pregnancy or loss, with all its ties in one go."""

    desk: Desk

    def __call__(self, new: NewKin) -> Step:
        """Write the person; BadInput when a person has no name or was born after today."""
        first, last = line("first_name", new.first_name), line("last_name", new.last_name)
        if new.kind is Kind.PERSON and not (first or last):
            raise BadInput("first_name", "empty")
        person_id = self.desk.new_id()
        values: dict[str, Value] = {
            "first_name": first,
            "last_name": last,
            "sex": new.sex or None,
            "person_kind": new.kind.value,
            "birth_date": read_birth(new.birth, new.kind, self.desk.today()),
            "deceased": 1 if new.is_deceased else None,
        }
        with self.desk.write("person.add") as conn:
            record = Recorder(self.desk, conn, new.family_id)
            if new.joining is not None and new.joining.place is Place.TWIN:
                values |= self._twin(conn, record, new.joining.anchor, new)
            record.insert("person", values, person_id)
            if new.kind is Kind.PERSON:
                record.insert("case_member", _role(person_id, new.role, self.desk.today()))
            if new.joining is not None:
                known = store.ties(conn, new.family_id)
                for a, b, kind in ties_for(person_id, new.joining, known):
                    record.insert("relationship", {"a_id": a, "b_id": b, "type": kind})
            return record.step("person.add", person_id)

    def _twin(self, conn: Connection, record: Recorder, twin: str, new: NewKin) -> dict[str, Value]:
        """Return what a twin has in common with the other, and let the other know."""
        row = row_of(conn, "person", twin)
        group = row["twin_group"] or self.desk.new_id()
        shared: dict[str, Value] = {"twin_group": group, "identical_twin": 1 if new.is_identical else None}
        record.update("person", twin, shared)
        if new.birth is None and new.kind is Kind.PERSON:
            shared |= {"birth_date": row["birth_date"], "birth_estimated": row["birth_estimated"]}
        return shared


@dataclass(frozen=True, slots=True)
class Bond:
    """How two people stand to each other: the kind of tie, how it is between them, from when to when."""

    type: str
    quality: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, slots=True)
class Connect:
    """Ties two people. An unsafe tie is protected from the first moment and leaves this screen."""

    desk: Desk

    def __call__(self, family_id: str, a_id: str, b_id: str, bond: Bond) -> Step:
        """Write the tie; BadInput for somebody with themselves, without a kind, or ended before it began."""
        if a_id == b_id or not b_id:
            raise BadInput("other", "same_person" if b_id else "empty")
        with self.desk.write("relationship.add") as conn:
            record = Recorder(self.desk, conn, family_id)
            record.insert("relationship", {"a_id": a_id, "b_id": b_id, **_bond(bond, ())})
            return record.step("relationship.add", a_id)


@dataclass(frozen=True, slots=True)
class ChangeBond:
    """Amends how two people stand to each other."""

    desk: Desk

    def __call__(self, relationship_id: str, bond: Bond) -> Step:
        """Keep it; labels only grow here."""
        with self.desk.write("relationship.edit") as conn:
            row = row_of(conn, "relationship", relationship_id)
            record = Recorder(self.desk, conn, row["family_id"])
            record.update("relationship", relationship_id, _bond(bond, members(row["labels"])))
            return record.step("relationship.edit", row["a_id"])


@dataclass(frozen=True, slots=True)
class MovePeople:
    """Remembers where people were put in the drawing."""

    desk: Desk

    def __call__(self, family_id: str, spots: Mapping[str, tuple[int, int]]) -> Step:
        """Keep the places, in pixels at 100 % text."""
        with self.desk.write("person.place") as conn:
            record = Recorder(self.desk, conn, family_id)
            for person_id, (x, y) in spots.items():
                record.update("person", person_id, {"drawn_x": x, "drawn_y": y})
            return record.step("person.place", next(iter(spots), ""))


@dataclass(frozen=True, slots=True)
class TidyUp:
    """Forgets where people were put: the program lays the family out again."""

    desk: Desk

    def __call__(self, family_id: str) -> Step:
        """Forget all places of a family."""
        with self.desk.write("person.place") as conn:
            record = Recorder(self.desk, conn, family_id)
            for person_id in store.drawn_people(conn, family_id):
                record.update("person", person_id, {"drawn_x": None, "drawn_y": None})
            return record.step("person.place")


def _eldest_child(chart: Chart) -> str:
    children = [one for one in chart.family.members if chart.roles.get(one.id) == "child"]
    return min(children, key=lambda one: (one.birth is None, one.birth or date.max)).id if children else ""


def _role(person_id: str, role: str, today: date) -> dict[str, Value]:
    return {"person_id": person_id, "role": role or "other", "from_on": today.isoformat()}


def _bond(bond: Bond, labels: tuple[str, ...]) -> dict[str, Value]:
    if not bond.type:
        raise BadInput("type", "empty")
    kept = labels_of_quality(bond.quality, labels)
    values: dict[str, Value] = {
        "type": bond.type,
        "quality": bond.quality or None,
        "from_on": bond.from_on.isoformat() if bond.from_on else None,
        "to_on": bond.to_on.isoformat() if bond.to_on else None,
        "labels": member_text(kept) if kept else None,
    }
    require_order({}, values)
    return values
