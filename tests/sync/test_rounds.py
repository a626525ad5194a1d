"""Rounds with the agency: what goes, what comes, and what happens when either is cut, refused or late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.sync.pair import Pair
from tests.sync.sim.plants import replaced

from engage_desktop.store import buckets, outbox, standings, state
from engage_desktop.store.standings import RecordState
from engage_desktop.sync import engine, pulling
from engage_desktop.sync.messages import Kind, Request
from engage_desktop.sync.status import Session
from engage_wire.clock import Hlc
from engage_wire.codec import Malformed, unpack


@pytest.fixture
def pair() -> Pair:
    made = Pair.make()
    made.sync()
    return made


def test_a_new_laptop_gets_its_families_whole() -> None:
    pair = Pair.make()
    assert pair.sync() == [Kind.TOKEN, Kind.PULL]
    assert {b.state for b in pair.read(buckets.all_of)} == {buckets.BucketState.ACTIVE}
    assert len(pair.rows("SELECT id FROM family")) == 2
    assert pair.world.server.verify(pair.laptop.device_id, pair.read(buckets.digests)) == []
    assert pair.laptop.engine.session is Session.IDLE


def test_nothing_to_do_is_one_small_request(pair: Pair) -> None:
    request = pair.until(Kind.PULL)
    answer = pair.serve(request)
    assert len(request.body) < 600
    assert [line["t"] for line in answer] == ["hdr", "b", "be", "end"]  # the worker's own bucket is empty


def test_what_is_written_is_here_only_then_with_the_agency_with_a_receipt(pair: Pair) -> None:
    family = pair.family()
    pair.change("family", family, status="closed")
    before = pair.read(lambda c: standings.record_states(c, "family", [family]))[family]
    assert (before.state, before.receipt) == (RecordState.HERE_ONLY, None)
    assert pair.read(standings.family_states) == {family: RecordState.HERE_ONLY}
    assert pair.sync() == [Kind.PUSH, Kind.PULL]
    after = pair.read(lambda c: standings.record_states(c, "family", [family]))[family]
    assert after.state is RecordState.WITH_AGENCY
    assert after.receipt is not None
    assert after.receipt.hash == pair.there("SELECT hash FROM sync_op WHERE cmd = 'test.edit'")[0][0]
    assert pair.read(standings.family_states) == {}
    assert pair.rows("SELECT state FROM sync_outbox") == [(outbox.MERGED,)]
    assert pair.rows("SELECT * FROM sync_shadow") == []


def test_a_change_from_elsewhere_arrives(pair: Pair) -> None:
    family = pair.family()
    pair.elsewhere("family", family, family, status="closed")
    pair.laptop.engine.take_changed()
    pair.sync()
    assert pair.rows("SELECT status FROM family WHERE id = ?", family) == [("closed",)]
    changed = pair.laptop.engine.take_changed()
    assert (set(changed.entities), set(changed.buckets)) == ({"family"}, {f"f:{family}"})


def test_what_is_unsent_stays_on_the_screen_when_another_value_arrives(pair: Pair) -> None:
    family = pair.family()
    request = pair.until(Kind.PULL)
    pair.elsewhere("family", family, family, status="theirs", home_language="es")
    pair.world.time.at += timedelta(seconds=5)
    pair.change("family", family, status="mine")
    pair.answer(request, pair.serve(request))
    assert pair.rows("SELECT status, home_language FROM family WHERE id = ?", family) == [("mine", "es")]
    pair.sync()
    assert pair.rows("SELECT state, winner FROM conflict WHERE row_id = ?", family) == [("auto", "incoming")]


def test_a_value_written_twice_over_an_unseen_one_never_replaces_it_unasked(pair: Pair) -> None:
    """The second change was made from the first, which the agency had not taken: the third value was on no screen."""
    family = pair.family()
    request = pair.until(Kind.PULL)
    pair.change("family", family, name="mine")
    pair.elsewhere("family", family, family, name="theirs")
    pair.answer(request, pair.serve(request))
    pair.change("family", family, name="mine again")
    pair.sync()
    assert pair.there("SELECT name FROM family WHERE id = ?", family) == [("theirs",)]
    kept = pair.there("SELECT incoming FROM conflict WHERE row_id = ? AND state = 'open'", family)
    assert {row[0] for row in kept} == {'{"name":"mine"}', '{"name":"mine again"}'}


def test_a_laptop_alone_asks_nothing() -> None:
    pair = Pair.make()
    pair.laptop.store.write(lambda c: state.put(c, state.JOINED, 0))
    assert pair.laptop.engine.next_request() is None
    assert pair.laptop.engine.session is Session.SOLO
    pair.insert("family", name="Alone")
    assert pair.laptop.engine.next_request() is None
    assert pair.rows("SELECT seq FROM sync_outbox") == [(None,)]


# what comes back of what was sent


def test_what_this_laptop_wrote_is_confirmed_without_travelling_back(pair: Pair) -> None:
    family = pair.family()
    pair.change("family", family, status="closed")
    new = pair.insert("task", family_id=family, title="Call the school")
    request = pair.until(Kind.PULL)
    answer = pair.serve(request)
    bucket = [line["t"] for line in answer if line["t"] in {"own", "row"}]
    assert bucket == ["own"]
    pair.laptop.engine.take_changed()
    pair.answer(request, answer)
    changed = pair.laptop.engine.take_changed()  # the values are the same, but they are no longer here only
    assert (set(changed.entities), set(changed.buckets)) == ({"family", "task"}, {f"f:{family}"})
    assert pair.rows("SELECT status FROM family WHERE id = ?", family) == [("closed",)]
    assert pair.rows("SELECT count(*) FROM sync_row WHERE row_id = ?", new) == [(1,)]
    assert pair.rows("SELECT DISTINCT state FROM sync_outbox") == [(outbox.MERGED,)]
    assert pair.rows("SELECT * FROM sync_shadow") == []
    assert pair.world.server.verify(pair.laptop.device_id, pair.read(buckets.digests)) == []


def test_what_somebody_else_changed_too_travels_whole(pair: Pair) -> None:
    family = pair.family()
    pair.elsewhere("family", family, family, home_language="es")
    pair.change("family", family, status="closed")
    request = pair.until(Kind.PULL)
    answer = pair.serve(request)
    assert [line["d"]["home_language"] for line in answer if line["t"] == "row"] == ["es"]
    pair.answer(request, answer)
    assert pair.rows("SELECT status, home_language FROM family WHERE id = ?", family) == [("closed", "es")]


@pytest.mark.parametrize("is_new", [False, True])
def test_more_that_is_written_before_a_confirmation_stands_over_what_is_confirmed(
    pair: Pair, is_new: bool
) -> None:
    family = pair.family()
    row = pair.insert("task", family_id=family, title="first") if is_new else family
    entity, field = ("task", "title") if is_new else ("family", "name")
    if not is_new:
        pair.change("family", family, name="first")
    request = pair.until(Kind.PULL)
    pair.change(entity, row, **{field: "second"})
    pair.answer(request, pair.serve(request))
    kept = pair.rows(f"SELECT doc ->> '{field}' FROM sync_shadow WHERE row_id = ?", row)
    assert kept == [("first",)]
    assert pair.rows(f"SELECT {field} FROM {entity} WHERE id = ?", row) == [("second",)]
    pair.sync()
    assert pair.there(f"SELECT {field} FROM {entity} WHERE id = ?", row) == [("second",)]
    assert pair.rows("SELECT * FROM sync_shadow") == []


def test_a_bucket_that_is_fetched_anew_comes_whole(pair: Pair) -> None:
    family = pair.family()
    pair.change("family", family, status="closed")
    pair.sync()
    pair.laptop.store.write(lambda c: buckets.distrust(c, f"f:{family}"))
    answer = pair.serve(pair.until(Kind.PULL))
    assert "own" not in {line["t"] for line in answer}
    assert [line["d"]["status"] for line in answer if line.get("i") == family] == ["closed"]


def test_an_older_copy_of_this_laptop_gets_what_it_never_had(pair: Pair) -> None:
    family = pair.family()
    image = pair.laptop.store.copied()
    pair.change("family", family, status="closed")
    pair.sync()
    pair.laptop.store = image
    pair.laptop.start()
    pair.sync()
    assert pair.rows("SELECT status FROM family WHERE id = ?", family) == [("closed",)]


def test_a_confirmation_of_something_unknown_has_the_bucket_fetched_anew(pair: Pair) -> None:
    family = pair.family()
    pair.change("family", family, status="closed")
    request = pair.until(Kind.PULL)
    answer = [
        {**line, "r": [[q, rev, 77] for q, rev, _ in line["r"]]} if line["t"] == "own" else line
        for line in pair.serve(request)
    ]
    pair.answer(request, answer)
    found = pair.read(lambda c: buckets.read(c, f"f:{family}"))
    assert found is not None
    assert found.state is buckets.BucketState.SUSPECT
    pair.sync()
    assert pair.world.server.verify(pair.laptop.device_id, pair.read(buckets.digests)) == []


def with_five_changes(pair: Pair, family: str) -> Request:
    """Send the first push of five changes, what comes after it made ready."""
    pair.laptop.start()
    for number in range(5):
        pair.change("family", family, name=f"name {number}")
    first = pair.until(Kind.PUSH)
    pair.laptop.engine.while_waiting(first)
    return first


def test_what_comes_after_a_push_is_ready_before_it_is_answered(pair: Pair) -> None:
    family = pair.family()
    with replaced(engine, "MAX_OPS", 2), replaced(outbox, "MAX_OPS", 2):
        first = with_five_changes(pair, family)
        pair.change("family", family, name="last")
        pair.answer(first, pair.serve(first))
        second = pair.next()
        assert [line.get("s") for line in unpack(second.body, 1 << 20)[1:]] == [3, 4]
        pair.answer(second, pair.serve(second))
        pair.sync()
    assert pair.there("SELECT name FROM family WHERE id = ?", family) == [("last",)]
    assert pair.there("SELECT count(*) FROM sync_op WHERE cmd = 'test.edit'") == [(6,)]


def test_what_was_made_ready_is_let_go_when_the_push_before_it_failed(pair: Pair) -> None:
    family = pair.family()
    pair.change("family", family, name="one")
    first = pair.until(Kind.PUSH)
    pair.change("family", family, name="two")
    pair.laptop.engine.while_waiting(first)
    pair.laptop.engine.fail(first, "offline")
    again = pair.until(Kind.PUSH)
    assert [line.get("s") for line in unpack(again.body, 1 << 20)[1:]] == [1, 2]


def test_an_acknowledgement_never_keeps_the_next_push_waiting_and_is_kept_whatever_becomes_of_it(
    pair: Pair,
) -> None:
    family = pair.family()
    with replaced(engine, "MAX_OPS", 2), replaced(outbox, "MAX_OPS", 2):
        first = with_five_changes(pair, family)
        pair.answer(first, pair.serve(first))
        second = pair.next()
        assert pair.rows("SELECT count(*) FROM sync_outbox WHERE state > 0") == [(0,)]
        pair.laptop.engine.fail(second, "offline")
        assert pair.rows("SELECT count(*) FROM sync_outbox WHERE state > 0") == [(2,)]
        pair.sync()
    assert pair.there("SELECT count(*) FROM sync_op WHERE cmd = 'test.edit'") == [(5,)]


def test_a_long_push_begins_small_and_grows(pair: Pair) -> None:
    family = pair.family()
    sizes = []
    with replaced(engine, "FIRST_OPS", 1):
        first = with_five_changes(pair, family)
        sizes.append(len(unpack(first.body, 1 << 20)) - 1)
        pair.answer(first, pair.serve(first))
        while (request := pair.next()).kind is Kind.PUSH:
            sizes.append(len(unpack(request.body, 1 << 20)) - 1)
            pair.laptop.engine.while_waiting(request)
            pair.answer(request, pair.serve(request))
    assert sizes == [1, 2, 2]


# cut and late


def test_a_pull_that_was_cut_goes_on_where_it_stopped() -> None:
    pair = Pair.make()
    request = pair.until(Kind.PULL)
    with replaced(pulling, "ROWS_AT_ONCE", 2):
        pair.laptop.engine.receive(request, pair.serve(request)[:9])
        pair.laptop.engine.fail(request, "offline")
    assert pair.laptop.engine.session is Session.BACKOFF
    staged = len(pair.rows("SELECT * FROM sync_stage")) + len(pair.rows("SELECT * FROM sync_row"))
    assert staged > 0
    again = pair.until(Kind.PULL)
    assert unpack(again.body, 1 << 20)[0]["cursors"] != {}
    pair.answer(again, pair.serve(again))
    assert len(pair.rows("SELECT id FROM family")) == 2


def test_a_bucket_whose_closing_line_was_lost_is_finished_later() -> None:
    pair = Pair.make()
    request = pair.until(Kind.PULL)
    answer = pair.serve(request)
    closing = next(place for place, line in enumerate(answer) if line["t"] == "be")
    with replaced(pulling, "ROWS_AT_ONCE", 1):
        pair.laptop.engine.receive(request, answer[:closing])
        pair.laptop.engine.fail(request, "offline")
    pair.sync()
    assert {b.state for b in pair.read(buckets.all_of)} == {buckets.BucketState.ACTIVE}


@pytest.mark.parametrize("size", [700, 2000])
def test_an_answer_in_many_small_pieces_adds_up(size: int) -> None:
    pair = Pair.make()
    request = pair.until(Kind.PULL)
    for _ in range(40):
        pair.answer(request, pair.serve(request, max_bytes=size))
        following = pair.laptop.engine.next_request()
        if following is None:
            break
        request = following
    assert len(pair.rows("SELECT id FROM family")) == 2
    assert pair.world.server.verify(pair.laptop.device_id, pair.read(buckets.digests)) == []


@pytest.mark.parametrize("fault", ["drop", "again", "after", "other"])
def test_a_pull_with_lines_missing_or_too_many_is_not_believed(fault: str) -> None:
    pair = Pair.make()
    request = pair.until(Kind.PULL)
    answer = pair.serve(request)
    answer = {
        "drop": [*answer[:4], *answer[5:]],
        "again": [*answer[:4], answer[3], *answer[4:]],
        "after": [*answer, answer[3]],
        "other": [*answer[:4], {"t": "row", "q": "x"}, *answer[5:]],
    }[fault]
    with pytest.raises(Malformed):
        pair.answer(request, answer)


def test_a_push_whose_answer_was_lost_is_repeated_and_counted_once(pair: Pair) -> None:
    pair.change("family", pair.family(), status="closed")
    request = pair.until(Kind.PUSH)
    pair.serve(request)
    pair.laptop.engine.fail(request, "offline")
    assert pair.sync() == [Kind.PUSH, Kind.PULL]
    assert pair.there("SELECT count(*) FROM sync_op WHERE cmd = 'test.edit'") == [(1,)]


def test_an_answer_to_an_older_question_is_not_heard(pair: Pair) -> None:
    old = pair.until(Kind.PULL)
    answer = pair.serve(old)
    pair.laptop.engine.fail(old, "offline")
    new = pair.until(Kind.PULL)
    pair.answer(old, answer)
    pair.laptop.engine.refuse(old, 409, {"code": "fork", "epoch": 1, "last_seq": 0})
    pair.answer(new, pair.serve(new))
    assert pair.state(state.EPOCH) == "1"


def test_an_acknowledgement_of_somebody_elses_operations_begins_a_new_incarnation(pair: Pair) -> None:
    pair.change("family", pair.family(), status="closed")
    before = pair.state(state.INCARNATION)
    request = pair.until(Kind.PUSH)
    ack, end = pair.serve(request)
    pair.answer(request, [ack | {"hash": "0" * 32}, end])
    assert pair.state(state.INCARNATION) != before
    assert pair.rows("SELECT state FROM sync_outbox") == [(outbox.NEW,)]
    pair.sync()
    assert pair.there("SELECT count(*) FROM sync_op WHERE cmd = 'test.edit'") == [(1,)]


# refused


def test_a_batch_that_is_too_large_is_halved_until_it_fits(pair: Pair) -> None:
    for number in range(8):
        pair.change("family", pair.family(), status=str(number))
    request = pair.until(Kind.PUSH)
    sizes = []
    while len(unpack(request.body, 1 << 20)) > 2:
        sizes.append(len(unpack(request.body, 1 << 20)) - 1)
        pair.laptop.engine.refuse(request, 413, {"code": "too_large"})
        request = pair.next()
    assert sizes == [8, 4, 2]
    pair.answer(request, pair.serve(request))
    pair.sync()
    assert pair.there("SELECT count(*) FROM sync_op WHERE cmd = 'test.edit'") == [(8,)]


def test_one_change_that_is_too_large_waits_and_the_rest_goes_on(pair: Pair) -> None:
    pair.change("family", pair.family(), status="x")
    pair.laptop.engine.refuse(pair.until(Kind.PUSH), 413, {"code": "too_large"})
    assert pair.next().kind is Kind.PULL
    assert pair.laptop.engine.error == "too_large"


def test_an_outdated_program_still_sends(pair: Pair) -> None:
    pair.laptop.engine.refuse(pair.until(Kind.PULL), 426, {"code": "upgrade_required"})
    assert (pair.laptop.engine.session, pair.laptop.engine.error) == (Session.PUSH_ONLY, "upgrade_required")
    pair.change("family", pair.family(), status="x")
    pair.laptop.engine.wrote()
    pair.world.time.at += timedelta(seconds=5)
    request = pair.next()
    assert request.kind is Kind.PUSH
    pair.answer(request, pair.serve(request))
    assert pair.laptop.engine.next_request() is None
    assert pair.laptop.engine.session is Session.PUSH_ONLY


def test_a_busy_agency_is_given_the_time_it_asks_for(pair: Pair) -> None:
    pair.laptop.engine.refuse(pair.until(Kind.PULL), 503, {"code": "slow_down"}, 120.0)
    assert pair.laptop.engine.due_in() >= 119
    assert pair.laptop.engine.next_request() is None


def test_an_expired_token_is_renewed_without_a_word(pair: Pair) -> None:
    pair.laptop.engine.refuse(pair.until(Kind.PULL), 401, {"code": "token"})
    assert pair.next().kind is Kind.TOKEN
    assert not pair.laptop.engine.error


def test_a_device_that_is_refused_again_and_again_stops_asking(pair: Pair) -> None:
    pair.laptop.engine.try_now()
    for _ in range(20):
        request = pair.laptop.engine.next_request()
        if request is None:
            break
        pair.laptop.engine.refuse(request, 401, {"code": "token"})
    assert pair.laptop.engine.session is Session.NEED_AUTH
    assert pair.laptop.engine.due_in() > 600


def test_the_agencys_own_word_is_signed_once_and_then_anew() -> None:
    pair = Pair.make()
    first = pair.next()
    pair.laptop.engine.refuse(first, 401, {"code": "use_nonce", "nonce": "fresh"})
    second = pair.next()
    assert second.kind is Kind.TOKEN
    assert b"fresh" in second.body


@pytest.mark.parametrize(
    ("code", "session"), [("device_suspended", Session.SUSPENDED), ("device_revoked", Session.REVOKED)]
)
def test_a_device_that_is_shut_out_keeps_everything_and_says_so(
    pair: Pair, code: str, session: Session
) -> None:
    pair.change("family", pair.family(), status="x")
    pair.laptop.engine.refuse(pair.until(Kind.PUSH), 403, {"code": code})
    assert (pair.laptop.engine.session, pair.laptop.engine.error) == (session, code)
    assert pair.rows("SELECT count(*) FROM sync_outbox WHERE state = 0") == [(1,)]
    pair.laptop.engine.try_now()
    pair.sync()
    assert pair.laptop.engine.session is Session.IDLE


def test_an_agency_of_an_older_schema_is_waited_for(pair: Pair) -> None:
    pair.change("family", pair.family(), status="x")
    pair.laptop.engine.refuse(pair.until(Kind.PUSH), 409, {"code": "schema_ahead"})
    assert pair.laptop.engine.next_request() is None
    assert pair.rows("SELECT count(*) FROM sync_outbox WHERE state = 0") == [(1,)]


def test_a_push_that_arrives_garbled_is_tried_again_before_it_is_given_up(pair: Pair) -> None:
    pair.change("family", pair.family(), status="x")
    for _ in range(3):
        pair.laptop.engine.refuse(pair.until(Kind.PUSH), 400, {"code": "malformed"})
    pair.laptop.engine.refuse(pair.until(Kind.PUSH), 400, {"code": "malformed"})
    assert pair.next().kind is Kind.PULL


def test_without_a_network_the_pauses_grow_and_stay_below_a_quarter_of_an_hour(pair: Pair) -> None:
    pauses = []
    for _ in range(14):
        pair.laptop.engine.fail(_due(pair), "offline")
        pauses.append(pair.laptop.engine.due_in())
    assert all(0.2 <= pause <= 901 for pause in pauses)
    assert max(pauses[:3]) < 9
    assert max(pauses) > 60


def _due(pair: Pair) -> Request:
    pair.world.time.at += timedelta(seconds=1000)
    return pair.next()


# clocks and pace


def test_a_change_starts_a_round_within_three_seconds(pair: Pair) -> None:
    assert pair.laptop.engine.due_in() > 50
    pair.laptop.engine.wrote()
    assert pair.laptop.engine.due_in() <= 3


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_years_off_is_corrected_before_anything_is_sent(years: int) -> None:
    pair = Pair.make(skew=years * 365 * 86400)
    pair.insert("family", name="Before the first contact")
    pair.sync()
    stored = pair.there("SELECT hlc_eff FROM sync_op WHERE cmd = 'test.add'")[0][0]
    now = pair.world.time.now().timestamp() * 1000
    assert abs(Hlc.parse(stored).ms - now) < 60_000
    pair.insert("family", name="After it")
    assert abs(Hlc.parse(pair.state(state.HLC)).ms - now) < 60_000
    assert abs(int(pair.state(state.CLOCK_OFFSET))) > 1000 * 365 * 86400


def test_once_a_day_both_sides_compare_what_they_hold(pair: Pair) -> None:
    pair.laptop.store.write(lambda c: state.put(c, state.VERIFIED_AT, 0))
    assert pair.sync()[-1] is Kind.VERIFY
    assert Kind.VERIFY not in pair.sync()


def test_a_bucket_that_differs_is_fetched_anew(pair: Pair) -> None:
    family = pair.family()
    pair.laptop.store.write(lambda c: c.exec_driver_sql("UPDATE family SET status = 'damaged'"))
    pair.laptop.store.write(lambda c: c.exec_driver_sql("UPDATE sync_bucket SET digest = '5'"))
    pair.laptop.store.write(lambda c: state.put(c, state.VERIFIED_AT, 0))
    assert pair.sync()[-1] is Kind.VERIFY
    pair.sync()
    assert pair.rows("SELECT status FROM family WHERE id = ?", family) == [("open",)]
    assert {b.state for b in pair.read(buckets.all_of)} == {buckets.BucketState.ACTIVE}


def test_a_record_that_names_what_is_not_here_is_noticed_within_a_day(pair: Pair) -> None:
    raw = pair.laptop.store.raw
    raw.execute("PRAGMA foreign_keys=OFF")
    pair.laptop.store.write(lambda c: c.exec_driver_sql("DELETE FROM contact"))
    raw.execute("PRAGMA foreign_keys=ON")
    pair.laptop.store.write(lambda c: state.put(c, state.VERIFIED_AT, 0))
    pair.sync()
    pair.sync()
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    assert (
        raw.execute("SELECT count(*) FROM contact").fetchone()
        == raw.execute("SELECT count(*) FROM contact_body").fetchone()
    )
