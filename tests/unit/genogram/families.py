"""Random families: remarriages, half-siblings, adoptions, foster children, twins, losses, loops between cousins."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from engage_domain.genogram.kinship import Tie
from engage_domain.genogram.model import Family, Home, Kind, Member, Residence, Stay

TODAY = date(2026, 11, 23)
SEXES = ("female", "male", "female", "male", "other", "unknown")
STATES = ("married", "partners", "separated", "divorced")
QUALITIES = ("close", "distant", "conflict", "cut_off", "ordinary")


@dataclass(slots=True)
class Couple:
    a: str
    b: str
    children: list[str] = field(default_factory=list)


class Maker:
    """Grows a family person by person, never anybody above themselves."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.members: list[Member] = []
        self.ties: list[Tie] = []
        self.couples: list[Couple] = []
        self.generation: dict[str, int] = {}

    def person(self, generation: int, kind: Kind = Kind.PERSON) -> str:
        one = f"p{len(self.members):03d}"
        born = date(1950 + 25 * generation, 1, 1) + timedelta(days=self.dice.randrange(5000))
        sex = self.dice.choice(SEXES)
        known = self.dice.random() < 0.8
        born = min(born, TODAY)
        is_estimated = self.dice.random() < 0.3
        self.members.append(
            Member(one, one, sex, birth=born if known else None, birth_estimated=is_estimated, kind=kind)
        )
        self.generation[one] = generation
        return one

    def tie(self, a: str, b: str, kind: str, quality: str = "") -> None:
        self.ties.append(Tie(f"t{len(self.ties)}", a, b, kind, quality))

    def couple(self, a: str, b: str) -> Couple:
        self.tie(a, b, self.dice.choice(STATES))
        made = Couple(a, b)
        self.couples.append(made)
        return made

    def are_couple(self, a: str, b: str) -> bool:
        return any({a, b} == {one.a, one.b} for one in self.couples)

    def child(self) -> None:
        couple = self.dice.choice(self.couples)
        kind = Kind.MISCARRIAGE if self.dice.random() < 0.05 else Kind.PERSON
        born = self.person(self.generation[couple.a] + 1, kind)
        way = self.dice.choices(("birth", "adoptive", "foster", "putative"), (16, 2, 2, 1))[0]
        self.tie(couple.a, born, "birth" if way == "putative" else way)
        if self.dice.random() < 0.93:
            self.tie(couple.b, born, way)
        couple.children.append(born)
        if self.dice.random() < 0.07 and kind is Kind.PERSON:
            self._twin(couple, born, way)

    def _twin(self, couple: Couple, first: str, way: str) -> None:
        twin = self.person(self.generation[first])
        at = next(n for n, one in enumerate(self.members) if one.id == first)
        is_identical = self.dice.random() < 0.5
        for n in (at, len(self.members) - 1):
            self.members[n] = replace(
                self.members[n],
                birth=self.members[at].birth,
                twin_group=first,
                is_identical_twin=is_identical,
            )
        for parent in [tie.a for tie in self.ties if tie.b == first and tie.type in {"birth", way}]:
            self.tie(parent, twin, "birth" if way == "putative" else way)
        couple.children.append(twin)

    def grown(self) -> str:
        return self.dice.choice([one for one in self.members if one.kind is Kind.PERSON]).id

    def spouse(self) -> None:
        a = self.grown()
        b = self.person(self.generation[a])
        self.couple(a, b)
        if self.dice.random() < 0.35 and self.generation[a] > 0:
            above = self.generation[b] - 1
            parents = self.couple(self.person(above), self.person(above))
            parents.children.append(b)
            self.tie(parents.a, b, "birth")
            self.tie(parents.b, b, "birth")

    def cousins(self) -> None:
        a = self.grown()
        born = [one.id for one in self.members if one.kind is Kind.PERSON and one.id != a]
        peers = [p for p in born if self.generation[p] == self.generation[a] and not self.are_couple(a, p)]
        if peers:
            self.couple(a, self.dice.choice(peers))

    def step(self) -> None:
        couple = self.dice.choice(self.couples)
        kids = [
            k
            for other in self.couples
            for k in other.children
            if couple.a in {other.a, other.b} and other is not couple
        ]
        if kids:
            self.tie(couple.b, self.dice.choice(kids), "step")

    def adopted_twice(self) -> None:
        kids = [k for couple in self.couples for k in couple.children]
        if kids:
            kid = self.dice.choice(kids)
            others = [
                c
                for c in self.couples
                if self.generation[c.a] == self.generation[kid] - 1 and kid not in c.children
            ]
            if others:
                other = self.dice.choice(others)
                self.tie(other.a, kid, "adoptive")
                self.tie(other.b, kid, "adoptive")

    def homes(self) -> tuple[Home, ...]:
        found = []
        for n in range(self.dice.randint(0, 4)):
            couple = self.dice.choice(self.couples)
            people = {couple.a, couple.b, *couple.children}
            people |= {one.id for one in self.dice.sample(self.members, min(2, len(self.members)))}
            found.append(Home(f"h{n}", f"Home {n}", tuple(Residence(one) for one in sorted(people))))
        return tuple(found)


def random_family(seed: int, size: int) -> Family:
    """Return a family of about a size; the same seed gives the same family."""
    maker = Maker(seed)
    maker.couple(maker.person(0), maker.person(0))
    steps = (maker.child, maker.spouse, maker.cousins, maker.step, maker.adopted_twice)
    while len(maker.members) < size:
        maker.dice.choices(steps, (55, 33, 6, 3, 3))[0]()
    for _ in range(size // 8):
        a, b = maker.dice.sample(maker.members, 2)
        maker.tie(a.id, b.id, maker.dice.choice(("", "cousin", "fictive_kin")), maker.dice.choice(QUALITIES))
    homes = maker.homes()
    stays = tuple(
        Stay(one.id, "foster", "the Lees", home.id)
        for home in homes
        for one in maker.dice.sample(maker.members, 1)
    )
    return Family(tuple(maker.members), tuple(maker.ties), homes, stays)
