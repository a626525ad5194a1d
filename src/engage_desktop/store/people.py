"""What the People screen reads: persons with their role, and one person's ties, homes, placements and ways to reach."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, and_, case, literal, literal_column, or_, select, union_all

from engage_desktop.errors import NotFound
from engage_desktop.store import drafts
from engage_desktop.store.reading import day, open_rows, short_name, standing, text
from engage_desktop.store.records import member_text, members
from engage_desktop.store.tables import KEPT, PROTECTABLE, records
from engage_domain import persons
from engage_domain.persons import (
    Home,
    Household,
    People,
    PersonCard,
    PersonFile,
    Placed,
    Reach,
    SafeContact,
    Tie,
)
from engage_wire.registry import Value

SETS_OF_PEOPLE = frozenset({"about", "adult_ids", "focus_children", "person_ids", "said_by", "with_ids"})
person, member, relationship = records["person"], records["case_member"], records["relationship"]
household, household_member = records["household"], records["household_member"]
placement, point = records["placement"], records["contact_point"]


def people(conn: Connection, family_id: str, today: date) -> People:
    """Return the people of a family, those nearest to the children first."""
    rows = conn.execute(_cards_query().where(person.c.family_id == family_id)).all()
    homes = conn.execute(
        select(household.c.id, household.c.name)
        .where(household.c.family_id == family_id, open_rows(household))
        .order_by(household.c.name)
    )
    return People(
        everybody=persons.in_order(_one_each(rows, today)),
        households=tuple(Household(row.id, text(row.name)) for row in homes),
        has_protected=has_protected(conn, family_id),
    )


def person_file(conn: Connection, person_id: str, today: date) -> PersonFile:
    """Return what is known of one person; NotFound when there is none to be seen."""
    rows = conn.execute(_cards_query().where(person.c.id == person_id)).all()
    if not rows:
        raise NotFound("person")
    card = _one_each(rows, today)[0]
    typing = (*drafts.all_of(conn, "person", person_id), *drafts.all_of(conn, "case_member", card.member_id))
    return PersonFile(
        card=card,
        ties=_ties(conn, person_id),
        homes=_homes(conn, person_id),
        placements=_placements(conn, person_id),
        points=_points(conn, person_id),
        has_protected=_person_has_protected(conn, person_id),
        drafts=tuple((draft.field, draft.text) for draft in typing),
    )


def has_protected(conn: Connection, family_id: str) -> bool:
    """Say whether anything of a family is kept under Safety; nothing of what it is."""
    looks = [
        select(literal(1)).where(records[name].c.family_id == family_id, _kept(name)) for name in PROTECTABLE
    ]
    looks.extend(
        select(literal(1)).where(table.c.family_id == family_id, standing(table), telling)
        for table, telling in ((relationship, _unsafe()), (point, _withheld()))
    )
    return conn.execute(union_all(*looks).limit(1)).first() is not None


def row_of(conn: Connection, entity: str, row_id: str) -> dict[str, Any]:
    """Return a whole record by column, taken back ones too; NotFound when it is not here."""
    table = records[entity]
    row = conn.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if row is None:
        raise NotFound(entity)
    return dict(row)


def keep_unseen(conn: Connection, row: Mapping[Any, Any], values: dict[str, Value]) -> None:
    """Let whoever stands in a set of people in `row` and may not be seen when choosing stay in the set in `values`."""
    for name in SETS_OF_PEOPLE & values.keys():
        look = select(person.c.id).where(person.c.family_id == row["family_id"], open_rows(person))
        unseen = set(members(row[name])).difference(conn.execute(look).scalars())
        values[name] = member_text({*members(values[name]), *unseen})


def addresses(conn: Connection, person_id: str) -> tuple[tuple[str, str], ...]:
    """Return id and confidentiality of every address of a person, protected ones too, for the rule about them."""
    rows = conn.execute(
        select(point.c.id, point.c.confidentiality).where(
            point.c.person_id == person_id, point.c.kind == "address", standing(point)
        )
    )
    return tuple((row.id, text(row.confidentiality)) for row in rows)


def open_placement(conn: Connection, person_id: str) -> Placed | None:
    """Return the placement a child is in now, if one is written down."""
    return next((p for p in _placements(conn, person_id) if p.to_on is None), None)


def _cards_query() -> Any:
    held = and_(member.c.person_id == person.c.id, open_rows(member))
    return (
        select(
            person,
            member.c.id.label("member_id"),
            member.c.role,
            member.c.from_on,
            member.c.to_on,
            member.c.whereabouts,
            member.c.whereabouts_note,
        )
        .select_from(person.outerjoin(member, held))
        .where(open_rows(person))
        .order_by(person.c.id, member.c.to_on.is_(None).desc(), member.c.from_on.desc(), member.c.id.desc())
    )


def _one_each(rows: Any, today: date) -> list[PersonCard]:
    found: dict[str, PersonCard] = {}
    for row in rows:
        if row.id not in found:
            found[row.id] = _card(row, today)
    return list(found.values())


def _card(row: Row[Any], today: date) -> PersonCard:
    born, died = day(row.birth_date), day(row.deceased_on)
    return PersonCard(
        person_id=row.id,
        member_id=text(row.member_id),
        first_name=text(row.first_name),
        last_name=text(row.last_name),
        preferred_name=text(row.preferred_name),
        role=text(row.role),
        age=_age(row, born, died, today),
        birth_date=born,
        birth_estimated=bool(row.birth_estimated),
        sex=text(row.sex),
        gender=text(row.gender),
        languages=members(row.languages),
        reads_languages=members(row.reads_languages),
        interpreter_need=text(row.interpreter_need),
        accommodation=text(row.accommodation),
        whereabouts=text(row.whereabouts),
        whereabouts_note=text(row.whereabouts_note),
        from_on=day(row.from_on),
        to_on=day(row.to_on),
        deceased_on=died,
        is_deceased=bool(row.deceased) or died is not None,
        kind=text(row.person_kind) or "person",
        twin_group=text(row.twin_group),
        is_identical_twin=bool(row.identical_twin),
    )


def _age(row: Row[Any], born: date | None, died: date | None, today: date) -> int | None:
    """Return an age, where there is one: somebody awaited has none, nor somebody who died nobody knows when."""
    is_known = text(row.person_kind) in {"", "person"} and (died is not None or not row.deceased)
    return persons.age_of(born, died, today) if is_known else None


def _safe_tie() -> Any:
    return and_(open_rows(relationship), relationship.c.quality.is_distinct_from(persons.UNSAFE))


def _ties(conn: Connection, person_id: str) -> tuple[Tie, ...]:
    mine = or_(relationship.c.a_id == person_id, relationship.c.b_id == person_id)
    other = case((relationship.c.a_id == person_id, relationship.c.b_id), else_=relationship.c.a_id)
    rows = conn.execute(
        select(relationship, person.c.id.label("other_id"), short_name(person).label("other_name"))
        .join_from(relationship, person, person.c.id == other)
        .where(mine, _safe_tie(), open_rows(person))
        .order_by(relationship.c.from_on, relationship.c.id)
    )
    return tuple(
        Tie(
            relationship_id=row.id,
            other_id=row.other_id,
            other_name=row.other_name,
            type=text(row.type),
            quality=text(row.quality),
            from_on=day(row.from_on),
            to_on=day(row.to_on),
            is_from_a=row.a_id == person_id,
        )
        for row in rows
    )


def _homes(conn: Connection, person_id: str) -> tuple[Home, ...]:
    rows = conn.execute(
        select(household_member, household.c.name)
        .join_from(household_member, household, household.c.id == household_member.c.household_id)
        .where(household_member.c.person_id == person_id, open_rows(household_member), open_rows(household))
        .order_by(household_member.c.to_on.is_(None).desc(), household_member.c.from_on.desc())
    ).all()
    return tuple(
        Home(
            member_id=row.id,
            household_id=row.household_id,
            name=text(row.name),
            with_names=_living_with(conn, row.household_id, person_id),
            from_on=day(row.from_on),
            to_on=day(row.to_on),
        )
        for row in rows
    )


def _living_with(conn: Connection, household_id: str, but: str) -> tuple[str, ...]:
    rows = conn.execute(
        select(short_name(person).label("name"))
        .join_from(household_member, person, person.c.id == household_member.c.person_id)
        .where(
            household_member.c.household_id == household_id,
            household_member.c.to_on.is_(None),
            person.c.id != but,
            open_rows(household_member),
            open_rows(person),
        )
        .order_by(person.c.birth_date)
    )
    return tuple(row.name for row in rows)


def _placements(conn: Connection, person_id: str) -> tuple[Placed, ...]:
    rows = conn.execute(
        select(placement)
        .where(placement.c.person_id == person_id, open_rows(placement))
        .order_by(placement.c.from_on.desc(), placement.c.id.desc())
    )
    return tuple(
        Placed(row.id, text(row.kind), text(row.with_whom), day(row.from_on), day(row.to_on)) for row in rows
    )


def _points(conn: Connection, person_id: str) -> tuple[Reach, ...]:
    rows = conn.execute(
        select(
            point.c.id,
            point.c.kind,
            point.c.confidentiality,
            case((point.c.confidentiality == "withheld", ""), else_=point.c.value).label("value"),
            point.c.safe_contact,
            point.c.verified_on,
        )
        .where(point.c.person_id == person_id, open_rows(point))
        .order_by(point.c.kind, point.c.id)
    )
    return tuple(
        Reach(
            row.id,
            text(row.kind),
            text(row.value),
            text(row.confidentiality),
            safe_contact(row.safe_contact),
            day(row.verified_on),
        )
        for row in rows
    )


def safe_contact(value: object) -> SafeContact:
    """Read what is safe when reaching somebody; what was never asked stays unasked."""
    doc = safe_document(value)
    answers = {k: doc[k] for k in ("voicemail_ok", "text_ok", "mail_ok") if isinstance(doc.get(k), bool)}
    return SafeContact(**answers, times=text(doc.get("times")))


def safe_document(value: object) -> dict[str, Any]:
    """Read everything written about reaching somebody safely."""
    try:
        doc = json.loads(str(value)) if value else {}
    except ValueError:
        return {}
    return doc if isinstance(doc, dict) else {}


def _kept(name: str) -> Any:
    # Spelled as the partial indexes are, so that they are used.
    return and_(standing(records[name]), literal_column(f"({KEPT})"))


def _unsafe() -> Any:
    return relationship.c.quality == persons.UNSAFE


def _withheld() -> Any:
    return point.c.confidentiality.in_((persons.ACP, "withheld"))


def _person_has_protected(conn: Connection, person_id: str) -> bool:
    either = or_(relationship.c.a_id == person_id, relationship.c.b_id == person_id)
    looks = (
        select(literal(1)).where(point.c.person_id == person_id, _kept("contact_point")),
        select(literal(1)).where(point.c.person_id == person_id, standing(point), _withheld()),
        select(literal(1)).where(either, _kept("relationship")),
        select(literal(1)).where(either, standing(relationship), _unsafe()),
        select(literal(1)).where(placement.c.person_id == person_id, _kept("placement")),
    )
    return conn.execute(union_all(*looks).limit(1)).first() is not None
