"""Days people know only roughly: `2019`, `March 2020`, `summer 2021`, `about 14 March 2020`.

A rough day is kept as one plain date and the word that it is rough. The date tells how much is known: 1 January is a
year, another first (for January the second) is a month, the 21st of a season's first month is that season.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from engage_domain.names import fold
from engage_domain.typed_dates import BadDate, read_date

SEASONS = {
    "spring": 3, "primavera": 3, "summer": 6, "verano": 6, "fall": 9, "autumn": 9, "otono": 9, "winter": 12,
    "invierno": 12,
}  # fmt: skip
ABOUT = frozenset(
    (
        "about", "around", "roughly", "circa", "ca", "early", "late", "mid", "maybe", "hacia", "alrededor",
        "aproximadamente", "principios", "finales", "mediados", "quiza", "quizas",
    )
)  # fmt: skip
FILLERS = frozenset({"in", "of", "the", "en", "de", "del", "a", "el", "sometime"})
PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]+")
FIRST_YEAR, LAST_YEAR = 1900, 2200
SEASON_DAY, SEASON_DAYS = 21, 91


class Precision(StrEnum):
    """How much of a day is known."""

    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    ABOUT = "about"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Rough:
    """A day, and whether it is only roughly known."""

    on: date
    roughly: bool = False


def read_rough(text: str) -> Rough | None:
    """Read a day as people remember it, nothing as None; BadDate when it cannot be understood."""
    pieces = PIECE.findall(text)
    known = [p for p in pieces if fold(p) not in ABOUT and fold(p) not in FILLERS]
    words = [fold(p) for p in known]
    about = any(fold(p) in ABOUT for p in pieces)
    if not words:
        if text.strip():
            raise BadDate("not_a_date")
        return None
    if len(words) == 1:
        return Rough(date(_year(words[0]), 1, 1), roughly=True)
    if len(words) == 2 and words[0] in SEASONS:
        return Rough(date(_year(words[1]), SEASONS[words[0]], SEASON_DAY), roughly=True)
    found = read_date(" ".join(p for p in pieces if fold(p) not in ABOUT))
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise BadDate("not_a_date")
    if len(words) == 2:
        return Rough(found.replace(day=2) if found.month == 1 else found, roughly=True)
    return Rough(found, roughly=about)


def precision(on: date, *, roughly: bool) -> Precision:
    """Return how much of a kept day is known."""
    if not roughly:
        return Precision.DAY
    if (on.month, on.day) == (1, 1):
        return Precision.YEAR
    if on.day == 1 or (on.month, on.day) == (1, 2):
        return Precision.MONTH
    return Precision.SEASON if _is_season(on) else Precision.ABOUT


def last_day(on: date, *, roughly: bool) -> date:
    """Return the last day that a kept day may mean: the end of its year, season or month."""
    match precision(on, roughly=roughly):
        case Precision.YEAR:
            return date(on.year, 12, 31)
        case Precision.MONTH:
            return date(on.year, on.month, calendar.monthrange(on.year, on.month)[1])
        case Precision.SEASON:
            return on + timedelta(days=SEASON_DAYS)
        case _:
            return on


def _is_season(on: date) -> bool:
    return on.day == SEASON_DAY and on.month in SEASONS.values()


def _year(word: str) -> int:
    year = int(word) if word.isdecimal() and len(word) == 4 else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadDate("not_a_date")
    return year
