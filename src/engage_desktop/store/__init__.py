"""The encrypted database, its keys and its queries."""
