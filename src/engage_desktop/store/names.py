"""Finding families by a name in any spelling, or by a case number; names are few enough to compare in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler
from sqlalchemy import Connection, select

from engage_desktop.store.buckets import hidden_families
from engage_desktop.store.reading import open_rows, standing, text
from engage_desktop.store.tables import records
from engage_domain.families import NameHit
from engage_domain.names import case_key, sound_keys, words

family, person, case_period = records["family"], records["person"], records["case_period"]
WHOLE, START, ALIKE, CASE = 1.0, 0.95, 0.9, 1.0
LEAST_LIKE = 0.88
A_SLIP = 0.93
OWN_NAME = 0.001  # a family's own name before a person's
BETWEEN_THEM = 0.1
LONG_ENOUGH = 4  # shorter words are compared letter by letter, or everything sounds like everything
SHORTEST_PIECE = 3  # of a case number, to be found in the middle of it


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or some family by name; without a person the name is the family's."""

    family_id: str
    words: tuple[str, ...]
    person_id: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All names and case numbers that may be searched, as they stand now."""

    names: tuple[Named, ...]
    cases: tuple[tuple[str, str], ...]
    shown: dict[str, str]

    @classmethod
    def read(cls, conn: Connection) -> NameIndex:
        """Read them; people kept under Safety are not among them."""
        named, shown = _families(conn)
        return cls((*named, *_people(conn)), _cases(conn), shown)

    def family_name(self, family_id: str) -> str:
        """Return a family's name as it is written."""
        return self.shown.get(family_id, "")

    def with_case_no(self, key: str) -> tuple[str, ...]:
        """Return the families that have exactly this case number."""
        return tuple(family_id for family_id, number in self.cases if number == key)

    def named_like(self, name: str) -> tuple[str, ...]:
        """Return the families whose own name is this one in some spelling."""
        wanted = words(name)
        alike = (n for n in self.names if not n.person_id and len(n.words) == len(wanted))
        return tuple(n.family_id for n in alike if wanted and _same(wanted, n.words))

    def people_named(self, first: str, last: str) -> tuple[tuple[str, str], ...]:
        """Return family and name of the people who bear both names in some spelling."""
        given, surname = words(first), words(last)
        if not given or not surname:
            return ()
        wanted = (*given, *surname)
        people = (n for n in self.names if n.person_id)
        return tuple((n.family_id, n.shown) for n in people if _same(wanted, n.words))

    def find(self, query: str) -> tuple[NameHit, ...]:
        """Return the families that bear every word of a query in some spelling, best first."""
        wanted = words(query)
        if not wanted:
            return ()
        liked = _likenesses(wanted, {word for named in self.names for word in named.words})
        best: dict[str, NameHit] = {}
        for found in (*self._by_name(liked), *self._by_case(query)):
            if found.family_id not in best or found.score > best[found.family_id].score:
                best[found.family_id] = found
        return tuple(sorted(best.values(), key=lambda f: (-f.score, self.shown.get(f.family_id, ""))))

    def _by_name(self, liked: Sequence[dict[str, float]]) -> Iterable[NameHit]:
        """Find the names that bear all the words, and families whose people bear them between them."""
        bearing = [[n for n in self.names if not like.keys().isdisjoint(n.words)] for like in liked]
        for named in bearing[0]:
            scores = [_best(like, named) for like in liked]
            if all(scores):
                own = 0.0 if named.person_id else OWN_NAME
                yield NameHit(named.family_id, sum(scores) / len(scores) + own, named.person_id, named.shown)
        if len(liked) > 1:
            yield from _between_them(liked, bearing)

    def _by_case(self, query: str) -> Iterable[NameHit]:
        wanted = case_key(query)
        if len(wanted) < 2 or not any(c.isdigit() for c in wanted):
            return
        for family_id, number in self.cases:
            if number.startswith(wanted) or (len(wanted) >= SHORTEST_PIECE and wanted in number):
                yield NameHit(family_id, CASE if number == wanted else START)


def _best(like: dict[str, float], named: Named) -> float:
    return max((like.get(word, 0.0) for word in named.words), default=0.0)


def _between_them(liked: Sequence[dict[str, float]], bearing: Sequence[Sequence[Named]]) -> Iterable[NameHit]:
    """Find families such as the one of `Marisol Mateo`: each word is borne by somebody."""
    heard: list[dict[str, float]] = []
    for like, borne in zip(liked, bearing, strict=True):
        best: dict[str, float] = defaultdict(float)
        for named in borne:
            best[named.family_id] = max(best[named.family_id], _best(like, named))
        heard.append(best)
    for family_id in set[str]().union(*heard):
        scores = [best.get(family_id, 0.0) for best in heard]
        if all(scores):
            yield NameHit(family_id, sum(scores) / len(scores) - BETWEEN_THEM)


def _likenesses(wanted: Sequence[str], known: set[str]) -> list[dict[str, float]]:
    return [{word: score for word in known if (score := _likeness(one, word))} for one in wanted]


def _likeness(wanted: str, word: str) -> float:
    """Say how well a word of a name answers a typed one, 0 for not at all; the last word may still be in the making."""
    if word == wanted:
        return WHOLE
    if word.startswith(wanted):
        return START
    if len(wanted) < LONG_ENOUGH:
        return 0.0
    if not sound_keys(wanted).isdisjoint(sound_keys(word)):
        return ALIKE
    like = JaroWinkler.similarity(wanted, word, score_cutoff=LEAST_LIKE)
    return like * ALIKE if like else 0.0


def _same(wanted: Sequence[str], names: Sequence[str]) -> bool:
    """Say whether every wanted word is among the names: whole, by sound, or but for a slip."""
    return all(any(_is_same(one, name) for name in names) for one in wanted)


def _is_same(one: str, name: str) -> bool:
    if one == name or not sound_keys(one).isdisjoint(sound_keys(name)):
        return True
    return min(len(one), len(name)) >= LONG_ENOUGH and JaroWinkler.similarity(one, name) >= A_SLIP


def _families(conn: Connection) -> tuple[list[Named], dict[str, str]]:
    hidden = hidden_families(conn)
    every = conn.execute(select(family.c.id, family.c.name).where(standing(family)))
    rows = [row for row in every if row.id not in hidden]
    shown = {row.id: text(row.name) for row in rows}
    return [Named(row.id, words(text(row.name))) for row in rows], shown


def _people(conn: Connection) -> Iterable[Named]:
    rows = conn.execute(
        select(
            person.c.id,
            person.c.family_id,
            person.c.first_name,
            person.c.last_name,
            person.c.preferred_name,
            person.c.former_names,
        ).where(open_rows(person))
    )
    for row_id, family_id, *parts in rows:
        known, shown = _name(*parts)
        yield Named(family_id, known, row_id, shown)


@lru_cache(maxsize=16_384)
def _name(
    first: str | None, last: str | None, preferred: str | None, former: str | None
) -> tuple[tuple[str, ...], str]:
    """Return the words somebody may be found by, and the name to show."""
    shown = " ".join(part for part in (preferred or first, last) if part)
    return words(" ".join(part for part in (first, last, preferred, former) if part)), shown


def _cases(conn: Connection) -> tuple[tuple[str, str], ...]:
    rows = conn.execute(
        select(case_period.c.family_id, case_period.c.case_no).where(
            standing(case_period), case_period.c.case_no.is_not(None)
        )
    )
    return tuple((row.family_id, case_key(row.case_no)) for row in rows if case_key(row.case_no))
