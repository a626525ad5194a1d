"""How the moments of a life are told: what, where, with whom, and when as far as anybody knows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from engage_desktop.views.family.ground import Ground
from engage_domain.child_timeline import (
    HOUSEHOLD,
    PLACEMENT,
    TIE,
    AlongTheWay,
    Facts,
    Lane,
    Moment,
    only_named,
)
from engage_domain.rough_dates import Precision, precision

ICONS = {
    "home": "house",
    "school": "school",
    "separation": "split",
    "loss": "cloud-rain",
    "joy": "smile",
    "health": "stethoscope",
    "person": "user",
    "other": "star",
}
TONES = {Lane.HOME: "info", Lane.SCHOOL: "plum", Lane.PEOPLE: "good", Lane.EVENTS: "clay"}
SEASONS = {3: "spring", 6: "summer", 9: "fall", 12: "winter"}


class MomentWords(QObject):
    """Turns moments into words."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._words = ground, ground.words

    def lane(self, lane: Lane) -> str:
        """Return the name of a line."""
        return {
            Lane.HOME: self.tr("Home"),
            Lane.SCHOOL: self.tr("School"),
            Lane.PEOPLE: self.tr("With whom"),
            Lane.EVENTS: self.tr("What happened"),
        }[lane]

    def icon(self, moment: Moment) -> str:
        """Return the sign of a moment."""
        return "map-pin" if moment.entity == PLACEMENT else ICONS.get(moment.kind, "star")

    def tone(self, moment: Moment) -> str:
        """Return the colour of a moment's line."""
        return TONES[moment.lane]

    def title(self, moment: Moment) -> str:
        """Return what it is."""
        if moment.what:
            return moment.what
        if moment.entity == PLACEMENT:
            return self._words.word("placement_kind", moment.place)
        return moment.place or self._words.word("timeline_kind", moment.kind)

    def about(self, moment: Moment) -> str:
        """Return kind, place and who was there."""
        parts = [self._kind(moment)]
        if moment.is_own and moment.what and moment.place:
            parts.append(moment.place)
        who = [*moment.with_names, *(only_named(moment) if moment.is_own else ())]
        who = [name for name in who if name != self.title(moment)]
        if who and moment.entity != TIE:
            parts.append(self.tr("with {names}").format(names=self._words.listed(who)))
        return " · ".join(part for part in parts if part)

    def span(self, moment: Moment) -> str:
        """Return from when to when."""
        rough = moment.roughly
        start = self.day(moment.from_on, roughly=rough) if moment.from_on else ""
        end = self.day(moment.to_on, roughly=rough) if moment.to_on else ""
        if start and end and start != end:
            return self.tr("{start} to {end}").format(start=start, end=end)
        if end and not start:
            return self.tr("until {day}").format(day=end)
        if start and moment.goes_on:
            return self.tr("since {day}").format(day=start)
        return start or self.tr("no day yet")

    def sentence(self, moment: Moment) -> str:
        """Return a moment as one good sentence."""
        parts = (self.lane(moment.lane), self.title(moment), self.about(moment), self.span(moment))
        return ", ".join(part for part in dict.fromkeys(parts) if part)

    def day(self, on: date, *, roughly: bool) -> str:
        """Return a day as people remember it, and as it can be typed again."""
        match precision(on, roughly=roughly):
            case Precision.YEAR:
                return str(on.year)
            case Precision.SEASON:
                return self._season(on)
            case Precision.MONTH:
                return self._words.month(on, date.min)
            case Precision.ABOUT:
                return self.tr("about {day}").format(day=self._words.day_written(on))
            case _:
                return self._words.day_written(on)

    def facts(self, facts: Facts) -> tuple[tuple[str, str], ...]:
        """Return what can be counted, each with its sign."""
        count = self._words.count
        told = [
            ("house", count("home_place", facts.homes), facts.homes),
            ("map", count("move", facts.moves), facts.moves or facts.homes),
            ("school", count("school", facts.schools), facts.schools),
            ("split", count("separation", facts.separations), facts.separations),
        ]
        found = [(icon, words) for icon, words, number in told if number]
        if facts.undated and facts.homes > 1:
            found.append(("circle-help", self.tr("some homes have no day yet")))
        return tuple(found)

    def met(self, one: AlongTheWay) -> str:
        """Return where and when somebody came into a life."""
        when = self.day(one.since, roughly=one.roughly) if one.since else ""
        where = self._words.word("whereabouts", one.whereabouts) if one.whereabouts else ""
        return " · ".join(part for part in (one.where, when, where) if part)

    def source(self, moment: Moment) -> str:
        """Return where a moment is written down that is not written here."""
        if moment.entity in {PLACEMENT, HOUSEHOLD}:
            return self.tr("This is written under “Where they live”.")
        return self.tr("This is written under “Close to them”.")

    def _kind(self, moment: Moment) -> str:
        if moment.entity == PLACEMENT and moment.what:
            return self._words.word("placement_kind", moment.place)
        if moment.entity == TIE:
            return self._words.word("relationship_type", moment.place)
        if moment.is_own and moment.what:
            return self._words.word("timeline_kind", moment.kind)
        return ""

    def _season(self, on: date) -> str:
        names = {
            "spring": self.tr("spring {year}"),
            "summer": self.tr("summer {year}"),
            "fall": self.tr("fall {year}"),
            "winter": self.tr("winter {year}"),
        }
        return names[SEASONS[on.month]].format(year=on.year)
