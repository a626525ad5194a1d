"""Family tree files into a real vault and out of it again.

The oracles for counts are `counted` of the shared files' own test and `parents_in` here: regular expressions over the
lines of the file, which share no code with the reader.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.support import families
from tests.unit.gedcom.shared import VALID, shared_bytes, shared_file
from tests.unit.gedcom.test_shared_files import CHILD, counted
from tests.unit.gedcom.test_shared_files import FAMILY as FAMILY_RECORD

from engage_desktop.errors import Cancelled
from engage_desktop.services.desk import Desk
from engage_desktop.services.family_tree import BringIn, BroughtIn, Course, LookInto, SaveTree
from engage_desktop.services.genogram import AddKin, Bond, Connect, NewKin
from engage_desktop.services.people import PeopleOf
from engage_desktop.store import records
from engage_desktop.store.reading import standing
from engage_desktop.store.tables import records as tables
from engage_domain.gedcom.faults import FaultCode
from engage_domain.gedcom.intake import Choice, Intake, Refused, Take, first_choices
from engage_domain.gedcom.matching import Likeness
from engage_domain.gedcom.reader import read

FAMILY = families.OKAFOR
REFUSED = (
    ("circular-reference", FaultCode.ANCESTOR_CYCLE, 23),
    ("missing-xref", FaultCode.MISSING_REFERENCE, 6),
    ("invalid-level", FaultCode.INVALID_LEVEL, 6),
    ("missing-header", FaultCode.MISSING_HEADER, 1),
)
BULKY = "royal92"
PARTNER = re.compile(r"^1 (?:HUSB|WIFE) (@[^@]+@)", re.MULTILINE)
PARENTAL = ("birth", "adoptive", "step", "foster", "guardian", "other")


def a_family(desk: Desk) -> str:
    """Return a family that has nobody yet."""
    family_id = desk.new_id()
    with desk.write("family.add") as conn:
        values = {"name": "Newcomers", "status": "open"}
        records.insert(conn, "family", family_id, values, by=desk.me.user_id, at=desk.now())
    return family_id


def looked(desk: Desk, path: Path, family_id: str) -> Intake:
    found = LookInto(desk)(family_id, path)
    assert isinstance(found, Intake)
    return found


def brought(desk: Desk, path: Path, family_id: str) -> BroughtIn:
    intake = looked(desk, path, family_id)
    return BringIn(desk)(family_id, intake, first_choices(intake), Course())


def how_many(desk: Desk, entity: str, family_id: str) -> int:
    table = tables[entity]
    with desk.read() as conn:
        query = select(func.count()).where(table.c.family_id == family_id, standing(table))
        return int(conn.execute(query).scalar() or 0)


def everything(desk: Desk) -> tuple[int, ...]:
    with desk.read() as conn:
        names = ("person", "case_member", "relationship")
        rows = [conn.execute(select(func.count()).select_from(tables[name])).scalar() for name in names]
        rows.append(conn.exec_driver_sql("SELECT count(*) FROM sync_outbox").scalar())
    return tuple(int(count or 0) for count in rows)


@pytest.mark.parametrize("name", VALID)
def test_every_valid_file_comes_in_with_the_people_and_parents_its_lines_say(
    empty_desk: Desk, name: str, tmp_path: Path
) -> None:
    data = shared_bytes(name)
    people, parents = counted(data)[0], parents_in(data)
    family_id = a_family(empty_desk)
    done = brought(empty_desk, shared_file(name), family_id)
    assert (done.people, how_many(empty_desk, "person", family_id)) == (people, people)
    assert parents_written(empty_desk, family_id) == parents
    assert SaveTree(empty_desk)(family_id, tmp_path / "out.ged", "7.0").people == people
    out = (tmp_path / "out.ged").read_bytes()
    assert (counted(out)[0], parents_in(out)) == (people, parents)


def parents_in(data: bytes) -> int:
    """Count who is whose parent by the file's lines: each partner of a FAM record with each of its children."""
    wide = data.startswith(codecs.BOM_UTF16_LE)
    text = data.decode("utf-16" if wide else "latin-1").replace("\r\n", "\n").replace("\r", "\n")
    pairs = {
        (parent, child)
        for family in FAMILY_RECORD.findall(text)
        for parent in PARTNER.findall(family)
        for child in CHILD.findall(family)
    }
    return sum("@VOID@" not in pair for pair in pairs)


def parents_written(desk: Desk, family_id: str) -> int:
    table = tables["relationship"]
    with desk.read() as conn:
        query = select(table.c.a_id, table.c.b_id).where(
            table.c.family_id == family_id, standing(table), table.c.type.in_(PARENTAL)
        )
        return len({tuple(row) for row in conn.execute(query)})


@pytest.mark.parametrize(("name", "code", "line"), REFUSED)
def test_a_malformed_file_is_refused_without_a_trace(
    desk: Desk, name: str, code: FaultCode, line: int
) -> None:
    before = everything(desk)
    refused = LookInto(desk)(FAMILY, shared_file(name))
    assert isinstance(refused, Refused)
    assert (refused.code, refused.line) == (code, line)
    assert everything(desk) == before


def test_looking_into_a_file_writes_nothing(desk: Desk) -> None:
    before = everything(desk)
    looked(desk, shared_file("relationships-complex"), FAMILY)
    assert everything(desk) == before


