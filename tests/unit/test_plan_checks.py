"""What a colleague would gently ask, in English and in Spanish, and what is left alone."""

from __future__ import annotations

import pytest

from engage_domain.plan_checks import Check, advise, of_step
from engage_domain.plans import Goal, Plan, Step
from engage_domain.reading_level import english_syllables, grade, is_hard, language_of, spanish_syllables

ADULTS = (("marisol", "Marisol"), ("dwayne", "Dwayne"), ("lucia", "Lucía"))


def checks(what: str, how: str = "we see it", who: str = "marisol", side: str = "family") -> set[Check]:
    step = Step("s", "g", 0, what=what, side=side, who_person_id=who, how_we_know=how)
    return {advice.check for advice in of_step(step, ADULTS)}


@pytest.mark.parametrize(
    "what",
    [
        "keeps Dwayne away from the house",
        "will not let Dwayne see the children",
        "makes sure the father stays sober",
        "protects the children from Dwayne",
        "no deja que Dwayne entre a la casa",
        "se asegura de que su pareja no tome",
        "vigila a Dwayne",
    ],
)
def test_nobody_is_made_to_answer_for_another_grown_up(what: str) -> None:
    assert Check.ANSWERS_FOR_ANOTHER in checks(what)


@pytest.mark.parametrize(
    "what", ["makes sure Mateo is at school by eight", "keeps the stairs clear", "llama a Dwayne los lunes"]
)
def test_ordinary_parenting_is_left_alone(what: str) -> None:
    assert Check.ANSWERS_FOR_ANOTHER not in checks(what)


def test_one_answers_for_oneself() -> None:
    assert Check.ANSWERS_FOR_ANOTHER not in checks("makes sure Dwayne eats", who="dwayne")


@pytest.mark.parametrize(
    "what", ["gets an order of protection", "pide una orden de alejamiento", "keeps the restraining order"]
)
def test_an_order_of_protection_is_never_asked_of_somebody(what: str) -> None:
    assert Check.ORDER_REQUIRED in checks(what)
    assert Check.ORDER_REQUIRED not in checks(what, side="agency")


@pytest.mark.parametrize(
    "what", ["and Dwayne go to the class", "y Lucía recogen a Sam", "both parents visit", "los dos van"]
)
def test_a_step_with_two_owners_is_asked_about(what: str) -> None:
    assert Check.TWO_OWNERS in checks(what)


@pytest.mark.parametrize(
    "what", ["reads with Luz and Sam", "calls Lucía", "eats with Dwayne and Lucía on Sundays"]
)
def test_other_people_in_a_step_are_no_owners(what: str) -> None:
    assert Check.TWO_OWNERS not in checks(what)


def test_a_vague_step_is_asked_about_until_somebody_says_how_one_will_know() -> None:
    assert Check.VAGUE in checks("cooperates with services", how="")
    assert Check.VAGUE in checks("participa en los servicios", how="")
    assert Check.VAGUE not in checks("cooperates with services")
    assert Check.VAGUE not in checks("reads to Sam", how="")


def test_a_goal_in_the_agencys_words_only_is_asked_about() -> None:
    plan = Plan(
        "p", "service", goals=(Goal("g", 0, agency_words="Parent completes class", is_required=True),)
    )
    assert [(a.check, a.row_id) for a in advise(plan, ADULTS)] == [(Check.GOAL_WORDS, "g")]


HARD = (
    "The respondent parent demonstrates appropriate supervision capabilities and consistently participates in the "
    "recommended therapeutic interventions as determined necessary by the multidisciplinary evaluation."
)
HARD_ES = (
    "La progenitora demostrará capacidades apropiadas de supervisión y participará consistentemente en las "
    "intervenciones terapéuticas recomendadas según lo determinado por la evaluación multidisciplinaria correspondiente."
)


def test_long_words_and_long_sentences_are_hard_to_read() -> None:
    assert is_hard(HARD)
    assert is_hard(HARD_ES)
    assert not is_hard("Lucía reads with Luz and Sam every night. Luz picks the book.")
    assert not is_hard("Lucía lee con Luz y Sam cada noche. Luz elige el libro. Sam apaga la luz.")


def test_a_few_words_say_nothing_about_reading() -> None:
    assert grade("Multidisciplinary evaluation") is None


def test_the_language_is_told_by_its_small_words() -> None:
    assert language_of(HARD_ES) == "es"
    assert language_of(HARD) == "en"


@pytest.mark.parametrize(
    ("word", "count"), [("house", 1), ("every", 3), ("Sunday", 2), ("table", 2), ("wanted", 2), ("family", 3)]
)
def test_english_syllables(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("casa", 2),
        ("día", 2),
        ("familia", 3),
        ("leer", 2),
        ("que", 1),
        ("escuela", 3),
        ("guitarra", 3),
        ("hoy", 1),
    ],
)
def test_spanish_syllables(word: str, count: int) -> None:
    assert spanish_syllables(word) == count
