"""A passphrase is five drawn words, or long and hard to guess; what it costs fits the laptop."""

from __future__ import annotations

import pytest
from tests.fakes import FrozenClock

from engage_desktop.store import crypto
from engage_desktop.store.calibrate import calibrated
from engage_desktop.store.passphrase import Verdict, generated, judged, wordlist


def test_generated_passphrases_are_five_words_and_accepted() -> None:
    text = generated()
    assert len(text.split()) == 5
    assert judged(text).verdict is Verdict.GENERATED
    assert judged(text).accepted
    assert judged(text).guesses_log10 > 19


def test_each_word_is_drawn_evenly_from_the_whole_list() -> None:
    asked: list[int] = []

    def draw(limit: int) -> int:
        asked.append(limit)
        return limit - 1

    assert generated(draw) == " ".join([wordlist()[-1]] * 5)
    assert asked == [7776] * 5


def test_the_word_list_is_whole_and_plain() -> None:
    words = wordlist()
    assert len(set(words)) == 7776
    assert all(word.isascii() and word == word.lower() and " " not in word for word in words)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("", Verdict.EMPTY),
        ("      ", Verdict.EMPTY),
        ("Xk9#vQ2!pL", Verdict.TOO_SHORT),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Verdict.TOO_COMMON),
        ("passwordpassword", Verdict.TOO_COMMON),
        ("123456789012345", Verdict.TOO_COMMON),
        ("abacus abacus abacus abacus abacus", Verdict.TOO_COMMON),
        ("x" * 300, Verdict.TOO_LONG),
        ("grey otters paint seven loud kitchens", Verdict.STRONG),
        ("tres nutrias pintan una cocina ruidosa", Verdict.STRONG),
        ("qV7-mzR2-kKx9-Wd4u", Verdict.STRONG),
    ],
)
def test_passphrases_are_judged(text: str, verdict: Verdict) -> None:
    assert judged(text).verdict is verdict


def test_what_guessers_know_counts_against_a_passphrase() -> None:
    about = ("Marisol", "Quintanilla", "Franklin County")
    plain, informed = judged("marisolquintanilla7"), judged("marisolquintanilla7", about)
    assert informed.guesses_log10 < plain.guesses_log10
    assert not informed.accepted


def test_judging_a_hostile_length_stays_quick() -> None:
    assert judged("correct horse battery staple " * 8).guesses_log10 > 0


class SlowLaptop(FrozenClock):
    """A clock that says each look at it came later: the first costs are cheap, the next ones dear."""

    def __init__(self, seconds: list[float]) -> None:
        super().__init__()
        self._seconds = iter(seconds)
        self._inside = False

    def monotonic(self) -> float:
        if self._inside:
            self.advance(next(self._seconds))
        self._inside = not self._inside
        return super().monotonic()


@pytest.mark.parametrize(
    ("seconds", "m_kib"), [([0.9], 64), ([0.25, 0.5], 128), ([0.29, 0.7], 64), ([0.1, 0.2, 0.3, 0.4], 256)]
)
def test_the_cost_is_the_dearest_that_fits_and_never_below_the_floor(
    seconds: list[float], m_kib: int
) -> None:
    assert calibrated(SlowLaptop(seconds)).m_kib == m_kib * 1024


def test_a_cost_below_the_floor_cannot_be_used() -> None:
    with pytest.raises(crypto.Refused):
        crypto.stretch("x", b"s" * 16, crypto.Kdf(m_kib=1024))
