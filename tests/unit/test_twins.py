from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from engage_desktop.app.twins import spellings, spellings_of_part


@pytest.fixture
def spanish_is_spoken() -> Iterator[None]:
    QLocale.setDefault(QLocale("es_US"))
    yield
    QLocale.setDefault(QLocale("en_US"))


@pytest.mark.usefixtures("spanish_is_spoken")
@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("Start visit", "Empezar visita"),
        ("12 families", "12 familias"),
        ("Marisol, Mother, not marked", "Marisol, Madre, sin marcar"),
        ("Elena, seen alone: Yes", "Elena, ¿a solas?: Sí"),
        ("Came in Elena", "Llegó Elena"),
        ("Elena said", "Elena dijo"),
        ("Next: ", "Sigue: "),
        ("Keep mine", "Elegir la mía"),
    ],
)
def test_a_control_is_found_by_its_english_name_in_spanish(english: str, spanish: str) -> None:
    assert spanish in spellings(english)


@pytest.mark.usefixtures("spanish_is_spoken")
@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("words that open", "Las palabras que abren esta computadora"),
        ("the agency has all of it", "Todo está guardado en esta computadora, y la agencia lo tiene todo"),
        ("Was Mateo seen alone", "¿Vio a Mateo a solas? Sí, no o n/c."),
    ],
)
def test_part_of_a_sentence_is_found_too(part: str, shown: str) -> None:
    assert any(spelt in shown for spelt in spellings_of_part(part))


@pytest.mark.usefixtures("spanish_is_spoken")
def test_what_people_are_called_stays_as_it_is() -> None:
    assert spellings("Alvarez–Greene") == ["Alvarez–Greene"]


def test_in_english_a_name_is_itself() -> None:
    assert spellings("Marisol, Mother, not marked") == ["Marisol, Mother, not marked"]
