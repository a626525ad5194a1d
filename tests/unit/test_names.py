"""Names are found in any spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engage_domain.names import case_key, fold, initials, sound_alike, sound_keys, words

HEARD = [
    ("Gimenes", "Jiménez"), ("Ernandez", "Hernández"), ("Vasques", "Vásquez"), ("Velasques", "Velázquez"),
    ("Chabes", "Chávez"), ("Llolanda", "Yolanda"), ("Giyermo", "Guillermo"), ("Siomara", "Xiomara"),
    ("Jimena", "Ximena"), ("Yesica", "Jessica"), ("Stefany", "Stephanie"), ("Cristofer", "Christopher"),
    ("Catherine", "Kathryn"), ("Micheal", "Michael"), ("Shawn", "Sean"), ("Phillip", "Philip"),
    ("Jefrey", "Jeffrey"), ("Geoffrey", "Jeffrey"), ("Nickolas", "Nicholas"), ("Zackery", "Zachary"),
    ("Obrian", "O’Brien"), ("Mcdonald", "MacDonald"), ("Nguyn", "Nguyen"), ("Kowalsky", "Kowalski"),
    ("Ramires", "Ramírez"), ("Castaneda", "Castañeda"), ("Shafer", "Schäfer"), ("Hose", "José"),
    ("Elena", "Helena"), ("Alvares", "Álvarez"),
]  # fmt: skip
MOST_WAYS = 3**4
DIFFERENT = [
    ("Baptiste", "Dobbs"),
    ("Marisol", "Mateo"),
    ("Chen", "Okafor"),
    ("Luz", "Sam"),
    ("Greene", "Chen"),
]


@pytest.mark.parametrize(("heard", "written"), HEARD)
def test_a_name_written_as_it_was_heard_sounds_like_the_name(heard: str, written: str) -> None:
    assert sound_alike(words(heard)[0], words(written)[0])


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_names_do_not_sound_alike(one: str, other: str) -> None:
    assert not sound_alike(fold(one), fold(other))


def test_accents_case_and_apostrophes_do_not_matter() -> None:
    assert words("O’Brien-Muñoz") == words("OBRIEN munoz") == ("obrien", "munoz")
    assert fold("Łukasz Đặng Jørgen Straße") == "lukasz dang jorgen strasse"
    assert fold("Zoe\u0308") == fold("Zoë") == "zoe"


def test_a_case_number_is_its_letters_and_digits() -> None:
    assert case_key("24-1187/b") == case_key("24 1187 B") == "241187b"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Alvarez–Greene", "AG"),
        ("Dobbs", "D"),
        ("de la Cruz", "DC"),
        ("  ", ""),
        ("Ana María", "AM"),
        ("李", "李"),
    ],
)
def test_a_family_has_one_or_two_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_name_full_of_doubtful_letters_stays_small() -> None:
    assert len(sound_keys("xjgechlly" * 8)) <= MOST_WAYS


@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    for word in words(text):
        assert len(sound_keys(word)) <= MOST_WAYS
    initials(text)
    case_key(text)
