"""What people do at their laptops in a history, and a log of it that is kept apart from everything the product keeps."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection
from tests.sync.sim.world import Laptop, World

from engage_desktop.store import buckets, drafts, records
from engage_wire.clock import instant
from engage_wire.entities import BODY_SECTIONS, REGISTRY

Values = dict[str, Any]
SENTENCES = (
    "He was at home. ",
    "The door was open. ",
    "She said no. ",
    "School is fine. ",
    "No marks seen. ",
    "Food in the house. ",
)


@dataclass(frozen=True, slots=True)
class Logged:
    """One change as its author saw it: what stood on the screen, and what was written."""

    laptop: str
    user: str
    txn: str
    entity: str
    row_id: str
    bucket: str
    kind: str
    seen: Values
    new: Values
    screen: Values = field(
        default_factory=dict
    )  # filled in by the oracle, where it knows better than the screen


@dataclass(slots=True)
class Log:
    """Everything anybody wrote in a history."""

    entries: list[Logged] = field(default_factory=list)
    destroyed: set[str] = field(
        default_factory=set
    )  # transactions that existed nowhere but on a destroyed disk
    count: int = 0


@dataclass(slots=True)
class Desk:
    """One person at one laptop for the length of one transaction."""

    world: World
    laptop: Laptop
    log: Log
    conn: Connection
    txn: str
    notes: list[Logged] = field(default_factory=list)

    @property
    def chance(self) -> random.Random:
        """Return the history's source of randomness."""
        return self.world.chance

    def word(self) -> str:
        """Return something to write: mostly new, sometimes what others write too."""
        self.log.count += 1
        return (
            f"same{self.log.count % 2}"
            if self.chance.random() < 0.15
            else f"{self.laptop.name}-{self.log.count}"
        )

    def day(self) -> str:
        """Return a date to write."""
        return f"2026-12-{self.chance.randrange(1, 29):02d}"

    def one(self, query: str, *values: Any) -> tuple[Any, ...] | None:
        """Return one of the rows a query finds."""
        rows = self.conn.exec_driver_sql(query, values).all()
        return tuple(self.chance.choice(rows)) if rows else None

    def screen(self, entity: str, row_id: str) -> Values:
        """Return what the screen shows of a record."""
        row = self.conn.exec_driver_sql(f"SELECT * FROM {entity} WHERE id = ?", (row_id,)).mappings().one()
        return dict(row)

    def insert(self, entity: str, family: str, **values: Any) -> str:
        """Write a new record."""
        row_id = values.pop("id", None) or self.world.new_id()
        if entity != "family":
            values["family_id"] = family
        records.insert(self.conn, entity, row_id, values, by=self.laptop.user_id, at=self.laptop.clock.now())
        made = {k: v for k, v in self.screen(entity, row_id).items() if v is not None and k != "id"}
        self._note(entity, row_id, family, "i", {}, made)
        return row_id

    def update(self, entity: str, row_id: str, family: str, **values: Any) -> None:
        """Amend a record."""
        before = self.screen(entity, row_id)
        records.update(self.conn, entity, row_id, values)
        self.changed(entity, row_id, family, before)

    def changed(self, entity: str, row_id: str, family: str, before: Values, **seen: Any) -> None:
        """Note that a record was amended; `seen` says what stood in an editor when it was begun."""
        after = self.screen(entity, row_id)
        new = {k: v for k, v in after.items() if v != before[k]}
        if new:
            self._note(entity, row_id, family, "u", {**before, **seen}, new)

    def _note(self, entity: str, row_id: str, family: str, kind: str, seen: Values, new: Values) -> None:
        lap = self.laptop
        self.notes.append(
            Logged(lap.name, lap.user_id, self.txn, entity, row_id, f"f:{family}", kind, seen, new)
        )


