"""The revisions, oldest first."""

from __future__ import annotations

from types import ModuleType

from engage_desktop.store.migrations import r0001_first

MODULES: tuple[ModuleType, ...] = (r0001_first,)
