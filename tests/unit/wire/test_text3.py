"""Joining two people's texts, sentence by sentence."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.wire.strategies import TEXTS

from engage_wire.text3 import merge_text, sentences

TRACE = Path(__file__).parents[4] / "shared/data/merge/friendsforever.json.gz"


@given(st.text(max_size=200))
@settings(deadline=None)
def test_sentences_joined_again_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=400, deadline=None)
def test_a_joined_text_holds_only_sentences_that_somebody_wrote(base: str, head: str, incoming: str) -> None:
    joined = merge_text(base, head, incoming)
    if joined is None:
        return
    written = {s.strip() for text in (base, head, incoming) for s in sentences(text)}
    assert {s.strip() for s in sentences(joined)} <= written


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=400, deadline=None)
def test_what_either_side_added_is_in_the_joined_text(base: str, head: str, incoming: str) -> None:
    joined = merge_text(base, head, incoming)
    if joined is None:
        return
    there = {s.strip() for s in sentences(joined)}
    before = {s.strip() for s in sentences(base)}
    for side in (head, incoming):
        assert {s.strip() for s in sentences(side)} - before <= there


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_one_sided_changes_and_equal_changes_join_as_they_are(base: str, changed: str) -> None:
    assert merge_text(base, base, changed) == changed
    assert merge_text(base, changed, base) == changed
    assert merge_text(base, changed, changed) == changed


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=200, deadline=None)
def test_whether_two_texts_join_does_not_depend_on_who_came_first(base: str, one: str, other: str) -> None:
    assert (merge_text(base, one, other) is None) == (merge_text(base, other, one) is None)


def test_neighbouring_sentences_are_left_to_a_person() -> None:
    assert merge_text("One. Two. Three.", "Uno. Two. Three.", "One. Dos. Three.") is None


def test_two_findings_about_the_same_arm_are_never_woven_into_one() -> None:
    base = "Worker observed the child. "
    assert (
        merge_text(
            base, "Worker observed no visible marks. ", "Worker observed bruise on the right forearm. "
        )
        is None
    )


def test_a_sentence_that_ended_its_text_gets_a_space_before_the_next() -> None:
    assert merge_text("A. B. C.", "Z. B. C.", "A. B. C. D.") == "Z. B. C. D."


@pytest.mark.skipif(not TRACE.exists(), reason="the two-author trace is not on this machine")
def test_a_real_text_by_two_authors_is_joined_without_inventing_a_sentence() -> None:
    trace = json.loads(gzip.decompress(TRACE.read_bytes()))
    text = str(trace["endContent"])
    parts = sentences(text)
    assert "".join(parts) == text
    assert len(parts) > 50
    first, last = "".join(["Added first. ", *parts]), "".join([*parts, " Added last."])
    joined = merge_text(text, first, last)
    assert joined is not None
    assert joined.startswith("Added first. ")
    assert joined.endswith("Added last.")
    middle = len(parts) // 2
    mine = "".join([*parts[:middle], "Mine. ", *parts[middle + 1 :]])
    theirs = "".join([*parts[:middle], "Theirs. ", *parts[middle + 1 :]])
    assert merge_text(text, mine, theirs) is None
