"""The courier before an agency that answers wrongly, slowly or not at all: no file stands in the way of another."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import AsyncGenerator, Callable, Iterator
from typing import TypeVar

import httpx
import pytest
from sqlalchemy import Connection
from tests.fakes import FrozenClock
from tests.store.support import ACTOR, memory_folder, new_vault

from engage_desktop.errors import DiskFull, NotFound
from engage_desktop.store import blob_traffic, blobs
from engage_desktop.store.vault import Vault
from engage_desktop.sync import courier
from engage_desktop.sync.courier import Courier
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.codec import dumps

T = TypeVar("T")
FAMILY = "f" * 32
SMALL, LARGE = b"a small page " * 300, b"a large scan " * 60_000
Handler = Callable[[httpx.Request], httpx.Response]


async def flow(*parts: bytes, breaks: bool = False, hangs: bool = False) -> AsyncGenerator[bytes]:
    """Come piece by piece, as from a server."""
    for part in parts:
        yield part
    if breaks:
        raise httpx.ReadError("cut off")
    if hangs:
        await asyncio.Event().wait()


def answered(status: int, *parts: bytes, breaks: bool = False, hangs: bool = False) -> httpx.Response:
    return httpx.Response(status, content=flow(*parts, breaks=breaks, hangs=hangs))


class Shelf:
    """The store of one laptop, and its courier."""

    def __init__(self, vault: Vault, clock: FrozenClock) -> None:
        self.vault, self.clock = vault, clock
        self.told: list[Changed] = []
        self.is_full = False
        self.courier = Courier(self, vault.folder, clock, self.told.append)

    def write(self, job: Callable[[Connection], T]) -> T:
        if self.is_full:
            raise DiskFull("no room left on the disk")
        with self.vault.applying() as conn:
            return job(conn)

    def read(self, job: Callable[[Connection], T]) -> T:
        with self.vault.read() as conn:
            return job(conn)

    def add(self, content: bytes) -> str:
        """Keep a file here, with a record the agency knows."""
        with self.vault.write(ACTOR, "attachment.add") as conn:
            address, _ = blobs.keep(conn, self.vault.folder, content, at=instant(self.clock.now()))
        self.hear_of(content)
        return address

    def hear_of(self, content: bytes) -> str:
        """Take in a record whose file the agency has."""
        address = hashlib.sha256(content).hexdigest()
        with self.vault.applying() as conn:
            conn.exec_driver_sql("INSERT OR IGNORE INTO family(id, name) VALUES (?, 'F')", (FAMILY,))
            conn.exec_driver_sql(
                "INSERT INTO attachment(id, family_id, sha256, size, blob_state, created_at) "
                "VALUES (?, ?, ?, ?, 'stored', ?)",
                (secrets.token_hex(16), FAMILY, address, len(content), instant(self.clock.now())),
            )
        return address

    def state(self, address: str) -> str:
        with self.vault.read() as conn:
            found = conn.exec_driver_sql("SELECT state FROM sync_blob WHERE sha256 = ?", (address,)).scalar()
            return str(found or "")

    def content(self, address: str) -> bytes | None:
        try:
            with self.vault.read() as conn:
                return blobs.read(conn, self.vault.folder, address)
        except NotFound:
            return None

    def carry(self, agency: Handler) -> bool:
        """Carry one file, if there is one to be carried now."""
        if not self.courier.has_work():
            return False

        async def go() -> None:
            transport = httpx.MockTransport(agency)
            async with httpx.AsyncClient(transport=transport, base_url="https://agency") as client:
                await self.courier.carry_one(client, "token")

        asyncio.run(go())
        return True


class Agency:
    """An agency that takes and gives files, except what it is told to spoil."""

    def __init__(self, *, has: tuple[bytes, ...] = (), spoils: str = "") -> None:
        self.has = {hashlib.sha256(content).hexdigest(): content for content in has}
        self.spoils = spoils
        self.asked: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(f"{request.method} {path}")
        if self.spoils and self.spoils in path + request.content.decode("latin-1"):
            raise httpx.ReadError("cut off", request=request)
        if path == "/v1/blobs/check":
            return answered(200, dumps({"items": [{"state": "loading", "have": []}]}))
        if request.method in {"PUT", "POST"}:
            return answered(200, dumps({}))
        content = self.has[path.rsplit("/", 1)[-1]]
        first, _, last = request.headers["Range"].removeprefix("bytes=").partition("-")
        return answered(206, content[int(first) : int(last) + 1])


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    clock = FrozenClock()
    with memory_folder() as folder:
        vault = new_vault(folder / "vault", clock)
        yield Shelf(vault, clock)
        vault.close()


def test_a_file_that_breaks_the_line_lets_the_next_one_pass(shelf: Shelf) -> None:
    bad, good = shelf.add(SMALL), shelf.add(LARGE)
    agency = Agency(spoils=bad)
    assert shelf.carry(agency)
    assert not shelf.carry(agency)  # the line rests after it broke
    shelf.clock.advance(seconds=courier.PAUSE)
    assert shelf.carry(agency)
    assert (shelf.state(bad), shelf.state(good)) == (blobs.HERE_ONLY, blobs.STORED)


def test_files_the_agency_does_not_know_do_not_keep_others_back(shelf: Shelf) -> None:
    held = {shelf.add(b"held %d" % number) for number in range(25)}
    good = shelf.add(LARGE)

    def agency(request: httpx.Request) -> httpx.Response:
        unknown = any(address.encode() in request.content for address in held)
        return answered(200, dumps({"items": [{"state": "unknown"}]})) if unknown else Agency()(request)

    while shelf.carry(agency):
        pass
    assert shelf.state(good) == blobs.STORED
    assert {shelf.state(address) for address in held} == {blobs.HERE_ONLY}


@pytest.mark.parametrize(
    "said", [[], {}, {"items": {}}, {"items": [7]}, {"items": [{"state": "loading", "have": 3}]}]
)
def test_an_answer_that_makes_no_sense_is_a_pause_and_no_fault(shelf: Shelf, said: object) -> None:
    address = shelf.add(SMALL)
    assert shelf.carry(lambda _: answered(200, dumps(said)))
    assert shelf.state(address) == blobs.HERE_ONLY
    assert not shelf.courier.has_work()


@pytest.mark.parametrize(
    ("status", "content"),
    [(206, b"something else" * 300), (206, SMALL + b"!"), (206, bytes(60 << 20)), (206, b""), (404, SMALL)],
)
def test_what_is_not_the_file_is_never_kept(shelf: Shelf, status: int, content: bytes) -> None:
    address = shelf.hear_of(SMALL)
    assert shelf.carry(lambda _: answered(status, content))
    assert shelf.content(address) is None
    assert not shelf.courier.has_work()


def test_a_whole_answer_to_a_question_for_the_rest_is_taken_as_the_whole(shelf: Shelf) -> None:
    address = shelf.hear_of(LARGE)
    assert shelf.carry(lambda _: answered(206, LARGE[:10_000]))
    assert shelf.carry(lambda _: answered(200, LARGE))
    assert shelf.content(address) == LARGE


def test_what_has_come_before_the_line_broke_is_not_asked_for_again(shelf: Shelf) -> None:
    address = shelf.hear_of(LARGE)

    assert shelf.carry(lambda _: answered(206, LARGE[:300_000], breaks=True))
    shelf.clock.advance(seconds=3 * courier.PAUSE)
    ranges: list[str] = []

    def rest(request: httpx.Request) -> httpx.Response:
        ranges.append(request.headers["Range"])
        return Agency(has=(LARGE,))(request)

    assert shelf.carry(rest)
    assert ranges[0].startswith("bytes=300000-")
    assert shelf.content(address) == LARGE


def test_a_drip_without_end_gives_the_words_their_turn(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    slow, good = shelf.hear_of(SMALL), shelf.add(LARGE)
    monkeypatch.setattr(courier, "TURN", 0.05)

    assert shelf.carry(lambda _: answered(206, SMALL[:1], hangs=True))
    assert shelf.carry(Agency())  # and other files theirs
    assert (shelf.content(slow), shelf.state(good)) == (None, blobs.STORED)


def test_a_full_disk_is_told_once_and_not_filled_again_and_again(shelf: Shelf) -> None:
    address, agency = shelf.hear_of(SMALL), Agency(has=(SMALL,))
    shelf.is_full = True
    with pytest.raises(DiskFull):
        shelf.carry(agency)
    assert not shelf.carry(agency)
    shelf.is_full = False
    shelf.clock.advance(seconds=courier.LONG_PAUSE)
    assert shelf.carry(agency)
    assert shelf.content(address) == SMALL


def test_a_file_that_was_lost_here_is_fetched_again_when_it_is_wanted(shelf: Shelf) -> None:
    address = shelf.add(SMALL)
    assert shelf.carry(Agency())
    for file in (shelf.vault.folder / blobs.FOLDER).iterdir():
        file.unlink()
    assert shelf.content(address) is None
    shelf.write(lambda conn: blob_traffic.want(conn, address))
    assert shelf.carry(Agency(has=(SMALL,)))
    assert shelf.content(address) == SMALL


def test_a_wish_never_takes_a_file_away_that_is_only_here(shelf: Shelf) -> None:
    address = shelf.add(SMALL)
    shelf.write(lambda conn: blob_traffic.want(conn, address))
    assert shelf.content(address) == SMALL
    assert shelf.state(address) == blobs.HERE_ONLY
