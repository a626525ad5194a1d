"""The progress note: draft, final, addendum."""
