"""Benchmarks: `make bench` measures speed and memory beside plain alternatives of the same run."""
