from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.gedcom.strategies import trees

from engage_domain.gedcom.emitting import Version
from engage_domain.gedcom.encoding import Encoding
from engage_domain.gedcom.faults import FaultCode, GedcomFault, Notice, WarningCode
from engage_domain.gedcom.model import NameKind, Pedigree, Tree, UnionEventKind
from engage_domain.gedcom.reader import read
from engage_domain.gedcom.writer import write

HEAD = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR {char}\n"


def old(body: str, char: str = "UTF-8") -> str:
    return HEAD.format(char=char) + body + "\n0 TRLR\n"


def names(tree: Tree) -> list[str]:
    return [person.names[0].plain for person in tree.people]


@given(trees(), st.sampled_from(list(Version)))
def test_a_tree_is_the_same_after_being_written_and_read(tree: Tree, version: Version) -> None:
    data = write(tree, version)
    assert read(data) == tree
    assert write(read(data), version) == data


@given(trees())
def test_no_line_of_the_older_grammar_is_longer_than_it_allows(tree: Tree) -> None:
    text = write(tree, Version.OLD).decode()
    bound = [line for line in text.splitlines() if " NOTE " in line or " CON" in line]
    assert all(len(line) <= 255 + line.count("@@") for line in bound)


def test_keys_a_file_may_not_hold_are_numbered() -> None:
    tree = read(old("0 @weird key@ INDI\n1 FAMS @VOID9@\n0 @VOID9@ FAM\n1 HUSB @weird key@").encode())
    again = read(write(tree, Version.SEVEN))
    assert (again.people[0].key, again.unions[0].key, again.unions[0].partners) == ("I1", "F1", ("I1",))


