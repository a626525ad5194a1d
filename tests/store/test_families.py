"""A card says who a family is, how the month stands with each child, and with each parent, near or far."""

from __future__ import annotations

from datetime import date

import pytest
from tests.support import families
from tests.support.planting import key

from engage_desktop.errors import BadInput
from engage_desktop.services.desk import Desk
from engage_desktop.services.families import AlreadyHere, FamilyCards, OpenFamily
from engage_desktop.store import records
from engage_desktop.store.tables import sync_outbox
from engage_domain.families import FamilyCard, Kept, NewFamily, NewPerson, Order, Reach, in_order, tint
from engage_domain.month import Tile


def cards(desk: Desk) -> dict[str, FamilyCard]:
    return {card.family_id: card for card in FamilyCards(desk)()}


def test_a_card_shows_each_childs_month(desk: Desk) -> None:
    card = cards(desk)[families.ALVAREZ]
    assert [(child.name, child.age, child.month.tile) for child in card.children] == [
        ("Elena", 12, Tile.SEEN), ("Mateo", 8, Tile.DUE), ("Luz", 4, Tile.SEEN), ("Sam", 4, Tile.AWAY),
    ]  # fmt: skip
    assert card.children[3].month.location_note == "at grandma’s"
    assert card.initials == "AG"
    assert card.case_nos == ("24-1187",)


def test_a_card_shows_days_since_contact_with_each_parent(desk: Desk) -> None:
    parents = {parent.name: parent for parent in cards(desk)[families.ALVAREZ].parents}
    assert {name: parent.days for name, parent in parents.items()} == {"Marisol": 3, "Andre": 24, "Dwayne": 9}
    assert parents["Andre"].is_waiting
    assert not parents["Dwayne"].is_waiting
    assert parents["Andre"].note == "in Ohio"


def test_still_looking_is_a_state_and_no_gap(desk: Desk) -> None:
    bao = next(parent for parent in cards(desk)[families.NGUYEN].parents if parent.name == "Bao")
    assert (bao.reach, bao.note, bao.is_waiting) == (Reach.SEARCHING, "2 cousins called", False)


def test_a_parent_with_a_reason_is_not_waited_for(desk: Desk) -> None:
    with desk.write("case_member.edit") as conn:
        values: dict[str, str | int | None] = {"na_reason": "contrary_to_safety", "na_evidence": "order"}
        records.update(conn, "case_member", key("case_member", "baptiste", "Jean"), values)
    jean = next(parent for parent in cards(desk)[families.BAPTISTE].parents if parent.name == "Jean")
    assert jean.reach is Reach.EXCUSED


def test_an_old_contact_is_found_however_long_ago(desk: Desk) -> None:
    with desk.write("contact.edit") as conn:
        early = "2025-01-10T15:00:00.000Z"
        records.update(conn, "contact", key("contact", "alvarez", "andre"), {"event_start": early})
    andre = next(parent for parent in cards(desk)[families.ALVAREZ].parents if parent.name == "Andre")
    assert andre.days == (date(2026, 11, 23) - date(2025, 1, 10)).days


def test_a_card_shows_what_comes_next(desk: Desk) -> None:
    found = cards(desk)
    coming = found[families.NGUYEN].next
    assert coming is not None
    assert (coming.kind, f"{coming.at:%a %H:%M}") == ("home_visit", "Fri 16:00")
    assert found[families.OKAFOR].next is None


def test_a_card_shows_where_its_newest_work_is(desk: Desk) -> None:
    found = cards(desk)
    assert found[families.CHEN].kept is Kept.HERE_ONLY
    assert found[families.DOBBS].kept is Kept.WITH_AGENCY
    assert found[families.ALVAREZ].kept is Kept.NEEDS_YOU


def test_a_shield_stands_where_something_is_protected(desk: Desk) -> None:
    assert [card.name for card in cards(desk).values() if card.has_protected] == ["Dobbs"]


