"""A family's story, over a real vault."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.support import families
from tests.support.planting import key

from engage_desktop.services import kin, story, workspace
from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_domain.story import PAGE, StoryEntry, StoryFilter, StoryKey, StoryKind, day_starts
from engage_wire.clock import instant


def told(desk: Desk, family_id: str, wanted: StoryFilter | None = None) -> tuple[StoryEntry, ...]:
    keys = story.StoryKeys(desk)(family_id, wanted or StoryFilter())
    return story.StoryPage(desk)(family_id, keys)


def test_the_newest_comes_first(desk: Desk) -> None:
    days = [key_.on for key_ in story.StoryKeys(desk)(families.ALVAREZ, StoryFilter())]
    assert days == sorted(days, reverse=True)
    assert len(days) > 4


def test_a_visit_that_did_not_happen_is_there_with_its_reason(desk: Desk) -> None:
    camp = next(e for e in told(desk, families.NGUYEN) if e.reason)
    assert (camp.reason, camp.reason_note, camp.missing) == ("child_away", "at camp", ("Minh",))
    assert camp.did_not_happen


def test_an_appointment_that_was_called_off_keeps_its_reason(desk: Desk) -> None:
    workspace.CancelAppointment(desk)(families.MORNING_VISIT, "Marisol works")
    found = next(e for e in told(desk, families.ALVAREZ) if e.row_id == families.MORNING_VISIT)
    assert (found.status, found.reason_note, found.did_not_happen) == ("cancelled", "Marisol works", True)


def test_what_is_kept_under_safety_is_not_in_the_story(desk: Desk) -> None:
    entries = told(desk, families.DOBBS)
    assert key("contact", "dobbs", "private") not in {e.row_id for e in entries}
    assert all("kitchen window" not in e.words for e in entries)


def test_the_story_of_one_person(desk: Desk) -> None:
    mine = told(desk, families.ALVAREZ, StoryFilter(person_id=families.DWAYNE))
    assert [e.row_id for e in mine] == [key("contact", "alvarez", "dwayne")]


def test_only_one_kind(desk: Desk) -> None:
    wanted = StoryFilter(kinds=frozenset({StoryKind.PLACEMENT}))
    assert [(e.kind, e.words) for e in told(desk, families.BAPTISTE, wanted)] == [
        (StoryKind.PLACEMENT, "Mrs Hale")
    ]


def test_only_one_element_leaves_out_what_has_none(desk: Desk) -> None:
    everything = told(desk, families.ALVAREZ)
    some = told(desk, families.ALVAREZ, StoryFilter(element="understand"))
    assert some
    assert all(e.kind in {StoryKind.CONTACT, StoryKind.ADDENDUM} for e in some)
    assert len(some) < len(everything)


def test_promises_tell_what_became_of_them(desk: Desk) -> None:
    found = next(e for e in told(desk, families.DOBBS) if e.kind is StoryKind.PROMISE)
    assert (found.words, found.status, found.codes) == ("A bus pass for Ida", "not_started", ("agency",))


def test_an_addendum_stands_on_its_own_day(desk: Desk) -> None:
    with desk.write("addendum.add") as conn:
        values = {
            "family_id": families.ALVAREZ,
            "contact_id": families.FRIDAY_VISIT,
            "text": "She called back.",
            "author_id": families.DANA,
            "written_at": instant(desk.now()),
        }
        records.insert(conn, "addendum", desk.new_id(), values, by=families.DANA, at=desk.now())
    first = story.StoryKeys(desk)(families.ALVAREZ, StoryFilter(kinds=frozenset({StoryKind.ADDENDUM})))
    assert [k.on for k in first] == [date(2026, 11, 23)]


def test_an_entry_that_is_gone_is_left_out_of_its_page(desk: Desk) -> None:
    made = kin.AddPlacement(desk)(families.ALVAREZ, families.SAM, "relative", "Lucía", date(2026, 11, 1))
    keys = story.StoryKeys(desk)(families.ALVAREZ, StoryFilter())
    with desk.write("placement.remove") as conn:
        records.void(conn, "placement", made.made_id, "mistake", desk.now())
    assert len(story.StoryPage(desk)(families.ALVAREZ, keys)) == len(keys) - 1


def test_five_thousand_contacts_are_found_page_by_page(desk: Desk) -> None:
    start = datetime(2020, 1, 1, 12, tzinfo=UTC)
    with desk.vault.applying() as conn:
        for number in range(5_000):
            at = start + timedelta(hours=12 * number)
            values = {"family_id": families.OKAFOR, "event_start": instant(at), "status": "final"}
            records.insert(conn, "contact", f"{number:032x}", values, by=families.DANA, at=at)
    keys = story.StoryKeys(desk)(families.OKAFOR, StoryFilter())
    assert len(keys) >= 5_000
    page = story.StoryPage(desk)(families.OKAFOR, keys[2_000 : 2_000 + PAGE])
    assert [e.row_id for e in page] == [k.row_id for k in keys[2_000 : 2_000 + PAGE]]


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 1, 9)), max_size=40))
def test_each_day_begins_exactly_once(days: list[date]) -> None:
    keys = tuple(StoryKey(day, StoryKind.CONTACT, str(n)) for n, day in enumerate(sorted(days, reverse=True)))
    starts = day_starts(keys)
    assert [keys[n].on for n in starts] == sorted(set(days), reverse=True)
