"""Pictures are made anew from their pixels in a process of its own; hostile files come to nothing there."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from tests.support import papers as made

from engage_desktop.errors import Cancelled
from engage_desktop.papers import intake, looking
from engage_desktop.papers.intake import Taken, take_bytes, take_file
from engage_desktop.papers.looking import Stop
from engage_desktop.papers.sniff import Refusal, Why
from engage_domain.papers import MOST_BYTES, PaperKind


def taken(data: bytes, name: str = "file") -> Taken:
    return take_bytes(data, name, Stop())


def why(data: bytes, name: str = "file") -> Why:
    with pytest.raises(Refusal) as refused:
        taken(data, name)
    return refused.value.why


def test_a_photo_loses_its_place_and_camera_and_keeps_its_day() -> None:
    before = made.photo()
    assert b"QZPLACE" in before
    assert b"QZCAMERA" in before
    photo = taken(before, "IMG_2041.JPG")
    for data in (photo.data, photo.thumb):
        assert b"QZPLACE" not in data
        assert b"QZCAMERA" not in data
        assert b"Exif" not in data
        assert not dict(Image.open(io.BytesIO(data)).getexif())
    assert photo.taken_on == date(2026, 11, 20)
    assert (photo.kind, photo.mime, photo.name) == (PaperKind.PHOTO, "image/jpeg", "IMG_2041.jpg")


def test_a_photo_taken_sideways_stands_upright() -> None:
    upright = Image.open(io.BytesIO(taken(made.photo(size=(640, 420), sideways=True)).data))
    assert upright.size == (420, 640)


def test_words_beside_the_pixels_of_a_png_are_gone() -> None:
    picture = taken(made.png(), "screen.png")
    assert b"QZPLACE" not in picture.data
    assert picture.mime == "image/png"


def test_a_second_file_behind_a_picture_does_not_come_along() -> None:
    both = made.photo() + b"<script>alert('QZSECOND')</script>" + made.packed({"run.sh": b"QZSECOND"})
    assert b"QZSECOND" not in taken(both).data


def test_large_photos_become_smaller_and_thumbnails_small() -> None:
    photo = taken(made.photo(size=(5_000, 3_000)))
    assert max(Image.open(io.BytesIO(photo.data)).size) == 3_600
    assert max(Image.open(io.BytesIO(photo.thumb)).size) <= 480


@pytest.mark.parametrize("kind", ["GIF", "BMP", "WEBP", "PNG"])
def test_other_pictures_become_ones_that_can_be_shown(kind: str) -> None:
    into = io.BytesIO()
    made.drawn("", (200, 100)).save(into, kind)
    picture = taken(into.getvalue(), f"x.{kind.lower()}")
    assert picture.mime in {"image/png", "image/jpeg"}
    assert Image.open(io.BytesIO(picture.data)).size == (200, 100)


def test_a_picture_that_claims_to_be_enormous_is_refused_before_it_is_unpacked() -> None:
    assert why(made.bomb_png()) is Why.TOO_MANY_PIXELS
    assert why(made.bomb_png(9_000, 9_000)) is Why.TOO_MANY_PIXELS


def test_a_wrong_ending_changes_nothing() -> None:
    assert taken(made.pdf(), "holiday.jpg").mime == "application/pdf"
    assert why(b"<html><body>hi", "holiday.jpg") is Why.WEB_PAGE
    assert why(made.DRAWING, "drawing.png") is Why.VECTOR


@pytest.mark.parametrize(
    "data", [made.photo()[:300], b"\xff\xd8\xff" + bytes(999), b"BM" + bytes(99), b"%PDF-1.7\n%garbage"]
)
def test_broken_pictures_and_papers_are_told_as_broken(data: bytes) -> None:
    assert why(data) is Why.BROKEN


def test_a_pdf_is_kept_as_it_is_with_a_thumbnail_and_shown_page_by_page() -> None:
    paper = made.pdf(3)
    scan = taken(paper, "court order.pdf")
    assert (scan.kind, scan.data) == (PaperKind.SCAN, paper)
    assert max(Image.open(io.BytesIO(scan.thumb)).size) <= 480
    picture, pages = intake.page(paper, 2, Stop())
    assert pages == 3
    assert max(Image.open(io.BytesIO(picture)).size) >= 800
    with pytest.raises(Refusal):
        intake.page(paper, 3, Stop())


def test_recordings_and_office_files_are_kept_unopened() -> None:
    for data, kind in ((made.wav(), PaperKind.AUDIO), (made.docx(), PaperKind.DOCUMENT)):
        paper = taken(data, "thing")
        assert (paper.kind, paper.data, paper.thumb) == (kind, data, b"")


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(Refusal) as refused:
        take_file(large, Stop())
    assert refused.value.why is Why.TOO_LARGE


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.jpg"):
        with pytest.raises(Refusal) as refused:
            take_file(path, Stop())
        assert refused.value.why is Why.UNREADABLE


def test_taking_in_can_be_stopped_before_and_while_a_file_is_looked_into(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    early = Stop()
    early.ask()
    with pytest.raises(Cancelled):
        take_bytes(made.photo(), "x.jpg", early)
    slow = Stop()
    monkeypatch.setattr(looking, "child_command", lambda *_: ["sleep", "30"])
    threading.Timer(0.2, slow.ask).start()
    with pytest.raises(Cancelled):
        take_bytes(made.photo(), "x.jpg", slow)


def test_a_child_that_hangs_is_a_file_that_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "DEADLINE", 0.3)
    monkeypatch.setattr(looking, "child_command", lambda *_: ["sleep", "30"])
    assert why(made.photo()) is Why.BUSY


def test_a_child_that_lies_is_a_file_that_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for lie in (
        '{"sizes": [5]}', '{"sizes": [-1]}', '{"sizes": []}', '{"sizes": [], "refused": [1]}', "not json",
        '{"sizes": "x"}', "[]",
    ):  # fmt: skip
        monkeypatch.setattr(looking, "child_command", lambda *_, said=lie: ["echo", said])
        assert why(made.photo()) is Why.BROKEN


def test_a_child_that_talks_without_end_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LONGEST_ANSWER", 1 << 20)
    monkeypatch.setattr(looking, "child_command", lambda *_: ["cat", "/dev/zero"])
    assert why(made.photo()) in {Why.BROKEN, Why.BUSY}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are not set there")
@pytest.mark.parametrize(
    "attempt",
    [
        "open('written', 'w')",
        "open('/etc/hostname')",
        "__import__('socket').socket()",
        pytest.param(
            "__import__('os').fork()",
            marks=pytest.mark.skipif(
                sys.platform != "win32" and os.geteuid() == 0, reason="root may start what it likes"
            ),
        ),
    ],
)
def test_the_child_opens_and_starts_nothing(tmp_path: Path, attempt: str) -> None:
    code = f"""
import os, socket
from engage_desktop.papers.child import give_up_what_is_not_needed
give_up_what_is_not_needed()
try:
    {attempt}
except OSError:
    print("refused")
"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert ran.stdout == b"refused\n", ran.stderr
    assert list(tmp_path.iterdir()) == []
