"""Start, compose, lock, quit."""
