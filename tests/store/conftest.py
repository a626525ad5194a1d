from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from engage_desktop.store.vault import Vault
from tests.store.support import HandClock, memory_folder, new_vault


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as path:
        yield path


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def vault(folder: Path, clock: HandClock) -> Iterator[Vault]:
    made = new_vault(folder, clock)
    yield made
    made.close()
