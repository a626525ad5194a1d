"""The codec: canonical JSON for hashes, JSON lines in zstd for the wire, and the chain hash over ops."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator
from typing import Any

import orjson
import zstandard

Json = dict[str, Any]
LEVEL = 3
FLUSH_AT = 64 * 1024
BITE = 256  # so few bytes unpack to at most 8 MiB, whatever they are
CHAIN_START = "0" * 32
SORTED = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
PLAIN = {str, int, bool, type(None)}


class Malformed(ValueError):
    """What arrived is not of the form the protocol describes."""


class TooLarge(ValueError):
    """What arrived unpacks to more than is allowed."""


def canonical(value: object) -> bytes:
    """Write a document for hashing: sorted keys, no spaces, UTF-8 unescaped, no floats."""
    _refuse_floats(value)
    try:
        return orjson.dumps(value, option=SORTED)
    except TypeError:  # numbers past 64 bits, which the fast writer does not know
        return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise Malformed("floats have no canonical form")
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else ()
    if PLAIN.issuperset(map(type, inner)):
        return
    for each in inner:
        if type(each) not in PLAIN:
            _refuse_floats(each)


def chain(previous: str, op: Json) -> str:
    """Return the BLAKE2b-128 hash that binds `op` (its `g` left out) to all ops before it."""
    body = canonical({k: v for k, v in op.items() if k != "g"} if "g" in op else op)
    return hashlib.blake2b(previous.encode() + body, digest_size=16).hexdigest()


def digest_part(entity: str, row_id: str, rev: int) -> int:
    """Return one live row's share of its bucket's digest; shares are summed modulo 2**64."""
    raw = hashlib.blake2b(f"{entity}|{row_id}|{rev}".encode(), digest_size=8).digest()
    return int.from_bytes(raw, "big")


def text_hash(value: object) -> str:
    """Return the BLAKE2b-256 hash of a document's canonical form."""
    return hashlib.blake2b(canonical(value), digest_size=32).hexdigest()


def dumps(value: object) -> bytes:
    """Write one JSON value for the wire."""
    return orjson.dumps(value)


def loads(raw: bytes | str) -> Any:
    """Read one JSON value; Malformed when it is none."""
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise Malformed(str(error)) from None


def pack(lines: Iterable[object]) -> bytes:
    """Write values as zstd-compressed JSON lines."""
    return pack_written(map(orjson.dumps, lines))


def pack_written(lines: Iterable[bytes]) -> bytes:
    """Compress lines that are written as JSON already."""
    return zstandard.compress(b"\n".join(lines) + b"\n", LEVEL)


def pack_stream(lines: Iterable[object]) -> Generator[bytes]:
    """Write values as one zstd stream, flushed about every 64 KiB so that a reader can begin early."""
    squeeze = zstandard.ZstdCompressor(level=LEVEL).compressobj()
    waiting = 0
    for line in lines:
        raw = orjson.dumps(line) + b"\n"
        waiting += len(raw)
        out = squeeze.compress(raw)
        if waiting >= FLUSH_AT:
            out += squeeze.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
            waiting = 0
        if out:
            yield out
    yield squeeze.flush(zstandard.COMPRESSOBJ_FLUSH_FINISH)


def unpack(body: bytes, limit: int) -> list[Json]:
    """Read zstd-compressed JSON lines; TooLarge past `limit` decompressed bytes."""
    return list(unpack_stream([body], limit))


def unpack_stream(parts: Iterable[bytes], limit: int) -> Iterator[Json]:
    """Read JSON lines out of a zstd stream as its parts arrive.

    Raises Malformed on a broken or truncated stream, TooLarge past `limit` decompressed bytes.
    """
    unsqueeze = zstandard.ZstdDecompressor(max_window_size=1 << 23).decompressobj()
    rest, seen = b"", 0
    try:
        for part in parts:
            for offset in range(0, len(part), BITE):
                out = unsqueeze.decompress(part[offset : offset + BITE])
                seen += len(out)
                if seen > limit:
                    raise TooLarge(f"more than {limit} bytes")
                *whole, rest = (rest + out).split(b"\n")
                yield from (_document(line) for line in whole if line)
    except zstandard.ZstdError as error:
        raise Malformed(str(error)) from None
    if rest or not unsqueeze.eof or unsqueeze.unused_data:
        raise Malformed("the stream ends too early or goes on")


def _document(line: bytes) -> Json:
    value = loads(line)
    if not isinstance(value, dict):
        raise Malformed("a line is not an object")
    return value
