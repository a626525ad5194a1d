"""Which words of a note are looked at for their spelling, and in which language it is written.

Names are never looked at: not those of the family, not abbreviations, nothing with a figure, an address or a link in it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "es")
ENOUGH_WORDS = 8
LONGEST_ABBREVIATION = 6
LONGEST_WORD = 40
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’](?=[^\W\d_]))*")
_NOT_PROSE = re.compile(r"[\d@_/\\]|://|www\.", re.IGNORECASE)
Good = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word, where it begins in its text, and how it is looked up."""

    start: int
    length: int
    text: str

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.start + self.length


def words(text: str, leave: frozenset[str] = frozenset()) -> Iterator[Word]:
    """Yield the words of a text that may be misspelt; `leave` are folded names and words left as they are."""
    for chunk in _CHUNK.finditer(text):
        if _NOT_PROSE.search(chunk.group()):
            continue
        for found in _WORD.finditer(chunk.group()):
            word = Word(chunk.start() + found.start(), len(found.group()), plain(found.group()))
            if _is_prose(word.text) and not _is_left(word.text, leave):
                yield word


def plain(word: str) -> str:
    """Return a word as dictionaries spell it: composed accents, straight apostrophes."""
    return unicodedata.normalize("NFC", word).replace("’", "'")


def folded(word: str) -> str:
    """Return a word as names are compared."""
    return plain(word).casefold()


def name_words(names: Iterable[str]) -> frozenset[str]:
    """Return every word of some names, folded."""
    return frozenset(folded(found.group()) for name in names for found in _WORD.finditer(name))


def wrong(found: Iterable[Word], language: str, good: Good) -> Iterator[Word]:
    """Yield the words that are known to be misspelt; what nobody has looked up yet is not."""
    for word in found:
        known = good.get(word.text)
        if known is not None and language not in known:
            yield word


def unknown(found: Iterable[Word], good: Good) -> frozenset[str]:
    """Return the words nobody has looked up yet."""
    return frozenset(word.text for word in found if word.text not in good)


def written_in(found: Iterable[Word], good: Good, usual: str) -> str:
    """Return the language most words are right in; `usual` while there are few words, or both fit alike."""
    count, fits = 0, dict.fromkeys((*LANGUAGES, usual), 0)
    for word in found:
        known = good.get(word.text)
        if known is not None:
            count += 1
            for language in known:
                fits[language] += 1
    if count < ENOUGH_WORDS:
        return usual
    best = max(LANGUAGES, key=lambda language: (fits[language], language == usual))
    return best if fits[best] > fits[usual] else usual


def usual_language(*codes: str) -> str:
    """Return the first of some languages that has a dictionary; English when none has."""
    return next((code for code in codes if code in LANGUAGES), LANGUAGES[0])


def in_units(text: str, found: Iterable[Word]) -> Iterator[Word]:
    """Yield words at their places as Qt counts them, where some signs are two."""
    wide = [place for place, sign in enumerate(text) if sign > "\uffff"] if not text.isascii() else []
    if not wide:
        yield from found
        return
    for word in found:
        before = bisect_left(wide, word.start)
        inside = bisect_left(wide, word.end) - before
        yield Word(word.start + before, word.length + inside, word.text)


def _is_prose(word: str) -> bool:
    if not 1 < len(word) <= LONGEST_WORD:
        return False
    return not (word.isupper() and len(word) <= LONGEST_ABBREVIATION)


def _is_left(word: str, leave: frozenset[str]) -> bool:
    bare = word.casefold()
    return bare in leave or bare.removesuffix("'s") in leave
