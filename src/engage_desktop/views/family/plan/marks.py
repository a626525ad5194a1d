"""Signs of the plan: dots for steps, a card for a goal, a round button for what became of a step."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy

from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.marks import Sign
from engage_desktop.views.kit.paint import Sketch, text_height
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RADIUS_CARD, RING, TARGET
from engage_domain.plans import Goal, Step
from engage_domain.workspace import CLOSED

SIGNS = {
    "done": ("circle-check", "good"),
    "going": ("circle-dot", "primary"),
    "stuck": ("circle-alert", "warn"),
    "changed": ("refresh-cw", "sand"),
    "dropped": ("circle-slash", "muted"),
    "not_started": ("circle", "muted"),
}
MOST_DOTS = 8


def dots(sketch: Sketch, right: float, top: float, steps: tuple[Step, ...]) -> None:
    """Draw a dot a step, ending at `right`: full when done, a ring while open, a ring with a point while going."""
    side, gap = look().px(12), look().px(6)
    shown = steps[:MOST_DOTS]
    left = right - len(shown) * (side + gap) + gap
    for number, step in enumerate(shown):
        spot = QRectF(left + number * (side + gap), top, side, side)
        _dot(sketch, spot, step.kept.status)


def _dot(sketch: Sketch, spot: QRectF, status: str) -> None:
    if status == "done":
        sketch.panel(spot, "primary", radius=6)
    elif status in CLOSED:
        sketch.panel(spot, "sunk", "edge", width=1.4, radius=6)
    elif status == "stuck":
        sketch.panel(spot, "surface", "warn", width=2, radius=6, dash=True)
    else:
        sketch.panel(spot, "surface", "primary", width=2, radius=6)
        if status == "going":
            inner = spot.adjusted(*(spot.width() * f for f in (0.32, 0.32, -0.32, -0.32)))
            sketch.panel(inner, "primary", radius=3)


def dots_width(count: int) -> float:
    """Return how wide that many dots are."""
    shown = min(count, MOST_DOTS)
    return float(shown * look().px(18)) if shown else 0.0


class Dots(Sign):
    """A dot for each step, with the count as its name."""

    def __init__(self, steps: tuple[Step, ...], words: str) -> None:
        super().__init__(words)
        self._steps = steps
        self.setToolTip(words)

    def sizeHint(self) -> QSize:
        """Return room for the dots."""
        return QSize(max(1, round(dots_width(len(self._steps)))), look().px(16))

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw them."""
        dots(sketch, rect.right(), rect.center().y() - look().px(6), self._steps)


class GoalCard(Face):
    """A goal among the goals: its number, its words, its dots and whose words they are. Chosen, it is teal."""

    radius = RADIUS_CARD

    def __init__(
        self, goal: Goal, number: str, title: str, steps: str, face: str, tone: str, status: str
    ) -> None:
        super().__init__(title)
        self.goal = goal
        self._number, self._face, self._tone, self._status = number, face, tone, status
        self.setCheckable(True)
        parts = (number, title, goal.by_name, status, steps)
        self.setAccessibleName(", ".join(part for part in parts if part))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the words."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of number, words and speaker."""
        room = max(1, width - 2 * RING - look().px(28))
        words = text_height(self.text(), room, 16, 600)
        below = look().px(36) if self._below() else 0
        return max(TARGET, round(words) + look().px(12 + 22 + 12) + below) + 2 * RING

    def sizeHint(self) -> QSize:
        """Return a comfortable card."""
        wide = look().px(226)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least card."""
        return QSize(look().px(140), TARGET)

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the card."""
        px, on = look().px, self.isChecked()
        line = "primary" if on or self.hot else "line"
        sketch.panel(
            rect, "primarysoft" if on else "surface", line, width=1.6 if on else 1, radius=self.radius
        )
        left, right, top = rect.left() + px(14), rect.right() - px(14), rect.top() + px(12)
        head = QRectF(left, top, right - left, px(18))
        sketch.words(head, self._number, "primary" if on else "muted", 13, 600, middle=True)
        dots(sketch, right, top + px(3), self.goal.steps)
        words = QRectF(left, top + px(22), right - left, rect.height())
        ink = "text" if self.goal.words.strip() else "muted"
        high = sketch.words(words, self.text(), ink, 16, 600, lines=0)
        if self._below():
            self._speaker(sketch, left, right, words.top() + high + px(6))

    def _speaker(self, sketch: Sketch, left: float, right: float, top: float) -> None:
        px, side = look().px, look().px(24)
        at = left
        if self._face:
            sketch.avatar(QRectF(at, top, side, side), self._face, self._tone)
            at += side + px(8)
        words = " · ".join(w for w in (self.goal.by_name, self._status) if w)
        tone = self._tone if self.goal.by_name else "muted"
        sketch.words(QRectF(at, top, right - at, side), words, tone, 14, 500, middle=True)

    def _below(self) -> bool:
        return bool(self.goal.by_name or self._status)


class StatusButton(Face):
    """What became of a step, by shape; a tap offers the other answers. `chosen` carries the code."""

    chosen = Signal(str)
    radius = 22

    def __init__(
        self, status: str, name: str, answers: tuple[tuple[str, str], ...], *, is_missing: bool
    ) -> None:
        super().__init__("", name)
        self.setAccessibleName(name)
        self._answers, self._status = answers, status
        self._icon, self._ink = (
            ("circle-dashed", "warn") if is_missing else SIGNS.get(status, SIGNS["not_started"])
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)

    def sizeHint(self) -> QSize:
        """Return a round target."""
        side = max(TARGET, look().tall(TARGET)) + 2 * RING
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def open_menu(self) -> None:
        """Offer what may have become of it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.accessibleName())
        for code, label in self._answers:
            icon, ink = SIGNS[code]
            action = menu.addAction(look().icon(icon, ink, 18), label)
            action.setData(code)
        menu.triggered.connect(lambda action: self.chosen.emit(action.data()))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def fades(self) -> bool:
        """Stay readable when nothing can be changed."""
        return False

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the sign."""
        if self.hot:
            sketch.panel(rect, "muted_soft", radius=self.radius)
        side = look().px(26)
        sketch.icon(
            self._icon,
            self._ink,
            QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side),
        )
