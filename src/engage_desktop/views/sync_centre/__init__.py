"""Where every piece of work is, and what needs a decision."""
