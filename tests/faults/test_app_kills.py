"""The application is killed without warning while somebody types; it reopens at the same place with the same words."""

from __future__ import annotations

import random
import string
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.support import families
from tests.support.desk import PASSPHRASE
from tests.support.profiles import laptop_of, sample_profile

from engage_desktop.app.tour.stage import Laptop, wait_until
from engage_desktop.services.place import Place

ROUTE = f"note:{families.UNFINISHED_NOTE}"
SECTION = "What we saw"
LONGEST_LOSS = 1.0
LETTERS = string.ascii_lowercase


@dataclass(slots=True)
class Typist:
    """Types words and remembers when each was on the screen."""

    dice: random.Random
    typed: list[tuple[float, str]] = field(default_factory=list)
    number: int = 0

    def type_for(self, laptop: Laptop, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.number += 1
            word = f"w{self.number}{''.join(self.dice.choice(LETTERS) for _ in range(4))} "
            laptop.say("type", text=word)
            self.typed.append((time.monotonic(), word.strip()))

    def must_be_there(self, killed: float) -> list[str]:
        return [word for at, word in self.typed if at <= killed - LONGEST_LOSS]


def unlock(laptop: Laptop) -> None:
    laptop.start()
    laptop.write("Passphrase", PASSPHRASE)
    laptop.key("Return")
    wait_until("the note is open again", lambda: laptop.say("state")["place"] == ROUTE)


def kill_while_typing(folder: Path, times: int, seed: int) -> tuple[int, int]:
    """Kill the application `times` times; return how many words were kept and how many lost beyond a second."""
    dice = random.Random(seed)
    sample_profile(folder, Place(ROUTE))
    laptop, typist = laptop_of(folder), Typist(dice)
    unlock(laptop)
    laptop.patiently("focus", name=SECTION)
    laptop.key("Ctrl+End")
    lost = 0
    for _ in range(times):
        typist.type_for(laptop, dice.uniform(0.2, 2.4))
        killed = time.monotonic()
        laptop.kill()
        unlock(laptop)
        wait_until("the words are back", lambda: SECTION in str(laptop.say("state")["focus"]))
        there = str(laptop.say("state")["text"])
        lost += len([word for word in typist.must_be_there(killed) if word not in there])
        typist.typed = [(at, word) for at, word in typist.typed if word in there]
    assert laptop.quit() == 0
    return len(typist.typed), lost


@pytest.mark.timeout(300)
def test_twenty_kills_while_typing_lose_at_most_a_second(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, lost = kill_while_typing(tmp_path / "laptop", 20, seed=20)
    with capsys.disabled():
        print(f"\n20 kills of the application: {kept} words kept, {lost} lost that were older than a second")
    assert lost == 0
    assert kept > 0


@pytest.mark.faults
@pytest.mark.timeout(3600)
def test_two_hundred_kills_while_typing_lose_at_most_a_second(tmp_path: Path) -> None:
    kept, lost = kill_while_typing(tmp_path / "laptop", 200, seed=200)
    print(f"\n200 kills of the application: {kept} words kept, {lost} lost that were older than a second")
    assert lost == 0
    assert kept > 0
