"""Writing down what stands round a family. Every change is a step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from engage_desktop.errors import BadInput
from engage_desktop.services.desk import Desk
from engage_desktop.services.people import require_order
from engage_desktop.services.steps import Recorder, Step
from engage_desktop.store import records, supports
from engage_desktop.store.people import keep_unseen, row_of
from engage_domain.supports import CIRCLES, Supports
from engage_wire.registry import Value

LONGEST = 200
FARTHEST = 20_000  # a drawing has an edge, wherever somebody's hand went
Given = str | bool | int | date | tuple[str, ...] | None
Place = tuple[int, int] | None
NOTHING: Mapping[str, Given] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SupportsOf:
    """Reads what stands round a family."""

    desk: Desk

    def __call__(self, family_id: str) -> Supports:
        """Return it; NotFound when the family is not on this laptop."""
        with self.desk.read() as conn:
            return supports.supports(conn, family_id)


@dataclass(frozen=True, slots=True)
class AddSupport:
    """Writes a support down; all but the name can wait."""

    desk: Desk

    def __call__(self, family_id: str, name: str, given: Mapping[str, Given] = NOTHING) -> Step:
        """Write it; BadInput when it is neither named nor somebody of the family."""
        values = _values({"name": name, **given})
        if not (values["name"] or values.get("person_id")):
            raise BadInput("name", "empty")
        with self.desk.write("support.add") as conn:
            record = Recorder(self.desk, conn, family_id)
            return record.step("support.add", record.insert("support", values))


@dataclass(frozen=True, slots=True)
class EditSupport:
    """Amends a support, field by field."""

    desk: Desk

    def __call__(self, support_id: str, given: Mapping[str, Given]) -> Step:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        values = _values(given)
        with self.desk.write("support.edit") as conn:
            row = row_of(conn, "support", support_id)
            after = {**row, **values}
            if not (after["name"] or after["person_id"]):
                raise BadInput("name", "empty")
            require_order(row, values)
            keep_unseen(conn, row, values)
            record = Recorder(self.desk, conn, row["family_id"])
            record.update("support", support_id, values)
            return record.step("support.edit", support_id)


@dataclass(frozen=True, slots=True)
class PlaceSupports:
    """Remembers where supports were dragged to; without a place they go back to the ring."""

    desk: Desk

    def __call__(self, family_id: str, places: Mapping[str, Place]) -> Step:
        """Remember the places. Two hands dragging at once never ask anybody: the last one stays."""
        with self.desk.write("support.place") as conn:
            record = Recorder(self.desk, conn, family_id)
            for support_id, place in places.items():
                x, y = place or (None, None)
                if place and max(abs(place[0]), abs(place[1])) > FARTHEST:
                    raise BadInput("place")
                record.update("support", support_id, {"drawn_x": x, "drawn_y": y})
            return record.step("support.place")


def _values(given: Mapping[str, Given]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, value in given.items():
        if name not in READ:
            raise BadInput(name)
        values[name] = READ[name](name, value)
    return values


def _line(name: str, value: Given) -> Value:
    if not isinstance(value, str):
        raise BadInput(name)
    words = " ".join(value.split())
    if len(words) > LONGEST:
        raise BadInput(name, "too_long")
    return words or None


def _flag(name: str, value: Given) -> Value:
    if value is not None and not isinstance(value, bool):
        raise BadInput(name)
    return None if value is None else int(value)


def _circle(name: str, value: Given) -> Value:
    if value is None:
        return None
    if not isinstance(value, int) or value not in CIRCLES:
        raise BadInput(name)
    return value


def _day(name: str, value: Given) -> Value:
    if value is not None and not isinstance(value, date):
        raise BadInput(name)
    return value.isoformat() if value else None


def _people(name: str, value: Given) -> Value:
    if not isinstance(value, tuple):
        raise BadInput(name)
    return records.member_text(value)


READ: dict[str, Callable[[str, Given], Value]] = {
    **dict.fromkeys(("name", "kind", "strength", "flow", "about_id", "person_id"), _line),
    **dict.fromkeys(("formal", "stressful"), _flag),
    **dict.fromkeys(("from_on", "to_on"), _day),
    "circle": _circle,
    "said_by": _people,
}
