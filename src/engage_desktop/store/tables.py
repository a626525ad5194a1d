"""The laptop's tables: the records from the entity registry, what sync needs beside them, and what stays local."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

from engage_wire.entities import REGISTRY

if TYPE_CHECKING:
    from engage_wire.registry import Entity, Field

metadata = MetaData()


def _column(field: Field) -> Column[object]:
    kind: Integer | Text = Integer() if field.kind.is_integer else Text()
    if field.ref and field.name != "user_id":
        return Column(field.name, kind, ForeignKey(f"{field.ref}.id", deferrable=True, initially="DEFERRED"))
    return Column(field.name, kind)


def _record_table(entity: Entity) -> Table:
    columns = [_column(field) for field in entity.fields]
    return Table(entity.name, metadata, Column("id", String(32), primary_key=True), *columns)


records: dict[str, Table] = {entity.name: _record_table(entity) for entity in REGISTRY.entities}

Index("ix_contact_family", records["contact"].c.family_id, records["contact"].c.event_start)
Index("ix_contact_body_contact", records["contact_body"].c.contact_id)
Index("ix_participant_contact", records["contact_participant"].c.contact_id)
Index("ix_participant_person", records["contact_participant"].c.person_id)
Index("ix_mark_contact", records["mark"].c.contact_id)
Index("ix_addendum_contact", records["addendum"].c.contact_id)
Index("ix_appointment_start", records["appointment"].c.starts_at)
for _name in (
    "case_period",
    "person",
    "case_member",
    "placement",
    "action_step",
    "task",
    "assignment",
    "conflict",
    "appointment",
    "mark",
    "relationship",
    "contact_point",
    "household",
    "household_member",
    "statement",
    "scale_answer",
    "child_areas",
    "child_words",
    "support",
    "timeline_entry",
    "search_effort",
    "plan",
    "plan_position",
    "goal",
    "service_referral",
    "attachment",
):
    Index(f"ix_{_name}_family", records[_name].c.family_id)

# Which rows are kept under Safety is asked of every family at once, and most rows are not.
KEPT = "labels <> '[]' OR hide_from <> '[]'"
PROTECTABLE = (
    "person", "case_member", "relationship", "contact_point", "placement", "contact", "contact_body", "mark",
    "addendum", "appointment", "action_step", "attachment", "statement", "scale_answer", "child_areas", "child_words",
    "support", "timeline_entry", "search_effort", "plan", "goal", "service_referral",
)  # fmt: skip
for _name in PROTECTABLE:
    Index(f"ix_{_name}_kept", records[_name].c.family_id, sqlite_where=text(KEPT))

# What sync keeps beside the records (sync.md A2).
sync_state = Table(
    "sync_state", metadata, Column("k", Text, primary_key=True), Column("v", Text), sqlite_with_rowid=False
)
sync_ctx = Table(
    "sync_ctx",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("applying", Integer, nullable=False),
    Column("txn", Text),
    Column("actor", Text),
    Column("cmd", Text),
    Column("hlc", Text),
    Column("wall", Text),
    Column("resolves", Text),
    CheckConstraint("one = 1", name="only_one"),
)
sync_outbox = Table(
    "sync_outbox",
    metadata,
    Column("oid", Integer, primary_key=True, autoincrement=True),
    Column("op_uid", Text, unique=True),
    Column("txn", Text, nullable=False),
    Column("seq", Integer, unique=True),
    Column("g", Text),
    Column("entity", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("bucket", Text),
    Column("kind", Text, nullable=False),
    Column("base_rev", Integer, nullable=False),
    Column("new", Text),
    Column("old", Text),
    Column("actor", Text, nullable=False),
    Column("cmd", Text),
    Column("hlc", Text, nullable=False),
    Column("wall", Text, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("resolves", Text),
    Column("state", Integer, nullable=False, server_default="0"),  # 0 new, 1 acked, 2 merged, 3 durable
    Column("outcome", Text),
    Column("ack_head", Integer),
    Column("receipt", Text),
    Column("acked_at", Text),
    sqlite_autoincrement=True,
)
Index("ix_outbox_row", sync_outbox.c.entity, sync_outbox.c.row_id)
Index("ix_outbox_state", sync_outbox.c.state, sync_outbox.c.seq)
Index("ix_outbox_bucket", sync_outbox.c.bucket, sync_outbox.c.state)
sync_row = Table(
    "sync_row",
    metadata,
    Column("entity", Text),
    Column("row_id", Text),
    Column("rev", Integer, nullable=False),
    Column("home", Text, nullable=False),
    PrimaryKeyConstraint("entity", "row_id"),
    sqlite_with_rowid=False,
)
Index("ix_sync_row_home", sync_row.c.home)
sync_shadow = Table(
    "sync_shadow",
    metadata,
    Column("entity", Text),
    Column("row_id", Text),
    Column("rev", Integer),
    Column("doc", Text),
    PrimaryKeyConstraint("entity", "row_id"),
    sqlite_with_rowid=False,
)
sync_stage = Table(
    "sync_stage",
    metadata,
    Column("bucket", Text),
    Column("q", Integer),
    Column("entity", Text),
    Column("row_id", Text),
    Column("rev", Integer),
    Column("doc", Text),
    Column("why", Text),
    PrimaryKeyConstraint("bucket", "entity", "row_id"),
    sqlite_with_rowid=False,
)
sync_bucket = Table(
    "sync_bucket",
    metadata,
    Column("bucket", Text, primary_key=True),
    Column("mode", Text),
    Column("cur", Integer, nullable=False, server_default="0"),
    Column("scur", Integer, nullable=False, server_default="0"),
    Column("digest", Text, nullable=False, server_default="0"),
    Column("state", Text, nullable=False),  # loading, active, leaving, suspect
    Column("last_ok", Text),
    sqlite_with_rowid=False,
)
sync_blob = Table(
    "sync_blob",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer),
    Column("key", LargeBinary),
    Column("path", Text),
    Column("state", Text),
    Column("sent", LargeBinary),
    Column("pinned", Integer),
    Column("last_used", Text),
    sqlite_with_rowid=False,
)

# What never leaves this laptop.
draft = Table(
    "draft",
    metadata,
    Column("entity", Text),
    Column("row_id", Text),
    Column("field", Text),
    Column("family_id", Text),
    Column("text", Text, nullable=False),
    Column("base_text", Text),
    Column("base_rev", Integer),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("entity", "row_id", "field"),
    sqlite_with_rowid=False,
)
local_setting = Table(
    "local_setting", metadata, Column("k", Text, primary_key=True), Column("v", Text), sqlite_with_rowid=False
)
search_doc = Table(
    "search_doc",
    metadata,
    Column("docid", Integer, primary_key=True),  # newest last: seconds of the event * 2**20 and a counter
    Column("entity", Text, nullable=False),
    Column("row_id", Text, nullable=False),
    Column("family_id", Text, nullable=False),
    Column("at", Text),
)
Index("ix_search_doc_row", search_doc.c.entity, search_doc.c.row_id, unique=True)
