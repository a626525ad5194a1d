from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.fakes import FrozenClock
from tests.store.support import memory_folder, new_vault

from engage_desktop.store.vault import Vault


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as path:
        yield path


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def vault(folder: Path, clock: FrozenClock) -> Iterator[Vault]:
    made = new_vault(folder, clock)
    yield made
    made.close()
