from __future__ import annotations

import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

from engage_domain import contact_codes
from engage_domain.contact_codes import MissedReason, Topic
from engage_wire.wordbook import LANGUAGES, load

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
TABLES = {
    vocabulary: {code["code"] for code in table["codes"]}
    for vocabulary, table in tomllib.loads((RESOURCES / "policy/codes.toml").read_text("utf-8")).items()
}
VOCABULARIES = {
    "MarkKind": "mark_kind",
    "Topic": "topic",
    "Element": "element",
    "Presence": "presence",
    "Alone": "seen_alone",
    "Method": "contact_method",
    "ContactType": "contact_type",
    "Purpose": "contact_purpose",
    "Location": "contact_location",
    "MissedReason": "missed_reason",
    "Side": "step_side",
}
NAMED = {
    name: kind
    for name, kind in vars(contact_codes).items()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
}


def test_every_list_of_codes_of_a_contact_is_one_of_the_agency_tables() -> None:
    assert set(NAMED) == set(VOCABULARIES)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_the_names_in_the_code_are_codes_of_the_table(name: str) -> None:
    assert {code.value for code in NAMED[name]} <= TABLES[VOCABULARIES[name]]


@pytest.mark.parametrize(("kind", "vocabulary"), [(MissedReason, "missed_reason"), (Topic, "topic")])
def test_reasons_and_topics_are_exactly_those_of_the_table(kind: type[StrEnum], vocabulary: str) -> None:
    assert {code.value for code in kind} == TABLES[vocabulary]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_in_the_code_has_words(language: str) -> None:
    book = load(RESOURCES / "words", language)
    unsaid = [
        (name, code.value)
        for name, kind in NAMED.items()
        for code in kind
        if not book.knows(VOCABULARIES[name], code.value)
    ]
    assert unsaid == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_kept_for_codes_nobody_has(language: str) -> None:
    book = load(RESOURCES / "words", language)
    extra = {vocabulary: set(book.tables[vocabulary]) - codes for vocabulary, codes in TABLES.items()}
    assert {vocabulary: codes for vocabulary, codes in extra.items() if codes} == {}