def family_at(desk: Desk) -> str | None:
    """Return a family that this person can write in."""
    shut = buckets.hidden_families(desk.conn) | buckets.read_only_families(desk.conn)
    rows = desk.conn.exec_driver_sql("SELECT id FROM family WHERE deleted_at IS NULL ORDER BY id").scalars()
    found = [row_id for row_id in rows if row_id not in shut]
    shared = desk.world.families[0]  # most of the work is about one family, so that it crosses
    if shared in found and desk.chance.random() < 0.6:
        return shared
    return desk.chance.choice(found) if found else None


Deed = Callable[[Desk, str], None]


def new_family(desk: Desk, _family: str) -> None:
    """Begin with a family nobody knows yet, away from any network."""
    family = desk.world.new_id()
    desk.insert("family", family, id=family, name=desk.word(), status="open")
    desk.insert("case_period", family, case_no=desk.word(), opened_on="2026-11-01")
    person = desk.insert("person", family, first_name=desk.word())
    desk.insert("case_member", family, person_id=person, role="child")


def family_status(desk: Desk, family: str) -> None:
    desk.update("family", family, family, status=desk.word())


def family_name(desk: Desk, family: str) -> None:
    desk.update("family", family, family, name=desk.word())


def court_date(desk: Desk, family: str) -> None:
    if row := desk.one("SELECT id FROM case_period WHERE family_id = ?", family):
        desk.update("case_period", row[0], family, next_court_on=desk.day())


def person_name(desk: Desk, family: str) -> None:
    if row := desk.one("SELECT id FROM person WHERE family_id = ?", family):
        name = {desk.chance.choice(("first_name", "last_name", "preferred_name")): desk.word()}
        desk.update("person", row[0], family, **name)


def members(desk: Desk, family: str) -> None:
    if row := desk.one("SELECT id, languages FROM person WHERE family_id = ?", family):
        now = set(json.loads(row[1] or "[]")) ^ {desk.chance.choice(("en", "es", "fr", "ar"))}
        desk.update("person", row[0], family, languages=json.dumps(sorted(now), separators=(",", ":")))


def label(desk: Desk, family: str) -> None:
    if row := desk.one("SELECT id, labels FROM person WHERE family_id = ?", family):
        now = set(json.loads(row[1] or "[]")) | {desk.chance.choice(("health", "education"))}
        desk.update("person", row[0], family, labels=json.dumps(sorted(now), separators=(",", ":")))


def visit(desk: Desk, family: str) -> None:
    contact = desk.insert(
        "contact",
        family,
        status="draft",
        event_start=instant(desk.laptop.clock.now()),
        author_id=desk.laptop.user_id,
    )
    desk.insert(
        "contact_body", family, id=contact, contact_id=contact, saw="".join(desk.chance.sample(SENTENCES, 4))
    )
    if person := desk.one("SELECT id FROM person WHERE family_id = ?", family):
        desk.insert(
            "contact_participant", family, contact_id=contact, person_id=person[0], presence="present"
        )


def _body(desk: Desk, family: str) -> tuple[Any, ...] | None:
    return desk.one(
        "SELECT b.id, b.saw FROM contact_body b JOIN contact c ON c.id = b.contact_id "
        "WHERE b.family_id = ? AND coalesce(c.status, '') <> 'final'",
        family,
    )


def rewritten(desk: Desk, text: str) -> str:
    """Return a text with one sentence changed, added or taken out."""
    parts = [part + " " for part in text.split(". ") if part] or [""]
    parts = [
        part.rstrip() + (". " if not part.rstrip().endswith(".") else " ") for part in parts if part.strip()
    ]
    place = desk.chance.randrange(len(parts) + 1)
    fresh = f"{desk.word()} was seen. "
    if place == len(parts) or desk.chance.random() < 0.3:
        return "".join([*parts[:place], fresh, *parts[place:]])
    return "".join([*parts[:place], fresh, *parts[place + 1 :]])


def narrative(desk: Desk, family: str) -> None:
    if row := _body(desk, family):
        desk.update("contact_body", row[0], family, saw=rewritten(desk, row[1] or ""))


