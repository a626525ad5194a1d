"""The whole job through the real windows: two laptops, a real server, a cut network, a kill in mid-sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engage_desktop.app.tour.run import TourOptions, run_tour


@pytest.mark.timeout(600)
def test_a_caseworkers_day_from_the_first_run_to_two_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run_tour(TourOptions(tmp_path, ("day",))) == 0
    told = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert all(check["fine"] for check in told["checks"])
    assert told["figures"]["words found in clear"] == 0
    assert len(told["pictures"]) >= 25


@pytest.mark.timeout(600)
def test_a_family_is_drawn_from_nothing_understood_and_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert run_tour(TourOptions(tmp_path, ("family",))) == 0
    told = json.loads((tmp_path / "tour.json").read_text(encoding="utf-8"))
    assert all(check["fine"] for check in told["checks"])
    assert len(told["pictures"]) >= 20


@pytest.mark.nightly
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    ("dark", "text", "locale"), [(True, 200, "en"), (False, 150, "es"), (True, 100, "es")]
)
def test_the_same_day_in_other_looks_and_languages(
    tmp_path: Path, dark: bool, text: int, locale: str
) -> None:
    assert run_tour(TourOptions(tmp_path, ("day", "family"), dark, text, locale)) == 0


@pytest.mark.nightly
@pytest.mark.timeout(900)
def test_a_large_caseload_arrives(tmp_path: Path) -> None:
    assert run_tour(TourOptions(tmp_path, ("arrival",))) == 0
