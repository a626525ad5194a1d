"""The way to the agency: only to the pinned certificate, never longer than its time, never more than its share."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import ssl
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from tests.sync.sim.plants import replaced

from engage_desktop.sync import transport
from engage_desktop.sync.lines import LineReader
from engage_desktop.sync.messages import JSON, LINES, Kind, Request
from engage_desktop.sync.pinning import fingerprint, shown_certificate
from engage_desktop.sync.transport import Address, Transport
from engage_wire.codec import Json, Malformed, TooLarge, pack, pack_stream

LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/x-engage-lines\r\n"
Speaker = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Identity:
    """A certificate that was valid for one day long ago, and its key."""

    der: bytes
    file: Path


def identity(folder: Path, name: str) -> Identity:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(LONG_AGO)
        .not_valid_after(LONG_AGO + dt.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(certificate.public_bytes(Encoding.PEM) + secret)
    return Identity(certificate.public_bytes(Encoding.DER), file)


@dataclass(slots=True)
class Heard:
    """Stands where the engine stands and writes down what it is told."""

    lines: list[Json] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    waited: int = 0

    def receive(self, _request: Request, lines: list[Json]) -> None:
        self.lines += lines

    def while_waiting(self, _request: Request) -> None:
        self.waited += 1

    def finish(self, _request: Request) -> None:
        self.told.append("finished")

    def fail(self, _request: Request, code: str) -> None:
        self.told.append(code)

    def refuse(self, _request: Request, status: int, problem: Json, wait: float | None = None) -> None:
        self.told.append(f"{status} {problem.get('code')} {wait}")


@pytest.fixture
def ours(tmp_path: Path) -> Identity:
    return identity(tmp_path, "agency")


@contextlib.asynccontextmanager
async def speaking(who: Identity, speak: Speaker) -> AsyncGenerator[int]:
    """Open a TLS door on loopback that answers in its own way."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(who.file)
    lines: list[asyncio.StreamWriter] = []

    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        lines.append(writer)
        await speak(reader, writer)

    server = await asyncio.start_server(hear, "127.0.0.1", 0, ssl=context)
    async with server:
        try:
            yield server.sockets[0].getsockname()[1]
        finally:
            for line in lines:
                line.transport.abort()
                with contextlib.suppress(OSError):
                    await line.wait_closed()


def says(*parts: bytes, stay: bool = False) -> Speaker:
    """Answer any request with these bytes, then hang up, or stay silent."""

    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            await reader.readuntil(b"\r\n\r\n")
            for part in parts:
                writer.write(part)
                await writer.drain()
            if stay:
                await reader.read()
            writer.close()

    return speak


def ask(
    who: Identity, speak: Speaker, *, pinned: bytes | None = None, kind: Kind = Kind.PULL, cap: int = 1 << 20
) -> Heard:
    """Carry one request to a door and return what the engine would have heard."""
    heard = Heard()
    request = Request(1, kind, b"{}", JSON if kind is Kind.TOKEN else LINES, "secret", cap)

    async def once() -> None:
        async with speaking(who, speak) as port:
            way = Transport(Address("127.0.0.1", port, pinned or who.der))
            await way.carry(heard, request)  # type: ignore[arg-type]  # stands where the engine stands
            await way.close()

    asyncio.run(once())
    return heard


def whole(*lines: Json) -> bytes:
    body = pack(lines)
    return OK + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


def test_an_answer_comes_line_by_line_to_its_end(ours: Identity) -> None:
    heard = ask(ours, says(whole({"t": "hdr"}, {"t": "end"})))
    assert (heard.told, heard.lines) == (["finished"], [{"t": "hdr"}, {"t": "end"}])


def test_the_dates_and_names_of_the_pinned_certificate_do_not_matter(ours: Identity) -> None:
    assert LONG_AGO.year == 2001
    assert ask(ours, says(whole({"t": "end"}))).told == ["finished"]


def test_nobody_else_hears_a_single_byte(ours: Identity, tmp_path: Path) -> None:
    heard_by_them: list[bytes] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard_by_them.append(await reader.read())
        writer.close()

    heard = ask(identity(tmp_path, "stranger"), listen, pinned=ours.der)
    assert heard.told == ["certificate"]
    assert b"".join(heard_by_them) == b""


