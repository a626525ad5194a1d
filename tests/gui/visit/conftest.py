from __future__ import annotations

from tests.support.contacts import rig

__all__ = ["rig"]
