from tests.support.workspaces import room

__all__ = ["room"]
