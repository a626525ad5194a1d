"""The HTTP border: caps on what comes in, problems as documents, sync work in threads, no body in any log."""

from __future__ import annotations

import logging
import re
import traceback
from base64 import b64encode
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator
from functools import partial
from hashlib import sha256 as sha256_of
from typing import TypeVar

import anyio
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from engage_server.blobs import PIECE, WHOLE, Part, is_address
from engage_server.devices import Device
from engage_server.envelope import MAX_BYTES
from engage_server.errors import BadRequest, Refused
from engage_server.server import Server
from engage_wire.codec import Json, Malformed, TooLarge, loads, pack, pack_stream, unpack

log = logging.getLogger(__name__)
T = TypeVar("T")
Endpoint = Callable[[Request], Awaitable[Response]]
SMALL = 64 * 1024  # sign-in, tokens
LARGE = 1 << 20  # cursors of thousands of families
WORKERS = 12
SIGN_INS = 2  # at once; each password check takes 64 MiB
SEND_SECONDS = 60
# What anybody has at least for a request's body, and the bytes a second below which the longest one is given up.
BODY_SECONDS, SLOWEST = 20.0, 5_000
LINES = "application/x-engage-lines"
RANGE = re.compile(r"bytes=([0-9]{1,16})-([0-9]{0,16})")


def make_app(server: Server) -> Starlette:
    """Build the ASGI application of one server."""
    border = Border(server)
    routes = [
        Route("/v1/hello", guarded(border.hello), methods=["GET"]),
        Route("/v1/devices/enrol", guarded(border.enrol), methods=["POST"]),
        Route("/v1/devices/token", guarded(border.token), methods=["POST"]),
        Route("/v1/devices/self", guarded(border.self_description), methods=["GET"]),
        Route("/v1/sync/push", guarded(border.push), methods=["POST"]),
        Route("/v1/sync/pull", guarded(border.pull), methods=["POST"]),
        Route("/v1/sync/verify", guarded(border.verify), methods=["POST"]),
        Route("/v1/sync/revisions", guarded(border.revisions), methods=["GET"]),
        Route("/v1/blobs/check", guarded(border.check_blobs), methods=["POST"]),
        Route("/v1/blobs/{sha256}/chunks/{n}", guarded(border.put_chunk), methods=["PUT"]),
        Route("/v1/blobs/{sha256}/complete", guarded(border.complete_blob), methods=["POST"]),
        Route("/v1/blobs/{sha256}", guarded(border.get_blob), methods=["GET"]),
    ]
    handlers = {404: _not_found, 405: _not_found}
    return Starlette(routes=routes, exception_handlers=handlers)


def guarded(endpoint: Endpoint) -> Endpoint:
    """Turn refusals into problem documents, and a fault of ours into a 500 that tells nothing about its data."""

    async def answer(request: Request) -> Response:
        try:
            response = await endpoint(request)
        except Refused as refused:
            return problem(refused)
        except Malformed as error:
            return problem(BadRequest(str(error)))
        except ClientDisconnect:
            return problem(Refused(400, "truncated"))  # nobody is there to read it
        except TooLarge:
            return problem(Refused(413, "too_large", limit_bytes=MAX_BYTES))
        except Exception as fault:  # noqa: BLE001 - the outermost border: whatever it is, its text stays out of logs
            log.error("fault %s at %s", type(fault).__name__, _where(fault))  # noqa: TRY400 - the message may hold data
            return problem(Refused(500, "fault"))
        response.headers["Engage-Proto"] = "1"
        return response

    return answer


def problem(refused: Refused) -> Response:
    """Write a refusal as RFC 9457 says."""
    headers = {"Engage-Proto": "1"}
    if "retry_after" in refused.facts:
        headers["Retry-After"] = str(refused.facts["retry_after"])
    return JSONResponse(
        refused.problem(), refused.status, headers=headers, media_type="application/problem+json"
    )


def _not_found(_request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 404)
    return problem(Refused(status, "not_found" if status == 404 else "method"))


