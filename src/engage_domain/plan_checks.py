"""What a colleague would gently ask about a plan before it is read together: advice, never a wall.

Only patterns of plain words are looked for, in English and in Spanish whatever the interface speaks; nothing is judged
about anybody. A piece of advice can be put aside with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from engage_domain.plans import Goal, Plan, Step
from engage_domain.reading_level import is_hard

FAMILY = "family"


class Check(StrEnum):
    """What may be worth another look."""

    ANSWERS_FOR_ANOTHER = "answers_for_another"
    ORDER_REQUIRED = "order_required"
    TWO_OWNERS = "two_owners"
    GOAL_WORDS = "goal_words"
    HARD_TO_READ = "hard_to_read"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing worth another look: which check, on which row, and the words that made it look."""

    check: Check
    entity: str
    row_id: str
    words: str = ""
    put_aside: str = ""  # the reason it was put aside with

    @property
    def stands(self) -> bool:
        """Whether nobody put it aside."""
        return not self.put_aside


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_CONTROLS = _any(
    r"\b(?:keeps?|stops?|prevents?|protects?\b.*\bfrom|makes? sure|ensures?|sees? to it that|supervises?|monitors?|controls?)\b",
    r"\b(?:(?:does|do|will|is|are) not (?:let|allow)|won[’']t (?:let|allow)|not (?:let|allow)(?:ting|ing)?)\b",
    r"\b(?:mantiene|impide|evita|protege\b.*\bde|se asegura(?:rá)? de que|asegura(?:rá)? que|vigila|controla|supervisa)\b",
    r"\bno (?:deja|dejará|dejar|permite|permitirá|permitir)\b",
)
_PARTNERS = _any(
    r"\b(?:the|his|her|their|your|my) (?:father|mother|husband|wife|boyfriend|girlfriend|partner|ex|abuser|offender)\b",
    r"\b(?:el|la|su|mi) (?:padre|papá|madre|mamá|esposo|esposa|marido|mujer|novio|novia|pareja|ex|agresor|agresora)\b",
    r"\b(?:him|his) (?:from|away|out|sober|drinking|hitting|using|violen\w*|temper|anger)\b",
    r"\bhe (?:does not|doesn[’']t|will not|won[’']t|stays|keeps|stops)\b",
    r"\bque él\b",
)
_ORDER = _any(
    r"\b(?:order of protection|protective order|protection order|restraining order|stay[- ]away order|no[- ]contact order)\b",
    r"\borden(?:es)? de (?:protección|alejamiento|restricción|no contacto)\b",
)
_BOTH = _any(
    r"^\W*(?:both(?: of them| parents)?|the parents|they both|mom and dad|mother and father)\b",
    r"^\W*(?:ambos|los dos|las dos|los padres|mamá y papá|el padre y la madre|la madre y el padre)\b",
)
_VAGUE = _any(
    r"\b(?:cooperates?|compl(?:y|ies)|works? on|works? with|improves?|do(?:es)? better|be(?:haves?)? appropriate\w*|addresse?s?"
    r"|engages? in|participates? in services|follows? (?:through|recommendations)|as needed|when possible|be more|tries|try)\b",
    r"\b(?:coopera|cumple|cumplir|trabaja en|trabajar en|mejora|mejorar|se porta|participa en (?:los )?servicios|aborda"
    r"|sigue las recomendaciones|si es posible|cuando pueda|según sea necesario|intenta|trata de|ser más)\b",
)


def advise(plan: Plan, adults: Iterable[tuple[str, str]]) -> tuple[Advice, ...]:
    """Return everything worth another look in a plan; `adults` are the ids and names of the grown-up family."""
    known = tuple(adults)
    found: list[Advice] = []
    if is_hard(plan.concern):
        found.append(Advice(Check.HARD_TO_READ, "plan", plan.plan_id, plan.concern))
    for goal in plan.goals:
        if goal.is_open:
            found += _of_goal(goal)
            found += _of_steps(goal.steps, known)
    found += _of_steps(plan.steps, known)
    return tuple(found)


def _of_goal(goal: Goal) -> list[Advice]:
    if not goal.words.strip():
        return [Advice(Check.GOAL_WORDS, "goal", goal.goal_id, goal.agency_words)] if goal.title else []
    return []


def _of_steps(steps: Iterable[Step], adults: tuple[tuple[str, str], ...]) -> list[Advice]:
    return [advice for step in steps if step.is_open for advice in of_step(step, adults)]


def of_step(step: Step, adults: tuple[tuple[str, str], ...]) -> tuple[Advice, ...]:
    """Return what is worth another look in one step."""
    others = tuple(name for person, name in adults if person != step.who_person_id and name)
    checks = (
        (Check.ANSWERS_FOR_ANOTHER, answers_for_another(step, others)),
        (Check.ORDER_REQUIRED, order_required(step)),
        (Check.TWO_OWNERS, two_owners(step, others)),
        (Check.VAGUE, vague(step)),
        (Check.HARD_TO_READ, step.what if is_hard(step.what) else ""),
    )
    return tuple(Advice(check, "action_step", step.step_id, words) for check, words in checks if words)


def answers_for_another(step: Step, others: tuple[str, ...]) -> str:
    """Return the words that make somebody answer for what another grown-up does, or nothing."""
    if step.side != FAMILY or not step.who_person_id:
        return ""
    found = _CONTROLS.search(step.what)
    if found is None:
        return ""
    rest = step.what[found.start() :]
    named = next((name for name in others if _named(name, rest)), "")
    return named or _text(_PARTNERS.search(rest))


def order_required(step: Step) -> str:
    """Return the words that ask the family for an order of protection, or nothing."""
    return _text(_ORDER.search(step.what)) if step.side == FAMILY else ""


def two_owners(step: Step, others: tuple[str, ...]) -> str:
    """Return the words that give a step a second owner, or nothing: at its beginning only, where the doers stand."""
    both = _BOTH.search(step.what)
    if both is not None:
        return both.group(0).strip()
    for name in others:
        begins = re.compile(
            rf"^\W*(?:\w+\W+)?(?:and|y|e|&|with|con)\W+(?:\w+\W+)?{re.escape(name)}\b", re.IGNORECASE
        )
        also = begins.search(step.what)
        if also is not None and not re.match(r"\W*\w+\W+(?:with|con)\b", also.group(0), re.IGNORECASE):
            return also.group(0).strip()
    return ""


def vague(step: Step) -> str:
    """Return the words nobody can see happening, when nothing says how one will know."""
    return "" if step.how_we_know.strip() else _text(_VAGUE.search(step.what))


def _named(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None


def _text(found: re.Match[str] | None) -> str:
    return found.group(0).strip() if found is not None else ""
