"""A search for a father and the years of a boy, for tests: everything written a moment ago by the sample worker."""

from __future__ import annotations

from tests.support import families
from tests.support.planting import Planter

from engage_desktop.services.desk import Desk

LUCIAS_HOME = "Lucía’s home"


def plant_search(desk: Desk) -> None:
    """Write three searches for Bao, the newest with a next step."""
    with desk.write("search_effort.add") as conn:
        to = Planter(conn, families.DANA, family="nguyen", from_agency=False)
        who = {"person_id": families.BAO, "searched_by": families.DANA}
        to.put(
            "search_effort", "1", source="family", searched_on="2026-08-04", result="lead",
            found="Thuy thinks he works on boats in Biloxi.", **who,
        )  # fmt: skip
        to.put(
            "search_effort", "2", source="child_support", searched_on="2026-09-02", result="nothing", **who
        )
        to.put(
            "search_effort", "3", source="kin", source_note="his cousin Linh", searched_on="2026-10-28",
            result="lead", found="Linh saw him at Tết and has an old number.",
            next_step="Call Linh again after Thanksgiving", next_on="2026-11-30", **who,
        )  # fmt: skip


def plant_years(desk: Desk) -> None:
    """Write Mateo's years: two homes, a stay with his grandmother, two schools, people and what happened."""
    with desk.write("timeline_entry.add") as conn:
        to = Planter(conn, families.DANA, family="alvarez", from_agency=False)
        mateo = {"person_id": families.MATEO}
        to.put("placement", "m1", kind="relative_foster", with_whom="Lucía", from_on="2024-03-02", to_on="2024-09-01", **mateo)  # fmt: skip
        rows: dict[str, dict[str, str | int | None]] = {
            "first": {"kind": "home", "what": "Flat on Congress Street", "from_on": "2018-01-01", "to_on": "2021-06-21", "roughly": 1, "with_whom": "Marisol, Dwayne, Walter Greene"},
            "second": {"kind": "home", "what": "Shelter on Hill Road", "from_on": "2021-06-21", "to_on": "2021-10-01", "roughly": 1},
            "school": {"kind": "school", "what": "Head Start", "from_on": "2022-09-01", "to_on": "2023-06-20"},
            "school2": {"kind": "school", "what": "Lincoln Elementary", "from_on": "2023-09-05", "with_whom": "Ms. Park, Coach Bell"},
            "left": {"kind": "separation", "what": "Dwayne moved out", "from_on": "2024-09-01"},
            "joy": {"kind": "joy", "what": "Goal in the finals", "from_on": "2025-06-14", "words": "Everybody shouted my name."},
            "coach": {"kind": "person", "what": "Coach Bell", "with_whom": "Coach Bell", "from_on": "2024-03-01", "roughly": 1},
            "loss": {"kind": "loss", "what": "Grandpa Walter died", "from_on": "2019-10-01", "roughly": 1},
            "undated": {"kind": "home", "what": "Some weeks at Aunt Ruth’s", "with_whom": "Aunt Ruth"},
        }  # fmt: skip
        for name, values in rows.items():
            to.put("timeline_entry", name, **mateo, **values)
