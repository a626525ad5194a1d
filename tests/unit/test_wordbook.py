from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from engage_wire.wordbook import LANGUAGES, Wordbook, load, whole_months

WORDS = Path(__file__).resolve().parents[2] / "resources/words"
CODES = Path(__file__).resolve().parents[2] / "resources/policy/codes.toml"
MONDAY = date(2026, 11, 23)
BOOKS = {language: load(WORDS, language) for language in LANGUAGES}
EN, ES = BOOKS["en"], BOOKS["es"]


@pytest.mark.parametrize("book", BOOKS.values(), ids=LANGUAGES)
def test_every_code_of_the_agency_tables_has_words(book: Wordbook) -> None:
    tables = tomllib.loads(CODES.read_text())
    missing = [
        (v, c["code"]) for v, table in tables.items() for c in table["codes"] if not book.knows(v, c["code"])
    ]
    assert missing == []


def test_both_languages_have_the_same_words() -> None:
    def keys(table: object, path: str = "") -> set[str]:
        if not isinstance(table, dict):
            return {path}
        return {key for name, inner in table.items() for key in keys(inner, f"{path}.{name}")}

    assert keys(EN.tables) == keys(ES.tables)


def test_a_code_nobody_has_words_for_is_still_readable() -> None:
    assert EN.word("topic", "summer_camp") == "Summer camp"
    assert EN.with_codes({"topic": {"summer_camp": "Camp"}}).word("topic", "summer_camp") == "Camp"
    assert not EN.word("topic", "")


@pytest.mark.parametrize(
    ("day", "english", "spanish"),
    [
        (MONDAY, "today", "hoy"),
        (date(2026, 11, 24), "tomorrow", "mañana"),
        (date(2026, 11, 22), "yesterday", "ayer"),
        (date(2026, 11, 20), "Friday 20 Nov", "viernes 20 nov"),
        (date(2026, 11, 4), "4 November", "4 de noviembre"),
        (date(2025, 11, 4), "4 November 2025", "4 de noviembre de 2025"),
    ],
)
def test_a_day_is_said_as_people_say_it(day: date, english: str, spanish: str) -> None:
    assert (EN.day_near(day, MONDAY), ES.day_near(day, MONDAY)) == (english, spanish)


@pytest.mark.parametrize(
    ("day", "english", "spanish"),
    [
        (None, "not yet", "todavía no"),
        (MONDAY, "today", "hoy"),
        (date(2026, 11, 20), "3 days ago", "hace 3 días"),
        (date(2026, 10, 30), "24 days ago", "hace 24 días"),
        (date(2026, 12, 3), "in 10 days", "en 10 días"),
        (date(2026, 6, 1), "6 months ago", "hace 6 meses"),
        (date(2023, 11, 23), "3 years ago", "hace 3 años"),
    ],
)
def test_how_long_ago_is_said_in_a_unit_one_can_feel(day: date | None, english: str, spanish: str) -> None:
    assert (EN.days_ago(day, MONDAY), ES.days_ago(day, MONDAY)) == (english, spanish)


def test_counts_have_their_own_word_for_none_and_one() -> None:
    assert [EN.count("child", n) for n in (0, 1, 4)] == ["no children", "one child", "4 children"]
    assert [ES.count("child", n, spelled=True) for n in (0, 1, 4)] == [
        "ningún niño",
        "un niño",
        "cuatro niños",
    ]
    assert EN.count("family", 11, spelled=True) == "11 families"


def test_names_are_listed_as_people_list_them() -> None:
    assert not EN.listed([])
    assert EN.listed(["Elena"]) == "Elena"
    assert EN.listed(["Elena", "Mateo", "Luz"]) == "Elena, Mateo and Luz"
    assert ES.listed(["Elena", "Inés"]) == "Elena e Inés"
    assert ES.listed(["Elena", "Hiedra"]) == "Elena y Hiedra"


def test_lengths_of_time_and_ages() -> None:
    assert (EN.duration(54), EN.duration(60), EN.duration(84)) == (
        "54 minutes",
        "one hour",
        "one hour and 24 minutes",
    )
    assert (EN.minutes_away(19), EN.minutes_away(0), EN.minutes_away(-5)) == (
        "in 19 minutes",
        "just now",
        "5 minutes ago",
    )
    assert (EN.age(12), EN.age(0, 7), EN.age(1, 14), EN.age(0, 1), EN.age(0)) == (
        "12",
        "7 months",
        "14 months",
        "one month",
        "newborn",
    )
    assert ES.age(12, about=True) == "unos 12"


def test_moments_stand_in_the_zone_they_are_read_in() -> None:
    zone = ZoneInfo("America/New_York")
    now = datetime(2026, 11, 23, 8, 41, tzinfo=zone)
    start = datetime(2026, 11, 23, 14, 4, tzinfo=UTC)
    assert EN.moment(start, now) == "today, 09:04"
    assert ES.span(start, start.replace(minute=58), now) == "hoy, de 09:04 a 09:58"
    assert EN.moment(datetime(2026, 11, 21, 2, 0, tzinfo=UTC), now) == "Friday 20 Nov, 21:00"


def test_a_language_without_a_book_is_answered_in_english() -> None:
    assert load(WORDS, "fr").language == "en"
    assert load(WORDS, "es_US").language == "es"


def test_months_since_birth_are_completed_months() -> None:
    assert whole_months(date(2026, 4, 24), MONDAY) == 6
    assert whole_months(date(2026, 4, 23), MONDAY) == 7
    assert whole_months(date(2027, 1, 1), MONDAY) == 0
