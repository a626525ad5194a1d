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

from engage_desktop.errors import Damaged, NotFound
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
DEADLINE = 180.0
FILE_DEADLINE = 900.0
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
        """Carry one file; trouble is remembered as a pause, never raised."""
        found = self._next()
        if found is None:
            return
        parcel, sends = found
        headers = {"Authorization": f"Bearer {token}"}
        try:
            async with asyncio.timeout(FILE_DEADLINE):
                if sends:
                    await self._send(client, headers, parcel)
                else:
                    await self._fetch(client, headers, parcel)
        except Trouble as trouble:
            self._left_until[parcel.sha256] = self._clock.monotonic() + trouble.pause
        except (httpx.HTTPError, httpx.StreamError, ssl.SSLError, TimeoutError, OSError, TooLarge, Malformed):
            self._until = self._clock.monotonic() + PAUSE

    def hurry(self) -> None:
        """Try again at once what was left alone."""
        self._until = 0.0
        self._left_until.clear()

    def _next(self) -> tuple[Parcel, bool] | None:
        since = instant(self._clock.now() - NEW_DAYS)
        for parcel in self._store.read(partial(blob_traffic.to_fetch, since=since)):
            if self._may(parcel):
                return parcel, False
        for parcel in self._store.read(blob_traffic.to_send):
            if self._may(parcel):
                return parcel, True
        return None

    def _may(self, parcel: Parcel) -> bool:
        return self._left_until.get(parcel.sha256, 0.0) <= self._clock.monotonic()

    # sending

    async def _send(self, client: httpx.AsyncClient, headers: dict[str, str], parcel: Parcel) -> None:
        asked = {"items": [{"sha256": parcel.sha256, "size": parcel.size}]}
        answer = await self._ask(client, "/v1/blobs/check", headers, dumps(asked))
        standing = (answer.get("items") or [{}])[0]
        if standing.get("state") == "loading":
            content = self._content(parcel)
            have = set(standing.get("have") or [])
            missing = [number for number in range(-(-parcel.size // PIECE)) if number not in have]
            for number in missing[:AT_ONCE]:
                piece = content[number * PIECE : (number + 1) * PIECE]
                await self._put(client, headers, parcel, number, piece)
            if len(missing) > AT_ONCE:
                return  # words that were written meanwhile go first
            await self._ask(client, f"/v1/blobs/{parcel.sha256}/complete", headers, b"")
        elif standing.get("state") != "stored":
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
        async with asyncio.timeout(DEADLINE):
            response = await client.put(
                f"/v1/blobs/{parcel.sha256}/chunks/{number}",
                content=piece,
                headers={**headers, "Content-Digest": f"sha-256=:{digest}:"},
            )
        if response.status_code not in {200, 201}:
            raise Trouble(LONG_PAUSE if response.status_code in GONE else PAUSE)

    async def _ask(
        self, client: httpx.AsyncClient, path: str, headers: dict[str, str], body: bytes
    ) -> dict[str, Any]:
        async with (
            asyncio.timeout(DEADLINE),
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
        part = {"Range": f"bytes={len(begun)}-{len(begun) + AT_ONCE * PIECE - 1}"}
        async with client.stream(
            "GET", f"/v1/blobs/{parcel.sha256}", headers={**headers, **part}
        ) as response:
            content = begun + await read_capped(response, CAP_FILE - len(begun))
        if response.status_code not in {httpx.codes.OK, httpx.codes.PARTIAL_CONTENT}:
            raise Trouble
        if len(content) < parcel.size and len(content) > len(begun):
            self._begun = {parcel.sha256: content}  # words that were written meanwhile go first
            return
        if hashlib.sha256(content).hexdigest() != parcel.sha256:
            raise Trouble(LONG_PAUSE)
        self._store.write(partial(self._keep, content=content))
        self._tell(parcel)

    def _keep(self, conn: Connection, content: bytes) -> None:
        at = instant(self._clock.now())
        blobs.keep(conn, self._folder, content, at=at, state=blobs.STORED)

    def _tell(self, parcel: Parcel) -> None:
        for family_id in parcel.families:
            self._touched(Changed.of(f"f:{family_id}", "attachment"))
