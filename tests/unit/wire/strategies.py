"""Rows and operations of every shape, for the properties of the merge rules."""

from __future__ import annotations

import string
from dataclasses import replace

from hypothesis import strategies as st

from engage_wire.entities import REGISTRY
from engage_wire.merge import EPOCH_SIZE, Meta, write_members
from engage_wire.op import INSERT, UPDATE, Op
from engage_wire.registry import Doc, Entity, Field, Kind, Policy

SENTENCES = st.sampled_from(
    [
        "He said yes. ",
        "She was at school. ",
        "The door was open! ",
        "¿Cómo está? ",
        "Nobody came.\n",
        "Bruise, 2 cm. ",
    ]
)
TEXTS = st.lists(SENTENCES, max_size=6).map("".join)
WORDS = st.sampled_from(["a", "b", "c", "ñ", "2026-01-01", ""])
MEMBERS = st.sets(st.sampled_from(["x", "y", "z"])).map(write_members)
ENTITIES = st.sampled_from(REGISTRY.entities)
IDS = st.text(string.hexdigits.lower()[:16], min_size=32, max_size=32)
STAMP_HLC = st.integers(0, 40).map(lambda n: f"{n:016x}")


def value(field: Field) -> st.SearchStrategy[str | int | None]:
    if field.policy in {Policy.SET, Policy.GROW} or field.kind is Kind.CODES:
        return st.none() | MEMBERS
    if field.kind.is_integer:
        return st.none() | st.integers(0, 3)
    if field.policy is Policy.TEXT3:
        return st.none() | TEXTS
    return st.none() | WORDS


def docs(entity: Entity) -> st.SearchStrategy[Doc]:
    return st.fixed_dictionaries({field.name: value(field) for field in entity.fields})


def partial_docs(entity: Entity) -> st.SearchStrategy[Doc]:
    return docs(entity).flatmap(
        lambda doc: st.sets(st.sampled_from(entity.columns), min_size=1).map(
            lambda names: {name: doc[name] for name in sorted(names)}
        )
    )


@st.composite
def metas(draw: st.DrawFn, entity: Entity) -> Meta:
    rev = draw(st.integers(1, 9)) + EPOCH_SIZE
    stamps = st.tuples(st.integers(EPOCH_SIZE + 1, rev), STAMP_HLC, IDS)
    groups = draw(st.dictionaries(st.sampled_from(sorted(entity.groups())), stamps, max_size=4))
    first = draw(st.tuples(st.just(EPOCH_SIZE + 1), STAMP_HLC, IDS))
    locked = draw(st.sampled_from([None, None, None, rev]))
    return Meta(rev, {"*": first, **groups}, locked)


@st.composite
def ops(draw: st.DrawFn, entity: Entity, head: Doc | None) -> Op:
    kind = draw(st.sampled_from([INSERT, UPDATE, UPDATE, UPDATE]))
    new = draw(docs(entity) if kind == INSERT else partial_docs(entity))
    old: Doc = {}
    if kind == UPDATE:
        seen = draw(docs(entity))
        close = draw(st.booleans()) and head is not None
        old = {name: (head or {}).get(name) if close else seen[name] for name in new}
    return Op(
        uid=draw(IDS),
        txn=draw(IDS),
        entity=entity.name,
        row_id=draw(IDS),
        bucket="f:x",
        kind=kind,
        base_rev=0 if kind == INSERT else EPOCH_SIZE + draw(st.integers(0, 10)),
        new=new,
        old=old,
        hlc=draw(STAMP_HLC),
        wall="2026-11-21T14:03:11.250Z",
        actor=draw(IDS),
        cmd="x.y",
        schema=1,
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Entity, Doc, Meta, Op]:
    entity = draw(ENTITIES)
    doc = draw(docs(entity))
    meta = draw(metas(entity))
    return entity, doc, meta, draw(ops(entity, doc))


def again(op: Op, base_rev: int) -> Op:
    return replace(op, base_rev=base_rev)
