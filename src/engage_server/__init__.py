"""The agency server."""
