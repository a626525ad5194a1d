"""The practice guide: topics in reading order, told in every language, found by a word of any of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from engage_domain.names import fold

LANGUAGES = ("en", "es")
DEFINITION = "definition"


class TopicGroup(StrEnum):
    """Where a topic is listed."""

    GROUND = "ground"
    TOOLS = "tools"
    RULES = "rules"


class Chapter(StrEnum):
    """What is said about a topic, in this order."""

    WHEN = "when"
    HOW = "how"
    PITFALLS = "pitfalls"
    CHILDREN = "children"
    VIOLENCE = "dv"


@dataclass(frozen=True, slots=True)
class Telling:
    """A topic in one language."""

    title: str
    summary: str
    also: str
    verb: str
    chapters: tuple[tuple[Chapter, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        """Everything that is said, as it is searched."""
        said = (line for _chapter, lines in self.chapters for line in lines)
        return " ".join((self.title, self.summary, self.also, *said))


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. `opens` are the parts of a family's workspace its tool may live in, the likeliest first."""

    key: str
    group: TopicGroup
    icon: str
    elements: tuple[str, ...]
    opens: tuple[str, ...]
    told: Mapping[str, Telling]

    def telling(self, language: str) -> Telling:
        """Return the topic in a language; English for one it is not told in."""
        return self.told.get(language) or self.told[LANGUAGES[0]]


@dataclass(frozen=True, slots=True)
class Guide:
    """All topics, and the agency's own words about engagement, by language."""

    topics: tuple[Topic, ...]
    definition: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    agency: str = ""

    def topic(self, key: str) -> Topic | None:
        """Return a topic."""
        return next((topic for topic in self.topics if topic.key == key), None)

    def defined(self, language: str) -> tuple[str, ...]:
        """Return the agency's words; those of another language when there are none in this."""
        return self.definition.get(language) or next((said for said in self.definition.values() if said), ())

    def find(self, query: str) -> tuple[Topic, ...]:
        """Return the topics in which every word of a query begins a word, in any language; titles first."""
        wanted = fold(query).split()
        if not wanted:
            return self.topics
        found = [topic for topic in self.topics if _has(wanted, self._text(topic))]
        return tuple(sorted(found, key=lambda topic: not _has(wanted, _titles(topic))))

    def _text(self, topic: Topic) -> str:
        said = [telling.text for telling in topic.told.values()]
        if topic.key == DEFINITION:
            said += [line for lines in self.definition.values() for line in lines]
        return " ".join(said)


def read_guide(structure: str, texts: Mapping[str, str]) -> Guide:
    """Read the files of the guide; KeyError or ValueError when they do not fit together."""
    told = {language: tomllib.loads(text) for language, text in texts.items()}
    topics = tuple(
        Topic(
            key,
            TopicGroup(shape["group"]),
            str(shape["icon"]),
            tuple(shape.get("elements", ())),
            tuple(shape.get("opens", ())),
            {language: _telling(pages[key]) for language, pages in told.items()},
        )
        for key, shape in tomllib.loads(structure).items()
    )
    return Guide(topics)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, one for each line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _telling(page: Mapping[str, Any]) -> Telling:
    chapters = tuple((chapter, tuple(page[chapter])) for chapter in Chapter if page.get(chapter))
    return Telling(page["title"], page["summary"], page.get("also", ""), page.get("verb", ""), chapters)


def _titles(topic: Topic) -> str:
    return " ".join(f"{telling.title} {telling.also}" for telling in topic.told.values())


def _has(wanted: list[str], text: str) -> bool:
    inside = f" {' '.join(_letters(fold(text)).split())}"
    return all(f" {_letters(word).strip()}" in inside for word in wanted)


def _letters(folded: str) -> str:
    return "".join(sign if sign.isalnum() else " " for sign in folded)
