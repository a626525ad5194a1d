"""What is confidential from somebody never appears in anything meant for them."""

from __future__ import annotations

import dataclasses
import typing
from datetime import UTC, datetime
from enum import StrEnum

from hypothesis import given
from hypothesis import strategies as st

from engage_domain.disclosure import CLEARED, OWN_SCREEN, disclose, may_see_field, passage
from engage_wire.disclosure import Audience, AudienceKind, Disclosure
from engage_wire.entities import REGISTRY
from engage_wire.merge import write_members
from engage_wire.registry import Doc, Entity, Label

NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)
OTHERS = sorted(set(AudienceKind) - OWN_SCREEN)
entities = st.sampled_from(REGISTRY.entities)
audiences = st.builds(Audience, st.sampled_from(OTHERS), st.just(("p1", "p2")))


def filled(entity: Entity, words: str) -> Doc:
    doc: Doc = {field.name: f"{words} {field.name}" for field in entity.fields}
    return doc | {"deleted_at": None, "labels": None, "hide_from": None}


def leaves(shape: object) -> set[object]:
    """Collect the types at the ends of a shape's fields."""
    if dataclasses.is_dataclass(shape) and isinstance(shape, type):
        return {leaf for hint in typing.get_type_hints(shape).values() for leaf in leaves(hint)}
    inner = [part for part in typing.get_args(shape) if part is not Ellipsis]
    return {leaf for part in inner for leaf in leaves(part)} if inner else {shape}


def test_a_disclosure_is_made_of_leaf_types_only() -> None:
    assert all(
        leaf in {str, int} or (isinstance(leaf, type) and issubclass(leaf, StrEnum))
        for leaf in leaves(Disclosure)
    )


@given(entities, audiences, st.text(min_size=3), st.text(min_size=3))
def test_two_records_that_differ_only_in_what_is_withheld_disclose_the_same(
    entity: Entity, audience: Audience, one: str, other: str
) -> None:
    first, second = filled(entity, "same"), filled(entity, "same")
    for field in entity.fields:
        if not may_see_field(field.label, audience) and field.name not in {
            "labels",
            "hide_from",
            "deleted_at",
        }:
            first[field.name], second[field.name] = one, other
    assert disclose("x", [(entity, first)], audience, "en", NOON) == disclose(
        "x", [(entity, second)], audience, "en", NOON
    )


@given(entities, audiences, st.sampled_from(sorted(set(Label) - {Label.ROUTINE})))
def test_a_labelled_row_leaves_no_trace_unless_the_audience_is_cleared(
    entity: Entity, audience: Audience, label: Label
) -> None:
    doc = filled(entity, "words") | {"labels": write_members({label})}
    assert (passage(entity, doc, audience) is not None) is (label in CLEARED[audience.kind])


@given(entities, audiences)
def test_a_row_hidden_from_somebody_present_is_seen_by_nobody_there(
    entity: Entity, audience: Audience
) -> None:
    doc = filled(entity, "words") | {"hide_from": write_members({"p2"})}
    assert passage(entity, doc, audience) is None


@given(entities)
def test_the_worker_sees_everything_but_what_was_voided(entity: Entity) -> None:
    worker = Audience(AudienceKind.WORKER)
    doc = filled(entity, "words") | {"labels": write_members({Label.DV_PROTECTED})}
    assert passage(entity, doc, worker) is not None
    assert passage(entity, doc | {"deleted_at": "2026-11-23T17:00:00.000Z"}, worker) is None


def test_addresses_safe_contact_and_narratives_are_for_the_worker_alone() -> None:
    screen = Audience(AudienceKind.FAMILY_SCREEN, ("p1",))
    for entity, field in (
        ("contact_point", "value"),
        ("contact_point", "safe_contact"),
        ("contact_body", "assessment"),
        ("contact", "location_note"),
    ):
        assert not may_see_field(REGISTRY[entity].field(field).label, screen)
