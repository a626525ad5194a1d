"""Carries the engine's requests over HTTPS: pinned certificate, one deadline, a cap on what is read."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import httpx

from engage_desktop.sync.engine import Engine
from engage_desktop.sync.lines import LineReader
from engage_desktop.sync.messages import Kind, Request
from engage_desktop.sync.pinning import pinned_context
from engage_wire.codec import Json, Malformed, TooLarge, loads
from engage_wire.registry import SCHEMA

Trace: TypeAlias = Callable[[str, Mapping[str, Any]], Awaitable[None]]

CONNECT, SILENCE = 10.0, 30.0
DEADLINES = {Kind.PULL: 900.0}
DEADLINE = 180.0
IN_HAND, LET_GO = 32 * 1024, 0.002
CAP_PROBLEM = 64 * 1024
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the agency's server listens, and the one certificate it may show."""

    host: str
    port: int
    certificate: bytes

    @property
    def url(self) -> str:
        """The address as a URL."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"https://{host}:{self.port}"


def client(address: Address) -> httpx.AsyncClient:
    """Return an HTTP client for one agency; proxies of the environment are not asked for this very machine."""
    context = pinned_context(address.certificate)
    direct: dict[str, httpx.AsyncBaseTransport | None] = {
        f"all://{host}": httpx.AsyncHTTPTransport(verify=context) for host in LOOPBACK
    }
    return httpx.AsyncClient(
        base_url=address.url,
        verify=context,
        mounts=direct,
        timeout=httpx.Timeout(SILENCE, connect=CONNECT),
        headers={"Engage-Proto": "1", "Engage-Schema": str(SCHEMA), "Accept-Encoding": "identity"},
        follow_redirects=False,
    )


class Transport:
    """One open way to the agency."""

    def __init__(self, address: Address) -> None:
        self._client = client(address)

    @property
    def client(self) -> httpx.AsyncClient:
        """The open way itself, for what is no part of the conversation."""
        return self._client

    async def carry(self, engine: Engine, request: Request) -> None:
        """Carry one request and bring back whatever came of it; network trouble is told, never raised."""
        try:
            async with asyncio.timeout(DEADLINES.get(request.kind, DEADLINE)):
                await self._carry(engine, request)
        except (httpx.HTTPError, httpx.StreamError, ssl.SSLError, TimeoutError, OSError) as error:
            engine.fail(request, "certificate" if _is_certificate(error) else "offline")
        except TooLarge:
            engine.fail(request, "answer_too_large")
        except Malformed:
            engine.fail(request, "garbled")

    async def close(self) -> None:
        """Close the connection."""
        await self._client.aclose()

    async def _carry(self, engine: Engine, request: Request) -> None:
        headers = {"Content-Type": request.content_type}
        if request.token:
            headers["Authorization"] = f"Bearer {request.token}"
        async with (
            _watched(partial(_use_the_wait, engine, request)) as trace,
            self._client.stream(
                "POST", request.path, content=request.body, headers=headers, extensions={"trace": trace}
            ) as response,
        ):
            if response.status_code != httpx.codes.OK:
                await _refuse(engine, request, response)
            elif request.streams:
                reader = LineReader(request.cap)
                async for part in response.aiter_raw():
                    engine.receive(request, reader.feed(part))
                reader.close()
                engine.finish(request)
            else:
                engine.receive(request, [_document(await read_capped(response, request.cap))])
                engine.finish(request)


@asynccontextmanager
async def _watched(when_sent: Callable[[], Awaitable[None]]) -> AsyncGenerator[Trace]:
    """Follow a request: `when_sent` runs when all of it is on its way and there is nothing to do but wait.

    A line that was being opened when the work was cancelled is hung up here: the HTTP library forgets it half open.
    """
    opened: list[Any] = []

    async def trace(event: str, told: Mapping[str, Any]) -> None:
        if event == "connection.connect_tcp.complete":
            opened.append(told["return_value"])
        elif event == "http11.send_request_body.complete":
            await when_sent()

    try:
        yield trace
    except asyncio.CancelledError:
        for line in opened:
            await line.aclose()
        raise


async def _use_the_wait(engine: Engine, request: Request) -> None:
    if request.kind is Kind.PUSH:
        if len(request.body) > IN_HAND:
            await asyncio.sleep(
                LET_GO
            )  # the end of a large body leaves a moment after the HTTP library let go of it
        engine.while_waiting(request)


async def _refuse(engine: Engine, request: Request, response: httpx.Response) -> None:
    raw = await read_capped(response, CAP_PROBLEM)
    try:
        problem = _document(raw)
    except Malformed:
        problem = {}  # whatever stands between us and the agency answered instead of it
    engine.refuse(request, response.status_code, problem, _seconds(response.headers.get("Retry-After")))


async def read_capped(response: httpx.Response, cap: int) -> bytes:
    """Read a whole answer; TooLarge as soon as it is more than `cap` bytes."""
    parts, seen = [], 0
    async for part in response.aiter_raw():
        seen += len(part)
        if seen > cap:
            raise TooLarge(f"more than {cap} bytes")
        parts.append(part)
    return b"".join(parts)


def _document(raw: bytes) -> Json:
    value = loads(raw)
    if not isinstance(value, dict):
        raise Malformed("the answer is not an object")
    return value


def _seconds(text: str | None) -> float | None:
    return float(text) if text and text.isdecimal() else None


def _is_certificate(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
