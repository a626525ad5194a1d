"""The Plan part of a family’s workspace."""
