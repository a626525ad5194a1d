"""Reads JSON lines out of a zstd stream as its pieces arrive, and sees when it is cut or grows too large."""

from __future__ import annotations

import zstandard

from engage_wire.codec import FLUSH_AT, Json, Malformed, TooLarge, loads

WINDOW = 1 << 27


class LineReader:
    """Takes pieces of a stream, gives back whole lines; at most `cap` decompressed bytes in all."""

    def __init__(self, cap: int) -> None:
        self._unsqueeze = zstandard.ZstdDecompressor(max_window_size=WINDOW).decompressobj()
        self._cap = cap
        self._seen = 0
        self._rest = b""

    def feed(self, part: bytes) -> list[Json]:
        """Return the lines that are whole now. Raises Malformed, or TooLarge past the cap."""
        lines: list[Json] = []
        for offset in range(0, len(part), FLUSH_AT):
            lines += self._feed(part[offset : offset + FLUSH_AT])
        return lines

    def _feed(self, part: bytes) -> list[Json]:
        try:
            out = self._unsqueeze.decompress(part)
        except zstandard.ZstdError as error:
            raise Malformed(str(error)) from None
        self._seen += len(out)
        if self._seen > self._cap:
            raise TooLarge(f"more than {self._cap} bytes")
        *whole, self._rest = (self._rest + out).split(b"\n")
        return [_document(line) for line in whole if line]

    def close(self) -> None:
        """Say that nothing more comes. Raises Malformed when the stream was not at its end."""
        if self._rest or not self._unsqueeze.eof:
            raise Malformed("the stream ends too early")


def _document(line: bytes) -> Json:
    value = loads(line)
    if not isinstance(value, dict):
        raise Malformed("a line is not an object")
    return value
