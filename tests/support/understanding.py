"""What the Alvarez–Greene family says about itself, for tests: a map, numbers of five days, and one child's areas."""

from __future__ import annotations

import json

from tests.support import families
from tests.support.planting import Planter, key

from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_domain.child_areas import PRIVATE
from engage_wire.registry import Value

DAYS = ("2026-09-08", "2026-09-29", "2026-10-20", "2026-11-10", "2026-11-20")
NUMBERS = {"Lucía": (5, 6, 6, 8, 9), "Marisol": (3, 4, 6, 5, 7), "Elena": (4, 3, 3, 4, 4)}
INK = json.dumps(
    {
        "v": 1,
        "h": 2560,
        "s": [
            {"c": "orange", "w": 80, "f": 50, "p": [3300, 500, 120, 120, -120, 120, -120, -120, 120, -120]},
            {
                "c": "brown",
                "w": 34,
                "f": 50,
                "p": [900, 1900, 0, -700, 500, -400, 500, 400, 0, 700, -1000, 0],
            },
            {"c": "blue", "w": 34, "f": 50, "p": [1500, 1900, 0, -300, 200, 0, 0, 300]},
        ],
    },
    sort_keys=True,
    separators=(",", ":"),
)
AREAS = key("child_areas", "alvarez", "mateo")


def plant_understanding(desk: Desk) -> None:
    """Plant it as it came from the agency."""
    with desk.vault.applying() as conn:
        to = Planter(conn, families.DANA, family="alvarez", from_agency=True)
        _statements(to)
        _numbers(to)
        _areas(to)


def _statements(to: Planter) -> None:
    def say(name: str, kind: str, text: str, on: str, *who: str, **more: str | int) -> None:
        said_by = records.member_text([to.person_id(one) for one in who])
        values: dict[str, Value] = {
            "kind": kind,
            "text": text,
            "said_on": on,
            "said_by": said_by,
            "status": "current",
            **more,
        }
        to.put("statement", name, **values)

    say("wait", "worry", "The children wait alone on Thursdays after school", "2026-10-20", "Mateo", "Marisol", domain="safety", exact_words=1)  # fmt: skip
    say("whisper", "worry", "Grown-ups stop talking when Elena walks in", "2026-09-29", "Elena", domain="relationships")  # fmt: skip
    say("reads", "well", "Lucía reads with Luz and Sam every night", "2026-11-10", "Elena", "Lucía")
    say("recovery", "well", "Fourteen months in recovery", "2026-09-08", "Marisol", domain="substance")
    say("thursday", "next", "Somebody there on Thursdays, named by the family", "2026-11-20", "Andre")
    say("alone", "next", "Elena chooses who she talks to, alone", "2026-11-20", "Elena", priority=2)
    say("rent", "worry", "The rent was two months behind", "2026-09-08", "Marisol", status="resolved", closed_on="2026-10-20", domain="money")  # fmt: skip
    say("grandma", "strength", "Grandma always answers", "2026-11-10", "Lucía", domain="relationships", exact_words=1)  # fmt: skip
    say("bus", "need", "A way to practice and home again after six", "2026-10-20", "Mateo", domain="school", priority=3)  # fmt: skip


def _numbers(to: Planter) -> None:
    for person, values in NUMBERS.items():
        for on, value in zip(DAYS, values, strict=True):
            words = "I still hear them whisper." if (person, on) == ("Elena", DAYS[-1]) else None
            to.put(
                "scale_answer", f"{person}/{on}", person_id=to.person_id(person), question="safe",
                value=value, said_on=on, words=words,
            )  # fmt: skip


def _areas(to: Planter) -> None:
    private = records.member_text((PRIVATE,))
    mateo = to.person_id("Mateo")
    values: dict[str, Value] = {"held_on": "2026-10-20", "area_order": "dreams,worries,good_things", "read_back": 1, "share": "not_decided"}  # fmt: skip
    areas = to.put("child_areas", "mateo", person_id=mateo, labels=private, **values)
    for area, text, way, ink in (
        ("dreams", "A house with a door only we can open.", "dictated", INK),
        ("worries", "Thursdays nobody comes.", "wrote", None),
        ("good_things", "", None, None),
    ):
        to.put(
            "child_words",
            area,
            areas_id=areas,
            area=area,
            text=text or None,
            way=way,
            ink=ink,
            labels=private,
        )


def quote_id(visit: str, number: int = 0) -> str:
    """Return the identifier of something said at a planted visit of the family."""
    return key("mark", "alvarez", f"{visit}/{number}")
