"""A worker's desk for tests: a real vault in a temporary folder, a frozen clock, and the sample caseload.

`desk` has the six sample families, `empty_desk` an agency without any. Both stand at Monday 23 November 2026,
08:41 in New York. The passphrase is `PASSPHRASE`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from tests.fakes import AGENCY_ZONE, FrozenClock
from tests.support import families

from engage_desktop.services.desk import Desk
from engage_desktop.store.crypto import Kdf
from engage_desktop.store.vault import Vault
from engage_domain.people import Me

PASSPHRASE = "harbour violet lantern meadow seven"
ME = Me(families.DANA, "Dana Whitfield", "caseworker", families.AGENCY_ID, families.TEAM_ID)


def desk_over(vault: Vault, clock: FrozenClock, me: Me = ME) -> Desk:
    """Return a desk over an open vault."""
    return Desk(vault, clock, me, AGENCY_ZONE)


def _template(folder: Path, plant: Callable[[Desk], None]) -> Path:
    clock = FrozenClock()
    vault = Vault.create(folder, PASSPHRASE, clock, Kdf())
    try:
        plant(desk_over(vault, clock))
    finally:
        vault.close()
    return folder


@pytest.fixture(scope="session")
def full_vault_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed vault with the sample caseload, to be copied."""
    return _template(tmp_path_factory.mktemp("full") / "vault", families.plant_all)


@pytest.fixture(scope="session")
def empty_vault_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed vault without families, to be copied."""
    return _template(tmp_path_factory.mktemp("empty") / "vault", families.plant_empty)


@pytest.fixture
def monday() -> FrozenClock:
    """Return a clock that stands at Monday morning."""
    return FrozenClock()


@pytest.fixture
def desk(full_vault_folder: Path, tmp_path: Path, monday: FrozenClock) -> Generator[Desk]:
    """Return the worker's desk with the sample caseload."""
    yield from _opened(full_vault_folder, tmp_path / "vault", monday)


@pytest.fixture
def empty_desk(empty_vault_folder: Path, tmp_path: Path, monday: FrozenClock) -> Generator[Desk]:
    """Return the desk of a worker who has no families yet."""
    yield from _opened(empty_vault_folder, tmp_path / "empty vault", monday)


def _opened(template: Path, folder: Path, monday: FrozenClock) -> Generator[Desk]:
    shutil.copytree(template, folder)
    vault = Vault.unlock(folder, PASSPHRASE, monday)
    try:
        yield desk_over(vault, monday)
    finally:
        vault.close()
