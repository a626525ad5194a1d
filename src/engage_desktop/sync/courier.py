"""Carries the files of attachments beside the conversation: to the agency after their records, from it on demand.

Everything it does is safe to repeat: a file is known by the SHA-256 of its content, pieces are sent again only where
the agency has not got them, and what arrives is believed only when its hash is right.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import ssl
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import Connection

from engage_desktop.errors import Damaged, NotFound, VaultError
from engage_desktop.store import blob_traffic, blobs
from engage_desktop.store.blob_traffic import Parcel
from engage_desktop.sync.ports import Store
from engage_desktop.sync.transport import read_capped
from engage_wire.changed import Changed
from engage_wire.clock import Clock, instant
from engage_wire.codec import Malformed, TooLarge, dumps, loads

PIECE = 1 << 20
CAP_ANSWER = 256 * 1024
CAP_FILE = 50 << 20
PIECE_DEADLINE = 180.0
TURN = 30.0  # words that were written meanwhile wait no longer for a file than this, or than one piece of it
AT_ONCE = 4  # pieces, before the conversation has its turn again
NEW_DAYS = timedelta(days=90)
PAUSE, LONG_PAUSE = 60.0, 900.0
GONE = frozenset({403, 404, 413, 422})


class Trouble(Exception):
    """The agency did not take or give this file; `pause` says how long to leave it."""

    def __init__(self, pause: float = PAUSE) -> None:
        super().__init__(f"pause {pause}")
        self.pause = pause


class Courier:
    """Sends and fetches one file at a time. `touched` hears what changed."""

    def __init__(self, store: Store, folder: Path, clock: Clock, touched: Callable[[Changed], None]) -> None:
        self._store, self._folder, self._clock, self._touched = store, folder, clock, touched
        self._until = 0.0
        self._begun: dict[str, bytes] = {}  # the file that is being fetched, as far as it has come
        self._left_until: dict[str, float] = {}  # files that were not taken or given, and until when

    def has_work(self) -> bool:
        """Say whether a file is to be carried now."""
        return self._clock.monotonic() >= self._until and self._next() is not None

    async def carry_one(self, client: httpx.AsyncClient, token: str) -> None:
        """Carry one file; trouble on the way is remembered as a pause, never raised, unlike what the store raises."""
        found = self._next()
        if found is None:
            return
        parcel, sends = found
        headers = {"Authorization": f"Bearer {token}"}
        try:
            if sends:
                await self._send(client, headers, parcel)
            else:
                await self._fetch(client, headers, parcel)
        except Trouble as trouble:
            self._leave(parcel, trouble.pause)
        except (httpx.HTTPError, httpx.StreamError, ssl.SSLError, TimeoutError, OSError, TooLarge, Malformed):
            self._until = self._clock.monotonic() + PAUSE
            self._leave(parcel, 2 * PAUSE)  # it may be this file: the next attempt is another's
        except VaultError:
            self._until = (
                self._clock.monotonic() + LONG_PAUSE
            )  # or a full disk would fetch it again without end
            raise

    def hurry(self) -> None:
        """Try again at once what was left alone."""
        self._until = 0.0
        self._left_until.clear()

    def _next(self) -> tuple[Parcel, bool] | None:
        now = self._clock.monotonic()
        self._left_until = {sha256: until for sha256, until in self._left_until.items() if until > now}
        since, left = instant(self._clock.now() - NEW_DAYS), tuple(self._left_until)
        for parcel in self._store.read(partial(blob_traffic.to_fetch, since=since, but=left, most=1)):
            return parcel, False
        for parcel in self._store.read(partial(blob_traffic.to_send, but=left, most=1)):
            return parcel, True
        return None

    def _leave(self, parcel: Parcel, pause: float) -> None:
        self._left_until[parcel.sha256] = self._clock.monotonic() + pause

    # sending

    async def _send(self, client: httpx.AsyncClient, headers: dict[str, str], parcel: Parcel) -> None:
        asked = {"items": [{"sha256": parcel.sha256, "size": parcel.size}]}
        state, have = _standing(await self._ask(client, "/v1/blobs/check", headers, dumps(asked)))
        if state == "loading":
            content, end = self._content(parcel), self._clock.monotonic() + TURN
            missing = [number for number in range(-(-parcel.size // PIECE)) if number not in have]
            for done, number in enumerate(missing):
                if done == AT_ONCE or self._clock.monotonic() > end:
                    return
                piece = content[number * PIECE : (number + 1) * PIECE]
                await self._put(client, headers, parcel, number, piece)
            await self._ask(client, f"/v1/blobs/{parcel.sha256}/complete", headers, b"")
        elif state != "stored":
            raise Trouble  # not known there yet, or no room: asked again after a while
        self._store.write(partial(blob_traffic.sent, sha256=parcel.sha256))
        self._tell(parcel)

    def _content(self, parcel: Parcel) -> bytes:
        try:
            return self._store.read(partial(blobs.read, folder=self._folder, address=parcel.sha256))
        except (NotFound, Damaged):
            raise Trouble(LONG_PAUSE) from None

    @staticmethod
    async def _put(
        client: httpx.AsyncClient, headers: dict[str, str], parcel: Parcel, number: int, piece: bytes
    ) -> None:
        digest = base64.b64encode(hashlib.sha256(piece).digest()).decode()
        said = {**headers, "Content-Digest": f"sha-256=:{digest}:"}
        path = f"/v1/blobs/{parcel.sha256}/chunks/{number}"
        async with (
            asyncio.timeout(PIECE_DEADLINE),
            client.stream("PUT", path, content=piece, headers=said) as response,
        ):
            await read_capped(response, CAP_ANSWER)
        if response.status_code not in {200, 201}:
            raise Trouble(LONG_PAUSE if response.status_code in GONE else PAUSE)

    async def _ask(
        self, client: httpx.AsyncClient, path: str, headers: dict[str, str], body: bytes
    ) -> dict[str, Any]:
        async with (
            asyncio.timeout(TURN),
            client.stream("POST", path, content=body, headers=headers) as response,
        ):
            raw = await read_capped(response, CAP_ANSWER)
        if response.status_code != httpx.codes.OK:
            raise Trouble(LONG_PAUSE if response.status_code in GONE else PAUSE)
        said = loads(raw)
        return said if isinstance(said, dict) else {}

    # fetching

    async def _fetch(self, client: httpx.AsyncClient, headers: dict[str, str], parcel: Parcel) -> None:
        begun = self._begun.pop(parcel.sha256, b"")
        content, part = bytearray(begun), f"bytes={len(begun)}-{len(begun) + AT_ONCE * PIECE - 1}"
        try:
            async with (
                asyncio.timeout(TURN),
                client.stream(
                    "GET", f"/v1/blobs/{parcel.sha256}", headers={**headers, "Range": part}
                ) as response,
            ):
                await _read_into(content, response, parcel.size or CAP_FILE)
        except (httpx.HTTPError, TimeoutError) as error:
            self._begun = {parcel.sha256: bytes(content)}
            if isinstance(error, TimeoutError) and len(content) > len(begun):
                raise Trouble(TURN) from None  # slow, but it comes: others have their turn before it goes on
            raise
        if len(begun) < len(content) < parcel.size:
            self._begun = {parcel.sha256: bytes(content)}
            return
        if hashlib.sha256(content).hexdigest() != parcel.sha256:
            raise Trouble(LONG_PAUSE)
        self._store.write(partial(self._keep, content=bytes(content)))
        self._tell(parcel)

    def _keep(self, conn: Connection, content: bytes) -> None:
        at = instant(self._clock.now())
        blobs.keep(conn, self._folder, content, at=at, state=blobs.STORED)

    def _tell(self, parcel: Parcel) -> None:
        for family_id in parcel.families:
            self._touched(Changed.of(f"f:{family_id}", "attachment"))


def _standing(answer: dict[str, Any]) -> tuple[str, set[int]]:
    """Read how a file stands at the agency, and which of its pieces are there."""
    try:
        standing = answer["items"][0]
        return str(standing["state"]), {int(number) for number in standing.get("have") or ()}
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        raise Malformed("no standing of a file") from error


async def _read_into(content: bytearray, response: httpx.Response, most: int) -> None:
    """Add what comes to what has come before; Trouble when it is not given, or more than there should be."""
    if response.status_code == httpx.codes.OK:
        content.clear()  # the whole, from its beginning
    elif response.status_code != httpx.codes.PARTIAL_CONTENT:
        raise Trouble
    async for part in response.aiter_raw():
        content += part
        if len(content) > most:
            raise Trouble(LONG_PAUSE)
