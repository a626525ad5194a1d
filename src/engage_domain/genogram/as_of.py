"""A family as it was on a day: who was born, who lived, who lived together, who was with whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from engage_domain.genogram import kinship
from engage_domain.genogram.kinship import Tie
from engage_domain.genogram.model import Family, Home, Kind, Member, Stay

PREGNANCY = timedelta(days=280)
BEFORE_THE_END = {kinship.DIVORCED: kinship.MARRIED, kinship.SEPARATED: kinship.PARTNERS}
ENDING = frozenset({kinship.FOSTER, kinship.GUARDIAN, kinship.STEP})


def as_of(family: Family, day: date) -> Family:
    """Return the family as it was on a day; what has no dates is taken to have been so."""
    members = tuple(found for one in family.members if (found := _member(one, day)) is not None)
    present = frozenset(one.id for one in members)
    ties = (held for tie in family.ties if (held := _tie(tie, day)) is not None)
    return Family(
        members,
        tuple(tie for tie in ties if tie.a in present and tie.b in present),
        tuple(_home(home, day, present) for home in family.homes),
        tuple(stay for stay in family.stays if _is_on(stay.from_on, stay.to_on, day)),
    )


def stay_of(stays: tuple[Stay, ...], person_id: str) -> Stay | None:
    """Return the placement somebody is in, the latest begun where more than one is open."""
    mine = [stay for stay in stays if stay.person_id == person_id]
    return max(mine, key=lambda stay: stay.from_on or date.min, default=None)


def _is_on(from_on: date | None, to_on: date | None, day: date) -> bool:
    return (from_on is None or from_on <= day) and (to_on is None or day <= to_on)


def _member(one: Member, day: date) -> Member | None:
    """Return somebody on a day; a child not yet born is a pregnancy in its time, and before it not there."""
    if one.birth is not None and one.birth > day:
        is_awaited = one.birth - day <= PREGNANCY and one.kind in {Kind.PERSON, Kind.PREGNANCY}
        return replace(one, kind=Kind.PREGNANCY, death=None, is_deceased=False) if is_awaited else None
    if one.death is not None:
        gone = one.death <= day
        return replace(one, death=one.death if gone else None, is_deceased=gone)
    return one


def _tie(tie: Tie, day: date) -> Tie | None:
    if tie.type in kinship.PARTNER_TYPES:
        return _partners(tie, day)
    if tie.type == kinship.BIRTH:
        return tie
    if tie.from_on is not None and tie.from_on > day:
        return None
    if tie.to_on is not None and tie.to_on < day:
        return None if tie.type in ENDING else replace(tie, quality="")
    return tie


def _partners(tie: Tie, day: date) -> Tie | None:
    if tie.from_on is not None and tie.from_on > day:
        return None
    if tie.to_on is not None and tie.to_on > day:
        return replace(tie, type=BEFORE_THE_END.get(tie.type, tie.type), to_on=None)
    return tie


def _home(home: Home, day: date, present: frozenset[str]) -> Home:
    inside = (one for one in home.residences if _is_on(one.from_on, one.to_on, day))
    return replace(home, residences=tuple(one for one in inside if one.person_id in present))
