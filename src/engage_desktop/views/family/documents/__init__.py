"""Documents: the papers of a family, to look at, to add and to describe."""
