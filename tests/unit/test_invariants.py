"""What no record may contradict."""

from __future__ import annotations

import pytest

from engage_domain.invariants import broken, form_of, lacking
from engage_wire.entities import REGISTRY
from engage_wire.registry import Doc, Field, Kind, Value

FINE: list[tuple[Kind, Value]] = [
    (Kind.TEXT, "words"),
    (Kind.TEXT, ""),
    (Kind.LONG, "many\nwords"),
    (Kind.CODE, "anything_known_or_later"),
    (Kind.CODES, "[]"),
    (Kind.CODES, '["a","b"]'),
    (Kind.JSON, '{"a":[1]}'),
    (Kind.INT, -5),
    (Kind.BOOL, 1),
    (Kind.DATE, "2024-02-29"),
    (Kind.INSTANT, "2026-11-21T14:03:11.250Z"),
    (Kind.ID, "0" * 32),
]
WRONG: list[tuple[Kind, Value]] = [
    (Kind.TEXT, 1),
    (Kind.TEXT, "a\0b"),
    (Kind.CODES, ""),
    (Kind.CODES, '{"a":1}'),
    (Kind.CODES, '["a",1]'),
    (Kind.CODES, "[" * 100_000),
    (Kind.JSON, "{"),
    (Kind.JSON, "null"),
    (Kind.INT, "5"),
    (Kind.INT, 1 << 63),
    (Kind.DATE, "2023-02-29"),
    (Kind.DATE, "20230228"),
    (Kind.DATE, "2023-02-28 "),
    (Kind.DATE, "٢٠٢٣-٠٢-٢٨"),
    (Kind.INSTANT, "2026-11-21T14:03:11+00:00"),
    (Kind.INSTANT, "2026-11-21"),
    (Kind.INSTANT, "soon"),
    (Kind.ID, "A" * 32),
    (Kind.ID, "0" * 31),
]


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_is_always_of_the_right_form(kind: Kind) -> None:
    assert form_of(Field("x", kind))(None)


@pytest.mark.parametrize(("kind", "value"), FINE)
def test_values_of_the_described_form_pass(kind: Kind, value: Value) -> None:
    assert form_of(Field("x", kind))(value)


@pytest.mark.parametrize(("kind", "value"), WRONG)
def test_values_of_another_form_do_not(kind: Kind, value: Value) -> None:
    assert not form_of(Field("x", kind))(value)


def test_required_fields_are_named_when_they_are_empty() -> None:
    assert lacking(REGISTRY["family"], {"name": "Alvarez"}) is None
    assert lacking(REGISTRY["family"], {"name": ""}) == "name"
    assert lacking(REGISTRY["case_member"], {"family_id": "f"}) == "person_id"


@pytest.mark.parametrize(
    ("entity", "doc", "code"),
    [
        ("placement", {"from_on": "2026-02-01", "to_on": "2026-01-01"}, "to_on_before_from_on"),
        ("placement", {"from_on": "2026-01-01", "to_on": "2026-01-01"}, None),
        ("placement", {"from_on": None, "to_on": "2026-01-01"}, None),
        ("placement", {"from_on": "2026-02-01", "to_on": "2026-01-01", "deleted_at": "x"}, None),
        ("relationship", {"a_id": "1", "b_id": "1"}, "related_to_oneself"),
        ("relationship", {"a_id": "1", "b_id": "2"}, None),
        ("contact", {"status": "final", "event_start": "x"}, "final_without_seal"),
        ("contact", {"status": "final", "event_start": "x", "final_hash": "y"}, None),
        ("contact", {"status": "draft"}, None),
    ],
)
def test_a_contradiction_has_a_code(entity: str, doc: Doc, code: str | None) -> None:
    assert broken(entity, doc) == code
