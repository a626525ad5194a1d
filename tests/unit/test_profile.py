"""The few settings that must be known before the vault is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from engage_desktop.app.profile import Look, Profile


def test_a_look_is_kept_and_found_again(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "p")
    profile.keep(Look("es", True, 1.5))
    assert profile.look() == Look("es", True, 1.5)


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", '{"locale": 3}', '{"locale": "en", "dark": true, "scale": "x"}']
)
def test_a_broken_look_file_means_the_default(tmp_path: Path, broken: str) -> None:
    (tmp_path / "look.json").write_text(broken, encoding="utf-8")
    assert Profile(tmp_path).look() == Look()


def test_an_impossible_text_size_becomes_the_nearest_possible() -> None:
    assert Look(scale=9.0).checked().scale == 2.0
    assert Look(scale=0.1).checked().scale == 1.0
    assert not Look(locale="xx").checked().locale
