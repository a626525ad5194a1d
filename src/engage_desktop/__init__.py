"""The laptop application."""
