"""The family workspace."""
