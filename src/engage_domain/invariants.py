"""What no record may contradict, whoever wrote it: pure checks of one row, used by the server before it accepts.

A rule belongs here only when a row that breaks it would mislead a reader or a count; everything softer is a hint on
the laptop. Each check returns a code, or None when all is well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date

from engage_wire.clock import parse_instant
from engage_wire.ids import is_id
from engage_wire.registry import Entity, Field, Kind, Value

WHOLE_LIMIT = 1 << 63
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def form_of(field: Field) -> Callable[[Value], bool]:
    """Return the check whether a value is of the form that the field's kind describes; nothing always is."""
    return _whole if field.kind.is_integer else FORMS.get(field.kind, _any_text)


def lacking(entity: Entity, doc: Mapping[str, Value]) -> str | None:
    """Return the name of a required field that is empty, or None."""
    return next((f.name for f in entity.fields if f.required and doc.get(f.name) in {None, ""}), None)


def broken(entity: str, doc: Mapping[str, Value]) -> str | None:
    """Return the code of the rule a row breaks, or None."""
    if doc.get("deleted_at") is not None:
        return None
    for first, last in ORDERED:
        start, end = doc.get(first), doc.get(last)
        if isinstance(start, str) and isinstance(end, str) and end < start:
            return f"{last}_before_{first}"
    rule = RULES.get(entity)
    return rule(doc) if rule else None


def _whole(value: Value) -> bool:
    return value is None or (isinstance(value, int) and -WHOLE_LIMIT <= value < WHOLE_LIMIT)


def _any_text(value: Value) -> bool:
    return value is None or (isinstance(value, str) and "\0" not in value)


def _text(check: Callable[[str], bool]) -> Callable[[Value], bool]:
    return lambda value: value is None or (isinstance(value, str) and "\0" not in value and check(value))


def _date(value: str) -> bool:
    if not DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _instant(value: str) -> bool:
    try:
        parse_instant(value)
    except ValueError:
        return False
    return value.endswith("Z")


def _codes(value: str) -> bool:
    found = _parsed(value)
    return isinstance(found, list) and all(isinstance(member, str) for member in found)


def _json(value: str) -> bool:
    return _parsed(value) is not None


def _parsed(value: str) -> object:
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


FORMS: dict[Kind, Callable[[Value], bool]] = {
    Kind.DATE: _text(_date),
    Kind.INSTANT: _text(_instant),
    Kind.ID: _text(is_id),
    Kind.CODES: _text(_codes),
    Kind.JSON: _text(_json),
}
ORDERED = (
    ("from_on", "to_on"),
    ("opened_on", "closed_on"),
    ("starts_at", "ends_at"),
    ("event_start", "event_end"),
    ("arrived_at", "left_at"),
    ("start_on", "end_on"),
    ("started_on", "ended_on"),
)
SCALE = range(11)
BINDING = frozenset({"offered", "agreed", "approved"})


def _relationship(doc: Mapping[str, Value]) -> str | None:
    return "related_to_oneself" if doc.get("a_id") == doc.get("b_id") else None


def _contact(doc: Mapping[str, Value]) -> str | None:
    if doc.get("status") == "final" and not (doc.get("event_start") and doc.get("final_hash")):
        return "final_without_seal"
    return None


def _scale_answer(doc: Mapping[str, Value]) -> str | None:
    return None if doc.get("value") is None or doc["value"] in SCALE else "off_the_scale"


def _plan(doc: Mapping[str, Value]) -> str | None:
    """No safety plan is open-ended once it is offered to a family (I-8)."""
    is_open_ended = doc.get("kind") == "safety" and doc.get("status") in BINDING and not doc.get("end_on")
    return "open_ended" if is_open_ended else None


def _action_step(doc: Mapping[str, Value]) -> str | None:
    """One person answers for a step (I-10)."""
    return "two_accountable" if doc.get("who_person_id") and doc.get("who_user_id") else None


RULES: dict[str, Callable[[Mapping[str, Value]], str | None]] = {
    "relationship": _relationship,
    "contact": _contact,
    "scale_answer": _scale_answer,
    "plan": _plan,
    "action_step": _action_step,
}
