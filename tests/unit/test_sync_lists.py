"""Three lists that add up, over a real vault."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support import families
from tests.support.clashes import newest, sent
from tests.support.planting import key

from engage_desktop.services import genogram, sync_centre, workspace
from engage_desktop.services.desk import Desk
from engage_desktop.services.drafts import KeepDraft
from engage_desktop.services.genogram import NewKin
from engage_desktop.store.buckets import Progress
from engage_desktop.store.standings import Counts
from engage_desktop.store.tables import sync_outbox
from engage_desktop.sync.status import Session, SyncStatus
from engage_domain.sync_lists import Net, Place, SyncLists
from engage_domain.workspace import StepStatus

READING = key("action_step", "alvarez", "reading")


def work(desk: Desk, *, sending: bool = False) -> SyncLists:
    return sync_centre.MyWork(desk)(sending=sending)


def test_a_visit_with_all_its_marks_is_one_piece(desk: Desk) -> None:
    lists = work(desk)
    assert (lists.counts.here, lists.counts.whole) == (2, 2)
    assert {item.piece.kind for item in lists.here} == {"contact"}


def test_what_is_with_the_agency_has_its_receipt(desk: Desk) -> None:
    number = sent(desk)
    lists = work(desk)
    assert (lists.counts.here, lists.counts.agency) == (0, 2)
    assert max(item.receipt for item in lists.agency) == number
    assert all(item.acked_at for item in lists.agency)


def test_one_new_word_brings_the_piece_back_to_this_laptop(desk: Desk) -> None:
    sent(desk)
    workspace.SayPromise(desk)(READING, StepStatus.DONE)
    assert work(desk).counts.here == 1
    assert work(desk).here[0].piece.words == "Read with Luz and Sam every night"


def test_typing_that_is_not_settled_is_only_here(desk: Desk) -> None:
    sent(desk)
    KeepDraft(desk)("contact_body", families.UNFINISHED_NOTE, "saw", families.CHEN, "Jun", "")
    lists = work(desk)
    assert [item.piece.row_id for item in lists.here] == [families.UNFINISHED_NOTE]


def test_sealed_work_counts_as_sent_only_while_it_is_being_sent(desk: Desk) -> None:
    sent(desk, seal=False)
    assert work(desk).counts.here == 2
    assert work(desk, sending=True).counts.sent == 2
    assert [item.place for item in work(desk, sending=True).sent] == [Place.SENT, Place.SENT]


def test_a_person_and_their_role_are_one_piece(desk: Desk) -> None:
    sent(desk)
    genogram.AddKin(desk)(NewKin(families.ALVAREZ, "Inés", role="kin"))
    assert [(item.piece.kind, item.piece.words) for item in work(desk).here] == [("person", "Inés")]


def test_colleagues_work_is_not_mine(desk: Desk) -> None:
    with desk.vault.applying() as conn:
        conn.execute(sync_outbox.update().values(actor=families.PRIYA))
    assert work(desk).counts.whole == 0


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 2), min_size=1, max_size=40))
def test_the_three_lists_always_add_up(desk: Desk, states: list[int]) -> None:
    since = newest(desk)
    with desk.vault.applying() as conn:
        for number, state in enumerate(states, since + 1):
            row = {
                "oid": number, "txn": f"{number:032x}", "entity": "task", "row_id": f"{number % 7:032x}", "kind": "u",
                "base_rev": 0, "actor": families.DANA, "hlc": "0" * 16, "wall": "2026-11-23T13:00:00.000Z", "schema": 1,
                "seq": number if state else None, "state": 1 if state == 2 else 0, "bucket": f"f:{families.ALVAREZ}",
            }  # fmt: skip
            conn.execute(sync_outbox.insert().values(row))
    counts = work(desk, sending=True).counts
    everything = sync_centre.AllMyWork(desk)(sending=True)
    by_place = [sum(item.place is place for item in everything) for place in Place]
    assert [counts.here, counts.sent, counts.agency] == by_place
    assert counts.whole == len(everything) == len({(i.piece.kind, i.piece.row_id) for i in everything})


def test_everything_is_here_when_a_round_has_ended_and_no_family_is_missing() -> None:
    whole = SyncStatus(Session.IDLE, "2026-11-23T13:00:00.000Z")
    assert whole.is_complete
    assert not SyncStatus(Session.IDLE).is_complete  # nothing was ever heard
    assert not replace(whole, session=Session.PULLING).is_complete
    assert not replace(whole, progress=Progress(3, 40, 812)).is_complete
    assert not replace(whole, error="offline").is_complete
    assert not replace(whole, asks_deletion=(("f:1", 30),)).is_complete


def test_being_offline_is_fine_and_other_troubles_are_told_apart() -> None:
    def net(session: Session, error: str = "") -> Net:
        return sync_centre.net_state(SyncStatus(session, "2026-11-23T13:00:00.000Z", error, Counts())).net

    assert net(Session.BACKOFF, "offline") is Net.OFFLINE
    assert net(Session.BACKOFF, "malformed") is Net.TROUBLE
    assert net(Session.PUSHING) is Net.SENDING
    assert net(Session.NEED_AUTH) is Net.SIGN_IN
    assert net(Session.REVOKED) is Net.REVOKED
    assert net(Session.SOLO) is Net.ALONE
    assert all(net(session) in Net for session in Session)
