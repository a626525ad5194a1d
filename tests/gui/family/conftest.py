from tests.support.workspaces import flashes, room

__all__ = ["flashes", "room"]