def type_draft(desk: Desk, family: str) -> None:
    """Keep typing: what stands in the editor when it is opened is what the record shows."""
    if row := _body(desk, family):
        kept = drafts.get(desk.conn, "contact_body", row[0], "saw")
        base = kept.base_text if kept else row[1] or ""
        text = rewritten(desk, kept.text if kept else base)
        drafts.put(
            desk.conn, "contact_body", row[0], "saw",
            family_id=family, text=text, base_text=base, at=desk.laptop.clock.now(),
        )  # fmt: skip


def settle_draft(desk: Desk, _family: str) -> None:
    """Leave the editor."""
    open_drafts = drafts.list_open(desk.conn)
    if open_drafts:
        settle_one(desk, desk.chance.choice(open_drafts))


def settle_one(desk: Desk, draft: drafts.Draft) -> None:
    """Settle one draft, and note what its writer saw when it was begun."""
    if desk.one(f"SELECT id FROM {draft.entity} WHERE id = ?", draft.row_id) is None:
        return
    before = desk.screen(draft.entity, draft.row_id)
    if drafts.settle(desk.conn, draft.entity, draft.row_id, draft.field):
        lap = desk.laptop
        desk.notes.append(
            Logged(
                lap.name, lap.user_id, desk.txn, draft.entity, draft.row_id, f"f:{draft.family_id}", "u",
                {**before, draft.field: draft.base_text}, {draft.field: draft.text},
            )
        )  # fmt: skip


def topics(desk: Desk, family: str) -> None:
    if row := desk.one(
        "SELECT id, topics FROM contact WHERE family_id = ? AND coalesce(status,'') <> 'final'", family
    ):
        now = set(json.loads(row[1] or "[]")) ^ {desk.chance.choice(("school", "health", "safety"))}
        desk.update("contact", row[0], family, topics=json.dumps(sorted(now), separators=(",", ":")))


def mark(desk: Desk, family: str) -> None:
    if row := desk.one("SELECT id FROM contact WHERE family_id = ?", family):
        desk.insert("mark", family, contact_id=row[0], kind="said", text=desk.word())


def mark_text(desk: Desk, family: str) -> None:
    if row := desk.one("SELECT id FROM mark WHERE family_id = ? AND deleted_at IS NULL", family):
        desk.update("mark", row[0], family, text=desk.word())


def mark_void(desk: Desk, family: str) -> None:
    if row := desk.one("SELECT id FROM mark WHERE family_id = ? AND deleted_at IS NULL", family):
        before = desk.screen("mark", row[0])
        records.void(desk.conn, "mark", row[0], "by mistake", desk.laptop.clock.now())
        desk.changed("mark", row[0], family, before)


def task(desk: Desk, family: str) -> None:
    desk.insert("task", family, title=desk.word(), status="open", kind="call")


def all_tasks(desk: Desk, family: str) -> None:
    """Change many rows by one statement, as a list's *mark all* does."""
    rows = desk.conn.exec_driver_sql("SELECT id FROM task WHERE family_id = ?", (family,)).scalars().all()
    before = {row_id: desk.screen("task", row_id) for row_id in rows}
    desk.conn.exec_driver_sql("UPDATE task SET status = ? WHERE family_id = ?", (desk.word(), family))
    for row_id in rows:
        desk.changed("task", row_id, family, before[row_id])


