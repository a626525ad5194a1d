"""The Solutions part of a family’s workspace."""