def test_a_closed_family_has_no_card(desk: Desk) -> None:
    with desk.write("family.close") as conn:
        records.update(conn, "family", families.OKAFOR, {"status": "closed"})
    assert families.OKAFOR not in cards(desk)


def test_cards_are_sorted_by_need_by_name_and_by_what_comes_next(desk: Desk) -> None:
    found = FamilyCards(desk)()

    def names(order: Order) -> list[str]:
        return [card.name for card in in_order(found, order)]

    assert names(Order.NEED)[:2] == ["Baptiste", "Alvarez–Greene"]
    assert names(Order.NAME) == ["Alvarez–Greene", "Baptiste", "Chen", "Dobbs", "Nguyen", "Okafor"]
    assert names(Order.NEXT) == ["Alvarez–Greene", "Baptiste", "Chen", "Dobbs", "Nguyen", "Okafor"]


def test_a_familys_colour_is_always_the_same() -> None:
    assert tint(families.ALVAREZ) == tint(families.ALVAREZ)
    assert all(0 <= tint(key("family", str(n))) < 7 for n in range(40))


def test_opening_a_family_writes_everything_in_one_go(desk: Desk) -> None:
    new = NewFamily(
        "Santos",
        "pt",
        "26-0001",
        people=(
            NewPerson("Rui", "Santos", "child", date(2019, 3, 14)),
            NewPerson("Inês", "Santos", "mother"),
            NewPerson(""),
        ),
    )
    made = OpenFamily(desk)(new)
    assert made.touches("family", "person")
    card = cards(desk)[made.made_id]
    assert (card.name, card.home_language, card.case_nos) == ("Santos", "pt", ("26-0001",))
    assert [(child.name, child.age) for child in card.children] == [("Rui", 7)]
    assert [parent.name for parent in card.parents] == ["Inês"]
    assert card.is_mine
    assert card.kept is Kept.HERE_ONLY
    with desk.read() as conn:
        bucket = sync_outbox.c.bucket == f"f:{made.made_id}"
        assert len(set(conn.execute(sync_outbox.select().where(bucket)).mappings().all()[0]["txn"])) > 0
        assert len({row.txn for row in conn.execute(sync_outbox.select().where(bucket))}) == 1


def test_a_name_is_enough(desk: Desk) -> None:
    made = OpenFamily(desk)(NewFamily("  Santos "))
    assert cards(desk)[made.made_id].name == "Santos"


@pytest.mark.parametrize(
    ("new", "field", "reason"),
    [
        (NewFamily("  "), "name", "empty"),
        (NewFamily("x" * 200), "name", "too_long"),
        (NewFamily("Santos", case_no="9" * 60), "case_no", "too_long"),
    ],
)
def test_what_cannot_be_a_family_is_refused(desk: Desk, new: NewFamily, field: str, reason: str) -> None:
    with pytest.raises(BadInput) as bad:
        OpenFamily(desk)(new)
    assert (bad.value.field, bad.value.code) == (field, reason)


def test_the_same_case_number_is_noticed_first(desk: Desk) -> None:
    found = AlreadyHere(desk)(NewFamily("Dobs", case_no="24 1187"))
    assert [(one.name, one.same_case_no) for one in found] == [("Alvarez–Greene", True), ("Dobbs", False)]


def test_a_family_with_the_same_people_is_noticed(desk: Desk) -> None:
    found = AlreadyHere(desk)(NewFamily("Somebody", people=(NewPerson("Noe", "Batiste"),)))
    assert [(one.name, one.person) for one in found] == [("Baptiste", "Noé Baptiste")]


def test_a_new_name_is_nobodys(desk: Desk) -> None:
    assert AlreadyHere(desk)(NewFamily("Santos", people=(NewPerson("Rui", "Santos"),))) == ()
    assert AlreadyHere(desk)(NewFamily("")) == ()
