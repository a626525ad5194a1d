"""Where the work is, in words, and what stands in the way of keeping it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engage_desktop.errors import BadInput, DiskFull, EngageError, NotAllowed
from engage_desktop.views.contact_words import ContactWords

translate = QCoreApplication.translate


def saved_words(words: ContactWords) -> str:
    """Return that everything is kept, to the second."""
    return translate("Saying", "Saved %1 on this laptop").replace("%1", f"{words.now():%H:%M:%S}")


def kept_words() -> str:
    """Return that everything is kept, before anything was written here."""
    return translate("Saying", "Everything here is kept on this laptop")


def trouble_words(error: EngageError) -> str:
    """Return what happened, that the work is safe, and what to do."""
    if isinstance(error, NotAllowed):
        return translate("Saying", "This note is final; later thoughts go in an addendum.")
    if isinstance(error, BadInput):
        return translate("Saying", "That cannot be taken as it is; nothing was changed.")
    if isinstance(error, DiskFull):
        return translate(
            "Saying", "The disk is full. Your words stay here; make room, and they are kept by themselves."
        )
    return translate(
        "Saying", "That could not be kept yet. Your words stay here; it is tried again by itself."
    )
