"""What somebody said that may belong into a plan: found among words that were written down, never made up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        """and the for with that this who what when from into not was were are has have had but they them his her our your
        you will would can could all every one two some after before about says said con por para que los las una uno del
        sus como pero más muy sin todo toda todos todas cada esta este hay son era fue nos les mis tus cuando donde quien
        dice dijo""",
    )
)
_DAYS = (
    r"(?:every|each) (?:day|night|morning|evening|week|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
    r"after school|before school|at (?:dinner|bedtime|night)|on weekends",
    r"(?:cada|todos los|todas las) (?:días?|noches?|mañanas?|semanas?|tardes?|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)",
    r"(?:los |el )?(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)",
    r"después de (?:la escuela|clases|cenar)|antes de (?:dormir|la escuela)|los fines de semana",
)
_WHEN = re.compile(r"\b(?:" + "|".join(_DAYS) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """Words somebody said or that stand among the statements, and who said them."""

    row_id: str
    words: str
    person_id: str = ""
    name: str = ""
    kind: str = ""  # of a statement; nothing for a quote of a visit
    on: date | None = None

    @property
    def is_statement(self) -> bool:
        """Whether it stands among the statements of the family."""
        return bool(self.kind)


def fitting(said: Iterable[Said], *texts: str, names: Iterable[str] = (), most: int = 2) -> tuple[Said, ...]:
    """Return what was said that shares words or people with `texts`, the nearest first; nothing when nothing does."""
    wanted = _words(" ".join(texts))
    people = {_plain(name) for name in names if name}
    scored = [(_nearness(one, wanted, people), number, one) for number, one in enumerate(said)]
    near = sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1]))
    return tuple(one for _, _, one in near[:most])


def times_in(said: Said) -> tuple[str, ...]:
    """Return the days and times somebody spoke of, as they said them."""
    return tuple(dict.fromkeys(found.group(0) for found in _WHEN.finditer(said.words)))


def wishes(said: Iterable[Said], used: Iterable[str], most: int = 6) -> tuple[Said, ...]:
    """Return what may become a goal: what is needed, hoped for or next, and quotes, less what is used already."""
    kinds = {"next": 0, "need": 1, "idea": 2, "worry": 3, "": 4}
    taken = set(used)
    fit = [s for s in said if s.kind in kinds and s.row_id not in taken and s.words.strip() not in taken]
    return tuple(sorted(fit, key=lambda s: kinds[s.kind])[:most])


def _nearness(one: Said, wanted: frozenset[str], people: set[str]) -> int:
    own = _words(one.words)
    shared = len(own & wanted)
    about = len(own & people)
    by = _plain(one.name) in people or _plain(one.name) in wanted
    return 2 * shared + about + (1 if by and (shared or times_in(one)) else 0)


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in (_plain(found) for found in _WORD.findall(text)) if w not in _SMALL)


def _plain(word: str) -> str:
    """Return a word for comparing: without accents, case and an ending s."""
    bare = unicodedata.normalize("NFD", word.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") else bare