def test_a_file_that_cannot_be_opened_is_refused(desk: Desk, tmp_path: Path) -> None:
    assert LookInto(desk)(FAMILY, tmp_path / "gone.ged") == Refused(None)


@pytest.mark.parametrize("version", ["5.5.1", "7.0"])
@pytest.mark.parametrize(
    "name", ["relationships-complex", "family-structure-variants", "ancestry-2025-export"]
)
def test_out_and_in_again_is_the_same_family_and_the_same_file(
    empty_desk: Desk, name: str, version: str, tmp_path: Path
) -> None:
    first, second = a_family(empty_desk), a_family(empty_desk)
    brought(empty_desk, shared_file(name), first)
    once, twice = tmp_path / "once.ged", tmp_path / "twice.ged"
    saved = SaveTree(empty_desk)(first, once, version)
    brought(empty_desk, once, second)
    assert SaveTree(empty_desk)(second, twice, version) == saved
    assert _told(once) == _told(twice)


def _told(path: Path) -> set[object]:
    """Return what a tree says without its keys: names of parents and children, ways, couples, days."""
    tree = read(path.read_bytes())
    names = {one.key: (one.names[:1], one.birth, one.death, one.sex) for one in tree.people}
    links = {
        (names[parent], names[link.child], link.to(parent))
        for union in tree.unions
        for parent in union.partners
        for link in union.children
    }
    couples = {(frozenset(names[p] for p in u.partners), u.events) for u in tree.unions}
    return {*links, *couples, *names.values()}


def test_all_of_it_is_taken_back_as_one(desk: Desk) -> None:
    before = [how_many(desk, name, FAMILY) for name in ("person", "case_member", "relationship")]
    done = brought(desk, shared_file("relationships-complex"), FAMILY)
    assert how_many(desk, "person", FAMILY) == before[0] + 43
    BringIn(desk).undo(FAMILY, done.rows)
    assert [how_many(desk, name, FAMILY) for name in ("person", "case_member", "relationship")] == before


def test_stopping_leaves_no_trace(desk: Desk) -> None:
    intake = looked(desk, shared_file("relationships-complex"), FAMILY)
    before = everything(desk)

    class Impatient(Course):
        def told(self, done: int) -> None:
            if done > 20:
                self.stop()
            super().told(done)

    with pytest.raises(Cancelled):
        BringIn(desk)(FAMILY, intake, first_choices(intake), Impatient())
    assert everything(desk) == before


def test_the_same_file_again_finds_everybody_and_adds_no_tie(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "okafor.ged"
    SaveTree(desk)(FAMILY, out, "5.5.1")
    intake = looked(desk, out, FAMILY)
    assert [line.match.likeness for line in intake.lines] == [Likeness.EXACT] * 4
    done = BringIn(desk)(FAMILY, intake, first_choices(intake), Course())
    assert (done.people, done.ties, done.rows) == (0, 0, ())
    assert done.ties_known == 4


def test_somebody_known_is_tied_to_somebody_new(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "grandma.ged"
    path.write_text(
        "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I1@ INDI\n1 NAME Ngozi /Okafor/\n"
        "0 @I2@ INDI\n1 NAME Emeka /Okafor/\n1 BIRT\n2 DATE 11 FEB 1983\n"
        "0 @F1@ FAM\n1 WIFE @I1@\n1 CHIL @I2@\n0 TRLR\n"
    )
    before = how_many(desk, "person", FAMILY)
    done = brought(desk, path, FAMILY)
    assert (done.people, done.ties, how_many(desk, "person", FAMILY)) == (1, 1, before + 1)


def test_somebody_left_out_is_not_written(desk: Desk) -> None:
    intake = looked(desk, shared_file("relationships-complex"), FAMILY)
    choices = {**first_choices(intake), intake.lines[0].key: Choice(Take.OUT)}
    assert BringIn(desk)(FAMILY, intake, choices, Course()).people == 42


def test_nothing_protected_is_in_the_file(desk: Desk, tmp_path: Path) -> None:
    mother = AddKin(desk)(NewKin(FAMILY, "Hidden", "Person", role="kin")).about
    with desk.write("person.edit") as conn:
        values = {"labels": records.member_text(("dv_protected",))}
        records.update(conn, "person", mother, values)
    known = {card.first_name: card.person_id for card in PeopleOf(desk)(FAMILY).cards}
    Connect(desk)(FAMILY, known["Grace"], known["Emeka"], Bond("separated", "unsafe"))
    out = tmp_path / "out.ged"
    SaveTree(desk)(FAMILY, out, "7.0")
    text = out.read_text()
    assert "Hidden" not in text
    assert "Separation" not in text
    assert "Grace" in text


def test_a_large_tree_comes_in_whole(empty_desk: Desk) -> None:
    people, _, _ = counted(shared_bytes(BULKY))
    family_id = a_family(empty_desk)
    course = Course()
    intake = looked(empty_desk, shared_file(BULKY), family_id)
    done = BringIn(empty_desk)(family_id, intake, first_choices(intake), course)
    assert done.people == how_many(empty_desk, "person", family_id) == people
    assert course.done == course.total == len(done.rows)
