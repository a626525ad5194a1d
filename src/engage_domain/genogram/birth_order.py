"""The order in which brothers and sisters stand: the eldest on the left, those without a date where they were named."""

from __future__ import annotations

from collections.abc import Sequence

from engage_domain.genogram.model import Kind, Member


def birth_order(members: Sequence[Member]) -> tuple[str, ...]:
    """Return everybody's ids in one order that holds within every set of children."""
    dated = sorted(
        (one for one in members if one.birth is not None),
        key=lambda one: (one.kind is Kind.PREGNANCY, one.birth, one.twin_group),
    )
    order = [one.id for one in dated]
    by_id = {one.id: one for one in members}
    place = {one.id: number for number, one in enumerate(members)}
    before: str | None = None
    for one in members:
        if one.birth is None:
            at = _start(order, place, one.id) if before is None else _after(order, by_id, before, one)
            order.insert(at, one.id)
        before = one.id
    return tuple(order)


def _after(order: Sequence[str], by_id: dict[str, Member], before: str, one: Member) -> int:
    """Return the place behind somebody, and behind all who were born together with them."""
    at = order.index(before) + 1
    while (
        at < len(order)
        and _together(by_id[before], by_id[order[at]])
        and one.twin_group != by_id[before].twin_group
    ):
        at += 1
    return at


def _together(one: Member, other: Member) -> bool:
    if one.twin_group:
        return one.twin_group == other.twin_group
    return one.birth is not None and one.birth == other.birth


def _start(order: Sequence[str], place: dict[str, int], person: str) -> int:
    """Return where somebody named before all others stands: before them."""
    return next((n for n, other in enumerate(order) if place[other] > place[person]), len(order))


def twin_groups(members: Sequence[Member], siblings: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the sets among some siblings that were born together: said to be, or on one certain day."""
    wanted = frozenset(siblings)
    groups: dict[str, list[str]] = {}
    by_id = {one.id: one for one in members if one.id in wanted}
    for sibling in siblings:
        one = by_id[sibling]
        day = (
            one.birth.isoformat() if one.birth and not one.birth_estimated and one.kind is Kind.PERSON else ""
        )
        key = one.twin_group or day
        if key:
            groups.setdefault(key, []).append(sibling)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)
