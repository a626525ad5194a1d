"""Unlock, first run and joining the agency."""
