"""How supports are told: signs for kinds, names for circles, and one good sentence for each."""

from __future__ import annotations

from PySide6.QtCore import QObject

from engage_desktop.views.family.ground import Ground
from engage_domain.supports import BOTH, ORDINARY, STRONG, WEAK, Support, Supports

ICONS = {
    "kin": "users",
    "friend": "smile",
    "neighbour": "house",
    "faith": "landmark",
    "culture": "sparkles",
    "leisure": "trophy",
    "school": "school",
    "childcare": "baby",
    "work": "briefcase",
    "health": "stethoscope",
    "counseling": "messages-square",
    "benefits": "wallet",
    "housing": "key-round",
    "court": "gavel",
    "agency": "building-2",
}
STRESS = "cloud-rain"


def icon_of(support: Support) -> str:
    """Return the sign of a support's kind."""
    return ICONS.get(support.kind, "heart-handshake")


class SupportTold(QObject):
    """Turns supports into a few words."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._words = ground, ground.words
        self._known: Supports | None = None

    def know(self, supports: Supports) -> None:
        """Know the names of those who say things."""
        self._known = supports

    def middle(self, about: str) -> str:
        """Return what is called the middle of a drawing."""
        if self._known is None:
            return ""
        return self._known.name_of(about) if about else self._known.family_name

    def kind(self, support: Support) -> str:
        """Return what kind of support it is."""
        return self._words.word("support_kind", support.kind) if support.kind else self.tr("Not said yet")

    def own(self) -> str:
        """Return what people of one's own are called."""
        return self.tr("one of their own")

    def service(self) -> str:
        """Return what a service is called."""
        return self.tr("a service")

    def family(self) -> str:
        """Return whose the map is that belongs to all."""
        return self.tr("The whole family")

    def stress(self) -> str:
        """Return what is said of a tie that costs strength."""
        return self.tr("brings stress")

    def flow(self, support: Support) -> str:
        """Return what flows, in words."""
        return self._words.word("support_flow", support.flow) if support.flow else ""

    def way(self, support: Support) -> str:
        """Return whether it is one of their own people or a service."""
        return self.service() if support.is_formal else self.own()

    def strength(self, support: Support) -> str:
        """Return how strong the tie is, in words of its own."""
        words = {
            STRONG: self.tr("a strong tie"),
            ORDINARY: self.tr("an ordinary tie"),
            WEAK: self.tr("a thin tie"),
        }
        return words.get(support.strength, self.tr("how strong is not said yet"))

    def circles(self) -> tuple[tuple[int, str], ...]:
        """Return the circles and their names."""
        return (
            (1, self.tr("The heart")),
            (2, self.tr("Close")),
            (3, self.tr("Further out")),
            (4, self.tr("Paid to help")),
            (0, self.tr("Not placed yet")),
        )

    def circle(self, circle: int | None) -> str:
        """Return what a circle is called."""
        return dict(self.circles()).get(circle or 0, "")

    def meta(self, support: Support) -> str:
        """Return kind, way and time in one short line."""
        parts = [self.kind(support), self.way(support), self._time(support)]
        return " · ".join(part for part in parts if part)

    def sentence(self, support: Support) -> str:
        """Return everything about a support as one good sentence, the note apart."""
        flow, stress = self.flow(support), self.stress() if support.stressful else ""
        parts = [
            self.kind(support),
            self.way(support),
            self.strength(support),
            stress,
            flow[:1].lower() + flow[1:],
        ]
        parts += [self.circle(support.circle), self._said(support), self._time(support)]
        said = ", ".join(part for part in parts if part)
        return self.tr("{name}: {what}.").format(name=support.name, what=said)

    def whole(self, about: str, shown: tuple[Support, ...]) -> str:
        """Return a whole drawing in a sentence or two."""
        strong = sum(1 for s in shown if s.strength == STRONG)
        stress = sum(1 for s in shown if s.stressful)
        both = sum(1 for s in shown if s.flow == BOTH)
        words = self.tr(
            "{name} in the middle, {all} round about; strong: {strong}, stress: {stress}, both ways: {both}."
        )
        name = self.middle(about)
        return words.format(name=name, all=len(shown), strong=strong, stress=stress, both=both)

    def _said(self, support: Support) -> str:
        names = [self._known.name_of(one) for one in support.said_by] if self._known else []
        names = [name for name in names if name]
        return self.tr("said by {names}").format(names=self._words.listed(names)) if names else ""

    def _time(self, support: Support) -> str:
        today = self._ground.today()
        if support.to_on is not None:
            return self.tr("until {day}").format(day=self._words.day_near(support.to_on, today))
        if support.from_on is not None:
            return self.tr("since {day}").format(day=self._words.day_near(support.from_on, today))
        return ""
