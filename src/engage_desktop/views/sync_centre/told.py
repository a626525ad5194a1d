"""What a piece of work is called, and what stands in the two versions, in the words of people."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject

from engage_desktop.views.kit.words import clock
from engage_desktop.views.sync_centre.family_words import FamilyWords
from engage_desktop.views.sync_centre.ground import Ground
from engage_domain.conflicts import Choice, Conflict, ConflictKind, FieldPair, Piece, Version
from engage_wire.clock import parse_instant
from engage_wire.ids import is_id
from engage_wire.merge import read_members
from engage_wire.registry import Kind, Value

LONGEST = 56
MAIN_TYPES = ("home_visit", "family_meeting", "court", "parent_child_visit", "diligent_search", "collateral")


def shortened(words: str) -> str:
    """Return the beginning of a text, cut between words."""
    line = " ".join(words.split())
    if len(line) <= LONGEST:
        return line
    return f"{line[: LONGEST + 1].rsplit(' ', 1)[0][:LONGEST]}…"


class Told(QObject):
    """Turns pieces of work and versions into words."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._words = ground, ground.words
        self._family = FamilyWords(self)

    def piece(self, piece: Piece) -> str:
        """Return what a piece of work is, in a few words."""
        if piece.is_protected:
            return self.tr("Something kept under Safety")
        if piece.kind == "contact":
            return self._contact(piece)
        name = self._named_by_code(piece) or self._kinds().get(piece.kind, self.tr("A change"))
        about = shortened(piece.words) or self._code(piece)
        return self.tr("{what}: {about}").format(what=name, about=about) if about else name

    def piece_with_family(self, piece: Piece) -> str:
        """Return what a piece of work is, and of which family."""
        parts = (self.piece(piece), "" if piece.is_protected or piece.kind == "family" else piece.family)
        return " · ".join(part for part in parts if part)

    def when(self, at: datetime | None) -> str:
        """Return the time of today, else the day."""
        if at is None:
            return ""
        here = at.astimezone(self._ground.zone)
        if here.date() == self._ground.today():
            return clock(here.time())
        return self._words.day_near(here.date(), self._ground.today())

    def moment(self, at: datetime | None) -> str:
        """Return a moment as people say it from now."""
        return self._words.moment(at, self._ground.now()) if at else ""

    def who(self, version: Version) -> str:
        """Return who wrote a version."""
        if version.is_me:
            return self.tr("You wrote")
        return self.tr("{name} wrote").format(name=version.author or self.tr("Somebody"))

    def sides(self, conflict: Conflict) -> tuple[str, str]:
        """Return what both versions are called: theirs and mine, or by their authors when neither is mine."""
        if conflict.mine.is_me:
            return self.tr("theirs"), self.tr("mine")
        somebody = self.tr("somebody’s")
        names = [
            self.tr("{name}’s").format(name=v.author) if v.author else somebody
            for v in (conflict.theirs, conflict.mine)
        ]
        return names[0], names[1]

    def from_where(self, version: Version) -> str:
        """Return when and where a version was written."""
        where = self.tr("this laptop") if version.is_from_here else self.tr("another laptop")
        if version.at is None:
            return where
        return ", ".join((self.moment(version.at), where))

    def title(self, conflict: Conflict) -> str:
        """Return the one question of a pair of versions."""
        kinds = {
            ConflictKind.TEXT_MERGED: self.tr("Both versions were joined"),
            ConflictKind.EDIT_DELETE: self.tr("One of you removed it, the other went on"),
            ConflictKind.IMMUTABLE: self.tr("Written after the note was final"),
            ConflictKind.SIGN_STALE: self.tr("The note changed before it was final"),
            ConflictKind.INVALID: self.tr("The agency could not take this"),
            ConflictKind.HELD: self.tr("Waiting for the supervisor"),
        }
        if conflict.kind in kinds:
            return kinds[conflict.kind]
        things = {
            "action_step": self.tr("Two versions of one promise"),
            "contact_body": self.tr("Two versions of one note"),
            "contact": self.tr("Two versions of one contact"),
            "person": self.tr("Two versions about one person"),
            "case_member": self.tr("Two versions about one person"),
            "appointment": self.tr("Two versions of one appointment"),
            "placement": self.tr("Two versions of one placement"),
            "family": self.tr("Two versions of one family’s name"),
        }
        things |= self._family.titles()
        return things.get(conflict.entity, self.tr("Two versions of one thing"))

    def rule(self, code: str) -> str:
        """Return what the agency's rule asks for, when it is one we can name."""
        return self._family.rules().get(code, "")

    def text(self, conflict: Conflict, side: str) -> str:
        """Return one side as words: `theirs`, `mine` or `standing`; several fields line by line."""
        one = len(conflict.fields) == 1
        lines = []
        for pair in conflict.fields:
            value = self.value(pair, getattr(pair, side), conflict)
            name = self.field(pair)
            lines.append(
                value if one or not name else self.tr("{name}: {value}").format(name=name, value=value or "–")
            )
        return "\n".join(lines)

    def value(self, pair: FieldPair, value: Value, conflict: Conflict) -> str:
        """Return what stands in a field."""
        if pair.name == "deleted_at":
            return self.tr("Removed") if value else self.tr("Kept")
        if value is None:
            return ""
        words = self._words
        if pair.kind is Kind.CODE:
            return words.word(pair.vocabulary, str(value))
        if pair.kind is Kind.CODES:
            members = sorted(read_members(value))
            return words.listed([conflict.names.get(m) or words.word(pair.vocabulary, m) for m in members])
        if pair.kind is Kind.BOOL:
            return self.tr("yes") if value else self.tr("no")
        return self._plain(pair, str(value), conflict)

    def field(self, pair: FieldPair) -> str:
        """Return what a field is called."""
        if self._words.knows("body_section", pair.name):
            return self._words.word("body_section", pair.name)
        return self._fields().get(pair.name) or self._family.fields().get(pair.name, "")

    def choice(self, choice: Choice) -> str:
        """Return what was decided."""
        return {
            Choice.THEIRS: self.tr("theirs stays"),
            Choice.MINE: self.tr("mine stays"),
            Choice.COMBINED: self.tr("one text out of both"),
            Choice.BOTH: self.tr("both stay, one after the other"),
            Choice.ACCEPTED: self.tr("it stays as it is"),
            Choice.ADDENDUM: self.tr("added to the note"),
            Choice.UNDONE: self.tr("undone; what stood before stands again"),
        }[choice]

    def parked(self, kind: ConflictKind, rule: str = "") -> tuple[str, str]:
        """Return why something was not taken as written, and what that means for the work."""
        if self.rule(rule):
            kept = self.tr("Your words are kept. Write it again so that it can be taken.")
            return self.rule(rule), kept
        known = {
            ConflictKind.IMMUTABLE: (
                self.tr("The note was final already"),
                self.tr("Final notes stay as they are. Your words are kept; add them as an addendum."),
            ),
            ConflictKind.SIGN_STALE: (
                self.tr("The note changed on its way"),
                self.tr("Somebody else wrote in it before it was final. Look at it again, then finalise."),
            ),
            ConflictKind.HELD: (
                self.tr("The family has moved to a colleague"),
                self.tr("Your work is kept at the agency. The supervisor decides whether it goes in."),
            ),
            ConflictKind.ROLE: (
                self.tr("Your role may not write this"),
                self.tr("Your words are kept at the agency. Ask your supervisor to write it down."),
            ),
            ConflictKind.INVALID: (
                self.tr("Something it belongs to is missing at the agency"),
                self.tr(
                    "Your words are kept. Write it again if it still matters, or ask the agency’s help desk."
                ),
            ),
            ConflictKind.HAS_CHILDREN: (
                self.tr("It still has parts that others wrote"),
                self.tr("It was not removed. Look at what was added since."),
            ),
        }
        plain = (
            self.tr("Kept at the agency, not taken as written"),
            self.tr("Your words are kept. Two versions may follow to decide."),
        )
        return known.get(kind, plain)

    def _contact(self, piece: Piece) -> str:
        types = piece.codes[1:]
        main = next((code for code in MAIN_TYPES if code in types), types[0] if types else "")
        kind = self._words.word("contact_type", main)
        name = self.tr("Draft") if piece.codes[:1] == ("draft",) else self.tr("Note")
        parts = [name, kind[:1].lower() + kind[1:], self.when(piece.at)]
        return ", ".join(part for part in parts if part)

    def _code(self, piece: Piece) -> str:
        vocabularies = {
            "appointment": "appointment_kind",
            "placement": "placement_kind",
            "contact_point": "contact_point_kind",
            "relationship": "relationship_type",
            "support": "support_kind",
            "timeline_entry": "timeline_kind",
            "search_effort": "search_source",
        }
        vocabulary = vocabularies.get(piece.kind, "")
        return self._words.word(vocabulary, piece.codes[0]) if vocabulary and piece.codes else ""

    def _plain(self, pair: FieldPair, value: str, conflict: Conflict) -> str:
        try:
            if pair.kind is Kind.DATE:
                return self._words.day(date.fromisoformat(value), self._ground.today())
            if pair.kind is Kind.INSTANT:
                return self._words.moment(parse_instant(value), self._ground.now())
        except ValueError:
            return value
        if pair.kind is Kind.JSON:
            return self.tr("a drawing")
        if pair.kind is Kind.ID and is_id(value):
            return conflict.names.get(value) or self.tr("something written elsewhere")
        return value

    def _named_by_code(self, piece: Piece) -> str:
        """Return a kind that its code names better: a safety plan, a worry, a scan."""
        vocabularies = {"plan": "plan_kind", "statement": "statement_kind", "attachment": "attachment_kind"}
        vocabulary = vocabularies.get(piece.kind, "")
        return self._words.word(vocabulary, piece.codes[0]) if vocabulary and piece.codes else ""

    def _kinds(self) -> dict[str, str]:
        return {
            "person": self.tr("Person"),
            "family": self.tr("Family"),
            "appointment": self.tr("Appointment"),
            "action_step": self.tr("Promise"),
            "addendum": self.tr("Addendum"),
            "placement": self.tr("Placement"),
            "contact_point": self.tr("How to reach"),
            "relationship": self.tr("Tie"),
            "household": self.tr("Household"),
            "attachment": self.tr("Photo or scan"),
            "task": self.tr("Something to do"),
            "case_period": self.tr("Case"),
            "assignment": self.tr("Who works with the family"),
        } | self._family.kinds()

    def _fields(self) -> dict[str, str]:
        return {
            "what": self.tr("What"),
            "by_when": self.tr("By when"),
            "status": self.tr("How it stands"),
            "outcome_note": self.tr("What became of it"),
            "how_we_know": self.tr("How we will know"),
            "plan_b": self.tr("If it gets hard"),
            "who_person_id": self.tr("Who"),
            "who_user_id": self.tr("Who of us"),
            "first_name": self.tr("First name"),
            "last_name": self.tr("Family name"),
            "preferred_name": self.tr("Called"),
            "birth_date": self.tr("Born"),
            "birth_estimated": self.tr("Estimated"),
            "name": self.tr("Name"),
            "role": self.tr("To the family"),
            "from_on": self.tr("From"),
            "to_on": self.tr("Until"),
            "whereabouts": self.tr("Where they are"),
            "kind": self.tr("Kind"),
            "with_whom": self.tr("With whom"),
            "household_id": self.tr("Household"),
            "value": self.tr("Number or address"),
            "confidentiality": self.tr("What it is"),
            "starts_at": self.tr("From"),
            "ends_at": self.tr("Until"),
            "place": self.tr("Where"),
            "purpose": self.tr("What for"),
            "event_start": self.tr("Began"),
            "event_end": self.tr("Ended"),
            "method": self.tr("How"),
            "location": self.tr("Where"),
            "program": self.tr("Program"),
            "case_no": self.tr("Case number"),
            "permanency_goal": self.tr("Where the child is to live"),
            "next_court_on": self.tr("Next day in court"),
            "quality": self.tr("How it is between them"),
            "type": self.tr("Kind"),
            "text": self.tr("Words"),
        }
