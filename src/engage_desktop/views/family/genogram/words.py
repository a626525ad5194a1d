"""The drawing in words: each person as one sentence, and the whole of it for those who cannot see it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from engage_desktop.services.genogram import Drawn
from engage_desktop.views.kit.words import Wordbook
from engage_domain.genogram import kinship
from engage_domain.genogram.drawing import Symbol, UnionLine
from engage_domain.genogram.model import LOSSES, Kind
from engage_domain.genogram.reading import Kin, Told

TOLD_WHOLE = 60
ENDED = frozenset({kinship.SEPARATED, kinship.DIVORCED})


class GenogramWords(QObject):
    """Says what is drawn."""

    def __init__(self, words: Wordbook, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words

    def names(self, drawn: Drawn) -> dict[str, str]:
        """Return what everybody is called; a pregnancy without a name is called that."""
        return {one.id: self.called(one.name, one.kind) for one in drawn.chart.family.members}

    def called(self, name: str, kind: Kind) -> str:
        """Return a name, or what somebody without one is."""
        return name or (self._words.word("person_kind", kind) if kind is not Kind.PERSON else self.tr("?"))

    def below(self, one: Symbol) -> str:
        """Return the small words under a name."""
        parts = [self._life(one)]
        if one.placement and one.placement != "own_home":
            parts.append(one.placed_with or self._words.word("placement_kind", one.placement))
        if one.folded:
            parts.append(self.tr("+{n} folded").format(n=one.folded))
        return " · ".join(part for part in parts if part)

    def age(self, one: Symbol) -> str:
        """Return the figure inside a sign: whole years, with a wave when it is an estimate."""
        if one.age is None or one.kind is not Kind.PERSON:
            return ""
        return f"~{one.age}" if one.is_age_estimated else str(one.age)

    def union(self, union: UnionLine) -> str:
        """Return the years at the line between partners."""
        parts = []
        if union.from_on is not None:
            pattern = self.tr("m. {year}") if union.state in {kinship.MARRIED, kinship.DIVORCED} else ""
            parts.append((pattern or self.tr("since {year}")).format(year=union.from_on.year))
        if union.to_on is not None and union.state in ENDED:
            ended = self.tr("d. {year}") if union.state == kinship.DIVORCED else self.tr("sep. {year}")
            parts.append(ended.format(year=union.to_on.year))
        return ", ".join(parts)

    def tie(self, kind: str) -> str:
        """Return what kind of tie a line is."""
        return self._words.word("relationship_type", kind)

    def kin(self, kin: Kin, focus: str) -> str:
        """Return what somebody is to the one it is seen from."""
        said = {
            Kin.SELF: self.tr("the one it is seen from"),
            Kin.PARENT: self.tr("parent of {name}"),
            Kin.CHILD: self.tr("child of {name}"),
            Kin.PARTNER: self.tr("partner of {name}"),
            Kin.FORMER_PARTNER: self.tr("former partner of {name}"),
            Kin.SIBLING: self.tr("brother or sister of {name}"),
            Kin.HALF_SIBLING: self.tr("half brother or sister of {name}"),
            Kin.PARENTS_PARTNER: self.tr("partner of a parent of {name}"),
            Kin.GRANDPARENT: self.tr("grandparent of {name}"),
            Kin.GRANDCHILD: self.tr("grandchild of {name}"),
            Kin.GREAT_GRANDPARENT: self.tr("great-grandparent of {name}"),
            Kin.AUNT_UNCLE: self.tr("aunt or uncle of {name}"),
            Kin.NIECE_NEPHEW: self.tr("niece or nephew of {name}"),
            Kin.COUSIN: self.tr("cousin of {name}"),
        }.get(kin, "")
        return said.format(name=focus) if focus else ""

    def title(self, one: Symbol) -> str:
        """Return a name with age or what became of somebody."""
        parts = [self.called(one.name, one.kind)]
        if one.name and one.kind is not Kind.PERSON:
            parts.append(self._words.word("person_kind", one.kind))
        if one.kind is Kind.PERSON and one.age is not None:
            age = self._words.age(one.age, about=one.is_age_estimated)
            parts.append(self.tr("died at {age}").format(age=age) if one.is_deceased else age)
        elif one.is_deceased:
            parts.append(self.tr("has died"))
        if one.is_deceased and one.death is not None:
            parts.append(str(one.death.year))
        if one.kind is Kind.PREGNANCY and one.birth is not None:
            parts.append(self._life(one))
        if one.gender:
            parts.append(one.gender)
        return ", ".join(parts)

    def lines(self, drawn: Drawn, told: Told, names: dict[str, str]) -> tuple[str, ...]:
        """Return what the drawing tells of one person, a line for each thing."""
        found = [self.kin(told.kin, names.get(drawn.focus, "")), *self._near(told, names)]
        homes = {home.home_id: home.name for home in drawn.drawing.homes}
        found += [self.tr("Lives in: {home}").format(home=homes[one]) for one in told.homes if homes.get(one)]
        symbol = drawn.drawing.symbol(told.person_id)
        if symbol.placement:
            where = (self._words.word("placement_kind", symbol.placement), symbol.placed_with)
            found.append(self.tr("Placed: {where}").format(where=" · ".join(part for part in where if part)))
        for vocabulary, pairs in (("relationship_quality", told.bonds), ("relationship_type", told.others)):
            found += [f"{self._words.word(vocabulary, code)}: {names[other]}" for other, code in pairs]
        if symbol.folded:
            found.append(self.tr("{n} more near to them, not drawn").format(n=symbol.folded))
        return tuple(line for line in found if line)

    def _near(self, told: Told, names: dict[str, str]) -> list[str]:
        """Return partners, parents, children, twins, brothers and sisters."""
        found = []
        for other, state in told.partners:
            joined = self.tie(state) if state else self.tr("Parents together")
            found.append(f"{joined}: {names[other]}")
        for pattern, pairs in (
            (self.tr("Parents: {people}"), told.parents),
            (self.tr("Children: {people}"), told.children),
        ):
            if pairs:
                found.append(pattern.format(people=self._ways(pairs, names)))
        for pattern, people in (
            (self.tr("Born together with {people}"), told.twins),
            (self.tr("Brothers and sisters: {people}"), told.siblings),
        ):
            if people:
                found.append(pattern.format(people=self._words.listed([names[one] for one in people])))
        return found

    def whole(self, drawn: Drawn, names: dict[str, str], today: date) -> str:
        """Return the whole drawing in words."""
        symbols = drawn.drawing.symbols
        if not symbols:
            return self.tr("Nobody is drawn yet.")
        rows = len({one.generation for one in symbols})
        said = [
            self.tr("{people} people in {rows} generations, {homes} households.").format(
                people=len(symbols), rows=rows, homes=len(drawn.drawing.homes)
            )
        ]
        if drawn.on != today:
            said.append(self.tr("As of {day}.").format(day=self._words.day(drawn.on, today)))
        if drawn.drawing.hidden:
            said.append(self.tr("{n} people are not drawn.").format(n=drawn.drawing.hidden))
        said += [self.sentence(drawn, told, names) for told in drawn.told[:TOLD_WHOLE]]
        return "\n".join(said)

    def sentence(self, drawn: Drawn, told: Told, names: dict[str, str]) -> str:
        """Return one person as one sentence."""
        title = self.title(drawn.drawing.symbol(told.person_id))
        return ". ".join((title, *self.lines(drawn, told, names)))

    def _ways(self, pairs: tuple[tuple[str, str], ...], names: dict[str, str]) -> str:
        said = []
        for person, way in pairs:
            kind = "" if way == kinship.BIRTH else self._words.word("relationship_type", way).lower()
            said.append(f"{names[person]} ({kind})" if kind else names[person])
        return self._words.listed(said)

    def _life(self, one: Symbol) -> str:
        if one.kind is Kind.PREGNANCY and one.birth is not None:
            return self.tr("due {month}").format(month=self._words.month(one.birth, one.birth))
        if one.kind in LOSSES:
            return str(one.birth.year) if one.birth else ""
        if not one.is_deceased:
            return ""
        first, last = (str(day.year) if day else "" for day in (one.birth, one.death))
        if first and last:
            return f"{first}–{last}"
        return self.tr("died {year}").format(year=last) if last else self.tr("has died")
