from __future__ import annotations

from tests.support.workspaces import room

__all__ = ["room"]
