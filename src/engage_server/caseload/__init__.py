"""Bringing an agency's caseload in from CSV files, or from another system's export through a mapping."""
