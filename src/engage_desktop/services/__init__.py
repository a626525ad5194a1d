"""What a caseworker does, one callable each."""
