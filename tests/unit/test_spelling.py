"""Which words are looked at, in which language, and that the helper says nothing but words."""

from __future__ import annotations

import io
import json
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from engage_desktop.app.spell_helper import dictionaries, serve, spell_command
from engage_domain.spelling import (
    folded,
    in_units,
    name_words,
    unknown,
    usual_language,
    words,
    written_in,
    wrong,
)

NOBODY: frozenset[str] = frozenset()


def found(text: str, leave: frozenset[str] = NOBODY) -> list[str]:
    return [word.text for word in words(text, leave)]


def test_words_are_found_with_accents_and_apostrophes() -> None:
    assert found("El niño dijo “mamá” — they’re fine.") == ["El", "niño", "dijo", "mamá", "they're", "fine"]


def test_a_letter_with_a_loose_accent_is_looked_up_composed() -> None:
    assert found("cafe\u0301") == ["café"]
    assert next(words("cafe\u0301", NOBODY)).length == 5


def test_abbreviations_figures_and_addresses_are_no_words() -> None:
    assert found("CPS and FASP: 14B, ana@example.org, www.example.org/plan, 3pm a") == ["and"]


def test_names_are_left_alone_also_with_an_s() -> None:
    leave = name_words(["Mariluz Álvarez-Greene"])
    assert found("Mariluz’s note for ÁLVAREZ and greene, recieved", leave) == [
        "note",
        "for",
        "and",
        "recieved",
    ]
    assert folded("ÁLVAREZ") in leave


def test_only_what_was_looked_up_is_wrong() -> None:
    good = {"ok": frozenset({"en"}), "recieved": frozenset()}
    text = "ok recieved somthing"
    there = list(words(text, NOBODY))
    assert [w.text for w in wrong(there, "en", good)] == ["recieved"]
    assert unknown(there, good) == {"somthing"}


def test_the_language_is_the_one_most_words_are_right_in() -> None:
    english, spanish = frozenset({"en"}), frozenset({"es"})
    good = dict.fromkeys(["the", "mother", "said", "she", "will", "come"], english) | {"casa": spanish}
    text = "the mother said she will come the casa"
    assert written_in(words(text), good, "es") == "en"
    assert written_in(words("the mother"), good, "es") == "es"
    assert usual_language("ht", "", "es") == "es"
    assert usual_language("ht") == "en"


def test_places_are_counted_as_the_editor_counts_them() -> None:
    text = "niño 😀 recieve 😀"
    assert [(w.start, w.length) for w in in_units(text, words(text))] == [(0, 4), (8, 7)]
    assert [(w.start, w.length) for w in in_units("plain text", words("plain text"))] == [(0, 5), (6, 4)]


@pytest.fixture(scope="module")
def folder() -> Path:
    return Path(str(files("engage_desktop").joinpath("_resources", "spelling")))


def test_the_dictionaries_know_both_languages_and_the_words_of_the_field(folder: Path) -> None:
    spellers = dictionaries(folder)
    assert all(spellers["en"].spell(w) for w in ("receive", "caseworker", "genogram", "they're"))
    assert all(spellers["es"].spell(w) for w in ("habitación", "niño", "guagua", "pingüino"))
    assert "receive" in spellers["en"].suggest("recieve")
    assert "habitación" in spellers["es"].suggest("habitacion")
    assert not spellers["es"].spell("reunion")


def test_a_line_that_is_no_question_ends_the_talk(folder: Path) -> None:
    told = io.BytesIO()
    asked = b'{"n": 1, "check": ["receive", "recieve"]}\nnonsense\n{"n": 2, "check": ["a"]}\n'
    serve(dictionaries(folder), io.BytesIO(asked), told)
    assert [json.loads(line) for line in told.getvalue().splitlines()] == [
        {"n": 1, "good": {"receive": ["en"], "recieve": []}}
    ]


def test_the_helper_writes_no_file_and_ends_with_its_input(tmp_path: Path) -> None:
    done = subprocess.run(
        spell_command(), input=b'{"n": 7, "suggest": "recieve", "in": "en"}\n', capture_output=True,
        cwd=tmp_path, env={"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert json.loads(done.stdout)["meant"][0] == "receive"
    assert not done.stderr
    assert not list(tmp_path.rglob("*"))


def test_licences_stand_beside_the_dictionaries(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    assert {"LICENSE-en.txt", "LICENSE-es.txt", "LICENSE-MPL-1.1.txt", "SOURCES.md"} <= names
