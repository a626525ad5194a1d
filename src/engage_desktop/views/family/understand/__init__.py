"""The Understand part: what the family says about itself, in its own words and numbers."""
