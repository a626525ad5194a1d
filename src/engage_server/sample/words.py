"""The sentences and names of the sample, read from the package's resources."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

SLOT = re.compile(r"\{([a-z]+)((?:\.[A-Za-z]+)?)\}")
Slots = Mapping[str, str]

ENGLISH = {
    "female": {"he": "she", "him": "her", "his": "her", "He": "She", "His": "Her", "self": "herself"},
    "male": {"he": "he", "him": "him", "his": "his", "He": "He", "His": "His", "self": "himself"},
    "other": {"he": "they", "him": "them", "his": "their", "He": "They", "His": "Their", "self": "themself"},
}
SPANISH = {
    "female": {"o": "a", "el": "ella", "lo": "la", "un": "una"},
    "male": {"o": "o", "el": "él", "lo": "lo", "un": "un"},
    "other": {"o": "e", "el": "elle", "lo": "le", "un": "une"},
}
FORMS = {"en": ENGLISH, "es": SPANISH}
DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
    "es": ("el lunes", "el martes", "el miércoles", "el jueves", "el viernes"),
}


@cache
def resource(name: str) -> dict[str, Any]:
    """Return one of the sample's files, such as `names`."""
    raw = files("engage_server").joinpath("_resources", "sample", f"{name}.toml").read_bytes()
    return tomllib.loads(raw.decode())


def person_slots(head: str, name: str, sex: str, language: str) -> dict[str, str]:
    """Return what a person's name and the words that follow it become."""
    forms = FORMS[language].get(sex, FORMS[language]["other"])
    return {head: name} | {f"{head}.{form}": word for form, word in forms.items()}


def fill(sentence: str, slots: Slots) -> str:
    """Put names and places into a sentence and begin it with a capital."""
    text = SLOT.sub(lambda found: slots[found.group(1) + found.group(2)], sentence)
    return text[:1].upper() + text[1:]


@cache
def needs(sentence: str) -> frozenset[str]:
    """Return which people and places a sentence speaks of."""
    return frozenset(found.group(1) for found in SLOT.finditer(sentence))


@dataclass(slots=True)
class Phrases:
    """The sentences of one language; the same sentence is not taken twice in one note."""

    language: str
    _fitting: dict[tuple[str, frozenset[str]], tuple[str, ...]] = field(default_factory=dict)

    @property
    def data(self) -> dict[str, Any]:
        """Return the language's file."""
        return resource(f"notes_{self.language}")

    def at(self, path: str) -> Any:
        """Return what stands at a path such as `visit.saw.health`; an empty list when nothing does."""
        here: Any = self.data
        for part in path.split("."):
            if part not in here:
                return []
            here = here[part]
        return here

    def fitting(self, path: str, slots: Slots) -> tuple[str, ...]:
        """Return the sentences at a path whose people and places there are."""
        heads = frozenset(name for name in slots if "." not in name)
        key = (path, heads)
        if key not in self._fitting:
            self._fitting[key] = tuple(s for s in self.at(path) if needs(s) <= heads)
        return self._fitting[key]

    def some(self, rng: Random, path: str, slots: Slots, count: int) -> list[str]:
        """Return up to `count` filled sentences, in any order."""
        choice = self.fitting(path, slots)
        return [fill(s, slots) for s in rng.sample(choice, min(count, len(choice)))]

    def one(self, rng: Random, path: str, slots: Slots) -> str:
        """Return one filled sentence, or nothing when none fits."""
        return next(iter(self.some(rng, path, slots, 1)), "")

    def step(self, rng: Random, side: str, slots: Slots) -> dict[str, str]:
        """Return a promise of one side: what, how we know, plan B; empty when none fits."""
        heads = frozenset(name for name in slots if "." not in name)
        choice: Sequence[dict[str, str]] = [
            s for s in self.at(f"steps.{side}") if all(needs(text) <= heads for text in s.values())
        ]
        return {name: fill(text, slots) for name, text in rng.choice(choice).items()} if choice else {}
