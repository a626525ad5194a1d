"""Turn a Disclosure into bytes; know nothing else."""
