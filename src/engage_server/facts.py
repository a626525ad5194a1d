"""What judging needs to know of each entity, worked out once from the registry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from sqlalchemy import Table

from engage_domain.invariants import form_of
from engage_server.tables import records
from engage_wire.entities import REGISTRY
from engage_wire.registry import SCHEMA, Doc, Entity, Policy, Value

Key = tuple[str, str]  # entity, row id
EMPTY = {None, ""}


@dataclass(frozen=True, slots=True)
class Facts:
    """One entity, its table, and the parts of it that judging asks for with every operation."""

    entity: Entity
    table: Table
    columns: tuple[str, ...]
    forms: Mapping[str, Callable[[Value], bool]]
    refs: tuple[tuple[str, str], ...]  # column, entity; always inside the same bucket
    server_fields: frozenset[str]
    required: tuple[str, ...]
    values: Callable[[Doc], tuple[Value, ...]]

    def row(self, agency: str, row_id: str, doc: Doc) -> tuple[Any, ...]:
        """Return a document as a row of the table."""
        return (agency, row_id, *self.values(doc))

    def ill_formed(self, values: Doc) -> bool:
        """Say whether any known field's value is not of the field's form."""
        for name, value in values.items():
            form = self.forms.get(name)
            if form is not None and not form(value):
                return True
        return False

    def lacks(self, doc: Doc) -> bool:
        """Say whether a required field is empty."""
        return not EMPTY.isdisjoint(map(doc.get, self.required))


def _facts(entity: Entity) -> Facts:
    columns = entity.columns
    return Facts(
        entity,
        records[entity.name],
        columns,
        {field.name: form_of(field) for field in entity.fields},
        tuple((field.name, field.ref) for field in entity.fields if field.ref),
        frozenset(field.name for field in entity.fields if field.policy is Policy.SERVER),
        tuple(field.name for field in entity.fields if field.required),
        itemgetter(*columns),
    )


FACTS: dict[str, Facts] = {entity.name: _facts(entity) for entity in REGISTRY.entities}


def projection(schema: int) -> dict[str, tuple[str, ...]]:
    """Return the columns of each entity that a client of this schema knows; unknown entities are left out."""
    return {
        name: tuple(field.name for field in facts.entity.fields if field.added_in <= schema)
        for name, facts in FACTS.items()
        if facts.entity.added_in <= schema
    }


def added_since(schema: int) -> list[str]:
    """Return the entities that were new or got new fields after a schema."""
    return [
        name
        for name, facts in FACTS.items()
        if schema < facts.entity.added_in <= SCHEMA
        or any(schema < field.added_in <= SCHEMA for field in facts.entity.fields)
    ]
