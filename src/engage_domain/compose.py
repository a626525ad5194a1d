"""How the answers of a visit become a note: laid out in the agency's order, in the words that were given.

Nothing is written here. A line is who and what, exactly as they were tapped and typed; a section is its lines and
the worker's own text. Only colons, commas, quotation marks and line ends are ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from engage_domain.contact_codes import MarkKind
from engage_wire.entities import BODY_SECTIONS

WAITING = "+"
QUOTE_SIGNS = ("“", "«", "„", '"', "‘", "「")
NATURAL: Mapping[str, str] = {
    MarkKind.SAID: "family_said",
    MarkKind.PROMISE: "agreed",
    MarkKind.STRENGTH: "saw",
    MarkKind.WORRY: "safety_now",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One mark as it will stand in the note."""

    mark_id: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What the worker wrote under each heading, and the lines put in beside it."""

    texts: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()


def natural_section(kind: str) -> str:
    """Return where a mark of this kind belongs by itself."""
    return NATURAL.get(kind, "other")


def waiting_for(section: str) -> str:
    """Return how a mark says that it goes into a section at the next laying out."""
    return WAITING + section


def is_chosen(used_in: str) -> bool:
    """Say whether a mark is in the note, or waits to be laid out in it."""
    return bool(used_in)


def is_laid(used_in: str) -> bool:
    """Say whether a mark's words already stand in the text."""
    return bool(used_in) and not used_in.startswith(WAITING)


def section_of(used_in: str) -> str:
    """Return the section a chosen mark stands in or waits for."""
    return used_in.removeprefix(WAITING)


def quoted(words: str) -> str:
    """Return somebody's words between quotation marks, unless they brought their own."""
    plain = " ".join(words.split())
    if not plain or plain.startswith(QUOTE_SIGNS):
        return plain
    return f"“{plain}”"


def sentence(who: str, words: str, when: str = "") -> str:
    """Return one line of the note: who, what, and by when; what is missing leaves no trace."""
    plain = " ".join(words.split())
    parts = ", ".join(part for part in (plain, when) if part)
    return ": ".join(part for part in (who, parts) if part)


def lay_out(answers: Answers) -> dict[str, str]:
    """Return the text of every section that has any: the chosen lines first, then what the worker wrote."""
    laid: dict[str, str] = {}
    for section in BODY_SECTIONS:
        lines = [line.text for line in answers.lines if line.section == section and line.text]
        text = with_lines(answers.texts.get(section, ""), lines)
        if text:
            laid[section] = text
    return laid


def with_lines(text: str, lines: Sequence[str]) -> str:
    """Return a section with lines put before what the worker wrote."""
    return "\n".join([*lines, text] if text.strip() else lines)


def appended(text: str, line: str) -> str:
    """Return a section with one more line at its end."""
    if not text.strip():
        return line
    return f"{text.rstrip()}\n{line}"


def put_back(text: str, line: str) -> str:
    """Return a section without a line that was put in; a line since rewritten is the worker's, and stays."""
    kept = text.split("\n")
    if line not in kept:
        return text
    kept.remove(line)
    return "\n".join(kept)
