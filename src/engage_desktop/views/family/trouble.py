"""What went wrong, in one clear sentence, and the way on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engage_desktop.errors import (
    BadInput,
    Damaged,
    DiskFull,
    EngageError,
    NotAllowed,
    NotFound,
    ReadOnlyFolder,
)


class Trouble(QObject):
    """Turns an expected failure into a sentence."""

    def of(self, error: EngageError) -> str:
        """Return what went wrong and the way on."""
        if isinstance(error, BadInput):
            return self._bad_input(error)
        if isinstance(error, NotAllowed) and error.code == "I-21":
            return self.tr("Somebody with a substitute address cannot have an actual one written down.")
        if isinstance(error, NotAllowed) and error.code == "person_rests":
            return self.tr("While a safety review is open, nothing is arranged with that person.")
        if isinstance(error, NotAllowed) and error.code == "said_since":
            return self.tr("Somebody has said something else about it meanwhile, so it stays as it is.")
        said: dict[type[EngageError], str] = {
            NotFound: self.tr("That is not on this laptop any more. Everything you wrote elsewhere is kept."),
            DiskFull: self.tr("The disk is full. Nothing already kept is lost; make room and try again."),
            ReadOnlyFolder: self.tr(
                "This folder cannot be written to just now. Nothing already kept is lost."
            ),
            Damaged: self.tr("The files of this laptop answer with damage. Settings shows the copies."),
        }
        plain = self.tr("That did not work just now. Everything already kept is safe; try again.")
        return said.get(type(error), plain)

    def _bad_input(self, error: BadInput) -> str:
        said = {
            "not_a_date": self.tr("That is not a day. Write it like 3/14/2012 or 14 March 2012."),
            "in_future": self.tr("That day is still to come. A day of birth lies in the past."),
            "due_too_late": self.tr("A child is due within ten months. Please look at the year."),
            "before_birth": self.tr("That day lies before the birth."),
            "not_yet": self.tr("That day is still to come."),
            "too_long_ago": self.tr("That is more than 120 years ago. Please look at the year."),
            "not_an_age": self.tr("An age is a number of years, like 7 or 43."),
            "before_start": self.tr("The end lies before the beginning."),
            "too_long": self.tr("That is too long for one line."),
            "same_person": self.tr("Choose somebody else: a tie needs two people."),
        }
        if error.code in said:
            return said[error.code]
        if error.code == "empty" and error.field in {"first_name", "last_name"}:
            return self.tr("A person needs a name, even if it is only what people call them.")
        return self.tr("Something is still missing here.")
