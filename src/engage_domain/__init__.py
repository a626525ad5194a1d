"""What is true and what is allowed: rules shared by the laptop and the agency server."""
