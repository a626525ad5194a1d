"""Words inside notes: what a typed query asks for, and the lines around a hit with the words to light up."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# The words of the search index (unicode61 without diacritics): letters and digits, accents riding along.
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
PHRASE = re.compile(r'"([^"]*)"|([^"]+)')
MOST_WORDS = 12
LONGEST_WORD = 64
BEFORE, AROUND = 34, 120
OPEN_FROM = 3  # letters: a shorter last word is looked for as it stands, for half the language begins with it


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a query asks for: phrases of folded words, all of which must stand in a note.

    With `open_end` the last word may be the start of a longer one, as while typing.
    """

    phrases: tuple[tuple[str, ...], ...]
    open_end: bool

    @property
    def match(self) -> str:
        """The query in the words of the index: every word quoted, so that nothing in it is an instruction."""
        quoted = ['"' + " ".join(phrase) + '"' for phrase in self.phrases]
        return " ".join(quoted) + ("*" if self.open_end else "")

    def __bool__(self) -> bool:
        """Say whether anything was asked for."""
        return bool(self.phrases)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a note; `lit` are the start and length of the words that were looked for."""

    words: str
    lit: tuple[tuple[int, int], ...]


def wanted(query: str) -> Wanted:
    """Read what somebody typed; words in straight double quotes belong together."""
    text = unicodedata.normalize("NFC", query.replace("\0", " ").replace("“", '"').replace("”", '"'))
    phrases: list[tuple[str, ...]] = []
    for together, loose in PHRASE.findall(text):
        if together:
            phrases.append(tuple(_words(together)))
        phrases.extend((word,) for word in _words(loose))
    kept = [phrase for phrase in phrases if phrase][:MOST_WORDS]
    ends_open = bool(kept) and not text.rstrip().endswith('"') and len(kept[-1][-1]) >= OPEN_FROM
    return Wanted(tuple(kept), ends_open and text == text.rstrip())


@lru_cache(maxsize=16_384)
def fold_word(word: str) -> str:
    """Return a word as the index holds it: small letters, no accents."""
    parts = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in parts if not unicodedata.combining(c))


def snippet(text: str, asked: Wanted) -> Snippet:
    """Return the lines around the first place where what was asked for stands closest together."""
    flat = unicodedata.normalize("NFC", " ".join(text.split()))
    hits = [match.span() for match in _pattern(asked).finditer(flat.translate(_letters))] if asked else []
    if not hits:
        return Snippet(_cut(flat, 0), ())
    first = _densest(hits)
    start = _word_start(flat, max(0, first - BEFORE))
    shown = _cut(flat, start)
    lead = 1 if start else 0
    room = len(shown.rstrip("…"))
    inside = [
        (a - start + lead, b - start + lead) for a, b in hits if start <= a and b - start + lead <= room
    ]
    return Snippet(shown, _joined(shown, inside))


class _Letters(dict[int, str]):  # noqa: FURB189 - str.translate wants the speed of a real dict
    """Each letter as the index holds it, one for one, so that places in both texts agree."""

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFD", chr(code).lower())[:1] or chr(code)
        self[code] = plain
        return plain


_letters = _Letters()


@lru_cache(maxsize=256)
def _pattern(asked: Wanted) -> re.Pattern[str]:
    last = len(asked.phrases) - 1
    parts = [
        r"[\W_]+".join(phrase) + (r"[^\W_]*" if asked.open_end and number == last else "")
        for number, phrase in enumerate(asked.phrases)
    ]
    longest_first = sorted(parts, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(longest_first)})(?![^\W_])")


def _words(text: str) -> list[str]:
    return [fold_word(word)[:LONGEST_WORD] for word in WORD.findall(text)]


def _densest(hits: Sequence[tuple[int, int]]) -> int:
    """Return where the stretch begins that holds most of the hits; the first of equals."""
    starts = [start for start, _ in hits]
    # By bisection: a word may stand ten thousand times in what somebody pasted.
    inside = [bisect_left(starts, start + AROUND - BEFORE) - n for n, start in enumerate(starts)]
    return starts[inside.index(max(inside))]


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return spans as start and length, neighbours with nothing but space between them as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple((start, end - start) for start, end in found)


def _word_start(text: str, place: int) -> int:
    if place == 0:
        return 0
    gap = text.find(" ", place)
    return gap + 1 if 0 <= gap < place + BEFORE else place


def _cut(text: str, start: int) -> str:
    end = start + AROUND
    if end >= len(text):
        return ("…" if start else "") + text[start:]
    gap = text.rfind(" ", start + AROUND // 2, end)
    return ("…" if start else "") + text[start : gap if gap > 0 else end] + "…"
