"""The codec, operations, identifiers and logical clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fakes import FrozenClock, SeededBits

from engage_wire.clock import COUNTER_MASK, Hlc, from_ms, instant, parse_instant, to_ms
from engage_wire.codec import (
    CHAIN_START,
    Malformed,
    TooLarge,
    canonical,
    chain,
    digest_part,
    pack,
    pack_stream,
    unpack,
    unpack_stream,
)
from engage_wire.ids import is_id, new_id
from engage_wire.op import read_op

VALUES = st.none() | st.integers(-(1 << 53), 1 << 53) | st.text(max_size=20)
DOCS = st.dictionaries(st.text(max_size=8), VALUES, max_size=6)
OP = {
    "s": 1, "u": "a" * 32, "x": "b" * 32, "z": 1, "e": "mark", "i": "c" * 32, "b": "f:x", "k": "u", "r": 3,
    "h": "0" * 16, "w": "w", "a": "d" * 32, "c": "mark.edit", "sv": 1, "f": {"text": "x"}, "o": {"text": None}, "g": "0" * 32,
}  # fmt: skip


@given(st.lists(DOCS, max_size=20))
@settings(deadline=None)
def test_lines_come_back_as_they_were_sent(lines: list[dict[str, object]]) -> None:
    assert unpack(pack(lines), 1 << 20) == lines
    assert list(unpack_stream(pack_stream(lines), 1 << 20)) == lines


@given(st.lists(DOCS, min_size=1, max_size=20), st.data())
@settings(deadline=None)
def test_a_cut_stream_is_seen(lines: list[dict[str, object]], data: st.DataObject) -> None:
    body = pack(lines)
    cut = data.draw(st.integers(0, len(body) - 1))
    with pytest.raises(Malformed):
        unpack(body[:cut], 1 << 20)


def test_a_small_body_that_unpacks_to_a_flood_is_stopped() -> None:
    flood = pack([{"x": "0" * 2_000_000}])
    assert len(flood) < 1000
    with pytest.raises(TooLarge):
        unpack(flood, 1_000_000)


@pytest.mark.parametrize("body", [b"", b"plain", pack([1]), pack(["x"])])
def test_what_is_no_stream_of_objects_is_refused(body: bytes) -> None:
    with pytest.raises(Malformed):
        unpack(body, 1 << 20)


@given(DOCS)
@settings(deadline=None)
def test_the_canonical_form_does_not_depend_on_the_order_of_keys(doc: dict[str, object]) -> None:
    assert canonical(doc) == canonical(dict(reversed(doc.items())))


def test_floats_have_no_canonical_form() -> None:
    with pytest.raises(Malformed):
        canonical({"a": [{"b": 0.5}]})


@given(st.lists(DOCS, min_size=1, max_size=6), st.data())
@settings(deadline=None)
def test_the_chain_sees_every_change_and_every_swap(
    docs: list[dict[str, object]], data: st.DataObject
) -> None:
    def tip(of: list[dict[str, object]]) -> str:
        hashed = CHAIN_START
        for doc in of:
            hashed = chain(hashed, doc)
        return hashed

    place = data.draw(st.integers(0, len(docs) - 1))
    other = [dict(doc) for doc in docs]
    other[place]["added"] = 1 if docs[place].get("added") != 1 else 2
    assert tip(other) != tip(docs)
    assert tip([*docs, docs[0]]) != tip(docs)
    assert chain(tip(docs), docs[0]) == chain(tip(docs), docs[0] | {"g": "anything"})


def test_shares_of_a_digest_differ_by_entity_row_and_revision() -> None:
    shares = {digest_part(e, i, r) for e in ("a", "b") for i in ("1", "2") for r in (1, 2)}
    assert len(shares) == 8
    assert all(0 <= share < 1 << 64 for share in shares)


def test_an_operation_survives_the_wire() -> None:
    op = read_op(OP | {"of a later version": 1, "res": ["e" * 32]})
    assert op.document() | {"g": op.hash} == OP | {"res": ["e" * 32]}


@pytest.mark.parametrize(
    "fault",
    [
        {"u": "x"}, {"x": None}, {"i": 5}, {"a": "A" * 32}, {"k": "d"}, {"k": None}, {"r": -1}, {"r": "3"}, {"h": "z" * 16},
        {"h": "0" * 15}, {"f": []}, {"f": {"a": 0.5}}, {"f": {"a": True}}, {"f": {"a": []}}, {"o": {"a": {}}}, {"s": True},
        {"sv": None}, {"e": 1}, {"b": None}, {"g": 1}, {"w": 3}, {"res": [1]}, {"c": 4},
    ],
)  # fmt: skip
def test_what_is_no_operation_is_refused(fault: dict[str, object]) -> None:
    with pytest.raises(Malformed):
        read_op(OP | fault)


@pytest.mark.parametrize("key", ["s", "u", "x", "z", "e", "i", "b", "k", "r", "h", "w", "a", "sv", "f", "g"])
def test_an_operation_lacking_something_is_refused(key: str) -> None:
    with pytest.raises(Malformed):
        read_op({k: v for k, v in OP.items() if k != key})


def test_identifiers_sort_by_the_time_they_were_made() -> None:
    clock, bits = FrozenClock(), SeededBits()
    made = []
    for _ in range(20):
        made.append(new_id(clock, bits))
        clock.advance(0.002)
    assert made == sorted(made)
    assert all(is_id(i) and i[12] == "7" and i[16] in "89ab" for i in made)
    assert not any(map(is_id, ["", "x" * 32, "A" * 32, made[0] + "0", None, 7]))


@given(st.integers(0, (1 << 47) - 1), st.integers(0, COUNTER_MASK), st.integers(0, (1 << 47) - 1))
def test_the_logical_clock_only_goes_forward(ms: int, counter: int, now: int) -> None:
    before = Hlc(ms, counter)
    after = before.tick(now)
    assert after > before
    assert after.ms >= now
    assert after.text() > before.text()
    assert Hlc.parse(after.text()) == after


@given(st.datetimes(datetime(1980, 1, 1), datetime(2200, 1, 1)))  # noqa: DTZ001 - Hypothesis wants naive bounds; the zone is set below
def test_instants_are_read_as_they_were_written_and_sort_as_text(naive: datetime) -> None:
    moment = naive.replace(tzinfo=UTC)
    assert abs(parse_instant(instant(moment)) - moment) < timedelta(milliseconds=1)
    assert instant(moment) < instant(moment + timedelta(milliseconds=1))
    assert from_ms(to_ms(moment)) <= moment + timedelta(milliseconds=1)


def test_an_instant_without_a_zone_is_none() -> None:
    with pytest.raises(ValueError, match="zone"):
        parse_instant("2026-11-21T14:03:11")
