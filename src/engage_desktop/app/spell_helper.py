"""`engage-desktop spell-helper`: the dictionaries in a process of their own, so that no window ever waits for them.

It reads one JSON line after another and answers each with one: words in, words out, nothing else. It writes no file,
keeps no word, and ends when its standard input does.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from engage_desktop.app.hardening import harden
from engage_domain.spelling import LANGUAGES

HELPER = "spell-helper"
MOST_SUGGESTIONS = 6
LONGEST_LINE = 4_000_000


class Speller(Protocol):
    """What a dictionary can say."""

    def spell(self, word: str) -> bool:
        """Say whether a word is spelt right."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant."""
        ...


def spell_command() -> tuple[str, ...]:
    """Return how to start the helper: this very program when frozen, the module otherwise."""
    if getattr(sys, "frozen", False):
        return (sys.executable, HELPER)
    return (sys.executable, "-m", "engage_desktop.app.main", HELPER)


def run_spell_helper() -> int:
    """Answer until nobody asks any more."""
    harden()
    with as_file(files("engage_desktop").joinpath("_resources", "spelling")) as folder:
        spellers = dictionaries(folder)
    with os.fdopen(0, "rb") as asked, os.fdopen(1, "wb", buffering=0) as told:
        serve(spellers, asked, told)
    return 0


def dictionaries(folder: Path) -> dict[str, Speller]:
    """Load the dictionary of every language, with the words of the field each lacks."""
    from hunspell import Hunspell

    loaded: dict[str, Speller] = {}
    for language in LANGUAGES:
        speller = Hunspell(language, hunspell_data_dir=str(folder))
        for word in (folder / f"more_{language}.txt").read_text(encoding="utf-8").split():
            speller.add(word)
        loaded[language] = speller
    return loaded


def serve(spellers: Mapping[str, Speller], asked: BinaryIO, told: BinaryIO) -> None:
    """Answer each line with one; a line that cannot be read ends the talk."""
    while line := asked.readline(LONGEST_LINE):
        try:
            answer = answer_to(spellers, json.loads(line))
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        told.write(json.dumps(answer).encode() + b"\n")


def answer_to(spellers: Mapping[str, Speller], question: dict[str, Any]) -> dict[str, Any]:
    """Return for words the languages each is right in, for one word what may have been meant."""
    if "check" in question:
        good = {
            word: [lang for lang, one in spellers.items() if one.spell(word)] for word in question["check"]
        }
        return {"n": question["n"], "good": good}
    meant = spellers[question["in"]].suggest(question["suggest"])
    return {"n": question["n"], "meant": list(meant[:MOST_SUGGESTIONS])}
