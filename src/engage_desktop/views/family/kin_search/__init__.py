"""Looking for people: who looked where, with what result, and what comes next."""
