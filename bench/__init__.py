"""Measurements beside peers and limits. Nothing here decides an exit code by a time."""
