"""The sample caseload of the tests: six families, fourteen children, on Monday 23 November 2026 at 08:41.

The pictures of Today and Families show these families. Everything came from the agency long ago, except Friday's
two visits, which are on this laptop only.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from sqlalchemy import Connection
from tests.support.planting import OPENED, Planter, Seen, Visit, key, local

from engage_desktop.services.desk import Desk
from engage_desktop.store import records
from engage_desktop.store.tables import sync_bucket
from engage_wire.clock import parse_instant

AGENCY_ID = key("agency")
TEAM_ID = key("team")
DANA = key("user", "dana")  # the worker at this laptop
PRIYA = key("user", "priya")  # a colleague
RUTH = key("user", "ruth")  # the supervisor

ALVAREZ, BAPTISTE, CHEN, DOBBS, NGUYEN, OKAFOR = (
    key("family", name) for name in ("alvarez", "baptiste", "chen", "dobbs", "nguyen", "okafor")
)


def _person(family: str, name: str) -> str:
    return key("person", family, name)


ELENA, MATEO, LUZ, SAM = (_person("alvarez", name) for name in ("Elena", "Mateo", "Luz", "Sam"))
MARISOL, ANDRE, DWAYNE, LUCIA = (_person("alvarez", n) for n in ("Marisol", "Andre", "Dwayne", "Lucía"))
NOE, ROSE = _person("baptiste", "Noé"), _person("baptiste", "Rose")
LILY, JUN, WEI, MEI = (_person("chen", name) for name in ("Lily", "Jun", "Wei", "Mei"))
TASHA, ELI, WREN, RENEE, CURTIS, IDA = (
    _person("dobbs", name) for name in ("Tasha", "Eli", "Wren", "Renee", "Curtis", "Ida")
)
MINH, AN, THUY, BAO = (_person("nguyen", name) for name in ("Minh", "An", "Thuy", "Bao"))
FRIDAY_VISIT = key("contact", "alvarez", "friday")  # final, on this laptop only
UNFINISHED_NOTE = key("contact", "chen", "friday")  # a draft with four marks not yet used
MORNING_VISIT = key("appointment", "alvarez", "today")
GOAL_CONFLICT = key("conflict", "alvarez", "goal")
BUS_PASS_FOR_IDA = key("action_step", "dobbs", "bus pass")


def plant_all(desk: Desk) -> None:
    """Give the worker the whole sample caseload."""
    with desk.vault.applying() as conn:
        _agency(conn)
        for name, plant in _FAMILIES.items():
            plant(Planter(conn, DANA, family=name, from_agency=True))
            bucket = f"f:{key('family', name)}"
            conn.execute(sync_bucket.insert().values(bucket=bucket, mode="rw", state="active"))
    with desk.write("contact.start") as conn:
        _alvarez_friday(Planter(conn, DANA, family="alvarez", from_agency=False))
        _chen_friday(Planter(conn, DANA, family="chen", from_agency=False))


def plant_empty(desk: Desk) -> None:
    """Give the worker an agency and no families."""
    with desk.vault.applying() as conn:
        _agency(conn)


def _agency(conn: Connection) -> None:
    made = parse_instant(local(OPENED))

    def put(entity: str, row_id: str, **values: str | int | None) -> None:
        records.insert(conn, entity, row_id, values, by=RUTH, at=made)

    put("agency", AGENCY_ID, name="Rensselaer County Children and Families", time_zone="America/New_York")
    put("team", TEAM_ID, name="North unit")
    people = (DANA, "dana", "Dana Whitfield", "caseworker"), (PRIYA, "priya", "Priya Raman", "caseworker")
    for user_id, login, name, role in (*people, (RUTH, "ruth", "Ruth Okun", "supervisor")):
        put("user", user_id, login=login, display_name=name, role=role, team_id=TEAM_ID, active=1)


def _open(to: Planter, name: str, case_no: str, language: str, program: str = "preventive") -> None:
    to.put("family", "", name=name, status="open", home_language=language)
    to.put("case_period", "case", case_no=case_no, program=program, opened_on="2026-03-02")
    to.put("assignment", "dana", user_id=DANA, role="worker", from_on="2026-03-02")


def _alvarez(to: Planter) -> None:
    _open(to, "Alvarez–Greene", "24-1187", "es")
    to.member("Elena", "child", "2014-05-09", last="Alvarez Greene", languages=("en", "es"))
    to.member("Mateo", "child", "2018-02-17", last="Alvarez Greene", languages=("en", "es"))
    to.member("Luz", "child", "2022-06-30", last="Alvarez Reed", languages=("es",))
    to.member("Sam", "child", "2022-06-30", last="Alvarez Reed", languages=("es",))
    to.member("Marisol", "mother", "1992-04-11", last="Alvarez", languages=("en", "es"))
    to.member(
        "Andre", "father", "1990-01-23", last="Greene", whereabouts="out_of_state", where_note="in Ohio"
    )
    to.member("Dwayne", "father", "1989-09-02", last="Reed", languages=("en",))
    to.member(
        "Lucía", "kin", "1964-12-13", last="Álvarez Muñoz", languages=("es",), interpreter_need="Spanish"
    )
    to.parent("Marisol", "Elena", "Mateo", "Luz", "Sam")
    to.parent("Andre", "Elena", "Mateo")
    to.parent("Dwayne", "Luz", "Sam", kind="acknowledged")
    to.parent("Lucía", "Marisol")
    to.home("Marisol’s home", "Marisol", "Elena", "Mateo", "Luz", "Sam")
    to.home("Lucía’s home", "Lucía")
    to.appointment("today", "home_visit", "2026-11-23 09:00", purpose="See Mateo, look at the crib")
    to.contact(_ALVAREZ_OCTOBER)
    to.contact(_ALVAREZ_ANDRE)
    to.contact(_ALVAREZ_GRANDMA)
    to.contact(_ALVAREZ_DWAYNE)
    to.put("action_step", "crib", what="Luz’s new crib", side="agency", who_user_id=DANA, by_when="2026-11-24", status="going", contact_id=to.id("contact", "october"))  # fmt: skip
    to.put("action_step", "pass", what="Bus pass for Lucía", side="agency", who_user_id=DANA, by_when="2026-11-25", status="not_started", contact_id=to.id("contact", "october"))  # fmt: skip
    to.put("action_step", "reading", what="Read with Luz and Sam every night", side="family", who_person_id=to.person_id("Marisol"), by_when="2026-11-30", status="going", contact_id=to.id("contact", "october"))  # fmt: skip
    to.put("action_step", "goal", goal_id=to.id("goal", "whispers"), what="One house where nobody whispers", side="family", by_when="2027-02-01", status="going")  # fmt: skip
    to.put("conflict", "goal", entity="action_step", row_id=to.id("action_step", "goal"), grp="what", kind="text", severity="words", state="open", base=json.dumps({"what": "One house"}), head=json.dumps({"what": "One house where nobody whispers"}), incoming=json.dumps({"what": "One house where nobody has to whisper"}), head_author=PRIYA, incoming_author=DANA, head_at=local("2026-11-19 17:20"), incoming_at=local("2026-11-20 17:31"), winner="head")  # fmt: skip


def _alvarez_friday(to: Planter) -> None:
    to.contact(_ALVAREZ_FRIDAY)


def _baptiste(to: Planter) -> None:
    _open(to, "Baptiste", "25-0042", "ht", "foster_care")
    to.member("Noé", "child", "2023-01-15", last="Baptiste")
    to.member(
        "Rose",
        "mother",
        "1997-07-07",
        last="Baptiste",
        languages=("fr", "ht"),
        interpreter_need="Haitian Creole",
    )
    to.member("Jean", "father", "1995-03-20", last="Baptiste", languages=("ht",))
    to.member("Mrs Hale", "foster_parent", "1970-10-01", last="Hale", languages=("en",))
    to.parent("Rose", "Noé")
    to.parent("Jean", "Noé")
    to.put(
        "placement",
        "foster",
        person_id=to.person_id("Noé"),
        kind="foster",
        with_whom="Mrs Hale",
        from_on="2026-08-14",
    )
    to.appointment("today", "court", "2026-11-23 11:30", place="room 4", purpose="Permanency hearing")
    to.contact(
        Visit(
            "october",
            "2026-10-22 14:00",
            (Seen("Noé", "na"), Seen("Mrs Hale")),
            focus=("Noé",),
            body={"saw": "Noé sat on Mrs Hale’s lap and named every truck in the book."},
        )
    )
    to.contact(Visit("rose", "2026-11-10 12:30", (Seen("Rose"),), location="office", types=("casework_contact",), body={"family_said": "Rose says she will not miss a single visit before the hearing."}, quotes=(("Rose", "I count the days between the visits."),)))  # fmt: skip


def _chen(to: Planter) -> None:
    _open(to, "Chen", "25-0310", "zh")
    to.put(
        "case_period",
        "old",
        case_no="21-0777",
        program="cps_investigation",
        opened_on="2021-04-01",
        closed_on="2021-06-30",
    )
    to.member("Lily", "child", "2020-03-03", last="Chen", languages=("en", "zh"))
    to.member("Jun", "child", "2024-08-19", last="Chen")
    to.member("Wei", "father", "1986-11-30", last="Chen", languages=("zh",), interpreter_need="Mandarin")
    to.member("Mei", "mother", "1988-02-14", last="Lin", languages=("zh",), interpreter_need="Mandarin")
    to.parent("Wei", "Lily", "Jun")
    to.parent("Mei", "Lily", "Jun")
    to.home("Chen home", "Mei", "Lily", "Jun")
    to.appointment("today", "coached_visit", "2026-11-23 15:00", 90, purpose="Coached visit with Mr Chen", person_ids=records.member_text([to.person_id(n) for n in ("Wei", "Lily", "Jun")]))  # fmt: skip
    to.contact(Visit("mei", "2026-11-09 10:00", (Seen("Mei"),), location="remote", method="phone", types=("casework_contact",), body={"family_said": "Mei asked for the visit time to stay on Mondays."}))  # fmt: skip


def _chen_friday(to: Planter) -> None:
    to.contact(_CHEN_FRIDAY)
    start = local("2026-11-20 10:00")
    to.mark("friday", 0, "said", local("2026-11-20 10:12"), person="Wei", text="She reads to him now.")
    to.mark("friday", 1, "strength", local("2026-11-20 10:20"), text="Lily reads to Jun")
    to.mark("friday", 2, "topic", start, code="family_time")
    to.mark("friday", 3, "worry", local("2026-11-20 10:31"), text="The stairs have no gate")


def _dobbs(to: Planter) -> None:
    _open(to, "Dobbs", "24-0951", "en")
    for name, role, born in (
        ("Tasha", "child", "2011-02-28"),
        ("Eli", "child", "2017-07-12"),
        ("Wren", "child", "2025-09-30"),
    ):
        to.member(name, role, born, last="Dobbs", languages=("en",))
    to.member("Renee", "mother", "1991-05-05", last="Dobbs", languages=("en",))
    to.member("Curtis", "father", "1988-08-08", last="Hill", languages=("en",))
    for name, role in (
        ("Ida", "kin"),
        ("Joy", "kin"),
        ("Ray", "kin"),
        ("Nia", "kin"),
        ("Rev. Ortiz", "fictive_kin"),
        ("Ms Bell", "other"),
        ("Mr Hall", "other"),
    ):
        to.member(name, role, last=None)
    to.parent("Renee", "Tasha", "Eli", "Wren")
    to.parent("Curtis", "Tasha", "Eli", "Wren")
    to.parent("Ida", "Renee")
    to.put("relationship", "Renee–Curtis", a_id=to.person_id("Renee"), b_id=to.person_id("Curtis"), type="separated", quality="unsafe", labels=records.member_text(["dv_protected"]))  # fmt: skip
    to.put("contact_point", "Renee", person_id=to.person_id("Renee"), kind="phone", value="555-0142", confidentiality="withheld", safe_contact=json.dumps({"method": "text", "hours": "09:00-14:00"}), labels=records.member_text(["dv_protected"]))  # fmt: skip
    to.home("Renee’s home", "Renee", "Tasha", "Eli", "Wren")
    everyone = (
        "Renee",
        "Curtis",
        "Tasha",
        "Eli",
        "Ida",
        "Joy",
        "Ray",
        "Nia",
        "Rev. Ortiz",
        "Ms Bell",
        "Mr Hall",
    )
    to.appointment("today", "family_meeting", "2026-11-23 17:30", 120, place="St. Mark’s hall", person_ids=records.member_text([to.person_id(name) for name in everyone]))  # fmt: skip
    for visit in _DOBBS_VISITS:
        to.contact(visit)
    to.put("action_step", "bus pass", what="A bus pass for Ida", side="agency", who_user_id=DANA, by_when="2026-11-23", status="not_started", contact_id=to.id("contact", "home"))  # fmt: skip


def _nguyen(to: Planter) -> None:
    _open(to, "Nguyen", "25-0208", "vi")
    to.member("Minh", "child", "2016-04-21", last="Nguyễn", languages=("en", "vi"))
    to.member("An", "child", "2019-10-05", last="Nguyễn", languages=("en", "vi"))
    to.member("Thuy", "mother", "1987-06-16", last="Trần", languages=("vi",), interpreter_need="Vietnamese")
    to.member(
        "Bao", "father", None, last="Nguyễn", whereabouts="unknown_search_open", where_note="2 cousins called"
    )
    to.member("Mrs Tran", "kin", None, last="Tran")
    to.parent("Thuy", "Minh", "An")
    to.parent("Bao", "Minh", "An")
    to.home("Thuy’s home", "Thuy", "Minh", "An")
    to.appointment("friday", "home_visit", "2026-11-27 16:00")
    for visit in _NGUYEN_VISITS:
        to.contact(visit)


def _okafor(to: Planter) -> None:
    _open(to, "Okafor", "25-0411", "en")
    to.member("Ada", "child", "2015-01-09", last="Okafor", languages=("en",))
    to.member("Chidi", "child", "2021-03-25", last="Okafor", languages=("en",))
    to.member("Grace", "mother", "1985-12-24", last="Okafor", languages=("en",))
    to.member("Emeka", "father", "1983-02-11", last="Okafor", languages=("en",))
    to.parent("Grace", "Ada", "Chidi")
    to.parent("Emeka", "Ada", "Chidi")
    to.home("Okafor home", "Grace", "Emeka", "Ada", "Chidi")
    people = (Seen("Ada", "yes"), Seen("Grace"), Seen("Emeka"))
    to.contact(
        Visit(
            "home",
            "2026-11-05 17:00",
            people,
            focus=("Ada",),
            body={"saw": "Supper was on the table; Ada showed her science ribbon."},
        )
    )
    to.contact(Visit("school", "2026-11-09 13:15", (Seen("Chidi", "yes"),), location="school", focus=("Chidi",), types=("casework_contact", "caseworker_child_visit"), body={"saw": "Chidi was building a bridge with two friends."}))  # fmt: skip


_ALVAREZ_FRIDAY = Visit(
    "friday",
    "2026-11-20 15:32",
    (
        Seen("Marisol"),
        Seen("Elena", "yes"),
        Seen("Luz", "na"),
        Seen("Lucía"),
        Seen("Mateo", presence="absent"),
    ),
    topics=("safety", "school"),
    elements=("understand",),
    focus=("Elena", "Luz"),
    body={
        "family_said": "Lucía: «Yo los recojo los jueves, pero no sin el bus pass». I said I would ask the school about it.",
        "saw": "The kitchen was warm, homework on the table. Luz slept on the sofa; her crib is broken.",
        "agreed": "I ask about bus passes by Wednesday. Marisol keeps reading with Luz and Sam.",
    },
    quotes=(("Marisol", "He never came home hungry."), ("Elena", "We want one house where nobody whispers.")),
)
_ALVAREZ_OCTOBER = Visit(
    "october",
    "2026-10-28 16:00",
    (Seen("Marisol"), Seen("Mateo", "yes"), Seen("Elena", "yes"), Seen("Luz", "na"), Seen("Sam", "na")),
    topics=("school",),
    focus=("Mateo", "Elena", "Luz", "Sam"),
    body={
        "family_said": "Mateo missed practice twice, no bus pass and no ride home after six. He wants to stay on the team."
    },
    quotes=(("Mateo", "Coach says I can still play."),),
)
_ALVAREZ_ANDRE = Visit(
    "andre",
    "2026-10-30 10:15",
    (Seen("Andre"),),
    location="remote",
    method="phone",
    types=("casework_contact",),
    body={"family_said": "Andre can call on Sundays after his shift. He asked how Elena’s reading is going."},
)
_ALVAREZ_GRANDMA = Visit(
    "grandma",
    "2026-11-12 11:00",
    (Seen("Sam", "na"), Seen("Lucía")),
    location="relative_home",
    location_note="at grandma’s",
    focus=("Sam",),
    body={"saw": "Sam was stacking pots on the kitchen floor and laughing."},
)
_ALVAREZ_DWAYNE = Visit(
    "dwayne",
    "2026-11-14 09:30",
    (Seen("Dwayne"),),
    location="remote",
    method="phone",
    types=("casework_contact",),
    body={"family_said": "Dwayne has the twins’ birthday photos and wants them on the wall."},
)
_CHEN_FRIDAY = Visit(
    "friday",
    "2026-11-20 10:00",
    (Seen("Wei"), Seen("Lily", "yes"), Seen("Jun", "na")),
    focus=("Lily", "Jun"),
    status="draft",
)
_DOBBS_VISITS = (
    Visit(
        "october",
        "2026-10-12 15:00",
        (Seen("Eli", "yes"), Seen("Renee")),
        focus=("Eli",),
        body={"family_said": "Eli asked if his bus pass still works at the new school. He wants to keep his team."},
    ),
    Visit(
        "home",
        "2026-11-17 16:30",
        (Seen("Curtis"), Seen("Tasha", "yes"), Seen("Eli", "yes")),
        focus=("Tasha", "Eli"),
        body={"agreed": "Ida keeps the little ones on clinic days if she has a bus pass. Promised by the 23rd."},
        quotes=(("Tasha", "I can do the stairs with Wren on my hip."),),
    ),
    Visit(
        "clinic",
        "2026-11-19 10:00",
        (Seen("Wren", "na"), Seen("Renee")),
        location="provider",
        location_note="at the clinic",
        focus=("Wren",),
        types=("casework_contact", "provider"),
        body={"saw": "Wren’s weight is back on her line."},
    ),
    Visit("renee", "2026-11-21 11:00", (Seen("Renee"),), location="remote", method="phone", types=("casework_contact",)),
    Visit(
        "private",
        "2026-11-21 12:00",
        (Seen("Renee"),),
        location="confidential",
        types=("casework_contact",),
        labels=("dv_protected",),
        body={"family_said": "Protected words about the kitchen window that no search may find."},
    ),
)  # fmt: skip
_NGUYEN_VISITS = (
    Visit(
        "school",
        "2026-11-04 14:00",
        (Seen("Thuy"),),
        location="school",
        types=("casework_contact", "collateral"),
        body={
            "family_said": "The school will not give An a second bus pass; Mrs Tran offered to drive until Christmas."
        },
    ),
    Visit(
        "camp",
        "2026-11-16 16:00",
        (Seen("Minh", presence="absent"),),
        attempted=True,
        missed_reason="child_away",
        missed_note="at camp",
        focus=("Minh",),
    ),
    Visit(
        "home",
        "2026-11-18 17:00",
        (Seen("Thuy"), Seen("An", "yes")),
        focus=("An",),
        body={"saw": "An read to me in two languages."},
        quotes=(("An", "I know the way by myself."),),
    ),
)
_FAMILIES: dict[str, Callable[[Planter], None]] = {
    "alvarez": _alvarez,
    "baptiste": _baptiste,
    "chen": _chen,
    "dobbs": _dobbs,
    "nguyen": _nguyen,
    "okafor": _okafor,
}
