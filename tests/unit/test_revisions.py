from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engage_domain.revisions import Part, Run, blend, compare, words

THEIRS = "Lucía reads with Luz and Sam every school night at half past seven, and Marisol joins on Sundays."
MINE = "Lucía reads with Luz and Sam every night at eight, and Marisol joins on Sundays with Elena."
NOTES = st.lists(
    st.sampled_from([*"abc.,;!? \n\t", "night", "Luz", "Inés", "mother’s", "half-past", "…", "»", "שלום"])
).map("".join)


def text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def only(runs: tuple[Run, ...]) -> list[str]:
    return [run.text.strip() for run in runs if run.part is Part.ONLY]


def test_the_words_that_differ_are_named_on_each_side() -> None:
    both = compare(THEIRS, MINE)
    assert only(both.theirs) == ["school", "half past seven"]
    assert only(both.mine) == ["eight", "with Elena"]


def test_a_gap_stands_where_the_other_side_has_more() -> None:
    both = compare(THEIRS, MINE)
    assert [run.part for run in both.mine].count(Part.GAP) == 1
    assert [run.part for run in both.theirs].count(Part.GAP) == 1


def test_equal_texts_have_no_difference() -> None:
    assert compare(MINE, MINE).is_same
    assert compare("", "").is_same
    assert not compare("", MINE).is_same


@given(st.one_of(st.text(), NOTES))
def test_words_joined_are_the_text(value: str) -> None:
    assert "".join(words(value)) == value


@given(st.one_of(st.text(), NOTES), st.one_of(st.text(), NOTES))
def test_both_sides_can_be_read_back_letter_for_letter(theirs: str, mine: str) -> None:
    both = compare(theirs, mine)
    assert text(both.theirs) == theirs
    assert text(both.mine) == mine


@given(NOTES, NOTES)
def test_a_gap_is_empty_and_every_other_run_is_not(theirs: str, mine: str) -> None:
    both = compare(theirs, mine)
    assert all((run.part is Part.GAP) == (not run.text) for run in (*both.theirs, *both.mine))


@given(NOTES, NOTES)
def test_what_stands_in_both_is_the_same_words_in_the_same_order(theirs: str, mine: str) -> None:
    both = compare(theirs, mine)
    shared = [
        [word.strip() for run in side if run.part is Part.SAME for word in words(run.text) if word.strip()]
        for side in (both.theirs, both.mine)
    ]
    assert shared[0] == shared[1]


@given(NOTES, NOTES)
def test_blending_keeps_every_word_of_mine(theirs: str, mine: str) -> None:
    kept = iter(words(blend(theirs, mine)))
    mine_words = [word.strip() for word in words(mine) if word.strip()]
    assert all(any(word == other.strip() for other in kept) for word in mine_words)


def test_blending_keeps_what_either_side_alone_added() -> None:
    assert blend("We call Inés before ten.", "We call Inés.") == "We call Inés before ten."
    assert blend("We call Inés.", "We call Inés on Sundays.") == "We call Inés on Sundays."


def test_a_very_long_note_is_compared_within_reason() -> None:
    theirs = "word " * 40_000
    mine = "other " * 40_000
    both = compare(theirs, mine)
    assert text(both.theirs) == theirs
    assert text(both.mine) == mine
