"""Supports: what stands round a family, as a map, as circles of closeness, and as a list."""
