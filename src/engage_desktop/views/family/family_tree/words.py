"""How a family tree file is told: why it is refused, what was noticed in it, what has no place here."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engage_desktop.views.family.ground import Ground
from engage_domain.gedcom.faults import FaultCode, Notice, WarningCode
from engage_domain.gedcom.intake import Refused, TreeLine
from engage_domain.gedcom.matching import Known
from engage_domain.gedcom.proposals import Left


class TreeWords(QObject):
    """Turns what a file holds into sentences."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._words = ground.words

    def refused(self, refused: Refused) -> str:
        """Return why a file cannot be taken, with its line."""
        if refused.code is None:
            return self.tr("The file cannot be opened. Perhaps it was moved, or another program holds it.")
        why = self._faults()[refused.code].format(what=refused.detail)
        if refused.line > 1 or refused.code is FaultCode.MISSING_HEADER:
            return self.tr("Line {line}: {why}").format(line=refused.line, why=why)
        return why

    def notice(self, notice: Notice) -> str:
        """Return one thing that was noticed, with its line."""
        said = self._notices()[notice.code].format(what=notice.tag or notice.detail)
        return self.tr("Line {line}: {what}").format(line=notice.line, what=said)

    def left(self, what: Left) -> str:
        """Return what kind of thing stays behind."""
        return {
            Left.BIRTH_DATE: self.tr("birth, more exactly or more vaguely than a day"),
            Left.BIRTH_PLACE: self.tr("place of birth"),
            Left.DEATH_DATE: self.tr("death, without a day"),
            Left.DEATH_PLACE: self.tr("place of death"),
            Left.DEATH_CAUSE: self.tr("cause of death"),
            Left.ADOPTION: self.tr("day of adoption"),
            Left.ASSOCIATION: self.tr("a tie we have no word for"),
            Left.NAME: self.tr("one more name"),
            Left.NOTE: self.tr("note"),
            Left.UNION_DATE: self.tr("couple, without a day"),
            Left.UNION_PLACE: self.tr("place of the wedding"),
            Left.ENGAGEMENT: self.tr("engagement"),
            Left.SEALING: self.tr("sealing"),
        }[what]

    def around(self, line: TreeLine) -> str:
        """Return who somebody is in the tree: born, parents, partners, children."""
        one = line.person
        parts = []
        if one.birth_date is not None or one.birth_text:
            born = one.birth_text or (str(one.birth_date.year) if one.birth_date else "")
            parts.append(self.tr("born {when}").format(when=born))
        if one.is_deceased:
            died = str(one.deceased_on.year) if one.deceased_on else ""
            parts.append(self.tr("died {when}").format(when=died) if died else self.tr("died"))
        told = (
            (self.tr("child of {names}"), line.parents),
            (self.tr("with {names}"), line.partners),
            (self.tr("parent of {names}"), line.children),
        )
        parts += [words.format(names=self._words.listed(names)) for words, names in told if names]
        return " · ".join(parts)

    def name(self, line: TreeLine) -> str:
        """Return a name, or that nobody knows it."""
        return line.person.called or self.tr("Name not known")

    def known(self, known: Known) -> str:
        """Return somebody who is written down already."""
        name = " ".join(part for part in (known.preferred_name or known.first_name, known.last_name) if part)
        return f"{name}, {known.birth_date.year}" if known.birth_date else name

    def _faults(self) -> dict[FaultCode, str]:
        return {
            FaultCode.EMPTY: self.tr("The file is empty."),
            FaultCode.TOO_LARGE: self.tr("The file is larger than 64 MB."),
            FaultCode.NOT_TEXT: self.tr("This is not a text file, so it is no family tree."),
            FaultCode.MISSING_HEADER: self.tr("a family tree begins with HEAD, and this file does not."),
            FaultCode.UNREADABLE_LINE: self.tr("this line has no level and no tag."),
            FaultCode.INVALID_LEVEL: self.tr("the level of {what} does not follow from the line before it."),
            FaultCode.MISSING_REFERENCE: self.tr("{what} is named, but nobody in the file is called so."),
            FaultCode.WRONG_REFERENCE: self.tr("{what} is named as something that it is not."),
            FaultCode.DUPLICATE_REFERENCE: self.tr("{what} is the mark of two records."),
            FaultCode.ANCESTOR_CYCLE: self.tr("{what} would be their own ancestor."),
        }

    def _notices(self) -> dict[WarningCode, str]:
        return {
            WarningCode.NOT_KEPT: self.tr("{what} is not kept"),
            WarningCode.BOOKKEEPING: self.tr("{what} belongs to the program that wrote the file"),
            WarningCode.LEVEL_MENDED: self.tr("a level was mended"),
            WarningCode.LINE_MENDED: self.tr("a broken line was joined"),
            WarningCode.CONTROL_CHARACTERS: self.tr("unreadable signs were left out"),
            WarningCode.OTHER_ENCODING: self.tr("the letters are written in another way than the file says"),
            WarningCode.UNDECODABLE: self.tr("a letter could not be read"),
            WarningCode.NO_VERSION: self.tr("the file does not say its version"),
            WarningCode.OTHER_VERSION: self.tr("the file is of another version"),
            WarningCode.NO_TRAILER: self.tr(
                "the file ends without its last line; perhaps something is missing"
            ),
            WarningCode.ONE_SIDED_LINK: self.tr("a tie is told by one side only; it was kept"),
            WarningCode.DUPLICATE_LINK: self.tr("a tie is told twice; it was kept once"),
            WarningCode.WITH_ONESELF: self.tr("somebody is tied to themselves; that was left out"),
            WarningCode.TOO_MANY_PARTNERS: self.tr("a couple has more than two partners"),
            WarningCode.DATE_AS_TEXT: self.tr("a day is written in words"),
        }
