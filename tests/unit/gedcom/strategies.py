"""Trees of every shape, in the one form reading gives them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from engage_domain.gedcom.calendars import MONTHS, Calendar
from engage_domain.gedcom.dates import DateValue, Kind, Point
from engage_domain.gedcom.model import (
    Association,
    ChildLink,
    Event,
    Name,
    NameKind,
    Pedigree,
    Person,
    Sex,
    Tree,
    Union,
    UnionEvent,
    UnionEventKind,
    normal_link,
)

LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"], exclude_characters="/\ufeff()"
)
WORD = st.one_of(
    st.sampled_from(["Ana", "@home", "a@b.org", "@@", "@I1@", "Núñez", "太郎", "O’Neil"]),
    st.text(LETTERS, min_size=1, max_size=8),
)
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
MAYBE = st.one_of(st.just(""), WORDS)
LINE = st.one_of(
    st.just(""), WORDS, st.integers(150, 900).map(lambda n: "lange Wörter @ und mehr "[: n % 24] * (n // 20))
)
NOTES = st.lists(LINE, min_size=1, max_size=5).map("\n".join).map(str.strip).filter(bool)


@st.composite
def points(draw: st.DrawFn) -> Point:
    calendar = draw(st.sampled_from(list(Calendar)))
    month = draw(st.integers(0, len(MONTHS[calendar])))
    day = draw(st.integers(0, 31)) if month else 0
    year = draw(st.integers(1, 5999))
    roman = calendar in {Calendar.GREGORIAN, Calendar.JULIAN}
    era = roman and draw(st.booleans())
    dual = year + 1 if roman and not era and draw(st.booleans()) else 0
    return Point(year, month, day, calendar, era, dual)


@st.composite
def date_values(draw: st.DrawFn) -> DateValue:
    kind = draw(st.sampled_from(list(Kind)))
    phrase = draw(MAYBE)
    if kind is Kind.PHRASE:
        return DateValue(kind, phrase=f"{phrase} then".strip())
    first = draw(points()) if kind is not Kind.TO else None
    last = draw(points()) if kind in {Kind.BETWEEN, Kind.TO, Kind.PERIOD} else None
    two_styles = any(point and point.dual for point in (first, last))
    return DateValue(kind, first, last, "" if two_styles else phrase)


EVENTS = st.builds(Event, st.none() | date_values(), MAYBE)
DEATHS = st.builds(Event, st.none() | date_values(), MAYBE, MAYBE)


@st.composite
def names(draw: st.DrawFn) -> Name:
    given, surname, suffix = draw(MAYBE), draw(MAYBE), draw(MAYBE)
    full = " ".join(
        part for part in (given, f"/{surname}/" if surname else "", suffix if surname else "") if part
    )
    kind = draw(st.sampled_from(list(NameKind)))
    name = Name(full, given, surname, draw(MAYBE), suffix, draw(MAYBE), kind)
    if not full:
        return Name("Nobody", given="Nobody", kind=kind)
    return replace(name, phrase=draw(MAYBE) and "stage name") if kind is NameKind.OTHER else name


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    keys = [f"I{n}" for n in range(draw(st.integers(0, 7)))]
    key = st.sampled_from(keys) if keys else st.nothing()
    ties = st.builds(Association, key, st.one_of(WORDS.map(lambda words: f"{words} of old"), st.just("godp")))
    people = tuple(
        Person(
            one,
            tuple(draw(st.lists(names(), max_size=3))),
            draw(st.sampled_from(list(Sex))),
            draw(MAYBE),
            draw(st.none() | EVENTS),
            draw(st.none() | DEATHS),
            draw(st.none() | EVENTS),
            tuple(draw(st.lists(ties, max_size=2))) if keys else (),
            tuple(draw(st.lists(NOTES, max_size=2))),
        )
        for one in keys
    )
    unions = tuple(draw(_union(n, keys)) for n in range(draw(st.integers(0, 4))))
    return Tree(people, unions)


@st.composite
def _union(draw: st.DrawFn, number: int, keys: list[str]) -> Union:
    """Parents stand before their children among the keys, so that nobody is their own ancestor."""
    cut = draw(st.integers(0, len(keys)))
    partners = tuple(draw(st.lists(st.sampled_from(keys[:cut]), max_size=2, unique=True)) if cut else [])
    children = tuple(
        draw(st.lists(st.sampled_from(keys[cut:]), max_size=4, unique=True)) if keys[cut:] else []
    )
    ways = st.sampled_from(list(Pedigree))
    links = tuple(
        normal_link(ChildLink(child, draw(ways), tuple((p, draw(ways)) for p in partners)), partners)
        for child in children
    )
    happened = st.builds(UnionEvent, st.sampled_from(list(UnionEventKind)), EVENTS)
    return Union(
        f"F{number}",
        partners,
        tuple(draw(st.lists(happened, max_size=3))),
        links,
        tuple(draw(st.lists(NOTES, max_size=1))),
    )