def _where(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    return " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))


class Border:
    """The endpoints."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._limiter = anyio.CapacityLimiter(WORKERS)
        self._sign_ins = anyio.CapacityLimiter(SIGN_INS)

    async def _work(self, job: Callable[[], T]) -> T:
        return await anyio.to_thread.run_sync(job, limiter=self._limiter)

    async def _device(self, request: Request) -> Device:
        scheme, _space, secret = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not secret:
            raise Refused(401, "token")
        return await self._work(partial(self._server.devices.authenticate, secret))

    async def hello(self, _request: Request) -> Response:
        """Say who this server is and what it speaks."""
        return JSONResponse(await self._work(self._server.hello))

    async def enrol(self, request: Request) -> Response:
        """Enrol a laptop."""
        said = await _json(request, SMALL)
        job = partial(self._server.devices.enrol, said)
        return JSONResponse(await anyio.to_thread.run_sync(job, limiter=self._sign_ins))

    async def token(self, request: Request) -> Response:
        """Give an access token to the holder of a device key."""
        said = await _json(request, SMALL)
        return JSONResponse(await self._work(partial(self._server.devices.token, said)))

    async def self_description(self, request: Request) -> Response:
        """Tell a laptop what the server knows of it."""
        device = await self._device(request)
        return JSONResponse(await self._work(partial(self._server.devices.self_description, device)))

    async def push(self, request: Request) -> Response:
        """Take operations."""
        device = await self._device(request)
        body = await _body(request, MAX_BYTES)

        def job() -> bytes:
            return pack(self._server.push(device.device_id, unpack(body, MAX_BYTES)))

        return Response(await self._work(job), media_type=LINES)

    async def pull(self, request: Request) -> Response:
        """Send what is new, as a stream."""
        device = await self._device(request)
        body = await _body(request, LARGE)
        asked = unpack(body, LARGE)
        if len(asked) != 1:
            raise BadRequest("a pull is one line")
        parts = await self._work(partial(self._begin, device.device_id, asked[0]))
        return Lines(parts, self._work)

    def _begin(self, device_id: str, asked: Json) -> Generator[bytes]:
        lines = self._server.pull(device_id, asked)
        first = next(lines)
        return pack_stream(_chained(first, lines))

    async def verify(self, request: Request) -> Response:
        """Compare a laptop's buckets with the server's."""
        device = await self._device(request)
        said = await _json(request, LARGE)
        differ = await self._work(partial(self._server.verify, device.device_id, said))
        return JSONResponse({"differ": differ})

    async def revisions(self, request: Request) -> Response:
        """Tell a row's history."""
        device = await self._device(request)
        asked = request.query_params
        entity, row_id, before = asked.get("entity", ""), asked.get("row_id", ""), asked.get("before")
        limit = None if before is None else _whole(before)
        job = partial(self._server.revisions, device.device_id, entity, row_id, limit)
        return JSONResponse({"revisions": await self._work(job)})

    async def check_blobs(self, request: Request) -> Response:
        """Tell which files are here, and which of their pieces."""
        device = await self._device(request)
        said = await _json(request, SMALL)
        job = partial(self._server.blobs.check, device.device_id, said)
        return JSONResponse({"items": await self._work(job)})

    async def put_chunk(self, request: Request) -> Response:
        """Take one piece of a file."""
        device = await self._device(request)
        sha256, number = _blob_address(request), _whole(request.path_params["n"])
        data = await _body(request, PIECE)
        if (
            request.headers.get("content-digest")
            != f"sha-256=:{b64encode(sha256_of(data).digest()).decode()}:"
        ):
            raise Refused(422, "digest")
        job = partial(self._server.blobs.put, device.device_id, sha256, number, data)
        return Response(status_code=201 if await self._work(job) else 200)

    async def complete_blob(self, request: Request) -> Response:
        """Prove a file whole."""
        device = await self._device(request)
        await self._work(partial(self._server.blobs.complete, device.device_id, _blob_address(request)))
        return JSONResponse({"state": "stored"})

    async def get_blob(self, request: Request) -> Response:
        """Hand out a file, or the part of it that is asked for."""
        device = await self._device(request)
        sha256 = _blob_address(request)
        part = _range(request.headers.get("range", ""))
        job = partial(self._server.blobs.read, device.device_id, sha256, part)
        content, size = await self._work(job)
        headers = {"ETag": f'"{sha256}"', "Cache-Control": "no-store", "Accept-Ranges": "bytes"}
        if len(content) == size:
            return Response(content, media_type="application/octet-stream", headers=headers)
        headers["Content-Range"] = f"bytes {part.start}-{part.start + len(content) - 1}/{size}"
        return Response(content, 206, headers, "application/octet-stream")


def _blob_address(request: Request) -> str:
    sha256 = str(request.path_params["sha256"])
    if not is_address(sha256):
        raise Refused(404, "not_found")
    return sha256


def _range(said: str) -> Part:
    """Read `bytes=from-to`; anything else asks for the whole."""
    found = RANGE.fullmatch(said)
    if found is None:
        return WHOLE
    return Part(int(found[1]), int(found[2]) + 1 if found[2] else None)


def _chained(first: Json, rest: Iterator[Json]) -> Iterator[Json]:
    yield first
    yield from rest


class Lines(Response):
    """A zstd stream of JSON lines, made piece by piece in worker threads; a reader who stalls is let go."""

    media_type = LINES

    def __init__(
        self, parts: Generator[bytes], work: Callable[[Callable[[], bytes | None]], Awaitable[bytes | None]]
    ) -> None:
        super().__init__()
        del self.headers["content-length"]
        self._parts = parts
        self._work = work

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Send the stream."""
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        try:
            async for part in self._pieces():
                with anyio.fail_after(SEND_SECONDS):
                    await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        except TimeoutError:
            log.info("a reader stalled")
        finally:
            self._parts.close()

    async def _pieces(self) -> AsyncGenerator[bytes]:
        while (part := await self._work(lambda: next(self._parts, None))) is not None:
            yield part


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 17):
        raise BadRequest("not a number")
    return int(text)


async def _body(request: Request, limit: int) -> bytes:
    """Read a request's body; TooLarge past `limit` bytes, before the rest is read, Refused when it only drips."""
    parts, seen = [], 0
    try:
        with anyio.fail_after(max(BODY_SECONDS, limit / SLOWEST)):
            async for part in request.stream():
                seen += len(part)
                if seen > limit:
                    raise TooLarge
                parts.append(part)
    except TimeoutError:
        raise Refused(408, "too_slow") from None
    return b"".join(parts)


async def _json(request: Request, limit: int) -> Json:
    said = loads(await _body(request, limit))
    if not isinstance(said, dict):
        raise BadRequest("not an object")
    return said