def test_a_cut_stream_is_no_answer(ours: Identity) -> None:
    body = pack([{"t": "row", "x": "y" * 5000}, {"t": "end"}])
    head = OK + f"Content-Length: {len(body)}\r\n\r\n".encode()
    assert ask(ours, says(head + body[: len(body) // 2])).told == ["offline"]
    shorter = OK + f"Content-Length: {len(body) - 9}\r\n\r\n".encode() + body[:-9]
    assert ask(ours, says(shorter)).told == ["garbled"]


def test_lines_arrive_before_the_stream_is_over(ours: Identity) -> None:
    pieces = list(pack_stream({"t": "row", "n": n, "x": "z" * 3000} for n in range(200)))
    chunked = OK + b"Transfer-Encoding: chunked\r\n\r\n"
    first = b"".join(f"{len(p):x}\r\n".encode() + p + b"\r\n" for p in pieces[: len(pieces) // 2] if p)
    heard = ask(ours, says(chunked + first))
    assert heard.told == ["offline"]
    assert len(heard.lines) > 20


def test_a_flood_is_stopped(ours: Identity) -> None:
    assert ask(ours, says(whole({"t": "row", "x": "0" * 5_000_000}))).told == ["answer_too_large"]
    flood = OK + b"Content-Length: 9999999\r\n\r\n" + b"x" * 200_000
    assert ask(ours, says(flood), kind=Kind.TOKEN, cap=1000).told == ["answer_too_large"]


def test_silence_ends_with_the_time_that_was_given(ours: Identity) -> None:
    with replaced(transport, "DEADLINES", {Kind.PULL: 0.3}):
        assert ask(ours, says(OK, stay=True)).told == ["offline"]


def test_nobody_there_is_offline(ours: Identity) -> None:
    heard = Heard()

    async def once() -> None:
        async with speaking(ours, says()) as port:
            pass
        way = Transport(Address("127.0.0.1", port, ours.der))
        await way.carry(heard, Request(1, Kind.PULL, b"", LINES))  # type: ignore[arg-type]  # stands where the engine stands
        await way.close()

    asyncio.run(once())
    assert heard.told == ["offline"]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (b'HTTP/1.1 409 x\r\nContent-Length: 15\r\n\r\n{"code":"fork"}', "409 fork None"),
        (b"HTTP/1.1 503 x\r\nRetry-After: 30\r\nContent-Length: 2\r\n\r\n{}", "503 None 30.0"),
        (b"HTTP/1.1 502 x\r\nContent-Length: 13\r\n\r\n<html>oh</html", "502 None None"),
        (b"HTTP/1.1 302 x\r\nLocation: http://elsewhere/\r\nContent-Length: 0\r\n\r\n", "302 None None"),
    ],
)
def test_a_refusal_reaches_the_engine_whoever_wrote_it(ours: Identity, answer: bytes, told: str) -> None:
    assert ask(ours, says(answer)).told == [told]


def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(
    ours: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert ask(ours, says(whole({"t": "end"}))).told == ["finished"]


def test_the_certificate_a_door_shows_can_be_compared_with_a_code(ours: Identity) -> None:
    async def once() -> bytes:
        async with speaking(ours, says()) as port:
            return await asyncio.to_thread(shown_certificate, "127.0.0.1", port, 5)

    shown = asyncio.run(once())
    assert shown == ours.der
    assert fingerprint(shown) == hashes_of(ours.der)


def hashes_of(der: bytes) -> bytes:
    digest = hashes.Hash(hashes.SHA256())
    digest.update(der)
    return digest.finalize()[:16]


# the reader of lines


def fed(body: bytes, size: int, cap: int = 1 << 20) -> list[Json]:
    reader, lines = LineReader(cap), []
    for start in range(0, len(body), size):
        lines += reader.feed(body[start : start + size])
    reader.close()
    return lines


@pytest.mark.parametrize("size", [1, 7, 1000, 1 << 20])
def test_lines_are_whole_however_the_pieces_fall(size: int) -> None:
    sent: list[Json] = [{"n": n, "x": "é" * 50} for n in range(100)]
    assert fed(b"".join(pack_stream(sent)), size) == sent


def test_a_stream_that_ends_early_or_grows_too_large_is_seen() -> None:
    body = pack([{"x": "y" * 100}])
    with pytest.raises(Malformed):
        fed(body[:-1], 10)
    with pytest.raises(TooLarge):
        fed(pack([{"x": "0" * 100_000}]), 10, cap=50_000)
    with pytest.raises(Malformed):
        fed(pack([[1]]), 10)
    with pytest.raises(Malformed):
        fed(b"nothing of the kind", 10)
