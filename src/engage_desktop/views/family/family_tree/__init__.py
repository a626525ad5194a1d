"""Family tree files: looked into, brought in and saved."""
