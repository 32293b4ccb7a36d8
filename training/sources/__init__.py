"""Readers: one module a corpus format, each turning a file into examples."""
