"""Codes, dates, counts and times in the words of a language, from `resources/words/*.toml`; no system locale is asked.

Documents, the console and the screens all read the same book. A code without a word never fails: an agency may
have added it a minute ago, so it is shown as it is spelt, without its underscores.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Protocol

LANGUAGES = ("en", "es")
PLAIN = "en"
NEAR_DAYS = 6
MINUTES = 60
MONTHS_WITHOUT_YEARS = 24
_E_NOT_Y = re.compile(r"^h?[ií](?![aeo])", re.IGNORECASE)


class Folder(Protocol):
    """Where the word files stand: a directory, or the package's own resources."""

    def joinpath(self, child: str, /) -> Folder:
        """Return what stands below."""
        ...

    def read_bytes(self) -> bytes:
        """Return a file's bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Wordbook:
    """The words of one language. `tables` is the file as it stands; `more` are an agency's own codes."""

    language: str
    tables: Mapping[str, Any]
    more: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def with_codes(self, more: Mapping[str, Mapping[str, str]]) -> Wordbook:
        """Return the same book with words for codes an agency added, by vocabulary and code."""
        return Wordbook(self.language, self.tables, more)

    def word(self, vocabulary: str, code: str) -> str:
        """Return a code in words."""
        if not code:
            return ""
        own = self.tables.get(vocabulary, {})
        known = own.get(code) or self.more.get(vocabulary, {}).get(code)
        return str(known) if known else capital(code.replace("_", " "))

    def knows(self, vocabulary: str, code: str) -> bool:
        """Say whether there is a word for a code."""
        return code in self.tables.get(vocabulary, {}) or code in self.more.get(vocabulary, {})

    def options(self, vocabulary: str, codes: Iterable[str] | None = None) -> tuple[tuple[str, str], ...]:
        """Return codes with their words, for a choice; without `codes`, all that have words."""
        offered = self.tables.get(vocabulary, {}) if codes is None else codes
        return tuple((code, self.word(vocabulary, code)) for code in offered)

    def listed_words(self, vocabulary: str, codes: Iterable[str], joint: str = " · ") -> str:
        """Return several codes in words, in one line."""
        return joint.join(self.word(vocabulary, code) for code in codes)

    def count(self, thing: str, number: int, *, spelled: bool = False) -> str:
        """Return how many of something: "3 notes", "no children"; small numbers in words when `spelled`."""
        forms = self.tables["count"][thing]
        form = "zero" if number == 0 and "zero" in forms else ("one" if number == 1 else "other")
        shown = self.tables["numbers"].get(str(number), str(number)) if spelled else str(number)
        return str(forms[form]).format(n=shown)

    def listed(self, items: Sequence[str]) -> str:
        """Return names or things as people say them: "Elena, Mateo and Luz"."""
        if len(items) < 2:
            return "".join(items)
        joining = self.tables["joining"]
        link = str(joining["and"])
        if link == "y" and _E_NOT_Y.match(items[-1]):
            link = "e"
        return f"{str(joining['comma']).join(items[:-1])} {link} {items[-1]}"

    def quoted(self, text: str) -> str:
        """Return somebody's words between the language's quotation marks."""
        return str(self.tables["joining"]["quote"]).format(text=text)

    def age(self, years: int, months: int = 0, *, about: bool = False) -> str:
        """Return an age: "12", and for babies "7 months"; `months` are all months since birth."""
        words = self.tables["age"]
        if years >= 2 or months >= MONTHS_WITHOUT_YEARS:
            said = str(words["years"]).format(n=years)
        elif years == 0 and months == 0:
            said = str(words["newborn"])
        else:
            whole = months or years * 12
            said = str(words["one_month"] if whole == 1 else words["months"]).format(n=whole)
        return str(words["about"]).format(age=said) if about else said

    def duration(self, minutes: int) -> str:
        """Return a length of time: "54 minutes", "one hour and 20 minutes"."""
        hours, rest = divmod(max(0, minutes), MINUTES)
        if not hours:
            return self.count("minute", rest)
        if not rest:
            return self.count("hour", hours)
        pattern = str(self._calendar("hours_minutes"))
        return pattern.format(hours=self.count("hour", hours), minutes=self.count("minute", rest))

    def day(self, day: date, today: date | None = None) -> str:
        """Return a day in full: "Monday 23 November", with its year unless it is this year's."""
        with_year = today is not None and day.year != today.year
        return self._pattern("day_full_year" if with_year else "day_full", day)

    def day_near(self, day: date, today: date) -> str:
        """Return a day as people say it from today: "today", "Friday 20 Nov", "4 November", "4 November 2025"."""
        distance = (day - today).days
        named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(distance)
        if named:
            return str(self._calendar(named))
        if abs(distance) <= NEAR_DAYS:
            return self._pattern("day_near", day)
        return self._pattern("day_plain" if day.year == today.year else "day_plain_year", day)

    def day_short(self, day: date) -> str:
        """Return a day for a narrow place: "Mon 23 Nov"."""
        return self._pattern("day_short", day)

    def day_written(self, day: date) -> str:
        """Return a day as it is typed into a field: "11/23/2026"."""
        return self._pattern("day_written", day)

    def month(self, day: date, today: date | None = None) -> str:
        """Return a month: "November", with its year unless it is this year's."""
        if today is not None and day.year != today.year:
            return self._pattern("month_year", day)
        return str(self._calendar("months")[day.month - 1])

    def days_ago(self, day: date | None, today: date) -> str:
        """Return how long ago, or how soon: "today", "3 days ago", "in 2 weeks"; "not yet" for no day."""
        if day is None:
            return str(self._calendar("never"))
        distance = (day - today).days
        if abs(distance) <= 1:
            return self.day_near(day, today)
        span = self._days(abs(distance))
        return str(self._calendar("in_time" if distance > 0 else "ago")).format(span=span)

    def minutes_away(self, minutes: int) -> str:
        """Return how soon or how long ago, to the minute: "in 19 minutes", "just now"."""
        if not minutes:
            return str(self._calendar("now"))
        pattern = str(self._calendar("in_time" if minutes > 0 else "ago"))
        return pattern.format(span=self.duration(abs(minutes)))

    def moment(self, at: datetime, now: datetime) -> str:
        """Return a moment, in the zone of `now`: "today, 09:04", "Friday 20 Nov, 16:40"."""
        here = at.astimezone(now.tzinfo)
        return str(self._calendar("moment")).format(
            day=self.day_near(here.date(), now.date()), time=clock(here.time())
        )

    def span(self, start: datetime, end: datetime | None, now: datetime) -> str:
        """Return from when to when: "today, 09:04 to 09:58"."""
        if end is None:
            return self.moment(start, now)
        first, last = start.astimezone(now.tzinfo), end.astimezone(now.tzinfo)
        day = self.day_near(first.date(), now.date())
        values = {"day": day, "from": clock(first.time()), "to": clock(last.time())}
        return str(self._calendar("span")).format(**values)

    def _days(self, days: int) -> str:
        if days < 60:
            return self.count("day", days)
        if days < 730:
            return self.count("month", round(days / 30.44))
        return self.count("year", round(days / 365.25))

    def _pattern(self, name: str, day: date) -> str:
        calendar = self.tables["calendar"]
        return str(calendar[name]).format(
            weekday=calendar["weekdays"][day.weekday()],
            weekday_short=calendar["weekdays_short"][day.weekday()],
            day=day.day,
            month=calendar["months"][day.month - 1],
            month_short=calendar["months_short"][day.month - 1],
            month_number=day.month,
            year=day.year,
        )

    def _calendar(self, key: str) -> Any:
        return self.tables["calendar"][key]


def load(folder: Folder, language: str) -> Wordbook:
    """Read the book of a language; English for one that has none."""
    wanted = language.partition("_")[0].partition("-")[0].lower()
    known = wanted if wanted in LANGUAGES else PLAIN
    text = folder.joinpath(f"{known}.toml").read_bytes().decode()
    return Wordbook(known, tomllib.loads(text))


def capital(text: str) -> str:
    """Return words as they begin a sentence."""
    return text[:1].upper() + text[1:]


def clock(at: time) -> str:
    """Return a time of day: "09:04"."""
    return f"{at:%H:%M}"


def whole_months(born: date, day: date) -> int:
    """Return the completed months from a birth to a day."""
    months = (day.year - born.year) * 12 + day.month - born.month
    return max(0, months - (day.day < born.day))
