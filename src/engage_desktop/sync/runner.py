"""Drives the engine in a thread of its own while the vault is open: rounds, wake-ups, and telling what came of them."""

from __future__ import annotations

import asyncio
import random
import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from engage_desktop.errors import DiskFull, Locked, VaultError
from engage_desktop.store import buckets, drafts, leaving, local, standings, state
from engage_desktop.store.lane import WriteLane
from engage_desktop.store.vault import Vault
from engage_desktop.sync.courier import Courier
from engage_desktop.sync.device_key import DeviceKey, from_text
from engage_desktop.sync.engine import Engine
from engage_desktop.sync.enrol import (
    ADDRESS_HOST,
    ADDRESS_PORT,
    CERTIFICATE,
    DEVICE_KEY,
    SERVER_KEYS,
    lease_is_signed,
)
from engage_desktop.sync.pace import POLL
from engage_desktop.sync.recovery import INCARNATION_BITS, fork
from engage_desktop.sync.status import Session, SyncStatus
from engage_desktop.sync.transport import Address, Transport
from engage_wire.changed import Changed
from engage_wire.clock import Clock
from engage_wire.codec import Json, loads

T = TypeVar("T")
Told = Callable[[SyncStatus, Changed], None]
CAME_BACK = "came_back"
STOP_SECONDS = 5.0
TELL_WRONG_CLOCK_MS = 120_000


class LaneStore:
    """The store as the engine sees it: writes wait behind everything people do."""

    def __init__(self, vault: Vault, lane: WriteLane) -> None:
        self._vault = vault
        self._lane = lane

    def write(self, job: Callable[[Connection], T]) -> T:
        """Run `job` in one write transaction of the lane."""
        return self._lane.sync(partial(self._apply, job)).result()

    def read(self, job: Callable[[Connection], T]) -> T:
        """Run `job` over one snapshot."""
        with self._vault.read() as conn:
            return job(conn)

    def people(self, job: Callable[[Connection], T]) -> T:
        """Run `job` in one captured transaction of the worker whose laptop this is."""
        return self._lane.sync(partial(self._write, job)).result()

    def _write(self, job: Callable[[Connection], T]) -> T:
        actor = self.read(partial(state.get, key=state.USER))
        with self._vault.write(actor, "draft.settle") as conn:
            return job(conn)

    def _apply(self, job: Callable[[Connection], T]) -> T:
        with self._vault.applying() as conn:
            return job(conn)


