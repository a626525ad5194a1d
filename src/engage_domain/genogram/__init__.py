"""The family drawn: who stands where, which lines join them, what surrounds a home. No screen is known here."""
