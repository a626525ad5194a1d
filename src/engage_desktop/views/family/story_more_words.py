"""How plans, services, what was said, lives, searches and papers are told in the story."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from engage_desktop.views.family.ground import Ground
from engage_domain.story import StoryEntry, StoryKind

ChipWords = tuple[str, str, str]  # label, tone, icon
ICONS = {
    StoryKind.COURT: "gavel",
    StoryKind.PLAN: "clipboard-list",
    StoryKind.POSITION: "handshake",
    StoryKind.GOAL: "flag",
    StoryKind.SERVICE: "hand-heart",
    StoryKind.STATEMENT: "message-square-quote",
    StoryKind.SCALE: "scale",
    StoryKind.LIFE: "footprints",
    StoryKind.SEARCH: "search",
    StoryKind.PAPER: "paperclip",
}
TONES = {
    StoryKind.COURT: "clay",
    StoryKind.PLAN: "primary",
    StoryKind.POSITION: "primary",
    StoryKind.GOAL: "good",
    StoryKind.SERVICE: "info",
    StoryKind.STATEMENT: "plum",
    StoryKind.SCALE: "plum",
    StoryKind.LIFE: "plum",
    StoryKind.SEARCH: "sand",
    StoryKind.PAPER: "sand",
}
MORE = frozenset(ICONS)
STATEMENT_ICONS = {
    "strength": "sprout",
    "well": "sun",
    "worry": "cloud",
    "idea": "lightbulb",
    "next": "footprints",
}
STATEMENT_TONES = {"strength": "good", "well": "good", "worry": "clay", "need": "warn"}
PAPER_ICONS = {"photo": "image", "scan": "scan-line", "ink": "pen-tool", "audio": "mic"}
LIFE_ICONS = {
    "home": "house",
    "school": "school",
    "joy": "sun",
    "health": "stethoscope",
    "person": "user-plus",
}
STATUS_CHIPS = {
    "agreed": ("good", "check"), "approved": ("good", "check"), "agree": ("good", "check"),
    "with_reservations": ("warn", "circle-alert"), "disagree": ("clay", "x"), "abstain": ("sand", "minus"),
    "declined": ("clay", "x"), "expired": ("clay", "hourglass"), "closed": ("sand", "archive"),
    "reached": ("good", "flag"), "completed": ("good", "check"), "active": ("good", "check"),
    "not_available": ("clay", "circle-slash"), "unsuitable": ("clay", "circle-slash"), "waitlisted": ("warn", "hourglass"),
    "found": ("good", "check"), "lead": ("info", "search"), "refused": ("clay", "x"), "nothing": ("sand", "minus"),
    "waiting": ("warn", "hourglass"), "resolved": ("good", "check"),
}  # fmt: skip
STATUS_WORDS = {
    StoryKind.PLAN: "plan_status",
    StoryKind.POSITION: "plan_position",
    StoryKind.GOAL: "goal_status",
    StoryKind.SEARCH: "search_result",
}


class MoreWords(QObject):
    """Tells the entries that are neither contacts nor what comes of them."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._words = ground, ground.words

    def icon(self, entry: StoryEntry) -> str:
        """Return the sign of an entry."""
        own = {
            StoryKind.STATEMENT: STATEMENT_ICONS,
            StoryKind.PAPER: PAPER_ICONS,
            StoryKind.LIFE: LIFE_ICONS,
        }.get(entry.kind, {})
        return own.get(_code(entry), ICONS[entry.kind])

    def tone(self, entry: StoryEntry) -> str:
        """Return the tone of an entry."""
        if entry.kind is StoryKind.STATEMENT:
            return STATEMENT_TONES.get(_code(entry), "plum")
        return TONES[entry.kind]

    def title(self, entry: StoryEntry) -> str:
        """Return what it is, and whose."""
        names = self._words.listed(entry.names)
        what = self._what(entry)
        if entry.kind is StoryKind.STATEMENT and not names and entry.reason:
            names = self._words.word("statement_source", entry.reason)
        return f"{what} · {names}" if names else what

    def about(self, entry: StoryEntry) -> str:
        """Return what else there is to know of it, in a few words."""
        parts = self._parts(entry, self._words.word)
        return " · ".join(part for part in parts if part)

    def chips(self, entry: StoryEntry) -> list[ChipWords]:
        """Return what became of it."""
        vocabulary = STATUS_WORDS.get(entry.kind, "")
        if entry.kind is StoryKind.SERVICE and entry.event == "asked":
            vocabulary = "referral_status"
        if not vocabulary or not entry.status:
            return []
        tone, icon = STATUS_CHIPS.get(entry.status, ("info", "circle"))
        return [(self._words.word(vocabulary, entry.status), tone, icon)]

    def words(self, entry: StoryEntry) -> str:
        """Return the words of an entry; exact words stand between quotation marks."""
        if entry.kind is StoryKind.SERVICE:
            return ""
        return self._words.quoted(entry.words) if entry.is_quote and entry.words else entry.words

    def _parts(self, entry: StoryEntry, word: Callable[[str, str], str]) -> tuple[str, ...]:
        code = _code(entry)
        by_kind: dict[StoryKind, tuple[str, ...]] = {
            StoryKind.PLAN: (self._version(entry), self._until(entry, self.tr("looked at again {day}"))),
            StoryKind.POSITION: (word("plan_kind", code), self._version(entry)),
            StoryKind.SERVICE: (entry.location_note, entry.reason_note),
            StoryKind.STATEMENT: (word("statement_domain", entry.location),),
            StoryKind.SCALE: (word("scale_question", code),),
            StoryKind.LIFE: self._life(entry),
            StoryKind.SEARCH: (word("search_source", code), entry.location_note, entry.author),
            StoryKind.PAPER: (entry.location_note,),
        }
        return by_kind.get(entry.kind, ())

    def _life(self, entry: StoryEntry) -> tuple[str, ...]:
        return (
            entry.location_note,
            self.tr("with {who}").format(who=entry.reason_note) if entry.reason_note else "",
            self._until(entry, self.tr("until {day}")),
            self.tr("about that time") if entry.is_rough else "",
        )

    def _what(self, entry: StoryEntry) -> str:
        code, word = _code(entry), self._words.word
        plain = {
            StoryKind.COURT: self.tr("Court date"),
            StoryKind.PLAN: self.tr("Offered: {what}").format(what=word("plan_kind", code)),
            StoryKind.POSITION: word("plan_position", entry.status),
            StoryKind.GOAL: self.tr("A goal is reached"),
            StoryKind.STATEMENT: word("statement_kind", code),
            StoryKind.SCALE: self.tr("{n} of 10").format(n=entry.number),
            StoryKind.LIFE: word("timeline_kind", code),
            StoryKind.SEARCH: self.tr("Looked for"),
            StoryKind.PAPER: word("attachment_kind", code),
        }
        return plain.get(entry.kind) or self._service(entry)

    def _service(self, entry: StoryEntry) -> str:
        told = {
            "asked": self.tr("Asked for: {what}"),
            "referred": self.tr("Referred: {what}"),
            "started": self.tr("Started: {what}"),
            "ended": self.tr("Ended: {what}"),
        }
        return told.get(entry.event, "{what}").format(what=entry.words)

    def _version(self, entry: StoryEntry) -> str:
        return self.tr("version {n}").format(n=entry.number) if entry.number else ""

    def _until(self, entry: StoryEntry, pattern: str) -> str:
        if entry.until is None:
            return ""
        return pattern.format(day=self._words.day_near(entry.until, self._ground.today()))


def _code(entry: StoryEntry) -> str:
    return entry.codes[0] if entry.codes else ""
