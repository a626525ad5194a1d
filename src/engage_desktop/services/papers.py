"""What a caseworker does with papers: look at them, add, describe and remove them, save a copy out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engage_desktop.errors import BadInput, EngageError, NotFound
from engage_desktop.papers import intake
from engage_desktop.papers.intake import Taken
from engage_desktop.papers.looking import Stop
from engage_desktop.papers.sniff import Refusal, Why
from engage_desktop.services.contact_writing import Made
from engage_desktop.services.desk import Desk
from engage_desktop.store import begun_ink, blob_traffic, blobs, papers, records
from engage_desktop.store.people import keep_unseen, row_of
from engage_desktop.store.place import write_atomically
from engage_domain.papers import INK_MIME, LONGEST_NAME, LONGEST_NOTE, Paper, PaperKind, clean_name
from engage_wire.changed import Changed
from engage_wire.clock import instant
from engage_wire.registry import Value

__all__ = ["Stop", "Taken", "Why"]

TEXTS = {"name": LONGEST_NAME, "note": LONGEST_NOTE}
LONGEST_TEXT = 400_000
Given = str | date | tuple[str, ...] | None


class NotTaken(EngageError):
    """A file from outside is not taken; `why` says the reason."""

    def __init__(self, why: Why) -> None:
        super().__init__(f"file not taken: {why}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Tags:
    """What is said about a new paper; the kind is the one its content suggests unless another is named."""

    kind: str = ""
    name: str = ""
    note: str = ""
    person_ids: tuple[str, ...] = ()
    contact_id: str = ""
    about_entity: str = ""
    about_id: str = ""


NO_TAGS = Tags()


@dataclass(frozen=True, slots=True)
class PapersOf:
    """Reads the papers of a family, or of one contact of it."""

    desk: Desk

    def __call__(self, family_id: str, contact_id: str = "") -> tuple[Paper, ...]:
        """Return them, the newest first; what is kept under Safety is not among them."""
        with self.desk.read() as conn:
            return papers.papers(conn, self.desk.vault.folder, family_id, contact_id)


@dataclass(frozen=True, slots=True)
class PaperOf:
    """Reads what is known of one paper."""

    desk: Desk

    def __call__(self, paper_id: str) -> Paper:
        """Return it; NotFound when it was removed."""
        with self.desk.read() as conn:
            return papers.paper(conn, self.desk.vault.folder, paper_id)


@dataclass(frozen=True, slots=True)
class Thumbs:
    """Reads thumbnails; they are decrypted in memory only."""

    desk: Desk

    def __call__(self, addresses: tuple[str, ...]) -> dict[str, bytes]:
        """Return those that are here and whole."""
        found: dict[str, bytes] = {}
        with self.desk.read() as conn:
            for address in addresses:
                try:
                    if papers.may_show(conn, address):
                        found[address] = blobs.read(conn, self.desk.vault.folder, address)
                except EngageError:
                    continue  # the card is drawn without its thumbnail; opening the paper says what is wrong
        return found


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the viewer shows of a paper at once: a picture, words, or ink; and how many pages there are."""

    paper_id: str
    page: int = 0
    pages: int = 1
    picture: bytes = b""
    words: str = ""


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """Opens a paper for the viewer; nothing of it touches the disk."""

    desk: Desk

    def __call__(self, paper_id: str, page: int = 0) -> Leaf:
        """Return what shows; NotFound when the file is elsewhere, Damaged when it does not prove itself."""
        content, mime = _content(self.desk, paper_id)
        if mime.startswith("image/"):
            return Leaf(paper_id, picture=content)
        if mime == "application/pdf":
            try:
                picture, pages = intake.page(content, page, Stop())
            except Refusal as refusal:
                raise NotTaken(refusal.why) from None
            return Leaf(paper_id, page, pages, picture)
        if mime in {"text/plain", INK_MIME}:
            return Leaf(paper_id, words=content[:LONGEST_TEXT].decode("utf-8", "replace"))
        return Leaf(paper_id)


@dataclass(frozen=True, slots=True)
class WantPaper:
    """Asks for the file of a paper that is with the agency; it comes when there is a connection."""

    desk: Desk

    def __call__(self, paper_id: str) -> Changed:
        """Keep the wish."""
        with self.desk.write("attachment.want") as conn:
            address, _mime = papers.address_of(conn, paper_id)
            blob_traffic.want(conn, address)
            row = row_of(conn, "attachment", paper_id)
        return Changed.of(f"f:{row['family_id']}", "attachment")


