"""The sample caseload that the other tests stand on."""

from __future__ import annotations

from sqlalchemy import func, select

from engage_desktop.services.desk import Desk
from engage_desktop.store.tables import records


def test_the_sample_desk_opens_with_six_families_on_a_monday_morning(desk: Desk) -> None:
    with desk.read() as conn:
        assert conn.execute(select(func.count()).select_from(records["family"])).scalar_one() == 6
    assert desk.today().isoformat() == "2026-11-23"


def test_an_empty_desk_has_an_agency_and_no_families(empty_desk: Desk) -> None:
    with empty_desk.read() as conn:
        assert conn.execute(select(func.count()).select_from(records["family"])).scalar_one() == 0
        assert conn.execute(select(func.count()).select_from(records["agency"])).scalar_one() == 1
