"""Two versions of one text laid side by side: which words stand in both, which in one alone.

The runs of each side, joined, are that side's text again, letter for letter; nothing is tidied on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from engage_wire.text3 import sentences

TOKEN = re.compile(r"(?:\w+(?:['’\-]\w+)*|[^\w\s])\s*|\s+")
WIDEST_HUNK = 4_000_000  # pairs of words; a larger hunk is shown whole instead of word by word
Opcode = tuple[str, int, int, int, int]


class Part(StrEnum):
    """How a run of words stands to the other version."""

    SAME = "same"
    ONLY = "only"  # these words stand on this side alone
    GAP = "gap"  # nothing here; the other side has words in this place


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in a row that stand alike to the other version; the text of a gap is empty."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Both versions in runs."""

    theirs: tuple[Run, ...]
    mine: tuple[Run, ...]

    @property
    def is_same(self) -> bool:
        """Whether no word differs; spaces and line ends may."""
        return all(run.part is Part.SAME for run in (*self.theirs, *self.mine))


def words(text: str) -> list[str]:
    """Cut a text into words and signs, each with the space behind it; joined again they are the text."""
    return TOKEN.findall(text)


def compare(theirs: str, mine: str) -> SideBySide:
    """Return both texts in runs, compared by sentence first and by word where sentences differ."""
    left: list[Run] = []
    right: list[Run] = []
    for one, other in _hunks(sentences(theirs), sentences(mine)):
        if one == other:
            left.append(Run(Part.SAME, one))
            right.append(Run(Part.SAME, other))
        else:
            _compare_words(one, other, left, right)
    return SideBySide(_joined(left), _joined(right))


def blend(theirs: str, mine: str) -> str:
    """Return a first try at one text from both: what either side alone added stays, where both differ mine stands."""
    out: list[str] = []
    a, b = words(theirs), words(mine)
    for tag, i, j, k, m in _opcodes(a, b):
        out.extend(a[i:j] if tag == "delete" else b[k:m])
    return _rejoined(out)


def _hunks(a: list[str], b: list[str]) -> Iterable[tuple[str, str]]:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    for _tag, i, j, k, m in matcher.get_opcodes():
        yield "".join(a[i:j]), "".join(b[k:m])


def _compare_words(theirs: str, mine: str, left: list[Run], right: list[Run]) -> None:
    a, b = words(theirs), words(mine)
    for tag, i, j, k, m in _opcodes(a, b):
        one, other = "".join(a[i:j]), "".join(b[k:m])
        part = Part.SAME if tag == "equal" else Part.ONLY
        left.append(Run(part if one else Part.GAP, one))
        right.append(Run(part if other else Part.GAP, other))


def _opcodes(a: Sequence[str], b: Sequence[str]) -> Sequence[Opcode]:
    if len(a) * len(b) > WIDEST_HUNK:
        return [("replace", 0, len(a), 0, len(b))]
    keys_a, keys_b = [t.strip() for t in a], [t.strip() for t in b]
    return SequenceMatcher(None, keys_a, keys_b, autojunk=False).get_opcodes()


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Join neighbours of one kind, and let a gap give way to words that stand here alone."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if last is not None and last.part is run.part:
            out[-1] = Run(run.part, last.text + run.text)
        elif run.part is Part.ONLY and last is not None and last.part is Part.GAP:
            out[-1] = run
        elif not (run.part is Part.GAP and last is not None and last.part is Part.ONLY):
            out.append(run)
    return tuple(out)


def _rejoined(tokens: list[str]) -> str:
    out = ""
    for token in tokens:
        if out and out[-1].isalnum() and token[0].isalnum():
            out += " "
        out += token
    return out
