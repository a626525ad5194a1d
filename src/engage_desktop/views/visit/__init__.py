"""The home visit: before, during and after."""
