"""Family tree files: looked into first, brought in as one, taken back as one, and written for the worker alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engage_desktop.errors import Cancelled
from engage_desktop.services.contact_writing import TAKEN_BACK
from engage_desktop.services.desk import Desk
from engage_desktop.store import family_tree
from engage_desktop.store.family_tree import Hand
from engage_desktop.store.place import write_atomically
from engage_domain.gedcom import intake as trees
from engage_domain.gedcom.emitting import Version
from engage_domain.gedcom.encoding import LARGEST
from engage_domain.gedcom.faults import FaultCode, GedcomFault
from engage_domain.gedcom.from_records import tree_of
from engage_domain.gedcom.intake import Choice, Intake, Refused
from engage_domain.gedcom.reader import read
from engage_domain.gedcom.writer import write
from engage_wire.changed import Changed

TOUCHED = ("person", "case_member", "relationship")


class Course:
    """How far a long job is, written by the job and read by the window; `stop` asks the job to leave no trace."""

    __slots__ = ("_stopped", "done", "total")

    def __init__(self) -> None:
        self.done = self.total = 0
        self._stopped = False

    def stop(self) -> None:
        """Ask the job to end without a trace."""
        self._stopped = True

    def told(self, done: int) -> None:
        """Take note of how far the job is; Cancelled when it is to stop."""
        if self._stopped:
            raise Cancelled("stopped by the worker")
        self.done = done


@dataclass(frozen=True, slots=True)
class BroughtIn(Changed):
    """What was brought in: how much, and every row of it for taking it back."""

    people: int = 0
    ties: int = 0
    ties_known: int = 0
    rows: tuple[family_tree.Written, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """What a file that was written holds."""

    people: int
    unions: int
    parent_links: int


@dataclass(frozen=True, slots=True)
class LookInto:
    """Reads a family tree file without writing anything."""

    desk: Desk

    def __call__(self, family_id: str, path: Path) -> Intake | Refused:
        """Return what is in it, or why it cannot be taken."""
        try:
            if path.stat().st_size > LARGEST:
                return Refused(FaultCode.TOO_LARGE, 1)
            tree = read(path.read_bytes())
        except OSError:
            return Refused(None)
        except GedcomFault as fault:
            return Refused(fault.code, fault.line, fault.detail)
        with self.desk.read() as conn:
            known = family_tree.known(conn, family_id)
        return trees.intake_of(path.name, tree, known)


@dataclass(frozen=True, slots=True)
class BringIn:
    """Writes the people and ties of a tree into the record, all of them or none."""

    desk: Desk

    def __call__(
        self, family_id: str, intake: Intake, choices: Mapping[str, Choice], course: Course
    ) -> BroughtIn:
        """Write in one transaction; Cancelled, without a trace, when the worker stops it."""
        desk = self.desk
        hand = Hand(family_id, desk.me.user_id, desk.now(), desk.new_id, desk.today())
        with desk.write("family_tree.bring_in") as conn:
            plan = trees.plan(intake, choices, family_tree.ties(conn, family_id))
            course.total = 2 * len(plan.people) + len(plan.ties)
            rows = family_tree.bring_in(conn, plan, hand, course.told)
        changed = Changed.of(f"f:{family_id}", *TOUCHED)
        return BroughtIn(
            changed.entities, changed.buckets, len(plan.people), len(plan.ties), plan.ties_known, rows
        )

    def undo(self, family_id: str, rows: tuple[family_tree.Written, ...]) -> Changed:
        """Take everything that was brought in back, in one transaction."""
        with self.desk.write("family_tree.take_back") as conn:
            family_tree.take_back(conn, rows, TAKEN_BACK, self.desk.now())
        return Changed.of(f"f:{family_id}", *TOUCHED)


@dataclass(frozen=True, slots=True)
class SaveTree:
    """Writes the family as a family tree file, for the worker alone: nothing protected is read for it."""

    desk: Desk

    def __call__(self, family_id: str, path: Path, version: str) -> Saved:
        """Write the file; the old one, if there is one, stays whole until the new one is complete."""
        with self.desk.read() as conn:
            people = family_tree.people(conn, family_id)
            ties = family_tree.ties(conn, family_id)
        tree = tree_of(people, ties)
        write_atomically(path, write(tree, Version(version)))
        return Saved(len(tree.people), len(tree.unions), tree.parent_links)
