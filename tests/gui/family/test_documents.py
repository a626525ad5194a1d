"""The papers of a family as a worker adds, looks at and describes them, over a real vault."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.gui.conftest import Dress
from tests.support import families
from tests.support import papers as made
from tests.support.desk import PASSPHRASE, desk_over
from tests.support.workspaces import LAPTOP, WIDE, Flashes, Room

from engage_desktop.app.family_bundles import paper_services
from engage_desktop.services.desk import Desk
from engage_desktop.services.papers import KeepPaper, PapersOf, Stop, Tags, TakeIn
from engage_desktop.store import records
from engage_desktop.store.vault import Vault
from engage_desktop.views.family.documents.part import DocumentsPart
from engage_desktop.views.family.removal import RemovalSheet
from engage_desktop.views.family.view import FamilyView
from engage_desktop.views.kit.a11y import audit
from engage_desktop.views.kit.face import Button
from engage_desktop.views.kit.inputs import LineEdit
from engage_desktop.views.kit.strokes import Drawing, Stroke, packed
from engage_desktop.views.papers.sources import Source
from engage_domain.papers import Paper, PaperKind

CANARY = "QZCANARYXJ"
STROKES = packed(Drawing((Stroke("blue", 34, ((200, 300, 50), (900, 800, 50), (1500, 400, 50))),)))


def keep(desk: Desk, data: bytes, name: str, **tags: object) -> str:
    taken = TakeIn().pasted(data, name, Stop())
    return KeepPaper(desk)(families.ALVAREZ, taken, Tags(**tags)).made_id  # type: ignore[arg-type] # named as in Tags


def fill(desk: Desk) -> None:
    keep(desk, made.photo("room"), "Elenas new room.jpg", person_ids=(families.ELENA,), note="Bed missing.")
    keep(desk, made.pdf(3), "Court order.pdf")
    keep(desk, made.png(), "school.png", person_ids=(families.MATEO,))
    keep(desk, made.wav(), "voice mail from the landlord about the heating in November.wav")
    keep(desk, made.docx(), "Letter.docx")
    keep(desk, "Abuela: ¡lee con Luz!".encode(), "note.txt")


def documents(room: Room, page: FamilyView) -> DocumentsPart:
    part = page.show_part("documents")
    room.settle()
    assert isinstance(part, DocumentsPart)
    return part


def papers(desk: Desk) -> tuple[Paper, ...]:
    return PapersOf(desk)(families.ALVAREZ)


def paper_called(desk: Desk, name: str) -> Paper:
    return next(paper for paper in papers(desk) if paper.name == name)


def open_called(room: Room, part: DocumentsPart, name: str) -> None:
    part.open_row(paper_called(room.desk, name).paper_id)
    room.settle()


def button(page: QWidget, name: str) -> Button:
    found = [b for b in page.findChildren(Button) if b.accessibleName() == name and b.isVisible()]
    assert found, f"no button called {name!r}"
    return found[0]


@pytest.mark.parametrize(
    ("scale", "dark", "size"),
    [
        (1.0, False, LAPTOP),
        (1.0, True, WIDE),
        (1.5, True, LAPTOP),
        (2.0, False, LAPTOP),
        (2.0, True, WIDE),
    ],
)
def test_papers_can_be_read_and_reached_at_every_size(
    room: Room, dress: Dress, desk: Desk, scale: float, dark: bool, size: tuple[int, int]
) -> None:
    dress(dark=dark, scale=scale)
    page = room.family(size=size)
    part = documents(room, page)
    assert audit(page) == []
    fill(desk)
    part.reload()
    room.settle()
    assert audit(page) == []
    for paper in papers(desk):
        part.open_row(paper.paper_id)
        room.settle()
        assert audit(page) == []
        if part.viewer.about.isVisible():
            part.viewer.about.click()
            room.settle()
            assert audit(page) == []
            part.viewer.about.click()
    sheet = part.draw_page()
    room.settle()
    assert audit(sheet) == []
    sheet.reject()
    room.settle()
    assert (page.width(), page.height()) == size


def test_nothing_flashes_up_while_papers_are_looked_through(room: Room, desk: Desk, flashes: Flashes) -> None:
    fill(desk)
    page = room.family()
    part = documents(room, page)
    for paper in papers(desk):
        part.open_row(paper.paper_id)
        room.settle()
    part.close_paper()
    room.settle()
    assert flashes.seen == []


def test_an_empty_family_is_told_what_can_be_added(room: Room) -> None:
    part = documents(room, room.family())
    words = [w.accessibleDescription() for w in part.findChildren(QWidget) if w.isVisible()]
    assert any("50 MB" in said and "Place and camera" in said for said in words)
    assert button(part, "Add papers…").isVisible()


def test_files_are_added_dropped_and_pasted_and_the_harmful_ones_told(
    room: Room, desk: Desk, tmp_path: Path
) -> None:
    part = documents(room, room.family())
    good, bad = tmp_path / "kitchen.JPG", tmp_path / "invoice.pdf"
    good.write_bytes(made.photo())
    bad.write_bytes(b"MZ" + bytes(300))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (good, bad)])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    part.dropEvent(QDropEvent(QPointF(40, 40), copy, mime, left, none))
    room.settle()
    assert [paper.name for paper in papers(desk)] == ["kitchen.jpg"]
    assert "invoice.pdf" in part.intake.refused.accessibleDescription()
    assert "program" in part.intake.refused.accessibleDescription()
    assert audit(part) == []

    image = QImage(90, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    part.grid.setFocus()
    QTest.keySequence(part.grid, "Ctrl+V")
    room.settle()
    assert len(papers(desk)) == 2
    QGuiApplication.clipboard().clear()
    part.paste()
    room.settle()
    assert len(papers(desk)) == 2


def test_the_unsafe_drawing_is_refused_in_words_and_never_drawn(room: Room, desk: Desk) -> None:
    part = documents(room, room.family())
    part.add((Source("family.svg", data=made.DRAWING),))
    room.settle()
    assert papers(desk) == ()
    assert "SVG" in part.intake.refused.accessibleDescription()


def test_adding_can_be_undone(room: Room, desk: Desk) -> None:
    page = room.family()
    part = documents(room, page)
    part.add((Source("a.jpg", data=made.photo()), Source("b.jpg", data=made.png())))
    room.settle()
    assert len(papers(desk)) == 2
    button(page, "Undo").click()
    room.settle()
    assert papers(desk) == ()


def test_adding_can_be_stopped_and_what_is_there_stays(room: Room, desk: Desk) -> None:
    part = documents(room, room.family())
    part.add(tuple(Source(f"{n}.jpg", data=made.photo(str(n))) for n in range(6)))
    part.intake.adding.stop()
    room.settle()
    assert not part.intake.adding.is_busy
    assert len(papers(desk)) < 6
    assert part.intake.isHidden()


def test_a_picture_is_looked_at_nearer_turned_and_left_by_key(room: Room, desk: Desk) -> None:
    fill(desk)
    part = documents(room, room.family())
    open_called(room, part, "Elenas new room.jpg")
    stage = part.viewer.stage
    assert not stage.is_empty()
    assert stage.hasFocus()
    for key, near in ((Qt.Key.Key_Plus, 1.25), (Qt.Key.Key_Plus, 1.5625), (Qt.Key.Key_0, 1.0)):
        QTest.keyClick(stage, key)
        assert stage.near == pytest.approx(near)
    QTest.keyClick(stage, Qt.Key.Key_R)
    assert stage.turn == 90
    before = part.viewer.paper_id
    step = Qt.Key.Key_Left if part.viewer.before.isEnabled() else Qt.Key.Key_Right
    QTest.keyClick(stage, step)
    room.settle()
    assert part.viewer.paper_id != before
    QTest.keyClick(part.viewer, Qt.Key.Key_Escape)
    room.settle()
    assert not part.viewer.paper_id
    assert stage.is_empty()
    assert part.grid.isVisible()


def test_the_pages_of_a_scan_are_turned(room: Room, desk: Desk) -> None:
    fill(desk)
    part = documents(room, room.family())
    open_called(room, part, "Court order.pdf")
    assert (part.viewer.page, part.viewer.pages) == (0, 3)
    QTest.keyClick(part.viewer, Qt.Key.Key_PageDown)
    room.settle()
    assert part.viewer.page == 1
    part.viewer.page_after.click()
    room.settle()
    part.viewer.turn_page(1)
    room.settle()
    assert part.viewer.page == 2


def test_what_is_kept_unopened_says_so_and_can_be_saved_out(room: Room, desk: Desk, tmp_path: Path) -> None:
    letter = made.docx()
    keep(desk, letter, "Letter.docx")
    part = documents(room, room.family())
    open_called(room, part, "Letter.docx")
    assert "unopened" in part.viewer.shut.accessibleName()
    assert part.viewer.shut_copy.isVisible()
    part.save_copy(tmp_path / "Letter.docx")
    room.settle()
    assert (tmp_path / "Letter.docx").read_bytes() == letter


def test_words_about_a_paper_keep_themselves_and_survive_a_restart(room: Room, desk: Desk) -> None:
    fill(desk)
    page = room.family()
    part = documents(room, page)
    open_called(room, part, "school.png")
    details = part.viewer.details
    details.name.setText("Letter from the school")
    details.name.returnPressed.emit()
    details.note.setPlainText("Invites to the conference on Friday")
    details.whose[families.ELENA].click()
    assert details.kind is not None
    details.kind.segment(PaperKind.SCAN).click()
    room.settle()
    page.settle()
    room.settle()
    folder = desk.vault.folder
    desk.vault.close()
    again = Vault.unlock(folder, PASSPHRASE, desk.clock)
    try:
        kept = paper_called(desk_over(again, desk.clock), "Letter from the school")  # type: ignore[arg-type] # frozen
        assert kept.note == "Invites to the conference on Friday"
        assert set(kept.person_ids) == {families.MATEO, families.ELENA}
        assert kept.kind == PaperKind.SCAN
    finally:
        again.close()


def test_a_note_that_was_being_typed_stands_there_after_a_kill(room: Room, desk: Desk) -> None:
    fill(desk)
    paper = paper_called(desk, "school.png")
    paper_services(desk).keep_draft("attachment", paper.paper_id, "note", families.ALVAREZ, "half a sen", "")
    part = documents(room, room.family())
    open_called(room, part, "school.png")
    assert part.viewer.details.note.toPlainText() == "half a sen"


def test_a_paper_is_removed_with_a_reason_and_brought_back(room: Room, desk: Desk) -> None:
    fill(desk)
    page = room.family()
    part = documents(room, page)
    open_called(room, part, "Letter.docx")
    part.viewer.details.remove_button.click()
    sheet = next(sheet for sheet in page.findChildren(RemovalSheet) if sheet.isVisible())
    QTest.keyClicks(sheet.findChildren(LineEdit)[0], "Added to the wrong family")
    button(sheet, "Remove").click()
    room.settle()
    assert "Letter.docx" not in {paper.name for paper in papers(desk)}
    button(page, "Undo").click()
    room.settle()
    assert "Letter.docx" in {paper.name for paper in papers(desk)}


def test_the_last_paper_removed_by_a_colleague_closes(room: Room, desk: Desk) -> None:
    only = keep(desk, made.photo("room"), "room.jpg")
    part = documents(room, room.family())
    open_called(room, part, "room.jpg")
    paper_services(desk).remove("attachment", only, "mistake")
    part.reload()
    room.settle()
    assert part.viewer.isHidden()
    assert button(part, "Add papers…").isVisible()


def test_what_is_known_of_a_paper_stays_when_somebody_joins_the_family(room: Room, desk: Desk) -> None:
    fill(desk)
    part = documents(room, room.family())
    open_called(room, part, "school.png")
    details = part.viewer.details
    details.show_people((*((one, one) for one in details.whose), ("new", "Somebody new")))
    assert details.name.text() == "school.png"
    assert details.whose[families.MATEO].isChecked()
    details.whose[families.ELENA].click()
    room.settle()
    assert set(paper_called(desk, "school.png").person_ids) == {families.MATEO, families.ELENA}


def test_whoever_cannot_be_seen_here_stays_with_their_paper(room: Room, desk: Desk) -> None:
    fill(desk)
    paper = paper_called(desk, "school.png")
    with desk.vault.applying() as conn:
        hide = "UPDATE person SET labels = ? WHERE id = ?"
        conn.exec_driver_sql(hide, ('["dv_protected"]', families.MATEO))
    part = documents(room, room.family())
    open_called(room, part, "school.png")
    assert families.MATEO not in part.viewer.details.whose
    part.viewer.details.whose[families.ELENA].click()
    room.settle()
    with desk.vault.applying() as conn:
        conn.exec_driver_sql("UPDATE person SET labels = NULL WHERE id = ?", (families.MATEO,))
    found = paper_called(desk, "school.png")
    assert found.paper_id == paper.paper_id
    assert set(found.person_ids) == {families.MATEO, families.ELENA}


def test_papers_are_filtered_by_kind_and_by_person(room: Room, desk: Desk) -> None:
    fill(desk)
    part = documents(room, room.family())
    part.kind.choose("photo")
    part.kind.chosen.emit("photo")
    assert {paper.name for paper in part.model.rows} == {"Elenas new room.jpg", "school.png"}
    part.who.choose(families.ELENA)
    part.who.chosen.emit(families.ELENA)
    assert {paper.name for paper in part.model.rows} == {"Elenas new room.jpg"}
    part.kind.choose("audio")
    part.kind.chosen.emit("audio")
    assert part.model.rows == ()
    button(part, "Show all papers").click()
    assert len(part.model.rows) == 6


def test_what_belongs_under_safety_is_not_among_the_papers(room: Room, desk: Desk) -> None:
    fill(desk)
    for name in ("Letter.docx", "note.txt"):
        with desk.write("attachment.edit") as conn:
            column = "labels" if name == "Letter.docx" else "hide_from"
            kept = {column: records.member_text(("dv_detail",))}
            records.update(conn, "attachment", paper_called(desk, name).paper_id, kept)
    part = documents(room, room.family())
    assert {"Letter.docx", "note.txt"} & {paper.name for paper in part.model.rows} == set()
    assert len(part.model.rows) == 4


def test_a_file_on_another_laptop_says_so(room: Room, desk: Desk) -> None:
    fill(desk)
    for file in (desk.vault.folder / "files").iterdir():
        file.unlink()
    part = documents(room, room.family())
    assert "on another laptop" in part.model.data(part.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    open_called(room, part, "school.png")
    assert "another laptop" in part.viewer.shut.accessibleName()
    assert not part.viewer.details.copy_button.isEnabled()
    assert audit(part) == []


def test_a_file_that_is_with_the_agency_is_asked_for_by_looking_at_it(room: Room, desk: Desk) -> None:
    fill(desk)
    paper = paper_called(desk, "school.png")
    with desk.vault.applying() as conn:
        conn.exec_driver_sql("UPDATE attachment SET blob_state = 'stored' WHERE id = ?", (paper.paper_id,))
        conn.exec_driver_sql("DELETE FROM sync_blob")
    part = documents(room, room.family())
    open_called(room, part, "school.png")
    assert "with the agency" in part.viewer.shut.accessibleName()
    with desk.read() as conn:
        wanted = conn.exec_driver_sql("SELECT state FROM sync_blob").scalars().all()
    assert wanted == ["wanted"]


def test_a_damaged_file_says_so(room: Room, desk: Desk) -> None:
    fill(desk)
    for file in (desk.vault.folder / "files").iterdir():
        data = bytearray(file.read_bytes())
        data[40] ^= 1
        file.write_bytes(bytes(data))
    part = documents(room, room.family())
    open_called(room, part, "school.png")
    assert "does not read back" in part.viewer.shut.accessibleDescription()


def test_an_ink_page_is_kept_while_it_is_drawn_and_becomes_a_paper(room: Room, desk: Desk) -> None:
    page = room.family()
    part = documents(room, page)
    sheet = part.draw_page()
    room.settle()
    pad = sheet.pad
    start, end = QPoint(60, 60), QPoint(200, 120)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(pad, QPoint(120, 90))
    QTest.mouseMove(pad, end)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert len(pad.drawing().strokes) == 1
    sheet.later.click()
    room.settle()
    assert papers(desk) == ()

    again = part.draw_page()
    room.settle()
    assert len(again.pad.drawing().strokes) == 1
    again.yes.click()
    room.settle()
    kept = papers(desk)
    assert [paper.kind for paper in kept] == [PaperKind.INK]
    assert kept[0].thumb
    assert not paper_services(desk).ink_begun(families.ALVAREZ).strokes
    part.open_row(kept[0].paper_id)
    room.settle()
    assert not part.viewer.stage.is_empty()


def test_nothing_of_a_paper_is_on_the_disk_in_plain(room: Room, desk: Desk) -> None:
    from tests.faults.store_canary import hits_in

    keep(desk, f"{CANARY} said the neighbour".encode(), f"{CANARY}.txt")
    keep(desk, made.photo(), "photo.jpg")
    services = paper_services(desk)
    assert STROKES is not None
    services.keep_ink(families.ALVAREZ, STROKES, made.png((96, 120)))
    part = documents(room, room.family())
    for paper in papers(desk):
        part.open_row(paper.paper_id)
        room.settle()
    desk.vault.checkpoint()
    assert hits_in(desk.vault.folder) == {}
    starts = (b"\xff\xd8\xff\xe0", b"\x89PNG\r\n", STROKES[:40].encode())
    for file in desk.vault.folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert not any(start in data for start in starts)


def test_every_card_is_read_aloud_as_one_sentence(room: Room, desk: Desk) -> None:
    fill(desk)
    part = documents(room, room.family())
    spoken = [
        str(part.model.data(part.model.index(n), Qt.ItemDataRole.AccessibleTextRole))
        for n in range(len(part.model.rows))
    ]
    one = next(said for said in spoken if "Elenas new room" in said)
    for part_of in ("Photo", "20 Nov", "Elena", "Bed missing.", "on this laptop only"):
        assert part_of in one
    assert QAccessible.queryAccessibleInterface(part.grid).text(QAccessible.Text.Name) == "Papers"


def test_a_family_that_is_moving_lets_papers_be_read_only(room: Room, desk: Desk) -> None:
    fill(desk)
    part = documents(room, room.family())
    part.set_read_only(True)
    part.add((Source("a.jpg", data=made.photo()),))
    room.settle()
    assert len(papers(desk)) == 6
    assert not part.add_button.isEnabled()
    open_called(room, part, "school.png")
    assert not part.viewer.details.name.isEnabled()


def test_one_comes_back_to_the_paper_and_the_filter(room: Room, desk: Desk) -> None:
    fill(desk)
    page = room.family()
    part = documents(room, page)
    part.kind.choose("photo")
    part.kind.chosen.emit("photo")
    open_called(room, part, "school.png")
    place = page.place()
    other = room.family()
    other.restore(place)
    room.settle()
    again = documents(room, other)
    assert again.viewer.paper_id == part.viewer.paper_id
    assert again.kind.here() == "photo"


def test_the_file_chooser_leaves_no_trace_of_where_one_looked(room: Room, tmp_path: Path) -> None:
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    looked = tmp_path / "QZFOLDER of the Alvarez family"
    looked.mkdir()
    part = documents(room, room.family())
    dialog = part.choose_files()
    dialog.setDirectory(str(looked))
    room.settle()
    dialog.reject()
    room.settle()
    left = [file.read_bytes() for file in (tmp_path / "settings").rglob("*") if file.is_file()]
    assert not any(b"QZFOLDER" in data for data in left)
