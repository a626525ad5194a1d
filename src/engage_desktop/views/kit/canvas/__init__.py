"""A surface for drawings made of signs and lines: what is drawn on it is told in shapes of its own."""