def finalise(desk: Desk, family: str) -> None:
    """Settle what is being typed, then fix the note as it stands on the screen."""
    row = _body(desk, family)
    if row is None or drafts.all_of(desk.conn, "contact_body", row[0]):
        return
    body = desk.screen("contact_body", row[0])
    text = json.dumps(
        {s: body[s] or "" for s in BODY_SECTIONS}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    seal = hashlib.blake2b(text.encode(), digest_size=32).hexdigest()
    now = instant(desk.laptop.clock.now())
    desk.update("contact", row[0], family, status="final", final_hash=seal, finalised_at=now)


def addendum(desk: Desk, family: str) -> None:
    if row := desk.one("SELECT id FROM contact WHERE family_id = ? AND status = 'final'", family):
        desk.insert("addendum", family, contact_id=row[0], text=desk.word(), author_id=desk.laptop.user_id)


DEEDS: tuple[tuple[int, Deed], ...] = (
    (1, new_family), (5, family_status), (4, family_name), (5, court_date), (4, person_name), (3, members), (1, label),
    (2, visit), (6, narrative), (5, type_draft), (4, settle_draft), (2, topics), (2, mark), (2, mark_text), (2, mark_void),
    (2, task), (2, all_tasks), (1, finalise), (1, addendum),
)  # fmt: skip


def act(world: World, laptop: Laptop, log: Log, deed: Deed | None = None, *, anywhere: bool = False) -> str:
    """Let somebody do something at a laptop; return what it was."""
    chosen = deed or world.chance.choices([d for _, d in DEEDS], [w for w, _ in DEEDS])[0]
    txn = world.new_id()
    with laptop.store.people(laptop.clock, txn, laptop.user_id, f"sim.{chosen.__name__}") as conn:
        desk = Desk(world, laptop, log, conn, txn)
        family = family_at(desk)
        if family is not None or anywhere or chosen is new_family:
            chosen(desk, family or "")
    log.entries += desk.notes
    return f"{chosen.__name__} {len(desk.notes)}"


def resolve(world: World, laptop: Laptop, log: Log) -> str:
    """Let somebody decide about two versions: mine, theirs, or something typed; or undo a decision."""
    txn = world.new_id()
    rows = laptop.store.read(
        lambda c: c.exec_driver_sql("SELECT * FROM conflict ORDER BY id").mappings().all()
    )
    found = [dict(row) for row in rows]
    shut = laptop.store.read(lambda c: buckets.hidden_families(c) | buckets.read_only_families(c))
    found = [
        r
        for r in found
        if r["family_id"] not in shut and r["grp"] not in {"*", "void"} and r["entity"] in REGISTRY
    ]
    if not found:
        return "resolve 0"
    chosen = world.chance.choice(found)
    side = json.loads(chosen[world.chance.choice(("head", "incoming"))] or "{}")
    with laptop.store.people(laptop.clock, txn, laptop.user_id, "conflict.mine", (chosen["id"],)) as conn:
        desk = Desk(world, laptop, log, conn, txn)
        here = desk.one(f"SELECT id FROM {chosen['entity']} WHERE id = ?", chosen["row_id"])
        fixed = desk.one(
            "SELECT c.id FROM contact c WHERE c.status = 'final' AND c.id IN (?, (SELECT contact_id FROM contact_body WHERE id = ?))",
            chosen["row_id"],
            chosen["row_id"],
        )
        if here and not fixed and side:
            desk.update(chosen["entity"], chosen["row_id"], chosen["family_id"], **side)
    log.entries += desk.notes
    return f"resolve {len(desk.notes)}"


APPROVAL = (
    "INSERT INTO sync_outbox(txn, entity, row_id, bucket, kind, base_rev, new, old, actor, cmd, hlc, wall, schema, resolves) "
    "SELECT x.txn, 'family', ?, ?, 'u', coalesce((SELECT rev FROM sync_row WHERE entity = 'family' AND row_id = ?), 0), "
    "'{}', '{}', x.actor, x.cmd, x.hlc, x.wall, 1, x.resolves FROM sync_ctx x"
)


def approve(world: World, laptop: Laptop, log: Log) -> str:
    """Let a supervisor say yes to what was held."""
    rows = laptop.store.raw.execute(
        "SELECT id, family_id FROM conflict WHERE kind = 'held' AND state = 'open' ORDER BY id"
    )
    found = rows.fetchall()
    if not found or laptop.user_id != world.supervisor:
        return "approve 0"
    conflict, family = world.chance.choice(found)
    txn = world.new_id()
    with laptop.store.people(laptop.clock, txn, laptop.user_id, "held.approve", (conflict,)) as conn:
        conn.exec_driver_sql(APPROVAL, (family, f"f:{family}", family))
    log.entries.append(Logged(laptop.name, laptop.user_id, txn, "family", family, f"f:{family}", "u", {}, {}))
    return "approve 1"
