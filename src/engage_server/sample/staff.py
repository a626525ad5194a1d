"""The agency of the sample: its row, teams, people with sign-ins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from engage_domain.access import UserRole
from engage_server.sample.rows import Account, Batch, Book, Calendar, mint
from engage_server.sample.words import resource
from engage_wire.registry import Doc

FAMILIES_EACH = 12
WORKERS_A_TEAM = 7


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works at the agency."""

    id: str
    name: str
    login: str
    role: UserRole
    team: int
    bilingual: bool


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody at the agency, the first worker first."""

    agency_id: str
    workers: tuple[Member, ...]
    supervisors: tuple[Member, ...]
    facilitators: tuple[Member, ...]
    administrator: Member
    batch: Batch

    def worker_of(self, number: int) -> Member:
        """Return who carries the `number`th family: the first dozen are the first worker's, the rest go round."""
        if number < FAMILIES_EACH or len(self.workers) == 1:
            return self.workers[0]
        return self.workers[1 + (number - FAMILIES_EACH) % (len(self.workers) - 1)]

    def colleague(self, member: Member, rng: Random) -> Member:
        """Return another worker of the same team."""
        same = [w for w in self.workers if w.team == member.team and w.id != member.id]
        return rng.choice(same) if same else member


def password_for(login: str) -> str:
    """Return the documented trial password of a login."""
    return f"engage trial {login}"


def login_for(name: str) -> str:
    """Return the login of a name: `dana.whitfield`."""
    plain = name.lower().translate(str.maketrans("áéíóúñ", "aeioun"))
    return ".".join(plain.split())


def hire(families: int, seed: int, calendar: Calendar, policy: str) -> Staff:
    """Return the agency with enough people for its families."""
    rng = Random(f"{seed}:staff")
    at = calendar.now - timedelta(days=900)
    people, book, agency_id = resource("names")["staff"], Book(rng, calendar), mint(rng, at)
    office = _Office(book)
    boss = office.person(people["administrator"], UserRole.ADMINISTRATOR, -1)
    name, zone = resource("names")["agency"]["name"], resource("names")["agency"]["time_zone"]
    book.add("agency", at, {"name": name, "time_zone": zone, "policy": policy}, by=boss.id, row_id=agency_id)
    workers = max(3, -(-families // FAMILIES_EACH))
    teams = min(max(2, -(-workers // WORKERS_A_TEAM)), len(people["teams"]))
    office.teams = [book.add("team", at, {"name": people["teams"][n]}, by=boss.id) for n in range(teams)]
    heads = [office.person(people["supervisors"][n], UserRole.SUPERVISOR, n) for n in range(teams)]
    guides = [
        office.person(who, UserRole.FACILITATOR, n % teams) for n, who in enumerate(people["facilitators"])
    ]
    hired = [
        office.person(
            _name(n, people["names"]), UserRole.CASEWORKER, _team_of(n, teams), bilingual=n % 2 == 0
        )
        for n in range(workers)
    ]
    batch = Batch("agency", "", book.rows(), accounts=tuple(office.accounts))
    return Staff(agency_id, tuple(hired), tuple(heads), tuple(guides), boss, batch)


def _team_of(number: int, teams: int) -> int:
    return 0 if number < 2 else number % teams


def _name(number: int, names: list[str]) -> str:
    if number < len(names):
        return names[number]
    first, last = names[number % len(names)].split()[0], names[(number * 7 + 3) % len(names)].split()[-1]
    return f"{first} {last}-{number}"


class _Office:
    """Adds people and their sign-ins."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._boss = ""
        self.teams: list[str] = []
        self.accounts: list[Account] = []

    def person(self, name: str, role: UserRole, team: int, *, bilingual: bool = False) -> Member:
        login = login_for(name)
        values: Doc = {
            "login": login, "display_name": name, "role": role.value,
            "team_id": self.teams[team] if team >= 0 else None, "active": 1,
        }  # fmt: skip
        row_id = self._book.add("user", self._book.calendar.now - timedelta(days=890), values, by=self._boss)
        self._boss = self._boss or row_id
        self.accounts.append(Account(row_id, login, password_for(login), role.value, name))
        return Member(row_id, name, login, role, team, bilingual)
