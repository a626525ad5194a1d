"""What stands round the Alvarez family, as Marisol and the children told it."""

from __future__ import annotations

from tests.support import families

from engage_desktop.services.desk import Desk
from engage_desktop.services.supports import AddSupport, Given

LUCIA, CHURCH, SCHOOL, CLINIC = (
    "Abuela Lucía",
    "Rev. Ortiz, St. Mark’s",
    "Lincoln Elementary",
    "Dr. Patel, clinic",
)
HOUSING, SOCCER, WORK, GROUP = "Housing office", "Soccer club", "Work: Mercado Sol", "Recovery group"
FAMILY: dict[str, dict[str, Given]] = {
    LUCIA: {"kind": "kin", "person_id": families.LUCIA, "strength": "strong", "flow": "both", "circle": 1},
    CHURCH: {"kind": "faith", "strength": "strong", "flow": "to_family", "circle": 2},
    SCHOOL: {"kind": "school", "strength": "ordinary", "stressful": True, "flow": "both", "circle": 4},
    CLINIC: {"kind": "health", "strength": "strong", "flow": "to_family", "circle": 4},
    HOUSING: {"kind": "housing", "strength": "weak", "stressful": True, "flow": "from_family", "circle": 4},
    SOCCER: {"kind": "leisure", "strength": "weak", "flow": "from_family", "circle": 3},
    WORK: {"kind": "work", "strength": "weak", "flow": "to_family"},
    GROUP: {"kind": "counseling", "formal": False, "strength": "strong", "flow": "to_family", "circle": 2},
}


def plant_supports(desk: Desk, family_id: str = families.ALVAREZ) -> dict[str, str]:
    """Write the supports of the family and one of Mateo's; return their ids by name."""
    said: dict[str, Given] = {"said_by": (families.MARISOL,)}
    made = {name: AddSupport(desk)(family_id, name, said | given).about for name, given in FAMILY.items()}
    coach: dict[str, Given] = {
        "about_id": families.MATEO,
        "kind": "leisure",
        "strength": "strong",
        "circle": 2,
    }
    made["Coach Bell"] = AddSupport(desk)(
        family_id, "Coach Bell", coach | {"said_by": (families.MATEO,)}
    ).about
    return made
