"""The scripted tour: the whole job through the real windows, with pictures and a list of what was checked."""
