"""Looks for a case's words in clear: in every file a process left, and in every file it holds open."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

CHUNK = 1 << 20
LEAST_LETTERS = 8


@dataclass(frozen=True, slots=True)
class Found:
    """A file in which words stand in clear."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What was looked at and what was found."""

    files: int
    bytes: int
    found: tuple[Found, ...]


def needles(words: Iterable[str]) -> dict[bytes, str]:
    """Return how words could stand in a file: UTF-8, UTF-16 and base64 at its three offsets, whole or lower-case."""
    spelt: dict[bytes, str] = {}
    for text in words:
        for form in {text, text.lower(), text.upper()}:
            raw = form.encode()
            spelt[raw] = text
            spelt[form.encode("utf-16-le")] = text
            for lead in range(3):
                inner = base64.b64encode(b"\0" * lead + raw)[4 if lead else 0 : -4]
                if len(inner) >= 12:
                    spelt[inner] = text
    return spelt


def protected_words(canaries: Path) -> list[str]:
    """Return every string of the sample that must not stand in clear anywhere, and the ordinary case words."""
    said = json.loads(canaries.read_text(encoding="utf-8"))
    texts = [str(item["text"]) for item in said["protected"]] + [
        str(word) for word in said.get("case_words", [])
    ]
    return sorted({text for text in texts if len(text) >= LEAST_LETTERS})


def scan(roots: Iterable[Path], pids: Iterable[int], words: Iterable[str]) -> Scan:
    """Search all files below `roots`, and all files the processes hold open, deleted ones included."""
    wanted = needles(words)
    longest = max(len(needle) for needle in wanted)
    files, size, found = 0, 0, []
    for shown, opened in _files(roots, pids):
        seen, hit = _search(opened, wanted, longest)
        files, size = files + 1, size + seen
        if hit:
            found.append(Found(shown, hit))
    return Scan(files, size, tuple(found))


def _files(roots: Iterable[Path], pids: Iterable[int]) -> Iterator[tuple[str, Path]]:
    for root in roots:
        for path in root.rglob("*"):
            if path.is_file() and not path.is_symlink():
                yield str(path), path
    for pid in pids:
        yield from _open_files(pid)


def _open_files(pid: int) -> Iterator[tuple[str, Path]]:
    folder = Path(f"/proc/{pid}/fd")
    try:
        entries = list(folder.iterdir())
    except OSError:
        return  # not Linux, or the process forbids it
    for entry in entries:
        try:
            target = str(entry.readlink())
            if (
                target.startswith("/")
                and not target.startswith(("/dev/", "/proc/"))
                and os.access(entry, os.R_OK)
            ):
                yield f"{pid}: {target}", entry
        except OSError:
            continue


def _search(path: Path, wanted: dict[bytes, str], longest: int) -> tuple[int, str]:
    size, tail = 0, b""
    try:
        with path.open("rb") as file:
            while block := file.read(CHUNK):
                size += len(block)
                window = tail + block
                for needle, text in wanted.items():
                    if needle in window:
                        return size, text
                tail = window[-longest:]
    except OSError:
        return size, ""
    return size, ""