@pytest.mark.parametrize(
    ("encoding", "char"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UNICODE"),
        ("utf-16-le", "UNICODE"),
        ("utf-16-be", "UNICODE"),
        ("cp1252", "ANSI"),
        ("cp1252", "CP1252"),
        ("cp437", "IBMPC"),
        ("mac-roman", "MACINTOSH"),
        ("latin-1", "LATIN1"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_name_survives_every_encoding_and_line_end(encoding: str, char: str, ends: str) -> None:
    text = old("0 @I1@ INDI\n1 NAME Núñez ñandú /Müller/", char).replace("\n", ends)
    assert names(read(text.encode(encoding))) == ["Núñez ñandú Müller"]


def test_ansel_marks_stand_before_their_letter_and_become_one_with_it() -> None:
    body = old("0 @I1@ INDI\n1 NAME ", "ANSEL").encode().removesuffix(b"\n0 TRLR\n")
    name = b"Fran\xf0cois G\xe8unther \xe2Angel \xb2rsted \xa1\xe2od\xe2z \xcf \xb1 /\xeaAs \xe3e\xf2e/"
    tree = read(body + name + b"\n0 TRLR\n")
    assert tree.encoding is Encoding.ANSEL
    assert names(tree) == ["François Günther Ángel ørsted Łódź ß ł Ås êẹ"]


@pytest.mark.parametrize("claim", ["ANSEL", "ASCII", "ANSI"])
def test_a_file_that_is_utf8_is_read_as_utf8_whatever_it_claims(claim: str) -> None:
    tree = read(old("0 @I1@ INDI\n1 NAME José", claim).encode())
    assert (names(tree), tree.encoding) == (["José"], Encoding.UTF_8)
    assert [one.code for one in tree.notices] == [WarningCode.OTHER_ENCODING]


def test_a_file_that_claims_utf8_and_is_windows_text_is_read_as_it_is() -> None:
    tree = read(old("0 @I1@ INDI\n1 NAME José “Pepe”").encode("cp1252"))
    assert (names(tree), tree.encoding) == (["José “Pepe”"], Encoding.CP1252)


def test_one_windows_line_in_a_utf8_file_does_not_spoil_the_others() -> None:
    whole = old("0 @I1@ INDI\n1 NAME José\n0 @I2@ INDI\n1 NAME Ren?").encode().replace(b"Ren?", b"Ren\xe9")
    tree = read(whole)
    assert (names(tree), tree.encoding) == (["José", "René"], Encoding.UTF_8)
    assert [(one.code, one.line) for one in tree.notices] == [(WarningCode.OTHER_ENCODING, 8)]


def test_a_byte_no_alphabet_knows_is_shown_as_lost_with_its_line() -> None:
    tree = read(old("0 @I1@ INDI\n1 NAME A?", "ANSI").encode().replace(b"?", b"\x81"))
    assert [(one.code, one.line) for one in tree.notices] == [(WarningCode.UNDECODABLE, 6)]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", FaultCode.EMPTY, 1),
        (b"\r\n \x00", FaultCode.EMPTY, 1),
        (b"%PDF-1.7\n", FaultCode.MISSING_HEADER, 1),
        (b"1 HEAD\n", FaultCode.MISSING_HEADER, 1),
        (b"GIF89a\x00\x01", FaultCode.NOT_TEXT, 1),
        (b"0 HEAD\n0 @I1@ INDI\nbroken\n", FaultCode.UNREADABLE_LINE, 3),
        (b"0 HEAD\n0 @I1@ INDI\n0 @I1@ INDI\n", FaultCode.DUPLICATE_REFERENCE, 3),
        (b"0 HEAD\n0 @I1@ INDI\n1 FAMC @I1@\n", FaultCode.WRONG_REFERENCE, 3),
        (b"0 HEAD\n0 @I1@ INDI\n1 NOTE @N1@\n", FaultCode.MISSING_REFERENCE, 3),
        (b"0 HEAD\n0 @F1@ FAM\n1 HUSB @I1@\n", FaultCode.MISSING_REFERENCE, 3),
        (b"0 HEAD\n0 @I1@ INDI\n0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I1@\n", FaultCode.ANCESTOR_CYCLE, 5),
        (b"\xff\xfe\x00\x00", FaultCode.NOT_TEXT, 1),
    ],
)
def test_a_broken_file_is_refused_with_the_line_it_breaks_at(data: bytes, code: FaultCode, line: int) -> None:
    with pytest.raises(GedcomFault) as refused:
        read(data)
    assert (refused.value.code, refused.value.line) == (code, line)


def test_a_level_that_skips_one_is_mended_and_told() -> None:
    tree = read(old("0 @I1@ INDI\n1 BIRT\n3 DATE 1950").encode())
    assert tree.people[0].birth is not None
    assert [(one.code, one.line) for one in tree.notices] == [(WarningCode.LEVEL_MENDED, 7)]


def test_a_text_broken_over_bare_lines_is_mended() -> None:
    tree = read(old("0 @I1@ INDI\n1 NOTE first\nsecond").encode())
    assert tree.people[0].notes == ("first\nsecond",)
    assert [one.code for one in tree.notices] == [WarningCode.LINE_MENDED]


def test_a_thousand_generations_are_read_and_a_cycle_over_them_is_found() -> None:
    count = 1000
    people = "\n".join(f"0 @I{n}@ INDI" for n in range(count + 1))
    families = "\n".join(f"0 @F{n}@ FAM\n1 WIFE @I{n}@\n1 CHIL @I{n + 1}@" for n in range(count))
    assert read(old(f"{people}\n{families}").encode()).parent_links == count
    closing = f"0 @F{count}@ FAM\n1 WIFE @I{count}@\n1 CHIL @I0@"
    with pytest.raises(GedcomFault) as refused:
        read(old(f"{people}\n{families}\n{closing}").encode())
    assert refused.value.code is FaultCode.ANCESTOR_CYCLE


def test_links_told_by_one_side_only_are_kept_and_noticed() -> None:
    tree = read(old("0 @I1@ INDI\n1 FAMS @F1@\n0 @I2@ INDI\n1 FAMC @F1@\n2 PEDI foster\n0 @F1@ FAM").encode())
    assert tree.unions[0].partners == ("I1",)
    assert tree.unions[0].children[0].pedigree is Pedigree.FOSTER
    assert [one.code for one in tree.notices] == [WarningCode.ONE_SIDED_LINK] * 2


def test_an_adoption_by_one_parent_is_theirs_alone() -> None:
    body = (
        "0 @I1@ INDI\n1 SEX F\n1 FAMS @F1@\n0 @I2@ INDI\n1 SEX M\n1 FAMS @F1@\n"
        "0 @I3@ INDI\n1 FAMC @F1@\n2 PEDI birth\n1 ADOP\n2 DATE 2 MAY 2011\n2 FAMC @F1@\n3 ADOP HUSB\n"
        "0 @F1@ FAM\n1 HUSB @I2@\n1 WIFE @I1@\n1 CHIL @I3@"
    )
    tree = read(old(body).encode())
    link = tree.unions[0].children[0]
    assert (link.to("I1"), link.to("I2")) == (Pedigree.BIRTH, Pedigree.ADOPTED)
    assert tree.people[2].adoption is not None
    assert tree.notices == ()


def test_names_keep_what_they_are_to_their_bearer() -> None:
    body = "0 @I1@ INDI\n1 NAME Ana /Ruiz/\n2 _MARNM Ana /Greene/\n1 NAME Alex\n2 TYPE preferred\n1 NAME Ann\n2 TYPE former"
    kinds = [name.kind for name in read(old(body).encode()).people[0].names]
    assert kinds == [NameKind.MAIN, NameKind.MARRIED, NameKind.PREFERRED, NameKind.FORMER]


def test_a_separation_told_as_a_named_event_is_one() -> None:
    tree = read(old("0 @F1@ FAM\n1 EVEN\n2 TYPE Separated\n2 DATE SEP 2024").encode())
    assert [one.kind for one in tree.unions[0].events] == [UnionEventKind.SEPARATED]


def test_everything_not_kept_is_listed_with_its_line() -> None:
    body = "0 @I1@ INDI\n1 OCCU Carpenter\n2 DATE 1950\n1 BURI\n1 RIN 7\n0 @O1@ OBJE"
    notices = read(old(body).encode()).notices
    assert [(one.code, one.line, one.tag) for one in notices] == [
        (WarningCode.NOT_KEPT, 6, "OCCU"),
        (WarningCode.NOT_KEPT, 8, "BURI"),
        (WarningCode.BOOKKEEPING, 9, "RIN"),
        (WarningCode.NOT_KEPT, 10, "OBJE"),
    ]


def test_joined_lines_in_the_newer_grammar_are_read_and_an_older_doubling_is_taken_off() -> None:
    body = "0 @I1@ INDI\n1 NOTE mail a@@b.org, ask for Jo\n2 CONC hn\n2 CONT @@home"
    assert read(old(body).encode()).people[0].notes == ("mail a@b.org, ask for John\n@home",)
    seven = "0 HEAD\n1 GEDC\n2 VERS 7.0\n" + body + "\n0 TRLR"
    assert read(seven.encode()).people[0].notes == ("mail a@@b.org, ask for John\n@home",)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_read_or_refused_but_never_breaks_the_reader(seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(
        old("0 @I1@ INDI\n1 NAME A /B/\n1 FAMS @F1@\n0 @F1@ FAM\n1 HUSB @I1@\n1 NOTE x\n2 CONT y").encode()
    )
    for _ in range(dice.randint(1, 12)):
        place = dice.randrange(len(data))
        data[place : place + dice.randint(0, 3)] = bytes(dice.choices(range(256), k=dice.randint(0, 3)))
    line = 1
    notices: tuple[Notice, ...] = ()
    try:
        notices = read(bytes(data)).notices
    except GedcomFault as refused:
        line = refused.line
    assert line >= 1
    assert all(one.line <= other.line for one, other in pairwise(notices))
