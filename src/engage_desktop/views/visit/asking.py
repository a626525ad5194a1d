"""The questions of the board that are answered with one name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from engage_desktop.views.visit.who_sheet import Choice, WhoSheet
from engage_domain.visit import Contact

ME = "me"
GUEST = "name:"
translate = QCoreApplication.translate


def ask_whose_words(parent: QWidget, contact: Contact) -> WhoSheet:
    """Ask whose words they were."""
    return _ask(parent, contact, translate("Asking", "Whose words?"), "plum")


def ask_who_promised(parent: QWidget, contact: Contact) -> WhoSheet:
    """Ask whose promise it is; `ME` is the worker."""
    mine = Choice(ME, translate("Asking", "I did"), "handshake")
    return _ask(parent, contact, translate("Asking", "Who promised?"), "info", mine)


def ask_who_came(parent: QWidget, contact: Contact) -> WhoSheet:
    """Ask who else came in: the rest of the family, or any name."""
    others = [Choice(p.person_id, p.name) for p in contact.people if p.person_id and not p.on_board]
    other = translate("Asking", "Somebody else")
    sheet = WhoSheet(parent, translate("Asking", "Who came in?"), others, other_label=other)
    if not others:
        sheet.other.setFocus()
    return sheet


def ask_who_left(parent: QWidget, contact: Contact) -> WhoSheet | None:
    """Ask who has gone; nobody is asked about when nobody is here."""
    here = [Choice(p.participant_id, p.name) for p in contact.people if p.here]
    return WhoSheet(parent, translate("Asking", "Who left?"), here) if here else None


def who(sheet: WhoSheet) -> tuple[str, str]:
    """Return who it was: a person, or a name alone; a guest of this visit is known by name alone."""
    key, name = sheet.said
    return ("", key.removeprefix(GUEST)) if key.startswith(GUEST) else (key, name)


def _ask(parent: QWidget, contact: Contact, title: str, tone: str, *before: Choice) -> WhoSheet:
    here = [Choice(p.person_id or GUEST + p.name, p.name) for p in contact.people if p.here]
    away = [Choice(p.person_id, p.name) for p in contact.people if not p.here and p.person_id]
    other = translate("Asking", "Somebody else")
    return WhoSheet(parent, title, [*before, *here], away, tone=tone, other_label=other)
