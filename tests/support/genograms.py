"""A family to draw: three generations, a divorce and a separation, twins, a loss, a pregnancy, bonds, two homes."""

from __future__ import annotations

from typing import Any

from tests.support import families
from tests.support.planting import Planter, key

from engage_desktop.services.desk import Desk
from engage_desktop.store.tables import sync_bucket

GREENE = key("family", "greene")


def who(name: str) -> str:
    """Return the identifier of somebody of this family."""
    return key("person", "greene", name)


def plant_greene(desk: Desk) -> str:
    """Give the worker this family and return its identifier."""
    with desk.vault.applying() as conn:
        to = Planter(conn, families.DANA, family="greene", from_agency=True)
        to.put("family", "", name="Alvarez–Greene", status="open", home_language="es")
        to.put("assignment", "dana", user_id=families.DANA, role="worker", from_on="2026-03-02")
        _people(to)
        _ties(to)
        to.home("Marisol’s home", "Marisol", "Elena", "Mateo", "Luz", "Sam")
        to.put("placement", "noa", person_id=who("Noa"), kind="foster", with_whom="Mrs Hale", from_on="2026-05-01")  # fmt: skip
        conn.execute(sync_bucket.insert().values(bucket=f"f:{GREENE}", mode="rw", state="active"))
    return GREENE


def _people(to: Planter) -> None:
    women: dict[str, Any] = {"sex": "female"}
    men: dict[str, Any] = {"sex": "male"}
    to.member("Ramón", "kin", "1955-02-01", last="Alvarez", **men)
    to.member("Lucía", "kin", "1958-03-01", last="Alvarez", **women)
    to.member("Walter", "kin", "1949-05-01", last="Reed", deceased_on="2019-09-01", **men)
    to.member("Ida", "kin", "1960-06-01", last="Reed", **women)
    to.member("Tomás", "kin", "1981-01-01", last="Alvarez", **men)
    to.member("Inés", "kin", "1984-01-01", last="Alvarez", **women)
    to.member("Andre", "father", "1990-01-23", last="Greene", **men)
    to.member("Marisol", "mother", "1992-04-11", last="Alvarez", **women)
    to.member("Dwayne", "father", "1989-09-02", last="Reed", **men)
    to.member("Ruth", "kin", "1986-09-02", last="Reed", **women)
    to.member("Elena", "child", "2014-05-09", last="Greene", **women)
    to.member("Mateo", "child", "2018-02-17", last="Greene", **men)
    to.put("person", "loss", person_kind="miscarriage", birth_date="2020-05-01")
    twins: dict[str, Any] = {"twin_group": "luz-sam"}
    to.member("Luz", "child", "2022-06-30", last="Reed", **women, **twins)
    to.member("Sam", "child", "2022-06-30", last="Reed", **men, **twins)
    to.put("person", "awaited", person_kind="pregnancy", birth_date="2027-02-10")
    to.member("Noa", "child", "2024-04-01", last="Reed", sex="other")
    to.member("Mrs Hale", "foster_parent", "1970-10-01", last="Hale", **women)
    to.member("Rev. Ortiz", "fictive_kin", None, last=None, **men)


def _ties(to: Planter) -> None:
    def tie(a: str, b: str, kind: str, **more: str) -> None:
        to.put("relationship", f"{a}~{b}~{kind}", a_id=who(a), b_id=who(b), type=kind, **more)

    tie("Ramón", "Lucía", "married", from_on="1979-05-01")
    tie("Walter", "Ida", "married")
    tie("Andre", "Marisol", "divorced", from_on="2012-06-01", to_on="2016-03-01")
    tie("Marisol", "Dwayne", "separated", from_on="2017-06-01", to_on="2024-03-01", quality="conflict")
    to.parent("Ramón", "Tomás", "Inés", "Marisol")
    to.parent("Lucía", "Tomás", "Inés", "Marisol")
    to.parent("Walter", "Dwayne", "Ruth")
    to.parent("Ida", "Dwayne", "Ruth")
    to.parent("Andre", "Elena", "Mateo")
    to.parent("Marisol", "Elena", "Mateo", "loss", "Luz", "Sam", "awaited", "Noa")
    to.parent("Dwayne", "loss", "Luz", "Sam", "awaited", "Noa")
    to.parent("Mrs Hale", "Noa", kind="foster")
    tie("Lucía", "Mateo", "grandparent", quality="close")
    tie("Inés", "Marisol", "sibling", quality="close")
    tie("Ida", "Dwayne", "other", quality="cut_off")
    tie("Andre", "Elena", "other", quality="distant")
    tie("Rev. Ortiz", "Marisol", "fictive_kin")
