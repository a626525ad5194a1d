"""How papers are told: why a file is not taken, how large it is, where it is, and what may be added."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engage_desktop.errors import DiskFull, EngageError
from engage_desktop.services.papers import NotTaken, Why
from engage_domain.papers import MOST_BYTES, Paper, PaperKind, Whereabouts

ICONS = {
    PaperKind.PHOTO: "image",
    PaperKind.SCAN: "scan-line",
    PaperKind.INK: "pen-tool",
    PaperKind.DOCUMENT: "file-text",
    PaperKind.AUDIO: "mic",
}
MEGABYTE, KILOBYTE = 1 << 20, 1 << 10


def icon_of(kind: str) -> str:
    """Return the sign of a kind of paper."""
    return ICONS.get(PaperKind(kind), "file-text") if kind in set(PaperKind) else "file-text"


class PaperWords(QObject):
    """Turns what is known of papers into a few words."""

    def limits(self) -> str:
        """Return what can be added."""
        return self.tr(
            "Photos and scans (JPEG, PNG, WebP, PDF), recordings (WAV, MP3, M4A, OGG), office documents and plain "
            "text, up to {size} each. Place and camera are taken out of every photo."
        ).format(size=self.size(MOST_BYTES))

    def endings(self) -> str:
        """Return the kinds a file chooser shows first."""
        pictures = "*.jpg *.jpeg *.png *.webp *.gif *.bmp *.pdf"
        others = "*.wav *.mp3 *.m4a *.ogg *.opus *.docx *.xlsx *.pptx *.odt *.ods *.txt"
        known, every = self.tr("Papers"), self.tr("All files")
        return f"{known} ({pictures} {others});;{every} (*)"

    def size(self, size: int) -> str:
        """Say how large a file is."""
        if size >= MEGABYTE:
            return f"{size / MEGABYTE:.0f} MB" if size >= 10 * MEGABYTE else f"{size / MEGABYTE:.1f} MB"
        return f"{max(1, round(size / KILOBYTE))} KB"

    def whereabouts(self, paper: Paper) -> str:
        """Say where the file of a paper is."""
        if paper.whereabouts is Whereabouts.ELSEWHERE and paper.at_agency:
            return self.tr("This file is with the agency, not on this laptop")
        return self.said(paper.whereabouts)

    def said(self, where: Whereabouts) -> str:
        """Say where a file is."""
        return {
            Whereabouts.ONLY_HERE: self.tr("This file is on this laptop only"),
            Whereabouts.HERE: self.tr("With the agency, and on this laptop"),
            Whereabouts.ELSEWHERE: self.tr("This file is on another laptop"),
        }[where]

    def failure(self, error: EngageError) -> str:
        """Say in one sentence why something was not added."""
        if isinstance(error, NotTaken):
            return self.refusal(error.why)
        if isinstance(error, DiskFull):
            return self.tr("The disk is full. Nothing already kept is lost; make room and add it again.")
        return self.tr("That did not work just now. Everything already kept is safe; try again.")

    def refusal(self, why: Why) -> str:
        """Say in one sentence why a file is not taken, and what to do instead."""
        return {**self._refused_kinds(), **self._refused_states()}[why]

    def _refused_kinds(self) -> dict[Why, str]:
        return {
            Why.VECTOR: self.tr("It is a drawing that can hold programs (SVG). Save it as PNG and add that."),
            Why.WEB_PAGE: self.tr(
                "It is a web page, which can reach for the network. Print it to PDF and add that."
            ),
            Why.PROGRAM: self.tr("It is a program, and programs are never kept here."),
            Why.ARCHIVE: self.tr("It is an archive. Unpack it and add the files you need."),
            Why.MACROS: self.tr("It holds macros, which are programs. Save it as PDF and add that."),
            Why.BOMB: self.tr("It would unpack to an enormous size, as harmful files do. It was not opened."),
            Why.HEIC: self.tr(
                "It is a photo in HEIC form. Set the phone to “most compatible”, or share it as JPEG, and add that."
            ),
            Why.OLD_OFFICE: self.tr(
                "It is an old office file, which can hold programs. Save it as PDF and add that."
            ),
            Why.OTHER_PICTURE: self.tr(
                "This kind of picture cannot be kept. Save it as JPEG, PNG or PDF and add that."
            ),
            Why.UNKNOWN: self.tr("What it is cannot be told from its content, so it was not opened."),
        }

    def _refused_states(self) -> dict[Why, str]:
        return {
            Why.EMPTY: self.tr("The file is empty."),
            Why.TOO_LARGE: self.tr(
                "It is larger than {size}. A smaller scan, or fewer pages, will fit."
            ).format(size=self.size(MOST_BYTES)),
            Why.BROKEN: self.tr("It is damaged or not what it claims to be, so it cannot be shown."),
            Why.TOO_MANY_PIXELS: self.tr(
                "It claims to have more pixels than any camera here makes. It was not opened."
            ),
            Why.LOCKED_PDF: self.tr("It is locked with a password of its own, so it cannot be shown here."),
            Why.UNREADABLE: self.tr("The file cannot be read. Is it still where it was?"),
            Why.BUSY: self.tr("Looking into it took too long, so it was stopped."),
        }
