"""Settings of this laptop."""
