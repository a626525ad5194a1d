"""The practice guide as it came with the program, with the agency's own words about engagement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from engage_desktop.services.desk import Desk
from engage_desktop.store.policy import agency_name, built_in, policy
from engage_domain.toolkits import LANGUAGES, Guide, paragraphs, read_guide
from engage_wire.policy import Policy


@lru_cache(maxsize=1)
def packaged_guide() -> Guide:
    """Return the guide that came with the program."""
    folder = files("engage_desktop").joinpath("_resources", "toolkits")
    texts = {name: folder.joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in LANGUAGES}
    return read_guide(folder.joinpath("topics.toml").read_text(encoding="utf-8"), texts)


@dataclass(frozen=True, slots=True)
class ReadGuide:
    """Reads the guide."""

    desk: Desk

    def __call__(self) -> Guide:
        """Return it with the agency's definition, or the one the program came with."""
        with self.desk.read() as conn:
            in_force, name = policy(conn), agency_name(conn)
        defined = definition_of(in_force) or definition_of(built_in())
        by = str(in_force.limits.get("engagement", {}).get("definition_by", "")) or name
        return replace(packaged_guide(), definition=defined, agency=by)


def definition_of(policy_: Policy) -> dict[str, tuple[str, ...]]:
    """Return what a policy says engagement is, by language; nothing when it says nothing."""
    section = policy_.limits.get("engagement", {})
    said = {language: paragraphs(str(section.get(f"definition_{language}", ""))) for language in LANGUAGES}
    return {language: lines for language, lines in said.items() if lines}
