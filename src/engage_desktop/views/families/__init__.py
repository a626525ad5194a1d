"""Families: search first."""
