"""Push what was written here, pull what the agency has."""
