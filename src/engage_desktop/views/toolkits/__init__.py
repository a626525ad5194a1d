"""The offline practice guide."""
