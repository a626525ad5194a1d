"""How an entry of the story is told: title, what became of it, who, where, and the words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engage_desktop.views.family.ground import Ground
from engage_desktop.views.family.story_more_words import MORE, MoreWords
from engage_desktop.views.family.told import APPOINTMENT_ICONS
from engage_desktop.views.kit.words import clock
from engage_domain.story import StoryEntry, StoryKey, StoryKind

ChipWords = tuple[str, str, str]  # label, tone, icon
CONTACT_ICONS = {
    "home_visit": "house",
    "court": "gavel",
    "family_meeting": "users",
    "parent_child_visit": "hand-heart",
    "sibling_visit": "hand-heart",
    "diligent_search": "search",
    "collateral": "message-circle",
    "provider": "stethoscope",
    "service_plan_review": "list-checks",
    "case_conference": "messages-square",
}
METHOD_ICONS = {
    "phone": "phone",
    "video": "monitor",
    "text": "message-circle",
    "email": "mail",
    "letter": "mail",
}
MAIN_TYPES = (
    "home_visit", "family_meeting", "court", "parent_child_visit", "sibling_visit", "diligent_search",
    "service_plan_review", "case_conference", "provider", "foster_parent", "collateral", "caseworker_child_visit",
)  # fmt: skip
STATUS_CHIPS = {
    "done": ("good", "check"),
    "stuck": ("warn", "circle-alert"),
    "changed": ("sand", "refresh-cw"),
    "dropped": ("sand", "minus"),
}


class StoryWords(QObject):
    """Tells entries."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._words = ground, ground.words
        self._more = MoreWords(ground, self)

    def day(self, key: StoryKey) -> str:
        """Return the day an entry stands under."""
        today = self._ground.today()
        near = self._words.day_near(key.on, today)
        full = self._words.day(key.on, today)
        return full if abs((key.on - today).days) > 1 else f"{near[:1].upper()}{near[1:]}, {full}"

    def time(self, entry: StoryEntry) -> str:
        """Return the time of day, where there is one."""
        return clock(self._ground.local(entry.starts_at).time()) if entry.starts_at else ""

    def icon(self, entry: StoryEntry) -> str:
        """Return the sign of an entry."""
        code = entry.codes[0] if entry.codes else ""
        if entry.kind in MORE:
            return self._more.icon(entry)
        if entry.kind is StoryKind.CONTACT:
            main = self._main_type(entry)
            return METHOD_ICONS.get(entry.method) or CONTACT_ICONS.get(main, "notebook-text")
        return {
            StoryKind.ADDENDUM: "file-plus",
            StoryKind.APPOINTMENT: APPOINTMENT_ICONS.get(code, "calendar-days"),
            StoryKind.PROMISE: "handshake",
            StoryKind.PLACEMENT: "map-pin",
        }[entry.kind]

    def tone(self, entry: StoryEntry) -> str:
        """Return the tone of an entry."""
        if entry.kind in MORE:
            return self._more.tone(entry)
        if entry.did_not_happen:
            return "clay"
        return {
            StoryKind.CONTACT: "primary",
            StoryKind.ADDENDUM: "sand",
            StoryKind.APPOINTMENT: "info",
            StoryKind.PROMISE: "info",
            StoryKind.PLACEMENT: "plum",
        }[entry.kind]

    def title(self, entry: StoryEntry) -> str:
        """Return what it is, with whom."""
        if entry.kind in MORE:
            return self._more.title(entry)
        names = self._words.listed(entry.names)
        what = self._what(entry)
        return f"{what} · {names}" if names else what

    def about(self, entry: StoryEntry) -> str:
        """Return how, where, who wrote it."""
        if entry.kind in MORE:
            return self._more.about(entry)
        if entry.kind is StoryKind.PROMISE:
            by = self.tr("by {day}").format(day=self._near(entry)) if entry.until else ""
            return " · ".join(part for part in (by, entry.reason_note) if part)
        if entry.kind is StoryKind.PLACEMENT:
            return self.tr("until {day}").format(day=self._near(entry)) if entry.until else ""
        word = self._words.word
        where = entry.location_note or word("contact_location", entry.location)
        method = word("contact_method", entry.method) if entry.kind is StoryKind.CONTACT else ""
        wrote = self.tr("written by {name}").format(name=entry.author) if entry.author else ""
        gone = (
            self.tr("not there: {names}").format(names=self._words.listed(entry.missing))
            if entry.missing
            else ""
        )
        return " · ".join(part for part in (method, where, gone, wrote) if part)

    def chips(self, entry: StoryEntry) -> list[ChipWords]:
        """Return what became of it, and the element."""
        found: list[ChipWords] = []
        if entry.kind is StoryKind.CONTACT:
            found.extend(self._contact_chips(entry))
        elif entry.kind is StoryKind.APPOINTMENT:
            found.append(self._appointment_chip(entry))
        elif entry.kind is StoryKind.PROMISE and entry.status in STATUS_CHIPS:
            found.append((self._words.word("step_status", entry.status), *STATUS_CHIPS[entry.status]))
        elif entry.kind in MORE:
            found.extend(self._more.chips(entry))
        found.extend((self._words.word("element", code), "sand", "compass") for code in entry.elements)
        return found

    def why(self, entry: StoryEntry) -> str:
        """Return why something did not happen."""
        reason = self._words.word("missed_reason", entry.reason)
        return (
            " · ".join(part for part in (reason, entry.reason_note) if part) if entry.did_not_happen else ""
        )

    def words(self, entry: StoryEntry) -> str:
        """Return the words of an entry that its title does not say already."""
        if entry.kind in MORE:
            return self._more.words(entry)
        return "" if entry.kind is StoryKind.PROMISE else entry.words

    def speech(self, key: StoryKey, entry: StoryEntry | None) -> str:
        """Return an entry as one good sentence."""
        if entry is None:
            return self.day(key)
        chips = [label for label, _tone, _icon in self.chips(entry)]
        parts = (
            self.day(key),
            self.time(entry),
            self.title(entry),
            *chips,
            self.why(entry),
            self.about(entry),
            self.words(entry)[:300],
        )
        return ", ".join(part for part in parts if part)

    def _what(self, entry: StoryEntry) -> str:
        code = entry.codes[0] if entry.codes else ""
        if entry.kind is StoryKind.CONTACT:
            return self._words.word("contact_type", self._main_type(entry)) or self.tr("Contact")
        if entry.kind is StoryKind.ADDENDUM:
            return self.tr("Added to a note")
        if entry.kind is StoryKind.PROMISE:
            ours = self.tr("We promised: {what}") if code == "agency" else self.tr("They promised: {what}")
            return ours.format(what=entry.words)
        if entry.kind is StoryKind.PLACEMENT:
            return self.tr("Placed: {kind}").format(kind=self._words.word("placement_kind", code))
        return self._words.word("appointment_kind", code)

    def _contact_chips(self, entry: StoryEntry) -> list[ChipWords]:
        found: list[ChipWords] = []
        if entry.is_attempted:
            found.append((self.tr("tried"), "clay", "door-open"))
        elif entry.reason:
            found.append((self.tr("did not happen"), "clay", "circle-slash"))
        if entry.status == "draft":
            found.append((self.tr("to finish"), "clay", "pencil-line"))
        return found

    def _appointment_chip(self, entry: StoryEntry) -> ChipWords:
        tones = {
            "cancelled": ("clay", "circle-slash"),
            "missed": ("clay", "circle-slash"),
            "held": ("good", "check"),
        }
        tone, icon = tones.get(entry.status, ("info", "calendar-check"))
        return (self._words.word("appointment_status", entry.status or "planned"), tone, icon)

    def _near(self, entry: StoryEntry) -> str:
        return self._words.day_near(entry.until, self._ground.today()) if entry.until else ""

    @staticmethod
    def _main_type(entry: StoryEntry) -> str:
        return next(
            (code for code in MAIN_TYPES if code in entry.codes), entry.codes[0] if entry.codes else ""
        )
