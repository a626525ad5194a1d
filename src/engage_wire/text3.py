"""Sentence-level three-way merge of narratives.

Two people's changes are joined only where they touch different, non-neighbouring sentences; anything nearer is
left to a person. Merging by character was tried elsewhere and wrote sentences nobody had written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SENTENCE = re.compile(r"[^.!?…\n]*(?:[.!?…]+[\"”»’)\]]*\s*|\n+|$)")


@dataclass(frozen=True, slots=True)
class _Hunk:
    start: int
    stop: int
    words: tuple[str, ...]


def sentences(text: str) -> list[str]:
    """Cut a text into sentences, each with the space behind it; joined again they are the text."""
    return [part for part in SENTENCE.findall(text) if part]


def _hunks(base: list[str], changed: list[str]) -> list[_Hunk]:
    matcher = SequenceMatcher(None, base, changed, autojunk=False)
    return [
        _Hunk(i1, i2, tuple(changed[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def _apart(one: _Hunk, other: _Hunk) -> bool:
    return one.stop < other.start or other.stop < one.start


def merge_text(base: str, head: str, incoming: str) -> str | None:
    """Return the joined text, or None when the two changes overlap or touch.

    Identical hunks on both sides count once.
    """
    if incoming in {head, base}:
        return head
    if head == base:
        return incoming
    old = sentences(base)
    ours, theirs = _hunks(old, sentences(head)), _hunks(old, sentences(incoming))
    mine = [hunk for hunk in theirs if hunk not in ours]
    if not all(_apart(a, b) for a in ours for b in mine):
        return None
    merged = list(old)
    for hunk in sorted([*ours, *mine], key=lambda h: h.start, reverse=True):
        merged[hunk.start : hunk.stop] = hunk.words
    return _rejoin(merged)


def _rejoin(parts: list[str]) -> str:
    """Join sentences; one that ended its text gets a space when another now follows it."""
    out = ""
    for part in parts:
        if out and not out[-1].isspace() and not part[0].isspace():
            out += " "
        out += part
    return out
