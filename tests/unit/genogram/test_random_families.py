"""Five hundred random families, each drawing held against rules that know nothing of how it was made."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from tests.unit.genogram.checker import violations
from tests.unit.genogram.families import TODAY, random_family

from engage_domain.genogram.draw import draw
from engage_domain.genogram.model import Options, Sizes, Spot

SEEDS = 100


@pytest.mark.parametrize("size", [8, 19, 40, 80, 150])
def test_a_hundred_random_families_are_drawn_without_a_fault(size: int) -> None:
    found = {}
    for seed in range(SEEDS):
        family = random_family(seed * 1000 + size, size)
        faults = violations(family, draw(family, Options(TODAY)))
        if faults:
            found[seed] = faults
    assert found == {}


@pytest.mark.parametrize("seed", range(10))
def test_the_same_family_gives_the_same_drawing(seed: int) -> None:
    family = random_family(seed, 40)
    assert draw(family, Options(TODAY, "p003")) == draw(random_family(seed, 40), Options(TODAY, "p003"))


@pytest.mark.parametrize("factor", [1.2, 1.5, 2.0])
def test_larger_text_is_drawn_without_a_fault(factor: float) -> None:
    for seed in range(10):
        family = random_family(seed, 40)
        assert violations(family, draw(family, Options(TODAY, sizes=Sizes().times(factor)))) == []


@pytest.mark.parametrize("seed", range(20))
def test_remembered_places_are_kept_and_everybody_else_finds_room(seed: int) -> None:
    family = random_family(seed, 40)
    dice = random.Random(seed)
    before = draw(family, Options(TODAY))
    moved = dice.sample(before.symbols, 5)
    remembered = {one.person_id: Spot(one.at.x + 97 * (n + 1), one.at.y) for n, one in enumerate(moved)}
    after = draw(family, Options(TODAY, remembered=remembered))
    assert {one.person_id: one.at for one in after.symbols if one.is_remembered} == remembered
    for one in after.symbols:
        for other in after.symbols:
            if one.person_id < other.person_id and not (one.is_remembered and other.is_remembered):
                assert not one.box.overlaps(other.box)


@pytest.mark.parametrize("seed", range(10))
def test_a_whole_remembered_picture_comes_back_as_it_was(seed: int) -> None:
    family = random_family(seed, 40)
    before = draw(family, Options(TODAY))
    places = {one.person_id: one.at for one in before.symbols}
    after = draw(family, Options(TODAY, remembered=places))
    assert [replace(one, is_remembered=False) for one in after.symbols] == list(before.symbols)
    assert replace(after, symbols=()) == replace(before, symbols=())
