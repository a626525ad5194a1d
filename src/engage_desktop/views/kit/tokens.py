"""The one place that decides colour, size, space and roundness.

Colours have meanings, not names of paint: `plum` is somebody's words, `info` a promise, `good` a strength
or somebody seen, `warn` not yet, `clay` unfinished, `sand` neutral, `bad` stop. A tone `x` always has a
paper `xsoft` that it can be read on. `p0` to `p6` are people, one colour each on every screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "bg": "#F7F5F0",
        "surface": "#FFFFFF",
        "raised": "#FFFFFF",
        "sunk": "#F0EBE3",
        "paper": "#FBFAF6",
        "line": "#E4DED2",
        "hair": "#EEE9DF",
        "edge": "#8A8273",
        "text": "#1B232C",
        "muted": "#5A616B",
        "focus": "#1B232C",
        "shade": "#281C0A",
        "primary": "#0B6A6C",
        "onprimary": "#FFFFFF",
        "primarysoft": "#DFF0ED",
        "good": "#1E7443",
        "ongood": "#FFFFFF",
        "goodsoft": "#DFF2E4",
        "warn": "#875004",
        "warnsoft": "#FDF0D5",
        "bad": "#B3261E",
        "onbad": "#FFFFFF",
        "badsoft": "#FBE5E2",
        "info": "#2456A6",
        "infosoft": "#E4EDFA",
        "plum": "#6A3D97",
        "plumsoft": "#F0E8F8",
        "clay": "#A8431A",
        "claysoft": "#FBE8DD",
        "sand": "#665840",
        "sandsoft": "#F0EADF",
        "muted_soft": "#EFEBE2",
        "quote": "#FFF8EA",
        "quoteline": "#EFDDB9",
        "quoteink": "#7A4B08",
        "mark": "#FFE3A0",
        "onmark": "#1B232C",
        "rail": "#12313A",
        "railtext": "#C8D8DA",
        "railsel": "#1F4B56",
        "onrail": "#FFFFFF",
        "railmark": "#8FDDD6",
        "railfocus": "#FFFFFF",
        "badge": "#FFD08A",
        "onbadge": "#3A2500",
        "tip": "#1B232C",
        "ontip": "#F7F5F0",
        "p0": "#0B6E70",
        "p0soft": "#DCF0EE",
        "p1": "#7B3F86",
        "p1soft": "#F3E5F5",
        "p2": "#A0461F",
        "p2soft": "#FCE7DB",
        "p3": "#2456A6",
        "p3soft": "#E2ECFB",
        "p4": "#56660F",
        "p4soft": "#EEF3D5",
        "p5": "#A62E5C",
        "p5soft": "#FBE2EB",
        "p6": "#4A5568",
        "p6soft": "#E9ECF1",
        "dusk": "#12303C",
        "dusk2": "#1A4150",
        "duskline": "#2C5867",
        "dusktext": "#FBF5E9",
        "duskmuted": "#B5CDD3",
        "dusksun": "#F6CD8E",
        "sky1": "#FDF3E3",
        "sky2": "#F6D9BE",
        "hill1": "#E8B99A",
        "hill2": "#A9B49C",
        "hill3": "#4E8581",
        "hill4": "#1C4B52",
        "sun": "#F2A65A",
        "wick": "#FFD98A",
        "bond_close": "#1E7443",
        "bond_strain": "#B3261E",
        "bond_far": "#5A616B",
    }
)

DARK: Mapping[str, str] = MappingProxyType(
    {
        "bg": "#14171A",
        "surface": "#1D2226",
        "raised": "#242A2F",
        "sunk": "#191D21",
        "paper": "#181C20",
        "line": "#30373D",
        "hair": "#282E33",
        "edge": "#7D8790",
        "text": "#F0EDE7",
        "muted": "#A9B1B8",
        "focus": "#FFFFFF",
        "shade": "#000000",
        "primary": "#63CBC4",
        "onprimary": "#06282A",
        "primarysoft": "#173B3C",
        "good": "#7AD29B",
        "ongood": "#0C2415",
        "goodsoft": "#1A3928",
        "warn": "#F3BE6C",
        "warnsoft": "#3F3016",
        "bad": "#FF9A90",
        "onbad": "#3B0B07",
        "badsoft": "#47231F",
        "info": "#9CC1FF",
        "infosoft": "#1E2F4B",
        "plum": "#CDB0F2",
        "plumsoft": "#33274A",
        "clay": "#FFA882",
        "claysoft": "#43271B",
        "sand": "#D6C6A8",
        "sandsoft": "#363024",
        "muted_soft": "#262C32",
        "quote": "#2B2516",
        "quoteline": "#4A3D1E",
        "quoteink": "#F0C987",
        "mark": "#5B4614",
        "onmark": "#F7F0E2",
        "rail": "#0D1214",
        "railtext": "#B7C3C6",
        "railsel": "#1D343A",
        "onrail": "#FFFFFF",
        "railmark": "#8FDDD6",
        "railfocus": "#FFFFFF",
        "badge": "#FFD08A",
        "onbadge": "#3A2500",
        "tip": "#F0EDE7",
        "ontip": "#1B232C",
        "p0": "#6FD3CE",
        "p0soft": "#143A3C",
        "p1": "#D9A6E3",
        "p1soft": "#38243D",
        "p2": "#F4A988",
        "p2soft": "#43291D",
        "p3": "#9CC0FF",
        "p3soft": "#1D304F",
        "p4": "#C6D67A",
        "p4soft": "#2F361A",
        "p5": "#F59ABB",
        "p5soft": "#45202F",
        "p6": "#B6C2D1",
        "p6soft": "#2A343F",
        "dusk": "#0C222B",
        "dusk2": "#14323E",
        "duskline": "#2C5867",
        "dusktext": "#FBF5E9",
        "duskmuted": "#B5CDD3",
        "dusksun": "#F6CD8E",
        "sky1": "#1B2430",
        "sky2": "#3A3038",
        "hill1": "#5A4340",
        "hill2": "#3A4A45",
        "hill3": "#20413F",
        "hill4": "#0F2A2E",
        "sun": "#E8A15C",
        "wick": "#FFD98A",
        "bond_close": "#7AD29B",
        "bond_strain": "#FF9A90",
        "bond_far": "#A9B1B8",
    }
)

TONES = ("primary", "good", "warn", "bad", "info", "plum", "clay", "sand")
PEOPLE = ("p0", "p1", "p2", "p3", "p4", "p5", "p6")

GAP_LINE, GAP_TIGHT, GAP, GAP_ROW, GAP_BLOCK, MARGIN, GAP_WIDE = 2, 6, 8, 12, 16, 24, 32

TEXT_LEAST, TEXT_SMALL, TEXT, TEXT_LARGE, TEXT_READING = 13, 14, 15, 16, 17
TEXT_PANEL, TEXT_CARD, TEXT_QUESTION, TEXT_PAGE, TEXT_DOOR = 18, 20, 25, 28, 34

RADIUS_BUTTON, RADIUS_CARD, RADIUS_RAIL, RADIUS_DOOR = 12, 16, 14, 24

TARGET = 44
RING = 4
FOOT = "foot"
MEASURE = 720
LARGE_FROM = 1.2
SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

READABLE: tuple[tuple[str, str], ...] = (
    *((tone, f"{tone}soft") for tone in (*TONES, *PEOPLE)),
    *((tone, "surface") for tone in TONES),
    *((tone, "bg") for tone in TONES),
    *(
        (ink, paper)
        for ink in ("text", "muted")
        for paper in ("bg", "surface", "raised", "sunk", "paper", "muted_soft")
    ),
    *(("text", f"{tone}soft") for tone in TONES),
    *(("muted", f"{tone}soft") for tone in ("primary", "sand", "plum", "info", "good")),
    ("onprimary", "primary"),
    ("ongood", "good"),
    ("onbad", "bad"),
    ("quoteink", "quote"),
    ("text", "quote"),
    ("muted", "quote"),
    ("onmark", "mark"),
    ("railtext", "rail"),
    ("railtext", "railsel"),
    ("onrail", "railsel"),
    ("railmark", "rail"),
    ("onbadge", "badge"),
    ("ontip", "tip"),
    ("dusktext", "dusk"),
    ("duskmuted", "dusk2"),
    ("dusksun", "dusk2"),
)
"""Pairs of ink and paper that carry words: at least 4.5 to 1."""

VISIBLE: tuple[tuple[str, str], ...] = (
    ("edge", "surface"),
    ("edge", "bg"),
    ("edge", "sunk"),
    ("edge", "sandsoft"),
    ("focus", "bg"),
    ("focus", "surface"),
    ("railfocus", "rail"),
    ("primary", "primarysoft"),
    ("badge", "rail"),
    ("bond_close", "surface"),
    ("bond_strain", "surface"),
    ("bond_far", "surface"),
)
"""Pairs where a border or shape says what something is: at least 3 to 1."""


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB`, as WCAG 2 defines it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2 defines it."""
    dim, lit = sorted((luminance(one), luminance(other)))
    return (lit + 0.05) / (dim + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour `share` of the way from `one` to `other`."""
    pairs = ((int(one[n : n + 2], 16), int(other[n : n + 2], 16)) for n in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def weaker_than_wanted() -> list[tuple[str, str, str, float]]:
    """Return every pair that is harder to read or to see than promised; empty is right."""
    return [
        (name, ink, paper, round(contrast(colours[ink], colours[paper]), 2))
        for name, colours in (("light", LIGHT), ("dark", DARK))
        for pairs, least in ((READABLE, 4.5), (VISIBLE, 3.0))
        for ink, paper in pairs
        if contrast(colours[ink], colours[paper]) < least
    ]
