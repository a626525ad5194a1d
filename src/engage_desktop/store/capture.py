"""Generated triggers: every change of a record becomes an outbox row in the same transaction, and search follows.

They are made from the registry, never written by hand, and re-created after each migration. A write without the
context that `Vault.write` gives aborts; rows are deleted by sync alone, people set `deleted_at`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from engage_wire.entities import BODY_SECTIONS, REGISTRY
from engage_wire.registry import SCHEMA, Entity, Home

SEARCH_TABLE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING "
    "fts5(text, content='', contentless_delete=1, tokenize=\"unicode61 remove_diacritics 2\")"
)
SEARCHED = {"contact_body": BODY_SECTIONS, "addendum": ("text",)}
EVENT_TIME = {
    "contact_body": "(SELECT c.event_start FROM contact c WHERE c.id = {row}.contact_id)",
    "addendum": "{row}.written_at",
}

OPEN = "coalesce({row}.labels, '[]') = '[]' AND coalesce({row}.hide_from, '[]') = '[]' AND {row}.deleted_at IS NULL"


@dataclass(frozen=True, slots=True)
class Trigger:
    """One generated trigger."""

    name: str
    sql: str


def _bucket(entity: Entity, row: str) -> str:
    if entity.home is Home.AGENCY:
        return "'a:' || coalesce((SELECT v FROM sync_state WHERE k = 'agency_id'), '')"
    if entity.home is Home.USER:
        return f"'u:' || {row}.user_id"
    return f"'f:' || {row}.{'id' if entity.name == 'family' else 'family_id'}"


def _document(entity: Entity, row: str) -> str:
    pairs = ", ".join(f"'{c}', {row}.{c}" for c in entity.columns)
    return f"json_object({pairs})"


def _op(entity: Entity, kind: str, base_rev: str, new: str, old: str, tail: str = "") -> str:
    # The context is NOT NULL in the outbox, so a write outside Vault.write aborts here.
    return (
        "INSERT INTO sync_outbox(txn, entity, row_id, bucket, kind, base_rev, new, old, actor, cmd, hlc, wall, schema, resolves) "
        f"SELECT x.txn, '{entity.name}', NEW.id, {_bucket(entity, 'NEW')}, '{kind}', {base_rev}, {new}, {old}, "
        f"x.actor, x.cmd, x.hlc, x.wall, {SCHEMA}, x.resolves FROM sync_ctx x{tail};"
    )


LISTENING = "(SELECT applying FROM sync_ctx) = 0"


def _on_insert(entity: Entity) -> Trigger:
    body = _op(entity, "i", "0", _document(entity, "NEW"), "NULL")
    return Trigger(
        f"capture_{entity.name}_i",
        f"CREATE TRIGGER capture_{entity.name}_i AFTER INSERT ON {entity.name} WHEN {LISTENING} BEGIN {body} END",
    )


def _on_update(entity: Entity) -> Trigger:
    rev = f"coalesce((SELECT rev FROM sync_row WHERE entity = '{entity.name}' AND row_id = NEW.id), 0)"
    # A row with unmerged changes shows them over whatever was fetched since, so its writer still stands on their base.
    unmerged = f"SELECT min(base_rev) FROM sync_outbox WHERE entity = '{entity.name}' AND row_id = NEW.id AND state < 2"
    base = f"min({rev}, coalesce(({unmerged}), {rev}))"
    shadow = (
        "INSERT INTO sync_shadow(entity, row_id, rev, doc) "
        f"SELECT '{entity.name}', OLD.id, {rev}, {_document(entity, 'OLD')} "
        f"WHERE NOT EXISTS (SELECT 1 FROM sync_shadow WHERE entity = '{entity.name}' AND row_id = OLD.id);"
    )
    changes = " UNION ALL ".join(
        f"SELECT '{c}' k, NEW.{c} n, OLD.{c} o WHERE NEW.{c} IS NOT OLD.{c}" for c in entity.columns
    )
    op = _op(
        entity,
        "u",
        base,
        "d.n",
        "d.o",
        f", (SELECT json_group_object(k, n) n, json_group_object(k, o) o FROM ({changes}) HAVING count(*) > 0) d",
    )
    changed = " OR ".join(f"NEW.{c} IS NOT OLD.{c}" for c in entity.columns)
    return Trigger(
        f"capture_{entity.name}_u",
        f"CREATE TRIGGER capture_{entity.name}_u AFTER UPDATE ON {entity.name} WHEN {LISTENING} AND ({changed}) BEGIN {shadow} {op} END",
    )


def _on_delete(entity: Entity) -> Trigger:
    return Trigger(
        f"capture_{entity.name}_d",
        f"CREATE TRIGGER capture_{entity.name}_d BEFORE DELETE ON {entity.name} WHEN {LISTENING} "
        "BEGIN SELECT RAISE(ABORT, 'records are voided, not deleted'); END",
    )


def _search(entity: str, columns: tuple[str, ...]) -> list[Trigger]:
    """Keep the index of settled, unprotected text current; a labelled row is never indexed."""
    forget = (
        f"DELETE FROM search_index WHERE rowid IN (SELECT docid FROM search_doc WHERE entity = '{entity}' AND row_id = OLD.id); "
        f"DELETE FROM search_doc WHERE entity = '{entity}' AND row_id = OLD.id;"
    )
    text = " || char(10) || ".join(f"coalesce(NEW.{c}, '')" for c in columns)
    open_row = f"{OPEN.format(row='NEW')} AND EXISTS (SELECT 1 FROM contact c WHERE c.id = NEW.contact_id AND {OPEN.format(row='c')})"
    any_text = " OR ".join(f"coalesce(NEW.{c}, '') <> ''" for c in columns)
    at = EVENT_TIME[entity].format(row="NEW")
    second = f"coalesce(CAST(strftime('%s', {at}) AS INTEGER), 0) * 1048576"
    learn = (
        "INSERT INTO search_doc(docid, entity, row_id, family_id, at) "
        f"SELECT max({second}, coalesce((SELECT max(docid) + 1 FROM search_doc WHERE docid >= {second} AND docid < {second} + 1048576), 0)), "
        f"'{entity}', NEW.id, NEW.family_id, {at} WHERE {open_row} AND ({any_text}); "
        "INSERT INTO search_index(rowid, text) "
        f"SELECT docid, {text} FROM search_doc WHERE entity = '{entity}' AND row_id = NEW.id;"
    )
    watched = ", ".join((*columns, "labels", "hide_from", "deleted_at"))
    return [
        Trigger(
            f"search_{entity}_i",
            f"CREATE TRIGGER search_{entity}_i AFTER INSERT ON {entity} BEGIN {learn} END",
        ),
        Trigger(
            f"search_{entity}_u",
            f"CREATE TRIGGER search_{entity}_u AFTER UPDATE OF {watched} ON {entity} BEGIN {forget} {learn} END",
        ),
        Trigger(
            f"search_{entity}_d",
            f"CREATE TRIGGER search_{entity}_d AFTER DELETE ON {entity} BEGIN {forget} END",
        ),
    ]


def _search_follows_contact() -> list[Trigger]:
    """Have the words of a contact go and come with it: taken back, protected, moved to another day."""
    again = " ".join(
        f"UPDATE {entity} SET {columns[0]} = {columns[0]} WHERE contact_id = NEW.id;"
        for entity, columns in SEARCHED.items()
    )
    on = {"i": "INSERT", "u": "UPDATE OF event_start, labels, hide_from, deleted_at"}
    return [
        Trigger(
            f"search_contact_{kind}",
            f"CREATE TRIGGER search_contact_{kind} AFTER {event} ON contact BEGIN {again} END",
        )
        for kind, event in on.items()
    ]


def triggers() -> list[Trigger]:
    """Return every generated trigger, in the order in which they are created."""
    made = [make(entity) for entity in REGISTRY.entities for make in (_on_insert, _on_update, _on_delete)]
    searched = [trigger for entity, columns in SEARCHED.items() for trigger in _search(entity, columns)]
    return made + searched + _search_follows_contact()


def rebuild_search() -> list[str]:
    """Return the statements that build the whole search index anew from the records."""
    statements = ["DELETE FROM search_doc", "DROP TABLE IF EXISTS search_index", SEARCH_TABLE]
    for entity, columns in SEARCHED.items():
        statements.append(f"UPDATE {entity} SET {columns[0]} = {columns[0]}")
    return statements


def schema_hash() -> str:
    """Return the hash of tables, columns and triggers that the registry asks for."""
    shape = [f"{e.name}({','.join(e.columns)})" for e in REGISTRY.entities] + [t.sql for t in triggers()]
    return hashlib.blake2b("\n".join(shape).encode(), digest_size=16).hexdigest()
