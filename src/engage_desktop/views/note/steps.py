"""The seven steps after a visit: which are answered, and where one is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from engage_desktop.views.contact_words import ContactWords
from engage_desktop.views.kit.face import Face
from engage_desktop.views.kit.layout import Flow
from engage_desktop.views.kit.paint import CENTER, Sketch
from engage_desktop.views.kit.theme import look
from engage_desktop.views.kit.tokens import RING
from engage_domain.compose import is_chosen, section_of
from engage_domain.contact_codes import MarkKind
from engage_domain.visit import Contact, minutes_between


class StepName(StrEnum):
    """The steps in their order."""

    WHERE = "where"
    CHILDREN = "children"
    SAID = "said"
    SAW = "saw"
    SAFETY = "safety"
    AGREED = "agreed"
    NEXT = "next"


ORDER = tuple(StepName)
HERE_ON_PAPER = {
    StepName.WHERE: "contact",
    StepName.CHILDREN: "children",
    StepName.SAID: "family_said",
    StepName.SAW: "saw",
    StepName.SAFETY: "safety_now",
    StepName.AGREED: "agreed",
    StepName.NEXT: "next_visit",
}


def answered(contact: Contact, texts: Mapping[str, str]) -> frozenset[StepName]:
    """Return the steps that have an answer."""
    chosen = {section_of(m.used_in) for m in contact.marks if is_chosen(m.used_in)}
    written = {section for section, text in texts.items() if text.strip()} | chosen
    done = {
        StepName.WHERE: bool(contact.location or contact.location_note) and bool(contact.present),
        StepName.CHILDREN: all(c.presence and not c.unanswered for c in contact.children),
        StepName.SAID: "family_said" in written,
        StepName.SAW: bool({"saw", "assessment"} & written),
        StepName.SAFETY: "safety_now" in written,
        StepName.AGREED: "agreed" in written,
        StepName.NEXT: "next_visit" in written or contact.next_visit is not None,
    }
    return frozenset(name for name, is_done in done.items() if is_done)


class Step(Face):
    """One step: its number or a tick, its name, and a few words on how it stands."""

    radius = 14

    def __init__(self, name: StepName, title: str) -> None:
        super().__init__(title)
        self.name, self._words = name, ""
        self._number = ORDER.index(name) + 1
        self._here = self._done = self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, words: str, *, done: bool, here: bool, narrow: bool) -> None:
        """Show how it stands."""
        self._words, self._done, self._here, self._narrow = words, done, here, narrow
        state = self.tr("answered") if done else (self.tr("you are here") if here else "")
        number = self.tr("Step %1").replace("%1", str(self._number))
        self.setAccessibleName(", ".join(filter(None, (number, self.text(), words, state))))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a line of the rail, or a number alone when there is little room."""
        px = look().px
        if not self._narrow:
            return QSize(px(236) + 2 * RING, px(62) + 2 * RING)
        words = look().metrics(15, 700).horizontalAdvance(self.text()) + px(16) if self._here else 0
        return QSize(round(px(44) + words) + 2 * RING, px(44) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def draw(self, sketch: Sketch, rect: QRectF) -> None:
        """Draw the disc, the line to its neighbours and the words."""
        px = look().px
        if self._here:
            sketch.panel(rect, "surface", "line", radius=self.radius)
        elif self.hot:
            sketch.panel(rect, "muted_soft", radius=self.radius)
        across = px(22) if self._narrow else px(26)
        disc = QRectF(rect.left() + across - px(15), rect.center().y() - px(15), px(30), px(30))
        if not self._narrow:
            self._thread(sketch, rect, disc)
        self._disc(sketch, disc)
        left = disc.right() + px(12)
        if self._narrow and self._here:
            sketch.words(
                QRectF(left - px(4), rect.top(), rect.right() - left, rect.height()),
                self.text(),
                "text",
                15,
                700,
                middle=True,
            )
        elif not self._narrow:
            wide = rect.right() - left - px(4)
            ink = "text" if self._here or self._done else "muted"
            weight = 700 if self._here else 600
            sketch.words(
                QRectF(left, rect.center().y() - px(21), wide, px(22)),
                self.text(),
                ink,
                15,
                weight,
                middle=True,
            )
            below = QRectF(left, rect.center().y() + px(1), wide, px(20))
            sketch.words(below, self._words, "primary" if self._here else "muted", 13, 500, middle=True)

    def _thread(self, sketch: Sketch, rect: QRectF, disc: QRectF) -> None:
        ink = look().mix("line", "edge", 0.4)
        middle = disc.center().x() - 1
        if self._number > 1:
            sketch.panel(QRectF(middle, rect.top() - RING, 2, disc.top() - rect.top() + RING), ink, radius=0)
        if self._number < len(ORDER):
            sketch.panel(
                QRectF(middle, disc.bottom(), 2, rect.bottom() - disc.bottom() + RING), ink, radius=0
            )

    def _disc(self, sketch: Sketch, disc: QRectF) -> None:
        px = look().px
        if self._done and not self._here:
            sketch.panel(disc, "good", radius=15)
            sketch.icon("check", "surface", disc.adjusted(px(6), px(6), -px(6), -px(6)))
            return
        line = look().color("primary") if self._here else look().mix("line", "edge", 0.7)
        sketch.panel(disc, "primarysoft" if self._here else "bg", line, width=2, radius=15)
        sketch.words(
            disc, str(self._number), "primary" if self._here else "muted", 14, 700, align=CENTER, middle=True
        )


class StepRail(QWidget):
    """All steps, below one another beside the question, or in a row above it when text is large."""

    chosen = Signal(str)

    def __init__(self, words: ContactWords) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(self.tr("The seven steps"))
        self._titles = {
            StepName.WHERE: self.tr("Who and where"),
            StepName.CHILDREN: self.tr("Each child"),
            StepName.SAID: self.tr("What they said"),
            StepName.SAW: self.tr("What we saw"),
            StepName.SAFETY: self.tr("Safety now"),
            StepName.AGREED: self.tr("Agreed, promised"),
            StepName.NEXT: self.tr("Next visit"),
        }
        self.steps = {name: Step(name, title) for name, title in self._titles.items()}
        flow = Flow(gap=0, line_gap=0)
        for step in self.steps.values():
            step.clicked.connect(lambda _=False, key=step.name: self.chosen.emit(key))
            flow.addWidget(step)
        self.setLayout(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def title(self, name: StepName) -> str:
        """Return what a step is called."""
        return self._titles[name]

    def show_steps(self, contact: Contact, texts: Mapping[str, str], here: StepName, *, narrow: bool) -> None:
        """Show which are answered and where one is."""
        done = answered(contact, texts)
        for name, step in self.steps.items():
            words = self.tr("you are here") if name is here else self._how(name, contact)
            step.show_step(words, done=name in done, here=name is here, narrow=narrow)
        self.updateGeometry()

    def _how(self, name: StepName, contact: Contact) -> str:
        if name is StepName.WHERE:
            return self._where(contact)
        if name is StepName.CHILDREN:
            ready = sum(bool(c.presence) and not c.unanswered for c in contact.children)
            said = self.tr("%1 of %2 answered").replace("%1", str(ready))
            return said.replace("%2", str(len(contact.children)))
        if name is StepName.AGREED:
            kept = sum(m.kind == MarkKind.PROMISE for m in contact.marks)
            return (
                self.tr("%1 from the visit").replace("%1", str(kept)) if kept else self.tr("by whom, by when")
            )
        return {
            StepName.SAID: self.tr("their words first"),
            StepName.SAW: self.tr("apart from what we think"),
            StepName.SAFETY: self.tr("a sentence"),
            StepName.NEXT: self.tr("a day and a time"),
        }[name]

    def _where(self, contact: Contact) -> str:
        place = self._words.place_at(contact)
        if not place and contact.start and contact.end:
            place = self._words.book.duration(minutes_between(contact.start, contact.end))
        return place or self.tr("the place is open")
