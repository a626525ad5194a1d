from __future__ import annotations

from engage_desktop.views.kit import sheet
from engage_desktop.views.kit.tokens import DARK, LIGHT, contrast, mixed, weaker_than_wanted


def test_every_pair_of_ink_and_paper_can_be_read_light_and_dark() -> None:
    assert weaker_than_wanted() == []


def test_light_and_dark_know_the_same_tokens() -> None:
    assert set(LIGHT) == set(DARK)


def test_contrast_is_what_the_standard_says() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21.0
    assert contrast("#777777", "#777777") == 1.0


def test_a_mix_lies_between_its_colours() -> None:
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"


def test_the_sheet_sets_no_font_for_everything() -> None:
    text = sheet.rules(LIGHT, round, round)
    assert "font" not in text
    assert "url(" not in text
