"""An agency for tours: the real server with a sample caseload, and codes for its people's laptops."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from engage_desktop.app.tour.run import Story
from engage_desktop.app.tour.stage import AgencyServer

SEED = 7
Account = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Agency:
    """The running server and the sign-ins of two of its people; `secrets` lists what must never stand in clear."""

    server: AgencyServer
    worker: Account
    supervisor: Account
    secrets: Path

    def code(self, account: Account, port: int) -> str:
        """Return a one-time code for a laptop of somebody, by the address it is to use."""
        return self.server.command("device", "code", account[0], "--address", f"127.0.0.1:{port}").strip()

    def records(self, account: Account) -> int:
        """Return how many records the server holds for somebody."""
        people = map(json.loads, self.server.command("user", "list").splitlines())
        return next(int(person["records"]) for person in people if person["login"] == account[0])


def found_agency(story: Story, families: int, notes: int = 0, seed: int = SEED) -> Agency:
    """Set up an agency with a sample caseload (as many notes as come naturally, or `notes`) and start its server."""
    server = story.server()
    secrets = story.scratch / "agency-secrets" / "canaries.json"
    secrets.parent.mkdir(exist_ok=True, parents=True)
    server.command("init", "--name", "Sample County")
    much = ("--notes", str(notes)) if notes else ()
    asked = ("--families", str(families), "--seed", str(seed), "--canaries", str(secrets), "--json", *much)
    said = server.command("sample", *asked)
    accounts = json.loads(said)["accounts"]
    server.start()
    by_role = {
        account["role"]: (str(account["login"]), str(account["password"])) for account in reversed(accounts)
    }
    return Agency(server, by_role["caseworker"], by_role["supervisor"], secrets)
