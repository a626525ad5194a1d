"""The server's tables: the records from the entity registry, what sync keeps (`sync.md` A5), accounts and devices.

`agency_id` is the first column of every key. Identifiers are 32 hex digits and values of operations are JSON text on
both engines, so that what was signed stays as it was sent and both engines sort alike.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects import postgresql

from engage_wire.entities import REGISTRY
from engage_wire.registry import Entity, Field

metadata = MetaData()
ID = Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def _key(name: str) -> Column[str]:
    return Column(name, ID, primary_key=True)


def _text(name: str, *, required: bool = True) -> Column[str]:
    return Column(name, ID, nullable=not required)


def _big(name: str, *, required: bool = True) -> Column[int]:
    return Column(name, BigInteger, nullable=not required)


def _column(field: Field) -> Column[object]:
    return Column(field.name, BigInteger() if field.kind.is_integer else ID)


def _record_table(entity: Entity) -> Table:
    table = Table(
        entity.name, metadata, _key("agency_id"), _key("id"), *(_column(field) for field in entity.fields)
    )
    if entity.locked_by:
        Index(f"ix_{entity.name}_parent", table.c.agency_id, table.c[entity.locked_by[1]])
    return table


records: dict[str, Table] = {entity.name: _record_table(entity) for entity in REGISTRY.entities}
for _named in ("sha256", "thumb_sha256", "family_id"):  # asked for every piece of a file
    Index(f"ix_attachment_{_named}", records["attachment"].c.agency_id, records["attachment"].c[_named])
Index("ix_assignment_family", records["assignment"].c.agency_id, records["assignment"].c.family_id)

sync_meta = Table(
    "sync_meta",
    metadata,
    _key("agency_id"),
    _big("epoch"),
    _text("epoch_at"),
    Column("schema", Integer, nullable=False),
    Column("min_schema", Integer, nullable=False),
    _text("server_device"),
)
sync_device = Table(
    "sync_device",
    metadata,
    _key("agency_id"),
    _key("device_id"),
    _text("user_id"),
    _text("name"),
    _text("platform"),
    _text("state"),  # active, suspended, revoked
    _text("pubkey"),
    Column("schema", Integer, nullable=False),
    _big("clock_offset_ms"),
    _text("lease_until", required=False),
    _text("last_seen", required=False),
    _text("app_version", required=False),
    _text("enrolled_at"),
)
sync_device_seq = Table(
    "sync_device_seq",
    metadata,
    _key("agency_id"),
    _key("device_id"),
    Column("incarnation", BigInteger, primary_key=True, autoincrement=False),
    _big("last_seq"),
    _text("last_hash"),
    _big("durable_seq"),
    _text("first_at"),
)
sync_batch = Table(
    "sync_batch",
    metadata,
    _key("agency_id"),
    _key("device_id"),
    Column("incarnation", BigInteger, primary_key=True, autoincrement=False),
    Column("first_seq", BigInteger, primary_key=True, autoincrement=False),
    _big("epoch"),
    _big("last_seq"),
    _text("prev"),
    _text("hash"),
    _text("sig"),
    _text("received_at"),
)
sync_op = Table(
    "sync_op",
    metadata,
    _key("agency_id"),
    _key("op_uid"),
    _text("device_id"),
    _big("incarnation"),
    _big("seq"),
    _text("hash"),
    _text("txn"),
    _text("entity"),
    _text("row_id"),
    _text("bucket"),
    _text("kind"),
    _big("base_rev"),
    _text("hlc"),
    _text("hlc_eff"),
    _text("wall"),
    _text("actor"),
    _text("cmd"),
    Column("schema", Integer, nullable=False),
    _text("new"),
    _text("old"),
    _text("resolves"),
    Column("last_in_txn", Integer, nullable=False),
    _text("received_at"),
    _text("outcome"),
    _big("outcome_rev"),
    UniqueConstraint("agency_id", "device_id", "incarnation", "seq", name="sync_op_seq"),
)
sync_row = Table(
    "sync_row",
    metadata,
    _key("agency_id"),
    _key("entity"),
    _key("row_id"),
    _text("home"),
    _big("rev"),
    _text("frev"),  # {group: [rev, hlc_eff, op_uid]}; "*" holds the insert
    Column("deleted", Integer, nullable=False),
    _big("locked_rev", required=False),
    _text(
        "by_device", required=False
    ),  # the laptop that shows this revision already, if one does: see heads.Own
    _big("by_incarnation", required=False),
    _big("by_seq", required=False),
    _big("by_base", required=False),
)
sync_revision = Table(
    "sync_revision",
    metadata,
    _key("agency_id"),
    _key("entity"),
    _key("row_id"),
    Column("rev", BigInteger, primary_key=True, autoincrement=False),
    _text("op_uid"),
    _text("patch", required=False),  # none: as the operation says
    _text("before"),
    _text("outcome"),
    _text("at"),
)
sync_bucket = Table(
    "sync_bucket",
    metadata,
    _key("agency_id"),
    _key("bucket"),
    _big("head"),
    _big("digest"),  # the 64 bits as a signed number
    _big("live"),
    postgresql_with={"fillfactor": 50},
)
sync_bucket_row = Table(
    "sync_bucket_row",
    metadata,
    _key("agency_id"),
    _key("bucket"),
    _key("entity"),
    _key("row_id"),
    _big("seq"),
    Column("live", Integer, nullable=False),
    _text("why", required=False),
    Index("ix_bucket_seq", "agency_id", "bucket", "seq", unique=True),
)
sync_scope = Table(
    "sync_scope",
    metadata,
    _key("agency_id"),
    _key("user_id"),
    _key("bucket"),
    _key("source"),  # the assignment; for a supervisor "team:<assignment>"
    _key("valid_from"),
    _text("mode"),
    _text("valid_to", required=False),
    Index("ix_scope_bucket", "agency_id", "bucket"),
)
account = Table(
    "account",
    metadata,
    _key("agency_id"),
    _key("user_id"),
    _text("login"),
    _text("password"),
    Column("failures", Integer, nullable=False),
    _text("wait_until", required=False),
    UniqueConstraint("agency_id", "login", name="account_login"),
)
enrol_code = Table(
    "enrol_code",
    metadata,
    _key("agency_id"),
    _key("code_hash"),
    _text("user_id"),
    _text("created_at"),
    _text("expires_at"),
    _text("used_at", required=False),
    _text("device_id", required=False),
)
access_token = Table(
    "access_token",
    metadata,
    _key("agency_id"),
    _key("token_hash"),
    _text("device_id"),
    _text("nonce"),
    _text("expires_at"),
    UniqueConstraint("agency_id", "nonce", name="access_token_nonce"),
)
server_key = Table(
    "server_key",
    metadata,
    _key("agency_id"),
    _key("kid"),
    _text("purpose"),
    _text("private"),
    _text("created_at"),
)
blob = Table(
    "blob",
    metadata,
    _key("agency_id"),
    _key("sha256"),
    _key("sent_by"),  # a user: whoever names the file in a record sends it
    _big("size"),
    _text("state"),  # loading, stored
    _text("began_at"),
    _text("stored_at", required=False),
)
blob_chunk = Table(
    "blob_chunk",
    metadata,
    _key("agency_id"),
    _key("sha256"),
    _key("sent_by"),
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Column("sealed", LargeBinary, nullable=False),
)
