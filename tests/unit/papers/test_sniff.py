"""Files are judged by what is in them, never by what they are called; what could act is refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import papers as made

from engage_desktop.papers.sniff import Family, Refusal, Why, sniffed
from engage_domain.papers import LONGEST_NAME, clean_name


def why(data: bytes) -> Why:
    with pytest.raises(Refusal) as refused:
        sniffed(data)
    return refused.value.why


def test_pictures_documents_recordings_and_words_are_known_by_content() -> None:
    assert sniffed(made.photo()).mime == "image/jpeg"
    assert sniffed(made.png()).mime == "image/png"
    assert sniffed(made.pdf()).family is Family.PDF
    assert sniffed(made.wav()) == sniffed(made.wav())
    assert sniffed(made.wav()).audio
    assert sniffed(b"ID3\x04" + bytes(200)).mime == "audio/mpeg"
    assert sniffed(b"\x00\x00\x00\x20ftypM4A " + bytes(200)).mime == "audio/mp4"
    assert sniffed(b"OggS" + bytes(24) + b"OpusHead" + bytes(50)).mime == "audio/ogg"
    assert sniffed(made.docx()).mime.endswith("wordprocessingml.document")
    assert sniffed("Abuela says: ¡lee con Luz!\n".encode()).family is Family.TEXT


def test_the_unsafe_drawing_is_refused_under_any_name() -> None:
    assert why(made.DRAWING) is Why.VECTOR
    assert why(b'<?xml version="1.0"?><svg onload="x()"/>') is Why.VECTOR
    assert why(b"\n\n  <SVG xmlns='x'><script>1</script></SVG>") is Why.VECTOR


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Why.EMPTY),
        (b"<!DOCTYPE html><p>hello", Why.WEB_PAGE),
        (b"hello <img src=file:///etc/passwd>", Why.WEB_PAGE),
        (b"<script>alert(1)</script>", Why.WEB_PAGE),
        (b"MZ\x90\x00" + bytes(60), Why.PROGRAM),
        (b"\x7fELF" + bytes(60), Why.PROGRAM),
        (b"#!/bin/sh\nrm -rf /\n", Why.PROGRAM),
        (b"Rar!\x1a\x07", Why.ARCHIVE),
        (b"\x1f\x8b\x08" + bytes(40), Why.ARCHIVE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), Why.OLD_OFFICE),
        (b"{\\rtf1\\ansi hello}", Why.OLD_OFFICE),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), Why.HEIC),
        (b"II*\x00" + bytes(40), Why.OTHER_PICTURE),
        (b"%!PS-Adobe-3.0", Why.OTHER_PICTURE),
        (bytes(range(256)), Why.UNKNOWN),
        (b"PK\x03\x04 broken", Why.ARCHIVE),
    ],
)
def test_what_could_act_or_is_not_known_is_refused_with_a_reason(data: bytes, reason: Why) -> None:
    assert why(data) is reason


def test_archives_are_never_unpacked_and_bombs_and_macros_are_named() -> None:
    assert why(made.packed({"a.txt": b"hello"})) is Why.ARCHIVE
    assert why(made.packed({"../../etc/passwd": b"x"})) is Why.ARCHIVE
    bomb = made.packed({"[Content_Types].xml": b"", "word/document.xml": bytes(60 << 20)})
    assert len(bomb) < 100_000
    assert why(bomb) is Why.BOMB
    crowd = {f"word/media/{number}.png": b"" for number in range(3_000)}
    assert why(made.docx(**crowd)) is Why.BOMB
    assert why(made.docx(**{"word/vbaProject.bin": b"x"})) is Why.MACROS


@given(st.binary(max_size=3_000))
def test_no_bytes_make_the_judge_stumble(data: bytes) -> None:
    with suppress(Refusal):
        assert sniffed(data).mime


@pytest.mark.parametrize(
    ("name", "mime", "shown"),
    [
        ("report.pdf", "application/pdf", "report.pdf"),
        ("photo.jpg.exe", "image/jpeg", "photo.jpg.jpg"),
        ("C:\\Users\\dana\\scan 3.PNG", "image/png", "scan 3.png"),
        ("../../../etc/passwd", "text/plain", "passwd.txt"),
        ("gnp.\u202egpj.exe", "application/pdf", "gnp. gpj.pdf"),
        ("a:b|c?.pdf", "application/pdf", "a b c.pdf"),
        ("...", "application/pdf", ""),
        ("Día de la niña.jpeg", "image/jpeg", "Día de la niña.jpg"),
        ("Kitchen wall", "", "Kitchen wall"),
    ],
)
def test_names_are_made_harmless_and_end_as_their_content_does(name: str, mime: str, shown: str) -> None:
    assert clean_name(name, mime) == shown


@given(st.text(max_size=400))
def test_no_name_leads_anywhere(name: str) -> None:
    shown = clean_name(name, "image/jpeg")
    assert len(shown) <= LONGEST_NAME
    assert not set(shown) & set('/\\:*?"<>|\n\r\t\0')
