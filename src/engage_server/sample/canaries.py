"""The list an outsider scans with: strings that are protected, from whom, and ordinary words of the case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from engage_server.sample.rows import Batch
from engage_wire.codec import Json

EVERYBODY_ELSE = (
    "family_screen", "party_copy", "meeting_copy", "foster_parent", "provider", "court", "tribe", "blank_form",
)  # fmt: skip
ALLOWED = {"reporter_identity": ("supervisor", "sync")}
ORDINARY_LIMIT = 2000


@dataclass(slots=True)
class CanaryList:
    """Gathers what the batches of a sample hide, and some of what they do not."""

    protected: list[Json] = field(default_factory=list)
    ordinary: dict[str, None] = field(default_factory=dict)

    def add(self, batch: Batch) -> None:
        """Take in one batch."""
        people = {row.row_id: row.doc for row in batch.rows if row.entity == "person"}
        for canary in batch.canaries:
            hidden = [
                {"person_id": person, "name": f"{people[person]['first_name']} {people[person]['last_name']}"}
                for person in canary.hidden_from
            ]
            self.protected.append(
                {
                    "text": canary.text,
                    "label": canary.label,
                    "family": batch.title,
                    "family_id": canary.family_id,
                    "entity": canary.entity,
                    "row_id": canary.row_id,
                    "field": canary.field,
                    "hidden_from": hidden,
                    "never_in": list(EVERYBODY_ELSE),
                    "only_for": list(ALLOWED.get(canary.label, ("worker", "supervisor", "sync"))),
                }
            )
        self.ordinary |= dict.fromkeys(batch.ordinary)

    def document(self, **about: object) -> Json:
        """Return the whole list as it is written to a file."""
        words = [word for word in self.ordinary if len(word) > 3][:ORDINARY_LIMIT]
        return {"version": 1, **about, "protected": self.protected, "ordinary": words}


def gather(batches: Iterable[Batch]) -> CanaryList:
    """Return the list for a whole sample."""
    found = CanaryList()
    for batch in batches:
        found.add(batch)
    return found
