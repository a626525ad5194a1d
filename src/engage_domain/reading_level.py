"""How hard a text is to read, as the school grade somebody needs for it: an own small measure for two languages.

English: the Flesch-Kincaid grade (Kincaid, Fishburne, Rogers & Chissom, *Derivation of New Readability Formulas for
Navy Enlisted Personnel*, 1975). Spanish: the index of Fernández Huerta (*Medidas sencillas de lecturabilidad*, 1959, in
the corrected form 206.84 - 60 P - 1.02 F, P syllables a word, F words a sentence), read as a grade along the bands of
the INFLESZ scale (Barrio-Cantalejo et al., *Anales del Sistema Sanitario de Navarra* 31(2), 2008), where 65 to 80 is
"quite easy", the level of primary school. Syllables are counted by rule, so a grade is about right, never exact.
"""

from __future__ import annotations

import re
from itertools import pairwise

TARGET_GRADE = 6
FEWEST_WORDS = 6
"""Fewer words say nothing about how hard they are."""
_SENTENCE = re.compile(r"[.!?…;:\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENGLISH_GROUP = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouycgsxzh]es)$")
_SPANISH_GROUP = re.compile(r"[aeiouáéíóúü]+")
_STRONG, _ACCENTED_WEAK = frozenset("aeoáéó"), frozenset("íú")
_SPANISH_BANDS = ((80, 4), (70, 5), (65, 6), (60, 7), (55, 8), (50, 9), (40, 11))
_HARDEST = 13
_SMALL_SPANISH = frozenset(
    {
        "el",
        "la",
        "los",
        "las",
        "de",
        "que",
        "y",
        "en",
        "con",
        "por",
        "para",
        "una",
        "un",
        "su",
        "se",
        "al",
        "del",
    }
)
_SMALL_ENGLISH = frozenset(
    {"the", "and", "of", "to", "in", "with", "for", "a", "an", "on", "at", "her", "his", "their", "we", "is"}
)


def language_of(text: str) -> str:
    """Say whether words are English or Spanish, by the small words of both; English when nobody can tell."""
    words = [word.lower() for word in _WORD.findall(text)]
    spanish, english = (sum(word in small for word in words) for small in (_SMALL_SPANISH, _SMALL_ENGLISH))
    return "es" if spanish > english else "en"


def grade(text: str, language: str = "") -> int | None:
    """Return the school grade a text asks for; None when it is too short to say."""
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = max(1, sum(1 for part in _SENTENCE.split(text) if _WORD.search(part)))
    spanish = (language or language_of(text)).startswith("es")
    count = spanish_syllables if spanish else english_syllables
    syllables = sum(count(word) for word in words)
    a_word, a_sentence = syllables / len(words), len(words) / sentences
    if spanish:
        return _spanish_grade(206.84 - 60 * a_word - 1.02 * a_sentence)
    return max(0, round(0.39 * a_sentence + 11.8 * a_word - 15.59))


def is_hard(text: str, language: str = "") -> bool:
    """Say whether a text asks for more than about the sixth grade."""
    found = grade(text, language)
    return found is not None and found > TARGET_GRADE


def longest_sentence(text: str) -> int:
    """Return how many words the longest sentence has."""
    return max((len(_WORD.findall(part)) for part in _SENTENCE.split(text)), default=0)


def english_syllables(word: str) -> int:
    """Count the syllables of an English word by its groups of vowels."""
    low = word.lower().replace("’", "'").split("'")[0] or word.lower()
    groups = len(_ENGLISH_GROUP.findall(low))
    if len(low) > 2 and _SILENT_END.search(low):
        groups -= 1
    return max(1, groups)


def spanish_syllables(word: str) -> int:
    """Count the syllables of a Spanish word: two strong vowels part, and so does an accented weak one."""
    low = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "k", word.lower())
    low = re.sub(r"y$", "i", low)
    return max(1, sum(_parts(group) for group in _SPANISH_GROUP.findall(low)))


def _parts(group: str) -> int:
    count = 1
    for before, here in pairwise(group):
        both_strong = before in _STRONG and here in _STRONG
        if both_strong or before in _ACCENTED_WEAK or here in _ACCENTED_WEAK:
            count += 1
    return count


def _spanish_grade(ease: float) -> int:
    return next((grade_ for least, grade_ in _SPANISH_BANDS if ease >= least), _HARDEST)
