"""Names in any spelling: accents folded, words compared by sound, for the Spanish and English a caseload speaks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

WORD = re.compile(r"[a-z0-9]+")
LETTERLESS = re.compile(r"[’'`´]")
PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^mac(?=[^aeiouy])", "mk"),  # MacDonald, McDonald
        (r"^kn|^gn", "n"),
        (r"^wr", "r"),
        (r"sch|sh", "s"),
        (r"tch", "ch"),
        (r"ph", "f"),
        (r"ck|qu|q", "k"),
        (r"gu(?=[ei])", "G"),
        (r"g(?=[eiy])", "E"),
        (r"g", "G"),
        (r"j", "J"),
        (r"x", "X"),
        (r"ch", "C"),
        (r"c(?=[eiy])|z", "s"),
        (r"c", "k"),
        (r"ll", "L"),
        (r"(?<=[aeo])w(?![aeiou])", ""),  # Shawn, Sean
        (r"[vw]", "b"),
        (r"^h", "H"),
        (r"h", ""),
        (r"^y(?=[aeiou])|(?<=[aeiou])y(?=[aeiou])", "Y"),
        (r"y", "i"),
        (r"^[aeiou]+", "A"),
    )
)
HEARD_AS: dict[str, tuple[str, ...]] = {
    "J": ("x", "y"),  # José, Jessica written Yesica
    "X": ("x", "s", "ks"),  # Ximena, Xiomara, Alex
    "C": ("c", "k"),  # Chávez, Christopher
    "L": ("y", "l"),  # Guillermo, Phillip
    "H": ("", "x"),  # Hernández, Hose for José
    "E": ("x", "y", "g"),  # Giménez, Geoffrey, Giyermo
    "Y": ("y", ""),  # Yolanda, Nguyen
    "G": ("g",),
    "A": ("a",),
}
DOUBLE = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiou]")
VOWEL_LETTERS = frozenset("aeiou")
LONGEST = 24
MOST_DOUBTS = 4


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Return a text in small letters without accents; apostrophes vanish, dashes stay."""
    small = LETTERLESS.sub("", text.casefold()).translate(PLAIN_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c))


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(WORD.findall(fold(text)))


@lru_cache(maxsize=65_536)
def sound_keys(word: str) -> frozenset[str]:
    """Return what a folded word may sound like: its consonants, one key for each way of hearing it."""
    written = word
    for pattern, sound in SOUNDS:
        written = pattern.sub(sound, written)
    ways: list[tuple[str, ...]] = []
    doubtful = 0
    for letter in written[:LONGEST]:
        heard = HEARD_AS.get(letter, (letter,))
        doubtful += len(heard) > 1
        ways.append(heard if doubtful <= MOST_DOUBTS else heard[:1])
    return frozenset(_key("".join(letters)) for letters in product(*ways)) - {""}


def sound_alike(one: str, other: str) -> bool:
    """Say whether two folded words may be the same name, heard and written down differently."""
    return not sound_keys(one).isdisjoint(sound_keys(other))


def case_key(text: str) -> str:
    """Return a case number as it is compared: letters and digits only."""
    return "".join(WORD.findall(fold(text)))


def _key(letters: str) -> str:
    if letters[:1] in VOWEL_LETTERS:
        letters = "a" + letters[1:]
    return letters[:1] + VOWELS.sub("", DOUBLE.sub(r"\1", letters)[1:])


def initials(name: str) -> str:
    """Return the one or two letters a family is recognised by."""
    parts = [part for part in re.split(r"[\s–—-]+", name.strip()) if part[:1].isalnum()]
    return "".join(part[0].upper() for part in (parts[:2] if len(parts) < 3 else (parts[0], parts[-1])))
