"""The bytes of attachments at the agency: taken once, proved, sealed, and shown to nobody out of scope."""

from __future__ import annotations

import hashlib
import os
from datetime import timedelta

import pytest
from sqlalchemy import select
from tests.support.server import Agency, Laptop

from engage_server.blobs import MOST_FAMILY_BYTES, PIECE, Part
from engage_server.errors import BadRequest, Refused
from engage_server.staff import unassign
from engage_server.tables import blob, blob_chunk, records
from engage_wire.op import UPDATE
from engage_wire.registry import Value

WORDS = b"QZCANARY said the neighbour. "


def address(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def attach(laptop: Laptop, content: bytes, family: str = "", thumb: bytes = b"") -> str:
    """Write a family and an attachment that names a file, and push both; return the attachment's id."""
    family = family or laptop.family()
    row_id = laptop.agency.new_id()
    named: dict[str, Value] = {
        "sha256": address(content),
        "size": len(content),
        "mime": "image/jpeg",
        "kind": "photo",
    }
    more: dict[str, Value] = {"thumb_sha256": address(thumb)} if thumb else {}
    laptop.write("attachment", row_id, {"family_id": family, **named, **more})
    laptop.push()
    return row_id


def ask(laptop: Laptop, content: bytes) -> dict[str, object]:
    items = [{"sha256": address(content), "size": len(content)}]
    return laptop.agency.server.blobs.check(laptop.device, {"items": items})[0]


def put(laptop: Laptop, content: bytes, number: int) -> bool:
    piece = content[number * PIECE : (number + 1) * PIECE]
    return laptop.agency.server.blobs.put(laptop.device, address(content), number, piece)


def send(laptop: Laptop, content: bytes) -> None:
    ask(laptop, content)
    for number in range(-(-len(content) // PIECE)):
        put(laptop, content, number)
    laptop.agency.server.blobs.complete(laptop.device, address(content))


def read(laptop: Laptop, content: bytes) -> bytes:
    return laptop.agency.server.blobs.read(laptop.device, address(content))[0]


def told(agency: Agency, row_id: str) -> str | None:
    table = records["attachment"].c
    with agency.server.database.snapshot() as conn:
        return conn.scalar(select(table.blob_state).where(table.id == row_id))


def refused(status: int, code: str) -> pytest.RaisesExc[Refused]:
    return pytest.raises(Refused, check=lambda error: (error.status, error.code) == (status, code))


def test_a_file_is_taken_in_pieces_and_everybody_in_scope_is_told(
    agency: Agency, amina: Laptop, carla: Laptop
) -> None:
    content = os.urandom(2 * PIECE + 77)
    row_id = attach(amina, content)
    assert ask(amina, content)["have"] == []
    assert [put(amina, content, n) for n in (2, 0, 0)] == [True, True, False]
    assert ask(amina, content)["have"] == [0, 2]
    with refused(409, "incomplete"):
        agency.server.blobs.complete(amina.device, address(content))
    assert told(agency, row_id) is None
    put(amina, content, 1)
    agency.server.blobs.complete(amina.device, address(content))
    agency.server.blobs.complete(amina.device, address(content))  # safe to repeat
    assert told(agency, row_id) == "stored"
    assert ask(amina, content)["state"] == "stored"
    assert read(carla, content) == content
    amina.pull()
    assert amina.rows["attachment", row_id]["d"]["blob_state"] == "stored"


def test_nobody_out_of_scope_learns_that_a_file_exists(agency: Agency, amina: Laptop, dora: Laptop) -> None:
    content = os.urandom(5_000)
    attach(amina, content)
    send(amina, content)
    assert ask(dora, content)["state"] == "unknown"
    for attempt in (
        lambda: read(dora, content),
        lambda: put(dora, content, 0),
        lambda: agency.server.blobs.complete(dora.device, address(content)),
    ):
        with refused(404, "not_found"):
            attempt()


def test_a_file_without_a_record_is_not_taken(amina: Laptop) -> None:
    content = os.urandom(3_000)
    assert ask(amina, content)["state"] == "unknown"
    with refused(404, "not_found"):
        put(amina, content, 0)


def test_what_does_not_prove_itself_is_thrown_away(agency: Agency, amina: Laptop) -> None:
    content, other = os.urandom(4_000), os.urandom(4_000)
    row_id = attach(amina, content)
    ask(amina, content)
    agency.server.blobs.put(amina.device, address(content), 0, other)
    with refused(422, "digest"):
        agency.server.blobs.complete(amina.device, address(content))
    assert told(agency, row_id) is None
    assert ask(amina, content)["have"] == []
    send(amina, content)
    assert read(amina, content) == content


def test_a_part_of_a_file_is_handed_out_alone(agency: Agency, amina: Laptop) -> None:
    content = os.urandom(2 * PIECE + 500)
    attach(amina, content)
    send(amina, content)
    size = len(content)
    for start, end in ((0, 1), (PIECE - 1, PIECE + 1), (PIECE, 2 * PIECE), (5, None), (2 * PIECE, size + 9)):
        part, whole = agency.server.blobs.read(amina.device, address(content), Part(start, end))
        assert (part, whole) == (content[start:end], size)
    for start, end in ((size, None), (7, 7), (9, 3)):
        with refused(416, "range"):
            agency.server.blobs.read(amina.device, address(content), Part(start, end))


def test_a_piece_that_is_gone_is_told_and_not_skipped(agency: Agency, amina: Laptop) -> None:
    content = os.urandom(2 * PIECE + 500)
    attach(amina, content)
    send(amina, content)
    with agency.server.database.write() as conn:
        conn.execute(blob_chunk.delete().where(blob_chunk.c.n == 1))
    with refused(500, "damaged"):
        read(amina, content)


def test_a_file_begun_with_a_wrong_size_is_begun_anew(agency: Agency, amina: Laptop, carla: Laptop) -> None:
    content = os.urandom(4_000)
    attach(amina, content)
    items = [{"sha256": address(content), "size": 9 * PIECE}]
    for laptop in (amina, carla):
        agency.server.blobs.check(laptop.device, {"items": items})
        agency.server.blobs.put(laptop.device, address(content), 0, bytes(PIECE))
    assert ask(amina, content)["have"] == []
    send(amina, content)
    assert read(carla, content) == content


def test_naming_a_file_one_has_not_got_opens_nothing(agency: Agency, amina: Laptop, dora: Laptop) -> None:
    content, cover = os.urandom(PIECE + 9), os.urandom(500)
    attach(amina, content)
    send(amina, content)
    named = attach(dora, content)
    attach(dora, cover, thumb=content)
    send(dora, cover)
    assert ask(dora, content) == {"sha256": address(content), "state": "loading", "have": []}
    with refused(404, "not_found"):
        read(dora, content)
    with refused(409, "incomplete"):
        agency.server.blobs.complete(dora.device, address(content))
    assert told(agency, named) is None
    send(dora, content)  # who has it may keep it in a record of their own
    assert read(dora, content) == content
    assert told(agency, named) == "stored"


def test_a_record_written_in_the_name_of_whoever_sent_a_file_opens_nothing(
    agency: Agency, amina: Laptop, dora: Laptop
) -> None:
    content, cover = os.urandom(3_000), os.urandom(500)
    attach(amina, content)
    send(amina, content)
    family = dora.family()
    row_id = attach(dora, cover, family, thumb=content)
    dora.write("attachment", row_id, {"thumb_sha256": address(content)}, kind=UPDATE, actor=amina.user)
    dora.push()
    with refused(404, "not_found"):
        read(dora, content)


def test_two_who_hold_the_same_file_each_send_it_for_their_own_record(
    agency: Agency, amina: Laptop, carla: Laptop
) -> None:
    content, family = os.urandom(2_000), amina.family()
    amina.push()
    carla.pull()
    rows = [attach(amina, content, family), attach(carla, content, family)]
    send(carla, content)
    assert [told(agency, row) for row in rows] == [None, "stored"]
    assert read(amina, content) == content
    send(amina, content)
    assert [told(agency, row) for row in rows] == ["stored", "stored"]


def test_a_second_laptop_of_a_person_sends_the_rest_of_a_file(agency: Agency, amina: Laptop) -> None:
    content = os.urandom(PIECE + 9)
    row_id = attach(amina, content)
    ask(amina, content)
    put(amina, content, 0)
    second = agency.laptop(agency.amina)
    assert ask(second, content)["have"] == [0]
    put(second, content, 1)
    agency.server.blobs.complete(second.device, address(content))
    assert told(agency, row_id) == "stored"
    assert read(amina, content) == content


def test_what_was_written_before_a_family_went_to_others_is_still_taken(
    agency: Agency, amina: Laptop, carla: Laptop
) -> None:
    content, family = os.urandom(2_000), amina.family()
    row_id = attach(amina, content, family)
    unassign(agency.server, amina.user, family)
    send(amina, content)
    assert told(agency, row_id) == "stored"
    assert read(carla, content) == content
    with refused(404, "not_found"):
        read(amina, content)


def test_a_file_the_agency_lost_is_taken_from_whoever_has_it(
    agency: Agency, amina: Laptop, carla: Laptop
) -> None:
    content = os.urandom(2_000)
    attach(amina, content)
    send(amina, content)
    assert ask(carla, content)["state"] == "stored"
    with agency.server.database.write() as conn:
        conn.execute(blob_chunk.delete())
        conn.execute(blob.delete())
    send(carla, content)
    assert read(carla, content) == content


def test_pieces_of_a_wrong_size_or_place_are_refused(agency: Agency, amina: Laptop) -> None:
    content = os.urandom(PIECE + 10)
    attach(amina, content)
    ask(amina, content)
    for number, piece in ((0, b"short"), (1, b"x" * 11), (2, b"x"), (-1, b"x")):
        with refused(422, "size"):
            agency.server.blobs.put(amina.device, address(content), number, piece)


def test_a_second_record_of_the_same_file_is_told_without_sending_again(
    agency: Agency, amina: Laptop
) -> None:
    content = os.urandom(2_000)
    attach(amina, content)
    send(amina, content)
    again = attach(amina, content)
    assert ask(amina, content)["state"] == "stored"
    assert told(agency, again) == "stored"


def test_a_thumbnail_travels_like_a_file_and_does_not_speak_for_it(agency: Agency, amina: Laptop) -> None:
    content, thumb = os.urandom(9_000), os.urandom(700)
    row_id = attach(amina, content, thumb=thumb)
    send(amina, thumb)
    assert told(agency, row_id) is None
    assert read(amina, thumb) == thumb
    send(amina, content)
    assert told(agency, row_id) == "stored"


def test_files_are_sealed_in_the_database_and_bound_to_their_place(agency: Agency, amina: Laptop) -> None:
    content = WORDS * 60_000
    attach(amina, content)
    send(amina, content)
    with agency.server.database.write() as conn:
        pieces = conn.execute(select(blob_chunk.c.n, blob_chunk.c.sealed).order_by(blob_chunk.c.n)).all()
        assert len(pieces) == 2
        assert not any(WORDS[:10] in bytes(piece.sealed) for piece in pieces)
        conn.execute(blob_chunk.update().where(blob_chunk.c.n == 0).values(sealed=pieces[1].sealed))
    with refused(500, "damaged"):
        read(amina, content)


def test_large_files_too_many_files_and_full_families_are_refused(agency: Agency, amina: Laptop) -> None:
    with refused(413, "too_large"):
        agency.server.blobs.check(amina.device, {"items": [{"sha256": "a" * 64, "size": (50 << 20) + 1}]})
    wrong: tuple[object, ...] = ("x", [{"sha256": "zz", "size": 1}], [{}] * 500, [5])
    for items in wrong:
        with pytest.raises(BadRequest):
            agency.server.blobs.check(amina.device, {"items": items})
    family = amina.family()
    first, second = os.urandom(8_000), os.urandom(8_000)
    attach(amina, first, family)
    attach(amina, second, family)
    send(amina, first)
    with agency.server.database.write() as conn:
        conn.execute(blob.update().values(size=MOST_FAMILY_BYTES - 7_999))  # so much is there already
    assert ask(amina, second)["state"] == "quota"


def test_what_was_begun_and_never_finished_is_forgotten_after_a_month(agency: Agency, amina: Laptop) -> None:
    content = os.urandom(PIECE + 10)
    attach(amina, content)
    ask(amina, content)
    put(amina, content, 0)
    agency.clock.advance(seconds=timedelta(days=31).total_seconds())
    ask(amina, os.urandom(10))
    with agency.server.database.snapshot() as conn:
        assert conn.execute(select(blob_chunk.c.n)).all() == []
        assert conn.execute(select(blob.c.sha256)).all() == []