class SyncRunner:
    """Owns the thread. `tell` is called in that thread with every new status and what a pull has changed."""

    def __init__(
        self,
        vault: Vault,
        lane: WriteLane,
        clock: Clock,
        tell: Told,
        crashed: Callable[[BaseException], None],
    ) -> None:
        self._store = LaneStore(vault, lane)
        self._clock = clock
        self._tell = tell
        self._crashed = crashed
        self._chance = random.SystemRandom()
        self._engine: Engine | None = None
        self._courier = Courier(self._store, vault.folder, clock, self._touched)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._awake: asyncio.Event | None = None
        self._round: asyncio.Task[None] | None = None
        self._stopping = False
        self._ready = threading.Event()
        self._thread: threading.Thread | None = None
        self.status = SyncStatus()

    def start(self) -> None:
        """Begin; a laptop that has not joined an agency only has its counts told."""
        self._thread = threading.Thread(target=self._work, name="sync", daemon=True)
        self._thread.start()
        self._ready.wait(STOP_SECONDS)

    def stop(self) -> None:
        """End within a second; what was on its way is safe to repeat."""
        self._stopping = True
        self._call(self._cancel)
        if self._thread is not None:
            self._thread.join(STOP_SECONDS)

    def try_now(self) -> None:
        """Begin a round at once."""
        self._call(self._hurry)

    def wrote(self) -> None:
        """Take note that somebody wrote: a round begins within three seconds, and the counts are told at once."""
        self._call(self._note_write)

    # in the runner's own thread

    def _work(self) -> None:
        try:
            asyncio.run(self._run())
        except Locked:
            return  # the vault was closed under us: the program is locking
        except Exception as error:  # noqa: BLE001 - a bug in this thread must reach the crash report, not stderr
            self._crashed(error)
        finally:
            self._ready.set()

    async def _run(self) -> None:
        self._loop, self._awake = asyncio.get_running_loop(), asyncio.Event()
        address = self._prepare()
        self._ready.set()
        self._publish()
        transport = Transport(address) if address is not None else None
        try:
            while not self._stopping:
                self._round = asyncio.create_task(self._step(transport))
                await asyncio.wait({self._round})
                if not self._round.cancelled():
                    self._look_at(self._round.exception())
        finally:
            if transport is not None:
                await transport.close()

    def _look_at(self, error: BaseException | None) -> None:
        """Let a full or failing disk pass, as long as the vault is open; everything else ends the thread."""
        if error is None:
            return
        if isinstance(error, Locked) or not isinstance(error, VaultError) or self._engine is None:
            raise error
        self._engine.stumble("disk_full" if isinstance(error, DiskFull) else "disk")

    async def _step(self, transport: Transport | None) -> None:
        engine = self._engine
        request = engine.next_request() if engine is not None and transport is not None else None
        if engine is not None and transport is not None and request is not None:
            self._publish()
            await transport.carry(engine, request)
            self._settle_leaving()
            self._publish()
            return
        if engine is not None and transport is not None and engine.token and self._courier.has_work():
            await self._courier.carry_one(transport.client, engine.token)
            self._publish()
            return
        assert self._awake is not None
        self._awake.clear()
        self._publish()
        try:
            async with asyncio.timeout(engine.due_in() if engine is not None else POLL):
                await self._awake.wait()
        except TimeoutError:
            return

    def _touched(self, changed: Changed) -> None:
        if self._engine is not None:
            self._engine.touched(changed)

    def _settle_leaving(self) -> None:
        """Write what was being typed about families that are leaving into their records, so that it travels too."""
        if self._store.read(leaving.drafts_in_leaving):
            self._store.people(_settle_leaving)
            if self._engine is not None:
                self._engine.wrote()

    def _prepare(self) -> Address | None:
        kept = self._store.read(partial(local.starting_with, prefix="sync."))
        standing = self._store.read(state.standing)
        if not standing.joined:
            return None
        names = (ADDRESS_HOST, ADDRESS_PORT, CERTIFICATE, DEVICE_KEY, SERVER_KEYS)
        host, port, certificate, key, server_keys = (kept[name.removeprefix("sync.")] for name in names)
        self._begin_anew_if_restored()
        keys: list[Json] = loads(server_keys)
        self._engine = Engine(
            self._store,
            self._clock,
            self._chance,
            DeviceKey.read(key),
            partial(lease_is_signed, server_keys=keys),
        )
        return Address(host, int(port), from_text(certificate))

    def _begin_anew_if_restored(self) -> None:
        if self._store.read(partial(state.get, key=CAME_BACK)):
            self._store.write(partial(_begin_anew, incarnation=self._chance.getrandbits(INCARNATION_BITS)))

    def _publish(self) -> None:
        engine = self._engine
        changed = engine.take_changed() if engine is not None else Changed()
        session = engine.session if engine is not None else Session.SOLO
        status = self._store.read(
            partial(_status, session=session, error=engine.error if engine is not None else "")
        )
        if status != self.status or changed:
            self.status = status
            self._tell(status, changed)

    # called from other threads

    def _call(self, job: Callable[[], None]) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(job)

    def _cancel(self) -> None:
        if self._round is not None:
            self._round.cancel()

    def _hurry(self) -> None:
        if self._engine is not None:
            self._engine.try_now()
        self._courier.hurry()
        self._wake()

    def _note_write(self) -> None:
        if self._engine is not None:
            self._engine.wrote()
        self._publish()
        self._wake()

    def _wake(self) -> None:
        if self._awake is not None:
            self._awake.set()


def _settle_leaving(conn: Connection) -> None:
    for draft in leaving.drafts_in_leaving(conn):
        if not drafts.settle(conn, draft.entity, draft.row_id, draft.field) and drafts.is_orphan(conn, draft):
            drafts.keep_aside(conn, draft)


def _begin_anew(conn: Connection, incarnation: int) -> None:
    fork(conn, incarnation)
    state.drop(conn, CAME_BACK)


def _status(conn: Connection, session: Session, error: str) -> SyncStatus:
    offset = state.number(conn, state.CLOCK_OFFSET)
    progress = buckets.progress(conn)
    return SyncStatus(
        session=session,
        last_ok=state.get(conn, state.LAST_OK),
        error=error,
        counts=standings.counts(conn),
        progress=progress if progress.done < progress.families else None,
        asks_deletion=tuple(sorted(buckets.asking(conn).items())),
        asks_leaving=tuple(leaving.waiting_to_leave(conn)),
        clock_wrong_ms=offset if abs(offset) > TELL_WRONG_CLOCK_MS else 0,
    )
