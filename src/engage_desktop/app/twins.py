"""What an English name is called in the language spoken now: a tour names controls in English everywhere.

The sentences are known whole; what a screen builds of them is taken apart: fillings, and pieces joined by commas.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from itertools import product

from PySide6.QtCore import QLocale

HOLE = re.compile(r"%\d|\{\w*\}")
LEAST_WORDS = 3  # letters that stand fast in a sentence before it may explain a name
LEAST_TAIL = 8
MOST = 60
JOINTS = (": ", ", ")


def spellings(name: str) -> list[str]:
    """Return an English name and what it may be called now."""
    locale = QLocale().name()[:2]
    return [name, *(said for said in _said(name, locale) if said != name)]


def spellings_of_part(words: str) -> list[str]:
    """Return what a part of a sentence may be called now; without a twin of its own, every sentence that holds it."""
    locale = QLocale().name()[:2]
    twins = _twins(locale)
    if words in twins:
        return spellings(words)
    holding = [said for source in twins if words in source for said in twins[source] if not HOLE.search(said)]
    return [*spellings(words), *holding, *_begun(words, locale)]


@cache
def _twins(locale: str) -> dict[str, list[str]]:
    """Return which sentences another language has for an English one."""
    source = files("engage_desktop") / "_resources" / "i18n" / f"{locale}.json"
    found: dict[str, list[str]] = json.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}
    return found


@cache
def _patterns(locale: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the sentences with something to fill in, the most telling first."""
    found = []
    for source in _twins(locale):
        fast = HOLE.sub("", source)
        if fast != source and sum(c.isalpha() for c in fast) >= LEAST_WORDS:
            pattern = "(.+)".join(re.escape(part) for part in HOLE.split(source))
            found.append((len(fast), re.compile(f"^{pattern}$"), source))
    return tuple((pattern, source) for _, pattern, source in sorted(found, key=lambda one: -one[0]))


@cache
def _said(name: str, locale: str) -> tuple[str, ...]:
    """Return what a name may be called; itself when nothing of it is known."""
    twins = _twins(locale)
    if name in twins:
        return tuple(twins[name])
    found = [*_heads(name, locale), *_filled(name, locale), *_joined(name, locale)]
    return tuple(dict.fromkeys(found))[:MOST] or (name,)


def _heads(name: str, locale: str) -> list[str]:
    """Return how sentences begin in the other language that begin with `name` before their first filling."""
    if len(name) < LEAST_WORDS:
        return []
    return [
        HOLE.split(said)[0]
        for source, twins in _twins(locale).items()
        if HOLE.search(source) and HOLE.split(source)[0] == name
        for said in twins
        if len(HOLE.split(said)[0]) >= LEAST_WORDS
    ]


def _filled(name: str, locale: str) -> list[str]:
    """Return a filled sentence in the other language, its fillings too."""
    for pattern, source in _patterns(locale):
        match = pattern.match(name)
        if match is not None:
            holes = HOLE.findall(source)
            fillings = list(product(*(_said(part, locale) for part in match.groups())))
            return [_fill(said, holes, parts) for said in _twins(locale)[source] for parts in fillings]
    return []


def _fill(said: str, holes: list[str], parts: tuple[str, ...]) -> str:
    for hole, part in zip(holes, parts, strict=True):
        said = said.replace(hole, part)
    return said


def _joined(name: str, locale: str) -> list[str]:
    """Return pieces that a comma, a colon or a space joins, each in the other language."""
    for joint in JOINTS:
        if joint in name:
            return [
                joint.join(pieces) for pieces in product(*(_said(p, locale) for p in name.split(joint, 1)))
            ]
    words = name.split(" ")
    heads = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    known = [(head, rest) for head, rest in heads if head in _twins(locale)]
    return [f"{a} {b}" for head, rest in known for a, b in product(_said(head, locale), _said(rest, locale))]


def _begun(words: str, locale: str) -> list[str]:
    """Return sentences of which `words` are the beginning, with what they fill in."""
    found = []
    for source, twins in _twins(locale).items():
        holes = HOLE.findall(source)
        if len(holes) != 1:
            continue
        before, after = HOLE.split(source)
        at = words.find(after[:LEAST_TAIL], len(before)) if len(after) >= LEAST_TAIL else -1
        if before and words.startswith(before) and at > 0 and after.startswith(words[at:]):
            found += [said.replace(holes[0], words[len(before) : at]) for said in twins]
    return found
