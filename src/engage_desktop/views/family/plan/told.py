"""How plans are told: titles, days, what is missing and what is worth another look, in plain sentences."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from engage_desktop.views.family.ground import Ground
from engage_domain.plan_checks import Advice, Check
from engage_domain.plan_lacks import Lack, Missing
from engage_domain.plans import Due, Goal, Limits, Plan, Step, due

STATUS_CHIPS = {
    "draft": ("warn", "pen-line"),
    "offered": ("info", "hand-heart"),
    "agreed": ("good", "heart-handshake"),
    "approved": ("good", "badge-check"),
    "declined": ("sand", "hand"),
    "expired": ("sand", "hourglass"),
    "closed": ("sand", "archive"),
}


class PlanTold(QObject):
    """Turns plans into words."""

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground, self._words = ground, ground.words

    def day(self, day: date) -> str:
        """Return a day as people say it from today."""
        return self._words.day_near(day, self._ground.today())

    def plan(self, plan: Plan) -> str:
        """Return which plan this is: "Family plan 3", "Safety plan for Marisol"."""
        name = self._words.word("plan_kind", plan.kind)
        if plan.for_name:
            name = self.tr("{plan} for {name}").format(plan=name, name=plan.for_name)
        return f"{name} · {plan.number}" if plan.number > 1 else name

    def status(self, plan: Plan) -> str:
        """Return how far a plan has come."""
        if plan.stands_now and plan.end_on is not None and plan.end_on < self._ground.today():
            return self._words.word("plan_status", "expired")
        return self._words.word("plan_status", plan.status)

    def calendar(self, plan: Plan) -> tuple[str, str]:
        """Return what a plan waits for by the calendar, with its tone; nothing when there is no day."""
        waits = due(plan.status, plan.review_on, plan.end_on, self._ground.today())
        if waits is not None:
            kind, on = waits
            said = {
                Due.REVIEW_SOON: self.tr("Look at it again {day}"),
                Due.REVIEW_PAST: self.tr("Should have been looked at {day}"),
                Due.END_SOON: self.tr("Ends {day}"),
                Due.END_PAST: self.tr("Ended {day}"),
            }
            return said[kind].format(day=self.day(on)), "warn"
        if plan.review_on is not None:
            return self.tr("Review {day}").format(day=self.day(plan.review_on)), "info"
        if plan.end_on is not None:
            return self.tr("Until {day}").format(day=self.day(plan.end_on)), "info"
        return "", ""

    def goal_number(self, number: int) -> str:
        """Return which goal this is."""
        return self.tr("Goal {n}").format(n=number)

    def goal_title(self, goal: Goal) -> str:
        """Return a goal in the family's words, or that they are still to come."""
        if goal.words.strip():
            return self._words.quoted(goal.words.strip())
        return goal.agency_words.strip() or self.tr("Not in anybody’s words yet")

    def when(self, step: Step) -> str:
        """Return by when, in the words that were said, else as a day."""
        if step.when_words.strip():
            return step.when_words.strip()
        return self.tr("by {day}").format(day=self.day(step.by_when)) if step.by_when else ""

    def sentence(self, step: Step) -> str:
        """Return a whole step as one reads it aloud."""
        parts = [step.who, step.what.strip(), self.when(step)]
        said = " ".join(part for part in parts if part)
        if step.how_we_know.strip():
            said += ". " + self.tr("We’ll know because {what}").format(what=step.how_we_know.strip())
        if step.plan_b.strip():
            said += ". " + self.tr("If it gets hard, {what}").format(what=step.plan_b.strip())
        return said

    def lack(self, lack: Lack, words: str = "", limits: Limits | None = None) -> str:
        """Return one thing a plan lacks, and what to do about it."""
        days = limits.days if limits is not None else 0
        said = {
            Lack.NO_GOALS: self.tr("There is no goal yet. What does the family want?"),
            Lack.GOAL_WORDS: self.tr("A goal is not in the family’s words yet. Ask how they would say it."),
            Lack.NO_STEPS: self.tr("There is no step yet. What is the first thing somebody does?"),
            Lack.STEP_WHAT: self.tr("A step does not say what happens."),
            Lack.STEP_WHO: self.tr("A step has nobody who answers for it. One person, by name."),
            Lack.CONCERN: self.tr("It does not say yet what everybody worries about today."),
            Lack.ADULTS: self.tr("No grown-up is named who keeps the children safe."),
            Lack.START: self.tr("It does not say from when it holds."),
            Lack.REVIEW: self.tr("It does not say when you look at it again together."),
            Lack.END: self.tr("It has no last day. A safety plan never goes on for ever."),
            Lack.END_TOO_LATE: self.tr("It runs longer than your agency allows."),
            Lack.REVIEW_OUTSIDE: self.tr("The day to look at it again lies outside the plan."),
            Lack.END_BEFORE_START: self.tr("The end lies before the beginning."),
            Lack.NOBODY_AGREED: self.tr("Nobody of the family has said yes yet."),
            Lack.THEIR_ANSWER: self.tr("The person whose plan this is has not said yes."),
        }[lack]
        if lack is Lack.END_TOO_LATE and days:
            return self.tr("It runs longer than your agency allows: {n} days at most.").format(n=days)
        return f"{said} ({self._words.quoted(words)})" if words else said

    def missing(self, one: Missing, limits: Limits) -> str:
        """Return one missing thing with the words it is about."""
        return self.lack(one.lack, one.words, limits)

    def not_allowed(self, code: str) -> str:
        """Return why a plan cannot be changed in this way now."""
        said = {
            "plan_offered": self.tr(
                "This plan was offered. Take it back to change it, or write the next version."
            ),
            "plan_in_force": self.tr("This plan is in force. Write the next version to change it."),
            "plan_not_offered": self.tr("Offer the plan first, so that everybody can say where they stand."),
            "plan_went_on": self.tr("Somebody has gone on with this plan meanwhile, so it stays as it is."),
            "plan_replaced": self.tr("The next version has been begun already."),
        }
        return said.get(code, self.tr("That cannot be done with this plan now."))

    def advice(self, advice: Advice) -> str:
        """Return what is worth another look, as a colleague would say it."""
        return {
            Check.ANSWERS_FOR_ANOTHER: self.tr(
                "This makes one person answer for what {words} does. Could {words} have a step of their own?"
            ),
            Check.ORDER_REQUIRED: self.tr(
                "A plan cannot ask somebody to get an order of protection. That is theirs to choose; we can help."
            ),
            Check.TWO_OWNERS: self.tr(
                "Two people stand here ({words}). One person, one step: write it twice?"
            ),
            Check.GOAL_WORDS: self.tr(
                "This goal is in the agency’s words only. How would the family say it?"
            ),
            Check.HARD_TO_READ: self.tr("This is long or hard to read. Shorter sentences help everybody."),
            Check.VAGUE: self.tr("“{words}” is hard to see. How will everybody know it happened?"),
        }[advice.check].format(words=advice.words)
