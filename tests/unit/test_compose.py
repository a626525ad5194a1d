"""Composing lays out what was said, tapped and typed, and adds nothing."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from engage_domain.compose import Answers, Line, appended, lay_out, put_back, quoted, sentence, with_lines
from engage_wire.entities import BODY_SECTIONS

WORD = st.text(alphabet="abcdefghijklmnñopqrstuvwxyzáéíóúüABCÉ0123456789’-", min_size=1, max_size=12)
WORDS = st.lists(WORD, min_size=0, max_size=12).map(" ".join)
SECTION = st.sampled_from(BODY_SECTIONS)
LINES = st.lists(st.tuples(SECTION, WORD, WORDS, WORDS), max_size=8)
TEXTS = st.dictionaries(SECTION, st.lists(WORDS, max_size=3).map("\n".join))


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\s:,“”]+", text))


@given(LINES, TEXTS)
def test_every_word_answered_stands_in_the_note_exactly_once_and_nothing_else_does(
    parts: list[tuple[str, str, str, str]], texts: dict[str, str]
) -> None:
    lines = tuple(
        Line(str(n), section, sentence(who, quoted(words), when))
        for n, (section, who, words, when) in enumerate(parts)
    )
    note = lay_out(Answers(texts, lines))
    given_words: Counter[str] = Counter()
    for _, who, words, when in parts:
        given_words += words_of(f"{who} {words} {when}")
    for text in texts.values():
        given_words += words_of(text)
    found: Counter[str] = Counter()
    for text in note.values():
        found += words_of(text)
    assert found == given_words


@given(LINES, TEXTS)
def test_the_note_keeps_the_agencys_order_and_has_no_empty_heading(
    parts: list[tuple[str, str, str, str]], texts: dict[str, str]
) -> None:
    lines = tuple(Line("m", section, sentence(who, words, when)) for section, who, words, when in parts)
    note = lay_out(Answers(texts, lines))
    assert list(note) == [section for section in BODY_SECTIONS if section in note]
    assert all(text.strip() for text in note.values())


@given(TEXTS.map(lambda t: "\n".join(t.values())), WORD, WORDS)
def test_what_was_put_in_can_be_put_back_and_the_rest_stays(text: str, who: str, words: str) -> None:
    line = sentence(who, quoted(words))
    again = put_back(appended(text, line), line)
    assert words_of(again) == words_of(text)


def test_a_line_that_was_rewritten_is_the_workers_and_stays() -> None:
    assert put_back("Elena: “We want a quiet house.”\nMore.", "Elena: “We want a house.”") == (
        "Elena: “We want a quiet house.”\nMore."
    )


def test_words_that_brought_their_own_quotation_marks_keep_them() -> None:
    assert quoted("«Yo los recojo los jueves».") == "«Yo los recojo los jueves»."
    assert quoted("  Coach says\nI can play ") == "“Coach says I can play”"
    assert not quoted(" ")


def test_what_is_missing_leaves_no_trace() -> None:
    assert sentence("I promised", "", "by Friday") == "I promised: by Friday"
    assert sentence("Elena", "") == "Elena"
    assert not sentence("", "")
    assert with_lines("   ", ["Elena: “Yes.”"]) == "Elena: “Yes.”"