@dataclass(frozen=True, slots=True)
class SaveCopy:
    """Writes a readable copy of a paper where the worker says; outside the vault nothing protects it."""

    desk: Desk

    def __call__(self, paper_id: str, to: Path) -> int:
        """Write it and return its size; a file that is there already stays whole until all of it is written."""
        content, _mime = _content(self.desk, paper_id)
        write_atomically(to, content)
        return len(content)


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Makes papers of files from outside: judged by content, pixels made anew, never rendered. Keeps nothing yet."""

    def file(self, path: Path, stop: Stop) -> Taken:
        """Return a file as a paper; NotTaken says why not, Cancelled that somebody stopped it."""
        try:
            return intake.take_file(path, stop)
        except Refusal as refusal:
            raise NotTaken(refusal.why) from None

    def pasted(self, data: bytes, name: str, stop: Stop) -> Taken:
        """Return pasted bytes as a paper."""
        try:
            return intake.take_bytes(data, name, stop)
        except Refusal as refusal:
            raise NotTaken(refusal.why) from None


@dataclass(frozen=True, slots=True)
class KeepPaper:
    """Keeps a paper: its encrypted file, its thumbnail and its row, all or nothing."""

    desk: Desk

    def __call__(self, family_id: str, taken: Taken, tags: Tags = NO_TAGS) -> Made:
        """Keep it; DiskFull leaves everything as it was."""
        return _keep(self.desk, family_id, taken, tags)


@dataclass(frozen=True, slots=True)
class InkBegun:
    """An ink page that is being drawn: its strokes, and the contact it belongs to, if to one."""

    strokes: str = ""
    contact_id: str = ""


@dataclass(frozen=True, slots=True)
class InkBegunOf:
    """Reads the ink page of a family that was begun and not kept yet."""

    desk: Desk

    def __call__(self, family_id: str) -> InkBegun:
        """Return it; an empty one when there is none."""
        with self.desk.read() as conn:
            return InkBegun(*begun_ink.read(conn, family_id))


@dataclass(frozen=True, slots=True)
class KeepInkBegun:
    """Keeps an ink page while it is being drawn, so that nothing is lost when the program ends."""

    desk: Desk

    def __call__(self, family_id: str, begun: InkBegun) -> Changed:
        """Keep the strokes so far; without any, forget the page."""
        with self.desk.write("draft.keep") as conn:
            begun_ink.keep(conn, family_id, begun.strokes, begun.contact_id)
        return Changed()


@dataclass(frozen=True, slots=True)
class KeepInkPage:
    """Keeps an ink page as a paper: its strokes as they were drawn, and a picture of it for the list."""

    desk: Desk

    def __call__(self, family_id: str, strokes: str, thumb: bytes, tags: Tags = NO_TAGS) -> Made:
        """Keep it, and forget that it was being drawn; BadInput when nothing was drawn."""
        if not strokes:
            raise BadInput("ink", "empty")
        taken = Taken(PaperKind.INK, tags.name, INK_MIME, strokes.encode(), thumb, self.desk.today())
        return _keep(self.desk, family_id, taken, tags, ends_ink=True)


@dataclass(frozen=True, slots=True)
class EditPaper:
    """Amends what is said about a paper, field by field; the file itself never changes."""

    desk: Desk

    def __call__(self, paper_id: str, given: Mapping[str, Given]) -> Changed:
        """Keep the fields given; BadInput names the one that cannot be taken."""
        values = {name: _read(name, value) for name, value in given.items()}
        with self.desk.write("attachment.edit") as conn:
            row = row_of(conn, "attachment", paper_id)
            keep_unseen(conn, row, values)
            records.update(conn, "attachment", paper_id, values)
        return Changed.of(f"f:{row['family_id']}", "attachment")


def _keep(desk: Desk, family_id: str, taken: Taken, tags: Tags, *, ends_ink: bool = False) -> Made:
    now, by, folder = desk.now(), desk.me.user_id, desk.vault.folder
    paper_id = desk.new_id()
    with desk.write("attachment.add") as conn:
        address, path = blobs.keep(conn, folder, taken.data, at=instant(now))
        try:
            thumb, _ = blobs.keep(conn, folder, taken.thumb, at=instant(now)) if taken.thumb else ("", None)
        except EngageError:
            blobs.drop(path)
            raise
        values = {"family_id": family_id, **_values(taken, tags, address, thumb)}
        records.insert(conn, "attachment", paper_id, values, by=by, at=now)
        if ends_ink:
            begun_ink.keep(conn, family_id, "", "")
    changed = Changed.of(f"f:{family_id}", "attachment")
    return Made(changed.entities, changed.buckets, paper_id)


def _read(name: str, value: Given) -> Value:
    if name in TEXTS and isinstance(value, str):
        words = value.strip() if name == "note" else clean_name(value)
        if len(words) > TEXTS[name]:
            raise BadInput(name, "too_long")
        return words or None
    if name == "kind" and isinstance(value, str) and value in set(PaperKind):
        return value
    if name == "taken_on" and (value is None or isinstance(value, date)):
        return value.isoformat() if value else None
    if name == "person_ids" and isinstance(value, tuple):
        return records.member_text(value)
    raise BadInput(name)


def _values(taken: Taken, tags: Tags, address: str, thumb: str) -> dict[str, Value]:
    return {
        "kind": tags.kind or str(taken.kind),
        "sha256": address,
        "thumb_sha256": thumb or None,
        "size": len(taken.data),
        "mime": taken.mime,
        "name": clean_name(tags.name) or taken.name or None,
        "note": tags.note.strip()[:LONGEST_NOTE] or None,
        "taken_on": taken.taken_on.isoformat() if taken.taken_on else None,
        "person_ids": records.member_text(tags.person_ids),
        "contact_id": tags.contact_id or None,
        "about_entity": tags.about_entity or None,
        "about_id": tags.about_id or None,
    }


def _content(desk: Desk, paper_id: str) -> tuple[bytes, str]:
    with desk.read() as conn:
        address, mime = papers.address_of(conn, paper_id)
        content = blobs.read(conn, desk.vault.folder, address)
    if not content:
        raise NotFound("file")
    return content, mime
