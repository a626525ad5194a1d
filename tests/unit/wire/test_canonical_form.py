"""The canonical form that hashes stand on, and bodies that unpack to more than they should."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from engage_wire.codec import Malformed, TooLarge, canonical, pack, unpack, unpack_stream

WORDS = st.text(st.characters(codec="utf-8"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
)


@given(JSON)
def test_the_canonical_form_is_what_the_specification_spells(value: object) -> None:
    assert (
        canonical(value)
        == json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    )


@pytest.mark.parametrize("value", [1.5, {"a": 1.0}, {"a": [{"b": 2.5}]}, [[0.1]]])
def test_a_float_has_no_canonical_form_wherever_it_hides(value: object) -> None:
    with pytest.raises(Malformed):
        canonical(value)


def test_a_body_is_given_up_at_the_limit_before_it_fills_the_memory() -> None:
    bomb = zstandard.compress(bytes(1 << 30), 19)
    fed: list[int] = []

    def parts() -> Iterator[bytes]:
        for place in range(0, len(bomb), 100):
            fed.append(place)
            yield bomb[place : place + 100]

    with pytest.raises(TooLarge):
        list(unpack_stream(parts(), 1 << 20))
    assert len(fed) < len(bomb) // 100


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_truncated_body_is_noticed(cut: int) -> None:
    with pytest.raises(Malformed):
        unpack(pack([{"a": "some words to pack"}])[:-cut], 1 << 20)


def test_nothing_may_follow_the_end_of_a_body() -> None:
    with pytest.raises(Malformed):
        unpack(pack([{"a": 1}]) + b"more", 1 << 20)
