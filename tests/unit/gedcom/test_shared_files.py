"""Every shared file, against an oracle that knows nothing of our parser.

The oracle decodes the file by its byte order mark (else as Latin-1, which changes no digit, tag or reference) and
counts with regular expressions over the lines: `0 @X@ INDI` and `0 @X@ FAM` records, and inside each FAM record the
different references in `1 CHIL` lines, those into the void left out.
"""

from __future__ import annotations

import codecs
import re

import pytest
from tests.unit.gedcom.shared import VALID, shared_bytes

from engage_domain.gedcom.emitting import Version
from engage_domain.gedcom.faults import FaultCode, GedcomFault, WarningCode
from engage_domain.gedcom.model import Pedigree, Sex, UnionEventKind
from engage_domain.gedcom.reader import read
from engage_domain.gedcom.writer import write

RECORD = re.compile(r"^0 @[^@]+@ (\w+)", re.MULTILINE)
FAMILY = re.compile(r"^0 @[^@]+@ FAM\s*$(.*?)(?=^0 )", re.MULTILINE | re.DOTALL)
CHILD = re.compile(r"^1 CHIL (@[^@]+@)", re.MULTILINE)


def counted(data: bytes) -> tuple[int, int, int]:
    wide = data.startswith(codecs.BOM_UTF16_LE)
    text = data.decode("utf-16" if wide else "latin-1").replace("\r\n", "\n").replace("\r", "\n")
    kinds = RECORD.findall(text)
    links = sum(len(set(CHILD.findall(family)) - {"@VOID@"}) for family in FAMILY.findall(text))
    return kinds.count("INDI"), kinds.count("FAM"), links


@pytest.mark.parametrize("name", VALID)
def test_a_shared_file_holds_as_many_people_unions_and_children_as_its_lines_say(name: str) -> None:
    data = shared_bytes(name)
    tree = read(data)
    assert (len(tree.people), len(tree.unions), tree.parent_links) == counted(data)


@pytest.mark.parametrize("version", list(Version))
@pytest.mark.parametrize("name", VALID)
def test_a_shared_file_is_the_same_tree_after_being_written_and_read(name: str, version: Version) -> None:
    tree = read(shared_bytes(name))
    data = write(tree, version)
    again = read(data)
    assert again == tree
    assert again.notices == () or {one.code for one in again.notices} <= {WarningCode.BOOKKEEPING}
    assert write(again, version) == data


@pytest.mark.parametrize(
    ("name", "code", "line"),
    [
        ("circular-reference", FaultCode.ANCESTOR_CYCLE, 23),
        ("missing-xref", FaultCode.MISSING_REFERENCE, 6),
        ("invalid-level", FaultCode.INVALID_LEVEL, 6),
        ("missing-header", FaultCode.MISSING_HEADER, 1),
    ],
)
def test_a_malformed_file_is_refused_with_its_line(name: str, code: FaultCode, line: int) -> None:
    with pytest.raises(GedcomFault) as refused:
        read(shared_bytes(name))
    assert (refused.value.code, refused.value.line) == (code, line)


def test_continued_lines_at_a_wrong_level_belong_to_the_text_before_them() -> None:
    tree = read(shared_bytes("cont-conc"))
    assert (
        tree.people[0]
        .notes[0]
        .startswith("This individual has a long biographical note that spans multiple lines")
    )
    assert tree.people[0].notes[0].count("\n") == 8
    assert tree.people[1].notes[0].endswith("Japanese: 田中太郎 中文")
    assert {one.code for one in tree.notices} == {WarningCode.LEVEL_MENDED}


def test_a_step_mother_and_a_father_by_birth_are_told_apart() -> None:
    tree = read(shared_bytes("relationships-complex"))
    union = next(one for one in tree.unions if one.key == "F00003")
    link = next(one for one in union.children if one.child == "I00015")
    assert (link.to("I00010"), link.to("I00011")) == (Pedigree.BIRTH, Pedigree.STEP)


def test_a_person_married_to_themselves_is_one_partner_and_is_noticed() -> None:
    tree = read(shared_bytes("family-structure-variants"))
    alone = next(one for one in tree.unions if one.key == "F3")
    assert alone.partners == ("I3",)
    assert any(one.code is WarningCode.WITH_ONESELF for one in tree.notices)
    grooms = next(one for one in tree.unions if one.key == "F4")
    assert grooms.partners == ("I4", "I5")
    assert grooms.event(UnionEventKind.MARRIED) is not None


def test_every_way_of_stating_sex_is_read_as_it_is_meant() -> None:
    sexes = [one.sex for one in read(shared_bytes("sex-value-variants")).people]
    assert sexes == [Sex.MALE, Sex.FEMALE, Sex.UNKNOWN, Sex.OTHER, Sex.UNSTATED, Sex.MALE, Sex.UNSTATED]


def test_the_newer_grammar_takes_only_the_leading_at_sign_off() -> None:
    note = read(shared_bytes("maximal70")).people[0].notes[0]
    assert note.splitlines() == [
        "me@example.com is an example email address.",
        "@me and @I are example social media handles.",
        "@@@@ has four @ characters where only the first is escaped.",
    ]


def test_a_stillborn_child_is_known_as_one() -> None:
    tree = read(shared_bytes("ancestry-2025-export"))
    assert [one.names[0].plain for one in tree.people if one.was_stillborn] == ["Baby Smith"]


def test_the_large_tree_says_which_alphabet_it_is_in_and_what_it_does_not_say() -> None:
    tree = read(shared_bytes("royal92"))
    assert (tree.encoding, tree.version) == ("ansel", "")
    assert sum(one.code is WarningCode.NOT_KEPT and one.tag == "TITL" for one in tree.notices) == 1398
    assert any(one.code is WarningCode.NO_VERSION for one in tree.notices)
