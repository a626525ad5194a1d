from __future__ import annotations

from datetime import date

import pytest

from engage_domain.rough_dates import Precision, Rough, last_day, precision, read_rough
from engage_domain.typed_dates import BadDate


@pytest.mark.parametrize(
    ("typed", "on", "known", "until"),
    [
        ("2019", date(2019, 1, 1), Precision.YEAR, date(2019, 12, 31)),
        ("about 2019", date(2019, 1, 1), Precision.YEAR, date(2019, 12, 31)),
        ("March 2020", date(2020, 3, 1), Precision.MONTH, date(2020, 3, 31)),
        ("enero de 2020", date(2020, 1, 2), Precision.MONTH, date(2020, 1, 31)),
        ("Summer 2021", date(2021, 6, 21), Precision.SEASON, date(2021, 9, 20)),
        ("otoño de 2021", date(2021, 9, 21), Precision.SEASON, date(2021, 12, 21)),
        ("around 14 March 2020", date(2020, 3, 14), Precision.ABOUT, date(2020, 3, 14)),
        ("3/14/2020", date(2020, 3, 14), Precision.DAY, date(2020, 3, 14)),
        ("14 de marzo de 2020", date(2020, 3, 14), Precision.DAY, date(2020, 3, 14)),
    ],
)
def test_a_rough_day_keeps_how_much_of_it_is_known(
    typed: str, on: date, known: Precision, until: date
) -> None:
    read = read_rough(typed)
    assert read is not None
    assert (read.on, precision(read.on, roughly=read.roughly)) == (on, known)
    assert last_day(read.on, roughly=read.roughly) == until


def test_nothing_written_is_no_day() -> None:
    assert read_rough("  ") is None


@pytest.mark.parametrize(
    "typed", ["soon", "summer", "about", "12", "99999", "summer of love", "??", "12/31/9999", "3/14/1020"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(BadDate):
        read_rough(typed)


def test_an_exact_first_of_the_month_stays_a_day() -> None:
    assert read_rough("March 1, 2020") == Rough(date(2020, 3, 1))
    assert precision(date(2020, 3, 1), roughly=False) is Precision.DAY
