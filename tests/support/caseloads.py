"""A small caseload as CSV files, for tests to spoil."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select
from tests.support.server import cheap_hasher

from engage_server.caseload.run import Report, import_caseload
from engage_server.database import open_memory
from engage_server.server import Server
from engage_server.tables import records, sync_op
from engage_wire.clock import Clock
from engage_wire.registry import Doc

FILES = {
    "teams.csv": "key,name\nnorth,North unit\n",
    "users.csv": "login,display_name,role,team\nAmina@x.org,Amina Yusuf,worker,north\ncarla@x.org,Carla Ruiz,supervisor,north\n",
    "families.csv": "key,name,home_language\nF1,Alvarez,Spanish\nF2,Baptiste,ht\n",
    "cases.csv": "family,case_no,program,opened_on,next_court_on\nF1,A-1,Preventive,2025-03-02,\nF2,B-2,foster care,3/9/2025,Jan 5 2027\n",
    "people.csv": (
        "family,key,first_name,last_name,birth_date,sex,languages\n"
        'F1,marisol,Marisol,Alvarez,1992-05-01,F,"es, en"\n'
        "F1,mateo,Mateo,Greene,March 2018,m,es;en\n"
        "F2,noe,Noé,Baptiste,2023-08-09,male,ht\n"
    ),
    "members.csv": "family,person,role,from_on,whereabouts\nF1,marisol,Mother,2025-03-02,known\nF1,mateo,child,,\nF2,noe,child,2025-03-09,\n",
    "relationships.csv": "family,a,b,type,quality\nF1,marisol,mateo,birth,close\n",
    "placements.csv": "family,person,kind,from_on,to_on\nF2,noe,foster home,2025-03-09,\n",
    "contact_points.csv": "family,person,kind,value,labels\nF1,marisol,cell,(518) 555-0101,\nF2,noe,address,9 Ferry Street,address_confidential\n",
    "appointments.csv": 'family,starts_at,ends_at,kind,user,people,purpose\nF1,2026-11-23 09:00,2026-11-23 10:00,home visit,amina@x.org,"marisol, mateo",See Mateo alone\n',
    "contacts.csv": (
        "family,event_start,event_end,method,types,location,author,present,seen_alone,family_said,saw\n"
        "F1,11/20/2026 4:05 PM,11/20/2026 5:00 PM,in person,home visit;caseworker_child_visit,child residence,"
        'amina@x.org,marisol;mateo,mateo,"“I want my own key.”\nHe said it twice.",Homework on the table.\n'
    ),
    "assignments.csv": "family,user,role,from_on\nF1,amina@x.org,,2025-03-02\nF2,amina@x.org,worker,2025-03-09\n",
}


@dataclass(slots=True)
class Trial:
    """A folder of files, and a server to import them into."""

    folder: Path
    server: Server
    files: dict[str, str] = field(default_factory=lambda: dict(FILES))

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words of a file; they must be there."""
        assert old in self.files[name]
        self.files[name] = self.files[name].replace(old, new, 1)

    def write(self, mark: str = "") -> None:
        """Write the files, with `mark` (a byte order mark) before each."""
        for name, text in self.files.items():
            (self.folder / name).write_bytes((mark + text).encode())

    def run(self, *, dry_run: bool = False, mark: str = "") -> Report:
        """Write the files and import them."""
        self.write(mark)
        return import_caseload(self.server, self.folder, dry_run=dry_run)

    def docs(self, entity: str) -> list[Doc]:
        """Return all records of one kind."""
        table = records[entity]
        with self.server.database.snapshot() as connection:
            return [dict(row) for row in connection.execute(select(table)).mappings()]

    def one(self, entity: str, **wanted: object) -> Doc:
        """Return the only record with these values."""
        [found] = [
            doc for doc in self.docs(entity) if all(doc[name] == value for name, value in wanted.items())
        ]
        return found

    def operations(self) -> int:
        """Return how many operations the server has taken."""
        with self.server.database.snapshot() as connection:
            return connection.scalar(select(func.count()).select_from(sync_op)) or 0


def trial(folder: Path, clock: Clock) -> Trial:
    """Return an empty agency and a folder with the small caseload."""
    server = Server.set_up(
        open_memory(), clock, name="Trial", time_zone="America/New_York", hasher=cheap_hasher
    )
    return Trial(folder, server)


def places(report: Report) -> list[tuple[str, str, int, str]]:
    """Return what was refused: code, file, line, column."""
    return [(f.code, f.file, f.line, f.column) for f in report.findings if f.is_refusal]
