"""Values for every field of every kind of record: a first one and two others, each allowed where it stands."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from engage_wire.entities import COMMON, DRAWN, FAMILY_KEY, REGISTRY
from engage_wire.merge import write_members
from engage_wire.registry import Doc, Entity, Field, Kind, Policy, Value

FIRST, HERE, THERE = 0, 1, 2
NEW = (
    "statement", "scale_answer", "child_areas", "child_words", "support", "timeline_entry", "search_effort", "plan",
    "plan_position", "goal", "service_referral",
)  # fmt: skip
WIDENED = {
    "action_step": ("plan_id", "goal_id", "place"),
    "attachment": ("person_ids", "taken_on", "note"),
    "person": ("person_kind", "twin_group", "identical_twin", *(f.name for f in DRAWN)),
}
ENTITIES = (*NEW, *WIDENED)
LAID_DOWN = frozenset((FAMILY_KEY.name, *(f.name for f in COMMON)))
ONE_OF_TWO = frozenset({"who_user_id"})  # a step has one accountable person: the other field stays empty
WORDS = (
    "The bus comes at eight. Lucía has a key. Sunday is for church.",
    "The bus comes at eight, says Mateo. Lucía has a key. Sunday is for church.",
    "The bus comes at eight. Lucía has a key. Sunday is for church and soup.",
)
JOINED = "The bus comes at eight, says Mateo. Lucía has a key. Sunday is for church and soup."
OTHER_WORDS = ("The bus comes at nine. Lucía has a key.", "The bus never comes. Lucía has a key.")
MONTHS = {
    "start_on": 1,
    "from_on": 1,
    "started_on": 1,
    "review_on": 6,
    "to_on": 12,
    "end_on": 12,
    "ended_on": 12,
}
CODES = tomllib.loads(
    files("engage_server").joinpath("_resources", "policy", "codes.toml").read_text("utf-8")
)


def fields(entity: str, policy: Policy | None = None) -> tuple[Field, ...]:
    """Return the fields of a record that are new with understanding, plan and solutions."""
    known = REGISTRY[entity]
    wanted = WIDENED.get(entity) or tuple(f.name for f in known.fields if f.name not in LAID_DOWN)
    found = (known.field(name) for name in wanted if name not in ONE_OF_TWO)
    return tuple(f for f in found if policy is None or f.policy is policy)


def groups(entity: str, policy: Policy) -> dict[str, tuple[Field, ...]]:
    """Return those fields by what they mean together."""
    found: dict[str, tuple[Field, ...]] = {}
    for field in fields(entity, policy):
        found[field.merge_group] = (*found.get(field.merge_group, ()), field)
    return found


def value(field: Field, which: int, people: tuple[str, str, str]) -> Value:
    """Return one of three different values a field may hold."""
    if field.ref == "person":
        return people[which]
    if field.policy is Policy.TEXT3:
        return WORDS[which]
    if field.kind is Kind.CODE:
        codes = [row["code"] for row in CODES[field.vocabulary]["codes"]]
        return str(codes[which % len(codes)])
    return _plain(field, which)


def _plain(field: Field, which: int) -> Value:
    month = MONTHS.get(field.name, 3)
    made: dict[Kind, Value] = {
        Kind.INT: which + 1,
        Kind.BOOL: (None, 1, 0)[which],
        Kind.DATE: f"2026-{month:02}-{10 + which}",
        Kind.INSTANT: f"2026-{month:02}-{10 + which}T09:00:00.000Z",
        Kind.ID: f"{which + 10:032x}",
        Kind.CODES: write_members({f"{number:032x}" for number in range(which + 1)}),
        Kind.JSON: f'{{"strokes":{which}}}',
    }
    return made.get(field.kind, f"{field.name} {which}")


def whole(entity: str, people: tuple[str, str, str], parents: dict[str, str]) -> Doc:
    """Return a whole record with the first value everywhere."""
    known: Entity = REGISTRY[entity]
    made = {f.name: value(f, FIRST, people) for f in fields(entity) if f.ref in {"", "person"}}
    owners = {f.name: parents[f.ref] for f in known.fields if f.ref in parents}
    return made | owners | ({"kind": "service"} if entity == "plan" else {})
