"""Today: the day as it will happen, and what would hurt if forgotten."""
