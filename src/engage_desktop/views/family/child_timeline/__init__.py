"""A child's life over the years: homes, schools, people and what happened."""
