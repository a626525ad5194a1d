"""A family tree as a genogram, before any of it is taken into the record."""

from __future__ import annotations

from engage_domain.gedcom.proposals import PersonProposal, Proposals
from engage_domain.genogram.kinship import Tie
from engage_domain.genogram.model import Family, Kind, Member


def family_of(found: Proposals, stillborn: frozenset[str] = frozenset()) -> Family:
    """Return what a tree would look like drawn; the people keep their keys in the file."""
    ties = tuple(
        Tie(f"{tie.a_key} {tie.b_key} {tie.type}", tie.a_key, tie.b_key, tie.type, "", tie.from_on, tie.to_on)
        for tie in found.ties
    )
    return Family(tuple(_member(one, is_stillborn=one.key in stillborn) for one in found.people), ties)


def _member(one: PersonProposal, *, is_stillborn: bool) -> Member:
    return Member(
        id=one.key,
        name=one.called,
        sex=one.sex or "unknown",
        gender=one.gender,
        birth=one.birth_date,
        birth_estimated=one.birth_estimated,
        death=one.deceased_on,
        is_deceased=one.is_deceased,
        kind=Kind.STILLBIRTH if is_stillborn else Kind.PERSON,
    )
