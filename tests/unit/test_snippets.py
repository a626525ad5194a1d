"""What a typed query asks for, and the lines around a hit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage_domain.snippets import AROUND, BEFORE, Snippet, snippet, wanted

LONG = "One two three. " * 40


def lit(found: Snippet) -> list[str]:
    return [found.words[start : start + length] for start, length in found.lit]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("bus pass", '"bus" "pass"*'),
        ("bus pass ", '"bus" "pass"'),
        ('"bus pass" school', '"bus pass" "school"*'),
        ('the "bus pass"', '"the" "bus pass"'),
        ("niño", '"nino"*'),
        ("an", '"an"'),
        ("O'Brien", '"o" "brien"*'),
        ('" OR NEAR(*', '"or" "near"*'),
        ("“bus pass”", '"bus pass"'),
        ("", ""),
        ("-- '; ()", ""),
    ],
)
def test_every_word_is_asked_for_as_it_stands(typed: str, asked: str) -> None:
    assert wanted(typed).match == asked


def test_a_snippet_lights_the_words_whatever_their_accents() -> None:
    assert lit(snippet("La niña duerme en su CUNA nueva.", wanted("nina cuna"))) == ["niña", "CUNA"]
    assert lit(snippet("cafe\u0301 con leche", wanted("cafe"))) == ["café"]


def test_words_side_by_side_are_lit_as_one() -> None:
    assert lit(snippet("He has no bus pass and no ride.", wanted("bus pass"))) == ["bus pass"]


def test_the_last_word_may_still_be_in_the_making() -> None:
    assert lit(snippet("Transportation on Thursdays", wanted("trans"))) == ["Transportation"]
    assert lit(snippet("Transportation on Thursdays", wanted("trans "))) == []


def test_part_of_a_word_is_not_lit() -> None:
    assert lit(snippet("The ambush was a bus.", wanted("bus "))) == ["bus"]


def test_the_lines_stand_around_the_hit() -> None:
    found = snippet(f"{LONG} Ida asked for a bus pass. {LONG}", wanted("bus pass"))
    assert lit(found) == ["bus pass"]
    assert found.words.startswith("…")
    assert found.words.endswith("…")
    assert len(found.words) <= AROUND + 2


def test_where_the_words_stand_together_is_better_than_the_first_place() -> None:
    found = snippet(f"The bus was late. {LONG} Ida wants a bus pass. {LONG}", wanted("bus pass"))
    assert lit(found) == ["bus pass"]


def test_a_word_that_stands_everywhere_is_shown_where_it_stands_closest() -> None:
    found = snippet(
        "a clean house, with beds, and a yard behind it. " * 20_000 + "clean " * 9, wanted("clean")
    )
    assert found.words.count("clean ") >= 8


def test_a_short_note_shows_whole() -> None:
    found = snippet("Ida wants\na bus pass.", wanted("pass"))
    assert found.words == "Ida wants a bus pass."


@given(st.text(max_size=400), st.text(max_size=40))
def test_no_text_and_no_query_is_too_odd(text: str, query: str) -> None:
    found = snippet(text, wanted(query))
    assert len(found.words) <= AROUND + BEFORE
    for start, length in found.lit:
        assert 0 <= start < start + length <= len(found.words)
