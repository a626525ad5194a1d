"""Spelling in the places where people write: a helper process, wavy lines, and a way to them without colour."""
